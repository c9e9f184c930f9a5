/* Evaluation files that a pack accepts, made from its declared inputs alone: the simplest valid
 * values, but for those that somebody wishes to see. Nothing here is random: the same pack and the
 * same wish give the same file.
 *
 *     const size_t second[] = {1};
 *     pag_sample_value values[] = {
 *         {.cell = score, .text = PAG_STR("45.5")},
 *         {.cell = share, .n_entries = 1, .entries = second, .text = PAG_STR("25%")},
 *     };
 *     pag_sample_count counts[] = {{.list = offices, .n = 2}};
 *     pag_sample_wish wish = {.n = 2, .values = values, .n_counts = 1, .counts = counts};
 *     pag_sample sample;
 *     if (pag_sample_find(&arena, pack, &wish, &sample)) … sample.text, sample.result …
 */
#ifndef PAG_SAMPLE_SAMPLE_H
#define PAG_SAMPLE_SAMPLE_H

#include "eval/eval.h"

/* In place of the number of an entry: every one of them. */
#define PAG_SAMPLE_EACH SIZE_MAX

/* A given cell, or one mark of a given sheet, with the value it must have. Of several that fit, the
 * last one counts. */
typedef struct pag_sample_value {
    const pag_cell *cell; /* given, of the pack; no list */
    /* Which entries of the lists it stands in, from the outermost: 0 the first, PAG_SAMPLE_EACH
     * every one; of lists that are not said, the first. */
    size_t n_entries;
    const size_t *entries;
    const pag_criterion *criterion; /* of a sheet, or NULL for all of them; of others NULL */
    /* As the file has it: "8", "3454.25", "50%", "true", "2024-12-31", the word of a choice, the id
     * of an entry, "na"; `at` NULL: left out, where the cell may be. */
    pag_str text;
} pag_sample_value;

/* How many entries a list has; said of none, it has one (or, from the plan, those of the plan,
 * which nobody can wish otherwise). */
typedef struct pag_sample_count {
    const pag_group *list;
    size_t n_entries; /* which entry it stands in, as above */
    const size_t *entries;
    size_t n; /* 0 is taken as 1: an empty list is none */
} pag_sample_count;

/* Something that the evaluation is to do beside being accepted. */
typedef struct pag_sample_goal {
    void *ud;
    void (*begin)(void *ud);              /* before each evaluation */
    bool (*end)(void *ud, bool accepted); /* after it: whether it has done so */
    const pag_cell *near; /* whose figure it hangs on: what that rests on is varied for it */
} pag_sample_goal;

typedef struct pag_sample_wish {
    size_t n;
    const pag_sample_value *values;
    size_t n_counts;
    const pag_sample_count *counts;
    pag_lang lang;        /* of the comments */
    pag_str path;         /* where the file will stand, as people see it; empty: sample.yaml */
    pag_str comment;      /* more lines of comment for its top, without '#'; may be empty */
    const pag_cell *open; /* NULL, or whose figures stay open, with those of cells that look up the
                             same: what needs them is not judged */
    const pag_sample_goal *goal; /* NULL: none */
    size_t most;                 /* tries at most; 0: as many as the search makes by itself */
    bool has_period;             /* else the year of the pack, or the first of its plan, or 2024 */
    pag_number from, to;
} pag_sample_wish;

/* The whole file (YAML), with these values and the first choice for everything else: nobody has
 * tried whether the pack accepts it. A value that the cell cannot have is written all the same. */
pag_str pag_sample_write(pag_arena *arena, const pag_pack *pack, const pag_sample_wish *wish);

typedef struct pag_sample {
    pag_str text;                     /* the file; of the best try when none was accepted */
    const pag_evaluation *evaluation; /* of that text; NULL: it could not be read */
    pag_result result;
    pag_diagnostics *diags; /* what that evaluation said: warnings, or why it was not accepted */
    size_t tries;
} pag_sample;

/* A file that the pack accepts: it is read and evaluated without any error, so every `must` holds
 * (warnings may come, and figures may be withheld). Values that are not wished are varied until
 * that is so: first those that what failed points at or reads. False when no try succeeded; that
 * proves nothing, since only so many are made. All of `*out` lives in `arena`; the tries on the way
 * there leave nothing behind. */
bool pag_sample_find(pag_arena *arena, pag_pack *pack, const pag_sample_wish *wish,
                     pag_sample *out);
/* The first try of that search, whether it is accepted or not. */
bool pag_sample_once(pag_arena *arena, pag_pack *pack, const pag_sample_wish *wish,
                     pag_sample *out);

#endif
