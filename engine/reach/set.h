/* The numbers that something can be: a list of them all, or a span with or without ends, in steps
 * or not. A set never has fewer than can be; where two things depend on one another it may have
 * more. All numbers are plain: units are the caller's. */
#ifndef PAG_REACH_SET_H
#define PAG_REACH_SET_H

#include "base/arena.h"
#include "number/number.h"

typedef struct pag_end {
    bool set;    /* false: the span goes on without end */
    bool inside; /* the end itself can be */
    pag_number number;
} pag_end;

typedef struct pag_set {
    size_t n;             /* listed: how many; else 0 */
    const pag_number *at; /* ascending, each once */
    bool empty;
    pag_end low, high; /* also of a list */
    bool stepped;      /* a span: every number is `anchor` and whole steps */
    pag_number step, anchor;
} pag_set;

enum { PAG_SET_MOST = 4096 }; /* listed; more become a span */

pag_set pag_set_empty(void);
pag_set pag_set_all(void);
pag_set pag_set_one(pag_arena *arena, pag_number x);
pag_set pag_set_span(pag_end low, pag_end high);
/* Every number is a multiple of `step` away from `anchor`. */
pag_set pag_set_steps(pag_arena *arena, pag_set span, pag_number anchor, pag_number step);
/* Every day of those years, as dates count them. */
pag_set pag_set_days(pag_arena *arena, int64_t first_year, int64_t last_year);
pag_set pag_set_of(pag_arena *arena, const pag_number *at, size_t n); /* in any order */

/* The same in another arena, with nothing left in the one it was made in. */
pag_set pag_set_kept(pag_arena *arena, const pag_set *set);
/* A list as the span in steps that has all of it. */
pag_set pag_set_loosened(pag_arena *arena, pag_set set);
pag_set pag_set_unite(pag_arena *arena, pag_set a, pag_set b);
/* Of numbers that do not depend on one another, or at worst more. */
pag_set pag_set_add(pag_arena *arena, pag_set a, pag_set b);
pag_set pag_set_subtract(pag_arena *arena, pag_set a, pag_set b);
pag_set pag_set_multiply(pag_arena *arena, pag_set a, pag_set b);
/* Dividing by zero gives nothing; all there is where the divisor can be on both sides of it. */
pag_set pag_set_divide(pag_arena *arena, pag_set a, pag_set b);
pag_set pag_set_least(pag_arena *arena, pag_set a, pag_set b);
pag_set pag_set_most(pag_arena *arena, pag_set a, pag_set b);
/* Whether every number of it is a multiple of the step: rounding to that changes nothing. */
bool pag_set_is_of_steps(pag_arena *arena, const pag_set *set, pag_number step);
pag_set pag_set_round(pag_arena *arena, pag_set a, pag_number step, pag_rounding mode);
/* What of it is not above the end, or not below it; an end that is not set cuts nothing. */
pag_set pag_set_up_to(pag_arena *arena, pag_set a, pag_end end);
pag_set pag_set_from(pag_arena *arena, pag_set a, pag_end end);
/* What of it can be in the other too; at worst more. */
pag_set pag_set_within(pag_arena *arena, pag_set a, pag_set b);

bool pag_set_has(pag_arena *arena, const pag_set *set, pag_number x);
/* Whether every number of `a` is below every one of `b`, or at most it. False when in doubt. */
bool pag_set_is_below(const pag_set *a, const pag_set *b);
bool pag_set_is_up_to(const pag_set *a, const pag_set *b);
/* Whether all of it is above zero, or below; with `or_zero` zero may be in it too. False when in
 * doubt. */
bool pag_set_is_positive(const pag_set *a, bool or_zero);
bool pag_set_is_negative(const pag_set *a, bool or_zero);
/* A number of it, the simplest that is easily found: an end, else one near it. It is not empty. */
pag_number pag_set_some(pag_arena *arena, const pag_set *set);
/* How many numbers it has; 0: endless, or more than `most`. */
size_t pag_set_count(pag_arena *arena, const pag_set *set, size_t most);
/* All of them, `n` as counted. */
const pag_number *pag_set_list(pag_arena *arena, const pag_set *set, size_t n);

#endif
