/* How many figures stand below one. */
#include "explain/seen.h"

#include "base/list.h"
#include "schema/basis.h"

typedef struct counting {
    const pag_view *view;
    pag_seen seen;
    size_t n, room;
    const pag_figure **at; /* in the order they were met */
    uint32_t marks;
} counting;

static uint32_t counted(const counting *c)
{
    return (uint32_t)(c->n - 1) + c->marks; /* but for the first, which is asked about */
}

static void meet(counting *c, const pag_figure *figure)
{
    if (figure->value.kind == PAG_VALUE_LIST || counted(c) > PAG_MOST_BELOW) return;
    if (!pag_seen_add(&c->seen, figure)) return;
    c->at = pag_list_grown(c->seen.arena, c->at, c->n, &c->room, sizeof *c->at);
    c->at[c->n++] = figure;
}

static void meet_all_of(counting *c, const pag_figure *figure)
{
    if (figure->value.kind == PAG_VALUE_SHEET) c->marks += (uint32_t)figure->value.sheet->n;
    for (uint32_t i = 0; i < pag_figure_steps(figure, c->view->draft); i++) {
        const pag_figure *read;
        for (uint32_t k = 0; (read = pag_step_figure(&figure->steps[i], k)); k++) meet(c, read);
    }
}

uint32_t pag_figures_below(const pag_view *view, const pag_figure *figure)
{
    pag_arena *arena = view->scratch;
    counting c = {.view = view, .seen = {.arena = arena}, .n = 0};
    (void)pag_seen_add(&c.seen, figure);
    c.at = pag_list_grown(arena, c.at, 0, &c.room, sizeof *c.at);
    c.at[c.n++] = figure;
    for (size_t i = 0; i < c.n && counted(&c) <= PAG_MOST_BELOW; i++) meet_all_of(&c, c.at[i]);
    uint32_t n = counted(&c);
    return n > PAG_MOST_BELOW ? PAG_MOST_BELOW + 1 : n;
}
