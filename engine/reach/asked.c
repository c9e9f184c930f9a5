/* What tables are asked for, by the cells that look them up and by the formulas that call them. */
#include "reach/internal.h"

/* Few numbers one by one: two lists together are exact, two spans are not. */
static pag_set together(pag_reach *r, pag_set a, pag_set b)
{
    const pag_set *both[] = {&a, &b};
    pag_set listed[2];
    for (int i = 0; i < 2; i++) {
        size_t n = both[i]->n ? 0 : pag_set_count(r->arena, both[i], PAG_SET_MOST);
        listed[i] = n ? pag_set_of(r->arena, pag_set_list(r->arena, both[i], n), n) : *both[i];
    }
    return pag_set_unite(r->arena, listed[0], listed[1]);
}

/* --- by formulas --- */

static pag_table_asked *called(pag_reach *r, const pag_bands *table)
{
    for (size_t i = 0; i < r->called.n; i++) {
        if (r->called.at[i].table == table) return &r->called.at[i];
    }
    PAG_LIST_ADD(r->arena, &r->called,
                 (pag_table_asked){.table = table, .scores = pag_set_empty()});
    return &r->called.at[r->called.n - 1];
}

static void note_call(void *ud, const pag_answered *on, const pag_way *way)
{
    pag_reach *r = ud;
    const pag_question *q = &way->question;
    if (q->kind != PAG_ASKED_ROW) return;
    pag_table_asked *c = called(r, q->table);
    if (q->table->kind == PAG_TABLE_KEYED) return;
    c->scores = together(r, c->scores, pag_reach_term(r, on, q->a));
    c->unit = q->a->unit;
}

/* As deep as lists stand in lists. */
static void note_calls(pag_reach *r, const pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_way *ways = pag_reach_test(r, group, &group->conditions[i].of);
        if (ways) pag_reach_asks(r, &pag_reach_nothing, ways, note_call, r);
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        pag_reach_cell_asks(r, &group->cells[i], note_call, r);
        if (group->cells[i].list) note_calls(r, group->cells[i].list);
    }
}

static void find_calls(pag_reach *r)
{
    if (r->calls_known) return;
    r->calls_known = true;
    for (size_t i = 0; i < pag_pack_subjects(r->pack); i++) {
        note_calls(r, pag_pack_subject(r->pack, i));
    }
}

/* Also by a formula that could not be followed to its end. */
static void ask_by_calls(pag_reach *r, pag_asked *asked, const pag_bands *table)
{
    find_calls(r);
    for (size_t i = 0; i < table->n; i++) {
        bool looked = pag_reach_is_looked(r, table, i);
        asked->rows[i] = asked->rows[i] || looked;
        asked->used = asked->used || looked;
    }
    for (size_t i = 0; i < r->called.n; i++) {
        const pag_table_asked *c = &r->called.at[i];
        if (c->table != table) continue;
        asked->used = true;
        if (asked->scores.empty) asked->unit = c->unit;
        asked->scores = together(r, asked->scores, c->scores);
    }
}

/* --- by cells --- */

static void ask_by_cell(pag_reach *r, pag_asked *asked, const pag_cell *cell)
{
    for (size_t i = 0; i < cell->bands->n; i++) {
        asked->rows[i] = asked->rows[i] || pag_reach_can_be_found(r, cell, i);
    }
    asked->used = true;
    if (cell->bands->kind == PAG_TABLE_KEYED) return;
    if (asked->scores.empty) asked->unit = pag_reach_looked_up_unit(cell);
    asked->scores = together(r, asked->scores, pag_reach_looked_up_by(r, cell));
}

/* As deep as lists stand in lists. */
static void ask_by_cells(pag_reach *r, pag_asked *asked, const pag_bands *table,
                         const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) ask_by_cells(r, asked, table, cell->list);
        if (cell->origin == PAG_LOOKED_UP && cell->bands == table) ask_by_cell(r, asked, cell);
    }
}

pag_asked pag_reach_asked(pag_reach *r, const pag_bands *table)
{
    pag_asked asked = {.scores = pag_set_empty(),
                       .rows = PAG_NEW_ARRAY(r->arena, bool, table->n + 1)};
    for (size_t i = 0; i < pag_pack_subjects(r->pack); i++) {
        ask_by_cells(r, &asked, table, pag_pack_subject(r->pack, i));
    }
    ask_by_calls(r, &asked, table);
    return asked;
}
