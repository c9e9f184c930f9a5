/* Which cells of a group stand where in the table of results. Not for other rooms. */
#ifndef PAG_EXPLAIN_COLUMNS_H
#define PAG_EXPLAIN_COLUMNS_H

#include "explain/layout.h"
#include "explain/view.h"

/* A column: a cell, or the names of the entries (NULL). */
typedef struct pag_columns {
    size_t n;
    const pag_cell **cells;
} pag_columns;

/* Whether the grid of the list would hold more than the names of its entries. */
bool pag_columns_shown(const pag_group *list);
pag_columns pag_columns_of(pag_arena *arena, const pag_group *list);

/* Whether this cell of a parent stands in the foot of one of its lists. */
bool pag_columns_is_foot(pag_arena *arena, const pag_cell *cell);

/* The grid of a list with at least one entry. */
pag_grid pag_columns_grid(const pag_view *view, const pag_list *list);

#endif
