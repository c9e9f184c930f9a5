/* What the files that charge edits share. Not for other rooms, and not for the rest of this one. */
#ifndef PAG_DIFF_CHARGING_H
#define PAG_DIFF_CHARGING_H

#include "diff/internal.h"

typedef struct pag_charging {
    pag_differing *w;
    pag_diff *diff;
    bool *failed; /* by the first edit of a group */
    bool *done;
    pag_outcome *outcomes;
    size_t n; /* of groups that matter */
    size_t *groups;
    pag_outcome *pairs; /* n × n of them; `done` when tried and gone well */
    bool *paired;       /* tried */
    size_t n_tried;     /* of them, for whatever total */
    size_t of;          /* of which total the difference is charged now */
    size_t first;       /* the first of its charges */
    pag_number base;    /* what the first pack pays of it */
    pag_number left;    /* of the difference, by the charges so far */
} pag_charging;

/* What the files cost by the first pack with these groups. */
pag_outcome pag_charging_outcome(const pag_charging *c, const size_t *groups, size_t n);
/* How much more than by the first pack, of what is charged now; false: it cannot be told. */
bool pag_charging_more(const pag_charging *c, const pag_outcome *outcome, pag_number *out);
/* Charges it to the groups, which are kept. */
void pag_charging_add(pag_charging *c, const size_t *groups, size_t n, pag_number amount);

/* --- pairs.c --- */
/* Charges what pairs of groups cause together, of as many as can be tried. */
void pag_charging_pairs(pag_charging *c);

/* --- interact.c --- */
/* Charges what is left to the fewest groups that cause it together, whether or not they have an
 * effect alone. */
void pag_charging_rest(pag_charging *c);

#endif
