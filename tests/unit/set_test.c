/* The numbers that something can be: lists, spans, steps, and what arithmetic makes of them. */
#include "reach/set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static pag_arena arena;

static pag_number number(const char *text)
{
    pag_number x;
    assert_int_equal(pag_number_parse(&arena, (pag_str){text, strlen(text)}, &x), PAG_NUMBER_OK);
    return x;
}

static pag_end end(const char *text, bool inside)
{
    return text ? (pag_end){true, inside, number(text)} : (pag_end){0};
}

static pag_set span(const char *low, const char *high)
{
    return pag_set_span(end(low, true), end(high, true));
}

static pag_set in_steps(const char *low, const char *high, const char *step)
{
    return pag_set_steps(&arena, span(low, high), number("0"), number(step));
}

static pag_set list(size_t n, const char *const *texts)
{
    pag_number all[16];
    for (size_t i = 0; i < n; i++) all[i] = number(texts[i]);
    return pag_set_of(&arena, all, n);
}
#define LIST(...)                                                                                  \
    list(sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *), (const char *[]){__VA_ARGS__})

static void assert_has(pag_set set, const char *x)
{
    if (!pag_set_has(&arena, &set, number(x))) fail_msg("%s is not in it", x);
}

static void assert_lacks(pag_set set, const char *x)
{
    if (pag_set_has(&arena, &set, number(x))) fail_msg("%s is in it", x);
}

static void a_list_has_each_number_once_whatever_the_order(void **state)
{
    (void)state;
    pag_set marks = LIST("10", "4", "6", "4", "8");
    assert_int_equal(marks.n, 4);
    assert_has(marks, "6");
    assert_lacks(marks, "5");
}

static void ten_marks_sum_to_thirty_one_scores(void **state)
{
    (void)state;
    pag_set sum = pag_set_one(&arena, PAG_ZERO), mark = LIST("4", "6", "8", "10");
    for (int i = 0; i < 10; i++) sum = pag_set_add(&arena, sum, mark);
    assert_int_equal(sum.n, 31);
    assert_has(sum, "40");
    assert_has(sum, "86");
    assert_lacks(sum, "41");
    assert_lacks(sum, "102");
}

static void steps_of_hundredths_stay_steps_when_they_are_summed(void **state)
{
    (void)state;
    pag_set one = in_steps("0", "30", "0.01");
    pag_set sum = pag_set_add(&arena, one, one);
    assert_true(sum.stepped);
    assert_has(sum, "59.99");
    assert_lacks(sum, "59.995");
    assert_lacks(sum, "60.01");
}

static void different_steps_have_the_one_that_both_are_made_of(void **state)
{
    (void)state;
    pag_set sum =
        pag_set_add(&arena, in_steps("0", "1000000", "6"), in_steps("0", "1000000", "10"));
    assert_has(sum, "16");
    assert_has(sum, "2");
    assert_lacks(sum, "3");
}

static void a_span_cut_between_two_steps_is_empty(void **state)
{
    (void)state;
    pag_set whole = in_steps("0", "60", "1");
    pag_set gap =
        pag_set_from(&arena, pag_set_up_to(&arena, whole, end("42", false)), end("41", false));
    assert_true(gap.empty);
    pag_set any = pag_set_from(&arena, pag_set_up_to(&arena, span("0", "60"), end("42", false)),
                               end("41", false));
    assert_false(any.empty);
    assert_int_equal(pag_number_order(pag_set_some(&arena, &any), number("41.5")), 0);
}

static void products_keep_signs_and_ends_without_bound(void **state)
{
    (void)state;
    pag_set amount = span("0", NULL), rate = LIST("0", "0.04", "0.1");
    pag_set pay = pag_set_multiply(&arena, amount, rate);
    assert_true(pag_set_is_positive(&pay, true));
    assert_false(pag_set_is_positive(&pay, false));
    pag_set turned = pag_set_multiply(&arena, amount, LIST("-1", "-2"));
    assert_true(pag_set_is_negative(&turned, true));
    assert_false(turned.low.set);
    pag_set both = pag_set_multiply(&arena, span("-3", "2"), span("-5", "7"));
    assert_has(both, "-21");
    assert_has(both, "15");
    assert_lacks(both, "16");
    assert_lacks(both, "-22");
}

static void nothing_divided_by_zero_counts(void **state)
{
    (void)state;
    pag_set part = pag_set_divide(&arena, span("0", NULL), in_steps("0", NULL, "5"));
    assert_true(pag_set_is_positive(&part, true));
    pag_set any = pag_set_divide(&arena, span("1", "2"), span("-1", "1"));
    assert_false(any.low.set || any.high.set || any.empty);
}

static void rounding_makes_steps(void **state)
{
    (void)state;
    pag_set pay = pag_set_round(&arena, span("0", "100"), number("0.01"), PAG_HALF_UP);
    assert_has(pay, "33.33");
    assert_lacks(pay, "33.333");
    pag_set listed = pag_set_round(&arena, LIST("0.125", "0.135"), number("0.01"), PAG_HALF_EVEN);
    assert_has(listed, "0.12");
    assert_has(listed, "0.14");
}

static void the_least_of_two_is_no_more_than_either(void **state)
{
    (void)state;
    pag_set least = pag_set_least(&arena, span("0", NULL), span("2", "10"));
    assert_has(least, "0");
    assert_has(least, "10");
    assert_lacks(least, "11");
    pag_set most = pag_set_most(&arena, span("0", "5"), span("2", NULL));
    assert_lacks(most, "1");
    assert_has(most, "1000000");
}

static void unions_keep_the_steps_that_both_have(void **state)
{
    (void)state;
    pag_set both = pag_set_unite(&arena, in_steps("0", "10000", "4"), in_steps("20000", NULL, "6"));
    assert_has(both, "4");
    assert_has(both, "20004");
    assert_lacks(both, "5");
    pag_set listed = pag_set_unite(&arena, LIST("1", "2"), LIST("2", "3"));
    assert_int_equal(listed.n, 3);
}

static void order_is_told_only_when_it_is_certain(void **state)
{
    (void)state;
    pag_set low = span("0", "1"), high = span("1", "2"), above = LIST("3");
    assert_true(pag_set_is_up_to(&low, &high));
    assert_false(pag_set_is_below(&low, &high));
    assert_true(pag_set_is_below(&high, &above));
    pag_set open = pag_set_span(end("0", true), end("1", false));
    assert_true(pag_set_is_below(&open, &high));
}

static void a_set_is_counted_when_it_ends(void **state)
{
    (void)state;
    pag_set grid = in_steps("0", "1", "0.25"), endless = in_steps("0", NULL, "1"),
            dense = span("0", "1");
    assert_int_equal(pag_set_count(&arena, &grid, 100), 5);
    assert_int_equal(pag_set_count(&arena, &grid, 4), 0);
    assert_int_equal(pag_set_count(&arena, &endless, 100), 0);
    assert_int_equal(pag_set_count(&arena, &dense, 100), 0);
    const pag_number *all = pag_set_list(&arena, &grid, 5);
    assert_int_equal(pag_number_order(all[3], number("0.75")), 0);
}

static int set_up(void **state)
{
    (void)state;
    pag_arena_init(&arena, pag_heap(), 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pag_arena_drop(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_has_each_number_once_whatever_the_order),
        cmocka_unit_test(ten_marks_sum_to_thirty_one_scores),
        cmocka_unit_test(steps_of_hundredths_stay_steps_when_they_are_summed),
        cmocka_unit_test(different_steps_have_the_one_that_both_are_made_of),
        cmocka_unit_test(a_span_cut_between_two_steps_is_empty),
        cmocka_unit_test(products_keep_signs_and_ends_without_bound),
        cmocka_unit_test(nothing_divided_by_zero_counts),
        cmocka_unit_test(rounding_makes_steps),
        cmocka_unit_test(the_least_of_two_is_no_more_than_either),
        cmocka_unit_test(unions_keep_the_steps_that_both_have),
        cmocka_unit_test(order_is_told_only_when_it_is_certain),
        cmocka_unit_test(a_set_is_counted_when_it_ends),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
