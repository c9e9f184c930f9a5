/* What the marks of a sheet can be, and what they come to. */
#include "reach/internal.h"

pag_set pag_reach_marks(pag_reach *r, const pag_cell *sheet, const pag_criterion *c)
{
    if (sheet->n_marks) return pag_set_of(r->arena, sheet->marks, sheet->n_marks);
    const pag_bounds bounds = pag_criterion_bounds(sheet, c);
    return pag_reach_allowed(r, sheet, &bounds);
}

static pag_set no_more_than_all(pag_reach *r, const pag_set *all)
{
    pag_end low = {true, true, PAG_ZERO};
    (void)r;
    return pag_set_span(low, all->high);
}

/* Where criteria can be left out the rest stands for all of them: between nothing and everything.
 */
pag_set pag_reach_sheet(pag_reach *r, const pag_cell *sheet, bool mean)
{
    pag_set sum = pag_set_one(r->arena, PAG_ZERO);
    pag_number weights = PAG_ZERO;
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        const pag_criterion *c = &sheet->criteria[i];
        pag_number weight = pag_number_with_unit(r->arena, pag_criterion_weight(c), PAG_PLAIN);
        pag_set mark = pag_reach_marks(r, sheet, c);
        mark = pag_set_multiply(r->arena, mark, pag_set_one(r->arena, weight));
        sum = pag_set_add(r->arena, sum, mark);
        (void)pag_number_add(r->arena, &weights, weights, weight);
    }
    if (sheet->na == PAG_NA_REFUSE) {
        return mean ? pag_set_divide(r->arena, sum, pag_set_one(r->arena, weights)) : sum;
    }
    pag_set all = no_more_than_all(r, &sum);
    if (!mean) return all;
    pag_end low = {true, true, PAG_ZERO};
    pag_set best = pag_set_empty();
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        best = pag_set_unite(r->arena, best, pag_reach_marks(r, sheet, &sheet->criteria[i]));
    }
    return pag_set_span(low, best.high);
}
