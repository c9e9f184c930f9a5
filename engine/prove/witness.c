/* Evaluations that show something: made from the inputs that bring a value about, and evaluated
 * before they are believed. */
#include "prove/internal.h"

static bool is_stopped_by(const pag_diagnostics *diags, const pag_code *codes, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        if (pag_code_severity(d->code) != PAG_ERROR) continue;
        size_t k = 0;
        while (k < n && codes[k] != d->code) k++;
        if (k == n) return false;
        any = true;
    }
    return any;
}

pag_figure *pag_prove_figure(pag_entry *const *subjects, size_t n, const pag_cell *cell)
{
    const pag_group *chain[16];
    size_t depth = 0;
    for (const pag_group *g = cell->group; g && depth < 16; g = g->parent) chain[depth++] = g;
    pag_entry *entry = NULL;
    for (size_t i = 0; i < n; i++) {
        if (subjects[i] && subjects[i]->group == chain[depth - 1]) entry = subjects[i];
    }
    while (entry && --depth > 0) {
        const pag_cell *list = pag_group_cell(entry->group, chain[depth - 1]->name);
        const pag_value *value = &entry->figures[list->slot].value;
        bool any = value->kind == PAG_VALUE_LIST && value->list->n > 0;
        entry = any ? value->list->entries[0] : NULL;
    }
    return entry ? &entry->figures[cell->slot] : NULL;
}

bool pag_prove_breaks_must(proving *p, pag_arena *arena, pag_result *opened, const pag_cell *cell)
{
    const pag_wanted rest = {.rest = true};
    const pag_diagnostics *told = opened->evaluation->diags;
    pag_figure *stopped = pag_prove_figure(opened->subjects, opened->n_subjects, cell);
    if (stopped && pag_origin_is_made(cell->origin)) stopped->state = PAG_ABSENT;
    (void)pag_result_compute(opened, p->pack, arena, &rest);
    size_t i = 0, n = pag_diagnostics_count(told);
    while (i < n && pag_diagnostics_at(told, i)->code != PAG_E0320) i++;
    return i < n;
}

static bool is_number(const pag_figure *figure)
{
    return figure->value.kind == PAG_VALUE_NUMBER;
}

/* Cells that look one table up by the same figure of their entry are refused alike. */
static bool looks_up_so(const pag_cell *cell, const pag_stop *stop)
{
    if (cell == stop->at) return true;
    return stop->by && cell->bands == stop->table && cell->group == stop->at->group &&
           cell->by == stop->by->slot;
}

static bool is_that_call(const pag_failure *failure, const pag_stop *stop)
{
    const pag_missed *missed = &failure->missed;
    if (missed->called != (stop->call != NULL)) return false;
    if (!stop->call) return looks_up_so(failure->figure->cell, stop);
    return failure->figure->cell == stop->at && missed->at.source == stop->call->source &&
           missed->at.line == stop->call->line;
}

bool pag_prove_missed_so(proving *p, const pag_failure *failure, const pag_stop *stop)
{
    const pag_missed *missed = &failure->missed;
    if (!failure->figure || missed->table != stop->table || !is_that_call(failure, stop))
        return false;
    const pag_number plain = pag_number_with_unit(p->arena, missed->score, PAG_PLAIN);
    return pag_set_has(p->arena, stop->among, plain);
}

bool pag_prove_stops_there(proving *p, const pag_result *result, const pag_stop *stop)
{
    const pag_failure *first = result->failures;
    const pag_figure *at = first ? first->figure : NULL;
    if (!at || !is_stopped_by(result->evaluation->diags, stop->codes, stop->n)) return false;
    if (stop->table) {
        const pag_number score = first->missed.score;
        if (!pag_prove_missed_so(p, first, stop)) return false;
        *stop->was = pag_prove_number(p, pag_number_unit(score), score);
        return true;
    }
    if (at->cell != stop->at) return false;
    if (is_number(at)) {
        *stop->was = pag_prove_number(p, pag_type_unit(at->cell->type), at->value.number);
    }
    return true;
}

/* The file without what stops it must be one that the pack accepts: else it is refused anyway, and
 * shows nothing. */
pag_str pag_prove_refused(proving *p, const pag_sample_wish *wish, const pag_stop *stop)
{
    pag_sample sample;
    pag_result result;
    pag_sample_wish without = *wish;
    without.open = stop->at;
    if (!pag_sample_find(p->arena, p->pack, &without, &sample)) return PAG_STR("");
    pag_evaluation own = *sample.evaluation;
    own.diags = pag_diagnostics_create(p->arena, pag_pack_sources(p->pack));
    bool stops = pag_evaluate(p->pack, &own, p->arena, &result) != PAG_OK;
    return stops && pag_prove_stops_there(p, &result, stop) ? sample.text : PAG_STR("");
}

static pag_sample_value value_of(const pag_cause *cause)
{
    return (pag_sample_value){
        .cell = cause->cell, .criterion = cause->criterion, .text = cause->text};
}

/* What else is wished beside the inputs, in one try after the other: the words of the entry's other
 * choices, and another entry in its list for whatever the first one cannot be. */
typedef struct trial {
    const pag_causes *causes;
    size_t word;
    bool two;
} trial;

static bool is_said(const pag_causes *causes, const pag_cell *cell)
{
    for (size_t i = 0; i < causes->n; i++) {
        if (causes->at[i].cell == cell) return true;
    }
    return false;
}

static size_t most_words(const pag_group *group)
{
    size_t most = 1;
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->origin == PAG_GIVEN && cell->n_choices > most) most = cell->n_choices;
    }
    return most;
}

static size_t wish_for(const trial *t, const pag_group *group, pag_sample_value *values)
{
    size_t n = 0;
    for (size_t i = 0; i < t->causes->n; i++) values[n++] = value_of(&t->causes->at[i]);
    for (size_t i = 0; t->word && i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->origin != PAG_GIVEN || !cell->n_choices || is_said(t->causes, cell)) continue;
        values[n++] =
            (pag_sample_value){.cell = cell, .text = cell->choices[t->word % cell->n_choices].word};
    }
    return n;
}

static bool tried(proving *p, const pag_group *group, const trial *t, pag_prove_on_wish visit,
                  void *ud)
{
    pag_sample_value *values =
        PAG_NEW_ARRAY(p->arena, pag_sample_value, t->causes->n + group->n_cells);
    const pag_sample_count two = {.list = group, .n = 2};
    const pag_sample_wish wish = {.n = wish_for(t, group, values),
                                  .values = values,
                                  .n_counts = t->two ? 1 : 0,
                                  .counts = &two,
                                  .lang = p->order->lang,
                                  .path = p->order->path};
    return visit(ud, &wish);
}

bool pag_prove_wishes(proving *p, const pag_cell *cell, pag_number target, pag_prove_on_wish visit,
                      void *ud)
{
    enum { ATTEMPTS = 6 };
    pag_causes causes;
    bool done = false;
    size_t words = most_words(cell->group);
    for (size_t i = 0; i < ATTEMPTS * words * 2 && !done; i++) {
        trial t = {&causes, i / 2 % words, cell->group->parent && i % 2};
        if (i % 2 && !cell->group->parent) continue;
        if (!pag_reach_solve(p->reach, cell, target, i / 2 / words, &causes)) return false;
        done = tried(p, cell->group, &t, visit, ud);
    }
    return done;
}

typedef struct stopping {
    proving *p;
    const pag_stop *stop;
    pag_str text;
} stopping;

static bool stops_so(void *ud, const pag_sample_wish *wish)
{
    stopping *s = ud;
    s->text = pag_prove_refused(s->p, wish, s->stop);
    return s->text.len > 0;
}

pag_str pag_prove_stopped(proving *p, const pag_cell *cell, pag_number target, const pag_stop *stop)
{
    stopping s = {p, stop, PAG_STR("")};
    (void)pag_prove_wishes(p, cell, target, stops_so, &s);
    return s.text;
}

/* --- one input raised --- */

/* The same of the second entry of its list; NULL when there is none. */
static const pag_figure *second_of(const pag_figure *first)
{
    const pag_entry *above = first->entry->parent;
    const pag_cell *list = above ? pag_group_cell(above->group, first->entry->group->name) : NULL;
    const pag_value *value = list ? &above->figures[list->slot].value : NULL;
    bool any = value && value->kind == PAG_VALUE_LIST && value->list->n > 1;
    return any ? &value->list->entries[1]->figures[first->cell->slot] : NULL;
}

/* 0: it has not what is to be raised. */
static size_t turns_of(const pag_result *result, const pag_raise *raise, pag_turn *turns)
{
    const pag_figure *first = pag_prove_figure(result->subjects, result->n_subjects, raise->input);
    if (!first) return 0;
    turns[0] = (pag_turn){first, raise->mark, *raise->value};
    if (!raise->rest) return 1;
    const pag_figure *second = second_of(first);
    if (second) turns[1] = (pag_turn){second, PAG_TURN_WHOLE, *raise->rest};
    return second ? 2 : 0;
}

bool pag_prove_raised(proving *p, pag_arena *run, const pag_sample *sample, const pag_raise *raise,
                      const pag_cell *cell, pag_raised *out)
{
    pag_turn turns[2];
    pag_result turned;
    const pag_result *result = &sample->result;
    const pag_figure *was = pag_prove_figure(result->subjects, result->n_subjects, cell);
    size_t n = turns_of(result, raise, turns);
    if (!n || !was || !pag_turn_read(sample->evaluation, run, turns, n, &turned) ||
        pag_result_evaluate(&turned, p->pack, run) != PAG_OK) {
        return false;
    }
    const pag_figure *now = pag_prove_figure(turned.subjects, turned.n_subjects, cell);
    if (!now) return false;
    *out = (pag_raised){was->value.number, now->value.number};
    return true;
}

/* --- a file like another one --- */

typedef struct likeness {
    proving *p;
    const pag_sample *base;
    size_t n, room;
    pag_sample_value *values;
} likeness;

static void keep_value(likeness *l, const pag_cell *cell)
{
    const pag_result *result = &l->base->result;
    const pag_figure *figure = pag_prove_figure(result->subjects, result->n_subjects, cell);
    pag_sample_value value = {.cell = cell};
    if (!figure || cell->origin != PAG_GIVEN || cell->list) return;
    switch (figure->value.kind) {
    case PAG_VALUE_NUMBER:
        value.text = pag_reach_written(l->p->arena, cell, figure->value.number);
        break;
    case PAG_VALUE_FLAG:
        value.text = figure->value.flag ? PAG_STR("true") : PAG_STR("false");
        break;
    case PAG_VALUE_CHOICE: value.text = figure->value.choice->word; break;
    default: return;
    }
    l->values = pag_list_grown(l->p->arena, l->values, l->n, &l->room, sizeof value);
    l->values[l->n++] = value;
}

/* As deep as lists nest. */
static void keep_values(likeness *l, const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        keep_value(l, &group->cells[i]);
        if (group->cells[i].list) keep_values(l, group->cells[i].list);
    }
}

pag_sample_wish pag_prove_like(proving *p, const pag_sample *base, pag_sample_wish wish)
{
    likeness l = {.p = p, .base = base};
    for (size_t i = 0; i < pag_pack_subjects(p->pack); i++) {
        keep_values(&l, pag_pack_subject(p->pack, i));
    }
    pag_sample_value *values = PAG_NEW_ARRAY(p->arena, pag_sample_value, l.n + wish.n + 1);
    for (size_t i = 0; i < l.n + wish.n; i++) {
        values[i] = i < l.n ? l.values[i] : wish.values[i - l.n];
    }
    wish.n += l.n;
    wish.values = values;
    return wish;
}
