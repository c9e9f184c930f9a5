/* The grid: how wide each column is, and its rows. Columns give way in three steps: headings wrap
 * at blanks, then texts wrap at blanks, then texts break anywhere; this last only where the grid
 * fits the page for it, else its words stay whole and the page is too narrow. */
#include "explain/layout.h"

enum { INDENT = 2, AIR = 3, TIGHT = 2, SHORTEST_TEXT = 6 };

static size_t longer(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t longest_word(pag_str text)
{
    size_t longest = 0;
    while (text.len) {
        size_t len = pag_str_find(text, ' ');
        longest = longer(longest, pag_text_width((pag_str){text.at, len}));
        size_t eaten = len < text.len ? len + 1 : len;
        text = (pag_str){text.at + eaten, text.len - eaten};
    }
    return longest;
}

typedef size_t (*measure)(pag_str text);

static size_t widest_cell(const pag_grid *grid, size_t column, measure width_of)
{
    size_t widest = 0;
    for (size_t r = 0; r < grid->n_rows; r++) {
        widest = longer(widest, width_of(grid->cells[r * grid->n_columns + column]));
    }
    return widest;
}

static size_t total_width(const pag_grid *grid, size_t gap)
{
    size_t total = INDENT + gap * (grid->n_columns - 1);
    for (size_t c = 0; c < grid->n_columns; c++) total += grid->columns[c].width;
    return total;
}

/* Takes columns from the column with the most to give until the grid fits or nothing is left. */
static void shrink(pag_grid *grid, size_t width)
{
    while (total_width(grid, TIGHT) > width) {
        pag_column *widest = NULL;
        for (size_t c = 0; c < grid->n_columns; c++) {
            pag_column *each = &grid->columns[c];
            if (each->width <= each->least) continue;
            if (!widest || each->width > widest->width) widest = each;
        }
        if (!widest) return;
        widest->width--;
    }
}

static void break_words(pag_grid *grid, size_t width)
{
    size_t most = 0;
    for (size_t c = 0; c < grid->n_columns; c++) {
        pag_column *each = &grid->columns[c];
        bool breaks = !each->right && each->width > SHORTEST_TEXT;
        if (breaks) most += each->width - SHORTEST_TEXT;
        if (breaks) each->least = SHORTEST_TEXT;
    }
    if (total_width(grid, TIGHT) <= width + most) shrink(grid, width);
}

/* Decides the widths; returns the gap between columns. */
static size_t fit_columns(pag_grid *grid, size_t width)
{
    for (size_t c = 0; c < grid->n_columns; c++) {
        pag_column *each = &grid->columns[c];
        size_t cells = widest_cell(grid, c, pag_text_width);
        each->width = longer(pag_text_width(each->heading), cells);
        each->least = longer(longest_word(each->heading), cells);
    }
    if (total_width(grid, AIR) <= width) return AIR;
    shrink(grid, width);
    for (size_t c = 0; c < grid->n_columns; c++) {
        pag_column *each = &grid->columns[c];
        size_t words = longer(longest_word(each->heading), widest_cell(grid, c, longest_word));
        if (!each->right) each->least = words;
    }
    shrink(grid, width);
    break_words(grid, width);
    return TIGHT;
}

/* The texts of one row, wrapped: how many lines each takes. */
struct row {
    size_t n;
    pag_str **lines; /* of each column */
    size_t *counts;
};

static struct row wrap_row(pag_arena *arena, const pag_grid *grid, const pag_str *cells)
{
    struct row row = {.lines = PAG_NEW_ARRAY(arena, pag_str *, grid->n_columns),
                      .counts = PAG_NEW_ARRAY(arena, size_t, grid->n_columns)};
    for (size_t c = 0; c < grid->n_columns; c++) {
        const pag_column *column = &grid->columns[c];
        pag_str text = cells ? cells[c] : column->heading;
        if (cells && column->right) {
            row.lines[c] = PAG_NEW(arena, pag_str);
            row.lines[c][0] = text;
            row.counts[c] = 1;
        } else {
            row.counts[c] =
                pag_text_wrap(arena, text, column->width, !column->right, &row.lines[c]);
        }
        row.n = longer(row.n, row.counts[c]);
    }
    return row;
}

/* Without blanks at the end of the line. */
static void put_line(pag_text *out, pag_str line, const char *color)
{
    while (line.len && line.at[line.len - 1] == ' ') line.len--;
    pag_layout_colored(out, line, color);
    pag_text_byte(out, '\n');
}

/* `cells` NULL: the headings, which stand on the line above the rows. */
static void put_row(pag_text *out, const pag_grid *grid, const pag_str *cells, size_t gap,
                    const char *color)
{
    struct row row = wrap_row(out->arena, grid, cells);
    for (size_t i = 0; i < row.n; i++) {
        pag_text line = {.arena = out->arena};
        pag_layout_blanks(&line, INDENT);
        for (size_t c = 0; c < grid->n_columns; c++) {
            const pag_column *column = &grid->columns[c];
            size_t skipped = cells ? 0 : row.n - row.counts[c];
            bool there = i >= skipped && i - skipped < row.counts[c];
            if (c) pag_layout_blanks(&line, gap);
            pag_layout_field(&line, there ? row.lines[c][i - skipped] : PAG_STR(""), column->width,
                             column->right);
        }
        put_line(out, pag_text_str(&line), color);
    }
}

static void put_rule(pag_text *out, size_t width, const char *color)
{
    pag_text line = {.arena = out->arena};
    for (size_t i = INDENT; i < width; i++) pag_text_put(&line, PAG_STR("─"));
    pag_layout_blanks(out, INDENT);
    pag_layout_colored(out, pag_text_str(&line), color);
    pag_text_byte(out, '\n');
}

void pag_grid_put(pag_text *out, pag_grid *grid, size_t width, bool color)
{
    if (!grid->n_columns) return;
    size_t gap = fit_columns(grid, width);
    size_t body = grid->n_rows - (grid->foot ? 1 : 0);
    put_row(out, grid, NULL, gap, color ? PAG_LAYOUT_DIM : NULL);
    for (size_t r = 0; r < body; r++)
        put_row(out, grid, grid->cells + r * grid->n_columns, gap, NULL);
    if (!grid->foot) return;
    put_rule(out, total_width(grid, gap), color ? PAG_LAYOUT_DIM : NULL);
    put_row(out, grid, grid->cells + body * grid->n_columns, gap, color ? PAG_LAYOUT_BOLD : NULL);
}
