/* How a figure moves when one input is raised: by the shape of its terms and the signs of what is
 * multiplied, through tables row by row, and over the branches of formulas by what happens where
 * one answer gives way to another. */
#include "reach/internal.h"

/* One input that is raised, all else given staying as it is. */
typedef struct raising {
    pag_reach *reach;
    const pag_cell *input;
} raising;

static pag_slope term_slope(const raising *m, const pag_answered *on, const pag_term *term);
static pag_slope way_slope(const raising *m, const pag_answered *on, const pag_way *way);

/* --- slopes --- */

static pag_slope joined(pag_slope a, pag_slope b)
{
    if (a == PAG_SLOPE_FLAT) return b;
    if (b == PAG_SLOPE_FLAT || a == b) return a;
    return PAG_SLOPE_UNKNOWN;
}

static pag_slope turned(pag_slope a)
{
    if (a == PAG_SLOPE_UP) return PAG_SLOPE_DOWN;
    return a == PAG_SLOPE_DOWN ? PAG_SLOPE_UP : a;
}

/* Of something multiplied by a number of this sign. */
static pag_slope signed_by(pag_slope a, const pag_set *sign)
{
    if (a == PAG_SLOPE_FLAT || pag_set_is_positive(sign, true)) return a;
    return pag_set_is_negative(sign, true) ? turned(a) : PAG_SLOPE_UNKNOWN;
}

/* --- terms --- */

/* Shares of a declared sum: when one is raised, others fall. */
static pag_slope input_slope(const raising *m, const pag_figure *figure)
{
    bool own = pag_reach_is_own(m->reach, figure);
    return own || !m->input->sum.set ? PAG_SLOPE_UP : PAG_SLOPE_UNKNOWN;
}

static pag_slope figure_slope(const raising *m, const pag_figure *figure)
{
    if (figure->cell == m->input) return input_slope(m, figure);
    pag_slope slope = pag_reach_slope(m->reach, figure->cell, m->input);
    bool others = m->input->sum.set && !pag_reach_is_own(m->reach, figure);
    return others && slope != PAG_SLOPE_FLAT ? PAG_SLOPE_UNKNOWN : slope;
}

static pag_slope product_slope(const raising *m, const pag_answered *on, const pag_term *term,
                               bool over)
{
    pag_slope a = term_slope(m, on, term->of[0]), b = term_slope(m, on, term->of[1]);
    pag_set left = pag_reach_term(m->reach, on, term->of[0]);
    pag_set right = pag_reach_term(m->reach, on, term->of[1]);
    if (over && b != PAG_SLOPE_FLAT && !pag_set_is_positive(&right, true) &&
        !pag_set_is_negative(&right, true)) { /* by zero there is no figure */
        return PAG_SLOPE_UNKNOWN;
    }
    return joined(signed_by(a, &right), signed_by(over ? turned(b) : b, &left));
}

/* Over a list with a declared sum nothing moves; elsewhere the entries do, and which of them count
 * must not. */
static pag_slope total_slope(const raising *m, const pag_answered *on, const pag_term *term)
{
    pag_set sum = pag_reach_term(m->reach, &pag_reach_nothing, term);
    if (sum.n == 1) return PAG_SLOPE_FLAT;
    if (term->test && way_slope(m, on, term->test) != PAG_SLOPE_FLAT) return PAG_SLOPE_UNKNOWN;
    return term->body ? way_slope(m, on, term->body) : PAG_SLOPE_FLAT;
}

/* Places follow the cell that is ranked; whose figure moves by how much is not known. */
static pag_slope rank_slope(const raising *m, const pag_term *term)
{
    bool flat = figure_slope(m, term->figure) == PAG_SLOPE_FLAT;
    return flat ? PAG_SLOPE_FLAT : PAG_SLOPE_UNKNOWN;
}

/* As deep as terms are built. */
static pag_slope term_slope(const raising *m, const pag_answered *on, const pag_term *term)
{
    pag_slope slope = PAG_SLOPE_FLAT;
    switch (term->kind) {
    case PAG_TERM_NUMBER:
    case PAG_TERM_TEXT:
    case PAG_TERM_DAY:
    case PAG_TERM_YEAR: return PAG_SLOPE_FLAT;
    case PAG_TERM_FIGURE: return figure_slope(m, term->figure);
    case PAG_TERM_ADD:
        return joined(term_slope(m, on, term->of[0]), term_slope(m, on, term->of[1]));
    case PAG_TERM_SUBTRACT:
        return joined(term_slope(m, on, term->of[0]), turned(term_slope(m, on, term->of[1])));
    case PAG_TERM_MULTIPLY: return product_slope(m, on, term, false);
    case PAG_TERM_DIVIDE: return product_slope(m, on, term, true);
    case PAG_TERM_LEAST:
    case PAG_TERM_MOST:
        for (size_t i = 0; i < term->n; i++) slope = joined(slope, term_slope(m, on, term->of[i]));
        return slope;
    case PAG_TERM_SHEET_SUM:
    case PAG_TERM_SHEET_MEAN: return term->figure->cell == m->input ? PAG_SLOPE_UP : PAG_SLOPE_FLAT;
    case PAG_TERM_SHEET_FULL: return PAG_SLOPE_FLAT; /* whatever the marks are */
    case PAG_TERM_SUM:
    case PAG_TERM_MEAN:
    case PAG_TERM_COUNT: return total_slope(m, on, term);
    case PAG_TERM_RANK: return rank_slope(m, term);
    }
    return PAG_SLOPE_UNKNOWN;
}

/* --- where one answer gives way to another --- */

typedef struct ends {
    raising m;
    const pag_answered *before; /* what was answered when the ways part */
    struct ends *others;
    const pag_way *end;
    const pag_answered *on;
    bool ordered;
    bool lower; /* `others` are to be at least these; else at most */
} ends;

static pag_value_kind kind_of(const pag_way *end)
{
    return end->end == PAG_WAY_VALUE ? end->value.kind : PAG_VALUE_NONE;
}

/* Whether what this end gives is at most what the other does, on the same figures. */
static bool is_at_most(const ends *a, const pag_answered *on, const pag_way *low,
                       const pag_way *high)
{
    if (low->end == PAG_WAY_STOPPED || high->end == PAG_WAY_STOPPED) return true;
    if (kind_of(low) == PAG_VALUE_FLAG && kind_of(high) == PAG_VALUE_FLAG) {
        return !low->value.flag || high->value.flag;
    }
    if (kind_of(low) != PAG_VALUE_TERM || kind_of(high) != PAG_VALUE_TERM) return false;
    return pag_reach_at_most(a->m.reach, on, low->value.term, high->value.term);
}

/* Raising the input leads from one end to the other. On the figures of before the other is in order
 * with the first; and it moves on in that order from there, also outside its own answers. */
static void compare_with(void *ud, const pag_answered *on, const pag_way *end)
{
    ends *b = ud;
    ends *a = b->others;
    (void)on;
    if (!b->ordered) return;
    bool fits = b->lower ? is_at_most(b, a->on, a->end, end) : is_at_most(b, a->on, end, a->end);
    pag_slope slope = PAG_SLOPE_FLAT;
    if (kind_of(end) == PAG_VALUE_TERM) slope = term_slope(&b->m, b->before, end->value.term);
    pag_slope wanted = b->lower ? PAG_SLOPE_UP : PAG_SLOPE_DOWN;
    b->ordered = fits && (slope == PAG_SLOPE_FLAT || slope == wanted);
}

typedef struct pairing {
    ends *second;
    const pag_way *second_way;
} pairing;

static void compare_each(void *ud, const pag_answered *on, const pag_way *end)
{
    pairing *p = ud;
    ends first = {.end = end, .on = on};
    p->second->others = &first;
    pag_reach_ends(p->second->m.reach, p->second->before, p->second_way, compare_with, p->second);
}

/* Whether every end of answer `i` is at most (`up`), or at least, every one of answer `j`. */
static bool is_ordered(const raising *m, const pag_answered *on, const pag_way *way, uint32_t i,
                       uint32_t j, bool up)
{
    ends second = {.m = *m, .before = on, .ordered = true, .lower = up};
    pairing p = {&second, way->answers[j]};
    pag_answered first = pag_reach_on(m->reach, on, &way->question, i);
    pag_reach_ends(m->reach, &first, way->answers[i], compare_each, &p);
    return second.ordered;
}

/* All pairs of answers, in the order in which raising the input gives them. */
static bool all_ordered(const raising *m, const pag_answered *on, const pag_way *way, bool up)
{
    uint32_t n = way->question.n;
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = i + 1; j < n; j++) {
            if (!way->answers[i] || !way->answers[j]) continue;
            if (!is_ordered(m, on, way, i, j, up)) return false;
        }
    }
    return true;
}

/* How the answer moves: UP from 0 to the last. */
static pag_slope order_slope(const raising *m, const pag_answered *on, const pag_question *q)
{
    return joined(turned(term_slope(m, on, q->a)), term_slope(m, on, q->b));
}

/* Of an answer that has no order: it must rest on nothing that moves. */
static pag_slope flat_or_unknown(const raising *m, const pag_answered *on, const pag_question *q)
{
    bool moves = (q->a && term_slope(m, on, q->a) != PAG_SLOPE_FLAT) ||
                 (q->b && term_slope(m, on, q->b) != PAG_SLOPE_FLAT);
    return moves ? PAG_SLOPE_UNKNOWN : PAG_SLOPE_FLAT;
}

static pag_slope question_slope(const raising *m, const pag_answered *on, const pag_question *q)
{
    switch (q->kind) {
    case PAG_ASKED_LESS:
    case PAG_ASKED_AT_MOST: return order_slope(m, on, q);
    case PAG_ASKED_EQUAL: return flat_or_unknown(m, on, q);
    case PAG_ASKED_FLAG: return figure_slope(m, q->figure);
    case PAG_ASKED_WORD:
        return figure_slope(m, q->figure) == PAG_SLOPE_FLAT ? PAG_SLOPE_FLAT : PAG_SLOPE_UNKNOWN;
    case PAG_ASKED_ROW:
        if (q->table->kind == PAG_TABLE_KEYED) return flat_or_unknown(m, on, q);
        return q->table->fixed ? term_slope(m, on, q->a) : PAG_SLOPE_UNKNOWN;
    case PAG_ASKED_SAME: return flat_or_unknown(m, on, q);
    case PAG_ASKED_ENTRIES: return way_slope(m, on, q->test); /* the more pass, the more do all */
    case PAG_ASKED_THERE: break;
    }
    return PAG_SLOPE_FLAT;
}

static pag_slope end_slope(const raising *m, const pag_answered *on, const pag_way *end)
{
    if (end->end == PAG_WAY_STOPPED) return PAG_SLOPE_FLAT; /* no figure at all */
    if (end->end == PAG_WAY_UNKNOWN) return PAG_SLOPE_UNKNOWN;
    return end->value.kind == PAG_VALUE_TERM ? term_slope(m, on, end->value.term) : PAG_SLOPE_FLAT;
}

/* As deep as formulas branch. */
static pag_slope way_slope(const raising *m, const pag_answered *on, const pag_way *way)
{
    if (way->end != PAG_WAY_ON) return end_slope(m, on, way);
    pag_slope within = PAG_SLOPE_FLAT;
    for (uint32_t i = 0; i < way->question.n; i++) {
        if (!way->answers[i]) continue;
        pag_answered further = pag_reach_on(m->reach, on, &way->question, i);
        within = joined(within, way_slope(m, &further, way->answers[i]));
    }
    pag_slope moves = question_slope(m, on, &way->question);
    if (moves == PAG_SLOPE_FLAT || within == PAG_SLOPE_UNKNOWN) return within;
    if (moves == PAG_SLOPE_UNKNOWN) return PAG_SLOPE_UNKNOWN;
    bool rising = moves == PAG_SLOPE_UP;
    if (within != PAG_SLOPE_DOWN && all_ordered(m, on, way, rising)) return PAG_SLOPE_UP;
    if (within != PAG_SLOPE_UP && all_ordered(m, on, way, !rising)) return PAG_SLOPE_DOWN;
    return PAG_SLOPE_UNKNOWN;
}

/* --- cells --- */

/* What one row gives, of the scores that reach it. */
static pag_set row_gives(const raising *m, const pag_cell *cell, size_t row)
{
    const pag_give *give = pag_band_give(&cell->bands->rows[row], cell->give);
    if (!give || !give->of.reference) {
        return give && give->is_number ? pag_set_one(m->reach->arena, give->number) : pag_set_all();
    }
    const pag_way *way = pag_reach_give(m->reach, cell, row);
    if (!way || way->end != PAG_WAY_VALUE || way->value.kind != PAG_VALUE_TERM)
        return pag_set_all();
    pag_answered on = pag_reach_in_row(m->reach, cell, row);
    return pag_reach_term(m->reach, &on, way->value.term);
}

/* Whether what rows give never falls (or rises) from one that can be reached to the next. */
static bool rows_rise(const raising *m, const pag_cell *cell, bool up)
{
    const pag_cell *by = &cell->group->cells[cell->by];
    pag_set last = pag_set_empty();
    pag_set score = pag_reach_rounded_score(m->reach, cell->bands, pag_reach_set(m->reach, by),
                                            pag_type_unit(by->type));
    for (size_t i = 0; i < cell->bands->n; i++) {
        pag_set part = pag_reach_row(m->reach, cell->bands, &score, i);
        if (part.empty) continue;
        pag_set now = row_gives(m, cell, i);
        bool fits =
            last.empty || (up ? pag_set_is_up_to(&last, &now) : pag_set_is_up_to(&now, &last));
        if (!fits) return false;
        last = now;
    }
    return true;
}

/* How the formulas of rows move, through the score and otherwise. */
static pag_slope give_slope(const raising *m, const pag_cell *cell)
{
    pag_slope slope = PAG_SLOPE_FLAT;
    for (size_t i = 0; i < cell->bands->n; i++) {
        const pag_give *give = pag_band_give(&cell->bands->rows[i], cell->give);
        if (!give || !give->of.reference) continue;
        const pag_way *way = pag_reach_give(m->reach, cell, i);
        slope = joined(slope, way ? way_slope(m, &pag_reach_nothing, way) : PAG_SLOPE_UNKNOWN);
    }
    return slope;
}

static pag_slope banded_slope(const raising *m, const pag_cell *cell)
{
    const pag_cell *by = &cell->group->cells[cell->by];
    if (!cell->bands->fixed) return PAG_SLOPE_UNKNOWN;
    pag_slope score = by == m->input ? PAG_SLOPE_UP : pag_reach_slope(m->reach, by, m->input);
    pag_slope within = give_slope(m, cell);
    if (score == PAG_SLOPE_FLAT) return within;
    if (score == PAG_SLOPE_UNKNOWN || within == PAG_SLOPE_UNKNOWN) return PAG_SLOPE_UNKNOWN;
    for (int up = 1; up >= 0; up--) {
        pag_slope slope = up ? score : turned(score);
        bool fits = within == PAG_SLOPE_FLAT || within == slope;
        if (fits && rows_rise(m, cell, up)) return slope;
    }
    return PAG_SLOPE_UNKNOWN;
}

static pag_slope looked_up_slope(const raising *m, const pag_cell *cell)
{
    if (cell->bands->kind == PAG_TABLE_BANDS) return banded_slope(m, cell);
    if (cell->by_kind != PAG_BY_CELL) return PAG_SLOPE_FLAT;
    const pag_cell *by = &cell->group->cells[cell->by];
    if (by == m->input) return PAG_SLOPE_UNKNOWN;
    pag_slope slope = pag_reach_slope(m->reach, by, m->input);
    return slope == PAG_SLOPE_FLAT ? slope : PAG_SLOPE_UNKNOWN;
}

/* Leftover cents may leave a part for another when the whole or a weight grows. */
static pag_slope shared_slope(const raising *m, const pag_cell *cell)
{
    const pag_cell *whole = &cell->group->parent->cells[cell->split->whole];
    const pag_cell *by = &cell->group->cells[cell->split->by];
    bool flat = whole != m->input && by != m->input &&
                pag_reach_slope(m->reach, whole, m->input) == PAG_SLOPE_FLAT &&
                pag_reach_slope(m->reach, by, m->input) == PAG_SLOPE_FLAT;
    return flat ? PAG_SLOPE_FLAT : PAG_SLOPE_UNKNOWN;
}

/* What makes the figure zero must not be moved: raising the input could bring it about. */
static pag_slope with_unless(const raising *m, const pag_cell *cell, pag_slope slope)
{
    for (size_t i = 0; i < cell->n_unless; i++) {
        const pag_way *way = pag_reach_test(m->reach, cell->group, &cell->unless[i].when);
        if (!way || way_slope(m, &pag_reach_nothing, way) != PAG_SLOPE_FLAT) {
            return PAG_SLOPE_UNKNOWN;
        }
    }
    return slope;
}

static pag_slope slope_of(const raising *m, const pag_cell *cell)
{
    switch (cell->origin) {
    case PAG_GIVEN:
    case PAG_PLANNED:
    case PAG_FIXED: return PAG_SLOPE_FLAT;
    case PAG_COMPUTED: {
        const pag_way *ways = pag_reach_ways(m->reach, cell);
        pag_slope slope = ways ? way_slope(m, &pag_reach_nothing, ways) : PAG_SLOPE_UNKNOWN;
        return with_unless(m, cell, slope);
    }
    case PAG_LOOKED_UP: return with_unless(m, cell, looked_up_slope(m, cell));
    case PAG_SHARED: return with_unless(m, cell, shared_slope(m, cell));
    }
    return PAG_SLOPE_UNKNOWN;
}

static size_t sloped_at(pag_reach *r, const pag_cell *cell, const pag_cell *input)
{
    size_t i = 0;
    while (i < r->sloped.n && (r->sloped.at[i].cell != cell || r->sloped.at[i].input != input)) i++;
    if (i == r->sloped.n) {
        PAG_LIST_ADD(r->arena, &r->sloped, (pag_sloped){cell, input, PAG_UNKNOWN_YET, 0});
    }
    return i;
}

pag_slope pag_reach_slope(pag_reach *r, const pag_cell *cell, const pag_cell *input)
{
    size_t at = sloped_at(r, cell, input);
    const raising m = {r, input};
    if (r->sloped.at[at].known == PAG_KNOWN) return r->sloped.at[at].slope;
    if (r->sloped.at[at].known == PAG_BEING_FOUND) return PAG_SLOPE_UNKNOWN; /* in a circle */
    r->sloped.at[at].known = PAG_BEING_FOUND;
    pag_slope slope = cell == input ? PAG_SLOPE_UP : slope_of(&m, cell);
    r->sloped.at[at].slope = slope;
    r->sloped.at[at].known = PAG_KNOWN;
    return slope;
}
