/* Every score that can be has one row of its table, and every row can be reached. */
#include "prove/internal.h"

#include "base/seen.h"
#include "diag/write.h"
#include "schema/edges.h"

/* --- gaps --- */

typedef struct banded {
    const pag_bands *table;
    const pag_cell *cell; /* that looks up */
    const pag_cell *by;   /* the score's cell; NULL: a calculation in a formula */
    const pag_pos *call;  /* where a formula calls the table; NULL: the cell looks it up itself */
    bool several;         /* it does so on several lines */
    const pag_condition *condition; /* whose formula calls it; NULL: a cell's */
    pag_unit unit;                  /* of the score */
    pag_set score;
    bool exact; /* it has no score that cannot be, as far as no condition forbids it */
} banded;

/* Where the gap before `row` is mended: at the upper edge of the row below it, or the lower one. */
static pag_pos place_of_gap(const pag_bands *table, size_t row)
{
    const pag_edge *edge = row ? &table->rows[row - 1].high : &table->rows[0].low;
    if (edge->pos.source) return edge->pos;
    return row ? table->rows[row - 1].pos : table->rows[0].pos;
}

/* As rules write it: whole numbers bare, all others in quotes. */
static pag_str literal(proving *p, pag_str number)
{
    bool bare = true;
    for (size_t i = 0; i < number.len; i++) {
        bare = bare && ((number.at[i] >= '0' && number.at[i] <= '9') || number.at[i] == '-');
    }
    pag_str quote = bare ? PAG_STR("") : PAG_STR("\"");
    return pag_text_join(p->arena, 3, quote, number, quote);
}

/* How the edge is written that closes the gap: "below = 42". */
static pag_str mending(proving *p, const pag_bands *table, size_t row)
{
    bool between = row > 0 && row < table->n;
    const pag_edge *edge = row ? &table->rows[row - 1].high : &table->rows[0].low;
    if (between) edge = &table->rows[row].low;
    pag_str number = pag_number_written(p->arena, edge->number);
    const char *word = between ? (edge->inside ? "below = " : "to = ")
                       : row   ? "above = "
                               : "below = ";
    if (!between && !edge->inside) word = row ? "from = " : "to = ";
    return pag_text_join(p->arena, 2, pag_str_from(word), literal(p, number));
}

static void put_end(proving *p, pag_text *row, const pag_end *end, pag_unit unit,
                    const char *inside, const char *outside)
{
    if (!end->set) return;
    pag_number x = pag_number_with_unit(p->arena, end->number, unit);
    pag_text_put(row, pag_str_from(end->inside ? inside : outside));
    pag_text_put(row, PAG_STR(" = "));
    pag_text_put(row, literal(p, pag_number_written(p->arena, x)));
    pag_text_put(row, PAG_STR(", "));
}

/* The row that is missing, as it would be written up to the next: { from = 60, below = 80,
 * give = "…" }. What it gives only the source knows. In a table that may have no holes, and where
 * the scores are not known one by one, it begins where the one below ends. */
static pag_str missing_row(proving *p, const banded *b, size_t row, const pag_set *gap)
{
    const pag_bands *table = b->table;
    pag_text out = {.arena = p->arena};
    pag_end low = gap->low, high = gap->high;
    const pag_edge *under = row ? &table->rows[row - 1].high : NULL;
    bool tight = !b->exact || (row == table->n && table->gaps == PAG_GAPS_NONE);
    if (tight && under && under->kind == PAG_EDGE_NUMBER) {
        low = (pag_end){true, !under->inside, under->number};
    }
    if (row < table->n) {
        const pag_edge *next = &table->rows[row].low;
        high = (pag_end){true, !next->inside, next->number};
    }
    pag_text_put(&out, PAG_STR("{ "));
    put_end(p, &out, &low, b->unit, "from", "above");
    put_end(p, &out, &high, b->unit, "to", "below");
    pag_text_put(&out, pag_gives_open(p->arena, &table->rows[row ? row - 1 : 0]));
    pag_text_put(&out, PAG_STR(" }"));
    return pag_text_str(&out);
}

/* Where the call stands, where one formula has several of them. */
static pag_str with_place(proving *p, const banded *b, pag_str name)
{
    pag_text out = {.arena = p->arena};
    if (!b->several) return name;
    pag_text_put(&out, name);
    pag_text_put(&out, PAG_STR(" ("));
    pag_diag_put_line(&out, pag_pack_sources(p->pack), *b->call);
    pag_text_byte(&out, ')');
    return pag_text_str(&out);
}

/* The score's cell in quotes, or that a formula works it out. */
static pag_str name_of(proving *p, const banded *b)
{
    const pag_str quote = PAG_STR("\"");
    if (b->by) return pag_text_join(p->arena, 3, quote, pag_cell_path(p->arena, b->by), quote);
    pag_str where = b->cell ? pag_cell_path(p->arena, b->cell) : b->table->name;
    pag_str said = p->order->lang == PAG_IT ? PAG_STR("ciò che si cerca nella formula di \"")
                                            : PAG_STR("what is looked up in the formula of \"");
    return pag_text_join(p->arena, 3, said, where, quote);
}

static void tell_gap(proving *p, const banded *b, pag_claim *claim, size_t row, const pag_set *gap)
{
    static const pag_code codes[] = {PAG_E0305, PAG_E0306};
    pag_number x = pag_set_some(p->arena, gap);
    pag_str was = pag_prove_number(p, b->unit, x);
    const pag_stop stop = {b->cell, 2, codes, b->table, gap, b->call, b->by, &was};
    if (b->by) claim->example = pag_prove_stopped(p, b->by, x, &stop);
    pag_trying t = {0};
    if (!claim->example.len && b->cell) pag_prove_try_stops(p, &stop, &t);
    pag_prove_settle(claim, &t);
    if (claim->verdict == PAG_TRIED) return;
    bool shown = claim->example.len > 0;
    pag_str tried, of;
    pag_prove_tried(p, &t, &tried, &of);
    claim->paste = missing_row(p, b, row, gap);
    bool between = row > 0 && row < b->table->n;
    const pag_str range = pag_prove_range(p, &b->score, b->unit);
    const pag_str arguments[] = {b->table->name,
                                 was,
                                 with_place(p, b, name_of(p, b)),
                                 pag_prove_seen(p, b->exact, range),
                                 claim->paste,
                                 mending(p, b->table, row)};
    const pag_str open[] = {b->table->name,
                            pag_prove_number(p, b->unit, x),
                            arguments[2],
                            range,
                            claim->paste,
                            tried,
                            of};
    bool step = between &&
                pag_gap_is_step(p->arena, &b->table->rows[row - 1].high, &b->table->rows[row].low);
    pag_code code = step ? PAG_E1110 : between ? PAG_E1136 : PAG_E1111;
    if (!shown) code = PAG_W1112;
    pag_prove_tell(p, claim, code, place_of_gap(b->table, row), shown ? 6 : 7,
                   shown ? arguments : open);
}

static pag_claim banded_claim(proving *p, const banded *b)
{
    pag_set *score = pag_arena_keep(p->arena, &b->score, sizeof b->score);
    return (pag_claim){.kind = PAG_CLAIM_BANDED,
                       .cell = b->cell,
                       .input = b->by,
                       .call = b->call,
                       .several = b->several,
                       .condition = b->condition,
                       .table = b->table,
                       .set = score,
                       .unit = b->unit,
                       .values = pag_set_count(p->arena, score, SIZE_MAX / 2),
                       .at_most = !b->exact};
}

/* Of several gaps each is claimed for itself: scores may fall into one and never into another. */
static size_t claim_gaps(proving *p, const banded *b)
{
    size_t gaps = 0;
    for (size_t row = 0; row <= b->table->n; row++) {
        gaps += !pag_reach_gap(p->reach, b->table, &b->score, row).empty;
    }
    for (size_t row = 0; row <= b->table->n && gaps; row++) {
        pag_set gap = pag_reach_gap(p->reach, b->table, &b->score, row);
        if (gap.empty) continue;
        pag_claim *claim = pag_prove_claim(p, banded_claim(p, b));
        if (gaps > 1) claim->gap = pag_arena_keep(p->arena, &gap, sizeof gap);
        tell_gap(p, b, claim, row, &gap);
    }
    return gaps;
}

/* Rows whose edges are formulas are judged when they are known; only that can be said of them. */
static void claim_banded(proving *p, const banded *b)
{
    if (!b->table->fixed) {
        pag_claim *claim = pag_prove_claim(p, banded_claim(p, b));
        pag_str by = b->cell ? pag_cell_path(p->arena, b->cell) : b->table->name;
        const pag_str arguments[] = {b->table->name, by};
        claim->verdict = PAG_NOT_PROVEN;
        pag_prove_tell(p, claim, PAG_W1113, b->table->pos, 2, arguments);
        return;
    }
    if (!claim_gaps(p, b)) pag_prove_claim(p, banded_claim(p, b));
}

/* --- conditions that rest on what is looked up --- */

typedef struct resting {
    const pag_cell *on;
    bool found;
} resting;

static void look_for_cell(void *ud, const pag_cell *cell)
{
    resting *r = ud;
    r->found = r->found || cell == r->on;
}

/* By name, since a question with one answer alone leaves no trace on the ways through a formula. As
 * deep as lists nest. */
static bool names_what_rests(proving *p, const pag_group *group, pag_str text, const pag_cell *on)
{
    resting r = {on, false};
    for (size_t i = 0; i < group->n_cells && !r.found; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) r.found = names_what_rests(p, cell->list, text, on);
        if (cell->list || r.found || !pag_str_names(text, cell->name)) continue;
        r.found = cell == on;
        if (pag_origin_is_made(cell->origin))
            (void)pag_reach_rests(p->bare, cell, look_for_cell, &r);
    }
    return r.found;
}

/* As deep as lists nest. */
static bool is_judged_by_must(proving *p, const pag_group *group, const pag_cell *cell)
{
    resting r = {cell, false};
    for (size_t i = 0; i < group->n_conditions && !r.found; i++) {
        const pag_condition *c = &group->conditions[i];
        if (c->warns) continue;
        (void)pag_reach_test_rests(p->bare, group, &c->of, look_for_cell, &r);
        for (size_t s = 0; s < pag_pack_subjects(p->pack) && !r.found; s++) {
            r.found = names_what_rests(p, pag_pack_subject(p->pack, s), c->of.text, cell);
        }
    }
    for (size_t i = 0; i < group->n_cells && !r.found; i++) {
        if (group->cells[i].list) r.found = is_judged_by_must(p, group->cells[i].list, cell);
    }
    return r.found;
}

/* What may be said of the scores: a condition that rests on what the table gives says nothing of
 * those for which it gives nothing, since it is never judged there. */
static pag_reach *before_must(proving *p, const pag_cell *cell)
{
    bool judged = false;
    for (size_t i = 0; i < pag_pack_subjects(p->pack) && !judged; i++) {
        judged = is_judged_by_must(p, pag_pack_subject(p->pack, i), cell);
    }
    return judged ? p->bare : p->reach;
}

/* --- tables that are looked up --- */

void pag_prove_bands(proving *p, const pag_cell *cell)
{
    if (cell->origin != PAG_LOOKED_UP || cell->bands->kind != PAG_TABLE_BANDS) return;
    const pag_cell *by = &cell->group->cells[cell->by];
    const pag_unit unit = pag_type_unit(by->type);
    pag_reach *reach = before_must(p, cell);
    banded b = {.table = cell->bands,
                .cell = cell,
                .by = by,
                .unit = unit,
                .score = *pag_reach_set(reach, by),
                .exact = pag_reach_is_exact(reach, by)};
    b.score = pag_reach_rounded_score(p->reach, b.table, &b.score, unit);
    claim_banded(p, &b);
}

/* --- tables called in formulas --- */

typedef struct calls {
    proving *p;
    pag_reach *reach;
    const pag_cell *cell; /* whose formula it is; NULL: of … */
    const pag_condition *condition;
    pag_seen seen; /* places that stand on several ways */
    PAG_LIST(banded) found;
} calls;

static const pag_cell *cell_of(const pag_term *term)
{
    return term->kind == PAG_TERM_FIGURE ? term->figure->cell : NULL;
}

/* One call is what calls one table on one line: more than that no evaluation tells of the look-up
 * that stopped it. */
static banded *same_call(calls *c, const pag_question *q)
{
    for (size_t i = 0; i < c->found.n; i++) {
        banded *b = &c->found.at[i];
        if (b->table == q->table && b->call->source == q->pos.source &&
            b->call->line == q->pos.line) {
            return b;
        }
    }
    return NULL;
}

/* On another way, or in another place of the formula: it can be called with either. */
static void join_call(calls *c, banded *b, const banded *other)
{
    if (b->by != other->by) b->by = NULL;
    if (b->unit == PAG_PLAIN) b->unit = other->unit;
    b->score = pag_set_unite(c->p->arena, b->score, other->score);
    b->exact = b->exact && other->exact;
}

static void note_call(void *ud, const pag_answered *on, const pag_way *way)
{
    calls *c = ud;
    const pag_question *q = &way->question;
    if (q->kind != PAG_ASKED_ROW || q->table->kind != PAG_TABLE_BANDS) return;
    if (!pag_seen_add(&c->seen, way)) return;
    const pag_set score = pag_reach_term(c->reach, on, q->a);
    banded b = {.table = q->table,
                .cell = c->cell,
                .condition = c->condition,
                .by = cell_of(q->a),
                .call = &q->pos,
                .unit = q->a->unit,
                .exact = pag_reach_is_exact_term(c->reach, q->a)};
    b.score = pag_reach_rounded_score(c->reach, b.table, &score, b.unit);
    banded *before = same_call(c, q);
    if (before) {
        join_call(c, before, &b);
    } else {
        PAG_LIST_ADD(c->p->arena, &c->found, b);
    }
}

static void claim_calls(const calls *c)
{
    for (size_t i = 0; i < c->found.n; i++) {
        banded *b = &c->found.at[i];
        for (size_t k = 0; k < c->found.n; k++) {
            b->several = b->several || (k != i && c->found.at[k].table == b->table);
        }
        claim_banded(c->p, b);
    }
}

static void note_bands(void *ud, const pag_answered *on, const pag_way *way)
{
    bool *any = ud;
    const pag_question *q = &way->question;
    (void)on;
    *any = *any || (q->kind == PAG_ASKED_ROW && q->table->kind == PAG_TABLE_BANDS);
}

void pag_prove_calls(proving *p, const pag_cell *cell)
{
    bool any = false;
    calls c = {.p = p, .cell = cell, .seen = {.arena = p->arena}};
    pag_reach_cell_asks(p->reach, cell, note_bands, &any);
    if (!any) return;
    c.reach = before_must(p, cell);
    pag_reach_cell_asks(c.reach, cell, note_call, &c);
    claim_calls(&c);
}

void pag_prove_test_calls(proving *p, const pag_condition *condition, const pag_way *ways)
{
    calls c = {.p = p, .reach = p->bare, .condition = condition, .seen = {.arena = p->arena}};
    pag_reach_asks(p->bare, &pag_reach_nothing, ways, note_call, &c);
    claim_calls(&c);
}
