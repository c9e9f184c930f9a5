/* Whether an evaluation in which inputs were turned is refused for what they are, or for something
 * else, which another evaluation has otherwise: that hides what would come about there. */
#include "prove/dials.h"
#include "schema/basis.h"

bool pag_step_is_beyond_dials(const pag_step *step)
{
    bool by_period = step->kind == PAG_STEP_LOOKED && step->bands->kind == PAG_TABLE_DATED &&
                     step->by != PAG_BY_CELL;
    bool over_list = step->kind == PAG_STEP_TOTAL && !step->tally;
    return step->kind == PAG_STEP_PERIOD || step->kind == PAG_STEP_SHARED || by_period || over_list;
}

static bool add_steps(pag_basis *basis, const pag_step *steps, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (pag_step_is_beyond_dials(&steps[i])) return false;
    }
    pag_basis_add(basis, steps, n);
    return true;
}

/* A figure that failed has kept none of its steps. */
static bool is_turned(const pag_dials *t, const pag_figure *read)
{
    const pag_cell *cell = read->cell;
    bool given = cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED;
    return read->state == PAG_DONE && !cell->list && (!given || pag_dials_has(t, cell));
}

/* Shares, and what is looked up by the period, may fail before they note what they rest on. */
static bool notes_all(const pag_figure *figure)
{
    const pag_cell *cell = figure ? figure->cell : NULL;
    if (!cell || cell->origin != PAG_LOOKED_UP) return !cell || cell->origin != PAG_SHARED;
    return cell->bands->kind != PAG_TABLE_DATED || cell->by_kind == PAG_BY_CELL;
}

static bool rests_on_dials(const pag_dials *t, pag_arena *run, const pag_failure *f)
{
    pag_basis basis = pag_basis_in(run);
    bool all = notes_all(f->figure) && add_steps(&basis, f->steps, f->n_steps);
    for (size_t i = 0; i < basis.figures.n && all; i++) {
        const pag_figure *read = basis.figures.at[i];
        all = is_turned(t, read) && add_steps(&basis, read->steps, read->n_steps);
    }
    return all;
}

static bool is_told(const pag_result *result, const pag_stop *stop)
{
    const pag_diagnostics *diags = result->evaluation->diags;
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        for (size_t k = 0; k < stop->n; k++) {
            if (pag_diagnostics_at(diags, i)->code == stop->codes[k]) return true;
        }
    }
    return false;
}

/* Whether it may be the very stop that is looked for. */
static bool may_be(proving *p, const pag_failure *f, const pag_stop *stop)
{
    if (stop->table) return pag_prove_missed_so(p, f, stop);
    return f->figure && f->figure->cell == stop->at;
}

/* What failed after the first may only have needed that; a condition that does not hold has had all
 * that it read. */
bool pag_dials_turn_refusal(const pag_dials *t, pag_arena *run, const pag_result *result,
                            const pag_stop *but)
{
    bool stopped = but && is_told(result, but);
    for (const pag_failure *f = result->failures; f; f = f->next) {
        bool own = f == result->failures || (f->condition && !f->stopped);
        if (!own || (stopped && may_be(t->p, f, but))) continue;
        if (rests_on_dials(t, run, f)) return true;
    }
    return false;
}
