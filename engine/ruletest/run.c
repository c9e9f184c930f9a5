/* Running a case: its data read by the pack, the figures it names computed, what came of it held
 * against what it expects. A case with a table is run once for each row. */
#include "ruletest/internal.h"

/* One case on its way. */
typedef struct running {
    pag_ruletest *test;
    const pag_test_file *file;
    const pag_case *c;
    pag_pack *pack;  /* with the policies of the case */
    pag_descent way; /* of its table */
    pag_trial trial;
} running;

static pag_arena *arena_of(const running *r)
{
    return r->test->each;
}

/* --- what is expected --- */

static void expect_figures(running *r)
{
    const pag_node *map = r->c->expect;
    r->trial.n = map ? map->count : 0;
    r->trial.expectations = PAG_NEW_ARRAY(arena_of(r), pag_expectation, r->trial.n);
    for (size_t i = 0; i < r->trial.n; i++) {
        const pag_pair *pair = &map->pairs[i];
        r->trial.expectations[i] =
            (pag_expectation){.name = pair->key, .pos = pair->key_pos, .value = pair->value};
    }
}

/* What a row expects stands behind what it gives; a code is an error that must come. */
static void expect_row(running *r, const pag_node *row)
{
    const pag_node *columns = r->c->expect;
    pag_trial *t = &r->trial;
    t->n = columns->count;
    t->expectations = PAG_NEW_ARRAY(arena_of(r), pag_expectation, t->n);
    t->codes = PAG_NEW_ARRAY(arena_of(r), pag_expected_code, t->n);
    for (size_t i = 0; i < t->n; i++) {
        const pag_node *name = columns->items[i], *value = row->items[r->c->given->count + i];
        pag_code code;
        bool fails = pag_case_code(value, &code);
        t->expectations[i] =
            (pag_expectation){.name = name->text, .pos = name->pos, .value = fails ? NULL : value};
        if (!fails) continue;
        t->expectations[i].code = (pag_expected_code){code, value->pos};
        t->codes[t->n_codes++] = t->expectations[i].code;
    }
}

/* --- figures --- */

static bool find_figures(running *r)
{
    pag_trial *t = &r->trial;
    pag_entry *near = t->row ? pag_descent_entry(&t->result, &r->way) : NULL;
    bool ok = true;
    for (size_t i = 0; i < t->n; i++) {
        pag_expectation *e = &t->expectations[i];
        e->figure = pag_figure_named(t->shown, &t->result, near, e->name, e->pos);
        bool readable =
            e->figure && (!e->value || pag_value_read_exact(arena_of(r), t->shown, e->figure->cell,
                                                            e->value, &e->expected));
        ok = ok && readable;
    }
    return ok;
}

static void compute(running *r)
{
    pag_trial *t = &r->trial;
    pag_figure **figures = PAG_NEW_ARRAY(arena_of(r), pag_figure *, t->n);
    for (size_t i = 0; i < t->n; i++) figures[i] = t->expectations[i].figure;
    pag_wanted wanted = {.n = t->n, .figures = figures, .rest = !t->row && r->c->n_codes > 0};
    (void)pag_result_compute(&t->result, r->pack, arena_of(r), &wanted);
    t->computed = true;
}

static bool is_equal(const pag_expectation *e)
{
    const pag_value *got = &e->figure->value;
    if (got->kind == PAG_VALUE_ENTRY && e->expected.kind == PAG_VALUE_TEXT) { /* by id or name */
        return pag_str_equal(got->entry->id, e->expected.text) ||
               pag_str_equal(got->entry->name, e->expected.text);
    }
    return pag_value_same(got, &e->expected);
}

/* --- judging --- */

static bool is_expected(const pag_trial *t, pag_code code)
{
    for (size_t i = 0; i < t->n_codes; i++) {
        if (t->codes[i].code == code) return true;
    }
    return false;
}

static bool is_among(pag_str codes, pag_str code)
{
    for (size_t i = 0; i + code.len <= codes.len; i++) {
        if (pag_str_equal((pag_str){codes.at + i, code.len}, code)) return true;
    }
    return false;
}

/* Warnings are for who evaluates; a case speaks of them when it names one. */
static bool is_beside_the_point(const pag_case *c, pag_code code)
{
    return pag_code_severity(code) == PAG_WARNING && !c->warns;
}

/* Shows what was told and not expected; true when there is none. */
static bool judge_told(running *r)
{
    pag_trial *t = &r->trial;
    pag_text codes = {.arena = arena_of(r)};
    for (size_t i = 0; i < pag_diagnostics_count(t->ran); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(t->ran, i);
        if (is_expected(t, d->code) || is_beside_the_point(r->c, d->code)) continue;
        pag_diag_copy(t->shown, d);
        pag_str code = pag_code_text(d->code);
        if (is_among(pag_text_str(&codes), code)) continue;
        if (codes.len) pag_text_put(&codes, PAG_STR(", "));
        pag_text_put(&codes, code);
    }
    if (!codes.len) return true;
    pag_pos pos = t->row ? t->row->pos : r->c->node->pos;
    pag_diag_add(t->shown, PAG_E0841, pos, 2, t->name, pag_text_str(&codes));
    return false;
}

static bool was_told(const pag_trial *t, pag_code code)
{
    for (size_t i = 0; i < pag_diagnostics_count(t->ran); i++) {
        if (pag_diagnostics_at(t->ran, i)->code == code) return true;
    }
    return false;
}

static bool judge_missing(running *r)
{
    pag_trial *t = &r->trial;
    bool ok = true;
    for (size_t i = 0; i < t->n_codes; i++) {
        if (was_told(t, t->codes[i].code)) continue;
        ok = false;
        pag_diag_add(t->shown, PAG_E0842, t->codes[i].pos, 2, t->name,
                     pag_code_text(t->codes[i].code));
    }
    return ok;
}

/* A figure that was to fail has no value, but where a condition spoke: that is about the whole
 * entry. A code that did not come at all is told as that. */
static bool is_met(const pag_trial *t, const pag_expectation *e)
{
    bool done = e->figure->state == PAG_DONE;
    if (e->value) return done && is_equal(e);
    pag_code code = e->code.code;
    return !done || code == PAG_E0320 || code == PAG_W0321 || !was_told(t, code);
}

static void tell_value(const running *r, const pag_expectation *e)
{
    pag_arena *arena = arena_of(r);
    bool done = e->figure->state == PAG_DONE;
    pag_value got = done ? e->figure->value : (pag_value){.kind = PAG_VALUE_NONE};
    pag_str expected =
        e->value ? pag_report_value(arena, e->figure, e->expected) : pag_code_text(e->code.code);
    pag_diag_add(r->trial.shown, PAG_E0840, e->value ? e->value->pos : e->code.pos, 4,
                 r->trial.name, pag_figure_path(arena, e->figure), expected,
                 pag_report_value(arena, e->figure, got))
        ->also = e->figure->cell->pos;
}

/* A figure that could not be computed is told by the error that stopped it. */
static bool judge_values(running *r, bool stopped)
{
    pag_trial *t = &r->trial;
    bool ok = true;
    for (size_t i = 0; i < t->n && t->computed; i++) {
        pag_expectation *e = &t->expectations[i];
        e->met = is_met(t, e);
        if (e->met || (e->figure->state != PAG_DONE && stopped)) continue;
        ok = false;
        tell_value(r, e);
    }
    return ok;
}

/* The data were refused, so there is no figure to hold a value against. */
static bool judge_unread(running *r)
{
    pag_trial *t = &r->trial;
    bool ok = true;
    for (size_t i = 0; i < t->n && !t->computed; i++) {
        const pag_expectation *e = &t->expectations[i];
        if (!e->value) continue;
        ok = false;
        pag_diag_add(t->shown, PAG_E0901, e->value->pos, 2, t->name, e->name);
    }
    return ok;
}

static void judge(running *r)
{
    bool told = judge_told(r), came = judge_missing(r);
    bool values = judge_values(r, !told), read = !told || judge_unread(r);
    r->trial.passed = told && came && values && read;
}

/* --- one run --- */

/* Rules of one year are tried in that year, unless the case says when. */
static pag_head head_of(const running *r)
{
    pag_head head = r->c->head;
    pag_pos said;
    int64_t year = pag_pack_year(r->pack, &said);
    if (head.period_pos.source || !year) return head;
    head.from = pag_date_of_year(year, false);
    head.to = pag_date_of_year(year, true);
    head.period_pos = said;
    return head;
}

static void run_data(running *r, const pag_node *root)
{
    pag_trial *t = &r->trial;
    const pag_head head = head_of(r);
    pag_excerpt part = {.root = root, .head = &head};
    part.words = pag_case_words(&part.n_words);
    pag_evaluation *ev = pag_evaluation_read_part(arena_of(r), t->ran, r->pack, &part);
    if (ev) {
        pag_result_open(ev, arena_of(r), &t->result);
        t->wrong = !find_figures(r);
        if (!t->wrong) compute(r);
    }
    if (!t->wrong) judge(r);
}

static void begin(running *r, const pag_case *c, const pag_node *row, pag_diagnostics *diags)
{
    pag_sources *sources = pag_diagnostics_sources(diags);
    r->c = c;
    r->trial = (pag_trial){.c = c, .row = row, .name = c->sentence};
    r->trial.pack = pag_pack_name(r->pack);
    r->trial.ran = pag_diagnostics_create(arena_of(r), sources);
    r->trial.shown = pag_diagnostics_create(arena_of(r), sources);
    r->trial.n_codes = c->n_codes;
    r->trial.codes = c->codes;
}

static void end(running *r)
{
    if (r->file->tried) {
        r->file->tried(r->file->ud, &r->trial);
    } else {
        pag_report_trial(r->test, &r->trial);
    }
}

/* A sheet as it stands in the row: "{x: 4, z: 6}". As deep as a document may be. */
static void put_given(pag_text *out, const pag_node *value)
{
    pag_text_put(out, value->kind == PAG_NODE_MAP ? PAG_STR("{") : value->text);
    if (value->kind != PAG_NODE_MAP) return;
    for (size_t i = 0; i < value->count; i++) {
        if (i) pag_text_put(out, PAG_STR(", "));
        pag_text_put(out, value->pairs[i].key);
        pag_text_put(out, PAG_STR(": "));
        put_given(out, value->pairs[i].value);
    }
    pag_text_byte(out, '}');
}

/* "around the edges (total: 41)" */
static pag_str row_name(pag_arena *arena, const pag_case *c, const pag_node *row)
{
    pag_text out = {.arena = arena};
    pag_text_put(&out, c->sentence);
    for (size_t i = 0; i < c->given->count; i++) {
        pag_text_put(&out, i ? PAG_STR(", ") : PAG_STR(" ("));
        pag_text_put(&out, c->given->items[i]->text);
        pag_text_put(&out, PAG_STR(": "));
        put_given(&out, row->items[i]);
    }
    pag_text_byte(&out, ')');
    return pag_text_str(&out);
}

static void run_row(running *r, const pag_case *c, const pag_node *row, pag_diagnostics *diags)
{
    begin(r, c, row, diags);
    r->trial.name = row_name(arena_of(r), c, row);
    r->trial.n_codes = 0;
    expect_row(r, row);
    const pag_node *root = NULL;
    if (pag_descent_find(arena_of(r), r->trial.shown, r->pack, c->table, &r->way)) {
        root = pag_descent_data(arena_of(r), r->trial.shown, c, row, &r->way);
    }
    r->trial.wrong = !root;
    if (root) run_data(r, root);
    end(r);
}

static void run_plain(running *r, const pag_case *c, pag_diagnostics *diags)
{
    begin(r, c, NULL, diags);
    expect_figures(r);
    run_data(r, c->node);
    end(r);
}

/* --- its surroundings --- */

/* The sources of a pack, and the file behind them. */
static pag_diagnostics *open_diagnostics(pag_arena *arena, const pag_test_file *file,
                                         const pag_pack *pack)
{
    uint32_t source;
    return pag_diagnostics_for(arena, pag_pack_sources(pack), file->path, file->bytes, &source);
}

static pag_diagnostics *ready(running *r, const pag_test_file *file, const pag_case *c)
{
    pag_diagnostics *diags = open_diagnostics(arena_of(r), file, file->pack);
    r->pack = c->policy ? pag_policy_load(r->test, file, c, diags) : file->pack;
    if (!r->pack) {
        pag_report_wrong(r->test, diags);
        return NULL;
    }
    return c->policy ? open_diagnostics(arena_of(r), file, r->pack) : diags;
}

static void run_one(pag_ruletest *test, const pag_test_file *file, const pag_case *c,
                    const pag_node *row)
{
    running r = {.test = test, .file = file};
    pag_diagnostics *diags = ready(&r, file, c);
    if (diags && row) run_row(&r, c, row, diags);
    if (diags && !row) run_plain(&r, c, diags);
    pag_policy_drop(test, file);
    pag_arena_reset(test->each);
}

void pag_case_run(pag_ruletest *test, const pag_test_file *file, const pag_case *c)
{
    if (!c->table) {
        run_one(test, file, c, NULL);
        return;
    }
    for (size_t i = 0; i < c->rows->count; i++) run_one(test, file, c, c->rows->items[i]);
}
