/* What the files of this room share. */
#ifndef PAG_REACH_INTERNAL_H
#define PAG_REACH_INTERNAL_H

#include "reach/reach.h"

#include "base/list.h"
#include "base/seen.h"

typedef enum pag_known { PAG_UNKNOWN_YET, PAG_BEING_FOUND, PAG_KNOWN } pag_known;

/* What was found out about one cell. */
typedef struct pag_about {
    pag_known set_known, ways_known, flags_known;
    pag_set set, raw;
    const pag_way *ways;
    bool flags[2];
    bool touched; /* a formula asked for it */
} pag_about;

/* Ways of other formulas, by the formula and, where it is asked for a cell, that. */
typedef struct pag_explored {
    const pag_formula *formula;
    const pag_group *group;
    size_t slot;
    const pag_way *ways; /* NULL: there are too many */
} pag_explored;

/* A slope that was found. */
typedef struct pag_sloped {
    const pag_cell *cell, *input;
    pag_known known;
    pag_slope slope;
} pag_sloped;

/* The rows of a table that formulas went on from. */
typedef struct pag_looked {
    const pag_bands *table;
    bool *rows;
} pag_looked;

/* What formulas ask a table for. */
typedef struct pag_table_asked {
    const pag_bands *table;
    pag_set scores; /* but of a keyed one */
    pag_unit unit;
} pag_table_asked;

struct pag_reach {
    pag_arena *arena;
    pag_pack *pack;
    pag_diagnostics *diags; /* nobody reads them */
    pag_evaluator evaluator;
    pag_explorer explorer;
    pag_reach_view view;
    bool spent;
    pag_answered facts; /* what every `must` that says one thing comes to, of own entries */
    bool *busy;         /* by fact: a term is being narrowed by it */
    pag_seen single;    /* terms in which nothing counts more than once */
    size_t join_work;   /* operations spent on the others */
    size_t n_groups;
    pag_entry **own;   /* by group number: the entry that formulas of the group run for */
    pag_about **about; /* by group number, then slot */
    PAG_LIST(pag_explored) explored;
    PAG_LIST(pag_sloped) sloped;
    PAG_LIST(pag_looked) looked;
    PAG_LIST(pag_table_asked) called;
    bool calls_known;
};

pag_about *pag_reach_about(pag_reach *reach, const pag_cell *cell);
/* --- world.c --- */
const pag_way *pag_reach_explore(pag_reach *reach, const pag_answered *before,
                                 const pag_exploration *what);
/* Whether any formula explored so far went on from that row of a table it called. */
bool pag_reach_is_looked(const pag_reach *reach, const pag_bands *table, size_t row);
/* Whether the figure belongs to an entry that formulas run for. */
bool pag_reach_is_own(const pag_reach *reach, const pag_figure *figure);

/* The answers on a way that is gone along: one more is put behind those that stand there, and what
 * stood behind them before is gone. Whoever keeps what it gave copies it. */
typedef struct pag_trail {
    pag_arena *arena;
    size_t room;
    const pag_question **questions;
    uint32_t *answers;
} pag_trail;
pag_answered pag_trail_on(pag_trail *trail, const pag_answered *on, const pag_question *question,
                          uint32_t answer);

/* That the score of the cell's table falls into the row. */
pag_answered pag_reach_in_row(pag_reach *reach, const pag_cell *cell, size_t row);
/* Whether the pack fixes it and it is a figure like others all the same: a word or a flag may then
 * be any, a number is what it is. */
bool pag_reach_is_open(const pag_reach *reach, const pag_cell *cell);

/* --- facts.c --- */
/* Takes what the musts come to as known, and forgets what was found out without it. */
void pag_reach_assume(pag_reach *reach);
/* The set of an input, with what the facts say of it. */
pag_set pag_reach_by_facts(pag_reach *reach, const pag_cell *cell, pag_set set);

/* --- period.c --- */
/* A day of it. */
pag_set pag_reach_day(pag_reach *reach);
/* Its year; where the rules are for one it is no term. */
pag_set pag_reach_year(pag_reach *reach);

/* --- range.c --- */
/* The one term that a computed figure is, before it is rounded, where it is made in one way and
 * nothing makes it zero; else NULL. */
const pag_term *pag_reach_made_of(pag_reach *reach, const pag_term *term);
/* What all ends of the ways can be, after what was answered; NULL, which nobody followed: anything.
 */
pag_set pag_reach_union(pag_reach *reach, const pag_answered *on, const pag_way *ways);
/* `set`, of a term, by one answer: on its left, else on its right. */
pag_set pag_reach_by_answer(pag_reach *reach, pag_set set, const pag_question *question,
                            uint32_t answer, bool left);
bool pag_reach_possible(void *ud, const pag_answered *before, const pag_question *question,
                        uint32_t answer);

/* --- joint.c --- */
/* What of `set`, of a calculation, can be although the same thing counts in it more than once; at
 * worst more. */
pag_set pag_reach_joined(pag_reach *reach, const pag_answered *on, const pag_term *term,
                         pag_set set);
/* Whether the set of the term was found number by number: it has none that cannot be, as far as
 * those of what it is worked out from can be. */
bool pag_reach_is_joined(pag_reach *reach, const pag_term *term);

/* --- linear.c --- */
/* The same of a sum, by how much each thing in it counts for in all. */
pag_set pag_reach_collected(pag_reach *reach, const pag_answered *on, const pag_term *term,
                            pag_set set);

/* --- cell.c --- */
/* What files and plans may say of the cell, within the bounds. */
pag_set pag_reach_allowed(pag_reach *reach, const pag_cell *cell, const pag_bounds *bounds);

/* What a cell looks its table up by, but for words, and the unit of that. */
pag_set pag_reach_looked_up_by(pag_reach *reach, const pag_cell *cell);
pag_unit pag_reach_looked_up_unit(const pag_cell *cell);
/* Whether the cell can find that row of its table. */
bool pag_reach_can_be_found(pag_reach *reach, const pag_cell *cell, size_t row);

/* --- sheet.c --- */
/* What the marks of a sheet sum to, or their mean. */
pag_set pag_reach_sheet(pag_reach *reach, const pag_cell *sheet, bool mean);
/* The most that those can sum to that are not left out. */
pag_set pag_reach_full(pag_reach *reach, const pag_cell *sheet);

#endif
