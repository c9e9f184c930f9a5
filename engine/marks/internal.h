/* What the files of this room share. */
#ifndef PAG_MARKS_INTERNAL_H
#define PAG_MARKS_INTERNAL_H

#include "marks/marks.h"

#define PAG_MARKS_NOWHERE SIZE_MAX

/* A CSV whose first two rows have been read. */
typedef struct pag_marks_table {
    const pag_marks *marks;
    const pag_group *list;
    bool italian;
    pag_marks_columns columns;
    size_t *at; /* of each column: which cell of a row, or NOWHERE */
    pag_csv csv;
    pag_pos pos; /* of the row that names the columns */
} pag_marks_table;

/* One row: who it is about, and what it says as a map. */
typedef struct pag_marks_row {
    pag_str id, name; /* `id` is made from the name where none is written; either may be empty */
    bool named_by_id; /* the id is written */
    pag_pos pos, name_pos;
    const pag_node *map;
} pag_marks_row;

/* An entry that rows can be about. */
typedef struct pag_marks_target {
    pag_str id, name;
    pag_str word; /* its name as ids are written */
    pag_pos pos;
    const pag_node *node; /* what the evaluation says of it; NULL: nothing */
    const pag_marks_row *row;
} pag_marks_target;

typedef struct pag_marks_targets {
    size_t n;
    pag_marks_target *at;
    pag_marks_target **by_id, **by_name, **by_word;
} pag_marks_targets;

/* --- targets.c --- */
/* Once all are there, before any is looked for. */
void pag_marks_index(pag_arena *arena, pag_marks_targets *all);
typedef struct pag_marks_found {
    pag_marks_target *it;    /* NULL: there is none */
    pag_marks_target *other; /* that it can be just as well; NULL: it is that one alone */
} pag_marks_found;
/* The entry that a row is about. What its id column says is an id; else it is the one called so to
 * the letter, and where none is, the one whose id its name makes. */
pag_marks_found pag_marks_find(const pag_marks_targets *all, const pag_marks_row *row);
/* The one called so to the letter. */
pag_marks_found pag_marks_called(const pag_marks_targets *all, pag_str name);
/* --- table.c --- */
/* False when the file is no such table; that is told. */
bool pag_marks_open(const pag_marks *marks, uint32_t source, pag_marks_table *out);
/* --- row.c --- */
/* The row number `i` from 0; false when it is wrong, which is told. */
bool pag_marks_read_row(const pag_marks_table *table, size_t i, pag_marks_row *out);
/* How many there are. */
size_t pag_marks_count(const pag_marks_table *table);
/* --- node.c --- */
const pag_node *pag_marks_scalar(pag_arena *arena, pag_str text, pag_pos pos);
const pag_node *pag_marks_map(pag_arena *arena, const pag_pair *pairs, size_t n, pag_pos pos);
/* Nothing is written there, however deep one looks. */
bool pag_marks_is_empty(const pag_node *node);
/* The map with `value` for `key`, at the end when it has none. */
const pag_node *pag_marks_with(pag_arena *arena, const pag_node *map, pag_str key,
                               const pag_node *value);
/* The map with the values of `over` in place of its own, and with what it lacks. */
const pag_node *pag_marks_over(pag_arena *arena, const pag_node *map, const pag_node *over);
/* Both maps in one; what stands in both is told at its place in `row` (NULL). What `row` says under
 * these two keys only says whom it is about (NULL: there are none). */
const pag_node *pag_marks_both(const pag_marks *marks, const pag_node *map, const pag_node *row,
                               const pag_str about[2]);

#endif
