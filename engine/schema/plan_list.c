/* Lists of the plan: items with an id, and under their other keys single values and lists again.
 * Which keys there are is the business of the rules that use the list. */
#include "schema/reader.h"

#define ID_KEY PAG_STR("id")

/* --- one item --- */

/* What people call the item: the first of these that it has. */
static const pag_node *name_of(const pag_node *node, pag_str *key)
{
    static const pag_str keys[] = {PAG_WORD("name"), PAG_WORD("title")};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const pag_node *name = pag_node_get(node, keys[i]);
        if (!name || name->kind != PAG_NODE_SCALAR) continue;
        *key = keys[i];
        return name;
    }
    *key = (pag_str){"", 0};
    return NULL;
}

/* The id that is written, else one made from the name. */
static bool identify(const pag_reader *reader, pag_str list, pag_plan_item *item, pag_pos *pos)
{
    const pag_node *id = pag_node_get(item->node, ID_KEY);
    const pag_node *name = name_of(item->node, &item->name_key);
    *pos = id ? id->pos : name ? name->pos : item->node->pos;
    if (id) item->id = id->text;
    if (!id && name) item->id = pag_id_from(reader->arena, name->text);
    item->name = name ? name->text : item->id;
    if (item->id.len) return true;
    pag_diag_add(reader->diags, PAG_E0781, *pos, 1, list);
    return false;
}

/* A value of an item: one of its own, or a list of items. */
static bool read_value(const pag_reader *reader, const pag_pair *pair, pag_plan_item *item)
{
    switch (pair->value->kind) {
    case PAG_NODE_SCALAR: return pag_reader_scalar(reader, pair->key, pair->value);
    case PAG_NODE_MAP:
        pag_diag_add(reader->diags, PAG_E0782, pair->key_pos, 1, pair->key);
        return false;
    case PAG_NODE_LIST: break;
    }
    return pag_plan_list_read(reader, pair->key, pair, &item->lists[item->n_lists++]);
}

/* True when all of it is right; only an item whose id is known counts among the ids. */
static bool read_item(const pag_reader *reader, pag_str list, const pag_node *node,
                      pag_plan_item *out, pag_identified *id)
{
    if (node->kind != PAG_NODE_MAP) {
        pag_diag_add(reader->diags, PAG_E0780, node->pos, 1, list);
        return false;
    }
    bool ok = true;
    out->node = node;
    out->lists = PAG_NEW_ARRAY(reader->arena, pag_plan_list, node->count + 1);
    for (size_t i = 0; i < node->count; i++) {
        ok = read_value(reader, &node->pairs[i], out) && ok;
    }
    if (!ok || !identify(reader, list, out, &id->pos)) return false;
    id->id = out->id;
    return true;
}

/* --- the list --- */

/* Lists in lists are bounded by the depth of YAML files. */
bool pag_plan_list_read(const pag_reader *reader, pag_str path, const pag_pair *pair,
                        pag_plan_list *out)
{
    const pag_node *node = pair->value;
    *out = (pag_plan_list){.path = path, .pos = pair->key_pos};
    if (!pag_reader_list(reader, pair->key, node)) return false;
    bool ok = true;
    size_t n = 0;
    pag_identified *ids = PAG_NEW_ARRAY(reader->arena, pag_identified, node->count);
    out->n = node->count;
    out->items = PAG_NEW_ARRAY(reader->arena, pag_plan_item, out->n);
    for (size_t i = 0; i < out->n; i++) {
        if (read_item(reader, pair->key, node->items[i], &out->items[i], &ids[n])) {
            n++;
        } else {
            ok = false;
        }
    }
    return pag_reader_distinct(reader, ids, n) && ok;
}
