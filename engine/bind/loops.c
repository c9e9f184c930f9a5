/* Loops over lists and tables, always in one order. */
#include "bind/internal.h"

#include <lauxlib.h>
#include <stdlib.h>

static int next_item(lua_State *L)
{
    lua_Integer i = luaL_checkinteger(L, 2) + 1;
    lua_pushinteger(L, i);
    lua_geti(L, 1, i);
    return lua_isnil(L, -1) ? 1 : 2;
}

int pag_word_ipairs(lua_State *L)
{
    bool list = pag_exact_handle(L, 1, PAG_HANDLE_LIST) != NULL;
    if (!list && lua_type(L, 1) != LUA_TTABLE) {
        pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0466, pag_script_where(L, 1), 2,
                     PAG_STR("ipairs"), PAG_STR("for _, m in ipairs(s.list) do … end"));
        pag_script_raise(L);
    }
    lua_pushcfunction(L, next_item);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

/* Keys of a table sorted: whole numbers first, then texts by their bytes. */
typedef struct sort_key {
    bool text;
    lua_Integer number;
    pag_str name;
} sort_key;

static int by_key(const void *a, const void *b)
{
    const sort_key *x = a, *y = b;
    if (x->text != y->text) return x->text ? 1 : -1;
    if (x->text) return pag_str_compare(x->name, y->name);
    return (x->number > y->number) - (x->number < y->number);
}

static bool hidden(lua_State *L, int at)
{
    return lua_type(L, at) == LUA_TSTRING && (unsigned char)lua_tostring(L, at)[0] < ' ' &&
           lua_rawlen(L, at) == 1;
}

/* Collects the keys of the raw table at `at`, sorted. */
static size_t sorted_keys(lua_State *L, int at, sort_key **out)
{
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    size_t n = 0, i = 0;
    lua_pushnil(L);
    while (lua_next(L, at)) {
        lua_pop(L, 1);
        n++;
    }
    enum { STEPS_A_KEY = 20 }; /* it is looked at, sorted and copied */
    pag_script_spend(L, (int64_t)n * STEPS_A_KEY);
    sort_key *keys = PAG_NEW_ARRAY(arena, sort_key, n + 1);
    lua_pushnil(L);
    while (lua_next(L, at)) {
        lua_pop(L, 1);
        if (hidden(L, -1)) continue;
        sort_key *key = &keys[i];
        if (lua_type(L, -1) == LUA_TSTRING) {
            key->text = true;
            key->name.at = lua_tolstring(L, -1, &key->name.len);
        } else if (lua_isinteger(L, -1)) {
            key->number = lua_tointeger(L, -1);
        } else {
            pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0468, pag_script_where(L, 1), 0);
            pag_script_raise(L);
        }
        i++;
    }
    qsort(keys, i, sizeof *keys, by_key);
    *out = keys;
    return i;
}

/* The state of a loop over pairs is a table that only this room reads: 1 the table, 2 the keys in
 * order, 3 the place of each key. The function has no memory of its own, so that keeping it from
 * one evaluation to the next keeps nothing. */
enum { LOOP_TABLE = 1, LOOP_KEYS, LOOP_PLACES };

static int next_pair(lua_State *L)
{
    lua_Integer place = 0;
    if (lua_type(L, 1) != LUA_TTABLE) return 0;
    lua_settop(L, 2);
    if (!lua_isnil(L, 2)) {
        lua_geti(L, 1, LOOP_PLACES);
        lua_pushvalue(L, 2);
        lua_gettable(L, -2);
        place = lua_tointeger(L, -1);
    }
    lua_geti(L, 1, LOOP_KEYS);
    if (lua_geti(L, -1, place + 1) == LUA_TNIL) return 1;
    lua_geti(L, 1, LOOP_TABLE);
    lua_pushvalue(L, -2);
    lua_gettable(L, -2); /* … key table value */
    lua_remove(L, -2);
    return 2;
}

int pag_word_pairs(lua_State *L)
{
    if (lua_type(L, 1) != LUA_TTABLE) {
        pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0466, pag_script_where(L, 1), 2,
                     PAG_STR("pairs"), PAG_STR("for key, value in pairs(table) do … end"));
        pag_script_raise(L);
    }
    int raw =
        luaL_getmetafield(L, 1, "shadow") != LUA_TNIL ? lua_gettop(L) : 1; /* a frozen table */
    sort_key *keys;
    size_t n = sorted_keys(L, raw, &keys);
    lua_pushcfunction(L, next_pair);
    lua_createtable(L, LOOP_PLACES, 0);
    lua_pushvalue(L, 1);
    lua_rawseti(L, -2, LOOP_TABLE);
    lua_createtable(L, (int)n, 0);
    lua_createtable(L, 0, (int)n);
    for (size_t i = 0; i < n; i++) {
        if (keys[i].text) {
            lua_pushlstring(L, keys[i].name.at, keys[i].name.len);
        } else {
            lua_pushinteger(L, keys[i].number);
        }
        lua_pushvalue(L, -1);
        lua_rawseti(L, -4, (lua_Integer)i + 1);
        lua_pushinteger(L, (lua_Integer)i + 1);
        lua_rawset(L, -3);
    }
    lua_rawseti(L, -3, LOOP_PLACES);
    lua_rawseti(L, -2, LOOP_KEYS);
    return 2;
}
