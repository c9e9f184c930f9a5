/* What a step over an edge of a band is worth: what is given at the scores nearest to it on both
 * sides. A row that gives by a formula is worked out there, where the formula needs only the score;
 * else the edge is named, and that its worth hangs on other data. */
#include "prove/internal.h"

#include "schema/work.h"

typedef struct stepping {
    proving *p;
    const pag_cell *cell, *by, *paid;
    pag_set score; /* as the table rounds it */
} stepping;

/* --- what is given at one score --- */

typedef struct scored {
    const pag_figure *by;
    pag_number score;
} scored;

static bool take_score(void *ud, const pag_figure *figure, pag_value *out)
{
    const scored *s = ud;
    if (figure != s->by) return false;
    *out = (pag_value){.kind = PAG_VALUE_NUMBER, .number = s->score};
    return true;
}

static bool rounded(const stepping *s, pag_number *x)
{
    const pag_cell *cell = s->cell;
    if (!cell->rounds) return true;
    return pag_number_round(s->p->arena, x, *x, cell->round_step, cell->round_mode) ==
           PAG_NUMBER_OK;
}

/* Where the end itself is no score, it is what the row comes to near it: the formula must then go
 * one way only, or it may turn there. */
static bool worked_out(const stepping *s, size_t row, const pag_end *at, pag_number *out)
{
    proving *p = s->p;
    pag_unit unit = pag_type_unit(s->by->type);
    scored known = {pag_reach_figure(p->reach, s->by),
                    pag_number_with_unit(p->arena, at->number, unit)};
    const pag_work work = {p->arena, &known, take_score};
    const pag_way *ways = pag_reach_give(p->reach, s->cell, row);
    pag_value value;
    if (!ways || (!at->inside && ways->end == PAG_WAY_ON)) return false;
    if (pag_way_work(&work, ways, &value) != PAG_WORKED) return false;
    if (value.kind != PAG_VALUE_NUMBER) return false;
    *out = value.number;
    return rounded(s, out);
}

/* False where the row gives no number at all. */
static bool given_at(const stepping *s, size_t row, const pag_end *at, pag_cliff_side *out)
{
    const pag_give *give = pag_band_give(&s->cell->bands->rows[row], s->cell->give);
    if (!give || !(give->is_number || give->of.reference)) return false;
    *out = (pag_cliff_side){.known = !give->of.reference, .of = give};
    if (!give->of.reference) out->number = give->number;
    if (give->of.reference) out->known = worked_out(s, row, at, &out->number);
    return true;
}

/* --- who pays it --- */

typedef struct acting {
    const pag_cell *on;
    bool found;
} acting;

static void note_reading(void *ud, const pag_cell *read)
{
    acting *a = ud;
    a->found = a->found || read == a->on;
}

/* The figure to be paid of the same entry that is worked out from the cell. */
static const pag_cell *paid_by(proving *p, const pag_cell *cell)
{
    const pag_cell *paid = NULL;
    for (size_t i = 0; i < cell->group->n_cells; i++) {
        const pag_cell *c = &cell->group->cells[i];
        if (!c->payable) continue;
        acting a = {cell, false};
        pag_reach_reads(p->reach, c, note_reading, &a);
        if (!a.found) continue;
        if (paid) return NULL;
        paid = c;
    }
    return paid;
}

/* --- the edges --- */

static bool is_step(const pag_cliff_side *gave, const pag_cliff_side *gives)
{
    if (!gave->known || !gives->known) return true;
    return pag_number_order(gave->number, gives->number) != 0;
}

static void add(stepping *s, const pag_cliff *cliff)
{
    pag_proof *proof = s->p->proof;
    proof->cliffs = pag_list_grown(s->p->arena, proof->cliffs, proof->n_cliffs, &proof->room_cliffs,
                                   sizeof *proof->cliffs);
    proof->cliffs[proof->n_cliffs++] = *cliff;
}

static void look_at_rows(stepping *s)
{
    const pag_bands *table = s->cell->bands;
    pag_cliff cliff = {.cell = s->cell, .paid = s->paid};
    const pag_row_judged *rows = pag_prove_rows(s->p, table);
    bool before = false;
    for (size_t row = 0; row < table->n; row++) {
        pag_set part = pag_reach_row(s->p->reach, table, &s->score, row);
        if (part.empty || rows[row].verdict == PAG_REFUTED) continue;
        cliff.row = row;
        cliff.to = part.low.number;
        cliff.over = !part.low.inside;
        bool here = part.low.set && given_at(s, row, &part.low, &cliff.gives);
        if (before && here && is_step(&cliff.gave, &cliff.gives)) add(s, &cliff);
        before = part.high.set && given_at(s, row, &part.high, &cliff.gave);
        cliff.from = part.high.number;
        cliff.under = !part.high.inside;
    }
}

void pag_prove_cliffs(proving *p, const pag_cell *cell)
{
    if (cell->origin != PAG_LOOKED_UP || cell->bands->kind != PAG_TABLE_BANDS) return;
    if (!cell->bands->fixed || !pag_type_is_number(cell->type)) return;
    const pag_cell *by = &cell->group->cells[cell->by];
    stepping s = {.p = p, .cell = cell, .by = by};
    s.paid = paid_by(p, cell);
    s.score = pag_reach_rounded_score(p->reach, cell->bands, pag_reach_set(p->reach, by),
                                      pag_type_unit(by->type));
    look_at_rows(&s);
}

bool pag_prove_worth(const pag_proof_writing *w, const pag_cliff *c, pag_number *out)
{
    bool told = w->style->has_base && c->gave.known && c->gives.known;
    if (!told || c->cell->type != PAG_TYPE_PERCENT) return false;
    pag_number step, gave = pag_number_with_unit(w->arena, c->gave.number, PAG_PLAIN);
    pag_number gives = pag_number_with_unit(w->arena, c->gives.number, PAG_PLAIN);
    return pag_number_subtract(w->arena, &step, gives, gave) == PAG_NUMBER_OK &&
           pag_number_multiply(w->arena, out, w->style->base, step) == PAG_NUMBER_OK;
}
