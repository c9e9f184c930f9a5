/* Sets of numbers: lists as long as they are short, spans in steps otherwise. */
#include "reach/span.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_DIVISIONS = 40 };

static int by_size(const void *a, const void *b)
{
    return pag_number_order(*(const pag_number *)a, *(const pag_number *)b);
}

/* --- making --- */

pag_set pag_set_empty(void)
{
    return (pag_set){.empty = true};
}

pag_set pag_set_all(void)
{
    return (pag_set){0};
}

pag_set pag_set_of(pag_arena *arena, const pag_number *at, size_t n)
{
    if (n == 0) return pag_set_empty();
    pag_number *sorted = pag_arena_keep(arena, at, n * sizeof *at);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) sorted[i] = pag_set_plain(arena, sorted[i]);
    qsort(sorted, n, sizeof *sorted, by_size);
    for (size_t i = 0; i < n; i++) {
        if (kept && pag_number_order(sorted[kept - 1], sorted[i]) == 0) continue;
        sorted[kept++] = sorted[i];
    }
    return (pag_set){.n = kept,
                     .at = sorted,
                     .low = {true, true, sorted[0]},
                     .high = {true, true, sorted[kept - 1]}};
}

pag_set pag_set_kept(pag_arena *arena, const pag_set *set)
{
    if (set->n) return pag_set_of(arena, set->at, set->n);
    pag_set kept = *set;
    kept.low.number = pag_set_plain(arena, kept.low.number);
    kept.high.number = pag_set_plain(arena, kept.high.number);
    kept.step = pag_set_plain(arena, kept.step);
    kept.anchor = pag_set_plain(arena, kept.anchor);
    return kept;
}

pag_set pag_set_one(pag_arena *arena, pag_number x)
{
    return pag_set_of(arena, &x, 1);
}

pag_set pag_set_span(pag_end low, pag_end high)
{
    pag_set set = {.low = low, .high = high};
    if (!low.set || !high.set) return set;
    int order = pag_number_order(low.number, high.number);
    if (order > 0 || (order == 0 && !(low.inside && high.inside))) return pag_set_empty();
    return set;
}

/* --- steps --- */

/* The multiple of `step` from `anchor` that is nearest to x, not above it (or not below it). */
static bool on_step(pag_arena *arena, const pag_set *set, pag_number x, bool up, pag_number *out)
{
    pag_number off, steps;
    if (!pag_set_work(arena, pag_number_subtract, x, set->anchor, &off)) return false;
    bool outward = up == (pag_number_sign(off) > 0);
    if (pag_number_round(arena, &steps, off, set->step, outward ? PAG_UP : PAG_DOWN) !=
        PAG_NUMBER_OK) {
        return false;
    }
    return pag_set_work(arena, pag_number_add, steps, set->anchor, out);
}

/* An end moved to the next number that there is. */
static void snap(pag_arena *arena, pag_set *set, pag_end *end, bool low)
{
    pag_number at;
    if (!end->set || !on_step(arena, set, end->number, low, &at)) return;
    if (pag_number_order(at, end->number) == 0 && !end->inside) {
        if (!pag_set_work(arena, low ? pag_number_add : pag_number_subtract, at, set->step, &at))
            return;
    }
    *end = (pag_end){true, true, at};
}

static pag_set snapped(pag_arena *arena, pag_set set)
{
    if (set.empty || !set.stepped) return set;
    snap(arena, &set, &set.low, true);
    snap(arena, &set, &set.high, false);
    if (set.low.set && set.high.set && pag_number_order(set.low.number, set.high.number) > 0) {
        return pag_set_empty();
    }
    return set;
}

pag_set pag_set_steps(pag_arena *arena, pag_set span, pag_number anchor, pag_number step)
{
    if (span.empty || span.n || pag_number_sign(step) <= 0) return span;
    span.stepped = true;
    span.anchor = pag_set_plain(arena, anchor);
    span.step = pag_set_plain(arena, step);
    return snapped(arena, span);
}

pag_set pag_set_days(pag_arena *arena, int64_t first_year, int64_t last_year)
{
    const pag_number first = pag_set_plain(arena, pag_date_of_year(first_year, false));
    const pag_number last = pag_set_plain(arena, pag_date_of_year(last_year, true));
    const pag_set span = pag_set_span((pag_end){true, true, first}, (pag_end){true, true, last});
    return pag_set_steps(arena, span, first, pag_number_whole(arena, 1));
}

/* The largest step of which both are multiples; zero counts as any. False when there is none. */
bool pag_set_common_step(pag_arena *arena, pag_number a, pag_number b, pag_number *out)
{
    for (int i = 0; i < MOST_DIVISIONS; i++) {
        pag_number whole, rest;
        if (pag_number_sign(b) == 0) {
            *out = a;
            return true;
        }
        if (pag_number_round(arena, &whole, a, b, PAG_DOWN) != PAG_NUMBER_OK ||
            !pag_set_work(arena, pag_number_subtract, a, whole, &rest)) {
            return false;
        }
        a = b;
        b = rest;
    }
    return false;
}

/* The step of any set that has one; a single number has step zero. */
bool pag_set_step_of(pag_arena *arena, const pag_set *set, pag_number *anchor, pag_number *step)
{
    if (set->n) {
        *anchor = set->at[0];
        *step = PAG_ZERO;
        for (size_t i = 1; i < set->n; i++) {
            pag_number apart;
            if (!pag_set_work(arena, pag_number_subtract, set->at[i], set->at[i - 1], &apart) ||
                !pag_set_common_step(arena, *step, apart, step)) {
                return false;
            }
        }
        return true;
    }
    *anchor = set->anchor;
    *step = set->step;
    return set->stepped;
}

/* A list as a span, where it has become too long. */
pag_set pag_set_loosened(pag_arena *arena, pag_set set)
{
    pag_number anchor, step;
    if (!set.n) return set;
    pag_set span = pag_set_span(set.low, set.high);
    if (set.n > 1 && pag_set_step_of(arena, &set, &anchor, &step)) {
        return pag_set_steps(arena, span, anchor, step);
    }
    return span;
}

pag_set pag_set_shortened(pag_arena *arena, pag_set set)
{
    return set.n > PAG_SET_MOST ? pag_set_loosened(arena, set) : set;
}

/* --- union --- */

pag_end pag_end_lower(pag_end a, pag_end b, bool low)
{
    if (!a.set || !b.set) return low ? (pag_end){0} : (a.set ? a : b);
    int order = pag_number_order(a.number, b.number);
    if (order) return order < 0 ? a : b;
    a.inside = low ? a.inside || b.inside : a.inside && b.inside;
    return a;
}

pag_end pag_end_higher(pag_end a, pag_end b, bool high)
{
    if (!a.set || !b.set) return high ? (pag_end){0} : (a.set ? a : b);
    int order = pag_number_order(a.number, b.number);
    if (order) return order > 0 ? a : b;
    a.inside = high ? a.inside || b.inside : a.inside && b.inside;
    return a;
}

/* The steps of both, when they and the distance of the anchors have one in common. */
pag_set pag_set_united_steps(pag_arena *arena, pag_set span, const pag_set *a, const pag_set *b)
{
    pag_number anchors[2], steps[2], step, apart;
    if (!pag_set_step_of(arena, a, &anchors[0], &steps[0]) ||
        !pag_set_step_of(arena, b, &anchors[1], &steps[1]) ||
        !pag_set_work(arena, pag_number_subtract, anchors[1], anchors[0], &apart) ||
        !pag_set_common_step(arena, steps[0], steps[1], &step)) {
        return span;
    }
    if (pag_number_sign(apart) < 0) apart = pag_number_negate(arena, apart);
    if (!pag_set_common_step(arena, step, apart, &step)) return span;
    return pag_set_steps(arena, span, anchors[0], step);
}

pag_set pag_set_unite(pag_arena *arena, pag_set a, pag_set b)
{
    if (a.empty) return b;
    if (b.empty) return a;
    if (a.n && b.n) {
        pag_number *all = PAG_NEW_ARRAY(arena, pag_number, a.n + b.n);
        memcpy(all, a.at, a.n * sizeof *all);
        memcpy(all + a.n, b.at, b.n * sizeof *all);
        return pag_set_shortened(arena, pag_set_of(arena, all, a.n + b.n));
    }
    pag_set span =
        pag_set_span(pag_end_lower(a.low, b.low, true), pag_end_higher(a.high, b.high, true));
    return pag_set_united_steps(arena, span, &a, &b);
}

/* --- cutting --- */

static bool is_beyond(pag_number x, const pag_end *end, bool up)
{
    int order = pag_number_order(x, end->number);
    if (!up) order = -order;
    return order > 0 || (order == 0 && !end->inside);
}

static pag_set cut(pag_arena *arena, pag_set a, pag_end end, bool up)
{
    if (a.empty || !end.set) return a;
    end.number = pag_set_plain(arena, end.number);
    if (a.n) {
        pag_number *kept = PAG_NEW_ARRAY(arena, pag_number, a.n);
        size_t n = 0;
        for (size_t i = 0; i < a.n; i++) {
            if (!is_beyond(a.at[i], &end, up)) kept[n++] = a.at[i];
        }
        return pag_set_of(arena, kept, n);
    }
    pag_end low = up ? a.low : pag_end_higher(a.low, end, false);
    pag_end high = up ? pag_end_lower(a.high, end, false) : a.high;
    pag_set span = pag_set_span(low, high);
    return a.stepped ? pag_set_steps(arena, span, a.anchor, a.step) : span;
}

pag_set pag_set_up_to(pag_arena *arena, pag_set a, pag_end end)
{
    return cut(arena, a, end, true);
}

pag_set pag_set_from(pag_arena *arena, pag_set a, pag_end end)
{
    return cut(arena, a, end, false);
}

/* --- asking --- */

bool pag_set_has(pag_arena *arena, const pag_set *set, pag_number x)
{
    pag_end end = {true, true, pag_set_plain(arena, x)};
    if (set->n) return bsearch(&end.number, set->at, set->n, sizeof *set->at, by_size) != NULL;
    pag_set only = pag_set_from(arena, pag_set_up_to(arena, *set, end), end);
    return !only.empty;
}

static pag_set list_within(pag_arena *arena, const pag_set *list, const pag_set *other)
{
    pag_number *kept = PAG_NEW_ARRAY(arena, pag_number, list->n);
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        if (pag_set_has(arena, other, list->at[i])) kept[n++] = list->at[i];
    }
    return pag_set_of(arena, kept, n);
}

pag_set pag_set_within(pag_arena *arena, pag_set a, pag_set b)
{
    if (a.empty || b.empty) return pag_set_empty();
    if (a.n) return list_within(arena, &a, &b);
    if (b.n) return list_within(arena, &b, &a);
    bool coarser = b.stepped && (!a.stepped || pag_number_order(b.step, a.step) > 0);
    if (coarser) return cut(arena, cut(arena, b, a.low, false), a.high, true);
    return cut(arena, cut(arena, a, b.low, false), b.high, true);
}

bool pag_set_is_below(const pag_set *a, const pag_set *b)
{
    if (a->empty || b->empty || !a->high.set || !b->low.set) return false;
    int order = pag_number_order(a->high.number, b->low.number);
    return order < 0 || (order == 0 && !(a->high.inside && b->low.inside));
}

bool pag_set_is_up_to(const pag_set *a, const pag_set *b)
{
    if (a->empty || b->empty || !a->high.set || !b->low.set) return false;
    return pag_number_order(a->high.number, b->low.number) <= 0;
}

bool pag_set_is_positive(const pag_set *a, bool or_zero)
{
    if (a->empty || !a->low.set) return false;
    int sign = pag_number_sign(a->low.number);
    return sign > 0 || (sign == 0 && (or_zero || !a->low.inside));
}

bool pag_set_is_negative(const pag_set *a, bool or_zero)
{
    if (a->empty || !a->high.set) return false;
    int sign = pag_number_sign(a->high.number);
    return sign < 0 || (sign == 0 && (or_zero || !a->high.inside));
}

static pag_number between(pag_arena *arena, pag_end low, pag_end high)
{
    pag_number x = PAG_ZERO, half = PAG_ZERO;
    (void)pag_number_parse(arena, PAG_STR("0.5"), &half);
    if (low.set && high.set) {
        if (pag_set_work(arena, pag_number_add, low.number, high.number, &x) &&
            pag_set_work(arena, pag_number_multiply, x, half, &x)) {
            return x;
        }
        return low.number;
    }
    pag_end end = low.set ? low : high;
    if (!end.set) return PAG_ZERO;
    if (!pag_set_work(arena, low.set ? pag_number_add : pag_number_subtract, end.number, half,
                      &x)) {
        return end.number;
    }
    return x;
}

pag_number pag_set_some(pag_arena *arena, const pag_set *set)
{
    if (set->n) return set->at[0];
    if (set->low.set && set->low.inside) return set->low.number;
    if (set->high.set && set->high.inside) return set->high.number;
    pag_number x = between(arena, set->low, set->high);
    if (set->stepped) (void)on_step(arena, set, x, true, &x);
    return x;
}

size_t pag_set_count(pag_arena *arena, const pag_set *set, size_t most)
{
    pag_number apart, steps;
    int64_t n;
    if (set->empty) return 0;
    if (set->n) return set->n <= most ? set->n : 0;
    if (!set->stepped || !set->low.set || !set->high.set) return 0;
    if (!pag_set_work(arena, pag_number_subtract, set->high.number, set->low.number, &apart) ||
        !pag_set_work(arena, pag_number_divide, apart, set->step, &steps) ||
        !pag_number_to_whole(steps, &n) || n < 0 || (uint64_t)n >= most) {
        return 0;
    }
    return (size_t)n + 1;
}

const pag_number *pag_set_list(pag_arena *arena, const pag_set *set, size_t n)
{
    if (set->n) return set->at;
    pag_number *all = PAG_NEW_ARRAY(arena, pag_number, n);
    pag_number x = set->low.number;
    for (size_t i = 0; i < n; i++) {
        all[i] = x;
        (void)pag_set_work(arena, pag_number_add, x, set->step, &x);
    }
    return all;
}
