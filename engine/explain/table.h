/* The table of results of one evaluation, for people: for each subject a heading, a grid for each
 * list with its foot, the figures of the subject itself, and where the rules can be found. It shows
 * figures as they are and computes nothing.
 *
 * The columns of a list are its cells that declare a `column`; where none does, the entries' names
 * and every payable or titled computed cell. The foot holds the declared sums and the parent's
 * cells of the same name. */
#ifndef PAG_EXPLAIN_TABLE_H
#define PAG_EXPLAIN_TABLE_H

#include "explain/view.h"

/* The result must be without errors. */
void pag_table_write(const pag_view *view, pag_sink *sink);

/* "anno 2023 · regole x/2023": what a result rests on, for the right end of a heading. */
pag_str pag_table_basis(const pag_view *view);
/* The line that says that an evaluation is invented, and its end; nothing when it is not. */
void pag_table_put_example(const pag_view *view, pag_text *out);
/* "regole x/2023 (0123456789ab) · pagella 0.1.0" and the end of the line. */
void pag_table_put_footer(const pag_view *view, pag_text *out);

#endif
