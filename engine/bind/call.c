/* Formulas called from above: the entry and what it stands in as arguments, one value of the
 * declared type back, units and all. */
#include "bind/internal.h"

#include <lauxlib.h>

typedef struct run {
    void (*work)(void *ud);
    void *ud;
} run;

static int run_work(lua_State *L)
{
    run *r = lua_touserdata(L, 1);
    r->work(r->ud);
    return 0;
}

pag_status pag_bind_run(pag_bind *bind, const pag_evaluator *evaluator, bool refill,
                        void (*work)(void *), void *ud)
{
    run r = {work, ud};
    const pag_evaluator *before = bind->evaluator;
    pag_script_work w = {run_work,
                         &r,
                         evaluator->diags,
                         {evaluator->arena, pag_diagnostics_arena(evaluator->diags)}};
    if (w.arenas[1] == w.arenas[0]) w.arenas[1] = NULL;
    bind->evaluator = evaluator;
    if (refill) pag_script_refill_on_credit(bind->script);
    pag_status status = pag_script_run(bind->script, &w);
    bind->evaluator = before;
    return status;
}

void pag_bind_stop(pag_bind *bind)
{
    pag_script_raise(bind->script->L);
}

/* --- calling --- */

static void call(pag_bind *bind, const pag_formula *formula, const pag_number *score,
                 pag_entry *entry)
{
    lua_State *L = bind->script->L;
    int n = 0;
    pag_call_push(bind, formula);
    if (score) {
        pag_exact_push(L, *score);
        n++;
    }
    for (pag_entry *e = entry; e && (size_t)n < formula->n_parameters; e = e->parent) {
        pag_exact_push_handle(L, e);
        n++;
    }
    lua_call(L, n, 1);
}

/* --- what came back --- */

static pag_str wanted(pag_type type)
{
    switch (type) {
    case PAG_TYPE_TEXT: return PAG_STR("text");
    case PAG_TYPE_FLAG: return PAG_STR("true | false");
    case PAG_TYPE_DATE: return PAG_STR("date");
    case PAG_TYPE_CHOICE: return PAG_STR("choice");
    case PAG_TYPE_WHOLE: return PAG_STR("whole");
    case PAG_TYPE_NUMBER: return PAG_STR("number");
    case PAG_TYPE_POINTS: return PAG_STR("points");
    case PAG_TYPE_PERCENT: return PAG_STR("percent");
    case PAG_TYPE_MONEY: return PAG_STR("money (€)");
    case PAG_TYPE_CLASS: return PAG_STR("class");
    case PAG_TYPE_REF: return PAG_STR("ref");
    case PAG_TYPE_SHEET: return PAG_STR("sheet");
    case PAG_TYPE_LIST: return PAG_STR("list");
    }
    return PAG_STR("");
}

typedef struct answer {
    pag_bind *bind;
    const pag_cell *cell;
    pag_pos pos;
} answer;

static _Noreturn void refuse(const answer *a, pag_code code, pag_str detail)
{
    pag_str want = wanted(a->cell->type);
    if (detail.at) {
        pag_diag_add(a->bind->evaluator->diags, code, a->pos, 3, a->cell->name, detail, want);
    } else {
        pag_diag_add(a->bind->evaluator->diags, code, a->pos, 2, a->cell->name, want);
    }
    pag_script_raise(a->bind->script->L);
}

/* The row of a table in which the number stands, where it came from there as it is. */
static pag_pos given_at(const pag_bind *bind, pag_operand x)
{
    return x.given && bind->n_given == 1 ? bind->given->pos : (pag_pos){0};
}

/* A number beside which no % stands, where a percentage is wanted: what it means is not guessed. */
static _Noreturn void refuse_plain(const answer *a, pag_operand x)
{
    pag_arena *arena = a->bind->evaluator->arena;
    pag_str share, written = pag_number_written(arena, x.number);
    bool both = pag_exact_is_share(arena, x.number, &share);
    pag_pos row = given_at(a->bind, x);
    pag_code code = row.line ? (both ? PAG_E0327 : PAG_E0326) : (both ? PAG_E0322 : PAG_E0316);
    if (!both) share = written;
    pag_diagnostic *d =
        pag_diag_add(a->bind->evaluator->diags, code, a->pos, 3, a->cell->name, written, share);
    if (!pag_diag_withholds(d)) d->also = row; /* it would tell what found it */
    pag_script_raise(a->bind->script->L);
}

static pag_number fitting(const answer *a, pag_operand operand)
{
    pag_arena *arena = a->bind->evaluator->arena;
    pag_unit want = pag_type_unit(a->cell->type);
    pag_unit has = pag_number_unit(operand.number);
    int64_t ignored;
    bool written = pag_operand_is_written(operand);
    if (written && want == PAG_PERCENT && pag_number_sign(operand.number) != 0) {
        refuse_plain(a, operand);
    }
    /* A plain ratio is a percentage, and plain points are points; an amount comes from amounts. */
    bool fits = has == want || (has == PAG_PLAIN && (want == PAG_PERCENT || want == PAG_POINTS)) ||
                (operand.literal && has == PAG_PLAIN && want != PAG_DATE);
    bool whole = a->cell->type != PAG_TYPE_WHOLE || a->cell->rounds || /* to whole steps */
                 pag_number_to_whole(operand.number, &ignored);
    if (has == PAG_PERCENT && want == PAG_POINTS)
        refuse(a, PAG_E0898, pag_exact_text(arena, operand.number));
    if (has == PAG_POINTS && want == PAG_PERCENT)
        refuse(a, PAG_E0324, pag_exact_text(arena, operand.number));
    if (!fits || !whole) refuse(a, PAG_E0314, pag_exact_text(arena, operand.number));
    return has == want ? operand.number : pag_number_with_unit(arena, operand.number, want);
}

static pag_value number_answer(const answer *a)
{
    lua_State *L = a->bind->script->L;
    pag_value value = {.kind = PAG_VALUE_NUMBER};
    if (lua_type(L, -1) == LUA_TSTRING) {
        pag_str text;
        pag_number number;
        text.at = lua_tolstring(L, -1, &text.len);
        pag_number_error error = pag_number_parse(a->bind->evaluator->arena, text, &number);
        if (error != PAG_NUMBER_OK && error != PAG_NUMBER_COMMA) refuse(a, PAG_E0311, text);
    }
    value.number = fitting(a, pag_exact_operand(L, -1, a->pos));
    return value;
}

/* What came back, as far as it can be shown. */
static pag_str shown(const answer *a)
{
    lua_State *L = a->bind->script->L;
    pag_arena *arena = a->bind->evaluator->arena;
    if (lua_isinteger(L, -1) || pag_exact_is_number(L, -1)) {
        return pag_exact_text(arena, pag_exact_operand(L, -1, a->pos).number);
    }
    const pag_choice *choice = pag_exact_handle(L, -1, PAG_HANDLE_CHOICE);
    pag_str word = choice ? choice->word : PAG_STR("…");
    if (lua_type(L, -1) == LUA_TSTRING) word.at = lua_tolstring(L, -1, &word.len);
    return pag_text_join(arena, 3, PAG_STR("\""), word, PAG_STR("\""));
}

static pag_value text_answer(const answer *a)
{
    lua_State *L = a->bind->script->L;
    pag_value value = {.kind = PAG_VALUE_TEXT};
    const pag_choice *choice = pag_exact_handle(L, -1, PAG_HANDLE_CHOICE);
    if (choice) {
        value.text = choice->word;
        return value;
    }
    if (lua_type(L, -1) != LUA_TSTRING) refuse(a, PAG_E0314, shown(a));
    pag_str text;
    text.at = lua_tolstring(L, -1, &text.len);
    value.text = pag_arena_copy(a->bind->evaluator->arena, text);
    return value;
}

static pag_value choice_answer(const answer *a)
{
    lua_State *L = a->bind->script->L;
    const pag_choice *choice = pag_exact_handle(L, -1, PAG_HANDLE_CHOICE);
    pag_str word = choice ? choice->word : PAG_STR("…");
    if (lua_type(L, -1) == LUA_TSTRING) word.at = lua_tolstring(L, -1, &word.len);
    const pag_choice *own = pag_cell_choice(a->cell, word);
    if (own) return (pag_value){PAG_VALUE_CHOICE, {.choice = own}};
    pag_diag_add(a->bind->evaluator->diags, PAG_E0318, a->pos, 3, a->cell->name, word,
                 pag_choices_listed(a->bind->evaluator->arena, a->cell));
    pag_script_raise(L);
}

static pag_value take_answer(const answer *a)
{
    lua_State *L = a->bind->script->L;
    int type = lua_type(L, -1);
    if (type == LUA_TNIL) {
        pag_tell_nothing(a->bind, PAG_E0310, a->pos, a->cell->name);
        pag_script_raise(L);
    }
    if (type == LUA_TTABLE || type == LUA_TFUNCTION) refuse(a, PAG_E0312, (pag_str){0});
    if (type == LUA_TNUMBER && !lua_isinteger(L, -1)) refuse(a, PAG_E0313, (pag_str){0});
    if (type == LUA_TBOOLEAN && a->cell->type != PAG_TYPE_FLAG) refuse(a, PAG_E0315, (pag_str){0});
    pag_handle handle;
    if (pag_exact_any_handle(L, -1, &handle) && handle != PAG_HANDLE_CHOICE) {
        refuse(a, PAG_E0312, (pag_str){0});
    }
    switch (a->cell->type) {
    case PAG_TYPE_FLAG:
        if (type != LUA_TBOOLEAN) refuse(a, PAG_E0314, shown(a));
        return (pag_value){PAG_VALUE_FLAG, {.flag = lua_toboolean(L, -1)}};
    case PAG_TYPE_CHOICE: return choice_answer(a);
    case PAG_TYPE_TEXT:
    case PAG_TYPE_CLASS: return text_answer(a);
    case PAG_TYPE_DATE:
    case PAG_TYPE_WHOLE:
    case PAG_TYPE_NUMBER:
    case PAG_TYPE_POINTS:
    case PAG_TYPE_PERCENT:
    case PAG_TYPE_MONEY: return number_answer(a);
    case PAG_TYPE_REF:
    case PAG_TYPE_SHEET:
    case PAG_TYPE_LIST: break;
    }
    refuse(a, PAG_E0312, (pag_str){0});
}

pag_value pag_bind_call(pag_bind *bind, const pag_formula *formula, const pag_number *score,
                        pag_entry *entry, const pag_cell *cell)
{
    answer a = {bind, cell, formula->pos};
    const pag_give *given = bind->given; /* of the formula that asked for this one's figure */
    unsigned n_given = bind->n_given;
    bind->n_given = 0;
    call(bind, formula, score, entry);
    pag_value value = take_answer(&a);
    bind->given = given;
    bind->n_given = n_given;
    lua_pop(bind->script->L, 1);
    return value;
}

bool pag_bind_test(pag_bind *bind, const pag_formula *formula, pag_entry *entry)
{
    lua_State *L = bind->script->L;
    call(bind, formula, NULL, entry);
    if (lua_isnil(L, -1)) {
        pag_tell_nothing(bind, PAG_E0317, formula->pos, (pag_str){0});
        pag_script_raise(L);
    }
    if (lua_type(L, -1) != LUA_TBOOLEAN) {
        pag_diag_add(bind->evaluator->diags, PAG_E0317, formula->pos, 0);
        pag_script_raise(L);
    }
    bool holds = lua_toboolean(L, -1);
    lua_pop(L, 1);
    if (bind->watch && bind->watch->tested) bind->watch->tested(bind->watch->ud, formula, holds);
    return holds;
}

/* Plain numbers are edges for any score but a percentage, where 90 could be 90 % or 9000 %; plain
 * ratios that were worked out are percentages. */
static bool is_edge(pag_operand edge, pag_unit unit)
{
    pag_unit has = pag_number_unit(edge.number);
    if (has == unit) return true;
    if (has != PAG_PLAIN || unit == PAG_DATE) return false;
    return unit != PAG_PERCENT || !pag_operand_is_written(edge) ||
           pag_number_sign(edge.number) == 0;
}

pag_number pag_bind_edge(pag_bind *bind, const pag_formula *formula, pag_entry *entry,
                         pag_unit unit)
{
    lua_State *L = bind->script->L;
    call(bind, formula, NULL, entry);
    pag_operand edge = pag_exact_operand(L, -1, formula->pos);
    if (!is_edge(edge, unit)) {
        pag_diag_add(bind->evaluator->diags, PAG_E0308, formula->pos, 0);
        pag_script_raise(L);
    }
    lua_pop(L, 1);
    return edge.number;
}
