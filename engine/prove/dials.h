/* The inputs that a figure rests on, each with the values it is turned through. Not for other
 * rooms.
 */
#ifndef PAG_PROVE_DIALS_H
#define PAG_PROVE_DIALS_H

#include "base/list.h"
#include "prove/internal.h"

/* An input that is turned: a given figure of the first entries, or a mark of one. */
typedef struct pag_dial {
    const pag_cell *cell;
    const pag_criterion *criterion;
    const pag_figure *figure;
    size_t mark; /* of the sheet */
    size_t n, at;
    bool whole; /* these are all its values */
    const pag_value *values;
} pag_dial;

typedef struct pag_dials {
    proving *p;
    const pag_cell *cell;  /* whose inputs they are */
    const pag_cell *input; /* that comes first; NULL: none does */
    size_t n, room;
    pag_dial *at;
    size_t n_inputs; /* so many of them are the input's: one, or its marks */
    bool other;      /* the figure also rests on what no dial turns */
} pag_dials;

/* Fills in all but `p`, `cell` and `input`. False where there is nothing to turn. */
bool pag_dials_find(pag_dials *dials);
/* Where they stand in the evaluation; false when one stands nowhere. */
bool pag_dials_place(pag_dials *dials, const pag_evaluation *evaluation);
/* How many evaluations there are; 0: no end to them, or what is not turned counts too. */
uint64_t pag_dials_product(const pag_dials *dials);
/* All at their first values. */
void pag_dials_reset(pag_dials *dials);
/* On to the next values of all but number `fixed` (SIZE_MAX: of all); false when all have been. */
bool pag_dials_turn(pag_dials *dials, size_t fixed);
/* The value number `at` as a file says it. */
pag_str pag_dial_text(pag_arena *arena, const pag_dial *dial, size_t at);
/* What a file is to say so that the dials stand as they do, but for `one` (or NULL), which stands
 * at `other`. */
pag_sample_wish pag_dials_wish(const pag_dials *dials, const pag_dial *one, size_t other);

#endif
