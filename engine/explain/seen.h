/* A set of figures, and how many others a figure comes from. Not for other rooms. */
#ifndef PAG_EXPLAIN_SEEN_H
#define PAG_EXPLAIN_SEEN_H

#include "eval/eval.h"

typedef struct pag_seen {
    pag_arena *arena;
    const pag_figure **slots;
    size_t n, room;
} pag_seen;

/* False when the figure was there already. */
bool pag_seen_add(pag_seen *seen, const pag_figure *figure);
bool pag_seen_has(const pag_seen *seen, const pag_figure *figure);

/* How many figures, and marks of sheets, `figure` comes from, near or far, each counted once; not
 * more than PAG_MOST_BELOW + 1 are counted. */
enum { PAG_MOST_BELOW = 999 };
uint32_t pag_figures_below(pag_arena *arena, const pag_figure *figure);

#endif
