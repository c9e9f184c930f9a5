/* Arithmetic on sets: pair by pair while both are lists and short, else by the ends of spans. */
#include "reach/span.h"

enum { MOST_PAIRS = 1 << 18 };

/* The steps of what two sets make together, when their anchors do so too. */
static pag_set with_steps(pag_arena *arena, pag_set span, const pag_set *a, const pag_set *b,
                          pag_set_operation *apply)
{
    pag_number anchors[2], steps[2], anchor, step;
    if (!pag_set_step_of(arena, a, &anchors[0], &steps[0]) ||
        !pag_set_step_of(arena, b, &anchors[1], &steps[1]) ||
        !pag_set_common_step(arena, steps[0], steps[1], &step) ||
        !pag_set_work(arena, apply, anchors[0], anchors[1], &anchor)) {
        return span;
    }
    return pag_set_steps(arena, span, anchor, step);
}

/* --- pairs of lists --- */

static bool pairs_fit(const pag_set *a, const pag_set *b)
{
    return a->n && b->n && a->n <= MOST_PAIRS / b->n;
}

typedef bool pairing(pag_arena *arena, pag_number a, pag_number b, pag_number *out);

/* What each number of one makes with each of the other; false when that is too much. */
static bool paired(pag_arena *arena, const pag_set *a, const pag_set *b, pairing *pair,
                   pag_set *out)
{
    if (!pairs_fit(a, b)) return false;
    pag_number *all = PAG_NEW_ARRAY(arena, pag_number, a->n * b->n);
    size_t n = 0;
    for (size_t i = 0; i < a->n; i++) {
        for (size_t j = 0; j < b->n; j++) {
            if (!pair(arena, a->at[i], b->at[j], &all[n++])) return false;
        }
    }
    *out = pag_set_shortened(arena, pag_set_of(arena, all, n));
    return true;
}

static bool pair_sum(pag_arena *arena, pag_number a, pag_number b, pag_number *out)
{
    return pag_set_work(arena, pag_number_add, a, b, out);
}

static bool pair_product(pag_arena *arena, pag_number a, pag_number b, pag_number *out)
{
    return pag_set_work(arena, pag_number_multiply, a, b, out);
}

static bool pair_ratio(pag_arena *arena, pag_number a, pag_number b, pag_number *out)
{
    return pag_set_work(arena, pag_number_divide, a, b, out);
}

static bool pair_least(pag_arena *arena, pag_number a, pag_number b, pag_number *out)
{
    (void)arena;
    *out = pag_number_order(a, b) <= 0 ? a : b;
    return true;
}

static bool pair_most(pag_arena *arena, pag_number a, pag_number b, pag_number *out)
{
    (void)arena;
    *out = pag_number_order(a, b) >= 0 ? a : b;
    return true;
}

/* --- arithmetic --- */

static pag_end end_sum(pag_arena *arena, pag_end a, pag_end b)
{
    pag_end end = {a.set && b.set, a.inside && b.inside, PAG_ZERO};
    if (end.set && !pag_set_work(arena, pag_number_add, a.number, b.number, &end.number))
        end.set = false;
    return end;
}

pag_set pag_set_add(pag_arena *arena, pag_set a, pag_set b)
{
    pag_set out;
    if (a.empty || b.empty) return pag_set_empty();
    if (paired(arena, &a, &b, pair_sum, &out)) return out;
    pag_set span = pag_set_span(end_sum(arena, a.low, b.low), end_sum(arena, a.high, b.high));
    return with_steps(arena, span, &a, &b, pag_number_add);
}

static pag_set negated(pag_arena *arena, pag_set a)
{
    return pag_set_multiply(arena, a, pag_set_one(arena, pag_number_whole(arena, -1)));
}

pag_set pag_set_subtract(pag_arena *arena, pag_set a, pag_set b)
{
    return pag_set_add(arena, a, negated(arena, b));
}

/* An end that may be without bound: −1 and 1 say in which direction. */
typedef struct corner {
    int endless;
    pag_end end;
} corner;

static corner corner_of(pag_end end, bool low)
{
    return (corner){end.set ? 0 : (low ? -1 : 1), end};
}

static corner corner_product(pag_arena *arena, corner a, corner b)
{
    corner out = {0};
    int signs[2] = {a.endless ? a.endless : pag_number_sign(a.end.number),
                    b.endless ? b.endless : pag_number_sign(b.end.number)};
    if (signs[0] == 0 || signs[1] == 0) { /* nothing times anything, if nothing can be */
        bool inside = (signs[0] == 0 && a.end.inside) || (signs[1] == 0 && b.end.inside);
        out.end = (pag_end){true, inside, PAG_ZERO};
        return out;
    }
    out.end.inside = a.end.inside && b.end.inside;
    out.end.set = true;
    if (a.endless || b.endless ||
        !pag_set_work(arena, pag_number_multiply, a.end.number, b.end.number, &out.end.number)) {
        out.endless = signs[0] * signs[1];
        out.end.set = false;
    }
    return out;
}

static bool is_less(const corner *a, const corner *b)
{
    if (a->endless != b->endless) return a->endless < b->endless;
    return !a->endless && pag_number_order(a->end.number, b->end.number) < 0;
}

static void widen(corner *best, const corner *c, bool low)
{
    bool better = low ? is_less(c, best) : is_less(best, c);
    bool equal = !is_less(c, best) && !is_less(best, c);
    if (better) *best = *c;
    if (equal) best->end.inside = best->end.inside || c->end.inside;
}

static pag_set span_product(pag_arena *arena, const pag_set *a, const pag_set *b)
{
    corner as[2] = {corner_of(a->low, true), corner_of(a->high, false)};
    corner bs[2] = {corner_of(b->low, true), corner_of(b->high, false)};
    corner low = corner_product(arena, as[0], bs[0]), high = low;
    for (int i = 1; i < 4; i++) {
        corner c = corner_product(arena, as[i / 2], bs[i % 2]);
        widen(&low, &c, true);
        widen(&high, &c, false);
    }
    if (low.endless > 0 || high.endless < 0) return pag_set_all();
    return pag_set_span(low.endless ? (pag_end){0} : low.end,
                        high.endless ? (pag_end){0} : high.end);
}

/* A span by one number keeps its steps. */
static pag_set scaled_steps(pag_arena *arena, pag_set span, const pag_set *a, pag_number by)
{
    pag_number anchor, step;
    if (!a->stepped || !pag_set_work(arena, pag_number_multiply, a->anchor, by, &anchor) ||
        !pag_set_work(arena, pag_number_multiply, a->step, by, &step)) {
        return span;
    }
    if (pag_number_sign(step) < 0) step = pag_number_negate(arena, step);
    return pag_set_steps(arena, span, anchor, step);
}

pag_set pag_set_multiply(pag_arena *arena, pag_set a, pag_set b)
{
    pag_set out;
    if (a.empty || b.empty) return pag_set_empty();
    if (paired(arena, &a, &b, pair_product, &out)) return out;
    if ((a.n == 1 && pag_number_sign(a.at[0]) == 0) || (b.n == 1 && pag_number_sign(b.at[0]) == 0))
        return pag_set_one(arena, PAG_ZERO);
    out = span_product(arena, &a, &b);
    if (b.n == 1) return scaled_steps(arena, out, &a, b.at[0]);
    if (a.n == 1) return scaled_steps(arena, out, &b, a.at[0]);
    return out;
}

/* One over each: of numbers all above or all below zero. */
static pag_set inverted(pag_arena *arena, const pag_set *b)
{
    pag_number one = pag_number_whole(arena, 1);
    pag_end low = {0}, high = {0};
    bool positive = pag_set_is_positive(b, true);
    low.inside = b->high.inside;
    high.inside = b->low.inside;
    low.set =
        b->high.set && pag_set_work(arena, pag_number_divide, one, b->high.number, &low.number);
    high.set = b->low.set && pag_number_sign(b->low.number) != 0 &&
               pag_set_work(arena, pag_number_divide, one, b->low.number, &high.number);
    if (!low.set && !b->high.set && positive) low = (pag_end){true, false, PAG_ZERO};
    if (!high.set && !b->low.set && !positive) high = (pag_end){true, false, PAG_ZERO};
    return pag_set_span(low, high);
}

/* Without zero, where that is its end. */
static pag_set without_zero(pag_arena *arena, pag_set set)
{
    pag_end zero = {true, false, PAG_ZERO};
    if (pag_set_is_positive(&set, true)) return pag_set_from(arena, set, zero);
    return pag_set_is_negative(&set, true) ? pag_set_up_to(arena, set, zero) : set;
}

pag_set pag_set_divide(pag_arena *arena, pag_set a, pag_set b)
{
    pag_set out;
    b = without_zero(arena, b);
    if (a.empty || b.empty) return pag_set_empty();
    if (!pag_set_is_positive(&b, false) && !pag_set_is_negative(&b, false)) return pag_set_all();
    if (paired(arena, &a, &b, pair_ratio, &out)) return out;
    if (b.n == 1) {
        pag_number by;
        if (pag_set_work(arena, pag_number_divide, pag_number_whole(arena, 1), b.at[0], &by)) {
            return pag_set_multiply(arena, a, pag_set_one(arena, by));
        }
    }
    pag_set over = inverted(arena, &b);
    return pag_set_multiply(arena, a, over);
}

pag_set pag_set_least(pag_arena *arena, pag_set a, pag_set b)
{
    pag_set out;
    if (a.empty || b.empty) return pag_set_empty();
    if (paired(arena, &a, &b, pair_least, &out)) return out;
    pag_set span =
        pag_set_span(pag_end_lower(a.low, b.low, true), pag_end_lower(a.high, b.high, false));
    return span.empty ? span : pag_set_united_steps(arena, span, &a, &b);
}

pag_set pag_set_most(pag_arena *arena, pag_set a, pag_set b)
{
    pag_set out;
    if (a.empty || b.empty) return pag_set_empty();
    if (paired(arena, &a, &b, pair_most, &out)) return out;
    pag_set span =
        pag_set_span(pag_end_higher(a.low, b.low, false), pag_end_higher(a.high, b.high, true));
    return span.empty ? span : pag_set_united_steps(arena, span, &a, &b);
}

static pag_end rounded_end(pag_arena *arena, pag_end end, pag_number step, pag_rounding mode)
{
    pag_end out = {end.set, true, PAG_ZERO};
    if (end.set && pag_number_round(arena, &out.number, end.number, step, mode) != PAG_NUMBER_OK) {
        out.set = false;
    }
    return out;
}

bool pag_set_is_of_steps(pag_arena *arena, const pag_set *set, pag_number step)
{
    step = pag_set_plain(arena, step);
    for (size_t i = 0; i < set->n; i++) {
        if (!pag_number_is_multiple(arena, set->at[i], step)) return false;
    }
    if (set->n || set->empty) return true;
    return set->stepped && pag_number_is_multiple(arena, set->step, step) &&
           pag_number_is_multiple(arena, set->anchor, step);
}

pag_set pag_set_round(pag_arena *arena, pag_set a, pag_number step, pag_rounding mode)
{
    if (a.empty || pag_set_is_of_steps(arena, &a, step)) return a;
    step = pag_set_plain(arena, step);
    size_t n = pag_set_count(arena, &a, PAG_SET_MOST);
    if (n) {
        const pag_number *of = pag_set_list(arena, &a, n);
        pag_number *all = PAG_NEW_ARRAY(arena, pag_number, n);
        for (size_t i = 0; i < n; i++) {
            if (pag_number_round(arena, &all[i], of[i], step, mode) != PAG_NUMBER_OK) {
                return pag_set_all();
            }
        }
        return pag_set_of(arena, all, n);
    }
    pag_set span =
        pag_set_span(rounded_end(arena, a.low, step, mode), rounded_end(arena, a.high, step, mode));
    return pag_set_steps(arena, span, PAG_ZERO, step);
}
