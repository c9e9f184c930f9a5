/* Figures as JSON. The order of keys and figures is fixed, so equal results are equal bytes. */
#include "explain/result_json.h"

#include "diag/write.h"

static void put_pack(const pag_view *view, pag_json *json)
{
    pag_json_key(json, PAG_STR("pack"));
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("name"), view->pack);
    pag_json_put_string(json, PAG_STR("sha256"), view->hash);
    pag_json_end_object(json);
}

static void put_period(const pag_view *view, pag_json *json)
{
    const pag_head *head = &view->result->evaluation->head;
    pag_json_key(json, PAG_STR("period"));
    if (!head->period_pos.source) {
        pag_json_null(json);
        return;
    }
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("from"), pag_number_plain(view->scratch, head->from));
    pag_json_put_string(json, PAG_STR("to"), pag_number_plain(view->scratch, head->to));
    pag_json_end_object(json);
}

static void put_acknowledged(const pag_view *view, pag_json *json)
{
    pag_answer *answered;
    size_t n = pag_view_answered(view, &answered);
    pag_json_key(json, PAG_STR("acknowledged"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < n; i++) {
        pag_json_begin_object(json);
        pag_json_put_string(json, PAG_STR("code"), answered[i].code);
        if (answered[i].name.len) pag_json_put_string(json, PAG_STR("name"), answered[i].name);
        if (answered[i].entry.len) pag_json_put_string(json, PAG_STR("for"), answered[i].entry);
        pag_json_put_string(json, PAG_STR("because"), answered[i].because);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

void pag_result_json_head(const pag_view *view, pag_json *json)
{
    const pag_evaluation *evaluation = view->result->evaluation;
    pag_json_put_string(json, PAG_STR("engine"), pag_str_from(PAG_VERSION));
    put_pack(view, json);
    pag_json_put_string(json, PAG_STR("file"), evaluation->path);
    put_period(view, json);
    pag_json_put_bool(json, PAG_STR("example"), evaluation->head.example);
    pag_json_put_bool(json, PAG_STR("draft"), view->draft);
    put_acknowledged(view, json);
}

/* The ids from the subject to the entry. */
static void put_place(const pag_view *view, pag_json *json, const pag_entry *entry)
{
    size_t depth = entry->group->depth + 1u;
    pag_str *ids = PAG_NEW_ARRAY(view->scratch, pag_str, depth);
    for (size_t i = depth; entry && i-- > 0; entry = entry->parent) ids[i] = entry->id;
    pag_json_key(json, PAG_STR("for"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < depth; i++) pag_json_string(json, ids[i]);
    pag_json_end_array(json);
}

/* The keys "figure" to "title". */
static void put_names(const pag_view *view, pag_json *json, const pag_entry *entry, pag_str path,
                      pag_str title)
{
    pag_json_put_string(json, PAG_STR("figure"), path);
    put_place(view, json, entry);
    pag_json_put_string(json, PAG_STR("name"), entry->name);
    pag_json_put_string(json, PAG_STR("title"), title);
}

static void put_mark(const pag_view *view, pag_json *json, const pag_figure *figure, size_t i)
{
    const pag_criterion *criterion = &figure->cell->criteria[i];
    pag_str path = pag_cell_path(view->scratch, figure->cell);
    path = pag_text_join(view->scratch, 3, path, PAG_STR("."), criterion->id);
    pag_str title = criterion->title.len ? criterion->title : criterion->id;
    put_names(view, json, figure->entry, path, title);
    const pag_mark *mark = &figure->value.sheet->marks[i];
    pag_json_key(json, PAG_STR("value"));
    if (mark->absent) {
        pag_json_null(json); /* it does not apply */
    } else {
        pag_json_string(json, pag_number_plain(view->scratch, mark->number));
    }
    pag_json_put_string(json, PAG_STR("unit"), pag_unit_word(PAG_TYPE_POINTS));
    pag_json_put_bool(json, PAG_STR("payable"), false);
    pag_json_put_string(json, PAG_STR("origin"), pag_origin_word(figure));
}

/* "value" is the word that files write; people read its title. */
static void put_word_title(pag_json *json, const pag_figure *figure)
{
    if (figure->value.kind != PAG_VALUE_CHOICE || !figure->value.choice->title.len) return;
    pag_json_put_string(json, PAG_STR("value_title"), figure->value.choice->title);
}

static void put_value(const pag_view *view, pag_json *json, const pag_figure *figure)
{
    pag_json_key(json, PAG_STR("value"));
    if (pag_view_withholds(view, figure) || pag_figure_is_left_out(figure)) {
        pag_json_null(json);
    } else {
        pag_json_string(json, pag_value_plain(view->scratch, figure->cell, figure->value));
        put_word_title(json, figure);
    }
}

/* What the figure rests on that is still to be confirmed; nothing for all others. */
static void put_doubts(const pag_view *view, pag_json *json, const pag_figure *figure)
{
    const pag_doubts *doubts = pag_figure_doubts(figure, view->draft);
    if (!doubts->n) return;
    pag_json_put_bool(json, PAG_STR("withheld"), pag_view_withholds(view, figure));
    pag_json_key(json, PAG_STR("doubts"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < doubts->n; i++) {
        const pag_doubt *doubt = doubts->at[i];
        const pag_unsure unsure = {doubt->about, doubt->why, doubt->pos};
        pag_diag_json_unsure(json, pag_view_sources(view), &unsure);
    }
    pag_json_end_array(json);
}

void pag_result_json_figure(const pag_view *view, pag_json *json, const pag_figure *figure,
                            size_t mark)
{
    const pag_cell *cell = figure->cell;
    if (mark != SIZE_MAX) {
        put_mark(view, json, figure, mark);
        return;
    }
    pag_str path = pag_cell_path(view->scratch, cell);
    put_names(view, json, figure->entry, path, pag_cell_label(cell));
    put_value(view, json, figure);
    pag_json_put_string(json, PAG_STR("unit"), pag_unit_word(cell->type));
    pag_json_put_bool(json, PAG_STR("payable"), cell->payable);
    pag_json_put_string(json, PAG_STR("origin"), pag_origin_word(figure));
    pag_str because = pag_view_because(view, figure);
    if (because.len) pag_json_put_string(json, PAG_STR("because"), because);
    put_doubts(view, json, figure);
}

struct writing {
    const pag_view *view;
    pag_json *json;
};

static void put_one(const struct writing *w, const pag_figure *figure, size_t mark)
{
    pag_json_begin_object(w->json);
    pag_result_json_figure(w->view, w->json, figure, mark);
    pag_json_end_object(w->json);
}

static void visit(void *ud, pag_figure *figure)
{
    const struct writing *w = ud;
    if (figure->value.kind == PAG_VALUE_SHEET) {
        for (size_t i = 0; i < figure->value.sheet->n; i++) put_one(w, figure, i);
    } else if (figure->value.kind != PAG_VALUE_LIST) {
        put_one(w, figure, SIZE_MAX);
    }
}

void pag_result_json_write(const pag_view *view, pag_sink *sink)
{
    pag_json json = {.sink = sink};
    struct writing w = {view, &json};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.result/1"));
    pag_result_json_head(view, &json);
    pag_json_key(&json, PAG_STR("figures"));
    pag_json_begin_array(&json);
    pag_result_visit(view->result, visit, &w);
    pag_json_end_array(&json);
    pag_json_end_object(&json);
}
