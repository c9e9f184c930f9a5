/* Sheets whose marks are on another scale: which marks come and go, and with them which scores of
 * the cells that are looked up in tables. */
#include "diff/internal.h"

/* --- marks --- */

static bool has_mark(const pag_cell *sheet, pag_number mark)
{
    for (size_t i = 0; i < sheet->n_marks; i++) {
        if (pag_number_order(sheet->marks[i], mark) == 0) return true;
    }
    return false;
}

bool pag_marks_same(const pag_cell *a, const pag_cell *b)
{
    for (size_t i = 0; i < a->n_marks; i++) {
        if (!has_mark(b, a->marks[i])) return false;
    }
    return a->n_marks == b->n_marks;
}

/* What only `a` has: "6, 8". */
static pag_str only(pag_arena *arena, const pag_cell *a, const pag_cell *b)
{
    pag_text out = {.arena = arena};
    for (size_t i = 0; i < a->n_marks; i++) {
        if (has_mark(b, a->marks[i])) continue;
        if (out.len) pag_text_put(&out, PAG_STR(", "));
        pag_text_put(&out, pag_number_people(arena, a->marks[i]));
    }
    return pag_text_str(&out);
}

/* The highest mark counts where one does not apply, and for `full`. */
static bool same_most(const pag_comparing *c, const pag_cell *a, const pag_cell *b)
{
    bool same = true;
    for (size_t i = 0; i < a->n_criteria && same; i++) {
        same = pag_number_order(pag_criterion_most(a, &a->criteria[i]),
                                pag_criterion_most(b, &b->criteria[i])) == 0;
    }
    return same || (a->na == PAG_NA_REFUSE && !c->full);
}

bool pag_scales_compare(pag_comparing *c, const pag_cell *a, const pag_cell *b)
{
    if (pag_marks_same(a, b)) return true;
    if (!a->n_marks || !b->n_marks) return false;
    pag_str marks[2] = {only(c->arena, a, b), only(c->arena, b, a)};
    bool known = false;
    for (size_t i = 0; i < c->n_scales && !known; i++) {
        known = pag_str_equal(c->scales[i].marks[0], marks[0]) &&
                pag_str_equal(c->scales[i].marks[1], marks[1]);
    }
    if (!known) {
        c->scales =
            pag_list_grown(c->arena, c->scales, c->n_scales, &c->room_scales, sizeof *c->scales);
        c->scales[c->n_scales++] = (pag_diff_scale){{marks[0], marks[1]}};
    }
    return same_most(c, a, b);
}

/* --- scores --- */

/* Scores of one list that the other has not, one by one, as ranges of those that give one thing. */
static void note_scores(pag_comparing *c, const pag_cell *const cells[2],
                        const pag_set *const sets[2], int side)
{
    size_t n = pag_set_count(c->scratch, sets[side], PAG_SET_MOST);
    const pag_number *all = pag_set_list(c->scratch, sets[side], n);
    pag_diff_range *last = NULL;
    for (size_t i = 0; i < n; i++) {
        if (pag_set_has(c->scratch, sets[1 - side], all[i])) continue;
        last = pag_score_note(c, cells[side], side, all[i], last);
    }
}

static void compare_scores(pag_comparing *c, const pag_cell *a, const pag_cell *b)
{
    const pag_cell *const cells[2] = {a, b};
    bool banded = a->origin == PAG_LOOKED_UP && b->origin == PAG_LOOKED_UP &&
                  a->by_kind == PAG_BY_CELL && b->by_kind == PAG_BY_CELL &&
                  a->bands->kind == PAG_TABLE_BANDS && b->bands->kind == PAG_TABLE_BANDS;
    if (!banded) return;
    const pag_set *const sets[2] = {pag_reach_set(c->reach[0], &a->group->cells[a->by]),
                                    pag_reach_set(c->reach[1], &b->group->cells[b->by])};
    bool listed = pag_set_count(c->scratch, sets[0], PAG_SET_MOST) &&
                  pag_set_count(c->scratch, sets[1], PAG_SET_MOST) && a->bands->fixed &&
                  b->bands->fixed;
    if (!listed) c->unlisted = pag_cell_path(c->arena, &a->group->cells[a->by]);
    for (int side = 0; side < 2 && listed; side++) note_scores(c, cells, sets, 1 - side);
}

/* As deep as lists nest. */
static void compare_groups(pag_comparing *c, const pag_group *a, const pag_group *b)
{
    for (size_t i = 0; i < a->n_cells; i++) {
        const pag_cell *cell = &a->cells[i], *other = pag_group_cell(b, cell->name);
        if (!other) continue;
        if (cell->list && other->list) compare_groups(c, cell->list, other->list);
        compare_scores(c, cell, other);
    }
}

void pag_scores_compare(pag_comparing *c)
{
    size_t n = pag_pack_subjects(c->packs[0]);
    if (!c->n_scales || n != pag_pack_subjects(c->packs[1])) return;
    for (size_t i = 0; i < n; i++) {
        compare_groups(c, pag_pack_subject(c->packs[0], i), pag_pack_subject(c->packs[1], i));
    }
}
