/* What the writer of the tree as JSON is made of. Not for other rooms. */
#ifndef PAG_EXPLAIN_STEP_JSON_H
#define PAG_EXPLAIN_STEP_JSON_H

#include "base/json.h"
#include "explain/twig.h"

typedef struct pag_json_tree {
    const pag_view *view;
    pag_json json;
    size_t n_deeper, room;
    const pag_twig **deeper; /* roots still to be written */
} pag_json_tree;

void pag_json_tree_number(pag_json_tree *w, pag_str key, pag_number number);
void pag_json_tree_position(pag_json_tree *w, pag_pos pos);
/* A weight as a plain number. */
pag_number pag_json_tree_weight(const pag_json_tree *w, pag_number number);
/* How the marks of a sheet made a total, where they are not simply added up. */
void pag_json_tree_tally(pag_json_tree *w, const pag_step *step);
/* What the node is called. */
pag_str pag_json_tree_word(const pag_twig *twig);
/* What the step says of itself. */
void pag_json_tree_step(pag_json_tree *w, const pag_twig *twig);

#endif
