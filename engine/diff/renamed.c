/* What follows from names that were taken back: whether the second pack is still the same, an edit
 * for each of them, and how things are called in the second pack. */
#include "diff/internal.h"

/* --- whether they hold --- */

typedef struct holding {
    pag_differing *w;
    bool ok;
} holding;

static const pag_rename *rename_at(const pag_differing *w, pag_str path)
{
    for (size_t i = 0; i < w->renames.n; i++) {
        const pag_rename *r = &w->renames.at[i];
        if (r->cell && pag_str_equal(r->path, path)) return r;
    }
    return NULL;
}

static bool is_asked(const pag_cell *cell)
{
    return cell->list ? cell->list->from.len == 0 : cell->origin == PAG_GIVEN;
}

static pag_rename *note_given(const pag_differing *w, const pag_cell *cell, pag_str path)
{
    for (size_t i = 0; i < w->renames.n; i++) {
        pag_rename *r = &w->renames.at[i];
        if (!r->cell || !pag_str_equal(r->path, path)) continue;
        r->given = is_asked(cell);
        return r;
    }
    return NULL;
}

/* `a` of the pack with names taken back, `b` of the second as it is. As deep as lists nest. */
static bool same_groups(const pag_differing *w, const pag_group *a, const pag_group *b)
{
    bool same = a->n_cells == b->n_cells && a->n_conditions == b->n_conditions &&
                pag_str_equal(a->from, b->from);
    for (size_t i = 0; i < a->n_cells && same; i++) {
        const pag_cell *cell = &a->cells[i];
        const pag_rename *r = note_given(w, cell, pag_cell_path(w->arena, cell));
        const pag_cell *other = pag_group_cell(b, r ? r->to : cell->name);
        same = other && pag_cells_same_data(cell, other) && !cell->list == !other->list;
        if (same && cell->list) same = same_groups(w, cell->list, other->list);
    }
    return same;
}

static void hold(void *ud, const pag_mixed *mixed)
{
    holding *h = ud;
    const pag_pack *packs[2] = {mixed->pack, h->w->diff->order.packs[1]};
    size_t n = pag_pack_subjects(packs[0]);
    h->ok = n == pag_pack_subjects(packs[1]);
    for (size_t i = 0; i < n && h->ok; i++) {
        h->ok = same_groups(h->w, pag_pack_subject(packs[0], i), pag_pack_subject(packs[1], i));
    }
}

bool pag_renames_hold(pag_differing *w)
{
    holding h = {w, false};
    return pag_side_load(w, 1, hold, &h) && h.ok;
}

/* --- how the second calls it --- */

pag_str pag_renamed_path(const pag_differing *w, pag_str path)
{
    pag_text out = {.arena = w->arena};
    for (size_t at = 0; at < path.len;) {
        size_t end = at;
        while (end < path.len && path.at[end] != '.') end++;
        const pag_rename *r = rename_at(w, (pag_str){path.at, end});
        if (out.len) pag_text_byte(&out, '.');
        pag_text_put(&out, r ? r->to : (pag_str){path.at + at, end - at});
        at = end + 1;
    }
    return pag_text_str(&out);
}
