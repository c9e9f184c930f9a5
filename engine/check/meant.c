/* A plan means what its rules make of it. The pack evaluates a file of invented data; of what fails
 * there only that counts which no datum of the file has any part in. */
#include "check/meant.h"

#include "sample/sample.h"
#include "schema/basis.h"

/* A list is given where its entries are not those of the plan. */
static bool is_given(const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    return cell->list ? !cell->list->from.len : cell->origin == PAG_GIVEN;
}

static bool rests_on_given(pag_arena *arena, const pag_failure *failure)
{
    pag_basis basis = pag_basis_in(arena);
    for (const pag_entry *e = failure->entry; e->parent; e = e->parent) {
        if (!e->group->from.len) return true;
    }
    pag_basis_add(&basis, failure->steps, failure->n_steps);
    for (size_t i = 0; i < basis.figures.n; i++) {
        const pag_figure *figure = basis.figures.at[i];
        if (is_given(figure)) return true;
        pag_basis_add(&basis, figure->steps, figure->n_steps);
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
