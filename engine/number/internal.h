/* What the files of this room share: the three forms of a number, how its bits are packed, and the
 * one way a result finds its form. It never decides what a unit may do; that is number.c. */
#ifndef PAG_NUMBER_INTERNAL_H
#define PAG_NUMBER_INTERNAL_H

#include "base/arena.h"
#include "number/number.h"

__extension__ typedef __int128 pag_i128;
__extension__ typedef unsigned __int128 pag_u128;

_Static_assert(sizeof(void *) == 8 && sizeof(size_t) == 8, "64-bit platforms only");

enum pag_form { PAG_FORM_DECIMAL = 0, PAG_FORM_FRACTION = 1, PAG_FORM_BIG = 2 };

enum {
    PAG_UNIT_AT = 2,
    PAG_UNIT_MASK = 7 << PAG_UNIT_AT,
    PAG_DECIMAL_AT = 9,   /* where n of a decimal begins; k stands below it */
    PAG_FRACTION_AT = 25, /* where n of a fraction begins; d stands below it */
    PAG_BELOW_AT = 5,     /* k, d, or the address of a big */
    PAG_MOST_DECIMALS = 15,
    PAG_MOST_DIGITS = 100, /* of a text */
    PAG_MOST_LIMBS = 32    /* above or below the line: 2048 bits */
};
#define PAG_DECIMAL_MOST ((INT64_C(1) << 54) - 1)
#define PAG_FRACTION_MOST ((UINT64_C(1) << 38) - 1)
#define PAG_BOTTOM_MOST ((UINT64_C(1) << 20) - 1)

extern const uint64_t pag_tens[20]; /* 10^0 … 10^19 */

static inline enum pag_form pag_number_form(pag_number x)
{
    return (enum pag_form)(x.bits & 3);
}

static inline bool pag_number_is_big(pag_number x)
{
    return pag_number_form(x) == PAG_FORM_BIG;
}

static inline int64_t pag_decimal_n(pag_number x)
{
    return (int64_t)x.bits >> PAG_DECIMAL_AT;
}

static inline unsigned pag_decimal_k(pag_number x)
{
    return (unsigned)(x.bits >> PAG_BELOW_AT) & 15;
}

static inline pag_number pag_decimal_pack(int64_t n, unsigned k, pag_unit unit)
{
    return (pag_number){(uint64_t)n << PAG_DECIMAL_AT | (uint64_t)k << PAG_BELOW_AT |
                        (uint64_t)unit << PAG_UNIT_AT | PAG_FORM_DECIMAL};
}

/* A number that is not big, as n / d with d > 0; not reduced when it is a decimal. n takes at most
 * 54 bits and d at most 50, so cross products and their sum fit in 128. */
typedef struct pag_small {
    int64_t n;
    uint64_t d;
} pag_small;

static inline pag_small pag_small_of(pag_number x)
{
    if (pag_number_form(x) == PAG_FORM_DECIMAL) {
        return (pag_small){pag_decimal_n(x), pag_tens[pag_decimal_k(x)]};
    }
    return (pag_small){(int64_t)x.bits >> PAG_FRACTION_AT,
                       (x.bits >> PAG_BELOW_AT) & PAG_BOTTOM_MOST};
}

static inline uint64_t pag_magnitude(int64_t n)
{
    return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

/* Where a result goes and what it counts. */
typedef struct pag_target {
    pag_arena *arena;
    pag_number *out;
    pag_unit unit;
} pag_target;

/* A rational on its way to its form; bottom > 0, not yet reduced. */
typedef struct pag_wide {
    bool negative;
    pag_u128 top, bottom;
} pag_wide;

/* The one form of a rational whose top and bottom are reduced: false when it must be big. */
bool pag_reduced_pack(const pag_target *t, bool negative, uint64_t top, uint64_t bottom);
pag_number_error pag_wide_settle(const pag_target *t, pag_wide w);
/* n / 10^k, k up to 38, when the short way of pag_decimal_settle did not do. */
pag_number_error pag_tens_settle(const pag_target *t, pag_i128 n, unsigned k);

/* n / 10^k, k up to 38, to its form. Money stays in this function: 64 bits and no gcd. */
static inline pag_number_error pag_decimal_settle(const pag_target *t, pag_i128 n, unsigned k)
{
    if (n != (int64_t)n) return pag_tens_settle(t, n, k);
    int64_t m = (int64_t)n;
    while (k > 0 && m % 10 == 0) {
        m /= 10;
        k--;
    }
    if (k > PAG_MOST_DECIMALS || m > PAG_DECIMAL_MOST || m < -PAG_DECIMAL_MOST) {
        return pag_tens_settle(t, m, k);
    }
    *t->out = pag_decimal_pack(m, k, t->unit);
    return PAG_NUMBER_OK;
}

/* Whether a quotient with something left over moves one step away from zero. `half` is the order
 * of the remainder and one half. */
bool pag_rounding_is_away(pag_rounding mode, int half, bool odd);

/* Where at least one operand is big (big.c). Divisor and step are not zero. */
pag_number_error pag_big_add(const pag_target *t, pag_number a, pag_number b, bool minus);
pag_number_error pag_big_multiply(const pag_target *t, pag_number a, pag_number b);
pag_number_error pag_big_divide(const pag_target *t, pag_number a, pag_number b);
pag_number_error pag_big_round(const pag_target *t, pag_number a, pag_number step,
                               pag_rounding mode);
int pag_big_order(pag_number a, pag_number b);
bool pag_big_is_negative(pag_number x);
bool pag_big_is_whole(pag_number x);
bool pag_big_to_whole(pag_number x, int64_t *out);
pag_number pag_big_copy(const pag_target *t, pag_number x, bool negated);

/* A day of the calendar within the years 1900 to 2999. */
bool pag_date_is_real(pag_number x);
/* Year, month and day of any day number of the years 1 to 9999; false for others. */
typedef struct pag_civil {
    int year, month, day;
} pag_civil;
bool pag_date_civil(pag_number x, pag_civil *out);

#endif
