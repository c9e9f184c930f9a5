/* What a schema says of numbers in quotes, of days, and of evaluations that name rows. Whether that
 * is what `eval` does is for tests/editors. */
#include "editors.h"

#define WITH_PLAN "pack { title = \"Prova\", plan = \"test\" }\n"
#define PLAN                                                                                       \
    "plan: test\norganization: E\ntitle: T\nsource: S\n"                                           \
    "period: {from: 2024-01-01, to: 2024-12-31}\n"                                                 \
    "areas:\n  - {id: a, title: Area A}\n  - {id: b, title: Area B}\n"

static void numbers_in_quotes_keep_within_their_bounds(void **state)
{
    (void)state;
    write_rules("return subject { a = percent { min = \"-0.5%\", max = \"12.5%\" } }");
    const char *text = schema();
    assert_says(text, "\"pattern\":\"^(?=-?[0-9]+/|-|(1[0-1](\\\\.[0-9]+)?|[0-9](\\\\.[0-9]+)?"
                      "|12(\\\\.([0-4][0-9]*|50*))?)( ?%)?$)");
    assert_says(text, "(?=-?[0-9]+/|[0-9]|-(0(\\\\.([0-4][0-9]*|50*))?)( ?%)?$)-?");
    write_rules("return subject { a = whole { min = 7, step = 25 } }");
    assert_says(schema(), "\"pattern\":\"^(?=([8-9](\\\\.[0-9]+)?|[1-9][0-9]{1,}(\\\\.[0-9]+)?"
                          "|7(\\\\.([0-9]+))?)$)(?=-?(([0-9]*00|0)(\\\\.0+)?|([0-9]*25)");
    write_rules("return subject { a = whole { step = 7 } }");
    assert_says(schema(), "\"pattern\":\"^-?(0|[1-9][0-9]*)$\"");
}

static void a_mark_in_quotes_is_on_the_scale(void **state)
{
    (void)state;
    write_rules("return subject { a = sheet { marks = { 0, \"2.5\", 10 },\n"
                "  criteria = { { id = \"x\", title = \"Uno\" } } } }");
    assert_says(schema(), "\"pattern\":\"^(-?0(\\\\.0+)?|2\\\\.50*|10(\\\\.0+)?)$\"");
}

static void only_leap_years_have_their_day(void **state)
{
    (void)state;
    write_rules("return subject { a = money {} }");
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", year = 2024 }\n");
    assert_says(schema(), "|02-29)$\"");
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", year = 2100 }\n");
    assert_silent(schema(), "|02-29)$\"");
}

static void what_rows_may_say_may_be_left_out_and_nothing_else(void **state)
{
    (void)state;
    write_rules("return subject { a = money {}, l = list { name = text {}, b = money {},\n"
                "  inner = list { name = text {} } }, m = list { name = text {} } }");
    const char *text = schema();
    assert_says(text,
                "\"if\":{\"type\":\"object\",\"required\":[\"marks\"]},\"then\":{\"type\":"
                "\"object\",\"additionalProperties\":false,\"required\":[\"rules\",\"person\"]");
    /* the list within the list is never in rows, so the one around it is there too */
    assert_says(text, "\"rows:person\":{\"type\":\"object\",\"additionalProperties\":false,"
                      "\"required\":[\"a\",\"l\"]");
    assert_says(text, "\"required\":[\"inner\"],\"anyOf\":[{\"required\":[\"name\"]},"
                      "{\"required\":[\"id\"]}]");
    assert_says(text, "\"person\":{\"type\":\"object\",\"additionalProperties\":false,\"required\":"
                      "[\"a\",\"l\",\"m\"]");
    assert_silent(text, "\"rows:person.l.inner\"");
}

static void a_subject_that_rows_can_make_need_not_be_there(void **state)
{
    (void)state;
    write_rules("return subject { l = list { name = text {}, b = money {} } }");
    const char *text = schema();
    assert_says(text, "\"required\":[\"rules\"],\"properties\"");
    assert_says(text, "\"person\":{\"if\":{\"enum\":[null,\"\"]},\"else\":{\"$ref\":");
}

static void entries_of_the_plan_may_be_rows_but_for_their_lists(void **state)
{
    (void)state;
    write_file("plans/test/plan.yaml", PLAN);
    write_rules("return subject { area = list { from = \"plan.areas\", x = money {} } }");
    write_file("rules/test/2024/pack.lua", WITH_PLAN);
    assert_says(schema(), "\"else\":{\"properties\":{\"a\":true,\"b\":true},\"type\":\"object\","
                          "\"additionalProperties\":false},\"properties\":{\"a\":");
    write_rules("return subject { area = list { from = \"plan.areas\", x = money {},\n"
                "  head = list { name = text {} } } }");
    write_file("rules/test/2024/pack.lua", WITH_PLAN);
    assert_says(schema(),
                "\"rows:person.area\":{\"type\":\"object\",\"additionalProperties\":false,"
                "\"required\":[\"head\"]");
}

static void a_list_without_values_has_no_rows(void **state)
{
    (void)state;
    write_file("plans/test/plan.yaml", PLAN);
    write_rules("return subject { area = list { from = \"plan.areas\",\n"
                "  head = list { name = text {} } } }");
    write_file("rules/test/2024/pack.lua", WITH_PLAN);
    assert_silent(schema(), "\"marks\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(numbers_in_quotes_keep_within_their_bounds),
        TEST(a_mark_in_quotes_is_on_the_scale),
        TEST(only_leap_years_have_their_day),
        TEST(what_rows_may_say_may_be_left_out_and_nothing_else),
        TEST(a_subject_that_rows_can_make_need_not_be_there),
        TEST(entries_of_the_plan_may_be_rows_but_for_their_lists),
        TEST(a_list_without_values_has_no_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
