/* Sharing an amount: the parts and the residue sum to the whole, whoever gets the last cent. */
#include "numbers.h"

#include <stdlib.h>

enum { MOST = 12 };

static pag_number parts[MOST], residue;

static pag_number_error split_money(const char *whole, size_t n, const pag_number *weights,
                                    pag_rest rest, size_t receiver)
{
    return pag_number_split(&arena, parts, n, weights, money(whole), number("0.01"), rest, receiver,
                            &residue);
}

static void assert_parts(size_t n, const char *const *expected, const char *kept)
{
    for (size_t i = 0; i < n; i++) assert_same(parts[i], money(expected[i]));
    assert_same(residue, money(kept));
}

static void a_leftover_cent_goes_to_the_largest_remainder(void **state)
{
    pag_number weights[] = {number("1"), number("1"), number("2"), number("3")};
    (void)state;
    /* exactly 14.2857…, 14.2857…, 28.5714…, 42.8571…: two cents are left */
    assert_int_equal(split_money("100", 4, weights, PAG_REST_LARGEST, 0), PAG_NUMBER_OK);
    assert_parts(4, (const char *[]){"14.29", "14.28", "28.57", "42.86"}, "0");
}

static void ties_go_to_the_party_that_comes_first(void **state)
{
    pag_number thirds[] = {number("1/3"), number("1/3"), number("1/3")};
    (void)state;
    assert_int_equal(split_money("100", 3, thirds, PAG_REST_LARGEST, 0), PAG_NUMBER_OK);
    assert_parts(3, (const char *[]){"33.34", "33.33", "33.33"}, "0");
    assert_int_equal(split_money("200", 3, thirds, PAG_REST_LARGEST, 0), PAG_NUMBER_OK);
    assert_parts(3, (const char *[]){"66.67", "66.67", "66.66"}, "0");
}

static void the_rest_goes_where_the_rule_says(void **state)
{
    pag_number weights[] = {number("0"), number("0.5"), number("0.5"), number("0.5")};
    (void)state;
    assert_int_equal(split_money("200", 4, weights, PAG_REST_FIRST, 0), PAG_NUMBER_OK);
    assert_parts(4, (const char *[]){"0", "66.68", "66.66", "66.66"}, "0");
    assert_int_equal(split_money("200", 4, weights, PAG_REST_PARTY, 3), PAG_NUMBER_OK);
    assert_parts(4, (const char *[]){"0", "66.66", "66.66", "66.68"}, "0");
    assert_int_equal(split_money("200", 4, weights, PAG_REST_PARTY, 0), PAG_NUMBER_OK);
    assert_parts(4, (const char *[]){"0.02", "66.66", "66.66", "66.66"}, "0");
    assert_int_equal(split_money("200", 4, weights, PAG_REST_KEEP, 0), PAG_NUMBER_OK);
    assert_parts(4, (const char *[]){"0", "66.66", "66.66", "66.66"}, "0.02");
}

static void exact_thirds_leave_nothing_over(void **state)
{
    pag_number thirds[] = {number("1/3"), number("1/3"), number("1/3")};
    (void)state;
    assert_int_equal(split_money("0.03", 3, thirds, PAG_REST_KEEP, 0), PAG_NUMBER_OK);
    assert_parts(3, (const char *[]){"0.01", "0.01", "0.01"}, "0");
    assert_int_equal(split_money("78451.44", 3, thirds, PAG_REST_KEEP, 0), PAG_NUMBER_OK);
    assert_parts(3, (const char *[]){"26150.48", "26150.48", "26150.48"}, "0");
}

static void less_than_a_step_follows_the_last_step(void **state)
{
    pag_number weights[] = {number("1"), number("1"), number("1")};
    (void)state;
    assert_int_equal(split_money("0.025", 3, weights, PAG_REST_LARGEST, 0), PAG_NUMBER_OK);
    assert_parts(3, (const char *[]){"0.01", "0.015", "0"}, "0");
    assert_int_equal(split_money("0.005", 3, weights, PAG_REST_LARGEST, 0), PAG_NUMBER_OK);
    assert_parts(3, (const char *[]){"0.005", "0", "0"}, "0");
    assert_int_equal(split_money("1/3", 3, weights, PAG_REST_KEEP, 0), PAG_NUMBER_OK);
    assert_parts(3, (const char *[]){"0.11", "0.11", "0.11"}, "1/300");
}

static void without_any_weight_everything_is_kept_or_refused(void **state)
{
    pag_number none[] = {number("0"), number("0")};
    (void)state;
    assert_int_equal(split_money("10", 2, none, PAG_REST_KEEP, 0), PAG_NUMBER_OK);
    assert_parts(2, (const char *[]){"0", "0"}, "10");
    assert_int_equal(split_money("10", 0, none, PAG_REST_KEEP, 0), PAG_NUMBER_OK);
    assert_same(residue, money("10"));
    assert_int_equal(split_money("10", 2, none, PAG_REST_LARGEST, 0), PAG_NUMBER_BY_ZERO);
    assert_int_equal(split_money("10", 2, none, PAG_REST_FIRST, 0), PAG_NUMBER_BY_ZERO);
    assert_int_equal(split_money("10", 2, none, PAG_REST_PARTY, 1), PAG_NUMBER_BY_ZERO);
    assert_int_equal(split_money("10", 0, none, PAG_REST_LARGEST, 0), PAG_NUMBER_BY_ZERO);
}

static void what_makes_no_sense_is_refused_and_nothing_is_touched(void **state)
{
    pag_number fine[] = {number("1"), number("2")}, negative[] = {number("1"), number("-1")};
    pag_number mixed[] = {number("50%"), number("0.5")},
               dates[] = {day("2024-01-01"), day("2024-01-02")};
    (void)state;
    parts[0] = parts[1] = residue = number("42");
    assert_int_equal(split_money("10", 2, negative, PAG_REST_KEEP, 0), PAG_NUMBER_UNITS);
    assert_int_equal(split_money("-10", 2, fine, PAG_REST_KEEP, 0), PAG_NUMBER_UNITS);
    assert_int_equal(split_money("10", 2, mixed, PAG_REST_KEEP, 0), PAG_NUMBER_UNITS);
    assert_int_equal(split_money("10", 2, dates, PAG_REST_KEEP, 0), PAG_NUMBER_UNITS);
    assert_int_equal(split_money("10", 2, fine, PAG_REST_PARTY, 2), PAG_NUMBER_BY_ZERO);
    assert_int_equal(pag_number_split(&arena, parts, 2, fine, day("2024-01-01"), number("1"),
                                      PAG_REST_KEEP, 0, &residue),
                     PAG_NUMBER_UNITS);
    assert_int_equal(
        pag_number_split(&arena, parts, 2, fine, money("1"), PAG_ZERO, PAG_REST_KEEP, 0, &residue),
        PAG_NUMBER_BY_ZERO);
    assert_true(parts[0].bits == number("42").bits && parts[1].bits == number("42").bits);
    assert_true(residue.bits == number("42").bits);
}

static void weights_may_have_any_one_unit_and_parts_have_that_of_the_whole(void **state)
{
    pag_number weights[] = {money("10"), money("30")};
    (void)state;
    assert_int_equal(split_money("1", 2, weights, PAG_REST_LARGEST, 0), PAG_NUMBER_OK);
    assert_parts(2, (const char *[]){"0.25", "0.75"}, "0");
    assert_int_equal(pag_number_split(&arena, parts, 2, weights, number_in("7", PAG_POINTS),
                                      number("1"), PAG_REST_LARGEST, 0, &residue),
                     PAG_NUMBER_OK);
    assert_same(parts[0], number_in("2", PAG_POINTS)); /* 1.75 and 5.25 */
    assert_same(parts[1], number_in("5", PAG_POINTS));
}

static pag_number random_number(unsigned choice)
{
    static const char *bottoms[] = {"1", "3", "7", "100", "365", "100000000000000000000"};
    pag_number n = pag_number_whole(&arena, rand() % 100000 * (choice % 7 != 0));
    return quotient(n, number(bottoms[choice % 6]));
}

/* The contract, word for word, on whatever the last split gave. */
static void assert_whole(pag_number whole, size_t n)
{
    pag_number total = residue;
    for (size_t i = 0; i < n; i++) {
        total = sum(total, parts[i]);
        assert_true(pag_number_sign(parts[i]) >= 0);
    }
    assert_same(total, whole);
    assert_true(pag_number_sign(residue) >= 0);
}

/* With the largest remainders nobody is a step away from the exact share (a leftover below a step
 * aside, which these wholes do not have). */
static void assert_fair(pag_number whole, size_t n, const pag_number *weights)
{
    pag_number all = PAG_ZERO;
    for (size_t i = 0; i < n; i++) all = sum(all, weights[i]);
    for (size_t i = 0; i < n; i++) {
        pag_number exact = quotient(product(whole, weights[i]), all);
        pag_number off = difference(parts[i], exact);
        if (pag_number_sign(off) < 0) off = pag_number_negate(&arena, off);
        assert_true(pag_number_order(off, number("0.01")) < 0);
        pag_number again = PAG_ZERO;
        assert_int_equal(pag_number_round(&arena, &again, parts[i], number("0.01"), PAG_DOWN), 0);
        assert_true(again.bits == parts[i].bits);
    }
}

static void splits_always_sum_to_the_whole(void **state)
{
    static const pag_rest rests[] = {PAG_REST_LARGEST, PAG_REST_FIRST, PAG_REST_KEEP,
                                     PAG_REST_PARTY};
    (void)state;
    srand(7);
    print_message("seed 7\n");
    for (unsigned i = 0; i < 4000; i++) {
        pag_number weights[MOST], whole = random_number(i), cents = number("0.01");
        size_t n = 1 + (size_t)rand() % MOST;
        for (size_t j = 0; j < n; j++) weights[j] = random_number((unsigned)rand());
        weights[(size_t)rand() % n] = number("1/3");
        whole = pag_number_with_unit(&arena, whole, PAG_MONEY);
        pag_number_round(&arena, &whole, whole, i % 2 ? cents : number("0.001"), PAG_UP);
        pag_rest rest = rests[i / 2 % 4];
        assert_int_equal(
            pag_number_split(&arena, parts, n, weights, whole, cents, rest, n - 1, &residue),
            PAG_NUMBER_OK);
        assert_whole(whole, n);
        if (rest != PAG_REST_KEEP) assert_int_equal(pag_number_sign(residue), 0);
        if (rest == PAG_REST_LARGEST && i % 2) assert_fair(whole, n, weights);
        if (i % 100 == 0) pag_arena_reset(&arena);
    }
}

typedef struct party {
    int id;
    pag_number weight, part;
} party;

static int by_id(const void *a, const void *b)
{
    const party *x = a, *y = b;
    return x->id - y->id;
}

static void shuffle(party *all, size_t n)
{
    for (size_t i = n; i > 1; i--) {
        size_t j = (size_t)rand() % i;
        party swapped = all[i - 1];
        all[i - 1] = all[j];
        all[j] = swapped;
    }
}

/* As the caller does it: parties put in order by id, shared, and found again by id. */
static void share_by_id(party *all, size_t n)
{
    pag_number weights[MOST];
    qsort(all, n, sizeof *all, by_id);
    for (size_t i = 0; i < n; i++) weights[i] = all[i].weight;
    assert_int_equal(split_money("1000.01", n, weights, PAG_REST_LARGEST, 0), PAG_NUMBER_OK);
    for (size_t i = 0; i < n; i++) all[i].part = parts[i];
}

static void the_order_of_the_parties_in_the_file_does_not_matter(void **state)
{
    party all[MOST], other[MOST];
    (void)state;
    srand(11);
    for (int i = 0; i < MOST; i++)
        all[i] = (party){i, pag_number_whole(&arena, 1 + i % 3), PAG_ZERO};
    memcpy(other, all, sizeof all);
    share_by_id(all, MOST);
    for (int times = 0; times < 100; times++) {
        shuffle(other, MOST);
        share_by_id(other, MOST);
        for (size_t i = 0; i < MOST; i++) assert_true(all[i].part.bits == other[i].part.bits);
    }
}

static void without_ties_the_order_does_not_matter_even_unsorted(void **state)
{
    party all[5];
    pag_number weights[5], first[5];
    (void)state;
    srand(13);
    for (int i = 0; i < 5; i++) all[i] = (party){i, pag_number_whole(&arena, 3 + i * i), PAG_ZERO};
    for (int times = 0; times < 50; times++) {
        for (size_t i = 0; i < 5; i++) weights[i] = all[i].weight;
        assert_int_equal(split_money("77.77", 5, weights, PAG_REST_LARGEST, 0), PAG_NUMBER_OK);
        for (size_t i = 0; i < 5; i++) {
            if (times == 0) first[all[i].id] = parts[i];
            assert_true(parts[i].bits == first[all[i].id].bits);
        }
        shuffle(all, 5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_leftover_cent_goes_to_the_largest_remainder),
        cmocka_unit_test(ties_go_to_the_party_that_comes_first),
        cmocka_unit_test(the_rest_goes_where_the_rule_says),
        cmocka_unit_test(exact_thirds_leave_nothing_over),
        cmocka_unit_test(less_than_a_step_follows_the_last_step),
        cmocka_unit_test(without_any_weight_everything_is_kept_or_refused),
        cmocka_unit_test(what_makes_no_sense_is_refused_and_nothing_is_touched),
        cmocka_unit_test(weights_may_have_any_one_unit_and_parts_have_that_of_the_whole),
        cmocka_unit_test(splits_always_sum_to_the_whole),
        cmocka_unit_test(the_order_of_the_parties_in_the_file_does_not_matter),
        cmocka_unit_test(without_ties_the_order_does_not_matter_even_unsorted),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
