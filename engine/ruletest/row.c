/* One row of a table as data: the nodes of the case, with the cells of the row put where the table
 * says. Nodes are never changed; those on the way are copies. */
#include "ruletest/internal.h"

/* --- the way --- */

/* The next part of "office.member.a", which is cut off. */
static pag_str next_part(pag_str *path)
{
    size_t end = pag_str_find(*path, '.');
    pag_str part = {path->at, end};
    size_t eaten = end < path->len ? end + 1 : end;
    *path = (pag_str){path->at + eaten, path->len - eaten};
    return part;
}

static void put_lists(pag_text *out, const pag_group *group)
{
    if (out->len) pag_text_put(out, PAG_STR(", "));
    pag_text_put(out, pag_group_path(out->arena, group));
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) put_lists(out, group->cells[i].list); /* bounded by the pack */
    }
}

static bool say_no_table(pag_diagnostics *diags, const pag_pack *pack, const pag_node *table)
{
    pag_text all = {.arena = pag_diagnostics_arena(diags)};
    for (size_t i = 0; i < pag_pack_subjects(pack); i++) {
        put_lists(&all, pag_pack_subject(pack, i));
    }
    pag_diag_add(diags, PAG_E0838, table->pos, 2, table->text, pag_text_str(&all));
    return false;
}

bool pag_descent_find(pag_arena *arena, pag_diagnostics *diags, const pag_pack *pack,
                      const pag_node *table, pag_descent *out)
{
    pag_str left = table->text, first = next_part(&left);
    *out = (pag_descent){.steps = PAG_NEW_ARRAY(arena, pag_descent_step, table->text.len)};
    for (size_t i = 0; i < pag_pack_subjects(pack); i++) {
        const pag_group *subject = pag_pack_subject(pack, i);
        if (pag_str_equal(subject->name, first)) out->subject = out->group = subject;
    }
    while (out->group && left.len) {
        pag_str part = next_part(&left);
        const pag_cell *cell = pag_group_cell(out->group, part);
        pag_descent_step *last = out->n ? &out->steps[out->n - 1] : NULL;
        if (cell && cell->list) {
            out->steps[out->n++] = (pag_descent_step){.cell = cell};
            out->group = cell->list;
        } else if (last && !last->id.len) {
            last->id = part;
        } else {
            out->group = NULL;
        }
    }
    return out->group || say_no_table(diags, pack, table);
}

/* --- the data --- */

typedef struct putting {
    pag_arena *arena;
    pag_diagnostics *diags;
    const pag_case *c;
    const pag_node *row;
    pag_descent *way;
} putting;

static const pag_node *map_of(const putting *p, pag_pair *pairs, size_t n)
{
    pag_node *map = PAG_NEW(p->arena, pag_node);
    *map = (pag_node){.kind = PAG_NODE_MAP, .pos = p->row->pos, .count = n, .pairs = pairs};
    return map;
}

/* The map (NULL: an empty one) with `value` for the key. */
static const pag_node *with_pair(const putting *p, const pag_node *map, pag_str key, pag_pos pos,
                                 const pag_node *value)
{
    size_t n = map ? map->count : 0, at = 0;
    pag_pair *pairs = PAG_NEW_ARRAY(p->arena, pag_pair, n + 1);
    for (size_t i = 0; i < n; i++) pairs[i] = map->pairs[i];
    while (at < n && !pag_str_equal(pairs[at].key, key)) at++;
    pairs[at] = (pag_pair){key, pos, value};
    return map_of(p, pairs, at < n ? n : n + 1);
}

static const pag_node *with_cells(const putting *p, const pag_node *map)
{
    for (size_t i = 0; i < p->c->given->count; i++) {
        const pag_node *name = p->c->given->items[i];
        map = with_pair(p, map, name->text, name->pos, p->row->items[i]);
    }
    return map;
}

static const pag_node *text_node(const putting *p, pag_str text)
{
    pag_node *node = PAG_NEW(p->arena, pag_node);
    *node = (pag_node){.kind = PAG_NODE_SCALAR, .pos = p->c->table->pos, .text = text};
    return node;
}

static bool has_id(pag_arena *arena, const pag_group *group, const pag_node *item, pag_str id)
{
    const pag_cell *naming = pag_group_naming(group);
    if (item->kind != PAG_NODE_MAP) return false;
    const pag_node *own = pag_node_get(item, PAG_STR("id"));
    if (own) return pag_str_equal(own->text, id);
    const pag_node *name = naming ? pag_node_get(item, naming->name) : NULL;
    return name && name->kind == PAG_NODE_SCALAR &&
           pag_str_equal(pag_id_from(arena, name->text), id);
}

/* Which of the entries written; none is written where it is a new one. */
static bool choose(const putting *p, const pag_node *list, pag_descent_step *step)
{
    size_t n = list ? list->count : 0;
    step->index = 0;
    if (!step->id.len && n > 1) {
        pag_diag_add(p->diags, PAG_E0839, p->c->table->pos, 2, p->c->table->text, step->cell->name);
        return false;
    }
    while (step->id.len && step->index < n &&
           !has_id(p->arena, step->cell->list, list->items[step->index], step->id)) {
        step->index++;
    }
    if (!step->id.len || n == 0 || step->index < n) return true;
    pag_diag_add(p->diags, PAG_E0902, p->c->table->pos, 2, step->id, step->cell->name);
    return false;
}

static const pag_node *put(const putting *p, const pag_node *map, size_t at);

/* An entry of a map keyed by ids, as lists from the plan are (NULL: none is written). */
static const pag_node *put_keyed(const putting *p, const pag_node *map, size_t at)
{
    pag_descent_step *step = &p->way->steps[at];
    if (!step->id.len && map && map->count == 1) step->id = map->pairs[0].key;
    if (!step->id.len) {
        pag_diag_add(p->diags, PAG_E0839, p->c->table->pos, 2, p->c->table->text, step->cell->name);
        return NULL;
    }
    const pag_node *entry = put(p, map ? pag_node_get(map, step->id) : NULL, at + 1);
    return entry ? with_pair(p, map, step->id, p->c->table->pos, entry) : NULL;
}

static const pag_node *put_listed(const putting *p, const pag_node *list, size_t at)
{
    pag_descent_step *step = &p->way->steps[at];
    if (!choose(p, list, step)) return NULL;
    size_t n = list ? list->count : 0, i = step->index;
    const pag_node **items = PAG_NEW_ARRAY(p->arena, const pag_node *, n + 1);
    for (size_t k = 0; k < n; k++) items[k] = list->items[k];
    items[i] = put(p, i < n ? items[i] : NULL, at + 1);
    if (!items[i]) return NULL;
    if (i == n && step->id.len) {
        pag_str key = PAG_STR("id");
        items[i] = with_pair(p, items[i], key, p->c->table->pos, text_node(p, step->id));
    }
    pag_node *out = PAG_NEW(p->arena, pag_node);
    *out = (pag_node){.kind = PAG_NODE_LIST, .pos = p->row->pos, .count = i < n ? n : n + 1};
    out->items = items;
    return out;
}

/* The map of a subject or entry (NULL: none is written) with what lies from step `at` on. What is
 * of another kind than a map or list is left for the reader to refuse. As deep as the way. */
static const pag_node *put(const putting *p, const pag_node *map, size_t at)
{
    if (map && map->kind != PAG_NODE_MAP) return map;
    if (at == p->way->n) return with_cells(p, map);
    const pag_cell *cell = p->way->steps[at].cell;
    const pag_node *old = map ? pag_node_get(map, cell->name) : NULL;
    bool keyed = old ? old->kind == PAG_NODE_MAP : cell->list->from.len > 0;
    const pag_node *list = old;
    if (keyed) {
        list = put_keyed(p, old, at);
    } else if (!old || old->kind == PAG_NODE_LIST) {
        list = put_listed(p, old, at);
    }
    return list ? with_pair(p, map, cell->name, p->c->table->pos, list) : NULL;
}

const pag_node *pag_descent_data(pag_arena *arena, pag_diagnostics *diags, const pag_case *c,
                                 const pag_node *row, pag_descent *way)
{
    putting p = {arena, diags, c, row, way};
    const pag_node *below = pag_node_get(c->node, way->subject->name);
    if (way->subject->top && !below) return put(&p, c->node, 0);
    const pag_node *subject = put(&p, below, 0);
    if (!subject) return NULL;
    return with_pair(&p, c->node, way->subject->name, c->table->pos, subject);
}

/* --- the entry --- */

static pag_entry *entry_of(const pag_figure *figure, const pag_descent_step *step)
{
    if (figure->value.kind != PAG_VALUE_LIST) return NULL;
    const pag_list *list = figure->value.list;
    for (size_t i = 0; step->id.len && i < list->n; i++) {
        if (pag_str_equal(list->entries[i]->id, step->id)) return list->entries[i];
    }
    return step->index < list->n ? list->entries[step->index] : NULL;
}

pag_entry *pag_descent_entry(const pag_result *result, const pag_descent *way)
{
    pag_entry *entry = NULL;
    for (size_t i = 0; i < result->n_subjects; i++) {
        pag_entry *subject = result->subjects[i];
        if (subject && subject->group == way->subject) entry = subject;
    }
    for (size_t i = 0; entry && i < way->n; i++) {
        entry = entry_of(&entry->figures[way->steps[i].cell->slot], &way->steps[i]);
    }
    return entry;
}
