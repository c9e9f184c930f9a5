/* The traps of Lua's numbers as they appear in a rule: each ends in the exact value or in an error
 * with its code, never in a wrong number. */
#include "packs.h"

/* A formula, the type of the cell that has it, and what comes of it: a value, or a code. */
struct trap {
    const char *type, *formula, *expected;
};

static const char before[] =
    "local edges = bands \"edges\" { gaps = \"refuse\",\n"
    "  { from = 0, to = 40, give = \"0%\" }, { from = 41, to = 100, give = \"10%\" } }\n"
    "local rates = { D = \"8.5\", C = \"10.5\", deep = { x = 3 } }\n"
    "local function product(a, b) return a * b end\n"
    "return subject {\n"
    "  a = money {}, b = money {}, p = points {}, r = percent {}, n = number {}, w = whole {},\n"
    "  d = date {}, e = date {}, name = text {}, f = flag {}, class_of = text {},\n"
    "  c = choice { \"none\", \"verbal\", \"written\" }, k = choice { \"x\", \"y\" },\n"
    "  l = list { name = text {}, pay = money {}, q = points {}, cat = text {} },\n"
    "  sh = sheet { criteria = { { id = \"x\", title = \"X\" }, { id = \"y\", title = \"Y\" } },\n"
    "    marks = { 4, 6, 8, 10 } },\n";

static const char data[] = "a: 100.10\nb: 0.20\np: 84\nr: 8%\nn: 2.5\nw: 7\n"
                           "d: 2024-01-01\ne: 2024-12-31\nname: Anna\nf: true\nclass_of: '10'\n"
                           "c: verbal\nk: x\n"
                           "l:\n  - {name: A, pay: 10.01, q: 10, cat: D}\n"
                           "  - {name: B, pay: 20.02, q: 20, cat: C}\n"
                           "sh: {x: 4, y: 10}\n";

/* "answer = money { of = function(s) return … end }"; what begins with an instruction is a body. */
static void write_formula(const struct trap *t)
{
    bool body = strncmp(t->formula, "local ", 6) == 0 || strncmp(t->formula, "if ", 3) == 0;
    const char *cell = packs_join("  answer = ", t->type, " { of = function(s)\n");
    const char *formula = packs_join(body ? "" : "return ", t->formula, "\nend } }\n");
    write_rules(packs_join(before, cell, formula));
}

/* What comes of it: the value, or the first code that was said. */
static const char *outcome(const struct trap *t)
{
    write_formula(t);
    (void)load();
    if (packs.pack) (void)evaluate(data);
    if (!packs.pack || packs.status != PAG_OK) {
        return packs_text((pag_str){said(), 5});
    }
    return value_for("answer", "");
}

static void assert_traps(const struct trap *traps, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *found = outcome(&traps[i]);
        if (strcmp(found, traps[i].expected) != 0) {
            print_error("%s: %s\n", traps[i].type, traps[i].formula);
        }
        assert_string_equal(found, traps[i].expected);
    }
}
#define ASSERT_TRAPS(traps) assert_traps(traps, sizeof traps / sizeof *traps)

static void decimals_and_fractions_are_exact(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "\"0.1\" + \"0.2\"", "0.3"},
        {"flag", "is(\"0.1\" + \"0.2\", \"0.3\")", "true"},
        {"number", "1/3*3", "1"},
        {"number", "1/3 + 1/3 + 1/3", "1"},
        {"number", "1/3", "1/3"},
        {"flag", "is(\"1/3\" * 3, 1)", "true"},
        {"flag", "is(1/3 * 3, 1)", "true"},
        {"number", "\"1234.56\" + 1", "1235.56"},
        {"number", "2/3 - 1/6", "0.5"},
        {"number", "7 / 2", "3.5"},
        {"number", "#s.l / 2", "1"},
        {"number", "#s.l / 3", "2/3"},
        {"money", "s.a / 3", "1001/30"},
        {"money", "s.a / 3 * 3", "100.10"},
        {"number", "-\"5\"", "-5"},
        {"number", "- -5", "5"},
        {"number", "2 * \"3\" * s.n", "15"},
    };
    ASSERT_TRAPS(traps);
}

static void a_lua_decimal_does_not_load(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "0.1 + 0.2", "E0412"},
        {"number", "1e400", "E0415"},
        {"number", "1e3", "E0414"},
        {"number", "0x10", "E0414"},
        {"number", "9999999999999999", "E0416"},
        {"number", "2 ^ 2", "E0418"},
        {"number", "7 // 2", "E0418"},
        {"number", "7 % 2", "E0418"},
        {"number", "1 ~ 2", "E0418"},
        {"number", "25%", "E0417"},
    };
    ASSERT_TRAPS(traps);
}

static void texts_that_are_no_numbers_are_told(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "\"1e400\" + 1", "E0453"}, {"number", "\"0x10\" + 1", "E0453"},
        {"number", "'8,5' + 1", "E0454"},     {"number", "'1.234,56' + 1", "E0454"},
        {"number", "\" 8\" + 1", "E0453"},    {"number", "\"\" + 1", "E0453"},
        {"number", "\"inf\" + 1", "E0453"},   {"number", "\"nan\" + 1", "E0453"},
        {"number", "\"012\" + 1", "E0453"},   {"number", "s.name + 1", "E0453"},
        {"number", "'8,5'", "E0454"},         {"number", "'1.234,56'", "E0454"},
        {"number", "\"1e400\"", "E0311"},     {"money", "s.name", "E0311"},
    };
    ASSERT_TRAPS(traps);
    const struct trap comma = {"number", "'1.234,56' + 1", "E0454"};
    write_formula(&comma);
    (void)load();
    (void)evaluate(data);
    assert_string_equal(sentence(HELP), "write \"1234.56\"");
}

static void nothing_is_divided_by_zero(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "0/0", "E0459"},
        {"number", "1/0", "E0459"},
        {"number", "\"0/0\" + 1", "E0459"},
        {"number", "\"1/0\" + 1", "E0459"},
        {"money", "s.a / (s.n - \"2.5\")", "E0459"},
        {"money", "mean(s.l, \"pay\", function(e) return 1 > 2 end)", "E0459"},
    };
    ASSERT_TRAPS(traps);
}

static void whole_numbers_of_lua_never_wrap(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "999999999999999 + 1", "1000000000000000"},
        {"number", "999999999999999 * 999999999999999", "999999999999998000000000000001"},
        {"number", "product(999999999999999, 999999999999999)", "999999999999998000000000000001"},
        {"number", "local x = 1 for i = 1, 70 do x = x * 2 end return x", "1180591620717411303424"},
        {"number", "local x = 999999999999999 for i = 1, 15 do x = x + x end return x",
         "32767999999999967232"},
        {"number", "local x = -999999999999999 for i = 1, 10 do x = x * 10 - 1 end return x",
         "-9999999999999991111111111"},
        {"flag", "999999999999999 * 999999999999999 > 0", "true"},
        {"flag", "is(999999999999999 * 100000, \"99999999999999900000\")", "true"},
        {"number", "local t = { n = 999999999999999 } return t.n * t.n",
         "999999999999998000000000000001"},
        {"whole", "999999999999999 * 10", "9999999999999990"},
    };
    ASSERT_TRAPS(traps);
}

static void counting_and_looking_up_by_number_still_work(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "local t = {} for i = 1, 3 do t[#t + 1] = i * 2 end return t[#t] + #t", "9"},
        {"number", "local n = 0 for i, e in ipairs(s.l) do n = n + i end return n", "3"},
        {"number", "local t = { 5, 6, 7 } local i = 1 i = i + 1 return t[i * 2 - 1]", "7"},
        {"money", "s.l[1 + 1].pay", "20.02"},
        {"money", "s.l[count(s.l)].pay", "20.02"},
        {"money", "s.l[#s.l].pay", "20.02"},
        {"money", "local x = s.b for i = 1, #s.l do x = x + s.l[i].pay end return x", "30.23"},
        {"number",
         "local t = { a = 1, b = 2 } local n = 0 for k, v in pairs(t) do n = n * 10 + v "
         "end return n",
         "12"},
    };
    ASSERT_TRAPS(traps);
}

static void a_loop_counts_in_whole_numbers(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "local n = 0 for x = \"0.1\", \"0.3\", \"0.1\" do n = n + 1 end return n",
         "E0480"},
        {"number", "local n = 0 for i = 1, s.n do n = n + 1 end return n", "E0480"},
        {"number", "local n = 0 for i = \"1\", 3 do n = n + i end return n", "E0480"},
    };
    ASSERT_TRAPS(traps);
}

static void numbers_in_quotes_are_compared_as_numbers(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"flag", "\"10\" < \"9\"", "false"},
        {"flag", "\"10\" <= \"9\"", "false"},
        {"flag", "\"10\" > \"9\"", "true"},
        {"flag", "\"10\" >= \"9\"", "true"},
        {"flag", "10 < \"9\"", "false"},
        {"flag", "\"9\" < 10", "true"},
        {"flag", "rates[s.l[1].cat] < rates[s.l[2].cat]", "true"},
        {"flag", "s.class_of > \"9\"", "true"},
        {"flag", "is(\"0.50\", \"0.5\")", "true"},
        {"flag", "is(\"1/2\", \"0.5\")", "true"},
        {"flag", "is(\"50%\", \"1/2\")", "E0460"},
        {"flag", "is(s.class_of, 10)", "true"},
        {"flag", "is(s.class_of, \"10\")", "true"},
        {"flag", "is(s.name, \"Anna\")", "true"},
        {"flag", "is(s.name, \"anna\")", "false"},
        {"flag", "s.name < \"Bruno\"", "E0453"},
        {"flag", "above(\"10\", \"9\")", "true"},
        {"flag", "s.p < \"21.01\"", "false"},
        {"flag", "s.p > \"21.01\"", "true"},
        {"flag", "\"21.01\" < s.p", "true"},
        {"flag", "s.p <= 84", "true"},
        {"flag", "s.p >= \"84.0\"", "true"},
    };
    ASSERT_TRAPS(traps);
}

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
        {"percent", "s.r + 1", "E0460"},
        {"percent", "s.r + \"0.5\"", "E0460"},
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
        {"flag", "s.r < 1", "E0460"},
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
        {"percent", "least(s.r, 1)", "E0460"},
        {"percent", "least(s.r, \"5%\", \"1/20\" * 1)", "E0460"},
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
        {"percent", "\"0.1\"", "E0316"},
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

static void tables_are_read_by_words_and_numbers(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "rates[s.l[1].cat]", "8.5"}, {"number", "rates.deep.x", "3"},
        {"number", "rates[s.p]", "E0468"},      {"number", "rates.missing + 1", "E0452"},
        {"number", "rates.missing", "E0310"},
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(decimals_and_fractions_are_exact),
        TEST(a_lua_decimal_does_not_load),
        TEST(texts_that_are_no_numbers_are_told),
        TEST(nothing_is_divided_by_zero),
        TEST(whole_numbers_of_lua_never_wrap),
        TEST(counting_and_looking_up_by_number_still_work),
        TEST(a_loop_counts_in_whole_numbers),
        TEST(numbers_in_quotes_are_compared_as_numbers),
        TEST(equality_is_asked_with_is),
        TEST(units_are_kept_apart),
        TEST(dates_are_subtracted_shifted_and_compared),
        TEST(the_least_and_the_most_are_of_one_unit),
        TEST(a_sum_over_nothing_is_a_zero_with_its_unit),
        TEST(a_formula_hands_back_a_value_of_its_type),
        TEST(a_look_up_by_call_is_as_strict_as_a_cell),
        TEST(tables_are_read_by_words_and_numbers),
        TEST(what_is_no_number_is_told_as_what_it_is),
    };
    return cmocka_run_group_tests_name("exact", tests, NULL, NULL);
}
