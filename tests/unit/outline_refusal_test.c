/* What a rule file may not contain: each refusal with its code, its place and what to write
 * instead. */
#include "outlining.h"

static void bare_decimals_are_refused_with_their_quoted_form(void **state)
{
    (void)state;
    assert_refused("local x = 0.1", "E0412 1:11+3 (\"0.1\", \"10%\")");
    assert_refused("local x = 0.25", "E0412 1:11+4 (\"0.25\", \"25%\")");
    assert_refused("local x = .5", "E0412 1:11+2 (\"0.5\", \"50%\")");
    assert_refused("local x = 0.005", "E0412 1:11+5 (\"0.005\", \"0.5%\")");
    assert_refused("local x = 00.120", "E0412 1:11+6 (\"0.120\", \"12%\")");
    assert_refused("local x = 8.5", "E0413 1:11+3 (8.5, \"8.5\")");
    assert_refused("local x = 21.01", "E0413 1:11+5 (21.01, \"21.01\")");
    assert_refused("local x = 5.", "E0413 1:11+2 (5., 5)");
}

static void habits_of_other_languages_are_told_as_such(void **state)
{
    (void)state;
    assert_refused("local t = { give = 1, \"why\") }", "E0485 1:28+1 <- 1:11+1 (, \"why\"))");
    assert_refused("local t = { 1, 2, \"tre\") }", "E0486 1:24+1 <- 1:11+1 (})");
    assert_refused("local t = { give = 1) }", "E0486 1:21+1 <- 1:11+1 (})");
    assert_refused("local f\nlocal t = f({ give = 1) }", "E0426 2:23+1 <- 2:13+1 (}, ))");
    assert_refused("local t = { to: 85 }", "E0487 1:15+1 (to)");
    assert_refused("local t = { 1, # una nota\n }", "E0488 1:16+1 (#)");
    assert_refused("local t = { 1,\n#nota del comune\n }", "E0488 2:1+1 (#)");
    assert_refused("// Le fasce del segretario\nlocal t", "E0488 1:1+2 (//)");
    assert_refused("local t = { 1, // una\n }", "E0488 1:16+2 (//)");
    assert_refused("local t = 1 // la nota\n", "E0488 1:13+2 (//)");
    assert_refused("local t = 1 #x", "E0488 1:13+1 (#)");
    assert_accepted("local t = {}\nlocal n = { #t, # t,\n  #t,\n  a = # t, b =\n #t }");
    assert_accepted("local t = {}\nfor i = 1, # t do local x = i end");
}

static void other_numerals_are_refused_with_their_plain_form(void **state)
{
    (void)state;
    assert_refused("local x = 1e3", "E0414 1:11+3 (1e3, 1000)");
    assert_refused("local x = 1.5e-3", "E0414 1:11+6 (1.5e-3, \"0.0015\")");
    assert_refused("local x = 15E-1", "E0414 1:11+5 (15E-1, \"1.5\")");
    assert_refused("local x = 1e15", "E0414 1:11+4 (1e15, \"1000000000000000\")");
    assert_refused("local x = 0x1F", "E0414 1:11+4 (0x1F, 31)");
    assert_refused("local x = 0x1p-2", "E0415 1:11+6 (0x1p-2)");
    assert_refused("local x = 1e400", "E0415 1:11+5 (1e400)");
    assert_refused("local x = 3x", "E0415 1:11+2 (3x)");
    assert_refused("local x = 1..2", "E0415 1:11+4 (1..2)");
    assert_refused("local x = 1234567890123456", "E0416 1:11+16 (\"1234567890123456\")");
    assert_accepted("local x = 123456789012345");
}

static void a_percentage_needs_quotes(void **state)
{
    (void)state;
    assert_refused("local t = { give = 10%, to = 8.5% }",
                   "E0417 1:20+3 (\"10%\"); E0417 1:30+4 (\"8.5%\")");
}

static void equality_is_refused_unless_with_nil_true_or_false(void **state)
{
    (void)state;
    assert_refused("local a, b\nlocal x = a == b", "E0411 2:13+2 (==, is(a, b))");
    assert_refused("local a\nlocal x = a + 1 ~= 3", "E0411 2:17+2 (~=, not is(a + 1, 3))");
    assert_refused("local a\nlocal x = a == (nil)", "E0411 2:13+2 (==, is(a, (nil)))");
    assert_refused("local a\nlocal x = a == nil == a", "E0411 2:20+2 (==, is(a == nil, a))");
    assert_refused("local a_name_that_is_rather_long_and_goes_on_and_on\n"
                   "local x = a_name_that_is_rather_long_and_goes_on_and_on == 3",
                   "E0411 2:57+2 (==, is(a, 3))");
    assert_accepted("local a\nlocal x = a == nil or nil ~= a and a == true or false == a");
    assert_accepted("local a\nlocal x = a and nil == a");
}

static void not_before_an_equality_is_refused_because_it_binds_first(void **state)
{
    (void)state;
    assert_refused("local a\nlocal x = not a == nil", "E0411 2:17+2 (==, a ~= nil)");
    assert_refused("local a, b\nlocal x = not a == b", "E0411 2:17+2 (==, not is(a, b))");
    assert_accepted("local a\nlocal x = not (a == nil)");
}

static void a_lone_equals_sign_does_not_compare(void **state)
{
    (void)state;
    assert_refused("local x\nif x = 1 then end", "E0423 2:6+1");
    assert_refused("local x\nwhile (x = 1) do end", "E0423 2:10+1");
    assert_refused("local x\nreturn x = 1", "E0423 2:10+1");
}

static void named_values_need_braces(void **state)
{
    (void)state;
    assert_refused("return money(title = \"x\")", "E0424 1:20+1");
    assert_refused("return money { \"title\" = \"x\" }", "E0424 1:24+1");
}

static void operators_a_rule_has_no_use_for_are_refused(void **state)
{
    (void)state;
    assert_refused("local a, b\nlocal x = { a // b, a % b, a ^ b }",
                   "E0418 2:15+2 (//); E0418 2:23+1 (%); E0418 2:30+1 (^)");
    assert_refused("local a, b\nlocal x = { a & b, a | b, a ~ b, ~a, a << b, a >> b }",
                   "E0418 2:15+1 (&); E0418 2:22+1 (|); E0418 2:29+1 (~); E0418 2:34+1 (~); "
                   "E0418 2:40+2 (<<); E0418 2:48+2 (>>)");
}

static void operators_of_other_languages_are_refused_with_luas_word(void **state)
{
    (void)state;
    assert_refused("local a, b\nif a && b || !a then end",
                   "E0419 2:6+2 (&&, and); E0419 2:11+2 (||, or); E0419 2:14+1 (!, not)");
    assert_refused("local a\nif a != 3 then end", "E0419 2:6+2 (!=, not is(a, b))");
    assert_refused("local a\nif a <> 3 then end", "E0419 2:6+2 (<>, not is(a, b))");
    assert_refused("local a\nif a === 3 then end", "E0419 2:6+3 (===, is(a, b))");
    assert_refused("local a\nif a => 3 then end", "E0419 2:6+2 (=>, >=)");
    assert_refused("local a\na += 3", "E0419 2:3+2 (+=, x = x + …)");
    assert_refused("local a\na++", "E0419 2:2+2 (++, x = x + 1)");
}

static void jumps_and_closing_locals_are_refused(void **state)
{
    (void)state;
    assert_refused("goto done", "E0420 1:1+4 (goto)");
    assert_refused("::done::", "E0420 1:1+2 (::)");
    assert_refused("local x <close> = nil", "E0420 1:9+7 (<close>)");
    assert_refused("local x <const> = 1\nx = 2", "E0446 2:1+1 <- 1:7+1 (x)");
    assert_accepted("local x <const>, y = 1, 2\ny = x");
}

static void luas_own_names_are_refused_everywhere(void **state)
{
    (void)state;
    assert_refused("local e = _ENV", "E0421 1:11+4 (_ENV)");
    assert_refused("_G.x = 1", "E0421 1:1+2 (_G)");
    assert_refused("local t = { __index = 1 }\nlocal y = t.__one",
                   "E0421 1:13+7 (__index); E0421 2:13+5 (__one)");
}

static void method_calls_are_refused(void **state)
{
    (void)state;
    assert_refused("local s\nreturn s:upper(1)", "E0422 2:9+1");
    assert_refused("local t = {}\nfunction t:f() end", "E0422 2:11+1");
    assert_refused("local s\nreturn { s:upper(1) }", "E0422 2:11+1");
    assert_refused("local s\nreturn { to:s }", "E0487 2:12+1 (to)");
    assert_refused("local s\nreturn { a = 1, to:percent { s } }", "E0487 2:19+1 (to)");
}

static void word_processor_quotes_blanks_and_signs_are_named(void **state)
{
    (void)state;
    assert_refused("local x = “uno”", "E0404 1:11+1 (“, \")");
    assert_refused("local x = ‘uno’", "E0404 1:11+1 (‘, ')");
    assert_refused("local\u00A0x =\u202F1", "E0405 1:6+1 (U+00A0); E0405 1:10+1 (U+202F)");
    assert_refused("local so\u200Bme = 1", "E0402 1:9+1 (U+200B)");
    assert_refused("local x = 3 × 4", "E0406 1:13+1 (×, *)");
    assert_refused("local x = 3 – 4", "E0406 1:13+1 (–, -)");
    assert_refused("local età = 3", "E0407 1:9+1 (à)");
    assert_refused("local x = 3 €", "E0407 1:13+1 (€)");
    assert_refused("local x = $3", "E0407 1:11+1 ($)");
    assert_accepted("local x = \"“uno” – 3 × 4 €\" -- è così\u00A0…");
}

static void bytes_that_nobody_can_read_are_refused(void **state)
{
    (void)state;
    assert_refused("-- perch\xE9\n", "E0401 1:9+1 (E9)");
    assert_refused("-- a\n-- b\x01\n", "E0402 2:5+1 (U+0001)");
    assert_refused("-- a\rlocal x\n", "E0402 1:5+1 (U+000D)");
    assert_refused("-- è \u202E\n", "E0402 1:6+1 (U+202E)");
    assert_refused("-- \u2028\n", "E0402 1:4+1 (U+2028)");
    assert_refused("\x1BLua", "E0402 1:1+1 (U+001B)");
    assert_refused("#!/usr/bin/lua\n", "E0403 1:1+2");
    assert_refused_bytes((pag_str){"local x\0 = 1", 12}, PAG_INVALID, "E0402 1:8+1 (U+0000)");
    assert_accepted("\xEF\xBB\xBFlocal x = 1\r\n\tlocal y = 2\r\n");
}

static void an_unfinished_text_shows_where_it_was_opened(void **state)
{
    (void)state;
    assert_refused("local x = \"uno\nlocal y", "E0408 1:15+0 <- 1:11+1 (\")");
    assert_refused("local x = 'uno\"", "E0408 1:16+0 <- 1:11+1 (')");
    assert_refused("local x = [[uno\ndue\n", "E0409 3:1+0 <- 1:11+2 ([[)");
    assert_refused("local x --[==[ uno ]]", "E0409 1:22+0 <- 1:9+6 (--[==[)");
}

static void escapes_other_than_the_four_are_refused(void **state)
{
    (void)state;
    assert_refused("local x = \"C:\\temp\\è\\65\"",
                   "E0410 1:14+2 (\\t); E0410 1:19+2 (\\è); E0410 1:21+2 (\\6)");
    assert_accepted("local x = \"a\\nb\\\\c\\\"d\\'e\"");
}

static void a_missing_comma_is_seen_before_what_follows(void **state)
{
    (void)state;
    assert_refused("local t = { from = 0 to = 40 }", "E0425 1:22+2 (to)");
    assert_refused("local t = {\n  { 1 },\n  { 2 }\n  { 3 } }", "E0425 4:3+1 ({)");
    assert_refused("return least(1 2)", "E0425 1:16+1 (2)");
    assert_refused("local t = { a = Punti di risultato }", "E0491 1:23+2 (di)");
    assert_refused("local t = { a = \"il \"voto\"\" }", "E0491 1:22+4 (voto)");
}

static void a_missing_end_shows_what_it_would_close(void **state)
{
    (void)state;
    assert_refused("local t = {\n  a = 1,\n", "E0427 2:9+1 <- 1:11+1 (})");
    assert_refused("local t = { a = 1 )", "E0486 1:19+1 <- 1:11+1 (})");
    assert_refused("local x = (1 + 2\nlocal y", "E0426 2:1+5 <- 1:11+1 (), local)");
    assert_refused("return function(m)\n  if m then\n  return 1\nend\n",
                   "E0427 4:4+1 <- 1:8+8 (end)");
    assert_refused("for i = 1, 3 do\n", "E0427 1:16+1 <- 1:1+3 (end)");
    assert_refused("repeat\nend", "E0426 2:1+3 <- 1:1+6 (until, end)");
    assert_refused("local x = t[1", "E0427 1:14+1 <- 1:12+1 (])");
}

static void what_is_no_lua_is_refused_at_its_place(void **state)
{
    (void)state;
    assert_refused("if 1 print", "E0428 1:6+5 (then, print)");
    assert_refused("for i in", "E0430 1:9+1");
    assert_refused("for i", "E0429 1:6+1 (in)");
    assert_refused("local x = (1 +\nreturn x", "E0436 2:1+6 (return)");
    assert_refused("local x =", "E0430 1:10+1");
    assert_refused("local 3", "E0431 1:7+1 (3)");
    assert_refused("return 1\nlocal x", "E0434 2:1+5 (local)");
    assert_refused("local x = 1\nend", "E0435 2:1+3 (end)");
    assert_refused("break", "E0435 1:1+5 (break)");
    assert_refused("return ...", "E0435 1:8+3 (...)");
    assert_refused("local x\nx", "E0432 2:1+1 (x)");
    assert_refused("local x\nx.y.z", "E0432 2:1+5 (x.y.z)");
    assert_refused("3", "E0432 1:1+1 (3)");
    assert_refused("sum(1) = 3", "E0433 1:1+6 (sum(1))");
}

static void unknown_names_are_refused_with_the_nearest_known_one(void **state)
{
    (void)state;
    assert_refused("return mony {}", "E0437 1:8+4 (mony, money)");
    assert_refused("local marks = 1\nreturn mraks", "E0437 2:8+5 (mraks, marks)");
    assert_refused("return shared_mark", "E0437 1:8+11 (shared_mark, shared_marks)");
    assert_refused("return zzzzzzz", "E0438 1:8+7 (zzzzzzz)");
    assert_refused("return money { of = function(p) return p.a / zz.days end }",
                   "E0483 1:46+2 (zz, p, zz)");
    assert_refused("return money { of = function(p) return zz end }", "E0438 1:40+2 (zz)");
    assert_refused("local function f(p) return zz.days end", "E0438 1:28+2 (zz)");
    assert_refused("retrun subject {}", "E0437 1:1+6 (retrun, return)");
    assert_refused("return { debug, coroutine, debug }",
                   "E0438 1:10+5 (debug); E0438 1:17+9 (coroutine)");
    assert_accepted("return function() return shared_marks end");
}

static void a_name_is_defined_once_and_before_it_is_used(void **state)
{
    (void)state;
    assert_refused("one = two\ntwo = 2", "E0439 1:7+3 <- 2:1+3 (two)");
    assert_refused("one = 1\none = 2", "E0441 2:1+3 <- 1:1+3 (one)");
    assert_refused("shared_marks = {}", "E0442 1:1+12 (shared_marks)");
    assert_refused("if true then one = 1 end", "E0449 1:14+3 (one)");
    assert_accepted("one = function() return two end\ntwo = 2\nreturn one, two");
}

static void words_keep_their_meaning(void **state)
{
    (void)state;
    assert_refused("local money = 1", "E0443 1:7+5 (money)");
    assert_refused("least = 1", "E0443 1:1+5 (least)");
    assert_refused("function money() end", "E0443 1:10+5 (money)");
    assert_refused("return function(days) end", "E0443 1:17+4 (days)");
    assert_refused("for sum = 1, 2 do end", "E0443 1:5+3 (sum)");
    assert_accepted("local t = { money = 1 }\nreturn t.money");
}

static void a_key_is_written_once_in_a_table(void **state)
{
    (void)state;
    assert_refused("local t = { to = 1,\n  to = 2 }", "E0440 2:3+2 <- 1:13+2 (to)");
    assert_refused("local t = { to = 1, [\"to\"] = 2 }", "E0440 1:22+4 <- 1:13+2 (to)");
    assert_refused("local t = { [1] = 1, [01] = 2 }", "E0440 1:23+2 <- 1:14+1 (1)");
    assert_refused("local t = { [2] = 1, 5, 6 }", "E0440 1:14+1 <- 1:25+1 (2)");
    assert_accepted("local t = { to = 1, { to = 2 }, [\"1\"] = 3, [true] = 4, [\"true\"] = 5 }");
}

static void functions_change_nothing_outside_themselves(void **state)
{
    (void)state;
    assert_refused("local n = 0\nreturn function() n = 1 end", "E0444 2:19+1 <- 1:7+1 (n)");
    assert_refused("return function() n = 1 end", "E0478 1:19+1 (n)");
    assert_refused("local t = {}\nreturn function() t.x[1] = 1 end",
                   "E0444 2:19+6 <- 1:7+1 (t.x[1])");
    assert_refused("return function() function n() end end", "E0478 1:28+1 (n)");
    assert_refused("money.x = 1", "E0445 1:1+7 (money.x)");
    assert_refused("math.max = function() return 100 end", "E0445 1:1+8 (math.max)");
    assert_accepted("local t = {}\nt.x = 1\nt[1], t.y = 2, 3\nfunction t.f() end");
    assert_accepted("return function() local t, n = {}, 0\nt.x = 1\nn = n + 1\nreturn t end");
}

static void a_value_that_nobody_takes_is_refused(void **state)
{
    (void)state;
    assert_refused("return function(m) return m.pay * 8,5 end", "E0474 1:35+3 (8,5, 8.5)");
    assert_refused("local row = { from = 0,5 }", "E0474 1:22+3 (0,5, 0.5)");
    assert_refused("return function() return 8, 5 end", "E0475 1:29+1 (5)");
    assert_refused("local a, b = 1, 2, 3", "E0475 1:20+1 (3)");
    assert_refused("a = 1, 2", "E0475 1:8+1 (2)");
    assert_accepted("local marks = {4,6,8,10}\nlocal a, b = 4, 6\nreturn least(8, 5)");
}

static void an_end_that_is_missing_is_told_where_its_function_begins(void **state)
{
    (void)state;
    assert_refused("return { of = function(s) return s.pay }", "E0426 1:40+1 <- 1:15+8 (end, })");
    assert_refused("return least(function() return 1, 2)", "E0426 1:36+1 <- 1:14+8 (end, ))");
    assert_refused("return { of = function(s) if s.ok then return 1 }",
                   "E0426 1:49+1 <- 1:27+2 (end, })");
}

static void a_brace_that_is_missing_is_told_where_it_was_opened(void **state)
{
    (void)state;
    assert_refused("local t = {\n  { to = 1 },\n\nlocal y", "E0426 4:1+5 <- 1:11+1 (}, local)");
    assert_refused("local t = {\n  1,\nreturn t", "E0426 3:1+6 <- 1:11+1 (}, return)");
    assert_refused("local t = {\n  1,\nfunction f() end", "E0426 3:1+8 <- 1:11+1 (}, function)");
    assert_refused("if true then local t = { 1, end", "E0426 1:29+3 <- 1:24+1 (}, end)");
    assert_refused("local t = { a = local }", "E0436 1:17+5 (local)");
    assert_accepted("local t = { 1, function() end }");
}

static void sited_words_are_only_called(void **state)
{
    (void)state;
    assert_refused("local f = least", "E0447 1:11+5 (least)");
    assert_refused("return sum { 1 }", "E0447 1:8+3 (sum)");
    assert_refused("return (sum)(1)", "E0447 1:9+3 (sum)");
}

static void use_stands_at_the_top_with_a_literal(void **state)
{
    (void)state;
    assert_refused("return function() use \"lib/shares\" end", "E0448 1:19+3");
    assert_refused("if true then use \"lib/shares\" end", "E0448 1:14+3");
    assert_refused("use(shared_marks)", "E0448 1:1+3");
    assert_refused("local u = use", "E0448 1:11+3");
    assert_refused("share_out = 1\nuse \"lib/shares\"", "E0442 1:1+9 (share_out)");
    assert_refused("local x = share_out\nuse \"lib/shares\"", "E0439 1:11+9 <- 2:5+12 (share_out)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bare_decimals_are_refused_with_their_quoted_form),
        cmocka_unit_test(habits_of_other_languages_are_told_as_such),
        cmocka_unit_test(other_numerals_are_refused_with_their_plain_form),
        cmocka_unit_test(a_percentage_needs_quotes),
        cmocka_unit_test(equality_is_refused_unless_with_nil_true_or_false),
        cmocka_unit_test(not_before_an_equality_is_refused_because_it_binds_first),
        cmocka_unit_test(a_lone_equals_sign_does_not_compare),
        cmocka_unit_test(named_values_need_braces),
        cmocka_unit_test(operators_a_rule_has_no_use_for_are_refused),
        cmocka_unit_test(operators_of_other_languages_are_refused_with_luas_word),
        cmocka_unit_test(jumps_and_closing_locals_are_refused),
        cmocka_unit_test(luas_own_names_are_refused_everywhere),
        cmocka_unit_test(method_calls_are_refused),
        cmocka_unit_test(word_processor_quotes_blanks_and_signs_are_named),
        cmocka_unit_test(bytes_that_nobody_can_read_are_refused),
        cmocka_unit_test(an_unfinished_text_shows_where_it_was_opened),
        cmocka_unit_test(escapes_other_than_the_four_are_refused),
        cmocka_unit_test(a_missing_comma_is_seen_before_what_follows),
        cmocka_unit_test(a_missing_end_shows_what_it_would_close),
        cmocka_unit_test(what_is_no_lua_is_refused_at_its_place),
        cmocka_unit_test(unknown_names_are_refused_with_the_nearest_known_one),
        cmocka_unit_test(a_name_is_defined_once_and_before_it_is_used),
        cmocka_unit_test(words_keep_their_meaning),
        cmocka_unit_test(a_key_is_written_once_in_a_table),
        cmocka_unit_test(functions_change_nothing_outside_themselves),
        cmocka_unit_test(a_value_that_nobody_takes_is_refused),
        cmocka_unit_test(an_end_that_is_missing_is_told_where_its_function_begins),
        cmocka_unit_test(a_brace_that_is_missing_is_told_where_it_was_opened),
        cmocka_unit_test(sited_words_are_only_called),
        cmocka_unit_test(use_stands_at_the_top_with_a_literal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
