/* What is said of the figures at which a tree was cut. Not for other rooms. */
#ifndef PAG_EXPLAIN_CUT_H
#define PAG_EXPLAIN_CUT_H

#include "explain/twig.h"

/* "12 cifre sotto: base --for \"Comune B\"": how many figures stand below it, and what opens it. */
pag_str pag_cut_text(const pag_view *view, const pag_twig *twig);
/* Below the tree: the command that opens the first one, and the one that tells all. Nothing when
 * the tree is whole. */
void pag_cut_put_commands(const pag_view *view, pag_text *out, const pag_twig *root);

#endif
