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

static bool entry_fits(const pag_entry *entry, pag_str wanted)
{
    if (wanted.len == 0) return true;
    for (; entry; entry = entry->parent) {
        if (pag_str_equal(entry->id, wanted) || pag_str_equal(entry->name, wanted)) return true;
    }
    return false;
}

static void consider(void *ud, pag_figure *figure)
{
    finding *f = ud;
    if (figure->value.kind == PAG_VALUE_LIST) return;
    if (!path_fits(figure->cell, f->tail, f->whole) || !entry_fits(figure->entry, f->entry)) return;
    if (f->n < f->most) f->found[f->n] = figure;
    f->n++;
}

size_t pag_result_find(const pag_result *result, pag_str tail, pag_str entry, pag_figure **found,
                       size_t most)
{
    finding f = {tail, entry, found, most, 0, true};
    pag_result_visit(result, consider, &f);
    if (f.n) return f.n;
    f.whole = false;
    pag_result_visit(result, consider, &f);
    return f.n;
}
