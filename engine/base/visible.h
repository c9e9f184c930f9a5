/* Text made safe to show. What a terminal would act upon, or a reader could not see, is written
 * out: \n \t \r, other control characters as \u001b, invisible and bidirectional ones as \u202e,
 * bytes that are no UTF-8 as \xe0. Everything else stays as it is. */
#ifndef PAG_BASE_VISIBLE_H
#define PAG_BASE_VISIBLE_H

#include "base/text.h"

/* One code point (or one byte that belongs to none) as it is shown. */
typedef struct pag_glyph {
    char at[12];
    size_t len;   /* bytes of `at` */
    size_t width; /* columns of a terminal */
    size_t eaten; /* bytes of the text it stands for, at least 1 */
} pag_glyph;

/* The glyph of what stands at `offset` < text.len. */
pag_glyph pag_glyph_at(pag_str text, size_t offset);

/* Appends `text` as it is shown; over `most` columns it ends with an ellipsis (0: all of it). */
void pag_text_put_visible(pag_text *out, pag_str text, size_t most);

/* Whether nobody who reads the text would read anything: blanks of every kind, characters that are
 * not shown. */
bool pag_text_is_blank(pag_str text);
/* Whether it holds a letter that can be read, of any alphabet. */
bool pag_text_has_letter(pag_str text);

#endif
