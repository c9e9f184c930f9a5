/* The traps of Lua's numbers as they appear in a rule: each ends in the exact value or in an error
 * with its code, never in a wrong number. */
#include "traps.h"

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
    (void)evaluate(traps_data);
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
        {"flag", "is(\"50%\", \"1/2\")", "E0323"},
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

static void a_key_is_a_word_or_a_whole_number_wherever_the_table_is_written(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "local t = { verbal = 5 } return t[s.c]", "5"},
        {"number", "local t = { verbal = 5 } return t[s.c] or 1", "5"},
        {"number", "local t = { written = 5 } return t[s.c] or 1", "1"},
        {"number", "local t = { [s.c] = 5 } return t.verbal", "5"},
        {"number", "local t = {} t[s.c] = 5 return t.verbal", "5"},
        {"number", "local t = { 10, 20, 30 } return t[count(s.l)]", "20"},
        {"number", "local t = { 10, 20, 30 } return t[#t - 1]", "20"},
        {"number", "local t = {} t[s.n] = 1 return 1", "E0468"},
        {"number", "local t = { [s.p] = 1 } return 1", "E0468"},
        {"number", "local t = { [84] = 1 } return t[s.p] or 2", "E0468"},
        {"number", "local t, none = {} return t[none]", "E0452"},
        {"number", "local t = {} t[1000000 * 1000000 * 1000000] = 5 return 1", "1"},
        {"number", "s.l[s.p]", "E0468"},
    };
    ASSERT_TRAPS(traps);
}

static void what_a_formula_is_given_stays_what_it_is(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"number", "local q = 1 s = { n = 999999999999999 } return s.n * s.n", "E0481"},
        {"number", "local q = s q = { n = 999999999999999 } return q.n * q.n",
         "999999999999998000000000000001"},
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
        TEST(tables_are_read_by_words_and_numbers),
        TEST(a_key_is_a_word_or_a_whole_number_wherever_the_table_is_written),
        TEST(what_a_formula_is_given_stays_what_it_is),
    };
    return cmocka_run_group_tests_name("exact", tests, NULL, NULL);
}
