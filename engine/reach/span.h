/* What the files about sets share. Not for others. */
#ifndef PAG_REACH_SPAN_H
#define PAG_REACH_SPAN_H

#include "reach/set.h"

typedef pag_number_error pag_set_operation(pag_arena *, pag_number *, pag_number, pag_number);

/* The result of an operation on numbers, where nothing can go wrong but size. */
static inline bool pag_set_work(pag_arena *arena, pag_set_operation *apply, pag_number a,
                                pag_number b, pag_number *out)
{
    return apply(arena, out, a, b) == PAG_NUMBER_OK;
}

static inline pag_number pag_set_plain(pag_arena *arena, pag_number x)
{
    return pag_number_unit(x) == PAG_PLAIN ? x : pag_number_with_unit(arena, x, PAG_PLAIN);
}

/* The step of any set that has one; a single number has step zero. */
bool pag_set_step_of(pag_arena *arena, const pag_set *set, pag_number *anchor, pag_number *step);
/* The largest step of which both are multiples; zero counts as any. False when there is none. */
bool pag_set_common_step(pag_arena *arena, pag_number a, pag_number b, pag_number *out);
/* The span with the steps of both, when they and the distance of the anchors have one in common. */
pag_set pag_set_united_steps(pag_arena *arena, pag_set span, const pag_set *a, const pag_set *b);
/* A list that has become too long, as a span. */
pag_set pag_set_shortened(pag_arena *arena, pag_set set);
/* Of two lower ends (`endless`: without end is lower), or upper ones, the lower. */
pag_end pag_end_lower(pag_end a, pag_end b, bool endless);
pag_end pag_end_higher(pag_end a, pag_end b, bool endless);

#endif
