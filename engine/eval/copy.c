/* Copying a record entry by entry; then what refers to an entry is led to the copy of it. */
#include "eval/eval.h"

static pag_entry *copy_entry(pag_arena *arena, const pag_entry *from, pag_entry *parent);

static pag_list *copy_list(pag_arena *arena, const pag_list *from, pag_entry *parent)
{
    pag_list *list = pag_arena_keep(arena, from, sizeof *from);
    list->entries = PAG_NEW_ARRAY(arena, pag_entry *, from->n + 1);
    for (size_t i = 0; i < from->n; i++)
        list->entries[i] = copy_entry(arena, from->entries[i], parent);
    return list;
}

static pag_entry *copy_entry(pag_arena *arena, const pag_entry *from, pag_entry *parent)
{
    pag_entry *entry = pag_arena_keep(arena, from, sizeof *from);
    size_t n = from->group->n_cells;
    entry->parent = parent;
    entry->figures = pag_arena_keep(arena, from->figures, n * sizeof *entry->figures);
    for (size_t i = 0; i < n; i++) {
        pag_figure *figure = &entry->figures[i];
        figure->entry = entry;
        if (figure->value.kind == PAG_VALUE_LIST) {
            figure->value.list = copy_list(arena, figure->value.list, entry);
        } else if (figure->value.kind == PAG_VALUE_SHEET) {
            pag_sheet *sheet = pag_arena_keep(arena, figure->value.sheet, sizeof *sheet);
            sheet->figure = figure;
            figure->value.sheet = sheet;
        }
    }
    return entry;
}

/* The copy of an entry that stands in a list of a subject. */
static pag_entry *copy_of(const pag_evaluation *evaluation, pag_entry *const *copies,
                          const pag_entry *original)
{
    size_t i = 0;
    while (evaluation->subjects[i] != original->parent) i++;
    const pag_cell *cell = pag_group_cell(original->parent->group, original->group->name);
    return copies[i]->figures[cell->slot].value.list->entries[original->place];
}

static void lead_refs(const pag_evaluation *evaluation, pag_entry *const *copies, pag_entry *entry)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        pag_value *value = &entry->figures[i].value;
        if (value->kind == PAG_VALUE_ENTRY) {
            value->entry = copy_of(evaluation, copies, value->entry);
        } else if (value->kind == PAG_VALUE_LIST) {
            for (size_t e = 0; e < value->list->n; e++) {
                lead_refs(evaluation, copies, value->list->entries[e]);
            }
        }
    }
}

/* As many as the evaluation has subjects. What a ref refers to is the copy of that entry. */
static pag_entry **copies_of(pag_arena *arena, const pag_evaluation *evaluation)
{
    size_t n = evaluation->n_subjects;
    pag_entry **copies = PAG_NEW_ARRAY(arena, pag_entry *, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (evaluation->subjects[i]) {
            copies[i] = copy_entry(arena, evaluation->subjects[i], NULL);
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (copies[i]) lead_refs(evaluation, copies, copies[i]);
    }
    return copies;
}

void pag_result_open(const pag_evaluation *evaluation, pag_arena *arena, pag_result *out)
{
    *out = (pag_result){.evaluation = evaluation, .n_subjects = evaluation->n_subjects};
    out->subjects = copies_of(arena, evaluation);
}
