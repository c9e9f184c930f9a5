/* Who causes what: each edit is made alone to the first pack, and what the files then cost more or
 * less is its charge; of an edit that cannot be made alone, what it does beside those it needs.
 * What all charges leave of the whole difference is interaction, of pairs as far as they can be
 * tried; so charges and interactions are the difference, to the cent, whatever could not be tried.
 */
#include "diff/charging.h"

/* --- groups --- */

bool pag_edit_can_be_made(const pag_edit *edit)
{
    return edit->effect != PAG_DIFF_YEAR && edit->effect != PAG_DIFF_RENAMED;
}

bool *pag_charging_union(const pag_charging *c, const size_t *groups, size_t n)
{
    bool *chosen = PAG_NEW_ARRAY(c->w->arena, bool, c->diff->n_edits + 1);
    for (size_t i = 0; i < n; i++) {
        const pag_base *base = &c->bases[groups[i]];
        for (size_t k = 0; k < base->n; k++) chosen[base->at[k]] = true;
    }
    return chosen;
}

pag_outcome pag_charging_outcome(const pag_charging *c, const size_t *groups, size_t n)
{
    return pag_outcome_of(c->w, pag_charging_union(c, groups, n));
}

/* --- charges --- */

void pag_charging_add(pag_charging *c, const size_t *groups, size_t n, pag_number amount)
{
    pag_diff *diff = c->diff;
    pag_arena *arena = c->w->arena;
    diff->charges = pag_list_grown(arena, diff->charges, diff->n_charges, &diff->room_charges,
                                   sizeof *diff->charges);
    const size_t *edits = n ? pag_arena_keep(arena, groups, n * sizeof *groups) : NULL;
    bool alone = n == 1 && c->of == PAG_DIFF_IN_ALL && !diff->edits[*groups].n_needs;
    bool moves = alone && c->outcomes[*groups].mark != c->w->outcomes[0].mark;
    diff->charges[diff->n_charges++] = (pag_diff_charge){c->of, n, edits, amount, moves};
    c->left = pag_money_subtract(arena, c->left, amount);
}

/* What is charged in all needs packs by which all adds up. */
bool pag_charging_more(const pag_charging *c, const pag_outcome *outcome, pag_number *out)
{
    bool told = c->of != PAG_DIFF_IN_ALL || pag_outcomes_add_up(&c->w->outcomes[0], outcome);
    *out = pag_money_subtract(c->w->arena, pag_outcome_total(c->w, outcome, c->of), c->base);
    return told;
}

static bool is_within(const pag_charging *c, const pag_diff_charge *charge, const bool *chosen)
{
    for (size_t i = 0; i < charge->n; i++) {
        const pag_base *base = &c->bases[charge->edits[i]];
        for (size_t k = 0; k < base->n; k++) {
            if (!chosen[base->at[k]]) return false;
        }
    }
    return charge->n > 0;
}

pag_number pag_charging_beyond(const pag_charging *c, const bool *chosen, pag_number more)
{
    for (size_t i = c->first; i < c->diff->n_charges; i++) {
        const pag_diff_charge *charge = &c->diff->charges[i];
        if (!is_within(c, charge, chosen)) continue;
        more = pag_money_subtract(c->w->arena, more, charge->amount);
    }
    return more;
}

/* What an edit needs is charged before it. */
static void charge_alone(pag_charging *c)
{
    for (size_t k = 0; k < c->n; k++) {
        size_t i = c->groups[k];
        pag_number more;
        if (!pag_charging_more(c, &c->outcomes[i], &more)) continue;
        more = pag_charging_beyond(c, pag_charging_union(c, &i, 1), more);
        pag_charging_add(c, &i, 1, more);
    }
}

static void charge_total(pag_charging *c, size_t of, pag_number difference)
{
    c->of = of;
    c->first = c->diff->n_charges;
    c->base = pag_outcome_total(c->w, &c->w->outcomes[0], of);
    c->left = difference;
    charge_alone(c);
    pag_charging_pairs(c);
    pag_charging_rest(c);
    if (pag_number_sign(c->left) != 0) pag_charging_add(c, NULL, 0, c->left);
}

/* Those that are made with fewer edits first. */
static void keep_groups(pag_charging *c)
{
    for (size_t size = 1; size <= c->diff->n_edits; size++) {
        for (size_t i = 0; i < c->diff->n_edits; i++) {
            bool group = c->diff->edits[i].with == i && c->bases[i].n == size;
            if (group && c->outcomes[i].done) c->groups[c->n++] = i;
        }
    }
}

/* The first pack with any of the groups pays the same figures as it is. */
static bool adds_up(const pag_charging *c)
{
    bool all = c->diff->adds_up;
    for (size_t k = 0; k < c->n && all; k++) {
        all = pag_outcomes_add_up(&c->w->outcomes[0], &c->outcomes[c->groups[k]]);
    }
    return all;
}

/* What is paid in all; where that is no sum, each total that changes. */
void pag_differing_charge(pag_differing *w)
{
    pag_diff *diff = w->diff;
    size_t n = diff->n_edits;
    pag_charging c = {.w = w, .diff = diff};
    c.bases = PAG_NEW_ARRAY(w->arena, pag_base, n + 1);
    c.outcomes = PAG_NEW_ARRAY(w->arena, pag_outcome, n + 1);
    c.groups = PAG_NEW_ARRAY(w->arena, size_t, n + 1);
    pag_charging_form(&c);
    keep_groups(&c);
    if (adds_up(&c)) {
        charge_total(&c, PAG_DIFF_IN_ALL, diff->difference);
        return;
    }
    for (size_t i = 0; i < diff->n_totals; i++) {
        bool changes = pag_number_sign(diff->totals[i].difference) != 0;
        if (changes) charge_total(&c, i, diff->totals[i].difference);
    }
}
