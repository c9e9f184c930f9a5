/* `#`, which asks for a length, and which other languages begin their comments with. */
#include "outlining.h"

#include <stdio.h>

static void a_comment_of_other_languages_is_told_as_such(void **state)
{
    (void)state;
    assert_refused("local t = {}\nlocal n = { t, # t nota del comune\n }", "E0488 2:16+1 (#)");
    assert_refused("local t = {}\nlocal n = (# t nota)", "E0488 2:12+1 (#)");
    assert_refused("local t =\n # nota del comune\n 5", "E0488 2:2+1 (#)");
    assert_refused("local t = { 1, # età del dirigente\n }", "E0488 1:16+1 (#)");
    assert_refused("local t = {}\nif t then # nota\nend", "E0488 2:11+1 (#)");
}

/* An instruction may follow a length on its line: whatever Lua reads is no comment. */
static void a_length_before_the_next_instruction_is_no_comment(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "if a then n = #t else n = 1 end",
        "if a then n = #t elseif n > 1 then n = 2 end",
        "n = #t if a then n = 3 end",
        "n = #t n = n + 1",
        "n = #t local m = n n = m",
        "n = #t return n",
        "n = #t while n > 9 do n = n - 1 end",
        "n = #t for i = 1, 2 do n = n + i end",
        "n = #t repeat n = n + 1 until n > 4",
        "repeat n = n + #t until n > 4",
        "repeat n = #t break until a",
        "for i = 1, #t do if a then n = #t break end end",
        "n = #t local function g() return n end n = g()",
        "n = #t f()",
        "n = #t t[1] = n",
        "n = #t do n = 2 end",
        "n = # t  n = 4",
        "n = a and #t or 1",
        "n = #t; n = 3",
        "n = #t + #t n = #t",
        "local v <const> = #t n = v",
        "n = -#t a = not n",
        "while n < #t do n = n + 1 end",
        "if n < #t then n = 2 end",
        "if #t > 2 then n = 2 end",
        "n = (#t) n = 2",
        "n = { #t, #t; a = #t, #t }",
        "f(#t, #t) n = 2",
        "return #t",
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char rules[200];
        (void)snprintf(rules, sizeof rules,
                       "local function f() end\nlocal function h()\n"
                       "local a, n, t = true, 0, { 1 }\n%s\nend\nlocal x = h()",
                       forms[i]);
        assert_accepted(rules);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comment_of_other_languages_is_told_as_such),
        cmocka_unit_test(a_length_before_the_next_instruction_is_no_comment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
