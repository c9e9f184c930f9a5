/* What figures are worked out from, as the ways through formulas and the tables say. */
#include "reach/internal.h"

#include "base/seen.h"

typedef struct reading {
    pag_reach_reader visit;
    void *ud;
    bool *only; /* cleared where more than figures counts */
} reading;

static void read_way(const reading *to, const pag_way *way);

/* Of another entry with the refs that lead there. */
static void read_figure(const reading *to, const pag_figure *figure)
{
    for (const pag_figure *f = figure; f; f = f->entry->by) to->visit(to->ud, f->cell);
}

static void read_list(const reading *to, const pag_list *list)
{
    const pag_group *within = list ? list->group->parent : NULL;
    if (within) to->visit(to->ud, pag_group_cell(within, list->group->name));
}

/* As deep as terms are built. */
static void read_term(const reading *to, const pag_term *term)
{
    if (!term) return;
    bool period = term->kind == PAG_TERM_DAY || term->kind == PAG_TERM_YEAR;
    if (period || term->list) *to->only = false;
    read_figure(to, term->figure);
    for (size_t i = 0; i < term->n; i++) read_term(to, term->of[i]);
    if (term->body) read_way(to, term->body);
    if (term->test) read_way(to, term->test);
    read_list(to, term->list);
}

/* As deep as formulas branch. */
static void read_way(const reading *to, const pag_way *way)
{
    if (way->end == PAG_WAY_UNKNOWN) *to->only = false;
    if (way->end == PAG_WAY_VALUE && way->value.kind == PAG_VALUE_TERM) {
        read_term(to, way->value.term);
    }
    if (way->end != PAG_WAY_ON) return;
    if (way->question.kind == PAG_ASKED_SAME || way->question.kind == PAG_ASKED_ENTRIES) {
        *to->only = false;
    }
    read_term(to, way->question.a);
    read_term(to, way->question.b);
    read_figure(to, way->question.figure);
    read_list(to, way->question.list);
    if (way->question.test) read_way(to, way->question.test);
    for (uint32_t i = 0; i < way->question.n; i++) {
        if (way->answers[i]) read_way(to, way->answers[i]);
    }
}

static void read_ways(const reading *to, const pag_way *ways)
{
    if (ways) read_way(to, ways);
    if (!ways) *to->only = false;
}

bool pag_reach_way_reads(const pag_way *ways, pag_reach_reader visit, void *ud)
{
    bool only = true;
    const reading to = {visit, ud, &only};
    read_ways(&to, ways);
    return only;
}

static void read_rows(pag_reach *r, const pag_cell *cell, const reading *to)
{
    if (cell->by_kind == PAG_BY_CELL) {
        to->visit(to->ud, &cell->group->cells[cell->by]);
    } else {
        *to->only = false;
    }
    for (size_t i = 0; i < cell->bands->n; i++) {
        const pag_band *row = &cell->bands->rows[i];
        const pag_edge *edges[] = {&row->low, &row->high};
        const pag_give *give = pag_band_give(row, cell->give);
        if (give && give->of.reference) read_ways(to, pag_reach_give(r, cell, i));
        for (int e = 0; e < 2; e++) {
            if (edges[e]->kind != PAG_EDGE_FORMULA) continue;
            read_ways(to, pag_reach_edge(r, cell, edges[e]));
        }
    }
}

bool pag_reach_reads(pag_reach *r, const pag_cell *cell, pag_reach_reader visit, void *ud)
{
    bool only = true;
    const reading to = {visit, ud, &only};
    if (cell->of.reference) read_ways(&to, pag_reach_ways(r, cell));
    if (cell->origin == PAG_LOOKED_UP) read_rows(r, cell, &to);
    if (cell->split) {
        only = false;
        visit(ud, &cell->group->parent->cells[cell->split->whole]);
        visit(ud, &cell->group->cells[cell->split->by]);
    }
    for (size_t i = 0; i < cell->n_unless; i++) {
        read_ways(&to, pag_reach_test(r, cell->group, &cell->unless[i].when));
    }
    return only;
}

/* --- through one another --- */

typedef struct resting {
    pag_reach *reach;
    pag_reach_reader visit;
    void *ud;
    pag_seen seen;
    bool only;
} resting;

/* As deep as figures rest on one another. */
static void rest_on(void *ud, const pag_cell *cell)
{
    resting *rests = ud;
    if (!pag_seen_add(&rests->seen, cell)) return;
    rests->visit(rests->ud, cell);
    if (!pag_reach_reads(rests->reach, cell, rest_on, rests)) rests->only = false;
}

bool pag_reach_test_rests(pag_reach *r, const pag_group *group, const pag_formula *formula,
                          pag_reach_reader visit, void *ud)
{
    resting rests = {r, visit, ud, {.arena = r->arena}, true};
    const reading to = {rest_on, &rests, &rests.only};
    read_ways(&to, pag_reach_test(r, group, formula));
    return rests.only;
}

bool pag_reach_rests(pag_reach *r, const pag_cell *cell, pag_reach_reader visit, void *ud)
{
    resting rests = {r, visit, ud, {.arena = r->arena}, true};
    bool only = pag_reach_reads(r, cell, rest_on, &rests);
    return only && rests.only;
}
