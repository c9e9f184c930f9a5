/* The entries that rows can be about, and which of them a row means. */
#include "marks/internal.h"

#include <stdlib.h>

typedef pag_marks_target target;

static int by_id(const void *left, const void *right)
{
    return pag_str_compare((*(target *const *)left)->id, (*(target *const *)right)->id);
}

static int by_name(const void *left, const void *right)
{
    return pag_str_compare((*(target *const *)left)->name, (*(target *const *)right)->name);
}

static int by_word(const void *left, const void *right)
{
    return pag_str_compare((*(target *const *)left)->word, (*(target *const *)right)->word);
}

typedef int order(const void *left, const void *right);

/* Equals stay as they came: all are of one array. */
static int settled(int found, const void *left, const void *right)
{
    const target *a = *(target *const *)left, *b = *(target *const *)right;
    return found ? found : (a > b) - (a < b);
}

static int place_by_id(const void *left, const void *right)
{
    return settled(by_id(left, right), left, right);
}

static int place_by_name(const void *left, const void *right)
{
    return settled(by_name(left, right), left, right);
}

static int place_by_word(const void *left, const void *right)
{
    return settled(by_word(left, right), left, right);
}

static target **sorted(pag_arena *arena, const pag_marks_targets *all, order *how)
{
    target **out = PAG_NEW_ARRAY(arena, target *, all->n);
    for (size_t i = 0; i < all->n; i++) out[i] = &all->at[i];
    if (all->n) qsort(out, all->n, sizeof *out, how);
    return out;
}

void pag_marks_index(pag_arena *arena, pag_marks_targets *all)
{
    for (size_t i = 0; i < all->n; i++) all->at[i].word = pag_id_from(arena, all->at[i].name);
    all->by_id = sorted(arena, all, place_by_id);
    all->by_name = sorted(arena, all, place_by_name);
    all->by_word = sorted(arena, all, place_by_word);
}

static pag_marks_found found(const pag_marks_targets *all, target **list, const target *wanted,
                             order *how)
{
    pag_marks_found none = {0};
    target **at = all->n ? bsearch(&wanted, list, all->n, sizeof *list, how) : NULL;
    if (!at) return none;
    while (at > list && how(at - 1, &wanted) == 0) at--;
    bool twin = at + 1 < list + all->n && how(at + 1, &wanted) == 0;
    return (pag_marks_found){at[0], twin ? at[1] : NULL};
}

static pag_marks_found found_by_id(const pag_marks_targets *all, pag_str id)
{
    const target wanted = {.id = id};
    return id.len ? found(all, all->by_id, &wanted, by_id) : (pag_marks_found){0};
}

pag_marks_found pag_marks_called(const pag_marks_targets *all, pag_str name)
{
    const target wanted = {.name = name};
    return name.len ? found(all, all->by_name, &wanted, by_name) : (pag_marks_found){0};
}

/* By small letters without accents: the id of one entry, the name of another, or both of one. */
static pag_marks_found found_by_word(const pag_marks_targets *all, pag_str word)
{
    const target wanted = {.word = word};
    pag_marks_found id = found_by_id(all, word);
    if (!id.it) return id;
    pag_marks_found name = found(all, all->by_word, &wanted, by_word);
    if (name.it == id.it) name.it = name.other;
    if (!id.other) id.other = name.it;
    return id;
}

pag_marks_found pag_marks_find(const pag_marks_targets *all, const pag_marks_row *row)
{
    if (row->named_by_id) return found_by_id(all, row->id);
    pag_marks_found called = pag_marks_called(all, row->name);
    return called.it ? called : found_by_word(all, row->id);
}
