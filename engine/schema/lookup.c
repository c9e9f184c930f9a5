/* Looking a score, a day or a word up in a table that was judged: which row holds it, and what the
 * row gives. It never rounds the score and never chooses between two rows; it says that there are
 * two. */
#include "base/text.h"
#include "schema/edges.h"

/* One row with the values its edges have now. */
typedef struct limits {
    const pag_band *row;
    pag_number low, high;
} limits;

static limits limits_at(const pag_bands *bands, const pag_number *edges, size_t i)
{
    const pag_band *row = &bands->rows[i];
    if (edges) return (limits){row, edges[2 * i], edges[2 * i + 1]};
    return (limits){row, row->low.number, row->high.number};
}

static bool is_under(limits at, pag_number score)
{
    if (at.row->low.kind == PAG_EDGE_OPEN) return false;
    int order = pag_number_order(score, at.low);
    return order < 0 || (order == 0 && !at.row->low.inside);
}

static bool is_over(limits at, pag_number score)
{
    return pag_edge_is_passed(&at.row->high, at.high, score);
}

/* The row whose end is the highest of those that the score is over; n when it is over none. */
static size_t row_below(const pag_bands *bands, const pag_number *edges, pag_number score)
{
    size_t best = bands->n;
    for (size_t i = 0; i < bands->n; i++) {
        limits at = limits_at(bands, edges, i);
        if (!is_over(at, score)) continue;
        if (best == bands->n ||
            pag_number_order(at.high, limits_at(bands, edges, best).high) >= 0) {
            best = i;
        }
    }
    return best;
}

/* For a score that no row holds. */
static pag_lookup missed(const pag_bands *bands, const pag_number *edges, pag_number score,
                         size_t *row)
{
    size_t under = 0, over = 0;
    for (size_t i = 0; i < bands->n; i++) {
        limits at = limits_at(bands, edges, i);
        under += is_under(at, score);
        over += is_over(at, score);
    }
    size_t below = row_below(bands, edges, score);
    *row = below < bands->n ? below : 0;
    if (over == 0) return PAG_LOOKUP_BELOW;
    if (under == 0) return PAG_LOOKUP_ABOVE;
    return bands->gaps == PAG_GAPS_REACH_UP ? PAG_LOOKUP_FOUND : PAG_LOOKUP_GAP;
}

pag_lookup pag_bands_find(const pag_bands *bands, const pag_number *edges, pag_number score,
                          size_t *row)
{
    size_t found = bands->n;
    for (size_t i = 0; i < bands->n; i++) {
        limits at = limits_at(bands, edges, i);
        if (is_under(at, score) || is_over(at, score)) continue;
        if (found < bands->n) {
            *row = i;
            return PAG_LOOKUP_TWO;
        }
        found = i;
    }
    if (found == bands->n) return missed(bands, edges, score, row);
    *row = found;
    return PAG_LOOKUP_FOUND;
}

bool pag_keyed_find(const pag_bands *table, pag_str key, size_t *row)
{
    for (*row = 0; *row < table->n; ++*row) {
        if (pag_str_equal(table->rows[*row].key, key)) return true;
    }
    return false;
}

const pag_give *pag_band_give(const pag_band *row, pag_str key)
{
    if (key.len == 0) return row->n_gives == 1 ? &row->gives[0] : NULL;
    for (size_t i = 0; i < row->n_gives; i++) {
        if (pag_str_equal(row->gives[i].key, key)) return &row->gives[i];
    }
    return NULL;
}

/* Each is a number, a word, or a formula. */
bool pag_gives_same(const pag_give *a, const pag_give *b)
{
    if (!a || !b) return a == b;
    if (!a->of.reference != !b->of.reference) return false;
    if (a->of.reference) return pag_str_equal(a->of.text, b->of.text);
    if (a->is_number != b->is_number) return false;
    return a->is_number ? pag_number_order(a->number, b->number) == 0
                        : pag_str_equal(a->text, b->text);
}

static bool same_edge(const pag_edge *a, const pag_edge *b)
{
    if (a->kind != b->kind) return false;
    if (a->kind == PAG_EDGE_OPEN) return true;
    if (a->inside != b->inside) return false;
    return a->kind == PAG_EDGE_NUMBER ? pag_number_order(a->number, b->number) == 0
                                      : pag_str_equal(a->of.text, b->of.text);
}

bool pag_band_same(const pag_band *a, const pag_band *b)
{
    if (!same_edge(&a->low, &b->low) || !same_edge(&a->high, &b->high)) return false;
    if (a->n_gives != b->n_gives || !pag_str_equal(a->key, b->key)) return false;
    for (size_t i = 0; i < a->n_gives; i++) {
        const pag_give *other = pag_band_give(b, a->gives[i].key);
        if (!other || !pag_gives_same(&a->gives[i], other)) return false;
    }
    return true;
}

pag_str pag_table_label(const pag_bands *table)
{
    return table->title.len ? table->title : table->name;
}

const pag_edge *pag_bands_number(const pag_bands *bands)
{
    for (size_t i = 0; i < bands->n; i++) {
        if (bands->rows[i].low.kind == PAG_EDGE_NUMBER) return &bands->rows[i].low;
        if (bands->rows[i].high.kind == PAG_EDGE_NUMBER) return &bands->rows[i].high;
    }
    return NULL;
}
