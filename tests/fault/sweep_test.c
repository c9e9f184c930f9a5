/* From the n-th allocation on the machine has no more memory, for every n: loading a pack, reading
 * an evaluation, evaluating it, printing and explaining it either succeed or end in PAG_NOMEM, and
 * give everything back. */
#include "explain/result_json.h"
#include "explain/table.h"
#include "explain/tree.h"
#include "failing.h"
#include "packs.h"

/* What is swept: a pack in a tree, and a document for it. */
struct scenario {
    pag_tree tree;
    pag_str pack, document;
};

static void told_nothing_but_warnings(const pag_diagnostics *diags)
{
    assert_int_equal(pag_diagnostics_errors(diags), 0);
}

static bool count_bytes(void *ud, const char *at, size_t len)
{
    (void)at;
    *(size_t *)ud += len;
    return true;
}

/* The table, the JSON and the tree of the last figure, which reads most of the others. */
static void print(const pag_result *result, pag_arena *scratch)
{
    size_t written = 0;
    pag_sink sink = {count_bytes, &written, false};
    pag_view view = pag_view_of(result, scratch);
    size_t first = 0;
    while (!result->subjects[first]) first++; /* those that the file may leave out */
    const pag_entry *subject = result->subjects[first];
    size_t last = subject->group->n_cells - 1;
    pag_table_write(&view, &sink);
    pag_result_json_write(&view, &sink);
    pag_tree_write(&view, &subject->figures[last], &sink);
    pag_tree_write_json(&view, &subject->figures[last], &sink);
    assert_true(written > 1000);
}

/* Everything a program does with one file; `run` is an arena of its own, as in the program. */
struct attempt {
    const struct scenario *scenario;
    size_t padding;
    pag_arena loaded, run;
    pag_pack *pack;
    pag_status status;
};

static void read_and_evaluate(struct attempt *a)
{
    const pag_node *root = NULL;
    pag_head head;
    pag_result result;
    pag_sources *sources = pag_sources_extend(&a->run, pag_pack_sources(a->pack));
    pag_diagnostics *told = pag_diagnostics_create(&a->run, sources);
    uint32_t source = pag_sources_add(sources, PAG_STR("evaluation.yaml"), a->scenario->document);
    a->status = pag_yaml_read(&a->run, told, source, &root);
    if (a->status != PAG_OK) return;
    a->status = PAG_INVALID;
    if (!pag_head_read(&a->run, told, root, &head)) return;
    pag_evaluation *ev = pag_evaluation_read(&a->run, told, a->pack, &head, root, source);
    if (!ev) return;
    a->status = pag_evaluate(a->pack, ev, &a->run, &result);
    if (a->status == PAG_NOMEM) told_nothing_but_warnings(told);
    if (a->status == PAG_OK) print(&result, &a->run);
}

static void load_and_evaluate(struct attempt *a)
{
    const struct scenario *s = a->scenario;
    (void)pag_arena_alloc(&a->loaded, a->padding);
    (void)pag_arena_alloc(&a->run, a->padding);
    pag_diagnostics *diags = pag_diagnostics_create(&a->loaded, pag_sources_create(&a->loaded));
    a->pack = pag_pack_load(&a->loaded, diags, &s->tree, s->pack, (pag_pos){0});
    told_nothing_but_warnings(diags);
    a->status = PAG_INVALID;
    if (a->pack) read_and_evaluate(a);
}

/* The arenas ask for large chunks; `padding` moves the places where they need the next one. */
static pag_status attempt_with(const pag_allocator *allocator, const struct scenario *scenario,
                               size_t padding)
{
    struct attempt a = {.scenario = scenario, .padding = padding};
    pag_trap loading, running;
    pag_arena_init(&a.loaded, allocator, 0);
    pag_arena_init(&a.run, allocator, 0);
    pag_trap_set(&loading, &a.loaded);
    pag_trap_set(&running, &a.run);
    if (setjmp(loading.jump) == 0 && setjmp(running.jump) == 0) load_and_evaluate(&a);
    pag_trap_clear(&running);
    pag_trap_clear(&loading);
    pag_pack_destroy(a.pack);
    pag_arena_drop(&a.run);
    pag_arena_drop(&a.loaded);
    if (loading.status != PAG_OK) return loading.status;
    return running.status != PAG_OK ? running.status : a.status;
}

/* --- failing allocators --- */

/* Every n, until n allocations were enough. Returns how many they are. */
static size_t sweep(const struct scenario *scenario, size_t padding)
{
    for (size_t n = 0;; n++) {
        failing memory = {.from = n};
        pag_allocator allocator = failing_allocator(&memory);
        pag_status status = attempt_with(&allocator, scenario, padding);
        if (memory.live != 0 || (status != PAG_OK && status != PAG_NOMEM)) {
            print_error("from allocation %zu on: status %d, %zu bytes live\n", n, (int)status,
                        memory.live);
        }
        assert_int_equal(memory.live, 0);
        if (status == PAG_OK) return n;
        assert_int_equal(status, PAG_NOMEM);
    }
}

static const char small_pack[] =
    "use \"lib/shares\"\n"
    "local t = bands \"t\" { gaps = \"refuse\",\n"
    "  { from = 0, to = 50, give = \"4%\" }, { from = 51, to = 100, give = \"15%\" } }\n"
    "local names = { none = 0, verbal = 1 }\n"
    "return subject { title = \"Persona\", salary = money {}, ceiling = percent { value = \"10%\" "
    "},\n"
    "  sanction = choice { \"none\", \"verbal\", default = \"none\" },\n"
    "  item = list { name = text {}, share = percent { sum = \"100%\" }, p = points { max = 100 "
    "},\n"
    "    rate = percent { bands = t, by = \"p\" },\n"
    "    pay = money { payable = true, round = \"cent\", of = function(i, s)\n"
    "      if above(s.sanction, \"none\") then return 0 end\n"
    "      return part(s.salary, i.share) * least(i.rate, s.ceiling) end } },\n"
    "  pay = money { payable = true, round = \"cent\", of = function(s)\n"
    "    local total = 0\n"
    "    for _, i in ipairs(s.item) do total = total + i.pay end\n"
    "    return total + names.none end },\n"
    "  must { \"{pay} is more than {salary}\", of = function(s) return s.pay <= s.salary end },\n"
    "  warn { \"few\", of = function(s) return count(s.item) > 5 end } }\n";

static const char small_document[] = "rules: test/2024\n"
                                     "person:\n"
                                     "  salary: 1000.00\n"
                                     "  item:\n"
                                     "    - {name: A, share: 1/3, p: 50}\n"
                                     "    - {name: B, share: 2/3, p: 90}\n";

static struct scenario small_scenario(void)
{
    write_file("rules/lib/shares.lua", "function part(amount, share) return amount * share end\n");
    write_rules(small_pack);
    return (struct scenario){{pag_str_from(packs_join(packs.root, "/", "rules")),
                              pag_str_from(packs_join(packs.root, "/", "plans"))},
                             PAG_STR("test/2024"),
                             pag_str_from(small_document)};
}

static struct scenario casale_scenario(void)
{
    struct scenario s = {
        {PAG_STR("rules"), PAG_STR("plans")}, PAG_STR("casale-marittimo/2023"), {"", 0}};
    pag_str path = PAG_STR("plans/casale-marittimo/2024-2026/evaluation-2023.yaml");
    assert_int_equal(pag_file_read(&packs.arena, path, 1 << 20, &s.document), PAG_FILE_READ);
    return s;
}

static void a_small_pack_survives_every_allocation_that_fails(void **state)
{
    (void)state;
    struct scenario s = small_scenario();
    for (size_t padding = 1; padding < 4096; padding += 300) {
        assert_true(sweep(&s, padding) > 300);
    }
}

static void the_example_survives_allocations_that_fail(void **state)
{
    (void)state;
    struct scenario s = casale_scenario();
    for (size_t padding = 1; padding < 4096; padding += 900) {
        assert_true(sweep(&s, padding) > 300);
    }
}

/* --- libyaml, which takes its memory through functions of its own that a program may replace ---
 */

PAG_API void *yaml_malloc(size_t size);
PAG_API void *yaml_realloc(void *at, size_t size);

static size_t yaml_made, yaml_from = SIZE_MAX;

void *yaml_malloc(size_t size)
{
    return yaml_made++ < yaml_from ? malloc(size ? size : 1) : NULL;
}

void *yaml_realloc(void *at, size_t size)
{
    if (yaml_made++ >= yaml_from) return NULL;
    return at ? realloc(at, size ? size : 1) : malloc(size ? size : 1);
}

static void sweep_yaml(const struct scenario *scenario, size_t stride)
{
    failing memory = {.from = SIZE_MAX};
    pag_allocator allocator = failing_allocator(&memory);
    yaml_made = 0;
    yaml_from = SIZE_MAX;
    assert_int_equal(attempt_with(&allocator, scenario, 1), PAG_OK);
    size_t needed = yaml_made;
    for (size_t n = 0; n < needed; n += stride) {
        yaml_made = 0;
        yaml_from = n;
        pag_status status = attempt_with(&allocator, scenario, 1);
        yaml_from = SIZE_MAX;
        assert_int_equal(memory.live, 0);
        assert_int_equal(status, PAG_NOMEM);
    }
    if (needed == 0) skip(); /* libyaml was linked so that it keeps to its own */
}

static void memory_that_ends_inside_libyaml_is_told_as_that(void **state)
{
    (void)state;
    struct scenario s = small_scenario();
    sweep_yaml(&s, 1);
    s = casale_scenario(); /* here the plan is YAML too */
    sweep_yaml(&s, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_small_pack_survives_every_allocation_that_fails),
        TEST(the_example_survives_allocations_that_fail),
        TEST(memory_that_ends_inside_libyaml_is_told_as_that),
    };
    return cmocka_run_group_tests_name("sweep", tests, NULL, NULL);
}
