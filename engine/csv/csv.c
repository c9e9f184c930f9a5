/* One walk over the bytes, with line and column kept on the way: a file of a million cells costs no
 * more than its length. Cells stand in one list, of which each row is a piece. */
#include "csv/csv.h"

#include "base/list.h"
#include "diag/readable.h"

typedef struct span {
    size_t first, n; /* cells of a row */
    uint32_t number;
} span;

typedef struct reader {
    pag_arena *arena;
    pag_diagnostics *diags;
    pag_str bytes;
    size_t at;
    pag_pos here;
    size_t errors;
    uint32_t rows_met; /* empty ones too */
    bool over;         /* a limit was reached, or there are too many errors */
    pag_status status;
    PAG_LIST(pag_csv_cell) cells;
    PAG_LIST(span) rows;
} reader;

static void refuse(reader *r, pag_code code, pag_pos pos)
{
    if (r->over) return;
    bool full = r->errors >= PAG_CSV_MOST_ERRORS, limit = pag_code_status(code) == PAG_LIMIT;
    pag_diag_add(r->diags, full ? PAG_E0514 : code, pos, full ? 1 : 0, PAG_STR("100"));
    r->errors++;
    r->over = full || limit;
    r->status = r->over ? PAG_LIMIT : PAG_INVALID;
}

/* --- bytes --- */

static bool ended(const reader *r)
{
    return r->at >= r->bytes.len;
}

/* The byte `ahead` of the reader, 0 behind the end: the text holds none. */
static char byte(const reader *r, size_t ahead)
{
    return ahead < r->bytes.len - r->at ? r->bytes.at[r->at + ahead] : '\0';
}

static void step(reader *r)
{
    unsigned char passed = (unsigned char)r->bytes.at[r->at++];
    if (passed == '\n') {
        r->here.line++;
        r->here.column = 1;
    } else if (r->at == r->bytes.len || ((unsigned char)r->bytes.at[r->at] & 0xc0) != 0x80) {
        r->here.column++;
    }
}

static bool at_line_end(const reader *r)
{
    return ended(r) || byte(r, 0) == '\n' || (byte(r, 0) == '\r' && byte(r, 1) == '\n');
}

static bool at_cell_end(const reader *r)
{
    return at_line_end(r) || byte(r, 0) == ';';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static void skip_blanks(reader *r)
{
    while (is_blank(byte(r, 0))) step(r);
}

static pag_str taken(const reader *r, size_t from)
{
    return (pag_str){r->bytes.at + from, r->at - from};
}

/* --- cells --- */

/* Behind the opening quote: up to the closing one. */
static pag_str take_quoted(reader *r, pag_pos opened)
{
    pag_text text = {.arena = r->arena};
    size_t from = r->at;
    while (!ended(r)) {
        if (byte(r, 0) != '"') {
            step(r);
            continue;
        }
        pag_text_put(&text, taken(r, from));
        step(r);
        if (byte(r, 0) != '"') return pag_text_one_line(r->arena, pag_text_str(&text));
        pag_text_byte(&text, '"'); /* two quotes stand for one */
        step(r);
        from = r->at;
    }
    refuse(r, PAG_E0951, opened);
    return PAG_STR("");
}

/* What a quote in the wrong place shows: that cells are parted by something else, or only itself.
 */
static pag_code misplaced(char neighbour)
{
    return neighbour == ',' || neighbour == '\t' ? PAG_E0953 : PAG_E0952;
}

/* Up to where the cell ends; blanks at its end are not part of it. */
static pag_str take_plain(reader *r)
{
    size_t from = r->at;
    bool told = false;
    while (!at_cell_end(r)) {
        bool quote = byte(r, 0) == '"';
        if (quote && !told) refuse(r, misplaced(r->bytes.at[r->at - 1]), r->here);
        told = told || quote;
        step(r);
    }
    pag_str text = taken(r, from);
    while (text.len && is_blank(text.at[text.len - 1])) text.len--;
    return text;
}

static void take_cell(reader *r)
{
    skip_blanks(r);
    pag_csv_cell cell = {.text = PAG_STR(""), .pos = r->here};
    size_t from = r->at;
    if (byte(r, 0) == '"') {
        step(r);
        cell.text = take_quoted(r, cell.pos);
    } else {
        cell.text = take_plain(r);
    }
    size_t len = r->at - from;
    bool within = r->here.line == cell.pos.line && r->here.column > cell.pos.column;
    cell.pos.width = within ? r->here.column - cell.pos.column : 1;
    bool tab = byte(r, 0) == '\t';
    skip_blanks(r);
    if (!at_cell_end(r)) refuse(r, misplaced(tab ? '\t' : byte(r, 0)), r->here);
    while (!at_cell_end(r)) step(r);
    if (len > PAG_CSV_MOST_CELL) refuse(r, PAG_E0511, cell.pos);
    if (r->cells.n == PAG_CSV_MOST_CELLS) refuse(r, PAG_E0513, cell.pos);
    if (!r->over) PAG_LIST_ADD(r->arena, &r->cells, cell);
}

/* --- rows --- */

static bool has_text(const reader *r, span row)
{
    for (size_t i = 0; i < row.n; i++) {
        if (r->cells.at[row.first + i].text.len) return true;
    }
    return false;
}

static void take_row(reader *r)
{
    const size_t errors = r->errors;
    span row = {.first = r->cells.n, .number = ++r->rows_met};
    take_cell(r);
    while (byte(r, 0) == ';' && !r->over) {
        step(r);
        take_cell(r);
    }
    if (byte(r, 0) == '\r') step(r);
    if (!ended(r) && !r->over) step(r);
    row.n = r->cells.n - row.first;
    if (has_text(r, row) || r->errors > errors) {
        PAG_LIST_ADD(r->arena, &r->rows, row);
    } else {
        r->cells.n = row.first;
    }
}

static void hand_out(const reader *r, pag_csv *out)
{
    out->n = r->rows.n;
    out->rows = PAG_NEW_ARRAY(r->arena, pag_csv_row, out->n);
    for (size_t i = 0; i < out->n; i++) {
        span row = r->rows.at[i];
        out->rows[i] = (pag_csv_row){row.number, row.n, r->cells.at + row.first};
    }
}

pag_status pag_csv_read(pag_arena *arena, pag_diagnostics *diags, uint32_t source, pag_csv *out)
{
    reader r = {.arena = arena, .diags = diags, .here = {source, 1, 1, 1}};
    *out = (pag_csv){0};
    size_t wrong = pag_readable_judge(diags, source, PAG_CSV_MOST_ERRORS, &r.at);
    if (wrong) return wrong > PAG_CSV_MOST_ERRORS ? PAG_LIMIT : PAG_INVALID;
    r.bytes = pag_sources_bytes(pag_diagnostics_sources(diags), source);
    while (!ended(&r) && !r.over) take_row(&r);
    if (!r.rows.n && r.status == PAG_OK) refuse(&r, PAG_E0207, (pag_pos){.source = source});
    hand_out(&r, out);
    out->view = PAG_NEW(arena, pag_csv_view);
    *out->view = (pag_csv_view){.n = out->n, .rows = out->rows};
    pag_sources_tabulate(pag_diagnostics_sources(diags), source, pag_csv_find, out->view);
    if (r.status != PAG_OK) *out = (pag_csv){0};
    return r.status;
}
