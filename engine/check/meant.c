/* A plan means what its rules make of it. The pack evaluates a file of invented data; of what fails
 * there only that counts which no datum of the file has any part in. */
#include "check/meant.h"

#include "base/list.h"
#include "base/seen.h"
#include "sample/sample.h"

typedef struct reading {
    pag_arena *arena;
    pag_seen seen;
    PAG_LIST(const pag_figure *) figures;
} reading;

static void add_figure(reading *r, const pag_figure *figure)
{
    if (figure && pag_seen_add(&r->seen, figure)) PAG_LIST_ADD(r->arena, &r->figures, figure);
}

static void add_steps(reading *r, const pag_step *steps, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool several = steps[i].kind == PAG_STEP_TOTAL || steps[i].kind == PAG_STEP_SHARED;
        add_figure(r, steps[i].figure);
        for (size_t k = 0; several && steps[i].figures && k < steps[i].n; k++) {
            add_figure(r, steps[i].figures[k]);
        }
    }
}

/* A list is given where its entries are not those of the plan. */
static bool is_given(const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    return cell->list ? !cell->list->from.len : cell->origin == PAG_GIVEN;
}

static bool rests_on_given(pag_arena *arena, const pag_failure *failure)
{
    reading r = {.arena = arena, .seen = {.arena = arena}};
    for (const pag_entry *e = failure->entry; e->parent; e = e->parent) {
        if (!e->group->from.len) return true;
    }
    add_steps(&r, failure->steps, failure->n_steps);
    for (size_t i = 0; i < r.figures.n; i++) {
        const pag_figure *figure = r.figures.at[i];
        if (is_given(figure)) return true;
        add_steps(&r, figure->steps, figure->n_steps);
    }
    return false;
}

/* Whether every figure was had, so that the conditions could be judged. */
static bool is_judged(const pag_sample *sample)
{
    const pag_failure *f = sample->result.failures;
    while (f && f->condition && !f->stopped) f = f->next;
    return sample->evaluation && !f;
}

pag_diagnostics *pag_meant_judge(pag_check *check, const pag_loaded_pack *pack)
{
    pag_sample sample;
    const pag_sample_wish nothing = {.lang = check->style.lang};
    if (pag_sample_once(check->each, pack->pack, &nothing, &sample)) return NULL;
    if (!is_judged(&sample) && pag_sample_find(check->each, pack->pack, &nothing, &sample)) {
        return NULL;
    }
    pag_diagnostics *out =
        pag_diagnostics_create(check->each, pag_diagnostics_sources(sample.diags));
    for (const pag_failure *f = sample.result.failures; f; f = f->next) {
        if (f->told && !rests_on_given(check->each, f)) pag_diag_copy(out, f->told);
    }
    return pag_diagnostics_count(out) ? out : NULL;
}
