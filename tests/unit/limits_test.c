/* Limits: tables of libraries that the rules which use the library must read, by name. What counts
 * as reading, what does not, and where it is told. */
#include "packs.h"

#define NATION "rules/national/nation.lua"
#define USE "use \"national/nation\"\n"
#define RATE                                                                                       \
    "rate = dated \"rate\" { title = \"Rate\", limit = true,\n"                                    \
    "  { from = \"2024-01-01\", give = \"10%\" } }\n"
#define RATES                                                                                      \
    "rates = dated \"rates\" { limit = true,\n"                                                    \
    "  { from = \"2024-01-01\", give = { low = \"10%\", high = \"20%\" } } }\n"

static int with_a_rate(void **state)
{
    int failed = packs_set_up(state);
    write_file(NATION, RATE);
    return failed;
}

static int with_two_rates(void **state)
{
    int failed = packs_set_up(state);
    write_file(NATION, RATES);
    return failed;
}

#define ONE(name) cmocka_unit_test_setup_teardown(name, with_a_rate, packs_tear_down)
#define TWO(name) cmocka_unit_test_setup_teardown(name, with_two_rates, packs_tear_down)

/* --- cells --- */

static void a_cell_that_looks_it_up_reads_it(void **state)
{
    (void)state;
    assert_loads(USE "return subject { a = percent { dated = rate, by = \"period end\" } }");
}

static void one_that_nothing_reads_is_told_where_it_is_used(void **state)
{
    (void)state;
    assert_refused(USE "return subject { a = percent { value = \"30%\" } }",
                   "E1140 person.lua:1:5");
    assert_string_equal(sentence(MESSAGE), "whoever uses \"national/nation\" must read its limit "
                                           "\"Rate\", and nothing in these rules does");
    assert_non_null(strstr(sentence(HELP), "rate = percent { dated = rate, by = \"period end\" }"));
    assert_int_equal(first_said()->also.line, 1);
}

static void a_table_of_the_same_name_is_another_one(void **state)
{
    (void)state;
    assert_refused(USE "local rate = dated \"mine\" { { from = \"2024-01-01\", give = \"30%\" } }\n"
                       "return subject { a = percent { dated = rate, by = \"period end\" },\n"
                       "  b = percent { of = function() return rate(period.to) end } }",
                   "E1140 person.lua:1:5");
}

static void a_day_that_the_rules_fix_does_not_count(void **state)
{
    (void)state;
    assert_refused(USE "return subject { day = date { value = \"2024-05-01\" },\n"
                       "  a = percent { dated = rate, by = \"day\" } }",
                   "E1140 person.lua:1:5");
    assert_loads(USE
                 "return subject { day = date {}, a = percent { dated = rate, by = \"day\" } }");
}

static void every_value_by_name_is_to_be_read(void **state)
{
    (void)state;
    const char *low = "return subject { a = percent { dated = rates, by = \"period end\", "
                      "give = \"low\" },\n";
    assert_refused(packs_join(USE, low, "}"), "E1140 person.lua:1:5");
    assert_non_null(strstr(sentence(MESSAGE), "\"rates (high)\""));
    assert_non_null(strstr(sentence(HELP), "rates_high = percent { dated = rates, "
                                           "by = \"period end\", give = \"high\" }"));
    assert_loads(packs_join(
        USE, low, "b = percent { of = function() return rates(period.to, \"high\") end } }"));
}

/* --- formulas --- */

/* A subject with this formula, after these lines. */
static const char *formula(const char *before, const char *value)
{
    return packs_join(
        packs_join(USE, before, "\nreturn subject { k = text {}, a = percent { of = function(s) "),
        value, " end } }");
}

static void a_call_reads_what_it_names(void **state)
{
    (void)state;
    assert_refused(formula("", "return rates(period.to, \"low\")"), "E1140 person.lua:1:5");
    assert_non_null(strstr(sentence(MESSAGE), "\"rates (high)\""));
    assert_loads(formula("", "return most(rates(period.to, 'low'), rates(period.to, \"high\"))"));
}

static void what_cannot_be_seen_counts_as_all_of_it(void **state)
{
    (void)state;
    assert_loads(formula("", "return rates(period.to, s.k)"));
    assert_loads(formula("local both = { rates }", "return both[1](period.to, \"low\")"));
    assert_loads(formula("", "return rates(period.to, \"lo\"..\"w\")"));
}

static void another_name_for_it_is_seen_through(void **state)
{
    (void)state;
    assert_refused(formula("local mine = rates", "return mine(period.to, \"low\")"),
                   "E1140 person.lua:1:5");
    assert_loads(formula("local mine = rates",
                         "return most(mine(period.to, \"low\"), mine(period.to, \"high\"))"));
}

static void a_parameter_of_the_same_name_is_something_else(void **state)
{
    (void)state;
    assert_refused(formula("local function f(rate) return rate end", "return f(\"30%\")"),
                   "E1140 person.lua:1:5");
}

static void a_function_counts_where_formulas_call_it(void **state)
{
    (void)state;
    const char *own = "local function least_rate() return rate(period.to) end";
    assert_loads(formula(own, "return least_rate()"));
    assert_refused(formula(own, "return \"30%\""), "E1140 person.lua:1:5");
    write_file(NATION, RATE "function capped(x) return least(x, rate(period.to)) end\n");
    assert_loads(formula("", "return capped(\"30%\")"));
    assert_refused(formula("", "return \"30%\""), "E1140 person.lua:1:5");
}

static void conditions_and_reasons_for_zero_read_too(void **state)
{
    (void)state;
    assert_loads(USE "return subject { a = percent {},\n"
                     "  must { \"{a}\", of = function(s) return s.a <= rate(period.to) end } }");
    assert_loads(USE "return subject { a = percent {}, b = percent { of = function(s) return s.a "
                     "end,\n  unless = { { function(s) return s.a > rate(period.to) end, \"b\" } } "
                     "} }");
}

/* --- packs --- */

static void any_file_of_the_pack_may_read_it(void **state)
{
    (void)state;
    write_file("rules/test/2024/office.lua",
               USE "return subject { a = percent { dated = rate, by = \"period end\" } }");
    assert_loads(USE "return subject { a = money {} }");
}

static void a_library_that_uses_it_brings_it(void **state)
{
    (void)state;
    write_file("rules/lib/pay.lua", USE "function capped(x) return least(x, rate(period.to)) end\n"
                                        "function twice(x) return x * 2 end\n");
    assert_refused("use \"lib/pay\"\nreturn subject { a = percent { of = function() return "
                   "twice(\"30%\") end } }",
                   "E1140 person.lua:1:5");
    assert_loads("use \"lib/pay\"\nreturn subject { a = percent { of = function() return "
                 "capped(\"30%\") end } }");
}

static void it_is_told_when_all_else_is_right(void **state)
{
    (void)state;
    assert_refused(USE "return subject { a = mony {} }", "E0437 person.lua:2:22");
}

static void texts_and_keyed_tables_are_limits_too(void **state)
{
    (void)state;
    write_file(
        NATION,
        "valid = dated \"valid\" { limit = true, { from = \"2024-01-01\", give = \"yes\" } }\n"
        "kinds = keyed \"kinds\" { limit = true, x = \"yes\", y = \"no\" }\n");
    assert_refused(USE "return subject { a = money {} }",
                   "E1141 person.lua:1:5; E1141 person.lua:1:5");
    assert_non_null(strstr(sentence(HELP), "valid = text { dated = valid, by = \"period end\" }"));
    assert_loads(USE "return subject { v = text { dated = valid, by = \"period\" }, k = text {},\n"
                     "  c = text { keyed = kinds, by = \"k\" } }");
}

/* --- declaring --- */

static void a_limit_is_declared_in_a_library_by_a_name(void **state)
{
    (void)state;
    assert_refused(RATE "return subject { a = money {} }", "E1142 person.lua:1:47");
    write_file(NATION, "local " RATE "function f() return rate(period.to) end\n");
    assert_refused(USE "return subject { a = money {} }", "E1143 nation.lua:1:27");
    write_file(NATION, "rate = dated \"rate\" { limit = \"yes\", { from = \"2024-01-01\", give = "
                       "\"10%\" } }\n");
    assert_refused(USE "return subject { a = money {} }", "E0140 nation.lua:1:31");
    write_file(NATION, "rate = dated \"rate\" { limit = false, { from = \"2024-01-01\", give = "
                       "\"10%\" } }\n");
    assert_loads(USE "return subject { a = money {} }");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ONE(a_cell_that_looks_it_up_reads_it),
        ONE(one_that_nothing_reads_is_told_where_it_is_used),
        ONE(a_table_of_the_same_name_is_another_one),
        ONE(a_day_that_the_rules_fix_does_not_count),
        TWO(every_value_by_name_is_to_be_read),
        TWO(a_call_reads_what_it_names),
        TWO(what_cannot_be_seen_counts_as_all_of_it),
        TWO(another_name_for_it_is_seen_through),
        ONE(a_parameter_of_the_same_name_is_something_else),
        ONE(a_function_counts_where_formulas_call_it),
        ONE(conditions_and_reasons_for_zero_read_too),
        ONE(any_file_of_the_pack_may_read_it),
        ONE(a_library_that_uses_it_brings_it),
        ONE(it_is_told_when_all_else_is_right),
        TEST(texts_and_keyed_tables_are_limits_too),
        TEST(a_limit_is_declared_in_a_library_by_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
