/* What the files of this room share. */
#ifndef PAG_DIFF_INTERNAL_H
#define PAG_DIFF_INTERNAL_H

#include "diff/diff.h"
#include "diff/rename.h"

#include "base/list.h"
#include "reach/reach.h"

#define PAG_NO_EDIT SIZE_MAX

/* An entry of braces of either pack, or of both, that are one. */
typedef struct pag_slot {
    const pag_branch *sides[2]; /* NULL: not there */
    size_t edit;                /* that takes the second in place of the first; PAG_NO_EDIT: the
                                   first stays, or what differs is inside */
    bool opened;
    size_t n;
    struct pag_slot *of; /* opened: the entries */
} pag_slot;

/* A file of either pack, or of both, that is one. */
typedef struct pag_file_pair {
    pag_str name;        /* without the pack: "secretary.lua", "lib/periods.lua" */
    uint32_t sources[2]; /* 0: not there */
    bool rules;          /* a rule file, else the plan */
    pag_slot root;
} pag_file_pair;

typedef struct pag_paid_sum {
    pag_str path;
    pag_number amount;
    unsigned roles;     /* of the figures that are not zero */
    pag_number counted; /* of those that are money of their own */
} pag_paid_sum;
/* All that a pack pays for the files, cell by cell. */
typedef struct pag_outcome {
    bool done;     /* every file could be evaluated */
    uint64_t mark; /* of two that pay each figure as much it is the same */
    size_t n, room;
    pag_paid_sum *sums;
} pag_outcome;
/* The figures that are noted, by what they are. */
typedef struct pag_noted {
    size_t room;
    size_t *slots;
} pag_noted;
typedef struct pag_differing {
    pag_arena *arena;
    pag_diff *diff;
    size_t n_pairs, room_pairs;
    pag_file_pair *pairs;
    size_t room_edits;
    pag_renames renames;
    pag_reach *reach[2];     /* of the packs as they are; made when first asked for */
    pag_outcome outcomes[2]; /* of the packs as they are */
    pag_noted noted;
} pag_differing;

pag_sources *pag_differing_sources(const pag_differing *w, int side);
pag_reach *pag_differing_reach(pag_differing *w, int side);

/* --- files.c: cutting what differs into edits --- */
void pag_differing_merge(pag_differing *w);
/* --- merge.c --- */
/* Two files that are one, declaration by declaration; `name` is that of the subject. */
void pag_file_merge(pag_differing *w, pag_str name, pag_slot *root);
/* A file that is an edit as a whole. */
void pag_file_take(pag_differing *w, pag_str name, pag_slot *root);
/* Each rename as an edit. */
void pag_edits_add_renames(pag_differing *w);
/* --- kinds.c --- */
/* Notes which edits are of titles, sources and notes alone, or of marks. */
void pag_edits_note_kinds(pag_diff *diff);
/* --- rename.c --- */
/* Whether both packs have it, with the same bytes. */
bool pag_file_is_common(const pag_file_pair *pair);
/* Files of both packs have been read; those of the second must be read anew with what comes out. */
pag_renames pag_renames_find(pag_differing *w);
/* --- renamed.c --- */
/* Whether the second pack, read with its renames taken back, has the data it has; notes which of
 * them evaluations name. */
bool pag_renames_hold(pag_differing *w);
/* The name of a cell in the second pack, by its path in the first. */
pag_str pag_renamed_path(const pag_differing *w, pag_str path);
/* --- edges.c --- */
/* Whether the entry says where a row begins (0) or ends (1). */
bool pag_key_is_edge(pag_str key, int end);
/* Whether the row of that number, which both packs have, is empty when only its beginning moves, or
 * only its end. */
bool pag_edges_cross(pag_arena *arena, const pag_slot *table, size_t at);
/* --- align.c: which items of two lists are one --- */
/* In order; `out` has room for all of both. Returns how many. */
size_t pag_items_align(pag_arena *arena, const pag_branch *const lists[2], pag_slot *out);

/* --- mix.c: packs that are loaded by the way --- */
typedef struct pag_mixed {
    pag_pack *pack;
    pag_arena *arena; /* ends with the pack */
    pag_arena *runs;  /* of one evaluation */
    pag_arena *turns; /* of one that is computed again with a figure turned */
} pag_mixed;
typedef void (*pag_mixed_work)(void *ud, const pag_mixed *mixed);
/* Loads the first pack with some of the edits (`chosen` has one for each) and has `work` look at
 * it. False when it cannot be loaded. */
bool pag_mixed_load(pag_differing *w, const bool *chosen, pag_mixed_work work, void *ud);
/* The first pack, or the second as if it were for the year of the first. */
bool pag_side_load(pag_differing *w, int side, pag_mixed_work work, void *ud);

/* --- alike.c: what one edit can change --- */
void pag_edit_judge(pag_differing *w, size_t edit);
/* Whether the two say the same of data: types, words, bounds, rows and values, whatever they are
 * called. Formulas are not looked at. */
bool pag_cells_same_data(const pag_cell *a, const pag_cell *b);
/* --- touch.c --- */
typedef struct pag_touch {
    bool all;              /* any formula may be another */
    const pag_slot *table; /* the edit is inside of this table; NULL: of none */
    size_t n, room;
    pag_str *names; /* formulas that mention one of them may be */
} pag_touch;
pag_touch pag_edit_touch(const pag_differing *w, size_t edit);
/* Whether any file uses the name, other than for a cell. */
bool pag_mentions_local(const pag_differing *w, pag_str name);
/* Whether a formula of that text may be another. */
bool pag_touches(const pag_touch *touch, pag_str text);

/* Two packs being compared, with what their figures can be. */
typedef struct pag_comparing {
    pag_arena *arena;   /* of what is kept */
    pag_arena *scratch; /* gone with the second pack */
    pag_pack *packs[2];
    pag_reach *reach[2];
    pag_reach *bare[2]; /* see pag_comparing_bare */
    pag_touch touch;
    const pag_bands *tables[2]; /* that one may be another where formulas call it; NULL: none */
    pag_str unfollowed; /* whose formula calls it in a way that only values tell; empty: nobody's */
    size_t tried;       /* values on which formulas that may be others did the same; 0: none may */
    bool full;          /* some formula takes the most that a sheet can come to */
    size_t n_scales, room_scales;
    pag_diff_scale *scales;
    pag_str unlisted; /* a cell whose scores are too many; empty: none */
    bool alike;       /* so far nothing differs but the ranges */
    size_t n_ranges, room_ranges;
    pag_diff_range *ranges;
} pag_comparing;

/* --- tries.c --- */
typedef enum pag_tries_end {
    PAG_TRIES_UNTOLD,     /* they cannot be worked out on values alone */
    PAG_TRIES_OTHER,      /* with some values they are not alike */
    PAG_TRIES_FOUND_NONE, /* so many were tried, and there are more */
    PAG_TRIES_SAME        /* with all that can be they are alike */
} pag_tries_end;
pag_tries_end pag_ways_try(pag_comparing *c, const pag_way *const ways[2], size_t *tried);

/* What figures of the first pack can be whatever its conditions say, which may rest on what is
 * being compared. */
pag_reach *pag_comparing_bare(pag_comparing *c);
pag_reach *pag_comparing_bare_of(pag_comparing *c, int side);

/* --- limits.c --- */
/* The same `min`, `max` and `step`, and the same rounding. */
bool pag_limits_same(const pag_cell *a, const pag_cell *b);
bool pag_roundings_same(const pag_cell *a, const pag_cell *b);
/* Those, or others that make no difference to any data and figures that can be. */
bool pag_limits_alike(pag_comparing *c, const pag_cell *a, const pag_cell *b);
bool pag_roundings_alike(pag_comparing *c, const pag_cell *a, const pag_cell *b);

/* --- tables.c --- */
/* What the cells that are looked up find; adds ranges. False when they cannot be compared. */
bool pag_tables_compare(pag_comparing *c, const pag_cell *const cells[2]);
/* What calls of the two tables find; adds ranges. */
typedef struct pag_called {
    pag_str caller;     /* whose formula calls it */
    const pag_cell *by; /* whose figure is looked up; NULL: what is worked out there */
    pag_unit unit;
    pag_set scores; /* of bands: that can be, on whatever way through the formula */
} pag_called;
typedef PAG_LIST(pag_called) pag_call_list;
void pag_called_compare(pag_comparing *c, const pag_called *called);
/* A score that only one of the packs can have, by the cell that looks it up there: a range, or more
 * of the last one. */
pag_diff_range *pag_score_note(pag_comparing *c, const pag_cell *cell, int side, pag_number score,
                               pag_diff_range *last);
/* --- apart.c --- */
/* The ranges of every table by itself, where something else may be another too: those that hold
 * whatever that is. */
void pag_tables_compare_apart(pag_comparing *c);
/* --- rows.c --- */
/* The row of a score that has been rounded; NULL: it is in none. */
const pag_band *pag_row_of(const pag_bands *table, pag_number x);
/* Whatever is still to be confirmed. */
bool pag_tables_same(const pag_bands *a, const pag_bands *b);
/* Whether a score may be in both rows, and they give the same. */
bool pag_rows_meet(const pag_band *a, const pag_band *b);
/* --- scale.c --- */
/* Whether figures are the same for marks that both sheets allow; notes those that only one does. */
bool pag_scales_compare(pag_comparing *c, const pag_cell *a, const pag_cell *b);
bool pag_marks_same(const pag_cell *a, const pag_cell *b);
/* Once marks have been noted: which scores come and go with them. */
void pag_scores_compare(pag_comparing *c);
/* --- calls.c --- */
/* All calls by formulas of the first pack. */
void pag_calls_compare(pag_comparing *c);
/* --- terms.c --- */
/* Whether the ways of both packs ask the same and end in the same, of the same figures. */
bool pag_ways_alike(pag_comparing *c, const pag_way *a, const pag_way *b);

/* --- money.c: which figures to be paid are the same money --- */
typedef struct pag_money {
    const pag_figure *figure;
    pag_role role;
    size_t n; /* others to be paid that it is worked out from, directly or through what is not */
    const pag_figure **of;
} pag_money;
typedef struct pag_money_list {
    size_t n, room;
    pag_money *at;
} pag_money_list;
/* All that are to be paid, and the titled amounts that are worked out and are not to be paid, in
 * the order of the result. */
typedef struct pag_money_sorts {
    pag_money_list paid, beside;
} pag_money_sorts;
/* In the arena of the evaluation, of the pack that is tried. */
pag_money_sorts pag_money_sorted(const pag_mixed *mixed, const pag_result *result);

/* --- noted.c --- */
/* What is noted of a figure, kept from now on: the cell's path and the entry's ids tell which. */
pag_diff_paid *pag_paid_at(pag_differing *w, size_t file, pag_str path, pag_str id,
                           const pag_entry *entry);
/* --- paid.c: evaluations --- */
/* The same figures count in both, and each of them once. */
bool pag_outcomes_add_up(const pag_outcome *a, const pag_outcome *b);
/* What is paid of money in all, or with the number of a total, in that. */
pag_number pag_outcome_total(const pag_differing *w, const pag_outcome *outcome, size_t of);
/* Evaluates the files by the first pack with the edits that are chosen. */
pag_outcome pag_outcome_of(pag_differing *w, const bool *chosen);
/* Evaluates them by both packs as they are, and notes every figure to be paid. */
pag_status pag_paid_note(pag_differing *w, pag_diff_tell tell, void *ud);
pag_number pag_money_add(pag_arena *arena, pag_number a, pag_number b);
pag_number pag_money_subtract(pag_arena *arena, pag_number a, pag_number b);

/* --- charge.c --- */
/* Whether it can be made to the first pack: not the year, nor a name that is taken back. */
bool pag_edit_can_be_made(const pag_edit *edit);
void pag_differing_charge(pag_differing *w);

#endif
