/* What is not there, and what stands elsewhere: optional cells that were left out, and refs, whose
 * lists are found when all subjects of a pack are known. */
#include "bind/internal.h"

/* --- nothing --- */

pag_str pag_left_out(void *owner)
{
    const pag_bind *bind = owner;
    const pag_evaluator *e = bind->evaluator;
    if (!e || !e->left_out) return PAG_STR("");
    return e->left_out(e->run, pag_diagnostics_arena(e->diags));
}

void pag_tell_nothing(pag_bind *bind, pag_code code, pag_pos pos, pag_str detail)
{
    pag_str left_out = pag_left_out(bind);
    if (left_out.len) {
        pag_diag_add(bind->evaluator->diags, PAG_E0765, pos, 1, left_out);
    } else if (detail.at) {
        pag_diag_add(bind->evaluator->diags, code, pos, 1, detail);
    } else {
        pag_diag_add(bind->evaluator->diags, code, pos, 0);
    }
}

/* A total over something that is not there is none: what holds without it is not for us to say. */
void pag_figure_judge_there(lua_State *L, const pag_figure *figure, int at)
{
    if (!pag_figure_is_left_out(figure)) return;
    pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0766, pag_call_place(L, at), 3,
                 figure->cell->name, figure->entry->name, figure->cell->group->name)
        ->also = figure->entry->pos;
    pag_script_raise(L);
}

/* --- the lists that refs point to --- */

typedef struct lists {
    pag_bind *bind;
    pag_group *const *groups;
    size_t n_groups;
    size_t n;
    pag_str *paths; /* "organization.area": every list that stands in a subject */
    const pag_group **at;
} lists;

static lists lists_of(pag_bind *bind, pag_group *const *groups, size_t n)
{
    lists all = {.bind = bind, .groups = groups, .n_groups = n};
    size_t room = 1;
    for (size_t i = 0; i < n; i++) room += groups[i]->n_cells;
    all.paths = PAG_NEW_ARRAY(bind->arena, pag_str, room);
    all.at = PAG_NEW_ARRAY(bind->arena, const pag_group *, room);
    for (size_t i = 0; i < n; i++) {
        for (size_t c = 0; c < groups[i]->n_cells; c++) {
            const pag_group *list = groups[i]->cells[c].list;
            if (!list) continue;
            all.paths[all.n] = pag_group_path(bind->arena, list);
            all.at[all.n++] = list;
        }
    }
    return all;
}

/* The list that was meant: of this name in a subject, else the nearest; n when there is none. */
static size_t meant(const lists *all, pag_str to)
{
    pag_str tail = pag_text_join(all->bind->arena, 2, PAG_STR("."), to);
    for (size_t i = 0; i < all->n; i++) {
        if (pag_str_ends(all->paths[i], tail)) return i;
    }
    return pag_str_nearest(to, all->paths, all->n);
}

static void tell_no_list(const lists *all, const pag_cell *cell)
{
    size_t near = meant(all, cell->to);
    if (near < all->n) {
        pag_diag_add(all->bind->diags, PAG_E0761, cell->to_pos, 2, cell->to, all->paths[near]);
        return;
    }
    pag_text text = {.arena = all->bind->arena};
    pag_text_put_list(&text, all->paths, all->n);
    pag_diag_add(all->bind->diags, PAG_E0762, cell->to_pos, 2, cell->to,
                 all->n ? pag_text_str(&text) : PAG_STR("–"));
}

static void find_targets(const lists *all, pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        pag_cell *cell = &group->cells[i];
        if (cell->list) find_targets(all, cell->list);
        if (cell->type != PAG_TYPE_REF) continue;
        size_t at = 0;
        while (at < all->n && !pag_str_equal(all->paths[at], cell->to)) at++;
        if (at < all->n) {
            cell->target = all->at[at];
        } else {
            tell_no_list(all, cell);
        }
    }
}

void pag_bind_refer(pag_bind *bind, pag_group *const *groups, size_t n)
{
    lists all = lists_of(bind, groups, n);
    for (size_t i = 0; i < n; i++) find_targets(&all, groups[i]);
    for (size_t i = 0; i < n; i++) pag_reads_judge_refs(bind, groups[i]);
}
