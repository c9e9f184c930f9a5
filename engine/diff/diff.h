/* Two packs side by side: what the edits are that make one of the other, what each of them can
 * change, and, for evaluations at hand, what figures to be paid it changes and by how much.
 *
 * The rules of both are compared by what they declare, not line by line: tables row by row, cells
 * by name, formulas by their words. What differs is cut into *edits*, and any choice of them can be
 * made to the first pack alone: its files with these pieces of the second. So an edit is tried by
 * loading the first pack with it, and the charges of edits come from evaluations, not from guesses.
 *
 *     pag_diff *diff = pag_diff_packs(&arena, &order);
 *     pag_diff_cost(diff, files, n);
 *     pag_diff_write(diff, &style, &scratch, &sink);
 */
#ifndef PAG_DIFF_DIFF_H
#define PAG_DIFF_DIFF_H

#include "eval/eval.h"

typedef struct pag_diff_order {
    const pag_allocator *allocator; /* for packs that are loaded by the way */
    pag_tree trees[2];
    pag_pack *packs[2]; /* before, after */
} pag_diff_order;

/* Scores, or words, for which a table gives something else. */
typedef enum pag_diff_range_kind {
    PAG_DIFF_OTHER, /* a table gives something else for them */
    PAG_DIFF_COMES, /* they can be by the second pack only */
    PAG_DIFF_GOES   /* by the first only */
} pag_diff_range_kind;
typedef struct pag_diff_range {
    pag_diff_range_kind kind;
    pag_str by_path;    /* COMES, GOES: what is looked up */
    const pag_cell *by; /* of the first pack: what is looked up */
    pag_str table;      /* OTHER: which one; empty: the edit is inside of it, or it is another */
    pag_str caller;     /* whose formula calls the table; empty: cells are looked up */
    bool bounded[2];    /* there is a lowest, a highest */
    bool inside[2];     /* that one itself is among them */
    pag_number ends[2];
    size_t count;     /* how many can be; 0: endless, or not to be counted */
    bool at_most;     /* perhaps not all of them */
    pag_str key;      /* of a keyed table */
    pag_str gives[2]; /* before, after, as people read it, or a formula as it is written; empty: no
                         row */
    bool formulas[2]; /* it is one */
    struct pag_diff_place {
        size_t pack; /* whose rules these are */
        pag_pos pos; /* source 0: nobody knows */
    } places[2];     /* where that formula is written */
} pag_diff_range;

/* Marks that sheets allow by one pack only, as people read them: before, after. */
typedef struct pag_diff_scale {
    pag_str marks[2];
} pag_diff_scale;

typedef enum pag_diff_effect {
    PAG_DIFF_WORDS,  /* titles, sources, notes: nothing is computed with them */
    PAG_DIFF_NONE,   /* no data that the first pack allows makes a difference */
    PAG_DIFF_RANGES, /* only where a table gives something else: `ranges` has all of it */
    PAG_DIFF_MARKS,  /* values are marked as still to be confirmed, or no more, or for another
                        reason:  figures are the same, and those that rest on them are withheld or
                        not
                      */
    PAG_DIFF_SCALE,  /* sheets allow other marks: with those that both allow figures are the same */
    PAG_DIFF_OPEN,   /* it may have one */
    PAG_DIFF_YEAR,   /* the year the rules are for: figures do not depend on it */
    PAG_DIFF_RENAMED /* only called otherwise, with the same content and the same uses */
} pag_diff_effect;

typedef struct pag_edit {
    pag_str name;  /* "secretary.pay.round", "result_pay, from = 71, to = 85: give" */
    pag_str title; /* of the cell or table; may be empty */
    size_t n;      /* pieces of text */
    struct pag_edit_piece *pieces;
    pag_diff_effect effect;
    pag_str renamed;    /* RENAMED: the new name */
    bool given;         /* RENAMED: evaluations name it */
    bool whole;         /* RENAMED: nothing else of it is another; else that is in other edits */
    size_t marks[2];    /* values in it that are to be confirmed, before and after */
    bool judged;        /* what follows was looked at; of very many not all are */
    bool alone;         /* the first pack can be loaded with this edit only */
    pag_str unfollowed; /* whose formula calls the table in a way that only values tell: for which
                           scores is not known; empty: nobody's */
    size_t tried; /* OPEN: formulas may be others, and on so many values of what they read none was
                     found to be; 0: nothing is known */
    size_t n_scales;
    const pag_diff_scale *scales;
    pag_str
        unlisted; /* with other marks: whose scores are too many to say which can be; empty: none */
    size_t n_ranges;
    pag_diff_range *ranges;
    bool also;   /* OPEN: beside the ranges it may have other effects */
    size_t with; /* the edit it goes only together with: the first of them; else its own number */
    size_t n_needs; /* others, which it cannot be made without: its charge is what it does beside
                       what they do */
    const size_t *needs;
    bool loose; /* whether fewer would do was not looked for to the end */
} pag_edit;

/* One place where the packs differ. */
typedef struct pag_edit_piece {
    bool whole;       /* a file */
    bool there[2];    /* whether the first has it, and the second */
    bool marked;      /* it differs in marks of values to be confirmed alone */
    pag_str texts[2]; /* as written */
    pag_pos pos[2];   /* in the sources of each pack */
} pag_edit_piece;

/* One figure to be paid, by both packs. */
typedef struct pag_diff_paid {
    size_t file;
    pag_str path;  /* "office.member.pay" */
    pag_str entry; /* as people read it; empty: of the subject itself */
    pag_str id;    /* "castel-rio", with the ids of what it stands in before it */
    bool there[2];
    bool withheld[2];
    pag_number amounts[2], difference;
} pag_diff_paid;

/* What a figure to be paid is of the money that an evaluation pays, told by what it was worked out
 * from. Flags: figures of one cell may have several. */
typedef enum pag_role {
    PAG_ROLE_NONE = 0,
    PAG_ROLE_OWN = 1,    /* made of no other: it counts */
    PAG_ROLE_SUM = 2,    /* as much as the others that it is made of: those count */
    PAG_ROLE_PARTS = 4,  /* so with the rest of its cell only: a whole was shared, which counts */
    PAG_ROLE_UNCLEAR = 8 /* made of others, and not as much: nobody can tell what it adds to them */
} pag_role;

/* All figures to be paid of one cell together. */
typedef struct pag_diff_total {
    pag_str path, title;
    unsigned roles[2]; /* of those that are not zero; of none: NONE */
    bool withheld[2];  /* some of them */
    pag_number amounts[2], difference;
} pag_diff_total;

/* A cell with amounts that are worked out from what is paid, are not to be paid, and are not as
 * much: whoever reads what is paid in all may look for them there. */
typedef struct pag_diff_beside {
    pag_str path, title;
} pag_diff_beside;

/* Whether figures of it are part of what is paid in all. */
bool pag_diff_counts(const pag_diff_total *total);
/* Whether by one pack it is money of its own and by the other the same money as others. */
bool pag_diff_changes_role(const pag_diff_total *total);

#define PAG_DIFF_IN_ALL SIZE_MAX

/* What edits cause of the difference in what is paid in all, or where that cannot be told, in one
 * total. `n` 1: one edit, or those that go only together with it; more: what so many cause together
 * beyond what fewer of them do; 0: what is left. */
typedef struct pag_diff_charge {
    size_t of; /* the number of the total; PAG_DIFF_IN_ALL */
    size_t n;
    const size_t *edits;
    pag_number amount;
    bool moves; /* of what is paid in all, one edit by itself: it makes some figure another, also
                   where they come to as much as before */
} pag_diff_charge;

/* Of one total: what so many pairs of edits do together was not looked at, and is among what is
 * left. */
typedef struct pag_diff_untried {
    size_t of, pairs, untried;
} pag_diff_untried;

typedef struct pag_diff_file {
    pag_str path, bytes;
} pag_diff_file;

typedef struct pag_diff {
    pag_diff_order order;
    size_t n_edits;
    pag_edit *edits;
    bool same; /* no edit at all */
    /* --- what it costs --- */
    bool costed; /* it is known */
    size_t n_files;
    const pag_diff_file *files;
    bool *examples; /* by file: it is an invented example */
    size_t n_paid, room_paid;
    pag_diff_paid *paid;
    size_t n_totals, room_totals;
    pag_diff_total *totals;
    size_t n_beside, room_beside;
    pag_diff_beside *beside;
    size_t n_charges, room_charges;
    pag_diff_charge *charges;
    size_t n_untried, room_untried;
    pag_diff_untried *untried;
    bool withheld[2]; /* some figure rests on a value to be confirmed */
    bool adds_up;     /* by both packs the same figures count, and each counts once; else there is
                         no sum of all that is paid */
    pag_number amounts[2], difference; /* of all that is paid */
    struct pag_differing *work;        /* the room's own */
} pag_diff;

/* Lives in the arena, as long as both packs do. */
pag_diff *pag_diff_packs(pag_arena *arena, const pag_diff_order *order);
/* Evaluates the files by both packs and charges the edits. What is wrong with a file is told in
 * `diags` of its own, handed to `tell`; PAG_OK when every file could be evaluated by both, else
 * nothing is known of what it costs. */
typedef struct pag_diff_failure {
    size_t pack, file;
    bool read; /* its data are as the pack wants them, and its rules stopped */
} pag_diff_failure;
typedef void (*pag_diff_tell)(void *ud, pag_diagnostics *diags, const pag_diff_failure *failure);
pag_status pag_diff_cost(pag_diff *diff, const pag_diff_file *files, size_t n, pag_diff_tell tell,
                         void *ud);

typedef struct pag_diff_style {
    pag_lang lang;
    size_t width; /* columns of the terminal */
    bool color;
    bool draft;      /* amounts that rest on values to be confirmed are shown */
    bool verbose;    /* also edits of words, and charges of nothing */
    bool quiet;      /* without the next command */
    pag_str program; /* how people call this program */
} pag_diff_style;
void pag_diff_write(const pag_diff *diff, const pag_diff_style *style, pag_arena *scratch,
                    pag_sink *sink);
/* One object, pagella.diff/1. */
void pag_diff_write_json(const pag_diff *diff, const pag_diff_style *style, pag_arena *scratch,
                         pag_sink *sink);

#endif
