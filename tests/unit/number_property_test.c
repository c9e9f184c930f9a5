/* Exact numbers against a slow and obvious oracle: GMP's rationals. Random numbers of every form
 * and of sizes around the borders between the forms; the result must have the right value, in the
 * one form that the header promises, bit for bit. PAGELLA_SEED chooses another run. */
#include "numbers.h"

#include <gmp.h>
#include <stdio.h>
#include <stdlib.h>

enum { POOL = 16, ROUNDS = 1000, OPERATIONS = 200 };

static uint64_t seed;

static uint64_t random_bits(void)
{
    uint64_t z = (seed += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static uint64_t below(uint64_t n)
{
    return random_bits() % n;
}

static int seed_and_set_up(void **state)
{
    const char *wanted = getenv("PAGELLA_SEED");
    seed = wanted ? strtoull(wanted, NULL, 10) : 20240101;
    print_message("seed %llu\n", (unsigned long long)seed);
    return set_up(state);
}

/* A number and its twin of the oracle. */
typedef struct pair {
    pag_number x;
    mpq_t twin;
} pair;

static bool is_too_big(const mpq_t q)
{
    return mpz_sizeinbase(mpq_numref(q), 2) > 2048 || mpz_sizeinbase(mpq_denref(q), 2) > 2048;
}

/* The decimal form, if there is one: the least k for which q × 10^k is whole. */
static bool decimal_bits(const mpq_t q, pag_unit unit, uint64_t *bits)
{
    mpz_t n;
    bool found = false;
    mpz_init_set(n, mpq_numref(q));
    for (unsigned k = 0; k <= 15 && !found; k++) {
        if (mpz_divisible_p(n, mpq_denref(q))) {
            mpz_divexact(n, n, mpq_denref(q));
            if (mpz_sizeinbase(n, 2) > 54) break;
            *bits = (uint64_t)mpz_get_si(n) << 9 | (uint64_t)k << 5 | (uint64_t)unit << 2;
            found = true;
        }
        mpz_mul_ui(n, n, 10);
    }
    mpz_clear(n);
    return found;
}

static bool fraction_bits(const mpq_t q, pag_unit unit, uint64_t *bits)
{
    if (mpz_sizeinbase(mpq_numref(q), 2) > 38 || mpz_sizeinbase(mpq_denref(q), 2) > 20)
        return false;
    *bits = (uint64_t)mpz_get_si(mpq_numref(q)) << 25 | mpz_get_ui(mpq_denref(q)) << 5 |
            (uint64_t)unit << 2 | 1;
    return true;
}

/* A number's text for machines back into a rational: "12.5" or "1/3". */
static void read_plain(mpq_t out, pag_number x)
{
    pag_number plain = pag_number_with_unit(&arena, x, PAG_PLAIN);
    pag_str text = pag_arena_copy(&arena, pag_number_plain(&arena, plain));
    char *digits = malloc(text.len + 1);
    size_t point = pag_str_find(text, '.'), decimals = 0;
    memcpy(digits, text.at, text.len + 1);
    if (point < text.len) {
        decimals = text.len - point - 1;
        memmove(digits + point, digits + point + 1, decimals + 1);
    }
    assert_int_equal(mpq_set_str(out, digits, 10), 0);
    mpz_t scale;
    mpz_init(scale);
    mpz_ui_pow_ui(scale, 10, decimals);
    mpz_mul(mpq_denref(out), mpq_denref(out), scale);
    mpq_canonicalize(out);
    mpz_clear(scale);
    free(digits);
}

static void assert_is_twin(pag_number x, const mpq_t twin, pag_unit unit)
{
    uint64_t bits;
    mpq_t back;
    if (decimal_bits(twin, unit, &bits) || fraction_bits(twin, unit, &bits)) {
        assert_true(x.bits == bits);
    } else {
        assert_true(is_big(x));
        assert_int_equal(pag_number_unit(x), unit);
    }
    mpq_init(back);
    read_plain(back, x);
    assert_true(mpq_equal(back, twin));
    mpq_clear(back);
    assert_int_equal(pag_number_sign(x), mpq_sgn(twin));
    assert_int_equal(pag_number_is_whole(x), mpz_cmp_ui(mpq_denref(twin), 1) == 0);
}

static size_t put_digits(char *out, size_t most)
{
    size_t len = 1 + below(most);
    out[0] = (char)('1' + below(9));
    for (size_t i = 1; i < len; i++) out[i] = (char)('0' + below(10));
    return len;
}

static size_t put_bottom(char *out)
{
    size_t zeros = below(20), len;
    switch (below(5)) {
    case 0: return (size_t)sprintf(out, "%llu", 1ULL << below(40));
    case 1: return put_digits(out, 30);
    case 2: return put_digits(out, 7);
    case 3: return (size_t)sprintf(out, "%llu", 1 + (unsigned long long)below(12));
    default: len = 1; break;
    }
    out[0] = '1';
    for (size_t i = 0; i < zeros; i++) out[len++] = '0';
    return len;
}

/* Tops near the borders of the forms, short ones, long ones, and sometimes zero. */
static size_t put_top(char *out)
{
    static const unsigned borders[] = {38, 54, 63, 64};
    switch (below(8)) {
    case 0: return (size_t)sprintf(out, "%llu", (1ULL << borders[below(3)]) - 2 + below(4));
    case 1: return put_digits(out, 50);
    case 2: return (size_t)sprintf(out, "0");
    case 3: return put_digits(out, 17);
    default: return put_digits(out, 9);
    }
}

static void pair_fill(pair *p)
{
    char text[200];
    size_t len = 0;
    if (below(2)) text[len++] = '-';
    len += put_top(text + len);
    text[len++] = '/';
    len += put_bottom(text + len);
    text[len] = 0;
    p->x = number(text);
    assert_int_equal(mpq_set_str(p->twin, text, 10), 0);
    mpq_canonicalize(p->twin);
    assert_is_twin(p->x, p->twin, PAG_PLAIN);
}

/* The oracle's rounding: |a / step| down to a whole, one up where the mode says so. */
static void round_twin(mpq_t out, const mpq_t a, const mpq_t step, pag_rounding mode)
{
    mpq_t rest;
    mpz_t count;
    mpq_init(rest);
    mpz_init(count);
    mpq_div(out, a, step);
    mpq_abs(out, out);
    mpz_fdiv_q(count, mpq_numref(out), mpq_denref(out));
    mpq_set_z(rest, count);
    mpq_sub(rest, out, rest);
    int half = mpq_cmp_ui(rest, 1, 2);
    bool away = mode == PAG_UP ? mpq_sgn(rest) > 0 : mode != PAG_DOWN && half > 0;
    if (half == 0 && mode == PAG_HALF_UP) away = true;
    if (half == 0 && mode == PAG_HALF_EVEN) away = mpz_odd_p(count);
    if (away) mpz_add_ui(count, count, 1);
    mpq_set_z(out, count);
    mpq_mul(out, out, step);
    if (mpq_sgn(a) < 0) mpq_neg(out, out);
    mpq_clear(rest);
    mpz_clear(count);
}

static pag_number_error operate(unsigned which, pair *out, const pair *a, const pair *b)
{
    pag_rounding mode = (pag_rounding)below(4);
    switch (which) {
    case 0:
        mpq_add(out->twin, a->twin, b->twin);
        return pag_number_add(&arena, &out->x, a->x, b->x);
    case 1:
        mpq_sub(out->twin, a->twin, b->twin);
        return pag_number_subtract(&arena, &out->x, a->x, b->x);
    case 2:
        mpq_mul(out->twin, a->twin, b->twin);
        return pag_number_multiply(&arena, &out->x, a->x, b->x);
    case 3:
        if (mpq_sgn(b->twin) == 0) break;
        mpq_div(out->twin, a->twin, b->twin);
        return pag_number_divide(&arena, &out->x, a->x, b->x);
    case 4:
        mpq_neg(out->twin, a->twin);
        out->x = pag_number_negate(&arena, a->x);
        return PAG_NUMBER_OK;
    default:
        if (mpq_sgn(b->twin) <= 0) break;
        round_twin(out->twin, a->twin, b->twin, mode);
        return pag_number_round(&arena, &out->x, a->x, b->x, mode);
    }
    mpq_set(out->twin, a->twin);
    out->x = a->x;
    return PAG_NUMBER_OK;
}

static int sign_of(int order)
{
    return (order > 0) - (order < 0);
}

static void one_operation(pair *pool, pair *got)
{
    const pair *a = &pool[below(POOL)], *b = &pool[below(POOL)];
    assert_int_equal(pag_number_order(a->x, b->x), sign_of(mpq_cmp(a->twin, b->twin)));
    pag_number_error error = operate((unsigned)below(6), got, a, b);
    if (is_too_big(got->twin)) {
        assert_int_equal(error, PAG_NUMBER_TOO_BIG);
        return;
    }
    assert_int_equal(error, PAG_NUMBER_OK);
    assert_is_twin(got->x, got->twin, PAG_PLAIN);
    pair *replaced = &pool[below(POOL)];
    if (mpz_sizeinbase(mpq_denref(got->twin), 2) > 256 && below(8)) {
        pair_fill(replaced);
    } else {
        replaced->x = got->x;
        mpq_set(replaced->twin, got->twin);
    }
}

static void every_result_is_exact_and_in_its_one_form(void **state)
{
    pair pool[POOL], got;
    (void)state;
    got.x = PAG_ZERO;
    mpq_init(got.twin);
    for (size_t i = 0; i < POOL; i++) mpq_init(pool[i].twin);
    for (size_t round = 0; round < ROUNDS; round++) {
        pag_arena_reset(&arena);
        for (size_t i = 0; i < POOL; i++) pair_fill(&pool[i]);
        for (size_t i = 0; i < OPERATIONS; i++) one_operation(pool, &got);
    }
    for (size_t i = 0; i < POOL; i++) mpq_clear(pool[i].twin);
    mpq_clear(got.twin);
}

static void money_and_percentages_are_exact_for_ordinary_sizes(void **state)
{
    mpq_t a, b, twin;
    (void)state;
    mpq_inits(a, b, twin, NULL);
    for (size_t i = 0; i < 50000; i++) {
        char text[2][32];
        sprintf(text[0], "%llu/100", (unsigned long long)below(100000000));
        sprintf(text[1], "%llu/10000", (unsigned long long)below(20000));
        mpq_set_str(a, text[0], 10);
        mpq_set_str(b, text[1], 10);
        mpq_canonicalize(a);
        mpq_canonicalize(b);
        mpq_mul(twin, a, b);
        pag_number x = product(money(text[0]), number_in(text[1], PAG_PERCENT));
        assert_is_twin(x, twin, PAG_MONEY);
        if (i % 1000 == 0) pag_arena_reset(&arena);
    }
    mpq_clears(a, b, twin, NULL);
}

static void *no_memory(size_t size)
{
    (void)size;
    abort();
}

static void *no_more_memory(void *at, size_t old_size, size_t new_size)
{
    (void)at;
    (void)old_size;
    (void)new_size;
    abort();
}

static void forget(void *at, size_t size)
{
    (void)at;
    (void)size;
    abort();
}

static pag_number power(const char *base, int times)
{
    pag_number x = number("1");
    for (int i = 0; i < times; i++) x = product(x, number(base));
    return x;
}

static void the_biggest_numbers_never_ask_gmp_for_memory(void **state)
{
    void *(*allocate)(size_t);
    void *(*again)(void *, size_t, size_t);
    void (*release)(void *, size_t);
    pag_number x;
    (void)state;
    mp_get_memory_functions(&allocate, &again, &release);
    mp_set_memory_functions(no_memory, no_more_memory, forget);
    pag_number a = quotient(power("3", 1290), power("7", 728)); /* 2045 and 2044 bits */
    pag_number b = quotient(power("11", 590), power("1/2", 2) /* 2042 bits */);
    pag_number c = quotient(power("5", 880), power("13", 552)); /* 2044 and 2043 bits */
    assert_int_equal(pag_number_add(&arena, &x, a, c), PAG_NUMBER_TOO_BIG);
    assert_int_equal(pag_number_multiply(&arena, &x, a, c), PAG_NUMBER_TOO_BIG);
    assert_int_equal(pag_number_divide(&arena, &x, a, c), PAG_NUMBER_TOO_BIG);
    assert_int_equal(pag_number_order(a, b), -1);
    assert_int_equal(pag_number_round(&arena, &x, b, c, PAG_UP), PAG_NUMBER_TOO_BIG);
    assert_int_equal(pag_number_round(&arena, &x, a, number("0.01"), PAG_UP), PAG_NUMBER_OK);
    assert_same(product(a, quotient(number("1"), a)), number("1"));
    pag_number_people(&arena, a);
    pag_number_people(&arena, power("1/2", 2047));
    pag_number_people(&arena, pag_number_with_unit(&arena, power("1/5", 880), PAG_PERCENT));
    mp_set_memory_functions(allocate, again, release);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_result_is_exact_and_in_its_one_form),
        cmocka_unit_test(money_and_percentages_are_exact_for_ordinary_sizes),
        cmocka_unit_test(the_biggest_numbers_never_ask_gmp_for_memory),
    };
    return cmocka_run_group_tests(tests, seed_and_set_up, tear_down);
}
