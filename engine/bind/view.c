/* Read-only views: an entry gives its cells by name, a list its entries by number, both compute
 * what is asked for. Names are found by the address of Lua's interned text. */
#include "bind/symbol.h"

#include <lauxlib.h>

static size_t hash(const void *key, size_t mask)
{
    uintptr_t bits = (uintptr_t)key;
    return (size_t)((bits >> 4) ^ (bits >> 11)) & mask;
}

static bool slot_of_key(const pag_bind *bind, const pag_group *group, const void *key,
                        uint32_t *slot)
{
    const pag_keymap *map = &bind->keymaps[group->number];
    for (size_t i = hash(key, map->mask); map->keys[i]; i = (i + 1) & map->mask) {
        if (map->keys[i] == key) {
            *slot = map->slots[i];
            return true;
        }
    }
    return false;
}

static void keymap_fill(lua_State *L, pag_bind *bind, const pag_group *group)
{
    size_t room = 8;
    while (room < group->n_cells * 4) room *= 2;
    pag_keymap *map = &bind->keymaps[group->number];
    *map = (pag_keymap){.group = group, .mask = room - 1};
    map->keys = PAG_NEW_ARRAY(bind->arena, const void *, room);
    map->slots = PAG_NEW_ARRAY(bind->arena, uint32_t, room);
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_ANCHORS);
    for (uint32_t slot = 0; slot < group->n_cells; slot++) {
        pag_str name = group->cells[slot].name;
        lua_pushlstring(L, name.at, name.len);
        const void *key = lua_topointer(L, -1);
        luaL_ref(L, -2); /* the text stays, so its address does */
        size_t i = hash(key, map->mask);
        while (map->keys[i]) i = (i + 1) & map->mask;
        map->keys[i] = key;
        map->slots[i] = slot;
    }
    lua_pop(L, 1);
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) keymap_fill(L, bind, group->cells[i].list);
    }
}

typedef struct sealing {
    pag_bind *bind;
    pag_group *const *groups;
    size_t n;
} sealing;

static int seal(lua_State *L)
{
    sealing *s = lua_touserdata(L, 1);
    s->bind->keymaps = PAG_NEW_ARRAY(s->bind->arena, pag_keymap, s->bind->n_groups + 1);
    for (size_t i = 0; i < s->n; i++) keymap_fill(L, s->bind, s->groups[i]);
    pag_freeze(L);
    return 0;
}

pag_status pag_bind_seal(pag_bind *bind, pag_group *const *groups, size_t n)
{
    sealing s = {bind, groups, n};
    if (!pag_gives_settle(bind)) return PAG_INVALID;
    pag_script_work work = {seal, &s, bind->diags, {bind->arena, NULL}};
    return pag_script_run(bind->script, &work);
}

/* --- values --- */

void pag_view_push(lua_State *L, const pag_figure *figure)
{
    const pag_value *v = &figure->value;
    switch (v->kind) {
    case PAG_VALUE_NUMBER: pag_exact_push(L, v->number); break;
    case PAG_VALUE_TEXT: lua_pushlstring(L, v->text.at, v->text.len); break;
    case PAG_VALUE_FLAG: lua_pushboolean(L, v->flag); break;
    case PAG_VALUE_CHOICE: pag_exact_push_handle(L, v->choice); break;
    case PAG_VALUE_SHEET: pag_exact_push_handle(L, v->sheet); break;
    case PAG_VALUE_LIST: pag_exact_push_handle(L, v->list); break;
    case PAG_VALUE_ENTRY: pag_exact_push_handle(L, v->entry); break;
    case PAG_VALUE_TERM: pag_symbol_push_figure(L, figure); break;
    case PAG_VALUE_NONE: lua_pushnil(L); break;
    }
}

pag_figure *pag_view_read(lua_State *L, pag_entry *entry, uint32_t slot)
{
    const pag_evaluator *e = pag_bind_of(L)->evaluator;
    pag_figure *figure = &entry->figures[slot];
    if (!e->read(e->run, figure)) pag_script_raise(L);
    return figure;
}

static _Noreturn void no_such_cell(lua_State *L, const pag_group *group, pag_str name, pag_pos pos)
{
    const pag_evaluator *e = pag_bind_of(L)->evaluator;
    pag_str *names = PAG_NEW_ARRAY(e->arena, pag_str, group->n_cells + 1);
    for (size_t i = 0; i < group->n_cells; i++) names[i] = group->cells[i].name;
    size_t near = pag_str_nearest(name, names, group->n_cells);
    pag_str path = pag_group_path(e->arena, group);
    if (near < group->n_cells) {
        pag_diag_add(e->diags, PAG_E0467, pos, 3, name, path, names[near]);
    } else {
        pag_diag_add(e->diags, PAG_E0462, pos, 3, name, path, pag_group_cells(e->arena, group));
    }
    pag_script_raise(L);
}

uint32_t pag_view_slot(lua_State *L, const pag_group *group, int at, bool sited)
{
    uint32_t slot;
    if (slot_of_key(pag_bind_of(L), group, lua_topointer(L, at), &slot)) return slot;
    pag_str name;
    name.at = lua_tolstring(L, at, &name.len);
    no_such_cell(L, group, name, sited ? pag_call_place(L, at) : pag_script_where(L, 1));
}

static int index_list(lua_State *L, const pag_list *list)
{
    int64_t i = lua_isinteger(L, 2) ? lua_tointeger(L, 2) : 0;
    if (list->every) pag_ways_unknown(L); /* one by one: how many there are is not known */
    if (pag_exact_is_number(L, 2)) {      /* count(…) counts exactly */
        pag_number number = pag_exact_operand(L, 2, (pag_pos){0}).number;
        if (pag_number_unit(number) == PAG_PLAIN) (void)pag_number_to_whole(number, &i);
    }
    if (i >= 1 && (size_t)i <= list->n) {
        pag_exact_push_handle(L, list->entries[i - 1]);
    } else if (lua_type(L, 2) == LUA_TSTRING) {
        pag_str key = pag_str_from(lua_tostring(L, 2));
        pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0470, pag_word_where(L, key), 2,
                     list->group->name, key);
        pag_script_raise(L);
    } else {
        lua_pushnil(L);
    }
    return 1;
}

static int op_index(lua_State *L)
{
    pag_handle kind;
    if (!pag_exact_any_handle(L, 1, &kind)) kind = PAG_HANDLE_CHOICE;
    void *thing = (void *)((uintptr_t)lua_touserdata(L, 1) >> 2);
    if (kind == PAG_HANDLE_ENTRY && lua_type(L, 2) == LUA_TSTRING) {
        pag_entry *entry = thing;
        pag_view_push(L, pag_view_read(L, entry, pag_view_slot(L, entry->group, 2, false)));
        return 1;
    }
    if (kind == PAG_HANDLE_LIST) return index_list(L, thing);
    if (kind == PAG_HANDLE_PERIOD) return pag_period_index(L);
    if (kind == PAG_HANDLE_BANDS) pag_table_refuse(L, thing, pag_script_where(L, 1));
    pag_str key = PAG_STR("");
    if (lua_type(L, 2) == LUA_TSTRING) key = pag_str_from(lua_tostring(L, 2));
    pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0463, pag_word_where(L, key), 0);
    pag_script_raise(L);
}

static int op_length(lua_State *L)
{
    const pag_list *list = pag_exact_handle(L, 1, PAG_HANDLE_LIST);
    const pag_sheet *sheet = pag_exact_handle(L, 1, PAG_HANDLE_SHEET);
    if (!list && !sheet) {
        pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0463, pag_script_where(L, 1), 0);
        pag_script_raise(L);
    }
    if (list && list->every) pag_ways_unknown(L);
    lua_pushinteger(L, (lua_Integer)(list ? list->n : sheet->n));
    return 1;
}

static int op_call(lua_State *L)
{
    if (pag_exact_handle(L, 1, PAG_HANDLE_BANDS)) return pag_table_call(L);
    pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0463, pag_script_where(L, 1), 0);
    pag_script_raise(L);
}

void pag_view_open(lua_State *L, int metatable)
{
    static const luaL_Reg methods[] = {
        {"__index", op_index}, {"__len", op_length}, {"__call", op_call}, {NULL, NULL}};
    lua_pushvalue(L, metatable);
    luaL_setfuncs(L, methods, 0);
    lua_pop(L, 1);
}
