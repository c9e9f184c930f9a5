/* What an outline knows of a rule file, and the text it makes for Lua. */
#include "outline_packs.h"
#include "outlining.h"

#include <lauxlib.h>

static outlining o;

/* Outlines a text that must be good. */
static void outline(const char *text)
{
    outlining_start(&o, pag_str_from(text));
    assert_string_equal(refusals(&o).at, "");
    assert_int_equal(o.status, PAG_OK);
}

static void done(void)
{
    outlining_end(&o);
}

static void assert_for_lua(const char *text, const char *expected)
{
    outline(text);
    assert_text(o.outline.for_lua, expected);
    done();
}

static size_t lines_of(pag_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) n += text.at[i] == '\n';
    return n;
}

static void assert_compiles(const char *text)
{
    outline(text);
    lua_State *L = luaL_newstate();
    assert_non_null(L);
    int failed = luaL_loadbufferx(L, o.outline.for_lua.at, o.outline.for_lua.len, "=test", "t");
    assert_string_equal(failed ? lua_tostring(L, -1) : "", "");
    assert_int_equal(lines_of(o.outline.for_lua), lines_of(pag_str_from(text)));
    lua_close(L);
    done();
}

static void both_packs_are_accepted_and_compile(void **state)
{
    (void)state;
    assert_compiles(casale);
    assert_compiles(terlizzi);
}

static void every_table_carries_its_number(void **state)
{
    (void)state;
    assert_for_lua("local t = { 4, { 6 } }\nlocal u = {}",
                   "local t = {[\"\\1\"]=0, 4, {[\"\\1\"]=1, 6 } }\nlocal u = {[\"\\1\"]=2,}");
    assert_for_lua("local t = {--[[none]]}", "local t = {[\"\\1\"]=0,--[[none]]}");
    assert_for_lua("return money { max = 1 }", "return money {[\"\\1\"]=0, max = 1 }");
}

static void every_call_of_a_sited_word_carries_its_site(void **state)
{
    (void)state;
    assert_for_lua("return least(1, most(2), sum())", "return least(0,1, most(1,2), sum(2))");
    assert_for_lua("return least ( --[[none]]\n)", "return least (0 --[[none]]\n)");
    assert_for_lua("local t = { sum = 1 }\nreturn t.sum",
                   "local t = {[\"\\1\"]=0, sum = 1 }\nreturn t.sum");
}

static void every_division_is_made_exact(void **state)
{
    (void)state;
    assert_for_lua("local a, b = 1 / 3, -2/-3\nreturn a/ --[[/]] b / 4",
                   "local a, b = 1 /__one/ 3, -2/__one/-3\nreturn a/__one/ --[[/]] b /__one/ 4");
}

static void the_bounds_of_a_loop_are_whole_numbers_or_refused(void **state)
{
    (void)state;
    assert_for_lua("for i = 1, 9 do end\nfor i = 9, 1, -1 do end",
                   "for i =( 1)+__num+0,( 9)+__num+0 do end\n"
                   "for i =( 9)+__num+0,( 1)+__num+0,( -1)+__num+0 do end");
}

static void keys_in_brackets_go_by_a_marker_unless_they_are_written_out(void **state)
{
    (void)state;
    assert_for_lua("local t, k = {}\nt[k] = t[1] or t[\"a\"] or t[#t]",
                   "local t, k = {[\"\\1\"]=0,}\n"
                   "t[__key..(k)] = t[1] or t[\"a\"] or t[__key..(#t)]");
    assert_for_lua("local k\nlocal t = { [k] = 1, [\"a\"] = 2 }",
                   "local k\nlocal t = {[\"\\1\"]=0, [__key..(k)] = 1, [\"a\"] = 2 }");
}

static void a_byte_order_mark_is_left_out_and_crlf_stays(void **state)
{
    (void)state;
    assert_for_lua("\xEF\xBB\xBFlocal t = {\r\n}\r\n", "local t = {[\"\\1\"]=0,\r\n}\r\n");
}

static void texts_and_comments_are_copied_untouched(void **state)
{
    (void)state;
    const char *text =
        "-- a / b {}\nlocal s = 'a / {}' .. \"least(1)\" .. [[\n{ / }]] --[=[ {}\n]=]\n";
    assert_for_lua(text, text);
}

static void entries_know_their_keys_values_and_places(void **state)
{
    (void)state;
    outline(
        "return list {\n  share = percent { sum = \"100%\" }, [\"a b\"] = 1,\n  [3] = 2,\n  '4' }");
    assert_int_equal(o.outline.n_tables, 2);
    const pag_outline_table *t = &o.outline.tables[0];
    assert_place(t->pos, "1:13+1");
    assert_int_equal(t->n, 4);
    assert_text(t->entries[0].key, "share");
    assert_place(t->entries[0].key_pos, "2:3+5");
    assert_place(t->entries[0].value_pos, "2:11+24");
    assert_text(t->entries[0].text, "percent { sum = \"100%\" }");
    assert_text(t->entries[1].key, "a b");
    assert_place(t->entries[1].key_pos, "2:38+5");
    assert_text(t->entries[2].key, "");
    assert_int_equal(t->entries[2].index, 0);
    assert_place(t->entries[2].key_pos, "3:4+1");
    assert_int_equal(t->entries[3].index, 1);
    assert_place(t->entries[3].key_pos, "4:3+3");
    assert_place(t->entries[3].value_pos, "4:3+3");
    assert_text(o.outline.tables[1].entries[0].key, "sum");
    done();
}

static void the_width_of_a_value_ends_with_its_first_line(void **state)
{
    (void)state;
    outline("local t = {\n a = 1 +   -- one\n  2, b = [[è\nx]], c = money {\n}, d = 'è' }");
    const pag_outline_entry *entries = o.outline.tables[0].entries;
    assert_place(entries[0].value_pos, "2:6+3");
    assert_text(entries[0].text, "1 +   -- one\n  2");
    assert_place(entries[1].value_pos, "3:10+3");
    assert_place(entries[2].value_pos, "4:10+7");
    assert_place(entries[3].value_pos, "5:8+3");
    done();
}

static void a_value_that_is_a_function_is_known_as_such(void **state)
{
    (void)state;
    outline("local t = { a = 1, of = function(m) return m end, b = is(function() end, 1),\n"
            "            c = function() end or 1 }");
    const pag_outline_entry *entries = o.outline.tables[0].entries;
    assert_int_equal(entries[0].function, -1);
    assert_int_equal(entries[1].function, 0);
    assert_int_equal(entries[2].function, -1);
    assert_int_equal(entries[3].function, -1);
    assert_int_equal(o.outline.n_functions, 3);
    done();
}

static void functions_know_their_place_parameters_and_parent(void **state)
{
    (void)state;
    outline("local function f(a, b, ...)\n  local g = function(c) return c end\nend\n"
            "function h() end");
    const pag_outline_function *f = o.outline.functions;
    assert_int_equal(o.outline.n_functions, 3);
    assert_place(f[0].pos, "1:7+8");
    assert_int_equal(f[0].last_line, 3);
    assert_int_equal(f[0].parent, -1);
    assert_int_equal(f[0].n_parameters, 2);
    assert_text(f[0].parameters[0], "a");
    assert_text(f[0].parameters[1], "b");
    assert_int_equal(f[1].parent, 0);
    assert_text(f[1].text, "function(c) return c end");
    assert_text(f[1].parameters[0], "c");
    assert_text(f[2].text, "function h() end");
    done();
}

static void reads_of_parameters_are_noted_where_they_are_written(void **state)
{
    (void)state;
    outline("local t = {}\n"
            "return function(m, s)\n"
            "  local f = function(x) return x.share * s.base.cents + t.other end\n"
            "  do local m = t; f(m.hidden) end\n"
            "  return m.total + f(m).part + m[1].part\nend");
    const pag_outline_function *outer = &o.outline.functions[0], *inner = &o.outline.functions[1];
    assert_int_equal(outer->n_reads, 1);
    assert_text(outer->reads[0].name, "total");
    assert_place(outer->reads[0].pos, "5:12+5");
    assert_int_equal(outer->reads[0].function, 0);
    assert_int_equal(outer->reads[0].parameter, 0);
    assert_int_equal(inner->n_reads, 3);
    assert_text(inner->reads[0].name, "share");
    assert_int_equal(inner->reads[0].function, 1);
    assert_text(inner->reads[1].name, "base");
    assert_int_equal(inner->reads[1].function, 0);
    assert_int_equal(inner->reads[1].parameter, 1);
    assert_int_equal(inner->reads[1].through.len, 0);
    assert_text(inner->reads[2].name, "cents");
    assert_text(inner->reads[2].through, "base");
    assert_int_equal(inner->reads[2].parameter, 1);
    assert_place(inner->reads[2].pos, "3:49+5");
    done();
}

static void sites_know_their_arguments(void **state)
{
    (void)state;
    outline("local t = { of = function(m) return least(m.percent,\n  sum(m.marks) + 1) end }\n"
            "return most()");
    assert_int_equal(o.outline.n_sites, 3);
    const pag_outline_site *s = o.outline.sites;
    assert_text(s[0].word, "least");
    assert_place(s[0].pos, "1:37+5");
    assert_int_equal(s[0].function, 0);
    assert_int_equal(s[0].n, 2);
    assert_text(s[0].arguments[0], "m.percent");
    assert_place(s[0].argument_pos[0], "1:43+9");
    assert_text(s[0].arguments[1], "sum(m.marks) + 1");
    assert_place(s[0].argument_pos[1], "2:3+16");
    assert_text(s[1].arguments[0], "m.marks");
    assert_int_equal(s[2].function, -1);
    assert_int_equal(s[2].n, 0);
    done();
}

static void a_read_that_is_asked_for_true_or_false_is_noted_as_such(void **state)
{
    (void)state;
    outline("return function(m)\n"
            "  if m.a and m.b > 1 then return m.c end\n"
            "  while not m.d do return m.e or m.f end\n"
            "  return m.g > 1 and m.h or m.i\nend");
    const pag_outline_function *f = &o.outline.functions[0];
    pag_text tested = {.arena = &o.arena};
    for (size_t i = 0; i < f->n_reads; i++) {
        if (f->reads[i].tested) pag_text_put(&tested, f->reads[i].name);
    }
    assert_text(pag_text_str(&tested), "ade");
    done();
}

static void binary_operators_are_noted_in_their_order(void **state)
{
    (void)state;
    outline(
        "local a, b\nreturn a + b * -a .. 'x', a <= b and a / b > 1, a - b < 1, a >= b, a == nil");
    const char *expected[] = {"+", "*", "..", "<=", "/", ">", "-", "<", ">="};
    assert_int_equal(o.outline.n_operators, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < o.outline.n_operators; i++) {
        assert_text(o.outline.operators[i].text, expected[i]);
    }
    assert_place(o.outline.operators[2].pos, "2:19+2");
    done();
}

static void names_the_file_defines_are_listed(void **state)
{
    (void)state;
    outline("marks = { 4, 6 }\nlow, high = 1 + 1, function() end\nfunction share(x) return x end\n"
            "one, two = share(1)");
    const pag_outline_entry *d = o.outline.defines;
    assert_int_equal(o.outline.n_defines, 6);
    assert_text(d[0].key, "marks");
    assert_place(d[0].key_pos, "1:1+5");
    assert_place(d[0].value_pos, "1:9+8");
    assert_text(d[1].text, "1 + 1");
    assert_int_equal(d[2].function, 0);
    assert_text(d[3].key, "share");
    assert_place(d[3].key_pos, "3:10+5");
    assert_int_equal(d[3].function, 1);
    assert_text(d[4].text, "share(1)");
    assert_text(d[5].text, "");
    done();
}

static void a_library_brings_its_names(void **state)
{
    (void)state;
    outline("use \"lib/shares\"\nreturn share_out");
    assert_text(o.library, "lib/shares");
    assert_place(o.library_pos, "1:5+12");
    done();
    assert_accepted("local lib = use('lib/shares')\nreturn function() return share_out end");
}

static void without_its_library_the_names_of_a_file_are_not_judged(void **state)
{
    (void)state;
    assert_accepted("use \"lib/missing\"\nreturn whatever");
}

static void lua_reads_every_form_we_read(void **state)
{
    (void)state;
    assert_compiles(
        "local a, b <const> = 1, 2;\n;do a = 3 end\nwhile a < b do a = a + 1 break end\n"
        "repeat local c = a until c > 1\nfor i = 1, 10, 2 do a = i end\n"
        "for i, v in ipairs({ 1; 2, }) do a = v end\n"
        "if a < 1 then elseif a > 2 then else end\n"
        "function elsewhere(...) local t = { ... } t[1], t.x = ..., { n = #t } return end\n"
        "local function f(x) return f { x } 'a' [[b]] end\n"
        "(f or elsewhere)(1)\nlocal t = {}\nfunction t.g() return not t end\n"
        "return f(t)(1).x[1 / 2], -a .. 'b', function() return end;");
}

static void a_place_counts_characters_not_bytes(void **state)
{
    (void)state;
    outline("--[[è]] local t = { ['è'] = { 'àè' } }");
    assert_place(o.outline.tables[0].pos, "1:19+1");
    assert_text(o.outline.tables[0].entries[0].key, "è");
    assert_place(o.outline.tables[0].entries[0].key_pos, "1:22+3");
    assert_place(o.outline.tables[0].entries[0].value_pos, "1:29+8");
    done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_packs_are_accepted_and_compile),
        cmocka_unit_test(every_table_carries_its_number),
        cmocka_unit_test(every_call_of_a_sited_word_carries_its_site),
        cmocka_unit_test(every_division_is_made_exact),
        cmocka_unit_test(the_bounds_of_a_loop_are_whole_numbers_or_refused),
        cmocka_unit_test(keys_in_brackets_go_by_a_marker_unless_they_are_written_out),
        cmocka_unit_test(a_byte_order_mark_is_left_out_and_crlf_stays),
        cmocka_unit_test(texts_and_comments_are_copied_untouched),
        cmocka_unit_test(entries_know_their_keys_values_and_places),
        cmocka_unit_test(the_width_of_a_value_ends_with_its_first_line),
        cmocka_unit_test(a_value_that_is_a_function_is_known_as_such),
        cmocka_unit_test(functions_know_their_place_parameters_and_parent),
        cmocka_unit_test(reads_of_parameters_are_noted_where_they_are_written),
        cmocka_unit_test(sites_know_their_arguments),
        cmocka_unit_test(a_read_that_is_asked_for_true_or_false_is_noted_as_such),
        cmocka_unit_test(binary_operators_are_noted_in_their_order),
        cmocka_unit_test(names_the_file_defines_are_listed),
        cmocka_unit_test(a_library_brings_its_names),
        cmocka_unit_test(without_its_library_the_names_of_a_file_are_not_judged),
        cmocka_unit_test(lua_reads_every_form_we_read),
        cmocka_unit_test(a_place_counts_characters_not_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
