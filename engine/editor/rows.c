/* What an evaluation may leave to the rows it names: entries of lists, or parts of them. It may
 * leave it out, or leave it empty as an empty form does; whatever it says is held against the same
 * as always. Which rows there are no schema can know, so all lists that can have some are taken so.
 */
#include "editor/internal.h"

const pag_planned *pag_draw_planned_of(const pag_cell *cell, const pag_planned_row *row)
{
    if (cell->type != PAG_TYPE_LIST) return NULL;
    if (cell->list->planned) return cell->list->planned;
    return cell->list->from.len && row ? row->values[cell->slot].inner : NULL;
}

/* --- what must be written --- */

/* Whether the entries of the list can be rows; lists in lists never are. */
static bool can_be_rows(const pag_cell *cell)
{
    if (!cell->list || cell->list->depth != 1) return false;
    for (size_t i = 0; i < cell->list->n_cells; i++) {
        const pag_cell *inner = &cell->list->cells[i];
        if (inner->origin == PAG_GIVEN && !inner->list) return true;
    }
    return false;
}

bool pag_draw_has_rows_in(const pag_group *group)
{
    size_t i = 0;
    while (i < group->n_cells && !can_be_rows(&group->cells[i])) i++;
    return i < group->n_cells;
}

bool pag_draw_are_rows(const pag_drawing *d, const pag_entries *entries)
{
    const pag_group *group = entries->group;
    if (!d->rows || !group->parent) return false;
    const pag_cell *cell = pag_group_cell(group->parent, group->name);
    return cell && can_be_rows(cell);
}

bool pag_draw_asks_any(const pag_drawing *d, const pag_entries *entries)
{
    size_t i = 0;
    while (i < entries->group->n_cells && !pag_draw_asks(d, entries, &entries->group->cells[i])) {
        i++;
    }
    return i < entries->group->n_cells;
}

/* Whether each entry of the list has something that no row can say: another list. */
static bool asks_more_than_rows(const pag_drawing *d, const pag_cell *cell,
                                const pag_planned *planned)
{
    pag_entries entries = {.group = cell->list};
    bool more = !planned && pag_draw_asks_any(d, &entries);
    for (size_t i = 0; planned && i < planned->n && !more; i++) {
        entries.row = &planned->rows[i];
        more = pag_draw_asks_any(d, &entries);
    }
    return more;
}

bool pag_draw_asks(const pag_drawing *d, const pag_entries *entries, const pag_cell *cell)
{
    const pag_planned *planned = pag_draw_planned_of(cell, entries->row);
    if (cell->origin != PAG_GIVEN || cell->optional || cell->value.kind != PAG_VALUE_NONE) {
        return false;
    }
    if (planned && !pag_planned_asks(cell->list)) return false;
    if (d->rows && can_be_rows(cell)) return asks_more_than_rows(d, cell, planned);
    return cell->list || !pag_draw_are_rows(d, entries);
}

bool pag_draw_may_be_filled(const pag_drawing *d, const pag_entries *entries, const pag_cell *cell)
{
    const pag_planned *planned = pag_draw_planned_of(cell, entries->row);
    if (!d->rows || !can_be_rows(cell)) return !cell->list && pag_draw_are_rows(d, entries);
    return !asks_more_than_rows(d, cell, planned);
}

pag_str pag_draw_name(const pag_drawing *d, const pag_entries *entries)
{
    bool other = pag_draw_are_rows(d, entries) || (d->rows && pag_draw_has_rows_in(entries->group));
    return other ? pag_text_join(d->arena, 2, PAG_STR("rows:"), entries->name) : entries->name;
}

/* --- what rows may fill --- */

/* Opens {outer: {inner: … */
static void put_around(pag_drawing *d, pag_str outer, pag_str inner)
{
    pag_json_key(&d->json, outer);
    pag_json_begin_object(&d->json);
    pag_json_key(&d->json, inner);
}

/* Nothing, or holding nothing but what is empty. Said with these keywords because the language
 * server for YAML looks for what to offer along "items", and would never come back. */
void pag_draw_empty(pag_drawing *d)
{
    static const char *const types[] = {"null", "string", "array", "object"};
    const pag_str itself = PAG_STR("empty");
    pag_json_key(&d->json, itself);
    pag_json_begin_object(&d->json);
    pag_json_key(&d->json, PAG_STR("type"));
    pag_json_begin_array(&d->json);
    for (size_t i = 0; i < 4; i++) pag_json_string(&d->json, pag_str_from(types[i]));
    pag_json_end_array(&d->json);
    pag_json_put_whole(&d->json, PAG_STR("maxLength"), 0);
    put_around(d, PAG_STR("patternProperties"), PAG_STR(""));
    pag_draw_reference(d, itself);
    pag_json_end_object(&d->json);
    pag_json_key(&d->json, PAG_STR("not"));
    pag_json_begin_object(&d->json);
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("array"));
    put_around(d, PAG_STR("contains"), PAG_STR("not"));
    pag_draw_reference(d, itself);
    pag_json_end_object(&d->json);
    pag_json_end_object(&d->json);
    pag_json_end_object(&d->json);
}

void pag_draw_begin_else(pag_drawing *d)
{
    pag_json_key(&d->json, PAG_STR("if"));
    pag_draw_reference(d, PAG_STR("empty"));
    pag_json_key(&d->json, PAG_STR("else"));
    pag_json_begin_object(&d->json);
}

void pag_draw_end_else(pag_drawing *d)
{
    pag_json_end_object(&d->json);
}

void pag_draw_begin_filled(pag_drawing *d, const pag_about *about, const pag_cell *offered)
{
    pag_json_begin_object(&d->json);
    if (about) pag_draw_about(d, about);
    if (offered) pag_draw_offered(d, offered);
    pag_json_key(&d->json, PAG_STR("if"));
    pag_draw_reference(d, PAG_STR("empty"));
    pag_json_key(&d->json, PAG_STR("else"));
}

void pag_draw_end_filled(pag_drawing *d)
{
    pag_json_end_object(&d->json);
}

/* What may stand below the keys is said outside, where an editor finds it for what is empty too. */
void pag_draw_known(pag_drawing *d, pag_keys keys)
{
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    for (size_t i = 0; i < keys.n; i++) pag_json_put_bool(&d->json, keys.names[i], true);
    pag_json_end_object(&d->json);
}

void pag_draw_keys_unless(pag_drawing *d, pag_keys keys, bool empty)
{
    if (empty) pag_draw_begin_else(d);
    if (empty) pag_draw_known(d, keys);
    pag_draw_keys(d, keys);
    if (empty) pag_draw_end_else(d);
}
