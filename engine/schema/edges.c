/* The edges of bands: whether a span or the gap between two rows holds a score, and how edges are
 * written. It judges nothing and says nothing to anybody. */
#include "schema/edges.h"

#include "base/text.h"

bool pag_edges_known(const pag_edge *a, const pag_edge *b)
{
    return a->kind == PAG_EDGE_NUMBER && b->kind == PAG_EDGE_NUMBER;
}

bool pag_span_is_empty(pag_span span)
{
    int order = pag_number_order(span.low->number, span.high->number);
    return order > 0 || (order == 0 && !(span.low->inside && span.high->inside));
}

pag_str pag_edge_before(pag_arena *arena, const pag_edge *low)
{
    if (low->kind != PAG_EDGE_NUMBER) return PAG_STR("");
    return pag_text_join(arena, 3, pag_number_written(arena, low->number),
                         low->inside ? PAG_STR(" ≤") : PAG_STR(" <"), PAG_STR(" "));
}

pag_str pag_edge_after(pag_arena *arena, const pag_edge *high)
{
    if (high->kind != PAG_EDGE_NUMBER) return PAG_STR("");
    return pag_text_join(arena, 2, high->inside ? PAG_STR(" ≤ ") : PAG_STR(" < "),
                         pag_number_written(arena, high->number));
}

pag_str pag_number_in_rules(pag_arena *arena, pag_number x)
{
    pag_str text = pag_number_written(arena, x);
    if (pag_number_unit(x) == PAG_PLAIN && pag_number_is_whole(x)) return text;
    return pag_text_join(arena, 3, PAG_STR("\""), text, PAG_STR("\""));
}

pag_str pag_span_written(pag_arena *arena, pag_span span)
{
    pag_text text = {.arena = arena};
    if (span.low->kind == PAG_EDGE_NUMBER) {
        pag_text_put(&text, span.low->inside ? PAG_STR("from = ") : PAG_STR("above = "));
        pag_text_put(&text, pag_number_in_rules(arena, span.low->number));
    }
    if (span.high->kind == PAG_EDGE_NUMBER) {
        if (text.len) pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, span.high->inside ? PAG_STR("to = ") : PAG_STR("below = "));
        pag_text_put(&text, pag_number_in_rules(arena, span.high->number));
    }
    return pag_text_str(&text);
}

bool pag_edge_is_passed(const pag_edge *high, pag_number now, pag_number score)
{
    if (high->kind == PAG_EDGE_OPEN) return false;
    int order = pag_number_order(score, now);
    return order > 0 || (order == 0 && !high->inside);
}

pag_pos pag_edge_pos(const pag_edge *edge, const pag_band *row)
{
    return edge->pos.source && !edge->implied ? edge->pos : row->pos;
}

/* The least multiple of `step` in the gap. */
static bool step_within(pag_arena *arena, const pag_gap *gap, pag_number step, pag_number *out)
{
    pag_number at, plain = pag_number_with_unit(arena, gap->low.number, PAG_PLAIN);
    pag_rounding up = pag_number_sign(plain) < 0 ? PAG_DOWN : PAG_UP;
    step = pag_number_with_unit(arena, step, PAG_PLAIN);
    if (pag_number_round(arena, &at, plain, step, up)) return true;
    if (pag_number_order(at, plain) == 0 && !gap->low.inside &&
        pag_number_add(arena, &at, at, step)) {
        return true;
    }
    int order = pag_number_order(at, gap->high.number);
    *out = pag_number_with_unit(arena, at, pag_number_unit(gap->low.number));
    return order < 0 || (order == 0 && gap->high.inside);
}

/* Stays at the lower edge should the numbers be too long to be halved. */
static pag_number middle(pag_arena *arena, const pag_gap *gap)
{
    pag_number sum, half = gap->low.number;
    if (pag_number_add(arena, &sum, gap->low.number, gap->high.number) == PAG_NUMBER_OK) {
        pag_number_error e = pag_number_divide(arena, &half, sum, pag_number_whole(arena, 2));
        if (e) half = gap->low.number;
    }
    return half;
}

bool pag_gap_between(pag_arena *arena, const pag_edge *high, const pag_edge *low, pag_number step,
                     pag_gap *out, pag_number *example)
{
    *out = (pag_gap){.low = *high, .high = *low};
    out->low.inside = !high->inside;
    out->high.inside = !low->inside;
    if (pag_span_is_empty((pag_span){&out->low, &out->high})) return false;
    *example = middle(arena, out);
    if (pag_number_sign(step) <= 0) return true;
    return step_within(arena, out, step, example);
}

/* --- a row that is missing --- */

/* One in the last decimal that the edge is written with; false where it has no last one. */
static bool last_decimal(pag_arena *arena, const pag_edge *edge, pag_number *out)
{
    const pag_str text = pag_number_written(arena, edge->number);
    size_t end = 0, point = pag_str_find(text, '.');
    while (end < text.len && text.at[end] != '%' && text.at[end] != ' ') end++;
    if (pag_str_find(text, '/') < text.len) return false;
    pag_text unit = {.arena = arena};
    if (point < end) {
        pag_text_put(&unit, PAG_STR("0."));
        for (size_t i = point + 2; i < end; i++) pag_text_byte(&unit, '0');
    }
    pag_text_byte(&unit, '1');
    if (pag_number_unit(edge->number) == PAG_PERCENT) pag_text_byte(&unit, '%');
    return pag_number_parse(arena, pag_text_str(&unit), out) == PAG_NUMBER_OK;
}

/* The finer of the two edges' last decimals. */
static bool step_of(pag_arena *arena, const pag_edge *high, const pag_edge *low, pag_number *out)
{
    pag_number other;
    if (!last_decimal(arena, high, out) || !last_decimal(arena, low, &other)) return false;
    if (pag_number_order(other, *out) < 0) *out = other;
    *out = pag_number_with_unit(arena, *out, pag_number_unit(high->number));
    return true;
}

bool pag_gap_is_step(pag_arena *arena, const pag_edge *high, const pag_edge *low)
{
    pag_number step, wide;
    if (!step_of(arena, high, low, &step)) return false;
    if (pag_number_subtract(arena, &wide, low->number, high->number)) return false;
    return pag_number_order(wide, step) <= 0;
}

bool pag_give_is_open(pag_str text)
{
    return pag_str_equal(text, PAG_STR("…")) || pag_str_equal(text, PAG_STR("..."));
}

pag_str pag_gives_open(pag_arena *arena, const pag_band *beside)
{
    pag_text out = {.arena = arena};
    if (beside->n_gives == 0 || !beside->gives[0].key.len) return PAG_STR("give = \"…\"");
    for (size_t i = 0; i < beside->n_gives; i++) {
        pag_text_put(&out, i ? PAG_STR(", ") : PAG_STR("give = { "));
        pag_text_put(&out, beside->gives[i].key);
        pag_text_put(&out, PAG_STR(" = \"…\""));
    }
    pag_text_put(&out, PAG_STR(" }"));
    return pag_text_str(&out);
}

/* From one decimal behind the row below to one before the row above: 71 to 85 between 70 and 86.
 * False, and nothing is changed, where that would leave out the score. */
static bool step_inwards(pag_arena *arena, const pag_number *score, pag_edge *from, pag_edge *to)
{
    pag_number step, first, last;
    if (pag_gap_is_step(arena, from, to) || !step_of(arena, from, to, &step)) return false;
    if (pag_number_add(arena, &first, from->number, step)) return false;
    if (pag_number_subtract(arena, &last, to->number, step)) return false;
    if (score && pag_number_order(*score, first) < 0) return false;
    if (score && pag_number_order(*score, last) > 0) return false;
    *from = (pag_edge){.kind = PAG_EDGE_NUMBER, .inside = true, .number = first};
    *to = (pag_edge){.kind = PAG_EDGE_NUMBER, .inside = true, .number = last};
    return true;
}

pag_str pag_row_between(pag_arena *arena, const pag_bands *table, const pag_band *below,
                        const pag_edge *high, const pag_edge *low, const pag_number *score)
{
    pag_edge from = *high, to = *low;
    bool holes = table->gaps != PAG_GAPS_NONE && high->inside && low->inside;
    if (!holes || !step_inwards(arena, score, &from, &to)) {
        from.inside = !high->inside;
        to.inside = !low->inside;
    }
    return pag_text_join(arena, 5, PAG_STR("{ "), pag_span_written(arena, (pag_span){&from, &to}),
                         PAG_STR(", "), pag_gives_open(arena, below), PAG_STR(" }"));
}
