/* Trying one evaluation after the other, where reasoning does not decide: every value of the inputs
 * that matter when they are few enough, else as many as the budget allows. */
#include "prove/dials.h"
#include "schema/basis.h"

typedef struct trying trying;
struct trying {
    pag_dials dials;
    bool down;              /* a promise that the figure never rises */
    const pag_stop *stop;   /* else: what must not come about */
    const pag_bands *table; /* else: the row that is to be found */
    size_t row;
    size_t suspected; /* so often a file was looked for of what had no result */
    size_t unsure;    /* so many were against it, and no file could be made of them */
    bool refused;     /* some had no result, and not for what is turned alone */
    bool grown;       /* one read an input that had no dial: with that it begins again */
    bool beyond;      /* one read what no dial turns */
    uint64_t most;    /* evaluations */
    pag_arena run;
    pag_trying *out;
    void (*all)(trying *t); /* tries one after the other */
};

/* --- one evaluation --- */

static bool turn_dials(trying *t, pag_result *result)
{
    pag_turn *turns;
    size_t n = pag_dials_turns(&t->dials, &t->run, &turns);
    return pag_turn_read(t->dials.base->evaluation, &t->run, turns, n, result);
}

static void look_at_steps(trying *t, pag_basis *basis, const pag_step *steps, size_t n)
{
    for (size_t i = 0; i < n; i++) t->beyond = t->beyond || pag_step_is_beyond_dials(&steps[i]);
    pag_basis_add(basis, steps, n);
}

static void look_at_input(trying *t, const pag_cell *cell)
{
    bool given = cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED || cell->list;
    if (!given || pag_dials_has(&t->dials, cell)) return;
    if (!cell->list && pag_dials_add(&t->dials, cell)) {
        t->grown = true;
    } else {
        t->beyond = true;
    }
}

/* Where formulas do not tell what they rest on, the evaluation does: another value of what it did
 * not read would have made it neither more nor less. */
static void observe(trying *t, const pag_figure *figure, const pag_result *result)
{
    pag_basis basis = pag_basis_in(&t->run);
    look_at_steps(t, &basis, figure->steps, figure->n_steps);
    for (const pag_failure *f = result->failures; f; f = f->next) {
        look_at_steps(t, &basis, f->steps, f->n_steps);
    }
    for (size_t i = 0; i < basis.figures.n; i++) {
        const pag_figure *read = basis.figures.at[i];
        look_at_input(t, read->cell);
        look_at_steps(t, &basis, read->steps, read->n_steps);
    }
}

/* The figure as the dials stand, and what it comes to, whatever conditions say of it if that is
 * `unjudged`; NULL where there is none. */
static pag_figure *compute(trying *t, bool unjudged, pag_result *result)
{
    const pag_cell *cell = t->dials.cell;
    pag_arena_reset(&t->run);
    t->out->tried++;
    if (!turn_dials(t, result)) return NULL;
    pag_figure *figure = pag_prove_figure(result->subjects, result->n_subjects, cell);
    pag_figure *const wanted[] = {figure};
    const pag_wanted what = {.n = 1, .figures = wanted, .unjudged = unjudged};
    if (figure) result->status = pag_result_compute(result, t->dials.p->pack, &t->run, &what);
    if (figure && t->dials.open) observe(t, figure, result);
    return figure;
}

/* Whatever had no result because of what is not turned (`result` NULL: of how the data must fit
 * together) may have one in another evaluation; `but`: for something else than that. */
static void note_refusal(trying *t, const pag_result *result, const pag_stop *but)
{
    t->refused = t->refused || !result || !pag_dials_turn_refusal(&t->dials, &t->run, result, but);
}

/* Conditions are judged where the figure goes back. */
static bool evaluate(trying *t, pag_number *out)
{
    pag_result result;
    const pag_figure *figure = compute(t, true, &result);
    bool good = figure && result.status == PAG_OK && figure->value.kind == PAG_VALUE_NUMBER;
    if (good) *out = figure->value.number;
    if (!good) note_refusal(t, figure ? &result : NULL, NULL);
    return good;
}

/* --- against the promise --- */

enum { MOST_UNSURE = 5 };

static bool is_done(const trying *t)
{
    return t->out->broken || t->grown || t->unsure == MOST_UNSURE || t->out->tried >= t->most;
}

static bool is_against(const trying *t, pag_number now, pag_number before)
{
    int order = pag_number_order(now, before);
    return order && (order > 0) == t->down;
}

/* What goes back; false when no file shows it. */
static bool show(trying *t, size_t input, size_t from, bool refused)
{
    pag_arena *arena = t->dials.p->arena;
    const pag_dial *raised = &t->dials.at[input];
    const pag_unit unit = pag_type_unit(t->dials.cell->type);
    pag_moved of = {.down = t->down, .refused = refused};
    if (!pag_dials_show(&t->dials, &t->run, input, from, &of)) return false;
    t->out->broken = true;
    t->out->example = of.example;
    t->out->input = raised->cell->name;
    if (raised->criterion) {
        t->out->input = pag_text_join(arena, 3, t->out->input, PAG_STR("."), raised->criterion->id);
    }
    t->out->from = pag_dial_text(arena, raised, from);
    t->out->to = pag_dial_text(arena, raised, raised->at);
    t->out->gave = pag_prove_number(t->dials.p, unit, of.figure.before);
    t->out->gives = pag_prove_number(t->dials.p, unit, of.figure.after);
    return true;
}

/* Whether the whole evaluation has a result as the dials stand. */
static bool has_result(trying *t)
{
    pag_result result;
    pag_arena_reset(&t->run);
    bool opened = turn_dials(t, &result);
    bool good = opened && pag_result_evaluate(&result, t->dials.p->pack, &t->run) == PAG_OK;
    if (!good) note_refusal(t, opened ? &result : NULL, NULL);
    return good;
}

static bool has_result_at(trying *t, size_t input, size_t at)
{
    pag_dial *d = &t->dials.at[input];
    size_t kept = d->at;
    d->at = at;
    bool good = has_result(t);
    d->at = kept;
    return good;
}

/* What the figure was with each value of the input so far. */
typedef struct passed {
    bool known;
    pag_number gave;
} passed;

/* Where the trial had no result for what is not turned, other data may show it. */
static void suspect(trying *t, size_t input, size_t from)
{
    enum { MOST_SUSPECTED = 3 };
    if (!t->refused || t->suspected == MOST_SUSPECTED) return;
    t->suspected++;
    (void)show(t, input, from, true);
}

/* Of the values before it the nearest that the one where the input stands goes back on; both
 * evaluations have a result, or another one may show it. */
static void look_back(trying *t, size_t input, const passed *so_far)
{
    size_t at = t->dials.at[input].at, nearest = at;
    bool good = has_result(t);
    for (size_t i = at; i-- > 0;) {
        if (!so_far[i].known || !is_against(t, so_far[at].gave, so_far[i].gave)) continue;
        if (nearest == at) nearest = i;
        if (!good || !has_result_at(t, input, i)) continue;
        if (!show(t, input, i, false)) t->unsure++;
        return;
    }
    if (nearest < at) suspect(t, input, nearest);
}

/* With number `at` of the values; false when no more are to be tried. What the evaluation brings to
 * light moves the dials, and what was passed so far does not say how the new ones stood. */
static bool raise_to(trying *t, size_t input, size_t at, passed *so_far, const passed **peak)
{
    pag_number now;
    pag_arena *arena = t->dials.p->arena;
    t->dials.at[input].at = at;
    bool good = evaluate(t, &now);
    if (t->grown || !good) return !t->grown;
    so_far[at] = (passed){true, pag_number_with_unit(arena, now, pag_number_unit(now))};
    if (*peak && is_against(t, so_far[at].gave, (*peak)->gave)) {
        look_back(t, input, so_far);
    } else {
        *peak = &so_far[at];
    }
    return !t->out->broken;
}

/* Dial number `input` through all its values, everything else as it stands. */
static void raise_input(trying *t, size_t input)
{
    size_t n = t->dials.at[input].n, kept = t->dials.at[input].at, at = 0;
    passed *so_far = PAG_NEW_ARRAY(t->dials.p->arena, passed, n);
    const passed *peak = NULL;
    while (at < n && !is_done(t) && raise_to(t, input, at, so_far, &peak)) at++;
    t->dials.at[input].at = kept;
}

static bool is_whole(const trying *t, bool through)
{
    return through && t->out->of && !t->beyond && !t->unsure && !t->refused;
}

static void try_moves(trying *t)
{
    bool through = true;
    for (size_t i = 0; i < t->dials.n_inputs && !is_done(t); i++) {
        uint64_t k = 0;
        while (!is_done(t) && pag_dials_stand(&t->dials, k, i)) {
            raise_input(t, i);
            k++;
        }
        through = through && !is_done(t);
    }
    t->out->whole = is_whole(t, through);
}

/* --- against what must not stop --- */

/* Whether a condition refuses it anyway, by itself in `out`. */
static bool breaks_a_must(trying *t, pag_result *out)
{
    pag_arena_reset(&t->run);
    return !turn_dials(t, out) || pag_prove_breaks_must(t->dials.p, &t->run, out, t->dials.cell);
}

static bool stops(trying *t)
{
    pag_result result, without;
    const pag_figure *figure = compute(t, false, &result);
    if (!figure) note_refusal(t, NULL, NULL);
    if (!figure || result.status == PAG_OK) return false;
    if (!pag_prove_stops_there(t->dials.p, &result, t->stop)) {
        note_refusal(t, &result, t->stop);
        return false;
    }
    bool here = !breaks_a_must(t, &without);
    if (!here) note_refusal(t, &without, NULL);
    return here;
}

static void try_stops(trying *t)
{
    for (uint64_t k = 0; !is_done(t) && pag_dials_stand(&t->dials, k, SIZE_MAX); k++) {
        if (!stops(t)) continue;
        const pag_sample_wish wish = pag_dials_wish(&t->dials, NULL, 0);
        t->unsure++;
        t->out->example = pag_prove_refused(t->dials.p, &wish, t->stop);
        t->out->broken = t->out->example.len > 0;
    }
    t->out->whole = is_whole(t, !is_done(t));
}

/* --- a row that is to be found --- */

static bool finds(trying *t)
{
    pag_result result;
    proving *p = t->dials.p;
    pag_prove_rows_begin(p);
    const pag_figure *figure = compute(t, false, &result);
    bool good = figure && result.status == PAG_OK;
    pag_prove_rows_end(p, false);
    if (!good) note_refusal(t, figure ? &result : NULL, NULL);
    if (!good || !pag_prove_row_is_found(p, t->table, t->row)) return false;
    pag_prove_rows_begin(p);
    good = has_result(t);
    pag_prove_rows_end(p, good);
    return good && pag_prove_row_is_found(p, t->table, t->row);
}

static void try_rows(trying *t)
{
    for (uint64_t k = 0; !is_done(t) && pag_dials_stand(&t->dials, k, SIZE_MAX); k++) {
        t->out->broken = finds(t);
    }
    t->out->whole = is_whole(t, !is_done(t));
}

/* --- all --- */

/* As often as evaluations bring new inputs to light. */
static void run_all(void *ud)
{
    trying *t = ud;
    do {
        t->grown = t->beyond = t->refused = false;
        t->unsure = 0;
        t->out->of = pag_dials_product(&t->dials);
        t->all(t);
    } while (t->grown && t->out->tried < t->most);
}

static void run_on(trying *t, const pag_sample *base, void (*all)(trying *t))
{
    proving *p = t->dials.p;
    t->dials.base = base;
    t->all = all;
    if (!pag_dials_find(&t->dials)) return;
    t->most = t->out->tried + p->order->budget;
    pag_arena_init(&t->run, p->arena->allocator, PAG_EVALUATION_MEMORY);
    pag_status ended = pag_prove_apart(p, &t->run, NULL, run_all, t);
    if (ended != PAG_OK) t->out->whole = false; /* one was too large */
    if (t->beyond) t->out->of = 0;
}

/* Whether there is `crowd`, which may be refused itself; a pack may have no lists. */
static bool has_crowd(proving *p)
{
    const pag_dials none = {.p = p, .crowd = true};
    if (p->crowded != CROWD_UNKNOWN) return p->crowded == CROWD_THERE;
    const pag_sample_wish wish = pag_dials_wish(&none, NULL, 0);
    if (wish.n_counts) (void)pag_sample_find(p->arena, p->pack, &wish, &p->crowd);
    p->crowded = p->crowd.evaluation ? CROWD_THERE : CROWD_NONE;
    return p->crowd.evaluation;
}

/* With one entry in each list, and with two: of a single one neither a total nor a share says much.
 */
static void run(const trying *what, void (*all)(trying *t), pag_trying *out)
{
    proving *p = what->dials.p;
    trying one = *what, two = *what;
    *out = (pag_trying){0};
    one.out = two.out = out;
    two.dials.crowd = true;
    if (!p->accepted) return;
    run_on(&one, &p->base, all);
    if (out->broken || out->whole || !has_crowd(p)) return;
    run_on(&two, &p->crowd, all);
    out->of = 0;
    out->whole = false;
}

void pag_prove_try_moves(proving *p, const pag_cell *cell, const pag_cell *input, bool down,
                         pag_trying *out)
{
    const trying t = {.dials = {.p = p, .cell = cell, .input = input}, .down = down};
    run(&t, try_moves, out);
}

void pag_prove_try_stops(proving *p, const pag_stop *stop, pag_trying *out)
{
    const trying t = {.dials = {.p = p, .cell = stop->at}, .stop = stop};
    run(&t, try_stops, out);
}

void pag_prove_try_row(proving *p, const pag_cell *cell, const pag_bands *table, size_t row,
                       pag_trying *out)
{
    const trying t = {.dials = {.p = p, .cell = cell}, .table = table, .row = row};
    run(&t, try_rows, out);
}
