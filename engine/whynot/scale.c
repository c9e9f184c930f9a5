/* The inputs that a figure rests on, by its trace, and the values each can have, by reach. */
#include "whynot/internal.h"

/* --- values --- */

static pag_unit unit_of(const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    return cell->type == PAG_TYPE_SHEET ? PAG_POINTS : pag_type_unit(cell->type);
}

bool pag_scale_is_unwritten(const pag_scale *c)
{
    return c->now.kind == PAG_VALUE_NONE;
}

static pag_value number_value(pag_arena *arena, const pag_scale *c, pag_number x)
{
    return (pag_value){PAG_VALUE_NUMBER,
                       {.number = pag_number_with_unit(arena, x, unit_of(c->figure))}};
}

pag_value pag_scale_at(pag_arena *arena, const pag_scale *c, int64_t k)
{
    if (c->n) {
        int64_t at = (int64_t)c->here + k - (k > 0 && !c->on ? 1 : 0);
        return c->at[at];
    }
    pag_number shift = pag_number_whole(arena, k < 0 && !c->on ? k + 1 : k), x = c->base;
    (void)pag_number_multiply(arena, &shift, shift, c->step);
    (void)pag_number_add(arena, &x, x, shift);
    return number_value(arena, c, x);
}

/* --- scales of numbers --- */

static void list_numbers(pag_search *s, pag_scale *c)
{
    pag_value *values = PAG_NEW_ARRAY(s->arena, pag_value, c->set.n);
    for (size_t i = 0; i < c->set.n; i++) values[i] = number_value(s->arena, c, c->set.at[i]);
    c->at = values;
    c->n = c->set.n;
    if (pag_scale_is_unwritten(c)) { /* all of them are further on */
        c->up = (int64_t)c->n;
        return;
    }
    while (c->here < c->n && pag_number_order(values[c->here].number, c->now.number) < 0) c->here++;
    c->on = c->here < c->n && pag_number_order(values[c->here].number, c->now.number) == 0;
    c->down = (int64_t)c->here;
    c->up = (int64_t)(c->n - c->here) - (c->on ? 1 : 0);
}

/* Of numbers with any decimals, those with two (of a percentage: in percent) or as many as the
 * value has. */
static pag_number fine_step(pag_search *s, const pag_scale *c)
{
    enum { USUAL = 2, MOST = 9 };
    size_t decimals = USUAL;
    if (!pag_scale_is_unwritten(c)) {
        pag_str text = pag_number_plain(s->arena, c->now.number);
        size_t point = pag_str_find(text, '.');
        decimals = point < text.len ? text.len - point - 1 : 0;
    }
    if (decimals < USUAL) decimals = USUAL;
    if (decimals > MOST) decimals = MOST;
    if (unit_of(c->figure) == PAG_PERCENT) decimals += 2;
    pag_number step = pag_number_whole(s->arena, 1), ten = pag_number_whole(s->arena, 10);
    while (decimals-- > 0) (void)pag_number_divide(s->arena, &step, step, ten);
    return step;
}

/* How many whole steps lie between the base and the end; a great many where there is none. */
static int64_t steps_to(pag_search *s, const pag_scale *c, pag_end end)
{
    enum { SHIFT = 44 };
    pag_number gap, one = pag_number_whole(s->arena, 1);
    int64_t n = INT64_C(1) << SHIFT;
    if (!end.set || pag_number_subtract(s->arena, &gap, end.number, c->base)) return n;
    if (pag_number_sign(gap) < 0) gap = pag_number_negate(s->arena, gap);
    (void)pag_number_divide(s->arena, &gap, gap, c->step);
    bool touches = pag_number_is_whole(gap);
    (void)pag_number_round(s->arena, &gap, gap, one, PAG_DOWN);
    if (!pag_number_to_whole(gap, &n)) return n;
    return touches && !end.inside && n > 0 ? n - 1 : n;
}

/* The number of the scale that `x` is, or the next lower one. */
static pag_number at_or_below(pag_search *s, const pag_scale *c, pag_number x)
{
    pag_number anchor = c->set.stepped ? c->set.anchor : PAG_ZERO, off, whole;
    (void)pag_number_subtract(s->arena, &off, x, anchor);
    (void)pag_number_round(s->arena, &whole, off, c->step, PAG_DOWN);
    if (pag_number_order(whole, off) > 0) {
        (void)pag_number_subtract(s->arena, &whole, whole, c->step);
    }
    (void)pag_number_add(s->arena, &whole, anchor, whole);
    return whole;
}

/* Where trying begins when nothing is written: at the least value, or the greatest one where there
 * is no least; days with the period, others at zero. */
static void begin(pag_search *s, pag_scale *c)
{
    bool day = c->figure->cell->type == PAG_TYPE_DATE;
    pag_end low = c->set.low, high = c->set.high;
    pag_number start = low.set ? low.number : high.set ? high.number : PAG_ZERO;
    if (day) start = pag_number_with_unit(s->arena, s->result->evaluation->head.from, PAG_PLAIN);
    c->base = at_or_below(s, c, start);
    bool is_start = pag_number_order(c->base, start) == 0;
    bool from_low = !day && low.set, from_high = !day && !low.set && high.set;
    if (from_high) { /* the greatest one is the first below */
        if (is_start && !high.inside)
            (void)pag_number_subtract(s->arena, &c->base, c->base, c->step);
        c->down = steps_to(s, c, low);
        return;
    }
    bool first = is_start && (low.inside || !from_low);
    if (first) (void)pag_number_subtract(s->arena, &c->base, c->base, c->step);
    c->up = steps_to(s, c, high);
    if (!from_low) c->down = steps_to(s, c, low) + 1;
}

static void step_numbers(pag_search *s, pag_scale *c)
{
    c->step = c->set.stepped ? c->set.step : fine_step(s, c);
    if (pag_scale_is_unwritten(c)) {
        begin(s, c);
        return;
    }
    pag_number now = pag_number_with_unit(s->arena, c->now.number, PAG_PLAIN);
    c->base = at_or_below(s, c, now);
    c->on = pag_number_order(c->base, now) == 0;
    c->up = steps_to(s, c, c->set.high);
    c->down = steps_to(s, c, c->set.low) + (c->on ? 0 : 1);
}

static pag_slope slope_of(pag_search *s, const pag_scale *c)
{
    if (!s->score) return PAG_SLOPE_UNKNOWN;
    return pag_reach_slope(s->reach, s->score->cell, c->figure->cell);
}

static bool has_scale(const pag_search *s, const pag_scale *c)
{
    for (size_t i = 0; i < s->scales.n; i++) {
        const pag_scale *own = &s->scales.at[i];
        if (own->figure == c->figure && own->mark == c->mark) return true;
    }
    return false;
}

static void add_number(pag_search *s, pag_scale c, pag_set set)
{
    if (has_scale(s, &c)) return;
    c.set = set;
    c.slope = slope_of(s, &c);
    bool flat = c.slope == PAG_SLOPE_FLAT && !pag_scale_is_unwritten(&c); /* whether it is there */
    if (flat || set.empty) return;                                        /* may matter too */
    if (set.n) {
        list_numbers(s, &c);
    } else {
        step_numbers(s, &c);
    }
    PAG_LIST_ADD(s->arena, &s->scales, c);
}

static void add_marks(pag_search *s, const pag_figure *figure)
{
    const pag_sheet *sheet = figure->value.sheet;
    for (size_t i = 0; i < sheet->n; i++) {
        pag_scale c = {.figure = figure, .mark = i};
        if (!sheet->marks[i].absent) {
            c.now = (pag_value){PAG_VALUE_NUMBER, {.number = sheet->marks[i].number}};
        }
        add_number(s, c, pag_reach_marks(s->reach, figure->cell, &figure->cell->criteria[i]));
    }
}

/* --- words and flags --- */

/* As they are declared, one after the other upwards; of a flag the other one is one step away. */
static void add_words(pag_search *s, const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    bool flag = cell->type == PAG_TYPE_FLAG, written = figure->value.kind != PAG_VALUE_NONE;
    size_t n = flag ? 2 : cell->n_choices, here = 0;
    pag_value *values = PAG_NEW_ARRAY(s->arena, pag_value, n + 1);
    for (size_t i = 0; i < n; i++) {
        pag_value v = {.kind = flag ? PAG_VALUE_FLAG : PAG_VALUE_CHOICE};
        if (flag) v.flag = i == 1;
        if (!flag) v.choice = &cell->choices[i];
        bool own = flag ? v.flag == figure->value.flag : v.choice == figure->value.choice;
        if (own && written) here = i;
        values[i] = v;
    }
    pag_scale c = {.figure = figure,
                   .mark = PAG_TURN_WHOLE,
                   .now = figure->value,
                   .n = n,
                   .at = values,
                   .here = here,
                   .on = written,
                   .down = (int64_t)here,
                   .up = (int64_t)(n - here) - (written ? 1 : 0),
                   .slope = PAG_SLOPE_UNKNOWN};
    if (!has_scale(s, &c)) PAG_LIST_ADD(s->arena, &s->scales, c);
}

/* --- which --- */

/* Of a list that must come to a sum, or whose days cover the period, none can be changed alone. */
static bool is_bound(const pag_cell *cell)
{
    return cell->sum.set || (cell->type == PAG_TYPE_DATE && cell->group->tiles);
}

/* What is left out may be written, where it is a number, a day or a word. */
static void add_left_out(pag_search *s, const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    if (pag_type_is_number(cell->type) || cell->type == PAG_TYPE_DATE) {
        add_number(s, (pag_scale){.figure = figure, .mark = PAG_TURN_WHOLE},
                   *pag_reach_set(s->reach, cell));
    } else if (cell->n_choices) {
        add_words(s, figure);
    }
}

static void add_input(void *ud, const pag_figure *figure)
{
    pag_search *s = ud;
    const pag_cell *cell = figure->cell;
    if (cell->origin != PAG_GIVEN || is_bound(cell)) return;
    switch (figure->value.kind) {
    case PAG_VALUE_NUMBER:
        add_number(s, (pag_scale){.figure = figure, .mark = PAG_TURN_WHOLE, .now = figure->value},
                   *pag_reach_set(s->reach, cell));
        return;
    case PAG_VALUE_SHEET: add_marks(s, figure); return;
    case PAG_VALUE_FLAG:
    case PAG_VALUE_CHOICE: add_words(s, figure); return;
    case PAG_VALUE_NONE:
        if (pag_figure_is_left_out(figure)) add_left_out(s, figure);
        return;
    case PAG_VALUE_TEXT:
    case PAG_VALUE_LIST:
    case PAG_VALUE_ENTRY:
    case PAG_VALUE_TERM: return;
    }
}

/* --- what reasons for zero read --- */

typedef struct conditions {
    pag_search *s;
    PAG_LIST(const pag_cell *) cells;
} conditions;

static void add_cell(void *ud, const pag_cell *cell)
{
    conditions *c = ud;
    PAG_LIST_ADD(c->s->arena, &c->cells, cell);
}

static bool is_read(const conditions *c, const pag_cell *cell)
{
    for (size_t i = 0; i < c->cells.n; i++) {
        if (c->cells.at[i] == cell) return true;
    }
    return false;
}

/* Of a figure that is not zero for a reason the trace also holds what its formula read. */
static void add_of_conditions(pag_search *s, const pag_figure *figure)
{
    conditions c = {.s = s};
    const pag_cell *cell = figure->cell;
    for (size_t i = 0; i < cell->n_unless; i++) {
        const pag_way *ways = pag_reach_test(s->reach, cell->group, &cell->unless[i].when);
        if (ways) pag_reach_way_reads(ways, add_cell, &c);
    }
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_figure *read = figure->steps[i].figure;
        if (read && is_read(&c, read->cell))
            pag_trace_walk(s->arena, read, s->order->draft, add_input, s);
    }
}

/* Those of the entry that the figure is of go first. */
static void own_first(pag_search *s, const pag_figure *figure)
{
    pag_scale *sorted = PAG_NEW_ARRAY(s->arena, pag_scale, s->scales.n + 1);
    size_t n = 0;
    for (int own = 1; own >= 0; own--) {
        for (size_t i = 0; i < s->scales.n; i++) {
            if ((s->scales.at[i].figure->entry == figure->entry) == (own == 1)) {
                sorted[n++] = s->scales.at[i];
            }
        }
    }
    s->scales.at = sorted;
    s->scales.room = n + 1;
}

void pag_scales_find(pag_search *s, const pag_figure *figure)
{
    s->scales.at = NULL;
    s->scales.n = s->scales.room = 0;
    if (!s->hinge->step && !figure->zeroed) add_of_conditions(s, figure);
    if (!s->scales.n) pag_trace_walk(s->arena, figure, s->order->draft, add_input, s);
    own_first(s, figure);
}

/* --- how far --- */

pag_shift pag_scale_shift(pag_search *s, const pag_scale *c, int64_t k)
{
    pag_shift shift = {.figure = c->figure,
                       .mark = c->mark,
                       .from = c->now,
                       .to = pag_scale_at(s->arena, c, k),
                       .steps = (uint64_t)(k < 0 ? -k : k)};
    if (pag_scale_is_unwritten(c)) shift.steps = 1;
    if (c->now.kind != PAG_VALUE_NUMBER) return shift;
    pag_number all, way;
    if (!c->set.low.set || !c->set.high.set || c->figure->cell->type == PAG_TYPE_DATE ||
        pag_number_subtract(s->arena, &all, c->set.high.number, c->set.low.number) ||
        pag_number_subtract(s->arena, &way, shift.to.number, shift.from.number)) {
        return shift;
    }
    if (pag_number_sign(way) < 0) way = pag_number_negate(s->arena, way);
    way = pag_number_with_unit(s->arena, way, PAG_PLAIN);
    shift.has_share = !pag_number_divide(s->arena, &shift.share, way, all);
    return shift;
}
