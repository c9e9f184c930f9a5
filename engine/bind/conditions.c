/* `must` and `warn`: their sentence, their function, the cell they point at, and the name by which
 * an evaluation answers for a warning. Which cells there are is known by cells.c. */
#include "bind/internal.h"

#include "base/list.h"

enum { NAME_MOST = 40 };

/* A name belongs to one warning of the pack, or an answer would be for two. */
typedef struct pag_named_warning {
    pag_str name;
    pag_pos pos; /* of the warning */
} pag_named_warning;

/* Like a key of the data, so that it needs no quotes in an evaluation. */
static bool good_name(pag_str name)
{
    if (name.len == 0 || name.len > NAME_MOST) return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool inner = (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (!(c >= 'a' && c <= 'z') && !(inner && i > 0)) return false;
    }
    return true;
}

static bool same_place(pag_pos a, pag_pos b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

static void keep_name(pag_bind *bind, const pag_condition *c, pag_pos said)
{
    for (size_t i = 0; i < bind->n_warnings; i++) {
        const pag_named_warning *other = &bind->warnings[i];
        if (!pag_str_equal(other->name, c->name)) continue;
        if (same_place(other->pos, c->pos)) return; /* one declaration, in two places */
        pag_diag_add(bind->diags, PAG_E0881, said, 1, c->name)->also = other->pos;
        return;
    }
    bind->warnings = pag_list_grown(bind->arena, bind->warnings, bind->n_warnings,
                                    &bind->room_warnings, sizeof *bind->warnings);
    bind->warnings[bind->n_warnings++] = (pag_named_warning){c->name, c->pos};
}

/* The attribute `name`; of a `must` nobody can answer for what does not hold. */
static void take_name(lua_State *L, const pag_shape *shape, pag_condition *out)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_outline_entry *entry = pag_shape_entry(shape, "name");
    pag_pos said = entry ? entry->value_pos : shape->pos;
    pag_str name;
    if (lua_getfield(L, shape->at, "name") != LUA_TNIL && pag_text_take(L, entry, said, &name)) {
        if (!out->warns) {
            pag_diag_add(bind->diags, PAG_E0882, entry ? entry->key_pos : said, 0);
        } else if (!good_name(name)) {
            pag_diag_add(bind->diags, PAG_E0880, said, 1, name);
        } else {
            out->name = name;
            keep_name(bind, out, said);
        }
    }
    lua_pop(L, 1);
}

static void take_at(lua_State *L, const pag_shape *shape, pag_condition *out)
{
    const pag_outline_entry *entry = pag_shape_entry(shape, "at");
    lua_getfield(L, shape->at, "at");
    if (!lua_isnil(L, -1) && pag_text_take(L, entry, shape->pos, &out->at_name)) {
        out->at_pos = entry ? entry->value_pos : shape->pos;
    }
    lua_pop(L, 1);
}

static const pag_str condition_words[] = {{"of", 2}, {"at", 2}, {"name", 4}};
enum { CONDITION_WORDS = sizeof condition_words / sizeof *condition_words };

const pag_str *pag_condition_words(size_t *n)
{
    *n = CONDITION_WORDS;
    return condition_words;
}

size_t pag_bind_conditions(const pag_bind *bind)
{
    return bind->n_conditions;
}

void pag_condition_take(lua_State *L, pag_condition *out)
{
    pag_bind_of(L)->n_conditions++;
    pag_bind *bind = pag_bind_of(L);
    pag_shape shape = pag_shape_of(L, -1);
    *out = (pag_condition){.pos = shape.pos, .warns = pag_kind_of(L, -1) == PAG_KIND_WARN};
    pag_shape_known(bind, &shape, condition_words, CONDITION_WORDS, true);
    lua_rawgeti(L, shape.at, 1);
    bool sentence =
        lua_type(L, -1) == LUA_TSTRING && pag_text_take(L, NULL, shape.pos, &out->sentence);
    lua_pop(L, 1);
    pag_push_of(L, shape.at);
    bool formula = lua_type(L, -1) == LUA_TFUNCTION && !lua_iscfunction(L, -1);
    if (formula) out->of = pag_formula_take(L, &shape, pag_shape_entry(&shape, "of"));
    lua_pop(L, 1);
    if (!sentence || !formula) pag_diag_add(bind->diags, PAG_E0148, shape.pos, 0);
    take_at(L, &shape, out);
    take_name(L, &shape, out);
}

/* Only what stands in a file of the administration has a place there to point at. */
static bool has_place(const pag_cell *cell)
{
    switch (cell->origin) {
    case PAG_GIVEN:
    case PAG_PLANNED: return true;
    case PAG_FIXED:
    case PAG_COMPUTED:
    case PAG_LOOKED_UP:
    case PAG_SHARED: break;
    }
    return false;
}

void pag_conditions_place(pag_bind *bind, pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        pag_condition *c = &group->conditions[i];
        if (!c->at_name.len) continue;
        c->at = pag_group_cell(group, c->at_name);
        if (!c->at) {
            pag_cell_elsewhere(bind, group, group, PAG_STR("at"), c->at_name, c->at_pos);
        } else if (!has_place(c->at)) {
            pag_diag_add(bind->diags, PAG_E0753, c->at_pos, 1, c->at_name)->also = c->at->pos;
        }
    }
}
