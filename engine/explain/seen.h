/* How many others a figure comes from. Not for other rooms. */
#ifndef PAG_EXPLAIN_SEEN_H
#define PAG_EXPLAIN_SEEN_H

#include "base/seen.h"
#include "explain/view.h"

/* How many figures, and marks of sheets, `figure` comes from, near or far, each counted once; not
 * more than PAG_MOST_BELOW + 1 are counted, and only by what the view shows. */
enum { PAG_MOST_BELOW = 999 };
uint32_t pag_figures_below(const pag_view *view, const pag_figure *figure);

#endif
