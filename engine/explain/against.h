/* `explain --against`: why two figures differ, as text and for machines. */
#ifndef PAG_EXPLAIN_AGAINST_H
#define PAG_EXPLAIN_AGAINST_H

#include "explain/view.h"
#include "turn/differ.h"

/* The two, seen from the first: `view` is of its result, `other` of the second one's, which may be
 * the same. */
typedef struct pag_against {
    const pag_view *view, *other;
    const pag_difference *tree;
} pag_against;

/* Heading, then the tree: at the start of each line what it alone makes of the line above. */
void pag_against_write(const pag_against *against, pag_sink *sink);

/* One object on one line, schema "pagella.differ/1": the keys of pagella.result/1 up to
 * "acknowledged", "against":{"pack","file","for"}, and "nodes", the tree from top to bottom:
 *   {"depth","figure","for","mark","title","from","to","effect","together","rest","again",
 *    "row":{"from","to"} or null,"table":true where the two tables differ in one of these rows,
 *    "formula":true where the two formulas differ, and then
 *    "formulas":{"from","to"}, of each the lines that the other has not: {"text","file","line"} or
 *    null}
 * At each node whose "together" is not null the effects below it, "together" and "rest" are the
 * whole difference. Values are texts as in pagella.result/1; of what is withheld they are null. */
void pag_against_write_json(const pag_against *against, pag_sink *sink);

#endif
