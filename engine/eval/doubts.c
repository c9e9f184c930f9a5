/* A figure rests on a doubt when its own value does, or the row it took from a table, or any figure
 * that it read: the steps tell. */
#include "eval/doubts.h"

#include "base/list.h"

enum { MOST_NAMES = 4 };

static const pag_doubts none;

static const pag_doubts *one(pag_arena *arena, const pag_doubt *doubt)
{
    pag_doubts *set = PAG_NEW(arena, pag_doubts);
    const pag_doubt **at = PAG_NEW(arena, const pag_doubt *);
    *at = doubt;
    *set = (pag_doubts){1, at};
    return set;
}

static bool holds(const pag_doubts *set, const pag_doubt *doubt)
{
    size_t i = 0;
    while (i < set->n && set->at[i] != doubt) i++;
    return i < set->n;
}

/* Both together, in the order of their numbers. Figures that rest on the same share one set. */
static const pag_doubts *joined(pag_arena *arena, const pag_doubts *a, const pag_doubts *b)
{
    size_t more = 0, i = 0, k = 0;
    if (a == b || b->n == 0) return a;
    if (a->n == 0) return b;
    for (size_t n = 0; n < b->n; n++) more += !holds(a, b->at[n]);
    if (more == 0) return a;
    pag_doubts *set = PAG_NEW(arena, pag_doubts);
    const pag_doubt **at = PAG_NEW_ARRAY(arena, const pag_doubt *, a->n + more);
    while (i < a->n || k < b->n) {
        bool first = k == b->n || (i < a->n && a->at[i]->number <= b->at[k]->number);
        const pag_doubt *next = first ? a->at[i++] : b->at[k++];
        if (set->n == 0 || at[set->n - 1] != next) at[set->n++] = next;
    }
    set->at = at;
    return set;
}

/* The figure itself: steps only look at it. */
static pag_figure *own(const pag_figure *figure)
{
    return &figure->entry->figures[figure->cell->slot];
}

/* Of a figure that was computed; one that is given or fixed has no steps, and is settled now. */
static const pag_doubts *doubts_of(pag_arena *arena, const pag_figure *read)
{
    if (!own(read)->doubts) pag_doubts_settle(arena, own(read));
    return own(read)->doubts;
}

/* Takes over what `read` rests on. An amount that is withheld would show in what was made of it, so
 * that is withheld too. */
static const pag_doubts *with_figure(pag_arena *arena, const pag_doubts *all, pag_figure *figure,
                                     const pag_figure *read)
{
    all = joined(arena, all, doubts_of(arena, read));
    figure->withheld = figure->withheld || own(read)->withheld;
    return all;
}

/* Whatever the step, the figures in it are what it was made of. */
static const pag_doubts *with_step(pag_arena *arena, const pag_doubts *all, pag_figure *figure,
                                   const pag_step *step)
{
    if (step->kind == PAG_STEP_DOUBTED) all = joined(arena, all, one(arena, step->doubt));
    if (step->figure) all = with_figure(arena, all, figure, step->figure);
    if (step->kind == PAG_STEP_SHARED) {
        figure->withheld = figure->withheld || step->sharing->withheld;
        return step->sharing->doubts ? joined(arena, all, step->sharing->doubts) : all;
    }
    for (uint32_t i = 0; step->figures && i < step->n; i++) {
        all = with_figure(arena, all, figure, step->figures[i]);
    }
    return all;
}

void pag_doubts_settle_sharing(pag_arena *arena, pag_sharing *sharing)
{
    const pag_doubts *all = &none;
    for (size_t i = 0; i < sharing->n; i++) {
        all = joined(arena, all, doubts_of(arena, sharing->weighing[i]));
        sharing->withheld = sharing->withheld || own(sharing->weighing[i])->withheld;
    }
    sharing->doubts = all;
}

/* What is paid, and every amount that is worked out: before it is called payable it may stand in
 * another cell to the same cent. */
static bool is_amount(const pag_cell *cell)
{
    return cell->payable || (cell->type == PAG_TYPE_MONEY && pag_origin_is_made(cell->origin));
}

void pag_doubts_settle(pag_arena *arena, pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    const pag_doubts *all = &none;
    bool own = cell->origin == PAG_FIXED || figure->defaulted || cell->type == PAG_TYPE_SHEET ||
               cell->of.reference; /* its own formula */
    if (cell->doubt && own) all = one(arena, cell->doubt);
    if (cell->marks_doubt) all = joined(arena, all, one(arena, cell->marks_doubt));
    figure->doubts = all;
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        all = with_step(arena, all, figure, &figure->steps[i]);
    }
    figure->withheld = figure->withheld || (is_amount(cell) && all->n > 0);
    figure->doubts = all;
}

static void settle(void *ud, pag_figure *figure)
{
    (void)doubts_of(ud, figure);
}

void pag_doubts_settle_rest(const pag_result *result, pag_arena *arena)
{
    pag_result_visit(result, settle, arena);
}

bool pag_figure_is_doubtful(const pag_figure *figure)
{
    return figure->cell->payable && figure->doubts && figure->doubts->n > 0;
}

bool pag_figure_is_withheld(const pag_figure *figure)
{
    return figure->withheld;
}

/* --- telling --- */

/* What rests on one doubt: the figures that are paid, else the others. */
typedef struct resting {
    const pag_doubt *doubt;
    size_t n;
    bool payable;
    pag_text names;
} resting;

typedef struct telling {
    pag_arena *arena;
    size_t n, room;
    resting *at; /* in the order in which the doubts are met */
} telling;

static resting *resting_on(telling *t, const pag_doubt *doubt)
{
    for (size_t i = 0; i < t->n; i++) {
        if (t->at[i].doubt == doubt) return &t->at[i];
    }
    t->at = pag_list_grown(t->arena, t->at, t->n, &t->room, sizeof *t->at);
    t->at[t->n] = (resting){.doubt = doubt, .names = {.arena = t->arena}};
    return &t->at[t->n++];
}

/* "Premio (Anagrafe)" */
static void put_name(pag_text *out, const pag_figure *figure)
{
    pag_text_put(out, pag_cell_label(figure->cell));
    if (!figure->entry->parent) return;
    pag_text_put(out, PAG_STR(" ("));
    pag_text_put(out, figure->entry->name);
    pag_text_byte(out, ')');
}

static void add_name(resting *r, const pag_figure *figure)
{
    bool payable = figure->cell->payable;
    if (r->payable && !payable) return;
    if (payable && !r->payable) { /* the others do not matter any more */
        r->names = (pag_text){.arena = r->names.arena};
        r->n = 0;
        r->payable = true;
    }
    if (r->n > 0 && r->n <= MOST_NAMES) pag_text_put(&r->names, PAG_STR(", "));
    if (r->n < MOST_NAMES) put_name(&r->names, figure);
    if (r->n == MOST_NAMES) pag_text_put(&r->names, PAG_STR("…"));
    r->n++;
}

static void collect(void *ud, pag_figure *figure)
{
    for (size_t i = 0; figure->doubts && i < figure->doubts->n; i++) {
        add_name(resting_on(ud, figure->doubts->at[i]), figure);
    }
}

void pag_doubts_tell(const pag_result *result, pag_arena *arena)
{
    telling t = {.arena = arena};
    const pag_evaluation *ev = result->evaluation;
    pag_result_visit(result, collect, &t);
    for (size_t i = 0; i < t.n; i++) {
        const resting *r = &t.at[i];
        pag_diag_add(ev->diags, r->payable ? PAG_W0803 : PAG_W0804, r->doubt->pos, 4, r->doubt->why,
                     ev->path, pag_text_str(&r->names), r->doubt->about);
    }
}
