/* Slices and growing text. Nothing here knows the locale. */
#ifndef PAG_BASE_TEXT_H
#define PAG_BASE_TEXT_H

#include "base/arena.h"

bool pag_str_equal(pag_str a, pag_str b);
int pag_str_compare(pag_str a, pag_str b); /* by bytes, which for UTF-8 is by code point */
pag_str pag_str_from(const char *terminated);
bool pag_str_starts(pag_str text, pag_str prefix);
bool pag_str_ends(pag_str text, pag_str suffix);
/* Without the quotes around it, if there are any. */
pag_str pag_str_unquoted(pag_str text);
/* The position of `c`, or len if there is none. */
size_t pag_str_find(pag_str text, char c);
/* A letter, a digit or '_', as names in rules are made of. */
bool pag_is_name_byte(char c);
/* The next name, as long as it is, at or behind `*at`, which is then behind it; empty at the end.
 */
pag_str pag_str_next_name(pag_str text, size_t *at);
/* Whether the name stands in the text, whole: not as a part of a longer one. */
bool pag_str_names(pag_str text, pag_str name);
/* Cuts off a sentence, up to the next name in braces, what stands before it and the name. False
 * when there is none: `*before` is all that was left. */
bool pag_str_next_braces(pag_str *sentence, pag_str *before, pag_str *name);

/* How many single-letter edits (insert, delete, replace, swap of neighbours) lead from a to b;
 * texts over 64 bytes are as far apart as they are long. */
size_t pag_str_distance(pag_str a, pag_str b);
/* The index of the candidate a person most likely meant by `word`, or n when none is near. */
size_t pag_str_nearest(pag_str word, const pag_str *candidates, size_t n);

/* The length in bytes of the valid UTF-8 sequence at `at` (1 to 4), or 0 if it is not one. */
size_t pag_utf8_length(const char *at, size_t left);
/* How many columns of a terminal the text takes; control characters count as none. */
size_t pag_text_width(pag_str text);

/* A text that grows in an arena; finished by pag_text_str, which does not end it. */
typedef struct pag_text {
    pag_arena *arena;
    char *at;
    size_t len, room;
} pag_text;

void pag_text_put(pag_text *text, pag_str piece);
void pag_text_byte(pag_text *text, char c);
void pag_text_whole(pag_text *text, int64_t n);
pag_str pag_text_str(const pag_text *text); /* borrowed until the next put */

/* Appends the names with ", " between them. */
void pag_text_put_list(pag_text *text, const pag_str *names, size_t n);

/* Joins pieces into a new text of the arena: pag_text_join(arena, 3, a, b, c). */
pag_str pag_text_join(pag_arena *arena, size_t n, ...);

/* The text with its line ends, and the blanks beside them, made single blanks; the text itself
 * where it has none. */
pag_str pag_text_one_line(pag_arena *arena, pag_str text);

/* Appends `text` as an argument that can be pasted into a shell. */
void pag_text_put_argument(pag_text *out, pag_str text);

/* Breaks `text` at blanks into lines of at most `width` columns. A word that is wider stands alone
 * on its line, or is broken too when `hard`. At least one line. */
size_t pag_text_wrap(pag_arena *arena, pag_str text, size_t width, bool hard, pag_str **lines);

#endif
