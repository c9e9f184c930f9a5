/* Whether a number of a table counts in a formula: its ways are followed twice, the second time
 * with another number in the table. Where neither a question nor an end is another one, it does
 * not. */
#include "reach/internal.h"

/* Gives each number that the table gives under the key, by `by` more. */
static bool move(pag_arena *arena, const pag_bands *table, pag_str key, pag_number by)
{
    bool any = false;
    for (size_t r = 0; r < table->n; r++) {
        for (size_t i = 0; i < table->rows[r].n_gives; i++) {
            pag_give *give = &table->rows[r].gives[i];
            if (!give->is_number || !pag_str_equal(give->key, key)) continue;
            pag_number step = pag_number_with_unit(arena, by, pag_number_unit(give->number));
            any = pag_number_add(arena, &give->number, give->number, step) == PAG_NUMBER_OK || any;
        }
    }
    return any;
}

/* The numbers of the rows, to be put back: they are the pack's. */
typedef struct kept {
    pag_number *at;
    size_t n;
} kept;

static kept numbers_of(pag_arena *arena, const pag_bands *table)
{
    kept k = {NULL, 0};
    for (size_t r = 0; r < table->n; r++) k.n += table->rows[r].n_gives;
    k.at = PAG_NEW_ARRAY(arena, pag_number, k.n + 1);
    k.n = 0;
    for (size_t r = 0; r < table->n; r++) {
        for (size_t i = 0; i < table->rows[r].n_gives; i++) {
            k.at[k.n++] = table->rows[r].gives[i].number;
        }
    }
    return k;
}

static void put_back(const pag_bands *table, kept k)
{
    size_t n = 0;
    for (size_t r = 0; r < table->n; r++) {
        for (size_t i = 0; i < table->rows[r].n_gives; i++) {
            table->rows[r].gives[i].number = k.at[n++];
        }
    }
}

bool pag_reach_minds(const pag_reach *reach, const pag_cell *cell, const pag_group *group,
                     const pag_formula *formula, const pag_reach_value *value)
{
    pag_number seventh;
    pag_arena *arena = reach->arena;
    pag_reach *r = pag_reach_create(arena, reach->pack, reach->view); /* which is forgotten */
    const pag_exploration what = {.formula = formula, .entry = r->own[group->number], .cell = cell};
    const pag_way *before = pag_reach_explore(r, &pag_reach_nothing, &what);
    pag_number one = pag_number_whole(arena, 1), seven = pag_number_whole(arena, 7);
    if (pag_number_divide(arena, &seventh, one, seven) != PAG_NUMBER_OK) return true;
    kept k = numbers_of(arena, value->table);
    bool moved = move(arena, value->table, value->key, seventh);
    const pag_way *after = moved ? pag_reach_explore(r, &pag_reach_nothing, &what) : NULL;
    put_back(value->table, k);
    return !before || !after || !pag_way_same(before, after);
}
