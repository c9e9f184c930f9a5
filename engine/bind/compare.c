/* Equality and order between figures, numerals and choices, and the distance of dates. `==` is
 * refused in rules because Lua would answer false where it should compare; is(…) compares. */
#include "bind/symbol.h"

/* The word at `at` among those of the choice's cell. */
static uint32_t choice_index(lua_State *L, int at, const pag_cell *cell)
{
    const pag_evaluator *e = pag_bind_of(L)->evaluator;
    const pag_choice *other = pag_exact_handle(L, at, PAG_HANDLE_CHOICE);
    if (other && other->cell == cell) return other->index;
    pag_str word = other ? other->word : (pag_str){0};
    if (lua_type(L, at) == LUA_TSTRING) word.at = lua_tolstring(L, at, &word.len);
    if (lua_isnil(L, at)) {
        pag_tell_nothing(pag_bind_of(L), PAG_E0464, pag_call_place(L, PAG_SITE), (pag_str){0});
        pag_script_raise(L);
    }
    if (!word.at) {
        pag_diag_add(e->diags, PAG_E0464, pag_call_place(L, PAG_SITE), 0);
        pag_script_raise(L);
    }
    const pag_choice *own = pag_cell_choice(cell, word);
    if (own) return own->index;
    pag_diag_add(e->diags, PAG_E0465, pag_call_place(L, at), 3, word, cell->name,
                 pag_choices_listed(e->arena, cell));
    pag_script_raise(L);
}

/* How the first argument stands to the second, where one of them is a choice. */
static bool compare_choices(lua_State *L, int *order)
{
    const pag_choice *a = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_CHOICE);
    const pag_choice *b = pag_exact_handle(L, PAG_SECOND, PAG_HANDLE_CHOICE);
    if (!a && !b) return false;
    uint32_t x = a ? a->index : choice_index(L, PAG_FIRST, b->cell);
    uint32_t y = a ? choice_index(L, PAG_SECOND, a->cell) : b->index;
    *order = (x > y) - (x < y);
    return true;
}

static int compare_numbers(lua_State *L)
{
    pag_operand a = pag_call_operand(L, PAG_FIRST);
    pag_operand b = pag_call_operand(L, PAG_SECOND);
    pag_call_adopt(L, &a, &b, PAG_SITE);
    if (pag_number_unit(a.number) != pag_number_unit(b.number)) {
        pag_exact_refuse(L, PAG_NUMBER_UNITS, "=", a.number, b.number, pag_call_place(L, PAG_SITE));
    }
    return pag_number_order(a.number, b.number);
}

/* Two entries are the same when they are one; entries of two lists never are, and asking is a
 * mistake. False when neither is an entry. */
static bool same_entries(lua_State *L, bool *same)
{
    const pag_entry *a = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_ENTRY);
    const pag_entry *b = pag_exact_handle(L, PAG_SECOND, PAG_HANDLE_ENTRY);
    const pag_entry *one = a ? a : b;
    if (!one || lua_isnil(L, PAG_FIRST) || lua_isnil(L, PAG_SECOND)) return false;
    if (!a || !b || a->group != b->group) {
        const pag_evaluator *e = pag_bind_of(L)->evaluator;
        pag_diag_add(e->diags, PAG_E0771, pag_call_place(L, PAG_SITE), 1,
                     pag_group_path(e->arena, one->group));
        pag_script_raise(L);
    }
    *same = a == b;
    return true;
}

static bool is_numeral(lua_State *L, int at)
{
    pag_number ignored;
    pag_str text = {0};
    text.at = lua_tolstring(L, at, &text.len);
    return pag_number_parse(pag_bind_of(L)->evaluator->arena, text, &ignored) == PAG_NUMBER_OK;
}

/* Two texts are equal when their letters are; where both are numbers, when these are: "0.5" and
 * "0.50". */
static bool same_texts(lua_State *L)
{
    if (lua_rawequal(L, PAG_FIRST, PAG_SECOND)) return true;
    return is_numeral(L, PAG_FIRST) && is_numeral(L, PAG_SECOND) && compare_numbers(L) == 0;
}

int pag_word_is(lua_State *L)
{
    int order = 1;
    bool same = false;
    if (lua_gettop(L) != PAG_SECOND) pag_call_refuse(L, "is", "is(a, b)");
    bool entry = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_ENTRY) != NULL;
    bool unknown = pag_symbol_exploring(L) && entry;
    if (unknown || pag_symbol_among(L, PAG_FIRST, PAG_SECOND)) return pag_symbol_is(L);
    int a = lua_type(L, PAG_FIRST), b = lua_type(L, PAG_SECOND);
    if (compare_choices(L, &order)) {
        lua_pushboolean(L, order == 0);
    } else if (same_entries(L, &same)) {
        lua_pushboolean(L, same);
    } else if (a == LUA_TSTRING && b == LUA_TSTRING) {
        lua_pushboolean(L, same_texts(L));
    } else if (a == LUA_TBOOLEAN && b == LUA_TBOOLEAN) {
        lua_pushboolean(L, lua_rawequal(L, PAG_FIRST, PAG_SECOND));
    } else if (a == LUA_TNIL || b == LUA_TNIL) {
        pag_tell_nothing(pag_bind_of(L), PAG_E0464, pag_call_place(L, PAG_SITE), (pag_str){0});
        pag_script_raise(L);
    } else if (a == LUA_TBOOLEAN || b == LUA_TBOOLEAN) {
        pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0464, pag_call_place(L, PAG_SITE), 0);
        pag_script_raise(L);
    } else {
        lua_pushboolean(L, compare_numbers(L) == 0);
    }
    return 1;
}

/* Rows of bands go upwards, and so do the words they give; those of other tables have no order. */
static void insist_on_order(lua_State *L, int at)
{
    const pag_choice *choice = pag_exact_handle(L, at, PAG_HANDLE_CHOICE);
    if (!choice || !choice->cell->bands || choice->cell->bands->kind == PAG_TABLE_BANDS) return;
    pag_call_refuse(L, "above", "is(a, b)");
}

int pag_word_above(lua_State *L)
{
    int order;
    insist_on_order(L, PAG_FIRST);
    insist_on_order(L, PAG_SECOND);
    if (lua_gettop(L) != PAG_SECOND) pag_call_refuse(L, "above", "above(a, b)");
    if (pag_symbol_among(L, PAG_FIRST, PAG_SECOND)) return pag_symbol_above(L);
    if (!compare_choices(L, &order)) order = compare_numbers(L);
    lua_pushboolean(L, order > 0);
    return 1;
}

/* How many days from the first date to the second, both counted. */
int pag_word_days(lua_State *L)
{
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    if (lua_gettop(L) != PAG_SECOND) pag_call_refuse(L, "days", "days(from, to)");
    if (pag_symbol_among(L, PAG_FIRST, PAG_SECOND)) return pag_symbol_days(L);
    pag_number from = pag_call_operand(L, PAG_FIRST).number;
    pag_number to = pag_call_operand(L, PAG_SECOND).number;
    if (pag_number_unit(from) != PAG_DATE || pag_number_unit(to) != PAG_DATE) {
        pag_call_refuse(L, "days", "days(from, to)");
    }
    if (pag_number_order(to, from) < 0) {
        pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0482, pag_call_place(L, PAG_SITE), 2,
                     pag_number_people(arena, from), pag_number_people(arena, to));
        pag_script_raise(L);
    }
    pag_number days = PAG_ZERO;
    pag_number_error error = pag_number_subtract(arena, &days, to, from);
    if (error != PAG_NUMBER_OK)
        pag_exact_refuse(L, error, "-", to, from, pag_call_place(L, PAG_SITE));
    pag_exact_push(L, pag_call_add(L, days, pag_number_whole(arena, 1)));
    return 1;
}
