/* The inputs that a figure rests on, each with the values it is turned through. Not for other
 * rooms.
 */
#ifndef PAG_PROVE_DIALS_H
#define PAG_PROVE_DIALS_H

#include "base/list.h"
#include "prove/internal.h"

/* An input that is turned: a given figure of the first entry, or of each one alike, or a mark. */
typedef struct pag_dial {
    const pag_cell *cell;
    const pag_criterion *criterion;
    bool each;    /* in all entries of the lists it stands in */
    bool shares;  /* what all entries make up together: the second one gets what is left */
    size_t mark;  /* of the sheet */
    size_t n, at; /* values */
    bool whole;   /* these are all its values */
    const pag_value *values;
    size_t n_figures; /* that get the value */
    const pag_figure **figures;
    const pag_figure *second; /* that gets what is left; NULL: none */
} pag_dial;

typedef struct pag_dials {
    proving *p;
    const pag_cell *cell;   /* whose inputs they are */
    const pag_cell *input;  /* that comes first; NULL: none does */
    const pag_sample *base; /* the evaluation that is turned */
    bool crowd;             /* it has two entries in each list */
    size_t n, room;
    pag_dial *at;
    size_t n_inputs; /* so many of them are the input's: one, or its marks */
    bool other;      /* the figure also rests on what no dial turns */
    bool open;       /* what it rests on is not all known; each evaluation tells what it read */
} pag_dials;

/* Fills in all but what comes before `n`. False where there is nothing to turn. */
bool pag_dials_find(pag_dials *dials);
/* One more, for what an evaluation was seen to read; false when no dial can turn it. */
bool pag_dials_add(pag_dials *dials, const pag_cell *cell);
bool pag_dials_has(const pag_dials *dials, const pag_cell *cell);
/* How many evaluations there are; 0: no end to them, or what is not turned counts too. */
uint64_t pag_dials_product(const pag_dials *dials);
/* All to stand number `k`, but for number `fixed` (SIZE_MAX: none is): every one there is, if they
 * are so few, else those in which all are low or high, and one after the other moves, and others in
 * between. False when there are no more. */
bool pag_dials_stand(pag_dials *dials, uint64_t k, size_t fixed);
/* Whether what conditions refuse is refused whatever is not turned: they rest on nothing else. */
bool pag_dials_turn_refusals(const pag_dials *dials);
/* The turns that make the evaluation stand as the dials do. */
size_t pag_dials_turns(const pag_dials *dials, pag_arena *arena, pag_turn **out);
/* What the second entry gets, where there is one, when the first one has value number `at`. */
pag_value pag_dial_rest(pag_arena *arena, const pag_dial *dial, size_t at);
/* The value number `at` as a file says it. */
pag_str pag_dial_text(pag_arena *arena, const pag_dial *dial, size_t at);
/* What a file is to say so that the dials stand as they do, but for `one` (or NULL), which stands
 * at `other`. */
pag_sample_wish pag_dials_wish(const pag_dials *dials, const pag_dial *one, size_t other);

#endif
