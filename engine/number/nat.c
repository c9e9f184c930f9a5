/* Natural numbers over GMP's mpn functions. This file keeps the lengths right; it knows nothing of
 * signs, forms or units. */
#include "number/nat.h"

#include <assert.h>
#include <string.h>

static void trim(pag_nat *a)
{
    while (a->len > 0 && a->at[a->len - 1] == 0) a->len--;
}

static void append(pag_nat *a, mp_limb_t limb)
{
    if (limb == 0) return;
    assert(a->len < PAG_NAT_LIMBS);
    a->at[a->len++] = limb;
}

void pag_nat_set(pag_nat *out, pag_u128 value)
{
    out->at[0] = (mp_limb_t)value;
    out->at[1] = (mp_limb_t)(value >> 64);
    out->len = 2;
    trim(out);
}

void pag_nat_copy(pag_nat *out, const pag_nat *a)
{
    out->len = a->len;
    memcpy(out->at, a->at, a->len * sizeof a->at[0]);
}

bool pag_nat_is(const pag_nat *a, uint64_t value)
{
    return value == 0 ? a->len == 0 : a->len == 1 && a->at[0] == value;
}

int pag_nat_order(const pag_nat *a, const pag_nat *b)
{
    if (a->len != b->len) return a->len < b->len ? -1 : 1;
    if (a->len == 0) return 0;
    int order = mpn_cmp(a->at, b->at, (mp_size_t)a->len);
    return (order > 0) - (order < 0);
}

size_t pag_nat_twos(const pag_nat *a)
{
    return mpn_scan1(a->at, 0);
}

void pag_nat_add(pag_nat *out, const pag_nat *a, const pag_nat *b)
{
    if (a->len < b->len) {
        const pag_nat *longer = b;
        b = a;
        a = longer;
    }
    if (b->len == 0) {
        pag_nat_copy(out, a);
        return;
    }
    out->len = a->len;
    append(out, mpn_add(out->at, a->at, (mp_size_t)a->len, b->at, (mp_size_t)b->len));
}

void pag_nat_subtract(pag_nat *out, const pag_nat *a, const pag_nat *b)
{
    if (b->len == 0) {
        pag_nat_copy(out, a);
        return;
    }
    mpn_sub(out->at, a->at, (mp_size_t)a->len, b->at, (mp_size_t)b->len);
    out->len = a->len;
    trim(out);
}

void pag_nat_multiply(pag_nat *out, const pag_nat *a, const pag_nat *b)
{
    out->len = 0;
    if (a->len == 0 || b->len == 0) return;
    assert(a->len + b->len <= PAG_NAT_LIMBS);
    if (a->len >= b->len) {
        mpn_mul(out->at, a->at, (mp_size_t)a->len, b->at, (mp_size_t)b->len);
    } else {
        mpn_mul(out->at, b->at, (mp_size_t)b->len, a->at, (mp_size_t)a->len);
    }
    out->len = a->len + b->len;
    trim(out);
}

void pag_nat_divide(pag_nat *quotient, pag_nat *rest, const pag_nat *a, const pag_nat *b)
{
    if (a->len < b->len) {
        quotient->len = 0;
        pag_nat_copy(rest, a);
        return;
    }
    mpn_tdiv_qr(quotient->at, rest->at, 0, a->at, (mp_size_t)a->len, b->at, (mp_size_t)b->len);
    quotient->len = a->len - b->len + 1;
    rest->len = b->len;
    trim(quotient);
    trim(rest);
}

void pag_nat_halve(pag_nat *a, size_t times)
{
    size_t limbs = times / 64, bits = times % 64;
    assert(limbs <= a->len);
    a->len -= limbs;
    memmove(a->at, a->at + limbs, a->len * sizeof a->at[0]);
    if (bits && a->len) mpn_rshift(a->at, a->at, (mp_size_t)a->len, (unsigned)bits);
    trim(a);
}

void pag_nat_double(pag_nat *a, size_t times)
{
    size_t limbs = times / 64, bits = times % 64;
    if (a->len == 0) return;
    assert(a->len + limbs <= PAG_NAT_LIMBS);
    memmove(a->at + limbs, a->at, a->len * sizeof a->at[0]);
    memset(a->at, 0, limbs * sizeof a->at[0]);
    a->len += limbs;
    if (bits) append(a, mpn_lshift(a->at, a->at, (mp_size_t)a->len, (unsigned)bits));
}

void pag_nat_scale(pag_nat *a, uint64_t by, uint64_t plus)
{
    if (a->len == 0) {
        pag_nat_set(a, plus);
        return;
    }
    append(a, mpn_mul_1(a->at, a->at, (mp_size_t)a->len, by));
    append(a, mpn_add_1(a->at, a->at, (mp_size_t)a->len, plus));
}

uint64_t pag_nat_unscale(pag_nat *a, uint64_t by)
{
    if (a->len == 0) return 0;
    uint64_t rest = mpn_divrem_1(a->at, 0, a->at, (mp_size_t)a->len, by);
    trim(a);
    return rest;
}

static void divide_exactly(pag_nat *a, const pag_nat *by)
{
    pag_nat quotient, rest;
    pag_nat_divide(&quotient, &rest, a, by);
    pag_nat_copy(a, &quotient);
}

void pag_nat_reduce(pag_nat *a, pag_nat *b)
{
    size_t twos_a = pag_nat_twos(a), twos_b = pag_nat_twos(b);
    size_t twos = twos_a < twos_b ? twos_a : twos_b;
    pag_nat_halve(a, twos);
    pag_nat_halve(b, twos);
    /* Now one of them is odd, as mpn_gcd wants; it destroys what it is given. */
    pag_nat x, y, common;
    bool a_first = pag_nat_order(a, b) >= 0;
    pag_nat_copy(&x, a_first ? a : b);
    pag_nat_copy(&y, a_first ? b : a);
    common.len = (size_t)mpn_gcd(common.at, x.at, (mp_size_t)x.len, y.at, (mp_size_t)y.len);
    if (pag_nat_is(&common, 1)) return;
    divide_exactly(a, &common);
    divide_exactly(b, &common);
}

/* By hand: mpn_get_str asks for memory when the number is long. */
pag_str pag_nat_text(pag_arena *arena, const pag_nat *a)
{
    enum { CHUNK = 19 }; /* digits that fit in a limb */
    if (a->len == 0) return PAG_STR("0");
    pag_nat left;
    pag_nat_copy(&left, a);
    size_t room = (a->len * 20 / CHUNK + 1) * CHUNK, at = room; /* 2^64 has 20 digits */
    char *text = pag_arena_alloc(arena, room);
    while (left.len > 0) {
        uint64_t chunk = pag_nat_unscale(&left, pag_tens[CHUNK]);
        for (int i = 0; i < CHUNK; i++, chunk /= 10) text[--at] = (char)('0' + chunk % 10);
    }
    while (text[at] == '0') at++;
    return (pag_str){text + at, room - at};
}
