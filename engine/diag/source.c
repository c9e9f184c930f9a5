/* Registered texts and their index. The index is a list of marks: one where each line begins, and
 * one every STRIDE bytes of a long line, so that any place is found by a short walk from the mark
 * before it, also in a file of one endless line. Texts are looked at, never changed or copied. */
#include "diag/source.h"

#include <string.h>

enum { STRIDE = 1024 };

/* The code point at `offset` stands at this line and column. */
struct mark {
    size_t offset;
    uint32_t line, column;
};

struct source {
    pag_str path, bytes;
    struct mark *marks;
    size_t n_marks;
    pag_cell_finder *find; /* NULL: it is no table */
    const void *table;
};

struct pag_sources {
    pag_arena *arena;
    struct source *at;
    uint32_t n, room;
};

pag_sources *pag_sources_create(pag_arena *arena)
{
    pag_sources *sources = PAG_NEW(arena, pag_sources);
    sources->arena = arena;
    return sources;
}

pag_sources *pag_sources_extend(pag_arena *arena, const pag_sources *base)
{
    pag_sources *sources = pag_sources_create(arena);
    sources->at = PAG_NEW_ARRAY(arena, struct source, (size_t)base->n + 1);
    if (base->n) memcpy(sources->at, base->at, base->n * sizeof *base->at);
    sources->n = base->n;
    sources->room = base->n + 1;
    return sources;
}

/* The place after the code point at `m`; a byte that belongs to none counts as one. */
static struct mark step(pag_str bytes, struct mark m)
{
    const char *at = bytes.at + m.offset;
    if (*at == '\n') return (struct mark){m.offset + 1, m.line + 1, 1};
    size_t len = (unsigned char)*at < 0x80 ? 1 : pag_utf8_length(at, bytes.len - m.offset);
    return (struct mark){m.offset + (len ? len : 1), m.line, m.column + 1};
}

static size_t lines_in(pag_str bytes)
{
    size_t n = 1;
    const char *at = bytes.at, *end = bytes.len ? bytes.at + bytes.len : at;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        n++;
        at++;
    }
    return n;
}

static void index_source(pag_arena *arena, struct source *s)
{
    struct mark now = {.line = 1, .column = 1};
    if (pag_str_starts(s->bytes, PAG_STR("\xef\xbb\xbf"))) now.offset = 3;
    s->marks = PAG_NEW_ARRAY(arena, struct mark, lines_in(s->bytes) + s->bytes.len / STRIDE);
    s->marks[s->n_marks++] = now;
    while (now.offset < s->bytes.len) {
        now = step(s->bytes, now);
        bool far = now.offset - s->marks[s->n_marks - 1].offset >= STRIDE;
        if (now.column == 1 || far) s->marks[s->n_marks++] = now;
    }
}

uint32_t pag_sources_add(pag_sources *sources, pag_str path, pag_str bytes)
{
    struct source s = {.path = path, .bytes = bytes};
    index_source(sources->arena, &s);
    if (sources->n == sources->room) {
        uint32_t room = sources->room ? sources->room * 2 : 8;
        struct source *larger = PAG_NEW_ARRAY(sources->arena, struct source, room);
        if (sources->n) memcpy(larger, sources->at, sources->n * sizeof *larger);
        sources->at = larger;
        sources->room = room;
    }
    sources->at[sources->n] = s;
    return ++sources->n;
}

static const struct source *get(const pag_sources *sources, uint32_t source)
{
    return source && source <= sources->n ? &sources->at[source - 1] : NULL;
}

pag_str pag_sources_path(const pag_sources *sources, uint32_t source)
{
    const struct source *s = get(sources, source);
    return s ? s->path : PAG_STR("");
}

pag_str pag_sources_bytes(const pag_sources *sources, uint32_t source)
{
    const struct source *s = get(sources, source);
    return s ? s->bytes : PAG_STR("");
}

uint32_t pag_sources_count(const pag_sources *sources)
{
    return sources->n;
}

pag_str pag_sources_line(const pag_sources *sources, uint32_t source, uint32_t line)
{
    const struct source *s = get(sources, source);
    if (!s) return PAG_STR("");
    size_t low = 0, high = s->n_marks; /* the first mark of `line` or of a later one */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->marks[middle].line < line) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == s->n_marks || s->marks[low].line != line) return PAG_STR("");
    size_t start = s->marks[low].offset;
    if (start == s->bytes.len) return PAG_STR("");
    pag_str rest = {s->bytes.at + start, s->bytes.len - start};
    size_t len = pag_str_find(rest, '\n');
    if (len < rest.len && len > 0 && rest.at[len - 1] == '\r') len--;
    return (pag_str){rest.at, len};
}

/* The mark of the code point that holds the byte at `offset`, which is not past the end. */
static struct mark find(const struct source *s, size_t offset)
{
    size_t low = 0, high = s->n_marks; /* the last mark not after offset stands in [low, high) */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (s->marks[middle].offset <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    struct mark now = s->marks[low];
    while (now.offset < offset) {
        struct mark next = step(s->bytes, now);
        if (next.offset > offset) break;
        now = next;
    }
    return now;
}

pag_pos pag_sources_at(pag_sources *sources, uint32_t source, size_t offset, size_t len)
{
    const struct source *s = get(sources, source);
    if (!s) return (pag_pos){0};
    if (offset > s->bytes.len) offset = s->bytes.len;
    size_t end = len < s->bytes.len - offset ? offset + len : s->bytes.len;
    struct mark from = find(s, offset), to = from;
    while (to.offset < end && s->bytes.at[to.offset] != '\n') to = step(s->bytes, to);
    bool at_end_of_line = to.offset < s->bytes.len && s->bytes.at[to.offset] == '\n';
    bool over_return =
        at_end_of_line && to.column > from.column && s->bytes.at[to.offset - 1] == '\r';
    uint32_t width = to.column - from.column - (over_return ? 1 : 0);
    return (pag_pos){source, from.line, from.column, width ? width : 1};
}

void pag_sources_tabulate(pag_sources *sources, uint32_t source, pag_cell_finder *finder,
                          const void *table)
{
    if (!source || source > sources->n) return;
    sources->at[source - 1].find = finder;
    sources->at[source - 1].table = table;
}

bool pag_sources_cell(const pag_sources *sources, pag_pos pos, pag_source_cell *out)
{
    const struct source *s = get(sources, pos.source);
    return s && s->find && s->find(s->table, pos, out);
}

void pag_source_cell_put(pag_text *out, const pag_source_cell *cell)
{
    enum { LETTERS = 26, MOST = 8 };
    char letters[MOST];
    size_t n = 0;
    for (uint32_t left = cell->column; left && n < MOST; left = (left - 1) / LETTERS) {
        letters[n++] = (char)('A' + (left - 1) % LETTERS);
    }
    while (n) pag_text_byte(out, letters[--n]);
    pag_text_whole(out, cell->row);
}
