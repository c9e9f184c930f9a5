/* What a calculation can come to where something in it counts more than once. Arithmetic on sets
 * takes what it works on for things that have nothing to do with one another; here each thing that
 * is read twice is one number at a time, and what all of those make together is what can be. */
#include "reach/internal.h"

#include "base/scratch.h"
#include "reach/span.h"

enum {
    MOST_NODES = 64,
    MOST_TOGETHER = 2048, /* combinations of what counts more than once */
    MOST_LISTED = 1024,   /* numbers of a span in steps that are taken one by one */
    MOST_WORK = 1 << 15,  /* operations on numbers, for one calculation … */
    MOST_IN_ALL = 1 << 22 /* … and for all of them, which memory bounds */
};

/* Something that the calculation reads, itself or through what that is made of. */
typedef struct node {
    const pag_term *term;
    const pag_term *made; /* of a figure that a formula works out in one way: that; else NULL */
    pag_set set;
    size_t times;
    bool finished; /* all that it is made of is known */
    bool bound;
    pag_number number; /* that it is while it is bound */
} node;

typedef struct joining {
    pag_reach *reach;
    pag_arena *own; /* of which nothing is left when it is done */
    const pag_answered *on;
    size_t n, n_twice;
    node *nodes[MOST_NODES];
    node *twice[MOST_NODES]; /* what is made of others after those */
    bool failed;
    size_t work, together;
    PAG_LIST(pag_number) found;
    pag_set spans;
} joining;

/* --- what is read --- */

static bool is_arithmetic(const pag_term *term)
{
    switch (term->kind) {
    case PAG_TERM_ADD:
    case PAG_TERM_SUBTRACT:
    case PAG_TERM_MULTIPLY:
    case PAG_TERM_DIVIDE:
    case PAG_TERM_LEAST:
    case PAG_TERM_MOST: return true;
    default: return false;
    }
}

static bool is_read(const pag_term *term)
{
    return term->kind == PAG_TERM_FIGURE || term->kind == PAG_TERM_SHEET_SUM ||
           term->kind == PAG_TERM_SHEET_MEAN || term->kind == PAG_TERM_SHEET_FULL;
}

static node *node_of(joining *j, const pag_term *term)
{
    for (size_t i = 0; i < j->n; i++) {
        const pag_term *other = j->nodes[i]->term;
        if (other->kind == term->kind && other->figure == term->figure) return j->nodes[i];
    }
    return NULL;
}

static void gather(joining *j, const pag_term *term);

/* A figure of another entry is not made of the figures of this one. */
static void read(joining *j, const pag_term *term)
{
    node *known = node_of(j, term);
    if (known) {
        known->times++;
        j->failed = j->failed || !known->finished; /* it asks for itself */
    }
    if (known || j->failed) return;
    if (j->n == MOST_NODES) {
        j->failed = true;
        return;
    }
    node *new = j->nodes[j->n++] = PAG_NEW(j->own, node);
    *new = (node){.term = term, .times = 1};
    if (pag_reach_is_own(j->reach, term->figure)) new->made = pag_reach_made_of(j->reach, term);
    if (new->made) gather(j, new->made);
    new->finished = true;
    j->twice[j->n_twice++] = new;
}

/* As deep as terms are built and figures rest on one another. */
static void gather(joining *j, const pag_term *term)
{
    if (is_read(term)) read(j, term);
    for (size_t i = 0; is_arithmetic(term) && i < term->n; i++) gather(j, term->of[i]);
}

/* --- what it comes to --- */

static pag_set set_of(joining *j, const pag_term *term);

static pag_set figure_set(joining *j, const node *of)
{
    pag_arena *arena = j->own;
    const pag_cell *cell = of->term->figure->cell;
    if (of->bound) return pag_set_one(arena, of->number);
    if (!of->made) return of->set;
    pag_set set = set_of(j, of->made);
    if (cell->rounds) set = pag_set_round(arena, set, cell->round_step, cell->round_mode);
    return pag_set_within(arena, set, of->set);
}

static pag_set two_sets(joining *j, const pag_term *term, pag_set a, pag_set b)
{
    pag_arena *arena = j->own;
    j->work += (a.n ? a.n : 1) * (b.n ? b.n : 1);
    if (j->work > MOST_WORK) {
        j->failed = true;
        return pag_set_all();
    }
    switch (term->kind) {
    case PAG_TERM_ADD: return pag_set_add(arena, a, b);
    case PAG_TERM_SUBTRACT: return pag_set_subtract(arena, a, b);
    case PAG_TERM_MULTIPLY: return pag_set_multiply(arena, a, b);
    case PAG_TERM_DIVIDE: return pag_set_divide(arena, a, b);
    case PAG_TERM_LEAST: return pag_set_least(arena, a, b);
    default: return pag_set_most(arena, a, b);
    }
}

/* As deep as terms are built and figures rest on one another. */
static pag_set set_of(joining *j, const pag_term *term)
{
    if (j->failed) return pag_set_all();
    if (is_read(term)) return figure_set(j, node_of(j, term));
    if (!is_arithmetic(term)) return pag_reach_term(j->reach, j->on, term);
    pag_set set = set_of(j, term->of[0]);
    for (size_t i = 1; i < term->n; i++) set = two_sets(j, term, set, set_of(j, term->of[i]));
    return set;
}

/* --- all of it together --- */

static void keep(joining *j, const pag_set *set)
{
    pag_arena *arena = j->own;
    if (!set->n) j->spans = pag_set_unite(arena, j->spans, *set);
    for (size_t i = 0; i < set->n; i++) PAG_LIST_ADD(arena, &j->found, set->at[i]);
}

static void join_from(joining *j, const pag_term *term, size_t i);

/* Each number that it can be beside those that are bound before it. */
static void join_number(joining *j, const pag_term *term, size_t i)
{
    node *of = j->twice[i];
    const pag_set set = figure_set(j, of);
    size_t n = pag_set_count(j->own, &set, MOST_TOGETHER);
    j->failed = j->failed || (!n && !set.empty);
    const pag_number *at = n && !j->failed ? pag_set_list(j->own, &set, n) : NULL;
    for (size_t k = 0; k < n && !j->failed; k++) {
        of->bound = true;
        of->number = at[k];
        join_from(j, term, i + 1);
        of->bound = false;
    }
}

/* As deep as there are things that count twice. */
static void join_from(joining *j, const pag_term *term, size_t i)
{
    if (i < j->n_twice) {
        join_number(j, term, i);
        return;
    }
    j->failed = j->failed || ++j->together > MOST_TOGETHER;
    const pag_set set = set_of(j, term);
    if (!j->failed) keep(j, &set);
}

static pag_set listed(joining *j, pag_set set)
{
    pag_arena *arena = j->own;
    size_t n = set.n ? 0 : pag_set_count(arena, &set, MOST_LISTED);
    return n ? pag_set_of(arena, pag_set_list(arena, &set, n), n) : set;
}

/* Only what counts twice, and may be more than one number; the others are what they are. */
static void keep_twice(joining *j)
{
    size_t n = 0;
    for (size_t i = 0; i < j->n_twice; i++) {
        node *of = j->twice[i];
        of->set = listed(j, pag_reach_term(j->reach, j->on, of->term));
        if (of->times > 1 && of->set.n != 1) j->twice[n++] = of;
    }
    j->n_twice = n;
}

/* Whether there are few enough of them to try one by one; those that are made of others may be
 * fewer beside them. */
static bool are_few(const joining *j)
{
    size_t together = 1;
    for (size_t i = 0; i < j->n_twice; i++) {
        const node *of = j->twice[i];
        size_t n = pag_set_count(j->own, &of->set, MOST_TOGETHER);
        if (of->made) continue;
        if (!n || n > MOST_TOGETHER / together) return false;
        together *= n;
    }
    return true;
}

/* All that they make together goes to `out`; false where that is too much. */
static bool join(joining *j, const pag_term *term, pag_set *out)
{
    pag_arena *arena = j->own;
    keep_twice(j);
    if (!are_few(j) || j->reach->join_work > MOST_IN_ALL) return false;
    join_from(j, term, 0);
    j->reach->join_work += j->work + j->together;
    if (j->failed) return false;
    *out = pag_set_shortened(arena, pag_set_of(arena, j->found.at, j->found.n));
    *out = pag_set_unite(arena, *out, j->spans);
    return true;
}

static void begin(joining *j, const pag_term *term)
{
    j->spans = pag_set_empty();
    gather(j, term);
}

static bool counts_twice(const joining *j)
{
    bool twice = false;
    for (size_t i = 0; i < j->n; i++) twice = twice || j->nodes[i]->times > 1;
    return twice;
}

/* --- apart from everything else --- */

typedef struct task {
    joining joining;
    const pag_term *term;
    pag_set set; /* what there is without, and then with it */
    bool whole;  /* the set is exactly what is made together */
    bool many;   /* something counts twice, and is too much to be taken one by one */
} task;

static void narrow(void *ud)
{
    task *t = ud;
    joining *j = &t->joining;
    pag_arena *arena = j->reach->arena;
    pag_set all;
    begin(j, t->term);
    if (j->failed) return;
    if (!counts_twice(j)) {
        (void)pag_seen_add(&j->reach->single, t->term);
    } else if (join(j, t->term, &all)) {
        all = pag_set_within(j->own, t->set, all);
        t->set = pag_set_kept(arena, &all);
    } else {
        t->many = true;
    }
}

static void compare(void *ud)
{
    task *t = ud;
    joining *j = &t->joining;
    pag_set all;
    begin(j, t->term);
    if (j->failed || !join(j, t->term, &all) || !all.n) return;
    const pag_set both = pag_set_within(j->own, all, t->set);
    t->whole = both.n == pag_set_count(j->own, &t->set, SIZE_MAX / 2);
}

static void run(task *t, pag_reach *r, const pag_answered *on, pag_scratch_work work)
{
    pag_arena own;
    t->joining.reach = r;
    t->joining.own = &own;
    t->joining.on = on;
    pag_arena_init(&own, r->arena->allocator, 0);
    (void)pag_scratch_run(r->arena, &own, NULL, work, t);
}

pag_set pag_reach_joined(pag_reach *r, const pag_answered *on, const pag_term *term, pag_set set)
{
    if (!is_arithmetic(term) || pag_seen_has(&r->single, term)) return set;
    task t = {.term = term, .set = set};
    run(&t, r, on, narrow);
    return t.many ? pag_reach_collected(r, on, term, set) : t.set;
}

bool pag_reach_is_joined(pag_reach *r, const pag_term *term)
{
    task t = {.term = term, .set = pag_reach_term(r, &pag_reach_nothing, term)};
    run(&t, r, &pag_reach_nothing, compare);
    return t.whole;
}
