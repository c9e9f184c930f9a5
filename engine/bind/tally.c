/* What a sheet comes to, with weights and with criteria that do not apply; and the place of an
 * entry among the others of its list. */
#include "bind/symbol.h"

/* --- sheets --- */

typedef pag_number_error (*operation)(pag_arena *, pag_number *, pag_number, pag_number);

static pag_number worked_out(lua_State *L, operation work, const char *sign, pag_number a,
                             pag_number b)
{
    pag_number result = PAG_ZERO;
    pag_number_error error = work(pag_bind_of(L)->evaluator->arena, &result, a, b);
    if (error != PAG_NUMBER_OK) pag_exact_refuse(L, error, sign, a, b, pag_call_place(L, PAG_SITE));
    return result;
}

static pag_number add(lua_State *L, pag_number a, pag_number b)
{
    return worked_out(L, pag_number_add, "+", a, b);
}

static pag_number multiply(lua_State *L, pag_number a, pag_number b)
{
    return worked_out(L, pag_number_multiply, "*", a, b);
}

static pag_number divide(lua_State *L, pag_number a, pag_number b)
{
    return worked_out(L, pag_number_divide, "/", a, b);
}

/* Counts the highest mark of criterion `i` in. */
static void count_most(lua_State *L, const pag_sheet *sheet, size_t i, pag_tally *t)
{
    const pag_criterion *criterion = &sheet->cell->criteria[i];
    pag_number most = pag_criterion_most(sheet->cell, criterion);
    if (t->weighted) most = multiply(L, most, pag_criterion_weight(criterion));
    t->reach = add(L, t->reach, most);
    if (!sheet->marks[i].absent) t->left = add(L, t->left, most);
}

/* Counts criterion `i` in; `n` are those that apply. */
static void count_in(lua_State *L, const pag_sheet *sheet, size_t i, pag_tally *t, uint32_t *n)
{
    const pag_mark *mark = &sheet->marks[i];
    pag_number weight = pag_criterion_weight(&sheet->cell->criteria[i]), number = mark->number;
    if (mark->absent) return;
    if (t->weighted) number = multiply(L, number, weight);
    t->points = add(L, t->points, number);
    t->weights = *n ? add(L, t->weights, weight) : weight;
    ++*n;
}

/* Most sheets: every criterion applies, and counts as much as the others. */
static pag_number plain_total(lua_State *L, const pag_sheet *sheet)
{
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    pag_number sum = pag_number_with_unit(NULL, PAG_ZERO, PAG_POINTS);
    for (size_t i = 0; i < sheet->n; i++) {
        pag_number mark = sheet->marks[i].number;
        pag_number_error error = pag_number_add(arena, &sum, sum, mark);
        if (error) pag_exact_refuse(L, error, "+", sum, mark, pag_call_place(L, PAG_SITE));
    }
    return sum;
}

/* How the sheet was tallied, for the step; what could be reached only if that is asked (`most`). */
static const pag_tally *tallied(lua_State *L, const pag_sheet *sheet, bool most, pag_step *step)
{
    pag_tally *t = PAG_NEW(pag_bind_of(L)->evaluator->arena, pag_tally);
    pag_number none = pag_number_with_unit(NULL, PAG_ZERO, PAG_POINTS);
    *t = (pag_tally){.of = (uint32_t)sheet->n,
                     .weighted = pag_sheet_is_weighted(sheet->cell),
                     .points = none,
                     .weights = PAG_ZERO,
                     .reach = none,
                     .left = none};
    step->n = 0;
    step->tally = t;
    for (size_t i = 0; i < sheet->n; i++) {
        if (most) count_most(L, sheet, i, t);
        count_in(L, sheet, i, t, &step->n);
    }
    return t;
}

/* The reader of the file saw to it that something applies and counts, and the loader that all can
 * reach something; so nothing is divided by zero. */
static pag_number tallied_total(lua_State *L, const pag_sheet *sheet, bool mean, pag_step *step)
{
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    pag_na na = sheet->cell->na;
    const pag_tally *t = tallied(L, sheet, na != PAG_NA_REFUSE, step);
    if (mean) return divide(L, t->points, t->weights);
    if (step->n == t->of || na == PAG_NA_LEAVE_OUT) return t->points;
    return divide(L, multiply(L, t->points, pag_number_with_unit(arena, t->reach, PAG_PLAIN)),
                  pag_number_with_unit(arena, t->left, PAG_PLAIN));
}

int pag_sheet_total(lua_State *L, const pag_sheet *sheet, bool mean)
{
    if (pag_symbol_exploring(L)) {
        return pag_symbol_sheet(L, sheet, mean ? PAG_TERM_SHEET_MEAN : PAG_TERM_SHEET_SUM);
    }
    bool plain = sheet->cell->na == PAG_NA_REFUSE && !pag_sheet_is_weighted(sheet->cell);
    pag_step step = {.kind = PAG_STEP_TOTAL,
                     .site = pag_call_site_number(L),
                     .n = (uint32_t)sheet->n,
                     .figure = sheet->figure};
    step.result = plain ? plain_total(L, sheet) : tallied_total(L, sheet, mean, &step);
    if (plain && mean) {
        pag_arena *arena = pag_bind_of(L)->evaluator->arena;
        step.result = divide(L, step.result, pag_number_whole(arena, (int64_t)sheet->n));
    }
    pag_call_note(L, &step);
    pag_exact_push(L, step.result);
    return 1;
}

/* The most that the sum of the sheet can come to: where others stand for what does not apply, that
 * of all criteria. */
int pag_word_full(lua_State *L)
{
    const pag_sheet *sheet = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_SHEET);
    if (!sheet || lua_gettop(L) != PAG_FIRST) pag_call_refuse(L, "full", "full(m.results)");
    if (pag_symbol_exploring(L)) return pag_symbol_full(L, sheet);
    pag_step step = {
        .kind = PAG_STEP_TOTAL, .site = pag_call_site_number(L), .figure = sheet->figure};
    const pag_tally *t = tallied(L, sheet, true, &step);
    step.result = sheet->cell->na == PAG_NA_LEAVE_OUT ? t->left : t->reach;
    pag_call_note(L, &step);
    pag_exact_push(L, step.result);
    return 1;
}

/* --- places in a list --- */

#define RANK_FORM "rank(s.list, \"cell\", m)"

static bool is_among(const pag_list *list, const pag_entry *entry)
{
    size_t i = 0;
    if (list->every) return entry->group == list->group;
    while (i < list->n && list->entries[i] != entry) i++;
    return i < list->n;
}

static void judge_rank(lua_State *L, const pag_list *list, uint32_t slot, const pag_entry *entry)
{
    const pag_cell *cell = &list->group->cells[slot];
    pag_diagnostics *diags = pag_bind_of(L)->evaluator->diags;
    bool ordered = pag_type_is_number(cell->type) || cell->type == PAG_TYPE_DATE;
    if (ordered && is_among(list, entry)) return;
    if (!ordered) {
        pag_diag_add(diags, PAG_E0733, pag_call_place(L, PAG_SECOND), 1, cell->name);
    } else {
        pag_diag_add(diags, PAG_E0734, pag_call_place(L, PAG_THIRD), 1, list->group->name);
    }
    pag_script_raise(L);
}

static pag_number number_of(lua_State *L, const pag_figure *figure)
{
    if (figure->value.kind == PAG_VALUE_NUMBER) return figure->value.number;
    pag_view_push(L, figure);
    return pag_exact_operand(L, -1, pag_call_place(L, PAG_SECOND)).number;
}

/* One more than there are entries with a higher value: equal ones share their place. */
int pag_word_rank(lua_State *L)
{
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    const pag_list *list = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_LIST);
    pag_entry *entry = pag_exact_handle(L, PAG_THIRD, PAG_HANDLE_ENTRY);
    bool named = lua_type(L, PAG_SECOND) == LUA_TSTRING;
    if (!list || !named || !entry || lua_gettop(L) != PAG_THIRD)
        pag_call_refuse(L, "rank", RANK_FORM);
    uint32_t slot = pag_view_slot(L, list->group, PAG_SECOND, true);
    int64_t place = 1;
    pag_script_spend(L, (int64_t)list->n);
    judge_rank(L, list, slot, entry);
    const pag_figure *asked = pag_view_read(L, entry, slot);
    if (list->every) return pag_symbol_rank(L, list, asked);
    const pag_figure **figures = PAG_NEW_ARRAY(arena, const pag_figure *, list->n);
    pag_number own = number_of(L, asked);
    for (size_t i = 0; i < list->n; i++) {
        figures[i] = pag_view_read(L, list->entries[i], slot);
        if (pag_number_order(number_of(L, figures[i]), own) > 0) place++;
    }
    pag_step step = {.kind = PAG_STEP_TOTAL,
                     .site = pag_call_site_number(L),
                     .n = (uint32_t)list->n,
                     .figures = figures,
                     .result = pag_number_whole(arena, place)};
    pag_call_note(L, &step);
    pag_exact_push(L, step.result);
    return 1;
}
