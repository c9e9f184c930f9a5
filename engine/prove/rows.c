/* Rows of tables: an evaluation is shown to find each of them, or nothing can. What reasoning
 * allows is not enough, since it may allow more than can be. */
#include "prove/internal.h"

#include "bind/bind.h"
#include "pack/pack.h"

/* The rows of one table. */
typedef struct pag_table_rows {
    const pag_bands *table;
    bool judged;
    bool *now;  /* found by the evaluation at hand */
    bool *ever; /* by any so far */
    bool *seen; /* by one that has a result */
    pag_row_judged *verdicts;
} pag_table_rows;

struct pag_row_watch {
    pag_watch watch;
    bool on, begun;
    size_t n;
    pag_table_rows *tables; /* every one: while rules run nothing is allocated here */
};

/* --- watching --- */

static pag_table_rows *rows_of(proving *p, const pag_bands *table)
{
    pag_row_watch *w = p->rows;
    size_t i = 0;
    while (i < w->n && w->tables[i].table != table) i++;
    return i < w->n ? &w->tables[i] : NULL;
}

static void take_look(void *ud, const pag_step *step, bool found)
{
    proving *p = ud;
    pag_table_rows *rows = p->rows->on && found ? rows_of(p, step->bands) : NULL;
    if (rows) rows->now[step->chosen] = true;
}

static void add_tables(proving *p)
{
    pag_row_watch *w = p->rows;
    const struct pag_bind *bind = pag_pack_bind(p->pack);
    while (pag_bind_table(bind, w->n)) w->n++;
    w->tables = PAG_NEW_ARRAY(p->arena, pag_table_rows, w->n + 1);
    for (size_t i = 0; i < w->n; i++) {
        const pag_bands *table = pag_bind_table(bind, i);
        w->tables[i] =
            (pag_table_rows){.table = table,
                             .now = PAG_NEW_ARRAY(p->arena, bool, table->n + 1),
                             .ever = PAG_NEW_ARRAY(p->arena, bool, table->n + 1),
                             .seen = PAG_NEW_ARRAY(p->arena, bool, table->n + 1),
                             .verdicts = PAG_NEW_ARRAY(p->arena, pag_row_judged, table->n + 1)};
    }
}

void pag_prove_watch_rows(proving *p)
{
    p->rows = PAG_NEW(p->arena, pag_row_watch);
    add_tables(p);
    p->rows->watch = (pag_watch){.ud = p, .looked = take_look};
    pag_bind_watch(pag_pack_bind(p->pack), &p->rows->watch);
}

void pag_prove_unwatch_rows(proving *p)
{
    pag_bind_watch(pag_pack_bind(p->pack), NULL);
}

void pag_prove_rows_begin(proving *p)
{
    for (size_t i = 0; i < p->rows->n; i++) {
        pag_table_rows *rows = &p->rows->tables[i];
        for (size_t row = 0; row < rows->table->n; row++) rows->now[row] = false;
    }
    p->rows->on = true;
}

void pag_prove_rows_end(proving *p, bool has_result)
{
    p->rows->on = false;
    for (size_t i = 0; i < p->rows->n; i++) {
        pag_table_rows *rows = &p->rows->tables[i];
        for (size_t row = 0; row < rows->table->n; row++) {
            rows->ever[row] = rows->ever[row] || rows->now[row];
            rows->seen[row] = rows->seen[row] || (has_result && rows->now[row]);
        }
    }
}

pag_status pag_prove_apart(proving *p, pag_arena *a, pag_arena *b, pag_scratch_work work, void *ud)
{
    pag_status ended = pag_scratch_run(p->arena, a, b, work, ud);
    p->rows->on = false; /* it may have ended within an evaluation */
    return ended;
}

bool pag_prove_row_is_found(proving *p, const pag_bands *table, size_t row)
{
    return rows_of(p, table)->now[row];
}

/* --- evaluations of which nothing is kept but the rows they find --- */

typedef void (*passing)(proving *p, pag_arena *run, const void *what);

typedef struct pass {
    proving *p;
    passing work;
    const void *what;
    pag_arena run;
} pass;

static void pass_by(void *ud)
{
    pass *own = ud;
    own->work(own->p, &own->run, own->what);
}

static void in_passing(proving *p, passing work, const void *what)
{
    pass own = {.p = p, .work = work, .what = what};
    pag_arena_init(&own.run, p->arena->allocator, PAG_EVALUATION_MEMORY);
    (void)pag_prove_apart(p, &own.run, NULL, pass_by, &own);
}

static void evaluate(proving *p, pag_arena *run, const void *what)
{
    pag_evaluation own = *(const pag_evaluation *)what;
    own.diags = pag_diagnostics_create(run, pag_pack_sources(p->pack));
    pag_result result;
    pag_prove_rows_begin(p);
    pag_prove_rows_end(p, pag_evaluate(p->pack, &own, run, &result) == PAG_OK);
}

typedef struct finding {
    pag_sample_wish wish;
    uint64_t *left; /* how many evaluations may still be tried for the row */
} finding;

static void find(proving *p, pag_arena *run, const void *what)
{
    const finding *f = what;
    pag_sample sample;
    bool found = pag_sample_find(run, p->pack, &f->wish, &sample);
    *f->left -= sample.tries < *f->left ? sample.tries : *f->left;
    if (found && !f->wish.goal) evaluate(p, run, sample.evaluation); /* a goal has looked itself */
}

/* --- evaluations that may find a row --- */

typedef struct seeking {
    proving *p;
    pag_table_rows *rows;
    size_t row;
    uint64_t left; /* evaluations that may still be tried for the row */
} seeking;

static bool is_found(const seeking *s)
{
    return s->rows->seen[s->row];
}

static void look_for(seeking *s, const pag_sample_wish *wish)
{
    finding f = {*wish, &s->left};
    f.wish.most = s->left < SIZE_MAX ? (size_t)s->left : SIZE_MAX;
    if (s->left) in_passing(s->p, find, &f);
}

/* True when nothing more is to be tried. */
static bool try_wish(void *ud, const pag_sample_wish *wish)
{
    seeking *s = ud;
    look_for(s, wish);
    return is_found(s) || !s->left;
}

/* The least of the scores in the row, the greatest and one between. */
static void try_scores(seeking *s, const pag_cell *by)
{
    pag_arena *arena = s->p->arena;
    const pag_bands *table = s->rows->table;
    const pag_set *scores = pag_reach_set(s->p->reach, by);
    pag_unit unit = pag_type_unit(by->type);
    pag_set seen = pag_reach_rounded_score(s->p->reach, table, scores, unit);
    pag_set part = pag_reach_row(s->p->reach, table, &seen, s->row);
    if (part.empty) return;
    pag_number targets[3] = {pag_set_some(arena, &part)};
    size_t n = 1;
    if (part.n > 2) targets[n++] = part.at[part.n / 2];
    if (part.high.set && part.high.inside) targets[n++] = part.high.number;
    for (size_t i = 0; i < n && !is_found(s); i++) {
        pag_set raw = pag_reach_rounded_to(s->p->reach, table, scores, unit, targets[i]);
        if (raw.empty) continue;
        (void)pag_prove_wishes(s->p, by, pag_set_some(arena, &raw), try_wish, s);
    }
}

static void try_key(seeking *s, const pag_cell *by)
{
    const pag_sample_value value = {.cell = by, .text = s->rows->table->rows[s->row].key};
    const pag_sample_wish wish = {.n = 1, .values = &value, .lang = s->p->order->lang};
    if (by->origin == PAG_GIVEN) (void)try_wish(s, &wish);
}

static pag_number later(pag_number a, pag_number b)
{
    return pag_number_order(a, b) < 0 ? b : a;
}

static pag_number earlier(pag_number a, pag_number b)
{
    return pag_number_order(a, b) < 0 ? a : b;
}

/* What of the year of the rules is in the row. */
static void try_period(seeking *s)
{
    pag_pos said;
    const pag_band *row = &s->rows->table->rows[s->row];
    int64_t year = pag_pack_year(s->p->pack, &said);
    pag_sample_wish wish = {.lang = s->p->order->lang, .has_period = true};
    wish.from = row->low.number;
    wish.to = row->high.kind == PAG_EDGE_NUMBER ? row->high.number : row->low.number;
    if (year) {
        wish.from = later(wish.from, pag_date_of_year(year, false));
        wish.to = pag_date_of_year(year, true);
        if (row->high.kind == PAG_EDGE_NUMBER) wish.to = earlier(wish.to, row->high.number);
    }
    if (pag_number_order(wish.from, wish.to) <= 0) (void)try_wish(s, &wish);
}

static void try_by_cell(seeking *s, const pag_cell *cell)
{
    const pag_cell *by = &cell->group->cells[cell->by];
    if (cell->by_kind != PAG_BY_CELL) return;
    if (s->rows->table->kind == PAG_TABLE_KEYED) {
        try_key(s, by);
    } else {
        try_scores(s, by);
    }
}

/* --- by the figures of cells --- */

static void begin_seeking(void *ud)
{
    const seeking *s = ud;
    pag_prove_rows_begin(s->p);
}

static bool end_seeking(void *ud, bool accepted)
{
    const seeking *s = ud;
    pag_prove_rows_end(s->p, accepted);
    return accepted && is_found(s);
}

static void seek(seeking *s, const pag_cell *cell)
{
    const pag_sample_goal goal = {s, begin_seeking, end_seeking, cell};
    const pag_sample_wish wish = {.lang = s->p->order->lang, .goal = &goal};
    look_for(s, &wish);
}

typedef struct asking {
    const pag_bands *table;
    bool asks;
} asking;

static void note_asking(void *ud, const pag_answered *on, const pag_way *way)
{
    asking *a = ud;
    (void)on;
    a->asks = a->asks || (way->question.kind == PAG_ASKED_ROW && way->question.table == a->table);
}

/* Also by a formula that could not be followed, and names it. */
static bool looks_up(proving *p, const pag_cell *cell, const pag_bands *table)
{
    const pag_diagnostic *why;
    asking a = {table, cell->origin == PAG_LOOKED_UP && cell->bands == table};
    if (!a.asks) pag_reach_cell_asks(p->reach, cell, note_asking, &a);
    return a.asks || (cell->of.reference && pag_str_names(cell->of.text, table->name) &&
                      pag_way_is_lost(pag_reach_ways(p->reach, cell), &why));
}

/* Through everything that the figures of those cells rest on. As deep as lists stand in lists. */
static void try_all(seeking *s, const pag_group *group, pag_row_judged *out)
{
    for (size_t i = 0; i < group->n_cells && !is_found(s); i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) try_all(s, cell->list, out);
        if (is_found(s) || !looks_up(s->p, cell, s->rows->table)) continue;
        seek(s, cell);
        if (is_found(s)) return;
        pag_trying t;
        pag_prove_try_row(s->p, cell, s->rows->table, s->row, &t);
        out->tried += t.tried;
        out->of = out->n_cells && !out->of ? 0 : out->of + t.of;
        out->whole = t.whole && (out->n_cells == 0 || out->whole);
        out->n_cells++;
    }
}

static void try_cells(seeking *s, const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells && !is_found(s); i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) try_cells(s, cell->list);
        if (cell->origin == PAG_LOOKED_UP && cell->bands == s->rows->table) try_by_cell(s, cell);
    }
}

/* What is evaluated anyway: the simplest file, and those of the repository. */
static void note_all(proving *p)
{
    if (p->rows->begun) return;
    p->rows->begun = true;
    if (p->accepted) in_passing(p, evaluate, p->base.evaluation);
    for (size_t i = 0; i < p->order->n_evaluations; i++) {
        in_passing(p, evaluate, p->order->evaluations[i]);
    }
}

static void try_near_all(seeking *s)
{
    const pag_proof_order *order = s->p->order;
    for (size_t i = 0; i < order->n_evaluations && !is_found(s); i++) {
        pag_prove_rows_near(s->p, order->evaluations[i], s->rows->table, s->row);
    }
    if (!is_found(s) && s->p->accepted) {
        pag_prove_rows_near(s->p, s->p->base.evaluation, s->rows->table, s->row);
    }
}

/* Whether the row is out of reach only because of the words that the pack has chosen. */
static bool waits_for_policy(seeking *s, bool ever)
{
    return ever && !pag_reach_asked(s->p->bare, s->rows->table).rows[s->row];
}

/* Through evaluations made for the purpose. Where no search has found one that the pack accepts,
 * one that finds a row as well is not looked for: each such search goes to its very end. */
static void search(seeking *s, pag_row_judged *out)
{
    proving *p = s->p;
    for (size_t i = 0; i < pag_pack_subjects(p->pack); i++) {
        try_cells(s, pag_pack_subject(p->pack, i));
    }
    if (!is_found(s) && s->rows->table->kind == PAG_TABLE_DATED) try_period(s);
    for (size_t i = 0; i < pag_pack_subjects(p->pack) && !is_found(s); i++) {
        try_all(s, pag_pack_subject(p->pack, i), out);
    }
}

/* A row that only another word of a policy reaches waits for that; one that only evaluations
 * without a result find is neither, unless it is a must that refuses them all. */
static pag_verdict judge(seeking *s, bool now, bool ever, pag_row_judged *out)
{
    proving *p = s->p;
    if (!now && !waits_for_policy(s, ever)) return PAG_REFUTED;
    if (!now || is_found(s)) return PAG_PROVEN;
    try_near_all(s);
    if (!is_found(s) && p->accepted) search(s, out);
    if (is_found(s)) return PAG_PROVEN;
    return out->whole && !s->rows->ever[s->row] ? PAG_REFUTED : PAG_NOT_PROVEN;
}

/* The budget is of those that are tried one after the other; what leads to a row is found in a few,
 * and without any no row is proven. */
static uint64_t most_tries(const proving *p)
{
    enum { LEAST = 200 };
    return p->order->budget > LEAST ? p->order->budget : LEAST;
}

const pag_row_judged *pag_prove_rows(proving *p, const pag_bands *table)
{
    pag_table_rows *rows = rows_of(p, table);
    if (rows->judged) return rows->verdicts;
    const pag_asked now = pag_reach_asked(p->reach, table);
    const pag_asked ever = pag_reach_asked(p->open, table);
    note_all(p);
    for (size_t i = 0; i < table->n; i++) {
        seeking s = {p, rows, i, most_tries(p)};
        pag_row_judged *out = &rows->verdicts[i];
        out->verdict = judge(&s, now.rows[i], ever.rows[i], out);
    }
    rows->judged = true;
    return rows->verdicts;
}
