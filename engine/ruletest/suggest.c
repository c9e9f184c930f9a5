/* Cases for the edges of bands that no test has a score at, with what the rules give today: text
 * that can go into a test file once somebody has held it against what is published. Each row is run
 * as any case is, and once more as it is to be written: it must pass, and reach its edge. */
#include "base/json.h"
#include "base/scalar.h"
#include "ruletest/coverage.h"
#include "ruletest/internal.h"
#include "yaml/yaml.h"

typedef struct outcome {
    pag_str score;
    pag_str gives; /* empty: the case needs more data than the score */
    pag_str stops; /* where it is empty: the code of what stops it elsewhere, or nothing */
    bool passed;   /* as it is written */
} outcome;

typedef struct suggesting {
    pag_ruletest *test;
    pag_coverage *c;
    const pag_tree *tree;
    const pag_reached_table *table;
    pag_str way;
    PAG_LIST(outcome) rows;
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

/* The one error that came of it; empty when it was none, or several, or that data are missing. A
 * condition may be broken for want of data, and then says nothing of the score. */
static pag_str error_text(const pag_diagnostics *ran)
{
    pag_str found = PAG_STR("");
    for (size_t i = 0; i < pag_diagnostics_count(ran); i++) {
        pag_code code = pag_diagnostics_at(ran, i)->code;
        if (pag_code_severity(code) != PAG_ERROR) continue;
        if (found.len || code == PAG_E0820) return PAG_STR("");
        found = pag_code_text(code);
    }
    return found;
}

static void take_trial(void *ud, const pag_trial *trial)
{
    suggesting *s = ud;
    outcome *row = &s->rows.at[s->rows.n - 1];
    row->passed = trial->passed;
    if (row->gives.len) return;
    row->gives = error_text(trial->ran);
    const pag_figure *figure = trial->computed ? trial->expectations[0].figure : NULL;
    bool alone = !pag_diagnostics_errors(trial->ran);
    if (alone && figure && figure->state == PAG_DONE) {
        row->gives = value_text(s->c->arena, figure);
    }
    if (!alone) row->stops = pag_arena_copy(s->c->arena, row->gives);
    row->gives = pag_arena_copy(s->c->arena, row->gives);
}

/* The head of the case; `indent` stands before every line but the first. */
static void put_head(const suggesting *s, pag_text *out)
{
    const pag_reached_table *t = s->table;
    pag_text_put(out, PAG_STR("  table: "));
    pag_text_put(out, s->way);
    pag_text_put(out, PAG_STR("\n  given: ["));
    pag_text_put(out, t->by->name);
    pag_text_put(out, PAG_STR("]\n  expect: ["));
    pag_text_put(out, t->looks->name);
    pag_text_put(out, PAG_STR("]\n  rows:\n"));
}

/* A case with this one row. */
static pag_str case_of(const suggesting *s, pag_str score, pag_str expected)
{
    pag_text out = {.arena = s->c->arena};
    pag_text_put(&out, PAG_STR("- test: x\n"));
    put_head(s, &out);
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
    const outcome *row = &s->rows.at[s->rows.n - 1];
    return row->gives.len && row->passed && edge->seen[side];
}

static void try_score(suggesting *s, pag_aim *edge, int side, pag_str score)
{
    const bool *seen = seen_now(s);
    PAG_LIST_ADD(s->c->arena, &s->rows, (outcome){.score = score, .gives = PAG_STR("")});
    outcome *row = &s->rows.at[s->rows.n - 1];
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
    for (size_t i = 0; i < s->rows.n; i++) {
        if (pag_str_equal(s->rows.at[i].score, score)) return true;
    }
    return false;
}

/* Each side with the score nearest to its edge, also where another suggested row would do. */
static void try_edges(suggesting *s)
{
    const pag_reached_table *t = s->table;
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

/* Whether the side of an edge waits for a score that only a formula can ask for. */
static bool is_of_formula(const suggesting *s, const pag_aim *edge, int side)
{
    pag_number score;
    if (!s->table->by) return true;
    return pag_edge_score(s->c, edge, side, &score) && !pag_score_is_of_cell(s->c, s->table, score);
}

/* How many sides of edges no test has a score at; `formulas`: of those no row of a test can have.
 */
static size_t count_missing(const suggesting *s, bool formulas)
{
    size_t n = 0;
    for (size_t i = s->table->first; i < s->table->first + s->table->n; i++) {
        const pag_aim *r = &s->c->all.at[i];
        for (int side = 0; r->kind == PAG_AIM_EDGE && side < PAG_SIDES; side++) {
            bool missing = r->wanted[side] && !r->seen[side];
            n += missing && (!formulas || is_of_formula(s, r, side));
        }
    }
    return n;
}

/* --- writing --- */

static pag_str say(const suggesting *s, const char *english, const char *italian)
{
    return pag_str_from(s->test->style.lang == PAG_IT ? italian : english);
}

static void put_comment(pag_text *out, pag_str before, pag_str text)
{
    pag_text_put(out, PAG_STR("# "));
    pag_text_put(out, before);
    pag_text_put(out, pag_text_one_line(out->arena, text));
    pag_text_byte(out, '\n');
}

static pag_str place_of(const suggesting *s)
{
    pag_pos pos = s->table->bands->pos;
    pag_text out = {.arena = s->c->arena};
    pag_text_put(&out, pag_sources_path(pag_pack_sources(s->c->pack), pos.source));
    pag_text_byte(&out, ':');
    pag_text_whole(&out, pos.line);
    return pag_text_str(&out);
}

static void put_row(const suggesting *s, pag_text *out, const outcome *row)
{
    pag_text_put(out, row->gives.len ? PAG_STR("    - [") : PAG_STR("    # - ["));
    pag_text_put(out, row->score);
    pag_text_put(out, PAG_STR(", "));
    pag_text_put(out, row->gives.len ? row->gives : PAG_STR("…"));
    pag_text_put(out, PAG_STR("]"));
    if (row->gives.len) {
        pag_text_byte(out, '\n');
        return;
    }
    if (pag_str_equal(row->stops, pag_code_text(PAG_E0320))) {
        pag_text_put(out, say(s, "   breaks a condition (E0320): write the case by hand",
                              "   viola una condizione (E0320): scrivere il caso a mano"));
    } else if (row->stops.len) {
        pag_text_put(out, say(s, "   something else stops it (", "   lo ferma altro ("));
        pag_text_put(out, row->stops);
        pag_text_put(out, say(s, "): write the case by hand", "): scrivere il caso a mano"));
    } else {
        pag_text_put(out, say(s, "   needs more than the score: write the case by hand",
                              "   vuole altro oltre al punteggio: scrivere il caso a mano"));
    }
    pag_text_byte(out, '\n');
}

static void put_case(const suggesting *s, pag_text *out)
{
    const pag_bands *bands = s->table->bands;
    bool any = false;
    for (size_t i = 0; i < s->rows.n; i++) any = any || s->rows.at[i].gives.len;
    put_comment(out,
                say(s, "computed by the present rules: compare with the published source",
                    "calcolato dalle regole di oggi: confrontare con la fonte pubblicata"),
                PAG_STR(""));
    put_comment(out, say(s, "the table: ", "la tabella: "), place_of(s));
    if (bands->source.len) put_comment(out, say(s, "its source: ", "la fonte: "), bands->source);
    pag_text body = {.arena = out->arena};
    pag_text_put(&body, PAG_STR("- test: "));
    pag_str name =
        pag_text_join(out->arena, 2, say(s, "at the edges of ", "agli estremi di "), bands->name);
    pag_text_put_scalar(&body, name, true);
    pag_text_byte(&body, '\n');
    put_head(s, &body);
    if (any) pag_text_put(out, pag_text_str(&body));
    for (size_t i = 0; i < s->rows.n; i++) put_row(s, out, &s->rows.at[i]);
    pag_text_byte(out, '\n');
}

static void put_by_hand(const suggesting *s, pag_text *out, size_t missing)
{
    pag_text digits = {.arena = out->arena};
    pag_text_whole(&digits, (int64_t)missing);
    put_comment(out,
                say(s, "by hand, because a formula looks the score up (--coverage tells which): ",
                    "a mano, perché il punteggio lo cerca una formula (--copertura dice quali): "),
                pag_text_join(out->arena, 4, pag_text_str(&digits),
                              say(s, " at the edges of ", " agli estremi di "),
                              s->table->bands->name,
                              pag_text_join(out->arena, 2, PAG_STR(", "), place_of(s))));
    pag_text_byte(out, '\n');
}

static void write_json(const suggesting *s)
{
    pag_json json = {.sink = s->test->suggestions};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.suggestions/1"));
    pag_json_put_string(&json, PAG_STR("pack"), pag_pack_name(s->c->pack));
    pag_json_put_string(&json, PAG_STR("bands"), s->table->bands->name);
    pag_json_put_string(&json, PAG_STR("table"), s->way);
    pag_json_put_string(&json, PAG_STR("given"), s->table->by->name);
    pag_json_put_string(&json, PAG_STR("expect"), s->table->looks->name);
    pag_json_key(&json, PAG_STR("rows"));
    pag_json_begin_array(&json);
    for (size_t i = 0; i < s->rows.n; i++) {
        pag_json_begin_array(&json);
        pag_json_string(&json, s->rows.at[i].score);
        if (s->rows.at[i].gives.len) pag_json_string(&json, s->rows.at[i].gives);
        if (!s->rows.at[i].gives.len) pag_json_null(&json);
        pag_json_end_array(&json);
    }
    pag_json_end_array(&json);
    pag_json_end_object(&json);
}

static void suggest_table(suggesting *s, pag_text *out)
{
    s->rows.n = 0;
    if (!count_missing(s, false)) return;
    if (s->table->by) {
        s->way = pag_reached_way(s->c->arena, s->table->looks->group);
        try_edges(s);
    }
    if (s->test->style.format == PAG_DIAG_JSON) {
        if (s->rows.n) write_json(s);
        return;
    }
    if (s->rows.n) put_case(s, out);
    size_t rest = count_missing(s, s->rows.n > 0);
    if (rest) put_by_hand(s, out, rest);
}

void pag_suggest(pag_ruletest *test, pag_coverage *c, const pag_tree *tree)
{
    suggesting s = {.test = test, .c = c, .tree = tree};
    pag_text out = {.arena = c->arena};
    for (size_t i = 0; i < c->n_tables; i++) {
        s.table = &c->tables[i];
        if (s.table->bands->kind == PAG_TABLE_BANDS) suggest_table(&s, &out);
    }
    if (!out.len) return;
    pag_text head = {.arena = c->arena};
    test->suggested = true;
    put_comment(&head, say(&s, "for the tests of ", "per le prove di "), pag_pack_name(c->pack));
    pag_sink_put(test->suggestions, pag_text_str(&head));
    pag_sink_put(test->suggestions, pag_text_str(&out));
}
