/* From the n-th allocation on the machine has no more memory, or an arena holds only so much, for
 * every n and for arenas of many sizes: proving, asking why not, comparing and covering by tests
 * end in that, and give everything back. */
#include "diff/diff.h"
#include "failing.h"
#include "packs.h"
#include "prove/prove.h"
#include "ruletest/ruletest.h"
#include "turn/differ.h"
#include "whynot/whynot.h"

#define PACK(share)                                                                                \
    "local t = bands \"t\" { gaps = \"refuse\", { from = 0, to = 50, give = \"4%\" },\n"           \
    "  { from = 51, to = 90, give = \"" share "\" }, { from = 91, to = 100, give = \"20%\" } }\n"  \
    "return subject { title = \"Persona\", salary = money { max = 5000 },\n"                       \
    "  extra = whole { min = 0, max = 9 },\n"                                                      \
    "  item = list { name = text {}, marks = sheet { min = 0, max = 50,\n"                         \
    "      criteria = { { id = \"a\" }, { id = \"b\" } } },\n"                                     \
    "    p = points { max = 100, of = function(i) return sum(i.marks) end },\n"                    \
    "    rate = percent { bands = t, by = \"p\" },\n"                                              \
    "    pay = money { payable = true, round = \"cent\", increasing = { \"marks\" },\n"            \
    "      of = function(i, s) return s.salary * i.rate end } },\n"                                \
    "  pay = money { payable = true, round = \"cent\", increasing = { \"extra\" },\n"              \
    "    of = function(s)\n"                                                                       \
    "      local total = 0\n"                                                                      \
    "      for _, i in ipairs(s.item) do total = total + i.pay end\n"                              \
    "      return total + s.salary * t(s.extra * 10 + 5) end },\n"                                 \
    "  must { \"{pay} is more than {salary}\", of = function(s) return s.pay <= s.salary end },\n" \
    "  warn { \"few\", of = function(s) return count(s.item) > 5 end } }\n"

static const char cases[] = "- test: one\n"
                            "  person: {salary: 100, extra: 3, item: [{name: A, marks: {a: 1, b: "
                            "2}}]}\n"
                            "  expect: {item.pay: 4}\n";

static const char document[] = "rules: test/2024\n"
                               "period: {from: 2024-01-01, to: 2024-12-31}\n"
                               "person:\n"
                               "  salary: 1000.00\n"
                               "  extra: 3\n"
                               "  item:\n"
                               "    - {name: A, marks: {a: 20, b: 30}}\n"
                               "    - {name: B, marks: {a: 40, b: 45}}\n";

/* One try: the packs and what is evaluated are in memory that does not end, the tool is not. */
struct attempt {
    const pag_allocator *scarce;
    size_t cap;
    pag_arena loaded, own, each;
    pag_pack *packs[2];
    pag_evaluation *evaluation;
    pag_result result;
    pag_ruletest test; /* closed whatever happens */
    pag_status status;
};
typedef void (*tool)(struct attempt *a);

/* --- the tools --- */

static void prove(struct attempt *a)
{
    const pag_evaluation *evaluations[] = {a->evaluation};
    const pag_proof_order order = {.budget = 60,
                                   .path = PAG_STR("example.yaml"),
                                   .n_evaluations = 1,
                                   .evaluations = evaluations};
    pag_diagnostics *told = pag_diagnostics_create(&a->own, pag_pack_sources(a->packs[0]));
    (void)pag_prove(&a->own, a->packs[0], told, &order);
}

static const pag_figure *paid(const struct attempt *a, size_t entry)
{
    pag_figure *found[2] = {NULL, NULL};
    (void)pag_result_find(&a->result, PAG_STR("item.pay"), PAG_STR(""), found, 2);
    return found[entry];
}

static void ask_why_not(struct attempt *a)
{
    const pag_whynot_order order = {.hinges = 4, .budget = 40};
    (void)pag_whynot_find(&a->own, a->packs[0], &a->result, paid(a, 0), &order);
}

static void tell_apart(struct attempt *a)
{
    const pag_differing differing = {a->packs[0], &a->result, &a->result, false};
    (void)pag_differ(&a->own, &differing, paid(a, 0), paid(a, 1));
}

static pag_tree tree_of(void)
{
    return (pag_tree){pag_str_from(packs_join(packs.root, "/", "rules")),
                      pag_str_from(packs_join(packs.root, "/", "plans"))};
}

static void compare(struct attempt *a)
{
    const pag_diff_file file = {PAG_STR("evaluation.yaml"), pag_str_from(document)};
    pag_diff_order order = {.allocator = a->scarce, .packs = {a->packs[0], a->packs[1]}};
    order.trees[0] = order.trees[1] = tree_of();
    pag_diff *diff = pag_diff_packs(&a->own, &order);
    a->status = pag_diff_cost(diff, &file, 1, NULL, NULL);
}

static bool drop(void *ud, const char *at, size_t len)
{
    (void)ud, (void)at, (void)len;
    return true;
}

static void cover(struct attempt *a)
{
    pag_sink sink = {.write = drop};
    a->test = (pag_ruletest){.keep = &a->own, .each = &a->each, .sink = &sink, .covers = true};
    pag_ruletest_path(&a->test, pag_str_from(packs_join(packs.root, "/rules/test/2024", "")));
    a->status = pag_ruletest_status(&a->test);
}

/* --- one try --- */

static pag_pack *load_one(struct attempt *a, const char *name)
{
    pag_tree tree = tree_of();
    pag_diagnostics *diags = pag_diagnostics_create(&a->loaded, pag_sources_create(&a->loaded));
    return pag_pack_load(&a->loaded, diags, &tree, pag_str_from(name), (pag_pos){0});
}

static void prepare(struct attempt *a)
{
    pag_head head;
    const pag_node *root = NULL;
    a->packs[0] = load_one(a, "test/2024");
    a->packs[1] = load_one(a, "test/2025");
    assert_non_null(a->packs[0]);
    assert_non_null(a->packs[1]);
    pag_sources *sources = pag_sources_extend(&a->loaded, pag_pack_sources(a->packs[0]));
    pag_diagnostics *told = pag_diagnostics_create(&a->loaded, sources);
    uint32_t source = pag_sources_add(sources, PAG_STR("evaluation.yaml"), pag_str_from(document));
    assert_int_equal(pag_yaml_read(&a->loaded, told, source, &root), PAG_OK);
    assert_true(pag_head_read(&a->loaded, told, root, &head));
    a->evaluation = pag_evaluation_read(&a->loaded, told, a->packs[0], &head, root, source);
    assert_int_equal(pag_evaluate(a->packs[0], a->evaluation, &a->loaded, &a->result), PAG_OK);
}

static pag_status attempt_with(tool work, failing *memory, size_t cap)
{
    failing enough = {.from = SIZE_MAX};
    pag_allocator plenty = failing_allocator(&enough), scarce = failing_allocator(memory);
    struct attempt a = {.scarce = &scarce, .cap = cap};
    pag_trap traps[2];
    pag_arena_init(&a.loaded, &plenty, 0);
    pag_arena_init(&a.own, &scarce, cap);
    pag_arena_init(&a.each, &scarce, cap);
    prepare(&a);
    pag_trap_set(&traps[0], &a.own);
    pag_trap_set(&traps[1], &a.each);
    if (!setjmp(traps[0].jump) && !setjmp(traps[1].jump)) work(&a);
    pag_trap_clear(&traps[1]);
    pag_trap_clear(&traps[0]);
    pag_ruletest_close(&a.test);
    for (int i = 0; i < 2; i++) pag_pack_destroy(a.packs[i]);
    pag_arena_drop(&a.each);
    pag_arena_drop(&a.own);
    pag_arena_drop(&a.loaded);
    assert_int_equal(enough.live, 0);
    if (traps[0].status != PAG_OK) return traps[0].status;
    return traps[1].status != PAG_OK ? traps[1].status : a.status;
}

/* --- all tries --- */

static void write_packs(void)
{
    write_rules(PACK("15%"));
    write_file("rules/test/2024/tests.yaml", cases);
    write_file("rules/test/2025/pack.lua", "pack { title = \"Prova\" }\n");
    write_file("rules/test/2025/person.lua", PACK("16%"));
}

/* Without some of what it asks for `lua` goes on, where it has a state in that memory. */
static void sweep_memory(tool work, bool lua)
{
    failing all = {.from = SIZE_MAX};
    assert_int_equal(attempt_with(work, &all, 0), PAG_OK);
    size_t step = all.made / 400 + 1;
    for (size_t n = 0; n < all.made; n += step) {
        failing memory = {.from = n};
        pag_status status = attempt_with(work, &memory, 0);
        bool ended = status == PAG_NOMEM || (lua && status == PAG_OK);
        if (memory.live != 0 || !ended) {
            print_error("from allocation %zu on: status %d, %zu bytes live\n", n, (int)status,
                        memory.live);
        }
        assert_int_equal(memory.live, 0);
        assert_true(ended);
    }
}

static void sweep_caps(tool work)
{
    for (size_t cap = 8 << 10;; cap += cap / 16) {
        failing memory = {.from = SIZE_MAX};
        pag_status status = attempt_with(work, &memory, cap);
        bool told = status <= PAG_LIMIT; /* a case that is too large does not pass, for one */
        if (memory.live != 0 || !told) {
            print_error("%zu bytes: status %d, %zu bytes live\n", cap, (int)status, memory.live);
        }
        assert_int_equal(memory.live, 0);
        assert_true(told);
        if (status == PAG_OK) return;
    }
}

static void sweep(tool work, bool lua)
{
    write_packs();
    sweep_memory(work, lua);
    sweep_caps(work);
}

static void a_proof_survives_every_allocation_that_fails(void **state)
{
    (void)state;
    sweep(prove, false);
}

static void whynot_survives_every_allocation_that_fails(void **state)
{
    (void)state;
    sweep(ask_why_not, false);
}

static void a_difference_survives_every_allocation_that_fails(void **state)
{
    (void)state;
    sweep(tell_apart, false);
}

static void comparing_packs_survives_allocations_that_fail(void **state)
{
    (void)state;
    sweep(compare, true);
}

static void covering_by_tests_survives_allocations_that_fail(void **state)
{
    (void)state;
    sweep(cover, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_proof_survives_every_allocation_that_fails),
        TEST(whynot_survives_every_allocation_that_fails),
        TEST(a_difference_survives_every_allocation_that_fails),
        TEST(comparing_packs_survives_allocations_that_fail),
        TEST(covering_by_tests_survives_allocations_that_fail),
    };
    return cmocka_run_group_tests_name("sweep_tools", tests, NULL, NULL);
}
