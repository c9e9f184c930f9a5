/* Small questions about the edges of bands, for judging a table and for telling of it. */
#ifndef PAG_SCHEMA_EDGES_H
#define PAG_SCHEMA_EDGES_H

#include "schema/cell.h"

/* The scores from `low` to `high`; an edge may be open. */
typedef struct pag_span {
    const pag_edge *low, *high;
} pag_span;

/* Both are numbers. */
bool pag_edges_known(const pag_edge *a, const pag_edge *b);
/* Whether a span holds no score; both edges are numbers. */
bool pag_span_is_empty(pag_span span);
/* "50 ≤ " and " < 60", as they stand around the word for a score; empty for an open edge. */
pag_str pag_edge_before(pag_arena *arena, const pag_edge *low);
pag_str pag_edge_after(pag_arena *arena, const pag_edge *high);
/* `41`, `"41.5"`, `"41%"`: a number as rules write it. */
pag_str pag_number_in_rules(pag_arena *arena, pag_number x);
/* "from = 41, to = 50": a row as it is written in a pack; empty when neither edge is a number. */
pag_str pag_span_written(pag_arena *arena, pag_span span);
/* Whether the score is beyond the upper end of a row, which is the number `now`. */
bool pag_edge_is_passed(const pag_edge *high, pag_number now, pag_number score);
/* What is written of an edge, else of the row it belongs to. */
pag_pos pag_edge_pos(const pag_edge *edge, const pag_band *row);

/* The scores between two rows, where the upper one begins after the lower one ended. */
typedef struct pag_gap {
    pag_edge low, high; /* `inside` is seen from the gap */
} pag_gap;

/* Whether some score lies between `high` of a row and `low` of the next; both are numbers. With a
 * step above zero only its multiples are scores. `*example` is one of them. */
bool pag_gap_between(pag_arena *arena, const pag_edge *high, const pag_edge *low, pag_number step,
                     pag_gap *out, pag_number *example);
/* Whether only scores with more decimals than the two edges have lie between them (to = 40,
 * from = 41), so that no row of the source can be missing there. Both are numbers. */
bool pag_gap_is_step(pag_arena *arena, const pag_edge *high, const pag_edge *low);

/* What a row gives as it is to be written by who knows it, like what the row `beside` gives:
 * `give = "…"`. A table with it does not load. */
pag_str pag_gives_open(pag_arena *arena, const pag_band *beside);
bool pag_give_is_open(pag_str text);
/* The row between `high` of the row `below` and `low` of the one above, as it is to be written:
 * `{ above = 70, below = 86, give = "…" }`; from = 71, to = 85 where the table may have holes and
 * that row still holds the score it is wanted for. `score` is NULL where none is known. */
pag_str pag_row_between(pag_arena *arena, const pag_bands *table, const pag_band *below,
                        const pag_edge *high, const pag_edge *low, const pag_number *score);

#endif
