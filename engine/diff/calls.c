/* A table that formulas call: what the calls can look up, by all ways through the formulas, and for
 * what of that it gives something else. */
#include "diff/internal.h"

typedef struct calling {
    pag_comparing *c;
    pag_str caller; /* whose formula it is */
} calling;

static void look_in_way(const calling *k, const pag_answered *on, const pag_way *way);

/* As deep as the formula is nested. */
static void look_in_term(const calling *k, const pag_term *term)
{
    if (term->body) look_in_way(k, &pag_reach_nothing, term->body);
    if (term->test) look_in_way(k, &pag_reach_nothing, term->test);
    for (size_t i = 0; i < term->n; i++) look_in_term(k, term->of[i]);
}

static void look_in_question(const calling *k, const pag_answered *on, const pag_question *q)
{
    if (q->a) look_in_term(k, q->a);
    if (q->b) look_in_term(k, q->b);
    if (q->test) look_in_way(k, &pag_reach_nothing, q->test);
    if (q->kind != PAG_ASKED_ROW || q->table != k->c->tables[0]) return;
    pag_called called = {.caller = k->caller, .unit = q->a->unit};
    if (q->a->kind == PAG_TERM_FIGURE) called.by = q->a->figure->cell;
    if (q->table->kind == PAG_TABLE_BANDS) {
        called.scores = pag_reach_term(k->c->reach[0], on, q->a);
    }
    pag_called_compare(k->c, &called);
}

/* As deep as formulas branch, which their budget bounds. */
static void look_in_way(const calling *k, const pag_answered *on, const pag_way *way)
{
    if (way->end == PAG_WAY_VALUE && way->value.kind == PAG_VALUE_TERM) {
        look_in_term(k, way->value.term);
    }
    if (way->end != PAG_WAY_ON) return;
    look_in_question(k, on, &way->question);
    for (uint32_t i = 0; i < way->question.n; i++) {
        if (!way->answers[i]) continue;
        pag_answered further = pag_reach_on(k->c->reach[0], on, &way->question, i);
        look_in_way(k, &further, way->answers[i]);
    }
}

static void look_in_formula(pag_comparing *c, const pag_formula *formula, const pag_way *ways,
                            pag_str caller)
{
    const calling k = {c, caller};
    if (!formula->reference || !pag_touches(&c->touch, formula->text)) return;
    if (ways) look_in_way(&k, &pag_reach_nothing, ways);
}

/* As deep as lists nest. */
static void look_in_group(pag_comparing *c, const pag_group *group)
{
    pag_reach *reach = c->reach[0];
    pag_str place = pag_group_path(c->arena, group);
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_formula *of = &group->conditions[i].of;
        look_in_formula(c, of, pag_reach_test(reach, group, of), place);
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        pag_str path = pag_cell_path(c->arena, cell);
        if (cell->list) look_in_group(c, cell->list);
        if (cell->of.reference) look_in_formula(c, &cell->of, pag_reach_ways(reach, cell), path);
        for (size_t u = 0; u < cell->n_unless; u++) {
            const pag_formula *when = &cell->unless[u].when;
            look_in_formula(c, when, pag_reach_test(reach, group, when), path);
        }
        for (size_t row = 0; cell->bands && row < cell->bands->n; row++) {
            const pag_give *give = pag_band_give(&cell->bands->rows[row], cell->give);
            if (!give || !give->of.reference) continue;
            look_in_formula(c, &give->of, pag_reach_give(reach, cell, row), path);
        }
    }
}

void pag_calls_compare(pag_comparing *c)
{
    if (!c->tables[0] || !c->tables[1]) return;
    for (size_t i = 0; i < pag_pack_subjects(c->packs[0]); i++) {
        look_in_group(c, pag_pack_subject(c->packs[0], i));
    }
}
