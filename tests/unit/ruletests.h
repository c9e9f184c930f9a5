/* What the tests of the command `test` share: a file of cases beside a small pack, and what is said
 * of them.
 *
 *     assert_pass("- {test: t, person: {base: 1}, expect: {base: 1}}\n", "1 case: 1 passed");
 */
#ifndef TESTS_UNIT_RULETESTS_H
#define TESTS_UNIT_RULETESTS_H

#include "packs.h"
#include "ruletest/ruletest.h"

static const char *const rules =
    "local steps = bands \"steps\" {\n"
    "  gaps = \"refuse\",\n"
    "  { from = 0, to = 40, give = \"0%\" },\n"
    "  { from = 41, to = 100, give = \"10%\" },\n"
    "}\n"
    "return subject {\n"
    "  base = money {},\n"
    "  mode = choice { \"plain\", \"double\", value = \"plain\" },\n"
    "  part = list {\n"
    "    name = text {},\n"
    "    share = percent { sum = \"100%\" },\n"
    "    score = points { max = 100, of = function(p) return sum(p.marks) end },\n"
    "    marks = sheet { criteria = { { id = \"a\" }, { id = \"b\" } }, min = 0, max = 50 },\n"
    "    rate = percent { bands = steps, by = \"score\" },\n"
    "    pay = money { payable = true, round = { step = \"0.01\", mode = \"half up\" },\n"
    "      of = function(p, s)\n"
    "        if is(s.mode, \"double\") then return s.base * p.share * p.rate * 2 end\n"
    "        return s.base * p.share * p.rate end },\n"
    "  },\n"
    "  total = money { of = function(s) return sum(s.part, \"pay\") end },\n"
    "  must { \"troppo\", of = function(s) return s.total <= s.base end },\n"
    "  warn { \"tanto\", of = function(s) return s.total < 900 end },\n"
    "}\n";

static pag_arena keep, each;
static pag_text out;

static inline bool collect(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

/* Without the folders that the places begin with. */
static inline const char *without_root(pag_str text)
{
    pag_text shorter = {.arena = &packs.arena};
    pag_str root = pag_str_from(packs_join(packs.root, "/rules/test/2024/", ""));
    for (size_t i = 0; i < text.len; i++) {
        pag_str left = {text.at + i, text.len - i};
        if (pag_str_starts(left, root)) {
            i += root.len - 1;
        } else {
            pag_text_byte(&shorter, text.at[i]);
        }
    }
    pag_text_byte(&shorter, '\0');
    return shorter.at;
}

static inline pag_status run_path(const char *path, bool verbose, const char **said_out)
{
    out = (pag_text){.arena = &packs.arena};
    pag_sink sink = {.write = collect, .ud = &out};
    pag_arena_init(&keep, packs.memory, 0);
    pag_arena_init(&each, packs.memory, 0);
    pag_ruletest test = {.keep = &keep, .each = &each, .sink = &sink, .verbose = verbose};
    test.style = (pag_diag_style){.format = PAG_DIAG_GCC};
    pag_ruletest_path(&test, pag_str_from(path));
    pag_ruletest_sum_up(&test);
    pag_status status = pag_ruletest_status(&test);
    pag_ruletest_close(&test);
    *said_out = without_root(pag_text_str(&out));
    pag_arena_drop(&keep);
    pag_arena_drop(&each);
    return status;
}

static inline void assert_tests_by(const char *text, const char *cases, pag_status status,
                                   const char *expected)
{
    const char *told;
    write_rules(text);
    write_file("rules/test/2024/tests.yaml", cases);
    pag_status ended = run_path(packs_join(packs.root, "/", "rules"), false, &told);
    assert_string_equal(told, expected);
    assert_int_equal(ended, status);
}

static inline void assert_pass(const char *cases, const char *sum)
{
    assert_tests_by(rules, cases, PAG_OK, packs_join(sum, "\n", ""));
}

/* The first code that is told is `code`. */
static inline void assert_told(const char *cases, pag_status status, const char *code)
{
    const char *told;
    write_rules(rules);
    write_file("rules/test/2024/tests.yaml", cases);
    assert_int_equal(run_path(packs_join(packs.root, "/", "rules"), false, &told), status);
    if (!strstr(told, code)) fail_msg("%s is not in:\n%s", code, told);
}

#endif
