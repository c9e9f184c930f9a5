/* Lists from the plan in an evaluation: a map keyed by the ids of the plan instead of a list, in
 * which each entry says what was observed. What the plan itself says is never written there. */
#include "schema/reader.h"

/* --- entries of the plan --- */

static void fill(pag_entry *entry)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_planned_value *said = &entry->row->values[i];
        pag_figure *figure = &entry->figures[i];
        if (figure->cell->origin != PAG_PLANNED) continue;
        figure->value = said->value;
        figure->pos = said->pos;
        figure->defaulted = said->defaulted;
        figure->state = PAG_DONE;
    }
}

pag_list *pag_planned_list(pag_arena *arena, const pag_group *group, const pag_planned *planned,
                           pag_entry *parent)
{
    pag_list *list = PAG_NEW(arena, pag_list);
    list->handle = PAG_HANDLE_LIST;
    list->group = group;
    list->n = planned->n;
    list->entries = PAG_NEW_ARRAY(arena, pag_entry *, list->n);
    for (size_t i = 0; i < list->n; i++) {
        const pag_planned_row *row = &planned->rows[i];
        pag_entry *entry = pag_entry_create(arena, group, parent, row->pos);
        entry->row = row;
        entry->id = row->id;
        entry->name = row->name;
        fill(entry);
        list->entries[i] = entry;
    }
    return list;
}

const pag_planned *pag_planned_within(const pag_cell *cell, const pag_planned_row *row)
{
    const pag_group *list = cell->list;
    if (!list || list->planned) return list ? list->planned : NULL;
    return list->from.len && row ? row->values[cell->slot].inner : NULL;
}

const pag_planned *pag_planned_of(const pag_figure *figure)
{
    return pag_planned_within(figure->cell, figure->entry->row);
}

/* Lists in lists are bounded by the depth of rule files. */
bool pag_planned_asks(const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        bool asked =
            cell->origin == PAG_GIVEN && cell->value.kind == PAG_VALUE_NONE && !cell->optional;
        if (cell->list && cell->list->from.len) asked = pag_planned_asks(cell->list);
        if (asked) return true;
    }
    return false;
}

/* --- what is wrong with the map --- */

static pag_names ids_of(pag_arena *arena, const pag_list *list)
{
    pag_str *ids = PAG_NEW_ARRAY(arena, pag_str, list->n);
    for (size_t i = 0; i < list->n; i++) ids[i] = list->entries[i]->id;
    return (pag_names){ids, list->n};
}

static bool keys_are_ids(const pag_reader *reader, const pag_node *map)
{
    size_t unknown = 0;
    for (size_t i = 0; i < map->count && unknown < PAG_MOST_UNKNOWN; i++) {
        const pag_pair *pair = &map->pairs[i];
        if (pag_names_have(reader->known, pair->key)) continue;
        pag_reader_unknown(reader, pair->key, pair->key_pos, reader->known, pag_unknown_item);
        unknown++;
    }
    return unknown == 0;
}

static bool is_map(const pag_reader *reader, const pag_figure *figure, const pag_node *node)
{
    const pag_cell *cell = figure->cell;
    if (node->kind != PAG_NODE_LIST) return pag_reader_map(reader, cell->name, node);
    pag_text example = {.arena = reader->arena};
    pag_text_put(&example, pag_planned_of(figure)->rows[0].id);
    pag_text_put(&example, PAG_STR(": "));
    pag_put_given_example(&example, cell->list);
    pag_diag_add(reader->diags, PAG_E0788, node->pos, 2, cell->name, pag_text_str(&example));
    return false;
}

static bool say_missing(const pag_reader *reader, const pag_entry *entry, const pag_node *map)
{
    if (pag_names_misspelt(reader->known, map, entry->id)) return false;
    pag_text example = {.arena = reader->arena};
    pag_text_put(&example, entry->id);
    pag_text_put(&example, PAG_STR(": "));
    pag_put_given_example(&example, entry->group);
    pag_diag_add(reader->diags, PAG_E0790, map->pos, 3, entry->group->name, entry->id,
                 pag_text_str(&example))
        ->also = entry->row->pos;
    return false;
}

/* --- reading --- */

static bool read_entry(const pag_reader *reader, pag_entry *entry, const pag_node *map)
{
    const pag_node *node = map ? pag_node_get(map, entry->id) : NULL;
    const pag_node nothing = {.kind = PAG_NODE_MAP, .pos = entry->pos};
    bool asks = pag_planned_asks(entry->group) && !reader->lenient;
    if (!node && asks) return map && say_missing(reader, entry, map);
    if (node) {
        if (!pag_reader_map(reader, entry->id, node)) return false;
        entry->pos = node->pos;
    }
    return pag_entry_read(reader, entry, node ? node : &nothing, (pag_names){NULL, 0});
}

pag_list *pag_planned_read(const pag_reader *reader, const pag_figure *figure, const pag_node *node)
{
    const pag_planned *planned = pag_planned_of(figure);
    if (node && !is_map(reader, figure, node)) return NULL;
    pag_list *list = pag_planned_list(reader->arena, figure->cell->list, planned, figure->entry);
    const pag_reader own = {reader->arena, reader->diags, ids_of(reader->arena, list),
                            reader->lenient};
    bool ok = !node || keys_are_ids(&own, node);
    for (size_t i = 0; i < list->n && pag_diagnostics_errors(reader->diags) < PAG_MOST_ERRORS;
         i++) {
        ok = read_entry(&own, list->entries[i], node) && ok;
    }
    return pag_list_sums(reader, list, node ? node->pos : planned->pos) && ok ? list : NULL;
}
