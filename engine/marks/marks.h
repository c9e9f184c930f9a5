/* One row for each entry of a list: which columns such rows have, and the rows of a CSV put among
 * the nodes of an evaluation. Values then go the same way wherever they were written: the reader of
 * records judges them, at their place in the CSV.
 *
 * The first row of such a file says how its numbers are written and which list it is of, the second
 * one names the columns:
 *
 *     list: staff.person;numbers: plain
 *     name;from;behaviour.team
 *     Front desk;2024-01-01;8
 */
#ifndef PAG_MARKS_MARKS_H
#define PAG_MARKS_MARKS_H

#include "csv/csv.h"
#include "schema/record.h"

/* --- lists and columns --- */

/* The lists whose entries can be rows: those that stand in a subject. */
typedef struct pag_marks_lists {
    size_t n;
    const pag_group **at;
} pag_marks_lists;
pag_marks_lists pag_marks_lists_of(pag_arena *arena, const pag_group *const *subjects, size_t n);
/* The list that `name` means: its whole name, or the end of it when no other list is called so.
 * Empty: the only one there is. NULL, and told at `pos`, when that is none. */
const pag_group *pag_marks_list(pag_diagnostics *diags, const pag_marks_lists *lists, pag_str name,
                                pag_pos pos);

typedef enum pag_marks_kind {
    PAG_MARKS_ID,
    PAG_MARKS_NAME, /* as the plan names the entry: only held against it */
    PAG_MARKS_CELL,
    PAG_MARKS_MARK,
    PAG_MARKS_BECAUSE
} pag_marks_kind;

typedef struct pag_marks_column {
    pag_str name; /* "share", "behaviour.team", "behaviour.team.because" */
    pag_marks_kind kind;
    bool asked;                     /* an empty form has it; else it may be there */
    const pag_cell *cell;           /* NULL: ID, NAME */
    const pag_criterion *criterion; /* MARK, BECAUSE */
} pag_marks_column;

typedef struct pag_marks_columns {
    size_t n;
    const pag_marks_column *at;
} pag_marks_columns;
pag_marks_columns pag_marks_columns_of(pag_arena *arena, const pag_group *list);

/* The words of the first row, in both languages. */
typedef struct pag_marks_words {
    pag_str list, numbers;  /* "elenco", "numeri" */
    pag_str italian, plain; /* "italiani", "semplici" */
} pag_marks_words;
const pag_marks_words *pag_marks_words_of(pag_lang lang);

/* --- reading --- */

typedef struct pag_marks {
    pag_arena *arena;
    pag_diagnostics *diags;
    pag_marks_lists lists;
    bool *misspelt; /* set where a number is told to be written otherwise than the file says; what
                       stands there is told no more */
} pag_marks;

/* The evaluation `root` with what the CSV `source` says. Where `root` has the list, or its entries
 * come from the plan, every row is about one of its entries, by id or by name, and every entry has
 * a row, but for those of the plan that `root` or nobody says anything about; else the rows are the
 * entries. What `root` says is not said again. NULL when something is wrong; with
 * nothing but numbers that are misspelt it is good for finding what else is. */
const pag_node *pag_marks_merge(const pag_marks *marks, uint32_t source, const pag_node *root);

#endif
