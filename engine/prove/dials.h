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
/* The turns that make the evaluation stand as the dials do. */
size_t pag_dials_turns(const pag_dials *dials, pag_arena *arena, pag_turn **out);
/* What the second entry gets, where there is one, when the first one has value number `at`. */
pag_value pag_dial_rest(pag_arena *arena, const pag_dial *dial, size_t at);
/* The value number `at` as a file says it. */
pag_str pag_dial_text(pag_arena *arena, const pag_dial *dial, size_t at);
/* What a file is to say so that the dials stand as they do, but for `one` (or NULL), which stands
 * at `other`. */
pag_sample_wish pag_dials_wish(const pag_dials *dials, const pag_dial *one, size_t other);

/* --- refused.c --- */
/* What no dial can stand for: the period, and how many entries a list has. */
bool pag_step_is_beyond_dials(const pag_step *step);
/* Whether what the evaluation was refused for rests on what dials turn alone, so that it is refused
 * whatever else is given; `but` (or NULL): for something else than that. */
bool pag_dials_turn_refusal(const pag_dials *dials, pag_arena *run, const pag_result *result,
                            const pag_stop *but);

/* --- shown.c --- */
/* How a figure is moved by raising one input, and the file that shows it. */
typedef struct pag_moved {
    bool down;    /* it should never rise, else never fall */
    bool refused; /* as the dials stand there is no result: other data may have one */
    pag_raised figure;
    pag_str example;
} pag_moved;
/* Looks for one, with the input of that dial first at number `from`, then as it stands. */
bool pag_dials_show(const pag_dials *dials, pag_arena *run, size_t input, size_t from,
                    pag_moved *out);

#endif
