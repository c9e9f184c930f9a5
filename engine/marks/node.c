/* Nodes that no file of YAML holds, with places in a CSV, and maps made of two. Nodes are never
 * changed: what is to be different is made anew, with all that holds it. */
#include "marks/internal.h"

#include <string.h>

const pag_node *pag_marks_scalar(pag_arena *arena, pag_str text, pag_pos pos)
{
    pag_node *node = PAG_NEW(arena, pag_node);
    node->kind = PAG_NODE_SCALAR;
    node->pos = pos;
    node->text = text;
    return node;
}

const pag_node *pag_marks_map(pag_arena *arena, const pag_pair *pairs, size_t n, pag_pos pos)
{
    pag_node *node = PAG_NEW(arena, pag_node);
    node->kind = PAG_NODE_MAP;
    node->pos = pos;
    node->text = PAG_STR("");
    node->count = n;
    node->pairs = pairs;
    return node;
}

static bool is_nothing(const pag_node *scalar)
{
    pag_str text = scalar->text;
    return !text.len || (scalar->plain && (pag_str_equal(text, PAG_STR("~")) ||
                                           pag_str_equal(text, PAG_STR("null"))));
}

/* As deep as a file of YAML may be. */
bool pag_marks_is_empty(const pag_node *node)
{
    if (node->kind == PAG_NODE_SCALAR) return is_nothing(node);
    for (size_t i = 0; i < node->count; i++) {
        const pag_node *inner = node->kind == PAG_NODE_MAP ? node->pairs[i].value : node->items[i];
        if (!pag_marks_is_empty(inner)) return false;
    }
    return true;
}

static size_t index_of(const pag_pair *pairs, size_t n, pag_str key)
{
    size_t i = 0;
    while (i < n && !pag_str_equal(pairs[i].key, key)) i++;
    return i;
}

/* The pairs of the map, with room for `more`. */
static pag_pair *pairs_of(pag_arena *arena, const pag_node *map, size_t more)
{
    pag_pair *pairs = PAG_NEW_ARRAY(arena, pag_pair, map->count + more);
    if (map->count) memcpy(pairs, map->pairs, map->count * sizeof *pairs);
    return pairs;
}

const pag_node *pag_marks_over(pag_arena *arena, const pag_node *map, const pag_node *over)
{
    size_t n = map->count;
    pag_pair *pairs = pairs_of(arena, map, over->count);
    for (size_t i = 0; i < over->count; i++) {
        size_t at = index_of(pairs, map->count, over->pairs[i].key);
        if (at == map->count) pairs[at = n++] = over->pairs[i];
        pairs[at].value = over->pairs[i].value;
    }
    return pag_marks_map(arena, pairs, n, map->pos);
}

const pag_node *pag_marks_with(pag_arena *arena, const pag_node *map, pag_str key,
                               const pag_node *value)
{
    const pag_pair pair = {.key = key, .key_pos = value->pos, .value = value};
    const pag_node *over = pag_marks_map(arena, &pair, 1, value->pos);
    return pag_marks_over(arena, map, over);
}

/* What becomes of a key that both have; NULL, and told, when both say something. */
static const pag_node *one_of(const pag_marks *marks, const pag_pair *written, const pag_pair *row,
                              const pag_str about[2])
{
    const pag_node *a = written->value, *b = row->value;
    bool whom = about && (pag_str_equal(row->key, about[0]) || pag_str_equal(row->key, about[1]));
    if (pag_marks_is_empty(b) || (whom && !pag_marks_is_empty(a))) return a;
    if (pag_marks_is_empty(a)) return b;
    if (a->kind == PAG_NODE_MAP && b->kind == PAG_NODE_MAP) {
        return pag_marks_both(marks, a, b, NULL);
    }
    pag_diag_add(marks->diags, PAG_E0949, b->pos, 1, row->key)->also = a->pos;
    return NULL;
}

/* A row is an entry, a sheet of it, or a mark with its reason: no deeper. */
const pag_node *pag_marks_both(const pag_marks *marks, const pag_node *map, const pag_node *row,
                               const pag_str about[2])
{
    bool ok = true;
    size_t n = map->count;
    pag_pair *pairs = pairs_of(marks->arena, map, row->count);
    for (size_t i = 0; i < row->count; i++) {
        size_t at = index_of(pairs, map->count, row->pairs[i].key);
        if (at == map->count) {
            pairs[n++] = row->pairs[i];
        } else {
            pairs[at].value = one_of(marks, &map->pairs[at], &row->pairs[i], about);
            ok = pairs[at].value && ok;
        }
    }
    return ok ? pag_marks_map(marks->arena, pairs, n, map->pos) : NULL;
}
