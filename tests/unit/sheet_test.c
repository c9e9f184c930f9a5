/* Sheets whose criteria have bounds and weights of their own, do not apply, or must be motivated;
 * and the place of an entry in its list. */
#include "packs.h"

#define TOTALS                                                                                     \
    "  total = points { of = function(s) return sum(s.r) end },\n"                                 \
    "  mean  = points { of = function(s) return mean(s.r) end },\n"

/* A subject with the sheet `r`. */
static const char *with_sheet(const char *attributes, const char *criteria)
{
    const char *head =
        packs_join("return subject {\n  r = sheet { ", attributes, " criteria = {\n    ");
    return packs_join(head, criteria, " } },\n" TOTALS "}\n");
}

static void assert_totals(const char *marks, const char *total, const char *mean)
{
    assert_int_equal(evaluate(packs_join("r: {", marks, "}")), PAG_OK);
    assert_figure("total", total);
    assert_figure("mean", mean);
}

static void assert_marks_refused(const char *marks, const char *expected)
{
    assert_int_not_equal(evaluate(packs_join("r: {", marks, "}")), PAG_OK);
    assert_said(expected);
}

static void assert_help(const char *expected)
{
    assert_string_equal(sentence(HELP), expected);
}

/* --- bounds --- */

static void a_criterion_has_bounds_of_its_own_and_else_those_of_its_sheet(void **state)
{
    (void)state;
    assert_loads(with_sheet("max = 10, step = 1,", "{ id = \"a\", max = 30 }, { id = \"b\" },"
                                                   "{ id = \"c\", min = 5, step = \"0.5\" }"));
    assert_totals("a: 30, b: 10, c: 5.5", "45.5", "91/6");
    assert_marks_refused("a: 31, b: 11, c: 4", "E0233 evaluation.yaml:4:10; "
                                               "E0233 evaluation.yaml:4:17; "
                                               "E0232 evaluation.yaml:4:24");
    assert_marks_refused("a: 2.5, b: -1, c: 5", "E0234 evaluation.yaml:4:10; "
                                                "E0232 evaluation.yaml:4:18");
    assert_marks_refused("b: 1, c: 5", "E0240 evaluation.yaml:4:6");
    assert_help("write, for example:  a: 30");
}

static void bounds_of_criteria_must_leave_a_mark_to_give(void **state)
{
    (void)state;
    assert_refused(with_sheet("max = 10,", "{ id = \"a\", min = 11 }, { id = \"b\", step = 0 }"),
                   "E0159 person.lua:3:23; E0176 person.lua:3:48");
    assert_refused(with_sheet("", "{ id = \"a\", max = 10 }, { id = \"b\" }"),
                   "E0721 person.lua:3:29");
    assert_refused(with_sheet("", "{ id = \"a\" }"), "E0178 person.lua:2:3");
    assert_refused(with_sheet("marks = { 1, 2 },", "{ id = \"a\", max = 2 }"),
                   "E0720 person.lua:3:23");
    assert_refused(with_sheet("", "{ id = \"a\", max = \"5%\" }"), "E0152 person.lua:3:23");
}

/* --- weights --- */

static void marks_count_by_their_weights(void **state)
{
    (void)state;
    assert_loads(with_sheet("max = 10,", "{ id = \"a\", weight = 2 }, { id = \"b\" },"
                                         "{ id = \"c\", weight = \"1/3\" }"));
    assert_totals("a: 10, b: 4, c: 6", "26", "7.8");
    assert_loads(with_sheet("max = 10,", "{ id = \"a\", weight = \"30%\" },"
                                         "{ id = \"b\", weight = \"70%\" }"));
    assert_totals("a: 10, b: 4", "5.8", "5.8");
    assert_loads(with_sheet("max = 10,", "{ id = \"a\", weight = 0 }, { id = \"b\" }"));
    assert_totals("a: 10, b: 4", "4", "4");
}

static void weights_of_a_sheet_are_of_one_kind_and_count_something(void **state)
{
    (void)state;
    assert_refused(with_sheet("max = 10,", "{ id = \"a\", weight = -1 }, { id = \"b\" }"),
                   "E0722 person.lua:3:26");
    assert_refused(with_sheet("max = 10,", "{ id = \"a\", weight = \"30%\" }, { id = \"b\" }"),
                   "E0723 person.lua:3:35");
    assert_refused(
        with_sheet("max = 10,", "{ id = \"a\", weight = 3 }, { id = \"b\", weight = \"30%\" }"),
        "E0723 person.lua:3:26");
    assert_refused(with_sheet("max = 10,", "{ id = \"a\", weight = 0 }"), "E0724 person.lua:3:26");
    assert_refused(with_sheet("max = 10,", "{ id = \"a\", weight = \"much\" }"),
                   "E0152 person.lua:3:26");
    assert_refused(with_sheet("max = 10,", "{ id = \"a\", weight = \"0,5\" }"),
                   "E0454 person.lua:3:26");
}

/* --- criteria that do not apply --- */

#define THREE                                                                                      \
    "{ id = \"a\", max = 30, weight = 2 }, { id = \"b\" }, { id = \"c\", weight = \"0.5\" }"

static void the_others_stand_for_what_does_not_apply(void **state)
{
    (void)state;
    assert_loads(with_sheet("max = 10, na = \"rescale\",", THREE));
    assert_totals("a: 15, b: 5, c: 5", "37.5", "75/7");
    assert_totals("a: na, b: 6, c: 4", "40", "16/3"); /* 8 of 15, as it were of 75 */
    assert_totals("a: 15, b: {mark: na, because: mai chiesto}, c: 0", "450/13", "12");
    assert_loads(with_sheet("marks = { 4, 6, 8 }, na = \"rescale\",",
                            "{ id = \"a\" }, { id = \"b\" }, { id = \"c\" }"));
    assert_totals("a: na, b: 6, c: 4", "15", "5");
}

static void a_mark_that_does_not_apply_is_no_number_anywhere(void **state)
{
    (void)state;
    assert_loads(with_sheet("max = 10, na = \"rescale\",", "{ id = \"a\" }, { id = \"b\" }"));
    assert_int_equal(evaluate("r: {a: na, b: 6}"), PAG_OK);
    assert_figure("r", "na 6");
    const pag_step *step = &figure("total")->steps[1];
    assert_int_equal(step->kind, PAG_STEP_TOTAL);
    assert_int_equal(step->n, 1);
    assert_int_equal(step->tally->of, 2);
    assert_string_equal(packs_text(pag_number_plain(&packs.arena, step->tally->reach)), "20");
    assert_string_equal(packs_text(pag_number_plain(&packs.arena, step->tally->left)), "10");
}

static void what_does_not_apply_is_refused_unless_the_sheet_says_otherwise(void **state)
{
    (void)state;
    assert_loads(with_sheet("max = 10,", "{ id = \"a\" }, { id = \"b\" }"));
    assert_marks_refused("a: na, b: 6", "E0727 evaluation.yaml:4:10");
    assert_marks_refused("a: n.a., b: 6", "E0228 evaluation.yaml:4:10");
    assert_loads(with_sheet("max = 10, na = \"refuse\",", "{ id = \"a\" }, { id = \"b\" }"));
    assert_marks_refused("a: na, b: 6", "E0727 evaluation.yaml:4:10");
    assert_refused(with_sheet("max = 10, na = \"maximum\",", "{ id = \"a\" }"),
                   "E0731 person.lua:2:30");
    assert_refused(with_sheet("max = 10, na = true,", "{ id = \"a\" }"), "E0731 person.lua:2:30");
}

static void something_of_a_sheet_must_apply_and_count(void **state)
{
    (void)state;
    assert_loads(
        with_sheet("max = 10, na = \"rescale\",", "{ id = \"a\" }, { id = \"b\", weight = 0 }"));
    assert_marks_refused("a: na, b: na", "E0728 evaluation.yaml:4:6");
    assert_marks_refused("a: na, b: 10", "E0729 evaluation.yaml:4:6");
    assert_marks_refused("a: N/A, b: 10", "E0726 evaluation.yaml:4:10");
    assert_refused(with_sheet("min = \"-10\", max = 0, na = \"rescale\",", "{ id = \"a\" }"),
                   "E0725 person.lua:3:5");
    assert_refused(with_sheet("max = 5, na = \"rescale\",", "{ id = \"a\", max = 0 }"),
                   "E0725 person.lua:3:23");
}

static void what_does_not_apply_can_be_left_out_with_nothing_rescaled(void **state)
{
    (void)state;
    assert_loads(with_sheet("max = 10, na = \"leave out\",", THREE));
    assert_totals("a: 15, b: 5, c: 5", "37.5", "75/7");
    assert_totals("a: na, b: 6, c: 4", "8", "16/3");
    assert_marks_refused("a: na, b: na, c: na", "E0728 evaluation.yaml:4:6");
    assert_marks_refused("a: n.a., b: 6, c: 4", "E0726 evaluation.yaml:4:10");
    assert_loads(with_sheet("max = 10, na = \"leave out\",", "{ id = \"a\", weight = \"30%\" },"
                                                             "{ id = \"b\", weight = \"70%\" }"));
    assert_totals("a: 10, b: na", "3", "10");
}

/* --- what can be reached --- */

static const char *with_full(const char *attributes, const char *criteria)
{
    const char *head =
        packs_join("return subject {\n  r = sheet { ", attributes, " criteria = {\n    ");
    return packs_join(head, criteria,
                      " } },\n  most = points { of = function(s) return full(s.r) end } }\n");
}

static void assert_full(const char *marks, const char *most)
{
    assert_int_equal(evaluate(packs_join("r: {", marks, "}")), PAG_OK);
    assert_figure("most", most);
}

static void full_is_the_most_that_a_sum_can_come_to(void **state)
{
    (void)state;
    assert_loads(with_full("max = 10,", "{ id = \"a\", max = 30 }, { id = \"b\" }"));
    assert_full("a: 1, b: 2", "40");
    assert_loads(with_full("marks = { 4, 6, 8 },", "{ id = \"a\" }, { id = \"b\" }"));
    assert_full("a: 4, b: 4", "16");
    assert_loads(with_full("max = 10,", "{ id = \"a\", weight = \"30%\" },"
                                        "{ id = \"b\", max = 20, weight = \"70%\" }"));
    assert_full("a: 4, b: 4", "17");
}

static void full_leaves_out_what_the_sheet_leaves_out(void **state)
{
    (void)state;
    const char *criteria = "{ id = \"a\", max = 30 }, { id = \"b\", weight = 2 }";
    assert_loads(with_full("max = 10, na = \"leave out\",", criteria));
    assert_full("a: na, b: 2", "20");
    assert_full("a: 7, b: na", "30");
    assert_full("a: 7, b: 2", "50");
    assert_loads(with_full("max = 10, na = \"rescale\",", criteria));
    assert_full("a: na, b: 2", "50"); /* as rescaling brings the sum up to */
}

static void full_is_asked_of_one_sheet(void **state)
{
    (void)state;
    write_rules("return subject { l = list { name = text {}, v = points {} },\n"
                "  most = points { of = function(s) return full(s.l) end } }\n");
    evaluate("l: [{name: A, v: 1}]");
    assert_said("E0466 person.lua:2:43");
    assert_help("write full(m.results)");
    assert_loads("return subject { r = sheet { max = 3, criteria = { { id = \"a\" } } },\n"
                 "  most = points { of = function(s) return full(s.r, \"a\") end } }\n");
    evaluate("r: {a: 1}");
    assert_said("E0466 person.lua:2:43");
}

/* --- reasons --- */

static void a_sheet_can_require_a_reason_for_each_mark(void **state)
{
    (void)state;
    assert_loads(with_sheet("max = 10, na = \"rescale\", because = \"required\",",
                            "{ id = \"a\" }, { id = \"b\" }"));
    assert_totals("a: {mark: 8, because: puntuale}, b: {mark: na, because: x}", "16", "8");
    assert_marks_refused("a: 8, b: na", "E0730 evaluation.yaml:4:10; E0730 evaluation.yaml:4:16");
    assert_help("write  a: {mark: 8, because: \"…\"}");
    assert_marks_refused("a: {mark: 8, because: \" \u00a0\"}, b: {mark: 8}",
                         "E0730 evaluation.yaml:4:17; E0730 evaluation.yaml:4:46");
    assert_marks_refused("a: {mark: 8, because: x}", "E0240 evaluation.yaml:4:6");
    assert_help("write, for example:  b: {mark: 10, because: \"…\"}");
    assert_loads(with_sheet("max = 10, because = \"optional\",", "{ id = \"a\" }"));
    assert_totals("a: 8", "8", "8");
    assert_marks_refused("a: {mark: 8, because: \" \"}", "E0282 evaluation.yaml:4:29");
    const char *said[] = {"\"-\"", "\"...\"", "…", "8", "\"10/12\"", "«»"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        assert_marks_refused(packs_join("a: {mark: 8, because: ", said[i], "}"),
                             "E0288 evaluation.yaml:4:29");
    }
    assert_totals("a: {mark: 8, because: è}", "8", "8");
    assert_refused(with_sheet("max = 10, because = \"always\",", "{ id = \"a\" }"),
                   "E0732 person.lua:2:35");
}

/* --- criteria of the plan --- */

#define PLAN(criteria)                                                                             \
    "plan: test/2024\norganization: O\ntitle: T\nsource: S\n"                                      \
    "period: {from: 2024-01-01, to: 2024-12-31}\n"                                                 \
    "s:\n  r:\n    title: R\n    criteria:\n" criteria

static bool load_with_plan(const char *plan, const char *attributes)
{
    write_file("plans/test/2024/plan.yaml", plan);
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", plan = \"test/2024\" }\n");
    write_file("rules/test/2024/person.lua",
               packs_join("return subject { r = sheet { from = \"plan.s.r\",", attributes,
                          "},\n" TOTALS "}\n"));
    return load();
}

static void criteria_of_a_plan_have_bounds_and_weights_too(void **state)
{
    (void)state;
    assert_true(load_with_plan(PLAN("      - {id: a, title: A, max: 30, weight: 60%}\n"
                                    "      - {id: b, title: B, min: 1, step: 0.5, weight: 40 %}\n"),
                               "max = 10"));
    assert_totals("a: 30, b: 2.5", "19", "19");
    assert_marks_refused("a: 31, b: 0.5", "E0233 evaluation.yaml:4:10; E0232 evaluation.yaml:4:17");
}

static void weights_in_percent_are_shares_of_one_whole(void **state)
{
    (void)state;
    assert_refused(with_sheet("max = 5,", "{ id = \"a\", weight = \"60%\" },"
                                          " { id = \"b\", weight = \"30%\" }"),
                   "E0735 person.lua:3:26");
    assert_string_equal(sentence(MESSAGE), "the weights of \"r\" make 90 %, not 100 %");
    assert_refused(with_sheet("max = 5,", "{ id = \"a\", weight = \"33.34%\" },"
                                          " { id = \"b\", weight = \"66.67%\" }"),
                   "E0735 person.lua:3:26");
    assert_false(load_with_plan(PLAN("      - {id: a, title: A, weight: 100%}\n"
                                     "      - {id: b, title: B, weight: 1%}\n"),
                                "max = 10"));
    assert_said("E0735 plan.yaml:10:35");
    assert_loads(with_sheet("max = 5,", "{ id = \"a\", weight = \"1/3\" }, { id = \"b\" }"));
    assert_loads(
        with_sheet("max = 5,", "{ id = \"a\", weight = 60 }, { id = \"b\", weight = 30 }"));
}

static void what_is_wrong_with_criteria_of_a_plan_is_told_there(void **state)
{
    (void)state;
    assert_false(load_with_plan(PLAN("      - {id: a, title: A, weight: 60%}\n"
                                     "      - {id: b, title: B, weight: 1}\n"),
                                "max = 10"));
    assert_said("E0723 plan.yaml:11:35");
    assert_false(load_with_plan(PLAN("      - {id: a, title: A, max: 8%}\n"
                                     "      - {id: b, title: B, weight: x}\n"),
                                "max = 10"));
    assert_said("E0247 plan.yaml:10:32; E0228 plan.yaml:11:35");
    assert_false(load_with_plan(PLAN("      - {id: a, title: A, max: 8}\n"), "marks = { 1, 2 }"));
    assert_said("E0720 plan.yaml:10:32");
    assert_false(load_with_plan(PLAN("      - {id: a, title: A}\n"), ""));
    assert_said("E0178 person.lua:1:18");
}

/* --- places --- */

#define PEOPLE(formula)                                                                            \
    "return subject { person = list { name = text {}, score = points {},\n"                        \
    "  place = whole { of = function(p, s) return " formula " end } },\n"                          \
    "  other = list { id = text {} } }\n"
#define FOUR                                                                                       \
    "person:\n  - {name: A, score: 7}\n  - {name: B, score: 9}\n"                                  \
    "  - {name: C, score: 9.0}\n  - {name: D, score: 6}\nother: [{id: x}]\n"

static void equal_entries_share_their_place(void **state)
{
    (void)state;
    assert_loads(PEOPLE("rank(s.person, \"score\", p)"));
    assert_int_equal(evaluate(FOUR), PAG_OK);
    assert_figure_for("place", "A", "3");
    assert_figure_for("place", "B", "1");
    assert_figure_for("place", "C", "1");
    assert_figure_for("place", "D", "4");
    const pag_figure *place = figure_for("place", "D");
    const pag_step *step = &place->steps[place->n_steps - 1];
    assert_int_equal(step->kind, PAG_STEP_TOTAL);
    assert_int_equal(step->n, 4);
    assert_ptr_equal(step->figures[3], figure_for("person.score", "D"));
}

static void a_place_is_asked_for_a_number_and_an_entry_of_the_list(void **state)
{
    static const struct {
        const char *rules, *said;
    } wrong[] = {
        {PEOPLE("rank(s.person, \"name\", p)"), "E0733 person.lua:2:61"},
        {PEOPLE("rank(s.person, \"score\", s)"), "E0734 person.lua:2:70"},
        {PEOPLE("rank(s.person, \"score\", s.other[1])"), "E0734 person.lua:2:70"},
        {PEOPLE("rank(s.person, \"skore\", p)"), "E0467 person.lua:2:61"},
        {PEOPLE("rank(s.person, \"score\")"), "E0466 person.lua:2:46"},
        {PEOPLE("rank(s.person, function(q) return q.score end, p)"), "E0466 person.lua:2:46"},
        {PEOPLE("rank(p.score, \"score\", p)"), "E0466 person.lua:2:46"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_loads(wrong[i].rules);
        assert_int_not_equal(evaluate(FOUR), PAG_OK);
        assert_int_equal(strncmp(said(), wrong[i].said, strlen(wrong[i].said)), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_criterion_has_bounds_of_its_own_and_else_those_of_its_sheet),
        TEST(bounds_of_criteria_must_leave_a_mark_to_give),
        TEST(marks_count_by_their_weights),
        TEST(weights_of_a_sheet_are_of_one_kind_and_count_something),
        TEST(the_others_stand_for_what_does_not_apply),
        TEST(a_mark_that_does_not_apply_is_no_number_anywhere),
        TEST(what_does_not_apply_is_refused_unless_the_sheet_says_otherwise),
        TEST(something_of_a_sheet_must_apply_and_count),
        TEST(a_sheet_can_require_a_reason_for_each_mark),
        TEST(criteria_of_a_plan_have_bounds_and_weights_too),
        TEST(what_does_not_apply_can_be_left_out_with_nothing_rescaled),
        TEST(full_is_the_most_that_a_sum_can_come_to),
        TEST(full_leaves_out_what_the_sheet_leaves_out),
        TEST(full_is_asked_of_one_sheet),
        TEST(weights_in_percent_are_shares_of_one_whole),
        TEST(what_is_wrong_with_criteria_of_a_plan_is_told_there),
        TEST(equal_entries_share_their_place),
        TEST(a_place_is_asked_for_a_number_and_an_entry_of_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
