/* What the files that charge edits share. Not for other rooms, and not for the rest of this one. */
#ifndef PAG_DIFF_CHARGING_H
#define PAG_DIFF_CHARGING_H

#include "diff/internal.h"

/* Edits, ascending, that are made where one group is: its own, and those it needs. */
typedef struct pag_base {
    size_t n;
    size_t *at;
} pag_base;

typedef struct pag_charging {
    pag_differing *w;
    pag_diff *diff;
    pag_base *bases; /* by the first edit of a group */
    pag_outcome *outcomes;
    size_t n;           /* of groups that matter */
    size_t *groups;     /* the smallest base first */
    pag_outcome *pairs; /* n × n of them; `done` when tried and gone well */
    bool *paired;       /* tried */
    size_t n_tried;     /* of them, for whatever total */
    size_t of;          /* of which total the difference is charged now */
    size_t first;       /* the first of its charges */
    pag_number base;    /* what the first pack pays of it */
    pag_number left;    /* of the difference, by the charges so far */
} pag_charging;

/* Which edits are made where all of these groups are; one for each. */
bool *pag_charging_union(const pag_charging *c, const size_t *groups, size_t n);
/* What the files cost by the first pack with these groups. */
pag_outcome pag_charging_outcome(const pag_charging *c, const size_t *groups, size_t n);
/* How much more than by the first pack, of what is charged now; false: it cannot be told. */
bool pag_charging_more(const pag_charging *c, const pag_outcome *outcome, pag_number *out);
/* What these edits cost more beyond all that is charged to some of them. */
pag_number pag_charging_beyond(const pag_charging *c, const bool *chosen, pag_number more);
/* Charges it to the groups, which are kept. */
void pag_charging_add(pag_charging *c, const size_t *groups, size_t n, pag_number amount);

/* --- groups.c --- */
/* Makes edits that need one another one group, and finds what each group needs besides. */
void pag_charging_form(pag_charging *c);

/* --- pairs.c --- */
/* Charges what pairs of groups cause together, of as many as can be tried. */
void pag_charging_pairs(pag_charging *c);

/* --- interact.c --- */
/* Charges what is left to the fewest groups that cause it together, whether or not they have an
 * effect alone. */
void pag_charging_rest(pag_charging *c);

#endif
