/* What is said about values that are still to be confirmed: the line of a draft, and the list below
 * a table or a tree. Not for other rooms. */
#ifndef PAG_EXPLAIN_DOUBTS_H
#define PAG_EXPLAIN_DOUBTS_H

#include "explain/view.h"

/* "BOZZA: 3 importi poggiano su valori da confermare" and the end of the line, of one subject, or
 * with NULL of the whole result; nothing when the view is no draft. */
void pag_doubts_put_draft(const pag_view *view, pag_text *out, const pag_entry *subject);
/* The same of one figure that is explained. */
void pag_doubts_put_draft_figure(const pag_view *view, pag_text *out, const pag_figure *figure);

/* "Da confermare:", then each doubt with its place: those that `figure` rests on, or with NULL
 * those that anything to be paid rests on. Nothing when there are none. */
void pag_doubts_put_list(const pag_view *view, pag_text *out, const pag_figure *figure);

#endif
