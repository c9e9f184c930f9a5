/* Attributes replaced from outside while a pack loads: in the table of a declaration, before
 * anything of it is judged, the text that the rules give a named attribute gives way to another.
 * What is declared in braces within the braces counts too. A word that the declaration may have and
 * the rules do not write is added, as if it stood there.
 */
#include "bind/internal.h"

#include <lauxlib.h>

void pag_bind_override(pag_bind *bind, pag_overrides *overrides)
{
    bind->overrides = overrides;
}

/* "result_pay.gaps" below "result_pay" is "gaps"; empty when it is not below. */
static pag_str attribute_of(pag_str name, pag_str path)
{
    bool below = name.len > path.len && pag_str_starts(name, path) && name.at[path.len] == '.';
    if (!below) return PAG_STR("");
    return (pag_str){name.at + path.len + 1, name.len - path.len - 1};
}

/* Pushes what the text stands for in the place of the value at the top: whole numbers, true and
 * false stay what they are in rules. */
static void push_text(lua_State *L, pag_bind *bind, pag_str text)
{
    pag_number number;
    int64_t whole;
    bool is_true = pag_str_equal(text, PAG_STR("true"));
    bool flag = lua_isboolean(L, -1) || lua_isnil(L, -1);
    if (flag && (is_true || pag_str_equal(text, PAG_STR("false")))) {
        lua_pushboolean(L, is_true);
    } else if ((lua_isinteger(L, -1) || lua_isnil(L, -1)) &&
               pag_number_parse(bind->arena, text, &number) == PAG_NUMBER_OK &&
               pag_number_unit(number) == PAG_PLAIN && pag_number_to_whole(number, &whole)) {
        lua_pushinteger(L, whole);
    } else {
        lua_pushlstring(L, text.at, text.len);
    }
}

/* Keeps the name that is nearest to the one wanted, in case that one is not found. */
static void consider(pag_bind *bind, pag_override *o, pag_str path, pag_str attribute)
{
    pag_str name = pag_text_join(bind->arena, 3, path, PAG_STR("."), attribute);
    size_t distance = pag_str_distance(o->name, name);
    if (o->several || (o->near.len && distance >= o->distance)) return;
    o->near = name;
    o->distance = distance;
}

static bool is_replaceable(lua_State *L)
{
    return !lua_isnil(L, -1) && !lua_isfunction(L, -1) && pag_kind_of(L, -1) < 0;
}

/* Another declaration may hold the same table: what is changed is a copy, in its place at the top.
 */
static void own_copy(lua_State *L)
{
    int from = lua_gettop(L);
    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, from)) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, from + 1);
    }
    lua_replace(L, from);
}

static void put(lua_State *L, const pag_override *o, pag_str key)
{
    own_copy(L);
    int table = lua_gettop(L);
    lua_pushlstring(L, key.at, key.len);
    lua_pushvalue(L, -1);
    lua_rawget(L, table);
    push_text(L, pag_bind_of(L), o->text);
    lua_remove(L, -2);
    lua_rawset(L, table);
}

/* The words that the rules do not write, and that may stand in the table at the top. */
static void add(lua_State *L, pag_override *o, pag_str path, pag_str attribute, pag_texts may)
{
    pag_shape shape = pag_shape_of(L, -1);
    for (size_t i = 0; i < may.n; i++) {
        if (pag_shape_entry(&shape, may.at[i].at)) continue;
        consider(pag_bind_of(L), o, path, may.at[i]);
        if (o->taken || !pag_str_equal(may.at[i], attribute)) continue;
        own_copy(L);
        pag_shape_extend(L, attribute);
        put(L, o, attribute);
        o->taken = true;
    }
}

/* The attribute of the table at the top of the stack. */
static void replace(lua_State *L, pag_override *o, pag_str path, pag_str attribute, pag_texts may)
{
    pag_shape shape = pag_shape_of(L, -1);
    for (size_t i = 0; i < shape.n; i++) {
        const pag_outline_entry *entry = &shape.entries[i];
        if (entry->index) continue;
        lua_pushlstring(L, entry->key.at, entry->key.len);
        lua_rawget(L, shape.at);
        bool fits = is_replaceable(L);
        lua_pop(L, 1);
        if (!fits) continue;
        consider(pag_bind_of(L), o, path, entry->key);
        if (o->taken || !pag_str_equal(entry->key, attribute)) continue;
        put(L, o, entry->key);
        o->taken = true;
    }
    add(L, o, path, attribute, may);
}

/* What the braces of the entry are asked for: "rest" as "split.rest", or alone. */
static pag_str inner_attribute(const pag_outline_entry *entry, pag_str attribute)
{
    pag_str own = attribute_of(attribute, entry->key);
    return own.len ? own : attribute;
}

/* What the braces after that word may have. */
static pag_texts may_have_inside(pag_str key)
{
    static const pag_str mode[] = {{"mode", 4}};
    return (pag_texts){mode, pag_str_equal(key, PAG_STR("round")) ? 1 : 0};
}

/* Pushes the braces that are the value of the entry; false, and nothing, when there are none that
 * have the attribute. */
static bool push_inner(lua_State *L, const pag_shape *shape, const pag_outline_entry *entry,
                       pag_str attribute)
{
    if (entry->index) return false;
    lua_pushlstring(L, entry->key.at, entry->key.len);
    lua_rawget(L, shape->at);
    bool has = lua_type(L, -1) == LUA_TTABLE && pag_kind_of(L, -1) < 0;
    if (has) {
        pag_str inner = inner_attribute(entry, attribute);
        lua_pushlstring(L, inner.at, inner.len);
        lua_rawget(L, -2);
        pag_texts may = may_have_inside(entry->key);
        has = is_replaceable(L) || (may.n && pag_str_equal(*may.at, inner));
        lua_pop(L, 1);
    }
    if (!has) lua_pop(L, 1);
    return has;
}

/* The same in the tables that are values of this one, such as the braces after `round`; not where
 * several have it and none is named. */
static void replace_inside(lua_State *L, pag_override *o, pag_str path, pag_str attribute)
{
    pag_shape shape = pag_shape_of(L, -1);
    const pag_outline_entry *found = NULL;
    size_t n = 0;
    for (size_t i = 0; i < shape.n; i++) {
        if (!push_inner(L, &shape, &shape.entries[i], attribute)) continue;
        lua_pop(L, 1);
        found = &shape.entries[i];
        n++;
    }
    if (n > 1) { /* said with the last of them as the example */
        o->near = pag_text_join(pag_bind_of(L)->arena, 5, path, PAG_STR("."), found->key,
                                PAG_STR("."), attribute);
        o->several = true;
    }
    if (n != 1) return;
    (void)push_inner(L, &shape, found, attribute);
    replace(L, o, path, inner_attribute(found, attribute), may_have_inside(found->key));
    lua_insert(L, shape.at); /* below the table that it belongs to */
    own_copy(L);
    lua_pushlstring(L, found->key.at, found->key.len);
    lua_pushvalue(L, shape.at);
    lua_rawset(L, -3);
    lua_remove(L, shape.at);
}

void pag_override_take(lua_State *L, pag_str path, pag_texts may)
{
    pag_overrides *all = pag_bind_of(L)->overrides;
    luaL_checkstack(L, 16, NULL);
    for (size_t i = 0; all && i < all->n; i++) {
        pag_override *o = &all->at[i];
        if (o->taken) continue;
        pag_str attribute = attribute_of(o->name, path);
        replace(L, o, path, attribute, may);
        if (attribute.len && !o->taken) replace_inside(L, o, path, attribute);
        o->unwritten = o->unwritten || (!o->taken && pag_attribute_is(attribute));
    }
}
