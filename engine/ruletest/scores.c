/* Which scores a table can be asked for, over all that the inputs of the pack allow, as reach/
 * finds them. Where it finds none, as in formulas that have too many ways, any number may be one.
 */
#include "ruletest/coverage.h"
#include "schema/edges.h"

static pag_number plain(pag_coverage *c, pag_number x)
{
    return pag_number_with_unit(c->arena, x, PAG_PLAIN);
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
        bool less = pag_number_sign(least) == 0 || pag_number_order(gap, least) < 0;
        if (apart && less) least = gap;
    }
    return least;
}

static pag_number hundredth(pag_arena *arena, bool percent)
{
    pag_number out = PAG_ZERO;
    (void)pag_number_parse(arena, percent ? PAG_STR("0.0001") : PAG_STR("0.01"), &out);
    return out;
}

/* What the rows see of these scores. */
static pag_set rounded(pag_coverage *c, const pag_reached_table *table, const pag_set *scores)
{
    return pag_reach_rounded_score(c->reach, table->bands, scores, table->asked.unit);
}

void pag_scores_find(pag_coverage *c, pag_reached_table *table)
{
    const pag_edge *edge = pag_bands_number(table->bands);
    table->asked = pag_reach_asked(c->reach, table->bands);
    if (table->asked.scores.empty) {
        table->asked.scores = pag_set_all();
        table->asked.unit = edge ? pag_number_unit(edge->number) : PAG_PLAIN;
    }
    table->seen = rounded(c, table, &table->asked.scores);
    table->grain = narrowest_gap(c, table->bands);
    if (pag_number_sign(table->grain) > 0) return;
    table->grain = hundredth(c->arena, table->asked.unit == PAG_PERCENT);
}

/* --- one of them --- */

bool pag_scores_are_apart(const pag_set *scores)
{
    return scores->n > 0 || scores->stepped;
}

static bool is_seen_as(pag_coverage *c, const pag_reached_table *table, pag_number score,
                       pag_number seen)
{
    const pag_set one = pag_set_one(c->arena, score);
    const pag_set made = rounded(c, table, &one);
    return made.n == 1 && pag_number_order(made.at[0], seen) == 0;
}

bool pag_score_of(pag_coverage *c, const pag_reached_table *table, pag_number seen, pag_number *out)
{
    const pag_end at = {true, true, seen};
    *out = seen;
    if (!table->bands->rounds) return true;
    const pag_set beside[] = {pag_set_up_to(c->arena, table->asked.scores, at),
                              pag_set_from(c->arena, table->asked.scores, at)};
    for (int up = 0; up < 2; up++) {
        const pag_end *near = up ? &beside[up].low : &beside[up].high;
        if (beside[up].empty || !near->set || !near->inside) continue;
        *out = near->number;
        if (is_seen_as(c, table, *out, seen)) return true;
    }
    return false;
}

bool pag_score_is_of_cell(pag_coverage *c, const pag_reached_table *table, pag_number score)
{
    const pag_set *own = pag_reach_set(c->reach, table->by);
    return pag_set_has(c->arena, own, plain(c, score));
}

pag_number pag_score_valued(pag_coverage *c, const pag_reached_table *table, pag_number score)
{
    return pag_number_with_unit(c->arena, score, table->asked.unit);
}
