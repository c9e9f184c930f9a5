/* A sum in which the same thing counts more than once, in more numbers than can be taken one by
 * one: what it counts for is collected, so that 50 % and 150 % of a mark are twice the mark. */
#include "reach/internal.h"

#include "reach/span.h"

enum { MOST_PARTS = 64 };

typedef struct part {
    const pag_term *term; /* what is no sum itself */
    pag_number by;
    size_t times;
} part;

typedef struct summing {
    pag_reach *reach;
    const pag_answered *on;
    size_t n;
    part parts[MOST_PARTS];
    pag_number rest; /* that is known */
    bool failed;
} summing;

static void collect(summing *s, const pag_term *term, pag_number by);

/* The one number that the term is; false where it may be several. */
static bool is_known(summing *s, const pag_term *term, pag_number *out)
{
    if (term->kind != PAG_TERM_NUMBER && term->kind != PAG_TERM_FIGURE) return false;
    const pag_set set = pag_reach_term(s->reach, s->on, term);
    if (set.n == 1) *out = set.at[0];
    return set.n == 1;
}

static void add_part(summing *s, const pag_term *term, pag_number by)
{
    pag_arena *arena = s->reach->arena;
    size_t i = 0;
    while (i < s->n && !pag_term_same(s->parts[i].term, term)) i++;
    if (i == MOST_PARTS) {
        s->failed = true;
        return;
    }
    part *p = &s->parts[i];
    if (i == s->n) {
        s->n++;
        *p = (part){term, PAG_ZERO, 0};
    }
    p->times++;
    s->failed = s->failed || !pag_set_work(arena, pag_number_add, p->by, by, &p->by);
}

/* One thing times, or by, a number that is known. */
static bool collect_multiple(summing *s, const pag_term *term, pag_number by)
{
    pag_arena *arena = s->reach->arena;
    const bool over = term->kind == PAG_TERM_DIVIDE;
    pag_number x;
    int known = is_known(s, term->of[1], &x) ? 1 : -1;
    if (known < 0 && !over && is_known(s, term->of[0], &x)) known = 0;
    if (known < 0 || (over && pag_number_sign(x) == 0)) return false;
    if (!pag_set_work(arena, over ? pag_number_divide : pag_number_multiply, by, x, &by)) {
        return false;
    }
    collect(s, term->of[1 - known], by);
    return true;
}

/* What a figure of this entry is made of, where nothing is lost on the way. */
static const pag_term *sum_of(summing *s, const pag_term *term)
{
    if (term->kind != PAG_TERM_FIGURE || !pag_reach_is_own(s->reach, term->figure)) return NULL;
    const pag_term *made = pag_reach_made_of(s->reach, term);
    return made && pag_reach_rounds_nothing(s->reach, term->figure->cell) ? made : NULL;
}

/* As deep as terms are built and figures rest on one another. */
static void collect(summing *s, const pag_term *term, pag_number by)
{
    pag_arena *arena = s->reach->arena;
    pag_number x;
    if (s->failed) return;
    if (is_known(s, term, &x)) {
        s->failed = !pag_set_work(arena, pag_number_multiply, by, x, &x) ||
                    !pag_set_work(arena, pag_number_add, s->rest, x, &s->rest);
        return;
    }
    if (term->kind == PAG_TERM_ADD || term->kind == PAG_TERM_SUBTRACT) {
        const bool less = term->kind == PAG_TERM_SUBTRACT;
        collect(s, term->of[0], by);
        collect(s, term->of[1], less ? pag_number_negate(arena, by) : by);
        return;
    }
    const bool multiple = term->kind == PAG_TERM_MULTIPLY || term->kind == PAG_TERM_DIVIDE;
    if (multiple && collect_multiple(s, term, by)) return;
    const pag_term *made = sum_of(s, term);
    if (made) {
        collect(s, made, by);
    } else {
        add_part(s, term, by);
    }
}

pag_set pag_reach_collected(pag_reach *r, const pag_answered *on, const pag_term *term, pag_set set)
{
    summing *s = PAG_NEW(r->arena, summing);
    s->reach = r;
    s->on = on;
    collect(s, term, pag_number_whole(r->arena, 1));
    bool twice = false;
    for (size_t i = 0; i < s->n; i++) twice = twice || s->parts[i].times > 1;
    if (s->failed || !twice) return set;
    pag_set sum = pag_set_one(r->arena, s->rest);
    for (size_t i = 0; i < s->n; i++) {
        const pag_set by = pag_set_one(r->arena, s->parts[i].by);
        const pag_set one = pag_reach_term(r, on, s->parts[i].term);
        sum = pag_set_add(r->arena, sum, pag_set_multiply(r->arena, one, by));
    }
    return pag_set_within(r->arena, set, sum);
}
