/* What a form asks, for programs: in the order of the file, each with its name, its type and what
 * may be written. */
#include "form/internal.h"

#include "base/json.h"
#include "bind/bind.h"

typedef struct writer {
    const pag_form *form;
    pag_json json;
} writer;

static void put(writer *w, pag_str key, pag_str text)
{
    if (text.len) pag_json_put_string(&w->json, key, text);
}

static void put_number(writer *w, pag_str key, const pag_cell *cell, const pag_bound *bound)
{
    pag_arena *arena = w->form->arena;
    if (!bound->set) return;
    pag_number x = pag_number_with_unit(arena, bound->number, pag_type_unit(cell->type));
    pag_json_put_string(&w->json, key, pag_number_written(arena, x));
}

static void put_bounds(writer *w, const pag_cell *cell, pag_bounds bounds)
{
    put_number(w, PAG_STR("min"), cell, &bounds.min);
    put_number(w, PAG_STR("max"), cell, &bounds.max);
    put_number(w, PAG_STR("step"), cell, &bounds.step);
}

static void put_words(writer *w, const pag_cell *cell)
{
    bool marks = cell->type == PAG_TYPE_SHEET;
    size_t n = marks ? cell->n_marks : cell->n_choices;
    if (!n) return;
    pag_json_key(&w->json, PAG_STR("values"));
    pag_json_begin_array(&w->json);
    for (size_t i = 0; i < n; i++) {
        pag_json_string(&w->json, marks ? pag_number_written(w->form->arena, cell->marks[i])
                                        : cell->choices[i].word);
    }
    pag_json_end_array(&w->json);
}

/* As people read the words, one for each, where any has a title of its own. */
static void put_titles(writer *w, const pag_cell *cell)
{
    bool any = false;
    for (size_t i = 0; i < cell->n_choices; i++) any = any || cell->choices[i].title.len;
    if (!any) return;
    pag_json_key(&w->json, PAG_STR("titles"));
    pag_json_begin_array(&w->json);
    for (size_t i = 0; i < cell->n_choices; i++) {
        const pag_choice *choice = &cell->choices[i];
        pag_json_string(&w->json, choice->title.len ? choice->title : choice->word);
    }
    pag_json_end_array(&w->json);
}

static void put_value(writer *w, const pag_cell *cell)
{
    put(w, PAG_STR("title"), cell->title);
    pag_json_put_string(&w->json, PAG_STR("type"), pag_type_word(cell->type));
    put(w, PAG_STR("unit"), pag_unit_word(cell->type));
    put_bounds(w, cell, pag_cell_bounds(cell));
    put_number(w, PAG_STR("sum"), cell, &cell->sum);
    put_words(w, cell);
    put_titles(w, cell);
    put(w, PAG_STR("to"), cell->to);
    if (cell->value.kind != PAG_VALUE_NONE) {
        put(w, PAG_STR("default"), pag_form_spelled(w->form, cell->value));
    }
    put(w, PAG_STR("source"), cell->source);
    put(w, PAG_STR("note"), cell->note);
}

static void put_mark(writer *w, const pag_asked *asked)
{
    const pag_criterion *c = asked->criterion;
    const pag_bounds bounds = pag_criterion_bounds(asked->cell, c);
    put(w, PAG_STR("title"), c->title);
    put(w, PAG_STR("unit"), pag_unit_word(PAG_TYPE_POINTS));
    if (!asked->cell->n_marks) put_bounds(w, asked->cell, bounds);
    put_words(w, asked->cell);
    if (c->weight.set) {
        put(w, PAG_STR("weight"), pag_number_written(w->form->arena, c->weight.number));
    }
    pag_json_put_bool(&w->json, PAG_STR("because"), asked->cell->motivated);
    pag_json_put_bool(&w->json, PAG_STR("na"), asked->cell->na != PAG_NA_REFUSE);
    put(w, PAG_STR("expected"), c->expected);
    put(w, PAG_STR("indicator"), c->indicator);
    put(w, PAG_STR("note"), c->note);
}

static pag_str kind_word(pag_asked_kind kind)
{
    switch (kind) {
    case PAG_ASKED_SUBJECT: return PAG_STR("subject");
    case PAG_ASKED_SHEET: return PAG_STR("sheet");
    case PAG_ASKED_LIST: return PAG_STR("list");
    case PAG_ASKED_ENTRY: return PAG_STR("entry");
    case PAG_ASKED_ITEM: return PAG_STR("planned");
    case PAG_ASKED_ID: return PAG_STR("id");
    case PAG_ASKED_VALUE: return PAG_STR("value");
    case PAG_ASKED_MARK: break;
    }
    return PAG_STR("mark");
}

static void put_group(writer *w, const pag_group *group)
{
    put(w, PAG_STR("title"), group->title);
    put(w, PAG_STR("source"), group->source);
    put(w, PAG_STR("note"), group->note);
}

/* An entry is a model of its list, which says all. */
static void put_asked(void *ud, const pag_asked *asked)
{
    writer *w = ud;
    if (asked->kind == PAG_ASKED_ENTRY) return;
    pag_json_begin_object(&w->json);
    pag_json_put_string(&w->json, PAG_STR("path"), asked->path);
    pag_json_put_string(&w->json, PAG_STR("kind"), kind_word(asked->kind));
    pag_json_put_bool(&w->json, PAG_STR("needed"), asked->needed);
    switch (asked->kind) {
    case PAG_ASKED_SHEET:
    case PAG_ASKED_VALUE: put_value(w, asked->cell); break;
    case PAG_ASKED_MARK: put_mark(w, asked); break;
    case PAG_ASKED_SUBJECT:
    case PAG_ASKED_LIST: put_group(w, asked->group); break;
    case PAG_ASKED_ITEM:
        pag_json_put_string(&w->json, PAG_STR("id"), asked->row->id);
        put(w, PAG_STR("title"), asked->row->name);
        break;
    case PAG_ASKED_ENTRY:
    case PAG_ASKED_ID: break;
    }
    if (asked->kind == PAG_ASKED_LIST) {
        pag_json_put_bool(&w->json, PAG_STR("planned"), asked->planned);
    }
    pag_json_end_object(&w->json);
}

static void put_head(writer *w)
{
    pag_arena *arena = w->form->arena;
    const pag_pack *pack = w->form->pack;
    const pag_pack_head *said = pag_pack_said(pack);
    pag_pos place;
    int64_t year = pag_pack_year(pack, &place);
    pag_json_put_string(&w->json, PAG_STR("schema"), PAG_STR("pagella.form/1"));
    pag_json_put_string(&w->json, PAG_STR("rules"), pag_pack_name(pack));
    pag_json_put_string(&w->json, PAG_STR("hash"), pag_pack_hash(pack));
    put(w, PAG_STR("title"), said->title);
    put(w, PAG_STR("source"), said->source);
    put(w, PAG_STR("note"), said->note);
    put(w, PAG_STR("plan"), pag_pack_plan_name(pack));
    if (!year) return;
    pag_json_key(&w->json, PAG_STR("period"));
    pag_json_begin_object(&w->json);
    put(w, PAG_STR("from"), pag_number_written(arena, pag_date_of_year(year, false)));
    put(w, PAG_STR("to"), pag_number_written(arena, pag_date_of_year(year, true)));
    pag_json_end_object(&w->json);
}

void pag_form_json(const pag_form *form, pag_sink *sink)
{
    writer w = {.form = form, .json = {.sink = sink}};
    pag_json_begin_object(&w.json);
    put_head(&w);
    pag_json_key(&w.json, PAG_STR("asked"));
    pag_json_begin_array(&w.json);
    pag_form_walk(form, put_asked, &w);
    pag_json_end_array(&w.json);
    pag_json_end_object(&w.json);
}
