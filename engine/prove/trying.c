/* Trying one evaluation after the other, where reasoning does not decide: every value of the inputs
 * that matter when they are few enough, else as many as the budget allows. */
#include "prove/internal.h"

#include "turn/turn.h"

/* An input that is turned: a given figure of the first entries, or a mark of one. */
typedef struct dial {
    const pag_cell *cell;
    const pag_criterion *criterion;
    const pag_figure *figure;
    size_t mark; /* of the sheet */
    size_t n, at;
    bool whole; /* these are all its values */
    const pag_value *values;
} dial;

typedef struct trying {
    proving *p;
    const pag_cell *cell, *input;
    bool down;
    PAG_LIST(dial) dials; /* the input's first */
    size_t n_inputs;      /* so many of them are the input's: one, or its marks */
    size_t unsure;        /* so many were against the promise, but no file could be made of them */
    bool refused; /* some had no figure: a condition does not hold, or another figure is refused */
    bool other;   /* the figure also rests on what no dial turns */
    const pag_evaluation *base;
    pag_arena run;
    pag_trying *out;
} trying;

/* --- dials --- */

enum { MOST_VALUES = 101, FEW = 4 };

static const pag_value *numbers(proving *p, const pag_cell *cell, const pag_number *at, size_t n)
{
    pag_value *values = PAG_NEW_ARRAY(p->arena, pag_value, n);
    pag_unit unit = cell->type == PAG_TYPE_SHEET ? PAG_POINTS : pag_type_unit(cell->type);
    for (size_t i = 0; i < n; i++) {
        values[i] =
            (pag_value){PAG_VALUE_NUMBER, {.number = pag_number_with_unit(p->arena, at[i], unit)}};
    }
    return values;
}

/* Some of an endless set, ascending: its ends and a few between. */
static size_t some_of(proving *p, const pag_set *set, pag_number *few)
{
    static const int64_t nice[] = {0, 1, 50, 100, 1000, 40000};
    size_t n = 0;
    for (size_t i = 0; i < sizeof nice / sizeof *nice && n < FEW + 2; i++) {
        pag_number x = pag_number_whole(p->arena, nice[i]);
        if (pag_set_has(p->arena, set, x)) few[n++] = x;
    }
    if (set->high.set && set->high.inside) few[n++] = set->high.number;
    if (set->low.set && set->low.inside) few[n++] = set->low.number;
    pag_set listed = pag_set_of(p->arena, few, n);
    for (size_t i = 0; i < listed.n; i++) few[i] = listed.at[i];
    return listed.n;
}

static void number_dial(proving *p, dial *d, const pag_set *set)
{
    d->n = pag_set_count(p->arena, set, MOST_VALUES);
    d->whole = d->n > 0;
    if (d->n) {
        d->values = numbers(p, d->cell, pag_set_list(p->arena, set, d->n), d->n);
        return;
    }
    pag_number few[FEW + 4];
    d->n = some_of(p, set, few);
    if (d->n == 0 && !set->empty) few[d->n++] = pag_set_some(p->arena, set);
    d->values = numbers(p, d->cell, few, d->n);
}

static void word_dial(proving *p, dial *d)
{
    pag_value *values = PAG_NEW_ARRAY(p->arena, pag_value, d->cell->n_choices);
    for (size_t i = 0; i < d->cell->n_choices; i++) {
        values[i] = (pag_value){PAG_VALUE_CHOICE, {.choice = &d->cell->choices[i]}};
    }
    d->values = values;
    d->n = d->cell->n_choices;
    d->whole = true;
}

static void flag_dial(proving *p, dial *d)
{
    pag_value *values = PAG_NEW_ARRAY(p->arena, pag_value, 2);
    values[0].kind = values[1].kind = PAG_VALUE_FLAG;
    values[1].flag = true;
    d->values = values;
    d->n = 2;
    d->whole = true;
}

static void add_marks(trying *t, const pag_cell *sheet)
{
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        dial d = {.cell = sheet, .criterion = &sheet->criteria[i], .mark = i};
        pag_set marks = pag_reach_marks(t->p->reach, sheet, d.criterion);
        number_dial(t->p, &d, &marks);
        d.whole = d.whole && sheet->na == PAG_NA_REFUSE; /* what does not apply is not tried */
        PAG_LIST_ADD(t->p->arena, &t->dials, d);
    }
}

static bool is_above(const pag_group *group, const pag_group *below)
{
    while (below && below != group) below = below->parent;
    return below != NULL;
}

/* Each value by itself: not what is left out, nor shares that others make up for. */
static bool has_dial(const trying *t, const pag_cell *cell)
{
    if (cell->origin != PAG_GIVEN || cell->optional || cell->sum.set) return false;
    if (!is_above(cell->group, t->cell->group)) return false;
    return cell->type == PAG_TYPE_SHEET || cell->type == PAG_TYPE_CHOICE ||
           cell->type == PAG_TYPE_FLAG || pag_type_is_number(cell->type);
}

static void add_dial(trying *t, const pag_cell *cell)
{
    dial d = {.cell = cell};
    if (cell->type == PAG_TYPE_SHEET) {
        add_marks(t, cell);
        return;
    }
    if (cell->type == PAG_TYPE_CHOICE) {
        word_dial(t->p, &d);
    } else if (cell->type == PAG_TYPE_FLAG) {
        flag_dial(t->p, &d);
    } else {
        number_dial(t->p, &d, pag_reach_set(t->p->reach, cell));
    }
    PAG_LIST_ADD(t->p->arena, &t->dials, d);
}

static void add_input(void *ud, const pag_cell *cell)
{
    trying *t = ud;
    if (cell == t->input) return;
    if (has_dial(t, cell)) {
        add_dial(t, cell);
    } else if (cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED) {
        t->other = true;
    }
}

/* False where there is nothing to raise. */
static bool add_dials(trying *t)
{
    if (!has_dial(t, t->input)) return false;
    add_dial(t, t->input);
    t->n_inputs = t->dials.n;
    bool only = pag_reach_rests(t->p->reach, t->cell, add_input, t);
    t->other = t->other || !only;
    size_t i = 0;
    while (i < t->dials.n && t->dials.at[i].n) i++;
    return t->n_inputs && i == t->dials.n;
}

/* --- one evaluation --- */

static bool turn_dials(trying *t, pag_result *result)
{
    pag_turn *turns = PAG_NEW_ARRAY(&t->run, pag_turn, t->dials.n);
    for (size_t i = 0; i < t->dials.n; i++) {
        const dial *d = &t->dials.at[i];
        turns[i] = (pag_turn){.figure = d->figure,
                              .mark = d->criterion ? d->mark : PAG_TURN_WHOLE,
                              .value = d->values[d->at]};
    }
    return pag_turn_open(t->base, &t->run, turns, t->dials.n, result);
}

static bool evaluated(trying *t, pag_number *out)
{
    pag_arena_reset(&t->run);
    pag_result result;
    if (!turn_dials(t, &result)) return false;
    pag_figure *figure = pag_prove_figure(result.subjects, result.n_subjects, t->cell);
    pag_figure *const wanted[] = {figure};
    t->out->tried++;
    if (!figure) return false;
    pag_wanted what = {.n = 1, .figures = wanted};
    if (pag_result_compute(&result, t->p->pack, &t->run, &what) != PAG_OK) return false;
    if (figure->value.kind != PAG_VALUE_NUMBER) return false;
    *out = figure->value.number;
    return true;
}

static bool evaluate(trying *t, pag_number *out)
{
    bool good = evaluated(t, out);
    t->refused = t->refused || !good;
    return good;
}

/* --- what refuses evaluations --- */

typedef struct turning {
    const trying *t;
    bool all; /* each given cell is turned through all its values */
} turning;

static void look_for_dial(void *ud, const pag_cell *cell)
{
    turning *turns = ud;
    if (cell->origin != PAG_GIVEN && cell->origin != PAG_PLANNED) return;
    bool whole = false;
    for (size_t i = 0; i < turns->t->dials.n; i++) {
        const dial *d = &turns->t->dials.at[i];
        if (d->cell == cell) whole = d->whole;
        if (d->cell == cell && !d->whole) break;
    }
    turns->all = turns->all && whole;
}

/* Whether what a condition refuses is refused whatever is not turned. As deep as lists nest. */
static bool refusals_are_tried(const trying *t, const pag_group *group)
{
    turning turns = {t, true};
    for (size_t i = 0; i < group->n_conditions && turns.all; i++) {
        const pag_condition *c = &group->conditions[i];
        if (c->warns) continue;
        bool only = pag_reach_test_rests(t->p->reach, group, &c->of, look_for_dial, &turns);
        turns.all = turns.all && only;
    }
    for (size_t i = 0; i < group->n_cells && turns.all; i++) {
        if (group->cells[i].list) turns.all = refusals_are_tried(t, group->cells[i].list);
    }
    return turns.all;
}

static bool all_refusals_are_tried(const trying *t)
{
    bool all = true;
    for (size_t i = 0; all && i < pag_pack_subjects(t->p->pack); i++) {
        all = refusals_are_tried(t, pag_pack_subject(t->p->pack, i));
    }
    return all;
}

/* --- against the promise --- */

static pag_str text_of(trying *t, const dial *d, size_t at)
{
    const pag_value *v = &d->values[at];
    if (v->kind == PAG_VALUE_FLAG) return v->flag ? PAG_STR("true") : PAG_STR("false");
    if (v->kind == PAG_VALUE_CHOICE) return v->choice->word;
    return pag_reach_written(t->p->arena, d->cell, v->number);
}

enum { MOST_UNSURE = 5 };

static bool is_done(const trying *t)
{
    return t->out->broken || t->unsure == MOST_UNSURE;
}

/* The file with the input as it was before it was raised. */
static void show(trying *t, dial *raised, size_t from, pag_number gave, pag_number gives)
{
    pag_arena *arena = t->p->arena;
    pag_sample_value *values = PAG_NEW_ARRAY(arena, pag_sample_value, t->dials.n);
    for (size_t i = 0; i < t->dials.n; i++) {
        const dial *d = &t->dials.at[i];
        size_t at = d == raised ? from : d->at;
        values[i] = (pag_sample_value){
            .cell = d->cell, .criterion = d->criterion, .text = text_of(t, d, at)};
    }
    pag_sample_wish wish = {
        .n = t->dials.n, .values = values, .lang = t->p->order->lang, .path = t->p->order->path};
    pag_sample sample;
    t->unsure++;
    if (!pag_sample_find(arena, t->p->pack, &wish, &sample)) return;
    t->out->broken = true;
    t->out->example = sample.text;
    t->out->input = raised->cell->name;
    if (raised->criterion) {
        t->out->input = pag_text_join(arena, 3, t->out->input, PAG_STR("."), raised->criterion->id);
    }
    t->out->from = text_of(t, raised, from);
    t->out->to = text_of(t, raised, raised->at);
    t->out->gave = pag_prove_number(t->p, t->cell, gave);
    t->out->gives = pag_prove_number(t->p, t->cell, gives);
}

/* The input through all its values, everything else as it stands. */
static void raise_input(trying *t, dial *input)
{
    bool known = false;
    pag_number last = PAG_ZERO;
    size_t from = 0, kept = input->at;
    for (input->at = 0; input->at < input->n && !is_done(t); input->at++) {
        pag_number now;
        if (!evaluate(t, &now)) continue;
        int order = known ? pag_number_order(now, last) : 0;
        if (order && (order > 0) == t->down) {
            show(t, input, from, last, now);
            return;
        }
        known = true;
        last = pag_number_with_unit(t->p->arena, now, pag_number_unit(now));
        from = input->at;
    }
    input->at = kept;
}

/* On to the next values of the dials but for number `fixed`; false when all have been. */
static bool turn(trying *t, size_t fixed)
{
    for (size_t i = 0; i < t->dials.n; i++) {
        dial *d = &t->dials.at[i];
        if (i == fixed) continue;
        if (++d->at < d->n) return true;
        d->at = 0;
    }
    return false;
}

static bool find_figures(trying *t)
{
    for (size_t i = 0; i < t->dials.n; i++) {
        dial *d = &t->dials.at[i];
        d->figure = pag_prove_figure(t->base->subjects, t->base->n_subjects, d->cell);
        if (!d->figure) return false;
    }
    return true;
}

static uint64_t product(const trying *t)
{
    uint64_t all = 1;
    if (t->other) return 0;
    for (size_t i = 0; i < t->dials.n; i++) {
        const dial *d = &t->dials.at[i];
        if (!d->whole || all > UINT64_MAX / 1000) return 0;
        all *= d->n;
    }
    return all;
}

static void try_all(trying *t)
{
    uint64_t budget = t->p->order->budget;
    bool through = true;
    for (size_t i = 0; i < t->n_inputs && !is_done(t); i++) {
        for (size_t k = 0; k < t->dials.n; k++) t->dials.at[k].at = 0;
        bool more = true;
        while (more && !is_done(t) && t->out->tried < budget) {
            raise_input(t, &t->dials.at[i]);
            more = turn(t, i);
        }
        through = through && !more;
    }
    bool refused = t->refused && !all_refusals_are_tried(t);
    t->out->whole = through && t->out->of && !t->unsure && !refused;
}

void pag_prove_try_moves(proving *p, const pag_cell *cell, const pag_cell *input, bool down,
                         pag_trying *out)
{
    trying t = {.p = p, .cell = cell, .input = input, .down = down, .out = out};
    pag_sample sample;
    pag_sample_wish wish = {.lang = p->order->lang, .path = p->order->path};
    *out = (pag_trying){0};
    if (!add_dials(&t) || !pag_sample_find(p->arena, p->pack, &wish, &sample)) return;
    t.base = sample.evaluation;
    if (!find_figures(&t)) return;
    out->of = product(&t);
    pag_arena_init(&t.run, p->arena->allocator, PAG_EVALUATION_MEMORY);
    pag_trap trap;
    pag_trap_set(&trap, &t.run);
    if (!setjmp(trap.jump)) try_all(&t);
    pag_trap_clear(&trap);
    pag_arena_drop(&t.run);
    if (trap.status != PAG_OK) out->whole = false;
}
