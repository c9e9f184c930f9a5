/* What the writers of this room share. Not for other rooms. */
#ifndef PAG_DIFF_WRITING_H
#define PAG_DIFF_WRITING_H

#include "diff/internal.h"

#include "base/visible.h"

typedef struct pag_diff_writing {
    const pag_diff *diff;
    const pag_diff_style *style;
    pag_arena *arena;
    pag_text *out;
} pag_diff_writing;

/* --- lines.c --- */
pag_str pag_diff_say(const pag_diff_writing *w, const char *english, const char *italian);
void pag_diff_put(const pag_diff_writing *w, pag_str text);
/* How far in the first line of a text stands, and how much further the others. */
typedef struct pag_diff_indent {
    size_t first, further;
} pag_diff_indent;
/* A text on lines of its own, broken at blanks within the width. */
void pag_diff_put_text(const pag_diff_writing *w, size_t indent, pag_str text);
/* The same for where something stands, which is there for who looks for it, and for a heading. */
void pag_diff_put_place(const pag_diff_writing *w, size_t indent, pag_str text);
void pag_diff_put_heading(const pag_diff_writing *w, pag_str text);
/* A question and the command that answers it, which is never broken. */
void pag_diff_put_command(const pag_diff_writing *w, pag_str question, pag_str command);

/* Lines of a label and numbers under one another; where they do not fit beside the labels, below
 * them. */
typedef struct pag_diff_line {
    pag_str label;
    size_t n;
    pag_str numbers[3];
} pag_diff_line;
void pag_diff_put_lines(const pag_diff_writing *w, const pag_diff_line *lines, size_t n);

/* --- write.c --- */
enum { PAG_DIFF_INDENT = 3 }; /* of what stands below the name of an edit */

/* --- write_effect.c --- */
void pag_diff_put_effect(const pag_diff_writing *w, const pag_edit *edit);

/* --- write_cost.c --- */
void pag_diff_put_cost(const pag_diff_writing *w);
/* Whether a number that rests on amounts of both packs must not be shown. */
bool pag_diff_hides(const pag_diff_writing *w, const bool *withheld);
pag_str pag_diff_amount(const pag_diff_writing *w, pag_number x, bool hidden);
/* With a plus where it is more. */
pag_str pag_diff_signed(const pag_diff_writing *w, pag_number x, bool hidden);

/* --- write_charges.c --- */
void pag_diff_put_charges(const pag_diff_writing *w);

/* --- write_sum.c --- */
/* What is paid in all, what that is a sum of, and what is not in it. */
void pag_diff_put_in_all(const pag_diff_writing *w);

#endif
