/* How a result of 128 bits finds its one form: a decimal if it fits, else a fraction if that fits,
 * else a big. Nothing else in this room packs a fraction. */
#include "number/internal.h"
#include "number/nat.h"

const uint64_t pag_tens[20] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000,
    10000000000000000000u,
};

/* k up to 38 */
static pag_u128 power_of_ten(unsigned k)
{
    return k <= 19 ? pag_tens[k] : (pag_u128)pag_tens[19] * pag_tens[k - 19];
}

static uint64_t gcd_64(uint64_t a, uint64_t b)
{
    if (a == 0 || b == 0) return a | b;
    int twos = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    do {
        b >>= __builtin_ctzll(b);
        if (a > b) {
            uint64_t smaller = b;
            b = a;
            a = smaller;
        }
        b -= a;
    } while (b);
    return a << twos;
}

static pag_u128 gcd(pag_u128 a, pag_u128 b)
{
    while (b >> 64) {
        pag_u128 rest = a % b;
        a = b;
        b = rest;
    }
    if (b == 0) return a;
    return gcd_64((uint64_t)b, (uint64_t)(a % b));
}

/* top / bottom as n / 10^k; bottom must be made of twos and fives alone. */
static bool pack_decimal(const pag_target *t, bool negative, uint64_t top, uint64_t bottom)
{
    unsigned twos = (unsigned)__builtin_ctzll(bottom), fives = 0;
    bottom >>= twos;
    for (; bottom % 5 == 0; bottom /= 5) fives++;
    unsigned k = twos > fives ? twos : fives;
    if (bottom != 1 || k > PAG_MOST_DECIMALS) return false;
    uint64_t factor = UINT64_C(1) << (k - twos);
    for (unsigned i = fives; i < k; i++) factor *= 5;
    pag_u128 n = (pag_u128)top * factor;
    if (n > (pag_u128)PAG_DECIMAL_MOST) return false;
    *t->out = pag_decimal_pack(negative ? -(int64_t)n : (int64_t)n, k, t->unit);
    return true;
}

bool pag_reduced_pack(const pag_target *t, bool negative, uint64_t top, uint64_t bottom)
{
    if (pack_decimal(t, negative, top, bottom)) return true;
    if (top > PAG_FRACTION_MOST || bottom > PAG_BOTTOM_MOST) return false;
    uint64_t n = negative ? 0 - top : top;
    t->out->bits = n << PAG_FRACTION_AT | bottom << PAG_BELOW_AT |
                   (uint64_t)t->unit << PAG_UNIT_AT | PAG_FORM_FRACTION;
    return true;
}

pag_number_error pag_wide_settle(const pag_target *t, pag_wide w)
{
    pag_u128 common = w.bottom == 1 ? 1 : gcd(w.top, w.bottom);
    if (common != 1) {
        w.top /= common;
        w.bottom /= common;
    }
    bool short_enough = w.top >> 64 == 0 && w.bottom >> 64 == 0;
    if (short_enough && pag_reduced_pack(t, w.negative, (uint64_t)w.top, (uint64_t)w.bottom)) {
        return PAG_NUMBER_OK;
    }
    pag_ratio r;
    r.negative = w.negative;
    pag_nat_set(&r.top, w.top);
    pag_nat_set(&r.bottom, w.bottom);
    return pag_ratio_settle(t, &r);
}

pag_number_error pag_tens_settle(const pag_target *t, pag_i128 n, unsigned k)
{
    while (k > 0 && n % 10 == 0) {
        n /= 10;
        k--;
    }
    if (k <= PAG_MOST_DECIMALS && n <= PAG_DECIMAL_MOST && n >= -PAG_DECIMAL_MOST) {
        *t->out = pag_decimal_pack((int64_t)n, k, t->unit);
        return PAG_NUMBER_OK;
    }
    pag_u128 top = n < 0 ? 0 - (pag_u128)n : (pag_u128)n;
    return pag_wide_settle(t, (pag_wide){n < 0, top, power_of_ten(k)});
}
