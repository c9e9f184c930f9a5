/* `explain`: one figure as a tree, down to the lines of the evaluation file and of the rules it
 * comes from. The trace is shown as it was recorded; nothing is evaluated again. */
#ifndef PAG_EXPLAIN_TREE_H
#define PAG_EXPLAIN_TREE_H

#include "explain/view.h"

/* Text: heading, formula, tree, footer. `figure` is one of the view's result. */
void pag_tree_write(const pag_view *view, const pag_figure *figure, pag_sink *sink);

/* One object on one line, schema "pagella.explain/1": the keys of pagella.result/1 up to
 * "acknowledged", then "tree". A node of the tree is a figure with the keys it has there, and
 *   "position":{"file","line","column"} or null · "source" · "note" (where it has one)
 *   "formula":{"file","line","last_line","text"} (computed figures)
 *   "rounding":{"step","mode","before","after"} (figures that round)
 *   "below":n (as deep as was asked for: so many figures stand below, 1000 for more than 999; its
 *   "steps" are left out)
 *   "again":true (explained further up in the order of the text; its "steps" are left out)
 *   "steps":[…]: "step" is "read" (the object is the node of a figure), "mark" (a figure),
 *   "total" {word, arguments, count, value, steps}, "chose" {word, candidates:[{text, value}],
 *   chosen, value}, "looked" {table, score, row:{low, high, gives, position}, above, below} or
 *   "rounded" {before, after}. Neighbours of a row are {edge, distance, inside, gives} or null.
 * Values are texts as in pagella.result/1. Of a figure that is withheld there is no "rounding" and
 * no "chose", and the "value" of a total and what its row "gives" are null. A node that stands very
 * deep has "deeper":n instead of its steps: its tree is number n (from 0) of the list "deeper"
 * beside "tree". */
void pag_tree_write_json(const pag_view *view, const pag_figure *figure, pag_sink *sink);

/* The place a figure comes from: its value in the evaluation file, else its cell in the rules. */
pag_pos pag_tree_position(const pag_figure *figure);

#endif
