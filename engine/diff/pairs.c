/* What two edits do together beyond what each does alone. Where there are more pairs than can be
 * tried, those of which both do most are; among equals those that stand near one another, so that
 * every edit is in as many. How many were not tried is noted. */
#include "diff/charging.h"

#include <stdlib.h>

enum { MOST_TRIED = 400 }; /* packs that are loaded, for all totals together */

typedef struct pair {
    size_t i, k;      /* of the groups that matter */
    size_t edits;     /* that are made where both are */
    pag_number least; /* what the one that does less does alone, whatever the sign */
} pair;

static pag_number size_of(const pag_charging *c, size_t i)
{
    pag_number more;
    if (!pag_charging_more(c, &c->outcomes[c->groups[i]], &more)) return PAG_ZERO;
    more = pag_number_with_unit(c->w->arena, more, PAG_PLAIN);
    return pag_number_sign(more) < 0 ? pag_number_negate(c->w->arena, more) : more;
}

static int by_size(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    int order = pag_number_order(y->least, x->least);
    size_t near = x->k - x->i, other = y->k - y->i;
    if (order != 0) return order;
    if (near != other) return near < other ? -1 : 1;
    return x->i < y->i ? -1 : x->i > y->i;
}

/* A pair that is made with fewer edits may be within another. */
static int by_edits(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    if (x->edits != y->edits) return x->edits < y->edits ? -1 : 1;
    return x->i != y->i ? (x->i < y->i ? -1 : 1) : (x->k > y->k) - (x->k < y->k);
}

/* How many edits both groups are made with; 0: one of them is made with the other, and does nothing
 * with it beyond what it is charged already. */
static size_t count_edits(const pag_charging *c, size_t i, size_t k)
{
    const pag_base *a = &c->bases[c->groups[i]], *b = &c->bases[c->groups[k]];
    size_t met = 0;
    for (size_t x = 0; x < a->n; x++) {
        for (size_t y = 0; y < b->n; y++) met += a->at[x] == b->at[y];
    }
    return met == a->n || met == b->n ? 0 : a->n + b->n - met;
}

/* All of them, in the order in which they are to be tried. */
static pair *pairs_of(const pag_charging *c, size_t *n)
{
    pag_arena *arena = c->w->arena;
    pair *all = PAG_NEW_ARRAY(arena, pair, c->n * c->n + 1);
    pag_number *sizes = PAG_NEW_ARRAY(arena, pag_number, c->n + 1);
    *n = 0;
    for (size_t i = 0; i < c->n; i++) sizes[i] = size_of(c, i);
    for (size_t i = 0; i < c->n; i++) {
        for (size_t k = i + 1; k < c->n; k++) {
            size_t edits = count_edits(c, i, k);
            bool less = pag_number_order(sizes[i], sizes[k]) < 0;
            if (edits) all[(*n)++] = (pair){i, k, edits, less ? sizes[i] : sizes[k]};
        }
    }
    if (*n) qsort(all, *n, sizeof *all, *n > MOST_TRIED ? by_size : by_edits);
    return all;
}

/* NULL: no more can be tried. */
static const pag_outcome *outcome_of(pag_charging *c, const pair *p)
{
    size_t at = p->i * c->n + p->k;
    const size_t both[] = {c->groups[p->i], c->groups[p->k]};
    if (!c->paired[at] && c->n_tried == MOST_TRIED) return NULL;
    if (!c->paired[at]) {
        c->pairs[at] = pag_charging_outcome(c, both, 2);
        c->n_tried++;
    }
    c->paired[at] = true;
    return &c->pairs[at];
}

static void charge(pag_charging *c, const pair *p, const pag_outcome *outcome)
{
    const size_t both[] = {c->groups[p->i], c->groups[p->k]};
    pag_number more;
    if (!outcome->done || !pag_charging_more(c, outcome, &more)) return;
    more = pag_charging_beyond(c, pag_charging_union(c, both, 2), more);
    if (pag_number_sign(more) != 0) pag_charging_add(c, both, 2, more);
}

static void note_untried(const pag_charging *c, size_t n, size_t untried)
{
    pag_diff *diff = c->diff;
    if (!untried) return;
    diff->untried = pag_list_grown(c->w->arena, diff->untried, diff->n_untried, &diff->room_untried,
                                   sizeof *diff->untried);
    diff->untried[diff->n_untried++] = (pag_diff_untried){c->of, n, untried};
}

void pag_charging_pairs(pag_charging *c)
{
    size_t n, untried = 0;
    if (pag_number_sign(c->left) == 0) return;
    if (!c->pairs) c->pairs = PAG_NEW_ARRAY(c->w->arena, pag_outcome, c->n * c->n + 1);
    if (!c->paired) c->paired = PAG_NEW_ARRAY(c->w->arena, bool, c->n * c->n + 1);
    const pair *all = pairs_of(c, &n);
    for (size_t i = 0; i < n; i++) {
        const pag_outcome *outcome = outcome_of(c, &all[i]);
        if (outcome) charge(c, &all[i], outcome);
        if (!outcome) untried++;
    }
    note_untried(c, n, untried);
}
