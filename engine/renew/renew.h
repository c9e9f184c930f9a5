/* The rules of one year as the beginning of those of another: a new pack with the same files, in
 * which every value that was carried over is marked as to be confirmed, with the year it is from.
 * Nothing else of their text changes but what `changes` lists, and the old pack is only read. The
 * new folder is there wholly, loaded once and held against the old one, or not at all.
 *
 *     pag_renewal renewal = {.lang = PAG_IT, .year = year, .from = from};
 *     pag_renew(&arena, diags, &renewal);
 *     … pag_diagnostics_status(diags), renewal.values … */
#ifndef PAG_RENEW_RENEW_H
#define PAG_RENEW_RENEW_H

#include "pack/pack.h"

/* What was changed for the new year, as `before` became `after`: the year and the title of a pack.
 */
typedef struct pag_renewed_change {
    pag_str file;
    pag_pos pos;
    pag_str key, before, after;
} pag_renewed_change;

/* A value that is to be confirmed in the new pack. */
typedef struct pag_renewed_value {
    pag_str file;
    pag_pos pos; /* of `to_confirm`, in the new file */
    pag_str about, text, why;
    int64_t since; /* the year it was last known to be right */
    bool row;      /* it stands for a whole row of a table, with its edges */
} pag_renewed_value;

/* What somebody has to look at, because no mark can stand there or nothing of ours may change it.
 */
typedef enum pag_renewed_kind {
    PAG_RENEWED_ATTRIBUTE, /* words of a cell or a table that take no mark: bounds, gaps */
    PAG_RENEWED_FUNCTION,  /* a value written within a function */
    PAG_RENEWED_SHARED,    /* a value to be confirmed in a file of other folders: not copied */
    PAG_RENEWED_NUMBER,    /* a number in a formula, or with a name of its own */
    PAG_RENEWED_MENTION,   /* the old year stands in a line */
    PAG_RENEWED_TABLE,   /* a table of dated rows that has none for a day of the new year: `text` */
    PAG_RENEWED_PLAN,    /* the plan does not cover the new year */
    PAG_RENEWED_SHEET,   /* a sheet of the plan is printed for another year: `text` */
    PAG_RENEWED_NO_YEAR, /* the pack does not say its year */
    PAG_RENEWED_LEFT_OUT /* no file of the pack: not copied */
} pag_renewed_kind;
enum { PAG_RENEWED_KINDS = PAG_RENEWED_LEFT_OUT + 1 };

typedef struct pag_renewed_remark {
    pag_renewed_kind kind;
    pag_str file; /* below the new folder, or the path of a file elsewhere */
    pag_pos pos;  /* line 0: the file as a whole */
    pag_str about, text;
} pag_renewed_remark;

typedef struct pag_renewal {
    /* What is asked. */
    pag_str year;  /* as it was written: "2025" */
    pag_str from;  /* "2024" where that says which, "example/2024", or a folder */
    pag_lang lang; /* of the reasons that are written into the rules */
    bool dry;      /* everything but the new folder */
    /* What came of it; set as far as it went. */
    pag_tree tree;
    pag_str plan;                       /* of both; empty: they are written for none */
    pag_str old_name, new_name, folder; /* "example/2024", "example/2025", "rules/example/2025" */
    int64_t old_year, new_year;
    size_t n_files, n_changes, n_values, n_remarks;
    pag_str *files;
    pag_renewed_change *changes;
    pag_renewed_value *values;
    pag_renewed_remark *remarks;
    size_t cases;              /* of its tests, that now name the old year as their period */
    pag_diagnostics *rejected; /* what is wrong with the copy, where it did not load; else NULL */
} pag_renewal;

/* What a pack that was carried over leaves to be looked at: what marks cannot tell, as the renewal
 * told it. While one value of its own still carries a mark with its age; nothing of other packs.
 * Places are in `*sources`, those of the pack and the texts beside it. In the arena. */
size_t pag_renew_left(pag_arena *arena, pag_pack *pack, pag_renewed_remark **out,
                      const pag_sources **sources);

/* The tree is looked for from the current folder upwards. PAG_OK, or why not, with the reason in
 * `diags`; then nothing was written. */
pag_status pag_renew(pag_arena *arena, pag_diagnostics *diags, pag_renewal *renewal);

#endif
