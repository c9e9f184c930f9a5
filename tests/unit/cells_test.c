/* What a subject and its cells may declare, and what they are told when they declare something
 * else: code, file, line and column. */
#include "packs.h"

/* One cell among others. */
static void assert_cell_refused(const char *cell, const char *expected)
{
    assert_refused(packs_join("return subject {\n  total = points {},\n  cell = ", cell, ",\n}\n"),
                   expected);
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
        "round, value, of, bands, keyed, dated, by, give, planned, default, split, "
        "unless, increasing, decreasing, optional");
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
    assert_cell_refused("percent { max = 10 }", "E0116 person.lua:3:26");
    assert_cell_refused("percent { max = \"a\" }", "E0151 person.lua:3:26");
    assert_cell_refused("points { max = \"10%\" }", "E0152 person.lua:3:25");
    assert_cell_refused("points { max = \"8,5\" }", "E0454 person.lua:3:25");
    assert_loads(
        "return subject { a = percent { max = \"1/3\", min = 0 }, b = points { max = 100 } }");
}

static void a_value_must_be_one_of_the_cells_type(void **state)
{
    (void)state;
    assert_cell_refused("percent { value = \"10\" }", "E0116 person.lua:3:28");
    assert_cell_refused("money { value = \"10%\" }", "E0152 person.lua:3:26");
    assert_cell_refused("money { value = \"1.234,56\" }", "E0454 person.lua:3:26");
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
    assert_cell_refused("money { column = \"Pay\" }", "E0173 person.lua:3:18");
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

static void several_errors_are_told_in_one_go(void **state)
{
    (void)state;
    assert_refused("return subject {\n"
                   "  a = money { tilte = \"x\" },\n"
                   "  b = percent { value = 10 },\n"
                   "  c = money { payable = true, of = function(s) return s.d end },\n"
                   "}\n",
                   "E0124 person.lua:2:15; E0116 person.lua:3:25; E0121 person.lua:4:3; "
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
        TEST(several_errors_are_told_in_one_go),
    };
    return cmocka_run_group_tests_name("cells", tests, NULL, NULL);
}
