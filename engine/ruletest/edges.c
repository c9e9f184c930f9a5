/* The edges of bands. An edge is a number at which a row begins or ends; where one row ends and the
 * next begins at the same number it is one edge. A test should have a score on each, because that
 * is where an act says "from", "to", "over" or "up to", and one on either side, because a wrong
 * edge shows there:
 *
 *   on     the score is the edge
 *   below  with a step of scores: less than one step under it; without: anywhere in the row that
 *          lies under the edge, or in the gap between
 *   above  likewise
 *
 * The step is that of what is looked up, or what it is rounded to, 1 for whole numbers; where the
 * table rounds, a score is what becomes of one of these. Outside all rows nothing is to be had, so
 * nothing is asked for there. */
#include "schema/edges.h"
#include "ruletest/coverage.h"

static pag_number plain(pag_coverage *c, pag_number x)
{
    return pag_number_with_unit(c->arena, x, PAG_PLAIN);
}

/* --- a score --- */

/* The far end of the row that lies on that side of the edge. */
static const pag_edge *far_end(const pag_reach *edge, bool above)
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

/* What the cell that is looked up can be at all; bounds are set only where it is a number. */
static pag_bounds bounds_of(const pag_reached_table *table)
{
    const pag_cell *by = table->by;
    bool bounded = by && pag_type_is_number(by->type);
    return bounded ? pag_cell_bounds(by) : (pag_bounds){0};
}

static bool is_within(pag_coverage *c, const pag_bounds *bounds, pag_number score)
{
    return (!bounds->min.set || pag_number_order(score, plain(c, bounds->min.number)) >= 0) &&
           (!bounds->max.set || pag_number_order(score, plain(c, bounds->max.number)) <= 0);
}

/* Without steps any score of the row will do: the bound, where the nearest one is beyond it. */
static bool bring_within(pag_coverage *c, const pag_reach *edge, bool above, pag_number *out)
{
    const pag_bounds bounds = bounds_of(edge->table);
    if (is_within(c, &bounds, *out)) return true;
    bool low = bounds.min.set && pag_number_order(*out, plain(c, bounds.min.number)) < 0;
    *out = plain(c, low ? bounds.min.number : bounds.max.number);
    int order = pag_number_order(*out, edge->edge);
    return (above ? order > 0 : order < 0) && !is_past(far_end(edge, above), above, *out);
}

static bool near(pag_coverage *c, const pag_reach *edge, bool above, pag_number *out)
{
    pag_number grain = edge->table->grain;
    const pag_edge *end = far_end(edge, above);
    pag_number_error e = above ? pag_number_add(c->arena, out, edge->edge, grain)
                               : pag_number_subtract(c->arena, out, edge->edge, grain);
    if (e != PAG_NUMBER_OK) return false;
    return !is_past(end, above, *out) || halfway(c, edge->edge, plain(c, end->number), out);
}

/* On that side of an edge that is known; false where the cell cannot be such a score. */
static bool score_at(pag_coverage *c, const pag_reach *edge, int side, pag_number *out)
{
    const pag_reached_table *table = edge->table;
    const pag_bounds bounds = bounds_of(table);
    bool above = side == PAG_ABOVE, stepped = pag_scores_stepped(table), found = true;
    *out = edge->edge;
    if (side == PAG_ON) {
        found = !stepped || pag_score_on(c, table, edge->edge, out);
    } else if (stepped) {
        found = pag_score_beside(c, table, edge->edge, above, out);
    } else {
        found = near(c, edge, above, out) && bring_within(c, edge, above, out);
    }
    return found && is_within(c, &bounds, *out);
}

bool pag_edge_score(pag_coverage *c, const pag_reach *edge, int side, pag_number *out)
{
    if (!edge->known) return false;
    bool found = score_at(c, edge, side, out);
    *out = pag_score_valued(c, edge->table, *out);
    return found;
}

static void leave_out_impossible(pag_coverage *c, pag_reach *edge)
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
    pag_reach reach = {.kind = PAG_REACH_EDGE, .table = table, .row = row, .high = high};
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
    pag_scores_find(c, table);
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

/* As far as the next score that there can be. */
static bool within_step(pag_coverage *c, const pag_reached_table *table, pag_number edge,
                        pag_number score, bool above)
{
    pag_number next;
    if (!pag_score_beside(c, table, edge, above, &next) || !pag_score_seen(c, table, next, &next)) {
        return false;
    }
    int order = pag_number_order(score, next);
    return above ? order <= 0 : order >= 0;
}

/* Whether a score that is not on the edge is near enough to it. */
static bool is_near(pag_coverage *c, const pag_reach *edge, const pag_step *step, pag_number score,
                    bool above)
{
    pag_number end;
    size_t row = edge->row;
    if (pag_scores_stepped(edge->table))
        return within_step(c, edge->table, edge->edge, score, above);
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

void pag_edges_looked(pag_coverage *c, const pag_reached_table *table, const pag_step *step)
{
    pag_number score = plain(c, step->before), number;
    for (size_t i = table->first + table->bands->n; i < table->first + table->n; i++) {
        pag_reach *edge = &c->all.at[i];
        bool low = edge->shared && edge->table->bands->rows[edge->row].high.implied;
        bool known = low ? edge_at(c, step, edge->row + 1, false, &number)
                         : edge_at(c, step, edge->row, edge->high, &number);
        if (!known) continue;
        edge->edge = number;
        edge->known = true;
        int order = pag_number_order(score, number);
        if (order == 0) {
            edge->seen[PAG_ON] = true;
        } else if (is_near(c, edge, step, score, order > 0)) {
            edge->seen[order > 0 ? PAG_ABOVE : PAG_BELOW] = true;
        }
    }
}

/* --- a score in a row --- */

/* Without steps: an end that is inside, else the middle. */
static bool some_score(pag_coverage *c, const pag_band *row, pag_number *out)
{
    bool low = row->low.kind == PAG_EDGE_NUMBER, high = row->high.kind == PAG_EDGE_NUMBER;
    *out = plain(c, low ? row->low.number : row->high.number);
    if (low ? row->low.inside : row->high.inside) return true;
    if (!low || !high) return false;
    if (!row->high.inside) return halfway(c, *out, plain(c, row->high.number), out);
    *out = plain(c, row->high.number);
    return true;
}

/* Whether the row holds what the table sees of the score. */
static bool is_in(pag_coverage *c, const pag_reached_table *table, const pag_band *row,
                  pag_number score)
{
    pag_number seen;
    return pag_score_seen(c, table, score, &seen) && !is_past(&row->low, false, seen) &&
           !is_past(&row->high, true, seen);
}

/* The bound itself, or the first score inside of it. */
static bool score_at_bound(pag_coverage *c, const pag_reached_table *table, const pag_bound *bound,
                           bool above, pag_number *out)
{
    if (!bound->set) return false;
    pag_number number = plain(c, bound->number);
    *out = number;
    return !pag_scores_stepped(table) || pag_score_on(c, table, number, out) ||
           pag_score_beside(c, table, number, above, out);
}

bool pag_row_score(pag_coverage *c, const pag_reached_table *table, size_t at, pag_number *out)
{
    const pag_band *row = &table->bands->rows[at];
    const pag_bounds bounds = bounds_of(table);
    bool low = row->low.kind == PAG_EDGE_NUMBER;
    const pag_edge *edge = low ? &row->low : &row->high;
    if (edge->kind != PAG_EDGE_NUMBER) return false;
    pag_number end = plain(c, edge->number);
    bool found = !pag_scores_stepped(table) ? some_score(c, row, out)
                                            : (edge->inside && pag_score_on(c, table, end, out)) ||
                                                  pag_score_beside(c, table, end, low, out);
    for (int high = 0; high < 2 && !(found && is_within(c, &bounds, *out)); high++) {
        const pag_bound *bound = high ? &bounds.max : &bounds.min;
        found = score_at_bound(c, table, bound, !high, out) && is_in(c, table, row, *out);
    }
    found = found && is_within(c, &bounds, *out);
    *out = pag_score_valued(c, table, *out);
    return found;
}
