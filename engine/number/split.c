/* Sharing a whole among parties without losing or inventing a cent. Everything is counted in
 * multiples of weight × step, so that the parts are exact for thirds too and no quotient is needed
 * before the end. */
#include "number/internal.h"

#include <stdlib.h>
#include <string.h>

/* What rounding down took from a party, times the sum of the weights. */
typedef struct remainder {
    pag_number size;
    size_t party;
} remainder;

typedef struct sharing {
    pag_arena *arena;
    size_t n;
    const pag_number *weights;
    pag_number whole, step; /* plain */
    pag_number sum;         /* of the weights, plain */
    pag_number *parts;      /* plain until they are given out */
    remainder *remainders;
    pag_number left; /* what no party has yet */
} sharing;

static pag_number_error sum_weights(sharing *s)
{
    s->sum = PAG_ZERO;
    for (size_t i = 0; i < s->n; i++) {
        pag_number w = s->weights[i];
        bool same = pag_number_unit(w) == pag_number_unit(s->weights[0]);
        if (!same || pag_number_unit(w) == PAG_DATE) return PAG_NUMBER_UNITS;
        if (pag_number_sign(w) < 0) return PAG_NUMBER_UNITS;
        w = pag_number_with_unit(s->arena, w, PAG_PLAIN);
        pag_number_error error = pag_number_add(s->arena, &s->sum, s->sum, w);
        if (error) return error;
    }
    return PAG_NUMBER_OK;
}

/* Party i: whole × weight rounded down to a multiple of sum × step (`grain`); over the sum that is
 * its part. */
static pag_number_error share_down(sharing *s, size_t i, pag_number grain)
{
    pag_number w = pag_number_with_unit(s->arena, s->weights[i], PAG_PLAIN);
    pag_number exact, floor;
    pag_number_error error = pag_number_multiply(s->arena, &exact, s->whole, w);
    if (!error) error = pag_number_round(s->arena, &floor, exact, grain, PAG_DOWN);
    if (!error) error = pag_number_subtract(s->arena, &s->remainders[i].size, exact, floor);
    if (!error) error = pag_number_divide(s->arena, &s->parts[i], floor, s->sum);
    if (!error) error = pag_number_subtract(s->arena, &s->left, s->left, s->parts[i]);
    s->remainders[i].party = i;
    return error;
}

static pag_number_error share_all_down(sharing *s)
{
    pag_number grain;
    pag_number_error error = pag_number_multiply(s->arena, &grain, s->sum, s->step);
    for (size_t i = 0; i < s->n && !error; i++) error = share_down(s, i, grain);
    return error;
}

/* Moves `amount` of what is left to a party. */
static pag_number_error give(sharing *s, size_t party, pag_number amount)
{
    pag_number_error error = pag_number_add(s->arena, &s->parts[party], s->parts[party], amount);
    return error ? error : pag_number_subtract(s->arena, &s->left, s->left, amount);
}

static int largest_then_first(const void *a, const void *b)
{
    const remainder *x = a, *y = b;
    int order = pag_number_order(y->size, x->size);
    return order ? order : (x->party > y->party) - (x->party < y->party);
}

/* The remainders sum to what is left and each is less than a step, so there are fewer steps to give
 * than parties with a remainder. */
static pag_number_error give_to_largest(sharing *s)
{
    if (pag_number_sign(s->left) == 0) return PAG_NUMBER_OK;
    qsort(s->remainders, s->n, sizeof s->remainders[0], largest_then_first);
    pag_number_error error = PAG_NUMBER_OK;
    size_t last = 0;
    for (size_t i = 0; !error && i < s->n && pag_number_order(s->left, s->step) >= 0; i++) {
        error = give(s, s->remainders[i].party, s->step);
        last = i;
    }
    return error ? error : give(s, s->remainders[last].party, s->left);
}

static size_t first_with_weight(const sharing *s)
{
    size_t i = 0;
    while (pag_number_sign(s->weights[i]) == 0) i++;
    return i;
}

static pag_number_error give_rest(sharing *s, pag_rest rest, size_t receiver)
{
    switch (rest) {
    case PAG_REST_LARGEST: return give_to_largest(s);
    case PAG_REST_FIRST: return give(s, first_with_weight(s), s->left);
    case PAG_REST_PARTY: return give(s, receiver, s->left);
    case PAG_REST_KEEP: return PAG_NUMBER_OK;
    }
    return PAG_NUMBER_OK;
}

static pag_number_error share(sharing *s, pag_rest rest, size_t receiver)
{
    pag_number_error error = sum_weights(s);
    if (error) return error;
    if (pag_number_sign(s->step) <= 0) return PAG_NUMBER_BY_ZERO;
    if (rest == PAG_REST_PARTY && receiver >= s->n) return PAG_NUMBER_BY_ZERO;
    if (pag_number_sign(s->sum) == 0) {
        return rest == PAG_REST_KEEP ? PAG_NUMBER_OK : PAG_NUMBER_BY_ZERO;
    }
    error = share_all_down(s);
    return error ? error : give_rest(s, rest, receiver);
}

pag_number_error pag_number_split(pag_arena *arena, pag_number *parts, size_t n,
                                  const pag_number *weights, pag_number whole, pag_number step,
                                  pag_rest rest, size_t receiver, pag_number *residue)
{
    pag_unit unit = pag_number_unit(whole);
    if (unit == PAG_DATE || pag_number_sign(whole) < 0) return PAG_NUMBER_UNITS;
    sharing s = {.arena = arena, .n = n, .weights = weights};
    s.whole = s.left = pag_number_with_unit(arena, whole, PAG_PLAIN);
    s.step = pag_number_with_unit(arena, step, PAG_PLAIN);
    s.parts = PAG_NEW_ARRAY(arena, pag_number, n); /* all zero bits are the plain zero */
    s.remainders = PAG_NEW_ARRAY(arena, remainder, n);
    pag_number_error error = share(&s, rest, receiver);
    if (error) return error;
    for (size_t i = 0; i < n; i++) parts[i] = pag_number_with_unit(arena, s.parts[i], unit);
    *residue = pag_number_with_unit(arena, s.left, unit);
    return PAG_NUMBER_OK;
}
