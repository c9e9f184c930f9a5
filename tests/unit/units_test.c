/* Units, choices and types in formulas: what goes together, and the code of what does not. */
#include "traps.h"

static void equality_is_asked_with_is(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"flag", "s.p == 3", "E0411"},
        {"flag", "s.p ~= 3", "E0411"},
        {"flag", "s.c == \"verbal\"", "E0411"},
        {"flag", "is(s.p, 84)", "true"},
        {"flag", "is(s.p, \"84.00\")", "true"},
        {"flag", "is(84, s.p)", "true"},
        {"flag", "is(s.a, \"100.10\")", "true"},
        {"flag", "is(s.c, \"verbal\")", "true"},
        {"flag", "is(\"verbal\", s.c)", "true"},
        {"flag", "is(s.c, \"verbl\")", "E0465"},
        {"flag", "is(s.c, s.k)", "E0465"},
        {"flag", "is(s.c, 1)", "E0464"},
        {"flag", "is(s.f, true)", "true"},
        {"flag", "is(s.f, 1)", "E0464"},
        {"flag", "is(s.a, s.p)", "E0457"},
        {"flag", "above(s.c, \"none\")", "true"},
        {"flag", "above(s.c, \"written\")", "false"},
        {"flag", "above(s.c, \"severe\")", "E0465"},
    };
    ASSERT_TRAPS(traps);
    const struct trap equal = {"flag", "s.p == 3", "E0411"};
    write_formula(&equal);
    (void)load();
    assert_string_equal(sentence(HELP), "write   is(s.p, 3)");
}

static void units_are_kept_apart(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"money", "s.a + s.p", "E0457"},
        {"money", "s.a - s.r", "E0457"},
        {"money", "s.a + \"10%\"", "E0457"},
        {"money", "s.a + 1", "101.10"},
        {"money", "s.a + \"0.005\"", "100.105"},
        {"percent", "s.r + 1", "E0323"},
        {"percent", "s.r + 2", "E0460"},
        {"percent", "s.r + \"0.5\"", "E0323"},
        {"percent", "s.r + \"1%\"", "9"},
        {"percent", "s.r + 0", "8"},
        {"money", "s.a * \"10%\"", "10.01"},
        {"money", "s.a * s.r", "8.008"},
        {"number", "s.a * s.b", "E0458"},
        {"number", "s.a / s.b", "500.5"},
        {"number", "s.p / s.p", "1"},
        {"number", "s.a / s.p", "E0458"},
        {"number", "100 / s.p", "E0458"},
        {"points", "s.p * s.r", "6.72"},
        {"flag", "s.a < s.p", "E0457"},
        {"flag", "s.a < s.r", "E0457"},
        {"flag", "s.r < 1", "E0323"},
        {"flag", "s.r < \"10%\"", "true"},
        {"money", "s.a * s.n", "250.25"},
        {"money", "s.a + s.n", "E0457"},
    };
    ASSERT_TRAPS(traps);
}

static void dates_are_subtracted_shifted_and_compared(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"whole", "s.e - s.d", "365"},       {"whole", "days(s.d, s.e)", "366"},
        {"whole", "days(s.d, s.d)", "1"},    {"date", "s.d + 31", "2024-02-01"},
        {"date", "s.e - 365", "2024-01-01"}, {"flag", "s.d < s.e", "true"},
        {"flag", "s.d < 5", "E0457"},        {"date", "s.d * 2", "E0458"},
        {"date", "s.d + s.e", "E0457"},      {"whole", "days(s.d, 5)", "E0466"},
        {"date", "s.d + \"0.5\"", "E0461"},  {"date", "5", "E0314"},
        {"money", "s.e - s.d", "E0314"},
    };
    ASSERT_TRAPS(traps);
}

static void the_least_and_the_most_are_of_one_unit(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"money", "least(s.a, s.b)", "0.20"},
        {"money", "most(s.a, s.b)", "100.10"},
        {"money", "least(s.a, 5)", "5.00"},
        {"money", "least(5, 200, s.a)", "5.00"},
        {"money", "most(5, 200, s.a)", "200.00"},
        {"money", "least(s.a, s.p)", "E0457"},
        {"money", "least(5, s.a, s.p)", "E0457"},
        {"money", "least(s.a, \"10%\")", "E0457"},
        {"percent", "least(s.r, 1)", "E0323"},
        {"percent", "least(s.r, \"5%\", \"1/20\" * 1)", "E0323"},
        {"money", "least(s.a)", "E0466"},
        {"money", "least(s.a, s.name)", "E0453"},
        {"money", "least(s.a, nil)", "E0452"},
        {"points", "most(s.p, \"84.5\")", "84.5"},
        {"number", "least(\"10\", \"9\")", "9"},
    };
    ASSERT_TRAPS(traps);
}

static void a_sum_over_nothing_is_a_zero_with_its_unit(void **state)
{
    (void)state;
#define NOBODY "function(e) return 1 > 2 end"
    static const struct trap traps[] = {
        {"money", "sum(s.l, \"pay\")", "30.03"},
        {"money", "sum(s.l, \"pay\", function(e) return is(e.cat, \"D\") end)", "10.01"},
        {"money", "sum(s.l, \"pay\", " NOBODY ")", "0.00"},
        {"points", "s.p + sum(s.l, \"pay\", " NOBODY ")", "E0457"},
        {"money", "s.b + sum(s.l, function(e) return e.pay end, " NOBODY ")", "0.20"},
        {"money", "sum(s.l, function(e) return e.pay * 2 end)", "60.06"},
        {"number", "sum(s.l, function(e) return 999999999999999 end) * 999999999999999",
         "1999999999999996000000000000002"},
        {"points", "sum(s.sh)", "14"},
        {"points", "mean(s.sh)", "7"},
        {"points", "mean(s.l, \"q\")", "15"},
        {"whole", "count(s.l)", "2"},
        {"whole", "count(s.l, " NOBODY ")", "0"},
        {"flag", "all(s.l, " NOBODY ")", "false"},
        {"flag", "any(s.l, " NOBODY ")", "false"},
        {"number", "sum(s.l, \"name\")", "E0453"},
        {"number", "sum(s.l, \"zz\")", "E0462"},
        {"number", "sum(s.l, \"pays\")", "E0467"},
        {"number", "sum(s.a)", "E0466"},
        {"money", "sum(s.l, \"pay\", function(e) return e.q end)", "E0472"},
    };
    ASSERT_TRAPS(traps);
}

static void a_formula_hands_back_a_value_of_its_type(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"money", "if s.a < 5 then return s.a end", "E0310"},
        {"money", "true", "E0315"},
        {"money", "{}", "E0312"},
        {"money", "s.l", "E0312"},
        {"money", "s.l[1]", "E0312"},
        {"money", "rates", "E0312"},
        {"money", "product", "E0312"},
        {"number", "s.sh", "E0312"},
        {"money", "s.p", "E0314"},
        {"money", "s.n", "E0314"},
        {"money", "s.n * 1", "E0314"},
        {"money", "5", "5.00"},
        {"money", "\"12.345\"", "12.345"},
        {"percent", "10", "E0316"},
        {"percent", "\"0.1\"", "E0322"},
        {"percent", "\"10%\"", "10"},
        {"percent", "0", "0"},
        {"percent", "1/3", "100/3"},
        {"percent", "s.a / s.a", "100"},
        {"percent", "s.a", "E0314"},
        {"points", "s.w", "7"},
        {"points", "s.a", "E0314"},
        {"whole", "s.n", "E0314"},
        {"whole", "7 / 2", "E0314"},
        {"whole", "\"7.0\"", "7"},
        {"number", "s.a", "E0314"},
        {"text", "s.a", "E0314"},
        {"text", "s.name", "Anna"},
        {"text", "5", "E0314"},
        {"flag", "5", "E0314"},
        {"flag", "s.f", "true"},
    };
    ASSERT_TRAPS(traps);
}

static void a_look_up_by_call_is_as_strict_as_a_cell(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"percent", "edges(s.p)", "10"},         {"percent", "edges(84)", "10"},
        {"percent", "edges(\"40.5\")", "E0305"}, {"percent", "edges(101)", "E0306"},
        {"percent", "edges(s.r)", "E0309"},      {"percent", "edges(\"84%\")", "E0309"},
        {"percent", "edges(s.name)", "E0453"},   {"percent", "edges()", "E0452"},
    };
    ASSERT_TRAPS(traps);
}

static void what_is_no_number_is_told_as_what_it_is(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "nil + s.n", "E0452"}, {"number", "s.f + s.n", "E0456"},
        {"number", "s.l + s.n", "E0455"}, {"number", "s.sh + s.n", "E0455"},
        {"number", "s.c + s.n", "E0473"}, {"number", "s.p.x", "E0463"},
        {"number", "s.p()", "E0463"},     {"number", "s.zz", "E0462"},
        {"number", "s.nme", "E0467"},     {"text", "s.a .. \"x\"", "E0463"},
    };
    ASSERT_TRAPS(traps);
}

static void a_class_may_be_what_a_formula_says(void **state)
{
    (void)state;
    write_rules("local bands_of = bands \"t\" { { below = 60, give = { class = \"C\", n = 1 } },\n"
                "  { give = { class = \"A\", n = 2 } } }\n"
                "return subject {\n"
                "  score = points {}, area = choice { \"nord\", \"sud\" }, word = text {},\n"
                "  a = class { of = function(s) return \"B\" end },\n"
                "  b = class { of = function(s) return s.area end },\n"
                "  c = class { of = function(s) return s.word end },\n"
                "  d = class { of = function(s) return bands_of(s.score, \"class\") end },\n"
                "  e = class { of = function(s) return s.d end },\n"
                "  same = flag { of = function(s) return is(s.a, \"B\") and is(s.e, \"C\") end },\n"
                "}\n");
    evaluate("score: 50\narea: sud\nword: X");
    assert_figure("person.a", "B");
    assert_figure("person.b", "sud");
    assert_figure("person.c", "X");
    assert_figure("person.d", "C");
    assert_figure("person.same", "true");
}

static void what_is_no_text_is_told_as_it_is(void **state)
{
    (void)state;
    write_rules(
        "return subject { score = points {}, a = class { of = function(s) return s.score end"
        " } }\n");
    assert_int_equal(evaluate("score: 50"), PAG_INVALID);
    assert_string_equal(sentence(MESSAGE), "the formula of \"a\" returns 50 pt.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(equality_is_asked_with_is),
        TEST(units_are_kept_apart),
        TEST(dates_are_subtracted_shifted_and_compared),
        TEST(the_least_and_the_most_are_of_one_unit),
        TEST(a_sum_over_nothing_is_a_zero_with_its_unit),
        TEST(a_formula_hands_back_a_value_of_its_type),
        TEST(a_look_up_by_call_is_as_strict_as_a_cell),
        TEST(what_is_no_number_is_told_as_what_it_is),
        TEST(a_class_may_be_what_a_formula_says),
        TEST(what_is_no_text_is_told_as_it_is),
    };
    return cmocka_run_group_tests_name("units", tests, NULL, NULL);
}
