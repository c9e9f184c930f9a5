/* What figures are worked out from, as the ways through formulas and the tables say. */
#include "reach/internal.h"

typedef struct reading {
    pag_reach_reader visit;
    void *ud;
} reading;

static void read_way(const reading *to, const pag_way *way);

static void read_figure(const reading *to, const pag_figure *figure)
{
    if (figure) to->visit(to->ud, figure->cell);
}

/* As deep as terms are built. */
static void read_term(const reading *to, const pag_term *term)
{
    if (!term) return;
    read_figure(to, term->figure);
    for (size_t i = 0; i < term->n; i++) read_term(to, term->of[i]);
    if (term->body) read_way(to, term->body);
    if (term->test) read_way(to, term->test);
    if (term->list && term->list->group->parent) {
        to->visit(to->ud, pag_group_cell(term->list->group->parent, term->list->group->name));
    }
}

/* As deep as formulas branch. */
static void read_way(const reading *to, const pag_way *way)
{
    if (way->end == PAG_WAY_VALUE && way->value.kind == PAG_VALUE_TERM) {
        read_term(to, way->value.term);
    }
    if (way->end != PAG_WAY_ON) return;
    read_term(to, way->question.a);
    read_term(to, way->question.b);
    read_figure(to, way->question.figure);
    if (way->question.test) read_way(to, way->question.test);
    for (uint32_t i = 0; i < way->question.n; i++) {
        if (way->answers[i]) read_way(to, way->answers[i]);
    }
}

void pag_reach_way_reads(const pag_way *way, pag_reach_reader visit, void *ud)
{
    const reading to = {visit, ud};
    if (way) read_way(&to, way);
}

static void read_rows(pag_reach *r, const pag_cell *cell, const reading *to)
{
    if (cell->by_kind == PAG_BY_CELL) to->visit(to->ud, &cell->group->cells[cell->by]);
    for (size_t i = 0; i < cell->bands->n; i++) {
        const pag_way *way = pag_reach_give(r, cell, i);
        const pag_edge *edges[] = {&cell->bands->rows[i].low, &cell->bands->rows[i].high};
        if (way) read_way(to, way);
        for (int e = 0; e < 2; e++) {
            const pag_way *edge = pag_reach_edge(r, cell, edges[e]);
            if (edge) read_way(to, edge);
        }
    }
}

void pag_reach_reads(pag_reach *r, const pag_cell *cell, pag_reach_reader visit, void *ud)
{
    const reading to = {visit, ud};
    const pag_way *ways = cell->of.reference ? pag_reach_ways(r, cell) : NULL;
    if (ways) read_way(&to, ways);
    if (cell->origin == PAG_LOOKED_UP) read_rows(r, cell, &to);
    if (cell->split) {
        visit(ud, &cell->group->parent->cells[cell->split->whole]);
        visit(ud, &cell->group->cells[cell->split->by]);
    }
    for (size_t i = 0; i < cell->n_unless; i++) {
        const pag_way *way = pag_reach_test(r, cell->group, &cell->unless[i].when);
        if (way) read_way(&to, way);
    }
}
