/* What the marks of a sheet can be, and what they come to. */
#include "reach/internal.h"

pag_set pag_reach_marks(pag_reach *r, const pag_cell *sheet, const pag_criterion *c)
{
    if (sheet->n_marks) return pag_set_of(r->arena, sheet->marks, sheet->n_marks);
    const pag_bounds bounds = pag_criterion_bounds(sheet, c);
    return pag_reach_allowed(r, sheet, &bounds);
}

/* Where criteria can be left out the rest stands for all of them: between nothing and everything,
 * where no mark is below zero. */
static pag_set some_of(pag_reach *r, const pag_cell *sheet, const pag_set *all, bool mean)
{
    pag_set any = pag_set_one(r->arena, PAG_ZERO);
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        any = pag_set_unite(r->arena, any, pag_reach_marks(r, sheet, &sheet->criteria[i]));
    }
    if (mean) return pag_set_span(any.low, any.high);
    return pag_set_is_positive(&any, true) ? pag_set_span(any.low, all->high) : pag_set_all();
}

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
    if (sheet->na != PAG_NA_REFUSE) return some_of(r, sheet, &sum, mean);
    return mean ? pag_set_divide(r->arena, sum, pag_set_one(r->arena, weights)) : sum;
}
