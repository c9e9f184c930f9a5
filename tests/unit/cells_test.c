/* What a pack may declare, and what it is told when it declares something else: code, file, line
 * and column of every error of the E01xx range. */
#include "packs.h"

/* A pack whose person.lua is `text` does not load, and says `expected`. */
static void assert_refused(const char *text, const char *expected)
{
    write_rules(text);
    assert_false(load());
    assert_said(expected);
}

/* One cell among others. */
static void assert_cell_refused(const char *cell, const char *expected)
{
    assert_refused(packs_join("return subject {\n  total = points {},\n  cell = ", cell, ",\n}\n"),
                   expected);
}

static void assert_table_refused(const char *table, const char *expected)
{
    assert_refused(
        packs_join(
            "local t = bands \"t\" ", table,
            "\nreturn subject { p = points {},\n  r = percent { bands = t, by = \"p\" } }\n"),
        expected);
}

static void assert_loads(const char *text)
{
    write_rules(text);
    assert_true(load());
    assert_said("");
}

/* --- attributes --- */

static void an_attribute_nobody_knows_is_told_with_what_was_meant(void **state)
{
    (void)state;
    assert_cell_refused("money { tilte = \"x\" }", "E0124 person.lua:3:18");
    assert_string_equal(sentence(HELP), "did you mean \"title\"?");
    assert_cell_refused("money { penalty = \"x\" }", "E0125 person.lua:3:18");
    assert_string_equal(
        sentence(HELP),
        "here can stand: title, source, note, column, payable, min, max, step, sum, "
        "round, value, of, bands, by, give, default");
}

static void an_attribute_of_another_type_is_unknown_here(void **state)
{
    (void)state;
    assert_cell_refused("text { payable = true }", "E0125 person.lua:3:17");
    assert_cell_refused("money { marks = { 1, 2 } }", "E0125 person.lua:3:18");
    assert_cell_refused("sheet { from = \"plan.x\", max = 9, value = 1 }",
                        "E0185 person.lua:3:25; E0125 person.lua:3:44");
    assert_cell_refused("money { 5 }", "E0194 person.lua:3:18");
}

static void every_word_has_its_kind(void **state)
{
    (void)state;
    assert_cell_refused("money { title = { 1 } }", "E0122 person.lua:3:26");
    assert_cell_refused("money { payable = \"yes\" }", "E0140 person.lua:3:28");
    const char *of = ", of = function(s) return 1 end }";
    assert_cell_refused(packs_join("money { round = \"cents\"", of, ""), "E0123 person.lua:3:26");
    assert_cell_refused(packs_join("money { round = { step = 0 }", of, ""),
                        "E0123 person.lua:3:26");
    assert_cell_refused(
        packs_join("money { round = { step = \"0.01\", mode = \"upwards\" }", of, ""),
        "E0123 person.lua:3:26");
    assert_cell_refused(packs_join("money { round = { step = \"0.01\", mod = \"up\" }", of, ""),
                        "E0124 person.lua:3:43");
    assert_cell_refused("money { of = 5 }", "E0135 person.lua:3:23");
    assert_cell_refused("money { of = sum(1) }", "E0466 person.lua:3:23");
    assert_cell_refused("money { bands = 5, by = \"total\" }", "E0136 person.lua:3:26");
}

static void bounds_are_numbers_of_the_cells_unit(void **state)
{
    (void)state;
    assert_cell_refused("percent { max = 10 }", "E0151 person.lua:3:26");
    assert_cell_refused("percent { max = \"a\" }", "E0151 person.lua:3:26");
    assert_cell_refused("points { max = \"10%\" }", "E0152 person.lua:3:25");
    assert_cell_refused("points { max = \"8,5\" }", "E0152 person.lua:3:25");
    assert_loads(
        "return subject { a = percent { max = \"1/3\", min = 0 }, b = points { max = 100 } }");
}

static void a_value_must_be_one_of_the_cells_type(void **state)
{
    (void)state;
    assert_cell_refused("percent { value = \"10\" }", "E0151 person.lua:3:28");
    assert_cell_refused("money { value = \"10%\" }", "E0152 person.lua:3:26");
    assert_cell_refused("money { value = \"1.234,56\" }", "E0229 person.lua:3:26");
    assert_cell_refused("points { max = 5, value = 6 }", "E0233 person.lua:3:36");
    assert_cell_refused("choice { \"none\", \"verbal\", value = \"verbl\" }",
                        "E0238 person.lua:3:45");
    assert_cell_refused("flag { value = \"si\" }", "E0237 person.lua:3:25");
}

static void a_value_comes_from_one_place(void **state)
{
    (void)state;
    assert_cell_refused("money { value = 1, of = function(s) return 1 end }",
                        "E0134 person.lua:3:34");
    assert_cell_refused("percent { value = \"10%\", default = \"12%\" }", "E0134 person.lua:3:45");
    assert_cell_refused("money { of = function(s) return 1 end, default = 5 }",
                        "E0134 person.lua:3:59");
}

/* --- what nobody would read --- */

static void a_word_that_would_have_no_effect_is_refused(void **state)
{
    (void)state;
    assert_cell_refused("money { by = \"total\" }", "E0155 person.lua:3:18");
    assert_cell_refused("money { give = \"units\" }", "E0155 person.lua:3:18");
    assert_cell_refused("number { round = { step = \"0.1\" } }", "E0157 person.lua:3:19");
    assert_cell_refused("percent { sum = \"100%\" }", "E0158 person.lua:3:20");
    assert_string_equal(sentence(MESSAGE),
                        "\"sum\" has no effect on \"cell\", which is not in a list");
    assert_refused("return subject { l = list { name = text {},\n"
                   "  a = money { sum = 5, of = function(m) return 1 end } } }",
                   "E0170 person.lua:2:15");
    assert_cell_refused("sheet { criteria = { { id = \"x\" } }, marks = { 4, 6 }, max = 10 }",
                        "E0179 person.lua:3:65");
}

static void bounds_leave_a_value(void **state)
{
    (void)state;
    assert_cell_refused("points { min = 6, max = 5 }", "E0159 person.lua:3:25");
    assert_cell_refused("points { step = 0 }", "E0176 person.lua:3:26");
    const char *list =
        "return subject { l = list { name = text {},\n  a = percent { sum = \"100%\"";
    assert_refused(packs_join(list, ", step = \"30%\"", " } } }"), "E0171 person.lua:2:23");
    assert_refused(packs_join(list, ", min = \"101%\"", " } } }"), "E0171 person.lua:2:23");
    assert_loads(packs_join(list, ", min = \"1%\", step = \"5%\"", " } } }"));
}

static void rounding_is_in_the_unit_of_the_cell(void **state)
{
    (void)state;
    const char *of = ", of = function(s) return 1 end }";
    assert_cell_refused(packs_join("percent { round = \"cent\"", of, ""), "E0174 person.lua:3:28");
    assert_cell_refused(packs_join("money { round = { step = \"1%\" }", of, ""),
                        "E0190 person.lua:3:26");
    assert_cell_refused(packs_join("money { payable = true, round = { step = \"0.001\" }", of, ""),
                        "E0175 person.lua:3:42");
    assert_cell_refused(packs_join("points { payable = true, round = \"cent\"", of, ""),
                        "E0172 person.lua:3:19");
}

/* --- names --- */

static void cells_are_named_in_small_letters(void **state)
{
    (void)state;
    assert_refused("return subject { Pay = money {} }", "E0142 person.lua:1:18");
    assert_refused("return subject { _pay = money {} }", "E0142 person.lua:1:18");
    assert_refused("return subject { a23456789012345678901234567890123456789012 = money {} }",
                   "E0142 person.lua:1:18");
}

static void a_cell_is_written_once(void **state)
{
    (void)state;
    assert_refused("return subject { pay = money {},\n  pay = points {} }", "E0440 person.lua:2:3");
}

static void a_key_that_is_no_cell_is_told(void **state)
{
    (void)state;
    assert_refused("return subject { a = money {}, pay = 5 }", "E0141 person.lua:1:32");
    assert_refused("return subject { a = money {}, titel = \"x\" }", "E0124 person.lua:1:32");
    assert_refused("return subject { a = money {}, l = list { b = money {}, top = true } }",
                   "E0141 person.lua:1:57");
}

static void a_formula_names_cells_that_exist(void **state)
{
    (void)state;
    const char *rules = "return subject {\n"
                        "  salary = money {},\n"
                        "  member = list { name = text {}, share = percent {},\n"
                        "    base = money { of = function(m, s) return s.salari * m.share end },\n"
                        "    wrong = money { of = function(m) return m.salary end } },\n"
                        "}\n";
    assert_refused(rules, "E0467 person.lua:4:49; E0118 person.lua:5:47");
    assert_string_equal(sentence(MESSAGE), "\"person\" has no cell \"salari\"");
    assert_string_equal(sentence(HELP), "did you mean \"salary\"?");
}

static void a_look_up_names_a_cell_with_a_number(void **state)
{
    (void)state;
    const char *table = "local t = bands \"t\" { { from = 0, to = 9, give = \"1%\" } }\n";
    assert_refused(
        packs_join(table, "return subject { p = points {},\n", "  r = percent { bands = t } }"),
        "E0137 person.lua:3:3");
    assert_refused(packs_join(table, "return subject { p = points {},\n",
                              "  r = percent { bands = t, by = \"q\" } }"),
                   "E0462 person.lua:3:33");
    assert_refused(packs_join(table, "return subject { p = text {},\n",
                              "  r = percent { bands = t, by = \"p\" } }"),
                   "E0156 person.lua:3:33");
    assert_refused(packs_join(table, "return subject { p = list { name = text {} },\n",
                              "  r = percent { bands = t, by = \"p\" } }"),
                   "E0156 person.lua:3:33");
}

/* --- forms --- */

static void a_declaring_word_is_followed_by_braces(void **state)
{
    (void)state;
    assert_refused("return subject { pay = money(5) }", "E0126 person.lua:1:24");
    assert_refused("return subject(5)", "E0126 person.lua:1:8");
    assert_refused("local t = { title = \"x\" }\nreturn subject { a = money(t),\n  b = points(t) }",
                   "E0127 person.lua:1:11");
}

static void a_file_returns_a_subject(void **state)
{
    (void)state;
    assert_refused("local a = 5\n", "E0146 person.lua:0:0");
    assert_refused("return money {}", "E0146 person.lua:0:0");
}

static void a_choice_has_two_different_words(void **state)
{
    (void)state;
    assert_cell_refused("choice { \"none\" }", "E0143 person.lua:3:17");
    assert_cell_refused("choice { \"none\", \"none\" }", "E0144 person.lua:3:27");
    assert_cell_refused("choice {}", "E0143 person.lua:3:17");
}

static void a_sheet_says_its_criteria_and_its_marks(void **state)
{
    (void)state;
    assert_cell_refused("sheet {}", "E0145 person.lua:3:3");
    assert_cell_refused("sheet { criteria = { { title = \"x\" } }, max = 9 }",
                        "E0186 person.lua:3:31");
    assert_cell_refused("sheet { criteria = { { id = \"x\" }, { id = \"x\" } }, max = 9 }",
                        "E0187 person.lua:3:45");
    assert_cell_refused("sheet { criteria = { { id = \"x\" } } }", "E0178 person.lua:3:3");
    assert_cell_refused("sheet { from = \"plan.x\", criteria = { { id = \"x\" } }, max = 9 }",
                        "E0185 person.lua:3:25; E0177 person.lua:3:35");
    assert_cell_refused("sheet { criteria = { { id = \"x\" } }, marks = { 4, 4 } }",
                        "E0147 person.lua:3:55");
    assert_cell_refused("sheet { criteria = { { id = \"x\" } }, marks = {} }",
                        "E0147 person.lua:3:55");
    assert_cell_refused("sheet { criteria = { { id = \"x\" } }, marks = { \"10%\" } }",
                        "E0147 person.lua:3:55");
}

static void what_is_payable_is_rounded(void **state)
{
    (void)state;
    assert_cell_refused("money { payable = true, of = function(s) return 5 end }",
                        "E0121 person.lua:3:3");
}

static void a_condition_has_a_sentence_and_a_formula(void **state)
{
    (void)state;
    assert_refused("return subject { a = money {},\n  must { of = function(s) return true end } }",
                   "E0148 person.lua:2:8");
    assert_refused("return subject { a = money {},\n  must { \"x\" } }", "E0148 person.lua:2:8");
    assert_refused("return subject { a = money {},\n  money {} }", "E0183 person.lua:2:3");
    assert_refused("return subject { a = money {},\n"
                   "  warn { \"{b} is odd\", of = function(s) return true end } }",
                   "E0149 person.lua:2:8");
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
    assert_table_refused("{ { from = 0, to = 9, give = 8 } }", "E0151 person.lua:1:50");
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

static void several_errors_are_told_in_one_go(void **state)
{
    (void)state;
    assert_refused("return subject {\n"
                   "  a = money { tilte = \"x\" },\n"
                   "  b = percent { value = 10 },\n"
                   "  c = money { payable = true, of = function(s) return s.d end },\n"
                   "}\n",
                   "E0124 person.lua:2:15; E0151 person.lua:3:25; E0121 person.lua:4:3; "
                   "E0462 person.lua:4:57");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_attribute_nobody_knows_is_told_with_what_was_meant),
        TEST(an_attribute_of_another_type_is_unknown_here),
        TEST(every_word_has_its_kind),
        TEST(bounds_are_numbers_of_the_cells_unit),
        TEST(a_value_must_be_one_of_the_cells_type),
        TEST(a_value_comes_from_one_place),
        TEST(a_word_that_would_have_no_effect_is_refused),
        TEST(bounds_leave_a_value),
        TEST(rounding_is_in_the_unit_of_the_cell),
        TEST(cells_are_named_in_small_letters),
        TEST(a_cell_is_written_once),
        TEST(a_key_that_is_no_cell_is_told),
        TEST(a_formula_names_cells_that_exist),
        TEST(a_look_up_names_a_cell_with_a_number),
        TEST(a_declaring_word_is_followed_by_braces),
        TEST(a_file_returns_a_subject),
        TEST(a_choice_has_two_different_words),
        TEST(a_sheet_says_its_criteria_and_its_marks),
        TEST(what_is_payable_is_rounded),
        TEST(a_condition_has_a_sentence_and_a_formula),
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
        TEST(several_errors_are_told_in_one_go),
    };
    return cmocka_run_group_tests_name("cells", tests, NULL, NULL);
}
