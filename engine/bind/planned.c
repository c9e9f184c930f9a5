/* What ties declarations to the plan: `from` of a list and `planned` of its cells. Whether the plan
 * has what they name is judged when it has been read. */
#include "bind/internal.h"

bool pag_planned_take(lua_State *L, pag_cell *cell, const pag_outline_entry *entry)
{
    pag_bind *bind = pag_bind_of(L);
    pag_pos pos = entry ? entry->value_pos : cell->pos;
    if (lua_type(L, -1) == LUA_TBOOLEAN) {
        if (!lua_toboolean(L, -1)) return false;
        cell->plan_key = cell->name;
    } else if (lua_type(L, -1) != LUA_TSTRING || !pag_text_take(L, entry, pos, &cell->plan_key) ||
               !cell->plan_key.len) {
        pag_diag_add(bind->diags, PAG_E0795, pos, 0);
        return false;
    }
    if (cell->group->from.len) return true;
    cell->plan_key = (pag_str){"", 0};
    pag_diag_add(bind->diags, PAG_E0791, entry ? entry->key_pos : cell->pos, 1, cell->name);
    return false;
}

void pag_from_take(lua_State *L, pag_group *group, const pag_outline_entry *entry)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_str plan = PAG_STR("plan.");
    group->from_pos = entry->value_pos;
    if (!group->parent) {
        pag_diag_add(bind->diags, PAG_E0796, entry->key_pos, 0);
        return;
    }
    if (!pag_text_take(L, entry, entry->value_pos, &group->from)) return;
    bool whole = pag_str_starts(group->from, plan) && group->from.len > plan.len;
    bool within = group->parent->from.len && group->from.len &&
                  !pag_str_starts(group->from, plan) &&
                  pag_str_find(group->from, '.') == group->from.len;
    if (whole || within) return; /* else its cells are still those of such a list */
    pag_diag_add(bind->diags, PAG_E0797, entry->value_pos, 1, group->from);
}

/* A list of texts at the top of the stack; 0, and told by `code`, when it is none. */
static size_t take_texts(lua_State *L, const pag_outline_entry *entry, pag_code code,
                         const pag_str **out)
{
    pag_bind *bind = pag_bind_of(L);
    size_t n = lua_type(L, -1) == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
    pag_str *texts = PAG_NEW_ARRAY(bind->arena, pag_str, n + 1);
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        bool text = lua_type(L, -1) == LUA_TSTRING;
        if (text) (void)pag_text_take(L, entry, entry->value_pos, &texts[i]);
        lua_pop(L, 1);
        if (!text) n = 0;
    }
    if (n == 0) pag_diag_add(bind->diags, code, entry->value_pos, 0);
    *out = texts;
    return n;
}

/* ignore = { "responsible" }: keys of the plan's items that these rules have no use for. */
void pag_ignore_take(lua_State *L, pag_group *group, const pag_outline_entry *entry)
{
    group->n_ignored = take_texts(L, entry, PAG_E0798, &group->ignored);
}

/* posts = { "prefect" }: words that may stand under those keys and are nobody's name. */
void pag_posts_take(lua_State *L, pag_group *group, const pag_outline_entry *entry)
{
    group->n_posts = take_texts(L, entry, PAG_E0906, &group->posts);
}
