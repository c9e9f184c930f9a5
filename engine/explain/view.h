/* What the writers of this room share: the result they speak of and how they are to speak. A writer
 * takes figures and their traces; it computes nothing about what they mean.
 *
 *     pag_view view = pag_view_of(&result, &scratch);
 *     view.lang = PAG_IT;
 *     pag_table_write(&view, sink);
 *
 * `scratch` is filled by every call and is the caller's to reset. Texts of rules and evaluation
 * files are made safe to show before they reach a terminal. */
#ifndef PAG_EXPLAIN_VIEW_H
#define PAG_EXPLAIN_VIEW_H

#include "eval/eval.h"

typedef struct pag_view {
    const pag_result *result;
    pag_str pack, hash; /* name and content hash of the pack */
    const pag_pack_call *(*site)(const pag_pack *pack, uint32_t site);
    pag_arena *scratch;
    pag_lang lang;
    size_t width;    /* columns of the terminal, as far as lines can be read */
    size_t wide;     /* columns that a table may take; 0: as many */
    pag_str program; /* how the person calls this program: begins the next command */
    size_t n_marks;  /* files that were read beside the evaluation: the next command names them */
    const pag_str *marks;
    bool color;
    bool draft; /* amounts that rest on something still to be confirmed are shown */
    bool quiet; /* neither acknowledged warnings nor the next command */
    /* Of a tree as text, how many levels below the figure are shown, and how many lines below any
     * one; 0: all. What is left out is counted. */
    size_t deepest, widest;
    size_t depth; /* how many levels of figures stand below one that is explained; 0: all */
} pag_view;
/* A depth: as many levels as can be read at once, at least one. */
#define PAG_DEPTH_PAGE SIZE_MAX

/* Asks the result's pack for the rest; English, 80 columns, without colours. */
pag_view pag_view_of(const pag_result *result, pag_arena *scratch);

/* The one of the two that is in the view's language. */
pag_str pag_view_say(const pag_view *view, const char *english, const char *italian);
/* `text` made safe to show on a terminal. */
pag_str pag_view_safe(const pag_view *view, pag_str text);
/* Whether the figure's value must not be shown. */
bool pag_view_withholds(const pag_view *view, const pag_figure *figure);
/* Whether its look-ups must not be shown either: what was looked up may be a withheld amount. */
bool pag_view_hides_lookups(const pag_view *view, const pag_figure *figure);
/* What stands in its place: "da confermare". */
pag_str pag_view_withheld(const pag_view *view);
/* The figure's value as people read it, or what stands in its place; "—" when it has none. */
pag_str pag_view_value(const pag_view *view, const pag_figure *figure);
/* Title of the cell, or its name. */
pag_str pag_view_label(const pag_view *view, const pag_cell *cell);
/* "year 2023", "from 01/07/2023 to 31/12/2023", or empty when no period is written. */
pag_str pag_view_period(const pag_view *view);
/* The sources that the positions of figures point into. */
const pag_sources *pag_view_sources(const pag_view *view);

/* The shell command that explains exactly this figure: the shortest tail of its name that fits no
 * other, with the entry's name or id where one is needed, quoted so that it can be pasted. Empty
 * when no command names it alone. */
pag_str pag_view_command(const pag_view *view, const pag_figure *figure);
/* What stands in it behind the file: `base --for "Comune B"`. */
pag_str pag_view_arguments(const pag_view *view, const pag_figure *figure);

/* Whether its cell rounded it: parts are in whole steps already, and so is a zero. */
bool pag_figure_is_rounded(const pag_figure *figure);
/* Why a condition of its cell makes the figure zero; empty when none does, or when that is
 * withheld. Where the figure rests on a doubt the reason stands as the rules write it, without
 * values. */
pag_str pag_view_because(const pag_view *view, const pag_figure *figure);
/* "0,00 € because: …" of a figure that a condition of its cell makes zero. */
pag_str pag_view_unless(const pag_view *view, const pag_figure *figure);
/* "given", "planned", "default", "fixed", "computed", "looked up", "split". */
pag_str pag_origin_word(const pag_figure *figure);

/* What was said about acknowledged warnings, each answer once; the entry only where it is for that
 * one alone. */
size_t pag_view_answered(const pag_view *view, pag_answer **out);

#endif
