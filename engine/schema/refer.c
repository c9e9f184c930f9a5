/* From what an evaluation writes under a ref to the entry that is meant: the one with this id, else
 * the only one with this name. It never guesses; the nearest one is only suggested. */
#include "base/text.h"
#include "schema/reader.h"

#include <stdlib.h>

enum { MOST_SHOWN = 24 };

typedef struct named {
    pag_str text;
    pag_entry *entry;
} named;

/* The entries of a list that refs point to, by id and by name. */
typedef struct catalogue catalogue;
struct catalogue {
    const pag_group *group;
    const pag_list *list; /* NULL: the file has none, and that is told */
    named *ids, *names;   /* as many as the list has entries, in the order of the texts */
    catalogue *next;
};

typedef struct referring {
    const pag_reader *reader;
    pag_entry *const *subjects; /* NULL: no evaluation, only the plan */
    size_t n_subjects;
    catalogue *catalogues;
    size_t unknown;
    bool all; /* subjects that are not there have been left out on purpose */
    bool ok;
} referring;

/* --- catalogues --- */

static int by_text(const void *left, const void *right)
{
    const named *a = left, *b = right;
    int order = pag_str_compare(a->text, b->text);
    return order ? order
                 : (a->entry->place > b->entry->place) - (a->entry->place < b->entry->place);
}

static named *sorted(pag_arena *arena, const pag_list *list, bool ids)
{
    named *all = PAG_NEW_ARRAY(arena, named, list->n + 1);
    for (size_t i = 0; i < list->n; i++) {
        pag_entry *entry = list->entries[i];
        entry->place = i;
        all[i] = (named){ids ? entry->id : entry->name, entry};
    }
    qsort(all, list->n, sizeof *all, by_text);
    return all;
}

static pag_list *list_of(const referring *r, const pag_group *group)
{
    if (!r->subjects) return pag_planned_list(r->reader->arena, group, group->planned, NULL);
    for (size_t i = 0; i < r->n_subjects; i++) {
        const pag_entry *subject = r->subjects[i];
        if (!subject || subject->group != group->parent) continue;
        const pag_cell *cell = pag_group_cell(subject->group, group->name);
        const pag_figure *figure = &subject->figures[cell->slot];
        return figure->value.kind == PAG_VALUE_LIST ? figure->value.list : NULL;
    }
    return NULL;
}

static void settle(referring *r, pag_list *list);

static const catalogue *catalogue_of(referring *r, const pag_group *group)
{
    pag_arena *arena = r->reader->arena;
    for (catalogue *c = r->catalogues; c; c = c->next) {
        if (c->group == group) return c;
    }
    catalogue *c = PAG_NEW(arena, catalogue);
    pag_list *list = list_of(r, group);
    if (list) settle(r, list);
    *c = (catalogue){.group = group, .list = list, .next = r->catalogues};
    if (c->list) {
        c->ids = sorted(arena, c->list, true);
        c->names = sorted(arena, c->list, false);
    }
    r->catalogues = c;
    return c;
}

/* The first of those called so, and whether there is another. */
static pag_entry *find(const named *all, size_t n, pag_str text, bool *twice)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pag_str_compare(all[middle].text, text) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == n || !pag_str_equal(all[low].text, text)) return NULL;
    *twice = low + 1 < n && pag_str_equal(all[low + 1].text, text);
    return all[low].entry;
}

/* --- what is told --- */

static pag_str path_of(const referring *r, const pag_group *group)
{
    return pag_group_path(r->reader->arena, group);
}

static pag_str all_ids(pag_arena *arena, const pag_list *list)
{
    pag_text text = {.arena = arena};
    for (size_t i = 0; i < list->n && i < MOST_SHOWN; i++) {
        if (i) pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, list->entries[i]->id);
    }
    if (list->n > MOST_SHOWN) pag_text_put(&text, PAG_STR(", …"));
    return pag_text_str(&text);
}

/* The id of the entry whose id or name is nearest; empty when none is near. */
static pag_str nearest(pag_arena *arena, const pag_list *list, pag_str text)
{
    pag_str *texts = PAG_NEW_ARRAY(arena, pag_str, 2 * list->n + 1);
    for (size_t i = 0; i < list->n; i++) {
        texts[i] = list->entries[i]->id;
        texts[list->n + i] = list->entries[i]->name;
    }
    size_t near = pag_str_nearest(text, texts, 2 * list->n);
    return near < 2 * list->n ? list->entries[near % list->n]->id : (pag_str){0};
}

/* As it is written there, in the evaluation or in the plan. */
static pag_str key_of(const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    return cell->origin == PAG_PLANNED ? cell->plan_key : cell->name;
}

static void tell_unknown(referring *r, const pag_figure *figure, const pag_list *list)
{
    pag_arena *arena = r->reader->arena;
    r->ok = false;
    if (r->unknown++ >= PAG_MOST_UNKNOWN) return; /* see there */
    pag_str text = figure->value.text, near = nearest(arena, list, text);
    pag_str path = path_of(r, list->group), ids = all_ids(arena, list);
    if (near.len) {
        pag_diag_add(r->reader->diags, PAG_E0768, figure->pos, 5, key_of(figure), text, path, near,
                     ids);
    } else {
        pag_diag_add(r->reader->diags, PAG_E0769, figure->pos, 4, key_of(figure), text, path, ids);
    }
}

static void tell_twice(referring *r, const pag_figure *figure, const pag_entry *one)
{
    pag_diag_add(r->reader->diags, PAG_E0770, figure->pos, 4, key_of(figure), figure->value.text,
                 path_of(r, one->group), one->id)
        ->also = one->pos;
    r->ok = false;
}

static void tell_left_out(const referring *r, const pag_figure *figure)
{
    const pag_group *list = figure->cell->target;
    if (!r->all) return; /* in a test case an error only where it is read */
    pag_diag_add(r->reader->diags, PAG_E0896, figure->pos, 4, key_of(figure), figure->value.text,
                 path_of(r, list), list->parent->name);
}

/* --- following --- */

static void follow(referring *r, pag_figure *figure)
{
    bool twice = false;
    if (figure->value.kind != PAG_VALUE_TEXT) return; /* left out */
    const catalogue *c = catalogue_of(r, figure->cell->target);
    if (!c->list) {
        tell_left_out(r, figure);
        figure->value = (pag_value){.kind = PAG_VALUE_NONE};
        figure->state = PAG_ABSENT;
        r->ok = false;
        return;
    }
    pag_entry *entry = find(c->ids, c->list->n, figure->value.text, &twice);
    if (!entry) entry = find(c->names, c->list->n, figure->value.text, &twice);
    if (!entry) {
        tell_unknown(r, figure, c->list);
    } else if (twice) {
        tell_twice(r, figure, entry);
    } else {
        figure->value = (pag_value){.kind = PAG_VALUE_ENTRY, .entry = entry};
    }
}

/* Entries that are called like others get their ids, and no two may be called alike. As deep as one
 * list is called like another, see pag_group_naming. */
static void settle(referring *r, pag_list *list)
{
    const pag_cell *naming = list->settled ? NULL : pag_group_naming(list->group);
    list->settled = true;
    if (!naming || naming->type != PAG_TYPE_REF) return;
    pag_identified *ids = PAG_NEW_ARRAY(r->reader->arena, pag_identified, list->n + 1);
    for (size_t i = 0; i < list->n; i++) {
        pag_entry *entry = list->entries[i];
        pag_figure *figure = &entry->figures[naming->slot];
        if (entry->called_like) follow(r, figure);
        if (entry->called_like && figure->value.kind == PAG_VALUE_ENTRY) {
            entry->id = figure->value.entry->id;
            entry->name = figure->value.entry->name;
        }
        pag_pos pos = entry->called_like ? figure->pos : entry->pos;
        ids[i] = (pag_identified){entry->id, pos, entry->called_like};
    }
    if (!pag_reader_distinct(r->reader, ids, list->n)) r->ok = false;
}

/* Lists in lists are as deep as the pack's own text may be. */
static void follow_all(referring *r, pag_entry *entry)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        pag_figure *figure = &entry->figures[i];
        if (figure->cell->type == PAG_TYPE_REF) follow(r, figure);
        if (figure->value.kind != PAG_VALUE_LIST) continue;
        pag_list *list = figure->value.list;
        settle(r, list);
        for (size_t e = 0; e < list->n; e++) follow_all(r, list->entries[e]);
    }
}

bool pag_record_refer(pag_arena *arena, pag_diagnostics *diags, pag_entry *const *subjects,
                      size_t n, bool all)
{
    const pag_reader reader = {.arena = arena, .diags = diags};
    referring r = {
        .reader = &reader, .subjects = subjects, .n_subjects = n, .all = all, .ok = true};
    for (size_t i = 0; i < n; i++) {
        if (subjects[i]) follow_all(&r, subjects[i]);
    }
    return r.ok;
}

/* Lists in lists are as deep as the pack's own text may be. */
static void follow_planned(referring *r, const pag_group *group, const pag_planned *planned)
{
    const pag_list *list = pag_planned_list(r->reader->arena, group, planned, NULL);
    for (size_t e = 0; e < list->n; e++) {
        for (size_t i = 0; i < group->n_cells; i++) {
            const pag_cell *cell = &group->cells[i];
            const pag_planned *inner = planned->rows[e].values[i].inner;
            bool both = cell->origin == PAG_PLANNED && cell->target && cell->target->planned;
            if (both) follow(r, &list->entries[e]->figures[i]);
            if (inner) follow_planned(r, cell->list, inner);
        }
    }
}

bool pag_planned_refer(const pag_reader *reader, const pag_group *group)
{
    referring r = {.reader = reader, .ok = true};
    follow_planned(&r, group, group->planned);
    return r.ok;
}
