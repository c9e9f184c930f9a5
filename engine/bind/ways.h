/* Running a formula on figures that may be anything, once for each way through it: its comparisons
 * and choices are answered in turn by all that can be. For rooms that reason about rules. */
#ifndef PAG_BIND_WAYS_H
#define PAG_BIND_WAYS_H

#include "bind/bind.h"
#include "schema/term.h"

/* What was asked on the way so far, and what was answered. */
typedef struct pag_answered {
    size_t n;
    const pag_question *const *questions;
    const uint32_t *answers;
} pag_answered;

typedef struct pag_explorer {
    void *ud;
    /* Whether the question can be answered so after what was answered before. When in doubt yes. */
    bool (*possible)(void *ud, const pag_answered *before, const pag_question *question,
                     uint32_t answer);
    /* An entry of its own that stands for any of the list: what is asked of it is asked of no
     * other.
     */
    pag_entry *(*entry)(void *ud, const pag_list *list);
    /* A way goes on from that row of the table; also one that later turns out to lead nowhere. */
    void (*looked)(void *ud, const pag_bands *table, uint32_t row);
    size_t runs; /* how many more of formulas there may be; counts down */
} pag_explorer;

/* What is explored: a formula with its score (NULL: without), and the cell whose value it gives
 * (NULL: a condition, which gives a flag; `unit` then is not looked at). */
typedef struct pag_exploration {
    const pag_formula *formula;
    const pag_term *score;
    pag_entry *entry;
    const pag_cell *cell;
    bool edge; /* of a band: a number of `unit`, cell is NULL */
    pag_unit unit;
} pag_exploration;

/* All ways through the formula. Its figures' values are of kind TERM where they are not known, a
 * list of any number of entries has one that stands for all (`every`), a sheet has no marks.
 * `before` is what is already known. Nothing is told: what cannot be followed, and what ends in an
 * error, are ends of the tree. NULL when the runs were spent. The evaluator's `read` is asked for
 * every figure; it must not change kinds of values. */
const pag_way *pag_bind_explore(pag_bind *bind, const pag_evaluator *evaluator,
                                pag_explorer *explorer, const pag_answered *before,
                                const pag_exploration *what);

#endif
