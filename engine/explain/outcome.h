/* Two values and how far they are apart, as people read it. Not for other rooms. */
#ifndef PAG_EXPLAIN_OUTCOME_H
#define PAG_EXPLAIN_OUTCOME_H

#include "explain/view.h"

/* "8 %"; "—" for none */
pag_str pag_outcome_value(const pag_view *view, const pag_cell *cell, pag_value value);
/* "8 % → 10 %" */
pag_str pag_outcome_pair(const pag_view *view, const pag_cell *cell, pag_value from, pag_value to);
/* "+404,63 €", "−2", "+5 giorni", "+8 punti percentuali"; empty where there is nothing between
 * them. */
pag_str pag_outcome_apart(const pag_view *view, pag_value from, pag_value to);
/* The same as "404.63" or "-2"; empty too. */
pag_str pag_outcome_difference(pag_arena *arena, pag_value from, pag_value to);
/* "Punteggio · Comune B": the figure's label, or that of its mark, and whose it is, where that is
 * not the entry `around` (NULL: always). */
pag_str pag_outcome_name(const pag_view *view, const pag_figure *figure, size_t mark,
                         const pag_entry *around);
/* A paragraph below an indentation, which wraps further in. */
void pag_outcome_put(const pag_view *view, pag_text *out, size_t indent, pag_str text);

#endif
