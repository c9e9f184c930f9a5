/* Finding the text of what a loaded pack holds: its cells and tables know their places, the outline
 * of each file knows which text stands there. The texts are slices of the file's bytes. */
#include "bind/bind.h"
#include "renew/internal.h"
#include "script/outline.h"

enum { LONGEST = 60 }; /* columns of a value in a report */

static bool is_same(pag_pos a, pag_pos b)
{
    return a.line == b.line && a.column == b.column;
}

const pag_outline *pag_place_outline(pag_pack *pack, uint32_t source)
{
    return source ? pag_bind_outline(pag_pack_bind(pack), source) : NULL;
}

const pag_outline_entry *pag_place_value(const pag_outline *outline, pag_pos pos)
{
    for (size_t t = 0; t < outline->n_tables; t++) {
        const pag_outline_table *table = &outline->tables[t];
        for (size_t i = 0; i < table->n; i++) {
            if (is_same(table->entries[i].value_pos, pos)) return &table->entries[i];
        }
    }
    return NULL;
}

const pag_outline_entry *pag_place_key(const pag_outline *outline, pag_pos pos)
{
    for (size_t t = 0; t < outline->n_tables; t++) {
        const pag_outline_table *table = &outline->tables[t];
        for (size_t i = 0; i < table->n; i++) {
            const pag_outline_entry *entry = &table->entries[i];
            if (!entry->index && is_same(entry->key_pos, pos)) return entry;
        }
    }
    return NULL;
}

const pag_outline_table *pag_place_table(const pag_outline *outline, pag_pos pos)
{
    for (size_t t = 0; t < outline->n_tables; t++) {
        if (is_same(outline->tables[t].pos, pos)) return &outline->tables[t];
    }
    return NULL;
}

static const pag_outline_table *first_table(pag_pack *pack, const pag_outline_entry *entry)
{
    const pag_outline *outline = pag_place_outline(pack, entry->value_pos.source);
    const pag_sources *sources = pag_pack_sources(pack);
    const char *bytes = pag_sources_bytes(sources, entry->value_pos.source).at;
    const size_t from = (size_t)(entry->text.at - bytes), end = from + entry->text.len;
    const pag_outline_table *first = NULL;
    size_t nearest = end;
    for (size_t t = 0; outline && t < outline->n_tables; t++) {
        const pag_outline_table *table = &outline->tables[t];
        bool before = table->pos.line < entry->value_pos.line;
        size_t at = before ? 0 : pag_place_offset(sources, table->pos);
        if (at < from || at >= nearest) continue;
        nearest = at;
        first = table;
    }
    return first;
}

const pag_outline_table *pag_place_braces(pag_pack *pack, const pag_cell *cell)
{
    pag_str name;
    const pag_outline *outline = pag_place_outline(pack, cell->pos.source);
    if (!outline || !pag_pack_owns(pack, cell->pos.source, &name)) return NULL;
    const pag_outline_entry *entry = pag_place_key(outline, cell->pos);
    return entry ? first_table(pack, entry) : NULL;
}

const pag_outline_entry *pag_place_word(const pag_outline_table *table, pag_str key)
{
    for (size_t i = 0; i < table->n; i++) {
        const pag_outline_entry *entry = &table->entries[i];
        if (!entry->index && pag_str_equal(entry->key, key)) return entry;
    }
    return NULL;
}

bool pag_rounding_of_its_own(const pag_outline_table *braces)
{
    const pag_outline_entry *round = pag_place_word(braces, PAG_STR("round"));
    return round && !pag_str_equal(round->text, PAG_STR("\"cent\"")) &&
           !pag_str_equal(round->text, PAG_STR("'cent'"));
}

bool pag_place_in_function(const pag_outline *outline, pag_str text)
{
    for (size_t i = 0; i < outline->n_functions; i++) {
        pag_str function = outline->functions[i].text;
        if (text.at > function.at && text.at < function.at + function.len) return true;
    }
    return false;
}

size_t pag_place_offset(const pag_sources *sources, pag_pos pos)
{
    pag_str line = pag_sources_line(sources, pos.source, pos.line);
    size_t at = 0;
    for (uint32_t column = 1; column < pos.column && at < line.len; column++) {
        size_t len = pag_utf8_length(line.at + at, line.len - at);
        at += len ? len : 1;
    }
    const char *bytes = pag_sources_bytes(sources, pos.source).at;
    return line.len ? (size_t)(line.at - bytes) + at : 0;
}

pag_str pag_place_short(pag_arena *arena, pag_str text)
{
    pag_str line = pag_text_one_line(arena, text);
    size_t at = 0, columns = 0;
    while (at < line.len && columns < LONGEST) {
        size_t len = pag_utf8_length(line.at + at, line.len - at);
        at += len ? len : 1;
        columns++;
    }
    if (at >= line.len) return line;
    return pag_text_join(arena, 2, (pag_str){line.at, at}, PAG_STR("…"));
}

int pag_place_order(pag_str file, pag_pos pos, pag_str other_file, pag_pos other)
{
    int order = pag_str_compare(file, other_file);
    if (order) return order;
    if (pos.line != other.line) return pos.line < other.line ? -1 : 1;
    return (pos.column > other.column) - (pos.column < other.column);
}

uint32_t pag_place_source(pag_renewing *r, pag_str name)
{
    const pag_sources *loaded = pag_pack_sources(r->old);
    pag_str path = pag_path_join(r->arena, r->old_folder, name);
    for (uint32_t i = 1; i <= pag_sources_count(loaded); i++) {
        if (pag_str_equal(pag_sources_path(loaded, i), path)) return i;
    }
    return pag_source_load(r->arena, r->diags, path, (pag_pos){0});
}
