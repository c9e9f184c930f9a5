/* What has an effect: all that the conditions of a pack, and what it pays, rest on. A cell that
 * reads a limit and is not among that could as well not be there, whoever else reads it: the limit
 * is obeyed by nothing. */
#include "bind/bind.h"
#include "prove/internal.h"
#include "script/outline.h"

/* Its ways have been followed already; `all`: and nothing else than figures counts on them. */
static void take_formula(pag_effects *e, const pag_formula *of, const pag_way *ways, bool all)
{
    const pag_diagnostic *why;
    if (!of->reference) return;
    if (!all) pag_prove_add_names(e->p, &e->names, of->text);
    if (pag_way_is_lost(ways, &why)) PAG_LIST_ADD(e->p->arena, &e->lost, of);
}

/* What the rows of its table give, and where they end. */
static void take_rows(pag_effects *e, const pag_cell *cell, bool all)
{
    pag_reach *r = e->p->open;
    for (size_t i = 0; i < cell->bands->n; i++) {
        const pag_band *row = &cell->bands->rows[i];
        const pag_edge *edges[] = {&row->low, &row->high};
        const pag_give *give = pag_band_give(row, cell->give);
        if (give && give->of.reference) take_formula(e, &give->of, pag_reach_give(r, cell, i), all);
        for (int k = 0; k < 2; k++) {
            if (edges[k]->kind != PAG_EDGE_FORMULA) continue;
            take_formula(e, &edges[k]->of, pag_reach_edge(r, cell, edges[k]), all);
        }
    }
}

/* As deep as figures rest on one another. */
static void take_cell(void *ud, const pag_cell *cell)
{
    pag_effects *e = ud;
    pag_reach *r = e->p->open;
    if (!cell || pag_seen_has(&e->cells, cell) || !pag_seen_add(e->into, cell)) return;
    bool all = pag_reach_reads(r, cell, take_cell, e);
    take_formula(e, &cell->of, cell->of.reference ? pag_reach_ways(r, cell) : NULL, all);
    if (cell->origin == PAG_LOOKED_UP) take_rows(e, cell, all);
    for (size_t i = 0; i < cell->n_unless; i++) {
        const pag_formula *when = &cell->unless[i].when;
        take_formula(e, when, pag_reach_test(r, cell->group, when), all);
    }
}

/* As deep as lists stand in lists. */
static void take_group(pag_effects *e, const pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_formula *of = &group->conditions[i].of;
        const pag_way *ways = pag_reach_test(e->p->open, group, of);
        bool all = pag_reach_way_reads(ways, take_cell, e);
        take_formula(e, of, ways, all);
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->payable) take_cell(e, cell);
        if (cell->list) take_group(e, cell->list);
    }
}

/* What loops and lists read is seen by its name alone. True when any was new. */
static bool take_named(pag_effects *e, const pag_group *group)
{
    bool any = false;
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) any = take_named(e, cell->list) || any;
        if (pag_seen_has(&e->cells, cell) || pag_seen_has(&e->named, cell)) continue;
        if (!pag_prove_has_name(&e->names, cell->name)) continue;
        take_cell(e, cell);
        any = true;
    }
    return any;
}

pag_effects *pag_prove_effects(proving *p)
{
    pag_effects *e = PAG_NEW(p->arena, pag_effects);
    *e = (pag_effects){.p = p, .cells = {.arena = p->arena}, .named = {.arena = p->arena}};
    e->into = &e->cells;
    for (size_t i = 0; i < pag_pack_subjects(p->pack); i++) {
        take_group(e, pag_pack_subject(p->pack, i));
    }
    e->into = &e->named;
    for (bool any = true; any;) {
        any = false;
        for (size_t i = 0; i < pag_pack_subjects(p->pack); i++) {
            any = take_named(e, pag_pack_subject(p->pack, i)) || any;
        }
    }
    return e;
}

/* --- what could be read where nothing was followed --- */

/* Whether the function is the formula of a cell or a condition, or stands in one. */
static bool is_of_formula(const pag_outline *outline, const pag_outline_function *function)
{
    while (function->parent >= 0) function = &outline->functions[function->parent];
    return function->of;
}

/* Whether a function that formulas can call names the cell, or may read it without. */
static bool may_be_read_by_function(proving *p, const pag_cell *cell)
{
    for (size_t i = 0; i < pag_pack_files(p->pack); i++) {
        uint32_t source;
        (void)pag_pack_file(p->pack, i, &source);
        const pag_outline *outline = pag_bind_outline(pag_pack_bind(p->pack), source);
        for (size_t f = 0; outline && f < outline->n_functions; f++) {
            const pag_outline_function *function = &outline->functions[f];
            if (is_of_formula(outline, function)) continue;
            if (pag_str_names(function->text, cell->name)) return true;
            if (pag_bind_reads_unnamed(outline, function->text)) return true;
        }
    }
    return false;
}

/* A formula that is lost may call such a function, or put a name together. */
static bool may_be_read(const pag_effects *e, const pag_cell *cell)
{
    for (size_t i = 0; i < e->lost.n; i++) {
        const pag_formula *of = e->lost.at[i];
        const pag_outline *outline = pag_bind_outline(pag_pack_bind(e->p->pack), of->pos.source);
        if (!outline || pag_bind_reads_unnamed(outline, of->text)) return true;
    }
    return e->lost.n && may_be_read_by_function(e->p, cell);
}

void pag_prove_limit(pag_effects *e, const pag_cell *cell)
{
    proving *p = e->p;
    pag_claim *claim = pag_prove_claim(p, (pag_claim){.kind = PAG_CLAIM_READ, .cell = cell});
    if (pag_seen_has(&e->cells, cell)) return;
    const pag_str arguments[] = {cell->name, pag_table_label(cell->limit)};
    /* The name may be another one's, that is called so too. */
    bool perhaps = pag_seen_has(&e->named, cell) || may_be_read(e, cell);
    claim->verdict = perhaps ? PAG_NOT_PROVEN : PAG_REFUTED;
    pag_prove_tell(p, claim, perhaps ? PAG_W1128 : PAG_E1127, cell->pos, 2, arguments);
}
