/* Why two figures of one kind differ: of two entries, or of two evaluations, also by two packs.
 * What the first one read is replaced, one figure at a time, by what the second one read, and the
 * first one is computed again by its own rules; everything else it read stays as it was. So at
 * every place of the tree the effects of what stands below, what they do together, and the rest are
 * the whole difference, exactly. */
#ifndef PAG_TURN_DIFFER_H
#define PAG_TURN_DIFFER_H

#include "turn/turn.h"

typedef struct pag_difference pag_difference;
struct pag_difference {
    const pag_figure *a, *b;
    size_t mark;     /* of both, which are sheets; else PAG_TURN_WHOLE */
    bool has_effect; /* on the one above; a mark's: on the one above its sheet */
    pag_number effect;
    bool
        is_split; /* the effects below, `together` and `rest` are b less a (of a sheet: `effect`) */
    pag_number together; /* what they do at once and not one by one */
    pag_number rest; /* what no figure that both have makes: rules, plan, period, other entries */
    bool again;      /* told further up */
    const pag_step *row_a, *row_b; /* look-ups that gave the two, the first that differ; or NULL */
    bool table;                    /* a row that one of them found is not so in the other's table */
    bool formula;                  /* the texts of the two formulas differ */
    bool closed; /* how it came about is not told: it is somebody else's who shares */
    size_t depth;
    pag_difference *parent, *first, *next;
};

typedef struct pag_differing {
    pag_pack *pack; /* of `a` */
    const pag_result *a, *b;
    bool draft; /* effects on what is withheld too */
} pag_differing;

pag_difference *pag_differ(pag_arena *arena, const pag_differing *differing, const pag_figure *a,
                           const pag_figure *b);
/* The one after `node` when a tree is read from top to bottom; NULL at its end. */
pag_difference *pag_difference_after(const pag_difference *node);

#endif
