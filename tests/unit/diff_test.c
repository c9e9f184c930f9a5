/* Two packs side by side: which edits make one of the other, and what each can change. */
#include "diffs.h"

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

static void a_mark_is_no_other_outcome(void **state)
{
    (void)state;
    static const char *const rows[] = {
        ROWS,
        "{ from = 0, to = 50, give = to_confirm(\"0%\", \"non è pubblicato\") },"
        "{ from = 51, to = 100, give = \"10%\" },",
        "{ from = 0, to = 50, give = to_confirm(\"0%\", \"manca l'atto\") },"
        "{ from = 51, to = 100, give = \"10%\" },",
    };
    for (size_t i = 0; i < 3; i++) {
        for (size_t k = 0; k < 3; k++) {
            if (i == k) continue;
            pag_diff *diff =
                compared(packs_join("local fasce = bands \"fasce\" { gaps = \"refuse\",", rows[i],
                                    "}\n" PERSON("\"10%\"")),
                         packs_join("local fasce = bands \"fasce\" { gaps = \"refuse\",", rows[k],
                                    "}\n" PERSON("\"10%\"")));
            assert_int_equal(diff->n_edits, 1);
            assert_edit(diff, 0, "fasce, from = 0, to = 50: give", PAG_DIFF_MARKS);
            assert_int_equal(diff->edits[0].marks[0], i > 0);
            assert_int_equal(diff->edits[0].marks[1], k > 0);
            done_with(diff);
        }
    }
}

/* The mark comes with an edge that moves where no score is. */
static void a_mark_beside_an_edit_leaves_it_what_it_is(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(TABLE(ROWS) PERSON("\"10%\""),
                 TABLE("{ from = 0, to = 55, give = \"0%\" },"
                       "{ from = 56, to = 100, give = to_confirm(\"10%\", \"manca l'atto\") },")
                     PERSON("\"10%\""));
    assert_int_equal(diff->n_edits, 2);
    assert_edit(diff, 0, "fasce, from = 0, to = 50: to", PAG_DIFF_NONE);
    assert_edit(diff, 1, "fasce, from = 51, to = 100: give", PAG_DIFF_MARKS);
    done_with(diff);
}

static void what_is_added_and_used_by_nobody_has_no_effect(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(TABLE(ROWS) PERSON("\"10%\""),
                 "local function tenth(x) return x / 10 end\n" TABLE(
                     ROWS) "local function less(x) return tenth(x) end\n" PERSON("\"10%\""));
    assert_int_equal(diff->n_edits, 2);
    assert_edit(diff, 0, "tenth", PAG_DIFF_NONE);
    assert_true(diff->edits[0].alone);
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

/* One formula of a person with whole, plain and money inputs, written in two ways. */
#define WRITTEN(how)                                                                               \
    "return subject { w = whole { min = 0, max = 20 }, big = whole {}, n = number {},\n"           \
    "  x = number { min = 0 }, o = number { optional = true }, m = money {},\n"                    \
    "  c = money { of = function(s) " how " end } }"

static void assert_written(const char *before, const char *after, pag_diff_effect effect)
{
    pag_diff *diff = compared(before, after);
    assert_int_equal(diff->n_edits, 1);
    assert_edit(diff, 0, "person.c.of", effect);
    done_with(diff);
}
#define ASSERT_SAME(a, b) assert_written(WRITTEN(a), WRITTEN(b), PAG_DIFF_NONE)
#define ASSERT_OPEN(a, b) assert_written(WRITTEN(a), WRITTEN(b), PAG_DIFF_OPEN)

static void formulas_that_compute_the_same_have_no_effect(void **state)
{
    (void)state;
    ASSERT_SAME("return s.m / 2 * s.w", "return s.w * s.m / 2");
    ASSERT_SAME("return s.m * s.w / most(s.w, 1)", "return s.m * (s.w / most(s.w, 1))");
    ASSERT_SAME("return s.m * (s.n + s.w) - s.m", "return s.n * s.m + s.w * s.m - s.m");
    ASSERT_SAME("return s.m / s.x / 4", "return s.m * \"0.25\" / s.x");
    ASSERT_SAME("if s.w >= 5 then return s.m end return s.m * 2",
                "if s.w > 4 then return s.m end return s.m + s.m");
    ASSERT_SAME("if s.big < 5 then return s.m end return s.m * 2",
                "if s.big >= 5 then return s.m * 2 end return s.m");
    ASSERT_SAME("if s.n - s.x > 2 then return s.m end return s.m * 2",
                "if s.n * 3 <= 3 * s.x + 6 then return 2 * s.m end return s.m");
    ASSERT_SAME("return s.m * least(s.n * 2, s.x)", "return s.m * least(s.x, s.n + s.n)");
}

static void formulas_that_do_not_may_have_one(void **state)
{
    (void)state;
    ASSERT_OPEN("return s.m / 2 * s.w", "return s.w * s.m / 3");
    ASSERT_OPEN("if s.n >= 5 then return s.m end return s.m * 2",
                "if s.n > 4 then return s.m end return s.m * 2");
    ASSERT_OPEN("if s.big >= 5 then return s.m end return s.m * 2",
                "if s.big > 5 then return s.m end return s.m * 2");
    ASSERT_OPEN("if s.n > 5 then return s.m end return s.m * 2",
                "if s.n >= 5 then return s.m end return s.m * 2");
    /* what goes away may be missing, or zero */
    ASSERT_OPEN("return s.m * s.n / s.n", "return s.m");
    ASSERT_OPEN("return s.m + s.m * s.n - s.m * s.n", "return s.m");
    ASSERT_OPEN("return s.m / (s.x * s.n)", "return s.m * s.x / (s.x * s.x * s.n)");
    ASSERT_OPEN("return s.m * least(s.n * 2, s.x)", "return s.m * least(s.n * 2, s.x + 1)");
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

/* --- tables that formulas call --- */

#define CALLING(formula)                                                                           \
    "return subject { a = points { max = 100, step = 10, title = \"A\" },\n"                       \
    "  fixed = points { value = 30, title = \"Fisso\" },\n"                                        \
    "  one = list { name = text {}, n = points { max = 10, title = \"N\" } },\n"                   \
    "  b = money { title = \"B\" },\n"                                                             \
    "  c = money { payable = true, round = \"cent\", of = function(s) " formula " end } }\n"

static pag_diff *called(const char *formula)
{
    return compared(packs_join(TABLE(ROWS), "", formula),
                    packs_join(TABLE("{ from = 0, to = 50, give = \"0%\" },"
                                     "{ from = 51, to = 100, give = \"12%\" },"),
                               "", formula));
}

static void a_table_that_a_formula_calls_tells_for_which_scores(void **state)
{
    (void)state;
    pag_diff *diff = called(CALLING("return s.b * fasce(s.a)"));
    assert_edit(diff, 0, "fasce, from = 51, to = 100: give", PAG_DIFF_RANGES);
    assert_int_equal(diff->edits[0].n_ranges, 1);
    const pag_diff_range *range = &diff->edits[0].ranges[0];
    assert_string_equal(money(range->ends[0]), "60");
    assert_int_equal(range->count, 5);
    assert_string_equal(packs_text(range->gives[1]), "12 %");
    assert_string_equal(packs_text(range->caller), "person.c");
    done_with(diff);
}

static void only_scores_that_come_to_the_call_count(void **state)
{
    (void)state;
    pag_diff *diff = called(CALLING("if s.a > 50 then return 0 end return s.b * fasce(s.a)"));
    assert_edit(diff, 0, "fasce, from = 51, to = 100: give", PAG_DIFF_NONE);
    done_with(diff);
    diff = called(CALLING("if s.a > 50 then return 0 end\n"
                          "return sum(s.one, function(o) return s.b * fasce(s.a) end)"));
    assert_edit(diff, 0, "fasce, from = 51, to = 100: give", PAG_DIFF_NONE);
    done_with(diff);
}

static void a_call_within_a_sum_counts(void **state)
{
    (void)state;
    pag_diff *diff =
        called(CALLING("return sum(s.one, function(o) return s.b * fasce(o.n * 10) end)"));
    assert_edit(diff, 0, "fasce, from = 51, to = 100: give", PAG_DIFF_RANGES);
    assert_true(diff->edits[0].n_ranges > 0);
    done_with(diff);
}

/* A loop can only be run on data, and what is looked up is known when rules are loaded. */
static void calls_that_cannot_be_followed_are_told(void **state)
{
    (void)state;
    pag_diff *diff = called(CALLING("local t = 0 for _, o in ipairs(s.one) do"
                                    " t = t + fasce(o.n) * s.b end return t"));
    assert_edit(diff, 0, "fasce, from = 51, to = 100: give", PAG_DIFF_OPEN);
    assert_string_equal(packs_text(diff->edits[0].unfollowed), "person.c");
    done_with(diff);
    diff = called(CALLING("return s.b * fasce(60)"));
    assert_edit(diff, 0, "fasce, from = 51, to = 100: give", PAG_DIFF_RANGES);
    done_with(diff);
    diff = called(CALLING("return s.b * fasce(60) + s.b * fasce(s.a)"));
    assert_edit(diff, 0, "fasce, from = 51, to = 100: give", PAG_DIFF_RANGES);
    done_with(diff);
    diff = called(CALLING("return s.b * fasce(s.fixed)"));
    assert_edit(diff, 0, "fasce, from = 51, to = 100: give", PAG_DIFF_NONE);
    done_with(diff);
}

/* --- marks --- */

#define MARK_ROWS "{ from = 0, to = 5, give = \"0%\" }, { from = 6, to = 40, give = \"10%\" },"
#define MARKED(marks, score)                                                                       \
    "local fasce = bands \"fasce\" { gaps = \"refuse\", " MARK_ROWS " }\n"                         \
    "local marks = { " marks " }\n"                                                                \
    "return subject {\n"                                                                           \
    "  base = money { title = \"Base\" },\n"                                                       \
    "  more = points { max = 1, title = \"Altro\" },\n"                                            \
    "  of = sheet { marks = marks, criteria = { { id = \"a\" }, { id = \"b\" } } },\n"             \
    "  score = points { max = 40, title = \"Punti\", of = function(s) return " score " end },\n"   \
    "  share = percent { bands = fasce, by = \"score\" },\n"                                       \
    "  pay = money { payable = true, round = \"cent\",\n"                                          \
    "    of = function(s) return s.base * s.share end } }\n"

static void marks_that_come_tell_which_scores_come_with_them(void **state)
{
    (void)state;
    pag_diff *diff = compared(MARKED("1, 4", "sum(s.of)"), MARKED("1, 2, 4", "sum(s.of)"));
    assert_int_equal(diff->n_edits, 1);
    assert_edit(diff, 0, "marks", PAG_DIFF_SCALE);
    assert_int_equal(diff->edits[0].n_scales, 1);
    assert_string_equal(packs_text(diff->edits[0].scales[0].marks[1]), "2");
    assert_int_equal(diff->edits[0].n_ranges, 2); /* 3 and 4; 6 */
    assert_int_equal(diff->edits[0].ranges[0].kind, PAG_DIFF_COMES);
    assert_int_equal(diff->edits[0].ranges[0].count, 2);
    assert_string_equal(money(diff->edits[0].ranges[1].ends[0]), "6");
    assert_string_equal(packs_text(diff->edits[0].ranges[1].gives[1]), "10 %");
    done_with(diff);
}

static void marks_that_go_tell_which_scores_go_with_them(void **state)
{
    (void)state;
    pag_diff *diff = compared(MARKED("1, 2, 4", "sum(s.of)"), MARKED("1, 4", "sum(s.of)"));
    assert_edit(diff, 0, "marks", PAG_DIFF_SCALE);
    assert_int_equal(diff->edits[0].ranges[0].kind, PAG_DIFF_GOES);
    assert_string_equal(packs_text(diff->edits[0].scales[0].marks[0]), "2");
    done_with(diff);
}

static void scores_that_cannot_be_listed_are_said_to_be_unknown(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(MARKED("1, 4", "sum(s.of) + s.more"), MARKED("1, 2, 4", "sum(s.of) + s.more"));
    assert_edit(diff, 0, "marks", PAG_DIFF_SCALE);
    assert_string_equal(packs_text(diff->edits[0].unlisted), "person.score");
    assert_int_equal(diff->edits[0].n_ranges, 0);
    done_with(diff);
}

/* The score is a part of the most that can be reached. */
static void another_highest_mark_may_have_an_effect_where_it_counts(void **state)
{
    (void)state;
    pag_diff *diff = compared(MARKED("1, 4", "sum(s.of)"), MARKED("1, 5", "sum(s.of)"));
    assert_edit(diff, 0, "marks", PAG_DIFF_SCALE);
    done_with(diff);
    diff = compared(MARKED("1, 4", "sum(s.of) / full(s.of) * 8"),
                    MARKED("1, 5", "sum(s.of) / full(s.of) * 8"));
    assert_edit(diff, 0, "marks", PAG_DIFF_OPEN);
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
        TEST(a_mark_is_no_other_outcome),
        TEST(a_mark_beside_an_edit_leaves_it_what_it_is),
        TEST(what_is_added_and_used_by_nobody_has_no_effect),
        TEST(formulas_with_the_same_ways_have_no_effect),
        TEST(formulas_that_compute_the_same_have_no_effect),
        TEST(formulas_that_do_not_may_have_one),
        TEST(a_formula_that_reads_something_else_may_have_an_effect),
        TEST(a_table_that_a_formula_calls_tells_for_which_scores),
        TEST(only_scores_that_come_to_the_call_count),
        TEST(a_call_within_a_sum_counts),
        TEST(calls_that_cannot_be_followed_are_told),
        TEST(marks_that_come_tell_which_scores_come_with_them),
        TEST(marks_that_go_tell_which_scores_go_with_them),
        TEST(scores_that_cannot_be_listed_are_said_to_be_unknown),
        TEST(another_highest_mark_may_have_an_effect_where_it_counts),
        TEST(a_function_that_changed_acts_upon_formulas_of_the_same_text),
        TEST(what_is_written_stays_within_the_columns_of_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
