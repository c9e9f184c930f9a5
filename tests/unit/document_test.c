/* The plan and the head of an evaluation: what stands in them, and what is said of the rest. The
 * repository's own documents are read too. */
#include "failing.h"
#include "schema.h"

#include "base/file.h"

#define HEAD_OF_PLAN                                                                               \
    "plan: a/2024\norganization: M\ntitle: T\nperiod: {from: 2024-01-01, to: 2026-12-31}\n"        \
    "source: S\n"

static pag_plan *plan(const char *yaml)
{
    return pag_plan_read(&arena, diags, document(yaml), PAG_STR("a/2024"));
}

static void assert_plan_refused(const char *yaml, const char *expected)
{
    diags = pag_diagnostics_create(&arena, sources);
    assert_null(plan(yaml));
    assert_said(expected);
}

static void assert_head_refused(const char *yaml, const char *expected)
{
    pag_head head;
    diags = pag_diagnostics_create(&arena, sources);
    assert_false(pag_head_read(&arena, diags, document(yaml), &head));
    assert_said(expected);
}

static const pag_node *repository(const char *path)
{
    pag_str bytes;
    const pag_node *root = NULL;
    assert_int_equal(pag_file_read(&arena, pag_str_from(path), PAG_YAML_MOST_BYTES, &bytes),
                     PAG_FILE_READ);
    uint32_t source = pag_sources_add(sources, pag_str_from(path), bytes);
    assert_int_equal(pag_yaml_read(&arena, diags, source, &root), PAG_OK);
    return root;
}

/* --- the plan --- */

static void the_plan_of_the_repository_is_read_whole(void **state)
{
    (void)state;
    const pag_node *root = repository("plans/casale-marittimo/2024-2026/plan.yaml");
    pag_plan *own = pag_plan_read(&arena, diags, root, PAG_STR("casale-marittimo/2024-2026"));
    assert_said("");
    assert_non_null(own);
    assert_text(pag_number_plain(&arena, own->from), "2024-01-01");
    assert_text(pag_number_plain(&arena, own->to), "2026-12-31");
    assert_int_equal(own->n_sheets, 2);
    const pag_plan_sheet *results = pag_plan_sheet_at(own, PAG_STR("secretary.results"));
    assert_int_equal(results->n, 5);
    assert_text(results->criteria[2].id, "riunioni");
    assert_text(results->criteria[2].indicator, "n. assistenza verbali/n. giunte e consigli.");
    assert_int_equal(pag_plan_sheet_at(own, PAG_STR("secretary.behaviour"))->n, 5);
    assert_null(pag_plan_sheet_at(own, PAG_STR("results")));
}

static void a_plan_may_have_no_section_yet(void **state)
{
    (void)state;
    pag_plan *bare = plan(HEAD_OF_PLAN "note: N\n");
    assert_said("");
    assert_text(bare->organization, "M");
    assert_text(bare->note, "N");
    assert_int_equal(bare->n_sheets, 0);
}

static void a_plan_has_a_head(void **state)
{
    (void)state;
    assert_plan_refused("plan: a/2024\norganization: M\n", "E0220 1:1; E0220 1:1; E0220 1:1");
    assert_sentence(PAG_EN, MESSAGE, "\"title\" is missing");
    assert_plan_refused("- a\n", "E0259 1:1");
    assert_plan_refused(HEAD_OF_PLAN "note:\n", "E0897 6:6");
    assert_plan_refused(HEAD_OF_PLAN "note: ' '\n", "E0282 6:7");
}

static void a_plan_is_called_as_its_folder(void **state)
{
    (void)state;
    const pag_node *root = document(HEAD_OF_PLAN);
    assert_null(pag_plan_read(&arena, diags, root, PAG_STR("b/2024")));
    assert_said("E0265 1:7");
    assert_sentence(PAG_EN, HELP, "write  plan: b/2024");
}

static void a_misspelt_key_of_the_plan_is_no_section(void **state)
{
    (void)state;
    assert_plan_refused(HEAD_OF_PLAN "nota: x\n", "E0221 6:1");
    assert_sentence(PAG_EN, HELP, "did you mean \"note\"?");
    assert_plan_refused(HEAD_OF_PLAN "organo: x\n", "E0261 6:1");
    assert_plan_refused(HEAD_OF_PLAN "s: {titel: x}\n", "E0221 6:5");
    assert_plan_refused(HEAD_OF_PLAN "s: [1]\n", "E0780 6:5");
}

static void a_sheet_has_a_title_and_criteria(void **state)
{
    (void)state;
    assert_plan_refused(HEAD_OF_PLAN "s: {r: {criteria: []}}\n", "E0220 6:8; E0244 6:19");
    assert_plan_refused(HEAD_OF_PLAN "s: {r: {title: R}}\n", "E0220 6:8");
    assert_plan_refused(HEAD_OF_PLAN "s: {r: {title: R, criteri: 1}}\n", "E0221 6:19");
    assert_plan_refused(
        HEAD_OF_PLAN "s: {r: {title: R, year: 24, criteria: [{id: a, title: A}]}}\n", "E0266 6:25");
}

static void a_criterion_has_an_id_of_its_own_and_a_title(void **state)
{
    (void)state;
    assert_plan_refused(HEAD_OF_PLAN "s:\n  r:\n    title: R\n    criteria:\n"
                                     "      - id: a\n        title: A\n"
                                     "      - id: a\n        title: B\n        wieght: 3\n"
                                     "      - id: b\n",
                        "E0243 12:13 <- 10:13; E0221 14:9; E0220 15:9");
}

/* --- the head --- */

static void the_head_of_the_repositorys_evaluation_is_read(void **state)
{
    (void)state;
    pag_head head;
    const pag_node *root = repository("plans/casale-marittimo/2024-2026/evaluation-2023.yaml");
    assert_true(pag_head_read(&arena, diags, root, &head));
    assert_said("");
    assert_text(head.rules, "casale-marittimo/2023");
    assert_text(head.plan, "");
    assert_text(pag_number_plain(&arena, head.from), "2023-01-01");
    assert_true(head.example);
    assert_int_equal(head.n_acknowledged, 1);
    assert_text(head.acknowledged[0].answer.code, "W0213");
}

static void a_head_needs_its_rules_and_leaves_other_keys_alone(void **state)
{
    (void)state;
    pag_head head;
    assert_true(pag_head_read(&arena, diags, document("rules: a/2024\nanything: [1]\n"), &head));
    assert_int_equal(head.rules_pos.column, 8);
    assert_int_equal(head.period_pos.source, 0);
    assert_false(head.example);
    assert_head_refused("period: {from: 2024-01-01, to: 2024-12-31}\n", "E0250 1:1");
    assert_head_refused("rules:\n", "E1151 1:7");
    assert_head_refused("rules\n", "E0259 1:1");
}

static void a_period_runs_from_a_day_to_a_later_one(void **state)
{
    (void)state;
    assert_head_refused("rules: a\nperiod: {from: 2024-12-31, to: 2024-01-01}\n", "E0254 2:9");
    assert_head_refused("rules: a\nperiod: {from: 2024-01-01, till: x}\n", "E0220 2:9; E0261 2:28");
    assert_head_refused("rules: a\nperiod: {from: 2024-02-30, to: 1/1/24}\n",
                        "E0289 2:16; E0236 2:32");
    assert_head_refused("rules: a\nperiod: 2024\n", "E0226 2:9");
    pag_head head;
    const pag_node *day = document("rules: a\nperiod: {from: 2024-12-31, to: 2024-12-31}\n");
    assert_true(pag_head_read(&arena, diags, day, &head));
}

static void only_warnings_are_acknowledged_and_with_a_reason(void **state)
{
    (void)state;
    assert_head_refused("rules: a\nacknowledged: [{code: W9999, because: x}]\n", "E0255 2:23");
    assert_head_refused("rules: a\nacknowledged: [{code: E0220, because: x}]\n", "E0267 2:23");
    assert_head_refused("rules: a\nacknowledged: [{code: W0213}]\n", "E0220 2:16");
    assert_head_refused("rules: a\nacknowledged: [W0213]\n", "E0226 2:16");
    assert_head_refused("rules: a\nacknowledged: W0213\n", "E0225 2:15");
    assert_head_refused("rules: a\nacknowledged: [{code: W0213, name: x, because: y}]\n",
                        "E0883 2:36");
    assert_head_refused("rules: a\nacknowledged: [{code: W0803, for: x, because: y}]\n",
                        "E0883 2:35");
}

static void an_example_is_marked_true_or_false(void **state)
{
    (void)state;
    assert_head_refused("rules: a\nexample: yes\n", "E0237 2:10");
}

static void every_key_of_the_head_is_known(void **state)
{
    (void)state;
    size_t n;
    const pag_str *keys = pag_head_keys(&n);
    assert_int_equal(n, 7);
    assert_text(keys[0], "rules");
}

/* --- memory --- */

static pag_status read_both(const pag_allocator *allocator)
{
    static pag_trap trap; /* outlives the jump */
    pag_arena_init(&arena, allocator, 0);
    pag_trap_set(&trap, &arena);
    if (setjmp(trap.jump) == 0) {
        const pag_node *root = NULL;
        pag_head head;
        pag_str text = PAG_STR(HEAD_OF_PLAN "s: {r: {title: R, criteria: [{id: a, title: A}]}}\n");
        pag_str other = PAG_STR("rules: a\nexample: no\nacknowledged: [{code: W0213}]\n");
        sources = pag_sources_create(&arena);
        diags = pag_diagnostics_create(&arena, sources);
        uint32_t source = pag_sources_add(sources, PAG_STR("t"), text);
        trap.status = pag_yaml_read(&arena, diags, source, &root);
        if (root && !pag_plan_read(&arena, diags, root, PAG_STR(""))) trap.status = PAG_INVALID;
        source = pag_sources_add(sources, PAG_STR("u"), other);
        if (!trap.status) trap.status = pag_yaml_read(&arena, diags, source, &root);
        if (!trap.status) assert_false(pag_head_read(&arena, diags, root, &head));
    }
    pag_trap_clear(&trap);
    pag_arena_drop(&arena);
    return trap.status;
}

static void running_out_of_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    failing_sweep(read_both);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_plan_of_the_repository_is_read_whole),
        TEST(a_plan_may_have_no_section_yet),
        TEST(a_plan_has_a_head),
        TEST(a_plan_is_called_as_its_folder),
        TEST(a_misspelt_key_of_the_plan_is_no_section),
        TEST(a_sheet_has_a_title_and_criteria),
        TEST(a_criterion_has_an_id_of_its_own_and_a_title),
        TEST(the_head_of_the_repositorys_evaluation_is_read),
        TEST(a_head_needs_its_rules_and_leaves_other_keys_alone),
        TEST(a_period_runs_from_a_day_to_a_later_one),
        TEST(only_warnings_are_acknowledged_and_with_a_reason),
        TEST(an_example_is_marked_true_or_false),
        TEST(every_key_of_the_head_is_known),
        cmocka_unit_test(running_out_of_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
