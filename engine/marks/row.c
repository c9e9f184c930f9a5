/* A row as the map that an entry of an evaluation is. Numbers, days and flags are respelled when
 * the file says that they are Italian; whether they fit their cell is not asked here. */
#include "marks/internal.h"

#include "base/list.h"

typedef PAG_LIST(pag_pair) pair_list;

typedef struct reading {
    const pag_marks_table *table;
    const pag_csv_row *row;
} reading;

/* The cell of the column number `i`; NULL when the file has no such column. */
static const pag_csv_cell *cell_at(const reading *r, size_t i)
{
    size_t at = r->table->at[i];
    return at == PAG_MARKS_NOWHERE ? NULL : &r->row->cells[at];
}

/* --- spelling --- */

/* "31/12/2024" → "2024-12-31"; other texts stay as they are, and so does what is then no day. */
static pag_str respelled_day(pag_arena *arena, pag_str text)
{
    size_t first = pag_str_find(text, '/');
    pag_str rest = {text.at + first, text.len - first};
    size_t second = rest.len ? pag_str_find((pag_str){rest.at + 1, rest.len - 1}, '/') : 0;
    if (first == 0 || first > 2 || second == 0 || second > 2 || rest.len != second + 6) return text;
    pag_str day = {text.at, first}, month = {rest.at + 1, second}, year = {rest.at + second + 2, 4};
    pag_number date;
    pag_str plain =
        pag_text_join(arena, 7, year, PAG_STR("-"), month.len == 1 ? PAG_STR("0") : PAG_STR(""),
                      month, PAG_STR("-"), day.len == 1 ? PAG_STR("0") : PAG_STR(""), day);
    return pag_date_parse(plain, &date) == PAG_NUMBER_OK ? plain : text;
}

/* As spreadsheets write them. */
static pag_str respelled_flag(pag_str text)
{
    bool yes = pag_str_equal(text, PAG_STR("TRUE")) || pag_str_equal(text, PAG_STR("VERO"));
    bool no = pag_str_equal(text, PAG_STR("FALSE")) || pag_str_equal(text, PAG_STR("FALSO"));
    return yes ? PAG_STR("true") : no ? PAG_STR("false") : text;
}

/* `of` is the column of the value. */
static pag_str respelled_number(reading *r, const pag_marks_column *of, const pag_csv_cell *cell)
{
    pag_str out;
    const pag_marks *marks = r->table->marks;
    if (pag_number_from_italian(marks->arena, cell->text, &out)) return out;
    pag_diag_add(marks->diags, PAG_E0950, cell->pos, 2, cell->text,
                 pag_value_suggest(marks->arena, marks->diags, of->cell, of->criterion, cell->text,
                                   cell->pos));
    *marks->misspelt = true;
    return cell->text;
}

/* `of` is NULL for what is always a text: a reason, an id. */
static pag_str respelled(reading *r, const pag_marks_column *of, const pag_csv_cell *cell)
{
    if (!cell->text.len || !of) return cell->text;
    pag_type type = of->cell->type;
    if (type == PAG_TYPE_FLAG) return respelled_flag(cell->text);
    if (!r->table->italian) return cell->text;
    if (type == PAG_TYPE_DATE) return respelled_day(r->table->marks->arena, cell->text);
    bool number = pag_type_is_number(type) || type == PAG_TYPE_SHEET;
    return number ? respelled_number(r, of, cell) : cell->text;
}

/* --- cells --- */

static const pag_node *value_of(reading *r, const pag_marks_column *of, const pag_csv_cell *cell)
{
    return pag_marks_scalar(r->table->marks->arena, respelled(r, of, cell), cell->pos);
}

static void put(const reading *r, pair_list *to, pag_str key, const pag_node *value)
{
    PAG_LIST_ADD(r->table->marks->arena, to,
                 (pag_pair){.key = key, .key_pos = value->pos, .value = value});
}

/* A mark, or with what makes it, if the file has a column for that or the sheet wants it. */
static const pag_node *mark_of(reading *r, const pag_marks_column *column, const pag_csv_cell *mark,
                               const pag_csv_cell *because)
{
    bool reasoned = column->cell->motivated || (because && because->text.len);
    pag_pos pos = mark ? mark->pos : because->pos;
    if (!reasoned) {
        return mark ? value_of(r, column, mark)
                    : pag_marks_scalar(r->table->marks->arena, PAG_STR(""), pos);
    }
    pair_list pairs = {0};
    if (mark) put(r, &pairs, PAG_STR("mark"), value_of(r, column, mark));
    if (because) put(r, &pairs, PAG_STR("because"), value_of(r, NULL, because));
    return pag_marks_map(r->table->marks->arena, pairs.at, pairs.n, pos);
}

/* All columns of the sheet whose first one is `i`, a mark and its reason each; returns the one
 * behind them. */
static size_t take_sheet(reading *r, size_t i, pair_list *entry)
{
    const pag_marks_columns *columns = &r->table->columns;
    const pag_cell *sheet = columns->at[i].cell;
    pair_list pairs = {0};
    for (; i < columns->n && columns->at[i].cell == sheet; i += 2) {
        const pag_csv_cell *mark = cell_at(r, i), *because = cell_at(r, i + 1);
        if (!mark && !because) continue;
        put(r, &pairs, columns->at[i].criterion->id, mark_of(r, &columns->at[i], mark, because));
    }
    if (!pairs.n) return i;
    pag_pos pos = pairs.at[0].value->pos;
    const pag_node *map = pag_marks_map(r->table->marks->arena, pairs.at, pairs.n, pos);
    if (!sheet->optional || !pag_marks_is_empty(map)) put(r, entry, sheet->name, map);
    return i;
}

/* An empty cell leaves out what may be left out, and lacks what may not. */
static void take_cell(reading *r, size_t i, pair_list *entry)
{
    const pag_cell *cell = r->table->columns.at[i].cell;
    const pag_csv_cell *said = cell_at(r, i);
    if (!said) return;
    bool may_lack = cell->optional || cell->value.kind != PAG_VALUE_NONE;
    if (!said->text.len && may_lack) return;
    put(r, entry, cell->name, value_of(r, &r->table->columns.at[i], said));
}

static const pag_node *map_of(reading *r)
{
    pair_list pairs = {0};
    const pag_marks_columns *columns = &r->table->columns;
    bool planned = r->table->list->planned;
    for (size_t i = 0; i < columns->n;) {
        pag_marks_kind kind = columns->at[i].kind;
        const pag_csv_cell *said = cell_at(r, i);
        if (kind == PAG_MARKS_MARK) {
            i = take_sheet(r, i, &pairs);
            continue;
        }
        if (kind == PAG_MARKS_ID && !planned && said && said->text.len) {
            put(r, &pairs, PAG_STR("id"), value_of(r, NULL, said));
        }
        if (kind == PAG_MARKS_CELL) take_cell(r, i, &pairs);
        i++;
    }
    return pag_marks_map(r->table->marks->arena, pairs.at, pairs.n, r->row->cells[0].pos);
}

/* --- whom it is about --- */

static void identify(const reading *r, pag_marks_row *out)
{
    const pag_cell *naming = pag_group_naming(r->table->list);
    for (size_t i = 0; i < r->table->columns.n; i++) {
        const pag_marks_column *column = &r->table->columns.at[i];
        const pag_csv_cell *said = cell_at(r, i);
        if (!said || !said->text.len) continue;
        if (column->kind == PAG_MARKS_ID) {
            out->id = said->text;
            out->named_by_id = true;
            out->pos = said->pos;
        } else if (column->kind == PAG_MARKS_NAME || (column->cell && column->cell == naming)) {
            out->name = said->text;
            out->name_pos = said->pos;
            if (!out->named_by_id) out->pos = said->pos;
        }
    }
    if (!out->id.len) out->id = pag_id_from(r->table->marks->arena, out->name);
}

static bool has_its_cells(const reading *r)
{
    const pag_csv_row *header = &r->table->csv.rows[1];
    size_t n = r->row->n;
    while (n > header->n && !r->row->cells[n - 1].text.len) n--;
    if (n == header->n) return true;
    pag_arena *arena = r->table->marks->arena;
    pag_text has = {.arena = arena}, wanted = {.arena = arena};
    pag_text_whole(&has, (int64_t)n);
    pag_text_whole(&wanted, (int64_t)header->n);
    pag_diag_add(r->table->marks->diags, PAG_E0943, r->row->cells[0].pos, 2, pag_text_str(&has),
                 pag_text_str(&wanted));
    return false;
}

bool pag_marks_read_row(const pag_marks_table *table, size_t i, pag_marks_row *out)
{
    reading r = {table, &table->csv.rows[i + 2]};
    *out = (pag_marks_row){.id = PAG_STR(""), .name = PAG_STR(""), .pos = r.row->cells[0].pos};
    if (!has_its_cells(&r)) return false;
    identify(&r, out);
    if (!out->id.len && !out->name.len) {
        pag_diag_add(table->marks->diags, PAG_E0944, out->pos, 0);
        return false;
    }
    out->map = map_of(&r);
    return true;
}
