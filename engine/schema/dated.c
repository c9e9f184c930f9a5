/* Judges a dated table when its pack loads, and writes what tells its rows and those of a keyed
 * table apart. Days are looked up in lookup.c. */
#include "base/text.h"
#include "schema/cell.h"

pag_str pag_dated_span(pag_arena *arena, const pag_band *row)
{
    bool begins = row->low.kind == PAG_EDGE_NUMBER, ends = row->high.kind == PAG_EDGE_NUMBER;
    return pag_text_join(
        arena, 3, begins ? pag_number_written(arena, row->low.number) : PAG_STR("…"),
        PAG_STR(" – "), ends ? pag_number_written(arena, row->high.number) : PAG_STR("…"));
}

pag_str pag_dated_spans(pag_arena *arena, const pag_bands *table)
{
    pag_text all = {.arena = arena};
    for (size_t i = 0; i < table->n; i++) {
        if (i) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, pag_dated_span(arena, &table->rows[i]));
    }
    return pag_text_str(&all);
}

pag_str pag_keyed_keys(pag_arena *arena, const pag_bands *table)
{
    pag_text all = {.arena = arena};
    for (size_t i = 0; i < table->n; i++) {
        if (i) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, table->rows[i].key);
    }
    return pag_text_str(&all);
}

static bool ends_early(const pag_bands *table, const pag_band *row, pag_arena *arena,
                       pag_diagnostics *diags)
{
    if (row->low.kind != PAG_EDGE_NUMBER || row->high.kind != PAG_EDGE_NUMBER) return false;
    if (pag_number_order(row->low.number, row->high.number) <= 0) return false;
    pag_diag_add(diags, PAG_E0707, row->high.pos, 3, table->name,
                 pag_number_written(arena, row->low.number),
                 pag_number_written(arena, row->high.number));
    return true;
}

/* The row against the one before it; a day that is not known is told already. */
static bool begins_early(const pag_bands *table, const pag_band *row, pag_arena *arena,
                         pag_diagnostics *diags)
{
    const pag_edge *end = row[-1].high.kind == PAG_EDGE_NUMBER ? &row[-1].high : &row[-1].low;
    if (row->low.kind != PAG_EDGE_NUMBER || end->kind != PAG_EDGE_NUMBER) return false;
    if (pag_number_order(end->number, row->low.number) < 0) return false;
    pag_diag_add(diags, PAG_E0708, row->low.pos, 3, table->name,
                 pag_number_written(arena, row->low.number), pag_dated_span(arena, row - 1))
        ->also = row[-1].pos;
    return true;
}

bool pag_dated_judge(pag_bands *table, pag_arena *arena, pag_diagnostics *diags)
{
    bool good = true;
    table->fixed = true;
    for (size_t i = 0; i < table->n; i++) {
        const pag_band *row = &table->rows[i];
        bool early = ends_early(table, row, arena, diags);
        if (i > 0 && !early) early = begins_early(table, row, arena, diags);
        good = good && !early;
    }
    return good;
}
