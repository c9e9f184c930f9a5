/* The written shape of a number, before anything is computed: shared by reading and by the advice
 * for Italian forms. */
#ifndef PAG_NUMBER_SHAPE_H
#define PAG_NUMBER_SHAPE_H

#include "base/text.h"
#include "number/internal.h"

typedef struct pag_shape {
    pag_str top, decimals, bottom; /* digits only; what is not there is empty */
    bool negative, percent;
} pag_shape;

/* False when the text does not follow the grammar of pag_number_parse. */
bool pag_shape_scan(pag_str text, pag_shape *out);
size_t pag_shape_digits(const pag_shape *shape);
/* 012, 00, 1/03. */
bool pag_shape_has_useless_zeros(const pag_shape *shape);

/* A position in a text that only moves forward. */
typedef struct pag_cursor {
    pag_str text;
    size_t at;
} pag_cursor;

bool pag_cursor_take(pag_cursor *c, char wanted);
pag_str pag_cursor_digits(pag_cursor *c);
bool pag_cursor_percent(pag_cursor *c); /* "%" or " %" */

/* "1.234,56" and its like as "1234.56" in `out`; 0 when the text is no such number. */
enum { PAG_RESPELLED = 128 };
size_t pag_shape_respell(pag_str text, char out[PAG_RESPELLED]);
/* The same for a text that is said to be Italian, so that nothing is guessed: "1.234" is 1234.
 * Dots part thousands, one comma begins the decimals. 0 when the text is written otherwise. */
size_t pag_shape_respell_italian(pag_str text, char out[PAG_RESPELLED]);
/* Only digits, dots and commas between an optional minus and an optional percent sign. */
bool pag_shape_is_figure(pag_str text);
/* Digits, dots and at least one comma: an Italian form, understood or not. */
bool pag_shape_is_comma(pag_str text);

#endif
