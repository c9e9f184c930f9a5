/* Rounding to the multiples of a step, by name. Nothing else in the program rounds. */
#include "number/internal.h"

bool pag_rounding_is_away(pag_rounding mode, int half, bool odd)
{
    switch (mode) {
    case PAG_HALF_UP: return half >= 0;
    case PAG_HALF_EVEN: return half > 0 || (half == 0 && odd);
    case PAG_DOWN: return false;
    case PAG_UP: return true;
    }
    return false;
}

typedef struct division {
    pag_u128 quotient, rest;
} division;

/* One hardware division where 64 bits do, which is nearly always. */
static division divide(pag_u128 a, pag_u128 b)
{
    if (a >> 64 == 0 && b >> 64 == 0) {
        uint64_t x = (uint64_t)a, y = (uint64_t)b;
        return (division){x / y, x % y};
    }
    return (division){a / b, a % b};
}

/* How many steps: |a| / step, rounded; true when it is exact already. */
static bool count_steps(pag_small a, pag_small step, pag_rounding mode, pag_u128 *count)
{
    pag_u128 size = (pag_u128)a.d * (uint64_t)step.n;
    division d = divide((pag_u128)pag_magnitude(a.n) * step.d, size);
    *count = d.quotient;
    if (d.rest == 0) return true;
    pag_u128 gap = size - d.rest;
    int half = (d.rest > gap) - (d.rest < gap);
    if (pag_rounding_is_away(mode, half, d.quotient & 1)) *count += 1;
    return false;
}

pag_number_error pag_number_round(pag_arena *arena, pag_number *out, pag_number a, pag_number step,
                                  pag_rounding mode)
{
    if (pag_number_sign(step) <= 0) return PAG_NUMBER_BY_ZERO;
    pag_target t = {arena, out, pag_number_unit(a)};
    if (pag_number_is_big(a) || pag_number_is_big(step)) return pag_big_round(&t, a, step, mode);
    pag_small x = pag_small_of(a), s = pag_small_of(step);
    pag_u128 count;
    if (count_steps(x, s, mode, &count)) {
        *out = a;
        return PAG_NUMBER_OK;
    }
    /* count × step is below |a| + step, so its top fits as |a| over the same bottom does. */
    pag_u128 top = count * (uint64_t)s.n;
    if (pag_number_form(step) == PAG_FORM_DECIMAL) {
        return pag_decimal_settle(&t, x.n < 0 ? -(pag_i128)top : (pag_i128)top,
                                  pag_decimal_k(step));
    }
    return pag_wide_settle(&t, (pag_wide){x.n < 0, top, s.d});
}
