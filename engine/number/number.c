/* The four operations, sign and order: which units go together, and the fast ways for numbers that
 * are not big. Decimals never leave 64 and 128 bits here, and sums and products of decimals need no
 * gcd: their form is found by dropping zeros at the end. */
#include "number/internal.h"

/* What a result counts: a row for the unit of the left operand, a column for that of the right one,
 * both in the order of pag_unit (plain, percent, money, points, date). NONE: they do not go
 * together. */
enum { UNITS = PAG_DATE + 1, NONE = 7 };

static const uint8_t of_sum[UNITS][UNITS] = {
    {PAG_PLAIN, NONE, NONE, NONE, PAG_DATE}, /* plain */
    {NONE, PAG_PERCENT, NONE, NONE, NONE},   /* percent */
    {NONE, NONE, PAG_MONEY, NONE, NONE},     /* money */
    {NONE, NONE, NONE, PAG_POINTS, NONE},    /* points */
    {PAG_DATE, NONE, NONE, NONE, NONE},      /* date */
};
static const uint8_t of_difference[UNITS][UNITS] = {
    {PAG_PLAIN, NONE, NONE, NONE, NONE},     /* plain */
    {NONE, PAG_PERCENT, NONE, NONE, NONE},   /* percent */
    {NONE, NONE, PAG_MONEY, NONE, NONE},     /* money */
    {NONE, NONE, NONE, PAG_POINTS, NONE},    /* points */
    {PAG_DATE, NONE, NONE, NONE, PAG_PLAIN}, /* date */
};
static const uint8_t of_product[UNITS][UNITS] = {
    {PAG_PLAIN, PAG_PERCENT, PAG_MONEY, PAG_POINTS, NONE},   /* plain */
    {PAG_PERCENT, PAG_PERCENT, PAG_MONEY, PAG_POINTS, NONE}, /* percent */
    {PAG_MONEY, PAG_MONEY, NONE, NONE, NONE},                /* money */
    {PAG_POINTS, PAG_POINTS, NONE, NONE, NONE},              /* points */
    {NONE, NONE, NONE, NONE, NONE},                          /* date */
};
static const uint8_t of_quotient[UNITS][UNITS] = {
    {PAG_PLAIN, PAG_PLAIN, NONE, NONE, NONE},        /* plain */
    {PAG_PERCENT, PAG_PLAIN, NONE, NONE, NONE},      /* percent */
    {PAG_MONEY, PAG_MONEY, PAG_PLAIN, NONE, NONE},   /* money */
    {PAG_POINTS, PAG_POINTS, NONE, PAG_PLAIN, NONE}, /* points */
    {NONE, NONE, NONE, NONE, NONE},                  /* date */
};

/* The unit of a result, or NONE. */
static unsigned unit_from(const uint8_t rule[UNITS][UNITS], pag_number a, pag_number b)
{
    return rule[pag_number_unit(a)][pag_number_unit(b)];
}

static bool are_decimals(pag_number a, pag_number b)
{
    return ((a.bits | b.bits) & 3) == PAG_FORM_DECIMAL;
}

static bool is_one_big(pag_number a, pag_number b)
{
    return pag_number_is_big(a) || pag_number_is_big(b);
}

pag_unit pag_number_unit(pag_number x)
{
    return (pag_unit)((x.bits & PAG_UNIT_MASK) >> PAG_UNIT_AT);
}

pag_number pag_number_with_unit(pag_arena *arena, pag_number x, pag_unit unit)
{
    if (pag_number_is_big(x)) return pag_big_copy(&(pag_target){arena, NULL, unit}, x, false);
    uint64_t rest = x.bits & ~(uint64_t)PAG_UNIT_MASK;
    return (pag_number){rest | (uint64_t)unit << PAG_UNIT_AT};
}

pag_number pag_number_whole(pag_arena *arena, int64_t n)
{
    pag_number x = PAG_ZERO; /* 64 bits are never too big */
    pag_decimal_settle(&(pag_target){arena, &x, PAG_PLAIN}, n, 0);
    return x;
}

static pag_number_error add_decimals(const pag_target *t, pag_number a, pag_number b)
{
    unsigned k = pag_decimal_k(a), l = pag_decimal_k(b);
    int64_t n = pag_decimal_n(a), m = pag_decimal_n(b);
    if (k == l) return pag_decimal_settle(t, n + m, k);
    if (k > l) return pag_decimal_settle(t, n + (pag_i128)m * pag_tens[k - l], k);
    return pag_decimal_settle(t, m + (pag_i128)n * pag_tens[l - k], l);
}

static pag_wide wide_from(pag_i128 top, pag_u128 bottom)
{
    return (pag_wide){top < 0, top < 0 ? 0 - (pag_u128)top : (pag_u128)top, bottom};
}

/* Neither is big. */
static pag_number_error add_small(const pag_target *t, pag_number a, pag_number b)
{
    if (are_decimals(a, b)) return add_decimals(t, a, b);
    pag_small x = pag_small_of(a), y = pag_small_of(b);
    pag_i128 top = (pag_i128)x.n * y.d + (pag_i128)y.n * x.d;
    return pag_wide_settle(t, wide_from(top, (pag_u128)x.d * y.d));
}

static pag_number negate_small(pag_number x)
{
    unsigned at = pag_number_form(x) == PAG_FORM_DECIMAL ? PAG_DECIMAL_AT : PAG_FRACTION_AT;
    uint64_t below = (UINT64_C(1) << at) - 1;
    return (pag_number){(0 - (x.bits & ~below)) | (x.bits & below)};
}

/* Gives out `sum`, unless it should be a date and is none. */
static pag_number_error give_sum(pag_number *out, pag_number sum)
{
    if (pag_number_unit(sum) == PAG_DATE && !pag_date_is_real(sum)) return PAG_NUMBER_NO_DATE;
    *out = sum;
    return PAG_NUMBER_OK;
}

/* Most sums: of one unit and with as many decimals, which stay as many. No dates. */
static bool add_alike(pag_number *out, pag_number a, pag_number b)
{
    const uint64_t below = (UINT64_C(1) << PAG_DECIMAL_AT) - 1;
    bool alike = ((a.bits ^ b.bits) & below) == 0 && pag_number_form(a) == PAG_FORM_DECIMAL;
    if (!alike || pag_number_unit(a) == PAG_DATE) return false;
    int64_t n = pag_decimal_n(a) + pag_decimal_n(b);
    bool fits = n <= PAG_DECIMAL_MOST && n >= -PAG_DECIMAL_MOST;
    if (!fits || (pag_decimal_k(a) > 0 && n % 10 == 0)) return false;
    *out = pag_decimal_pack(n, pag_decimal_k(a), pag_number_unit(a));
    return true;
}

pag_number_error pag_number_add(pag_arena *arena, pag_number *out, pag_number a, pag_number b)
{
    if (add_alike(out, a, b)) return PAG_NUMBER_OK;
    unsigned unit = unit_from(of_sum, a, b);
    if (unit == NONE) return PAG_NUMBER_UNITS;
    pag_number sum = PAG_ZERO;
    pag_target t = {arena, &sum, (pag_unit)unit};
    pag_number_error error = is_one_big(a, b) ? pag_big_add(&t, a, b, false) : add_small(&t, a, b);
    return error ? error : give_sum(out, sum);
}

pag_number_error pag_number_subtract(pag_arena *arena, pag_number *out, pag_number a, pag_number b)
{
    unsigned unit = unit_from(of_difference, a, b);
    if (unit == NONE) return PAG_NUMBER_UNITS;
    pag_number sum = PAG_ZERO;
    pag_target t = {arena, &sum, (pag_unit)unit};
    pag_number_error error =
        is_one_big(a, b) ? pag_big_add(&t, a, b, true) : add_small(&t, a, negate_small(b));
    return error ? error : give_sum(out, sum);
}

pag_number_error pag_number_multiply(pag_arena *arena, pag_number *out, pag_number a, pag_number b)
{
    unsigned unit = unit_from(of_product, a, b);
    if (unit == NONE) return PAG_NUMBER_UNITS;
    pag_target t = {arena, out, (pag_unit)unit};
    if (are_decimals(a, b)) {
        pag_i128 n = (pag_i128)pag_decimal_n(a) * pag_decimal_n(b);
        return pag_decimal_settle(&t, n, pag_decimal_k(a) + pag_decimal_k(b));
    }
    if (is_one_big(a, b)) return pag_big_multiply(&t, a, b);
    pag_small x = pag_small_of(a), y = pag_small_of(b);
    return pag_wide_settle(&t, wide_from((pag_i128)x.n * y.n, (pag_u128)x.d * y.d));
}

pag_number_error pag_number_divide(pag_arena *arena, pag_number *out, pag_number a, pag_number b)
{
    unsigned unit = unit_from(of_quotient, a, b);
    if (unit == NONE) return PAG_NUMBER_UNITS;
    if (pag_number_sign(b) == 0) return PAG_NUMBER_BY_ZERO;
    pag_target t = {arena, out, (pag_unit)unit};
    if (is_one_big(a, b)) return pag_big_divide(&t, a, b);
    pag_small x = pag_small_of(a), y = pag_small_of(b);
    pag_wide quotient = {(x.n < 0) != (y.n < 0), (pag_u128)pag_magnitude(x.n) * y.d,
                         (pag_u128)pag_magnitude(y.n) * x.d};
    return pag_wide_settle(&t, quotient);
}

pag_number pag_number_negate(pag_arena *arena, pag_number a)
{
    if (!pag_number_is_big(a)) return negate_small(a);
    return pag_big_copy(&(pag_target){arena, NULL, pag_number_unit(a)}, a, true);
}

static int order_128(pag_i128 a, pag_i128 b)
{
    return (a > b) - (a < b);
}

int pag_number_order(pag_number a, pag_number b)
{
    if (is_one_big(a, b)) return pag_big_order(a, b);
    if (are_decimals(a, b) && pag_decimal_k(a) == pag_decimal_k(b)) {
        int64_t n = pag_decimal_n(a), m = pag_decimal_n(b);
        return (n > m) - (n < m);
    }
    pag_small x = pag_small_of(a), y = pag_small_of(b);
    return order_128((pag_i128)x.n * y.d, (pag_i128)y.n * x.d);
}

int pag_number_sign(pag_number a)
{
    if (pag_number_is_big(a)) return pag_big_is_negative(a) ? -1 : 1;
    int64_t n = pag_small_of(a).n;
    return (n > 0) - (n < 0);
}

bool pag_number_is_whole(pag_number a)
{
    if (pag_number_is_big(a)) return pag_big_is_whole(a);
    return pag_number_form(a) == PAG_FORM_DECIMAL && pag_decimal_k(a) == 0;
}

bool pag_number_is_multiple(struct pag_arena *arena, pag_number x, pag_number step)
{
    pag_number times;
    x = pag_number_with_unit(arena, x, PAG_PLAIN);
    step = pag_number_with_unit(arena, step, PAG_PLAIN);
    return pag_number_divide(arena, &times, x, step) == PAG_NUMBER_OK && pag_number_is_whole(times);
}

bool pag_number_to_whole(pag_number a, int64_t *out)
{
    if (pag_number_is_big(a)) return pag_big_to_whole(a, out);
    if (!pag_number_is_whole(a)) return false;
    *out = pag_decimal_n(a);
    return true;
}
