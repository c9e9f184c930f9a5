/* From a value back to inputs that make it: what is added is taken apart, what is multiplied is
 * divided, what is looked up is found in a row. What is found is a proposal: evaluating it tells.
 */
#include "reach/internal.h"

#include <string.h>

enum { MOST_TRIES = 2000, DEEPEST = 40 };

typedef struct solving {
    pag_reach *reach;
    pag_causes *out;
    size_t left;    /* tries */
    size_t attempt; /* the order in which numbers are tried */
    int depth;
} solving;

static bool solve_cell(solving *s, const pag_cell *cell, pag_number target);
static bool solve_term(solving *s, const pag_term *term, pag_number target);

/* --- what is found --- */

static void add_cause(solving *s, const pag_cell *cell, const pag_criterion *criterion,
                      pag_str text)
{
    s->out->at =
        pag_list_grown(s->reach->arena, s->out->at, s->out->n, &s->out->room, sizeof *s->out->at);
    s->out->at[s->out->n++] = (pag_cause){cell, criterion, text};
}

static const pag_cause *cause_of(const solving *s, const pag_cell *cell)
{
    for (size_t i = 0; i < s->out->n; i++) {
        if (s->out->at[i].cell == cell && !s->out->at[i].criterion) return &s->out->at[i];
    }
    return NULL;
}

pag_str pag_reach_written(pag_arena *arena, const pag_cell *cell, pag_number number)
{
    pag_number x = pag_number_with_unit(arena, number, pag_type_unit(cell->type));
    return cell->type == PAG_TYPE_MONEY ? pag_number_plain(arena, x) : pag_number_written(arena, x);
}

/* What is said of a cell before stays. */
static bool say(solving *s, const pag_cell *cell, pag_str text)
{
    const pag_cause *before = cause_of(s, cell);
    if (before) return pag_str_equal(before->text, text);
    add_cause(s, cell, NULL, text);
    return true;
}

static bool has(const solving *s, const pag_set *set, pag_number x)
{
    return pag_set_has(s->reach->arena, set, x);
}

/* Tries one thing; when it fails nothing that it said stays. */
static bool tried(solving *s, size_t before, bool good)
{
    if (!good) s->out->n = before;
    return good;
}

/* --- what was answered --- */

static bool satisfy(solving *s, const pag_question *q, uint32_t answer)
{
    const pag_cell *cell = q->figure ? q->figure->cell : NULL;
    if (!cell || cell->origin != PAG_GIVEN) return true; /* to be seen */
    if (q->kind == PAG_ASKED_FLAG) return say(s, cell, answer ? PAG_STR("true") : PAG_STR("false"));
    if (q->kind == PAG_ASKED_WORD) return say(s, cell, cell->choices[answer].word);
    if (q->kind == PAG_ASKED_THERE && !answer) return say(s, cell, (pag_str){NULL, 0});
    return true;
}

typedef struct one_way {
    solving *s;
    pag_number target;
    bool found;
} one_way;

static void solve_end(void *ud, const pag_answered *on, const pag_way *end)
{
    one_way *w = ud;
    solving *s = w->s;
    size_t before = s->out->n;
    if (w->found || end->end != PAG_WAY_VALUE || end->value.kind != PAG_VALUE_TERM) return;
    pag_set set = pag_reach_term(s->reach, on, end->value.term);
    bool good = has(s, &set, w->target);
    for (size_t i = 0; good && i < on->n; i++) good = satisfy(s, on->questions[i], on->answers[i]);
    good = good && solve_term(s, end->value.term, w->target);
    w->found = tried(s, before, good);
}

static bool solve_ways(solving *s, const pag_way *ways, pag_number target)
{
    one_way w = {s, target, false};
    if (ways) pag_reach_ends(s->reach, &pag_reach_nothing, ways, solve_end, &w);
    return w.found;
}

/* --- two that make one --- */

typedef bool undoing(pag_arena *arena, pag_number target, pag_number x, pag_number *other);

static bool less(pag_arena *arena, pag_number target, pag_number x, pag_number *other)
{
    return pag_number_subtract(arena, other, target, x) == PAG_NUMBER_OK;
}

static bool over(pag_arena *arena, pag_number target, pag_number x, pag_number *other)
{
    if (pag_number_sign(x) == 0) return false;
    return pag_number_divide(arena, other, target, x) == PAG_NUMBER_OK;
}

static bool more(pag_arena *arena, pag_number target, pag_number x, pag_number *other)
{
    return pag_number_add(arena, other, target, x) == PAG_NUMBER_OK;
}

static bool times(pag_arena *arena, pag_number target, pag_number x, pag_number *other)
{
    if (pag_number_sign(x) == 0) return false;
    return pag_number_multiply(arena, other, target, x) == PAG_NUMBER_OK;
}

/* Numbers of a set worth trying: all of a short list, else its ends, some between, and parts of the
 * target. Each attempt begins with another. */
static size_t candidates(const solving *s, const pag_set *set, pag_number target,
                         const pag_number **out)
{
    enum { FEW = 64, PARTS = 10 };
    static const int64_t nice[] = {1, 100, 10000};
    pag_arena *arena = s->reach->arena;
    size_t n = pag_set_count(arena, set, FEW);
    pag_number *few = PAG_NEW_ARRAY(arena, pag_number, FEW + PARTS);
    if (n) memcpy(few, pag_set_list(arena, set, n), n * sizeof *few);
    bool all = n > 0;
    if (!all && set->low.set && set->low.inside) few[n++] = set->low.number;
    for (int64_t k = 1; !all && k < PARTS; k++) {
        pag_number x;
        if (pag_number_multiply(arena, &x, target, pag_number_whole(arena, k)) ||
            pag_number_divide(arena, &x, x, pag_number_whole(arena, PARTS))) {
            continue;
        }
        if (has(s, set, x)) few[n++] = x;
    }
    for (size_t i = 0; !all && i < sizeof nice / sizeof *nice; i++) {
        pag_number x = pag_number_whole(arena, nice[i]);
        if (has(s, set, x)) few[n++] = x;
    }
    if (!all && set->high.set && set->high.inside) few[n++] = set->high.number;
    if (n == 0) few[n++] = pag_set_some(arena, set);
    pag_number *turned = PAG_NEW_ARRAY(arena, pag_number, n);
    for (size_t i = 0; i < n; i++) turned[i] = few[(i + s->attempt) % n];
    *out = turned;
    return n;
}

static bool solve_two(solving *s, const pag_term *a, const pag_term *b, pag_number target,
                      undoing *undo)
{
    pag_set left = pag_reach_term(s->reach, &pag_reach_nothing, a);
    pag_set right = pag_reach_term(s->reach, &pag_reach_nothing, b);
    const pag_number *xs;
    if (left.empty || right.empty) return false;
    size_t n = candidates(s, &left, target, &xs), before = s->out->n;
    for (size_t i = 0; i < n && s->left > 0; i++) {
        pag_number y;
        s->left--;
        if (!undo(s->reach->arena, target, xs[i], &y) || !has(s, &right, y)) continue;
        if (tried(s, before, solve_term(s, a, xs[i]) && solve_term(s, b, y))) return true;
    }
    return false;
}

/* --- sheets --- */

/* Marks for the criteria from `i` on that make the target: each as high as the others allow. */
static bool solve_marks(solving *s, const pag_cell *sheet, const pag_set *rest, size_t i,
                        pag_number target)
{
    pag_arena *arena = s->reach->arena;
    const pag_criterion *c = &sheet->criteria[i];
    pag_number weight = pag_number_with_unit(arena, pag_criterion_weight(c), PAG_PLAIN);
    pag_set marks = pag_reach_marks(s->reach, sheet, c);
    pag_set left = pag_set_subtract(arena, pag_set_one(arena, target), rest[i + 1]);
    pag_set fit = pag_number_sign(weight) == 0
                      ? marks
                      : pag_set_divide(arena, left, pag_set_one(arena, weight));
    const pag_number *xs;
    size_t n = candidates(s, &marks, target, &xs);
    if (!marks.n && !fit.empty) { /* endless marks: one that the others allow */
        pag_set both = pag_set_from(arena, pag_set_up_to(arena, marks, fit.high), fit.low);
        if (!both.empty) n = candidates(s, &both, target, &xs);
    }
    for (size_t k = n; k-- > 0 && s->left > 0;) {
        pag_number worth, y;
        s->left--;
        if (pag_number_multiply(arena, &worth, xs[k], weight) != PAG_NUMBER_OK) continue;
        if (!less(arena, target, worth, &y) || !has(s, &rest[i + 1], y)) continue;
        size_t before = s->out->n;
        pag_number mark = pag_number_with_unit(arena, xs[k], PAG_POINTS);
        add_cause(s, sheet, c, pag_number_written(arena, mark));
        if (i + 1 == sheet->n_criteria || solve_marks(s, sheet, rest, i + 1, y)) return true;
        s->out->n = before;
    }
    return false;
}

static bool solve_sheet(solving *s, const pag_cell *sheet, pag_number target, bool mean)
{
    pag_arena *arena = s->reach->arena;
    pag_set *rest = PAG_NEW_ARRAY(arena, pag_set, sheet->n_criteria + 1);
    pag_number weights = PAG_ZERO;
    if (sheet->n_criteria == 0) return false;
    for (size_t i = 0; i < s->out->n; i++) {
        if (s->out->at[i].cell == sheet) return false; /* its marks are used already */
    }
    rest[sheet->n_criteria] = pag_set_one(arena, PAG_ZERO);
    for (size_t i = sheet->n_criteria; i-- > 0;) {
        const pag_criterion *c = &sheet->criteria[i];
        pag_number weight = pag_number_with_unit(arena, pag_criterion_weight(c), PAG_PLAIN);
        pag_set mark = pag_set_multiply(arena, pag_reach_marks(s->reach, sheet, c),
                                        pag_set_one(arena, weight));
        rest[i] = pag_set_add(arena, mark, rest[i + 1]);
        (void)pag_number_add(arena, &weights, weights, weight);
    }
    if (mean && pag_number_multiply(arena, &target, target, weights) != PAG_NUMBER_OK) return false;
    return has(s, &rest[0], target) && solve_marks(s, sheet, rest, 0, target);
}

/* --- terms --- */

static bool solve_choice(solving *s, const pag_term *term, pag_number target)
{
    size_t before = s->out->n;
    for (size_t i = 0; i < term->n; i++) {
        pag_set set = pag_reach_term(s->reach, &pag_reach_nothing, term->of[i]);
        if (!has(s, &set, target)) continue;
        if (tried(s, before, solve_term(s, term->of[i], target))) return true;
    }
    return false;
}

/* As deep as terms are built, and no deeper than DEEPEST through figures. */
static bool solve_term(solving *s, const pag_term *term, pag_number target)
{
    if (s->left == 0 || s->depth > DEEPEST) return false;
    switch (term->kind) {
    case PAG_TERM_NUMBER: return pag_number_order(term->number, target) == 0;
    case PAG_TERM_FIGURE: return solve_cell(s, term->figure->cell, target);
    case PAG_TERM_ADD: return solve_two(s, term->of[0], term->of[1], target, less);
    case PAG_TERM_SUBTRACT: return solve_two(s, term->of[1], term->of[0], target, more);
    case PAG_TERM_MULTIPLY:
        return solve_two(s, term->of[0], term->of[1], target, over) ||
               solve_two(s, term->of[1], term->of[0], target, over);
    case PAG_TERM_DIVIDE: return solve_two(s, term->of[1], term->of[0], target, times);
    case PAG_TERM_LEAST:
    case PAG_TERM_MOST: return solve_choice(s, term, target);
    case PAG_TERM_SHEET_SUM: return solve_sheet(s, term->figure->cell, target, false);
    case PAG_TERM_SHEET_MEAN: return solve_sheet(s, term->figure->cell, target, true);
    case PAG_TERM_SUM:
    case PAG_TERM_MEAN: return solve_ways(s, term->body, target); /* of a single entry */
    case PAG_TERM_SHEET_FULL:
    case PAG_TERM_TEXT:
    case PAG_TERM_DAY:
    case PAG_TERM_YEAR:
    case PAG_TERM_COUNT:
    case PAG_TERM_RANK: break;
    }
    return false;
}

/* --- figures --- */

static bool solve_row(solving *s, const pag_cell *cell, pag_number target)
{
    pag_reach *r = s->reach;
    const pag_cell *by = &cell->group->cells[cell->by];
    if (cell->bands->kind != PAG_TABLE_BANDS || cell->by_kind != PAG_BY_CELL) return false;
    size_t before = s->out->n;
    const pag_set *scores = pag_reach_set(r, by);
    pag_unit unit = pag_type_unit(by->type);
    pag_set seen = pag_reach_rounded_score(r, cell->bands, scores, unit);
    for (size_t i = 0; i < cell->bands->n; i++) {
        const pag_give *give = pag_band_give(&cell->bands->rows[i], cell->give);
        if (!give || !give->is_number || pag_number_order(give->number, target) != 0) continue;
        pag_set part = pag_reach_row(r, cell->bands, &seen, i);
        if (part.empty) continue;
        part = pag_reach_rounded_to(r, cell->bands, scores, unit, pag_set_some(r->arena, &part));
        if (part.empty) continue;
        if (tried(s, before, solve_cell(s, by, pag_set_some(r->arena, &part)))) return true;
    }
    return false;
}

static bool solve_cell(solving *s, const pag_cell *cell, pag_number target)
{
    bool good = false;
    s->depth++;
    switch (cell->origin) {
    case PAG_GIVEN:
        good = has(s, pag_reach_set(s->reach, cell), target) &&
               say(s, cell, pag_reach_written(s->reach->arena, cell, target));
        break;
    case PAG_FIXED:
        good = cell->value.kind == PAG_VALUE_NUMBER &&
               pag_number_order(cell->value.number, target) == 0;
        break;
    case PAG_COMPUTED: good = solve_ways(s, pag_reach_ways(s->reach, cell), target); break;
    case PAG_LOOKED_UP: good = solve_row(s, cell, target); break;
    case PAG_PLANNED:
    case PAG_SHARED: break;
    }
    s->depth--;
    return good;
}

bool pag_reach_solve(pag_reach *r, const pag_cell *cell, pag_number target, size_t attempt,
                     pag_causes *out)
{
    solving s = {r, out, MOST_TRIES, attempt, 0};
    *out = (pag_causes){0};
    return solve_cell(&s, cell, target);
}
