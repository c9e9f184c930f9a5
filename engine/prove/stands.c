/* The order in which dials are turned: through everything where that has an end that is near, else
 * first to where faults are likely. */
#include "prove/dials.h"

uint64_t pag_dials_product(const pag_dials *t)
{
    uint64_t all = 1;
    if (t->other) return 0;
    for (size_t i = 0; i < t->n; i++) {
        const pag_dial *d = &t->at[i];
        if (!d->whole || all > UINT64_MAX / 1000) return 0;
        all *= d->n;
    }
    return all;
}

/* Every value of every dial with every one of the others; false when that is over. */
static bool count_through(pag_dials *t, uint64_t k, size_t fixed)
{
    for (size_t i = 0; i < t->n; i++) {
        pag_dial *d = &t->at[i];
        if (i == fixed) continue;
        d->at = (size_t)(k % d->n);
        k /= d->n;
    }
    return k == 0;
}

static uint64_t combinations(const pag_dials *t, size_t fixed)
{
    uint64_t all = 1;
    for (size_t i = 0; i < t->n && all < UINT64_MAX / 1000; i++) {
        if (i != fixed) all *= t->at[i].n;
    }
    return all;
}

/* Where the dial stands when the others are at the one end: number `which` of all their values. */
static bool one_moves(pag_dials *t, uint64_t which, size_t fixed, bool high)
{
    for (size_t i = 0; i < t->n; i++) {
        if (i != fixed) t->at[i].at = high ? t->at[i].n - 1 : 0;
    }
    for (size_t i = 0; i < t->n; i++) {
        if (i == fixed) continue;
        if (which < t->at[i].n) {
            t->at[i].at = (size_t)which;
            return true;
        }
        which -= t->at[i].n;
    }
    return false;
}

/* Always the same for the same number, and spread over all values. */
static void spread(pag_dials *t, uint64_t k, size_t fixed)
{
    for (size_t i = 0; i < t->n; i++) {
        uint64_t x = (k + 1) * 0x9e3779b97f4a7c15u + (i + 1) * 0xbf58476d1ce4e5b9u;
        x = (x ^ (x >> 31)) * 0x94d049bb133111ebu;
        if (i != fixed) t->at[i].at = (size_t)((x >> 33) % t->at[i].n);
    }
}

bool pag_dials_stand(pag_dials *t, uint64_t k, size_t fixed)
{
    enum { MOST = 1500 };
    uint64_t all = combinations(t, fixed), values = 0;
    if (pag_dials_product(t) || all <= MOST) return k < all && count_through(t, k, fixed);
    for (size_t i = 0; i < t->n; i++) values += i == fixed ? 0 : t->at[i].n;
    if (k >= MOST) return false;
    if (k < values) return one_moves(t, k, fixed, false);
    if (k < 2 * values) return one_moves(t, k - values, fixed, true);
    spread(t, k, fixed);
    return true;
}

/* --- what refuses evaluations --- */

typedef struct turning {
    const pag_dials *t;
    bool all; /* each given cell is turned through all its values */
} turning;

static void look_for_dial(void *ud, const pag_cell *cell)
{
    turning *turns = ud;
    if (cell->origin != PAG_GIVEN && cell->origin != PAG_PLANNED) return;
    bool whole = false;
    for (size_t i = 0; i < turns->t->n; i++) {
        const pag_dial *d = &turns->t->at[i];
        if (d->cell == cell) whole = d->whole;
        if (d->cell == cell && !d->whole) break;
    }
    turns->all = turns->all && whole;
}

/* Whether what a condition refuses is refused whatever is not turned. As deep as lists nest. */
static bool refusals_are_tried(const pag_dials *t, const pag_group *group)
{
    turning turns = {t, true};
    for (size_t i = 0; i < group->n_conditions && turns.all; i++) {
        const pag_condition *c = &group->conditions[i];
        if (c->warns) continue;
        bool only = pag_reach_test_rests(t->p->reach, group, &c->of, look_for_dial, &turns);
        turns.all = turns.all && only;
    }
    for (size_t i = 0; i < group->n_cells && turns.all; i++) {
        if (group->cells[i].list) turns.all = refusals_are_tried(t, group->cells[i].list);
    }
    return turns.all;
}

bool pag_dials_turn_refusals(const pag_dials *t)
{
    bool all = true;
    for (size_t i = 0; all && i < pag_pack_subjects(t->p->pack); i++) {
        all = refusals_are_tried(t, pag_pack_subject(t->p->pack, i));
    }
    return all;
}
