/* Lists: entries in the order of the file, each with an id of its own, and what a cell of all of
 * them must sum to. */
#include "base/text.h"
#include "schema/reader.h"

#define ID_KEY PAG_STR("id")

/* --- ids --- */

static bool is_given(const pag_cell *cell, pag_type type)
{
    return cell->origin == PAG_GIVEN && cell->type == type && !cell->optional;
}

static const pag_cell *first_given(const pag_group *group, pag_type type)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        if (is_given(&group->cells[i], type)) return &group->cells[i];
    }
    return NULL;
}

static const pag_cell *naming_text(const pag_group *group)
{
    const pag_cell *name = pag_group_cell(group, PAG_STR("name"));
    if (name && is_given(name, PAG_TYPE_TEXT)) return name;
    return first_given(group, PAG_TYPE_TEXT);
}

const pag_cell *pag_group_naming(const pag_group *group)
{
    enum { LONGEST = 16 }; /* a chain of lists each called like the next; else it is a circle */
    const pag_cell *first = naming_text(group);
    if (first || group->from.len) return first; /* the plan has named its entries */
    first = first_given(group, PAG_TYPE_REF);
    for (size_t i = 0; first && i < LONGEST; i++) {
        const pag_cell *ref = first_given(group, PAG_TYPE_REF);
        if (!ref || group->from.len || naming_text(group)) return first;
        group = ref->target;
    }
    return NULL;
}

static bool say_nameless(const pag_reader *reader, const pag_entry *entry, pag_pos pos)
{
    pag_diag_add(reader->diags, PAG_E0245, pos, 1, entry->group->name);
    return false;
}

/* "2", for the second entry of a test case; others have no use for it. */
static pag_str number_of(const pag_reader *reader, size_t n)
{
    pag_text text = {.arena = reader->arena};
    if (!reader->lenient) return PAG_STR("");
    pag_text_whole(&text, (int64_t)n);
    return pag_text_str(&text);
}

/* The id that is written, else one made from the name. An entry whose name could not be read has
 * no id, and nothing more is said of it. */
static bool identify(const pag_reader *reader, pag_entry *entry, const pag_node *node,
                     pag_str number, pag_pos *pos)
{
    const pag_cell *cell = pag_group_naming(entry->group);
    const pag_figure *figure = cell ? &entry->figures[cell->slot] : NULL;
    const pag_node *id = pag_node_get(node, ID_KEY);
    bool named = figure && figure->value.kind == PAG_VALUE_TEXT;
    if (reader->lenient && !id && (!figure || figure->state == PAG_ABSENT)) {
        entry->id = entry->name = number; /* a test case need not name anybody */
        *pos = entry->pos;
        return true;
    }
    if (id) {
        bool good =
            named ? pag_reader_may_lack(reader, ID_KEY, id) : pag_reader_word(reader, ID_KEY, id);
        if (!good) return false;
        entry->id = id->text;
    } else if (named) {
        entry->id = pag_id_from(reader->arena, figure->value.text);
        entry->called_like = cell->type == PAG_TYPE_REF;
        if (entry->called_like && !entry->id.len) entry->id = figure->value.text;
    } else if (figure) {
        return false;
    }
    *pos = id ? id->pos : named && figure->pos.source ? figure->pos : entry->pos;
    bool calls = named && (cell->type == PAG_TYPE_TEXT || entry->called_like);
    entry->name = calls ? figure->value.text : entry->id;
    return entry->id.len > 0 || say_nameless(reader, entry, *pos);
}

/* --- sums --- */

/* "Castel Rio 50%, Pieve Nuova 49%, …" */
static pag_str parts_text(const pag_reader *reader, const pag_list *list, uint32_t slot)
{
    enum { MOST_SHOWN = 12 };
    pag_arena *arena = reader->arena;
    pag_text text = {.arena = arena};
    for (size_t i = 0; i < list->n && i < MOST_SHOWN; i++) {
        const pag_entry *entry = list->entries[i];
        if (i) pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, entry->name);
        pag_text_byte(&text, ' ');
        const pag_figure *part = &entry->figures[slot];
        pag_text_put(&text,
                     pag_said_as(reader, part->pos, pag_number_written(arena, part->value.number)));
    }
    if (list->n > MOST_SHOWN) pag_text_put(&text, PAG_STR(", …"));
    return pag_text_str(&text);
}

/* Zero in the unit of the cell. */
static pag_number nothing(pag_arena *arena, const pag_cell *cell)
{
    return pag_number_with_unit(arena, PAG_ZERO, pag_type_unit(cell->type));
}

/* False when an entry has no value yet; whether that is wrong is not for a sum to say. */
static bool total_of(pag_arena *arena, const pag_list *list, const pag_cell *cell, pag_number *out,
                     pag_number_error *error)
{
    *out = nothing(arena, cell);
    *error = PAG_NUMBER_OK;
    for (size_t i = 0; i < list->n && !*error; i++) {
        const pag_figure *figure = &list->entries[i]->figures[cell->slot];
        if (figure->state != PAG_DONE || figure->value.kind != PAG_VALUE_NUMBER) return false;
        *error = pag_number_add(arena, out, *out, figure->value.number);
    }
    return true;
}

/* In a table the first cell of the column, else where the list is. */
static pag_pos place_of_sum(const pag_reader *reader, const pag_list *list, const pag_cell *cell,
                            pag_pos pos)
{
    pag_source_cell at;
    for (size_t i = 0; i < list->n; i++) {
        const pag_figure *figure = &list->entries[i]->figures[cell->slot];
        if (pag_said_in_table(reader, figure->pos, &at)) return figure->pos;
    }
    return pos;
}

static bool sum_fits(const pag_reader *reader, const pag_list *list, const pag_cell *cell,
                     pag_pos pos)
{
    pag_number total;
    pag_number_error error;
    pos = place_of_sum(reader, list, cell, pos);
    if (!cell->sum.set || !total_of(reader->arena, list, cell, &total, &error)) return true;
    if (error) {
        pag_diag_add(reader->diags, PAG_E0251, pos, 2, cell->name,
                     parts_text(reader, list, cell->slot));
        return false;
    }
    if (pag_number_order(total, cell->sum.number) == 0) return true;
    pag_number asked =
        pag_number_with_unit(reader->arena, cell->sum.number, pag_type_unit(cell->type));
    pag_diag_add(reader->diags, PAG_E0242, pos, 5, cell->name,
                 pag_said_as(reader, pos, pag_number_written(reader->arena, total)),
                 pag_said_as(reader, pos, pag_number_written(reader->arena, asked)),
                 parts_text(reader, list, cell->slot), pag_said_as(reader, pos, PAG_STR("33.33%")));
    return false;
}

bool pag_list_sums(const pag_reader *reader, const pag_list *list, pag_pos pos)
{
    bool ok = true;
    for (size_t i = 0; i < list->group->n_cells; i++) {
        ok = sum_fits(reader, list, &list->group->cells[i], pos) && ok;
    }
    return ok;
}

/* As deep as lists nest. */
static bool sums_of(const pag_reader *reader, const pag_entry *entry)
{
    bool ok = true;
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_value *value = &entry->figures[i].value;
        if (value->kind != PAG_VALUE_LIST) continue;
        ok = pag_list_sums(reader, value->list, entry->pos) && ok;
        for (size_t e = 0; e < value->list->n; e++) {
            ok = sums_of(reader, value->list->entries[e]) && ok;
        }
    }
    return ok;
}

bool pag_record_sums(pag_arena *arena, pag_diagnostics *diags, const pag_entry *subject)
{
    const pag_reader reader = {.arena = arena, .diags = diags};
    return sums_of(&reader, subject);
}

/* --- entries --- */

static bool read_entries(const pag_reader *reader, pag_list *list, const pag_node *node,
                         pag_entry *parent)
{
    static const pag_str id = PAG_WORD("id");
    bool ok = true;
    size_t n = 0;
    pag_identified *all = PAG_NEW_ARRAY(reader->arena, pag_identified, node->count);
    for (size_t i = 0; i < node->count && pag_diagnostics_errors(reader->diags) < PAG_MOST_ERRORS;
         i++) {
        const pag_node *item = node->items[i];
        pag_entry *entry = pag_entry_create(reader->arena, list->group, parent, item->pos);
        list->entries[list->n++] = entry;
        if (!pag_reader_map(reader, list->group->name, item)) {
            ok = false;
            continue;
        }
        ok = pag_entry_read(reader, entry, item, (pag_names){&id, 1}) && ok;
        if (!identify(reader, entry, item, number_of(reader, i + 1), &all[n].pos)) {
            ok = false;
        } else if (!entry->called_like) { /* else its id is known when refs have been followed */
            all[n++].id = entry->id;
        }
    }
    return pag_reader_distinct(reader, all, n) && ok && list->n == node->count;
}

pag_list *pag_list_read(const pag_reader *reader, const pag_cell *cell, const pag_node *node,
                        pag_entry *parent)
{
    if (!pag_reader_list(reader, cell->name, node)) return NULL;
    pag_list *list = PAG_NEW(reader->arena, pag_list);
    const pag_group *group = cell->list;
    list->handle = PAG_HANDLE_LIST;
    list->group = group;
    list->entries = PAG_NEW_ARRAY(reader->arena, pag_entry *, node->count);
    bool ok = read_entries(reader, list, node, parent);
    return pag_list_sums(reader, list, node->pos) && ok ? list : NULL;
}
