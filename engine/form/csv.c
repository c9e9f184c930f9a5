/* The rows of one list, empty: what the first two rows must say, and a row for each entry that the
 * plan lists. It begins with a byte order mark, by which spreadsheets know UTF-8. */
#include "form/internal.h"

pag_marks_lists pag_form_lists(const pag_form *form)
{
    size_t n = pag_pack_subjects(form->pack);
    const pag_group **subjects = PAG_NEW_ARRAY(form->arena, const pag_group *, n + 1);
    for (size_t i = 0; i < n; i++) subjects[i] = pag_pack_subject(form->pack, i);
    return pag_marks_lists_of(form->arena, subjects, n);
}

/* A cell, in quotes where it needs them. */
static void put_cell(pag_text *out, pag_str text)
{
    bool plain = pag_str_find(text, ';') == text.len && pag_str_find(text, '"') == text.len &&
                 pag_str_find(text, '\n') == text.len;
    if (plain) {
        pag_text_put(out, text);
        return;
    }
    pag_text_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"') pag_text_byte(out, '"');
        pag_text_byte(out, text.at[i]);
    }
    pag_text_byte(out, '"');
}

static void put_declaration(const pag_form *form, const pag_group *list, pag_text *out)
{
    const pag_marks_words *words = pag_marks_words_of(form->lang);
    pag_text_put(out, words->list);
    pag_text_put(out, PAG_STR(": "));
    pag_text_put(out, pag_group_path(form->arena, list));
    pag_text_byte(out, ';');
    pag_text_put(out, words->numbers);
    pag_text_put(out, PAG_STR(": "));
    pag_text_put(out, form->lang == PAG_IT ? words->italian : words->plain);
    pag_text_put(out, PAG_STR("\r\n"));
}

/* What the form knows of the entry; NULL: the names of the columns. */
static pag_str text_of(const pag_marks_column *column, const pag_planned_row *row)
{
    if (!row) return column->name;
    if (column->kind == PAG_MARKS_ID) return row->id;
    return column->kind == PAG_MARKS_NAME ? row->name : PAG_STR("");
}

static void put_row(pag_text *out, const pag_marks_columns *columns, const pag_planned_row *row)
{
    bool first = true;
    for (size_t i = 0; i < columns->n; i++) {
        if (!columns->at[i].asked) continue;
        if (!first) pag_text_byte(out, ';');
        first = false;
        put_cell(out, text_of(&columns->at[i], row));
    }
    pag_text_put(out, PAG_STR("\r\n"));
}

void pag_form_csv(const pag_form *form, const pag_group *list, pag_sink *sink)
{
    pag_text out = {.arena = form->arena};
    pag_marks_columns columns = pag_marks_columns_of(form->arena, list);
    pag_text_put(&out, PAG_STR("\xef\xbb\xbf"));
    put_declaration(form, list, &out);
    put_row(&out, &columns, NULL);
    for (size_t i = 0; list->planned && i < list->planned->n; i++) {
        put_row(&out, &columns, &list->planned->rows[i]);
    }
    pag_sink_put(sink, pag_text_str(&out));
}
