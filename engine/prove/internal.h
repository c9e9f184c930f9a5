/* What the files of this room share. */
#ifndef PAG_PROVE_INTERNAL_H
#define PAG_PROVE_INTERNAL_H

#include "prove/prove.h"

#include "base/list.h"
#include "base/scratch.h"
#include "base/seen.h"
#include "base/text.h"
#include "sample/sample.h"
#include "turn/turn.h"

typedef struct pag_row_watch pag_row_watch;

typedef struct proving {
    pag_arena *arena;
    pag_pack *pack;
    pag_diagnostics *diags;
    const pag_proof_order *order;
    pag_proof *proof;
    pag_reach *reach; /* as the pack is, where no must fails */
    pag_reach *bare;  /* also where one does: to judge the musts */
    pag_reach *open;  /* with every policy still to be chosen */
    bool accepted;    /* whether the pack accepts `base` */
    pag_sample base;  /* the simplest file, or the best try at one */
    enum { CROWD_UNKNOWN, CROWD_NONE, CROWD_THERE } crowded;
    pag_sample crowd; /* with two entries in each list, where that was asked for */
    pag_row_watch *rows;
} proving;

pag_claim *pag_prove_claim(proving *p, pag_claim claim);
/* Tells something about the claim. */
void pag_prove_tell(proving *p, pag_claim *claim, pag_code code, pag_pos pos, size_t n,
                    const pag_str *arguments);
/* "31 values from 40 to 100", "anything from 0 on". */
pag_str pag_prove_range(proving *p, const pag_set *set, pag_unit unit);
/* The same where it is what reasoning finds, and more than can be: "as far as can be seen …". */
pag_str pag_prove_seen(proving *p, bool exact, pag_str range);
/* A number as people read it, in the unit. */
pag_str pag_prove_number(proving *p, pag_unit unit, pag_number x);

/* --- witness.c --- */
/* What an evaluation is to stop with, and where. */
typedef struct pag_stop {
    const pag_cell *at; /* the figure that fails */
    size_t n;
    const pag_code *codes;
    const pag_bands *table; /* NULL, or that has no row for a score, … */
    const pag_set *among;   /* … which is one of these, … */
    const pag_pos *call;    /* … where a formula calls it; NULL: where a cell looks it up … */
    const pag_cell *by;     /* … by this figure */
    pag_str *was;           /* what the one that fails was, or the score, goes here */
} pag_stop;
/* An evaluation in which the figure of `cell` is `target` before rounding, and which stops so;
 * empty when none was found. */
pag_str pag_prove_stopped(proving *p, const pag_cell *cell, pag_number target,
                          const pag_stop *stop);

/* The figure of the cell in the first entries; NULL when there is none. */
pag_figure *pag_prove_figure(pag_entry *const *subjects, size_t n, const pag_cell *cell);

/* Whether the failure is what `stop` says of a table: that look-up, with one of those scores. */
bool pag_prove_missed_so(proving *p, const pag_failure *failure, const pag_stop *stop);
/* Whether the evaluation stopped so, and with nothing else. */
bool pag_prove_stops_there(proving *p, const pag_result *result, const pag_stop *stop);
/* Whether a condition refuses the evaluation also where the figure of the cell is not asked for;
 * `opened`: its figures as they were read. */
bool pag_prove_breaks_must(proving *p, pag_arena *arena, pag_result *opened, const pag_cell *cell);
/* Visits wishes for evaluations in which the figure of `cell` is `target` before rounding, until
 * one is what the visitor looks for; false when none was. */
typedef bool (*pag_prove_on_wish)(void *ud, const pag_sample_wish *wish);
bool pag_prove_wishes(proving *p, const pag_cell *cell, pag_number target, pag_prove_on_wish visit,
                      void *ud);
/* An input of the first entry (of a sheet: that mark; else PAG_TURN_WHOLE) with another value; of
 * what all entries make up together the second one gets this `rest`, else NULL. */
typedef struct pag_raise {
    const pag_cell *input;
    size_t mark;
    const pag_value *value, *rest;
} pag_raise;
typedef struct pag_raised {
    pag_number before, after;
} pag_raised;
/* What the figure of `cell` is in the sample, and what it is with that; false when that has no
 * result. */
bool pag_prove_raised(proving *p, pag_arena *run, const pag_sample *sample, const pag_raise *raise,
                      const pag_cell *cell, pag_raised *out);
/* The wish with all else in the first entries as it is in `base`. */
pag_sample_wish pag_prove_like(proving *p, const pag_sample *base, pag_sample_wish wish);
/* A file as wished that stops so, and with nothing else; empty when it does not, or when a
 * condition refuses it too. */
pag_str pag_prove_refused(proving *p, const pag_sample_wish *wish, const pag_stop *stop);

/* --- trying.c --- */
typedef struct pag_trying {
    uint64_t tried, of; /* of: 0 when there is no end to them */
    bool whole;         /* every one was tried */
    bool broken;        /* one was against it */
    pag_str example;
    pag_str input, from, to, gave, gives; /* of it: the input ("marks.a"), the figure */
} pag_trying;
/* Tries whether the figure ever falls (`down`: rises) when the input is raised. */
void pag_prove_try_moves(proving *p, const pag_cell *cell, const pag_cell *input, bool down,
                         pag_trying *out);

/* Tries whether evaluations ever stop so. */
void pag_prove_try_stops(proving *p, const pag_stop *stop, pag_trying *out);
/* Tries whether an evaluation that has a result finds the row on the way to the figure: it is
 * `broken` then. */
void pag_prove_try_row(proving *p, const pag_cell *cell, const pag_bands *table, size_t row,
                       pag_trying *out);
/* Takes over what trying has shown; an example that was there before refutes. */
void pag_prove_settle(pag_claim *claim, const pag_trying *t);
/* What was tried, as texts: so many of so many. */
void pag_prove_tried(proving *p, const pag_trying *t, pag_str *tried, pag_str *of);

/* --- rows.c --- */
/* What was found out about a row: it is found (proven), nothing finds it (refuted), or neither was
 * shown by so many evaluations. */
typedef struct pag_row_judged {
    pag_verdict verdict;
    uint64_t tried, of;
    bool whole;
    size_t n_cells; /* whose evaluations were tried */
} pag_row_judged;
/* By number. */
const pag_row_judged *pag_prove_rows(proving *p, const pag_bands *table);
/* From before the first evaluation until after the last, the pack tells which rows are found. */
void pag_prove_watch_rows(proving *p);
void pag_prove_unwatch_rows(proving *p);
/* Around one evaluation, whole or in part; what it found counts only if it `has_result`. */
void pag_prove_rows_begin(proving *p);
void pag_prove_rows_end(proving *p, bool has_result);
/* pag_scratch_run for evaluations; one that is too large to be evaluated finds nothing. */
pag_status pag_prove_apart(proving *p, pag_arena *a, pag_arena *b, pag_scratch_work work, void *ud);
/* By the last one. */
bool pag_prove_row_is_found(proving *p, const pag_bands *table, size_t row);

/* --- nearby.c --- */
/* Notes the rows that the evaluation finds with other numbers, until it finds this one. */
void pag_prove_rows_near(proving *p, const pag_evaluation *evaluation, const pag_bands *table,
                         size_t row);

/* --- the claims --- */
void pag_prove_bands(proving *p, const pag_cell *cell);
void pag_prove_calls(proving *p, const pag_cell *cell);
/* Those of a condition, on figures that it does not hold for yet. */
void pag_prove_test_calls(proving *p, const pag_condition *condition, const pag_way *ways);
void pag_prove_moves(proving *p, const pag_cell *cell);
void pag_prove_within(proving *p, const pag_cell *cell);
void pag_prove_shared(proving *p, const pag_cell *cell);
/* --- cliffs.c --- */
void pag_prove_cliffs(proving *p, const pag_cell *cell);
/* --- rounding.c --- */
void pag_prove_roundings(proving *p, const pag_cell *cell);
void pag_prove_lost(proving *p, const pag_cell *cell);
void pag_prove_lost_tests(proving *p, const pag_group *group);
void pag_prove_conditions(proving *p, const pag_group *group);
void pag_prove_read(proving *p);

/* --- names.c --- */
/* By which formulas that were not followed may read cells, each once. */
typedef PAG_LIST(pag_str) pag_prove_names;
/* Those in the text of a formula. */
void pag_prove_add_names(proving *p, pag_prove_names *names, pag_str text);
bool pag_prove_has_name(const pag_prove_names *names, pag_str name);

/* --- effects.c --- */
/* What the conditions and what is paid rest on, through all that is worked out between. */
typedef struct pag_effects {
    proving *p;
    pag_seen cells; /* as it was seen */
    pag_seen named; /* others: by their names alone, in formulas that may read more than was seen */
    pag_seen *into; /* the one of the two that is being filled */
    pag_prove_names names;              /* that such formulas read by */
    PAG_LIST(const pag_formula *) lost; /* that could not be followed to their end */
} pag_effects;
pag_effects *pag_prove_effects(proving *p);
/* A cell that reads a limit: whether it has an effect. */
void pag_prove_limit(pag_effects *effects, const pag_cell *cell);
/* --- limits.c --- */
/* The limits that no cell looks up; `effects` may not have been found out yet: NULL. */
void pag_prove_limits(proving *p, pag_effects *effects);

/* --- write.c, write_json.c --- */
typedef struct pag_proof_writing {
    const pag_proof *proof;
    const pag_proof_style *style;
    pag_arena *arena;
    const pag_sources *sources;
} pag_proof_writing;
pag_str pag_prove_say(const pag_proof_writing *w, const char *english, const char *italian);
/* --- write_end.c --- */
void pag_prove_put_examples(const pag_proof_writing *w, pag_text *out);
void pag_prove_put_sum(const pag_proof_writing *w, pag_text *out);
/* What the step is worth of the base; false when there is none, or it cannot be told. */
bool pag_prove_worth(const pag_proof_writing *w, const pag_cliff *c, pag_number *out);
/* Whose formula it is that could not be followed. */
void pag_prove_put_lost(const pag_proof_writing *w, pag_text *out, const pag_lost *lost);

#endif
