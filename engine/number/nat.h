/* Natural numbers with room enough for every intermediate result of two 2048-bit rationals, on the
 * stack: GMP's mpn functions work in place and never ask for memory, so GMP never aborts. */
#ifndef PAG_NUMBER_NAT_H
#define PAG_NUMBER_NAT_H

#include "number/internal.h"
#include <gmp.h>

_Static_assert(GMP_NUMB_BITS == 64, "limbs of 64 bits");

/* The widest: the top of a fraction times 5^2047, to write 1/2^2047 as a decimal (32 + 75 limbs).
 */
enum { PAG_NAT_LIMBS = 112 };

typedef struct pag_nat {
    size_t len; /* without leading zero limbs; 0 is zero */
    mp_limb_t at[PAG_NAT_LIMBS];
} pag_nat;

void pag_nat_set(pag_nat *out, pag_u128 value);
void pag_nat_copy(pag_nat *out, const pag_nat *a);
bool pag_nat_is(const pag_nat *a, uint64_t value);
int pag_nat_order(const pag_nat *a, const pag_nat *b);
size_t pag_nat_twos(const pag_nat *a); /* how often 2 divides it; a > 0 */

/* `out` is never one of the operands. */
void pag_nat_add(pag_nat *out, const pag_nat *a, const pag_nat *b);
void pag_nat_subtract(pag_nat *out, const pag_nat *a, const pag_nat *b); /* a ≥ b */
void pag_nat_multiply(pag_nat *out, const pag_nat *a, const pag_nat *b);
void pag_nat_divide(pag_nat *quotient, pag_nat *rest, const pag_nat *a, const pag_nat *b);

/* In place. */
void pag_nat_halve(pag_nat *a, size_t times);
void pag_nat_double(pag_nat *a, size_t times);
void pag_nat_scale(pag_nat *a, uint64_t by, uint64_t plus); /* a × by + plus */
uint64_t pag_nat_unscale(pag_nat *a, uint64_t by);          /* a ÷ by; returns the rest */

/* Divides both by all they have in common; both > 0. */
void pag_nat_reduce(pag_nat *a, pag_nat *b);
/* Digits in base ten, in the arena. */
pag_str pag_nat_text(pag_arena *arena, const pag_nat *a);

/* Any number opened up: its sign, and top and bottom of its fraction, bottom > 0. */
typedef struct pag_ratio {
    bool negative;
    pag_nat top, bottom;
} pag_ratio;

/* Reduced. */
void pag_ratio_open(pag_ratio *out, pag_number x);
/* Reduces in place and finds the form. PAG_NUMBER_TOO_BIG beyond 2048 bits. */
pag_number_error pag_ratio_settle(const pag_target *t, pag_ratio *r);

#endif
