/* Band tables looked up from above: the row of a score, and what it gives. */
#include "bind/internal.h"
#include "schema/edges.h"

/* An edge with the number it has now; NULL: as in the table. */
static pag_edge edge_now(const pag_edge *edge, const pag_number *now)
{
    pag_edge out = *edge;
    if (!now) return out;
    if (out.kind == PAG_EDGE_FORMULA) out.kind = PAG_EDGE_NUMBER;
    out.number = *now;
    return out;
}

/* "41–50", or "50 < … ≤ 60" where an end is not in the band. `now` are its two edges, or NULL. */
static pag_str band_text(pag_arena *arena, const pag_band *row, const pag_number *now)
{
    pag_edge low = edge_now(&row->low, now), high = edge_now(&row->high, now ? now + 1 : NULL);
    if (pag_edges_known(&low, &high) && low.inside && high.inside) {
        return pag_text_join(arena, 3, pag_number_written(arena, low.number), PAG_STR("–"),
                             pag_number_written(arena, high.number));
    }
    return pag_text_join(arena, 3, pag_edge_before(arena, &low), PAG_STR("…"),
                         pag_edge_after(arena, &high));
}

static pag_str all_bands(pag_arena *arena, const pag_bands *bands, const pag_number *edges)
{
    pag_text text = {.arena = arena};
    for (size_t i = 0; i < bands->n; i++) {
        if (i) pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, band_text(arena, &bands->rows[i], edges ? edges + 2 * i : NULL));
    }
    return pag_text_str(&text);
}

/* The row that would hold the score, as it would be written between the row below and the next. */
static pag_str missing_row(pag_arena *arena, const pag_bands *bands, const pag_number *edges,
                           size_t below, pag_number score)
{
    const pag_band *row = &bands->rows[below];
    pag_edge high = edge_now(&row->high, edges ? &edges[2 * below + 1] : NULL), next = high;
    bool found = false;
    for (size_t i = 0; i < bands->n; i++) {
        pag_edge low = edge_now(&bands->rows[i].low, edges ? &edges[2 * i] : NULL);
        if (low.kind != PAG_EDGE_NUMBER || pag_number_order(low.number, score) < 0) continue;
        if (!found || pag_number_order(low.number, next.number) < 0) next = low;
        found = true;
    }
    return pag_row_between(arena, bands, row, &high, &next, &score);
}

static const pag_number *edges_now(pag_bind *bind, const pag_bands *bands, pag_unit unit,
                                   pag_entry *entry)
{
    if (bands->fixed) return NULL;
    pag_number *edges = PAG_NEW_ARRAY(bind->evaluator->arena, pag_number, bands->n * 2);
    for (size_t i = 0; i < bands->n; i++) {
        const pag_edge *sides[] = {&bands->rows[i].low, &bands->rows[i].high};
        for (size_t s = 0; s < 2; s++) {
            edges[2 * i + s] = sides[s]->of.reference
                                   ? pag_bind_edge(bind, &sides[s]->of, entry, unit)
                                   : sides[s]->number;
        }
    }
    return edges;
}

/* Percentages are looked up among percentages, everything else among plain numbers. */
static void judge_score(pag_bind *bind, const pag_bands *bands, pag_number score, pag_pos at)
{
    const pag_edge *edge = pag_bands_number(bands);
    bool percent = pag_number_unit(score) == PAG_PERCENT;
    if (!edge || (pag_number_unit(edge->number) == PAG_PERCENT) == percent) return;
    pag_arena *arena = bind->evaluator->arena;
    pag_diag_add(bind->evaluator->diags, PAG_E0309, at, 3, pag_number_people(arena, score),
                 bands->name, pag_number_written(arena, edge->number))
        ->also = edge->pos;
    pag_script_raise(bind->script->L);
}

/* The score as it is looked up: rounded to the decimals the table keeps, of a percentage in
 * percent. */
static pag_number kept_decimals(pag_bind *bind, const pag_bands *bands, pag_number score,
                                pag_pos at)
{
    pag_arena *arena = bind->evaluator->arena;
    pag_number step = bands->round_step;
    bool scaled = pag_bands_number(bands) != NULL; /* then the table has seen to it */
    pag_number_error error = PAG_NUMBER_OK;
    if (!scaled && pag_number_unit(score) == PAG_PERCENT) {
        error = pag_number_divide(arena, &step, step, pag_number_whole(arena, 100));
    }
    if (error == PAG_NUMBER_OK) error = pag_number_round(arena, &score, score, step, PAG_HALF_UP);
    if (error != PAG_NUMBER_OK) pag_exact_refuse(bind->script->L, error, "", score, score, at);
    return score;
}

/* Of a row that does not give it, any mark is about its edges. */
static void note_row(pag_bind *bind, const pag_band *row, pag_str key)
{
    const pag_give *give = pag_band_give(row, key);
    if (give) pag_doubt_note(bind, give);
    for (size_t i = 0; !give && i < row->n_gives; i++) pag_doubt_note(bind, &row->gives[i]);
}

/* A mark on a row is about its edges too. Where the row that was found ends at an edge that its
 * neighbour has written, or reaches over a gap as far as there, it rests on that mark. */
static void note_borrowed(pag_bind *bind, const pag_bands *bands, pag_str key, size_t row,
                          const pag_number *edges, pag_number score)
{
    const pag_band *band = &bands->rows[row];
    const pag_number high = edges ? edges[2 * row + 1] : band->high.number;
    bool reaches = pag_edge_is_passed(&band->high, high, score);
    if (band->low.implied && row > 0) note_row(bind, band - 1, key);
    if ((band->high.implied || reaches) && row + 1 < bands->n) note_row(bind, band + 1, key);
}

/* Told with all that a row for it would need; whoever runs this learns which look-up it was. */
static _Noreturn void refuse_score(pag_bind *bind, pag_lookup found, const pag_step *step,
                                   const pag_missed *missed)
{
    const pag_evaluator *e = bind->evaluator;
    const pag_bands *bands = step->bands;
    pag_code code = found == PAG_LOOKUP_GAP   ? PAG_E0305
                    : found == PAG_LOOKUP_TWO ? PAG_E0307
                                              : PAG_E0306;
    pag_str missing = code == PAG_E0305
                          ? missing_row(e->arena, bands, step->numbers, step->chosen, step->before)
                          : PAG_STR("");
    pag_diag_add(e->diags, code, missed->at, 4, pag_number_people(e->arena, step->before),
                 bands->name, all_bands(e->arena, bands, step->numbers), missing)
        ->also = bands->pos;
    if (e->missed && found != PAG_LOOKUP_TWO) *e->missed = *missed;
    pag_script_raise(bind->script->L);
}

const pag_band *pag_bind_look_up(pag_bind *bind, const pag_bands *bands, pag_str key,
                                 pag_number score, pag_entry *entry, uint32_t site, pag_pos at)
{
    const pag_evaluator *e = bind->evaluator;
    size_t row = 0;
    judge_score(bind, bands, score, at);
    const pag_number as_it_was = score;
    if (bands->rounds) score = kept_decimals(bind, bands, score, at);
    const pag_number *edges = edges_now(bind, bands, pag_number_unit(score), entry);
    pag_lookup found = pag_bands_find(bands, edges, score, &row);
    pag_step step = {.kind = PAG_STEP_LOOKED,
                     .site = site,
                     .chosen = (uint32_t)row,
                     .n = edges ? (uint32_t)(bands->n * 2) : 0,
                     .bands = bands,
                     .numbers = edges,
                     .result = as_it_was,
                     .before = score};
    pag_watch_looked(bind, &step, found == PAG_LOOKUP_FOUND);
    if (found != PAG_LOOKUP_FOUND) {
        const pag_missed missed = {bands, score, !entry, at};
        refuse_score(bind, found, &step, &missed);
    }
    if (e->note) e->note(e->run, &step);
    note_borrowed(bind, bands, key, row, edges, score);
    return &bands->rows[row];
}

pag_value pag_bind_give(pag_bind *bind, const pag_give *give, pag_number score, pag_entry *entry,
                        const pag_cell *cell)
{
    pag_doubt_note(bind, give);
    if (give->of.reference) return pag_bind_call(bind, &give->of, &score, entry, cell);
    pag_value value = {0};
    if (give->is_number && pag_type_is_number(cell->type)) {
        value.kind = PAG_VALUE_NUMBER;
        value.number =
            pag_number_with_unit(bind->evaluator->arena, give->number, pag_type_unit(cell->type));
    } else {
        (void)pag_value_read(bind->evaluator->arena, bind->evaluator->diags, cell, give->text,
                             give->pos, &value);
    }
    return value;
}
