/* What the files of this room share. Not for other rooms. */
#ifndef PAG_RULETEST_INTERNAL_H
#define PAG_RULETEST_INTERNAL_H

#include "bind/bind.h"
#include "ruletest/ruletest.h"

/* --- case.c: what is written --- */

typedef enum pag_case_source {
    PAG_SOURCE_NONE,
    PAG_SOURCE_PUBLISHED,
    PAG_SOURCE_DERIVED
} pag_case_source;

/* A code that must be told. */
typedef struct pag_expected_code {
    pag_code code;
    pag_pos pos;
} pag_expected_code;

typedef struct pag_case {
    const pag_node *node;
    pag_str sentence;
    pag_case_source source;
    pag_head head;          /* only the period */
    bool warns;             /* it says which warnings must come */
    const pag_node *policy; /* these are NULL where they are not written */
    const pag_node *expect; /* a map, or with a table the list of its columns */
    const pag_node *table, *given, *rows;
    size_t n_codes;
    pag_expected_code *codes;
} pag_case;

/* The words of a case, which are no data. */
const pag_str *pag_case_words(size_t *n);
/* False when something is wrong, said in `diags`. */
bool pag_case_read(pag_arena *arena, pag_diagnostics *diags, const pag_node *node, pag_case *out);
/* A text that is a code, E0305; a quoted one is none. */
bool pag_case_code(const pag_node *node, pag_code *out);

/* --- row.c: one row of a table as data --- */

/* One list on the way from a subject to what the table speaks of. */
typedef struct pag_descent_step {
    const pag_cell *cell; /* the list */
    pag_str id;           /* of its entry, where the path says it */
    size_t index;         /* the entry taken, in the order written */
} pag_descent_step;

typedef struct pag_descent {
    const pag_group *subject, *group; /* where it begins and ends */
    size_t n;
    pag_descent_step *steps;
} pag_descent;

/* The subject or list that the table names. False, and said, when there is none. */
bool pag_descent_find(pag_arena *arena, pag_diagnostics *diags, const pag_pack *pack,
                      const pag_node *table, pag_descent *out);
/* The data of the case with the cells of row `row` put into the entry of the way, which is made
 * when it is not there. NULL, and said, when it is not clear which entry is meant. */
const pag_node *pag_descent_data(pag_arena *arena, pag_diagnostics *diags, const pag_case *c,
                                 const pag_node *row, pag_descent *way);
/* The entry at the end of the way; NULL when it was not read. */
pag_entry *pag_descent_entry(const pag_result *result, const pag_descent *way);

/* --- figure.c: figures by name --- */

/* "office.member.a.pay" */
pag_str pag_figure_path(pag_arena *arena, const pag_figure *figure);
/* The figure that `name` names: with the ids of entries after the names of lists, or without where
 * only one fits; any tail of that. `near` (may be NULL) is asked first for one of its cells. NULL,
 * and said at `pos`, when none or several fit, or when what fits has no value of its own. */
pag_figure *pag_figure_named(pag_diagnostics *diags, const pag_result *result, pag_entry *near,
                             pag_str name, pag_pos pos);

/* --- run.c: one case, or one row of its table --- */

typedef struct pag_expectation {
    pag_str name;
    pag_pos pos;
    const pag_node *value; /* NULL: an error must come of it, `code` */
    pag_expected_code code;
    pag_figure *figure;
    pag_value expected;
    bool met;
} pag_expectation;

typedef struct pag_trial {
    const pag_case *c;
    const pag_node *row; /* NULL: the case has no table */
    pag_str name;        /* the sentence, and of a row what it gives */
    pag_str pack;
    size_t n;
    pag_expectation *expectations;
    size_t n_codes;
    pag_expected_code *codes;
    pag_diagnostics *ran;   /* what the case told */
    pag_diagnostics *shown; /* why it did not pass */
    pag_result result;
    bool computed; /* there is a result */
    bool wrong;    /* the test itself is, not what came of it */
    bool passed;
} pag_trial;

/* The file in which cases stand. */
typedef struct pag_test_file {
    const pag_tree *tree;
    pag_pack *pack;
    pag_str path, bytes;
    /* Takes what came of each case; NULL: it is counted and reported. */
    void (*tried)(void *ud, const pag_trial *trial);
    void *ud;
} pag_test_file;

void pag_case_run(pag_ruletest *test, const pag_test_file *file, const pag_case *c);

/* --- policy.c --- */

/* The pack once more, with the policies of the case; what the file's positions point into stays
 * behind the same number of sources. NULL, and said, when that does not go. */
pag_pack *pag_policy_load(pag_ruletest *test, const pag_test_file *file, const pag_case *c,
                          pag_diagnostics *diags);
/* Forgets it; does nothing when there is none. */
void pag_policy_drop(pag_ruletest *test, const pag_test_file *file);

/* --- junit.c; nothing happens when no report was asked for --- */
void pag_junit_begin(pag_ruletest *test, pag_str file, pag_str pack);
void pag_junit_trial(pag_ruletest *test, const pag_trial *trial);
/* A file or a pack is wrong. */
void pag_junit_wrong(pag_ruletest *test, const pag_diagnostics *diags);
void pag_junit_end(pag_ruletest *test);

/* --- report.c --- */

/* The figure that is to be explained; NULL: none is. */
const pag_figure *pag_trial_unmet(const pag_trial *trial);

/* Diagnostics on the sink, apart from what stands there. */
void pag_report_diagnostics(pag_ruletest *test, const pag_diagnostics *diags);
/* The same where a file or a pack is wrong. */
void pag_report_wrong(pag_ruletest *test, const pag_diagnostics *diags);
/* A case that was run. */
void pag_report_trial(pag_ruletest *test, const pag_trial *trial);
/* The value as it is written in test files; "—" for none. */
pag_str pag_report_value(pag_arena *arena, const pag_figure *figure, pag_value value);

#endif
