/* The report for CI, in the form that JUnit's readers agree on. A suite is collected while its file
 * is run, since its element begins with how many cases it holds. */
#include "base/xml.h"
#include "ruletest/internal.h"

typedef struct counts {
    size_t tests, failures, errors;
} counts;

struct pag_junit {
    pag_text suites, suite; /* done, and the one that is being run */
    counts all, own;
    pag_str file, pack;
    bool open; /* a file is being run */
};

static bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

static void put_counts(pag_text *out, counts n)
{
    pag_xml_put_count(out, PAG_STR("tests"), n.tests);
    pag_xml_put_count(out, PAG_STR("failures"), n.failures);
    pag_xml_put_count(out, PAG_STR("errors"), n.errors);
    pag_xml_put_attribute(out, PAG_STR("time"), PAG_STR("0"));
}

void pag_ruletest_junit(pag_ruletest *test)
{
    test->junit = PAG_NEW(test->keep, struct pag_junit);
    *test->junit = (struct pag_junit){.suites = {.arena = test->keep}};
}

void pag_junit_begin(pag_ruletest *test, pag_str file, pag_str pack)
{
    struct pag_junit *j = test->junit;
    if (!j) return;
    j->file = file;
    j->pack = pack;
    j->own = (counts){0};
    j->suite = (pag_text){.arena = test->keep};
    j->open = true;
}

void pag_junit_end(pag_ruletest *test)
{
    struct pag_junit *j = test->junit;
    if (!j) return;
    pag_text *out = &j->suites;
    pag_text_put(out, PAG_STR("  <testsuite"));
    pag_xml_put_attribute(out, PAG_STR("name"), j->file);
    put_counts(out, j->own);
    pag_text_put(out, PAG_STR(">\n"));
    pag_text_put(out, pag_text_str(&j->suite));
    pag_text_put(out, PAG_STR("  </testsuite>\n"));
    j->all.tests += j->own.tests;
    j->all.failures += j->own.failures;
    j->all.errors += j->own.errors;
    j->open = false;
}

/* --- one case --- */

static void put_case(struct pag_junit *j, pag_str name, uint32_t line)
{
    pag_text *out = &j->suite;
    j->own.tests++;
    pag_text_put(out, PAG_STR("    <testcase"));
    pag_xml_put_attribute(out, PAG_STR("classname"), j->pack);
    pag_xml_put_attribute(out, PAG_STR("name"), name);
    if (line) pag_xml_put_attribute(out, PAG_STR("file"), j->file);
    if (line) pag_xml_put_count(out, PAG_STR("line"), line);
    pag_xml_put_attribute(out, PAG_STR("time"), PAG_STR("0"));
}

/* What a case is found to have against it, not what its rules told on the way. */
static bool is_finding(pag_code code)
{
    return code == PAG_E0840 || code == PAG_E0841 || code == PAG_E0842 || code == PAG_E0901;
}

/* Before anything else a finding, then an error, then a warning. */
static int weight(pag_code code)
{
    if (is_finding(code)) return 2;
    return pag_code_severity(code) != PAG_WARNING;
}

/* "<failure message=… type=…>": the sentence that counts, and the whole as it is read elsewhere. */
static void begin_reason(pag_ruletest *test, pag_str tag, const pag_diagnostics *diags,
                         pag_text *whole)
{
    pag_text *out = &test->junit->suite;
    const pag_diagnostic *first = NULL;
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        if (!first || weight(d->code) > weight(first->code)) first = d;
    }
    pag_diag_style style = {.lang = test->style.lang, .format = PAG_DIAG_TEXT};
    pag_sink sink = {.write = append, .ud = whole};
    pag_diagnostics_write(diags, test->each, style, &sink);
    pag_text_put(out, PAG_STR(">\n      <"));
    pag_text_put(out, tag);
    if (!first) return;
    pag_str said = pag_diag_sentence(test->each, first, style.lang, 0);
    pag_xml_put_attribute(out, PAG_STR("message"), said);
    pag_xml_put_attribute(out, PAG_STR("type"), pag_code_text(first->code));
}

static void end_reason(pag_ruletest *test, pag_str tag, const pag_text *whole)
{
    pag_text *out = &test->junit->suite;
    pag_text_byte(out, '>');
    pag_xml_put(out, pag_text_str(whole));
    pag_text_put(out, PAG_STR("</"));
    pag_text_put(out, tag);
    pag_text_put(out, PAG_STR(">\n    </testcase>\n"));
}

void pag_junit_trial(pag_ruletest *test, const pag_trial *t)
{
    struct pag_junit *j = test->junit;
    if (!j) return;
    put_case(j, t->name, t->row ? t->row->pos.line : t->c->node->pos.line);
    if (t->passed) {
        pag_text_put(&j->suite, PAG_STR("/>\n"));
        return;
    }
    j->own.failures++;
    pag_text whole = {.arena = test->each};
    pag_sink sink = {.write = append, .ud = &whole};
    const pag_figure *figure = test->why ? pag_trial_unmet(t) : NULL;
    begin_reason(test, PAG_STR("failure"), t->shown, &whole);
    if (figure) pag_text_byte(&whole, '\n');
    if (figure) test->why(test->ud, &t->result, figure, &sink, true);
    end_reason(test, PAG_STR("failure"), &whole);
}

void pag_junit_wrong(pag_ruletest *test, const pag_diagnostics *diags)
{
    struct pag_junit *j = test->junit;
    if (!j || !pag_diagnostics_count(diags)) return;
    bool lone = !j->open; /* a pack, or what was asked for: also that there is nothing to test */
    if (!lone && !pag_diagnostics_errors(diags)) return;
    if (lone) pag_junit_begin(test, PAG_STR("pagella test"), PAG_STR("pagella"));
    pag_text whole = {.arena = test->each};
    const pag_diagnostic *first = pag_diagnostics_at(diags, 0);
    j->own.errors++;
    put_case(j, j->file, lone ? 0 : first->pos.line);
    begin_reason(test, PAG_STR("error"), diags, &whole);
    end_reason(test, PAG_STR("error"), &whole);
    if (lone) pag_junit_end(test);
}

pag_str pag_ruletest_junit_text(const pag_ruletest *test)
{
    const struct pag_junit *j = test->junit;
    pag_text out = {.arena = test->keep};
    pag_text_put(&out, PAG_STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"));
    pag_xml_put_attribute(&out, PAG_STR("name"), PAG_STR("pagella"));
    put_counts(&out, j->all);
    pag_text_put(&out, PAG_STR(">\n"));
    pag_text_put(&out, pag_text_str(&j->suites));
    pag_text_put(&out, PAG_STR("</testsuites>\n"));
    return pag_text_str(&out);
}
