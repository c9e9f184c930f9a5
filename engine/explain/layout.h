/* Text in columns: padding by what a terminal shows, and a grid with headings
 * and a foot. It knows nothing of figures. */
#ifndef PAG_EXPLAIN_LAYOUT_H
#define PAG_EXPLAIN_LAYOUT_H

#include "base/text.h"

#define PAG_LAYOUT_BOLD "\x1b[1m"
#define PAG_LAYOUT_DIM "\x1b[2m"
#define PAG_LAYOUT_LOUD "\x1b[1;33m"

void pag_layout_blanks(pag_text *out, size_t n);
/* `text` in a field of `width` columns. */
void pag_layout_field(pag_text *out, pag_str text, size_t width, bool right);
/* `text`, in a colour when there is one (NULL: none). */
void pag_layout_colored(pag_text *out, pag_str text, const char *color);
/* One line with `left` at the left and `right` at the right end of `width` columns; two lines when
 * they do not fit. */
void pag_layout_sides(pag_text *out, pag_str left, pag_str right, size_t width, const char *color);

typedef struct pag_column {
    pag_str heading;
    bool right; /* numbers: never broken */
    size_t width, least;
} pag_column;

typedef struct pag_grid {
    size_t n_columns, n_rows;
    pag_column *columns;
    pag_str *cells; /* row by row; with a foot, its row is the last */
    bool foot;
} pag_grid;

/* The grid, indented by two, as narrow as `width` asks: headings give way first, then texts,
 * numbers never. Where it cannot be so narrow, words stay whole and it is wider. */
void pag_grid_put(pag_text *out, pag_grid *grid, size_t width, bool color);

#endif
