/* What the files of this room share. */
#ifndef PAG_EVAL_INTERNAL_H
#define PAG_EVAL_INTERNAL_H

#include "bind/bind.h"
#include "eval/eval.h"

/* The part that the figure's entry gets of what its list shares. The first one that is asked for
 * shares out for all; each notes its own step. False when it cannot be had, and why was told; then
 * none of the parts can. */
bool pag_part_compute(const pag_evaluator *e, pag_figure *figure);

/* "is {pay}" → "is 5.857,54 €", reading the cells of the entry. False when one cannot be had, and
 * why was told. */
bool pag_sentence_fill(const pag_evaluator *e, pag_str sentence, pag_entry *entry, pag_str *out);

enum { PAG_DEEPEST = 60 };

/* One figure being computed, and where its steps begin. */
typedef struct pag_level {
    pag_figure *figure; /* NULL: a condition */
    const pag_entry *entry;
    size_t first_step;
    uint32_t reader;                    /* its number as a reader of others */
    bool period_read[PAG_PERIOD_PARTS]; /* what was read of the period, noted once */
} pag_level;

typedef struct pag_run {
    pag_bind *bind;
    pag_result *result;
    pag_evaluator evaluator;
    pag_level *levels; /* PAG_DEEPEST; only those below `depth` hold anything */
    size_t depth;
    uint32_t readers;
    pag_step *steps;
    size_t n_steps, room_steps;
    const pag_wanted *wanted; /* NULL: every figure */
    bool doubts;              /* the rules hold values that are still to be confirmed */
    bool conditions;          /* the rules hold `must` or `warn` */
    bool quiet;               /* what is absent ends a figure, and nothing is told */
    pag_failure *last_failure;
    size_t judged, passed; /* conditions: already judged, and passed on this way */
    pag_missed missed;     /* the last look-up that found no row, since the last error */
    bool broken;           /* the last one judged does not hold, and that is not told yet */
} pag_run;

/* Notes a failure of what is under way, whose steps begin with number `first`. */
pag_failure *pag_run_fail(pag_run *run, const pag_figure *figure, const pag_entry *entry,
                          size_t first);

/* Runs `work(run)` as pag_bind_run does. What errors tell by then that rests on a doubt is marked,
 * and taken out of them unless the evaluation is a draft. */
pag_status pag_run_bound(pag_run *run, bool refill, void (*work)(void *));

/* "measured, weight (Office B)": what the running figure or condition read and did not find. */
pag_str pag_run_left_out(void *run, pag_arena *arena);

/* Inside a run: judges what was not judged before. `run` is a pag_run. */
void pag_conditions_judge(void *run);

#endif
