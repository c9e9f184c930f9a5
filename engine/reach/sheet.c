/* What the marks of a sheet can be, and what they come to. */
#include "reach/internal.h"

pag_set pag_reach_marks(pag_reach *r, const pag_cell *sheet, const pag_criterion *c)
{
    if (sheet->n_marks) return pag_set_of(r->arena, sheet->marks, sheet->n_marks);
    const pag_bounds bounds = pag_criterion_bounds(sheet, c);
    return pag_reach_allowed(r, sheet, &bounds);
}

static pag_number plain_weight(pag_reach *r, const pag_criterion *c)
{
    return pag_number_with_unit(r->arena, pag_criterion_weight(c), PAG_PLAIN);
}

/* Every mark that any criterion of the sheet can get, and nothing at all. */
static pag_set any_mark(pag_reach *r, const pag_cell *sheet)
{
    pag_set any = pag_set_one(r->arena, PAG_ZERO);
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        any = pag_set_unite(r->arena, any, pag_reach_marks(r, sheet, &sheet->criteria[i]));
    }
    return any;
}

/* A criterion that is left out adds nothing to the sum. Where the rest stands for all, it stands
 * for something between nothing and everything, as long as no mark is below zero. */
pag_set pag_reach_sheet(pag_reach *r, const pag_cell *sheet, bool mean)
{
    pag_set none = pag_set_one(r->arena, PAG_ZERO), sum = none, any = any_mark(r, sheet);
    pag_number weights = PAG_ZERO;
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        const pag_criterion *c = &sheet->criteria[i];
        pag_number weight = plain_weight(r, c);
        pag_set mark = pag_reach_marks(r, sheet, c);
        mark = pag_set_multiply(r->arena, mark, pag_set_one(r->arena, weight));
        if (sheet->na == PAG_NA_LEAVE_OUT) mark = pag_set_unite(r->arena, mark, none);
        sum = pag_set_add(r->arena, sum, mark);
        (void)pag_number_add(r->arena, &weights, weights, weight);
    }
    if (sheet->na == PAG_NA_REFUSE) {
        return mean ? pag_set_divide(r->arena, sum, pag_set_one(r->arena, weights)) : sum;
    }
    if (mean) return pag_set_span(any.low, any.high);
    if (sheet->na == PAG_NA_LEAVE_OUT) return sum;
    return pag_set_is_positive(&any, true) ? pag_set_span(any.low, sum.high) : pag_set_all();
}

/* Any criteria may be left, and one that counts always is. */
pag_set pag_reach_full(pag_reach *r, const pag_cell *sheet)
{
    pag_number all = PAG_ZERO, least = PAG_ZERO;
    bool counts = false, below = false;
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        const pag_criterion *c = &sheet->criteria[i];
        pag_number weight = plain_weight(r, c);
        pag_number most = pag_number_with_unit(r->arena, pag_criterion_most(sheet, c), PAG_PLAIN);
        if (pag_number_multiply(r->arena, &most, most, weight) ||
            pag_number_add(r->arena, &all, all, most)) {
            return pag_set_all();
        }
        below = below || pag_number_sign(most) < 0;
        if (pag_number_sign(weight) == 0) continue;
        if (!counts || pag_number_order(most, least) < 0) least = most;
        counts = true;
    }
    if (below) return pag_set_all();
    return pag_set_span((pag_end){true, true, least}, (pag_end){true, true, all});
}
