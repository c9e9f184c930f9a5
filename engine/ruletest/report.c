/* What people and programs see of a test: a case that did not pass with the reasons, in the text
 * and with the caret of every diagnostic; a line for one that did, when it is asked for; the sum.
 */
#include "base/json.h"
#include "base/visible.h"
#include "ruletest/internal.h"

static pag_str say(const pag_ruletest *test, const char *english, const char *italian)
{
    return pag_str_from(test->style.lang == PAG_IT ? italian : english);
}

static bool is_json(const pag_ruletest *test)
{
    return test->style.format == PAG_DIAG_JSON;
}

pag_str pag_report_value(pag_arena *arena, const pag_figure *figure, pag_value value)
{
    if (value.kind == PAG_VALUE_NONE) return PAG_STR("—");
    if (value.kind == PAG_VALUE_NUMBER) return pag_number_written(arena, value.number);
    return pag_value_plain(arena, figure->cell, value);
}

void pag_report_diagnostics(pag_ruletest *test, const pag_diagnostics *diags)
{
    if (!pag_diagnostics_count(diags)) return;
    if (test->written && !is_json(test)) pag_sink_put(test->sink, PAG_STR("\n"));
    test->written = true;
    pag_diagnostics_write(diags, test->each, test->style, test->sink);
}

void pag_report_wrong(pag_ruletest *test, const pag_diagnostics *diags)
{
    pag_status status = pag_diagnostics_status(diags);
    if (status > test->worst) test->worst = status;
    pag_junit_wrong(test, diags);
    pag_report_diagnostics(test, diags);
}

/* --- one case --- */

static pag_str source_word(const pag_trial *t)
{
    switch (t->c->source) {
    case PAG_SOURCE_NONE: break;
    case PAG_SOURCE_PUBLISHED: return PAG_STR("published");
    case PAG_SOURCE_DERIVED: return PAG_STR("derived");
    }
    return PAG_STR("");
}

static pag_str source_note(const pag_ruletest *test, const pag_trial *t)
{
    switch (t->c->source) {
    case PAG_SOURCE_NONE: break;
    case PAG_SOURCE_PUBLISHED: return say(test, "  [published]", "  [pubblicato]");
    case PAG_SOURCE_DERIVED: return say(test, "  [derived]", "  [derivato]");
    }
    return PAG_STR("");
}

/* "passed      example/2025: the sentence  [published]" */
static void put_line(pag_ruletest *test, const pag_trial *t)
{
    pag_text out = {.arena = test->each};
    pag_text_put(&out, t->passed ? say(test, "passed      ", "superato      ")
                                 : say(test, "not passed  ", "non superato  "));
    pag_text_put_visible(&out, t->pack, 0);
    pag_text_put(&out, PAG_STR(": "));
    pag_text_put_visible(&out, t->name, 0);
    pag_text_put(&out, source_note(test, t));
    pag_text_byte(&out, '\n');
    pag_sink_put(test->sink, pag_text_str(&out));
    test->written = true;
}

const pag_figure *pag_trial_unmet(const pag_trial *t)
{
    for (size_t i = 0; t->computed && i < t->n; i++) {
        const pag_expectation *e = &t->expectations[i];
        if (!e->met && e->figure->state == PAG_DONE) return e->figure;
    }
    return NULL;
}

static void put_why(pag_ruletest *test, const pag_trial *t)
{
    const pag_figure *figure = test->why ? pag_trial_unmet(t) : NULL;
    if (!figure) return;
    if (!is_json(test)) pag_sink_put(test->sink, PAG_STR("\n"));
    test->why(test->ud, &t->result, figure, test->sink, false);
}

static void put_figure(pag_json *json, pag_arena *arena, const pag_expectation *e)
{
    bool done = e->figure->state == PAG_DONE;
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("figure"), pag_figure_path(arena, e->figure));
    pag_json_key(json, PAG_STR("expected"));
    if (e->value) pag_json_string(json, pag_report_value(arena, e->figure, e->expected));
    if (!e->value) pag_json_null(json);
    pag_json_key(json, PAG_STR("got"));
    if (done) pag_json_string(json, pag_report_value(arena, e->figure, e->figure->value));
    if (!done) pag_json_null(json);
    pag_json_end_object(json);
}

static void put_codes(pag_json *json, pag_str key, const pag_diagnostics *diags)
{
    pag_json_key(json, key);
    pag_json_begin_array(json);
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        pag_json_string(json, pag_code_text(pag_diagnostics_at(diags, i)->code));
    }
    pag_json_end_array(json);
}

static void put_json(pag_ruletest *test, const pag_trial *t)
{
    pag_json json = {.sink = test->sink};
    pag_pos pos = t->row ? t->row->pos : t->c->node->pos;
    pag_str source = source_word(t);
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.tests/1"));
    pag_json_put_string(&json, PAG_STR("pack"), t->pack);
    pag_json_put_string(&json, PAG_STR("file"),
                        pag_sources_path(pag_diagnostics_sources(t->ran), pos.source));
    pag_json_put_whole(&json, PAG_STR("line"), pos.line);
    pag_json_put_string(&json, PAG_STR("test"), t->name);
    pag_json_key(&json, PAG_STR("source"));
    if (source.len) pag_json_string(&json, source);
    if (!source.len) pag_json_null(&json);
    pag_json_put_bool(&json, PAG_STR("passed"), t->passed);
    pag_json_key(&json, PAG_STR("figures"));
    pag_json_begin_array(&json);
    for (size_t i = 0; t->computed && i < t->n; i++) {
        put_figure(&json, test->each, &t->expectations[i]);
    }
    pag_json_end_array(&json);
    put_codes(&json, PAG_STR("told"), t->ran);
    put_codes(&json, PAG_STR("reasons"), t->shown);
    pag_json_end_object(&json);
}

static void count(pag_test_count *tally, bool passed)
{
    tally->cases++;
    tally->passed += passed;
}

static void count_trial(pag_ruletest *test, const pag_trial *t)
{
    count(&test->all, t->passed);
    switch (t->c->source) {
    case PAG_SOURCE_NONE: break;
    case PAG_SOURCE_PUBLISHED: count(&test->published, t->passed); break;
    case PAG_SOURCE_DERIVED: count(&test->derived, t->passed); break;
    }
}

void pag_report_trial(pag_ruletest *test, const pag_trial *t)
{
    if (t->wrong) { /* no case was run */
        pag_report_wrong(test, t->shown);
        return;
    }
    count_trial(test, t);
    pag_junit_trial(test, t);
    if (is_json(test)) {
        put_json(test, t);
    } else if (test->verbose) {
        put_line(test, t);
    }
    if (t->passed) return;
    pag_report_diagnostics(test, t->shown);
    put_why(test, t);
}

/* --- the sum --- */

static void put_source(pag_ruletest *test, pag_text *out, pag_str name, pag_test_count tally)
{
    if (!tally.cases) return;
    pag_text_put(out, PAG_STR("; "));
    pag_text_put(out, name);
    pag_text_whole(out, (int64_t)tally.passed);
    pag_text_put(out, say(test, " of ", " su "));
    pag_text_whole(out, (int64_t)tally.cases);
}

static void put_counted(pag_text *out, size_t n, pag_str one, pag_str many)
{
    pag_text_whole(out, (int64_t)n);
    pag_text_put(out, n == 1 ? one : many);
}

static void put_sum(pag_ruletest *test, pag_text *out)
{
    pag_test_count all = test->all;
    size_t failed = all.cases - all.passed;
    put_counted(out, all.cases, say(test, " case: ", " caso: "), say(test, " cases: ", " casi: "));
    put_counted(out, all.passed, say(test, " passed", " superato"),
                say(test, " passed", " superati"));
    if (failed) pag_text_put(out, PAG_STR(", "));
    if (failed) {
        put_counted(out, failed, say(test, " not passed", " non superato"),
                    say(test, " not passed", " non superati"));
    }
    put_source(test, out, say(test, "published: ", "pubblicati: "), test->published);
    put_source(test, out, say(test, "derived: ", "derivati: "), test->derived);
    if (test->worst != PAG_OK) {
        pag_text_put(out, say(test, "; some could not be run: see the errors above",
                              "; altri non si sono potuti provare: vedere gli errori qui sopra"));
    }
}

static void sum_up_json(pag_ruletest *test)
{
    pag_json json = {.sink = test->sink};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.tests/1"));
    pag_json_put_whole(&json, PAG_STR("cases"), (int64_t)test->all.cases);
    pag_json_put_whole(&json, PAG_STR("passed"), (int64_t)test->all.passed);
    pag_json_put_whole(&json, PAG_STR("published"), (int64_t)test->published.cases);
    pag_json_put_whole(&json, PAG_STR("published_passed"), (int64_t)test->published.passed);
    pag_json_put_whole(&json, PAG_STR("derived"), (int64_t)test->derived.cases);
    pag_json_put_whole(&json, PAG_STR("derived_passed"), (int64_t)test->derived.passed);
    pag_json_end_object(&json);
}

void pag_ruletest_sum_up(pag_ruletest *test)
{
    pag_text out = {.arena = test->each};
    if (test->suggestions && !test->suggested && !is_json(test)) {
        pag_sink_put(test->suggestions,
                     say(test, "# no edge of bands lacks a score that can be suggested\n",
                         "# a nessun estremo di fascia manca un punteggio da suggerire\n"));
    }
    if (is_json(test)) {
        sum_up_json(test);
        return;
    }
    if (test->written && !test->verbose) pag_text_byte(&out, '\n');
    if (test->all.cases) {
        put_sum(test, &out);
    } else {
        pag_text_put(&out, say(test, "no case was run", "nessun caso è stato provato"));
    }
    pag_text_byte(&out, '\n');
    pag_sink_put(test->sink, pag_text_str(&out));
}
