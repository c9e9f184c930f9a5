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

#endif
