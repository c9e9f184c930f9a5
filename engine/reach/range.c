/* What a term can be after what was answered, and which answers there can be. */
#include "reach/internal.h"

static pag_set base_of(pag_reach *r, const pag_answered *on, const pag_term *term);

/* --- what was answered --- */

static pag_end end_of(pag_end end, bool strictly)
{
    if (strictly) end.inside = false;
    return end;
}

/* `set`, of what is less than another (or at most, or more …). */
static pag_set narrowed(pag_reach *r, pag_set set, const pag_term *other, bool less, bool strictly)
{
    pag_set bound = base_of(r, &pag_reach_nothing, other);
    if (bound.empty) return set;
    if (less) return pag_set_up_to(r->arena, set, end_of(bound.high, strictly));
    return pag_set_from(r->arena, set, end_of(bound.low, strictly));
}

static pag_set equal_to(pag_reach *r, pag_set set, const pag_term *other)
{
    return narrowed(r, narrowed(r, set, other, true, false), other, false, false);
}

/* `first`: the term is on the left of the question, else on the right. */
pag_set pag_reach_by_answer(pag_reach *r, pag_set set, const pag_question *q, uint32_t answer,
                            bool first)
{
    const pag_term *other = first ? q->b : q->a;
    switch (q->kind) {
    case PAG_ASKED_LESS: return narrowed(r, set, other, first == (answer == 1), answer == 1);
    case PAG_ASKED_AT_MOST: return narrowed(r, set, other, first == (answer == 1), answer == 0);
    case PAG_ASKED_EQUAL: return answer ? equal_to(r, set, other) : set;
    case PAG_ASKED_ROW:
        if (!first || q->table->kind == PAG_TABLE_KEYED || q->table->rounds) return set;
        return pag_reach_row(r, q->table, &set, answer);
    case PAG_ASKED_FLAG:
    case PAG_ASKED_THERE:
    case PAG_ASKED_WORD:
    case PAG_ASKED_SAME:
    case PAG_ASKED_ENTRIES: break;
    }
    return set;
}

static bool is_text_table(const pag_question *q)
{
    return q->kind == PAG_ASKED_ROW && q->table->kind == PAG_TABLE_KEYED;
}

static pag_set by_answer_of(pag_reach *r, pag_set set, const pag_answered *on, size_t i,
                            const pag_term *term)
{
    const pag_question *q = on->questions[i];
    if (is_text_table(q)) return set;
    bool left = q->a && pag_term_same(q->a, term), right = q->b && pag_term_same(q->b, term);
    if (left) set = pag_reach_by_answer(r, set, q, on->answers[i], true);
    if (right) set = pag_reach_by_answer(r, set, q, on->answers[i], false);
    return set;
}

/* What stands on the other side of a fact may rest on the term itself; it is looked at without that
 * fact. */
static pag_set by_facts(pag_reach *r, pag_set set, const pag_term *term)
{
    for (size_t i = 0; i < r->facts.n; i++) {
        if (r->busy[i]) continue;
        r->busy[i] = true;
        set = by_answer_of(r, set, &r->facts, i, term);
        r->busy[i] = false;
    }
    return set;
}

pag_set pag_reach_term(pag_reach *r, const pag_answered *on, const pag_term *term)
{
    pag_set set = pag_reach_joined(r, on, term, base_of(r, on, term));
    for (size_t i = 0; i < on->n; i++) set = by_answer_of(r, set, on, i, term);
    return term->kind == PAG_TERM_NUMBER ? set : by_facts(r, set, term);
}

/* --- terms --- */

typedef struct uniting {
    pag_reach *reach;
    pag_set set;
} uniting;

static void unite_end(void *ud, const pag_answered *on, const pag_way *end)
{
    uniting *u = ud;
    if (end->end == PAG_WAY_STOPPED) return;
    bool known = end->end == PAG_WAY_VALUE && end->value.kind == PAG_VALUE_TERM;
    pag_set set = known ? pag_reach_term(u->reach, on, end->value.term) : pag_set_all();
    u->set = pag_set_unite(u->reach->arena, u->set, set);
}

pag_set pag_reach_union(pag_reach *r, const pag_answered *on, const pag_way *ways)
{
    uniting u = {r, pag_set_empty()};
    if (!ways) return pag_set_all();
    pag_reach_ends(r, on, ways, unite_end, &u);
    return u.set;
}

/* A cell of a list whose sum is declared. */
static bool declared_sum(const pag_term *term, pag_number *sum)
{
    const pag_way *body = term->body;
    if (term->test || body->end != PAG_WAY_VALUE || body->value.kind != PAG_VALUE_TERM) {
        return false;
    }
    const pag_term *of = body->value.term;
    if (of->kind != PAG_TERM_FIGURE || !of->figure->cell->sum.set) return false;
    if (of->figure->entry->group != term->list->group) return false;
    *sum = of->figure->cell->sum.number;
    return true;
}

/* --- shares of one whole --- */

/* What the shares of a list, of which the sum is declared, are multiplied by in one entry or
 * another. */
typedef struct weighing {
    pag_reach *reach;
    const pag_group *group;
    pag_set by;
    pag_number whole;
    bool fits;
} weighing;

static bool is_share(weighing *w, const pag_term *term)
{
    const pag_cell *cell = term->kind == PAG_TERM_FIGURE ? term->figure->cell : NULL;
    if (!cell || !cell->sum.set || cell->group != w->group) return false;
    const pag_bounds bounds = pag_cell_bounds(cell);
    w->whole = cell->sum.number;
    return bounds.min.set && pag_number_sign(bounds.min.number) >= 0;
}

const pag_term *pag_reach_made_of(pag_reach *r, const pag_term *term)
{
    const pag_cell *cell = term->kind == PAG_TERM_FIGURE ? term->figure->cell : NULL;
    if (!cell || cell->origin != PAG_COMPUTED || cell->n_unless) return NULL;
    const pag_way *ways = pag_reach_ways(r, cell);
    bool one = ways && ways->end == PAG_WAY_VALUE && ways->value.kind == PAG_VALUE_TERM;
    return one ? ways->value.term : NULL;
}

static void multiply_by(weighing *w, pag_set set)
{
    w->by = pag_set_unite(w->reach->arena, w->by, set);
}

static void weigh(weighing *w, const pag_answered *on, const pag_term *term)
{
    if (term->kind == PAG_TERM_NUMBER && pag_number_sign(term->number) == 0) {
        multiply_by(w, pag_set_one(w->reach->arena, PAG_ZERO));
        return;
    }
    if (is_share(w, term)) {
        multiply_by(w, pag_set_one(w->reach->arena, pag_number_whole(w->reach->arena, 1)));
        return;
    }
    for (size_t i = 0; term->kind == PAG_TERM_MULTIPLY && i < 2; i++) {
        if (!is_share(w, term->of[i])) continue;
        multiply_by(w, pag_reach_term(w->reach, on, term->of[1 - i]));
        return;
    }
    const pag_term *own = pag_reach_made_of(w->reach, term);
    if (own && pag_reach_rounds_nothing(w->reach, term->figure->cell)) {
        weigh(w, &pag_reach_nothing, own);
    } else {
        w->fits = false;
    }
}

static void weigh_end(void *ud, const pag_answered *on, const pag_way *end)
{
    weighing *w = ud;
    if (end->end == PAG_WAY_STOPPED) return;
    bool number = end->end == PAG_WAY_VALUE && end->value.kind == PAG_VALUE_TERM;
    if (number && w->fits) weigh(w, on, end->value.term);
    w->fits = w->fits && number;
}

/* All shares together are the whole, so what they are multiplied by in between is kept. */
static bool is_weighed(pag_reach *r, const pag_answered *on, const pag_term *term, pag_set *out)
{
    weighing w = {r, term->list->group, pag_set_empty(), PAG_ZERO, true};
    pag_reach_ends(r, on, term->body, weigh_end, &w);
    if (!w.fits || w.by.empty || pag_number_sign(w.whole) <= 0) return false;
    if (term->test) multiply_by(&w, pag_set_one(r->arena, PAG_ZERO));
    pag_set span = pag_set_span(w.by.low, w.by.high);
    pag_number whole = pag_number_with_unit(r->arena, w.whole, PAG_PLAIN);
    *out = pag_set_multiply(r->arena, span, pag_set_one(r->arena, whole));
    return true;
}

/* Of any number of entries, none too: in the steps that what one entry gives has from zero. */
static pag_set total_of(pag_reach *r, const pag_answered *on, const pag_term *term)
{
    pag_number sum;
    pag_set weighed;
    if (declared_sum(term, &sum)) return pag_set_one(r->arena, sum);
    if (is_weighed(r, on, term, &weighed)) return weighed;
    pag_set one = pag_reach_union(r, on, term->body), zero = pag_set_one(r->arena, PAG_ZERO);
    pag_set some = pag_set_loosened(r->arena, pag_set_unite(r->arena, zero, one));
    if (some.n == 1) return zero;
    pag_end nothing = {true, true, PAG_ZERO};
    pag_set span = {.low = pag_set_is_positive(&one, true) ? nothing : (pag_end){0},
                    .high = pag_set_is_negative(&one, true) ? nothing : (pag_end){0}};
    return some.stepped ? pag_set_steps(r->arena, span, PAG_ZERO, some.step) : span;
}

static pag_set counted(pag_reach *r, int64_t from)
{
    pag_end low = {true, true, pag_number_whole(r->arena, from)};
    return pag_set_steps(r->arena, pag_set_span(low, (pag_end){0}), PAG_ZERO,
                         pag_number_whole(r->arena, 1));
}

static pag_set hull(pag_set set)
{
    return set.empty ? set : pag_set_span(set.low, set.high);
}

static pag_set chosen(pag_reach *r, const pag_answered *on, const pag_term *term)
{
    pag_set set = pag_reach_term(r, on, term->of[0]);
    for (size_t i = 1; i < term->n; i++) {
        pag_set next = pag_reach_term(r, on, term->of[i]);
        set = term->kind == PAG_TERM_LEAST ? pag_set_least(r->arena, set, next)
                                           : pag_set_most(r->arena, set, next);
    }
    return set;
}

/* Whether it was answered that `low` is at most `high`, or less (`*strictly`). */
static bool was_ordered(const pag_answered *on, const pag_term *low, const pag_term *high,
                        bool *strictly)
{
    for (size_t i = 0; i < on->n; i++) {
        const pag_question *q = on->questions[i];
        bool yes = on->answers[i] == 1;
        if (q->kind != PAG_ASKED_LESS && q->kind != PAG_ASKED_AT_MOST) continue;
        if (!pag_term_same(yes ? q->a : q->b, low) || !pag_term_same(yes ? q->b : q->a, high)) {
            continue;
        }
        *strictly = (q->kind == PAG_ASKED_LESS) == yes;
        return true;
    }
    return false;
}

/* A thing less itself is nothing, and the larger less the smaller is above. */
static pag_set apart(pag_reach *r, const pag_answered *on, const pag_term *term)
{
    const pag_term *a = term->of[0], *b = term->of[1];
    bool strictly = false;
    if (pag_term_same(a, b)) return pag_set_one(r->arena, PAG_ZERO);
    pag_set set = pag_set_subtract(r->arena, pag_reach_term(r, on, a), pag_reach_term(r, on, b));
    if (was_ordered(on, b, a, &strictly) || was_ordered(&r->facts, b, a, &strictly)) {
        return pag_set_from(r->arena, set, (pag_end){true, !strictly, PAG_ZERO});
    }
    if (was_ordered(on, a, b, &strictly) || was_ordered(&r->facts, a, b, &strictly)) {
        return pag_set_up_to(r->arena, set, (pag_end){true, !strictly, PAG_ZERO});
    }
    return set;
}

/* What is at most the other is at most one of it. */
static pag_set quotient(pag_reach *r, const pag_answered *on, const pag_term *term)
{
    const pag_term *a = term->of[0], *b = term->of[1];
    pag_set over = pag_reach_term(r, on, b);
    pag_set set = pag_set_divide(r->arena, pag_reach_term(r, on, a), over);
    pag_number one = pag_number_whole(r->arena, 1);
    bool beyond = !set.empty && (!set.high.set || pag_number_order(set.high.number, one) > 0);
    if (beyond && pag_set_is_positive(&over, true) && pag_reach_at_most(r, on, a, b)) {
        return pag_set_up_to(r->arena, set, (pag_end){true, true, one});
    }
    return set;
}

/* As deep as terms are built, which the text of a formula bounds. */
static pag_set base_of(pag_reach *r, const pag_answered *on, const pag_term *term)
{
    switch (term->kind) {
    case PAG_TERM_NUMBER: return pag_set_one(r->arena, term->number);
    case PAG_TERM_FIGURE: return *pag_reach_set(r, term->figure->cell);
    case PAG_TERM_DAY: return pag_reach_day(r);
    case PAG_TERM_YEAR: return pag_reach_year(r);
    case PAG_TERM_ADD:
        return pag_set_add(r->arena, pag_reach_term(r, on, term->of[0]),
                           pag_reach_term(r, on, term->of[1]));
    case PAG_TERM_SUBTRACT: return apart(r, on, term);
    case PAG_TERM_MULTIPLY:
        return pag_set_multiply(r->arena, pag_reach_term(r, on, term->of[0]),
                                pag_reach_term(r, on, term->of[1]));
    case PAG_TERM_DIVIDE: return quotient(r, on, term);
    case PAG_TERM_LEAST:
    case PAG_TERM_MOST: return chosen(r, on, term);
    case PAG_TERM_SHEET_SUM: return pag_reach_sheet(r, term->figure->cell, false);
    case PAG_TERM_SHEET_MEAN: return pag_reach_sheet(r, term->figure->cell, true);
    case PAG_TERM_SHEET_FULL: return pag_reach_full(r, term->figure->cell);
    case PAG_TERM_SUM: return total_of(r, on, term);
    case PAG_TERM_MEAN: return hull(pag_reach_union(r, on, term->body));
    case PAG_TERM_COUNT: return counted(r, 0);
    case PAG_TERM_RANK: return counted(r, 1);
    case PAG_TERM_TEXT: break; /* no number */
    }
    return pag_set_all();
}

/* --- which answers there can be --- */

static bool can_be_less(pag_reach *r, const pag_answered *on, const pag_question *q, bool strictly,
                        bool swapped)
{
    const pag_term *a = swapped ? q->b : q->a, *b = swapped ? q->a : q->b;
    if (strictly && pag_term_same(a, b)) return false;
    pag_set left = pag_reach_term(r, on, a), right = pag_reach_term(r, on, b);
    if (left.empty || right.empty) return false;
    /* never where the right one is always below, or at most */
    return strictly ? !pag_set_is_up_to(&right, &left) : !pag_set_is_below(&right, &left);
}

static bool can_be_equal(pag_reach *r, const pag_answered *on, const pag_question *q, bool equal)
{
    pag_set a = pag_reach_term(r, on, q->a), b = pag_reach_term(r, on, q->b);
    bool same = pag_term_same(q->a, q->b) ||
                (a.n == 1 && b.n == 1 && pag_number_order(a.at[0], b.at[0]) == 0);
    if (!equal) return !same;
    return !a.empty && !b.empty && !pag_set_is_below(&a, &b) && !pag_set_is_below(&b, &a);
}

/* Of a text that is known there is one row, or none. */
static bool can_be_key(const pag_question *q, uint32_t row)
{
    size_t found = q->table->n;
    if (q->a->kind != PAG_TERM_TEXT) return true;
    (void)pag_keyed_find(q->table, q->a->text, &found);
    return row == found;
}

static bool can_be_row(pag_reach *r, const pag_answered *on, const pag_question *q, uint32_t row)
{
    if (q->table->kind == PAG_TABLE_KEYED) return can_be_key(q, row);
    pag_set score = pag_reach_term(r, on, q->a);
    pag_set rounded = pag_reach_rounded_score(r, q->table, &score, q->a->unit);
    pag_set part = pag_reach_row(r, q->table, &rounded, row);
    return !part.empty;
}

bool pag_reach_possible(void *ud, const pag_answered *on, const pag_question *q, uint32_t answer)
{
    pag_reach *r = ud;
    for (size_t i = 0; i < r->facts.n; i++) {
        if (pag_question_same(r->facts.questions[i], q)) return r->facts.answers[i] == answer;
    }
    switch (q->kind) {
    case PAG_ASKED_LESS: return can_be_less(r, on, q, answer == 1, answer == 0);
    case PAG_ASKED_AT_MOST: return can_be_less(r, on, q, answer == 0, answer == 0);
    case PAG_ASKED_EQUAL: return can_be_equal(r, on, q, answer == 1);
    case PAG_ASKED_FLAG: return pag_reach_flag(r, q->figure->cell, answer == 1);
    case PAG_ASKED_WORD: return pag_reach_word(r, q->figure->cell, answer);
    case PAG_ASKED_ROW: return can_be_row(r, on, q, answer);
    case PAG_ASKED_THERE:
    case PAG_ASKED_SAME:
    case PAG_ASKED_ENTRIES: break;
    }
    return true;
}
