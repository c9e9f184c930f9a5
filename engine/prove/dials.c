#include "prove/dials.h"

enum { MOST_VALUES = 101, FEW = 4 };

static void keep(pag_dials *dials, pag_dial dial)
{
    dials->at = pag_list_grown(dials->p->arena, dials->at, dials->n, &dials->room, sizeof dial);
    dials->at[dials->n++] = dial;
}

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
    static const int64_t nice[] = {0, 1, -1, 50, 100, 1000, 40000};
    size_t n = 0;
    for (size_t i = 0; i < sizeof nice / sizeof *nice && n < FEW + 3; i++) {
        pag_number x = pag_number_whole(p->arena, nice[i]);
        if (pag_set_has(p->arena, set, x)) few[n++] = x;
    }
    if (set->high.set && set->high.inside) few[n++] = set->high.number;
    if (set->low.set && set->low.inside) few[n++] = set->low.number;
    pag_set listed = pag_set_of(p->arena, few, n);
    for (size_t i = 0; i < listed.n; i++) few[i] = listed.at[i];
    return listed.n;
}

static void number_dial(proving *p, pag_dial *d, const pag_set *set)
{
    d->n = pag_set_count(p->arena, set, MOST_VALUES);
    d->whole = d->n > 0;
    if (d->n) {
        d->values = numbers(p, d->cell, pag_set_list(p->arena, set, d->n), d->n);
        return;
    }
    pag_number few[FEW + 5];
    d->n = some_of(p, set, few);
    if (d->n == 0 && !set->empty) few[d->n++] = pag_set_some(p->arena, set);
    d->values = numbers(p, d->cell, few, d->n);
}

static void word_dial(proving *p, pag_dial *d)
{
    pag_value *values = PAG_NEW_ARRAY(p->arena, pag_value, d->cell->n_choices);
    for (size_t i = 0; i < d->cell->n_choices; i++) {
        values[i] = (pag_value){PAG_VALUE_CHOICE, {.choice = &d->cell->choices[i]}};
    }
    d->values = values;
    d->n = d->cell->n_choices;
    d->whole = true;
}

static void flag_dial(proving *p, pag_dial *d)
{
    pag_value *values = PAG_NEW_ARRAY(p->arena, pag_value, 2);
    values[0].kind = values[1].kind = PAG_VALUE_FLAG;
    values[1].flag = true;
    d->values = values;
    d->n = 2;
    d->whole = true;
}

static void add_marks(pag_dials *t, const pag_cell *sheet)
{
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        pag_dial d = {.cell = sheet, .criterion = &sheet->criteria[i], .mark = i};
        pag_set marks = pag_reach_marks(t->p->reach, sheet, d.criterion);
        number_dial(t->p, &d, &marks);
        d.whole = d.whole && sheet->na == PAG_NA_REFUSE; /* what does not apply is not tried */
        keep(t, d);
    }
}

static bool is_above(const pag_group *group, const pag_group *below)
{
    while (below && below != group) below = below->parent;
    return below != NULL;
}

/* Each value by itself: not what is left out, nor shares that others make up for. */
static bool has_dial(const pag_dials *t, const pag_cell *cell)
{
    if (cell->origin != PAG_GIVEN || cell->optional || cell->sum.set) return false;
    if (!is_above(cell->group, t->cell->group)) return false;
    return cell->type == PAG_TYPE_SHEET || cell->type == PAG_TYPE_CHOICE ||
           cell->type == PAG_TYPE_FLAG || pag_type_is_number(cell->type);
}

static void add_dial(pag_dials *t, const pag_cell *cell)
{
    pag_dial d = {.cell = cell};
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
    keep(t, d);
}

static void add_input(void *ud, const pag_cell *cell)
{
    pag_dials *t = ud;
    if (cell == t->input) return;
    if (has_dial(t, cell)) {
        add_dial(t, cell);
    } else if (cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED) {
        t->other = true;
    }
}

bool pag_dials_find(pag_dials *t)
{
    if (t->input && !has_dial(t, t->input)) return false;
    if (t->input) add_dial(t, t->input);
    t->n_inputs = t->n;
    bool only = pag_reach_rests(t->p->reach, t->cell, add_input, t);
    t->other = t->other || !only;
    size_t i = 0;
    while (i < t->n && t->at[i].n) i++;
    return t->n && i == t->n;
}

bool pag_dials_place(pag_dials *t, const pag_evaluation *evaluation)
{
    for (size_t i = 0; i < t->n; i++) {
        pag_dial *d = &t->at[i];
        d->figure = pag_prove_figure(evaluation->subjects, evaluation->n_subjects, d->cell);
        if (!d->figure) return false;
    }
    return true;
}

uint64_t pag_dials_product(const pag_dials *t)
{
    uint64_t all = 1;
    if (t->other) return 0;
    for (size_t i = 0; i < t->n; i++) {
        const pag_dial *d = &t->at[i];
        if (!d->whole || all > UINT64_MAX / 1000) return 0;
        all *= d->n;
    }
    return all;
}

void pag_dials_reset(pag_dials *t)
{
    for (size_t i = 0; i < t->n; i++) t->at[i].at = 0;
}

bool pag_dials_turn(pag_dials *t, size_t fixed)
{
    for (size_t i = 0; i < t->n; i++) {
        pag_dial *d = &t->at[i];
        if (i == fixed) continue;
        if (++d->at < d->n) return true;
        d->at = 0;
    }
    return false;
}

pag_str pag_dial_text(pag_arena *arena, const pag_dial *d, size_t at)
{
    const pag_value *v = &d->values[at];
    if (v->kind == PAG_VALUE_FLAG) return v->flag ? PAG_STR("true") : PAG_STR("false");
    if (v->kind == PAG_VALUE_CHOICE) return v->choice->word;
    return pag_reach_written(arena, d->cell, v->number);
}

pag_sample_wish pag_dials_wish(const pag_dials *t, const pag_dial *one, size_t other)
{
    pag_sample_value *values = PAG_NEW_ARRAY(t->p->arena, pag_sample_value, t->n);
    for (size_t i = 0; i < t->n; i++) {
        const pag_dial *d = &t->at[i];
        values[i] =
            (pag_sample_value){.cell = d->cell,
                               .criterion = d->criterion,
                               .text = pag_dial_text(t->p->arena, d, d == one ? other : d->at)};
    }
    return (pag_sample_wish){
        .n = t->n, .values = values, .lang = t->p->order->lang, .path = t->p->order->path};
}
