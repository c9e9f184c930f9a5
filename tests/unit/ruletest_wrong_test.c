/* Tests of rules that are written wrong: each mistake is told at its place. */
#include "ruletests.h"

static void several_entries_want_an_id_in_the_table(void **state)
{
    (void)state;
    assert_told("- test: quale\n"
                "  person: {part: [{name: A}, {name: B}]}\n"
                "  table: person.part\n"
                "  given: [score]\n"
                "  expect: [rate]\n"
                "  rows: [[0, 0%]]\n",
                PAG_INVALID, "tests.yaml:3:10: error: \"person.part\" does not say");
}

static void a_policy_that_replaces_nothing_is_an_error(void **state)
{
    (void)state;
    const char *near = "- test: quasi\n  policy: {steps.gap: reach up}\n"
                       "  person: {}\n  expect: {base: 0}\n";
    assert_told(near, PAG_INVALID,
                "tests.yaml:2:12: error: the rules have nothing called "
                "\"steps.gap\"");
    assert_told("- test: niente\n  policy: {person.part.round: cent}\n"
                "  person: {}\n  expect: {base: 0}\n",
                PAG_INVALID, "[E0844]");
    assert_told("- test: una formula\n  policy: {person.total.of: 5}\n"
                "  person: {}\n  expect: {base: 0}\n",
                PAG_INVALID, "[E0844]");
}

/* As if it stood in the rules, so what is wrong there is wrong here. */
static void a_word_that_a_policy_adds_is_judged(void **state)
{
    (void)state;
    assert_told("- test: un dato non si arrotonda\n  policy: {person.base.round: cent}\n"
                "  person: {base: 1}\n  expect: {base: 1}\n",
                PAG_INVALID, "[E0157]");
    assert_told("- test: un modo che non c'è\n  policy: {person.total.round: dollaro}\n"
                "  person: {base: 1}\n  expect: {base: 1}\n",
                PAG_INVALID, "[E0123]");
    assert_told(
        "- test: un numero al posto di una percentuale\n  policy: {person.part.rate.max: 20}\n"
        "  person: {base: 1}\n  expect: {base: 1}\n",
        PAG_INVALID, "[E0116]");
}

static void a_policy_that_the_rules_cannot_have_is_an_error(void **state)
{
    (void)state;
    assert_told("- test: sbagliata\n  policy: {steps.gaps: boh}\n"
                "  person: {}\n  expect: {base: 0}\n",
                PAG_INVALID, "[E0131]");
    assert_told("- test: sbagliata\n  policy: {steps.gaps: boh}\n"
                "  person: {}\n  expect: {base: 0}\n",
                PAG_INVALID, "tests.yaml:2:11: error: \"sbagliata\": with this policy");
}

static void names_that_fit_none_or_several_figures_are_errors(void **state)
{
    (void)state;
    assert_told("- {test: t, person: {part: [{name: A}]}, expect: {a.rat: 0%}}\n", PAG_INVALID,
                "[E0825]");
    assert_told("- {test: t, person: {part: [{name: A}]}, expect: {qualcosa: 0%}}\n", PAG_INVALID,
                "[E0826]");
    assert_told("- {test: t, person: {part: [{name: A}, {name: B}]}, expect: {rate: 0%}}\n",
                PAG_INVALID, "[E0827]");
    assert_told("- {test: t, person: {part: [{name: A}]}, expect: {part: 1}}\n", PAG_INVALID,
                "[E0828]");
}

static void an_expected_value_is_written_as_in_an_evaluation(void **state)
{
    (void)state;
    assert_told("- {test: t, person: {part: [{score: 1}]}, expect: {rate: 0}}\n", PAG_INVALID,
                "[E0227]");
}

static void what_is_written_wrong_in_a_case_is_told(void **state)
{
    (void)state;
    assert_told("test: x\n", PAG_INVALID, "tests.yaml:1:1: error: a test file is a list of cases");
    assert_told("- {person: {}}\n", PAG_INVALID, "[E0822]");
    assert_told("- 5\n", PAG_INVALID, "[E0822]");
    assert_told("- {test: t}\n", PAG_INVALID, "[E0823]");
    assert_told("- {test: t, source: boh, expect: {base: 1}}\n", PAG_INVALID, "[E0824]");
    assert_told("- {test: t, error: boh}\n", PAG_INVALID, "[E0829]");
    assert_told("- {test: t, error: W0321}\n", PAG_INVALID, "[E0830]");
    assert_told("- {test: t, warning: E0320}\n", PAG_INVALID, "[E0831]");
    assert_told("- {test: t, given: [a], expect: {base: 1}}\n", PAG_INVALID, "[E0835]");
    assert_told("- {test: t, expect: [base]}\n", PAG_INVALID, "[E0836]");
    assert_told("- {test: t, policy: x, expect: {base: 1}}\n", PAG_INVALID, "[E0837]");
    assert_told("- {test: t, expct: {base: 1}}\n", PAG_FINDINGS, "the key \"expct\"");
}

static void what_is_written_wrong_in_a_table_is_told(void **state)
{
    (void)state;
    const char *table = "- {test: t, table: person.part, given: [score], expect: [rate], ";
    assert_told(packs_join(table, "rows: [[0]]}\n", ""), PAG_INVALID, "[E0832]");
    assert_told(packs_join(table, "rows: []}\n", ""), PAG_INVALID, "[E0833]");
    assert_told("- {test: t, table: person.part, expect: {rate: 0%}}\n", PAG_INVALID, "[E0833]");
    assert_told(packs_join(table, "rows: [[0, 0%]], error: E0305}\n", ""), PAG_INVALID, "[E0834]");
    assert_told("- {test: t, table: person.parts, given: [a], expect: [b], rows: [[1, 2]]}\n",
                PAG_INVALID, "[E0838]");
    assert_told("- {test: t, table: person.part, given: [scor], expect: [rate], rows: [[1, 0%]]}\n",
                PAG_FINDINGS, "tests.yaml:1:41: error: the key \"scor\"");
}

static void nothing_to_test_is_a_finding(void **state)
{
    (void)state;
    const char *told;
    write_rules(rules);
    assert_int_equal(run_path(packs_join(packs.root, "/", "rules"), false, &told), PAG_FINDINGS);
    assert_non_null(strstr(told, "[W0846]"));
    write_file("plans/x.yaml", "plan: x\n");
    assert_int_equal(run_path(packs_join(packs.root, "/", "plans/x.yaml"), false, &told),
                     PAG_FINDINGS);
    assert_non_null(strstr(told, "[W0847]"));
}

static void rules_that_do_not_load_are_told_once(void **state)
{
    (void)state;
    assert_tests_by("return subject { a = money { of = 5 } }", "- {test: a, expect: {a: 1}}\n",
                    PAG_INVALID,
                    "person.lua:1:35: error: \"of\" must be a function [E0135]\n\n"
                    "no case was run\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(several_entries_want_an_id_in_the_table),
        TEST(a_policy_that_replaces_nothing_is_an_error),
        TEST(a_word_that_a_policy_adds_is_judged),
        TEST(a_policy_that_the_rules_cannot_have_is_an_error),
        TEST(names_that_fit_none_or_several_figures_are_errors),
        TEST(an_expected_value_is_written_as_in_an_evaluation),
        TEST(what_is_written_wrong_in_a_case_is_told),
        TEST(what_is_written_wrong_in_a_table_is_told),
        TEST(nothing_to_test_is_a_finding),
        TEST(rules_that_do_not_load_are_told_once),
    };
    return cmocka_run_group_tests_name("ruletest_wrong", tests, NULL, NULL);
}
