/* Diagnostics for programs: JSON, and the one-line form of gcc that editors understand. */
#include "base/json.h"
#include "base/visible.h"
#include "diag/write.h"

/* As a spreadsheet names it. */
static void put_cell(pag_json *json, const pag_sources *sources, pag_pos pos, pag_text *buffer)
{
    pag_source_cell cell;
    if (!pag_sources_cell(sources, pos, &cell)) return;
    buffer->len = 0;
    pag_source_cell_put(buffer, &cell);
    pag_json_put_string(json, PAG_STR("cell"), pag_text_str(buffer));
    pag_json_put_whole(json, PAG_STR("row"), cell.row);
    if (cell.name.len) pag_json_put_string(json, PAG_STR("column_name"), cell.name);
}

static void put_place(pag_json *json, const pag_sources *sources, pag_pos pos, pag_text *buffer)
{
    pag_json_put_string(json, PAG_STR("file"), pag_sources_path(sources, pos.source));
    if (pos.line == 0) return;
    pag_json_put_whole(json, PAG_STR("line"), pos.line);
    if (pos.column) pag_json_put_whole(json, PAG_STR("column"), pos.column);
    put_cell(json, sources, pos, buffer);
}

void pag_diag_json_unsure(pag_json *json, const pag_sources *sources, const pag_unsure *unsure)
{
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("about"), unsure->about);
    pag_json_put_string(json, PAG_STR("why"), unsure->why);
    pag_json_put_string(json, PAG_STR("file"), pag_sources_path(sources, unsure->pos.source));
    pag_json_put_whole(json, PAG_STR("line"), unsure->pos.line);
    pag_json_end_object(json);
}

/* As the figures of results say it. */
static void put_unsure(pag_json *json, const pag_sources *sources, const pag_diagnostic *d)
{
    if (!d->unconfirmed) return;
    pag_json_put_bool(json, PAG_STR("withheld"), pag_diag_withholds(d));
    pag_json_key(json, PAG_STR("doubts"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < d->n_unsure; i++) pag_diag_json_unsure(json, sources, &d->unsure[i]);
    pag_json_end_array(json);
}

void pag_diag_write_json(const pag_sources *sources, const pag_diagnostic *d, pag_lang lang,
                         pag_text *buffer, pag_sink *sink)
{
    static const pag_str keys[] = {{"message", 7}, {"note", 4}, {"help", 4}};
    pag_json json = {.sink = sink};
    bool error = pag_code_severity(d->code) == PAG_ERROR;
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.diagnostics/1"));
    pag_json_put_string(&json, PAG_STR("code"), pag_code_text(d->code));
    pag_json_put_string(&json, PAG_STR("severity"), error ? PAG_STR("error") : PAG_STR("warning"));
    for (int part = PAG_PART_MESSAGE; part <= PAG_PART_HELP; part++) {
        buffer->len = 0;
        pag_diag_put_sentence(buffer, d, lang, part, 0);
        if (buffer->len) pag_json_put_string(&json, keys[part], pag_text_str(buffer));
    }
    buffer->len = 0;
    if (d->about.len) pag_json_put_string(&json, PAG_STR("for"), d->about);
    if (d->name.len) pag_json_put_string(&json, PAG_STR("name"), d->name);
    if (d->entry.len) pag_json_put_string(&json, PAG_STR("entry"), d->entry);
    if (d->pos.source) put_place(&json, sources, d->pos, buffer);
    if (d->pos.source && d->pos.line && d->pos.column) {
        pag_json_put_whole(&json, PAG_STR("width"), d->pos.width ? d->pos.width : 1);
    }
    if (d->acknowledged) {
        pag_json_put_bool(&json, PAG_STR("acknowledged"), true);
        pag_json_put_string(&json, PAG_STR("because"), d->because);
    }
    if (d->also.source) {
        pag_json_key(&json, PAG_STR("also"));
        pag_json_begin_object(&json);
        put_place(&json, sources, d->also, buffer);
        pag_json_end_object(&json);
    }
    put_unsure(&json, sources, d);
    pag_json_end_object(&json);
}

void pag_diag_put_gcc(pag_text *out, const pag_sources *sources, const pag_diagnostic *d,
                      pag_lang lang)
{
    if (d->pos.source) {
        pag_diag_put_location(out, sources, d->pos);
    } else {
        pag_text_put(out, PAG_STR("pagella"));
    }
    bool error = pag_code_severity(d->code) == PAG_ERROR;
    pag_text_put(out, error ? PAG_STR(": error: ") : PAG_STR(": warning: "));
    size_t start = out->len;
    pag_diag_put_sentence(out, d, lang, PAG_PART_MESSAGE, 0);
    for (size_t i = start; i < out->len; i++) {
        if (out->at[i] == '\n') out->at[i] = ' ';
    }
    pag_text_put(out, PAG_STR(" ["));
    pag_text_put(out, pag_code_text(d->code));
    pag_text_byte(out, ']');
    pag_diag_put_cell(out, sources, d->pos, lang);
    pag_diag_put_unsure_names(out, d, lang);
    if (d->acknowledged) {
        pag_text_put(out,
                     lang == PAG_IT ? PAG_STR(" (riconosciuto: ") : PAG_STR(" (acknowledged: "));
        pag_text_put_visible(out, d->because, 0);
        pag_text_byte(out, ')');
    }
    pag_text_byte(out, '\n');
}
