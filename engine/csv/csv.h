/* Rows of cells as spreadsheets write them: RFC 4180 with semicolons, UTF-8 with or without a byte
 * order mark, lines that end with LF or CRLF. Bytes → rows with positions, strict; what a cell
 * means is said by whoever reads it.
 *
 * Refused, each at its place: bytes that are no text, a quote that is not closed or stands within a
 * cell, what follows a closing quote, and what is over a limit. */
#ifndef PAG_CSV_CSV_H
#define PAG_CSV_CSV_H

#include "diag/diag.h"

enum {
    PAG_CSV_MOST_BYTES = 8 << 20,
    PAG_CSV_MOST_CELLS = 1000 * 1000,
    PAG_CSV_MOST_CELL = 64 << 10, /* bytes of one cell */
    PAG_CSV_MOST_ERRORS = 100     /* told of one file; then reading stops */
};

/* The text without quotes; outside quotes also without the blanks at its ends. A line end within
 * quotes is a blank. */
typedef struct pag_csv_cell {
    pag_str text;
    pag_pos pos; /* with its quotes */
} pag_csv_cell;

typedef struct pag_csv_row {
    uint32_t number; /* as a spreadsheet counts, which shows empty rows too */
    size_t n;        /* at least 1; as many as the line has, empty ones too */
    const pag_csv_cell *cells;
} pag_csv_row;

/* What is known of the rows when a place in them is told; whoever learns more fills it in. */
typedef struct pag_csv_view {
    size_t n;
    const pag_csv_row *rows;
    const pag_csv_row *header; /* the row that names the columns; NULL: not known yet */
    bool commas;               /* numbers have a comma before their decimals */
} pag_csv_view;

/* Rows in which every cell is empty are left out. */
typedef struct pag_csv {
    size_t n;
    pag_csv_row *rows;
    pag_csv_view *view; /* that the source has got */
} pag_csv;

/* The rows of `source` (registered with the diagnostics' sources), in the arena. All errors that
 * can be told apart in one go are added to `diags`. PAG_OK, else PAG_INVALID or PAG_LIMIT and
 * `*out` is empty. The source knows its cells from then on (pag_sources_cell). */
pag_status pag_csv_read(pag_arena *arena, pag_diagnostics *diags, uint32_t source, pag_csv *out);

/* What a source is given to find its cells by; `table` is a pag_csv_view. */
bool pag_csv_find(const void *table, pag_pos pos, pag_source_cell *out);

#endif
