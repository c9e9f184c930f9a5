/* From a path to figures, with the repository's own files. */
#include "check/check.h"
#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define FOLDER "plans/casale-marittimo/2024-2026/"

static pag_loader loader;
static pag_arena arena;

static int set_up(void **state)
{
    (void)state;
    pag_loader_init(&loader, pag_heap());
    pag_arena_init(&arena, pag_heap(), 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pag_loader_drop(&loader);
    pag_arena_drop(&arena);
    return 0;
}

static pag_loaded evaluated(const char *path)
{
    pag_loaded file;
    pag_loader_open(&loader, &arena, pag_str_from(path), -1, &file);
    pag_loader_evaluate(&loader, &arena, &file);
    return file;
}

static void a_path_becomes_figures(void **state)
{
    (void)state;
    pag_figure *found[2];
    pag_loaded file = evaluated(FOLDER "evaluation-2023.yaml");
    assert_int_equal(file.status, PAG_OK);
    assert_int_equal(pag_result_find(&file.result, PAG_STR("secretary.pay"), PAG_STR(""), found, 2),
                     1);
    assert_int_equal(found[0]->state, PAG_DONE);
}

static void a_pack_is_loaded_once_for_all_its_files(void **state)
{
    (void)state;
    pag_loaded first = evaluated(FOLDER "evaluation-2023.yaml");
    pag_loaded second = evaluated(FOLDER "evaluation-2023.yaml");
    assert_int_equal(second.status, PAG_OK);
    assert_ptr_equal(first.pack, second.pack);
    assert_null(loader.packs->next);
    assert_string_equal(
        pag_arena_copy(&arena,
                       pag_sources_path(pag_diagnostics_sources(second.diags), second.source))
            .at,
        FOLDER "evaluation-2023.yaml");
}

static void the_diagnostics_of_a_pack_are_handed_out_once(void **state)
{
    (void)state;
    loader.rules = PAG_STR("nowhere/2023");
    pag_loaded file = evaluated(FOLDER "evaluation-2023.yaml");
    assert_int_equal(file.status, PAG_INVALID);
    assert_null(file.evaluation);
    assert_non_null(pag_loader_untold(file.pack));
    assert_null(pag_loader_untold(file.pack));
    pag_loaded again = evaluated(FOLDER "evaluation-2023.yaml");
    assert_int_equal(again.status, PAG_INVALID);
    assert_int_equal(pag_diagnostics_at(again.diags, 0)->code, PAG_E0616);
}

static void what_cannot_be_read_is_told_and_nothing_else_happens(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        pag_code code;
    } cases[] = {{"plans/none.yaml", PAG_E0001}, {"plans", PAG_E0003}, {"/dev/null", PAG_E0004}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pag_loaded file = evaluated(cases[i].path);
        assert_int_equal(file.status, PAG_IO);
        assert_int_equal(pag_diagnostics_at(file.diags, 0)->code, cases[i].code);
        assert_null(file.evaluation);
    }
}

static bool swallow(void *ud, const char *at, size_t len)
{
    (void)at;
    *(size_t *)ud += len;
    return true;
}

static void check_all(pag_check *check)
{
    pag_check_path(check, PAG_STR(FOLDER), -1);
}

/* Checks the plan and the evaluation; what ran out, or what was found. */
static pag_status whole_check(const pag_allocator *allocator)
{
    size_t written = 0;
    pag_loader own;
    pag_arena keep, each;
    pag_trap traps[3];
    pag_sink sink = {.write = swallow, .ud = &written};
    pag_loader_init(&own, allocator);
    pag_arena_init(&keep, allocator, 0);
    pag_arena_init(&each, allocator, 0);
    pag_check check = {.loader = &own, .keep = &keep, .each = &each, .sink = &sink};
    pag_trap_set(&traps[0], &own.arena);
    pag_trap_set(&traps[1], &keep);
    pag_trap_set(&traps[2], &each);
    if (!setjmp(traps[0].jump) && !setjmp(traps[1].jump) && !setjmp(traps[2].jump)) {
        check_all(&check);
    }
    for (size_t i = 3; i-- > 0;) pag_trap_clear(&traps[i]);
    pag_status status = pag_check_status(&check);
    for (size_t i = 0; i < 3; i++) {
        if (traps[i].status != PAG_OK) status = traps[i].status;
    }
    pag_loader_drop(&own);
    pag_arena_drop(&keep);
    pag_arena_drop(&each);
    return status;
}

/* Every allocation at first, then, where Lua makes thousands, one in twenty. */
static void running_out_of_memory_is_told_and_leaves_nothing_behind(void **state)
{
    (void)state;
    for (size_t n = 0;; n += n / 20 + 1) {
        failing memory = {.from = n};
        pag_allocator allocator = failing_allocator(&memory);
        pag_status status = whole_check(&allocator);
        assert_int_equal(memory.live, 0);
        if (status == PAG_OK) break;
        assert_int_equal(status, PAG_NOMEM);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_path_becomes_figures),
        TEST(a_pack_is_loaded_once_for_all_its_files),
        TEST(the_diagnostics_of_a_pack_are_handed_out_once),
        TEST(what_cannot_be_read_is_told_and_nothing_else_happens),
        TEST(running_out_of_memory_is_told_and_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
