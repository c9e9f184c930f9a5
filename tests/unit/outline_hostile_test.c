/* Hostile scripts and good ones, and what happens when memory ends. A harness without scripts that
 * must pass would prove nothing. The hostile files lie in tests/hostile/rules; those the outline
 * lets pass are for the sandbox to stop. */
#include "base/file.h"
#include "failing.h"
#include "outline_packs.h"
#include "outlining.h"

#include <lauxlib.h>

#define FOLDER PAG_STR("tests/hostile/rules")

static const struct verdict {
    const char *file, *refusals;
} verdicts[] = {
    {"big_numbers.lua", ""},
    {"big_rep.lua", "E0422 5:16+1"},
    {"compare_long.lua", ""},
    {"copy_long.lua", ""},
    {"debug.lua", "E0438 5:11+5 (debug); E0438 6:1+5 (error)"},
    {"deep_recursion.lua", ""},
    {"doubling_chain.lua", ""},
    {"error_table.lua", "E0438 5:1+5 (error)"},
    {"fill_table.lua", "E0422 6:35+1"},
    {"finalizer.lua", "E0438 5:19+12 (setmetatable); E0421 5:38+4 (__gc)"},
    {"formula_replaced.lua", ""},
    {"function_in_table.lua", ""},
    {"growing_number.lua", ""},
    {"io_lines.lua", "E0437 5:10+2 (io, is); E0438 5:39+5 (error)"},
    {"iterator_without_loop.lua", "E0437 5:14+5 (pairs, ipairs)"},
    {"load_code.lua", "E0438 5:11+4 (load); E0438 6:13+5 (error)"},
    {"method_of_parameter.lua", ""},
    {"mutual_names.lua", ""},
    {"mutual_recursion.lua", ""},
    {"name_given_twice.lua", ""},
    {"os_execute.lua", "E0437 5:1+2 (os, is); E0438 6:1+5 (error)"},
    {"pairs_forever.lua", "E0437 7:24+5 (pairs, ipairs)"},
    {"pairs_order.lua", "E0437 6:10+5 (pairs, ipairs)"},
    {"pcall_once.lua", "E0437 5:12+5 (pcall, all)"},
    {"product_of_plain_fields.lua", ""},
    {"random.lua", "E0437 5:8+4 (math, date)"},
    {"recursion_by_parameter.lua", ""},
    {"recursion_tail.lua", ""},
    {"replace_global.lua", "E0445 5:1+8 (math.max)"},
    {"require.lua", "E0438 5:11+7 (require); E0438 6:1+5 (error)"},
    {"return_nan.lua", ""},
    {"return_text.lua", ""},
    {"string_find_slow.lua", "E0438 5:9+6 (string); E0422 5:32+1"},
    {"string_mt.lua", "E0445 5:1+30 (getmetatable(\"\").__index.upper); "
                      "E0438 5:1+12 (getmetatable); "
                      "E0421 5:18+7 (__index); E0422 6:9+1; "
                      "E0411 6:18+2 (==, is((\"a\"):upper(), \"PWNED\")); E0438 6:34+5 (error)"},
    {"syntax_error.lua", "E0436 6:1+6 (return)"},
    {"text_without_loop.lua", ""},
    {"two_on_a_line.lua", ""},
    {"while_true.lua", ""},
};

static const struct verdict *verdict_on(pag_str file)
{
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
        if (pag_str_equal(file, pag_str_from(verdicts[i].file))) return &verdicts[i];
    }
    return NULL;
}

static void each_hostile_script_is_refused_or_left_to_the_sandbox(void **state)
{
    (void)state;
    pag_arena arena;
    pag_str *files;
    size_t judged = 0;
    pag_arena_init(&arena, pag_heap(), 0);
    size_t n = pag_folder_list(&arena, FOLDER, &files);
    for (size_t i = 0; i < n; i++) {
        if (!pag_str_ends(files[i], PAG_STR(".lua"))) continue;
        const struct verdict *verdict = verdict_on(files[i]);
        assert_non_null(verdict);
        pag_str text;
        pag_str path = pag_path_join(&arena, FOLDER, files[i]);
        assert_int_equal(pag_file_read(&arena, path, PAG_SCRIPT_MOST_BYTES, &text), PAG_FILE_READ);
        outlining o;
        outlining_start(&o, text);
        assert_string_equal(refusals(&o).at, verdict->refusals);
        assert_int_equal(o.status, *verdict->refusals ? PAG_INVALID : PAG_OK);
        outlining_end(&o);
        judged++;
    }
    assert_int_equal(judged, sizeof verdicts / sizeof *verdicts);
    pag_arena_drop(&arena);
}

static const char *const good[] = {
    "",
    "-- only a comment",
    "return 1",
    "local marks = { 4, 6, 8, 10 }\nreturn subject { results = sheet { marks = marks } }",
    "return subject { a = money {}, b = money { of = function(s) return s.a * \"25%\" end } }",
    "return bands \"x\" { gaps = \"reach up\", { from = 0, give = \"0%\" }, { from = 41, give = 4 "
    "} }",
    "return must { \"troppo: {a}\", of = function(s) return s.a <= 18000 and s.a ~= nil end }",
    "return { pay = money { unless = { { function(p) return above(p.s, \"verbal\") end, 'x' } } } "
    "}",
    "weights = keyed { D = { 1, 2 }, C = { 3, 4 } }\nreturn function(p) return weights[p.category] "
    "end",
    "local function part(x, of)\n  if is(of, 0) then return 0 end\n  return x / of\nend\nreturn "
    "part",
    "use \"lib/shares\"\nreturn function(s) return share_out(s.pay, s.units) end",
    "return function(s)\n  local n = 0\n  for i, p in ipairs(s.person) do\n    if p.days > 30 and "
    "not p.left "
    "then n = n + i end\n  end\n  return n\nend",
    "return sum(shared_marks, \"pay\", function(p) return is(p.category, \"D\") end)",
    "return dated { at = \"period end\", { from = \"2024-01-01\", give = \"80%\", source = 'x' } }",
    casale,
    terlizzi,
};

static void good_scripts_pass_and_compile(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        outlining o;
        outlining_start(&o, pag_str_from(good[i]));
        assert_string_equal(refusals(&o).at, "");
        lua_State *L = luaL_newstate();
        pag_str text = o.outline.for_lua;
        assert_int_equal(luaL_loadbufferx(L, text.at, text.len, "=test", "t"), LUA_OK);
        lua_close(L);
        outlining_end(&o);
    }
}

/* `head`, then `piece` n times, then `tail`. */
static pag_str repeated(pag_arena *arena, const char *head, const char *piece, size_t n,
                        const char *tail)
{
    pag_text text = {.arena = arena};
    pag_text_put(&text, pag_str_from(head));
    for (size_t i = 0; i < n; i++) pag_text_put(&text, pag_str_from(piece));
    pag_text_put(&text, pag_str_from(tail));
    return pag_text_str(&text);
}

static void assert_repeated(const char *head, const char *piece, size_t n, const char *expected)
{
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    pag_str text = repeated(&arena, head, piece, n, "");
    assert_refused_bytes(text, *expected == 'E' && expected[2] == '5' ? PAG_LIMIT : PAG_INVALID,
                         expected);
    pag_arena_drop(&arena);
}

static void nesting_ends_at_a_hundred_levels(void **state)
{
    (void)state;
    assert_repeated("return ", "{", 60000, "E0521 1:108+1");
    assert_repeated("return ", "(", 60000, "E0521 1:108+1");
    assert_repeated("return ", "-", 1, "E0430 1:9+1");
    assert_repeated("return ", "not ", 15000, "E0521 1:408+3");
    assert_repeated("return ", "1 .. ", 12000, "E0521 1:508+1");
    assert_repeated("", "do ", 20000, "E0521 1:304+2");
    assert_repeated("return ", "function() return ", 3000, "E0521 1:908+8");
    assert_repeated("local t = {}\nreturn t", ".a", 30000, "E0521 2:211+1");
    assert_repeated("local t = {}\nt", ",t", 30000, "E0521 2:201+1");
}

static void a_hundred_levels_pass(void **state)
{
    (void)state;
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    pag_str half = repeated(&arena, "return ", "{", 100, "");
    pag_str text = pag_text_join(&arena, 2, half, repeated(&arena, "", "}", 100, ""));
    assert_accepted(pag_arena_copy(&arena, text).at);
    pag_arena_drop(&arena);
}

static void a_source_ends_at_64_kib(void **state)
{
    (void)state;
    assert_repeated("", " ", PAG_SCRIPT_MOST_BYTES + 1, "E0520 0:0+0");
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    assert_accepted(
        pag_arena_copy(&arena, repeated(&arena, "", " ", PAG_SCRIPT_MOST_BYTES, "")).at);
    pag_arena_drop(&arena);
}

static void a_function_has_at_most_200_locals(void **state)
{
    (void)state;
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    assert_accepted(pag_arena_copy(&arena, repeated(&arena, "", "local a\n", 200, "")).at);
    pag_arena_drop(&arena);
    assert_repeated("", "local a\n", 201, "E0522 201:7+1");
    assert_repeated("for i = 1, 2 do\n", "local a\n", 197, "E0522 198:7+1");
}

/* Sources made to be slow to read: each is finished in an instant, whatever comes of it. */
static void no_source_is_slow_to_read(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a{} ",          "a=1 ",   "(a)()\n", "if a then ", "local a\n",      "x[1],",  "1,",
        "a / ",          "least(", "{},",     "[1]=1,",     "-- \n",          "--[[]]", "'\\x'",
        "f(function() ", "a.",     "\"\"..",  "0.1,",       "elseif a then ",
    };
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t n = (PAG_SCRIPT_MOST_BYTES - 16) / strlen(pieces[i]);
        for (int braces = 0; braces < 2; braces++) {
            outlining o;
            outlining_start(&o, repeated(&arena, braces ? "local t = { " : "", pieces[i], n, ""));
            assert_true(pag_diagnostics_count(o.diags) <= 100);
            outlining_end(&o);
        }
    }
    pag_arena_drop(&arena);
}

static pag_status read_with(const pag_allocator *allocator, const char *text)
{
    outlining o = {.status = PAG_BUG};
    pag_arena arena;
    pag_trap trap;
    pag_arena_init(&arena, allocator, 0);
    pag_trap_set(&trap, &arena);
    if (setjmp(trap.jump) == 0) outlining_read(&o, &arena, pag_str_from(text));
    pag_trap_clear(&trap);
    pag_arena_drop(&arena);
    return trap.status == PAG_OK ? o.status : trap.status;
}

static void when_memory_ends_that_is_all_that_is_said(void **state)
{
    (void)state;
    for (size_t n = 0;; n++) {
        failing memory = {.from = n};
        pag_allocator allocator = failing_allocator(&memory);
        pag_status ended = read_with(&allocator, casale);
        assert_int_equal(memory.live, 0);
        if (ended == PAG_OK) break;
        assert_int_equal(ended, PAG_NOMEM);
    }
}

/* A finer sweep than whole chunks: the arena's own cap grows step by step. */
static void under_every_cap_the_outcome_is_a_status(void **state)
{
    (void)state;
    pag_status last = PAG_LIMIT;
    for (size_t cap = 4096; last != PAG_OK; cap += 331) {
        pag_arena arena, told;
        outlining o = {.status = PAG_BUG};
        pag_arena_init(&arena, pag_heap(), cap);
        pag_arena_init(&told, pag_heap(), 0);
        pag_sources *sources = pag_sources_create(&told);
        o.diags = pag_diagnostics_create(&told, sources);
        uint32_t source = pag_sources_add(sources, PAG_STR("test.lua"), pag_str_from(terlizzi));
        const pag_vocabulary vocabulary = {
            .words = words, .n_words = sizeof words / sizeof *words, .n_sited = SITED_WORDS};
        last = pag_outline_read_source(&arena, o.diags, source, &vocabulary, &o.outline);
        assert_true(last == PAG_OK || last == PAG_LIMIT);
        assert_int_equal(o.outline.n_tables > 0, last == PAG_OK);
        assert_int_equal(pag_diagnostics_count(o.diags), 0);
        pag_arena_drop(&told);
        pag_arena_drop(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_hostile_script_is_refused_or_left_to_the_sandbox),
        cmocka_unit_test(good_scripts_pass_and_compile),
        cmocka_unit_test(nesting_ends_at_a_hundred_levels),
        cmocka_unit_test(a_hundred_levels_pass),
        cmocka_unit_test(a_source_ends_at_64_kib),
        cmocka_unit_test(a_function_has_at_most_200_locals),
        cmocka_unit_test(no_source_is_slow_to_read),
        cmocka_unit_test(when_memory_ends_that_is_all_that_is_said),
        cmocka_unit_test(under_every_cap_the_outcome_is_a_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
