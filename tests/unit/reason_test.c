/* What is said of a figure is what its formula did: packs written here, evaluated and explained. */
#include "explain/tree.h"
#include "packs.h"

static bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

typedef void writer(const pag_view *view, const pag_figure *figure, pag_sink *sink);

static const char *written_by(writer *write, const pag_figure *figure)
{
    pag_text out = {.arena = &packs.arena};
    pag_sink sink = {.write = append, .ud = &out};
    pag_view view = pag_view_of(&packs.result, &packs.arena);
    view.width = 300;
    write(&view, figure, &sink);
    return packs_text(pag_text_str(&out));
}

static const char *tree(const char *tail)
{
    assert_string_equal(said(), "");
    return written_by(pag_tree_write, figure(tail));
}

static const char *json(const char *tail)
{
    return written_by(pag_tree_write_json, figure(tail));
}

static void assert_has(const char *text, const char *piece)
{
    if (!strstr(text, piece)) fail_msg("not there: \"%s\" in\n%s", piece, text);
}

static void assert_lacks(const char *text, const char *piece)
{
    if (strstr(text, piece)) fail_msg("there: \"%s\" in\n%s", piece, text);
}

/* --- totals --- */

#define LISTS                                                                                      \
    "  one = list { name = text {}, pay = money {}, good = flag {} },\n"                           \
    "  two = list { name = text {}, v = money {} },\n"
#define ENTRIES                                                                                    \
    "one:\n  - {name: A, pay: 1.00, good: true}\n  - {name: B, pay: 2.00, good: false}\n"          \
    "two:\n  - {name: C, v: 3.00}\n  - {name: D, v: 4.00}"

static void explain_total(const char *formula)
{
    write_rules(packs_join("return subject {\n" LISTS "  tot = money { of = function(s) return ",
                           formula, " end } }\n"));
    evaluate(ENTRIES);
}

static void below_a_total_stands_only_what_was_added(void **state)
{
    (void)state;
    explain_total("s.one[1].pay + sum(s.two, \"v\")");
    const char *text = tree("tot");
    assert_has(text, "\n├─ 1,00 €  pay · A ");
    assert_has(text, "\n└─ 7,00 €  sum of 2 entries: sum(s.two, \"v\")\n");
    assert_has(text, "\n   ├─ 3,00 €  v · C ");
    assert_has(text, "\n   └─ 4,00 €  v · D ");
    assert_has(json("tot"), "{\"step\":\"total\",\"word\":\"sum\"");
}

static void below_a_conditional_total_stand_the_amounts_and_not_the_conditions(void **state)
{
    (void)state;
    explain_total("sum(s.one, \"pay\", function(m) return m.good end)");
    const char *text = tree("tot");
    assert_has(text, "\n├─ sì  good · A ");
    assert_has(text, "\n├─ no  good · B ");
    assert_has(text, "\n└─ 1,00 €  sum of 1 entry: ");
    assert_has(text, "\n   └─ 1,00 €  pay · A ");
    assert_lacks(text, "pay · B");
}

static void what_a_function_read_stays_a_reading_of_the_formula(void **state)
{
    (void)state;
    explain_total("sum(s.two, function(m) return m.v * 2 end)");
    const char *text = tree("tot");
    assert_has(text, "\n├─ 3,00 €  v · C ");
    assert_has(text, "\n└─ 14,00 €  sum of 2 entries: ");
}

static void an_addend_is_not_told_a_second_time_as_read(void **state)
{
    (void)state;
    explain_total("s.two[1].v + sum(s.two, \"v\")");
    assert_lacks(tree("tot"), "\n├─ 3,00 €  v · C ");
    assert_has(tree("tot"), "\n   ├─ 3,00 €  v · C ");
}

/* --- look-ups --- */

#define ROUNDED(type, decimals, low, high) ROUNDED_TO(type, decimals, "0", low, high, "100")
#define ROUNDED_TO(type, decimals, least, low, high, most)                                         \
    "local t = bands \"t\" { round = " decimals ",\n  { from = " least ", to = " low               \
    ", give = \"1%\" }, { from = " high ", to = " most ", give = \"2%\" } }\n"                     \
    "return subject { p = " type " {}, r = percent { bands = t, by = \"p\" } }\n"

static void a_rounded_score_is_told_as_it_was_and_measured_from_there(void **state)
{
    (void)state;
    write_rules(ROUNDED("points", "0", "40", "41"));
    evaluate("p: 40.4");
    assert_has(tree("r"), "band 0–40, 40,4 → 40 (rounded to 0 decimals for the look-up), because "
                          "40 ≥ 0 and ≤ 40; with 0,1 points more: 2 % (from 40,5)");
    assert_has(json("r"), "\"score\":\"40\",\"score_before_rounding\":\"40.4\"");
    assert_has(json("r"), "\"above\":{\"edge\":\"40.5\",\"distance\":\"0.1\",\"inside\":true");
    evaluate("p: 41");
    assert_has(tree("r"), "band 41–100, because 41 ≥ 41 and ≤ 100; with over 0,5 points less: "
                          "1 % (below 40,5); it is the highest");
    evaluate("p: 40.5");
    assert_figure("r", "2");
    evaluate("p: 40.49");
    assert_figure("r", "1");
}

static void an_edge_that_is_no_multiple_moves_to_the_next_one(void **state)
{
    (void)state;
    write_rules(ROUNDED("points", "1", "\"40.25\"", "\"40.26\""));
    evaluate("p: 40");
    assert_has(tree("r"), "with 0,25 points more: 2 % (from 40,25)");
    evaluate("p: 40.24");
    assert_has(tree("r"), "40,24 → 40,2 (rounded to 1 decimal for the look-up)");
    assert_figure("r", "1");
    evaluate("p: 40.25");
    assert_figure("r", "2");
}

static void a_rounded_percentage_is_measured_in_percent(void **state)
{
    (void)state;
    write_rules(ROUNDED_TO("percent", "0", "\"0%\"", "\"40%\"", "\"41%\"", "\"100%\""));
    evaluate("p: 40.4%");
    assert_has(tree("r"), "40,4 % → 40 % (rounded to 0 decimals for the look-up)");
    assert_has(tree("r"), "(from 40,5 %)");
}

static void an_empty_row_is_no_neighbour(void **state)
{
    (void)state;
    write_rules("local t = bands \"t\" { gaps = \"reach up\",\n"
                "  { from = 0, below = function(s) return s.a end, give = \"1%\" },\n"
                "  { from = function(s) return s.a end, below = function(s) return s.b end,\n"
                "    give = \"2%\" },\n"
                "  { from = function(s) return s.b end, to = 100, give = \"3%\" } }\n"
                "return subject { p = points {}, a = points {}, b = points {},\n"
                "  r = percent { bands = t, by = \"p\" } }\n");
    evaluate("p: 10\na: 50\nb: 50");
    assert_lacks(tree("r"), "more: 2 %");
    assert_lacks(tree("r"), "points more");
    assert_has(json("r"), "\"above\":null");
    evaluate("p: 60\na: 50\nb: 50");
    assert_lacks(tree("r"), "points less");
    evaluate("p: 10\na: 50\nb: 60");
    assert_has(tree("r"), "with 40 points more: 2 % (from 50)");
    evaluate("p: 55\na: 50\nb: 60");
    assert_has(tree("r"), "with 5 points more: 3 % (from 60)");
}

/* --- roundings --- */

static void a_percentage_is_rounded_in_percent_and_not_to_the_cent(void **state)
{
    (void)state;
    write_rules("return subject { a = percent { round = { step = \"1%\" },\n"
                "    of = function(s) return 1 / 3 end },\n"
                "  b = percent { round = { step = \"0.5%\" },\n"
                "    of = function(s) return 1 / 3 end },\n"
                "  n = points { round = { step = \"0.01\" },\n"
                "    of = function(s) return 1 / 3 end } }\n");
    evaluate("{}");
    assert_has(tree("a"), "rounded to multiples of 1 % (half up): 1/3 → 33 %");
    assert_has(tree("b"), "rounded to multiples of 0,5 % (half up): 1/3 → 33,5 %");
    assert_has(tree("n"), "rounded to multiples of 0,01 (half up)");
    assert_has(json("a"), "\"rounding\":{\"step\":\"1\"");
}

/* --- choices --- */

#define CHOICE(formula)                                                                            \
    "return subject { base = money {}, big = money {}, lim = money { value = \"10.00\" },\n"       \
    "  made = money { of = function(s) return s.base * 2 end },\n"                                 \
    "  other = money { of = function(s) return s.base * 1 end },\n"                                \
    "  r = money { of = function(s) return " formula " end } }\n"

static const char *chosen(const char *rules, const char *person)
{
    write_rules(rules);
    assert_true(load());
    evaluate(person);
    return tree("r");
}

static void a_difference_is_no_limit(void **state)
{
    (void)state;
    const char *text = chosen(CHOICE("least(s.base - s.lim, s.big)"), "base: 15.00\nbig: 90.00");
    assert_has(text, "the lesser of s.base - s.lim = 5,00 € and s.big = 90,00 €: 5,00 €\n");
    assert_lacks(text, "limit:");
}

static void what_the_rules_fix_limits_what_is_worked_out(void **state)
{
    (void)state;
    const char *person = "base: 15.00\nbig: 90.00";
    assert_has(chosen(CHOICE("least(s.made, s.lim)"), person),
               ": 10,00 € (limit: s.lim 10,00 €, would have been 30,00 €)\n");
    assert_has(chosen(CHOICE("least(s.lim, s.made)"), person), "(limit: s.lim 10,00 €");
    assert_lacks(chosen(CHOICE("least(s.made, s.other)"), person), "limit:");
    assert_lacks(chosen(CHOICE("least(s.big, s.lim)"), person), "limit:");
    assert_lacks(chosen(CHOICE("least(s.made - s.base, s.lim)"), person), "limit:");
}

static void numerals_are_told_in_the_unit_of_the_others(void **state)
{
    (void)state;
    const char *person = "base: 15.00\nbig: 90.00";
    assert_has(chosen(CHOICE("least(20, s.base)"), person), "of 20,00 € and s.base = 15,00 €");
    assert_has(chosen(CHOICE("most(20, 30, s.base)"), person),
               "of 20,00 €, 30,00 € and s.base = 15,00 €: 30,00 €");
    assert_has(chosen(CHOICE("most(s.base, 20)"), person), "s.base = 15,00 € and 20,00 €");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(below_a_total_stands_only_what_was_added),
        TEST(below_a_conditional_total_stand_the_amounts_and_not_the_conditions),
        TEST(what_a_function_read_stays_a_reading_of_the_formula),
        TEST(an_addend_is_not_told_a_second_time_as_read),
        TEST(a_rounded_score_is_told_as_it_was_and_measured_from_there),
        TEST(an_edge_that_is_no_multiple_moves_to_the_next_one),
        TEST(a_rounded_percentage_is_measured_in_percent),
        TEST(an_empty_row_is_no_neighbour),
        TEST(a_percentage_is_rounded_in_percent_and_not_to_the_cent),
        TEST(a_difference_is_no_limit),
        TEST(what_the_rules_fix_limits_what_is_worked_out),
        TEST(numerals_are_told_in_the_unit_of_the_others),
    };
    return cmocka_run_group_tests_name("reason", tests, NULL, NULL);
}
