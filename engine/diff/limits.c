/* Whether other limits and another rounding make any difference: not where the same data are
 * allowed, and not where no figure can come to what they would stop or round. */
#include "diff/internal.h"

#include "schema/reader.h"

static bool same_bound(const pag_bound *a, const pag_bound *b)
{
    return a->set == b->set &&
           (!a->set || (pag_number_unit(a->number) == pag_number_unit(b->number) &&
                        pag_number_order(a->number, b->number) == 0));
}

bool pag_limits_same(const pag_cell *a, const pag_cell *b)
{
    return same_bound(&a->min, &b->min) && same_bound(&a->max, &b->max) &&
           same_bound(&a->step, &b->step);
}

bool pag_roundings_same(const pag_cell *a, const pag_cell *b)
{
    if (a->rounds != b->rounds) return false;
    return !a->rounds ||
           (pag_number_order(a->round_step, b->round_step) == 0 && a->round_mode == b->round_mode);
}

/* --- data --- */

/* Whole numbers and amounts are in steps whatever the cell says. */
static pag_bound step_of_type(pag_arena *arena, pag_type type)
{
    pag_bound step = {.set = type == PAG_TYPE_WHOLE || type == PAG_TYPE_MONEY};
    const char *text = type == PAG_TYPE_WHOLE ? "1" : "0.01";
    if (step.set) (void)pag_number_parse(arena, pag_str_from(text), &step.number);
    return step;
}

static pag_bound plain(pag_arena *arena, pag_bound bound)
{
    if (bound.set) bound.number = pag_number_with_unit(arena, bound.number, PAG_PLAIN);
    return bound;
}

/* What is in steps of both; false where neither is in steps of the other. */
static bool meet_steps(pag_arena *arena, pag_bound a, pag_bound b, pag_bound *out)
{
    bool first = !b.set || (a.set && pag_number_is_multiple(arena, a.number, b.number));
    bool second = !a.set || (b.set && pag_number_is_multiple(arena, b.number, a.number));
    *out = first ? a : b;
    return first || second;
}

/* The nearest number in steps that keeps within the bound. */
static void cut_to(pag_arena *arena, pag_bound *bound, const pag_bound *step, bool upper)
{
    bool negative = bound->set && pag_number_sign(bound->number) < 0;
    if (!bound->set || !step->set) return;
    (void)pag_number_round(arena, &bound->number, bound->number, step->number,
                           upper == negative ? PAG_UP : PAG_DOWN);
}

/* The same numbers can be said as with `out`; false: that is not known. */
static bool find_allowed(pag_arena *arena, const pag_cell *cell, pag_bounds *out)
{
    const pag_bounds bounds = pag_cell_bounds(cell);
    out->min = plain(arena, bounds.min);
    out->max = plain(arena, bounds.max);
    if (!meet_steps(arena, plain(arena, bounds.step), step_of_type(arena, cell->type),
                    &out->step)) {
        return false;
    }
    cut_to(arena, &out->min, &out->step, false);
    cut_to(arena, &out->max, &out->step, true);
    return true;
}

static bool allow_alike(pag_arena *arena, const pag_cell *a, const pag_cell *b)
{
    pag_bounds x, y;
    return pag_type_is_number(a->type) && find_allowed(arena, a, &x) &&
           find_allowed(arena, b, &y) && same_bound(&x.min, &y.min) && same_bound(&x.max, &y.max) &&
           same_bound(&x.step, &y.step);
}

/* --- figures --- */

/* What is paid is no less than zero. */
static pag_bound least_of(pag_arena *arena, const pag_cell *cell)
{
    pag_bound least = plain(arena, cell->min);
    if (!least.set && cell->payable) least = (pag_bound){.set = true, .number = PAG_ZERO};
    return least;
}

/* All that the figure can be before its limits are looked at. */
static pag_set unlimited(pag_comparing *c, int side, const pag_cell *cell)
{
    pag_set set = *pag_reach_raw(pag_comparing_bare_of(c, side), cell);
    if (cell->rounds) set = pag_set_round(c->scratch, set, cell->round_step, cell->round_mode);
    if (cell->n_unless) set = pag_set_unite(c->scratch, set, pag_set_one(c->scratch, PAG_ZERO));
    return set;
}

static bool stops_nothing(const pag_bound *bound, const pag_end *end, bool upper)
{
    if (!bound->set) return true;
    int order = end->set ? pag_number_order(end->number, bound->number) : 0;
    return end->set && (upper ? order <= 0 : order >= 0);
}

/* None of the limits by which the two differ stops a figure, by either pack. */
static bool stop_nothing(pag_comparing *c, const pag_cell *const cells[2])
{
    const pag_bound least[2] = {least_of(c->scratch, cells[0]), least_of(c->scratch, cells[1])};
    bool low = !same_bound(&least[0], &least[1]);
    bool high = !same_bound(&cells[0]->max, &cells[1]->max);
    bool steps = !same_bound(&cells[0]->step, &cells[1]->step);
    bool none = true;
    for (int side = 0; side < 2 && none; side++) {
        const pag_cell *cell = cells[side];
        const pag_bound most = plain(c->scratch, cell->max);
        const pag_bound step = plain(c->scratch, cell->step);
        const pag_set set = unlimited(c, side, cell);
        if (set.empty) continue;
        none = (!low || stops_nothing(&least[side], &set.low, false)) &&
               (!high || stops_nothing(&most, &set.high, true)) &&
               (!steps || !step.set || pag_set_is_of_steps(c->scratch, &set, step.number));
    }
    return none;
}

/* A fixed value has been judged when the packs were loaded. */
bool pag_limits_alike(pag_comparing *c, const pag_cell *a, const pag_cell *b)
{
    const pag_cell *const cells[2] = {a, b};
    if (pag_limits_same(a, b)) return true;
    if (a->type != b->type || a->origin != b->origin) return false;
    if (a->origin == PAG_FIXED) return true;
    if (!pag_origin_is_made(a->origin)) return allow_alike(c->scratch, a, b);
    return pag_type_is_number(a->type) && stop_nothing(c, cells);
}

/* What is rounded is in steps already, whatever the rounding. */
bool pag_roundings_alike(pag_comparing *c, const pag_cell *a, const pag_cell *b)
{
    if (pag_roundings_same(a, b)) return true;
    return pag_type_is_number(a->type) && a->type == b->type &&
           pag_reach_rounds_nothing(pag_comparing_bare_of(c, 0), a) &&
           pag_reach_rounds_nothing(pag_comparing_bare_of(c, 1), b);
}
