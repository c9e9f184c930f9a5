/* How many others a figure comes from. Not for other rooms. */
#ifndef PAG_EXPLAIN_SEEN_H
#define PAG_EXPLAIN_SEEN_H

#include "base/seen.h"
#include "eval/eval.h"

/* How many figures, and marks of sheets, `figure` comes from, near or far, each counted once; not
 * more than PAG_MOST_BELOW + 1 are counted. */
enum { PAG_MOST_BELOW = 999 };
uint32_t pag_figures_below(pag_arena *arena, const pag_figure *figure);

#endif
