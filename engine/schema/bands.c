/* Judges a band table when its pack loads: first each row and the order of the rows, then, once the
 * edges that were left out are completed, that rows neither overlap nor leave a gap unless the
 * author said what a gap means. It reads numbers only; an edge that is a formula is left for later.
 */
#include "base/text.h"
#include "schema/edges.h"

typedef struct judgement {
    pag_bands *bands;
    pag_arena *arena;
    pag_diagnostics *diags;
} judgement;

static pag_span span_of(const pag_band *row)
{
    return (pag_span){&row->low, &row->high};
}

/* --- edges of one kind --- */

static const pag_edge *edge_at(const pag_bands *bands, size_t i)
{
    return i % 2 ? &bands->rows[i / 2].high : &bands->rows[i / 2].low;
}

static bool units_agree(const judgement *j)
{
    const pag_edge *first = NULL;
    for (size_t i = 0; i < 2 * j->bands->n; i++) {
        const pag_edge *edge = edge_at(j->bands, i);
        if (edge->kind != PAG_EDGE_NUMBER) continue;
        if (!first) first = edge;
        if (pag_number_unit(edge->number) == pag_number_unit(first->number)) continue;
        pag_diagnostic *d = pag_diag_add(j->diags, PAG_E0106, edge->pos, 3, j->bands->name,
                                         pag_number_written(j->arena, edge->number),
                                         pag_number_written(j->arena, first->number));
        d->also = first->pos;
        return false;
    }
    return true;
}

/* Decimals are counted as people write scores: of 84.5% one decimal is kept in percent, not in the
 * ratio. */
static void scale_step(const judgement *j)
{
    pag_bands *bands = j->bands;
    pag_number percent = PAG_ZERO;
    if (!bands->rounds || pag_number_unit(bands->round_step) == PAG_PERCENT) return;
    for (size_t i = 0; i < 2 * bands->n; i++) {
        const pag_edge *edge = edge_at(bands, i);
        if (edge->kind != PAG_EDGE_NUMBER) continue;
        if (pag_number_unit(edge->number) != PAG_PERCENT) return;
        pag_number_parse(j->arena, PAG_STR("1%"), &percent);
        pag_number_multiply(j->arena, &bands->round_step, bands->round_step, percent);
        return;
    }
}

static bool all_numbers(const pag_bands *bands)
{
    for (size_t i = 0; i < 2 * bands->n; i++) {
        if (edge_at(bands, i)->kind == PAG_EDGE_FORMULA) return false;
    }
    return true;
}

/* --- rows as written --- */

static bool same_edge(const pag_edge *a, const pag_edge *b)
{
    if (a->kind != b->kind || a->kind == PAG_EDGE_FORMULA) return false;
    if (a->kind == PAG_EDGE_OPEN) return true;
    return a->inside == b->inside && pag_number_order(a->number, b->number) == 0;
}

static bool same_row(const pag_band *a, const pag_band *b)
{
    bool bare = a->low.kind == PAG_EDGE_OPEN && a->high.kind == PAG_EDGE_OPEN;
    return !bare && same_edge(&a->low, &b->low) && same_edge(&a->high, &b->high);
}

static bool rows_differ(const judgement *j)
{
    bool ok = true;
    const pag_band *rows = j->bands->rows;
    for (size_t i = 1; i < j->bands->n; i++) {
        size_t first = 0;
        while (first < i && !same_row(&rows[first], &rows[i])) first++;
        if (first == i) continue;
        pag_diagnostic *d = pag_diag_add(j->diags, PAG_E0104, rows[i].pos, 2, j->bands->name,
                                         pag_span_written(j->arena, span_of(&rows[i])));
        d->also = rows[first].pos;
        ok = false;
    }
    return ok;
}

/* Whether `next` belongs before `row`: by where they begin, or end where no beginning is written.
 */
static bool goes_back(const pag_band *row, const pag_band *next)
{
    if (pag_edges_known(&row->low, &next->low)) {
        return pag_number_order(next->low.number, row->low.number) < 0;
    }
    return pag_edges_known(&row->high, &next->high) &&
           pag_number_order(next->high.number, row->high.number) < 0;
}

static bool rows_ascend(const judgement *j)
{
    const pag_band *rows = j->bands->rows;
    for (size_t i = 1; i < j->bands->n; i++) {
        if (!goes_back(&rows[i - 1], &rows[i])) continue;
        pag_diagnostic *d = pag_diag_add(j->diags, PAG_E0105, rows[i].pos, 3, j->bands->name,
                                         pag_span_written(j->arena, span_of(&rows[i])),
                                         pag_span_written(j->arena, span_of(&rows[i - 1])));
        d->also = rows[i - 1].pos;
        return false;
    }
    return true;
}

/* --- what was not written --- */

static void imply(pag_edge *edge, const pag_edge *from)
{
    *edge = *from;
    edge->inside = !from->inside;
    edge->implied = true;
}

static bool edges_complete(const judgement *j)
{
    bool ok = true;
    for (size_t i = 1; i < j->bands->n; i++) {
        pag_band *row = &j->bands->rows[i - 1], *next = &j->bands->rows[i];
        if (row->high.kind == PAG_EDGE_OPEN && next->low.kind == PAG_EDGE_OPEN) {
            pag_diagnostic *d = pag_diag_add(j->diags, PAG_E0107, next->pos, 1, j->bands->name);
            d->also = row->pos;
            ok = false;
        } else if (row->high.kind == PAG_EDGE_OPEN) {
            imply(&row->high, &next->low);
        } else if (next->low.kind == PAG_EDGE_OPEN) {
            imply(&next->low, &row->high);
        }
    }
    return ok;
}

/* --- rows as completed --- */

static bool rows_hold_something(const judgement *j)
{
    bool ok = true;
    for (size_t i = 0; i < j->bands->n; i++) {
        const pag_band *row = &j->bands->rows[i];
        if (!pag_edges_known(&row->low, &row->high) || !pag_span_is_empty(span_of(row))) continue;
        pag_diag_add(j->diags, PAG_E0101, row->pos, 3, j->bands->name,
                     pag_edge_before(j->arena, &row->low), pag_edge_after(j->arena, &row->high));
        ok = false;
    }
    return ok;
}

/* The lower of two ends, of which the lower one may be open. */
static const pag_edge *nearer_end(const pag_edge *a, const pag_edge *b)
{
    if (a->kind != PAG_EDGE_NUMBER) return b;
    if (b->kind != PAG_EDGE_NUMBER) return a;
    int order = pag_number_order(a->number, b->number);
    return order < 0 || (order == 0 && !a->inside) ? a : b;
}

static bool say_overlap(const judgement *j, const pag_band *row, const pag_band *next)
{
    const pag_edge *end = nearer_end(&row->high, &next->high);
    pag_str before = pag_edge_before(j->arena, &next->low);
    pag_str after = pag_edge_after(j->arena, end);
    if (pag_edges_known(&next->low, end) && !pag_number_order(next->low.number, end->number)) {
        before = PAG_STR("");
        after =
            pag_text_join(j->arena, 2, PAG_STR(" = "), pag_number_written(j->arena, end->number));
    }
    pag_diagnostic *d = pag_diag_add(j->diags, PAG_E0102, pag_edge_pos(&next->low, next), 3,
                                     j->bands->name, before, after);
    d->also = pag_edge_pos(&row->high, row);
    return false;
}

/* Between rows that no last decimal joins a whole row may have been left out. */
static bool say_gap(const judgement *j, const pag_band *row, const pag_band *next,
                    const pag_gap *gap, pag_number example)
{
    pag_edge end = gap->high;
    end.inside = !gap->high.inside;
    bool step = pag_gap_is_step(j->arena, &row->high, &next->low);
    pag_str mend = pag_text_join(j->arena, 2, end.inside ? PAG_STR("below = ") : PAG_STR("to = "),
                                 pag_number_in_rules(j->arena, end.number));
    if (!step) mend = pag_row_between(j->arena, j->bands, row, &row->high, &next->low, NULL);
    pag_diag_add(j->diags, step ? PAG_E0103 : PAG_E0109, pag_edge_pos(&row->high, row), 5,
                 j->bands->name, pag_edge_before(j->arena, &gap->low),
                 pag_edge_after(j->arena, &gap->high), pag_number_written(j->arena, example), mend);
    return false;
}

static bool pair_fits(const judgement *j, const pag_band *row, const pag_band *next)
{
    pag_gap gap;
    pag_number example;
    pag_number step = j->bands->rounds ? j->bands->round_step : PAG_ZERO;
    if (!pag_edges_known(&row->high, &next->low)) return true;
    if (!pag_span_is_empty((pag_span){&next->low, &row->high})) return say_overlap(j, row, next);
    if (j->bands->gaps != PAG_GAPS_NONE) return true;
    if (!pag_gap_between(j->arena, &row->high, &next->low, step, &gap, &example)) return true;
    return say_gap(j, row, next, &gap, example);
}

/* Each row against the one that reaches highest so far: it is the row before, unless that one lies
 * within another. */
static bool rows_fit(const judgement *j)
{
    bool ok = true;
    const pag_band *rows = j->bands->rows, *reach = rows;
    for (size_t i = 1; i < j->bands->n; i++) {
        ok = pair_fits(j, reach, &rows[i]) && ok;
        bool within = pag_edges_known(&reach->high, &rows[i].high) &&
                      nearer_end(&reach->high, &rows[i].high) == &rows[i].high;
        if (!within) reach = &rows[i];
    }
    return ok;
}

bool pag_bands_judge(pag_bands *bands, pag_arena *arena, pag_diagnostics *diags)
{
    judgement j = {bands, arena, diags};
    bands->fixed = all_numbers(bands);
    if (bands->n == 0) {
        pag_diag_add(diags, PAG_E0108, bands->pos, 1, bands->name);
        return false;
    }
    scale_step(&j);
    if (!units_agree(&j) || !rows_differ(&j) || !rows_ascend(&j)) return false;
    return edges_complete(&j) && rows_hold_something(&j) && rows_fit(&j);
}
