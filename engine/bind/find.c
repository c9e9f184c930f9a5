/* What finds a row in a table: for a cell that is looked up, by what its attribute `by` says; in a
 * formula, by what the table is called with. A word and a day are found here, a score in call.c.
 * Nothing is ever taken from the nearest row. */
#include "bind/symbol.h"

#include "base/text.h"

/* One look-up in a keyed or dated table. */
typedef struct asking {
    pag_bind *bind;
    const pag_bands *table;
    pag_pos at; /* where what is looked up stands, or who looks */
} asking;

static _Noreturn void refuse(const asking *a, pag_code code, pag_str what, pag_str rows)
{
    pag_diag_add(a->bind->evaluator->diags, code, a->at, 3, what, a->table->name, rows)->also =
        a->table->pos;
    pag_script_raise(a->bind->script->L);
}

static size_t row_of_key(const asking *a, pag_str key)
{
    size_t row;
    if (pag_keyed_find(a->table, key, &row)) return row;
    refuse(a, PAG_E0706, key, pag_keyed_keys(a->bind->evaluator->arena, a->table));
}

static size_t row_of_day(const asking *a, pag_number day)
{
    size_t row = 0;
    pag_arena *arena = a->bind->evaluator->arena;
    if (pag_bands_find(a->table, NULL, day, &row) == PAG_LOOKUP_FOUND) return row;
    refuse(a, PAG_E0715, pag_number_written(arena, day), pag_dated_spans(arena, a->table));
}

/* The row of the whole period. */
static size_t row_of_period(const asking *a, const pag_cell *cell)
{
    const pag_evaluator *e = a->bind->evaluator;
    size_t first = row_of_day(a, e->from), last = row_of_day(a, e->to);
    if (first == last) return first;
    pag_diag_add(e->diags, PAG_E0716, cell->by_pos, 4, a->table->name,
                 pag_number_written(e->arena, e->from), pag_number_written(e->arena, e->to),
                 pag_dated_spans(e->arena, a->table))
        ->also = a->table->pos;
    pag_script_raise(a->bind->script->L);
}

static void note_row(const asking *a, size_t row, const pag_give *give, pag_step step)
{
    const pag_evaluator *e = a->bind->evaluator;
    step.kind = PAG_STEP_LOOKED;
    step.chosen = (uint32_t)row;
    step.bands = a->table;
    step.give = give;
    pag_watch_looked(a->bind, &step, true);
    if (e->note) e->note(e->run, &step);
}

/* --- for a cell --- */

static pag_figure *read_by(pag_bind *bind, const pag_figure *figure)
{
    pag_figure *by = &figure->entry->figures[figure->cell->by];
    if (!bind->evaluator->read(bind->evaluator->run, by)) pag_script_raise(bind->script->L);
    if (pag_figure_is_left_out(by)) {
        pag_diag_add(bind->evaluator->diags, PAG_E0767, figure->cell->pos, 2, figure->cell->name,
                     by->cell->name)
            ->also = figure->entry->pos;
        pag_script_raise(bind->script->L);
    }
    return by;
}

/* A value of the evaluation file is shown there; what the rules work out, at the cell that looks.
 */
static pag_pos place_of(const pag_figure *by, const pag_cell *cell)
{
    return by->pos.source ? by->pos : cell->pos;
}

static pag_str word_of(const pag_value *value)
{
    return value->kind == PAG_VALUE_CHOICE ? value->choice->word : value->text;
}

static const pag_choice *choice_of(const pag_value *value)
{
    return value->kind == PAG_VALUE_CHOICE ? value->choice : NULL;
}

static pag_value find_keyed(pag_bind *bind, pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    const pag_figure *by = read_by(bind, figure);
    asking a = {bind, cell->bands, place_of(by, cell)};
    size_t row = row_of_key(&a, word_of(&by->value));
    const pag_give *give = pag_band_give(&cell->bands->rows[row], cell->give);
    note_row(&a, row, give, (pag_step){.asked = choice_of(&by->value)});
    return pag_bind_give(bind, give, PAG_ZERO, figure->entry, cell);
}

/* The first and the last of the days that the cell is looked up by: they differ for a period. */
static void days_of(pag_bind *bind, pag_figure *figure, asking *a, pag_step *step)
{
    const pag_evaluator *e = bind->evaluator;
    const pag_cell *cell = figure->cell;
    if (cell->by_kind == PAG_BY_CELL) {
        const pag_figure *by = read_by(bind, figure);
        a->at = place_of(by, cell);
        step->before = step->result = by->value.number;
        return;
    }
    pag_period_insist(bind, cell->by_pos);
    a->at = e->period_pos;
    step->before = cell->by_kind == PAG_BY_END ? e->to : e->from;
    step->result = cell->by_kind == PAG_BY_START ? e->from : e->to;
}

static pag_value find_dated(pag_bind *bind, pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    asking a = {bind, cell->bands, cell->pos};
    pag_step step = {.by = cell->by_kind};
    days_of(bind, figure, &a, &step);
    size_t row =
        cell->by_kind == PAG_BY_PERIOD ? row_of_period(&a, cell) : row_of_day(&a, step.result);
    const pag_give *give = pag_band_give(&cell->bands->rows[row], cell->give);
    note_row(&a, row, give, step);
    return pag_bind_give(bind, give, step.result, figure->entry, cell);
}

static pag_value find_band(pag_bind *bind, pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    pag_number score = read_by(bind, figure)->value.number;
    const pag_band *row =
        pag_bind_look_up(bind, cell->bands, cell->give, score, figure->entry, 0, cell->pos);
    return pag_bind_give(bind, pag_band_give(row, cell->give), score, figure->entry, cell);
}

pag_value pag_bind_find(pag_bind *bind, pag_figure *figure)
{
    switch (figure->cell->bands->kind) {
    case PAG_TABLE_BANDS: return find_band(bind, figure);
    case PAG_TABLE_KEYED: return find_keyed(bind, figure);
    case PAG_TABLE_DATED: break;
    }
    return find_dated(bind, figure);
}

/* --- in a formula --- */

/* How the table is called: `weights(p.category, "org")`; with `name` where its rows name nothing.
 */
static pag_str form_of(pag_arena *arena, const pag_bands *table, pag_str name)
{
    pag_str what = PAG_STR("(m.total");
    if (table->kind == PAG_TABLE_KEYED) what = PAG_STR("(m.category");
    if (table->kind == PAG_TABLE_DATED) what = PAG_STR("(period.to");
    const pag_band *row = table->n ? &table->rows[0] : NULL;
    if (row && row->n_gives && row->gives[0].key.len) name = row->gives[0].key;
    if (!name.len) return pag_text_join(arena, 3, table->name, what, PAG_STR(")"));
    return pag_text_join(arena, 5, table->name, what, PAG_STR(", \""), name, PAG_STR("\")"));
}

_Noreturn void pag_table_refuse(lua_State *L, const pag_bands *table, pag_pos at)
{
    const pag_evaluator *e = pag_bind_of(L)->evaluator;
    pag_diag_add(e->diags, PAG_E0466, at, 2, table->name, form_of(e->arena, table, PAG_STR("")));
    pag_script_raise(L);
}

/* A text or a word of a choice at `at`; false when it is neither. */
static bool text_at(lua_State *L, int at, pag_str *out)
{
    const pag_choice *choice = pag_exact_handle(L, at, PAG_HANDLE_CHOICE);
    if (choice) *out = choice->word;
    if (lua_type(L, at) == LUA_TSTRING) out->at = lua_tolstring(L, at, &out->len);
    return choice || lua_type(L, at) == LUA_TSTRING;
}

static pag_str called_key(lua_State *L, const asking *a)
{
    pag_str key = {0};
    if (!text_at(L, 2, &key)) pag_table_refuse(L, a->table, a->at);
    return key;
}

static pag_number called_day(lua_State *L, const asking *a)
{
    pag_number day = PAG_ZERO;
    if (pag_exact_is_number(L, 2)) day = pag_exact_operand(L, 2, a->at).number;
    if (pag_number_unit(day) != PAG_DATE) pag_table_refuse(L, a->table, a->at);
    return day;
}

static size_t called_row(lua_State *L, const asking *a, pag_step *step)
{
    if (a->table->kind == PAG_TABLE_KEYED) {
        step->asked = pag_exact_handle(L, 2, PAG_HANDLE_CHOICE);
        return row_of_key(a, called_key(L, a));
    }
    step->before = step->result = called_day(L, a);
    return row_of_day(a, step->result);
}

/* Whoever explores is asked for the row of what is known, too: it is looked up all the same. */
static const pag_term *called_term(lua_State *L, const asking *a)
{
    const pag_term *term = pag_symbol_at(L, 2);
    if (term) return term;
    switch (a->table->kind) {
    case PAG_TABLE_BANDS: return pag_symbol_number(L, pag_exact_operand(L, 2, a->at).number);
    case PAG_TABLE_KEYED: return pag_symbol_text(L, called_key(L, a));
    case PAG_TABLE_DATED: break;
    }
    return pag_symbol_number(L, called_day(L, a));
}

/* What the row gives under the name that was asked for; every other way to ask is told. */
static const pag_give *called_give(lua_State *L, const asking *a, const pag_band *row, pag_str key)
{
    const pag_evaluator *e = a->bind->evaluator;
    const pag_give *give = pag_band_give(row, key);
    if (!give && key.len) {
        pag_diagnostic *d = pag_diag_add(e->diags, PAG_E0138, a->at, 3, a->table->name, key,
                                         pag_give_keys(e->arena, row));
        if (!pag_diag_withholds(d)) d->also = row->pos; /* it would tell what found it */
    } else if (!give || give->of.reference) {
        pag_diag_add(e->diags, PAG_E0471, a->at, 2, a->table->name,
                     form_of(e->arena, a->table, PAG_STR("units")));
    } else {
        return give;
    }
    pag_script_raise(L);
}

int pag_table_call(lua_State *L)
{
    pag_bind *bind = pag_bind_of(L);
    asking a = {bind, pag_exact_handle(L, 1, PAG_HANDLE_BANDS), pag_script_where(L, 1)};
    pag_str key = {0};
    const pag_give *give;
    bool named = !lua_isnoneornil(L, 3);
    if (lua_gettop(L) > 3 || (named && !text_at(L, 3, &key))) pag_table_refuse(L, a.table, a.at);
    if (pag_symbol_exploring(L)) {
        size_t row = pag_symbol_row(L, a.table, called_term(L, &a), a.at);
        give = called_give(L, &a, &a.table->rows[row], key);
    } else if (a.table->kind == PAG_TABLE_BANDS) {
        pag_number score = pag_exact_operand(L, 2, a.at).number;
        give = called_give(L, &a, pag_bind_look_up(bind, a.table, key, score, NULL, 0, a.at), key);
    } else {
        pag_step step = {0};
        size_t row = called_row(L, &a, &step);
        give = called_give(L, &a, &a.table->rows[row], key);
        note_row(&a, row, give, step);
    }
    pag_doubt_note(bind, give);
    if (give->is_number && pag_give_is_plain(give)) {
        pag_exact_push_given(L, give->number);
        bind->given = give; /* of one that was pushed just now */
    } else if (give->is_number) {
        pag_exact_push(L, give->number);
    } else {
        lua_pushlstring(L, give->text.at, give->text.len);
    }
    return 1;
}
