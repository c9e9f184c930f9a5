/* The texts that positions point into. A source is registered once, with its whole bytes, so that
 * any later message can show the line it speaks of. */
#ifndef PAG_DIAG_SOURCE_H
#define PAG_DIAG_SOURCE_H

#include "base/text.h"

/* A place in a source: line and column from 1, the column in code points; `width` is how many
 * code points the caret underlines (0 is taken as 1). line 0: the file as a whole.
 * source 0: nowhere in a file. */
typedef struct pag_pos {
    uint32_t source;
    uint32_t line;
    uint32_t column;
    uint32_t width;
} pag_pos;

/* A cell of a source that is a table: where a spreadsheet shows it, and what it says there. */
typedef struct pag_source_cell {
    uint32_t row, column; /* from 1 */
    pag_str name;         /* of its column; empty: it has none */
    pag_str text;
    bool commas;    /* the numbers of the table have a comma before their decimals */
    pag_pos header; /* of the row that names the columns; source 0: there is none above it */
} pag_source_cell;
typedef bool pag_cell_finder(const void *table, pag_pos pos, pag_source_cell *out);

typedef struct pag_sources pag_sources;

/* Lives in the arena. */
pag_sources *pag_sources_create(pag_arena *arena);
/* A new list that begins with all of `base`: the same numbers mean the same texts. What is added to
 * one later is not in the other; `base` must live as long. */
pag_sources *pag_sources_extend(pag_arena *arena, const pag_sources *base);
/* `path` as people should see it; both texts are borrowed and must live as long as the sources.
 * The first source is number 1. */
uint32_t pag_sources_add(pag_sources *sources, pag_str path, pag_str bytes);
pag_str pag_sources_path(const pag_sources *sources, uint32_t source);
pag_str pag_sources_bytes(const pag_sources *sources, uint32_t source);
uint32_t pag_sources_count(const pag_sources *sources);
/* Line `line` without its end-of-line bytes; empty when there is none. */
pag_str pag_sources_line(const pag_sources *sources, uint32_t source, uint32_t line);
/* The place of the byte at `offset`, underlining `len` bytes (as code points). A byte order mark at
 * the start takes no column. */
pag_pos pag_sources_at(pag_sources *sources, uint32_t source, size_t offset, size_t len);

/* The source is a table, of which `find` knows the cells; `table` must live as long. */
void pag_sources_tabulate(pag_sources *sources, uint32_t source, pag_cell_finder *find,
                          const void *table);
/* The cell that the place is in; false: its source is no table, or knows of no cell there. */
bool pag_sources_cell(const pag_sources *sources, pag_pos pos, pag_source_cell *out);
/* "C3" */
void pag_source_cell_put(pag_text *out, const pag_source_cell *cell);

#endif
