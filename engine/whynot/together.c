/* Several marks of one sheet that lead there together, where no single value does: those that move
 * the score most go to their end first, then each goes back as far as it can. Where that passes the
 * goal, marks in between are looked for (mixed.c). */
#include "whynot/internal.h"

static size_t turns_of(const pag_joining *j, pag_turn *turns)
{
    size_t n = 0;
    for (size_t i = 0; i < j->n; i++) {
        const pag_mark_way *p = &j->parts[i];
        if (!p->at) continue;
        turns[n++] = (pag_turn){p->scale->figure, p->scale->mark,
                                pag_scale_at(j->s->arena, p->scale, p->at)};
    }
    return n;
}

bool pag_together_place(const pag_joining *j, int64_t *place, pag_number *score)
{
    pag_turn turns[PAG_TOGETHER_MARKS];
    size_t n = turns_of(j, turns);
    return j->s->tried < j->s->limit && pag_place_of(j->s, turns, n, place, score);
}

bool pag_together_goes_up(const pag_joining *j, const pag_scale *c)
{
    return (c->slope == PAG_SLOPE_UP) == j->goal->above;
}

static int64_t end_of(const pag_joining *j, const pag_scale *c)
{
    return pag_together_goes_up(j, c) ? c->up : -c->down;
}

/* What each mark alone moves the score by; false where that cannot be told. */
static bool weigh(pag_joining *j)
{
    pag_number now, then;
    int64_t place;
    if (!pag_together_place(j, &place, &now)) return false;
    for (size_t i = 0; i < j->n; i++) {
        pag_mark_way *p = &j->parts[i];
        p->at = end_of(j, p->scale);
        bool known = pag_together_place(j, &place, &then);
        p->at = 0;
        if (!known || pag_number_subtract(j->s->arena, &p->gain, then, now)) return false;
        if (pag_number_sign(p->gain) < 0) p->gain = pag_number_negate(j->s->arena, p->gain);
    }
    return true;
}

static void sort(pag_joining *j)
{
    for (size_t i = 1; i < j->n; i++) {
        pag_mark_way p = j->parts[i];
        size_t at = i;
        for (; at > 0 && pag_number_order(j->parts[at - 1].gain, p.gain) < 0; at--) {
            j->parts[at] = j->parts[at - 1];
        }
        j->parts[at] = p;
    }
}

static bool has_passed(const pag_joining *j)
{
    int64_t place, wanted = pag_place_goal(j->s, j->goal);
    if (!pag_together_place(j, &place, NULL)) return false;
    return j->goal->above ? place >= wanted : place <= wanted;
}

/* The part as near as it can be to where it was. */
static void go_back(pag_joining *j, pag_mark_way *p)
{
    int64_t way = p->at < 0 ? -1 : 1, good = p->at * way, bad = 0;
    p->at = 0;
    if (has_passed(j)) return;
    while (good - bad > 1) {
        int64_t middle = bad + (good - bad) / 2;
        p->at = way * middle;
        if (has_passed(j)) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    p->at = way * good;
}

/* How many go to their end before the goal is reached, or passed; 0: it is not. */
static size_t go_up(pag_joining *j)
{
    for (size_t used = 0; used < j->n; used++) {
        j->parts[used].at = end_of(j, j->parts[used].scale);
        if (has_passed(j)) return used + 1;
    }
    return 0;
}

bool pag_together_take(pag_joining *j, bool as_few)
{
    pag_search *s = j->s;
    pag_change change = {.shifts = PAG_NEW_ARRAY(s->arena, pag_shift, j->n)};
    for (size_t i = 0; i < j->n; i++) {
        if (!j->parts[i].at) continue;
        change.shifts[change.n++] = pag_scale_shift(s, j->parts[i].scale, j->parts[i].at);
    }
    const pag_change *old = j->goal->together;
    if (old && (as_few ? old->n < change.n : old->n <= change.n)) return false;
    pag_arrival arrival = pag_place_try(s, j->goal, &change);
    if (arrival == PAG_ARRIVED) {
        j->goal->together = pag_arena_keep(s->arena, &change, sizeof change);
    } else if (arrival == PAG_REFUSED) {
        j->goal->refused++;
    }
    return arrival == PAG_ARRIVED;
}

static void reach(pag_joining *j)
{
    size_t used = go_up(j);
    for (size_t i = used; i-- > 0;) {
        if (j->parts[i].at) go_back(j, &j->parts[i]);
    }
    if (used && !pag_together_take(j, false)) pag_mixed_find(j, used);
}

/* The scales of the sheet that scale number `from` is of; all stand together. */
static void join_sheet(pag_search *s, pag_goal *goal, size_t from)
{
    pag_joining j = {.s = s, .goal = goal};
    for (size_t i = from; i < s->scales.n; i++) {
        const pag_scale *c = &s->scales.at[i];
        bool moves = c->slope == PAG_SLOPE_UP || c->slope == PAG_SLOPE_DOWN;
        if (c->figure != s->scales.at[from].figure || pag_scale_is_unwritten(c)) continue;
        if (!moves || j.n == PAG_TOGETHER_MARKS) return;
        j.parts[j.n++] = (pag_mark_way){.scale = c};
    }
    if (!weigh(&j)) return;
    sort(&j);
    reach(&j);
}

void pag_together_find(pag_search *s, pag_goal *goal)
{
    if (!s->score) return;
    for (size_t i = 0; i < s->scales.n; i++) {
        const pag_scale *c = &s->scales.at[i];
        bool first = i == 0 || s->scales.at[i - 1].figure != c->figure;
        if (first && c->mark != PAG_TURN_WHOLE) join_sheet(s, goal, i);
    }
}
