/* Exact numbers: the traps of binary arithmetic, the borders of the forms, which units go together,
 * days, and what happens when memory ends. */
#include "failing.h"
#include "numbers.h"

static void a_tenth_and_two_tenths_are_three_tenths_bit_for_bit(void **state)
{
    (void)state;
    assert_true(sum(number("0.1"), number("0.2")).bits == number("0.3").bits);
}

static void a_third_three_times_is_one(void **state)
{
    (void)state;
    pag_number third = quotient(number("1"), number("3"));
    assert_true(third.bits == number("1/3").bits);
    assert_true(product(third, number("3")).bits == number("1").bits);
    assert_true(sum(third, sum(third, third)).bits == number("1").bits);
}

static void equal_values_have_equal_bits_however_they_were_written(void **state)
{
    static const char *same[][2] = {
        {"0.50", "1/2"},         {"1.000", "1"},     {"6/3", "2"},      {"-0", "0"},
        {"0/7", "0.00"},         {"25/100", "0.25"}, {"2/6", "1/3"},    {"-4/6", "-2/3"},
        {"1/65536", "2/131072"}, {"10 %", "10.0%"},  {"1/3%", "2/6 %"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        assert_true(number(same[i][0]).bits == number(same[i][1]).bits);
    }
    assert_true(number("-0").bits == PAG_ZERO.bits);
}

static void a_percentage_is_the_ratio_with_its_unit(void **state)
{
    (void)state;
    assert_true(number("10%").bits == number_in("0.1", PAG_PERCENT).bits);
    assert_true(number("12.5 %").bits == number_in("1/8", PAG_PERCENT).bits);
    assert_true(number("1/3%").bits == number_in("1/300", PAG_PERCENT).bits);
    assert_true(number("0%").bits != PAG_ZERO.bits);
    assert_int_equal(pag_number_order(number("0%"), PAG_ZERO), 0);
}

static void the_largest_integer_plus_one_does_not_wrap(void **state)
{
    int64_t n = 0;
    (void)state;
    pag_number most = pag_number_whole(&arena, INT64_MAX),
               least = pag_number_whole(&arena, INT64_MIN);
    assert_true(is_big(most));
    assert_true(pag_number_to_whole(most, &n) && n == INT64_MAX);
    assert_true(pag_number_to_whole(least, &n) && n == INT64_MIN);
    assert_same(sum(most, number("1")), number("9223372036854775808"));
    assert_same(pag_number_negate(&arena, least), number("9223372036854775808"));
    assert_false(pag_number_to_whole(sum(most, number("1")), &n));
    assert_false(pag_number_to_whole(difference(least, number("1")), &n));
    assert_int_equal(pag_number_order(sum(most, number("1")), most), 1);
}

static void the_borders_of_the_decimal_form_are_crossed_in_both_directions(void **state)
{
    (void)state;
    pag_number most = number("18014398509481983"); /* 2^54 - 1 */
    assert_false(is_big(most));
    pag_number above = sum(most, number("1"));
    assert_true(is_big(above));
    assert_same(difference(above, number("1")), most);
    pag_number below = difference(pag_number_negate(&arena, most), number("1"));
    assert_true(is_big(below));
    assert_same(sum(below, number("1")), number("-18014398509481983"));
    assert_true(is_big(number("0.0000000000000001"))); /* 16 decimals, denominator 10^16 */
    assert_same(product(number("0.0000000000000001"), number("10")), number("0.000000000000001"));
    assert_int_equal(number("1/65536").bits & 3, 1); /* 16 decimals, but a short fraction */
}

static void whole_numbers_are_told_from_others(void **state)
{
    int64_t n = 7;
    (void)state;
    assert_true(pag_number_is_whole(number("-12")));
    assert_true(pag_number_is_whole(number("12.00")));
    assert_true(pag_number_is_whole(number("100000000000000000000")));
    assert_false(pag_number_is_whole(number("0.5")));
    assert_false(pag_number_is_whole(number("1/3")));
    assert_false(pag_number_is_whole(number("100000000000000000000.5")));
    assert_false(pag_number_to_whole(number("1/3"), &n));
    assert_int_equal(n, 7);
    assert_true(pag_number_to_whole(number("-12"), &n));
    assert_int_equal(n, -12);
}

static void numbers_grow_to_2048_bits_and_no_further(void **state)
{
    (void)state;
    pag_number x = number("2"), half = number("1/2"), got = number("42");
    pag_number up = number("1"), down = number("1");
    for (int i = 0; i < 2047; i++) {
        up = product(up, x);
        down = product(down, half);
    }
    assert_int_equal(pag_number_multiply(&arena, &got, up, x), PAG_NUMBER_TOO_BIG);
    assert_int_equal(pag_number_multiply(&arena, &got, down, half), PAG_NUMBER_TOO_BIG);
    assert_int_equal(pag_number_divide(&arena, &got, down, x), PAG_NUMBER_TOO_BIG);
    assert_int_equal(pag_number_add(&arena, &got, up, up), PAG_NUMBER_TOO_BIG);
    assert_true(got.bits == number("42").bits);
    assert_same(product(up, down), number("1"));
    pag_number most = sum(up, difference(up, number("1"))); /* 2^2048 - 1 */
    assert_int_equal(pag_number_add(&arena, &got, most, number("1")), PAG_NUMBER_TOO_BIG);
    assert_same(quotient(most, most), number("1"));
    assert_int_equal(pag_number_order(most, up), 1);
    assert_int_equal(pag_number_plain(&arena, most).len, 617);
    assert_int_equal(pag_number_plain(&arena, down).len, 2 + 2047);
}

static void nothing_is_divided_by_zero(void **state)
{
    static const char *tops[] = {"0", "1", "1/3", "123456789012345678901234567890"};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        pag_number x = number("42");
        assert_int_equal(pag_number_divide(&arena, &x, number(tops[i]), PAG_ZERO),
                         PAG_NUMBER_BY_ZERO);
        assert_int_equal(pag_number_divide(&arena, &x, money(tops[i]), money("0")),
                         PAG_NUMBER_BY_ZERO);
        assert_true(x.bits == number("42").bits);
    }
}

/* Rows and columns: plain, percent, money, points, date. A letter for the unit of the result. */
typedef struct unit_rule {
    operation of;
    const char *rows[5];
} unit_rule;

static const unit_rule unit_rules[] = {
    {pag_number_add, {"n...d", ".%...", "..m..", "...p.", "d...."}},
    {pag_number_subtract, {"n....", ".%...", "..m..", "...p.", "d...n"}},
    {pag_number_multiply, {"n%mp.", "%%mp.", "mm...", "pp...", "....."}},
    {pag_number_divide, {"nn...", "%n...", "mmn..", "pp.n.", "....."}},
};

static void check_unit(const unit_rule *rule, pag_unit left, pag_unit right, const char *scale)
{
    pag_number big = number(scale), x = number("42");
    pag_number a = pag_number_with_unit(&arena, big, left);
    pag_number b = pag_number_with_unit(&arena, big, right);
    char expected = rule->rows[left][right];
    pag_number_error error = rule->of(&arena, &x, a, b);
    if (expected == '.') {
        assert_int_equal(error, PAG_NUMBER_UNITS);
        assert_true(x.bits == number("42").bits);
    } else {
        assert_int_equal(error, PAG_NUMBER_OK);
        assert_int_equal("n%mpd"[pag_number_unit(x)], expected);
    }
}

static void every_pair_of_units_follows_the_rules(void **state)
{
    static const pag_unit units[] = {PAG_PLAIN, PAG_PERCENT, PAG_MONEY, PAG_POINTS, PAG_DATE};
    (void)state;
    for (size_t rule = 0; rule < 4; rule++) {
        for (size_t i = 0; i < 25; i++) {
            check_unit(&unit_rules[rule], units[i / 5], units[i % 5], "6");
            bool dated = units[i / 5] == PAG_DATE || units[i % 5] == PAG_DATE;
            if (dated) continue; /* no such dates */
            check_unit(&unit_rules[rule], units[i / 5], units[i % 5], "1/7");
            check_unit(&unit_rules[rule], units[i / 5], units[i % 5], "12345678901234567890.5");
        }
    }
}

static void the_unit_is_part_of_the_bits_but_not_of_the_order(void **state)
{
    (void)state;
    assert_true(money("0").bits != PAG_ZERO.bits);
    assert_int_equal(pag_number_order(money("0"), PAG_ZERO), 0);
    assert_int_equal(pag_number_order(money("2"), number("3%")), 1);
    assert_int_equal(pag_number_order(money("1/3"), number_in("0.3333333333", PAG_POINTS)), 1);
    pag_number big = money("123456789012345678901234567890");
    assert_int_equal(pag_number_unit(big), PAG_MONEY);
    assert_int_equal(pag_number_unit(pag_number_with_unit(&arena, big, PAG_POINTS)), PAG_POINTS);
    assert_int_equal(pag_number_order(big, pag_number_with_unit(&arena, big, PAG_PLAIN)), 0);
    assert_int_equal(pag_number_sign(pag_number_negate(&arena, big)), -1);
}

static void dates_subtract_shift_and_compare(void **state)
{
    (void)state;
    assert_same(difference(day("2025-01-01"), day("2024-01-01")), number("366"));
    assert_same(sum(day("2024-02-28"), number("1")), day("2024-02-29"));
    assert_same(sum(number("1"), day("2023-02-28")), day("2023-03-01"));
    assert_same(difference(day("2024-03-01"), number("1")), day("2024-02-29"));
    assert_same(difference(day("1970-01-02"), day("1969-12-31")), number("2"));
    assert_same(difference(day("2000-03-01"), day("1900-03-01")), number("36525"));
    assert_int_equal(pag_number_order(day("2024-12-31"), day("2025-01-01")), -1);
    pag_number x = number("42");
    assert_int_equal(pag_number_add(&arena, &x, day("2999-12-31"), number("1")),
                     PAG_NUMBER_NO_DATE);
    assert_int_equal(pag_number_add(&arena, &x, day("2024-01-01"), number("0.5")),
                     PAG_NUMBER_NO_DATE);
    assert_int_equal(pag_number_subtract(&arena, &x, day("1900-01-01"), number("1")),
                     PAG_NUMBER_NO_DATE);
    pag_number far = number("100000000000000000000");
    assert_int_equal(pag_number_add(&arena, &x, day("2024-01-01"), far), PAG_NUMBER_NO_DATE);
    assert_true(x.bits == number("42").bits);
}

static void compute_with_bigs(pag_arena *in)
{
    pag_number x = PAG_ZERO, third = PAG_ZERO, parts[3], residue;
    pag_number_parse(in, PAG_STR("1234567890123456789012345678901234567890/11"), &x);
    pag_number_parse(in, PAG_STR("1/3"), &third);
    for (int i = 0; i < 12; i++) {
        pag_number_multiply(in, &x, x, third);
        pag_number_add(in, &x, x, third);
        pag_number_round(in, &residue, x, third, PAG_HALF_UP);
        x = pag_number_negate(in, x);
        pag_number_people(in, pag_number_with_unit(in, x, PAG_MONEY));
    }
    pag_number weights[] = {third, third, third};
    pag_number_split(in, parts, 3, weights, x, third, PAG_REST_LARGEST, 0, &residue);
}

static pag_status scenario(const pag_allocator *allocator)
{
    pag_arena in;
    pag_trap trap;
    pag_arena_init(&in, allocator, 0);
    pag_trap_set(&trap, &in);
    if (setjmp(trap.jump) == 0) compute_with_bigs(&in);
    pag_trap_clear(&trap);
    pag_arena_drop(&in);
    return trap.status;
}

static void when_memory_ends_the_arena_says_so_and_nothing_is_lost(void **state)
{
    (void)state;
    for (size_t n = 0;; n++) {
        failing memory = {.from = n};
        pag_allocator allocator = failing_allocator(&memory);
        pag_status status = scenario(&allocator);
        assert_int_equal(memory.live, 0);
        if (status == PAG_OK) {
            assert_true(n > 1);
            break;
        }
        assert_int_equal(status, PAG_NOMEM);
    }
}

static void a_number_is_moved_to_another_arena_by_giving_it_its_unit(void **state)
{
    pag_arena other;
    (void)state;
    pag_arena_init(&other, pag_heap(), 0);
    pag_number big = PAG_ZERO;
    pag_number_parse(&other, PAG_STR("123456789012345678901234567890/11"), &big);
    pag_number kept = pag_number_with_unit(&arena, big, pag_number_unit(big));
    pag_arena_drop(&other);
    assert_text(pag_number_plain(&arena, kept), "123456789012345678901234567890/11");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tenth_and_two_tenths_are_three_tenths_bit_for_bit),
        cmocka_unit_test(a_third_three_times_is_one),
        cmocka_unit_test(equal_values_have_equal_bits_however_they_were_written),
        cmocka_unit_test(a_percentage_is_the_ratio_with_its_unit),
        cmocka_unit_test(the_largest_integer_plus_one_does_not_wrap),
        cmocka_unit_test(the_borders_of_the_decimal_form_are_crossed_in_both_directions),
        cmocka_unit_test(whole_numbers_are_told_from_others),
        cmocka_unit_test(numbers_grow_to_2048_bits_and_no_further),
        cmocka_unit_test(nothing_is_divided_by_zero),
        cmocka_unit_test(every_pair_of_units_follows_the_rules),
        cmocka_unit_test(the_unit_is_part_of_the_bits_but_not_of_the_order),
        cmocka_unit_test(dates_subtract_shift_and_compare),
        cmocka_unit_test(when_memory_ends_the_arena_says_so_and_nothing_is_lost),
        cmocka_unit_test(a_number_is_moved_to_another_arena_by_giving_it_its_unit),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
