/* Slips in a line of YAML that make the next one look out of line are told where they stand. */
#include "yaml_reading.h"

static void a_slip_in_the_line_above_is_told_where_it_stands(void **state)
{
    (void)state;
    assert_refused("a: 1\np:\n  voto:7 # otto\n  nome: X\n", "E0217 3:3");
    assert_refused("p:\n  voto:7 # nota: otto\n\n  # nota: altro\n  nome: X\n", "E0217 2:3");
    assert_refused("p:\n  voto 7 # otto\n  nome: X\n", "E0217 2:3");
    assert_refused("a: 1\nperiod:{from: 1, to: 2}\n", "E0217 2:1");
    assert_refused("- nome\n  voto: 7\n", "E0297 1:3");
    assert_refused("p:\n  - nome: X\n    voto: 7\n  - Y # altro\n    voto: 7\n", "E0297 4:5");
    assert_refused("p:\n  - nome: X\n    voto: 7\n  -nome: Y\n    voto: 7\n", "E0296 4:3");
    assert_refused("p:\n  -nome: X\n    voto: 7\n", "E0296 2:3");
    assert_refused("p:\n  - nome: X\n  -nome:Y\n", "E0296 3:3");
    assert_refused("p:\n  - nome: X\n  \u2013 nome: Y\n", "E0337 3:3");
    assert_refused("p:\n  \u2022 nome: X\n    voto: 3\n", "E0337 2:3");
    check_sentence(PAG_STR("-nome: Y\n  voto: 7\n"), PAG_EN, 2, "write  - nome: Y");
    check_sentence(PAG_STR("- nome: X\n  voto: 7\n- Y\n  voto: 7\n"), PAG_EN, 2,
                   "write them as the other entries have them:  - nome: Y");
    check_sentence(PAG_STR("- X\r\n  voto: 7\r\n\r\n- nome: Y\r\n  voto: 7\r\n"), PAG_EN, 2,
                   "write them as the other entries have them:  - nome: X");
    check_sentence(PAG_STR("- X\n  voto: 7"), PAG_IT, 2,
                   "scriverli come nelle altre voci:  - …: X");
}

static void a_line_that_is_no_slip_is_not_blamed(void **state)
{
    (void)state;
    assert_refused("p:\n  - a: b\n   c: 1\n", "E0215 3:4 <- 2:3");
    assert_refused("p: [1,\n  2]\n  c: 1\n", "E0215 3:3 <- 1:1");
    assert_refused("p:\n  - a\n - b\n", "E0215 3:2 <- 1:1");
}

static void a_comma_of_a_text_between_brackets_is_told_with_its_key(void **state)
{
    (void)state;
    assert_refused("a: {b: presente a tutte, anche tardi}\n", "E0490 1:26");
    assert_refused("a: {b: [1], anche}\n", "E0217 1:13");
    assert_refused("a: {b: x, c:y}\n", "E0217 1:11");
    assert_refused("a: {b: 1.234,56 \u20ac}\n", "E0229 1:8");
    check_sentence(PAG_STR("a: {b: 1.234,56 \u20ac, c: 2}\n"), PAG_EN, 2, "write 1234.56");
}

static void quotes_that_lines_below_end_are_told_where_they_begin(void **state)
{
    (void)state;
    assert_refused("- {a: \"x, b: y}\n- {a: z, u: \"% di x\"}\n", "E0339 1:7 <- 2:13");
    assert_refused("a: \"x\n  y\"\nb: 1\n  c: 2\n", "E0215 4:3 <- 3:1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_in_the_line_above_is_told_where_it_stands),
        cmocka_unit_test(a_line_that_is_no_slip_is_not_blamed),
        cmocka_unit_test(a_comma_of_a_text_between_brackets_is_told_with_its_key),
        cmocka_unit_test(quotes_that_lines_below_end_are_told_where_they_begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
