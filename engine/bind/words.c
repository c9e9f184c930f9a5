/* The words of formulas. What goes over sheets and lists runs here, in few large calls, and notes
 * what it did for the trace. Each call carries the number of its place in the rule as first
 * argument, put there by the outline. */
#include "bind/symbol.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

uint32_t pag_call_site_number(lua_State *L)
{
    return (uint32_t)lua_tointeger(L, PAG_SITE);
}

pag_pos pag_call_place(lua_State *L, int argument)
{
    pag_call_site call;
    if (!pag_bind_site(pag_bind_of(L), pag_call_site_number(L), &call))
        return pag_script_where(L, 1);
    if (argument >= PAG_FIRST && (size_t)(argument - PAG_FIRST) < call.n) {
        return call.argument_pos[argument - PAG_FIRST];
    }
    return call.pos;
}

_Noreturn void pag_call_refuse(lua_State *L, const char *word, const char *form)
{
    pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0466, pag_call_place(L, PAG_SITE), 2,
                 pag_str_from(word), pag_str_from(form));
    pag_script_raise(L);
}

void pag_call_note(lua_State *L, const pag_step *step)
{
    const pag_evaluator *e = pag_bind_of(L)->evaluator;
    if (e->note) e->note(e->run, step);
}

/* Where an argument stands is found out only when there is something to tell. */
pag_operand pag_call_operand(lua_State *L, int at)
{
    bool number = pag_exact_is_number(L, at);
    return pag_exact_operand(L, at, number ? (pag_pos){0} : pag_call_place(L, at));
}

void pag_call_adopt(lua_State *L, pag_operand *a, pag_operand *b, int at)
{
    if (a->literal != b->literal) pag_exact_adopt(L, a, b, pag_call_place(L, at));
}

pag_number pag_call_add(lua_State *L, pag_number a, pag_number b)
{
    pag_number sum = PAG_ZERO;
    pag_number_error error = pag_number_add(pag_bind_of(L)->evaluator->arena, &sum, a, b);
    if (error != PAG_NUMBER_OK) pag_exact_refuse(L, error, "+", a, b, pag_call_place(L, PAG_SITE));
    return sum;
}

/* --- over the entries of a list --- */

/* The function at `at` asked about one entry: true or false. */
static bool entry_fits(lua_State *L, int at, const pag_entry *entry)
{
    lua_pushvalue(L, at);
    pag_exact_push_handle(L, entry);
    pag_script_pay(L, 0);
    lua_call(L, 1, 1);
    if (lua_type(L, -1) != LUA_TBOOLEAN) {
        pag_pos pos = pag_call_place(L, at);
        if (lua_isnil(L, -1)) {
            pag_tell_nothing(pag_bind_of(L), PAG_E0472, pos, (pag_str){0});
        } else {
            pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0472, pos, 0);
        }
        pag_script_raise(L);
    }
    bool fits = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return fits;
}

/* What is totalled of each entry: a cell, or what a function answers. */
typedef struct addend {
    const pag_list *list;
    bool named;
    uint32_t slot;
} addend;

static addend addend_of(lua_State *L, const pag_list *list)
{
    addend a = {list, lua_type(L, PAG_SECOND) == LUA_TSTRING, 0};
    if (a.named) a.slot = pag_view_slot(L, list->group, PAG_SECOND, true);
    return a;
}

static pag_operand entry_number(lua_State *L, const addend *a, pag_entry *entry)
{
    if (a->named) {
        const pag_figure *figure = pag_view_read(L, entry, a->slot);
        pag_figure_judge_there(L, figure, PAG_SECOND);
        if (figure->value.kind == PAG_VALUE_NUMBER)
            return (pag_operand){.number = figure->value.number};
        pag_view_push(L, figure);
    } else {
        luaL_checkstack(L, 8, NULL);
        lua_pushvalue(L, PAG_SECOND);
        pag_exact_push_handle(L, entry);
        pag_script_pay(L, 0);
        lua_call(L, 1, 1);
    }
    pag_operand number = pag_exact_is_number(L, -1)
                             ? pag_call_operand(L, lua_gettop(L))
                             : pag_exact_operand(L, -1, pag_call_place(L, PAG_SECOND));
    lua_pop(L, 1);
    return number;
}

typedef struct total {
    pag_operand sum; /* written as long as nothing that was worked out was added */
    lua_Integer n;
    const pag_figure **figures; /* that were added, of a named cell; else NULL */
} total;

static total total_of_list(lua_State *L, const pag_list *list)
{
    total t = {.sum = {.number = PAG_ZERO, .literal = true}};
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    addend a = addend_of(L, list);
    pag_script_spend(L, (int64_t)list->n);
    if (a.named) { /* so that the sum of no entries has the unit too */
        pag_unit unit = pag_type_unit(list->group->cells[a.slot].type);
        t.sum = (pag_operand){.number = pag_number_with_unit(NULL, PAG_ZERO, unit)};
        t.figures = PAG_NEW_ARRAY(arena, const pag_figure *, list->n);
    }
    bool conditional = !lua_isnoneornil(L, PAG_THIRD);
    for (size_t i = 0; i < list->n; i++) {
        pag_entry *entry = list->entries[i];
        if (conditional && !entry_fits(L, PAG_THIRD, entry)) continue;
        pag_operand number = entry_number(L, &a, entry);
        bool given = pag_operand_is_written(t.sum) && pag_operand_is_written(number);
        pag_call_adopt(L, &t.sum, &number, PAG_SECOND);
        t.sum.number = pag_call_add(L, t.sum.number, number.number);
        t.sum.literal = t.sum.literal && number.literal;
        t.sum.given = given;
        if (a.named) t.figures[t.n] = &entry->figures[a.slot];
        t.n++;
    }
    return t;
}

/* The sheet that is totalled, or NULL. */
static const pag_sheet *sheet_of(lua_State *L)
{
    return lua_gettop(L) == PAG_FIRST ? pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_SHEET) : NULL;
}

static total total_of(lua_State *L, const char *word, const char *form)
{
    const pag_list *list = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_LIST);
    int given = lua_type(L, PAG_SECOND);
    if (!list || (given != LUA_TSTRING && given != LUA_TFUNCTION)) pag_call_refuse(L, word, form);
    return total_of_list(L, list);
}

static void note_total(lua_State *L, total t)
{
    pag_step step = {.kind = PAG_STEP_TOTAL,
                     .site = pag_call_site_number(L),
                     .n = (uint32_t)t.n,
                     .figures = t.figures,
                     .result = t.sum.number};
    pag_call_note(L, &step);
}

/* A sum in which no unit was met stays a numeral: it takes the unit of what it meets. */
static int push_total(lua_State *L, total t)
{
    int64_t whole;
    if (t.sum.literal && pag_number_to_whole(t.sum.number, &whole)) {
        lua_pushinteger(L, whole);
    } else if (t.sum.given) {
        pag_exact_push_given(L, t.sum.number);
    } else {
        pag_exact_push(L, t.sum.number);
    }
    return 1;
}

#define SUM_FORM "sum(m.results) / sum(s.list, \"cell\") / sum(s.list, \"cell\", function(m) … end)"
#define MEAN_FORM                                                                                  \
    "mean(m.results) / mean(s.list, \"cell\") / mean(s.list, \"cell\", function(m) … end)"

/* The list that rules are reasoned about with, or NULL. */
static const pag_list *every_of(lua_State *L)
{
    const pag_list *list = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_LIST);
    return list && list->every ? list : NULL;
}

static int word_sum(lua_State *L)
{
    const pag_sheet *sheet = sheet_of(L);
    if (sheet) return pag_sheet_total(L, sheet, false);
    const pag_list *every = every_of(L);
    if (every) return pag_symbol_total(L, every, false);
    total t = total_of(L, "sum", SUM_FORM);
    note_total(L, t);
    return push_total(L, t);
}

static int word_mean(lua_State *L)
{
    const pag_sheet *sheet = sheet_of(L);
    if (sheet) return pag_sheet_total(L, sheet, true);
    const pag_list *every = every_of(L);
    if (every) return pag_symbol_total(L, every, true);
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    total t = total_of(L, "mean", MEAN_FORM);
    pag_number mean = PAG_ZERO;
    pag_number_error error =
        pag_number_divide(arena, &mean, t.sum.number, pag_number_whole(arena, t.n));
    if (error != PAG_NUMBER_OK) {
        pag_exact_refuse(L, error, "/", t.sum.number, pag_number_whole(arena, t.n),
                         pag_call_place(L, PAG_SITE));
    }
    t.sum = (pag_operand){.number = mean};
    note_total(L, t);
    return push_total(L, t);
}

static lua_Integer how_many(lua_State *L, const char *word, const char *form, bool needs_test,
                            lua_Integer *of)
{
    const pag_list *list = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_LIST);
    bool test = lua_type(L, PAG_SECOND) == LUA_TFUNCTION;
    if (!list || (!test && (needs_test || !lua_isnoneornil(L, PAG_SECOND))))
        pag_call_refuse(L, word, form);
    lua_Integer n = 0;
    pag_script_spend(L, (int64_t)list->n);
    for (size_t i = 0; i < list->n; i++) {
        if (!test || entry_fits(L, PAG_SECOND, list->entries[i])) n++;
    }
    *of = (lua_Integer)list->n;
    return n;
}

static int word_count(lua_State *L)
{
    lua_Integer of;
    const pag_list *every = every_of(L);
    if (every) return pag_symbol_count(L, every);
    total t = {
        .n = how_many(L, "count", "count(s.list) or count(s.list, function(m) … end)", false, &of)};
    t.sum.number = pag_number_whole(pag_bind_of(L)->evaluator->arena, t.n);
    note_total(L, t);
    pag_exact_push(L, t.sum.number);
    return 1;
}

static int word_all(lua_State *L)
{
    lua_Integer of;
    if (every_of(L)) return pag_symbol_all(L, true);
    lua_Integer n = how_many(L, "all", "all(s.list, function(m) … end)", true, &of);
    lua_pushboolean(L, n == of);
    return 1;
}

static int word_any(lua_State *L)
{
    lua_Integer of;
    if (every_of(L)) return pag_symbol_all(L, false);
    lua_Integer n = how_many(L, "any", "any(s.list, function(m) … end)", true, &of);
    lua_pushboolean(L, n > 0);
    return 1;
}

/* --- the least and the most --- */

/* Numerals are of the unit that any of the other arguments brings. */
static void adopt_all(lua_State *L, pag_number *numbers, int n, pag_operand best)
{
    for (int i = 0; i < n && !best.literal; i++) {
        if (pag_number_unit(numbers[i]) == pag_number_unit(best.number)) continue;
        pag_operand x = {.number = numbers[i], .literal = true};
        pag_call_adopt(L, &x, &best, PAG_FIRST + i);
        numbers[i] = x.number;
    }
}

static int choose(lua_State *L, int wanted, const char *word, const char *form)
{
    int n = lua_gettop(L) - PAG_SITE;
    if (n < 2) pag_call_refuse(L, word, form);
    if (pag_symbol_among(L, PAG_FIRST, n + 1)) return pag_symbol_choose(L, wanted < 0);
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    pag_number *numbers = PAG_NEW_ARRAY(arena, pag_number, (size_t)n);
    pag_operand best = pag_call_operand(L, PAG_FIRST);
    int chosen = 0;
    for (int i = 0; i < n; i++) {
        pag_operand x = pag_call_operand(L, PAG_FIRST + i);
        pag_call_adopt(L, &best, &x, PAG_FIRST + i);
        if (pag_number_unit(x.number) != pag_number_unit(best.number)) {
            pag_exact_refuse(L, PAG_NUMBER_UNITS, "<", best.number, x.number,
                             pag_call_place(L, PAG_FIRST + i));
        }
        numbers[i] = x.number;
        if (pag_number_order(x.number, best.number) == wanted) {
            best = x;
            chosen = i;
        }
    }
    adopt_all(L, numbers, n, best);
    pag_step step = {.kind = PAG_STEP_CHOSE,
                     .site = pag_call_site_number(L),
                     .chosen = (uint32_t)chosen,
                     .n = (uint32_t)n,
                     .numbers = numbers,
                     .result = best.number};
    pag_call_note(L, &step);
    lua_pushvalue(L, PAG_FIRST + chosen);
    return 1;
}

static int word_least(lua_State *L)
{
    return choose(L, -1, "least", "least(a, b)");
}

static int word_most(lua_State *L)
{
    return choose(L, 1, "most", "most(a, b)");
}

/* --- the list --- */

enum { SITED = 13 };
static const pag_str names[] = {/* the first SITED carry their place, see outline.h */
                                {"sum", 3},         {"mean", 4},    {"least", 5},  {"most", 4},
                                {"count", 5},       {"all", 3},     {"any", 3},    {"is", 2},
                                {"above", 5},       {"days", 4},    {"rank", 4},   {"full", 4},
                                {"to_confirm", 10}, {"ipairs", 6},  {"pairs", 5},  {"pack", 4},
                                {"use", 3},         {"subject", 7}, {"bands", 5},  {"keyed", 5},
                                {"dated", 5},       {"period", 6},  {"must", 4},   {"warn", 4},
                                {"text", 4},        {"flag", 4},    {"date", 4},   {"choice", 6},
                                {"whole", 5},       {"number", 6},  {"points", 6}, {"percent", 7},
                                {"money", 5},       {"class", 5},   {"ref", 3},    {"sheet", 5},
                                {"list", 4}};

const pag_str *pag_words_all(size_t *n, size_t *n_sited)
{
    *n = sizeof names / sizeof *names;
    *n_sited = SITED;
    return names;
}

bool pag_word_takes_name(pag_str word)
{
    static const pag_str takes[] = {{"sum", 3}, {"mean", 4}, {"rank", 4}};
    size_t i = 0, n = sizeof takes / sizeof *takes;
    while (i < n && !pag_str_equal(word, takes[i])) i++;
    return i < n;
}

void pag_words_open(lua_State *L, int words)
{
    static const luaL_Reg functions[] = {{"sum", word_sum},
                                         {"mean", word_mean},
                                         {"least", word_least},
                                         {"most", word_most},
                                         {"count", word_count},
                                         {"all", word_all},
                                         {"any", word_any},
                                         {"is", pag_word_is},
                                         {"above", pag_word_above},
                                         {"days", pag_word_days},
                                         {"rank", pag_word_rank},
                                         {"full", pag_word_full},
                                         {"to_confirm", pag_word_to_confirm},
                                         {"ipairs", pag_word_ipairs},
                                         {"pairs", pag_word_pairs},
                                         {NULL, NULL}};
    lua_pushvalue(L, words);
    luaL_setfuncs(L, functions, 0);
    lua_pop(L, 1);
}
