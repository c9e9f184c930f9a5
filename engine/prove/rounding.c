/* What is rounded twice: a figure that rests on a rounded one, or on a score that its table rounds
 * before it is asked for it. Rounding what is in whole steps already counts as none. */
#include "prove/internal.h"

#include "base/seen.h"

typedef struct rounding {
    proving *p;
    pag_rounding_at found; /* the first one; its cell is NULL: none yet */
    pag_seen seen;
} rounding;

/* --- tables that round --- */

/* Whether the table leaves each of the scores as it is. Where no edge is a number, a step of 1 is
 * for percentages a hundredth. */
static bool changes_nothing(proving *p, const pag_bands *table, const pag_set *scores,
                            pag_unit unit)
{
    pag_number step = pag_number_with_unit(p->arena, table->round_step, PAG_PLAIN);
    if (unit == PAG_PERCENT && !pag_bands_number(table) &&
        pag_number_divide(p->arena, &step, step, pag_number_whole(p->arena, 100))) {
        return false;
    }
    return pag_set_is_of_steps(p->arena, scores, step);
}

/* The cell of the score, where the cell looks it up in a table that rounds it. */
static const pag_cell *rounded_score(proving *p, const pag_cell *cell)
{
    bool bands = cell->origin == PAG_LOOKED_UP && cell->bands->kind == PAG_TABLE_BANDS;
    if (!bands || !cell->bands->rounds || cell->by_kind != PAG_BY_CELL) return NULL;
    const pag_cell *by = &cell->group->cells[cell->by];
    const pag_set *scores = pag_reach_set(p->reach, by);
    return changes_nothing(p, cell->bands, scores, pag_type_unit(by->type)) ? NULL : by;
}

typedef void (*on_call)(void *ud, const pag_bands *table, const pag_term *score);

typedef struct calling {
    proving *p;
    on_call visit;
    void *ud;
} calling;

static void look_at_question(void *ud, const pag_answered *on, const pag_way *way)
{
    const calling *c = ud;
    const pag_question *q = &way->question;
    bool bands = q->kind == PAG_ASKED_ROW && q->table->kind == PAG_TABLE_BANDS;
    if (!bands || !q->table->rounds) return;
    pag_set scores = pag_reach_term(c->p->reach, on, q->a);
    if (!changes_nothing(c->p, q->table, &scores, q->a->unit)) c->visit(c->ud, q->table, q->a);
}

/* Tables that round what a formula of the cell calls them with. */
static void each_call(proving *p, const pag_cell *cell, on_call visit, void *ud)
{
    calling c = {p, visit, ud};
    pag_reach_cell_asks(p->reach, cell, look_at_question, &c);
}

/* --- the first rounding that something rests on --- */

static bool rounds(proving *p, const pag_cell *cell)
{
    return cell->rounds && !pag_reach_rounds_nothing(p->reach, cell);
}

static void take_call(void *ud, const pag_bands *table, const pag_term *score)
{
    pag_rounding_at *found = ud;
    (void)score;
    if (!found->table) found->table = table;
}

/* A table of the cell that rounds; NULL: none does. */
static const pag_bands *rounding_table(proving *p, const pag_cell *cell)
{
    pag_rounding_at found = {cell, NULL};
    if (rounded_score(p, cell)) return cell->bands;
    each_call(p, cell, take_call, &found);
    return found.table;
}

/* Through what does not round; as deep as figures rest on one another. */
static void look_for_rounding(void *ud, const pag_cell *read)
{
    rounding *r = ud;
    if (r->found.cell || !pag_seen_add(&r->seen, read)) return;
    if (rounds(r->p, read)) {
        r->found.cell = read;
        return;
    }
    if (!pag_origin_is_made(read->origin)) return;
    r->found.table = rounding_table(r->p, read);
    if (r->found.table) {
        r->found.cell = read;
        return;
    }
    pag_reach_reads(r->p->reach, read, look_for_rounding, r);
}

/* A formula with a loop over entries, say, shows what it reads only by name. As deep as lists nest.
 */
static void look_for_name(rounding *r, const pag_group *group, pag_str text)
{
    for (size_t i = 0; i < group->n_cells && !r->found.cell; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) look_for_name(r, cell->list, text);
        if (cell->list || !pag_str_names(text, cell->name)) continue;
        look_for_rounding(r, cell);
    }
}

static void look_in_formula(rounding *r, const pag_cell *cell)
{
    const pag_diagnostic *why;
    proving *p = r->p;
    (void)pag_seen_add(&r->seen, cell);
    pag_reach_reads(p->reach, cell, look_for_rounding, r);
    if (r->found.cell || !cell->of.reference ||
        !pag_way_is_lost(pag_reach_ways(p->reach, cell), &why)) {
        return;
    }
    for (size_t i = 0; i < pag_pack_subjects(p->pack); i++) {
        look_for_name(r, pag_pack_subject(p->pack, i), cell->of.text);
    }
}

/* --- twice --- */

static void note(proving *p, pag_rounding_at again, const pag_rounding_at *before)
{
    pag_proof *proof = p->proof;
    if (!before->cell || (before->cell == again.cell && before->table == again.table)) return;
    proof->twice = pag_list_grown(p->arena, proof->twice, proof->n_twice, &proof->room_twice,
                                  sizeof *proof->twice);
    proof->twice[proof->n_twice++] = (pag_rounded_twice){again, *before};
}

/* As deep as the term is nested. */
static void look_in_term(rounding *r, const pag_term *term)
{
    if (term->figure) look_for_rounding(r, term->figure->cell);
    for (size_t i = 0; i < term->n; i++) look_in_term(r, term->of[i]);
}

typedef struct judging {
    proving *p;
    const pag_cell *cell;
    pag_seen seen; /* tables: a formula calls one on several ways */
} judging;

/* A table that a formula calls with what rests on a rounding. */
static void judge_call(void *ud, const pag_bands *table, const pag_term *score)
{
    judging *j = ud;
    rounding r = {.p = j->p, .seen = {.arena = j->p->arena}};
    if (!pag_seen_add(&j->seen, table)) return;
    look_in_term(&r, score);
    note(j->p, (pag_rounding_at){j->cell, table}, &r.found);
}

void pag_prove_roundings(proving *p, const pag_cell *cell)
{
    if (!pag_origin_is_made(cell->origin)) return;
    rounding own = {.p = p, .seen = {.arena = p->arena}}, table = own;
    judging j = {p, cell, {.arena = p->arena}};
    const pag_cell *score = rounded_score(p, cell);
    if (score) look_for_rounding(&table, score);
    if (score) note(p, (pag_rounding_at){cell, cell->bands}, &table.found);
    each_call(p, cell, judge_call, &j);
    if (!rounds(p, cell)) return;
    own.found = (pag_rounding_at){cell, rounding_table(p, cell)};
    if (!own.found.table) own.found.cell = NULL;
    if (!own.found.cell) look_in_formula(&own, cell);
    note(p, (pag_rounding_at){cell, NULL}, &own.found);
}
