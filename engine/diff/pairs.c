/* What two edits do together beyond what each does alone. Where there are more pairs than can be
 * tried, those of which both do most are; among equals those that stand near one another, so that
 * every edit is in as many. How many were not tried is noted. */
#include "diff/charging.h"

#include <stdlib.h>

enum { MOST_TRIED = 400 }; /* packs that are loaded, for all totals together */

typedef struct pair {
    size_t i, k;      /* of the groups that matter */
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

/* All of them; in the order in which they are to be tried where not all can be. */
static pair *pairs_of(const pag_charging *c, size_t n)
{
    pag_arena *arena = c->w->arena;
    pair *all = PAG_NEW_ARRAY(arena, pair, n + 1);
    pag_number *sizes = PAG_NEW_ARRAY(arena, pag_number, c->n + 1);
    size_t at = 0;
    for (size_t i = 0; i < c->n; i++) sizes[i] = size_of(c, i);
    for (size_t i = 0; i < c->n; i++) {
        for (size_t k = i + 1; k < c->n; k++) {
            bool less = pag_number_order(sizes[i], sizes[k]) < 0;
            all[at++] = (pair){i, k, less ? sizes[i] : sizes[k]};
        }
    }
    if (n > MOST_TRIED) qsort(all, n, sizeof *all, by_size);
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
    pag_arena *arena = c->w->arena;
    const size_t both[] = {c->groups[p->i], c->groups[p->k]};
    pag_number more, alone;
    if (!outcome->done || !pag_charging_more(c, outcome, &more)) return;
    for (size_t s = 0; s < 2; s++) {
        (void)pag_charging_more(c, &c->outcomes[both[s]], &alone);
        more = pag_money_subtract(arena, more, alone);
    }
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
    size_t n = c->n ? c->n * (c->n - 1) / 2 : 0, untried = 0;
    if (pag_number_sign(c->left) == 0 || !n) return;
    if (!c->pairs) c->pairs = PAG_NEW_ARRAY(c->w->arena, pag_outcome, c->n * c->n + 1);
    if (!c->paired) c->paired = PAG_NEW_ARRAY(c->w->arena, bool, c->n * c->n + 1);
    const pair *all = pairs_of(c, n);
    for (size_t i = 0; i < n; i++) {
        const pag_outcome *outcome = outcome_of(c, &all[i]);
        if (outcome) charge(c, &all[i], outcome);
        if (!outcome) untried++;
    }
    note_untried(c, n, untried);
}
