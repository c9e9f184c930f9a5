/* Several marks of one sheet that lead there together, where no single value does: those that move
 * the score most go to their end first, then each goes back as far as it can. */
#include "whynot/internal.h"

enum { MOST_MARKS = 64 };

typedef struct part {
    const pag_scale *scale;
    int64_t at;
    pag_number gain;
} part;

typedef struct joining {
    pag_search *s;
    pag_goal *goal;
    size_t n;
    part parts[MOST_MARKS];
} joining;

static size_t turns_of(const joining *j, pag_turn *turns)
{
    size_t n = 0;
    for (size_t i = 0; i < j->n; i++) {
        const part *p = &j->parts[i];
        if (!p->at) continue;
        turns[n++] = (pag_turn){p->scale->figure, p->scale->mark,
                                pag_scale_at(j->s->arena, p->scale, p->at)};
    }
    return n;
}

static bool place_of(const joining *j, int64_t *place, pag_number *score)
{
    pag_turn turns[MOST_MARKS];
    size_t n = turns_of(j, turns);
    return j->s->tried < j->s->limit && pag_place_of(j->s, turns, n, place, score);
}

static int64_t end_of(const joining *j, const pag_scale *c)
{
    bool up = (c->slope == PAG_SLOPE_UP) == j->goal->above;
    return up ? c->up : -c->down;
}

/* What each mark alone moves the score by; false where that cannot be told. */
static bool weigh(joining *j)
{
    pag_number now, then;
    int64_t place;
    if (!place_of(j, &place, &now)) return false;
    for (size_t i = 0; i < j->n; i++) {
        part *p = &j->parts[i];
        p->at = end_of(j, p->scale);
        bool known = place_of(j, &place, &then);
        p->at = 0;
        if (!known || pag_number_subtract(j->s->arena, &p->gain, then, now)) return false;
        if (pag_number_sign(p->gain) < 0) p->gain = pag_number_negate(j->s->arena, p->gain);
    }
    return true;
}

static void sort(joining *j)
{
    for (size_t i = 1; i < j->n; i++) {
        part p = j->parts[i];
        size_t at = i;
        for (; at > 0 && pag_number_order(j->parts[at - 1].gain, p.gain) < 0; at--) {
            j->parts[at] = j->parts[at - 1];
        }
        j->parts[at] = p;
    }
}

static bool has_passed(const joining *j)
{
    int64_t place, wanted = pag_place_goal(j->s, j->goal);
    if (!place_of(j, &place, NULL)) return false;
    return j->goal->above ? place >= wanted : place <= wanted;
}

/* The part as near as it can be to where it was. */
static void go_back(joining *j, part *p)
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

static bool reach(joining *j)
{
    size_t used = 0;
    bool there = false;
    for (; used < j->n && !there; used++) {
        j->parts[used].at = end_of(j, j->parts[used].scale);
        there = has_passed(j);
    }
    for (size_t i = used; there && i-- > 0;) {
        if (j->parts[i].at) go_back(j, &j->parts[i]);
    }
    return there;
}

static void take(joining *j)
{
    pag_search *s = j->s;
    pag_change change = {.shifts = PAG_NEW_ARRAY(s->arena, pag_shift, j->n)};
    for (size_t i = 0; i < j->n; i++) {
        if (!j->parts[i].at) continue;
        change.shifts[change.n++] = pag_scale_shift(s, j->parts[i].scale, j->parts[i].at);
    }
    const pag_change *old = j->goal->together;
    if (old && old->n <= change.n) return;
    pag_arrival arrival = pag_place_try(s, j->goal, &change);
    if (arrival == PAG_ARRIVED) {
        j->goal->together = pag_arena_keep(s->arena, &change, sizeof change);
    } else if (arrival == PAG_REFUSED) {
        j->goal->refused++;
    }
}

/* The scales of the sheet that scale number `from` is of; all stand together. */
static void join_sheet(pag_search *s, pag_goal *goal, size_t from)
{
    joining j = {.s = s, .goal = goal};
    for (size_t i = from; i < s->scales.n; i++) {
        const pag_scale *c = &s->scales.at[i];
        bool moves = c->slope == PAG_SLOPE_UP || c->slope == PAG_SLOPE_DOWN;
        if (c->figure != s->scales.at[from].figure || pag_scale_is_unwritten(c)) continue;
        if (!moves || j.n == MOST_MARKS) return;
        j.parts[j.n++] = (part){.scale = c};
    }
    if (!weigh(&j)) return;
    sort(&j);
    if (reach(&j)) take(&j);
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
