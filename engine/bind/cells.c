/* From marked tables to cells: a subject's table, when its file is done, becomes a group of cells
 * in the order written, lists within it too. Everything wrong with a pack's declarations is told
 * here, in one go. */
#include "base/list.h"
#include "bind/internal.h"
#include "schema/document.h"

#include <lauxlib.h>
#include <string.h>

enum { NAME_MOST = 40 };

/* What a subject or a list says of itself, beside its cells: texts first. */
static const pag_str group_words[] = {{"title", 5},  {"source", 6}, {"note", 4},
                                      {"top", 3},    {"from", 4},   {"tiles", 5},
                                      {"ignore", 6}, {"posts", 5},  {"optional", 8}};
enum { TEXTS = 3 };

const pag_str *pag_group_words(size_t *n)
{
    *n = sizeof group_words / sizeof *group_words;
    return group_words;
}

int pag_kind_of(lua_State *L, int at)
{
    int kind = -1;
    if (lua_type(L, at) != LUA_TTABLE) return -1;
    at = lua_absindex(L, at);
    lua_pushstring(L, PAG_KEY_KIND);
    lua_rawget(L, at);
    if (lua_isinteger(L, -1)) kind = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
    return kind;
}

static void push_entry(lua_State *L, const pag_shape *shape, const pag_outline_entry *entry)
{
    if (entry->index) {
        lua_rawgeti(L, shape->at, (lua_Integer)entry->index);
    } else {
        lua_pushlstring(L, entry->key.at, entry->key.len);
        lua_rawget(L, shape->at);
    }
}

/* A name that was to be a cell: formulas that read it are right to do so. */
static void keep_undeclared(pag_bind *bind, pag_str name)
{
    bind->undeclared = pag_list_grown(bind->arena, bind->undeclared, bind->n_undeclared,
                                      &bind->room_undeclared, sizeof *bind->undeclared);
    bind->undeclared[bind->n_undeclared++] = name;
}

/* tiles = "period"; the cells it speaks of are judged when they have been read. */
static void take_tiles(lua_State *L, pag_group *group, const pag_outline_entry *entry)
{
    pag_str word = {0};
    bool text = lua_type(L, -1) == LUA_TSTRING;
    if (text) word.at = lua_tolstring(L, -1, &word.len);
    group->tiles = pag_str_equal(word, PAG_STR("period"));
    group->tiles_pos = entry->value_pos;
    if (!group->tiles) pag_diag_add(pag_bind_of(L)->diags, PAG_E0774, entry->value_pos, 0);
}

static void judge_tiles(pag_bind *bind, const pag_group *group)
{
    static const pag_str days[] = {{"from", 4}, {"to", 2}};
    for (size_t i = 0; group->tiles && i < 2; i++) {
        const pag_cell *cell = pag_group_cell(group, days[i]);
        bool good = cell && cell->type == PAG_TYPE_DATE && cell->origin == PAG_GIVEN;
        if (good && !cell->optional) continue;
        pag_diagnostic *d = pag_diag_add(bind->diags, PAG_E0775, group->tiles_pos, 2, days[i],
                                         pag_group_path(bind->arena, group));
        if (cell) d->also = cell->pos;
    }
}

static void group_attribute(lua_State *L, pag_group *group, const pag_shape *shape,
                            const pag_outline_entry *entry)
{
    enum { TOP = TEXTS, FROM, TILES, IGNORE, POSTS, OPTIONAL, KNOWN };
    const pag_str *known = group_words;
    pag_str *texts[] = {&group->title, &group->source, &group->note};
    pag_bind *bind = pag_bind_of(L);
    size_t k = 0;
    while (k < KNOWN && !pag_str_equal(known[k], entry->key)) k++;
    if (k < TOP) {
        (void)pag_text_take(L, entry, shape->pos, texts[k]);
    } else if ((k == TOP || k == OPTIONAL) && !group->parent) {
        *(k == TOP ? &group->top : &group->optional) = lua_toboolean(L, -1);
        if (!lua_isboolean(L, -1)) {
            pag_diag_add(bind->diags, PAG_E0140, entry->value_pos, 1, entry->key);
        }
    } else if (k == FROM) {
        pag_from_take(L, group, entry);
    } else if (k == TILES && group->parent) {
        take_tiles(L, group, entry);
    } else if (k == IGNORE && group->parent) {
        pag_ignore_take(L, group, entry);
    } else if (k == POSTS && group->parent) {
        pag_posts_take(L, group, entry);
    } else if (pag_str_nearest(entry->key, known, TOP) < TOP) {
        pag_attribute_unknown(bind, entry->key, entry->key_pos, known, TOP);
    } else if (pag_attribute_is(entry->key)) {
        pag_diag_add(bind->diags, PAG_E0184, entry->key_pos, 1, entry->key);
    } else {
        pag_diag_add(bind->diags, PAG_E0141, entry->key_pos, 1, entry->key);
        keep_undeclared(bind, entry->key);
    }
}

static bool good_name(pag_str name)
{
    if (name.len == 0 || name.len > NAME_MOST) return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c == '_' && i > 0);
        if (!letter && !(c >= '0' && c <= '9' && i > 0)) return false;
    }
    return true;
}

/* A cell that had the name of a word of its group could not be told from it. */
static void judge_name(pag_bind *bind, const pag_outline_entry *entry)
{
    bool reserved = false;
    for (size_t i = 0; i < TEXTS; i++) {
        reserved = reserved || pag_str_equal(group_words[i], entry->key);
    }
    if (good_name(entry->key) && !reserved) return;
    pag_diag_add(bind->diags, reserved ? PAG_E0182 : PAG_E0142, entry->key_pos, 1, entry->key);
}

/* The first look: which cells and conditions there are, in the order written. */
static void name_cells(lua_State *L, pag_group *group, const pag_shape *shape)
{
    pag_bind *bind = pag_bind_of(L);
    group->cells = PAG_NEW_ARRAY(bind->arena, pag_cell, shape->n + 1);
    group->conditions = PAG_NEW_ARRAY(bind->arena, pag_condition, shape->n + 1);
    for (size_t i = 0; i < shape->n; i++) {
        const pag_outline_entry *entry = &shape->entries[i];
        push_entry(L, shape, entry);
        int kind = pag_kind_of(L, -1);
        if (kind == PAG_KIND_MUST || kind == PAG_KIND_WARN) {
            pag_condition_take(L, &group->conditions[group->n_conditions++]);
        } else if (kind >= 0 && kind < PAG_TYPES && !entry->index) {
            pag_cell *cell = &group->cells[group->n_cells];
            *cell = (pag_cell){.name = entry->key, .type = (pag_type)kind, .pos = entry->key_pos};
            cell->group = group;
            cell->rules_doubt = bind->head.doubt;
            cell->slot = (uint32_t)group->n_cells++;
            judge_name(bind, entry);
        } else if (entry->index) {
            pag_diag_add(bind->diags, PAG_E0183, entry->value_pos, 0);
        } else {
            group_attribute(L, group, shape, entry);
        }
        lua_pop(L, 1);
    }
}

static pag_group *take_group(lua_State *L, pag_str name, const pag_group *parent);

static void take_list(lua_State *L, pag_cell *cell)
{
    cell->list = take_group(L, cell->name, cell->group);
    cell->title = cell->list->title;
    cell->source = cell->list->source;
    cell->note = cell->list->note;
}

/* What a policy may put between the braces of the cell. */
static pag_texts may_have(pag_bind *bind, const pag_cell *cell)
{
    static const pag_str list[] = {{"title", 5}, {"source", 6}, {"note", 4}, {"tiles", 5}};
    if (cell->type == PAG_TYPE_LIST) return (pag_texts){list, sizeof list / sizeof *list};
    return pag_attributes_of_text(bind->arena, cell->type);
}

/* The group's table is at the top of the stack. Lists in lists are bounded by the outline's depth.
 */
static pag_group *take_group(lua_State *L, pag_str name, const pag_group *parent)
{
    pag_bind *bind = pag_bind_of(L);
    pag_group *group = PAG_NEW(bind->arena, pag_group);
    pag_shape shape = pag_shape_of(L, -1);
    luaL_checkstack(L, 16, NULL);
    *group = (pag_group){.name = name, .pos = shape.pos, .parent = parent};
    group->depth = parent ? parent->depth + 1 : 0;
    group->number = bind->n_groups++;
    pag_shape_strays(L, &shape);
    name_cells(L, group, &shape);
    for (size_t i = 0; i < group->n_cells; i++) {
        pag_cell *cell = &group->cells[i];
        lua_pushlstring(L, cell->name.at, cell->name.len);
        lua_rawget(L, shape.at);
        pag_override_take(L, pag_cell_path(bind->arena, cell), may_have(bind, cell));
        if (cell->type == PAG_TYPE_LIST) {
            take_list(L, cell);
        } else {
            pag_cell_take(L, cell);
        }
        lua_pop(L, 1);
    }
    judge_tiles(bind, group);
    pag_conditions_place(bind, group);
    return group;
}

/* The name of the file is a key of evaluation files, beside those of their head; where the cells
 * stand at the top, theirs are too. */
static void judge_subject(pag_bind *bind, const pag_group *group)
{
    pag_pos file = {.source = group->pos.source};
    size_t n;
    const pag_str *keys = pag_head_keys(&n);
    if (!good_name(group->name)) pag_diag_add(bind->diags, PAG_E0189, file, 1, group->name);
    if (group->top && group->optional) {
        pag_diag_add(bind->diags, PAG_E0899, group->pos, 1, group->name);
    }
    for (size_t k = 0; k < n; k++) {
        if (pag_str_equal(group->name, keys[k])) {
            pag_diag_add(bind->diags, PAG_E0192, file, 1, group->name);
        }
        const pag_cell *cell = group->top ? pag_group_cell(group, keys[k]) : NULL;
        if (cell) pag_diag_add(bind->diags, PAG_E0192, cell->pos, 1, cell->name);
    }
}

pag_group *pag_group_take(lua_State *L, int at, pag_str name)
{
    if (pag_kind_of(L, at) != PAG_KIND_SUBJECT) return NULL;
    lua_pushvalue(L, at);
    pag_group *group = take_group(L, name, NULL);
    lua_pop(L, 1);
    judge_subject(pag_bind_of(L), group);
    pag_promises_judge(pag_bind_of(L), group);
    return group;
}
