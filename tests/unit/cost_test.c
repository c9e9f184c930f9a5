/* Which functions are known to end by their text alone, so that their steps are paid for before
 * they run and not counted. */
#include "outlining.h"

#include <stdio.h>

/* Whether the steps of each function are known, in the order of their first tokens: "known ?" */
static void assert_steps(const char *text, const char *expected)
{
    outlining o;
    outlining_start(&o, pag_str_from(text));
    assert_string_equal(refusals(&o).at, "");
    pag_text known = {.arena = &o.arena};
    for (size_t i = 0; i < o.outline.n_functions; i++) {
        if (i) pag_text_byte(&known, ' ');
        pag_text_put(&known, o.outline.functions[i].steps ? PAG_STR("known") : PAG_STR("?"));
    }
    assert_text(pag_text_str(&known), expected);
    outlining_end(&o);
}

static uint32_t steps_of_last(const char *text)
{
    outlining o;
    outlining_start(&o, pag_str_from(text));
    assert_string_equal(refusals(&o).at, "");
    uint32_t steps = o.outline.functions[o.outline.n_functions - 1].steps;
    outlining_end(&o);
    return steps;
}

/* --- known --- */

static void a_formula_that_calculates_and_calls_words_is_known(void **state)
{
    (void)state;
    assert_steps("return money { of = function(m, s)\n"
                 "  local base = s.salary * m.share\n"
                 "  if m.rate > \"10%\" then return least(base, s.most) end\n"
                 "  return base * m.rate + sum(s.list, \"pay\")\nend }",
                 "known");
}

static void a_call_of_a_function_before_it_adds_its_steps(void **state)
{
    (void)state;
    uint32_t alone = steps_of_last("local function g(x) return f(x) end\n"
                                   "function f(x) return x end");
    uint32_t once = steps_of_last("function f(x) return x end\n"
                                  "function g(x) return f(x) end");
    uint32_t twice = steps_of_last("function f(x) return x end\n"
                                   "function g(x) return f(x) or f(x) end");
    assert_true(alone > 0 && once > alone);
    assert_true(twice > once + alone);
}

static void a_local_function_is_as_good_as_a_name_of_the_file(void **state)
{
    (void)state;
    assert_steps("local function f(x) return x end\nlocal function g(x) return f(x) end",
                 "known known");
    assert_steps("f = function(x) return x end\nfunction g(x) return f(x) end", "known known");
}

static void a_name_of_another_file_brings_its_steps(void **state)
{
    (void)state;
    assert_steps("function f(x) return doubled(x) end", "known");
    assert_steps("use \"lib/shares\"\nfunction f(x) return halved(x) end", "known");
    assert_steps("function f(x) return shared_marks(x) end", "?");
    assert_steps("use \"lib/shares\"\nfunction f(x) return share_out(x) end", "?");
}

static void a_name_that_two_files_bring_may_mean_either(void **state)
{
    (void)state;
    assert_steps("function f(x) return tripled(x) end", "known");
    assert_steps("use \"lib/shares\"\nfunction f(x) return tripled(x) end", "?");
    assert_steps("function f(x) return tripled(x) end\nuse \"lib/shares\"", "?");
}

static void a_function_for_a_word_is_the_affair_of_the_word(void **state)
{
    (void)state;
    assert_steps("function f(s) return sum(s.list, function(m) return m.pay end) end",
                 "known known");
    assert_steps("function f(s) return count(s.list, function(m) while true do end end) end",
                 "known ?");
}

/* --- not known --- */

static void a_loop_may_take_any_number_of_steps(void **state)
{
    (void)state;
    assert_steps("function f(x) for i = 1, 3 do x = x + i end return x end", "?");
    assert_steps("function f(x) for _, m in ipairs(x) do x = m end return x end", "?");
    assert_steps("function f(x) while x do x = nil end return x end", "?");
    assert_steps("function f(x) repeat x = nil until not x return x end", "?");
    assert_steps("local function f(x) repeat x = nil until not x return x end\n"
                 "local function g(x) return f(x) end",
                 "? ?");
}

static void what_is_called_must_be_known_for_certain(void **state)
{
    (void)state;
    assert_steps("function f(g) return g() end", "?");
    assert_steps("function f(m) return m.g() end", "?");
    assert_steps("function f(m) return m[\"g\"]() end", "?");
    assert_steps("function f(m) return (m)() end", "?");
    assert_steps("function f(m) return sum(m, \"x\")() end", "?");
    assert_steps("function f(m) return m \"x\" end", "?");
    assert_steps("function f(m) return m { 1 } end", "?");
    assert_steps("function h() return 1 end\n"
                 "function f(m) local g = h return g() end",
                 "known ?");
    assert_steps("local t = bands \"t\" { { 1 } }\nfunction f(m) return t(m) end", "?");
    assert_steps("x = 1\nfunction f() return x() end", "?");
}

static void a_name_that_gets_another_value_is_not_certain(void **state)
{
    (void)state;
    assert_steps("local function f() return 1 end\nlocal function g() return f() end\n"
                 "f = function() while true do end end",
                 "known ? ?");
    assert_steps("local function f() return 1 end\nlocal function g() return f() end\n"
                 "function f() return 2 end",
                 "known ? known");
    assert_steps("local function f() return 1 end\nlocal function g(f) return f() end", "known ?");
    assert_steps("local function f() return 1 end\n"
                 "local function g() local f = \"\" return f() end",
                 "known ?");
}

static void nothing_leads_back_to_the_function_itself(void **state)
{
    (void)state;
    assert_steps("local function f(x) return f(x) end", "?");
    assert_steps("function f(x) return f(x) end", "?");
    assert_steps("function f(x) return g(x) end\nfunction g(x) return f(x) end", "? ?");
    assert_steps("local g\nlocal function f(x) return g(x) end\ng = function(x) return f(x) end",
                 "? ?");
    assert_steps("function f(x)\n  local function g() return 1 end\n  return g()\nend", "? known");
}

static void doubling_again_and_again_is_soon_more_than_is_paid_for(void **state)
{
    (void)state;
    outlining o;
    char text[8192] = "function f0(x) return x end\n";
    for (int i = 1; i < 70; i++) {
        char line[96];
        (void)snprintf(line, sizeof line, "function f%d(x) return f%d(x) or f%d(x) end\n", i, i - 1,
                       i - 1);
        strcat(text, line);
    }
    outlining_start(&o, pag_str_from(text));
    assert_int_equal(o.status, PAG_OK);
    assert_true(o.outline.functions[3].steps > 0);
    for (size_t i = 12; i < o.outline.n_functions; i++) {
        assert_int_equal(o.outline.functions[i].steps, 0);
    }
    outlining_end(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_formula_that_calculates_and_calls_words_is_known),
        cmocka_unit_test(a_call_of_a_function_before_it_adds_its_steps),
        cmocka_unit_test(a_local_function_is_as_good_as_a_name_of_the_file),
        cmocka_unit_test(a_name_of_another_file_brings_its_steps),
        cmocka_unit_test(a_name_that_two_files_bring_may_mean_either),
        cmocka_unit_test(a_function_for_a_word_is_the_affair_of_the_word),
        cmocka_unit_test(a_loop_may_take_any_number_of_steps),
        cmocka_unit_test(what_is_called_must_be_known_for_certain),
        cmocka_unit_test(a_name_that_gets_another_value_is_not_certain),
        cmocka_unit_test(nothing_leads_back_to_the_function_itself),
        cmocka_unit_test(doubling_again_and_again_is_soon_more_than_is_paid_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
