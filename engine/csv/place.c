/* The rows of a CSV as its source knows them, so that whoever tells a place in it can name the cell
 * as a spreadsheet shows it. */
#include "csv/csv.h"

static bool is_after(pag_pos a, pag_pos b)
{
    return a.line > b.line || (a.line == b.line && a.column > b.column);
}

/* How many of the rows begin there or before. */
static size_t rows_up_to(const pag_csv_view *view, pag_pos pos)
{
    size_t low = 0, high = view->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_after(view->rows[middle].cells[0].pos, pos)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

bool pag_csv_find(const void *table, pag_pos pos, pag_source_cell *out)
{
    const pag_csv_view *view = table;
    size_t up_to = rows_up_to(view, pos), i = 0;
    if (!up_to || !pos.line || !pos.column) return false;
    const pag_csv_row *row = &view->rows[up_to - 1];
    while (i + 1 < row->n && !is_after(row->cells[i + 1].pos, pos)) i++;
    *out = (pag_source_cell){.row = row->number,
                             .column = (uint32_t)i + 1,
                             .name = PAG_STR(""),
                             .text = row->cells[i].text,
                             .commas = view->commas};
    const pag_csv_row *header = view->header;
    if (header && header->number < row->number) {
        out->header = header->cells[0].pos;
        if (i < header->n) out->name = header->cells[i].text;
    }
    return true;
}
