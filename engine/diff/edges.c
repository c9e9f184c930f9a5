/* Edges of neighbouring rows: which of them have to move together. One threshold, the end of a row
 * and the beginning of the next, is one edit by itself unless the row that it leaves would have
 * nothing in it. */
#include "diff/internal.h"

/* Where a row begins or ends, as a number: bands say numbers and percentages, dated tables days. */
typedef struct edge {
    bool set;
    bool inside;
    pag_number at;
} edge;

static const char *const words[2][2] = {{"from", "above"}, {"to", "below"}};

bool pag_key_is_edge(pag_str key, int end)
{
    return pag_str_equal(key, pag_str_from(words[end][0])) ||
           pag_str_equal(key, pag_str_from(words[end][1]));
}

/* What is written there; not set where that is a formula. */
static edge read_edge(pag_arena *arena, const pag_branch *row, int end)
{
    edge out = {.set = false};
    for (int i = 0; i < 2 && !out.set; i++) {
        const pag_branch *entry = pag_branch_entry(row, pag_str_from(words[end][i]));
        if (!entry) continue;
        pag_str text = pag_branch_unquoted(entry->value);
        out.inside = i == 0;
        out.set = !pag_date_parse(text, &out.at) || !pag_number_parse(arena, text, &out.at);
    }
    return out;
}

static bool says_edge(const pag_branch *row, int end)
{
    return pag_branch_entry(row, pag_str_from(words[end][0])) ||
           pag_branch_entry(row, pag_str_from(words[end][1]));
}

/* The row before or behind by that pack; NULL: there is none. */
static const pag_branch *next_to(const pag_slot *table, size_t at, int end, int side)
{
    for (size_t i = at; end ? ++i < table->n : i-- > 0;) {
        const pag_branch *row = table->of[i].sides[side];
        if (row && !row->key.len) return row;
    }
    return NULL;
}

/* Where the row does not say it, the one beside it does. */
static edge edge_of(pag_arena *arena, const pag_slot *table, size_t at, int end, int side)
{
    const pag_branch *row = table->of[at].sides[side];
    if (says_edge(row, end)) return read_edge(arena, row, end);
    const pag_branch *other = next_to(table, at, end, side);
    edge out = other ? read_edge(arena, other, 1 - end) : (edge){.set = false};
    out.inside = !out.inside;
    return out;
}

static bool is_empty(edge low, edge high)
{
    if (!low.set || !high.set) return false;
    int order = pag_number_order(low.at, high.at);
    return order > 0 || (order == 0 && !(low.inside && high.inside));
}

bool pag_edges_cross(pag_arena *arena, const pag_slot *table, size_t at)
{
    edge ends[2][2];
    for (int end = 0; end < 2; end++) {
        for (int side = 0; side < 2; side++) {
            ends[end][side] = edge_of(arena, table, at, end, side);
        }
    }
    return is_empty(ends[0][1], ends[1][0]) || is_empty(ends[0][0], ends[1][1]);
}
