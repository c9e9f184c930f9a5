/* An evaluation whose figures can be turned: some of them get other values, in a copy that nobody
 * else sees, and what rests on them is computed again, by the same code as ever.
 *
 *     pag_turn raise = {.figure = marks, .mark = 3, .value = ten};
 *     pag_result turned;
 *     if (pag_turn_open(evaluation, &run, &raise, 1, &turned) &&
 *         pag_turn_figure(&turned, pack, &run, score)) … */
#ifndef PAG_TURN_TURN_H
#define PAG_TURN_TURN_H

#include "base/seen.h"
#include "eval/eval.h"

/* In place of the number of a mark: the figure as a whole. */
#define PAG_TURN_WHOLE SIZE_MAX

typedef struct pag_turn {
    const pag_figure *figure; /* of the evaluation, or of any result of it; also a computed one */
    size_t mark;              /* of a sheet: which one; else PAG_TURN_WHOLE */
    pag_value value; /* of the mark or of the figure; of a ref, an entry of the same tree */
} pag_turn;

/* The figures as they were read, with these turns. What is said while it is computed is kept apart
 * from what was said of the evaluation. False when the evaluation has no such figure. */
bool pag_turn_open(const pag_evaluation *evaluation, pag_arena *arena, const pag_turn *turns,
                   size_t n, pag_result *out);
/* The same with values that a file could give in their place: false, and told to the result's own
 * diagnostics, also when a number is beyond its bounds, or lists no longer sum up to what they must
 * or tile the period. */
bool pag_turn_read(const pag_evaluation *evaluation, pag_arena *arena, const pag_turn *turns,
                   size_t n, pag_result *out);
/* The figure of `result` that stands where `figure` does in its own tree; NULL: there is none. */
pag_figure *pag_turn_same(const pag_result *result, const pag_figure *figure);
/* That figure, computed, with what it needs and nothing else; NULL when it cannot be had. */
pag_figure *pag_turn_figure(pag_result *result, pag_pack *pack, pag_arena *arena,
                            const pag_figure *figure);

/* Visits what the figure rests on, by its trace: itself first, then each figure that was read,
 * once, in the order of reading; if it is not for a `draft`, by the steps that may be shown. */
typedef void (*pag_trace_visit)(void *ud, const pag_figure *figure);
void pag_trace_walk(pag_arena *arena, const pag_figure *figure, bool draft, pag_trace_visit visit,
                    void *ud);
/* The figures of others that the figure was shared out by: their weights. How those came about is
 * not told to the one whose figure it is, so no walk leads to them. */
pag_seen pag_trace_theirs(pag_arena *arena, const pag_figure *figure);

#endif
