/* Why two figures differ, for machines: the nodes of the tree, one after the other. */
#include "explain/against.h"
#include "explain/formulas.h"
#include "explain/result_json.h"

typedef struct writing {
    const pag_against *of;
    pag_json json;
} writing;

static void put_text(writing *w, pag_str key, pag_str text, bool known)
{
    pag_json_key(&w->json, key);
    if (known) {
        pag_json_string(&w->json, text);
    } else {
        pag_json_null(&w->json);
    }
}

static void put_number(writing *w, pag_str key, pag_number x, bool known)
{
    put_text(w, key, known ? pag_number_plain(w->of->view->scratch, x) : PAG_STR(""), known);
}

static void put_value(writing *w, pag_str key, const pag_view *view, const pag_difference *n,
                      const pag_figure *figure)
{
    bool sheet = figure->value.kind == PAG_VALUE_SHEET;
    if (n->mark != PAG_TURN_WHOLE) {
        put_number(w, key, figure->value.sheet->marks[n->mark].number, true);
        return;
    }
    bool known =
        !sheet && figure->value.kind != PAG_VALUE_NONE && !pag_view_withholds(view, figure);
    put_text(w, key,
             known ? pag_value_plain(view->scratch, figure->cell, figure->value) : PAG_STR(""),
             known);
}

static bool hides_rows(const writing *w, const pag_difference *n)
{
    return pag_view_hides_lookups(w->of->view, n->a) || pag_view_hides_lookups(w->of->other, n->b);
}

static void put_rows(writing *w, const pag_difference *n)
{
    pag_json_key(&w->json, PAG_STR("row"));
    if (!n->row_a || !n->row_b || hides_rows(w, n)) {
        pag_json_null(&w->json);
        return;
    }
    pag_json_begin_object(&w->json);
    pag_json_put_whole(&w->json, PAG_STR("from"), n->row_a->chosen + 1);
    pag_json_put_whole(&w->json, PAG_STR("to"), n->row_b->chosen + 1);
    pag_json_end_object(&w->json);
}

static void put_formula(writing *w, pag_str key, const pag_view *view,
                        const pag_formula_lines *lines)
{
    pag_json_key(&w->json, key);
    if (!lines->text.len) {
        pag_json_null(&w->json);
        return;
    }
    pag_json_begin_object(&w->json);
    pag_json_put_string(&w->json, PAG_STR("text"), lines->text);
    pag_json_put_string(&w->json, PAG_STR("file"),
                        pag_sources_path(pag_view_sources(view), lines->pos.source));
    pag_json_put_whole(&w->json, PAG_STR("line"), lines->pos.line);
    pag_json_end_object(&w->json);
}

static void put_formulas(writing *w, const pag_difference *n)
{
    pag_formula_lines lines[2];
    pag_formulas_apart(w->of->view->scratch, &n->a->cell->of, &n->b->cell->of, lines);
    pag_json_key(&w->json, PAG_STR("formulas"));
    pag_json_begin_object(&w->json);
    put_formula(w, PAG_STR("from"), w->of->view, &lines[0]);
    put_formula(w, PAG_STR("to"), w->of->other, &lines[1]);
    pag_json_end_object(&w->json);
}

static void put_node(writing *w, const pag_difference *n)
{
    const pag_cell *cell = n->a->cell;
    bool mark = n->mark != PAG_TURN_WHOLE;
    pag_json_begin_object(&w->json);
    pag_json_put_whole(&w->json, PAG_STR("depth"), (int64_t)n->depth);
    pag_json_put_string(&w->json, PAG_STR("figure"), pag_cell_path(w->of->view->scratch, cell));
    pag_json_put_string(&w->json, PAG_STR("for"), n->a->entry->id);
    put_text(w, PAG_STR("mark"), mark ? cell->criteria[n->mark].id : PAG_STR(""), mark);
    pag_json_put_string(&w->json, PAG_STR("title"),
                        mark ? cell->criteria[n->mark].title : pag_cell_label(cell));
    put_value(w, PAG_STR("from"), w->of->view, n, n->a);
    put_value(w, PAG_STR("to"), w->of->other, n, n->b);
    put_number(w, PAG_STR("effect"), n->effect, n->has_effect);
    put_number(w, PAG_STR("together"), n->together, n->is_split);
    put_number(w, PAG_STR("rest"), n->rest, n->is_split);
    pag_json_put_bool(&w->json, PAG_STR("again"), n->again);
    put_rows(w, n);
    pag_json_put_bool(&w->json, PAG_STR("table"), n->table && !hides_rows(w, n));
    pag_json_put_bool(&w->json, PAG_STR("formula"), n->formula);
    if (n->formula) put_formulas(w, n);
    pag_json_end_object(&w->json);
}

void pag_against_write_json(const pag_against *against, pag_sink *sink)
{
    writing w = {.of = against, .json = {.sink = sink}};
    const pag_view *other = against->other;
    pag_json_begin_object(&w.json);
    pag_json_put_string(&w.json, PAG_STR("schema"), PAG_STR("pagella.differ/1"));
    pag_result_json_head(against->view, &w.json);
    pag_json_key(&w.json, PAG_STR("against"));
    pag_json_begin_object(&w.json);
    pag_json_put_string(&w.json, PAG_STR("pack"), other->pack);
    pag_json_put_string(&w.json, PAG_STR("file"), other->result->evaluation->path);
    pag_json_put_string(&w.json, PAG_STR("for"), against->tree->b->entry->id);
    pag_json_end_object(&w.json);
    pag_json_key(&w.json, PAG_STR("nodes"));
    pag_json_begin_array(&w.json);
    for (const pag_difference *n = against->tree; n; n = pag_difference_after(n)) put_node(&w, n);
    pag_json_end_array(&w.json);
    pag_json_end_object(&w.json);
}
