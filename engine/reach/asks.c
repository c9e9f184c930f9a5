/* Every place where formulas ask something: on the ways through them, and within the functions that
 * go over the entries of a list. */
#include "reach/internal.h"

typedef struct asking {
    pag_trail trail;
    pag_reach_asker visit;
    void *ud;
} asking;

static void ask(asking *a, const pag_answered *on, const pag_way *ways);

/* As deep as terms are built. */
static void ask_term(asking *a, const pag_answered *on, const pag_term *term)
{
    if (!term) return;
    for (size_t i = 0; i < term->n; i++) ask_term(a, on, term->of[i]);
    if (term->body) ask(a, on, term->body);
    if (term->test) ask(a, on, term->test);
}

/* As deep as formulas branch. */
static void ask(asking *a, const pag_answered *on, const pag_way *ways)
{
    const pag_question *q = &ways->question;
    if (ways->end == PAG_WAY_VALUE && ways->value.kind == PAG_VALUE_TERM) {
        ask_term(a, on, ways->value.term);
    }
    if (ways->end != PAG_WAY_ON) return;
    a->visit(a->ud, on, ways);
    ask_term(a, on, q->a);
    ask_term(a, on, q->b);
    if (q->test) ask(a, on, q->test);
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

static void ask_rows(pag_reach *r, const pag_cell *cell, pag_reach_asker visit, void *ud)
{
    for (size_t i = 0; i < cell->bands->n; i++) {
        const pag_band *row = &cell->bands->rows[i];
        const pag_edge *edges[] = {&row->low, &row->high};
        const pag_way *give = pag_reach_give(r, cell, i);
        pag_answered on = pag_reach_nothing;
        if (give && cell->by_kind == PAG_BY_CELL) on = pag_reach_in_row(r, cell, i);
        if (give) pag_reach_asks(r, &on, give, visit, ud);
        for (int e = 0; e < 2; e++) {
            const pag_way *edge = pag_reach_edge(r, cell, edges[e]);
            if (edge) pag_reach_asks(r, &pag_reach_nothing, edge, visit, ud);
        }
    }
}

void pag_reach_cell_asks(pag_reach *r, const pag_cell *cell, pag_reach_asker visit, void *ud)
{
    const pag_way *ways = cell->of.reference ? pag_reach_ways(r, cell) : NULL;
    if (ways) pag_reach_asks(r, &pag_reach_nothing, ways, visit, ud);
    if (cell->origin == PAG_LOOKED_UP) ask_rows(r, cell, visit, ud);
    for (size_t i = 0; i < cell->n_unless; i++) {
        const pag_way *when = pag_reach_test(r, cell->group, &cell->unless[i].when);
        if (when) pag_reach_asks(r, &pag_reach_nothing, when, visit, ud);
    }
}
