/* From a figure to what it rests on, from there to the neighbouring rows, from each to the changes
 * that lead there. */
#include "whynot/whynot.h"

#include "base/scratch.h"
#include "whynot/internal.h"

/* --- what it rests on --- */

typedef struct hinges {
    pag_arena *arena;
    const pag_whynot_order *order;
    PAG_LIST(pag_hinge) found;
} hinges;

static bool is_looked_up_by_bands(const pag_step *step)
{
    return step->kind == PAG_STEP_LOOKED && step->bands->kind == PAG_TABLE_BANDS &&
           step->bands->n > 1;
}

/* What was looked up may be a withheld amount. */
static bool is_hidden(const hinges *h, const pag_figure *figure)
{
    if (h->order->draft || !pag_figure_is_withheld(figure)) return false;
    for (uint32_t i = 0; i < pag_figure_steps(figure, false); i++) {
        const pag_figure *read = figure->steps[i].figure;
        if (read && pag_figure_is_withheld(read)) return true;
    }
    return false;
}

/* What would make it zero, or keep it from that, tells whether it is. */
static bool tells_of_zero(const hinges *h, const pag_figure *figure)
{
    return h->order->draft || !pag_figure_is_withheld(figure) || !figure->n_told;
}

static void add_hinges(void *ud, const pag_figure *figure)
{
    hinges *h = ud;
    uint32_t n = pag_figure_steps(figure, h->order->draft);
    if (is_hidden(h, figure)) return;
    for (uint32_t i = 0; i < n; i++) {
        pag_hinge hinge = {.figure = figure, .step = &figure->steps[i]};
        if (is_looked_up_by_bands(hinge.step)) PAG_LIST_ADD(h->arena, &h->found, hinge);
    }
    bool zeroes = figure->cell->n_unless && tells_of_zero(h, figure);
    if (zeroes) PAG_LIST_ADD(h->arena, &h->found, (pag_hinge){.figure = figure});
}

/* Those of the entry that is asked about go first. */
static pag_hinge *own_first(const hinges *h, const pag_entry *entry)
{
    pag_hinge *sorted = PAG_NEW_ARRAY(h->arena, pag_hinge, h->found.n + 1);
    size_t n = 0;
    for (int own = 1; own >= 0; own--) {
        for (size_t i = 0; i < h->found.n; i++) {
            bool is_own = h->found.at[i].figure->entry == entry;
            if (is_own == (own == 1)) sorted[n++] = h->found.at[i];
        }
    }
    return sorted;
}

/* --- goals --- */

static const pag_figure *score_of(const pag_hinge *hinge)
{
    const pag_cell *cell = hinge->figure->cell;
    bool by = hinge->step && cell->origin == PAG_LOOKED_UP && cell->by_kind == PAG_BY_CELL;
    return by && hinge->step->bands->fixed ? &hinge->figure->entry->figures[cell->by] : NULL;
}

static bool can_be(pag_search *s, uint32_t row)
{
    if (!s->score) return true;
    const pag_bands *table = s->hinge->step->bands;
    pag_set score = *pag_reach_set(s->reach, s->score->cell);
    score = pag_reach_rounded_score(s->reach, table, &score, pag_type_unit(s->score->cell->type));
    return !pag_reach_row(s->reach, table, &score, row).empty;
}

/* The next row on that side that a score can have. */
static void add_row(pag_search *s, pag_hinge *hinge, bool above)
{
    const pag_step *step = hinge->step;
    int64_t row = step->chosen;
    do {
        row += above ? 1 : -1;
        if (row < 0 || row >= (int64_t)step->bands->n) return;
    } while (!can_be(s, (uint32_t)row));
    hinge->goals[hinge->n++] = (pag_goal){.above = above, .row = (uint32_t)row};
}

/* Of several reasons for zero those that come first count first. */
static void add_zeroings(pag_hinge *hinge)
{
    const pag_figure *figure = hinge->figure;
    if (figure->zeroed) {
        hinge->goals[hinge->n++] = (pag_goal){.above = true, .row = PAG_GOAL_NOT_ZERO};
        return;
    }
    for (uint32_t i = 0; i < figure->cell->n_unless && i < 2; i++) {
        hinge->goals[hinge->n++] = (pag_goal){.row = i};
    }
}

static void set_goals(pag_search *s, pag_hinge *hinge)
{
    hinge->goals = PAG_NEW_ARRAY(s->arena, pag_goal, 2);
    if (hinge->step) {
        add_row(s, hinge, true);
        add_row(s, hinge, false);
    } else {
        add_zeroings(hinge);
    }
}

/* --- which are the nearest --- */

/* What is written before what is not; fewest steps, then the smallest part of all values, then as
 * the figure reads them. */
static bool is_nearer(const pag_change *a, const pag_change *b)
{
    const pag_shift *x = &a->shifts[0], *y = &b->shifts[0];
    bool x_written = x->from.kind != PAG_VALUE_NONE, y_written = y->from.kind != PAG_VALUE_NONE;
    if (x_written != y_written) return x_written;
    if (x->steps != y->steps) return x->steps < y->steps;
    if (x->has_share != y->has_share) return x->has_share;
    return x->has_share && pag_number_order(x->share, y->share) < 0;
}

static void sort(pag_goal *goal)
{
    for (size_t i = 1; i < goal->n; i++) {
        pag_change change = goal->changes[i];
        size_t at = i;
        for (; at > 0 && is_nearer(&change, &goal->changes[at - 1]); at--) {
            goal->changes[at] = goal->changes[at - 1];
        }
        goal->changes[at] = change;
    }
}

static size_t number_among(const pag_hinge *hinge)
{
    size_t nth = 0;
    for (const pag_step *step = hinge->figure->steps; hinge->step && step < hinge->step; step++) {
        bool same = step->kind == PAG_STEP_LOOKED && step->bands == hinge->step->bands &&
                    step->site == hinge->step->site;
        if (same) nth++;
    }
    return nth;
}

static void work_on(pag_search *s, pag_hinge *hinge)
{
    s->hinge = hinge;
    s->passed_over = false;
    s->score = score_of(hinge);
    s->nth = number_among(hinge);
    set_goals(s, hinge);
    pag_scales_find(s, s->score ? s->score : hinge->figure);
    hinge->inputs = s->scales.n;
    for (size_t i = 0; i < s->scales.n; i++) {
        pag_nearest_find(s, &s->scales.at[i], hinge->goals, hinge->n);
    }
    for (size_t i = 0; i < hinge->n; i++) {
        if (hinge->step && !hinge->goals[i].n) pag_together_find(s, &hinge->goals[i]);
        sort(&hinge->goals[i]);
    }
    hinge->spent = s->tried >= s->limit || s->passed_over;
}

/* A reason for zero that is not there, and that nothing in the evaluation can bring about. */
static bool is_idle(const pag_hinge *hinge)
{
    return !hinge->step && !hinge->figure->zeroed && !hinge->inputs;
}

/* What is looked for: changes at the first `n` hinges. */
typedef struct work {
    pag_search *s;
    size_t n;
    pag_whatif *whatif;
} work;

/* Each hinge gets its share of the evaluations that may be tried. */
static void work_on_all(void *ud)
{
    const work *w = ud;
    pag_search *s = w->s;
    pag_whatif *whatif = w->whatif;
    for (size_t i = 0; i < w->n; i++) {
        size_t to_come = s->order->hinges - whatif->n;
        if (!to_come) {
            whatif->left = w->n - i;
            return;
        }
        if (to_come > w->n - i) to_come = w->n - i;
        s->limit = s->tried + (s->order->budget - s->tried) / to_come;
        pag_hinge hinge = whatif->hinges[i];
        work_on(s, &hinge);
        if (!is_idle(&hinge)) whatif->hinges[whatif->n++] = hinge;
    }
}

pag_whatif *pag_whynot_find(pag_arena *arena, pag_pack *pack, const pag_result *result,
                            const pag_figure *figure, const pag_whynot_order *order)
{
    hinges h = {.arena = arena, .order = order};
    pag_whatif *whatif = PAG_NEW(arena, pag_whatif);
    pag_trace_walk(arena, figure, order->draft, add_hinges, &h);
    whatif->asked = figure;
    whatif->hinges = own_first(&h, figure->entry);
    pag_search s = {
        .arena = arena, .pack = pack, .result = result, .order = order, .asked = figure};
    s.reach = pag_reach_create(arena, pack, PAG_REACH_MUSTS);
    pag_arena_init(&s.run, arena->allocator, PAG_EVALUATION_MEMORY);
    work w = {&s, h.found.n, whatif};
    pag_status ended = pag_scratch_run(arena, &s.run, NULL, work_on_all, &w);
    if (ended != PAG_OK) pag_arena_end(arena, ended); /* the caller's handler answers for both */
    return whatif;
}
