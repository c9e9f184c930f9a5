/* What the files of this room share. */
#ifndef PAG_WHYNOT_INTERNAL_H
#define PAG_WHYNOT_INTERNAL_H

#include "whynot/whynot.h"

#include "base/list.h"
#include "reach/reach.h"

/* The values that one input can have, numbered from the one it has: −1 the next lower one, 1 the
 * next higher one. */
typedef struct pag_scale {
    const pag_figure *figure;
    size_t mark;
    pag_value now; /* none: it is not written, and `here` and `base` are where trying begins */
    size_t n;      /* listed, ascending; else 0 */
    const pag_value *at;
    size_t here;           /* listed: the number of the one it has, or of the next higher one */
    bool on;               /* the value that it has is one of them */
    pag_number base, step; /* not listed: the value, or the next lower one of them */
    int64_t down, up;      /* how many there are */
    pag_set set;           /* of a number */
    pag_slope slope;       /* of the score that is looked up */
} pag_scale;

/* All about one hinge while it is worked on. */
typedef struct pag_search {
    pag_arena *arena; /* of what is found */
    pag_arena run;    /* of one evaluation */
    pag_pack *pack;
    const pag_result *result;
    pag_reach *reach;
    const pag_whynot_order *order;
    uint64_t tried, limit; /* of evaluations: so far, and for this hinge */
    bool passed_over;      /* values that nothing is known of were not tried */
    const pag_figure *asked;
    const pag_hinge *hinge;
    size_t nth;              /* of the look-ups of its figure in that table, which one */
    const pag_figure *score; /* that a table with written edges is looked up by; else NULL */
    PAG_LIST(pag_scale) scales;
} pag_search;

/* --- scale.c --- */
/* Every input that the figure rests on, with the values it can have; those of its own entry first.
 */
void pag_scales_find(pag_search *s, const pag_figure *figure);
/* Nothing is written, or the mark is "na". */
bool pag_scale_is_unwritten(const pag_scale *scale);
/* The value number `k`, from −down to up, not 0. */
pag_value pag_scale_at(pag_arena *arena, const pag_scale *scale, int64_t k);
pag_shift pag_scale_shift(pag_search *s, const pag_scale *scale, int64_t k);

/* --- place.c --- */
/* Where the hinge is with these turns: row r of a table is 2r + 1, and between two rows is the even
 * number between; of reasons for zero, 1 the first, 0 none. False when that cannot be had. */
bool pag_place_of(pag_search *s, const pag_turn *turns, size_t n, int64_t *place,
                  pag_number *score);
int64_t pag_place_goal(const pag_search *s, const pag_goal *goal);
/* Whether the whole evaluation with these shifts is accepted and leads to the goal; what becomes of
 * figures then goes into `change`. */
typedef enum pag_arrival { PAG_ARRIVED, PAG_ELSEWHERE, PAG_REFUSED } pag_arrival;
pag_arrival pag_place_try(pag_search *s, const pag_goal *goal, pag_change *change);

/* --- nearest.c --- */
/* The nearest value of the scale that leads to each of the goals goes to their changes. */
void pag_nearest_find(pag_search *s, const pag_scale *scale, pag_goal *goals, size_t n);

/* --- together.c --- */
enum { PAG_TOGETHER_MARKS = 64 };

/* One mark of the sheet: where it is now, and what its whole way moves the score by. */
typedef struct pag_mark_way {
    const pag_scale *scale;
    int64_t at;
    pag_number gain;
} pag_mark_way;

/* The marks of one sheet on their way to the goal. */
typedef struct pag_joining {
    pag_search *s;
    pag_goal *goal;
    size_t n;
    pag_mark_way parts[PAG_TOGETHER_MARKS];
} pag_joining;

/* A few marks of one sheet that lead to the goal; nothing where none do or where that is not
 * simple. */
void pag_together_find(pag_search *s, pag_goal *goal);
/* Whether the higher values of the scale take the score towards the goal; else the lower ones. */
bool pag_together_goes_up(const pag_joining *j, const pag_scale *scale);
/* Where the hinge is with the marks as they stand; false when that cannot be had. */
bool pag_together_place(const pag_joining *j, int64_t *place, pag_number *score);
/* Whether the whole evaluation with the marks as they stand leads to the goal, where it has none
 * with fewer, or (but for `as_few`) with as few: then it becomes the goal's. */
bool pag_together_take(pag_joining *j, bool as_few);

/* --- mixed.c --- */
/* The fewest of the marks, no fewer than `least`, that lead to the goal without passing it, and of
 * those the ones that change least; as far as so many tries go. */
void pag_mixed_find(pag_joining *j, size_t least);

#endif
