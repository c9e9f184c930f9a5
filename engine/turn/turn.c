/* Turning: the copy of an evaluation is led to by where things stand, from the subject down. */
#include "turn/turn.h"

#include "base/list.h"

/* --- where things stand --- */

enum { DEEPEST = 32 }; /* lists nest less deep */

/* The number of the entry in the list of `above` that holds it. */
static bool number_of(const pag_entry *entry, const pag_cell **list, size_t *number)
{
    const pag_entry *above = entry->parent;
    *list = pag_group_cell(above->group, entry->group->name);
    const pag_value *value = *list ? &above->figures[(*list)->slot].value : NULL;
    if (!value || value->kind != PAG_VALUE_LIST) return false;
    for (*number = 0; *number < value->list->n; ++*number) {
        if (value->list->entries[*number] == entry) return true;
    }
    return false;
}

static pag_entry *same_subject(const pag_result *result, const pag_entry *subject)
{
    for (size_t i = 0; i < result->n_subjects; i++) {
        pag_entry *own = result->subjects[i];
        if (own && own->group == subject->group) return own;
    }
    return NULL;
}

static pag_entry *same_entry(const pag_result *result, const pag_entry *entry)
{
    size_t numbers[DEEPEST], depth = 0;
    const pag_cell *lists[DEEPEST];
    for (; entry->parent; entry = entry->parent) {
        if (depth == DEEPEST || !number_of(entry, &lists[depth], &numbers[depth])) return NULL;
        depth++;
    }
    pag_entry *own = same_subject(result, entry);
    while (own && depth > 0) {
        depth--;
        const pag_value *value = &own->figures[lists[depth]->slot].value;
        bool there = value->kind == PAG_VALUE_LIST && numbers[depth] < value->list->n;
        own = there ? value->list->entries[numbers[depth]] : NULL;
    }
    return own;
}

pag_figure *pag_turn_same(const pag_result *result, const pag_figure *figure)
{
    pag_entry *entry = same_entry(result, figure->entry);
    return entry ? &entry->figures[figure->cell->slot] : NULL;
}

/* --- turning --- */

/* The marks are those of the evaluation: the copy gets its own. */
static bool turn_mark(pag_arena *arena, pag_figure *figure, const pag_turn *turn)
{
    if (figure->value.kind != PAG_VALUE_SHEET) return false;
    pag_sheet *sheet = figure->value.sheet;
    if (turn->mark >= sheet->n) return false;
    sheet->marks = pag_arena_keep(arena, sheet->marks, sheet->n * sizeof *sheet->marks);
    sheet->marks[turn->mark].number = turn->value.number;
    sheet->marks[turn->mark].absent = false;
    return true;
}

static bool turn_whole(const pag_result *result, pag_figure *figure, const pag_turn *turn)
{
    pag_value value = turn->value;
    if (value.kind == PAG_VALUE_ENTRY) value.entry = same_entry(result, value.entry);
    if (value.kind == PAG_VALUE_ENTRY && !value.entry) return false;
    figure->value = value;
    figure->state = PAG_DONE;
    if (value.kind == PAG_VALUE_NUMBER) figure->before = value.number;
    return true;
}

bool pag_turn_open(const pag_evaluation *evaluation, pag_arena *arena, const pag_turn *turns,
                   size_t n, pag_result *out)
{
    pag_evaluation *own = pag_arena_keep(arena, evaluation, sizeof *evaluation);
    own->diags = pag_diagnostics_create(arena, pag_diagnostics_sources(evaluation->diags));
    pag_result_open(own, arena, out);
    for (size_t i = 0; i < n; i++) {
        pag_figure *figure = pag_turn_same(out, turns[i].figure);
        bool whole = turns[i].mark == PAG_TURN_WHOLE;
        if (!figure) return false;
        if (!(whole ? turn_whole(out, figure, &turns[i]) : turn_mark(arena, figure, &turns[i]))) {
            return false;
        }
    }
    return true;
}

/* --- what data must be --- */

static bool are_within(const pag_result *result, pag_arena *arena, const pag_turn *turns, size_t n)
{
    bool ok = true;
    pag_diagnostics *diags = result->evaluation->diags;
    for (size_t i = 0; i < n; i++) {
        const pag_figure *figure = turns[i].figure;
        if (turns[i].value.kind != PAG_VALUE_NUMBER || turns[i].mark != PAG_TURN_WHOLE) continue;
        ok = pag_value_within(arena, diags, figure->cell, turns[i].value.number, figure->pos) && ok;
    }
    return ok;
}

bool pag_turn_read(const pag_evaluation *evaluation, pag_arena *arena, const pag_turn *turns,
                   size_t n, pag_result *out)
{
    if (!pag_turn_open(evaluation, arena, turns, n, out)) return false;
    const pag_head *head = &evaluation->head;
    pag_diagnostics *diags = out->evaluation->diags;
    bool ok = are_within(out, arena, turns, n);
    for (size_t i = 0; i < out->n_subjects; i++) {
        const pag_entry *subject = out->subjects[i];
        if (!subject) continue;
        ok = pag_record_sums(arena, diags, subject) && ok;
        if (!head->period_pos.source) continue;
        ok = pag_record_tiles(arena, diags, subject, head->from, head->to) && ok;
    }
    return ok;
}

pag_figure *pag_turn_figure(pag_result *result, pag_pack *pack, pag_arena *arena,
                            const pag_figure *figure)
{
    pag_figure *own = pag_turn_same(result, figure);
    pag_figure *const wanted[] = {own};
    const pag_wanted what = {.n = 1, .figures = wanted, .unjudged = true};
    if (!own || pag_result_compute(result, pack, arena, &what) != PAG_OK) return NULL;
    return own;
}
