/* The nearest value of one input that leads to a goal. Where the score that is looked up is known
 * only to rise or only to fall with the input, by halving; else value by value, outward from the
 * one that it has, and further away in ever longer stretches. */
#include "whynot/internal.h"

enum { NEAR_DAYS = 400, NEAR = 100, MORE = 8 };

typedef struct seeking {
    pag_search *s;
    const pag_scale *scale;
    pag_goal *goals;
    size_t n;
    bool known[2][2]; /* by goal, then downwards and upwards: already found that way */
} seeking;

static bool is_spent(const pag_search *s)
{
    return s->tried >= s->limit;
}

static bool place_at(const seeking *k, int64_t at, int64_t *place)
{
    pag_turn turn = {k->scale->figure, k->scale->mark, pag_scale_at(k->s->arena, k->scale, at)};
    return !is_spent(k->s) && pag_place_of(k->s, &turn, 1, place, NULL);
}

/* --- what was found is tried as a whole --- */

static void add_change(pag_search *s, pag_goal *goal, pag_change change)
{
    pag_change *more = PAG_NEW_ARRAY(s->arena, pag_change, goal->n + 1);
    for (size_t i = 0; i < goal->n; i++) more[i] = goal->changes[i];
    more[goal->n++] = change;
    goal->changes = more;
}

/* A few values further on too: the nearest one may break a condition of the rules. */
static bool take(const seeking *k, pag_goal *goal, int64_t at, bool nearest)
{
    pag_search *s = k->s;
    int64_t way = at < 0 ? -1 : 1;
    bool refused = false;
    int i = 0;
    for (; i < MORE && at >= -k->scale->down && at <= k->scale->up; i++, at += way) {
        pag_shift shift = pag_scale_shift(s, k->scale, at);
        pag_change change = {.n = 1, .nearest = nearest};
        change.shifts = pag_arena_keep(s->arena, &shift, sizeof shift);
        pag_arrival arrival = pag_place_try(s, goal, &change);
        if (arrival == PAG_ARRIVED) {
            add_change(s, goal, change);
            return true;
        }
        if (arrival == PAG_ELSEWHERE) break;
        refused = true;
    }
    bool more = at >= -k->scale->down && at <= k->scale->up;
    if (i == MORE && more) s->passed_over = true;
    if (refused) goal->refused++;
    return false;
}

/* --- by halving --- */

/* Which way the values go, and whether places rise on that way. */
typedef struct going {
    int64_t way, most;
    bool rises;
} going;

/* 1 when the goal has been reached or passed at `at`, 0 when not, −1 when nobody knows. */
static int passed(const seeking *k, const pag_goal *goal, const going *g, int64_t at)
{
    int64_t place, wanted = pag_place_goal(k->s, goal);
    if (!place_at(k, g->way * at, &place)) return -1;
    return (g->rises ? place >= wanted : place <= wanted) ? 1 : 0;
}

/* The number of steps on that way after which the goal is reached or passed; 0: it never is; −1:
 * nobody knows. */
static int64_t first_passed(const seeking *k, const pag_goal *goal, const going *g)
{
    int64_t below = 0, at = 1;
    int now = 0;
    for (; g->most > 0; at = at > g->most / 2 ? g->most : at * 2) {
        now = passed(k, goal, g, at);
        if (now) break;
        below = at;
        if (at == g->most) return 0;
    }
    if (now <= 0) return now;
    while (at - below > 1) {
        int64_t middle = below + (at - below) / 2;
        now = passed(k, goal, g, middle);
        if (now < 0) return -1;
        if (now) at = middle;
        if (!now) below = middle;
    }
    return at;
}

/* False when nobody knows. One that jumps over the goal does not lead there. */
static bool go(const seeking *k, pag_goal *goal, const going *g)
{
    int64_t at = first_passed(k, goal, g), place;
    if (at < 0) return false;
    if (at == 0 || !place_at(k, g->way * at, &place)) return true;
    if (place == pag_place_goal(k->s, goal)) (void)take(k, goal, g->way * at, true);
    return true;
}

static going upwards_or_down(const pag_scale *c, bool up, bool rises)
{
    return (going){up ? 1 : -1, up ? c->up : c->down, rises};
}

/* Where the first value leads says on which side of it the goal is. */
static bool halve_unwritten(const seeking *k, pag_goal *goal)
{
    const pag_scale *c = k->scale;
    int64_t first = c->up ? 1 : -1, place, wanted = pag_place_goal(k->s, goal);
    if (!c->up && !c->down) return true;
    if (!place_at(k, first, &place)) return false;
    if (place == wanted) (void)take(k, goal, first, true);
    if (place == wanted || c->slope == PAG_SLOPE_FLAT) return true;
    bool rises = place < wanted;
    going g = upwards_or_down(c, (c->slope == PAG_SLOPE_UP) == rises, rises);
    return go(k, goal, &g);
}

static bool halve(const seeking *k, pag_goal *goal)
{
    const pag_scale *c = k->scale;
    if (pag_scale_is_unwritten(c)) return halve_unwritten(k, goal);
    going g = upwards_or_down(c, (c->slope == PAG_SLOPE_UP) == goal->above, goal->above);
    return go(k, goal, &g);
}

/* --- value by value --- */

static void take_one_way(seeking *k, size_t goal, int64_t at, bool nearest)
{
    size_t had = k->goals[goal].n;
    k->known[goal][at > 0] = take(k, &k->goals[goal], at, nearest);
    if (k->known[goal][at > 0] && k->goals[goal].n > had)
        k->known[goal][at < 0] = true; /* the nearer one is enough */
}

static void look_at(seeking *k, int64_t at)
{
    int64_t place;
    if (!place_at(k, at, &place)) return;
    for (size_t i = 0; i < k->n; i++) {
        bool there = place == pag_place_goal(k->s, &k->goals[i]);
        if (there && !k->known[i][at > 0]) take_one_way(k, i, at, true);
    }
}

/* Two values of which the nearer one does not lead to the goal. */
typedef struct stretch {
    int64_t near, far;
} stretch;

/* The goal lies between the places of the two: halving comes upon it where places follow the values
 * in between. What it comes upon is then the far one. */
static bool meets(const seeking *k, int64_t wanted, stretch *part)
{
    int64_t near, far, there;
    if (!place_at(k, part->far, &far)) return false;
    if (far == wanted) return true;
    if (!place_at(k, part->near, &near) || near == wanted) return false;
    if ((near < wanted) == (far < wanted)) return false;
    while (part->far - part->near > 1 || part->near - part->far > 1) {
        int64_t middle = part->near + (part->far - part->near) / 2;
        if (!place_at(k, middle, &there)) return false;
        bool before = (there < wanted) == (near < wanted) && there != wanted;
        *(before ? &part->near : &part->far) = middle;
        if (there == wanted) return true;
    }
    return false;
}

static int64_t nearer(const seeking *k, int64_t wanted, stretch part)
{
    while (part.far - part.near > 1 || part.near - part.far > 1) {
        int64_t middle = part.near + (part.far - part.near) / 2, there;
        bool hit = place_at(k, middle, &there) && there == wanted;
        *(hit ? &part.far : &part.near) = middle;
    }
    return part.far;
}

static void look_along(seeking *k, stretch part)
{
    for (size_t i = 0; i < k->n; i++) {
        stretch met = part;
        int64_t wanted = pag_place_goal(k->s, &k->goals[i]);
        if (k->known[i][part.far > 0] || !meets(k, wanted, &met)) continue;
        take_one_way(k, i, nearer(k, wanted, met), false);
    }
}

static bool is_done(const seeking *k)
{
    for (size_t i = 0; i < k->n; i++) {
        if (!k->known[i][0] || !k->known[i][1]) return false;
    }
    return true;
}

static int64_t at_most(int64_t at, int64_t most)
{
    return at < most ? at : most;
}

/* Ever further away, to the ends. */
static void scan_further(seeking *k, int64_t near)
{
    int64_t up = k->scale->up, down = k->scale->down, before = near, at = near + 1;
    while ((before < up || before < down) && !is_done(k) && !is_spent(k->s)) {
        if (before < up) look_along(k, (stretch){before, at_most(at, up)});
        if (before < down) look_along(k, (stretch){-before, -at_most(at, down)});
        before = at;
        at *= 2;
    }
}

static void scan(seeking *k)
{
    const pag_scale *c = k->scale;
    int64_t most = c->up > c->down ? c->up : c->down, at = 1;
    int64_t near = c->figure->cell->type == PAG_TYPE_DATE ? NEAR_DAYS : NEAR;
    bool word = c->figure->cell->n_choices > 0; /* of two as near, the one declared first */
    for (; at <= most && at <= near && !is_done(k) && !is_spent(k->s); at++) {
        if (word && at <= c->down) look_at(k, -at);
        if (at <= c->up) look_at(k, at);
        if (!word && at <= c->down) look_at(k, -at);
    }
    if (at > most || is_done(k)) return;
    k->s->passed_over = true;
    scan_further(k, near);
}

void pag_nearest_find(pag_search *s, const pag_scale *scale, pag_goal *goals, size_t n)
{
    seeking k = {.s = s, .scale = scale, .goals = goals, .n = n};
    bool moves = scale->slope != PAG_SLOPE_UNKNOWN;
    bool unknown = !moves;
    for (size_t i = 0; i < n; i++) {
        if (!moves) continue;
        bool told = halve(&k, &goals[i]);
        k.known[i][0] = k.known[i][1] = told;
        unknown = unknown || !told;
    }
    if (unknown) scan(&k);
}
