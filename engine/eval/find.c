/* Figures by name, and all of them in the order written. */
#include "eval/eval.h"

static void visit_entry(pag_entry *entry, pag_visit visit, void *ud)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        pag_figure *figure = &entry->figures[i];
        visit(ud, figure);
        if (figure->value.kind != PAG_VALUE_LIST) continue;
        for (size_t e = 0; e < figure->value.list->n; e++) {
            visit_entry(figure->value.list->entries[e], visit, ud);
        }
    }
}

void pag_result_visit(const pag_result *result, pag_visit visit, void *ud)
{
    for (size_t i = 0; i < result->n_subjects; i++) {
        if (result->subjects[i]) visit_entry(result->subjects[i], visit, ud);
    }
}

typedef struct finding {
    pag_str tail, entry;
    pag_figure **found;
    size_t most, n;
    bool whole; /* only full names */
    bool chain; /* and only the ids from the outermost list on */
} finding;

/* Whether the path of `cell` ends in `tail` at a dot, or is it. Walks both from the end. */
static bool path_fits(const pag_cell *cell, pag_str tail, bool whole)
{
    const pag_group *group = cell->group;
    pag_str part = cell->name;
    for (;;) {
        if (!pag_str_ends(tail, part)) return false;
        tail.len -= part.len;
        if (tail.len == 0) return !whole || group == NULL;
        if (tail.at[tail.len - 1] != '.' || !group) return false;
        tail.len--;
        part = group->name;
        group = group->parent;
    }
}

/* Whether `wanted` is the ids of entries in one another, the last one this one's: "north.anna".
 * `all`: from the outermost list on. */
static bool chain_fits(const pag_entry *entry, pag_str wanted, bool all)
{
    for (; entry && entry->group->depth > 0; entry = entry->parent) {
        if (!pag_str_ends(wanted, entry->id)) return false;
        wanted.len -= entry->id.len;
        if (wanted.len == 0) return !all || entry->group->depth == 1;
        if (wanted.at[wanted.len - 1] != '.') return false;
        wanted.len--;
    }
    return false;
}

static bool entry_fits(const pag_entry *entry, pag_str wanted)
{
    if (wanted.len == 0) return true;
    for (; entry; entry = entry->parent) {
        if (pag_str_equal(entry->id, wanted) || pag_str_equal(entry->name, wanted)) return true;
        if (chain_fits(entry, wanted, false)) return true;
    }
    return false;
}

static void consider(void *ud, pag_figure *figure)
{
    finding *f = ud;
    if (figure->value.kind == PAG_VALUE_LIST) return;
    if (!path_fits(figure->cell, f->tail, f->whole)) return;
    if (f->chain ? !chain_fits(figure->entry, f->entry, true)
                 : !entry_fits(figure->entry, f->entry)) {
        return;
    }
    if (f->n < f->most) f->found[f->n] = figure;
    f->n++;
}

size_t pag_result_find(const pag_result *result, pag_str tail, pag_str entry, pag_figure **found,
                       size_t most)
{
    finding f = {tail, entry, found, most, 0, true, true};
    if (entry.len) pag_result_visit(result, consider, &f);
    f.chain = false;
    if (!f.n) pag_result_visit(result, consider, &f);
    f.whole = false;
    if (!f.n) pag_result_visit(result, consider, &f);
    return f.n;
}

pag_str pag_entry_ids(pag_arena *arena, const pag_entry *entry)
{
    pag_str text = PAG_STR("");
    for (; entry && entry->group->depth > 0; entry = entry->parent) {
        text = text.len ? pag_text_join(arena, 3, entry->id, PAG_STR("."), text)
                        : pag_arena_copy(arena, entry->id);
    }
    return text;
}
