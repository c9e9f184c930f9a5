/* What the tests of one pack reach, and what they do not. Not for other rooms.
 *
 *   coverage.c        the things there are to reach, and watching what is
 *   scores.c          which scores a table can be asked for
 *   edges.c           the edges of bands, each with a score below, on and above
 *   uncovered.c       what is not reached, as diagnostics
 *   coverage_out.c    how much it is, for people and for programs
 *   suggest.c         cases for what is not reached at edges
 *   suggested.c       writes them
 */
#ifndef PAG_RULETEST_COVERAGE_H
#define PAG_RULETEST_COVERAGE_H

#include "base/list.h"
#include "bind/bind.h"
#include "reach/reach.h"
#include "ruletest/ruletest.h"

typedef enum pag_aim_kind {
    PAG_AIM_LINE,      /* of a formula, or of a function that it uses */
    PAG_AIM_ROW,       /* of a table */
    PAG_AIM_EDGE,      /* of a band: a score below, on, above */
    PAG_AIM_CONDITION, /* must, warn, unless: holding, not holding */
    PAG_AIMS
} pag_aim_kind;

enum { PAG_BELOW, PAG_ON, PAG_ABOVE, PAG_SIDES };
enum { PAG_HOLDS, PAG_FAILS };

/* A table, and who looks it up. */
typedef struct pag_reached_table {
    const pag_bands *bands; /* of the pack without policies */
    const pag_cell *looks;  /* a cell that looks it up; NULL: only formulas do */
    const pag_cell *by;     /* what that cell looks up; NULL: the period, or it is not known */
    pag_asked asked;        /* what for */
    pag_set seen;           /* of bands: what the rows see of those scores, where they round */
    pag_number grain;       /* scores that are not apart: how near to an edge a suggested one is */
    size_t first, n;        /* its rows and edges among the things to reach */
} pag_reached_table;

/* One thing to reach. Which of its sides there are is `wanted`; a line and a row have the first
 * one only. */
typedef struct pag_aim {
    pag_aim_kind kind;
    pag_pos pos;
    bool wanted[PAG_SIDES], seen[PAG_SIDES];
    bool suggested[PAG_SIDES];      /* EDGE: not seen, and what is suggested reaches it */
    const pag_reached_table *table; /* ROW, EDGE */
    size_t row;
    bool high, shared; /* EDGE: the upper one of its row; and also the lower one of the next */
    bool known;        /* EDGE: its number is */
    pag_number edge;   /* without unit */
    const pag_condition *condition; /* CONDITION; NULL: it is an `unless` */
    const pag_cell *cell;           /* of an `unless`; of a line, whose formula it is, or NULL */
} pag_aim;

typedef struct pag_suggestion pag_suggestion;

struct pag_coverage {
    pag_arena *arena;
    pag_watch watch;
    bool exploring; /* formulas run on unknown figures: no test reaches anything */
    pag_pack *pack;
    pag_reach *reach;
    PAG_LIST(bool) marks; /* by number: reached */
    PAG_LIST(pag_aim) all;
    PAG_LIST(const pag_formula *) tested; /* of the pack in use, in the order of the conditions */
    size_t first_condition;
    size_t n_tables;
    pag_reached_table *tables;
    pag_suggestion *suggestions; /* one for each table, once they were looked for */
};
typedef struct pag_coverage pag_coverage;

/* --- coverage.c; all of it does nothing when no coverage is asked for --- */

/* Before the pack is loaded; what is to be told of it. NULL: nobody watches. */
const pag_watch *pag_coverage_watch(pag_ruletest *test);
void pag_coverage_begin(pag_ruletest *test, pag_pack *pack);
/* From now on it is this pack that runs: the same rules, loaded once more. */
void pag_coverage_enter(pag_ruletest *test, pag_pack *pack);
/* All tests of the pack were run: counts, reports, suggests, forgets. */
void pag_coverage_end(pag_ruletest *test, const pag_tree *tree);

/* --- scores.c; numbers without unit --- */

/* What the bands are asked for; before any case runs. */
void pag_scores_find(pag_coverage *c, pag_reached_table *table);
/* Whether there are numbers between them that are no scores. */
bool pag_scores_are_apart(const pag_set *scores);
/* A score that the rows see as this one, which is one of those they can see. */
bool pag_score_of(pag_coverage *c, const pag_reached_table *table, pag_number seen,
                  pag_number *out);
/* Whether it can be what the cell looks up, and not only what a formula asks for. */
bool pag_score_is_of_cell(pag_coverage *c, const pag_reached_table *table, pag_number score);
/* The score with the unit of what is looked up. */
pag_number pag_score_valued(pag_coverage *c, const pag_reached_table *table, pag_number score);

/* --- edges.c --- */

void pag_edges_add(pag_coverage *c, pag_reached_table *table);
/* Notes a look-up at every edge of the table. */
void pag_edges_looked(pag_coverage *c, const pag_reached_table *table, const pag_step *step);
/* A score on that side of the edge, as a value of what is looked up; false when the edge is not
 * known. */
bool pag_edge_score(pag_coverage *c, const pag_aim *edge, int side, pag_number *out);
/* A score that stands in the row of the table; false where none can be told. */
bool pag_row_score(pag_coverage *c, const pag_reached_table *table, size_t row, pag_number *out);

/* --- uncovered.c --- */

/* Tells everything that is not reached. */
void pag_uncovered_tell(pag_coverage *c, pag_diagnostics *diags);

/* --- coverage_out.c --- */

typedef struct pag_aim_count {
    size_t wanted, seen;
} pag_aim_count;

/* Of one kind, or of all of them: PAG_AIMS. */
pag_aim_count pag_aims_counted(const pag_coverage *c, pag_aim_kind kind);
void pag_coverage_write(pag_ruletest *test, pag_coverage *c);

/* --- suggest.c --- */

/* Tries cases for the edges that no test has a score at, with what the rules give today, and notes
 * which sides of edges they reach. */
void pag_suggest_find(pag_ruletest *test, pag_coverage *c, const pag_tree *tree);
/* The list or subject of the cells of a table, as a test names it: with the ids of the first
 * entries where the plan says which there are. */
pag_str pag_reached_way(pag_arena *arena, const pag_group *group);
/* A number as a test file writes it. */
pag_str pag_reached_number(pag_coverage *c, pag_number x);

/* --- suggested.c --- */

/* Writes what was found. */
void pag_suggest_write(pag_ruletest *test, pag_coverage *c);

#endif
