/* The figures to be paid that are noted, of which there are as many as people and more: found by
 * what they are, in a table of their numbers. Open addressing, at most half full. */
#include "diff/internal.h"

static size_t mixed(size_t hash, pag_str text)
{
    for (size_t i = 0; i < text.len; i++) hash = (hash ^ (unsigned char)text.at[i]) * 16777619U;
    return (hash ^ text.len) * 16777619U;
}

static size_t hash_of(size_t file, pag_str path, pag_str id)
{
    return mixed(mixed(file, path), id);
}

static bool is_it(const pag_diff_paid *paid, size_t file, pag_str path, pag_str id)
{
    return paid->file == file && pag_str_equal(paid->path, path) && pag_str_equal(paid->id, id);
}

/* Where its number stands, or is to stand; 0 stands for none. */
static size_t slot_of(const pag_differing *w, size_t file, pag_str path, pag_str id)
{
    const pag_noted *noted = &w->noted;
    size_t i = hash_of(file, path, id) & (noted->room - 1);
    while (noted->slots[i] && !is_it(&w->diff->paid[noted->slots[i] - 1], file, path, id)) {
        i = (i + 1) & (noted->room - 1);
    }
    return i;
}

static void grow(pag_differing *w)
{
    enum { FIRST = 256 };
    const pag_diff *diff = w->diff;
    w->noted.room = w->noted.room ? w->noted.room * 2 : FIRST;
    w->noted.slots = PAG_NEW_ARRAY(w->arena, size_t, w->noted.room);
    for (size_t n = 0; n < diff->n_paid; n++) {
        const pag_diff_paid *paid = &diff->paid[n];
        w->noted.slots[slot_of(w, paid->file, paid->path, paid->id)] = n + 1;
    }
}

/* Names of the entry and what it stands in, below the subject. */
static pag_str names_of(pag_arena *arena, const pag_entry *entry)
{
    pag_str text = PAG_STR("");
    for (; entry && entry->group->depth > 0; entry = entry->parent) {
        pag_str own = entry->name.len ? entry->name : entry->id;
        text = text.len ? pag_text_join(arena, 3, own, PAG_STR(", "), text)
                        : pag_arena_copy(arena, own);
    }
    return text;
}

pag_diff_paid *pag_paid_at(pag_differing *w, size_t file, pag_str path, pag_str id,
                           const pag_entry *entry)
{
    pag_diff *diff = w->diff;
    pag_arena *arena = w->arena;
    if (diff->n_paid * 2 >= w->noted.room) grow(w);
    size_t slot = slot_of(w, file, path, id);
    if (w->noted.slots[slot]) return &diff->paid[w->noted.slots[slot] - 1];
    diff->paid =
        pag_list_grown(arena, diff->paid, diff->n_paid, &diff->room_paid, sizeof *diff->paid);
    diff->paid[diff->n_paid] = (pag_diff_paid){.file = file,
                                               .path = pag_arena_copy(arena, path),
                                               .entry = names_of(arena, entry),
                                               .id = pag_arena_copy(arena, id)};
    w->noted.slots[slot] = ++diff->n_paid;
    return &diff->paid[diff->n_paid - 1];
}
