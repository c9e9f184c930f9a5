/* Numbers that fit in no immediate form: sign, top and bottom in the arena, written once, never
 * changed. Operations open their operands on the stack, and the result goes back to its one form,
 * which may well be a small one. */
#include "number/nat.h"

#include <stdlib.h>
#include <string.h>

typedef struct big {
    uint32_t top_len, bottom_len; /* limbs, at most PAG_MOST_LIMBS each */
    bool negative;
    mp_limb_t limbs[]; /* top, then bottom */
} big;

/* The address stands above the unit: arenas align to 16, so one bit more is enough to clear the
 * five bits below. */
enum { ADDRESS_SHIFT = 1 };
#define ADDRESS_MASK (~(uint64_t)31)

static const big *big_of(pag_number x)
{
    return (const big *)(uintptr_t)((x.bits & ADDRESS_MASK) >> ADDRESS_SHIFT);
}

/* An address that does not survive the way into the bits and back would be a wrong number later,
 * so the computation ends here. */
static pag_number big_pack(pag_arena *arena, const big *b, pag_unit unit)
{
    pag_number x = {(uint64_t)(uintptr_t)b << ADDRESS_SHIFT};
    x.bits |= (uint64_t)unit << PAG_UNIT_AT | PAG_FORM_BIG;
    if (big_of(x) != b || ((uintptr_t)b & 15)) {
        arena->fail(arena->fail_ud, PAG_BUG);
        abort();
    }
    return x;
}

static big *big_create(pag_arena *arena, size_t top_len, size_t bottom_len)
{
    big *b = pag_arena_alloc(arena, sizeof *b + (top_len + bottom_len) * sizeof b->limbs[0]);
    b->top_len = (uint32_t)top_len;
    b->bottom_len = (uint32_t)bottom_len;
    return b;
}

void pag_ratio_open(pag_ratio *out, pag_number x)
{
    if (!pag_number_is_big(x)) {
        pag_small s = pag_small_of(x);
        out->negative = s.n < 0;
        pag_nat_set(&out->top, pag_magnitude(s.n));
        pag_nat_set(&out->bottom, s.d);
        if (s.n) pag_nat_reduce(&out->top, &out->bottom);
        return;
    }
    const big *b = big_of(x);
    out->negative = b->negative;
    out->top.len = b->top_len;
    out->bottom.len = b->bottom_len;
    memcpy(out->top.at, b->limbs, b->top_len * sizeof b->limbs[0]);
    memcpy(out->bottom.at, b->limbs + b->top_len, b->bottom_len * sizeof b->limbs[0]);
}

pag_number_error pag_ratio_settle(const pag_target *t, pag_ratio *r)
{
    if (r->top.len == 0) {
        *t->out = pag_decimal_pack(0, 0, t->unit);
        return PAG_NUMBER_OK;
    }
    pag_nat_reduce(&r->top, &r->bottom);
    bool is_short = r->top.len == 1 && r->bottom.len == 1;
    if (is_short && pag_reduced_pack(t, r->negative, r->top.at[0], r->bottom.at[0])) {
        return PAG_NUMBER_OK;
    }
    if (r->top.len > PAG_MOST_LIMBS || r->bottom.len > PAG_MOST_LIMBS) return PAG_NUMBER_TOO_BIG;
    big *b = big_create(t->arena, r->top.len, r->bottom.len);
    b->negative = r->negative;
    memcpy(b->limbs, r->top.at, r->top.len * sizeof b->limbs[0]);
    memcpy(b->limbs + r->top.len, r->bottom.at, r->bottom.len * sizeof b->limbs[0]);
    *t->out = big_pack(t->arena, b, t->unit);
    return PAG_NUMBER_OK;
}

pag_number pag_big_copy(const pag_target *t, pag_number x, bool negated)
{
    const big *from = big_of(x);
    size_t len = (size_t)from->top_len + from->bottom_len;
    big *b = big_create(t->arena, from->top_len, from->bottom_len);
    b->negative = from->negative != negated;
    memcpy(b->limbs, from->limbs, len * sizeof b->limbs[0]);
    return big_pack(t->arena, b, t->unit);
}

bool pag_big_is_negative(pag_number x)
{
    return big_of(x)->negative;
}

bool pag_big_is_whole(pag_number x)
{
    const big *b = big_of(x);
    return b->bottom_len == 1 && b->limbs[b->top_len] == 1;
}

bool pag_big_to_whole(pag_number x, int64_t *out)
{
    const big *b = big_of(x);
    uint64_t most = (uint64_t)INT64_MAX + b->negative;
    if (!pag_big_is_whole(x) || b->top_len != 1 || b->limbs[0] > most) return false;
    *out = b->negative ? -(int64_t)(b->limbs[0] - 1) - 1 : (int64_t)b->limbs[0];
    return true;
}

/* One sum of two signed naturals. */
static bool add_signed(pag_nat *out, const pag_nat *a, bool a_negative, const pag_nat *b,
                       bool b_negative)
{
    if (a_negative == b_negative) {
        pag_nat_add(out, a, b);
        return a_negative;
    }
    bool a_wins = pag_nat_order(a, b) >= 0;
    pag_nat_subtract(out, a_wins ? a : b, a_wins ? b : a);
    return a_wins ? a_negative : b_negative;
}

pag_number_error pag_big_add(const pag_target *t, pag_number a, pag_number b, bool minus)
{
    pag_ratio x, y, sum;
    pag_ratio_open(&x, a);
    pag_ratio_open(&y, b);
    pag_nat left, right;
    pag_nat_multiply(&left, &x.top, &y.bottom);
    pag_nat_multiply(&right, &y.top, &x.bottom);
    sum.negative = add_signed(&sum.top, &left, x.negative, &right, y.negative != minus);
    pag_nat_multiply(&sum.bottom, &x.bottom, &y.bottom);
    return pag_ratio_settle(t, &sum);
}

pag_number_error pag_big_multiply(const pag_target *t, pag_number a, pag_number b)
{
    pag_ratio x, y, product;
    pag_ratio_open(&x, a);
    pag_ratio_open(&y, b);
    product.negative = x.negative != y.negative;
    pag_nat_multiply(&product.top, &x.top, &y.top);
    pag_nat_multiply(&product.bottom, &x.bottom, &y.bottom);
    return pag_ratio_settle(t, &product);
}

pag_number_error pag_big_divide(const pag_target *t, pag_number a, pag_number b)
{
    pag_ratio x, y, quotient;
    pag_ratio_open(&x, a);
    pag_ratio_open(&y, b);
    quotient.negative = x.negative != y.negative;
    pag_nat_multiply(&quotient.top, &x.top, &y.bottom);
    pag_nat_multiply(&quotient.bottom, &x.bottom, &y.top);
    return pag_ratio_settle(t, &quotient);
}

int pag_big_order(pag_number a, pag_number b)
{
    pag_ratio x, y;
    pag_ratio_open(&x, a);
    pag_ratio_open(&y, b);
    if (x.negative != y.negative) return x.negative ? -1 : 1;
    pag_nat left, right;
    pag_nat_multiply(&left, &x.top, &y.bottom);
    pag_nat_multiply(&right, &y.top, &x.bottom);
    int order = pag_nat_order(&left, &right);
    return x.negative ? -order : order;
}

pag_number_error pag_big_round(const pag_target *t, pag_number a, pag_number step,
                               pag_rounding mode)
{
    pag_ratio x, s;
    pag_ratio_open(&x, a);
    pag_ratio_open(&s, step);
    pag_nat whole, size, quotient, rest, gap;
    pag_nat_multiply(&whole, &x.top, &s.bottom);
    pag_nat_multiply(&size, &x.bottom, &s.top);
    pag_nat_divide(&quotient, &rest, &whole, &size);
    if (rest.len > 0) {
        pag_nat_subtract(&gap, &size, &rest);
        bool odd = quotient.len > 0 && (quotient.at[0] & 1);
        if (pag_rounding_is_away(mode, pag_nat_order(&rest, &gap), odd)) {
            pag_nat_scale(&quotient, 1, 1);
        }
    }
    pag_nat_multiply(&x.top, &quotient, &s.top);
    pag_nat_copy(&x.bottom, &s.bottom);
    return pag_ratio_settle(t, &x);
}
