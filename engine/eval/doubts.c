/* A figure rests on a doubt when its own value does, or the row it took from a table, or any figure
 * that it read: the steps tell. */
#include "eval/doubts.h"

#include "base/list.h"
#include "schema/basis.h"

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

/* Of a figure that was computed; one that is given or fixed has no steps, and is settled now. */
static const pag_doubts *doubts_of(pag_arena *arena, const pag_figure *read)
{
    if (!pag_figure_own(read)->doubts) pag_doubts_settle(arena, pag_figure_own(read));
    return pag_figure_own(read)->doubts;
}

static const pag_doubts *told_of(const pag_figure *read)
{
    return pag_figure_own(read)->told ? pag_figure_own(read)->told : pag_figure_own(read)->doubts;
}

/* Takes over what `read` rests on. An amount that is withheld would show in what was made of it, so
 * that is withheld too. */
static const pag_doubts *with_figure(pag_arena *arena, const pag_doubts *all, pag_figure *figure,
                                     const pag_figure *read)
{
    all = joined(arena, all, doubts_of(arena, read));
    figure->withheld = figure->withheld || pag_figure_own(read)->withheld;
    return all;
}

/* Whatever the step, the figures in it are what it was made of. */
static const pag_doubts *with_step(pag_arena *arena, const pag_doubts *all, pag_figure *figure,
                                   const pag_step *step)
{
    if (step->kind == PAG_STEP_DOUBTED) all = joined(arena, all, one(arena, step->doubt));
    if (step->kind == PAG_STEP_SHARED) {
        all = with_figure(arena, all, figure, step->figure);
        figure->withheld = figure->withheld || step->sharing->withheld;
        return step->sharing->doubts ? joined(arena, all, step->sharing->doubts) : all;
    }
    const pag_figure *read;
    for (uint32_t i = 0; (read = pag_step_figure(step, i)); i++) {
        all = with_figure(arena, all, figure, read);
    }
    return all;
}

bool pag_doubts_are_in(pag_arena *arena, const pag_step *steps, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n && !any; i++) {
        const pag_figure *read;
        any = steps[i].kind == PAG_STEP_DOUBTED;
        for (uint32_t k = 0; !any && (read = pag_step_figure(&steps[i], k)); k++) {
            any = doubts_of(arena, read)->n > 0;
        }
    }
    return any;
}

void pag_doubts_settle_sharing(pag_arena *arena, pag_sharing *sharing)
{
    const pag_doubts *all = &none, *told = &none;
    for (size_t i = 0; i < sharing->n; i++) {
        all = joined(arena, all, doubts_of(arena, sharing->weighing[i]));
        told = joined(arena, told, told_of(sharing->weighing[i]));
        sharing->withheld = sharing->withheld || pag_figure_own(sharing->weighing[i])->withheld;
    }
    sharing->doubts = all;
    sharing->told = told;
}

/* --- what may be told of it --- */

static bool is_apart(const pag_step *step)
{
    const pag_figure *read;
    bool apart = false;
    for (uint32_t i = 0; !apart && (read = pag_step_figure(step, i)); i++) {
        apart = pag_figure_own(read)->told;
    }
    return apart;
}

static const pag_doubts *with_told(pag_arena *arena, const pag_doubts *all, const pag_step *step)
{
    if (step->kind == PAG_STEP_DOUBTED) return joined(arena, all, one(arena, step->doubt));
    if (step->kind == PAG_STEP_SHARED) {
        return joined(arena, joined(arena, all, told_of(step->figure)), step->sharing->told);
    }
    const pag_figure *read;
    for (uint32_t i = 0; (read = pag_step_figure(step, i)); i++) {
        all = joined(arena, all, told_of(read));
    }
    return all;
}

/* A figure that is zero for a reason that rests on a doubt never took its formula's doubts; if they
 * were told of one that is not zero, that would tell the two apart. */
static void settle_told(pag_arena *arena, pag_figure *figure, const pag_doubts *of_its_own)
{
    bool apart = figure->n_told > 0 && figure->n_told < figure->n_steps;
    for (uint32_t i = 0; i < figure->n_steps && !apart; i++) apart = is_apart(&figure->steps[i]);
    if (!apart) return;
    const pag_doubts *told = of_its_own;
    uint32_t n = figure->n_told ? figure->n_told : figure->n_steps;
    for (uint32_t i = 0; i < n; i++) told = with_told(arena, told, &figure->steps[i]);
    figure->told = told;
}

/* What is paid, and every amount that is worked out: before it is called payable it may stand in
 * another cell to the same cent. */
static bool is_amount(const pag_cell *cell)
{
    return cell->payable || (cell->type == PAG_TYPE_MONEY && pag_origin_is_made(cell->origin));
}

/* A part whose weight is zero, and that on no doubt: it is zero whatever is confirmed. Its share of
 * any whole by any other weights is exactly nothing, so rounding takes nothing from it: of the
 * leftover, which is less than a step for each part that rounding made less, it gets nothing by
 * `largest`; `first` wants a weight, `keep` gives nobody any. Only the entry that the rules name as
 * the receiver gets the leftover without a weight. */
static bool gets_nothing(const pag_figure *figure)
{
    const pag_split *split = figure->cell->split;
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_step *step = &figure->steps[i];
        if (step->kind != PAG_STEP_SHARED) continue;
        const pag_part *part = &step->sharing->parts[step->chosen];
        const pag_figure *weight = pag_figure_own(step->sharing->weighing[step->chosen]);
        bool receives =
            split->rest == PAG_REST_PARTY && pag_str_equal(split->receiver, part->entry->id);
        bool sure = weight->doubts && weight->doubts->n == 0 && !weight->withheld;
        return sure && !receives && pag_number_sign(part->weight) == 0;
    }
    return false;
}

void pag_doubts_settle(pag_arena *arena, pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    const pag_doubts *all = &none;
    bool own = cell->origin == PAG_FIXED || figure->defaulted || cell->type == PAG_TYPE_SHEET ||
               cell->of.reference; /* its own formula */
    if (cell->doubt && own) all = one(arena, cell->doubt);
    if (cell->marks_doubt) all = joined(arena, all, one(arena, cell->marks_doubt));
    const pag_doubt *rules = is_amount(cell) ? cell->rules_doubt : NULL;
    if (rules) all = joined(arena, one(arena, rules), all);
    figure->doubts = all;
    if (!rules && gets_nothing(figure)) return;
    const pag_doubts *of_its_own = all;
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        all = with_step(arena, all, figure, &figure->steps[i]);
    }
    figure->withheld = figure->withheld || (is_amount(cell) && all->n > 0);
    figure->doubts = all;
    settle_told(arena, figure, of_its_own);
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

uint32_t pag_figure_steps(const pag_figure *figure, bool draft)
{
    bool hides = !draft && figure->withheld && figure->n_told;
    return hides ? figure->n_told : figure->n_steps;
}

const pag_doubts *pag_figure_doubts(const pag_figure *figure, bool draft)
{
    const pag_doubts *told = draft ? NULL : figure->told;
    return told ? told : figure->doubts ? figure->doubts : &none;
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
    bool hides;  /* what some amount rests on is not told whole */
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
    const pag_doubts *told = pag_figure_doubts(figure, false);
    telling *t = ud;
    t->hides = t->hides || (figure->withheld && figure->n_told);
    for (size_t i = 0; i < told->n; i++) add_name(resting_on(ud, told->at[i]), figure);
}

void pag_doubts_tell(const pag_result *result, pag_arena *arena)
{
    telling t = {.arena = arena};
    const pag_evaluation *ev = result->evaluation;
    pag_result_visit(result, collect, &t);
    for (size_t i = 0; i < t.n; i++) {
        const resting *r = &t.at[i];
        if (!r->payable && t.hides) continue; /* that nothing is paid by it would tell of that */
        pag_diag_add(ev->diags, r->payable ? PAG_W0803 : PAG_W0804, r->doubt->pos, 4, r->doubt->why,
                     ev->path, pag_text_str(&r->names), r->doubt->about);
    }
}
