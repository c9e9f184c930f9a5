/* Subjects and lists: maps with the cells that are given. Each group is a definition, so that the
 * schema is no deeper than its rules are long; a list whose entries are those of the plan is a map
 * with one key for each of them. */
#include "editor/internal.h"

/* What the plan says of the list that the cell is; NULL when it comes from the evaluation. */
static const pag_planned *planned_of(const pag_cell *cell, const pag_planned_row *row)
{
    if (cell->type != PAG_TYPE_LIST) return NULL;
    if (cell->list->planned) return cell->list->planned;
    return cell->list->from.len && row ? row->values[cell->slot].inner : NULL;
}

/* Whether entries of a list from the plan differ in more than their names. */
static bool rows_differ(const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_group *list = group->cells[i].list;
        if (list && list->from.len && !list->planned) return true;
    }
    return false;
}

bool pag_draw_asks(const pag_cell *cell, const pag_planned *planned)
{
    if (cell->origin != PAG_GIVEN || cell->optional || cell->value.kind != PAG_VALUE_NONE) {
        return false;
    }
    return !planned || pag_planned_asks(cell->list);
}

void pag_draw_reference(pag_drawing *d, pag_str name)
{
    pag_json_begin_object(&d->json);
    pag_json_put_string(&d->json, PAG_STR("$ref"),
                        pag_text_join(d->arena, 2, PAG_STR("#/definitions/"), name));
    pag_json_end_object(&d->json);
}

/* "organization.area", "organization.area.2" for one entry of the plan alone. */
static pag_str definition_of(const pag_drawing *d, pag_str parent, const pag_cell *cell, size_t row)
{
    pag_text name = {.arena = d->arena};
    pag_text_put(&name, parent);
    pag_text_byte(&name, '.');
    pag_text_put(&name, cell->name);
    if (row) {
        pag_text_byte(&name, '.');
        pag_text_whole(&name, (int64_t)row);
    }
    return pag_text_str(&name);
}

/* --- lists --- */

static void put_array(pag_drawing *d, pag_str definition)
{
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("array"));
    pag_json_put_whole(&d->json, PAG_STR("minItems"), 1);
    pag_json_key(&d->json, PAG_STR("items"));
    pag_draw_reference(d, definition);
}

/* The definition is that of all entries, so the name of this one stands beside it. */
static void put_row(pag_drawing *d, const pag_planned_row *row, pag_str definition)
{
    pag_json_begin_object(&d->json);
    pag_json_put_string(&d->json, PAG_STR("title"), row->name);
    pag_json_key(&d->json, PAG_STR("allOf"));
    pag_json_begin_array(&d->json);
    pag_draw_reference(d, definition);
    pag_json_end_array(&d->json);
    pag_json_end_object(&d->json);
}

static void put_rows(pag_drawing *d, const pag_cell *cell, const pag_planned *planned,
                     pag_str parent)
{
    pag_str *names = PAG_NEW_ARRAY(d->arena, pag_str, planned->n);
    bool *required = PAG_NEW_ARRAY(d->arena, bool, planned->n);
    bool differ = rows_differ(cell->list), asks = pag_planned_asks(cell->list);
    for (size_t i = 0; i < planned->n; i++) {
        names[i] = planned->rows[i].id;
        required[i] = asks;
    }
    pag_draw_keys(d, (pag_keys){planned->n, names, required});
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    for (size_t i = 0; i < planned->n; i++) {
        pag_json_key(&d->json, names[i]);
        put_row(d, &planned->rows[i], definition_of(d, parent, cell, differ ? i + 1 : 0));
    }
    pag_json_end_object(&d->json);
}

static void put_list(pag_drawing *d, const pag_cell *cell, const pag_planned *planned,
                     pag_str parent)
{
    pag_about about = pag_draw_about_cell(d, cell);
    if (planned) {
        about.kind = pag_draw_say(d, "the entries of the plan, each below its id",
                                  "le voci del piano, ognuna sotto il suo identificativo");
    }
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &about);
    if (planned) {
        put_rows(d, cell, planned, parent);
    } else {
        put_array(d, definition_of(d, parent, cell, 0));
    }
    pag_json_end_object(&d->json);
}

/* --- cells --- */

void pag_draw_cells(pag_drawing *d, const pag_entries *entries)
{
    for (size_t i = 0; i < entries->group->n_cells; i++) {
        const pag_cell *cell = &entries->group->cells[i];
        if (cell->origin != PAG_GIVEN) continue;
        pag_json_key(&d->json, cell->name);
        if (cell->type == PAG_TYPE_SHEET) {
            pag_draw_sheet(d, cell);
        } else if (cell->type == PAG_TYPE_LIST) {
            put_list(d, cell, planned_of(cell, entries->row), entries->name);
        } else {
            pag_draw_scalar(d, cell);
        }
    }
}

/* --- definitions --- */

/* Entries of a list of the evaluation may have an id of their own, beside their cells. */
static bool may_have_id(const pag_group *group)
{
    const pag_cell *id = pag_group_cell(group, PAG_STR("id"));
    bool given = id && id->origin == PAG_GIVEN;
    return group->parent && !group->from.len && !given;
}

static void put_keys(pag_drawing *d, const pag_entries *entries)
{
    const pag_group *group = entries->group;
    pag_str *names = PAG_NEW_ARRAY(d->arena, pag_str, group->n_cells + 1);
    bool *required = PAG_NEW_ARRAY(d->arena, bool, group->n_cells + 1);
    size_t n = 0;
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        names[n] = cell->name;
        required[n++] = pag_draw_asks(cell, planned_of(cell, entries->row));
    }
    names[n] = PAG_STR("id");
    required[n++] = may_have_id(group) && !pag_group_naming(group);
    pag_draw_keys(d, (pag_keys){n, names, required});
}

static void put_definition(pag_drawing *d, const pag_entries *entries)
{
    const pag_group *group = entries->group;
    pag_about about = {.title = group->title, .source = group->source, .note = group->note};
    pag_json_key(&d->json, entries->name);
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &about);
    put_keys(d, entries);
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    if (may_have_id(group)) {
        pag_str kind = pag_draw_say(d, "a short word that results and refs call the entry by",
                                    "una parola breve con cui i risultati chiamano la voce");
        pag_json_key(&d->json, PAG_STR("id"));
        pag_draw_text(d, &(pag_about){.title = PAG_STR("id"), .kind = kind});
    }
    pag_draw_cells(d, entries);
    pag_json_end_object(&d->json);
    pag_json_end_object(&d->json);
}

/* Lists in lists are bounded by the depth of rule files. */
static void put_list_definitions(pag_drawing *d, const pag_cell *cell, const pag_planned *planned,
                                 pag_str parent)
{
    size_t rows = planned && rows_differ(cell->list) ? planned->n : 0;
    pag_entries entries = {cell->list, NULL, definition_of(d, parent, cell, 0)};
    if (!rows) pag_draw_definitions(d, &entries);
    for (size_t i = 0; i < rows; i++) {
        entries.row = &planned->rows[i];
        entries.name = definition_of(d, parent, cell, i + 1);
        pag_draw_definitions(d, &entries);
    }
}

void pag_draw_inner_definitions(pag_drawing *d, const pag_entries *entries)
{
    for (size_t i = 0; i < entries->group->n_cells; i++) {
        const pag_cell *cell = &entries->group->cells[i];
        if (cell->type != PAG_TYPE_LIST) continue;
        put_list_definitions(d, cell, planned_of(cell, entries->row), entries->name);
    }
}

void pag_draw_definitions(pag_drawing *d, const pag_entries *entries)
{
    put_definition(d, entries);
    pag_draw_inner_definitions(d, entries);
}
