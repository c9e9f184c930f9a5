/* The edges of bands. An edge is a number at which a row begins or ends; where one row ends and the
 * next begins at the same number it is one edge. A test should have a score on each, because that
 * is where an act says "from", "to", "over" or "up to", and one on either side, because a wrong
 * edge shows there:
 *
 *   on     the score is the edge
 *   below  where the scores that there can be lie apart: no further down than the next of them;
 *          where they do not: anywhere in the row that lies under the edge, or in the gap between
 *   above  likewise
 *
 * Which scores there can be is found by reach/; where the table rounds, they are what becomes of
 * them. For what cannot be, and outside all rows, where nothing is to be had, nothing is asked. */
#include "schema/edges.h"
#include "ruletest/coverage.h"

static pag_number plain(pag_coverage *c, pag_number x)
{
    return pag_number_with_unit(c->arena, x, PAG_PLAIN);
}

/* --- a score --- */

/* The far end of the row that lies on that side of the edge. */
static const pag_edge *far_end(const pag_aim *edge, bool above)
{
    size_t row = edge->row;
    if (edge->high && above) row++;
    if (!edge->high && !above) row--;
    const pag_band *band = &edge->table->bands->rows[row];
    return above ? &band->high : &band->low;
}

static bool halfway(pag_coverage *c, pag_number a, pag_number b, pag_number *out)
{
    pag_number sum;
    return pag_number_add(c->arena, &sum, a, b) == PAG_NUMBER_OK &&
           pag_number_divide(c->arena, out, sum, pag_number_whole(c->arena, 2)) == PAG_NUMBER_OK;
}

/* Whether the number lies further than the end. */
static bool is_past(const pag_edge *end, bool above, pag_number x)
{
    if (end->kind != PAG_EDGE_NUMBER) return false;
    int order = pag_number_order(x, end->number);
    return order == 0 ? !end->inside : above == (order > 0);
}

/* What lies on that side of the number. */
static pag_set part_beside(pag_coverage *c, const pag_set *seen, pag_number x, bool above)
{
    const pag_end end = {true, false, x};
    return above ? pag_set_from(c->arena, *seen, end) : pag_set_up_to(c->arena, *seen, end);
}

/* Of scores that lie close together any in the row will do; one that is near, of those there are.
 */
static bool close_to(pag_coverage *c, const pag_aim *edge, const pag_set *part, bool above,
                     pag_number *out)
{
    pag_number grain = edge->table->grain;
    const pag_edge *end = far_end(edge, above);
    pag_number_error e = above ? pag_number_add(c->arena, out, edge->edge, grain)
                               : pag_number_subtract(c->arena, out, edge->edge, grain);
    if (e != PAG_NUMBER_OK) return false;
    if (is_past(end, above, *out) && !halfway(c, edge->edge, plain(c, end->number), out)) {
        return false;
    }
    if (!pag_set_has(c->arena, part, *out)) *out = pag_set_some(c->arena, part);
    return !is_past(end, above, *out);
}

static bool seen_beside(pag_coverage *c, const pag_aim *edge, bool above, pag_number *out)
{
    const pag_set part = part_beside(c, &edge->table->seen, edge->edge, above);
    if (part.empty) return false;
    if (!pag_scores_are_apart(&part)) return close_to(c, edge, &part, above, out);
    *out = above ? part.low.number : part.high.number;
    bool own = edge->high != above; /* the row that has the edge must have the score */
    return !own || !is_past(far_end(edge, above), above, *out);
}

/* On that side of an edge that is known; false where there can be no such score. */
static bool score_at(pag_coverage *c, const pag_aim *edge, int side, pag_number *out)
{
    const pag_reached_table *table = edge->table;
    *out = edge->edge;
    bool found = side == PAG_ON ? pag_set_has(c->arena, &table->seen, edge->edge)
                                : seen_beside(c, edge, side == PAG_ABOVE, out);
    return found && pag_score_of(c, table, *out, out);
}

bool pag_edge_score(pag_coverage *c, const pag_aim *edge, int side, pag_number *out)
{
    if (!edge->known) return false;
    bool found = score_at(c, edge, side, out);
    *out = pag_score_valued(c, edge->table, *out);
    return found;
}

static void leave_out_impossible(pag_coverage *c, pag_aim *edge)
{
    for (int side = 0; edge->known && side < PAG_SIDES; side++) {
        pag_number score;
        if (edge->wanted[side] && !score_at(c, edge, side, &score)) edge->wanted[side] = false;
    }
}

/* --- which edges there are --- */

/* Whether the row ends where the next one begins, whatever the number. */
static bool is_shared(const pag_bands *bands, size_t row)
{
    const pag_edge *high = &bands->rows[row].high, *low = &bands->rows[row + 1].low;
    if (high->implied || low->implied) return true;
    return pag_edges_known(high, low) && pag_number_order(high->number, low->number) == 0;
}

/* A row that holds one score. */
static bool is_point(const pag_band *row)
{
    return pag_edges_known(&row->low, &row->high) &&
           pag_number_order(row->low.number, row->high.number) == 0;
}

static void add_edge(pag_coverage *c, pag_reached_table *table, size_t row, bool high)
{
    const pag_bands *bands = table->bands;
    const pag_band *band = &bands->rows[row];
    const pag_edge *edge = high ? &band->high : &band->low;
    bool point = is_point(band), outermost = high ? row + 1 == bands->n : row == 0;
    bool shared = high && !outermost && is_shared(bands, row);
    pag_aim reach = {.kind = PAG_AIM_EDGE, .table = table, .row = row, .high = high};
    reach.shared = shared;
    reach.wanted[PAG_BELOW] = high ? shared || !point : !outermost;
    reach.wanted[PAG_ABOVE] = high ? !outermost && !(shared && is_point(band + 1)) : !point;
    reach.wanted[PAG_ON] = (!outermost || edge->inside) && !(high && point && !shared);
    if (shared && edge->implied) {
        band++;
        edge = &band->low;
    }
    reach.pos = pag_edge_pos(edge, band);
    reach.known = edge->kind == PAG_EDGE_NUMBER;
    if (reach.known) reach.edge = plain(c, edge->number);
    leave_out_impossible(c, &reach);
    PAG_LIST_ADD(c->arena, &c->all, reach);
}

void pag_edges_add(pag_coverage *c, pag_reached_table *table)
{
    const pag_bands *bands = table->bands;
    for (size_t i = 0; i < bands->n; i++) {
        bool begun = i > 0 && is_shared(bands, i - 1);
        if (bands->rows[i].low.kind != PAG_EDGE_OPEN && !begun) add_edge(c, table, i, false);
        if (bands->rows[i].high.kind != PAG_EDGE_OPEN) add_edge(c, table, i, true);
    }
}

/* --- looking --- */

/* The edge of a row in this look-up; false when it is open. */
static bool edge_at(pag_coverage *c, const pag_step *step, size_t row, bool high, pag_number *out)
{
    const pag_band *band = &step->bands->rows[row];
    const pag_edge *edge = high ? &band->high : &band->low;
    if (edge->kind == PAG_EDGE_OPEN) return false;
    *out = plain(c, step->numbers ? step->numbers[2 * row + high] : edge->number);
    return true;
}

/* Whether a score that is not on the edge is near enough to it. */
static bool is_near(pag_coverage *c, const pag_aim *edge, const pag_step *step, pag_number score,
                    bool above)
{
    pag_number end;
    size_t row = edge->row;
    const pag_set part = part_beside(c, &edge->table->seen, edge->edge, above);
    if (part.empty) return false;
    if (pag_scores_are_apart(&part)) { /* as far as the next one */
        return above ? pag_number_order(score, part.low.number) <= 0
                     : pag_number_order(score, part.high.number) >= 0;
    }
    if (!edge->high && !above) {
        if (row == 0) return false;
        row--;
    }
    if (edge->high && above) {
        if (row + 1 == step->bands->n) return false;
        row++;
    }
    if (!edge_at(c, step, row, above, &end)) return true;
    const pag_band *band = &step->bands->rows[row];
    int order = pag_number_order(score, end);
    if (order == 0) return above ? band->high.inside : band->low.inside;
    return above ? order < 0 : order > 0;
}

/* An edge that no score is on, as 41 where they are all even, belongs to the side whose row has it:
 * a case with that number shows what the next score would. */
static void see(pag_coverage *c, pag_aim *edge, const pag_step *step, pag_number score, int order)
{
    const pag_band *row = &step->bands->rows[edge->row];
    bool on = order == 0 && edge->wanted[PAG_ON];
    bool above = order ? order > 0 : edge->high ? !row->high.inside : row->low.inside;
    if (on || !is_near(c, edge, step, score, above)) {
        edge->seen[PAG_ON] = edge->seen[PAG_ON] || order == 0;
    } else {
        edge->seen[above ? PAG_ABOVE : PAG_BELOW] = true;
    }
}

void pag_edges_looked(pag_coverage *c, const pag_reached_table *table, const pag_step *step)
{
    pag_number score = plain(c, step->before), number;
    for (size_t i = table->first + table->bands->n; i < table->first + table->n; i++) {
        pag_aim *edge = &c->all.at[i];
        bool low = edge->shared && edge->table->bands->rows[edge->row].high.implied;
        bool known = low ? edge_at(c, step, edge->row + 1, false, &number)
                         : edge_at(c, step, edge->row, edge->high, &number);
        if (!known) continue;
        edge->edge = number;
        edge->known = true;
        see(c, edge, step, score, pag_number_order(score, number));
    }
}

/* --- a score in a row --- */

bool pag_row_score(pag_coverage *c, const pag_reached_table *table, size_t row, pag_number *out)
{
    pag_set part = pag_reach_row(c->reach, table->bands, &table->seen, row);
    if (part.empty) return false;
    if (table->by) { /* one that its cell can be, if there is one: formulas may ask for others */
        const pag_set *own = pag_reach_set(c->reach, table->by);
        const pag_set seen =
            pag_reach_rounded_score(c->reach, table->bands, own, table->asked.unit);
        const pag_set here = pag_reach_row(c->reach, table->bands, &seen, row);
        if (!here.empty) part = here;
    }
    *out = pag_set_some(c->arena, &part);
    bool found = pag_score_of(c, table, *out, out);
    *out = pag_score_valued(c, table, *out);
    return found;
}
