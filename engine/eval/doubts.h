/* What figures rest on that is still to be confirmed. Not for other rooms. */
#ifndef PAG_EVAL_DOUBTS_H
#define PAG_EVAL_DOUBTS_H

#include "bind/bind.h"
#include "eval/eval.h"

/* Works out from its steps what the figure rests on. What it read was settled before, as soon as it
 * was computed, so this never goes deep. */
void pag_doubts_settle(pag_arena *arena, pag_figure *figure);
/* Whether one of these steps of a figure under way rests on a doubt. */
bool pag_doubts_are_in(pag_arena *arena, const pag_step *steps, size_t n);
/* What the weights of a sharing rest on, for all of its parts at once. */
void pag_doubts_settle_sharing(pag_arena *arena, pag_sharing *sharing);
/* The figures that are given or fixed, which nobody computes. */
void pag_doubts_settle_rest(const pag_result *result, pag_arena *arena);
/* One warning for each doubt that a figure rests on, with what is to be paid by it. */
void pag_doubts_tell(const pag_result *result, pag_arena *arena);

#endif
