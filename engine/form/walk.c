/* The walk over subjects, lists and cells that are given. It decides what is asked and where it
 * stands, and writes nothing. */
#include "form/internal.h"

enum { STEP = 2 }; /* columns of a level */

typedef struct walk {
    const pag_form *form;
    pag_asked_visit visit;
    void *ud;
    bool within;
} walk;

/* Where the cells of a group stand. */
typedef struct place {
    pag_str path;
    size_t indent;
    const pag_planned_row *row; /* of the plan; NULL: it is not from there */
} place;

static pag_str below(const walk *w, pag_str path, pag_str name)
{
    return pag_text_join(w->form->arena, 3, path, PAG_STR("."), name);
}

static void visit(const walk *w, pag_asked asked)
{
    asked.within = w->within;
    w->visit(w->ud, &asked);
}

/* Like the reader of records, see pag_planned_asks; it knows nothing of lists from the plan alone.
 */
bool pag_form_needs(const pag_group *group)
{
    return pag_planned_asks(group);
}

static bool is_needed(const pag_cell *cell)
{
    return !cell->optional && cell->value.kind == PAG_VALUE_NONE;
}

static void walk_cells(const walk *w, const pag_group *group, place at);

/* --- sheets --- */

static void walk_sheet(const walk *w, const pag_cell *cell, place at)
{
    pag_asked sheet = {.kind = PAG_ASKED_SHEET, .cell = cell, .indent = at.indent};
    sheet.path = below(w, at.path, cell->name);
    sheet.needed = is_needed(cell);
    visit(w, sheet);
    for (size_t i = 0; i < cell->n_criteria; i++) {
        pag_asked mark = sheet;
        mark.kind = PAG_ASKED_MARK;
        mark.criterion = &cell->criteria[i];
        mark.path = below(w, sheet.path, mark.criterion->id);
        mark.indent += STEP;
        visit(w, mark);
    }
}

/* --- lists --- */

static void walk_model(const walk *w, const pag_asked *list)
{
    const pag_group *group = list->group;
    place at = {list->path, list->indent + 2 * STEP, NULL};
    pag_asked entry = {.kind = PAG_ASKED_ENTRY, .group = group, .path = list->path};
    entry.indent = list->indent + STEP;
    entry.needed = true;
    visit(w, entry);
    if (!pag_group_naming(group)) {
        pag_asked id = entry;
        id.kind = PAG_ASKED_ID;
        id.path = below(w, list->path, PAG_STR("id"));
        id.indent = at.indent;
        visit(w, id);
    }
    walk_cells(w, group, at);
}

static void walk_items(const walk *w, const pag_asked *list, const pag_planned *planned)
{
    for (size_t i = 0; i < planned->n; i++) {
        pag_asked item = {.kind = PAG_ASKED_ITEM, .group = list->group, .row = &planned->rows[i]};
        item.path = below(w, list->path, item.row->id);
        item.indent = list->indent + STEP;
        item.needed = list->needed;
        visit(w, item);
        walk_cells(w, list->group, (place){item.path, item.indent + STEP, item.row});
    }
}

/* Whether the evaluation can say anything of the entries. */
static bool asks_anything(const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        bool from_plan = cell->list && cell->list->from.len;
        if (from_plan ? asks_anything(cell->list) : cell->origin == PAG_GIVEN) return true;
    }
    return false;
}

static void walk_list(const walk *w, const pag_cell *cell, place at)
{
    const pag_planned *planned = pag_planned_within(cell, at.row);
    pag_asked list = {.kind = PAG_ASKED_LIST, .group = cell->list, .cell = cell};
    list.planned = planned != NULL;
    list.path = below(w, at.path, cell->name);
    list.indent = at.indent;
    list.needed = planned ? pag_planned_asks(cell->list) : is_needed(cell);
    if (planned && !asks_anything(cell->list)) return;
    visit(w, list);
    if (planned) {
        walk_items(w, &list, planned);
    } else {
        walk_model(w, &list);
    }
}

/* --- groups --- */

/* Lists in lists are bounded by the depth of rule files. */
static void walk_cells(const walk *w, const pag_group *group, place at)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->origin != PAG_GIVEN) continue;
        if (cell->type == PAG_TYPE_LIST) {
            walk_list(w, cell, at);
        } else if (cell->type == PAG_TYPE_SHEET) {
            walk_sheet(w, cell, at);
        } else {
            pag_asked value = {.kind = PAG_ASKED_VALUE, .cell = cell, .indent = at.indent};
            value.path = below(w, at.path, cell->name);
            value.needed = is_needed(cell);
            visit(w, value);
        }
    }
}

void pag_form_walk(const pag_form *form, pag_asked_visit visitor, void *ud)
{
    walk w = {.form = form, .visit = visitor, .ud = ud};
    for (size_t i = 0; i < pag_pack_subjects(form->pack); i++) {
        const pag_group *group = pag_pack_subject(form->pack, i);
        pag_asked subject = {.kind = PAG_ASKED_SUBJECT, .group = group, .path = group->name};
        subject.needed = !group->optional;
        w.within = group->optional;
        visit(&w, subject);
        walk_cells(&w, group, (place){group->name, group->top ? 0 : STEP, NULL});
    }
}
