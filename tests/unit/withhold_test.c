/* Errors of the engine about what was worked out: what rests on a value that is to be confirmed is
 * not told by them, except in a draft, and everything else is. */
#include "packs.h"

#include <stdio.h>

/* What rules begin with: `pay` rests on the rate, and nothing else does. */
#define BEGIN                                                                                      \
    "local steps = bands \"steps\" { { from = 0, to = 30, give = \"10%\" },\n"                     \
    "  { from = 40, give = \"20%\" }, gaps = \"refuse\" }\n"                                       \
    "local part = bands \"part\" { { from = 0, to = 30, give = \"0.5\" },\n"                       \
    "  { above = 30, give = \"0.7\" } }\n"                                                         \
    "local some = keyed \"some\" { piccolo = 1, medio = 2 }\n"                                     \
    "local small = bands \"small\" { { from = 0, to = 30, give = \"piccolo\" },\n"                 \
    "  { above = 30, give = \"grande\" } }\n"                                                      \
    "return subject {\n"                                                                           \
    "  base = money {}, days = whole {}, first = date {}, last = date {},\n"                       \
    "  rate = percent { value = to_confirm(\"37%\", \"non è pubblicata\"), title = \"Aliquota\" " \
    "},"                                                                                           \
    "\n"                                                                                           \
    "  worth = money { of = function(s) return s.base * s.rate end },\n"                           \
    "  size = text { bands = small, by = \"worth\" },\n"
#define DATA "base: 100.00\ndays: 37\nfirst: 2024-03-07\nlast: 2024-01-01\n"
#define ITEMS "item:\n  - name: Anna\n  - name: Bruno\n"

typedef struct told {
    const char *cells; /* added to those above */
    const char *code;
    const char *withheld, *draft; /* the English sentence */
} told;

static void evaluate_cells(const char *cells, bool draft)
{
    write_rules(packs_join(BEGIN, cells, "}\n"));
    pag_pack_destroy(packs.pack);
    packs.pack = NULL;
    if (!load()) printf("%s\n", said());
    assert_non_null(packs.pack);
    const char *head = "rules: test/2024\n"
                       "period: {from: 2024-01-01, to: 2024-12-31}\n"
                       "person:\n";
    const char *data = strstr(cells, "item = list") ? DATA ITEMS : DATA;
    assert_true(read_document(packs_join(head, packs_indented(data), "\n")));
    packs.evaluation->draft = draft;
    packs.status = pag_evaluate(packs.pack, packs.evaluation, &packs.run, &packs.result);
}

static void assert_told(const told *t, bool draft)
{
    const char *expected = draft ? t->draft : t->withheld;
    evaluate_cells(t->cells, draft);
    assert_int_equal(packs.status, PAG_INVALID);
    const pag_diagnostic *d = first_said();
    assert_string_equal(packs_text(pag_code_text(d->code)), t->code);
    assert_string_equal(sentence(MESSAGE), expected);
    bool sure = strcmp(t->withheld, t->draft) == 0;
    assert_int_equal(d->n_unsure, sure ? 0 : 1);
    assert_int_equal(pag_diag_withholds(d), !sure && !draft);
    if (!sure) assert_string_equal(packs_text(d->unsure[0].about), "Aliquota");
}

static void assert_all_told(const told *all, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        assert_told(&all[i], false);
        assert_told(&all[i], true);
    }
}

#define ASSERT_ALL(all) assert_all_told(all, sizeof(all) / sizeof *(all))

static void what_a_figure_comes_to(void **state)
{
    (void)state;
    static const told all[] = {
        {"  x = money { max = 30, of = function(s) return s.worth end },\n", "E0233",
         "\"x\" is (to be confirmed), above the most, 30.00",
         "\"x\" is 37.00 (to be confirmed), above the most, 30.00"},
        {"  x = money { min = 40, of = function(s) return s.worth end },\n", "E0232",
         "\"x\" is (to be confirmed), below the least, 40.00",
         "\"x\" is 37.00 (to be confirmed), below the least, 40.00"},
        {"  x = money { min = 0, step = 10, of = function(s) return s.worth end },\n", "E0234",
         "\"x\" is (to be confirmed), and goes in steps of 10.00",
         "\"x\" is 37.00 (to be confirmed), and goes in steps of 10.00"},
        {"  x = money { payable = true, round = \"cent\",\n"
         "    of = function(s) return s.worth - s.base end },\n",
         "E0319", "\"x\" is payable and negative: (to be confirmed)",
         "\"x\" is payable and negative: -63,00 € (to be confirmed)"},
        {"  x = points { of = function(s) return s.worth end },\n", "E0314",
         "the formula of \"x\" returns (to be confirmed)",
         "the formula of \"x\" returns 37,00 € (to be confirmed)"},
        /* no amount itself, made of one that nobody declared */
        {"  x = points { of = function(s) return s.base * s.rate end },\n", "E0314",
         "the formula of \"x\" returns (to be confirmed)",
         "the formula of \"x\" returns 37,00 € (to be confirmed)"},
        {"  x = whole { of = function(s) return s.worth / s.base end },\n", "E0314",
         "the formula of \"x\" returns (to be confirmed)",
         "the formula of \"x\" returns 0,37 (to be confirmed)"},
        {"  x = number { of = function(s) return s.size end },\n", "E0311",
         "the formula of \"x\" returns the text \"(to be confirmed)\"",
         "the formula of \"x\" returns the text \"grande (to be confirmed)\""},
        {"  x = choice { \"piccolo\", \"medio\", of = function(s) return s.size end },\n", "E0318",
         "\"(to be confirmed)\" is not one of the words of \"x\"",
         "\"grande (to be confirmed)\" is not one of the words of \"x\""},
    };
    ASSERT_ALL(all);
}

static void what_a_formula_had_got_to(void **state)
{
    (void)state;
    static const told all[] = {
        {"  x = money { of = function(s) return s.worth + s.days end },\n", "E0457",
         "(to be confirmed) + 37 mixes units", "37,00 € (to be confirmed) + 37 mixes units"},
        {"  x = money { of = function(s) return s.base * s.rate + s.days end },\n", "E0457",
         "(to be confirmed) + 37 mixes units", "37,00 € (to be confirmed) + 37 mixes units"},
        /* times a whole that is to be confirmed it would be the base, and seem to be that */
        {"  all = percent { value = to_confirm(\"100%\", \"?\"), title = \"Aliquota\" },\n"
         "  x = money { of = function(s) return s.base * s.all + s.days end },\n",
         "E0457", "(to be confirmed) + 37 mixes units",
         "100,00 € (to be confirmed) + 37 mixes units"},
        {"  x = money { of = function(s) return s.worth * s.base end },\n", "E0458",
         "(to be confirmed) * (to be confirmed) has no meaning: both sides have a unit",
         "37,00 € (to be confirmed) * 100,00 € (to be confirmed) has no meaning: both sides have a "
         "unit"},
        {"  x = flag { of = function(s) return is(s.worth / s.base, s.rate) end },\n", "E0325",
         "(to be confirmed) = 37 % mixes units", "0,37 (to be confirmed) = 37 % mixes units"},
        {"  must { \"no\", of = function(s) return s.worth < s.days end },\n", "E0457",
         "(to be confirmed) < 37 mixes units", "37,00 € (to be confirmed) < 37 mixes units"},
        {"  must { \"no\", of = function(s) return s.base * s.rate < s.days end },\n", "E0457",
         "(to be confirmed) < 37 mixes units", "37,00 € (to be confirmed) < 37 mixes units"},
        {"  x = money { of = function(s) return s.base * steps(s.worth) end },\n", "E0305",
         "(to be confirmed) falls between two bands of \"steps\"",
         "37,00 € (to be confirmed) falls between two bands of \"steps\""},
        {"  x = money { of = function(s) return s.base * some(s.size) end },\n", "E0706",
         "the table \"some\" has no row for \"(to be confirmed)\"",
         "the table \"some\" has no row for \"grande (to be confirmed)\""},
        {"  x = money { of = function(s) return s.base * s.size end },\n", "E0453",
         "\"(to be confirmed)\" is not a number", "\"grande (to be confirmed)\" is not a number"},
        {"  x = money { of = function(s) return s[s.size] end },\n", "E0467",
         "\"person\" has no cell \"(to be confirmed)\"",
         "\"person\" has no cell \"grande (to be confirmed)\""},
        {"  some = choice { \"piccolo\", \"medio\", value = \"medio\" },\n"
         "  x = flag { of = function(s) return is(s.some, s.size) end },\n",
         "E0465", "\"(to be confirmed)\" is not one of the words of \"some\"",
         "\"grande (to be confirmed)\" is not one of the words of \"some\""},
    };
    ASSERT_ALL(all);
}

/* Shares and look-ups tell figures as they were read: each is judged by itself. */
static void what_was_read(void **state)
{
    (void)state;
    static const told all[] = {
        {"  x = percent { bands = steps, by = \"worth\" },\n", "E0305",
         "(to be confirmed) falls between two bands of \"steps\"",
         "37,00 € (to be confirmed) falls between two bands of \"steps\""},
        {"  x = number { keyed = some, by = \"size\" },\n", "E0706",
         "the table \"some\" has no row for \"(to be confirmed)\"",
         "the table \"some\" has no row for \"grande (to be confirmed)\""},
        {"  loss = money { of = function(s) return s.worth - s.base end },\n"
         "  item = list { name = text {}, weight = number { value = 1 },\n"
         "    x = money { payable = true, round = \"cent\",\n"
         "      split = { whole = \"loss\", by = \"weight\", rest = \"largest\" } } },\n",
         "E0756", "\"loss\" cannot be shared out: it is below zero (to be confirmed)",
         "\"loss\" cannot be shared out: it is below zero (-63,00 € (to be confirmed))"},
        {"  item = list { name = text {}, weight = number { value = 0 },\n"
         "    x = money { payable = true, round = \"cent\",\n"
         "      split = { whole = \"worth\", by = \"weight\", rest = \"largest\" } } },\n",
         "E0754",
         "\"worth\" (to be confirmed) cannot be shared out: all the weights \"weight\" are zero",
         "\"worth\" (37,00 € (to be confirmed)) cannot be shared out: all the weights \"weight\" "
         "are zero"},
        /* the weight is sure, and what is shared out by it is not */
        {"  item = list { name = text {}, weight = number { value = -2 },\n"
         "    x = money { payable = true, round = \"cent\",\n"
         "      split = { whole = \"worth\", by = \"weight\", rest = \"largest\" } } },\n",
         "E0755", "\"weight\" is a weight and below zero: -2",
         "\"weight\" is a weight and below zero: -2"},
        {"  fund = money { of = function(s) return s.base / 3 end },\n"
         "  item = list { name = text {},\n"
         "    weight = number { of = function(m, s) return s.worth / s.base end },\n"
         "    x = money { payable = true, round = \"cent\",\n"
         "      split = { whole = \"fund\", by = \"weight\", rest = \"largest\" } } },\n",
         "E0758", "\"fund\" is 33,3333… €, and cannot be shared out in steps of 0,01 €",
         "\"fund\" is 33,3333… €, and cannot be shared out in steps of 0,01 €"},
    };
    ASSERT_ALL(all);
}

/* The edges of a table may be worked out, and the score that is looked up may be sure. */
static void edges_that_are_worked_out(void **state)
{
    (void)state;
    const char *cells =
        "  x = percent { by = \"days\", bands = bands \"own\" { gaps = \"refuse\",\n"
        "    { from = 0, to = function(s) return s.worth / s.base end,\n"
        "      give = \"1%\" }, { from = 40, give = \"2%\" } } },\n";
    evaluate_cells(cells, false);
    assert_string_equal(sentence(MESSAGE), "37 falls between two bands of \"own\"");
    assert_string_equal(sentence(NOTE),
                        "the bands are (to be confirmed); the rule refuses scores in between");
    assert_null(strstr(sentence(HELP), "0.37"));
    evaluate_cells(cells, true);
    assert_string_equal(sentence(NOTE), "the bands are 0–0.37, 40 ≤ … (to be confirmed); the rule "
                                        "refuses scores in between");
}

/* Nothing that is withheld is read: the values are told, and percentages that are to be confirmed
 * themselves are. */
static void what_is_sure_is_told(void **state)
{
    (void)state;
    static const told all[] = {
        {"  x = money { max = 30, of = function(s) return s.base end },\n", "E0233",
         "\"x\" is 100.00, above the most, 30.00", "\"x\" is 100.00, above the most, 30.00"},
        {"  x = money { of = function(s) return s.base + s.days end },\n", "E0457",
         "100,00 € + 37 mixes units", "100,00 € + 37 mixes units"},
        {"  x = percent { max = \"30%\", of = function(s) return s.rate end },\n", "E0233",
         "\"x\" is 37%, above the most, 30%", "\"x\" is 37%, above the most, 30%"},
        {"  x = points { of = function(s) return s.rate end },\n", "E0898",
         "the formula of \"x\" returns 37 %", "the formula of \"x\" returns 37 %"},
        {"  x = whole { of = function(s) return days(s.first, s.last) end },\n", "E0482",
         "days(from, to): 01/01/2024 comes before 07/03/2024",
         "days(from, to): 01/01/2024 comes before 07/03/2024"},
    };
    ASSERT_ALL(all);
}

/* Rules that were carried over, and that nobody has read again: what they work out is withheld, and
 * what they are given is not. */
static void of_rules_that_were_carried_over(void **state)
{
    (void)state;
    write_file("rules/test/2024/pack.lua",
               "pack { title = \"Prova\", carried = to_confirm(2023, \"dal 2023\") }\n");
    write_file("rules/test/2024/person.lua",
               "return subject { base = money {}, days = whole {},\n"
               "  must { \"no\", of = function(s) return s.base * \"37%\" < s.days end } }\n");
    evaluate("base: 100.00\ndays: 37\n");
    assert_string_equal(sentence(MESSAGE), "(to be confirmed) < 37 mixes units");
    write_file("rules/test/2024/person.lua",
               "return subject { base = money {}, days = whole {},\n"
               "  must { \"no\", of = function(s) return s.base < s.days end } }\n");
    pag_pack_destroy(packs.pack);
    packs.pack = NULL;
    evaluate("base: 100.00\ndays: 37\n");
    assert_string_equal(sentence(MESSAGE), "100,00 € < 37 mixes units");
}

/* In what is to be written a mark would be written too. The row would tell the amount that found
 * it. */
static void what_a_help_suggests_has_no_mark(void **state)
{
    (void)state;
    const char *cells = "  x = percent { of = function(s) return part(s.worth) end },\n";
    evaluate_cells(cells, false);
    assert_string_equal(sentence(MESSAGE), "the formula of \"x\" returns the plain number (to be "
                                           "confirmed) of a table");
    assert_string_equal(sentence(HELP), "in the row, write \"…%\" if … is a share of the whole, "
                                        "which is 1, or \"…%\" for … per cent");
    assert_int_equal(first_said()->also.line, 0);
    evaluate_cells(cells, true);
    assert_string_equal(sentence(HELP), "in the row, write \"70%\" if 0.7 is a share of the whole, "
                                        "which is 1, or \"0.7%\" for 0.7 per cent");
    assert_int_not_equal(first_said()->also.line, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_a_figure_comes_to),
        TEST(what_a_formula_had_got_to),
        TEST(what_was_read),
        TEST(edges_that_are_worked_out),
        TEST(what_a_help_suggests_has_no_mark),
        TEST(what_is_sure_is_told),
        TEST(of_rules_that_were_carried_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
