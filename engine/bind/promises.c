/* The attributes `increasing` and `decreasing` of a number: which inputs never lower, or never
 * raise, the figure when they are raised. Nothing here looks whether that is so: `prove` does. */
#include "bind/taking.h"

static void take_promise(lua_State *L, pag_taking *t, size_t i, pag_promise *out)
{
    pag_shape shape = pag_shape_of(L, -2);
    const pag_outline_entry *item = pag_shape_item(&shape, i + 1);
    out->pos = item ? item->value_pos : shape.pos;
    bool text = lua_type(L, -1) == LUA_TSTRING;
    if (!text || !pag_text_take(L, item, out->pos, &out->name)) {
        if (!text) pag_diag_add(t->bind->diags, PAG_E1100, out->pos, 1, t->cell->name);
        out->name = (pag_str){"", 0};
    }
}

static void take_promises(lua_State *L, pag_taking *t, bool down)
{
    pag_cell *cell = t->cell;
    size_t n = lua_type(L, -1) == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
    if (n == 0) {
        pag_diag_add(t->bind->diags, PAG_E1100, pag_taking_pos(t), 1, cell->name);
        return;
    }
    pag_promise *all = PAG_NEW_ARRAY(t->bind->arena, pag_promise, cell->n_promises + n);
    for (size_t i = 0; i < cell->n_promises; i++) all[i] = cell->promises[i];
    for (size_t i = 0; i < n; i++) {
        pag_promise *promise = &all[cell->n_promises + i];
        promise->down = down;
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        take_promise(L, t, i, promise);
        lua_pop(L, 1);
    }
    cell->promises = all;
    cell->n_promises += n;
}

void pag_attribute_increasing(lua_State *L, pag_taking *t)
{
    take_promises(L, t, false);
}

void pag_attribute_decreasing(lua_State *L, pag_taking *t)
{
    take_promises(L, t, true);
}

/* --- what they name, when all cells of the subject are known --- */

/* "results", "member.results": downwards through lists. */
static const pag_cell *below(const pag_group *group, pag_str path)
{
    size_t dot = pag_str_find(path, '.');
    const pag_cell *cell = pag_group_cell(group, (pag_str){path.at, dot});
    if (!cell || dot == path.len) return cell;
    if (!cell->list) return NULL;
    return below(cell->list, (pag_str){path.at + dot + 1, path.len - dot - 1});
}

static bool is_input(const pag_cell *cell)
{
    bool given = cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED;
    return cell->type == PAG_TYPE_SHEET ||
           (given && (pag_type_is_number(cell->type) || cell->type == PAG_TYPE_DATE));
}

static void resolve(pag_bind *bind, const pag_cell *cell, pag_promise *promise)
{
    const pag_cell *found = NULL;
    for (const pag_group *g = cell->group; g && !found; g = g->parent) {
        found = below(g, promise->name);
    }
    if (promise->name.len == 0) return; /* told */
    if (!found) {
        pag_cell_missing(bind, cell->group, cell->group, promise->name, promise->pos);
    } else if (!is_input(found)) {
        pag_diag_add(bind->diags, PAG_E1101, promise->pos, 2, promise->name, cell->name)->also =
            found->pos;
    } else {
        promise->input = found;
    }
}

void pag_promises_judge(pag_bind *bind, const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) pag_promises_judge(bind, cell->list);
        bool made = pag_origin_is_made(cell->origin);
        for (size_t p = 0; p < cell->n_promises; p++) {
            if (made) resolve(bind, cell, &cell->promises[p]);
        }
        if (cell->n_promises && !made) {
            pag_diag_add(bind->diags, PAG_E1102, cell->promises[0].pos, 1, cell->name);
        }
    }
}
