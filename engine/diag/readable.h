/* Whether the bytes of a source are text at all: UTF-8, without NUL and without characters that
 * nobody sees. Every reader of files that people write asks this first. */
#ifndef PAG_DIAG_READABLE_H
#define PAG_DIAG_READABLE_H

#include "diag/diag.h"

/* Adds what is wrong with the bytes of the source, at most `most` findings and then E0514; returns
 * how many were added; of a file of another program only what it is. `*start` is where the text
 * begins: behind a byte order mark. */
size_t pag_readable_judge(pag_diagnostics *diags, uint32_t source, size_t most, size_t *start);

/* A file that another program keeps in a form of its own, which is no text. */
typedef struct pag_foreign {
    pag_str name; /* "xlsx", "PDF" */
    bool table;   /* of a spreadsheet */
} pag_foreign;
bool pag_foreign_is(pag_str bytes, pag_foreign *out);

/* Characters that nobody sees: control characters, other line breaks than a newline, and the marks
 * that turn the direction of text: with them a line would read differently from what it says.
 * The length of the first one in `text`, which is UTF-8, with its place in `*at`; 0: there is none.
 */
size_t pag_invisible_find(pag_str text, size_t *at);
/* "U+2028" for the character at the start of `text`. */
pag_str pag_letter_name(pag_arena *arena, pag_str text);

#endif
