/* Cells that an evaluation may leave out: a formula sees nothing (nil) there and must say what
 * holds then; whoever only counts on the value is told, and never gets a zero. */
#include "packs.h"

#define GOALS                                                                                      \
    "return subject {\n"                                                                           \
    "  goal = list {\n"                                                                            \
    "    name = text {},\n"                                                                        \
    "    measured = points { optional = true, max = 100 },\n"                                      \
    "    met = points { of = function(g)\n"                                                        \
    "      if g.measured == nil then return 100 end\n"                                             \
    "      return g.measured\n"                                                                    \
    "    end },\n"                                                                                 \
    "  },\n"

static void a_formula_says_what_holds_without_the_value(void **state)
{
    (void)state;
    write_rules(GOALS "}");
    evaluate("goal: [{name: a, measured: 80}, {name: b}]");
    assert_figure_for("met", "a", "80");
    assert_figure_for("met", "b", "100");
    assert_figure_for("measured", "b", "");
    assert_int_equal(figure_for("measured", "b")->value.kind, PAG_VALUE_NONE);
}

static void a_key_without_a_value_is_not_left_out(void **state)
{
    (void)state;
    write_rules(GOALS "}");
    evaluate("goal: [{name: a, measured: }]");
    assert_said("E0897 evaluation.yaml:4:30");
}

static void what_is_written_is_judged_as_ever(void **state)
{
    (void)state;
    write_rules(GOALS "}");
    evaluate("goal: [{name: a, measured: 101}]");
    assert_said("E0233 evaluation.yaml:4:30");
}

static void a_total_over_something_left_out_is_an_error(void **state)
{
    (void)state;
    write_rules(GOALS
                "  total = points { of = function(s) return sum(s.goal, \"measured\") end },\n"
                "}");
    evaluate("goal: [{name: a, measured: 80}, {name: b}]");
    assert_said("E0766 person.lua:10:56");
    assert_string_equal(sentence(MESSAGE),
                        "\"measured\" was left out for b: there is no total over all entries of "
                        "\"goal\"");
}

static void a_total_may_take_only_what_is_there(void **state)
{
    (void)state;
    write_rules(GOALS "  total = points { of = function(s)\n"
                      "    return mean(s.goal, \"measured\", function(g)\n"
                      "      return g.measured ~= nil end) end },\n"
                      "}");
    evaluate("goal: [{name: a, measured: 80}, {name: b}, {name: c, measured: 90}]");
    assert_figure("total", "85");
}

static void a_place_among_values_left_out_is_an_error(void **state)
{
    (void)state;
    write_rules(GOALS "  first = whole { of = function(s)\n"
                      "    return rank(s.goal, \"measured\", s.goal[1]) end },\n"
                      "}");
    evaluate("goal: [{name: a, measured: 80}, {name: b}]");
    assert_said("E0765 person.lua:11:25");
    assert_non_null(strstr(sentence(MESSAGE), "measured (b)"));
}

static void a_look_up_by_something_left_out_is_an_error(void **state)
{
    (void)state;
    write_rules("local t = bands \"t\" { { from = 0, to = 100, give = \"5%\" } }\n"
                "return subject { score = points { optional = true },\n"
                "  rate = percent { bands = t, by = \"score\" },\n"
                "  other = percent { of = function(s) return t(s.score) end } }");
    evaluate("score: 8");
    assert_figure("rate", "5");
    evaluate("{}");
    assert_said("E0767 person.lua:3:3; E0765 person.lua:4:3");
}

/* Each of these meets nothing where it needs something, and says which value was left out. */
static void a_formula_that_forgets_the_case_names_the_value(void **state)
{
    (void)state;
    static const char *const formulas[] = {
        "return s.given + s.maybe",
        "return s.maybe + s.maybe",
        "return s.maybe + 1",
        "return -s.maybe",
        "return s.maybe",
        "return least(s.maybe, 5)",
        "if s.maybe > 5 then return 1 end return 0",
        "if is(s.maybe, 5) then return 1 end return 0",
        "if is(s.word, \"a\") then return 1 end return 0",
        "if above(s.word, \"a\") then return 1 end return 0",
        "local t = { a = 1, b = 2 } return t[s.word]",
        "if s.maybe > s.given then return 1 end return 0",
    };
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
        pag_text rules = {.arena = &packs.arena};
        pag_text_put(&rules, PAG_STR("return subject { given = number {},\n"
                                     "maybe = number { optional = true },\n"
                                     "word = choice { \"a\", \"b\", optional = true },\n"
                                     "x = number { of = function(s)\n"));
        pag_text_put(&rules, pag_str_from(formulas[i]));
        pag_text_put(&rules, PAG_STR("\nend } }"));
        pag_text_byte(&rules, '\0');
        write_rules(rules.at);
        assert_true(load());
        evaluate("given: 3");
        assert_int_equal(packs.status, PAG_INVALID);
        assert_int_equal(first_said()->code, PAG_E0765);
        assert_non_null(strstr(sentence(MESSAGE), i == 8 || i == 9 || i == 10 ? "word" : "maybe"));
        evaluate("{given: 3, maybe: 6, word: b}");
        assert_int_equal(packs.status, PAG_OK);
    }
}

static void a_condition_that_forgets_the_case_names_the_value(void **state)
{
    (void)state;
    write_rules(
        "return subject { list_ = list { name = text {}, maybe = number { optional = true },\n"
        "  must { \"{maybe}\", of = function(e) return e.maybe > 5 end } } }");
    evaluate("list_: [{name: a, maybe: 6}, {name: b}]");
    assert_said("E0765 person.lua:2:53");
    assert_string_equal(packs_text(first_said()->about), "b");
    evaluate("list_: [{name: a, maybe: 6}]");
    assert_int_equal(packs.status, PAG_OK);
}

static void the_sentence_of_a_condition_shows_a_dash(void **state)
{
    (void)state;
    write_rules("return subject { maybe = number { optional = true },\n"
                "  must { \"misurato: {maybe}\", of = function(s) return s.maybe ~= nil end } }");
    evaluate("{}");
    assert_said("E0320 person.lua:2:8");
    assert_non_null(strstr(sentence(MESSAGE), "misurato: —"));
}

static void something_left_out_elsewhere_is_not_to_blame(void **state)
{
    (void)state;
    write_rules(
        "local t = { a = 1 }\n"
        "return subject { maybe = number { optional = true }, word = choice { \"a\", \"b\" },\n"
        "  one = number { of = function(s) if s.maybe == nil then return 1 end return 2 end },\n"
        "  x = number { of = function(s) return s.one + t[s.word] end } }");
    evaluate("word: b");
    assert_said("E0452 person.lua:4:46");
}

static void only_what_is_asked_can_be_left_out(void **state)
{
    (void)state;
    static const char *const cells[] = {
        "default = 1",
        "value = 1",
        "of = function(s) return 1 end",
        "payable = true",
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        pag_text rules = {.arena = &packs.arena};
        pag_text_put(&rules,
                     PAG_STR("return subject { x = money { optional = true, round = \"cent\", "));
        pag_text_put(&rules, pag_str_from(cells[i]));
        pag_text_put(&rules, PAG_STR(" } }"));
        pag_text_byte(&rules, '\0');
        write_rules(rules.at);
        assert_false(load());
        assert_non_null(strstr(said(), "E0763 person.lua:1:30"));
    }
    assert_refused("return subject { l = list { name = text {},\n"
                   "  share = percent { optional = true, sum = \"100%\" } } }",
                   "E0763 person.lua:2:21");
}

static void a_flag_cannot_be_left_out(void **state)
{
    (void)state;
    assert_refused("return subject { x = flag { optional = true } }", "E0773 person.lua:1:29");
}

static void whether_it_is_there_is_asked_with_nil(void **state)
{
    (void)state;
    assert_refused("return subject { a = number { optional = true },\n"
                   "  x = number { of = function(s) if s.a then return 1 end return 0 end } }",
                   "E0772 person.lua:2:38");
}

/* A name that may be missing makes no id. */
static void an_entry_is_called_by_what_is_always_there(void **state)
{
    (void)state;
    write_rules("return subject { l = list { name = text { optional = true }, place = text {},\n"
                "  x = number {} } }");
    evaluate("l: [{place: Uno, x: 1}, {name: Primo, place: Due, x: 2}]");
    assert_figure_for("x", "uno", "1");
    assert_figure_for("x", "due", "2");
}

static void true_or_false_is_said_with_true_or_false(void **state)
{
    (void)state;
    assert_refused("return subject { x = number { optional = \"yes\" } }", "E0140 person.lua:1:42");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_formula_says_what_holds_without_the_value),
        TEST(a_key_without_a_value_is_not_left_out),
        TEST(what_is_written_is_judged_as_ever),
        TEST(a_total_over_something_left_out_is_an_error),
        TEST(a_total_may_take_only_what_is_there),
        TEST(a_place_among_values_left_out_is_an_error),
        TEST(a_look_up_by_something_left_out_is_an_error),
        TEST(a_formula_that_forgets_the_case_names_the_value),
        TEST(a_condition_that_forgets_the_case_names_the_value),
        TEST(the_sentence_of_a_condition_shows_a_dash),
        TEST(something_left_out_elsewhere_is_not_to_blame),
        TEST(only_what_is_asked_can_be_left_out),
        TEST(a_flag_cannot_be_left_out),
        TEST(whether_it_is_there_is_asked_with_nil),
        TEST(an_entry_is_called_by_what_is_always_there),
        TEST(true_or_false_is_said_with_true_or_false),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
