/* The first two rows of a CSV: what it is about, and what its columns are. */
#include "marks/internal.h"

enum { MOST_UNKNOWN = 100 };

static pag_str trimmed(pag_str text)
{
    while (text.len && text.at[0] == ' ') text = (pag_str){text.at + 1, text.len - 1};
    while (text.len && text.at[text.len - 1] == ' ') text.len--;
    return text;
}

/* --- the first row --- */

/* "numbers: plain" */
typedef struct declared {
    pag_str key, value;
} declared;

static declared declared_in(pag_str text)
{
    size_t colon = pag_str_find(text, ':');
    if (colon == text.len) return (declared){text, PAG_STR("")};
    return (declared){trimmed((pag_str){text.at, colon}),
                      trimmed((pag_str){text.at + colon + 1, text.len - colon - 1})};
}

static bool is_word(pag_str text, pag_str english, pag_str italian)
{
    return pag_str_equal(text, english) || pag_str_equal(text, italian);
}

typedef struct declaration {
    const pag_csv_cell *numbers, *list; /* NULL: not said */
    const pag_csv_cell *first, *again;  /* of what is said twice; NULL: nothing is */
    pag_str list_name;
    bool italian;
} declaration;

/* False when it was said before: which of the two holds is not ours to choose. */
static bool is_first(declaration *d, const pag_csv_cell **place, const pag_csv_cell *cell)
{
    bool again = *place != NULL;
    if (again && !d->again) {
        d->first = *place;
        d->again = cell;
    }
    if (!again) *place = cell;
    return !again;
}

/* False when it is none of what the first row can say. */
static bool take_declared(declaration *d, const pag_csv_cell *cell)
{
    const pag_marks_words *en = pag_marks_words_of(PAG_EN), *it = pag_marks_words_of(PAG_IT);
    declared said = declared_in(cell->text);
    if (is_word(said.key, en->list, it->list)) {
        if (!is_first(d, &d->list, cell)) return true;
        d->list_name = said.value;
        return said.value.len > 0;
    }
    if (!is_word(said.key, en->numbers, it->numbers)) return false;
    if (!is_first(d, &d->numbers, cell)) return true;
    d->italian = is_word(said.value, en->italian, it->italian);
    return d->italian || is_word(said.value, en->plain, it->plain);
}

/* Cells parted by something else are one cell for us. */
static bool is_parted_otherwise(const pag_csv_row *row)
{
    pag_str text = row->cells[0].text;
    return row->n == 1 &&
           (pag_str_find(text, ',') < text.len || pag_str_find(text, '\t') < text.len);
}

static bool read_declaration(pag_marks_table *table)
{
    pag_diagnostics *diags = table->marks->diags;
    const pag_csv_row *row = &table->csv.rows[0];
    declaration d = {0};
    const pag_csv_cell *stray = NULL;
    if (is_parted_otherwise(row)) {
        pag_diag_add(diags, PAG_E0953, row->cells[0].pos, 0);
        return false;
    }
    for (size_t i = 0; i < row->n; i++) {
        const pag_csv_cell *cell = &row->cells[i];
        if (cell->text.len && !take_declared(&d, cell) && !stray) stray = cell;
    }
    if (d.again) {
        pag_str key = declared_in(d.again->text).key;
        pag_diag_add(diags, PAG_E0956, d.again->pos, 1, key)->also = d.first->pos;
        return false;
    }
    if (!d.numbers || stray == d.numbers) {
        pag_diag_add(diags, PAG_E0935, d.numbers ? d.numbers->pos : row->cells[0].pos, 0);
        return false;
    }
    if (stray) {
        pag_diag_add(diags, PAG_E0936, stray->pos, 1, stray->text);
        return false;
    }
    table->italian = d.italian;
    table->csv.view->commas = d.italian;
    pag_pos pos = d.list ? d.list->pos : row->cells[0].pos;
    table->list = pag_marks_list(diags, &table->marks->lists, d.list_name, pos);
    return table->list != NULL;
}

/* --- the second row --- */

static bool refuse_column(const pag_marks_table *table, const pag_csv_cell *cell)
{
    pag_marks_columns columns = table->columns;
    pag_str *names = PAG_NEW_ARRAY(table->marks->arena, pag_str, columns.n);
    pag_text all = {.arena = table->marks->arena};
    for (size_t i = 0; i < columns.n; i++) {
        names[i] = columns.at[i].name;
    }
    pag_text_put_list(&all, names, columns.n);
    size_t near = pag_str_nearest(cell->text, names, columns.n);
    bool known = near < columns.n;
    pag_diag_add(table->marks->diags, known ? PAG_E0939 : PAG_E0940, cell->pos, known ? 3 : 2,
                 cell->text, known ? names[near] : pag_text_str(&all), pag_text_str(&all));
    return false;
}

static size_t column_of(const pag_marks_table *table, pag_str name)
{
    size_t i = 0;
    while (i < table->columns.n && !pag_str_equal(table->columns.at[i].name, name)) i++;
    return i;
}

/* A spreadsheet fills up rows that are shorter; what somebody wrote is never left out. */
static bool read_nameless(const pag_marks_table *table, const pag_csv_cell *cell, size_t i)
{
    for (size_t row = 2; row < table->csv.n; row++) {
        const pag_csv_row *below = &table->csv.rows[row];
        if (i >= below->n || !below->cells[i].text.len) continue;
        pag_diag_add(table->marks->diags, PAG_E0955, cell->pos, 1, below->cells[i].text)->also =
            below->cells[i].pos;
        return false;
    }
    return true;
}

static bool read_column(pag_marks_table *table, const pag_csv_row *row, size_t i)
{
    const pag_csv_cell *cell = &row->cells[i];
    if (!cell->text.len) return read_nameless(table, cell, i);
    size_t column = column_of(table, cell->text);
    if (column == table->columns.n) return refuse_column(table, cell);
    if (table->at[column] != PAG_MARKS_NOWHERE) {
        pag_diag_add(table->marks->diags, PAG_E0941, cell->pos, 1, cell->text)->also =
            row->cells[table->at[column]].pos;
        return false;
    }
    table->at[column] = i;
    return true;
}

/* Each row says whom it is about. */
static bool has_key(const pag_marks_table *table)
{
    const pag_cell *naming = pag_group_naming(table->list);
    for (size_t i = 0; i < table->columns.n; i++) {
        const pag_marks_column *column = &table->columns.at[i];
        bool key = column->kind == PAG_MARKS_ID || column->kind == PAG_MARKS_NAME ||
                   (column->kind == PAG_MARKS_CELL && column->cell == naming);
        if (key && table->at[i] != PAG_MARKS_NOWHERE) return true;
    }
    pag_diag_add(table->marks->diags, PAG_E0942, table->pos, 1,
                 naming ? naming->name : PAG_STR("id"));
    return false;
}

static bool read_header(pag_marks_table *table)
{
    const pag_csv_row *row = &table->csv.rows[1];
    size_t wrong = 0;
    table->pos = row->cells[0].pos;
    table->csv.view->header = row;
    table->columns = pag_marks_columns_of(table->marks->arena, table->list);
    table->at = PAG_NEW_ARRAY(table->marks->arena, size_t, table->columns.n);
    for (size_t i = 0; i < table->columns.n; i++) table->at[i] = PAG_MARKS_NOWHERE;
    for (size_t i = 0; i < row->n && wrong < MOST_UNKNOWN; i++) {
        if (!read_column(table, row, i)) wrong++;
    }
    return wrong == 0 && has_key(table);
}

bool pag_marks_open(const pag_marks *marks, uint32_t source, pag_marks_table *out)
{
    *out = (pag_marks_table){.marks = marks};
    if (pag_csv_read(marks->arena, marks->diags, source, &out->csv) != PAG_OK) return false;
    if (!read_declaration(out)) return false;
    if (out->csv.n > 2) return read_header(out);
    pag_diag_add(marks->diags, PAG_E0954, out->csv.rows[out->csv.n - 1].cells[0].pos, 0);
    return false;
}

size_t pag_marks_count(const pag_marks_table *table)
{
    return table->csv.n - 2;
}
