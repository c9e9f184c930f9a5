/* The rows of one list, empty, for programs: what csv.c writes for people. */
#include "form/internal.h"

#include "base/json.h"

static pag_str kind_word(pag_marks_kind kind)
{
    switch (kind) {
    case PAG_MARKS_ID: return PAG_STR("id");
    case PAG_MARKS_NAME: return PAG_STR("name");
    case PAG_MARKS_CELL: return PAG_STR("value");
    case PAG_MARKS_MARK: return PAG_STR("mark");
    case PAG_MARKS_BECAUSE: break;
    }
    return PAG_STR("because");
}

/* `asked`: it stands in an empty form; the others may be added. */
static void put_column(pag_json *json, const pag_marks_column *column)
{
    bool value = column->kind == PAG_MARKS_CELL;
    pag_str title = PAG_STR("");
    if (value) title = column->cell->title;
    if (column->criterion) title = column->criterion->title;
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("name"), column->name);
    pag_json_put_string(json, PAG_STR("kind"), kind_word(column->kind));
    pag_json_put_bool(json, PAG_STR("asked"), column->asked);
    if (title.len) pag_json_put_string(json, PAG_STR("title"), title);
    if (value) pag_json_put_string(json, PAG_STR("type"), pag_type_word(column->cell->type));
    pag_json_end_object(json);
}

static void put_row(pag_json *json, const pag_marks_columns *columns, const pag_planned_row *row)
{
    pag_json_begin_object(json);
    for (size_t i = 0; i < columns->n; i++) {
        const pag_marks_column *column = &columns->at[i];
        if (column->kind == PAG_MARKS_ID) pag_json_put_string(json, column->name, row->id);
        if (column->kind == PAG_MARKS_NAME) pag_json_put_string(json, column->name, row->name);
    }
    pag_json_end_object(json);
}

void pag_form_rows_json(const pag_form *form, const pag_group *list, pag_sink *sink)
{
    pag_json json = {.sink = sink};
    pag_marks_columns columns = pag_marks_columns_of(form->arena, list);
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.form.rows/1"));
    pag_json_put_string(&json, PAG_STR("rules"), pag_pack_name(form->pack));
    pag_json_put_string(&json, PAG_STR("hash"), pag_pack_hash(form->pack));
    pag_json_put_string(&json, PAG_STR("list"), pag_group_path(form->arena, list));
    pag_json_key(&json, PAG_STR("columns"));
    pag_json_begin_array(&json);
    for (size_t i = 0; i < columns.n; i++) put_column(&json, &columns.at[i]);
    pag_json_end_array(&json);
    pag_json_key(&json, PAG_STR("rows"));
    pag_json_begin_array(&json);
    for (size_t i = 0; list->planned && i < list->planned->n; i++) {
        put_row(&json, &columns, &list->planned->rows[i]);
    }
    pag_json_end_array(&json);
    pag_json_end_object(&json);
}
