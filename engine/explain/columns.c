/* Chooses the columns and the foot of a list's grid, and fills it with figures. */
#include "explain/columns.h"

static bool is_shown_by_default(const pag_cell *cell)
{
    if (cell->type == PAG_TYPE_SHEET || cell->type == PAG_TYPE_LIST) return false;
    bool reckoned = pag_origin_is_made(cell->origin);
    return cell->payable || (reckoned && cell->title.len > 0);
}

static bool has_columns(const pag_group *list)
{
    for (size_t i = 0; i < list->n_cells; i++) {
        if (list->cells[i].column.len && list->cells[i].type != PAG_TYPE_LIST) return true;
    }
    return false;
}

/* What entries are known by stands in it already. */
static bool is_words(const pag_cell *cell)
{
    return cell->type == PAG_TYPE_TEXT ||
           (cell->type == PAG_TYPE_REF && pag_group_naming(cell->group) == cell);
}

pag_columns pag_columns_of(pag_arena *arena, const pag_group *list)
{
    bool declared = has_columns(list);
    pag_columns out = {.cells = PAG_NEW_ARRAY(arena, const pag_cell *, list->n_cells + 1)};
    for (size_t i = 0; i < list->n_cells; i++) {
        const pag_cell *cell = &list->cells[i];
        bool shown = declared ? cell->column.len > 0 && cell->type != PAG_TYPE_LIST
                              : is_shown_by_default(cell);
        if (!shown) continue;
        if (out.n == 0 && !(declared && is_words(cell))) out.n = 1; /* the names come first */
        out.cells[out.n++] = cell;
    }
    if (out.n == 0) out.n = 1;
    return out;
}

bool pag_columns_shown(const pag_group *list)
{
    if (has_columns(list)) return true;
    for (size_t i = 0; i < list->n_cells; i++) {
        if (is_shown_by_default(&list->cells[i])) return true;
    }
    return false;
}

/* The cell of the list's parent that stands in the foot below `cell`; NULL: none. */
static const pag_cell *foot_below(const pag_group *list, const pag_cell *cell)
{
    if (!cell || !list->parent || !pag_type_is_number(cell->type)) return NULL;
    const pag_cell *above = pag_group_cell(list->parent, cell->name);
    return above && above->type == cell->type ? above : NULL; /* a percentage totals no points */
}

bool pag_columns_is_foot(pag_arena *arena, const pag_cell *cell)
{
    for (size_t i = 0; i < cell->group->n_cells; i++) {
        const pag_group *list = cell->group->cells[i].list;
        if (!list) continue;
        pag_columns columns = pag_columns_of(arena, list);
        for (size_t c = 0; c < columns.n; c++) {
            if (foot_below(list, columns.cells[c]) == cell) return true;
        }
    }
    return false;
}

static pag_column column_of(const pag_view *view, const pag_group *list, const pag_cell *cell)
{
    if (!cell) {
        pag_str heading = list->title.len ? list->title : list->name;
        return (pag_column){.heading = pag_view_safe(view, heading)};
    }
    pag_str heading =
        cell->column.len ? pag_view_safe(view, cell->column) : pag_view_label(view, cell);
    return (pag_column){.heading = heading, .right = pag_type_is_number(cell->type)};
}

static pag_str cell_text(const pag_view *view, const pag_entry *entry, const pag_cell *cell)
{
    if (!cell) return pag_view_safe(view, entry->name);
    return pag_view_value(view, &entry->figures[cell->slot]);
}

/* What stands in the foot below `cell`; empty: nothing. */
static pag_str foot_text(const pag_view *view, const pag_list *list, const pag_cell *cell)
{
    const pag_cell *above = foot_below(list->group, cell);
    if (above) return pag_view_value(view, &list->entries[0]->parent->figures[above->slot]);
    if (cell && cell->sum.set) return pag_number_people(view->scratch, cell->sum.number);
    return PAG_STR("");
}

/* Fills the last row; its label is the title of the parent's cell, where it is just one. False when
 * it would be empty. */
static bool fill_foot(const pag_view *view, const pag_list *list, const pag_columns *columns,
                      pag_str *row)
{
    const pag_cell *named = NULL;
    bool any = false, several = false;
    for (size_t c = 1; c < columns->n; c++) {
        const pag_cell *above = foot_below(list->group, columns->cells[c]);
        several = several || (above && named);
        if (!named && above && above->title.len) named = above;
        row[c] = foot_text(view, list, columns->cells[c]);
        any = any || row[c].len;
    }
    row[0] =
        named && !several ? pag_view_label(view, named) : pag_view_say(view, "Total", "Totale");
    return any;
}

pag_grid pag_columns_grid(const pag_view *view, const pag_list *list)
{
    pag_columns columns = pag_columns_of(view->scratch, list->group);
    pag_grid grid = {.n_columns = columns.n, .n_rows = list->n};
    grid.columns = PAG_NEW_ARRAY(view->scratch, pag_column, columns.n);
    grid.cells = PAG_NEW_ARRAY(view->scratch, pag_str, (list->n + 1) * columns.n);
    for (size_t c = 0; c < columns.n; c++) {
        grid.columns[c] = column_of(view, list->group, columns.cells[c]);
        for (size_t r = 0; r < list->n; r++) {
            grid.cells[r * columns.n + c] = cell_text(view, list->entries[r], columns.cells[c]);
        }
    }
    grid.foot = fill_foot(view, list, &columns, grid.cells + list->n * columns.n);
    if (grid.foot) grid.n_rows++;
    return grid;
}
