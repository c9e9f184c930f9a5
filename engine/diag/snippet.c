/* The place of a diagnostic as people see it: the arrow with the file, the line of the source, the
 * caret under what is meant. A line longer than the page is cut on both sides of the caret. */
#include "base/visible.h"
#include "diag/write.h"

enum { PAGE = 100 };

/* A line measured in columns of the terminal. */
struct view {
    size_t total;        /* of the whole line, or enough of it to know that it is too long */
    size_t caret, under; /* where the caret begins and how far it goes */
    size_t from, room;   /* the part that is shown, without the ellipses */
};

void pag_diag_put_color(pag_text *out, const char *color)
{
    if (color) pag_text_put(out, pag_str_from(color));
}

static void put_blanks(pag_text *out, size_t n)
{
    while (n-- > 0) pag_text_byte(out, ' ');
}

void pag_diag_put_line(pag_text *out, const pag_sources *sources, pag_pos pos)
{
    pag_text_put_visible(out, pag_sources_path(sources, pos.source), 0);
    if (pos.line == 0) return;
    pag_text_byte(out, ':');
    pag_text_whole(out, pos.line);
}

void pag_diag_put_location(pag_text *out, const pag_sources *sources, pag_pos pos)
{
    pag_diag_put_line(out, sources, pos);
    if (pos.line == 0 || pos.column == 0) return;
    pag_text_byte(out, ':');
    pag_text_whole(out, pos.column);
}

void pag_diag_put_cell(pag_text *out, const pag_sources *sources, pag_pos pos, pag_lang lang)
{
    pag_source_cell cell;
    bool italian = lang == PAG_IT;
    if (!pag_sources_cell(sources, pos, &cell)) return;
    pag_text_put(out, italian ? PAG_STR(" (cella ") : PAG_STR(" (cell "));
    pag_source_cell_put(out, &cell);
    if (cell.name.len) {
        pag_text_put(out, italian ? PAG_STR(", colonna «") : PAG_STR(", column "));
        pag_text_put_visible(out, cell.name, 0);
        if (italian) pag_text_put(out, PAG_STR("»"));
    }
    pag_text_byte(out, ')');
}

/* A tab is one blank, so that the caret below needs to know nothing of tab stops. */
static pag_glyph glyph_of(pag_str line, size_t offset)
{
    if (line.at[offset] == '\t') return (pag_glyph){" ", 1, 1, 1};
    return pag_glyph_at(line, offset);
}

static struct view measure(pag_str line, pag_pos pos)
{
    struct view v = {0};
    uint64_t first = pos.column, end = first + (pos.width ? pos.width : 1), point = 1;
    for (size_t i = 0; i < line.len; point++) {
        pag_glyph glyph = glyph_of(line, i);
        if (point < first) v.caret += glyph.width;
        if (point >= first && point < end) v.under += glyph.width;
        v.total += glyph.width;
        if (point >= first && v.total > v.caret + 2 * PAGE) break;
        i += glyph.eaten;
    }
    if (v.under == 0) v.under = 1;
    return v;
}

/* Chooses the part to show: all of the line, else its beginning if the caret is in it, else the
 * surroundings of the caret. */
static void choose(struct view *v, size_t page)
{
    v->room = page;
    if (v->total <= page) return;
    v->room = page - 2;
    if (v->under > v->room) v->under = v->room;
    if (v->caret + v->under <= v->room) return;
    size_t end = v->caret + v->under > v->total ? v->caret + v->under : v->total;
    v->from = v->caret - (v->room - v->under) / 2;
    if (v->from > end - v->room) v->from = end - v->room;
}

/* Writes the part that was chosen, and moves the caret to where it stands in what is written. */
static void put_part(pag_text *out, pag_str line, struct view *v)
{
    size_t column = 0, i = 0;
    while (i < line.len && column < v->from) {
        pag_glyph glyph = glyph_of(line, i);
        column += glyph.width;
        i += glyph.eaten;
    }
    if (v->from) pag_text_put(out, PAG_STR("…"));
    size_t start = column, end = v->from + v->room;
    while (i < line.len) {
        pag_glyph glyph = glyph_of(line, i);
        if (column + glyph.width > end) break;
        pag_text_put(out, (pag_str){glyph.at, glyph.len});
        column += glyph.width;
        i += glyph.eaten;
    }
    if (i < line.len) pag_text_put(out, PAG_STR("…"));
    if (v->from) v->caret = v->caret - start + 1;
}

static void put_gutter(pag_text *out, size_t gutter, uint32_t number, bool color)
{
    pag_diag_put_color(out, color ? PAG_COLOR_GUTTER : NULL);
    if (number) {
        size_t digits = 1;
        for (uint32_t left = number / 10; left; left /= 10) digits++;
        put_blanks(out, gutter > digits ? gutter - digits : 0);
        pag_text_whole(out, number);
    } else {
        put_blanks(out, gutter);
    }
    pag_text_put(out, PAG_STR(" |"));
    pag_diag_put_color(out, color ? PAG_COLOR_END : NULL);
}

static void put_caret(pag_text *out, const struct view *v, const char *color)
{
    put_blanks(out, v->caret + 1);
    pag_diag_put_color(out, color);
    for (size_t i = 0; i < v->under; i++) pag_text_byte(out, '^');
    pag_diag_put_color(out, color ? PAG_COLOR_END : NULL);
}

static void put_snippet(pag_text *out, pag_str line, pag_pos pos, size_t gutter,
                        const char *caret_color)
{
    struct view v = measure(line, pos);
    choose(&v, PAGE - gutter - 3);
    put_gutter(out, gutter, 0, caret_color != NULL);
    pag_text_byte(out, '\n');
    put_gutter(out, gutter, pos.line, caret_color != NULL);
    pag_text_byte(out, ' ');
    put_part(out, line, &v);
    pag_text_byte(out, '\n');
    if (pos.column == 0) return;
    put_gutter(out, gutter, 0, caret_color != NULL);
    put_caret(out, &v, caret_color);
    pag_text_byte(out, '\n');
}

void pag_diag_put_place(pag_text *out, const pag_sources *sources, pag_pos pos, size_t gutter,
                        const char *caret_color, pag_lang lang)
{
    if (pos.source == 0) return;
    put_blanks(out, gutter);
    pag_diag_put_color(out, caret_color ? PAG_COLOR_GUTTER : NULL);
    pag_text_put(out, PAG_STR("-->"));
    pag_diag_put_color(out, caret_color ? PAG_COLOR_END : NULL);
    pag_text_byte(out, ' ');
    pag_diag_put_location(out, sources, pos);
    pag_diag_put_cell(out, sources, pos, lang);
    pag_text_byte(out, '\n');
    pag_str line = pos.line ? pag_sources_line(sources, pos.source, pos.line) : PAG_STR("");
    if (line.len) put_snippet(out, line, pos, gutter, caret_color);
}
