/* Which figure of one tree is what a figure of another is there. Not for other rooms. */
#ifndef PAG_TURN_MATCH_H
#define PAG_TURN_MATCH_H

#include "turn/turn.h"

/* `from` stands where `to` does: so do what they stand in and what they refer to, entries below
 * them by their ids, and all others by where they are. */
typedef struct pag_match {
    const pag_entry *from, *to;
    const pag_result *in; /* the tree of `to` */
} pag_match;

/* NULL: there is none. */
const pag_figure *pag_match_figure(const pag_match *match, const pag_figure *figure);

#endif
