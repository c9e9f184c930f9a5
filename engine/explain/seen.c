/* A set of figures: open addressing, at most half full. */
#include "explain/seen.h"

#include "base/list.h"

static size_t slot_of(const pag_seen *seen, const pag_figure *figure)
{
    size_t i = ((uintptr_t)figure >> 4) * 0x9e3779b1u & (seen->room - 1);
    while (seen->slots[i] && seen->slots[i] != figure) i = (i + 1) & (seen->room - 1);
    return i;
}

static void grow(pag_seen *seen)
{
    pag_seen larger = {
        .arena = seen->arena, .n = seen->n, .room = seen->room ? seen->room * 2 : 64};
    larger.slots = PAG_NEW_ARRAY(seen->arena, const pag_figure *, larger.room);
    for (size_t i = 0; i < seen->room; i++) {
        if (seen->slots[i]) larger.slots[slot_of(&larger, seen->slots[i])] = seen->slots[i];
    }
    *seen = larger;
}

bool pag_seen_add(pag_seen *seen, const pag_figure *figure)
{
    if (seen->n * 2 >= seen->room) grow(seen);
    size_t i = slot_of(seen, figure);
    if (seen->slots[i]) return false;
    seen->slots[i] = figure;
    seen->n++;
    return true;
}

bool pag_seen_has(const pag_seen *seen, const pag_figure *figure)
{
    return seen->n > 0 && seen->slots[slot_of(seen, figure)];
}

/* --- what stands below a figure --- */

typedef struct counting {
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
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_step *step = &figure->steps[i];
        if (step->figure) meet(c, step->figure);
        for (uint32_t k = 0; step->figures && k < step->n; k++) meet(c, step->figures[k]);
    }
}

uint32_t pag_figures_below(pag_arena *arena, const pag_figure *figure)
{
    counting c = {.seen = {.arena = arena}, .n = 0};
    (void)pag_seen_add(&c.seen, figure);
    c.at = pag_list_grown(arena, c.at, 0, &c.room, sizeof *c.at);
    c.at[c.n++] = figure;
    for (size_t i = 0; i < c.n && counted(&c) <= PAG_MOST_BELOW; i++) meet_all_of(&c, c.at[i]);
    uint32_t n = counted(&c);
    return n > PAG_MOST_BELOW ? PAG_MOST_BELOW + 1 : n;
}
