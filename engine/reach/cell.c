/* What the figures of one cell can be, by where its values come from. */
#include "reach/internal.h"

static pag_end bound_of(pag_reach *r, const pag_bound *bound)
{
    if (!bound->set) return (pag_end){0};
    return (pag_end){true, true, pag_number_with_unit(r->arena, bound->number, PAG_PLAIN)};
}

/* --- given --- */

/* Shares of a sum are no more than all of it, where none is below zero; amounts are in cents. */
pag_set pag_reach_allowed(pag_reach *r, const pag_cell *cell, const pag_bounds *bounds)
{
    pag_end low = bound_of(r, &bounds->min), high = bound_of(r, &bounds->max);
    bool shares = cell->sum.set && low.set && pag_number_sign(low.number) >= 0;
    if (!high.set && shares) high = bound_of(r, &cell->sum);
    pag_set span = pag_set_span(low, high);
    pag_number step = PAG_ZERO;
    if (cell->type == PAG_TYPE_WHOLE) step = pag_number_whole(r->arena, 1);
    if (cell->type == PAG_TYPE_MONEY) (void)pag_number_parse(r->arena, PAG_STR("0.01"), &step);
    if (bounds->step.set) step = pag_number_with_unit(r->arena, bounds->step.number, PAG_PLAIN);
    return pag_number_sign(step) > 0 ? pag_set_steps(r->arena, span, PAG_ZERO, step) : span;
}

static pag_set given(pag_reach *r, const pag_cell *cell)
{
    if (cell->type == PAG_TYPE_DATE) return pag_set_days(r->arena, PAG_YEAR_FIRST, PAG_YEAR_LAST);
    const pag_bounds bounds = pag_cell_bounds(cell);
    pag_set set = pag_reach_allowed(r, cell, &bounds);
    if (cell->value.kind == PAG_VALUE_NUMBER) {
        set = pag_set_unite(r->arena, set, pag_set_one(r->arena, cell->value.number));
    }
    return set;
}

/* --- planned: what the plan says, entry by entry --- */

static void gather(pag_reach *r, const pag_planned *planned, const pag_group *group,
                   const pag_cell *cell, pag_set *out)
{
    for (size_t i = 0; planned && i < planned->n; i++) {
        const pag_planned_value *values = planned->rows[i].values;
        if (group == cell->group) {
            const pag_value *v = &values[cell->slot].value;
            if (v->kind == PAG_VALUE_NUMBER) {
                *out = pag_set_unite(r->arena, *out, pag_set_one(r->arena, v->number));
            }
            continue;
        }
        for (size_t c = 0; c < group->n_cells; c++) {
            const pag_group *list = group->cells[c].list;
            if (list && !list->planned) gather(r, values[c].inner, list, cell, out);
        }
    }
}

static pag_set planned(pag_reach *r, const pag_cell *cell)
{
    const pag_group *top = cell->group;
    pag_set set = pag_set_empty();
    while (top && !top->planned) top = top->parent;
    if (!top) return given(r, cell);
    gather(r, top->planned, top, cell, &set);
    return set;
}

/* --- looked up --- */

static pag_end edge_end(pag_reach *r, const pag_edge *edge)
{
    if (edge->kind != PAG_EDGE_NUMBER) return (pag_end){0};
    return (pag_end){true, edge->inside, pag_number_with_unit(r->arena, edge->number, PAG_PLAIN)};
}

static pag_end beyond(pag_end end)
{
    end.inside = !end.inside;
    return end;
}

/* Where the band ends: with the policy "reach up" where the next one begins. */
static pag_end upper_end(pag_reach *r, const pag_bands *table, size_t row)
{
    bool reaches = table->gaps == PAG_GAPS_REACH_UP && row + 1 < table->n;
    const pag_edge *next = reaches ? &table->rows[row + 1].low : NULL;
    if (next && next->kind == PAG_EDGE_NUMBER) return beyond(edge_end(r, next));
    return edge_end(r, &table->rows[row].high);
}

/* What is above the one end and below the other; where an end is a formula, it may be anything. */
static pag_set part_between(pag_reach *r, pag_set set, pag_end from, pag_end to)
{
    return pag_set_up_to(r->arena, pag_set_from(r->arena, set, from), to);
}

pag_set pag_reach_gap(pag_reach *r, const pag_bands *table, const pag_set *score, size_t row)
{
    pag_end below = {0}, above = {0};
    if (row > 0) below = upper_end(r, table, row - 1);
    if (row < table->n) above = edge_end(r, &table->rows[row].low);
    if ((row > 0 && !below.set) || (row < table->n && !above.set)) return pag_set_empty();
    if (below.set && above.set) {
        int order = pag_number_order(below.number, above.number);
        if (order > 0 || (order == 0 && (below.inside || above.inside))) return pag_set_empty();
    }
    return part_between(r, *score, beyond(below), beyond(above));
}

static pag_set in_no_row(pag_reach *r, const pag_bands *table, const pag_set *score)
{
    pag_set none = pag_set_empty();
    if (!table->fixed) return *score;
    for (size_t i = 0; i <= table->n; i++) {
        none = pag_set_unite(r->arena, none, pag_reach_gap(r, table, score, i));
    }
    return none;
}

pag_set pag_reach_row(pag_reach *r, const pag_bands *table, const pag_set *score, size_t row)
{
    if (score->empty || table->n == 0) return *score;
    if (table->kind == PAG_TABLE_DATED && row < table->n) {
        return part_between(r, *score, edge_end(r, &table->rows[row].low),
                            edge_end(r, &table->rows[row].high));
    }
    if (row == table->n) return in_no_row(r, table, score);
    return part_between(r, *score, edge_end(r, &table->rows[row].low), upper_end(r, table, row));
}

/* What scores are rounded to: of a percentage, where no edge says how it is written, in parts of a
 * hundred. */
static bool step_of(pag_reach *r, const pag_bands *table, pag_unit unit, pag_number *step)
{
    bool scaled = pag_bands_number(table) != NULL;
    *step = table->round_step;
    return scaled || unit != PAG_PERCENT ||
           !pag_number_divide(r->arena, step, *step, pag_number_whole(r->arena, 100));
}

pag_set pag_reach_rounded_score(pag_reach *r, const pag_bands *table, const pag_set *score,
                                pag_unit unit)
{
    pag_number step;
    if (!table->rounds) return *score;
    if (!step_of(r, table, unit, &step)) return pag_set_all();
    return pag_set_round(r->arena, *score, step, PAG_HALF_UP);
}

/* Half a step to both sides; halves go away from zero. */
pag_set pag_reach_rounded_to(pag_reach *r, const pag_bands *table, const pag_set *score,
                             pag_unit unit, pag_number number)
{
    pag_number step, half, low, high;
    if (!table->rounds) return pag_set_one(r->arena, number);
    if (!step_of(r, table, unit, &step) ||
        pag_number_divide(r->arena, &half, pag_number_with_unit(r->arena, step, PAG_PLAIN),
                          pag_number_whole(r->arena, 2)) ||
        pag_number_subtract(r->arena, &low, number, half) ||
        pag_number_add(r->arena, &high, number, half)) {
        return pag_set_empty();
    }
    int sign = pag_number_sign(number);
    return part_between(r, *score, (pag_end){true, sign > 0, low}, (pag_end){true, sign < 0, high});
}

static pag_str word_of(const pag_cell *cell, uint32_t word)
{
    return cell->choices[word].word;
}

/* Whether the row of a keyed table can be found by the cell that is looked up. */
static bool can_be_key(pag_reach *r, const pag_cell *by, pag_str key)
{
    if (!by->n_choices) return true;
    for (uint32_t i = 0; i < by->n_choices; i++) {
        if (pag_str_equal(word_of(by, i), key)) return pag_reach_word(r, by, i);
    }
    return false;
}

pag_unit pag_reach_looked_up_unit(const pag_cell *cell)
{
    if (cell->by_kind != PAG_BY_CELL) return PAG_DATE;
    return pag_type_unit(cell->group->cells[cell->by].type);
}

pag_set pag_reach_looked_up_by(pag_reach *r, const pag_cell *cell)
{
    if (cell->by_kind == PAG_BY_CELL) return *pag_reach_set(r, &cell->group->cells[cell->by]);
    const pag_term day = {.kind = PAG_TERM_DAY, .unit = PAG_DATE};
    return pag_reach_term(r, &pag_reach_nothing, &day);
}

bool pag_reach_can_be_found(pag_reach *r, const pag_cell *cell, size_t row)
{
    const pag_bands *table = cell->bands;
    if (table->kind == PAG_TABLE_KEYED) {
        return can_be_key(r, &cell->group->cells[cell->by], table->rows[row].key);
    }
    pag_set score = pag_reach_looked_up_by(r, cell);
    score = pag_reach_rounded_score(r, table, &score, pag_reach_looked_up_unit(cell));
    pag_set part = pag_reach_row(r, table, &score, row);
    return !part.empty;
}

static pag_set given_by_row(pag_reach *r, const pag_cell *cell, size_t row)
{
    const pag_give *give = pag_band_give(&cell->bands->rows[row], cell->give);
    if (!give) return pag_set_empty();
    if (!give->of.reference) {
        return give->is_number ? pag_set_one(r->arena, give->number) : pag_set_empty();
    }
    return pag_reach_union(r, &pag_reach_nothing, pag_reach_give(r, cell, row));
}

static pag_set looked_up(pag_reach *r, const pag_cell *cell)
{
    pag_set set = pag_set_empty();
    for (size_t i = 0; i < cell->bands->n; i++) {
        if (!pag_reach_can_be_found(r, cell, i)) continue;
        set = pag_set_unite(r->arena, set, given_by_row(r, cell, i));
    }
    return set;
}

/* A part is no more than the whole, and no less than nothing. */
static pag_set shared(pag_reach *r, const pag_cell *cell)
{
    const pag_set *whole = pag_reach_set(r, &cell->group->parent->cells[cell->split->whole]);
    pag_end low = {true, true, PAG_ZERO};
    return pag_set_span(low, whole->empty ? low : whole->high);
}

/* --- the cell --- */

static pag_set raw_of(pag_reach *r, const pag_cell *cell)
{
    switch (cell->origin) {
    case PAG_GIVEN: return given(r, cell);
    case PAG_PLANNED: return planned(r, cell);
    case PAG_FIXED:
        return cell->value.kind == PAG_VALUE_NUMBER ? pag_set_one(r->arena, cell->value.number)
                                                    : pag_set_all();
    case PAG_COMPUTED: return pag_reach_union(r, &pag_reach_nothing, pag_reach_ways(r, cell));
    case PAG_LOOKED_UP: return looked_up(r, cell);
    case PAG_SHARED: return shared(r, cell);
    }
    return pag_set_all();
}

/* What is outside its bounds stops the evaluation, and so it is no figure. */
static pag_set as_figure(pag_reach *r, const pag_cell *cell, pag_set set)
{
    if (cell->rounds) set = pag_set_round(r->arena, set, cell->round_step, cell->round_mode);
    set = pag_set_up_to(r->arena, set, bound_of(r, &cell->max));
    set = pag_set_from(r->arena, set, bound_of(r, &cell->min));
    if (cell->payable && !cell->min.set) {
        set = pag_set_from(r->arena, set, (pag_end){true, true, PAG_ZERO});
    }
    if (cell->n_unless) set = pag_set_unite(r->arena, set, pag_set_one(r->arena, PAG_ZERO));
    return set;
}

static void find(pag_reach *r, const pag_cell *cell)
{
    pag_about *about = pag_reach_about(r, cell);
    if (about->set_known != PAG_UNKNOWN_YET) return;
    about->set = pag_set_all(); /* while it is being found it may be anything */
    about->raw = about->set;
    about->set_known = PAG_BEING_FOUND;
    bool *busy = r->busy; /* what is kept of a cell must not hang on who asked first */
    r->busy = PAG_NEW_ARRAY(r->arena, bool, r->facts.n + 1);
    pag_set raw = raw_of(r, cell);
    r->busy = busy;
    about->raw = raw;
    about->set = pag_origin_is_made(cell->origin) ? as_figure(r, cell, raw)
                                                  : pag_reach_by_facts(r, cell, raw);
    about->set_known = PAG_KNOWN;
}

const pag_set *pag_reach_set(pag_reach *r, const pag_cell *cell)
{
    find(r, cell);
    return &pag_reach_about(r, cell)->set;
}

const pag_set *pag_reach_raw(pag_reach *r, const pag_cell *cell)
{
    find(r, cell);
    return &pag_reach_about(r, cell)->raw;
}

/* --- flags and words --- */

static void note_flag(void *ud, const pag_answered *on, const pag_way *end)
{
    bool *flags = ud;
    (void)on;
    if (end->end == PAG_WAY_STOPPED) return;
    bool known = end->end == PAG_WAY_VALUE && end->value.kind == PAG_VALUE_FLAG;
    flags[0] = flags[0] || !known || !end->value.flag;
    flags[1] = flags[1] || !known || end->value.flag;
}

bool pag_reach_flag(pag_reach *r, const pag_cell *cell, bool flag)
{
    pag_about *about = pag_reach_about(r, cell);
    if (pag_reach_is_open(r, cell)) return true;
    if (cell->origin == PAG_FIXED) return cell->value.flag == flag;
    if (cell->origin != PAG_COMPUTED || about->flags_known == PAG_BEING_FOUND) return true;
    if (about->flags_known == PAG_UNKNOWN_YET) {
        about->flags_known = PAG_BEING_FOUND;
        const pag_way *ways = pag_reach_ways(r, cell);
        if (ways) pag_reach_ends(r, &pag_reach_nothing, ways, note_flag, about->flags);
        if (!ways) about->flags[0] = about->flags[1] = true;
        about->flags_known = PAG_KNOWN;
    }
    return about->flags[flag];
}

typedef struct finding {
    pag_str word;
    bool found;
} finding;

static void note_word(void *ud, const pag_answered *on, const pag_way *end)
{
    finding *f = ud;
    (void)on;
    if (end->end == PAG_WAY_UNKNOWN) f->found = true;
    if (end->end != PAG_WAY_VALUE || end->value.kind != PAG_VALUE_TEXT) return;
    f->found = f->found || pag_str_equal(end->value.text, f->word);
}

static bool looked_up_word(pag_reach *r, const pag_cell *cell, pag_str word)
{
    for (size_t i = 0; i < cell->bands->n; i++) {
        const pag_give *give = pag_band_give(&cell->bands->rows[i], cell->give);
        bool fits = give && (give->of.reference || pag_str_equal(give->text, word));
        if (fits && pag_reach_can_be_found(r, cell, i)) return true;
    }
    return false;
}

bool pag_reach_word(pag_reach *r, const pag_cell *cell, uint32_t word)
{
    pag_str text = word_of(cell, word);
    if (pag_reach_is_open(r, cell)) return true;
    if (cell->origin == PAG_FIXED) {
        return cell->value.kind == PAG_VALUE_CHOICE && cell->value.choice->index == word;
    }
    if (cell->origin == PAG_LOOKED_UP) return looked_up_word(r, cell, text);
    if (cell->origin != PAG_COMPUTED) return true;
    finding f = {text, false};
    const pag_way *ways = pag_reach_ways(r, cell);
    if (!ways) return true;
    pag_reach_ends(r, &pag_reach_nothing, ways, note_word, &f);
    return f.found;
}
