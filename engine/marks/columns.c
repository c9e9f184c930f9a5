/* Lists and columns by name. What a column is called follows from the cell, so that whoever writes
 * an empty table and whoever reads a full one mean the same. */
#include "marks/marks.h"

#include "base/list.h"

/* --- lists --- */

/* Whether a row could say anything of its entries. */
static bool has_values(const pag_group *list)
{
    for (size_t i = 0; i < list->n_cells; i++) {
        if (list->cells[i].origin == PAG_GIVEN && !list->cells[i].list) return true;
    }
    return false;
}

pag_marks_lists pag_marks_lists_of(pag_arena *arena, const pag_group *const *subjects, size_t n)
{
    PAG_LIST(const pag_group *) all = {0};
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < subjects[i]->n_cells; k++) {
            const pag_group *list = subjects[i]->cells[k].list;
            if (list && has_values(list)) PAG_LIST_ADD(arena, &all, list);
        }
    }
    return (pag_marks_lists){all.n, all.at};
}

static const pag_group *called(pag_arena *arena, const pag_marks_lists *lists, pag_str name)
{
    const pag_group *found = NULL;
    bool several = false;
    for (size_t i = 0; i < lists->n; i++) {
        const pag_group *list = lists->at[i];
        if (pag_str_equal(pag_group_path(arena, list), name)) return list;
        if (!pag_str_equal(list->name, name)) continue;
        several = several || found;
        found = list;
    }
    return several ? NULL : found;
}

/* "office.member, staff.person" */
static pag_str all_of(pag_arena *arena, const pag_marks_lists *lists)
{
    pag_text all = {.arena = arena};
    for (size_t i = 0; i < lists->n; i++) {
        if (i) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, pag_group_path(arena, lists->at[i]));
    }
    return pag_text_str(&all);
}

/* The whole name of the list most like `name`, which may be the end of one; empty: none is. */
static pag_str nearest(pag_arena *arena, const pag_marks_lists *lists, pag_str name)
{
    size_t n = lists->n;
    pag_str *names = PAG_NEW_ARRAY(arena, pag_str, 2 * n);
    for (size_t i = 0; i < n; i++) {
        names[i] = pag_group_path(arena, lists->at[i]);
        names[n + i] = lists->at[i]->name;
    }
    size_t near = pag_str_nearest(name, names, 2 * n);
    return near < 2 * n ? names[near % n] : PAG_STR("");
}

const pag_group *pag_marks_list(pag_diagnostics *diags, const pag_marks_lists *lists, pag_str name,
                                pag_pos pos)
{
    pag_arena *arena = pag_diagnostics_arena(diags);
    if (!name.len && lists->n == 1) return lists->at[0];
    const pag_group *list = name.len ? called(arena, lists, name) : NULL;
    if (list) return list;
    pag_str all = all_of(arena, lists), near = nearest(arena, lists, name);
    if (name.len && near.len) {
        pag_diag_add(diags, PAG_E0937, pos, 2, name, near);
    } else if (!lists->n) {
        pag_diag_add(diags, PAG_E1157, pos, 0);
    } else if (name.len) {
        pag_diag_add(diags, PAG_E0938, pos, 2, name, all);
    } else {
        pag_diag_add(diags, PAG_E0958, pos, 1, all);
    }
    return NULL;
}

/* --- columns --- */

typedef struct gathering {
    pag_arena *arena;
    PAG_LIST(pag_marks_column) columns;
} gathering;

static void add(gathering *g, pag_marks_column column)
{
    PAG_LIST_ADD(g->arena, &g->columns, column);
}

static void add_sheet(gathering *g, const pag_cell *cell)
{
    for (size_t i = 0; i < cell->n_criteria; i++) {
        pag_marks_column mark = {.kind = PAG_MARKS_MARK, .asked = true, .cell = cell};
        mark.criterion = &cell->criteria[i];
        mark.name = pag_text_join(g->arena, 3, cell->name, PAG_STR("."), mark.criterion->id);
        add(g, mark);
        pag_marks_column because = mark;
        because.kind = PAG_MARKS_BECAUSE;
        because.asked = cell->motivated;
        because.name = pag_text_join(g->arena, 2, mark.name, PAG_STR(".because"));
        add(g, because);
    }
}

pag_marks_columns pag_marks_columns_of(pag_arena *arena, const pag_group *list)
{
    gathering g = {.arena = arena};
    const pag_cell *naming = pag_group_naming(list), *name = pag_group_cell(list, PAG_STR("name"));
    bool planned = list->planned != NULL;
    add(&g, (pag_marks_column){PAG_STR("id"), PAG_MARKS_ID, planned || !naming, NULL, NULL});
    if (planned && !(name && name->origin == PAG_GIVEN)) {
        add(&g, (pag_marks_column){PAG_STR("name"), PAG_MARKS_NAME, true, NULL, NULL});
    }
    for (size_t i = 0; i < list->n_cells; i++) {
        const pag_cell *cell = &list->cells[i];
        if (cell->origin != PAG_GIVEN || cell->type == PAG_TYPE_LIST) continue;
        if (cell->type == PAG_TYPE_SHEET) {
            add_sheet(&g, cell);
        } else {
            add(&g, (pag_marks_column){cell->name, PAG_MARKS_CELL, true, cell, NULL});
        }
    }
    return (pag_marks_columns){g.columns.n, g.columns.at};
}

const pag_marks_words *pag_marks_words_of(pag_lang lang)
{
    static const pag_marks_words words[] = {
        [PAG_EN] = {{"list", 4}, {"numbers", 7}, {"italian", 7}, {"plain", 5}},
        [PAG_IT] = {{"elenco", 6}, {"numeri", 6}, {"italiani", 8}, {"semplici", 8}}};
    return &words[lang];
}
