/* Two packs side by side: which edits make one of the other, what each can change, and what they
 * cost, each and together. */
#include "diff/internal.h"
#include "packs.h"

/* The rules before and after, as subjects of one file each. */
static pag_diff *compared(const char *before, const char *after)
{
    pag_diff_order order = {.allocator = packs.memory};
    const char *const texts[] = {before, after}, *const names[] = {"test/2024", "test/2025"};
    for (int side = 0; side < 2; side++) {
        const char *folder = packs_join("rules/", names[side], "/");
        write_file(packs_join(folder, "pack.lua", ""), "pack { title = \"Prova\" }\n");
        write_file(packs_join(folder, "person.lua", ""), texts[side]);
        packs.pack = NULL;
        order.packs[side] = load_pack(names[side]);
        assert_non_null(order.packs[side]);
        order.trees[side] = (pag_tree){pag_str_from(packs_join(packs.root, "/", "rules")),
                                       pag_str_from(packs_join(packs.root, "/", "plans"))};
    }
    packs.pack = NULL;
    return pag_diff_packs(&packs.arena, &order);
}

static void done_with(pag_diff *diff)
{
    for (int side = 0; side < 2; side++) pag_pack_destroy(diff->order.packs[side]);
}

static pag_status cost(pag_diff *diff, const char *person)
{
    const char *head = "rules: test/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\nperson:\n";
    pag_diff_file *file = PAG_NEW(&packs.arena, pag_diff_file);
    *file = (pag_diff_file){PAG_STR("evaluation.yaml"),
                            pag_str_from(packs_join(head, packs_indented(person), "\n"))};
    return pag_diff_cost(diff, file, 1, NULL, NULL);
}

static const char *money(pag_number x)
{
    return packs_text(pag_number_plain(&packs.arena, x));
}

/* Charges and interactions are the whole difference. */
static void assert_adds_up(const pag_diff *diff)
{
    pag_number sum = pag_number_with_unit(&packs.arena, PAG_ZERO, PAG_MONEY);
    for (size_t i = 0; i < diff->n_charges; i++) {
        assert_int_equal(pag_number_add(&packs.arena, &sum, sum, diff->charges[i].amount), 0);
    }
    assert_string_equal(money(sum), money(diff->difference));
}

static void assert_edit(const pag_diff *diff, size_t i, const char *name, pag_diff_effect effect)
{
    assert_true(i < diff->n_edits);
    assert_string_equal(packs_text(diff->edits[i].name), name);
    assert_int_equal(diff->edits[i].effect, effect);
}

static bool append(void *ud, const char *bytes, size_t len)
{
    pag_text_put(ud, (pag_str){bytes, len});
    return true;
}

/* What people read, in a terminal of so many columns. */
static pag_str written(const pag_diff *diff, size_t width)
{
    pag_text out = {.arena = &packs.arena};
    pag_sink sink = {.write = append, .ud = &out};
    const pag_diff_style style = {.lang = PAG_IT, .width = width, .verbose = true};
    pag_diff_write(diff, &style, &packs.arena, &sink);
    return pag_text_str(&out);
}

/* A line is wider only where it has nothing at which it could be broken, or is a command. */
static void assert_within(pag_str text, size_t width)
{
    while (text.len) {
        pag_str line = {text.at, pag_str_find(text, '\n')};
        pag_str word = line;
        while (word.len && *word.at == ' ') word = (pag_str){word.at + 1, word.len - 1};
        bool command = pag_str_starts(word, PAG_STR("pagella "));
        if (pag_text_width(line) > width && pag_str_find(word, ' ') < word.len && !command) {
            fail_msg("wider than %zu: %s", width, packs_text(line));
        }
        size_t past = line.len < text.len ? line.len + 1 : line.len;
        text = (pag_str){text.at + past, text.len - past};
    }
}

#define TABLE(rows) "local fasce = bands \"fasce\" { gaps = \"refuse\", " rows " }\n"
#define PERSON(rate)                                                                               \
    "return subject {\n"                                                                           \
    "  rate = percent { value = " rate ", title = \"Aliquota\" },\n"                               \
    "  one = list {\n"                                                                             \
    "    name  = text {},\n"                                                                       \
    "    score = points { max = 100, step = 10, title = \"Punti\" },\n"                            \
    "    base  = money { title = \"Base\" },\n"                                                    \
    "    share = percent { bands = fasce, by = \"score\" },\n"                                     \
    "    pay   = money { payable = true, round = \"cent\",\n"                                      \
    "      of = function(o, s) return o.base * o.share * s.rate end },\n"                          \
    "  },\n"                                                                                       \
    "  pay = money { payable = true, round = \"cent\",\n"                                          \
    "    of = function(s) return sum(s.one, \"pay\") end },\n"                                     \
    "}\n"
#define ROWS "{ from = 0, to = 50, give = \"0%\" }, { from = 51, to = 100, give = \"10%\" },"
#define TWO                                                                                        \
    "one:\n"                                                                                       \
    "  - {name: Anna, score: 60, base: 1000.01}\n"                                                 \
    "  - {name: Bruno, score: 50, base: 500.00}\n"

static void a_pack_and_itself_have_no_difference(void **state)
{
    (void)state;
    pag_diff *diff = compared(TABLE(ROWS) PERSON("\"10%\""), TABLE(ROWS) PERSON("\"10%\""));
    assert_true(diff->same);
    done_with(diff);
}

static void blanks_and_comments_are_no_difference(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(TABLE(ROWS) PERSON("\"10%\""), "-- Fasce\n" TABLE("\n\n" ROWS) PERSON("'10%'"));
    assert_true(diff->same);
    done_with(diff);
}

static void a_percentage_that_changed_tells_for_which_scores(void **state)
{
    (void)state;
    pag_diff *diff = compared(
        TABLE(ROWS) PERSON("\"10%\""),
        TABLE("{ from = 0, to = 50, give = \"0%\" }, { from = 51, to = 100, give = \"12%\" },")
            PERSON("\"10%\""));
    assert_int_equal(diff->n_edits, 1);
    assert_edit(diff, 0, "fasce, from = 51, to = 100: give", PAG_DIFF_RANGES);
    assert_int_equal(diff->edits[0].n_ranges, 1);
    const pag_diff_range *range = &diff->edits[0].ranges[0];
    assert_string_equal(money(range->ends[0]), "60");
    assert_string_equal(money(range->ends[1]), "100");
    assert_int_equal(range->count, 5);
    assert_string_equal(packs_text(range->gives[1]), "12 %");
    done_with(diff);
}

static void edges_that_no_score_meets_have_no_effect(void **state)
{
    (void)state;
    pag_diff *diff = compared(
        TABLE(ROWS) PERSON("\"10%\""),
        TABLE("{ from = 0, to = 55, give = \"0%\" }, { from = 56, to = 100, give = \"10%\" },")
            PERSON("\"10%\""));
    assert_int_equal(diff->n_edits, 1);
    assert_edit(diff, 0, "fasce, from = 0, to = 50: to", PAG_DIFF_NONE);
    done_with(diff);
}

static void charges_and_interactions_are_the_whole_difference(void **state)
{
    (void)state;
    pag_diff *diff = compared(
        TABLE(ROWS) PERSON("\"33%\""),
        TABLE("{ from = 0, to = 49, give = \"1%\" }, { from = 50, to = 100, give = \"13%\" },")
            PERSON("\"77%\""));
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_adds_up(diff);
    bool all[8] = {true, true, true, true, true, true, true, true};
    assert_true(diff->n_edits <= 8);
    pag_outcome whole = pag_outcome_of(diff->work, all);
    assert_string_equal(money(pag_outcome_total(diff->work, &whole)), money(diff->amounts[1]));
    assert_true(diff->n_charges > 2);
    assert_int_equal(diff->n_totals, 2);
    assert_false(diff->totals[0].summing);
    assert_true(diff->totals[1].summing);
    assert_string_equal(money(diff->amounts[0]), "33.00");
    assert_string_equal(money(diff->amounts[1]), "150.15");
    done_with(diff);
}

static void what_goes_only_together_is_charged_together(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(TABLE(ROWS) PERSON("\"10%\""),
                 "local function tenth(x) return x / 5 end\n" TABLE(
                     ROWS) "return subject {\n"
                           "  rate = percent { value = \"10%\", title = \"Aliquota\" },\n"
                           "  one = list {\n"
                           "    name  = text {},\n"
                           "    score = points { max = 100, step = 10, title = \"Punti\" },\n"
                           "    base  = money { title = \"Base\" },\n"
                           "    share = percent { bands = fasce, by = \"score\" },\n"
                           "    pay   = money { payable = true, round = \"cent\",\n"
                           "      of = function(o) return tenth(o.base * o.share) end },\n"
                           "  },\n"
                           "  pay = money { payable = true, round = \"cent\",\n"
                           "    of = function(s) return sum(s.one, \"pay\") end },\n"
                           "}\n");
    assert_int_equal(diff->n_edits, 2);
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_int_equal(diff->edits[0].with, diff->edits[1].with);
    assert_int_equal(diff->n_charges, 1);
    assert_string_equal(money(diff->difference), "10.00");
    assert_adds_up(diff);
    done_with(diff);
}

static void formulas_with_the_same_ways_have_no_effect(void **state)
{
    (void)state;
    pag_diff *diff =
        compared("return subject { a = money { title = \"A\" }, b = money { title = \"B\" },\n"
                 "  c = money { payable = true, round = \"cent\", of = function(s)\n"
                 "    if s.a < s.b then return s.a end return s.a + s.b end } }",
                 "return subject { a = money { title = \"A\" }, b = money { title = \"B\" },\n"
                 "  c = money { payable = true, round = \"cent\", of = function(p)\n"
                 "    local first, second = p.a, p.b\n"
                 "    if first < second then return first end\n    return second + first end } }");
    assert_int_equal(diff->n_edits, 1);
    assert_edit(diff, 0, "person.c.of", PAG_DIFF_NONE);
    done_with(diff);
}

static void a_formula_that_reads_something_else_may_have_an_effect(void **state)
{
    (void)state;
    pag_diff *diff = compared(
        "return subject { a = money { title = \"A\" }, b = money { title = \"B\" },\n"
        "  c = money { payable = true, round = \"cent\", of = function(s) return s.a - s.b end } }",
        "return subject { a = money { title = \"A\" }, b = money { title = \"B\" },\n"
        "  c = money { payable = true, round = \"cent\", of = function(s) return s.b - s.a end } "
        "}");
    assert_edit(diff, 0, "person.c.of", PAG_DIFF_OPEN);
    done_with(diff);
}

/* The table is called, not looked up by a cell: that its row is unreached is not shown. */
static void a_table_that_a_formula_calls_may_have_an_effect(void **state)
{
    (void)state;
    const char *calls = "return subject { a = points { max = 100, title = \"A\" },\n"
                        "  b = money { title = \"B\" },\n"
                        "  c = money { payable = true, round = \"cent\",\n"
                        "    of = function(s) return s.b * fasce(s.a) end } }";
    pag_diff *diff = compared(
        packs_join("local fasce = bands \"fasce\" { { from = 0, to = 100, give = \"1%\" } }\n", "",
                   calls),
        packs_join("local fasce = bands \"fasce\" { { from = 0, to = 100, give = \"2%\" } }\n", "",
                   calls));
    assert_edit(diff, 0, "fasce, from = 0, to = 100: give", PAG_DIFF_OPEN);
    done_with(diff);
}

static void a_function_that_changed_acts_upon_formulas_of_the_same_text(void **state)
{
    (void)state;
    const char *calls = "return subject { b = money { title = \"B\" },\n"
                        "  c = money { payable = true, round = \"cent\",\n"
                        "    of = function(s) return part(s.b) end } }";
    pag_diff *diff = compared(packs_join("local function part(x) return x / 2 end\n", "", calls),
                              packs_join("local function part(x) return x / 3 end\n", "", calls));
    assert_edit(diff, 0, "part", PAG_DIFF_OPEN);
    assert_int_equal(cost(diff, "b: 10.00"), PAG_OK);
    assert_string_equal(money(diff->difference), "-1.67");
    assert_adds_up(diff);
    done_with(diff);
}

static void an_input_that_the_second_pack_asks_for_is_told(void **state)
{
    (void)state;
    pag_diff *diff = compared("return subject { a = money { title = \"A\" },\n"
                              "  c = money { payable = true, round = \"cent\",\n"
                              "    of = function(s) return s.a end } }",
                              "return subject { a = money { title = \"A\" },\n"
                              "  b = money { title = \"B\" },\n"
                              "  c = money { payable = true, round = \"cent\",\n"
                              "    of = function(s) return s.a + s.b end } }");
    assert_int_equal(cost(diff, "a: 1.00"), PAG_INVALID);
    done_with(diff);
}

static void what_is_written_stays_within_the_columns_of_the_terminal(void **state)
{
    (void)state;
    pag_diff *diff = compared(
        TABLE(ROWS) PERSON("\"33%\""),
        TABLE("title = \"Fasce per la parte di ciascuno secondo il punteggio raggiunto nell'anno\","
              "{ from = 0, to = 49, give = \"1%\" }, { from = 50, to = 100, give = \"13%\" },")
            PERSON("\"77%\""));
    assert_int_equal(cost(diff, TWO), PAG_OK);
    for (size_t width = 40; width <= 100; width += 20) assert_within(written(diff, width), width);
    done_with(diff);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_pack_and_itself_have_no_difference),
        TEST(blanks_and_comments_are_no_difference),
        TEST(a_percentage_that_changed_tells_for_which_scores),
        TEST(edges_that_no_score_meets_have_no_effect),
        TEST(charges_and_interactions_are_the_whole_difference),
        TEST(what_goes_only_together_is_charged_together),
        TEST(formulas_with_the_same_ways_have_no_effect),
        TEST(a_formula_that_reads_something_else_may_have_an_effect),
        TEST(a_table_that_a_formula_calls_may_have_an_effect),
        TEST(a_function_that_changed_acts_upon_formulas_of_the_same_text),
        TEST(an_input_that_the_second_pack_asks_for_is_told),
        TEST(what_is_written_stays_within_the_columns_of_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
