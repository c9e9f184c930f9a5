/* Where the formulas of two figures differ: the lines that one of them alone has. */
#ifndef PAG_EXPLAIN_FORMULAS_H
#define PAG_EXPLAIN_FORMULAS_H

#include "schema/cell.h"

typedef struct pag_formula_lines {
    pag_str text; /* from the first to the last that differs, as one line; empty: there is none */
    pag_pos pos;  /* of the first */
} pag_formula_lines;

/* Of the first formula, then of the second. How lines are indented, and remarks on
 * lines of their own, make no difference. */
void pag_formulas_apart(pag_arena *arena, const pag_formula *a, const pag_formula *b,
                        pag_formula_lines out[2]);

#endif
