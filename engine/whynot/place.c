/* Where an evaluation with other values is: computed, by the same code as ever. */
#include "whynot/internal.h"

/* --- the place --- */

static bool place_of_score(pag_search *s, pag_number score, int64_t *place)
{
    const pag_bands *table = s->hinge->step->bands;
    pag_number plain = pag_number_with_unit(&s->run, score, PAG_PLAIN);
    pag_set one = pag_set_one(s->arena, plain);
    if (table->rounds) {
        one = pag_reach_rounded_score(s->reach, table, &one, pag_number_unit(score));
        if (one.n != 1) return false;
    }
    size_t row = 0;
    switch (pag_bands_find(table, NULL, one.at[0], &row)) {
    case PAG_LOOKUP_FOUND: *place = 2 * (int64_t)row + 1; return true;
    case PAG_LOOKUP_GAP: *place = 2 * (int64_t)row + 2; return true;
    case PAG_LOOKUP_BELOW: *place = 0; return true;
    case PAG_LOOKUP_ABOVE: *place = 2 * (int64_t)table->n; return true;
    case PAG_LOOKUP_TWO: break;
    }
    return false;
}

/* The look-up that is the same one: in that table, at that place in the rules, in that order. */
static bool place_in_steps(const pag_search *s, const pag_figure *figure, int64_t *place)
{
    size_t nth = 0;
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_step *step = &figure->steps[i];
        if (step->kind != PAG_STEP_LOOKED || step->bands != s->hinge->step->bands ||
            step->site != s->hinge->step->site) {
            continue;
        }
        *place = 2 * (int64_t)step->chosen + 1;
        if (nth++ == s->nth) return true;
    }
    return false;
}

static int64_t place_of_zeroing(const pag_figure *figure)
{
    return figure->zeroed ? 1 + (figure->zeroed->unless - figure->cell->unless) : 0;
}

static bool place_of_figure(const pag_search *s, const pag_figure *figure, int64_t *place)
{
    if (s->hinge->step) return place_in_steps(s, figure, place);
    *place = place_of_zeroing(figure);
    return true;
}

bool pag_place_of(pag_search *s, const pag_turn *turns, size_t n, int64_t *place, pag_number *score)
{
    pag_result result;
    pag_arena_reset(&s->run);
    s->tried++;
    if (!pag_turn_open(s->result->evaluation, &s->run, turns, n, &result)) return false;
    const pag_figure *figure =
        pag_turn_figure(&result, s->pack, &s->run, s->score ? s->score : s->hinge->figure);
    if (!figure) return false;
    if (!s->score) return place_of_figure(s, figure, place);
    if (figure->value.kind != PAG_VALUE_NUMBER) return false;
    if (score) *score = pag_number_with_unit(s->arena, figure->value.number, PAG_PLAIN);
    return place_of_score(s, figure->value.number, place);
}

int64_t pag_place_goal(const pag_search *s, const pag_goal *goal)
{
    if (goal->row == PAG_GOAL_NOT_ZERO) return 0;
    return s->hinge->step ? 2 * (int64_t)goal->row + 1 : (int64_t)goal->row + 1;
}

/* --- the whole evaluation --- */

typedef struct paid {
    pag_arena *arena;
    PAG_LIST(pag_figure *) figures;
} paid;

static void gather(void *ud, pag_figure *figure)
{
    paid *p = ud;
    if (figure->cell->payable) PAG_LIST_ADD(p->arena, &p->figures, figure);
}

static pag_outcome outcome(pag_search *s, const pag_figure *before, const pag_figure *after)
{
    pag_outcome o = {.figure = before, .after = after->value};
    o.withheld = pag_figure_is_withheld(before) || pag_figure_is_withheld(after);
    if (o.after.kind == PAG_VALUE_NUMBER) {
        o.after.number =
            pag_number_with_unit(s->arena, o.after.number, pag_number_unit(o.after.number));
    } else if (o.after.kind == PAG_VALUE_TEXT) {
        o.after.text = pag_arena_copy(s->arena, o.after.text);
    }
    return o;
}

static bool differs(const pag_figure *a, const pag_figure *b)
{
    bool numbers = a->value.kind == PAG_VALUE_NUMBER && b->value.kind == PAG_VALUE_NUMBER;
    return numbers && pag_number_order(a->value.number, b->value.number) != 0;
}

/* The two results have the same shape, so figures come in the same order. */
static void take_outcomes(pag_search *s, const pag_result *turned, pag_change *change)
{
    paid before = {.arena = &s->run}, after = {.arena = &s->run};
    pag_result_visit(s->result, gather, &before);
    pag_result_visit(turned, gather, &after);
    change->asked = outcome(s, s->asked, pag_turn_same(turned, s->asked));
    change->paid = PAG_NEW_ARRAY(s->arena, pag_outcome, before.figures.n + 1);
    for (size_t i = 0; i < before.figures.n && i < after.figures.n; i++) {
        const pag_figure *a = before.figures.at[i], *b = after.figures.at[i];
        bool hidden = pag_figure_is_withheld(a) || pag_figure_is_withheld(b);
        if (hidden && !s->order->draft)
            continue; /* also that it becomes another would tell of it */
        if (a == s->asked || !differs(a, b)) continue;
        change->paid[change->n_paid++] = outcome(s, a, b);
    }
}

pag_arrival pag_place_try(pag_search *s, const pag_goal *goal, pag_change *change)
{
    pag_result result;
    int64_t place = -1;
    pag_arena_reset(&s->run);
    s->tried++;
    pag_turn *turns = PAG_NEW_ARRAY(&s->run, pag_turn, change->n);
    for (size_t i = 0; i < change->n; i++) {
        const pag_shift *shift = &change->shifts[i];
        turns[i] = (pag_turn){shift->figure, shift->mark, shift->to};
    }
    if (!pag_turn_open(s->result->evaluation, &s->run, turns, change->n, &result) ||
        pag_result_evaluate(&result, s->pack, &s->run) != PAG_OK) {
        return PAG_REFUSED;
    }
    const pag_figure *figure = pag_turn_same(&result, s->hinge->figure);
    if (!place_of_figure(s, figure, &place) || place != pag_place_goal(s, goal))
        return PAG_ELSEWHERE;
    take_outcomes(s, &result, change);
    return PAG_ARRIVED;
}
