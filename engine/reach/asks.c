/* Every place where formulas ask something: on the ways through them, and within the functions that
 * go over the entries of a list. */
#include "reach/internal.h"

typedef struct asking {
    pag_trail trail;
    pag_reach_asker visit;
    void *ud;
} asking;

/* As deep as formulas branch. What functions over entries ask is asked where they are run, not
 * where what they gave is used: that may be on one of the ways alone. */
static void ask(asking *a, const pag_answered *on, const pag_way *ways)
{
    const pag_question *q = &ways->question;
    for (size_t i = 0; i < ways->n_inner; i++) ask(a, on, ways->inner[i]);
    if (ways->end != PAG_WAY_ON) return;
    a->visit(a->ud, on, ways);
    for (uint32_t i = 0; i < q->n; i++) {
        if (!ways->answers[i]) continue;
        pag_answered further = pag_trail_on(&a->trail, on, q, i);
        ask(a, &further, ways->answers[i]);
    }
}

void pag_reach_asks(pag_reach *r, const pag_answered *on, const pag_way *ways,
                    pag_reach_asker visit, void *ud)
{
    asking a = {.trail = {.arena = r->arena}, .visit = visit, .ud = ud};
    ask(&a, on, ways);
}

/* All formulas of a cell, or those that are wanted. */
typedef struct asking_all {
    pag_reach *reach;
    pag_reach_wanted wanted;
    pag_reach_asker visit;
    void *ud;
} asking_all;

static bool is_wanted(const asking_all *a, const pag_formula *formula)
{
    return formula->reference && (!a->wanted || a->wanted(a->ud, formula));
}

static void ask_ways(const asking_all *a, const pag_answered *on, const pag_way *ways)
{
    if (ways) pag_reach_asks(a->reach, on, ways, a->visit, a->ud);
}

static void ask_rows(const asking_all *a, const pag_cell *cell)
{
    for (size_t i = 0; i < cell->bands->n; i++) {
        const pag_band *row = &cell->bands->rows[i];
        const pag_edge *edges[] = {&row->low, &row->high};
        const pag_give *give = pag_band_give(row, cell->give);
        pag_answered on = pag_reach_nothing;
        if (give && is_wanted(a, &give->of)) {
            if (cell->by_kind == PAG_BY_CELL) on = pag_reach_in_row(a->reach, cell, i);
            ask_ways(a, &on, pag_reach_give(a->reach, cell, i));
        }
        for (int e = 0; e < 2; e++) {
            if (edges[e]->kind != PAG_EDGE_FORMULA || !is_wanted(a, &edges[e]->of)) continue;
            ask_ways(a, &pag_reach_nothing, pag_reach_edge(a->reach, cell, edges[e]));
        }
    }
}

void pag_reach_formula_asks(pag_reach *r, const pag_cell *cell, pag_reach_wanted wanted,
                            pag_reach_asker visit, void *ud)
{
    const asking_all a = {r, wanted, visit, ud};
    if (is_wanted(&a, &cell->of)) ask_ways(&a, &pag_reach_nothing, pag_reach_ways(r, cell));
    if (cell->origin == PAG_LOOKED_UP) ask_rows(&a, cell);
    for (size_t i = 0; i < cell->n_unless; i++) {
        const pag_formula *when = &cell->unless[i].when;
        if (!is_wanted(&a, when)) continue;
        ask_ways(&a, &pag_reach_nothing, pag_reach_test(r, cell->group, when));
    }
}

void pag_reach_cell_asks(pag_reach *r, const pag_cell *cell, pag_reach_asker visit, void *ud)
{
    pag_reach_formula_asks(r, cell, NULL, visit, ud);
}
