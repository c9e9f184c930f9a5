/* Matching by what figures are for the two that are compared. As deep as lists nest. */
#include "turn/match.h"

static const pag_figure *named(const pag_entry *entry, pag_str name)
{
    const pag_cell *cell = entry ? pag_group_cell(entry->group, name) : NULL;
    return cell ? &entry->figures[cell->slot] : NULL;
}

static const pag_entry *subject_of(const pag_result *result, pag_str name)
{
    for (size_t i = 0; i < result->n_subjects; i++) {
        const pag_entry *subject = result->subjects[i];
        if (subject && pag_str_equal(subject->group->name, name)) return subject;
    }
    return NULL;
}

static const pag_entry *in_list(const pag_entry *above, const pag_entry *entry)
{
    const pag_figure *list = named(above, entry->group->name);
    if (!list || list->value.kind != PAG_VALUE_LIST) return NULL;
    for (size_t i = 0; i < list->value.list->n; i++) {
        const pag_entry *other = list->value.list->entries[i];
        if (pag_str_equal(other->id, entry->id)) return other;
    }
    return NULL;
}

/* What a ref of `from` means, where it means `entry`. */
static const pag_entry *referred(const pag_entry *from, const pag_entry *to, const pag_entry *entry)
{
    for (size_t i = 0; i < from->group->n_cells; i++) {
        const pag_figure *ref = &from->figures[i];
        if (ref->value.kind != PAG_VALUE_ENTRY || ref->value.entry != entry) continue;
        const pag_figure *other = named(to, ref->cell->name);
        if (other && other->value.kind == PAG_VALUE_ENTRY) return other->value.entry;
    }
    return NULL;
}

static const pag_entry *match_entry(const pag_match *m, const pag_entry *entry)
{
    const pag_entry *from = m->from, *to = m->to;
    for (; from && to; from = from->parent, to = to->parent) {
        const pag_entry *meant = from == entry ? to : referred(from, to, entry);
        if (meant) return meant;
    }
    if (!entry->parent) return subject_of(m->in, entry->group->name);
    const pag_entry *above = match_entry(m, entry->parent);
    return above ? in_list(above, entry) : NULL;
}

const pag_figure *pag_match_figure(const pag_match *m, const pag_figure *figure)
{
    const pag_figure *other = named(match_entry(m, figure->entry), figure->cell->name);
    return other && other->cell->type == figure->cell->type ? other : NULL;
}
