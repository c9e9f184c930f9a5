/* One try: the text of a sample, read and evaluated as any file would be. */
#include "sample/internal.h"

/* Far apart, so that what is read is always better than what is not, and so on. */
enum {
    UNREAD = 3 << 24,
    UNEVALUATED = 2 << 24,
    UNJUDGED = 1 << 24,
    MOST_READ = (1 << 16) - 1,
    MISSED = 1
};

/* The worst that failed, and how much did. */
static size_t trouble_of(const pag_sample_trial *trial)
{
    size_t n = 0, worst = 0;
    size_t errors = pag_diagnostics_errors(trial->diags);
    if (!trial->evaluation) return UNREAD + errors;
    for (const pag_failure *f = trial->result.failures; f; f = f->next) {
        size_t rank = f->figure ? UNEVALUATED : f->stopped ? UNJUDGED : 0;
        if (rank > worst) worst = rank;
        n++;
    }
    if (!n && trial->result.status != PAG_OK) n = errors + 1;
    return worst + n;
}

/* Of two tries in which as much fails, the better one is that whose first failure came later: a
 * condition that asks for several things has read more when more of them are there. */
static size_t cost_of(const pag_sample_trial *trial)
{
    size_t trouble = trouble_of(trial);
    const pag_failure *first = trial->result.failures;
    size_t read = first && first->n_steps < MOST_READ ? first->n_steps : first ? MOST_READ : 0;
    return trouble ? trouble * (MOST_READ + 1) + (MOST_READ - read) : 0;
}

typedef struct leaving {
    const pag_cell *open;
} leaving;

static void leave_open(void *ud, pag_figure *figure)
{
    const leaving *l = ud;
    const pag_cell *cell = figure->cell, *open = l->open;
    bool alike = cell->origin == PAG_LOOKED_UP && cell->group == open->group &&
                 cell->bands == open->bands && cell->by == open->by;
    if (cell == open || (open->origin == PAG_LOOKED_UP && alike)) figure->state = PAG_ABSENT;
}

typedef struct seeking {
    const pag_cell *cell;
    const pag_figure *figure;
} seeking;

static void seek(void *ud, pag_figure *figure)
{
    seeking *s = ud;
    if (!s->figure && figure->cell == s->cell) s->figure = figure;
}

/* As if the first figure of the cell had failed: what it rests on decides whether the goal is met.
 */
static void miss(pag_sample_trial *t, const pag_sample_goal *goal)
{
    seeking s = {.cell = goal->near};
    pag_result_visit(&t->result, seek, &s);
    if (!s.figure) return;
    pag_failure *failure = PAG_NEW(t->arena, pag_failure);
    *failure = (pag_failure){.figure = s.figure,
                             .entry = s.figure->entry,
                             .n_steps = s.figure->n_steps,
                             .steps = s.figure->steps};
    t->result.failures = failure;
    t->cost = MISSED;
}

static void evaluate(pag_sample_trial *t, pag_pack *pack, const pag_sample_wish *wish)
{
    const pag_wanted rest = {.rest = true};
    leaving l = {wish->open};
    pag_result_open(t->evaluation, t->arena, &t->result);
    if (wish->open) {
        pag_result_visit(&t->result, leave_open, &l);
        (void)pag_result_compute(&t->result, pack, t->arena, &rest);
    } else {
        (void)pag_result_evaluate(&t->result, pack, t->arena);
    }
}

pag_sample_trial pag_sample_try(pag_arena *arena, pag_pack *pack, const pag_sample_wish *wish,
                                pag_str text)
{
    pag_sample_trial t = {.arena = arena};
    const pag_node *root = NULL;
    pag_head head;
    pag_str path = wish->path.len ? wish->path : PAG_STR("sample.yaml");
    t.diags = pag_diagnostics_for(arena, pag_pack_sources(pack), path, text, &t.source);
    if (pag_yaml_read(arena, t.diags, t.source, &root) == PAG_OK &&
        pag_head_read(arena, t.diags, root, &head)) {
        t.evaluation = pag_evaluation_read(arena, t.diags, pack, &head, root, t.source);
    }
    if (wish->goal) wish->goal->begin(wish->goal->ud);
    if (t.evaluation) evaluate(&t, pack, wish);
    t.cost = cost_of(&t);
    bool met = !wish->goal || wish->goal->end(wish->goal->ud, t.cost == 0);
    if (!met && t.cost == 0) miss(&t, wish->goal);
    return t;
}
