/* What is promised of figures: how they move with inputs, that they stay within their bounds, that
 * parts make the whole. */
#include "prove/internal.h"

/* --- moves --- */

void pag_prove_tried(proving *p, const pag_trying *t, pag_str *tried, pag_str *of)
{
    pag_text so_many = {.arena = p->arena}, all = {.arena = p->arena};
    pag_text_whole(&so_many, (int64_t)t->tried);
    pag_text_whole(&all, (int64_t)t->of);
    *tried = pag_text_str(&so_many);
    *of = t->of ? pag_text_str(&all) : PAG_STR("∞");
}

void pag_prove_settle(pag_claim *claim, const pag_trying *t)
{
    claim->tried = t->tried;
    claim->of = t->of;
    if (t->broken) claim->example = t->example;
    claim->verdict = claim->example.len ? PAG_REFUTED : t->whole ? PAG_TRIED : PAG_NOT_PROVEN;
}

static void tell_open(proving *p, pag_claim *claim, const pag_promise *promise, const pag_trying *t)
{
    pag_str tried, of;
    pag_prove_tried(p, t, &tried, &of);
    const pag_str arguments[] = {promise->name, claim->cell->name, tried, of};
    pag_prove_tell(p, claim, promise->down ? PAG_W1117 : PAG_W1116, promise->pos, 4, arguments);
}

static void try_it(proving *p, pag_claim *claim, const pag_promise *promise)
{
    pag_trying t = {0};
    pag_prove_try_moves(p, claim->cell, promise->input, promise->down, &t);
    claim->tried = t.tried;
    claim->of = t.of;
    claim->verdict = t.whole ? PAG_TRIED : PAG_NOT_PROVEN;
    if (t.broken) {
        claim->verdict = PAG_REFUTED;
        claim->example = t.example;
        const pag_str arguments[] = {t.input, t.from, t.to, claim->cell->name, t.gave, t.gives};
        claim->raised = t.input;
        claim->from = t.from;
        claim->to = t.to;
        pag_prove_tell(p, claim, promise->down ? PAG_E1115 : PAG_E1114, promise->pos, 6, arguments);
    } else if (!t.whole) {
        tell_open(p, claim, promise, &t);
    }
}

void pag_prove_moves(proving *p, const pag_cell *cell)
{
    for (size_t i = 0; i < cell->n_promises; i++) {
        const pag_promise *promise = &cell->promises[i];
        pag_slope slope = pag_reach_slope(p->reach, cell, promise->input);
        pag_slope wanted = promise->down ? PAG_SLOPE_DOWN : PAG_SLOPE_UP;
        pag_claim *claim = pag_prove_claim(p, (pag_claim){.kind = PAG_CLAIM_MOVES,
                                                          .cell = cell,
                                                          .input = promise->input,
                                                          .down = promise->down});
        if (slope != wanted && slope != PAG_SLOPE_FLAT) try_it(p, claim, promise);
    }
}

/* --- bounds --- */

static pag_end bound_of(proving *p, const pag_bound *bound)
{
    return (pag_end){bound->set, true, pag_number_with_unit(p->arena, bound->number, PAG_PLAIN)};
}

/* A figure beyond the end, before it is rounded; false when it cannot be. */
static bool find_beyond(proving *p, const pag_cell *cell, const pag_set *raw, pag_end end,
                        bool high, pag_number *out)
{
    pag_arena *arena = p->arena;
    pag_set rest = high ? pag_set_from(arena, *raw, end) : pag_set_up_to(arena, *raw, end);
    if (rest.empty && cell->rounds) { /* rounding may take it there: from less than a step away */
        pag_number step = pag_number_with_unit(arena, cell->round_step, PAG_PLAIN);
        pag_end near = {true, true, PAG_ZERO};
        if (high ? pag_number_subtract(arena, &near.number, end.number, step)
                 : pag_number_add(arena, &near.number, end.number, step)) {
            return false;
        }
        rest = high ? pag_set_from(arena, *raw, near) : pag_set_up_to(arena, *raw, near);
        pag_end far = high ? rest.high : rest.low;
        if (!rest.empty && far.set && far.inside) rest = pag_set_one(arena, far.number);
    }
    if (!rest.empty) *out = pag_set_some(arena, &rest);
    return !rest.empty;
}

/* One side: what lies beyond the bound once it is rounded. */
static void judge_side(proving *p, const pag_cell *cell, pag_bound bound, bool high)
{
    static const pag_code above[] = {PAG_E0233}, below[] = {PAG_E0232, PAG_E0319};
    pag_str was = PAG_STR("");
    const pag_stop stop = {
        .at = cell, .n = high ? 1 : 2, .codes = high ? above : below, .was = &was};
    pag_end end = bound_of(p, &bound);
    pag_set raw = *pag_reach_raw(p->reach, cell), figure = raw;
    if (cell->rounds) {
        figure = pag_set_round(p->arena, raw, cell->round_step, cell->round_mode);
    }
    pag_set *kept = pag_arena_keep(p->arena, &figure, sizeof figure);
    pag_claim *claim =
        pag_prove_claim(p, (pag_claim){.kind = PAG_CLAIM_WITHIN,
                                       .cell = cell,
                                       .set = kept,
                                       .bound = high ? PAG_BOUND_MAX : PAG_BOUND_MIN,
                                       .limit = pag_number_with_unit(p->arena, bound.number,
                                                                     pag_type_unit(cell->type))});
    end.inside = false;
    pag_set beyond =
        high ? pag_set_from(p->arena, figure, end) : pag_set_up_to(p->arena, figure, end);
    if (beyond.empty) return;
    pag_number before = pag_set_some(p->arena, &beyond);
    if (find_beyond(p, cell, &raw, end, high, &before)) {
        claim->example = pag_prove_stopped(p, cell, before, &stop);
    }
    pag_trying t = {0};
    if (!claim->example.len) pag_prove_try_stops(p, &stop, &t);
    pag_prove_settle(claim, &t);
    if (claim->verdict == PAG_TRIED) return;
    pag_str tried, of;
    pag_prove_tried(p, &t, &tried, &of);
    pag_str limit = pag_prove_number(p, pag_type_unit(cell->type), bound.number);
    pag_str range = pag_prove_range(p, &figure, pag_type_unit(cell->type));
    bool exact = pag_reach_is_exact(p->reach, cell);
    const pag_str shown[] = {cell->name, was, limit, pag_prove_seen(p, exact, range)};
    const pag_str open[] = {cell->name, limit, range, tried, of};
    pag_pos pos = bound.pos.source ? bound.pos : cell->pos;
    if (claim->example.len) {
        pag_prove_tell(p, claim, high ? PAG_E1118 : PAG_E1132, pos, 4, shown);
    } else {
        pag_prove_tell(p, claim, high ? PAG_W1119 : PAG_W1156, pos, 5, open);
    }
}

void pag_prove_within(proving *p, const pag_cell *cell)
{
    if (!pag_origin_is_made(cell->origin) || !pag_type_is_number(cell->type)) return;
    bool parts = cell->origin == PAG_SHARED; /* never below zero */
    if (cell->max.set) judge_side(p, cell, cell->max, true);
    if (cell->min.set) {
        judge_side(p, cell, cell->min, false);
    } else if (cell->payable && !parts) {
        judge_side(p, cell, (pag_bound){.set = true, .number = PAG_ZERO}, false);
    }
}

/* --- parts --- */

/* Sharing out in whole steps makes them so, whatever the weights are. */
void pag_prove_shared(proving *p, const pag_cell *cell)
{
    if (!cell->split) return;
    pag_prove_claim(p, (pag_claim){.kind = PAG_CLAIM_SHARED, .cell = cell});
}

/* --- what could not be followed --- */

static void judge_loss(proving *p, pag_lost lost, const pag_way *ways)
{
    pag_proof *proof = p->proof;
    if (!lost.formula->reference || !pag_way_is_lost(ways, &lost.why)) return;
    proof->lost = pag_list_grown(p->arena, proof->lost, proof->n_lost, &proof->room_lost,
                                 sizeof *proof->lost);
    proof->lost[proof->n_lost++] = lost;
}

void pag_prove_lost(proving *p, const pag_cell *cell)
{
    judge_loss(p, (pag_lost){.cell = cell, .formula = &cell->of}, pag_reach_ways(p->reach, cell));
    for (size_t i = 0; i < cell->n_unless; i++) {
        const pag_formula *when = &cell->unless[i].when;
        judge_loss(p, (pag_lost){.cell = cell, .formula = when},
                   pag_reach_test(p->reach, cell->group, when));
    }
    for (size_t i = 0; cell->origin == PAG_LOOKED_UP && i < cell->bands->n; i++) {
        const pag_give *give = pag_band_give(&cell->bands->rows[i], cell->give);
        if (!give || !give->of.reference) continue;
        judge_loss(p, (pag_lost){.cell = cell, .formula = &give->of},
                   pag_reach_give(p->reach, cell, i));
    }
}

/* As deep as lists nest. */
void pag_prove_lost_tests(proving *p, const pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_condition *c = &group->conditions[i];
        judge_loss(p, (pag_lost){.condition = c, .formula = &c->of},
                   pag_reach_test(p->reach, group, &c->of));
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) pag_prove_lost_tests(p, group->cells[i].list);
    }
}
