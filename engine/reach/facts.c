/* What must hold does, in every evaluation that has figures: of a `must` with a single way to yes,
 * the answers on that way are facts about all entries it speaks of. */
#include "reach/internal.h"

#include <string.h>

/* The one way to yes. */
typedef struct yes {
    pag_arena *arena;
    size_t n;
    pag_answered on;
} yes;

static void note_yes(void *ud, const pag_answered *on, const pag_way *end)
{
    yes *y = ud;
    bool no = end->end == PAG_WAY_STOPPED ||
              (end->end == PAG_WAY_VALUE && end->value.kind == PAG_VALUE_FLAG && !end->value.flag);
    if (no) return;
    y->n++;
    if (y->n > 1) return;
    y->on = (pag_answered){on->n,
                           pag_arena_keep(y->arena, on->questions, on->n * sizeof *on->questions),
                           pag_arena_keep(y->arena, on->answers, on->n * sizeof *on->answers)};
}

static void add_facts(pag_reach *r, const pag_answered *on)
{
    pag_answered all = {r->facts.n + on->n, NULL, NULL};
    const pag_question **questions = PAG_NEW_ARRAY(r->arena, const pag_question *, all.n);
    uint32_t *answers = PAG_NEW_ARRAY(r->arena, uint32_t, all.n);
    for (size_t i = 0; i < all.n; i++) {
        bool old = i < r->facts.n;
        questions[i] = old ? r->facts.questions[i] : on->questions[i - r->facts.n];
        answers[i] = old ? r->facts.answers[i] : on->answers[i - r->facts.n];
    }
    all.questions = questions;
    all.answers = answers;
    r->facts = all;
}

/* As deep as lists nest. Facts wait until all musts were explored without any. */
static void gather(pag_reach *r, const pag_group *group, pag_reach *into)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_condition *c = &group->conditions[i];
        yes y = {.arena = r->arena};
        if (c->warns) continue;
        const pag_way *ways = pag_reach_test(r, group, &c->of);
        if (ways) pag_reach_ends(r, &pag_reach_nothing, ways, note_yes, &y);
        if (y.n == 1) add_facts(into, &y.on);
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) gather(r, group->cells[i].list, into);
    }
}

static void forget(pag_reach *r, const pag_group *group)
{
    memset(r->about[group->number], 0, group->n_cells * sizeof(pag_about));
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) forget(r, group->cells[i].list);
    }
}

void pag_reach_assume(pag_reach *r)
{
    pag_reach facts = {.arena = r->arena};
    for (size_t i = 0; i < pag_pack_subjects(r->pack); i++) {
        gather(r, pag_pack_subject(r->pack, i), &facts);
    }
    for (size_t i = 0; i < pag_pack_subjects(r->pack); i++) {
        forget(r, pag_pack_subject(r->pack, i));
    }
    r->explored.n = 0;
    r->facts = facts.facts;
    r->busy = PAG_NEW_ARRAY(r->arena, bool, r->facts.n + 1);
}

/* Only against numbers: what another figure can be may rest on this one. */
pag_set pag_reach_by_facts(pag_reach *r, const pag_cell *cell, pag_set set)
{
    const pag_figure *figure = pag_reach_figure(r, cell);
    for (size_t i = 0; i < r->facts.n; i++) {
        const pag_question *q = r->facts.questions[i];
        bool left = q->a && q->a->kind == PAG_TERM_FIGURE && q->a->figure == figure;
        bool right = q->b && q->b->kind == PAG_TERM_FIGURE && q->b->figure == figure;
        const pag_term *other = left ? q->b : q->a;
        if (!other || left == right || other->kind != PAG_TERM_NUMBER) continue;
        set = pag_reach_by_answer(r, set, q, r->facts.answers[i], left);
    }
    return set;
}
