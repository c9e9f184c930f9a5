/* How much of a pack its tests reach, after all that they do not. */
#include "base/json.h"
#include "base/visible.h"
#include "ruletest/coverage.h"
#include "ruletest/internal.h"

pag_aim_count pag_aims_counted(const pag_coverage *c, pag_aim_kind kind)
{
    pag_aim_count n = {0, 0};
    for (size_t i = 0; i < c->all.n; i++) {
        const pag_aim *r = &c->all.at[i];
        if (kind != PAG_AIMS && r->kind != kind) continue;
        for (int side = 0; side < PAG_SIDES; side++) {
            n.wanted += r->wanted[side];
            n.seen += r->wanted[side] && r->seen[side];
        }
    }
    return n;
}

/* Rounded down: 100 is all of it. */
static unsigned percent_of(pag_aim_count n)
{
    return n.wanted ? (unsigned)(n.seen * 100 / n.wanted) : 100;
}

static pag_str say(const pag_ruletest *test, const char *english, const char *italian)
{
    return pag_str_from(test->style.lang == PAG_IT ? italian : english);
}

static pag_str kind_words(const pag_ruletest *test, pag_aim_kind kind)
{
    switch (kind) {
    case PAG_AIM_LINE: return say(test, "lines of formulas", "righe delle formule");
    case PAG_AIM_ROW: return say(test, "rows of tables", "righe delle tabelle");
    case PAG_AIM_EDGE:
        return say(test, "edges of bands: below, on, above",
                   "estremi delle fasce: sotto, su, sopra");
    case PAG_AIM_CONDITION:
        return say(test, "conditions: holding, broken", "condizioni: valgono, violate");
    case PAG_AIMS: break;
    }
    return say(test, "all of it", "in tutto");
}

static pag_str kind_key(pag_aim_kind kind)
{
    switch (kind) {
    case PAG_AIM_LINE: return PAG_STR("lines");
    case PAG_AIM_ROW: return PAG_STR("rows");
    case PAG_AIM_EDGE: return PAG_STR("edges");
    case PAG_AIM_CONDITION: return PAG_STR("conditions");
    case PAG_AIMS: break;
    }
    return PAG_STR("all");
}

static void put_padded(pag_text *out, pag_str text, size_t width, bool right)
{
    size_t own = pag_text_width(text), blanks = own < width ? width - own : 0;
    if (!right) pag_text_put(out, text);
    while (blanks-- > 0) pag_text_byte(out, ' ');
    if (right) pag_text_put(out, text);
}

static void put_number(pag_text *out, size_t n, size_t width)
{
    pag_text digits = {.arena = out->arena};
    pag_text_whole(&digits, (int64_t)n);
    put_padded(out, pag_text_str(&digits), width, true);
}

/* "  rows of tables                       12 of 14    85 %" */
static void put_line(const pag_ruletest *test, pag_text *out, const pag_coverage *c,
                     pag_aim_kind kind)
{
    pag_aim_count n = pag_aims_counted(c, kind);
    if (!n.wanted && kind != PAG_AIMS) return;
    pag_text_put(out, PAG_STR("  "));
    put_padded(out, kind_words(test, kind), 38, false);
    put_number(out, n.seen, 5);
    pag_text_put(out, say(test, " of ", " su "));
    put_number(out, n.wanted, 5);
    put_number(out, percent_of(n), 6);
    pag_text_put(out, PAG_STR(" %\n"));
}

static void put_text(pag_ruletest *test, const pag_coverage *c)
{
    pag_text out = {.arena = test->each};
    if (test->written) pag_text_byte(&out, '\n');
    pag_text_put(&out, say(test, "what the tests reach of ", "dove arrivano le prove di "));
    pag_text_put_visible(&out, pag_pack_name(c->pack), 0);
    pag_text_byte(&out, '\n');
    for (int kind = 0; kind <= PAG_AIMS; kind++) put_line(test, &out, c, (pag_aim_kind)kind);
    pag_sink_put(test->sink, pag_text_str(&out));
    test->written = true;
}

static void put_missing(pag_json *json, pag_ruletest *test, const pag_diagnostics *missing,
                        const pag_sources *sources)
{
    pag_json_key(json, PAG_STR("missing"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < pag_diagnostics_count(missing); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(missing, i);
        pag_json_begin_object(json);
        pag_json_put_string(json, PAG_STR("code"), pag_code_text(d->code));
        pag_json_put_string(json, PAG_STR("file"), pag_sources_path(sources, d->pos.source));
        pag_json_put_whole(json, PAG_STR("line"), d->pos.line);
        pag_json_put_whole(json, PAG_STR("column"), d->pos.column);
        pag_json_put_string(json, PAG_STR("message"),
                            pag_diag_sentence(test->each, d, test->style.lang, 0));
        pag_json_put_string(json, PAG_STR("help"),
                            pag_diag_sentence(test->each, d, test->style.lang, 2));
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

static void put_json(pag_ruletest *test, const pag_coverage *c, const pag_diagnostics *missing)
{
    pag_json json = {.sink = test->sink};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.coverage/1"));
    pag_json_put_string(&json, PAG_STR("pack"), pag_pack_name(c->pack));
    for (int kind = 0; kind <= PAG_AIMS; kind++) {
        pag_aim_count n = pag_aims_counted(c, (pag_aim_kind)kind);
        pag_json_key(&json, kind_key((pag_aim_kind)kind));
        pag_json_begin_object(&json);
        pag_json_put_whole(&json, PAG_STR("reached"), (int64_t)n.seen);
        pag_json_put_whole(&json, PAG_STR("of"), (int64_t)n.wanted);
        pag_json_put_whole(&json, PAG_STR("percent"), percent_of(n));
        pag_json_end_object(&json);
    }
    put_missing(&json, test, missing, pag_pack_sources(c->pack));
    pag_json_end_object(&json);
}

static pag_str number_text(pag_arena *arena, unsigned n)
{
    pag_text digits = {.arena = arena};
    pag_text_whole(&digits, n);
    return pag_text_str(&digits);
}

/* That it is less than was asked for. */
static void put_gate(pag_ruletest *test, const pag_coverage *c)
{
    pag_aim_count all = pag_aims_counted(c, PAG_AIMS);
    if (all.seen * 100 >= all.wanted * test->least_covered) return;
    pag_diagnostics *diags = pag_diagnostics_create(test->keep, pag_sources_create(test->keep));
    pag_diag_add(diags, PAG_E0987, (pag_pos){0}, 3, pag_pack_name(c->pack),
                 number_text(test->keep, percent_of(all)),
                 number_text(test->keep, test->least_covered));
    pag_report_diagnostics(test, diags);
}

void pag_coverage_write(pag_ruletest *test, pag_coverage *c)
{
    pag_diagnostics *missing = pag_diagnostics_create(test->keep, pag_pack_sources(c->pack));
    pag_uncovered_tell(c, missing);
    if (test->style.format == PAG_DIAG_JSON) {
        put_json(test, c, missing);
    } else {
        size_t most = test->style.most;
        test->style.most = 0; /* each is work to do */
        pag_report_diagnostics(test, missing);
        test->style.most = most;
        put_text(test, c);
    }
    put_gate(test, c);
}
