/* Evaluations that show something: made from the inputs that bring a value about, and evaluated
 * before they are believed. */
#include "prove/internal.h"

bool pag_prove_is_stopped_by(const pag_diagnostics *diags, const pag_code *codes, size_t n)
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

/* Whether some must fails too: then the evaluation is refused anyway, and shows nothing. */
static bool is_refused_anyway(proving *p, const pag_sample *sample, const pag_cell *cell)
{
    if (!sample->evaluation) return true;
    pag_evaluation own = *sample->evaluation;
    own.diags = pag_diagnostics_create(p->arena, pag_pack_sources(p->pack));
    pag_result result;
    pag_result_open(&own, p->arena, &result);
    return pag_prove_breaks_must(p, p->arena, &result, cell);
}

pag_str pag_prove_refused(proving *p, const pag_cell *cell, const pag_sample_wish *wish,
                          const pag_code *codes, size_t n)
{
    pag_sample sample;
    bool accepted = pag_sample_find(p->arena, p->pack, wish, &sample);
    bool shows = !accepted && sample.diags && pag_prove_is_stopped_by(sample.diags, codes, n) &&
                 !is_refused_anyway(p, &sample, cell);
    return shows ? sample.text : PAG_STR("");
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

/* Empty when the pack accepts it, or stops otherwise. */
static pag_str tried(proving *p, const pag_cell *cell, const trial *t, const pag_code *codes,
                     size_t n_codes)
{
    const pag_group *group = cell->group;
    pag_sample_value *values =
        PAG_NEW_ARRAY(p->arena, pag_sample_value, t->causes->n + group->n_cells);
    const pag_sample_count two = {.list = group, .n = 2};
    pag_sample_wish wish = {.n = wish_for(t, group, values),
                            .values = values,
                            .n_counts = t->two ? 1 : 0,
                            .counts = &two,
                            .lang = p->order->lang,
                            .path = p->order->path};
    return pag_prove_refused(p, cell, &wish, codes, n_codes);
}

pag_str pag_prove_stopped(proving *p, const pag_cell *cell, pag_number target,
                          const pag_code *codes, size_t n_codes)
{
    enum { ATTEMPTS = 6 };
    pag_causes causes;
    pag_str found = PAG_STR("");
    size_t words = most_words(cell->group);
    for (size_t i = 0; i < ATTEMPTS * words * 2 && !found.len; i++) {
        trial t = {&causes, i / 2 % words, cell->group->parent && i % 2};
        if (i % 2 && !cell->group->parent) continue;
        if (!pag_reach_solve(p->reach, cell, target, i / 2 / words, &causes)) return found;
        found = tried(p, cell, &t, codes, n_codes);
    }
    return found;
}
