/* What would have led elsewhere, as data: whoever finds it fills this, whoever tells it reads it.
 */
#ifndef PAG_TURN_CHANGE_H
#define PAG_TURN_CHANGE_H

#include "turn/turn.h"

/* One given value, or one mark of a sheet, as it is and as it would have to be. */
typedef struct pag_shift {
    const pag_figure *figure; /* of the result that is asked about */
    size_t mark;              /* of a sheet; else PAG_TURN_WHOLE */
    pag_value from, to;       /* `from` is none where nothing is written, or a mark is "na" */
    uint64_t steps; /* how many values further on, of words as they are declared; 1 from nothing */
    bool has_share; /* its values have two ends */
    pag_number share; /* how far that is, as a part of all between the ends */
} pag_shift;

/* What becomes of one figure. */
typedef struct pag_outcome {
    const pag_figure *figure; /* as it is */
    pag_value after;
    bool withheld; /* then */
} pag_outcome;

/* Values that lead there, everything else as it is; it was evaluated. */
typedef struct pag_change {
    size_t n; /* 1, or several marks of one sheet together */
    pag_shift *shifts;
    bool nearest; /* no nearer value of that input leads there; of several: not claimed */
    pag_outcome asked;
    size_t n_paid; /* of the figures to be paid, those that become others; not the one asked for */
    pag_outcome *paid;
} pag_change;

/* A place nearby that the asked figure could have rested on instead. */
typedef struct pag_goal {
    bool above;   /* a row of higher scores than the one found, else of lower ones */
    uint32_t row; /* of the table; of a reason for zero: which, or PAG_GOAL_NOT_ZERO */
    size_t n;     /* changes of a single input, the nearest first */
    pag_change *changes;
    pag_change *together; /* where no single one does: of one sheet; NULL: none was found */
    size_t refused;       /* values that lead there, but to an evaluation that is not accepted */
} pag_goal;
#define PAG_GOAL_NOT_ZERO UINT32_MAX

/* What the asked figure rests on: a look-up in bands, or what makes a figure zero. */
typedef struct pag_hinge {
    const pag_figure *figure;
    const pag_step *step; /* of the figure; NULL: its reasons for zero */
    size_t inputs;        /* single values that were looked at */
    bool spent;           /* not all could be tried: of some input values were passed over */
    size_t n;
    pag_goal *goals;
} pag_hinge;

typedef struct pag_whatif {
    const pag_figure *asked;
    size_t n;
    pag_hinge *hinges; /* in the order in which the figure rests on them */
    size_t left;       /* more of them that nobody looked at */
} pag_whatif;

#endif
