/* Arithmetic put in order: a term as a sum of products of powers of *atoms*, which are what is no
 * arithmetic. Numbers are exact, so that the laws of arithmetic hold; what they make disappear
 * still counts as read and as divided by. */
#include "diff/liken.h"

enum { MOST_ATOMS = 32, MOST_PRODUCTS = 200 };

typedef struct product {
    pag_number times;
    int powers[MOST_ATOMS];
} product;

typedef struct polynomial {
    size_t n, room;
    product *at;
} polynomial;

/* By both packs, or by one; what both have is one atom. */
typedef struct atom {
    const pag_term *sides[2];
} atom;

typedef struct ordering {
    pag_likening *l;
    pag_arena *arena;
    size_t n;
    atom atoms[MOST_ATOMS];
    PAG_LIST(polynomial) divisors[2];
} ordering;

static bool build(ordering *o, int side, const pag_term *term, polynomial *out);

/* --- atoms --- */

static bool is_atom(ordering *o, const atom *known, int side, const pag_term *term)
{
    const pag_term *own = known->sides[side], *other = known->sides[1 - side];
    if (own && pag_term_same(own, term)) return true;
    size_t n = o->l->n;
    if (other && pag_terms_alike(o->l, side ? other : term, side ? term : other)) return true;
    o->l->n = n;
    return false;
}

static bool take_atom(ordering *o, int side, const pag_term *term, size_t *at)
{
    for (*at = 0; *at < o->n; ++*at) {
        if (!is_atom(o, &o->atoms[*at], side, term)) continue;
        if (!o->atoms[*at].sides[side]) o->atoms[*at].sides[side] = term;
        return true;
    }
    if (o->n == MOST_ATOMS) return false;
    o->atoms[o->n] = (atom){{NULL, NULL}};
    o->atoms[o->n++].sides[side] = term;
    return true;
}

/* --- sums and products --- */

static bool same_powers(const product *a, const product *b)
{
    return memcmp(a->powers, b->powers, sizeof a->powers) == 0;
}

/* What comes to nothing is left out. */
static bool add(ordering *o, polynomial *sum, const product *one)
{
    size_t i = 0;
    while (i < sum->n && !same_powers(&sum->at[i], one)) i++;
    if (i == sum->n && sum->n == MOST_PRODUCTS) return false;
    if (i == sum->n) {
        PAG_LIST_ADD(o->arena, sum, *one);
    } else if (pag_number_add(o->arena, &sum->at[i].times, sum->at[i].times, one->times)) {
        return false;
    }
    if (pag_number_sign(sum->at[i].times) == 0) sum->at[i] = sum->at[--sum->n];
    return true;
}

static bool add_all(ordering *o, polynomial *sum, const polynomial *more, bool less)
{
    for (size_t i = 0; i < more->n; i++) {
        product one = more->at[i];
        if (less) one.times = pag_number_negate(o->arena, one.times);
        if (!add(o, sum, &one)) return false;
    }
    return true;
}

static bool multiplied(ordering *o, const polynomial *a, const polynomial *b, polynomial *out)
{
    for (size_t i = 0; i < a->n; i++) {
        for (size_t k = 0; k < b->n; k++) {
            product one = a->at[i];
            for (size_t x = 0; x < MOST_ATOMS; x++) one.powers[x] += b->at[k].powers[x];
            if (pag_number_multiply(o->arena, &one.times, one.times, b->at[k].times)) return false;
            if (!o->l->steps || !add(o, out, &one)) return false;
            o->l->steps--;
        }
    }
    return true;
}

static bool atom_of(ordering *o, int side, const pag_term *term, int power, polynomial *out)
{
    size_t at;
    if (!take_atom(o, side, term, &at)) return false;
    product one = {.times = pag_number_whole(o->arena, 1)};
    one.powers[at] = power;
    return add(o, out, &one);
}

/* One over it: of a product the powers turn, a sum becomes an atom. */
static bool inverse(ordering *o, int side, const pag_term *term, const polynomial *p,
                    polynomial *out)
{
    if (p->n != 1) return p->n > 1 && atom_of(o, side, term, -1, out);
    product one = p->at[0];
    for (size_t x = 0; x < MOST_ATOMS; x++) one.powers[x] = -one.powers[x];
    if (pag_number_divide(o->arena, &one.times, pag_number_whole(o->arena, 1), one.times)) {
        return false;
    }
    return add(o, out, &one);
}

static bool is_number(const polynomial *p)
{
    static const product none;
    return p->n == 0 || (p->n == 1 && same_powers(&p->at[0], &none));
}

static bool divided(ordering *o, int side, const pag_term *term, polynomial *out)
{
    polynomial a = {0}, b = {0}, over = {0};
    if (!build(o, side, term->of[0], &a) || !build(o, side, term->of[1], &b)) return false;
    if (!is_number(&b)) PAG_LIST_ADD(o->arena, &o->divisors[side], b);
    return inverse(o, side, term->of[1], &b, &over) && multiplied(o, &a, &over, out);
}

/* As deep as the term is nested. */
static bool build(ordering *o, int side, const pag_term *term, polynomial *out)
{
    polynomial a = {0}, b = {0};
    product one = {.times = term->number};
    if (!o->l->steps) return false;
    o->l->steps--;
    switch (term->kind) {
    case PAG_TERM_NUMBER:
        one.times = pag_number_with_unit(o->arena, term->number, PAG_PLAIN);
        return pag_number_unit(term->number) != PAG_DATE && add(o, out, &one);
    case PAG_TERM_ADD:
    case PAG_TERM_SUBTRACT:
        return build(o, side, term->of[0], &a) && build(o, side, term->of[1], &b) &&
               add_all(o, out, &a, false) && add_all(o, out, &b, term->kind == PAG_TERM_SUBTRACT);
    case PAG_TERM_MULTIPLY:
        return build(o, side, term->of[0], &a) && build(o, side, term->of[1], &b) &&
               multiplied(o, &a, &b, out);
    case PAG_TERM_DIVIDE: return divided(o, side, term, out);
    default: return term->unit != PAG_DATE && atom_of(o, side, term, 1, out);
    }
}

/* --- the same --- */

static const product *with_powers(const polynomial *p, const product *one)
{
    for (size_t i = 0; i < p->n; i++) {
        if (same_powers(&p->at[i], one)) return &p->at[i];
    }
    return NULL;
}

/* Whether the first is so many times the second; both are not nothing. */
static bool is_multiple(ordering *o, const polynomial *a, const polynomial *b, pag_number *times)
{
    if (a->n != b->n || a->n == 0) return false;
    for (size_t i = 0; i < a->n; i++) {
        const product *other = with_powers(b, &a->at[i]);
        pag_number ratio;
        if (!other || pag_number_divide(o->arena, &ratio, a->at[i].times, other->times)) {
            return false;
        }
        if (i && pag_number_order(ratio, *times) != 0) return false;
        *times = ratio;
    }
    return true;
}

static bool equal(ordering *o, const polynomial *a, const polynomial *b)
{
    pag_number times;
    if (a->n == 0 || b->n == 0) return a->n == b->n;
    return is_multiple(o, a, b, &times) &&
           pag_number_order(times, pag_number_whole(o->arena, 1)) == 0;
}

static bool divides(ordering *o, int side, const polynomial *divisor)
{
    pag_number times;
    for (size_t i = 0; i < o->divisors[side].n; i++) {
        if (is_multiple(o, &o->divisors[side].at[i], divisor, &times)) return true;
    }
    return false;
}

/* Nothing is read, or divided by, by one pack only: it may be missing, withheld, or zero. */
static bool reads_alike(ordering *o)
{
    for (size_t i = 0; i < o->n; i++) {
        if (!o->atoms[i].sides[0] || !o->atoms[i].sides[1]) return false;
    }
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < o->divisors[side].n; i++) {
            if (!divides(o, 1 - side, &o->divisors[side].at[i])) return false;
        }
    }
    return true;
}

static ordering begin(pag_likening *l)
{
    return (ordering){.l = l, .arena = l->c->scratch};
}

bool pag_terms_equal(pag_likening *l, const pag_term *a, const pag_term *b)
{
    ordering o = begin(l);
    polynomial x = {0}, y = {0};
    return a->unit == b->unit && build(&o, 0, a, &x) && build(&o, 1, b, &y) && reads_alike(&o) &&
           equal(&o, &x, &y);
}

/* --- comparisons --- */

static bool is_order(const pag_question *q)
{
    return q->kind == PAG_ASKED_LESS || q->kind == PAG_ASKED_AT_MOST;
}

/* How much more the right side is: that is above zero, or at least zero, or zero. */
static bool distance(ordering *o, int side, const pag_question *q, polynomial *out)
{
    polynomial a = {0}, b = {0};
    return build(o, side, q->a, &a) && build(o, side, q->b, &b) && add_all(o, out, &b, false) &&
           add_all(o, out, &a, true);
}

/* "x is above the end": of times · x + more, which is above zero, or at least zero. */
typedef struct threshold {
    size_t atom;
    pag_end end;
    bool turned; /* it is not */
} threshold;

/* Whether it is one atom, or without any; false: neither. */
static bool is_linear(const product *one, bool *has, size_t *at)
{
    *has = false;
    for (size_t x = 0; x < MOST_ATOMS; x++) {
        if (one->powers[x] == 0) continue;
        if (one->powers[x] != 1 || *has) return false;
        *has = true;
        *at = x;
    }
    return true;
}

static bool threshold_of(ordering *o, const pag_question *q, const polynomial *p, threshold *out)
{
    pag_number times = PAG_ZERO, end = PAG_ZERO;
    size_t found = 0;
    for (size_t i = 0; i < p->n; i++) {
        bool has;
        if (!is_linear(&p->at[i], &has, &out->atom)) return false;
        found += has;
        if (has) times = p->at[i].times;
        if (!has) end = p->at[i].times;
    }
    if (found != 1 || pag_number_divide(o->arena, &end, end, times)) return false;
    out->turned = pag_number_sign(times) < 0;
    bool strictly = q->kind == PAG_ASKED_LESS;
    out->end = (pag_end){true, strictly == out->turned, pag_number_negate(o->arena, end)};
    return true;
}

/* Whether what is asked about can be nothing between the two ends. */
static bool nothing_between(ordering *o, const threshold *a, const threshold *b)
{
    const pag_term *term = o->atoms[a->atom].sides[0];
    if (a->atom != b->atom || term->kind != PAG_TERM_FIGURE) return false;
    const pag_set *all = pag_reach_set(pag_comparing_bare(o->l->c), term->figure->cell);
    for (int turn = 0; turn < 2; turn++) {
        const pag_end from = turn ? b->end : a->end, to = turn ? a->end : b->end;
        const pag_end below = {true, !to.inside, to.number};
        pag_set part = pag_set_up_to(o->arena, pag_set_from(o->arena, *all, from), below);
        if (!part.empty) return false;
    }
    return true;
}

static bool thresholds_alike(ordering *o, const pag_question *const questions[2],
                             const polynomial *const sides[2], bool *turned)
{
    threshold x[2];
    for (int side = 0; side < 2; side++) {
        if (!threshold_of(o, questions[side], sides[side], &x[side])) return false;
    }
    *turned = x[0].turned != x[1].turned;
    return nothing_between(o, &x[0], &x[1]);
}

bool pag_comparisons_alike(pag_likening *l, const pag_question *a, const pag_question *b,
                           bool *turned)
{
    ordering o = begin(l);
    polynomial x = {0}, y = {0};
    const pag_question *const questions[2] = {a, b};
    const polynomial *const sides[2] = {&x, &y};
    pag_number times = PAG_ZERO;
    bool equals = a->kind == PAG_ASKED_EQUAL && b->kind == PAG_ASKED_EQUAL;
    if (!equals && !(is_order(a) && is_order(b))) return false;
    if (!distance(&o, 0, a, &x) || !distance(&o, 1, b, &y) || !reads_alike(&o)) return false;
    bool multiple = is_multiple(&o, &x, &y, &times);
    *turned = false;
    if (equals) return multiple;
    *turned = pag_number_sign(times) < 0;
    if (multiple && (a->kind == b->kind) == !*turned) return true;
    return thresholds_alike(&o, questions, sides, turned);
}
