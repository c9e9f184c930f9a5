/* After loading, nothing a formula can reach may change: every plain table that a formula (or a
 * function it uses) holds is emptied into a shadow that only answers. Found through upvalues, from
 * the registered formulas on. */
#include "bind/internal.h"

#include <lauxlib.h>
#include <string.h>

enum { SHADOW = 1 };

static int refuse_change(lua_State *L)
{
    pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0469, pag_script_where(L, 1), 0);
    pag_script_raise(L);
}

static _Noreturn void refuse_key(lua_State *L, pag_code code)
{
    if (code == PAG_E0452) {
        pag_tell_nothing(pag_bind_of(L), code, pag_script_where(L, 1), (pag_str){0});
    } else {
        pag_diag_add(pag_bind_of(L)->evaluator->diags, code, pag_script_where(L, 1), 0);
    }
    pag_script_raise(L);
}

void pag_key_push(lua_State *L, int at)
{
    const pag_choice *choice = pag_exact_handle(L, at, PAG_HANDLE_CHOICE);
    int64_t count;
    if (choice) {
        lua_pushlstring(L, choice->word.at, choice->word.len);
    } else if (pag_exact_is_number(L, at)) {
        pag_number number = pag_exact_operand(L, at, (pag_pos){0}).number;
        bool plain = pag_number_unit(number) == PAG_PLAIN;
        if (!plain || !pag_number_to_whole(number, &count)) refuse_key(L, PAG_E0468);
        lua_pushinteger(L, count);
    } else {
        if (lua_isnil(L, at)) refuse_key(L, PAG_E0452);
        lua_pushvalue(L, at);
    }
}

/* A look-up in a declared table. */
static int frozen_index(lua_State *L)
{
    pag_key_push(L, 2);
    lua_rawget(L, lua_upvalueindex(SHADOW));
    return 1;
}

static int frozen_length(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, lua_upvalueindex(SHADOW)));
    return 1;
}

/* Moves the pairs of the table at the top into a new one, pushed above it. */
static void move_to_shadow(lua_State *L)
{
    int table = lua_gettop(L);
    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);        /* … shadow key key value */
        lua_rawset(L, table + 1); /* … shadow key */
    }
    lua_pushnil(L);
    while (lua_next(L, table)) { /* clearing a field on the way is allowed */
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_pushnil(L);
        lua_rawset(L, table);
    }
}

static void set_guard(lua_State *L, const char *name, lua_CFunction f, int shadow)
{
    lua_pushvalue(L, shadow);
    lua_pushcclosure(L, f, SHADOW);
    lua_setfield(L, -2, name);
}

/* The table at the top becomes frozen; its shadow is pushed. */
static void freeze_table(lua_State *L)
{
    int table = lua_gettop(L);
    move_to_shadow(L);
    int shadow = lua_gettop(L);
    lua_createtable(L, 0, 5);
    set_guard(L, "__index", frozen_index, shadow);
    set_guard(L, "__len", frozen_length, shadow);
    lua_pushcfunction(L, refuse_change);
    lua_setfield(L, -2, "__newindex");
    lua_pushvalue(L, shadow);
    lua_setfield(L, -2, "shadow"); /* for pairs, see words.c; scripts cannot reach it */
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, table);
}

/* Puts the value at the top on the list of work when it was not seen before, and takes it off. */
static void found(lua_State *L, int seen, int work)
{
    int type = lua_type(L, -1);
    /* one that holds no is true for a formula that tests it */
    if (pag_doubt_refuse(L, -1)) pag_script_raise(L);
    if (type == LUA_TTABLE || (type == LUA_TFUNCTION && !lua_iscfunction(L, -1))) {
        lua_pushvalue(L, -1);
        if (lua_rawget(L, seen) == LUA_TNIL) {
            lua_pushvalue(L, -2);
            lua_pushboolean(L, 1);
            lua_rawset(L, seen);
            lua_pushvalue(L, -2);
            lua_rawseti(L, work, (lua_Integer)lua_rawlen(L, work) + 1);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

/* What the environment at the top names is reachable too, and so is what it finds behind itself:
 * the names of pack.lua and the words. Formulas cannot write to environments; takes it off. */
static void look_in_environment(lua_State *L, int seen, int work)
{
    while (lua_istable(L, -1)) {
        int names = lua_gettop(L);
        lua_pushnil(L);
        while (lua_next(L, names)) found(L, seen, work);
        if (luaL_getmetafield(L, names, "__index") == LUA_TNIL) break;
        lua_replace(L, names);
    }
    lua_pop(L, 1);
}

/* Nothing is defined any more, so what an environment finds behind itself may as well stand in it:
 * formulas then find each word at the first look. Of the environment at the top, once. */
static void flatten(lua_State *L, int seen)
{
    int names = lua_gettop(L);
    lua_pushvalue(L, names);
    if (lua_rawget(L, seen) != LUA_TNIL || !lua_istable(L, names)) {
        lua_settop(L, names);
        return;
    }
    lua_pushvalue(L, names);
    lua_pushboolean(L, 1);
    lua_rawset(L, seen);
    for (int behind = names; luaL_getmetafield(L, behind, "__index") == LUA_TTABLE;) {
        behind = lua_gettop(L);
        lua_pushnil(L);
        while (lua_next(L, behind)) {
            lua_pushvalue(L, -2);
            bool there = lua_rawget(L, names) != LUA_TNIL;
            lua_pop(L, 1);
            lua_pushvalue(L, -2);
            lua_insert(L, -2); /* … key key value */
            if (there) {
                lua_pop(L, 2);
            } else {
                lua_rawset(L, names);
            }
        }
    }
    lua_settop(L, names);
}

static void look_in_function(lua_State *L, int seen, int work)
{
    int function = lua_gettop(L);
    const char *name;
    for (int i = 1; (name = lua_getupvalue(L, function, i)) != NULL; i++) {
        if (strcmp(name, "_ENV") == 0) {
            flatten(L, seen);
            look_in_environment(L, seen, work);
        } else {
            found(L, seen, work);
        }
    }
}

static void look_in_table(lua_State *L, int seen, int work)
{
    freeze_table(L);
    int shadow = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, shadow)) found(L, seen, work);
    lua_pop(L, 1);
}

void pag_freeze(lua_State *L)
{
    luaL_checkstack(L, 32, NULL);
    lua_newtable(L);
    int seen = lua_gettop(L);
    lua_newtable(L);
    int work = lua_gettop(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_FORMULAS);
    int formulas = lua_gettop(L);
    for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, formulas); i++) {
        lua_rawgeti(L, formulas, i);
        found(L, seen, work);
    }
    for (lua_Integer left; (left = (lua_Integer)lua_rawlen(L, work)) > 0;) {
        lua_rawgeti(L, work, left);
        lua_pushnil(L);
        lua_rawseti(L, work, left);
        if (lua_isfunction(L, -1)) {
            look_in_function(L, seen, work);
        } else {
            look_in_table(L, seen, work);
        }
        lua_pop(L, 1);
    }
    lua_settop(L, seen - 1);
}
