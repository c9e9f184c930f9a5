/* Rows of tables: which one a score finds, and whether two are the same. */
#include "diff/internal.h"

static bool is_above(const pag_edge *low, pag_number x)
{
    if (low->kind != PAG_EDGE_NUMBER) return true;
    int order = pag_number_order(x, low->number);
    return order > 0 || (order == 0 && low->inside);
}

static bool is_below(const pag_edge *high, pag_number x)
{
    if (high->kind != PAG_EDGE_NUMBER) return true;
    int order = pag_number_order(x, high->number);
    return order < 0 || (order == 0 && high->inside);
}

const pag_band *pag_row_of(const pag_bands *table, pag_number x)
{
    const pag_band *reaching = NULL;
    for (size_t i = 0; i < table->n; i++) {
        const pag_band *row = &table->rows[i];
        if (!is_above(&row->low, x)) break;
        if (is_below(&row->high, x)) return row;
        reaching = table->gaps == PAG_GAPS_REACH_UP && i + 1 < table->n ? row : NULL;
    }
    return reaching;
}

/* --- the same rows --- */

static bool ends_before(const pag_edge *high, const pag_edge *low)
{
    if (high->kind != PAG_EDGE_NUMBER || low->kind != PAG_EDGE_NUMBER) return false;
    int order = pag_number_order(high->number, low->number);
    return order < 0 || (order == 0 && !(high->inside && low->inside));
}

bool pag_rows_meet(const pag_band *a, const pag_band *b)
{
    if (ends_before(&a->high, &b->low) || ends_before(&b->high, &a->low)) return false;
    if (!pag_str_equal(a->key, b->key) || a->n_gives != b->n_gives) return false;
    for (size_t i = 0; i < a->n_gives; i++) {
        const pag_give *other = pag_band_give(b, a->gives[i].key);
        if (!other || !pag_gives_same(&a->gives[i], other)) return false;
    }
    return true;
}

bool pag_tables_same(const pag_bands *a, const pag_bands *b)
{
    if (a->kind != b->kind || a->n != b->n || a->gaps != b->gaps || a->rounds != b->rounds) {
        return false;
    }
    if (a->rounds && pag_number_order(a->round_step, b->round_step) != 0) return false;
    for (size_t i = 0; i < a->n; i++) {
        if (!pag_band_same(&a->rows[i], &b->rows[i])) return false;
    }
    return a->kind != PAG_TABLE_BANDS || (a->fixed && b->fixed);
}
