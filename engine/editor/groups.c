/* Subjects and lists: maps with the cells that are given. Each group is a definition, so that the
 * schema is no deeper than its rules are long; a list whose entries are those of the plan is a map
 * with one key for each of them. */
#include "editor/internal.h"

/* Whether entries of a list from the plan differ in more than their names. */
static bool rows_differ(const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_group *list = group->cells[i].list;
        if (list && list->from.len && !list->planned) return true;
    }
    return false;
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

static void put_array(pag_drawing *d, const pag_entries *entries, bool filled)
{
    pag_json_key(&d->json, PAG_STR("items"));
    pag_draw_reference(d, pag_draw_name(d, entries));
    if (filled) pag_draw_begin_else(d);
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("array"));
    pag_json_put_whole(&d->json, PAG_STR("minItems"), 1);
    if (filled) pag_draw_end_else(d);
}

/* The definition is that of all entries, so the name of this one stands beside it. */
static void put_row(pag_drawing *d, const pag_planned_row *row, const pag_entries *entries)
{
    pag_json_begin_object(&d->json);
    pag_json_put_string(&d->json, PAG_STR("title"), row->name);
    pag_json_key(&d->json, PAG_STR("allOf"));
    pag_json_begin_array(&d->json);
    pag_draw_reference(d, pag_draw_name(d, entries));
    pag_json_end_array(&d->json);
    pag_json_end_object(&d->json);
}

static void put_rows(pag_drawing *d, const pag_cell *cell, const pag_planned *planned,
                     pag_str parent, bool filled)
{
    pag_str *names = PAG_NEW_ARRAY(d->arena, pag_str, planned->n);
    bool *required = PAG_NEW_ARRAY(d->arena, bool, planned->n);
    pag_entries *entries = PAG_NEW_ARRAY(d->arena, pag_entries, planned->n);
    bool differ = rows_differ(cell->list), asks = pag_planned_asks(cell->list);
    for (size_t i = 0; i < planned->n; i++) {
        entries[i] = (pag_entries){cell->list, &planned->rows[i],
                                   definition_of(d, parent, cell, differ ? i + 1 : 0)};
        names[i] = planned->rows[i].id;
        required[i] =
            asks && (!pag_draw_are_rows(d, &entries[i]) || pag_draw_asks_any(d, &entries[i]));
    }
    pag_draw_keys_unless(d, (pag_keys){planned->n, names, required}, filled);
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    for (size_t i = 0; i < planned->n; i++) {
        pag_json_key(&d->json, names[i]);
        put_row(d, &planned->rows[i], &entries[i]);
    }
    pag_json_end_object(&d->json);
}

static void put_list(pag_drawing *d, const pag_cell *cell, const pag_planned *planned,
                     pag_str parent, bool filled)
{
    pag_about about = pag_draw_about_cell(d, cell);
    if (planned) {
        about.kind = pag_draw_say(d, "the entries of the plan, each below its id",
                                  "le voci del piano, ognuna sotto il suo identificativo");
    }
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &about);
    if (planned) {
        put_rows(d, cell, planned, parent, filled);
    } else {
        put_array(d, &(pag_entries){cell->list, NULL, definition_of(d, parent, cell, 0)}, filled);
    }
    pag_json_end_object(&d->json);
}

/* --- cells --- */

static void put_scalar(pag_drawing *d, const pag_cell *cell, bool filled)
{
    const pag_about about = pag_draw_about_cell(d, cell);
    if (filled) pag_draw_begin_filled(d, &about, cell);
    pag_draw_scalar(d, cell);
    if (filled) pag_draw_end_filled(d);
}

void pag_draw_cells(pag_drawing *d, const pag_entries *entries)
{
    for (size_t i = 0; i < entries->group->n_cells; i++) {
        const pag_cell *cell = &entries->group->cells[i];
        if (cell->origin != PAG_GIVEN) continue;
        bool filled = pag_draw_may_be_filled(d, entries, cell);
        pag_json_key(&d->json, cell->name);
        if (cell->type == PAG_TYPE_SHEET) {
            pag_draw_sheet(d, cell, filled);
        } else if (cell->type == PAG_TYPE_LIST) {
            put_list(d, cell, pag_draw_planned_of(cell, entries->row), entries->name, filled);
        } else {
            put_scalar(d, cell, filled);
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

/* An entry that rows fill up says which one it is: by its id, or by its name. */
static void put_whom(pag_drawing *d, const pag_entries *entries)
{
    const pag_cell *naming = pag_group_naming(entries->group);
    bool asked = pag_draw_are_rows(d, entries) && may_have_id(entries->group) && naming;
    if (!asked) return;
    pag_json_key(&d->json, PAG_STR("anyOf"));
    pag_json_begin_array(&d->json);
    for (size_t i = 0; i < 2; i++) {
        const pag_str key = i ? PAG_STR("id") : naming->name;
        const bool required = true;
        pag_json_begin_object(&d->json);
        pag_draw_required(d, (pag_keys){1, &key, &required});
        pag_json_end_object(&d->json);
    }
    pag_json_end_array(&d->json);
}

/* Of a list of the evaluation, an entry that says nothing is none; one of the plan that rows cannot
 * make must say what they cannot. */
static bool may_be_empty(const pag_drawing *d, const pag_entries *entries)
{
    return pag_draw_are_rows(d, entries) &&
           (!entries->group->from.len || !pag_draw_asks_any(d, entries));
}

static void put_keys(pag_drawing *d, const pag_entries *entries)
{
    const pag_group *group = entries->group;
    pag_str *names = PAG_NEW_ARRAY(d->arena, pag_str, group->n_cells + 1);
    bool *required = PAG_NEW_ARRAY(d->arena, bool, group->n_cells + 1);
    bool empty = may_be_empty(d, entries);
    size_t n = 0;
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].origin != PAG_GIVEN) continue;
        names[n] = group->cells[i].name;
        required[n++] = pag_draw_asks(d, entries, &group->cells[i]);
    }
    if (may_have_id(group)) {
        names[n] = PAG_STR("id");
        required[n++] = !pag_group_naming(group);
    }
    const pag_keys keys = {n, names, required};
    if (empty) pag_draw_begin_else(d);
    if (empty) pag_draw_known(d, keys);
    pag_draw_keys(d, keys);
    put_whom(d, entries);
    if (empty) pag_draw_end_else(d);
}

static void put_id(pag_drawing *d, const pag_entries *entries)
{
    bool rows = pag_draw_are_rows(d, entries);
    pag_str kind = pag_draw_say(d, "a short word that results and refs call the entry by",
                                "una parola breve con cui i risultati chiamano la voce");
    pag_json_key(&d->json, PAG_STR("id"));
    if (rows) pag_draw_begin_filled(d, NULL, NULL);
    pag_draw_text(d, &(pag_about){.title = PAG_STR("id"), .kind = kind});
    if (rows) pag_draw_end_filled(d);
}

static void put_definition(pag_drawing *d, const pag_entries *entries)
{
    const pag_group *group = entries->group;
    pag_about about = {.title = group->title, .source = group->source, .note = group->note};
    pag_json_key(&d->json, pag_draw_name(d, entries));
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &about);
    put_keys(d, entries);
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    if (may_have_id(group)) put_id(d, entries);
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
        put_list_definitions(d, cell, pag_draw_planned_of(cell, entries->row), entries->name);
    }
}

/* With rows only what differs from the definition without them. */
void pag_draw_definitions(pag_drawing *d, const pag_entries *entries)
{
    bool other = !pag_str_equal(pag_draw_name(d, entries), entries->name);
    if (!d->rows || other) put_definition(d, entries);
    pag_draw_inner_definitions(d, entries);
}
