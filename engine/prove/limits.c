/* Limits that are read by calls alone: whether any call can run, by a day that is not fixed, and
 * makes a difference to a condition or to what is paid. Those that a cell looks up are judged with
 * the cell (effects.c). */
#include "prove/internal.h"

#include "bind/bind.h"

typedef struct calling {
    pag_effects *e;
    pag_reach_value value;
    bool called;  /* in the formula at hand */
    bool obeyed;  /* by any */
    bool perhaps; /* by what is known to count by its name alone */
} calling;

/* A day that can only be one, or that the rules give where nobody writes it, finds the same row
 * whatever is evaluated. */
static bool is_fixed_day(const calling *c, const pag_answered *on, const pag_term *day)
{
    const pag_cell *cell = day->kind == PAG_TERM_FIGURE ? day->figure->cell : NULL;
    pag_set days = pag_reach_term(c->e->p->open, on, day);
    return (cell && cell->value.kind != PAG_VALUE_NONE) ||
           pag_set_count(c->e->p->arena, &days, 2) == 1;
}

static void note_call(void *ud, const pag_answered *on, const pag_way *way)
{
    calling *c = ud;
    const pag_question *q = &way->question;
    if (q->kind != PAG_ASKED_ROW || q->table != c->value.table) return;
    bool fixed = q->table->kind == PAG_TABLE_DATED && is_fixed_day(c, on, q->a);
    c->called = c->called || !fixed;
}

static bool minds(const calling *c, const pag_cell *cell, const pag_group *group,
                  const pag_formula *formula)
{
    return formula->reference && pag_reach_minds(c->e->p->open, cell, group, formula, &c->value);
}

static void look_at_cell(calling *c, const pag_cell *cell)
{
    bool counts = pag_seen_has(&c->e->cells, cell);
    c->called = false;
    if (!counts && !pag_seen_has(&c->e->named, cell)) return;
    pag_reach_cell_asks(c->e->p->open, cell, note_call, c);
    if (!c->called) return;
    bool obeyed = cell->origin == PAG_LOOKED_UP || minds(c, cell, cell->group, &cell->of);
    for (size_t i = 0; i < cell->n_unless && !obeyed; i++) {
        obeyed = minds(c, NULL, cell->group, &cell->unless[i].when);
    }
    c->obeyed = obeyed && counts;
    c->perhaps = c->perhaps || obeyed;
}

static void look_at_condition(calling *c, const pag_group *group, const pag_formula *of)
{
    const pag_way *ways = pag_reach_test(c->e->p->open, group, of);
    c->called = false;
    if (ways) pag_reach_asks(c->e->p->open, &pag_reach_nothing, ways, note_call, c);
    c->obeyed = c->called && minds(c, NULL, group, of);
}

/* As deep as lists stand in lists. */
static void look_in(calling *c, const pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions && !c->obeyed; i++) {
        look_at_condition(c, group, &group->conditions[i].of);
    }
    for (size_t i = 0; i < group->n_cells && !c->obeyed; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) look_in(c, cell->list);
        if (!cell->list) look_at_cell(c, cell);
    }
}

/* Whether a cell is judged in its place; as deep as lists stand in lists. */
static bool is_of_a_cell(const pag_group *group, const pag_reach_value *value)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        bool looks = cell->bands == value->table && pag_str_equal(cell->give, value->key);
        if (looks || (cell->list && is_of_a_cell(cell->list, value))) return true;
    }
    return false;
}

/* That a cell which names it has no effect is told there. */
static bool is_told(const proving *p, const pag_bands *table)
{
    for (size_t i = 0; i < p->proof->n_claims; i++) {
        const pag_claim *claim = &p->proof->claims[i];
        if (claim->told && claim->cell && claim->cell->limit == table) return true;
    }
    return false;
}

static void tell(const calling *c, pag_pos used)
{
    proving *p = c->e->p;
    const pag_bands *table = c->value.table;
    pag_str label = pag_table_label(table), key = c->value.key;
    if (key.len) label = pag_text_join(p->arena, 4, label, PAG_STR(" ("), key, PAG_STR(")"));
    pag_claim *claim = pag_prove_claim(p, (pag_claim){.kind = PAG_CLAIM_READ, .table = table});
    bool perhaps = c->perhaps || c->e->lost.n > 0;
    claim->verdict = perhaps ? PAG_NOT_PROVEN : PAG_REFUTED;
    pag_prove_tell(p, claim, perhaps ? PAG_W1145 : PAG_E1144, used, 1, &label);
}

static void judge_value(pag_effects *e, pag_reach_value value, pag_pos used)
{
    calling c = {.e = e, .value = value};
    size_t n = pag_pack_subjects(e->p->pack);
    for (size_t i = 0; i < n; i++) {
        if (is_of_a_cell(pag_pack_subject(e->p->pack, i), &value)) return;
    }
    for (size_t i = 0; i < n && !c.obeyed; i++) look_in(&c, pag_pack_subject(e->p->pack, i));
    if (!c.obeyed && !is_told(e->p, value.table)) tell(&c, used);
}

static bool has_given(const pag_bands *table, size_t rows, pag_str key)
{
    for (size_t r = 0; r < rows; r++) {
        if (pag_band_give(&table->rows[r], key)) return true;
    }
    return false;
}

/* Texts are looked up for the error that there is outside their rows. */
static void judge_table(pag_effects *e, const pag_bands *table, pag_pos used)
{
    for (size_t r = 0; r < table->n; r++) {
        for (size_t i = 0; i < table->rows[r].n_gives; i++) {
            const pag_give *give = &table->rows[r].gives[i];
            if (!give->is_number || has_given(table, r, give->key)) continue;
            judge_value(e, (pag_reach_value){table, give->key}, used);
        }
    }
}

void pag_prove_limits(proving *p, pag_effects *effects)
{
    const pag_bands *table;
    pag_pos used;
    for (size_t i = 0; pag_bind_limit(pag_pack_bind(p->pack), i, &table, &used); i++) {
        if (!effects) effects = pag_prove_effects(p);
        judge_table(effects, table, used);
    }
}
