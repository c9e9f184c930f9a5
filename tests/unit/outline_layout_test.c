/* Braces that are missing or too many are told where the margin of the lines gives them away. */
#include "outlining.h"

static void a_missing_brace_is_seen_by_the_margin(void **state)
{
    (void)state;
    assert_refused("local t = {\n  a = { b = 1,\n  c = 1,\n}\n", "E0336 3:3+1 <- 2:7+1");
    assert_refused("local t = {\n  { 1 \n  { 2 },\n}\n", "E0336 3:3+1 <- 2:3+1");
    assert_refused("local t = {\n  { 1 },\n  { 2,\n}\nlocal y", "E0336 4:1+1 <- 3:3+1");
    assert_refused("local t = {\n  a = {\n    b = 1,\n    d = {2,\n  c = 1, },\n}\n",
                   "E0336 5:3+1 <- 4:9+1");
    assert_refused("local t = {\n  a = {\n    1,\n  b = 2\n  }\n", "E0427 5:4+1 <- 1:11+1 (})");
    assert_refused("local t = {\na = 1,\nb = { 2,\n  }\n", "E0427 4:4+1 <- 1:11+1 (})");
    assert_refused("local t = {\n  { 1 }\n  { 2 },\n}\n", "E0425 3:3+1 ({)");
}

static void a_brace_too_many_is_seen_by_what_goes_on(void **state)
{
    (void)state;
    assert_refused("local t = {\n  { 1 }},\n  { 2 },\n}\n", "E0492 2:8+1 <- 4:1+1");
    assert_refused("local t = {\n  { 1 }}\n  { 2 },\n}\n", "E0492 2:8+1 <- 3:3+1");
    assert_refused("local t = {\n  { 1 },\n  2 },\n  { 3 },\n}\n", "E0492 3:5+1 <- 5:1+1");
    assert_refused("return {\n  a = { 1 }},\n  b = { 2 },\n}\n", "E0492 2:12+1 <- 3:5+1");
    assert_refused("return {\n  a = { 1 },\n}\n}\n", "E0434 4:1+1 (})");
    assert_accepted("local a, b = {\n  1 }, {\n  2 }\nlocal c = { a, b }");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_brace_is_seen_by_the_margin),
        cmocka_unit_test(a_brace_too_many_is_seen_by_what_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
