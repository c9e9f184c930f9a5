/* Items of two lists, such as the rows of a table, that are one: those whose words are the same,
 * then those that share an entry, in their order. Of rows an edge says less than what they give: it
 * may be where the row beside was cut before. */
#include "diff/internal.h"

enum { SAME = 1000, EDGE = 4, OTHER = 5 };

/* How much the two have in common; 0: nothing that says they are one. */
static uint32_t likeness(const pag_branch *a, const pag_branch *b)
{
    uint32_t shared = 0;
    if (pag_branch_same(a, b)) return SAME;
    if (!pag_branch_led_same(a, b)) return 0;
    for (size_t i = 0; i < a->n; i++) {
        for (size_t j = 0; j < b->n; j++) {
            if (pag_str_equal(a->of[i].key, b->of[j].key) &&
                pag_branch_same(&a->of[i], &b->of[j])) {
                bool edge = pag_key_is_edge(a->of[i].key, 0) || pag_key_is_edge(a->of[i].key, 1);
                shared += edge ? EDGE : OTHER;
                break;
            }
        }
    }
    return shared;
}

static bool is_item(const pag_branch *entry)
{
    return entry->key.len == 0;
}

typedef struct items {
    size_t n;
    const pag_branch **at;
} items;

static items items_of(pag_arena *arena, const pag_branch *list)
{
    items all = {0, PAG_NEW_ARRAY(arena, const pag_branch *, list->n + 1)};
    for (size_t i = 0; i < list->n; i++) {
        if (is_item(&list->of[i])) all.at[all.n++] = &list->of[i];
    }
    return all;
}

/* best[i][j]: the most that the items from i and j on have in common. */
static uint32_t *best_of(pag_arena *arena, const items *a, const items *b)
{
    size_t wide = b->n + 1;
    uint32_t *best = PAG_NEW_ARRAY(arena, uint32_t, (a->n + 1) * wide);
    for (size_t i = a->n; i-- > 0;) {
        for (size_t j = b->n; j-- > 0;) {
            uint32_t like = likeness(a->at[i], b->at[j]);
            uint32_t most = best[(i + 1) * wide + j];
            if (best[i * wide + j + 1] > most) most = best[i * wide + j + 1];
            if (like && best[(i + 1) * wide + j + 1] + like > most) {
                most = best[(i + 1) * wide + j + 1] + like;
            }
            best[i * wide + j] = most;
        }
    }
    return best;
}

/* Items between two that were found: one by one where there are as many, else each for itself. */
static size_t put_between(const items *a, size_t from, size_t to, const items *b, size_t begin,
                          size_t end, pag_slot *out)
{
    size_t n = 0;
    bool paired = to - from == end - begin;
    for (size_t i = from; i < to; i++) {
        const pag_branch *other = paired ? b->at[begin + i - from] : NULL;
        out[n++] = (pag_slot){.sides = {a->at[i], other}, .edit = PAG_NO_EDIT};
    }
    for (size_t j = begin; !paired && j < end; j++) {
        out[n++] = (pag_slot){.sides = {NULL, b->at[j]}, .edit = PAG_NO_EDIT};
    }
    return n;
}

size_t pag_items_align(pag_arena *arena, const pag_branch *const lists[2], pag_slot *out)
{
    items a = items_of(arena, lists[0]), b = items_of(arena, lists[1]);
    const uint32_t *best = best_of(arena, &a, &b);
    size_t wide = b.n + 1, i = 0, j = 0, from = 0, begin = 0, n = 0;
    while (i < a.n && j < b.n) {
        uint32_t like = likeness(a.at[i], b.at[j]);
        if (like && best[i * wide + j] == best[(i + 1) * wide + j + 1] + like) {
            n += put_between(&a, from, i, &b, begin, j, out + n);
            out[n++] = (pag_slot){.sides = {a.at[i], b.at[j]}, .edit = PAG_NO_EDIT};
            from = ++i;
            begin = ++j;
        } else if (best[i * wide + j] == best[(i + 1) * wide + j]) {
            i++;
        } else {
            j++;
        }
    }
    return n + put_between(&a, from, a.n, &b, begin, b.n, out + n);
}
