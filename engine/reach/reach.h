/* What the figures of a pack can be, over all that its declared inputs allow, and how they move
 * when an input does: worked out from tables and from formulas run on unknown figures, never from
 * samples. What is said holds; where nothing can be said, that is said. One evaluator of a pack
 * must not run while this works in it. */
#ifndef PAG_REACH_REACH_H
#define PAG_REACH_REACH_H

#include "bind/ways.h"
#include "pack/pack.h"
#include "reach/set.h"

typedef struct pag_reach pag_reach;

typedef enum pag_reach_view {
    PAG_REACH_BARE,    /* inputs are whatever their cells allow */
    PAG_REACH_MUSTS,   /* and no `must` fails, or there would be no figures */
    PAG_REACH_POLICIES /* as bare, but the words and flags that the pack fixes can be any, as if
                          each policy were still to be chosen */
} pag_reach_view;

/* `arena` holds all that is found out; the pack must live as long. */
pag_reach *pag_reach_create(pag_arena *arena, pag_pack *pack, pag_reach_view view);
/* Whether formulas were left unexplored because there were too many ways. */
bool pag_reach_is_spent(const pag_reach *reach);

/* --- what can be --- */

/* The numbers that figures of the cell can be: a number or a date of the record. */
const pag_set *pag_reach_set(pag_reach *reach, const pag_cell *cell);
/* The same before it is cut to what `min` and `max` allow, and before it is rounded. */
const pag_set *pag_reach_raw(pag_reach *reach, const pag_cell *cell);
/* Whether it is sure that each number of pag_reach_set can be, as far as no condition forbids it.
 */
bool pag_reach_is_exact(pag_reach *reach, const pag_cell *cell);
/* What the mark of one criterion of a sheet can be. */
pag_set pag_reach_marks(pag_reach *reach, const pag_cell *sheet, const pag_criterion *criterion);
/* Whether a flag can be so; whether a choice or a class can be its word number `word`. */
bool pag_reach_flag(pag_reach *reach, const pag_cell *cell, bool flag);
bool pag_reach_word(pag_reach *reach, const pag_cell *cell, uint32_t word);
/* All ways through the cell's formula; NULL when it has none or there were too many. */
const pag_way *pag_reach_ways(pag_reach *reach, const pag_cell *cell);
/* The same for any formula of an entry of the group: of a condition (a flag), of an unless. */
const pag_way *pag_reach_test(pag_reach *reach, const pag_group *group, const pag_formula *formula);
/* The same for what a row of bands gives by a formula of the cell's score. */
const pag_way *pag_reach_give(pag_reach *reach, const pag_cell *cell, size_t row);
/* The same for an edge of a row of the cell's table; NULL also when it is no formula. */
const pag_way *pag_reach_edge(pag_reach *reach, const pag_cell *cell, const pag_edge *edge);
/* The entry that the ways of a group's formulas speak of, and what a figure of it is. */
const pag_figure *pag_reach_figure(const pag_reach *reach, const pag_cell *cell);

/* What a term can be after what was answered on the way to it. */
pag_set pag_reach_term(pag_reach *reach, const pag_answered *on, const pag_term *term);
/* The part of a score's set that a row of bands takes, the set as the table rounds it; `row` n: the
 * part that no row takes. An edge that is a formula may be anywhere. */
pag_set pag_reach_row(pag_reach *reach, const pag_bands *table, const pag_set *score, size_t row);

/* The part that falls between the row before `row` and that one: 0 below all, n above all. */
pag_set pag_reach_gap(pag_reach *reach, const pag_bands *table, const pag_set *score, size_t row);
/* A score's set as the table rounds it, where it does. */
pag_set pag_reach_rounded_score(pag_reach *reach, const pag_bands *table, const pag_set *score,
                                pag_unit unit);
/* The part of a score's set that the table rounds to that number; where it does not, the number. */
pag_set pag_reach_rounded_to(pag_reach *reach, const pag_bands *table, const pag_set *score,
                             pag_unit unit, pag_number number);
/* Whether the cell's rounding changes nothing, since what it rounds is in whole steps already. */
bool pag_reach_rounds_nothing(pag_reach *reach, const pag_cell *cell);
/* Visits the cells whose figures the cell's are worked out from, each as often as it is named:
 * directly, on any way that can be. False where more counts than those figures: the period, which
 * entries a list has, whether texts are the same, or what could not be followed. */
typedef void (*pag_reach_reader)(void *ud, const pag_cell *read);
bool pag_reach_reads(pag_reach *reach, const pag_cell *cell, pag_reach_reader visit, void *ud);
/* The same through figures that are worked out from others, each cell once. */
bool pag_reach_rests(pag_reach *reach, const pag_cell *cell, pag_reach_reader visit, void *ud);
/* The same for a condition of an entry of the group. */
bool pag_reach_test_rests(pag_reach *reach, const pag_group *group, const pag_formula *formula,
                          pag_reach_reader visit, void *ud);
/* The same for the ways of a condition, as in pag_reach_reads; NULL: they were too many. */
bool pag_reach_way_reads(const pag_way *ways, pag_reach_reader visit, void *ud);
/* The answers on the way, and one more. */
pag_answered pag_reach_on(pag_reach *reach, const pag_answered *on, const pag_question *question,
                          uint32_t answer);
/* Visits every end of the ways with what was answered on the way to it. */
typedef void (*pag_reach_visit)(void *ud, const pag_answered *on, const pag_way *end);
void pag_reach_ends(pag_reach *reach, const pag_answered *on, const pag_way *ways,
                    pag_reach_visit visit, void *ud);
/* Visits every place on the ways where something is asked, with what was answered on the way to it;
 * also within functions that go over the entries of a list. */
typedef void (*pag_reach_asker)(void *ud, const pag_answered *on, const pag_way *way);
void pag_reach_asks(pag_reach *reach, const pag_answered *on, const pag_way *ways,
                    pag_reach_asker visit, void *ud);
/* Of all formulas of the cell: its own, what makes it zero, the rows and edges of its table. */
void pag_reach_cell_asks(pag_reach *reach, const pag_cell *cell, pag_reach_asker visit, void *ud);
/* The same of those that `wanted` says: the others are not followed. */
typedef bool (*pag_reach_wanted)(void *ud, const pag_formula *formula);
void pag_reach_formula_asks(pag_reach *reach, const pag_cell *cell, pag_reach_wanted wanted,
                            pag_reach_asker visit, void *ud);
/* Whether these answers contradict what holds for all figures. */
bool pag_reach_is_never(pag_reach *reach, const pag_answered *on);
extern const pag_answered pag_reach_nothing;

/* Whether any formula explored so far asked for a figure of the cell, also on a way that could not
 * be followed to its end. */
bool pag_reach_is_touched(const pag_reach *reach, const pag_cell *cell);
/* What a table is asked for, by all cells that look it up and all formulas that call it. */
typedef struct pag_asked {
    bool used;      /* any of them does */
    bool *rows;     /* by number: whether it can be found */
    pag_set scores; /* but of a keyed one; a formula that could not be followed may ask for more */
    pag_unit unit;  /* of the scores */
} pag_asked;
pag_asked pag_reach_asked(pag_reach *reach, const pag_bands *table);

/* What a table gives under a name; of a table that gives one value the name is empty. */
typedef struct pag_reach_value {
    const pag_bands *table;
    pag_str key;
} pag_reach_value;
/* Whether the formula, of the cell or (NULL) a condition or an unless of the group, may come to
 * something else where that value is another number. False is sure. */
bool pag_reach_minds(const pag_reach *reach, const pag_cell *cell, const pag_group *group,
                     const pag_formula *formula, const pag_reach_value *value);

/* --- how it comes about --- */

/* One input as a file would say it: a given cell of the first entry of its list, or one mark. */
typedef struct pag_cause {
    const pag_cell *cell;
    const pag_criterion *criterion; /* of a sheet; else NULL */
    pag_str text;                   /* at NULL: it is left out */
} pag_cause;
typedef struct pag_causes {
    size_t n, room;
    pag_cause *at;
} pag_causes;
/* A number as a file says it for the cell. */
pag_str pag_reach_written(pag_arena *arena, const pag_cell *cell, pag_number number);
/* Inputs that make the figure of the cell `target`, before it is rounded. What they are beside
 * other inputs may keep it from coming about: it must be tried; another `attempt` finds others, if
 * there are. False when none were found. */
bool pag_reach_solve(pag_reach *reach, const pag_cell *cell, pag_number target, size_t attempt,
                     pag_causes *out);

/* --- how it moves --- */

typedef enum pag_slope {
    PAG_SLOPE_FLAT,   /* it does not depend on the input */
    PAG_SLOPE_UP,     /* never less when the input is more */
    PAG_SLOPE_DOWN,   /* never more */
    PAG_SLOPE_UNKNOWN /* neither could be shown */
} pag_slope;

/* How figures of the cell move when one figure of `input` (a sheet: one of its marks) in the same
 * evaluation is raised, everything else given staying as it is. Shares of which a list declares the
 * sum move against one another; then only the entry's own counts. */
pag_slope pag_reach_slope(pag_reach *reach, const pag_cell *cell, const pag_cell *input);

/* Whether `a` is at most `b` whatever the figures are, after what was answered. */
bool pag_reach_at_most(pag_reach *reach, const pag_answered *on, const pag_term *a,
                       const pag_term *b);

#endif
