/* What no test reaches, told where the rules have it, with the row of a test that would. */
#include "ruletest/coverage.h"

#include "base/scalar.h"

typedef struct telling {
    pag_coverage *c;
    pag_diagnostics *diags;
    const pag_aim *reach;
} telling;

static pag_arena *arena_of(const telling *t)
{
    return pag_diagnostics_arena(t->diags);
}

/* "table: s.list, given: [total], expect: [percent], rows: [[41, …]]" */
static pag_str row_text(const telling *t, pag_str value)
{
    const pag_reached_table *table = t->reach->table;
    pag_text out = {.arena = arena_of(t)};
    pag_text_put(&out, PAG_STR("table: "));
    pag_text_put(&out, pag_reached_way(arena_of(t), table->looks->group));
    pag_text_put(&out, PAG_STR(", given: ["));
    pag_text_put(&out, table->by->name);
    pag_text_put(&out, PAG_STR("], expect: ["));
    pag_text_put(&out, table->looks->name);
    pag_text_put(&out, PAG_STR("], rows: [["));
    pag_text_put(&out, value);
    pag_text_put(&out, PAG_STR(", …]]"));
    return pag_text_str(&out);
}

/* --- rows --- */

/* A score in the row, however far from its edges; "…" where none can be told. `own`: a row of a
 * test can have it. */
static pag_str score_in(const telling *t, bool *own)
{
    pag_number score;
    const pag_reached_table *table = t->reach->table;
    if (!pag_row_score(t->c, table, t->reach->row, &score)) return PAG_STR("…");
    *own = *own && pag_score_is_of_cell(t->c, table, score);
    return pag_reached_number(t->c, score);
}

/* A period in the row, within the year that the rules are for. */
static pag_str period_in(const telling *t, const pag_band *row)
{
    pag_pos said;
    pag_arena *arena = arena_of(t);
    int64_t year = pag_pack_year(t->c->pack, &said);
    pag_number from = row->low.number, to = from;
    if (row->high.kind == PAG_EDGE_NUMBER) to = row->high.number;
    if (year) {
        pag_number first = pag_date_of_year(year, false), last = pag_date_of_year(year, true);
        bool open = row->high.kind != PAG_EDGE_NUMBER || pag_number_order(to, last) > 0;
        if (pag_number_order(from, first) < 0) from = first;
        if (open) to = last;
    }
    return pag_text_join(arena, 5, PAG_STR("{from: "), pag_number_written(arena, from),
                         PAG_STR(", to: "), pag_number_written(arena, to), PAG_STR("}"));
}

/* A word as a test file writes it. */
static pag_str word_text(pag_arena *arena, pag_str word)
{
    pag_text out = {.arena = arena};
    pag_text_put_scalar(&out, word, true);
    return pag_text_str(&out);
}

static void tell_row(const telling *t)
{
    const pag_aim *r = t->reach;
    const pag_bands *bands = r->table->bands;
    const pag_band *row = &bands->rows[r->row];
    bool dated = bands->kind == PAG_TABLE_DATED;
    if (dated && !r->table->by) {
        pag_diag_add(t->diags, PAG_W0975, r->pos, 2, bands->name, period_in(t, row));
        return;
    }
    pag_str value = word_text(arena_of(t), row->key);
    if (dated) value = pag_number_written(arena_of(t), row->low.number);
    bool own = r->table->by;
    if (bands->kind == PAG_TABLE_BANDS) value = score_in(t, &own);
    if (own) {
        pag_diag_add(t->diags, PAG_W0973, r->pos, 2, bands->name, row_text(t, value));
    } else {
        pag_diag_add(t->diags, PAG_W0974, r->pos, 2, bands->name, value);
    }
}

/* --- edges --- */

static void tell_side(const telling *t, int side)
{
    static const pag_code suggested[] = {PAG_W0976, PAG_W0977, PAG_W0978};
    static const pag_code by_formula[] = {PAG_W0979, PAG_W0980, PAG_W0981};
    static const pag_code worked_out[] = {PAG_W0990, PAG_W0991, PAG_W0992};
    static const pag_code by_hand[] = {PAG_W0993, PAG_W0994, PAG_W0995};
    pag_number score;
    const pag_aim *r = t->reach;
    pag_str name = r->table->bands->name;
    if (!pag_edge_score(t->c, r, side, &score)) {
        pag_diag_add(t->diags, worked_out[side], r->pos, 1, name);
        return;
    }
    pag_str value = pag_reached_number(t->c, score);
    bool own = r->table->by && pag_score_is_of_cell(t->c, r->table, score);
    if (own && r->suggested[side]) {
        pag_diag_add(t->diags, suggested[side], r->pos, 2, name, row_text(t, value));
    } else if (own) {
        pag_diag_add(t->diags, by_hand[side], r->pos, 3, name,
                     pag_cell_path(arena_of(t), r->table->by), value);
    } else {
        pag_diag_add(t->diags, by_formula[side], r->pos, 2, name, value);
    }
}

static void tell_edge(const telling *t)
{
    for (int side = 0; side < PAG_SIDES; side++) {
        if (t->reach->wanted[side] && !t->reach->seen[side]) tell_side(t, side);
    }
}

/* --- lines and conditions --- */

static void tell_line(const telling *t)
{
    const pag_aim *r = t->reach;
    if (r->cell) {
        pag_diag_add(t->diags, PAG_W0971, r->pos, 1, pag_cell_path(arena_of(t), r->cell));
    } else {
        pag_diag_add(t->diags, PAG_W0972, r->pos, 0);
    }
}

static void tell_unless(const telling *t)
{
    const pag_aim *r = t->reach;
    pag_str path = pag_cell_path(arena_of(t), r->cell);
    if (!r->seen[PAG_HOLDS]) pag_diag_add(t->diags, PAG_W0985, r->pos, 1, path);
    if (!r->seen[PAG_FAILS]) pag_diag_add(t->diags, PAG_W0986, r->pos, 1, path);
}

static void tell_condition(const telling *t)
{
    const pag_aim *r = t->reach;
    if (!r->condition) {
        tell_unless(t);
        return;
    }
    if (!r->seen[PAG_HOLDS]) pag_diag_add(t->diags, PAG_W0982, r->pos, 0);
    pag_code broken = r->condition->warns ? PAG_W0984 : PAG_W0983;
    if (!r->seen[PAG_FAILS]) pag_diag_add(t->diags, broken, r->pos, 0);
}

void pag_uncovered_tell(pag_coverage *c, pag_diagnostics *diags)
{
    for (size_t i = 0; i < c->all.n; i++) {
        telling t = {c, diags, &c->all.at[i]};
        bool done = t.reach->seen[0] || !t.reach->wanted[0];
        switch (t.reach->kind) {
        case PAG_AIM_LINE:
            if (!done) tell_line(&t);
            break;
        case PAG_AIM_ROW:
            if (!done) tell_row(&t);
            break;
        case PAG_AIM_EDGE: tell_edge(&t); break;
        case PAG_AIM_CONDITION: tell_condition(&t); break;
        case PAG_AIMS: break;
        }
    }
}
