/* Words that must be among known ones: keys of a map, criteria of a sheet, items of a plan; and
 * ids that must be different. A word that is none of them is told the nearest. */
#include "schema/reader.h"

#include "base/text.h"
#include "schema/document.h"

#include <stdlib.h>

const pag_code pag_unknown_key[2] = {PAG_E0221, PAG_E0261};
const pag_code pag_unknown_criterion[2] = {PAG_E0241, PAG_E0263};
const pag_code pag_unknown_item[2] = {PAG_E0786, PAG_E0787};
const pag_code pag_unknown_plan_list[2] = {PAG_E0783, PAG_E0784};

enum { MOST_LISTED = 40 };

bool pag_names_have(pag_names names, pag_str name)
{
    for (size_t i = 0; i < names.n; i++) {
        if (pag_str_equal(names.at[i], name)) return true;
    }
    return false;
}

pag_str pag_names_quoted(pag_arena *arena, pag_names names)
{
    pag_text text = {.arena = arena};
    for (size_t i = 0; i < names.n && i < MOST_LISTED; i++) {
        pag_text_put(&text, i ? PAG_STR(", \"") : PAG_STR("\""));
        pag_text_put(&text, names.at[i]);
        pag_text_byte(&text, '"');
    }
    if (names.n > MOST_LISTED) pag_text_put(&text, PAG_STR(", …"));
    return pag_text_str(&text);
}

bool pag_reader_unknown(const pag_reader *reader, pag_str found, pag_pos pos, pag_names names,
                        const pag_code codes[2])
{
    size_t near = pag_str_nearest(found, names.at, names.n);
    pag_str all = pag_names_quoted(reader->arena, names);
    if (near < names.n) {
        pag_diag_add(reader->diags, codes[0], pos, 3, found, names.at[near], all);
    } else {
        pag_diag_add(reader->diags, codes[1], pos, 2, found, all);
    }
    return false;
}

bool pag_reader_keys(const pag_reader *reader, const pag_node *map, pag_names names)
{
    size_t unknown = 0;
    for (size_t i = 0; i < map->count && unknown < PAG_MOST_UNKNOWN; i++) {
        const pag_pair *pair = &map->pairs[i];
        if (pag_names_have(names, pair->key)) continue;
        pag_reader_unknown(reader, pair->key, pair->key_pos, names, pag_unknown_key);
        unknown++;
    }
    return unknown == 0;
}

bool pag_names_misspelt(pag_names names, const pag_node *map, pag_str name)
{
    size_t unknown = 0;
    for (size_t i = 0; i < map->count && unknown < PAG_MOST_UNKNOWN; i++) {
        if (pag_names_have(names, map->pairs[i].key)) continue;
        size_t near = pag_str_nearest(map->pairs[i].key, names.at, names.n);
        if (near < names.n && pag_str_equal(names.at[near], name)) return true;
        unknown++;
    }
    return false;
}

/* Equal ids stay in the order of the file, so that the later one is the one at fault. */
static int by_id(const void *left, const void *right)
{
    const pag_identified *a = left, *b = right;
    int order = pag_str_compare(a->id, b->id);
    if (!order) order = (a->pos.line > b->pos.line) - (a->pos.line < b->pos.line);
    return order ? order : (a->pos.column > b->pos.column) - (a->pos.column < b->pos.column);
}

bool pag_reader_distinct(const pag_reader *reader, pag_identified *all, size_t n)
{
    bool ok = true;
    if (n > 1) qsort(all, n, sizeof *all, by_id);
    for (size_t i = 1, first = 0; i < n; i++) {
        if (!pag_str_equal(all[i].id, all[first].id)) {
            first = i;
            continue;
        }
        pag_code code = all[i].called_like && all[first].called_like ? PAG_E0112 : PAG_E0243;
        pag_diagnostic *d = pag_diag_add(reader->diags, code, all[i].pos, 1, all[i].id);
        d->also = all[first].pos;
        ok = false;
    }
    return ok;
}

bool pag_keys_judge(pag_arena *arena, pag_diagnostics *diags, const pag_node *map,
                    const pag_str *known, size_t n)
{
    pag_reader reader = {.arena = arena, .diags = diags};
    return pag_reader_keys(&reader, map, (pag_names){known, n});
}

bool pag_keys_misspelt(const pag_node *map, const pag_str *known, size_t n, pag_str name)
{
    return pag_names_misspelt((pag_names){known, n}, map, name);
}
