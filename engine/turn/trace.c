/* Walking down a trace, each figure once. Never recursive. */
#include "turn/turn.h"

#include "base/list.h"
#include "schema/basis.h"

typedef struct walk {
    pag_arena *arena;
    bool draft;
    pag_seen seen;
    PAG_LIST(const pag_figure *) to_do; /* the next one is the last */
} walk;

static void put(walk *w, const pag_figure *figure)
{
    if (!pag_seen_has(&w->seen, figure)) PAG_LIST_ADD(w->arena, &w->to_do, figure);
}

pag_seen pag_trace_theirs(pag_arena *arena, const pag_figure *figure)
{
    pag_seen theirs = {.arena = arena};
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_step *step = &figure->steps[i];
        bool shared = step->kind == PAG_STEP_SHARED && step->figures;
        for (uint32_t k = 0; shared && k < step->n; k++) {
            if (step->figures[k]->entry != figure->entry) {
                (void)pag_seen_add(&theirs, step->figures[k]);
            }
        }
    }
    return theirs;
}

/* The last step goes first, so that the first one is taken next. */
static void put_steps(walk *w, const pag_figure *figure)
{
    const pag_seen theirs = pag_trace_theirs(w->arena, figure);
    for (uint32_t i = pag_figure_steps(figure, w->draft); i-- > 0;) {
        const pag_step *step = &figure->steps[i];
        for (uint32_t k = pag_step_figures(step); k-- > 0;) {
            const pag_figure *read = pag_step_figure(step, k);
            if (!pag_seen_has(&theirs, read)) put(w, read);
        }
    }
}

void pag_trace_walk(pag_arena *arena, const pag_figure *figure, bool draft, pag_trace_visit visit,
                    void *ud)
{
    walk w = {.arena = arena, .draft = draft, .seen = {.arena = arena}};
    put(&w, figure);
    while (w.to_do.n) {
        const pag_figure *next = w.to_do.at[--w.to_do.n];
        if (!pag_seen_add(&w.seen, next)) continue;
        visit(ud, next);
        put_steps(&w, next);
    }
}
