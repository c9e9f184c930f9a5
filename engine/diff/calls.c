/* A table that formulas call: what the calls can look up, by all ways through the formulas, and for
 * what of that it gives something else. */
#include "diff/internal.h"

typedef struct calling {
    pag_comparing *c;
    pag_str caller; /* whose formula it is */
    pag_call_list *calls;
} calling;

/* A formula comes to one call on several ways, each with some of the scores. */
static void note_call(const calling *k, const pag_called *called)
{
    pag_arena *arena = k->c->scratch;
    for (size_t i = 0; i < k->calls->n; i++) {
        pag_called *known = &k->calls->at[i];
        if (known->by != called->by || known->unit != called->unit) continue;
        known->scores = pag_set_unite(arena, known->scores, called->scores);
        return;
    }
    PAG_LIST_ADD(arena, k->calls, *called);
}

static void look_for_call(void *ud, const pag_answered *on, const pag_way *way)
{
    const calling *k = ud;
    const pag_question *q = &way->question;
    if (q->kind != PAG_ASKED_ROW || q->table != k->c->tables[0]) return;
    pag_called called = {.caller = k->caller, .unit = q->a->unit, .scores = pag_set_empty()};
    if (q->a->kind == PAG_TERM_FIGURE) called.by = q->a->figure->cell;
    if (q->table->kind == PAG_TABLE_BANDS) {
        called.scores = pag_reach_term(k->c->reach[0], on, q->a);
    }
    note_call(k, &called);
}

/* Others do not name the table, nor a function that does. */
static bool may_call(void *ud, const pag_formula *formula)
{
    const calling *k = ud;
    return pag_touches(&k->c->touch, formula->text);
}

static void look_in_test(calling *k, const pag_group *group, const pag_formula *test)
{
    pag_reach *reach = k->c->reach[0];
    const pag_way *ways = may_call(k, test) ? pag_reach_test(reach, group, test) : NULL;
    if (ways) pag_reach_asks(reach, &pag_reach_nothing, ways, look_for_call, k);
}

/* What stands there already says the same. */
static bool is_told(const pag_comparing *c, size_t from, const pag_diff_range *range)
{
    bool told = false;
    for (size_t i = from; i < c->n_ranges && !told; i++) {
        const pag_diff_range *r = &c->ranges[i];
        told = pag_str_equal(r->key, range->key) && r->count == range->count &&
               pag_str_equal(r->gives[0], range->gives[0]) &&
               pag_str_equal(r->gives[1], range->gives[1]);
        for (int end = 0; end < 2 && told; end++) {
            told = r->bounded[end] == range->bounded[end] &&
                   (!r->bounded[end] || (r->inside[end] == range->inside[end] &&
                                         pag_number_order(r->ends[end], range->ends[end]) == 0));
        }
    }
    return told;
}

/* All calls of one caller; two that find the same are told once. */
static void compare_calls(pag_comparing *c, const pag_call_list *calls)
{
    size_t from = c->n_ranges, n = from;
    for (size_t i = 0; i < calls->n; i++) pag_called_compare(c, &calls->at[i]);
    size_t all = c->n_ranges;
    for (size_t i = from; i < all; i++) {
        const pag_diff_range range = c->ranges[i];
        c->n_ranges = n;
        if (!is_told(c, from, &range)) c->ranges[n++] = range;
    }
    c->n_ranges = n;
}

/* As deep as lists nest. */
static void look_in_group(pag_comparing *c, const pag_group *group)
{
    pag_call_list tests = {0};
    calling own = {c, pag_group_path(c->arena, group), &tests};
    for (size_t i = 0; i < group->n_conditions; i++) {
        look_in_test(&own, group, &group->conditions[i].of);
    }
    compare_calls(c, &tests);
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        pag_call_list calls = {0};
        calling k = {c, pag_cell_path(c->arena, cell), &calls};
        if (cell->list) look_in_group(c, cell->list);
        pag_reach_formula_asks(c->reach[0], cell, may_call, look_for_call, &k);
        compare_calls(c, &calls);
    }
}

void pag_calls_compare(pag_comparing *c)
{
    if (!c->tables[0] || !c->tables[1]) return;
    for (size_t i = 0; i < pag_pack_subjects(c->packs[0]); i++) {
        look_in_group(c, pag_pack_subject(c->packs[0], i));
    }
}
