/* Tests of rules: every YAML file in the folder of a pack is a list of cases, each with some data
 * and what must come of it. They are read by the pack's own cells, more freely than an evaluation
 * (schema/record.h), and computed by the same engine.
 *
 *     pag_ruletest test = {.keep = &keep, .each = &each, .style = style, .sink = out};
 *     pag_ruletest_path(&test, PAG_STR("rules/example/2025"));
 *     pag_ruletest_sum_up(&test);
 *     … pag_ruletest_status(&test) …
 *     pag_ruletest_close(&test);            // also after one of the arenas failed
 */
#ifndef PAG_RULETEST_RULETEST_H
#define PAG_RULETEST_RULETEST_H

#include "eval/eval.h"

/* Cases that were run, and those of them that passed. */
typedef struct pag_test_count {
    size_t cases, passed;
} pag_test_count;

typedef struct pag_ruletest {
    pag_arena *keep; /* packs and files, until the end */
    pag_arena *each; /* reset after each case */
    pag_diag_style style;
    bool verbose; /* a line for each case that passes, too */
    pag_sink *sink;
    /* Shows why a figure is what it is, where that was not expected; may be NULL. `plain`: without
     * colours and as text, whatever the style. */
    void (*why)(void *ud, const pag_result *result, const pag_figure *figure, pag_sink *sink,
                bool plain);
    void *ud;
    struct pag_junit *junit;       /* NULL: nothing is collected, see pag_ruletest_junit */
    bool covers;                   /* what the tests of each pack reach is watched … */
    bool tells;                    /* … and told */
    unsigned least_covered;        /* a pack of which they reach less, in percent, is a finding */
    pag_sink *suggestions;         /* where cases for edges without a score go; NULL: nowhere */
    bool suggested;                /* something went there */
    struct pag_coverage *coverage; /* of the pack in use */
    bool uncovered;                /* of some pack less is reached */
    pag_test_count all, published, derived;
    bool written;       /* something stands in the sink: what comes next keeps a distance */
    bool empty;         /* something that was asked for has no test */
    pag_status worst;   /* of files and packs that are wrong; PAG_OK: none is */
    pag_pack *packs[2]; /* in use: the pack, and the same with a policy replaced */
} pag_ruletest;

/* A pack by its folder or name ("example/2025"), one of its test files, or a folder that holds
 * packs. */
void pag_ruletest_path(pag_ruletest *test, pag_str path);
/* All packs of the rules/ found from `start` upwards. */
void pag_ruletest_tree(pag_ruletest *test, pag_str start);
/* From here on all that is run is collected for a report as JUnit XML … */
void pag_ruletest_junit(pag_ruletest *test);
/* … which this is: one suite a file, one case a case or row of a table. Without times, so that the
 * same tests make the same report. In `keep`. */
pag_str pag_ruletest_junit_text(const pag_ruletest *test);
/* The last line: how many cases, how many passed. */
void pag_ruletest_sum_up(pag_ruletest *test);
/* PAG_FINDINGS when a case did not pass or nothing was found to test. */
pag_status pag_ruletest_status(const pag_ruletest *test);
void pag_ruletest_close(pag_ruletest *test);

#endif
