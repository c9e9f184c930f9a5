/* Cases for the edges of bands that no test has a score at, with what the rules give today: text
 * that can go into a test file once somebody has held it against what is published. Each row is run
 * as any case is, and once more as it is to be written: it must pass, and reach its edge. */
#include "ruletest/suggest.h"
#include "base/scalar.h"
#include "ruletest/coverage.h"
#include "ruletest/internal.h"
#include "yaml/yaml.h"

typedef struct suggesting {
    pag_ruletest *test;
    pag_coverage *c;
    const pag_tree *tree;
    pag_suggestion *of;
} suggesting;

/* --- names --- */

/* The first entry that the plan has in a list; NULL: the plan does not say. */
static const pag_planned_row *first_row(const pag_group *group, const pag_planned_row *around)
{
    const pag_planned *planned = group->planned;
    for (size_t i = 0; !planned && around && i < group->parent->n_cells; i++) {
        if (group->parent->cells[i].list == group) planned = around->values[i].inner;
    }
    return planned && planned->n ? &planned->rows[0] : NULL;
}

/* As deep as lists stand in lists. */
static const pag_planned_row *put_way(pag_text *out, const pag_group *group)
{
    if (!group->parent) {
        pag_text_put(out, group->name);
        return NULL;
    }
    const pag_planned_row *row = first_row(group, put_way(out, group->parent));
    pag_text_byte(out, '.');
    pag_text_put(out, group->name);
    if (row) pag_text_byte(out, '.');
    if (row) pag_text_put(out, row->id);
    return row;
}

pag_str pag_reached_way(pag_arena *arena, const pag_group *group)
{
    pag_text out = {.arena = arena};
    (void)put_way(&out, group);
    return pag_text_str(&out);
}

pag_str pag_reached_number(pag_coverage *c, pag_number x)
{
    return pag_number_written(c->arena, x);
}

/* --- what the rules give --- */

static pag_str value_text(pag_arena *arena, const pag_figure *figure)
{
    pag_str text = pag_report_value(arena, figure, figure->value);
    if (figure->value.kind == PAG_VALUE_NUMBER || figure->value.kind == PAG_VALUE_FLAG) return text;
    pag_text quoted = {.arena = arena};
    pag_text_put_scalar(&quoted, text, true);
    return pag_text_str(&quoted);
}

/* The first error that came of it, and how many did; NULL: none, or data are missing. A condition
 * may be broken for want of data, and then says nothing of the score. */
static const pag_diagnostic *first_error(const pag_diagnostics *ran, size_t *n)
{
    const pag_diagnostic *found = NULL;
    *n = 0;
    for (size_t i = 0; i < pag_diagnostics_count(ran); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(ran, i);
        if (pag_code_severity(d->code) != PAG_ERROR) continue;
        if (d->code == PAG_E0820) return NULL;
        if (!found) found = d;
        ++*n;
    }
    return found;
}

static void take_error(const suggesting *s, pag_suggested_row *row, const pag_diagnostics *ran)
{
    size_t n;
    pag_arena *arena = s->c->arena;
    const pag_diagnostic *first = first_error(ran, &n);
    if (!first) return;
    row->stops = pag_arena_copy(arena, pag_code_text(first->code));
    row->why = pag_arena_copy(arena, pag_diag_sentence(arena, first, s->test->style.lang, 0));
    if (n == 1) row->gives = row->stops;
}

static void take_trial(void *ud, const pag_trial *trial)
{
    suggesting *s = ud;
    pag_suggested_row *row = &s->of->rows.at[s->of->rows.n - 1];
    row->passed = trial->passed;
    if (row->gives.len) return;
    take_error(s, row, trial->ran);
    const pag_figure *figure = trial->computed ? trial->expectations[0].figure : NULL;
    bool alone = !pag_diagnostics_errors(trial->ran);
    if (alone && figure && figure->state == PAG_DONE) {
        row->gives = pag_arena_copy(s->c->arena, value_text(s->c->arena, figure));
    }
}

/* A case with this one row. */
static pag_str case_of(const suggesting *s, pag_str score, pag_str expected)
{
    pag_text out = {.arena = s->c->arena};
    pag_text_put(&out, PAG_STR("- test: x\n"));
    pag_suggestion_head(s->of, &out);
    pag_text_put(&out, PAG_STR("    - ["));
    pag_text_put(&out, score);
    pag_text_put(&out, PAG_STR(", "));
    pag_text_put(&out, expected);
    pag_text_put(&out, PAG_STR("]\n"));
    return pag_text_str(&out);
}

static void run_row(suggesting *s, pag_str score, pag_str expected)
{
    pag_arena *arena = s->c->arena;
    pag_sources *sources = pag_sources_extend(arena, pag_pack_sources(s->c->pack));
    pag_diagnostics *diags = pag_diagnostics_create(arena, sources);
    pag_str bytes = case_of(s, score, expected);
    pag_test_file file = {s->tree, s->c->pack, PAG_STR("?"), bytes, take_trial, s};
    uint32_t source = pag_sources_add(sources, file.path, file.bytes);
    const pag_node *root = NULL;
    pag_case one;
    bool good = pag_yaml_read(arena, diags, source, &root) == PAG_OK && root->count &&
                pag_case_read(arena, diags, root->items[0], &one);
    if (good) pag_case_run(s->test, &file, &one);
}

/* Which sides were seen, to come back to. */
static bool *seen_now(const suggesting *s)
{
    const pag_coverage *c = s->c;
    bool *seen = PAG_NEW_ARRAY(c->arena, bool, c->all.n *PAG_SIDES);
    for (size_t i = 0; i < c->all.n * PAG_SIDES; i++) {
        seen[i] = c->all.at[i / PAG_SIDES].seen[i % PAG_SIDES];
    }
    return seen;
}

/* What a row that is not written has reached is not reached. */
static void forget_since(suggesting *s, const bool *seen)
{
    for (size_t i = 0; i < s->c->all.n * PAG_SIDES; i++) {
        s->c->all.at[i / PAG_SIDES].seen[i % PAG_SIDES] = seen[i];
    }
}

static bool reaches(const suggesting *s, const pag_aim *edge, int side)
{
    const pag_suggested_row *row = &s->of->rows.at[s->of->rows.n - 1];
    return row->gives.len && row->passed && edge->seen[side];
}

static void try_score(suggesting *s, pag_aim *edge, int side, pag_str score)
{
    const bool *seen = seen_now(s);
    PAG_LIST_ADD(s->c->arena, &s->of->rows,
                 (pag_suggested_row){.score = score, .gives = PAG_STR("")});
    pag_suggested_row *row = &s->of->rows.at[s->of->rows.n - 1];
    run_row(s, score, PAG_STR("E0305")); /* which code it is does not matter: what comes is taken */
    edge->seen[side] = false;
    if (row->gives.len) run_row(s, score, row->gives);
    if (reaches(s, edge, side)) return;
    row->gives = PAG_STR("");
    forget_since(s, seen);
}

/* --- which scores --- */

static bool is_there(const suggesting *s, pag_str score)
{
    for (size_t i = 0; i < s->of->rows.n; i++) {
        if (pag_str_equal(s->of->rows.at[i].score, score)) return true;
    }
    return false;
}

/* Each side with the score nearest to its edge, also where another suggested row would do. */
static void try_edges(suggesting *s)
{
    const pag_reached_table *t = s->of->table;
    const bool *seen = seen_now(s);
    for (size_t i = t->first * PAG_SIDES; i < (t->first + t->n) * PAG_SIDES; i++) {
        pag_aim *edge = &s->c->all.at[i / PAG_SIDES];
        int side = (int)(i % PAG_SIDES);
        pag_number score;
        if (edge->kind != PAG_AIM_EDGE || !edge->wanted[side] || seen[i]) continue;
        if (!pag_edge_score(s->c, edge, side, &score)) continue;
        if (!pag_score_is_of_cell(s->c, t, score)) continue; /* only a formula asks for it */
        pag_str text = pag_reached_number(s->c, score);
        if (!is_there(s, text)) try_score(s, edge, side, text);
    }
}

/* How many sides of edges no row of a test can have: what a formula asks for, or says where it is.
 */
static void count_by_hand(suggesting *s)
{
    pag_suggestion *of = s->of;
    for (size_t i = of->table->first; i < of->table->first + of->table->n; i++) {
        const pag_aim *r = &s->c->all.at[i];
        for (int side = 0; r->kind == PAG_AIM_EDGE && side < PAG_SIDES; side++) {
            pag_number score;
            if (!r->wanted[side] || r->seen[side]) continue;
            bool known = pag_edge_score(s->c, r, side, &score);
            bool own = known && of->table->by && pag_score_is_of_cell(s->c, of->table, score);
            of->unknown += !known;
            of->of_formula += known && !own;
        }
    }
}

/* --- the year --- */

/* For rules that are of none: the plan's first one, else that of the example in E0717. */
static int64_t some_year(const pag_coverage *c)
{
    enum { SOME_YEAR = 2024 };
    const pag_plan *plan = pag_pack_plan(c->pack);
    int64_t year = plan ? pag_date_year(plan->from) : 0;
    return year ? year : SOME_YEAR;
}

static bool wants_period(const suggesting *s)
{
    for (size_t i = 0; i < s->of->rows.n; i++) {
        if (pag_str_equal(s->of->rows.at[i].stops, pag_code_text(PAG_E0717))) return true;
    }
    return false;
}

/* --- one table --- */

static void find_rows(suggesting *s)
{
    const bool *seen = seen_now(s);
    s->of->way = pag_reached_way(s->c->arena, s->of->table->looks->group);
    try_edges(s);
    if (!wants_period(s)) return;
    forget_since(s, seen);
    s->of->rows.n = 0;
    s->of->year = some_year(s->c);
    try_edges(s);
}

/* A row that is written for one table may reach an edge of another. */
static void note_sides(pag_coverage *c, const bool *seen)
{
    for (size_t i = 0; i < c->all.n * PAG_SIDES; i++) {
        pag_aim *aim = &c->all.at[i / PAG_SIDES];
        aim->suggested[i % PAG_SIDES] = aim->seen[i % PAG_SIDES] && !seen[i];
    }
}

void pag_suggest_find(pag_ruletest *test, pag_coverage *c, const pag_tree *tree)
{
    suggesting s = {.test = test, .c = c, .tree = tree};
    const bool *seen = seen_now(&s);
    c->suggestions = PAG_NEW_ARRAY(c->arena, pag_suggestion, c->n_tables + 1);
    for (size_t i = 0; i < c->n_tables; i++) {
        s.of = &c->suggestions[i];
        s.of->table = &c->tables[i];
        if (s.of->table->bands->kind != PAG_TABLE_BANDS) continue;
        if (s.of->table->by) find_rows(&s);
        count_by_hand(&s);
    }
    note_sides(c, seen);
    forget_since(&s, seen);
}
