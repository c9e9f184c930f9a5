/* The sandboxed state: what it counts, what it refuses, that a spent limit stays spent until the
 * refill, and that nothing of Lua's own can be reached in it. */
#include "failing.h"
#include "packs.h"
#include "script/state.h"

#include <lauxlib.h>

typedef struct sandbox {
    pag_arena arena;
    pag_diagnostics *diags;
    pag_script *script;
    pag_outline outline;
} sandbox;

/* The rule is given as Lua gets it: what the outline refuses or puts in is not looked at here. */
static void open_sandbox(sandbox *s, const char *rule)
{
    pag_arena_init(&s->arena, pag_heap(), 0);
    pag_sources *sources = pag_sources_create(&s->arena);
    s->diags = pag_diagnostics_create(&s->arena, sources);
    uint32_t source = pag_sources_add(sources, PAG_STR("rule.lua"), pag_str_from(rule));
    s->outline = (pag_outline){.source = source, .for_lua = pag_str_from(rule)};
    assert_int_equal(pag_script_create(pag_heap(), &s->script), PAG_OK);
}

static void close_sandbox(sandbox *s)
{
    pag_script_destroy(s->script);
    pag_arena_drop(&s->arena);
}

/* Runs the rule in an empty environment. */
static int run_rule(lua_State *L)
{
    const pag_outline *outline = lua_touserdata(L, 1);
    lua_newtable(L);
    pag_script_compile(L, outline);
    lua_call(L, 0, 0);
    return 0;
}

static pag_status run(sandbox *s)
{
    pag_script_work work = {run_rule, &s->outline, s->diags, {&s->arena, NULL}};
    return pag_script_run(s->script, &work);
}

static void assert_told(const sandbox *s, const char *code, uint32_t line)
{
    assert_int_equal(pag_diagnostics_count(s->diags), 1);
    const pag_diagnostic *d = pag_diagnostics_at(s->diags, 0);
    assert_memory_equal(pag_code_text(d->code).at, code, 5);
    assert_int_equal(d->pos.source, line ? 1 : 0);
    assert_int_equal(d->pos.line, line);
}

/* --- limits --- */

static void a_loop_without_end_ends_at_the_limit_of_steps(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "local n = true\nwhile n do\nend\n");
    assert_int_equal(run(&s), PAG_LIMIT);
    assert_told(&s, "E0501", 2);
    close_sandbox(&s);
}

static void a_spent_limit_stays_spent_until_the_refill(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "while true do end\n");
    assert_int_equal(run(&s), PAG_LIMIT);
    for (int i = 0; i < 3; i++) assert_int_equal(run(&s), PAG_LIMIT);
    assert_told(&s, "E0501", 1); /* said once: nothing ran again */
    pag_script_refill(s.script);
    assert_true(s.script->instructions == PAG_SCRIPT_INSTRUCTIONS);
    assert_int_equal(s.script->stopped, PAG_OK);
    close_sandbox(&s);
}

static void a_table_that_only_grows_ends_at_the_limit_of_memory(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "local t = {}\nlocal all = {}\n"
                     "while true do t = { t, {}, {}, {}, {}, {}, {}, {} } all[#all] = t end\n");
    s.script->cap = 1 << 20;
    assert_int_equal(run(&s), PAG_LIMIT);
    assert_told(&s, "E0502", 0);
    assert_true(s.script->used <= s.script->cap);
    close_sandbox(&s);
}

static void a_text_that_only_grows_ends_at_a_limit(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "local t = \"x\"\nwhile true do t = t .. t end\n");
    assert_int_equal(run(&s), PAG_LIMIT);
    assert_told(&s, "E0502", 0);
    close_sandbox(&s);
}

static void a_function_that_calls_itself_without_end_is_told_as_that(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "local function f(x) return f(x) + 1 end\nf(1)\n");
    assert_int_equal(run(&s), PAG_LIMIT);
    assert_told(&s, "E0504", 1);
    close_sandbox(&s);
}

static void tail_calls_without_end_are_counted_too(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "local function f(x) return f(x) end\nf(1)\n");
    assert_int_equal(run(&s), PAG_LIMIT);
    assert_told(&s, "E0501", 1);
    close_sandbox(&s);
}

static void the_steps_of_a_run_do_not_depend_on_what_ran_before(void **state)
{
    (void)state;
    sandbox warm, s;
    open_sandbox(&warm, "for i = 1, 77 do local x = i end\n");
    open_sandbox(&s, "for i = 1, 750 do local x = i end\n");
    const pag_outline rule = s.outline;
    int64_t left = 0;
    for (int i = 0; i < 20; i++) {
        pag_script_refill(s.script);
        assert_int_equal(run(&s), PAG_OK);
        if (i == 1) left = s.script->instructions; /* in the first round texts are new to Lua */
        if (i > 1) assert_true(s.script->instructions == left);
        s.outline = warm.outline;
        assert_int_equal(run(&s), PAG_OK);
        s.outline = rule;
    }
    close_sandbox(&s);
    close_sandbox(&warm);
}

/* --- errors --- */

static void an_error_of_lua_gets_its_line_and_a_code(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "local t = {}\n\nlocal x = t.a.b\n");
    assert_int_equal(run(&s), PAG_INVALID);
    assert_told(&s, "E0452", 3);
    close_sandbox(&s);
}

static void after_an_error_that_is_no_limit_the_next_run_is_free(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "local t = {}\nlocal x = t.a.b\n");
    assert_int_equal(run(&s), PAG_INVALID);
    assert_int_equal(lua_gettop(s.script->L), 0);
    assert_int_equal(run(&s), PAG_INVALID);
    assert_int_equal(lua_gettop(s.script->L), 0);
    close_sandbox(&s);
}

/* --- memory that ends outside Lua --- */

static int fill_arena(lua_State *L)
{
    pag_arena *arena = lua_touserdata(L, 1);
    for (int i = 0; i < 1000000; i++) (void)pag_arena_alloc(arena, 1000);
    return 0;
}

static void an_arena_that_reaches_its_cap_ends_the_run_and_says_so(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "");
    pag_arena small;
    pag_arena_init(&small, pag_heap(), 100000);
    pag_arena_fail before = small.fail;
    pag_script_work work = {fill_arena, &small, s.diags, {&small, &s.arena}};
    assert_int_equal(pag_script_run(s.script, &work), PAG_LIMIT);
    assert_told(&s, "E0505", 0);
    assert_int_equal(lua_gettop(s.script->L), 0);
    assert_ptr_equal(small.fail, before);
    pag_arena_drop(&small);
    close_sandbox(&s);
}

static void an_arena_that_gets_no_memory_ends_the_run_and_nothing_is_said(void **state)
{
    (void)state;
    sandbox s;
    failing memory = {.from = 3};
    pag_allocator allocator = failing_allocator(&memory);
    open_sandbox(&s, "");
    pag_arena small;
    pag_arena_init(&small, &allocator, 0);
    pag_script_work work = {fill_arena, &small, s.diags, {&small, NULL}};
    assert_int_equal(pag_script_run(s.script, &work), PAG_NOMEM);
    assert_int_equal(pag_diagnostics_count(s.diags), 0);
    pag_arena_drop(&small);
    assert_int_equal(memory.live, 0);
    close_sandbox(&s);
}

static void a_machine_without_memory_is_no_limit_of_the_rule(void **state)
{
    (void)state;
    for (size_t n = 0;; n++) {
        sandbox s;
        failing memory = {.from = n};
        pag_allocator allocator = failing_allocator(&memory);
        open_sandbox(&s, "local t = {}\nfor i = 1, 50 do t[i] = { i, \"x\" .. i } end\n");
        pag_script_destroy(s.script);
        pag_status status = pag_script_create(&allocator, &s.script);
        if (status == PAG_OK) status = run(&s);
        close_sandbox(&s);
        assert_int_equal(memory.live, 0);
        if (status == PAG_OK) break;
        assert_int_equal(status, PAG_NOMEM);
    }
}

/* --- nothing of Lua's own --- */

static const char *const lua_names[] = {
    "_G",       "_VERSION",     "assert",  "collectgarbage", "coroutine",    "debug",      "dofile",
    "error",    "getmetatable", "io",      "load",           "loadfile",     "loadstring", "math",
    "next",     "os",           "package", "pcall",          "print",        "rawequal",   "rawget",
    "rawlen",   "rawset",       "require", "select",         "setmetatable", "string",     "table",
    "tonumber", "tostring",     "type",    "utf8",           "xpcall",
};

static void a_new_state_has_no_names_at_all(void **state)
{
    (void)state;
    sandbox s;
    open_sandbox(&s, "");
    lua_State *L = s.script->L;
    lua_pushglobaltable(L);
    lua_pushnil(L);
    assert_int_equal(lua_next(L, -2), 0);
    close_sandbox(&s);
}

static void no_rule_can_name_what_is_luas(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lua_names / sizeof *lua_names; i++) {
        write_rules(packs_join("local x = ", lua_names[i], "\nreturn subject { a = money {} }\n"));
        assert_false(load());
        assert_non_null(strstr(said(), "person.lua:1:11"));
    }
}

static void texts_and_figures_have_nothing_inside(void **state)
{
    (void)state;
    static const char *const tries[] = {
        "(\"x\").rep", "(\"x\").len", "s.name.upper", "s.a.__index", "s.a.x", "s.l.x", "#s.a",
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        write_rules(packs_join("return subject { a = money {}, name = text {},\n"
                               "  l = list { name = text {} },\n"
                               "  b = number { of = function(s) return ",
                               tries[i], " end } }\n"));
        if (load()) evaluate("a: 1.00\nname: N\nl: [{name: L}]");
        assert_int_not_equal(strlen(said()), 0);
    }
}

/* --- steps that are paid for --- */

#define PERSON "return subject { name = text {},\n"

/* A spent limit of steps is told; whatever its place. */
static void assert_ends(const char *text)
{
    assert_loads(text);
    assert_int_equal(evaluate("name: A\n"), PAG_LIMIT);
    assert_int_equal(first_said()->code, PAG_E0501);
}

static void a_word_counts_the_steps_of_the_function_it_is_given(void **state)
{
    (void)state;
    assert_loads(PERSON "  list = list { name = text {}, mark = points {} },\n"
                        "  n = number { of = function(s)\n"
                        "    return count(s.list, function(m) while true do end end)\n  end },\n}");
    assert_int_equal(evaluate("name: A\nlist: [{name: a, mark: 1}]\n"), PAG_LIMIT);
    assert_int_equal(first_said()->code, PAG_E0501);
    assert_loads(PERSON "  list = list { name = text {}, mark = points {} },\n"
                        "  n = points { of = function(s)\n"
                        "    return sum(s.list, function(m) while true do end end)\n  end },\n}");
    assert_int_equal(evaluate("name: A\nlist: [{name: a, mark: 1}]\n"), PAG_LIMIT);
    assert_int_equal(first_said()->code, PAG_E0501);
}

static void a_function_between_two_on_its_lines_does_not_pass_for_them(void **state)
{
    (void)state;
    assert_ends("local bad = function\n(s) while true do end end local good = function(s) return 1 "
                "end\n" PERSON "  a = number { of = good }, n = number { of = bad },\n}");
}

static void a_library_that_takes_the_name_of_another_one_is_counted(void **state)
{
    (void)state;
    write_file("rules/lib/short.lua", "function f(x) return x end\n");
    write_file("rules/lib/endless.lua", "function f(x) while true do end end\n");
    assert_ends("use \"lib/short\"\nuse \"lib/endless\"\n" PERSON
                "  n = number { of = function(s) return f(1) end },\n}");
}

static void a_formula_put_in_the_place_of_another_is_counted(void **state)
{
    (void)state;
    assert_ends("local t = { of = function(s) return 1 end }\n"
                "t.of = function(s) while true do end end\n" PERSON "  n = number(t),\n}");
}

static void what_was_paid_for_is_counted_when_the_credit_is_used_up(void **state)
{
    (void)state;
    pag_script *script = NULL;
    assert_int_equal(pag_script_create(pag_heap(), &script), PAG_OK);
    pag_script_refill_on_credit(script);
    for (int64_t left = PAG_SCRIPT_CREDIT; left > 10000; left -= 10000) {
        assert_true(script->credit == left);
        pag_script_pay(script->L, 10000);
    }
    assert_int_equal(lua_gethookmask(script->L), 0);
    pag_script_pay(script->L, 10000);
    assert_int_equal(lua_gethookmask(script->L), LUA_MASKCOUNT);
    pag_script_refill_on_credit(script);
    assert_int_equal(lua_gethookmask(script->L), 0);
    pag_script_pay(script->L, 0);
    assert_int_equal(lua_gethookmask(script->L), LUA_MASKCOUNT);
    pag_script_destroy(script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_loop_without_end_ends_at_the_limit_of_steps),
        cmocka_unit_test(a_spent_limit_stays_spent_until_the_refill),
        TEST(a_word_counts_the_steps_of_the_function_it_is_given),
        TEST(a_function_between_two_on_its_lines_does_not_pass_for_them),
        TEST(a_library_that_takes_the_name_of_another_one_is_counted),
        TEST(a_formula_put_in_the_place_of_another_is_counted),
        cmocka_unit_test(what_was_paid_for_is_counted_when_the_credit_is_used_up),
        cmocka_unit_test(a_table_that_only_grows_ends_at_the_limit_of_memory),
        cmocka_unit_test(a_text_that_only_grows_ends_at_a_limit),
        cmocka_unit_test(a_function_that_calls_itself_without_end_is_told_as_that),
        cmocka_unit_test(tail_calls_without_end_are_counted_too),
        cmocka_unit_test(the_steps_of_a_run_do_not_depend_on_what_ran_before),
        cmocka_unit_test(an_error_of_lua_gets_its_line_and_a_code),
        cmocka_unit_test(after_an_error_that_is_no_limit_the_next_run_is_free),
        cmocka_unit_test(an_arena_that_reaches_its_cap_ends_the_run_and_says_so),
        cmocka_unit_test(an_arena_that_gets_no_memory_ends_the_run_and_nothing_is_said),
        cmocka_unit_test(a_machine_without_memory_is_no_limit_of_the_rule),
        cmocka_unit_test(a_new_state_has_no_names_at_all),
        TEST(no_rule_can_name_what_is_luas),
        TEST(texts_and_figures_have_nothing_inside),
    };
    return cmocka_run_group_tests_name("state", tests, NULL, NULL);
}
