/* What optional cells were read and were not there: why a calculation meets nothing. */
#include "eval/internal.h"

pag_str pag_run_left_out(void *ud, pag_arena *arena)
{
    const pag_run *r = ud;
    pag_text names = {.arena = arena};
    const pag_level *at = r->depth ? &r->levels[r->depth - 1] : NULL;
    for (size_t i = at ? at->first_step : r->n_steps; i < r->n_steps; i++) {
        const pag_step *step = &r->steps[i];
        if (step->kind != PAG_STEP_READ || !pag_figure_is_left_out(step->figure)) continue;
        if (names.len) pag_text_put(&names, PAG_STR(", "));
        pag_text_put(&names, step->figure->cell->name);
        if (step->figure->entry == at->entry || !step->figure->entry->parent) continue;
        pag_text_put(&names, PAG_STR(" ("));
        pag_text_put(&names, step->figure->entry->name);
        pag_text_byte(&names, ')');
    }
    return pag_text_str(&names);
}
