/* What neither single edits nor pairs of them explain is caused by several together, also by some
 * that have no effect alone. They are found by leaving out, again and again, what can be left out
 * while something stays unexplained. */
#include "diff/charging.h"

enum { MOST_LOADED = 400, MOST_FOUND = 8 };

typedef struct chosen {
    size_t n;
    size_t *at; /* groups, ascending */
} chosen;

typedef struct searching {
    pag_charging *c;
    size_t loads; /* how many more packs may be tried */
} searching;

static bool has(const chosen *set, size_t group)
{
    for (size_t i = 0; i < set->n; i++) {
        if (set->at[i] == group) return true;
    }
    return false;
}

/* What the set costs more beyond all that is charged to some of it; false: it cannot be told, or
 * there is nothing. */
static bool leaves(searching *s, const chosen *set, pag_number *out)
{
    pag_charging *c = s->c;
    pag_number more;
    if (!s->loads || !set->n) return false;
    s->loads--;
    const bool *edits = pag_charging_union(c, set->at, set->n);
    const pag_outcome outcome = pag_outcome_of(c->w, edits);
    if (!outcome.done || !pag_charging_more(c, &outcome, &more)) return false;
    more = pag_charging_beyond(c, edits, more);
    if (pag_number_sign(more) == 0) return false;
    *out = more;
    return true;
}

static chosen without(const searching *s, const chosen *set, size_t from, size_t n)
{
    chosen rest = {0, PAG_NEW_ARRAY(s->c->w->arena, size_t, set->n + 1)};
    for (size_t i = 0; i < set->n; i++) {
        if (i < from || i >= from + n) rest.at[rest.n++] = set->at[i];
    }
    return rest;
}

/* Leaves out blocks of so many as long as something stays unexplained; true when any was. */
static bool shrink(searching *s, chosen *set, size_t block, pag_number *left)
{
    bool any = false;
    for (size_t from = 0; from < set->n;) {
        const chosen rest = without(s, set, from, block);
        if (leaves(s, &rest, left)) {
            *set = rest;
            any = true;
        } else {
            from += block;
        }
    }
    return any;
}

static chosen all_groups(const searching *s)
{
    const pag_diff *diff = s->c->diff;
    chosen set = {0, PAG_NEW_ARRAY(s->c->w->arena, size_t, diff->n_edits + 1)};
    for (size_t i = 0; i < diff->n_edits; i++) {
        const pag_edit *e = &diff->edits[i];
        bool acts = e->effect != PAG_DIFF_WORDS && e->effect != PAG_DIFF_MARKS;
        if (pag_edit_can_be_made(e) && acts && !has(&set, e->with)) set.at[set.n++] = e->with;
    }
    return set;
}

/* The fewest that were found; false: all together leave nothing, or it cannot be told. */
static bool find(searching *s, chosen *set, pag_number *left)
{
    *set = all_groups(s);
    if (!leaves(s, set, left)) return false;
    for (size_t block = set->n / 2; block > 1; block /= 2) (void)shrink(s, set, block, left);
    while (shrink(s, set, 1, left)) continue;
    return true;
}

/* Some of very many, picked by where they stand, would look like all there is: they go back to what
 * is left. Pairs stay, since each is what it is whatever else there is. */
static void give_back(pag_charging *c, size_t from)
{
    pag_diff *diff = c->diff;
    size_t n = from;
    for (size_t i = from; i < diff->n_charges; i++) {
        const pag_diff_charge charge = diff->charges[i];
        if (charge.n > 2) c->left = pag_money_add(c->w->arena, c->left, charge.amount);
        if (charge.n <= 2) diff->charges[n++] = charge;
    }
    diff->n_charges = n;
}

void pag_charging_rest(pag_charging *c)
{
    size_t from = c->diff->n_charges;
    for (size_t i = 0; i < MOST_FOUND && pag_number_sign(c->left) != 0; i++) {
        chosen set;
        pag_number left;
        searching s = {c, MOST_LOADED};
        if (!find(&s, &set, &left)) break;
        pag_charging_add(c, set.at, set.n, left);
    }
    if (pag_number_sign(c->left) != 0) give_back(c, from);
}
