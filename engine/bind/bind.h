/* What rule scripts can call, and how the rest of the program calls them. Above this room nobody
 * knows Lua: a pack asks here for its files to be run, an evaluation asks for a formula's value. */
#ifndef PAG_BIND_BIND_H
#define PAG_BIND_BIND_H

#include "schema/record.h"

typedef struct pag_bind pag_bind;

/* What the words of a formula ask of the evaluation in progress. */
typedef struct pag_evaluator {
    void *run;
    pag_arena *arena; /* for numbers and steps, until the evaluation is over */
    pag_diagnostics *diags;
    /* Computes the figure if that has not been done, and notes that it was read. False when it
     * cannot be had, and why is in the diagnostics. */
    bool (*read)(void *run, pag_figure *figure);
    void (*note)(void *run, const pag_step *step);
    pag_number from, to; /* the evaluation's period */
    pag_pos period_pos;  /* source 0: none is written */
    bool loading;        /* nothing is evaluated: rule files are being run */
    /* The names of the optional cells that what is under way has read and that were left out, in
     * the arena: where a calculation meets nothing (nil), that is why. May be empty. */
    pag_str (*left_out)(void *run, pag_arena *arena);
    pag_missed *missed; /* gets the look-up that finds no row; NULL: nobody wants to know */
} pag_evaluator;

/* How libraries are found: the source of "lib/convention" registered in the bind's sources, or 0
 * with the reason in the diagnostics. The same library is asked for once. */
typedef struct pag_library {
    void *ud;
    uint32_t (*source)(void *ud, pag_str name, pag_pos pos);
} pag_library;

/* `arena` and `diags` are the pack's and live as long. PAG_NOMEM with NULL in `*out`. */
pag_status pag_bind_create(pag_arena *arena, pag_diagnostics *diags, pag_library library,
                           pag_bind **out);
void pag_bind_destroy(pag_bind *bind); /* takes NULL */

/* An attribute of the rules replaced from outside, before anything is judged: `text` takes the
 * place of what the rules write for the attribute `name`, "table.gaps" or
 * "office.member.pay.round". */
typedef struct pag_override {
    pag_str name, text;
    bool taken;      /* the attribute was found */
    bool unwritten;  /* what should have it was found, and does not write it */
    bool several;    /* several braces in one declaration have it */
    pag_str near;    /* the name most like it that was found, while it was not */
    size_t distance; /* of that one */
} pag_override;
typedef struct pag_overrides {
    size_t n;
    pag_override *at;
} pag_overrides;
/* To be said before the first file; `overrides` may be NULL, else live as long as the bind. */
void pag_bind_override(pag_bind *bind, pag_overrides *overrides);

/* Somebody who is told what formulas and look-ups reach, as tests of rules are. The three may be
 * NULL. */
typedef struct pag_watch {
    void *ud;
    /* An instruction of a function, by the number of its mark. */
    void (*reached)(void *ud, uint32_t mark);
    /* A look-up, as it is noted; `found` is false for a score that is in no row. */
    void (*looked)(void *ud, const pag_step *step, bool found);
    /* A condition of a `must`, a `warn` or an `unless`. */
    void (*tested)(void *ud, const pag_formula *of, bool holds);
    pag_arena *arena; /* that those three allocate from, while rules run; may be NULL */
} pag_watch;
/* To be said before the first file, since it changes what Lua is given to run; `watch` may be NULL,
 * else live as long as the bind. */
void pag_bind_watch(pag_bind *bind, const pag_watch *watch);
/* An instruction; false for a number that is none. `used`: it belongs to the pack's own files, or
 * to what these use of a library. */
typedef struct pag_mark_place {
    pag_pos pos;
    bool used;
} pag_mark_place;
bool pag_bind_mark(pag_bind *bind, uint32_t mark, pag_mark_place *out);
/* The table number `i` that is used in that sense; NULL when there are no more. In the order in
 * which files declare them. */
const pag_bands *pag_bind_used_table(pag_bind *bind, size_t i);

/* The head of a pack: what `pack { … }` says. */
typedef struct pag_pack_head {
    pag_str title, source, note, plan;
    pag_pos pos, plan_pos;
    int64_t year; /* the rules are for this one only; 0: they do not say */
    pag_pos year_pos;
    int64_t carried; /* the year they were carried over from; 0: they do not say */
    pag_pos carried_pos;
    pag_doubt *doubt; /* that what takes no mark of its own was read again; NULL: none */
    bool said;
} pag_pack_head;

typedef enum pag_file_kind { PAG_FILE_PACK, PAG_FILE_SUBJECT, PAG_FILE_LIBRARY } pag_file_kind;

/* Runs one rule file. PACK: pack.lua, whose names the later files see. SUBJECT: what it returns
 * becomes `*group`, named `name`. LIBRARY: only to see whether it loads. All that is wrong is in
 * the diagnostics; the status tells whether anything was. */
pag_status pag_bind_file(pag_bind *bind, uint32_t source, pag_file_kind kind, pag_str name,
                         pag_group **group);
const pag_pack_head *pag_bind_head(const pag_bind *bind);
/* How many values in to_confirm(…) the files have made. */
size_t pag_bind_doubts(const pag_bind *bind);
/* One for each place where a to_confirm(…) is written, in the order of the files; in the arena. */
size_t pag_bind_unconfirmed(const pag_bind *bind, pag_arena *arena, const pag_doubt ***out);
/* How many `must` and `warn` they hold. */
size_t pag_bind_conditions(const pag_bind *bind);
/* After the last file: finds the list that each ref points to, and judges what formulas read
 * through refs. What is wrong is told. */
void pag_bind_refer(pag_bind *bind, pag_group *const *groups, size_t n);
/* After that: which limits of libraries the cells and formulas look up, and which of those that the
 * pack uses they do not; these are told where it uses them. */
pag_status pag_bind_limits(pag_bind *bind, pag_group *const *groups, size_t n);
/* Limit number `i` of those, and where the pack's own files use its library; false when there are
 * no more. */
bool pag_bind_limit(const pag_bind *bind, size_t i, const pag_bands **table, pag_pos *used);
/* After the last file: freezes what formulas can reach and gives every group its key map. */
pag_status pag_bind_seal(pag_bind *bind, pag_group *const *groups, size_t n);

/* For whoever changes the text of rules: what stands where in a file that was run (NULL: it was
 * not), and the declared tables of the pack and of what it uses, by number (NULL past the last). */
const struct pag_outline *pag_bind_outline(const pag_bind *bind, uint32_t source);
const pag_bands *pag_bind_table(const pag_bind *bind, size_t i);
/* Whether that stretch of its text, as it stands in the file, may read a cell by a name that is not
 * written there: `s[name]`, `sum(s.list, name)`. */
bool pag_bind_reads_unnamed(const struct pag_outline *outline, pag_str stretch);

typedef struct pag_call_site {
    pag_str word;
    pag_pos pos;
    size_t n;
    const pag_str *arguments;
    const pag_pos *argument_pos;
} pag_call_site;
/* False for a number that is none. */
bool pag_bind_site(const pag_bind *bind, uint32_t site, pag_call_site *out);

/* Runs `work(ud)` so that formulas can be called in it: protected, with a full budget when
 * `refill`. The evaluator is the one that the words of formulas talk to. */
pag_status pag_bind_run(pag_bind *bind, const pag_evaluator *evaluator, bool refill,
                        void (*work)(void *), void *ud);

/* Inside a run. Calls the formula with `score` (NULL: without) and `entry` and what it stands in,
 * and takes what it returns as a value of `cell`'s type, unit and all. A failure ends the run: it
 * does not return. */
pag_value pag_bind_call(pag_bind *bind, const pag_formula *formula, const pag_number *score,
                        pag_entry *entry, const pag_cell *cell);
/* The same for a condition: true or false. */
bool pag_bind_test(pag_bind *bind, const pag_formula *formula, pag_entry *entry);
/* The same for the edge of a band: a number of `unit`. */
pag_number pag_bind_edge(pag_bind *bind, const pag_formula *formula, pag_entry *entry,
                         pag_unit unit);
/* Inside a run: ends it; the reason was told. */
_Noreturn void pag_bind_stop(pag_bind *bind);

/* What the looked-up cell of `figure` finds: reads what it is looked up by, and takes what the row
 * gives. Inside a run. */
pag_value pag_bind_find(pag_bind *bind, pag_figure *figure);
/* The value a row gives, as a value of the cell's type: a fixed one at once, a formula by calling
 * it. Inside a run when the row gives a formula. */
pag_value pag_bind_give(pag_bind *bind, const pag_give *give, pag_number score, pag_entry *entry,
                        const pag_cell *cell);
/* Looks `score` up, for what a row gives under `key` (empty: the only thing it gives). Inside a
 * run. A score without row ends it. The step is noted, and what is still to be confirmed about the
 * edges that another row has written; `at` is where the look-up is written. Returns the row. */
const pag_band *pag_bind_look_up(pag_bind *bind, const pag_bands *bands, pag_str key,
                                 pag_number score, pag_entry *entry, uint32_t site, pag_pos at);

#endif
