/* Whether one term is at most another whatever the figures are. Where sets do not tell, the way
 * both are built does: the least of things is at most each of them, products of the same factor are
 * in the order of the others, and what is rounded alike stays in order. */
#include "reach/internal.h"

enum { DEEPEST = 16, MOST_STEPS = 20000 };

typedef struct comparing {
    pag_reach *reach;
    const pag_answered *on;
    int depth;
    size_t *left; /* steps; what needs more is not shown */
} comparing;

static bool at_most(const comparing *c, const pag_term *a, const pag_term *b);

static bool is_not_negative(const comparing *c, const pag_term *term)
{
    pag_set set = pag_reach_term(c->reach, c->on, term);
    return pag_set_is_positive(&set, true);
}

/* --- figures by what they are made of --- */

static const pag_term *made_of(const comparing *c, const pag_term *term)
{
    bool own = term->kind == PAG_TERM_FIGURE && pag_reach_is_own(c->reach, term->figure);
    return own ? pag_reach_made_of(c->reach, term) : NULL;
}

/* Whether rounding it changes nothing, since it is in whole steps already. */
bool pag_reach_rounds_nothing(pag_reach *r, const pag_cell *cell)
{
    return !cell->rounds || pag_set_is_of_steps(r->arena, pag_reach_raw(r, cell), cell->round_step);
}

static bool round_alike(const pag_cell *a, const pag_cell *b)
{
    return a->rounds && b->rounds && a->round_mode == b->round_mode &&
           pag_number_order(a->round_step, b->round_step) == 0;
}

static bool by_figures(const comparing *c, const pag_term *a, const pag_term *b)
{
    const pag_term *in_a = made_of(c, a), *in_b = made_of(c, b);
    const pag_cell *x = in_a ? a->figure->cell : NULL, *y = in_b ? b->figure->cell : NULL;
    if (x && y && round_alike(x, y) && at_most(c, in_a, in_b)) return true;
    if (x && (pag_reach_rounds_nothing(c->reach, x) || x->round_mode == PAG_DOWN) &&
        is_not_negative(c, in_a) && at_most(c, in_a, b)) {
        return true;
    }
    return y && (pag_reach_rounds_nothing(c->reach, y) || y->round_mode == PAG_UP) &&
           is_not_negative(c, in_b) && at_most(c, a, in_b);
}

/* --- sums over one list --- */

static const pag_figure *named(const pag_term *term)
{
    const pag_way *body = term->body;
    if (!body || term->test || body->end != PAG_WAY_VALUE || body->value.kind != PAG_VALUE_TERM ||
        body->value.term->kind != PAG_TERM_FIGURE) {
        return NULL;
    }
    return body->value.term->figure;
}

/* What holds for the figures of one entry holds for their sums. */
static bool by_entries(const comparing *c, const pag_term *a, const pag_term *b)
{
    const pag_figure *x = named(a), *y = named(b);
    if (!x || !y || x->entry != y->entry || a->list != b->list) return false;
    pag_term own_x = *a->body->value.term, own_y = *b->body->value.term;
    own_x.figure = pag_reach_figure(c->reach, x->cell);
    own_y.figure = pag_reach_figure(c->reach, y->cell);
    comparing apart = {c->reach, &pag_reach_nothing, c->depth, c->left};
    return at_most(&apart, &own_x, &own_y);
}

/* --- what was answered --- */

static bool was_answered(const comparing *c, const pag_term *a, const pag_term *b)
{
    for (size_t i = 0; i < c->on->n; i++) {
        const pag_question *q = c->on->questions[i];
        bool yes = c->on->answers[i] == 1;
        if (q->kind != PAG_ASKED_LESS && q->kind != PAG_ASKED_AT_MOST && q->kind != PAG_ASKED_EQUAL)
            continue;
        bool equal = q->kind == PAG_ASKED_EQUAL;
        const pag_term *low = yes || equal ? q->a : q->b, *high = yes || equal ? q->b : q->a;
        if (equal && !yes) continue;
        if (pag_term_same(low, a) && pag_term_same(high, b)) return true;
        if (equal && pag_term_same(low, b) && pag_term_same(high, a)) return true;
    }
    return false;
}

/* --- arithmetic --- */

static bool by_product(const comparing *c, const pag_term *a, const pag_term *b)
{
    if (a->kind != PAG_TERM_MULTIPLY || b->kind != PAG_TERM_MULTIPLY) return false;
    for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 2; k++) {
            const pag_term *x = a->of[i], *y = a->of[1 - i], *z = b->of[k], *w = b->of[1 - k];
            if (!is_not_negative(c, x) || !is_not_negative(c, w) || !at_most(c, x, z)) continue;
            if (at_most(c, y, w)) return true;
        }
    }
    return false;
}

/* A factor of at most one makes nothing larger, one of at least one nothing smaller. */
static bool by_factor(const comparing *c, const pag_term *a, const pag_term *b)
{
    pag_set one = pag_set_one(c->reach->arena, pag_number_whole(c->reach->arena, 1));
    for (int i = 0; i < 2; i++) {
        if (a->kind == PAG_TERM_MULTIPLY && is_not_negative(c, a->of[i])) {
            pag_set factor = pag_reach_term(c->reach, c->on, a->of[1 - i]);
            if (pag_set_is_up_to(&factor, &one) && at_most(c, a->of[i], b)) return true;
        }
        if (b->kind == PAG_TERM_MULTIPLY && is_not_negative(c, b->of[i])) {
            pag_set factor = pag_reach_term(c->reach, c->on, b->of[1 - i]);
            if (pag_set_is_up_to(&one, &factor) && at_most(c, a, b->of[i])) return true;
        }
    }
    return false;
}

static bool by_sum(const comparing *c, const pag_term *a, const pag_term *b)
{
    if (a->kind == PAG_TERM_ADD && b->kind == PAG_TERM_ADD) {
        for (int k = 0; k < 2; k++) {
            if (at_most(c, a->of[0], b->of[k]) && at_most(c, a->of[1], b->of[1 - k])) return true;
        }
    }
    for (int k = 0; k < 2 && b->kind == PAG_TERM_ADD; k++) {
        if (is_not_negative(c, b->of[1 - k]) && at_most(c, a, b->of[k])) return true;
    }
    return a->kind == PAG_TERM_SUBTRACT && is_not_negative(c, a->of[1]) && at_most(c, a->of[0], b);
}

static bool by_choice(const comparing *c, const pag_term *a, const pag_term *b)
{
    for (size_t i = 0; a->kind == PAG_TERM_LEAST && i < a->n; i++) {
        if (at_most(c, a->of[i], b)) return true;
    }
    for (size_t i = 0; b->kind == PAG_TERM_MOST && i < b->n; i++) {
        if (at_most(c, a, b->of[i])) return true;
    }
    size_t held = 0;
    while (b->kind == PAG_TERM_LEAST && held < b->n && at_most(c, a, b->of[held])) held++;
    if (b->kind == PAG_TERM_LEAST && held == b->n) return true;
    held = 0;
    while (a->kind == PAG_TERM_MOST && held < a->n && at_most(c, a->of[held], b)) held++;
    return a->kind == PAG_TERM_MOST && held == a->n;
}

static bool by_quotient(const comparing *c, const pag_term *a, const pag_term *b)
{
    if (a->kind != PAG_TERM_DIVIDE || b->kind != PAG_TERM_DIVIDE) return false;
    return pag_term_same(a->of[1], b->of[1]) && is_not_negative(c, a->of[1]) &&
           at_most(c, a->of[0], b->of[0]);
}

/* Every mark is at most the highest that its criterion can get. */
static bool by_sheet(const pag_term *a, const pag_term *b)
{
    return a->kind == PAG_TERM_SHEET_SUM && b->kind == PAG_TERM_SHEET_FULL &&
           a->figure == b->figure;
}

static bool at_most(const comparing *c, const pag_term *a, const pag_term *b)
{
    if (pag_term_same(a, b) || by_sheet(a, b)) return true;
    pag_set low = pag_reach_term(c->reach, c->on, a), high = pag_reach_term(c->reach, c->on, b);
    if (pag_set_is_up_to(&low, &high) || was_answered(c, a, b)) return true;
    if (c->depth >= DEEPEST || *c->left == 0) return false;
    --*c->left;
    comparing deeper = {c->reach, c->on, c->depth + 1, c->left};
    return by_choice(&deeper, a, b) || by_figures(&deeper, a, b) || by_product(&deeper, a, b) ||
           by_factor(&deeper, a, b) || by_sum(&deeper, a, b) || by_quotient(&deeper, a, b) ||
           (a->kind == PAG_TERM_SUM && b->kind == PAG_TERM_SUM && by_entries(&deeper, a, b));
}

bool pag_reach_at_most(pag_reach *r, const pag_answered *on, const pag_term *a, const pag_term *b)
{
    size_t left = MOST_STEPS;
    comparing c = {r, on, 0, &left};
    return at_most(&c, a, b);
}

/* --- what contradicts itself --- */

/* The answer given is impossible when the opposite always holds. */
static bool is_refuted(pag_reach *r, const pag_answered *before, const pag_question *q,
                       uint32_t answer)
{
    if (q->kind == PAG_ASKED_LESS && answer == 1) return pag_reach_at_most(r, before, q->b, q->a);
    if (q->kind == PAG_ASKED_AT_MOST && answer == 0)
        return pag_reach_at_most(r, before, q->a, q->b);
    return false;
}

bool pag_reach_is_never(pag_reach *r, const pag_answered *on)
{
    for (size_t i = 0; i < on->n; i++) {
        pag_answered before = {i, on->questions, on->answers};
        if (is_refuted(r, &before, on->questions[i], on->answers[i])) return true;
    }
    return false;
}
