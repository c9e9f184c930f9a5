/* What an edit makes of each table where it may do something else too: a value that rows and a
 * formula read. What is found of a table holds whatever the rest does. */
#include "diff/internal.h"

/* Ranges of what cannot be compared go again. */
static void keep_if(pag_comparing *c, size_t from, bool good)
{
    if (!good) c->n_ranges = from;
}

static bool looks_alike(const pag_cell *a, const pag_cell *b)
{
    if (a->origin != PAG_LOOKED_UP || b->origin != a->origin || a->type != b->type) return false;
    if (a->by_kind != PAG_BY_CELL || b->by_kind != PAG_BY_CELL) return true;
    return a->group->cells[a->by].type == b->group->cells[b->by].type;
}

/* As deep as lists nest. */
static void compare_groups(pag_comparing *c, const pag_group *a, const pag_group *b)
{
    for (size_t i = 0; i < a->n_cells; i++) {
        const pag_cell *const cells[2] = {&a->cells[i], pag_group_cell(b, a->cells[i].name)};
        if (!cells[1]) continue;
        size_t from = c->n_ranges;
        if (cells[0]->list && cells[1]->list) {
            compare_groups(c, cells[0]->list, cells[1]->list);
        } else if (looks_alike(cells[0], cells[1])) {
            keep_if(c, from, pag_tables_compare(c, cells));
        }
    }
}

static void compare_cells(pag_comparing *c)
{
    size_t n = pag_pack_subjects(c->packs[0]);
    for (size_t i = 0; i < n && i < pag_pack_subjects(c->packs[1]); i++) {
        const pag_group *a = pag_pack_subject(c->packs[0], i);
        const pag_group *b = pag_pack_subject(c->packs[1], i);
        if (pag_str_equal(a->name, b->name)) compare_groups(c, a, b);
    }
}

/* One table after the other as if the edit were inside of it. */
static void compare_calls(pag_comparing *c)
{
    const pag_bands *const tables[2] = {c->tables[0], c->tables[1]};
    const pag_bands *a;
    for (size_t i = 0; (a = pag_bind_table(pag_pack_bind(c->packs[0]), i)); i++) {
        const pag_bands *b = pag_bind_table(pag_pack_bind(c->packs[1]), i);
        size_t from = c->n_ranges;
        bool same = b && pag_str_equal(a->name, b->name) && a->kind == b->kind;
        if (!same || !a->fixed || !b->fixed || pag_tables_same(a, b)) continue;
        c->tables[0] = a;
        c->tables[1] = b;
        c->alike = true;
        pag_calls_compare(c);
        keep_if(c, from, c->alike);
    }
    c->tables[0] = tables[0];
    c->tables[1] = tables[1];
    c->alike = false;
}

void pag_tables_compare_apart(pag_comparing *c)
{
    size_t scales = c->n_scales;
    c->n_ranges = 0;
    c->n_scales = 0; /* with other marks, which scores can be is told apart */
    compare_cells(c);
    compare_calls(c);
    c->n_scales = scales;
}
