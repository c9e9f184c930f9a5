/* What a pack is told of its tables, of what is changed after it was written, and of the packs,
 * libraries and plans it names: code, file, line and column. */
#include "packs.h"

static void assert_table_refused(const char *table, const char *expected)
{
    assert_refused(
        packs_join(
            "local t = bands \"t\" ", table,
            "\nreturn subject { p = points {},\n  r = percent { bands = t, by = \"p\" } }\n"),
        expected);
}

/* --- tables --- */

static void a_row_has_one_edge_a_side_and_gives_something(void **state)
{
    (void)state;
    assert_table_refused("{ { from = 0, above = 0, to = 9, give = \"1%\" } }",
                         "E0128 person.lua:1:35");
    assert_table_refused("{ { from = 0, to = 9, below = 9, give = \"1%\" } }",
                         "E0128 person.lua:1:43");
    assert_table_refused("{ { from = 0, to = 9 } }", "E0129 person.lua:1:23");
    assert_table_refused("{ 5 }", "E0108 person.lua:1:21; E0130 person.lua:1:23");
    assert_table_refused("{ { from = 0, upto = 9, give = \"1%\" } }", "E0125 person.lua:1:35");
    assert_table_refused("{ { form = 0, to = 9, give = \"1%\" } }", "E0124 person.lua:1:25");
}

static void the_words_of_a_table_are_known(void **state)
{
    (void)state;
    assert_table_refused("{ gaps = \"ignore\", { from = 0, to = 9, give = \"1%\" } }",
                         "E0131 person.lua:1:30");
    assert_table_refused("{ round = \"2\", { from = 0, to = 9, give = \"1%\" } }",
                         "E0132 person.lua:1:31");
    assert_table_refused("{ round = 10, { from = 0, to = 9, give = \"1%\" } }",
                         "E0132 person.lua:1:31");
    assert_table_refused("{ gap = \"refuse\", { from = 0, to = 9, give = \"1%\" } }",
                         "E0124 person.lua:1:23");
    assert_refused(
        "local t = bands { { from = 0, to = 9, give = 1 } }\nreturn subject { a = money {} }",
        "E0133 person.lua:1:11");
}

static void a_table_is_judged_when_it_loads(void **state)
{
    (void)state;
    assert_table_refused("{}", "E0108 person.lua:1:21");
    assert_table_refused("{ { from = 9, to = 0, give = \"1%\" } }", "E0101 person.lua:1:23");
    assert_table_refused(
        "{ { from = 0, to = 9, give = \"1%\" }, { from = 9, to = 20, give = \"2%\" } }",
        "E0102 person.lua:1:67");
    assert_table_refused(
        "{ { from = 0, to = 9, give = \"1%\" }, { from = 10, to = 20, give = \"2%\" } }",
        "E0103 person.lua:1:40");
    assert_table_refused(
        "{ { from = 0, to = 9, give = \"1%\" }, { from = 0, to = 9, give = \"1%\" } }",
        "E0104 person.lua:1:58");
    assert_table_refused(
        "{ { from = 5, to = 9, give = \"1%\" }, { from = 0, below = 5, give = \"2%\" } }",
        "E0105 person.lua:1:58");
    assert_table_refused("{ { from = 0, to = \"9%\", give = \"1%\" } }", "E0106 person.lua:1:40");
    assert_table_refused("{ { from = 0, give = \"1%\" }, { to = 9, give = \"2%\" } }",
                         "E0107 person.lua:1:50");
}

static void an_edge_is_a_number(void **state)
{
    (void)state;
    assert_table_refused("{ { from = \"a\", to = 9, give = \"1%\" } }", "E0453 person.lua:1:32");
    assert_table_refused("{ { from = 0, to = \"8,5\", give = \"1%\" } }", "E0454 person.lua:1:40");
    assert_table_refused("{ { from = 0, to = true, give = \"1%\" } }", "E0456 person.lua:1:40");
}

static void what_a_row_gives_fits_the_cell(void **state)
{
    (void)state;
    const char *after = "\nreturn subject { p = points {},\n"
                        "  r = percent { bands = t, by = \"p\", give = \"units\" } }\n";
    assert_table_refused("{ { from = 0, to = 9, give = 8 } }", "E0116 person.lua:1:50");
    assert_table_refused("{ { from = 0, to = 9, give = { a = \"1%\", b = \"2%\" } } }",
                         "E0139 person.lua:3:3");
    assert_refused(packs_join("local t = bands \"t\" ",
                              "{ { from = 0, to = 9, give = { a = \"1%\", b = \"2%\" } } }", after),
                   "E0138 person.lua:3:45");
}

/* --- tables changed later --- */

static void a_key_added_after_the_braces_is_told(void **state)
{
    (void)state;
    assert_refused("local c = { title = \"x\" }\nc.max = \"5\"\nreturn subject { pay = money(c) }",
                   "E0153 person.lua:1:11");
    assert_string_equal(sentence(MESSAGE), "\"max\" was put into this table after it was written");
    assert_refused("local s = { pay = money {} }\ns.more = money {}\nreturn subject(s)",
                   "E0153 person.lua:1:11");
    assert_refused("local rows = { { from = 0, to = 9, give = \"1%\" } }\n"
                   "rows.gaps = \"refuse\"\n"
                   "local t = bands \"t\" (rows)\n"
                   "return subject { p = points {}, r = percent { bands = t, by = \"p\" } }",
                   "E0153 person.lua:1:14");
}

static void a_row_added_after_the_braces_counts_or_is_told(void **state)
{
    (void)state;
    assert_refused("local c = { \"none\", \"verbal\" }\nc[3] = \"written\"\n"
                   "return subject { c = choice(c) }",
                   "E0153 person.lua:1:11");
    assert_refused("local rows = { { from = 0, to = 9, give = \"1%\" } }\n"
                   "rows[2] = { above = 9, to = 20, give = \"2%\" }\n"
                   "local t = bands \"t\" (rows)\n"
                   "return subject { p = points {}, r = percent { bands = t, by = \"p\" } }",
                   "E0153 person.lua:1:14");
}

static void a_formula_cannot_change_what_the_file_declared(void **state)
{
    (void)state;
    write_rules("local rates = { D = 5, deep = { C = 7 } }\n"
                "return subject { a = money {},\n"
                "  b = number { of = function(s) local r = rates\n"
                "    r.D = 6 return 1 end },\n"
                "  c = number { of = function(s) local r = rates.deep\n"
                "    r.C = 6 return 1 end },\n"
                "  d = number { of = function(s) return rates.D + rates.deep.C + #rates end } }\n");
    evaluate("a: 1.00");
    assert_said("E0469 person.lua:4:5; E0469 person.lua:6:5");
    assert_string_equal(value_for("d", ""), "12");
}

static void what_pack_lua_shares_cannot_be_changed_either(void **state)
{
    (void)state;
    write_file("rules/test/2024/pack.lua", "pack { title = \"x\" }\n"
                                           "rates = { D = 5 }\n"
                                           "function rate(key) return rates[key] end\n");
    write_file("rules/test/2024/person.lua",
               "return subject { a = money {},\n"
               "  b = number { of = function(s) return rate(\"D\") end },\n"
               "  c = number { of = function(s) local r = rates\n"
               "    r.D = r.D + 1 return r.D end } }\n");
    for (int i = 0; i < 2; i++) {
        evaluate("a: 1.00");
        assert_said("E0469 person.lua:4:5");
        assert_string_equal(value_for("b", ""), "5");
    }
}

static void what_a_library_keeps_cannot_be_changed_either(void **state)
{
    (void)state;
    write_file("rules/lib/rates.lua", "shared = { D = 5 }\nlocal own = { n = 1 }\n"
                                      "function own_table() return own end\n");
    write_rules("use \"lib/rates\"\n"
                "return subject { a = money {},\n"
                "  b = number { of = function(s) local r = shared\n"
                "    r.D = 6 return 1 end },\n"
                "  c = number { of = function(s) local r = own_table()\n"
                "    r.n = r.n + 1 return r.n end } }\n");
    evaluate("a: 1.00");
    assert_said("E0469 person.lua:4:5; E0469 person.lua:6:5");
}

/* --- packs, libraries, plans --- */

static void a_pack_says_which_it_is_and_has_a_subject(void **state)
{
    (void)state;
    write_file("rules/test/2024/pack.lua", "local a = 1\n");
    assert_false(load());
    assert_said("E0164 pack.lua:0:0");
    write_file("rules/test/2024/pack.lua", "pack { title = \"x\" }\n");
    assert_false(load());
    assert_said("E0165 pack.lua:0:0");
    write_file("rules/test/2024/pack.lua", "pack { titel = \"x\",\n  municipality = \"y\" }\n");
    assert_false(load());
    assert_said("E0124 pack.lua:1:8; E0125 pack.lua:2:3");
    write_file("rules/test/2024/pack.lua", "pack \"x\"\n");
    assert_false(load());
    assert_said("E0126 pack.lua:1:1");
}

static void a_pack_that_is_not_there_is_told_with_the_nearest(void **state)
{
    (void)state;
    write_rules("return subject { a = money {} }");
    assert_null(load_pack("test/2042"));
    assert_said("E0166");
    assert_string_equal(sentence(HELP), "did you mean \"test/2024\"?");
    assert_null(load_pack("elsewhere"));
    assert_said("E0167");
    assert_string_equal(sentence(HELP), "the rules are: test/2024");
    assert_null(load_pack("../../etc"));
    assert_said("E0167");
}

static void a_library_that_is_not_there_is_told_with_the_nearest(void **state)
{
    (void)state;
    write_file("rules/lib/shares.lua", "function part(a) return a end\n");
    assert_refused("use \"lib/share\"\nreturn subject { a = money {} }", "E0160 person.lua:1:5");
    assert_string_equal(sentence(HELP), "did you mean \"lib/shares\"?");
    assert_refused("use \"lib/quite_another\"\nreturn subject { a = money {} }",
                   "E0161 person.lua:1:5");
    assert_refused("use \"../secret\"\nreturn subject { a = money {} }", "E0161 person.lua:1:5");
    assert_loads(
        "use \"lib/shares\"\n"
        "return subject { a = money {}, b = money { of = function(s) return part(s.a) end } }");
}

static void a_library_that_uses_itself_is_told(void **state)
{
    (void)state;
    write_file("rules/lib/one.lua", "use \"lib/two\"\nfunction one(a) return a end\n");
    write_file("rules/lib/two.lua", "use \"lib/one\"\nfunction two(a) return a end\n");
    assert_refused("use \"lib/one\"\nreturn subject { a = money {} }", "E0154 two.lua:1:5");
}

static void an_error_in_a_library_is_told_once_and_where_it_is(void **state)
{
    (void)state;
    write_file("rules/lib/broken.lua", "function f(a) return 0.5 end\n");
    assert_refused("use \"lib/broken\"\nreturn subject { a = money {} }", "E0412 broken.lua:1:22");
    write_file("rules/lib/broken.lua", "local x = least(1)\nfunction f(a) return x end\n");
    assert_refused("use \"lib/broken\"\nreturn subject { a = money {} }", "E0466 broken.lua:1:11");
}

static void a_plan_or_a_sheet_that_is_not_there_is_told(void **state)
{
    (void)state;
    write_file("rules/test/2024/person.lua",
               "return subject { a = sheet { from = \"plan.secretary.result\", max = 9 } }");
    write_file("rules/test/2024/pack.lua", "pack { title = \"x\", plan = \"test/2O24\" }");
    write_file("plans/test/2024/plan.yaml",
               "plan: test/2024\norganization: T\ntitle: P\nsource: S\n"
               "period: {from: 2024-01-01, to: 2024-12-31}\n"
               "secretary:\n  results:\n    title: R\n    criteria:\n      - {id: x, title: X}\n");
    assert_false(load());
    assert_said("E0162 pack.lua:1:28");
    write_file("rules/test/2024/pack.lua", "pack { title = \"x\", plan = \"none/at/all\" }");
    assert_false(load());
    assert_said("E0163 pack.lua:1:28");
    write_file("rules/test/2024/pack.lua", "pack { title = \"x\", plan = \"test/2024\" }");
    assert_false(load());
    assert_said("E0168 person.lua:1:37");
    write_file("rules/test/2024/person.lua",
               "return subject { a = sheet { from = \"elsewhere\", max = 9 } }");
    assert_false(load());
    assert_said("E0169 person.lua:1:37");
    write_file("rules/test/2024/person.lua",
               "return subject { a = sheet { from = \"plan.secretary.results\", max = 9 } }");
    assert_true(load());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_row_has_one_edge_a_side_and_gives_something),
        TEST(the_words_of_a_table_are_known),
        TEST(a_table_is_judged_when_it_loads),
        TEST(an_edge_is_a_number),
        TEST(what_a_row_gives_fits_the_cell),
        TEST(a_key_added_after_the_braces_is_told),
        TEST(a_row_added_after_the_braces_counts_or_is_told),
        TEST(a_formula_cannot_change_what_the_file_declared),
        TEST(what_pack_lua_shares_cannot_be_changed_either),
        TEST(what_a_library_keeps_cannot_be_changed_either),
        TEST(a_pack_says_which_it_is_and_has_a_subject),
        TEST(a_pack_that_is_not_there_is_told_with_the_nearest),
        TEST(a_library_that_is_not_there_is_told_with_the_nearest),
        TEST(a_library_that_uses_itself_is_told),
        TEST(an_error_in_a_library_is_told_once_and_where_it_is),
        TEST(a_plan_or_a_sheet_that_is_not_there_is_told),
    };
    return cmocka_run_group_tests_name("pack", tests, NULL, NULL);
}
