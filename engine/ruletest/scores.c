/* Which scores a table can be asked for: multiples of a step, where the cell that is looked up has
 * one, and what the table makes of them where it rounds. */
#include "ruletest/coverage.h"
#include "schema/edges.h"

static pag_number plain(pag_coverage *c, pag_number x)
{
    return pag_number_with_unit(c->arena, x, PAG_PLAIN);
}

/* How far apart the scores of a cell are; false when it does not say. */
static bool step_of(const pag_cell *by, pag_number *out)
{
    if (!by) return false;
    if (by->step.set) *out = by->step.number;
    if (by->step.set) return true;
    if (by->rounds) *out = by->round_step;
    return by->rounds;
}

static pag_number smaller(pag_number a, pag_number b)
{
    return pag_number_sign(a) == 0 || pag_number_order(b, a) < 0 ? b : a;
}

/* The narrowest gap between two rows, which tells in what numbers an act counts: 40, 41. */
static pag_number narrowest_gap(pag_coverage *c, const pag_bands *bands)
{
    pag_number least = PAG_ZERO, gap;
    for (size_t i = 0; bands->fixed && i + 1 < bands->n; i++) {
        pag_number high = plain(c, bands->rows[i].high.number);
        pag_number low = plain(c, bands->rows[i + 1].low.number);
        bool apart = pag_edges_known(&bands->rows[i].high, &bands->rows[i + 1].low) &&
                     pag_number_subtract(c->arena, &gap, low, high) == PAG_NUMBER_OK &&
                     pag_number_sign(gap) > 0;
        if (apart) least = smaller(least, gap);
    }
    return least;
}

static pag_number hundredth(pag_arena *arena, bool percent)
{
    pag_number out = PAG_ZERO;
    (void)pag_number_parse(arena, percent ? PAG_STR("0.0001") : PAG_STR("0.01"), &out);
    return out;
}

static bool counts_percent(const pag_reached_table *table)
{
    const pag_edge *edge = pag_bands_number(table->bands);
    if (edge) return pag_number_unit(edge->number) == PAG_PERCENT;
    return table->by && table->by->type == PAG_TYPE_PERCENT;
}

void pag_scores_find(pag_coverage *c, pag_reached_table *table)
{
    const pag_bands *bands = table->bands;
    bool scaled = pag_bands_number(bands) || !counts_percent(table);
    bool whole = table->by && table->by->type == PAG_TYPE_WHOLE;
    table->rounds = bands->rounds && scaled;
    if (table->rounds) table->kept = plain(c, bands->round_step);
    if ((table->rounds || !bands->rounds) && step_of(table->by, &table->step)) {
        table->step = plain(c, table->step);
        table->has_step = true;
    } else if ((table->rounds || !bands->rounds) && whole) {
        table->step = pag_number_whole(c->arena, 1);
        table->has_step = true;
    }
    table->grain = narrowest_gap(c, bands);
    if (pag_number_sign(table->grain) <= 0)
        table->grain = hundredth(c->arena, counts_percent(table));
}

bool pag_scores_stepped(const pag_reached_table *table)
{
    return table->has_step || table->rounds;
}

static bool is_multiple(pag_coverage *c, pag_number x, pag_number step)
{
    pag_number parts;
    return pag_number_divide(c->arena, &parts, x, step) == PAG_NUMBER_OK &&
           pag_number_is_whole(parts);
}

static bool moved(pag_coverage *c, pag_number x, pag_number by, bool up, pag_number *out)
{
    return (up ? pag_number_add(c->arena, out, x, by)
               : pag_number_subtract(c->arena, out, x, by)) == PAG_NUMBER_OK;
}

/* The multiple of the step that is nearest to `x` on that side of it, if it is none itself. */
static bool stepped(pag_coverage *c, pag_number x, pag_number step, bool above, pag_number *out)
{
    bool away = above == (pag_number_sign(x) >= 0);
    return pag_number_round(c->arena, out, x, step, away ? PAG_UP : PAG_DOWN) == PAG_NUMBER_OK;
}

static bool beyond(pag_coverage *c, pag_number x, pag_number step, bool above, pag_number *out)
{
    if (!stepped(c, x, step, above, out)) return false;
    return pag_number_order(*out, x) != 0 || moved(c, *out, step, above, out);
}

bool pag_score_seen(pag_coverage *c, const pag_reached_table *table, pag_number score,
                    pag_number *out)
{
    *out = score;
    return !table->rounds ||
           pag_number_round(c->arena, out, score, table->kept, PAG_HALF_UP) == PAG_NUMBER_OK;
}

/* The scores from which on, on that side, the table may make `kept`: from half of its step before.
 */
static bool begin(pag_coverage *c, const pag_reached_table *table, pag_number kept, bool above,
                  pag_number *out)
{
    pag_number half;
    return pag_number_divide(c->arena, &half, table->kept, pag_number_whole(c->arena, 2)) ==
               PAG_NUMBER_OK &&
           moved(c, kept, half, !above, out) && stepped(c, *out, table->step, above, out);
}

bool pag_score_on(pag_coverage *c, const pag_reached_table *table, pag_number number,
                  pag_number *out)
{
    pag_number seen;
    *out = number;
    if (table->rounds && !is_multiple(c, number, table->kept)) return false;
    if (!table->has_step || is_multiple(c, number, table->step)) return true;
    if (!table->rounds || !begin(c, table, number, true, out)) return false;
    for (int tries = 0; tries < 2; tries++) { /* of a half, which way it goes hangs on its sign */
        if (!pag_score_seen(c, table, *out, &seen)) return false;
        if (pag_number_order(seen, number) == 0) return true;
        if (!moved(c, *out, table->step, true, out)) return false;
    }
    return false;
}

bool pag_score_beside(pag_coverage *c, const pag_reached_table *table, pag_number number,
                      bool above, pag_number *out)
{
    pag_number seen;
    if (!table->rounds) return beyond(c, number, table->step, above, out);
    if (!beyond(c, number, table->kept, above, out)) return false;
    if (!table->has_step || is_multiple(c, *out, table->step)) return true;
    if (!begin(c, table, *out, above, out)) return false;
    for (int tries = 0; tries < 2; tries++) {
        if (!pag_score_seen(c, table, *out, &seen)) return false;
        int order = pag_number_order(seen, number);
        if (above ? order > 0 : order < 0) return true;
        if (!moved(c, *out, table->step, above, out)) return false;
    }
    return false;
}

pag_number pag_score_valued(pag_coverage *c, const pag_reached_table *table, pag_number score)
{
    pag_unit unit = table->by               ? pag_type_unit(table->by->type)
                    : counts_percent(table) ? PAG_PERCENT
                                            : PAG_PLAIN;
    return pag_number_with_unit(c->arena, score, unit);
}
