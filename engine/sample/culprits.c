/* Which values a failure may depend on. A figure or a condition is made by what it reads: unless
 * one of these values changes it stays as it is. So what the first failure read, directly and
 * through other figures, is all that is worth varying, and what it compared a value with is worth
 * trying. */
#include "sample/internal.h"
#include "schema/basis.h"

enum { MOST_COPIES = 8 };

typedef struct blaming {
    pag_arena *arena;
    pag_sample_model *model;
    const pag_sample_trial *trial;
    bool *seen; /* by number of a knob */
    PAG_LIST(pag_sample_knob *) knobs;
    pag_basis basis;
    PAG_LIST(pag_sample_slot *) direct; /* read by what failed itself */
} blaming;

static void add_knob(blaming *b, pag_sample_knob *knob)
{
    if (knob->fixed || b->seen[knob->number]) return;
    b->seen[knob->number] = true;
    PAG_LIST_ADD(b->arena, &b->knobs, knob);
}

/* --- figures --- */

/* The list among the figures of what it stands in. */
static const pag_list *list_of(const pag_entry *entry)
{
    const pag_cell *cell = pag_group_cell(entry->parent->group, entry->group->name);
    return entry->parent->figures[cell->slot].value.list;
}

/* The entry of the sample that an entry of the result was read from. As deep as lists nest. */
static pag_sample_entry *entry_of(const pag_sample_model *model, const pag_entry *entry)
{
    if (!entry->parent) {
        size_t i = 0;
        while (model->subjects[i]->group != entry->group) i++;
        return model->subjects[i];
    }
    const pag_sample_entry *parent = entry_of(model, entry->parent);
    const pag_list *list = list_of(entry);
    const pag_cell *cell = pag_group_cell(entry->parent->group, entry->group->name);
    size_t i = 0;
    while (list->entries[i] != entry) i++;
    return parent->fields[cell->slot].entries[i];
}

static pag_sample_field *field_of(const blaming *b, const pag_figure *figure)
{
    if (figure->cell->list || figure->cell->origin != PAG_GIVEN) return NULL;
    return &entry_of(b->model, figure->entry)->fields[figure->cell->slot];
}

static void add_slots(blaming *b, const pag_figure *figure, bool direct)
{
    const pag_sample_field *field = field_of(b, figure);
    for (size_t i = 0; field && i < field->n; i++) {
        add_knob(b, field->slots[i].knob);
        if (direct) PAG_LIST_ADD(b->arena, &b->direct, &field->slots[i]);
    }
}

/* --- copies --- */

static void offer_number(blaming *b, pag_sample_slot *slot, pag_number number, pag_unit unit)
{
    pag_arena *arena = b->arena;
    if (pag_type_unit(slot->cell->type) != unit) return;
    pag_sample_offer_number(b->model, slot, number);
    for (int64_t shift = -1; slot->cell->type == PAG_TYPE_DATE && shift <= 1; shift += 2) {
        pag_number day;
        if (pag_number_add(arena, &day, number, pag_number_whole(arena, shift))) continue;
        pag_sample_offer_number(b->model, slot, day);
    }
}

static void offer_copy(blaming *b, pag_sample_slot *slot, const pag_figure *figure)
{
    const pag_value *value = &figure->value;
    if (figure->state != PAG_DONE || figure->cell == slot->cell) return;
    if (value->kind == PAG_VALUE_TEXT && slot->cell->type == PAG_TYPE_TEXT) {
        pag_sample_offer(b->model, slot, value->text);
    }
    if (value->kind == PAG_VALUE_NUMBER) {
        offer_number(b, slot, value->number, pag_type_unit(figure->cell->type));
    }
}

/* What was read of the period stands in a step, and in no figure. */
static void offer_period(blaming *b, pag_sample_slot *slot, const pag_failure *failure)
{
    for (size_t i = 0; i < failure->n_steps; i++) {
        const pag_step *step = &failure->steps[i];
        if (step->kind != PAG_STEP_PERIOD) continue;
        offer_number(b, slot, step->result, pag_number_unit(step->result));
    }
}

/* A value that is refused beside another one is often right when it is the same. */
static void offer_copies(blaming *b, const pag_failure *failure, size_t n_direct)
{
    size_t most = n_direct < MOST_COPIES ? n_direct : MOST_COPIES;
    for (size_t s = 0; s < b->direct.n; s++) {
        if (b->direct.at[s]->criterion) continue;
        for (size_t i = 0; i < most; i++) offer_copy(b, b->direct.at[s], b->basis.figures.at[i]);
        offer_period(b, b->direct.at[s], failure);
    }
}

/* --- blame --- */

static void add_subject(blaming *b, const pag_entry *entry)
{
    while (entry->parent) entry = entry->parent;
    pag_sample_knob *knob = entry_of(b->model, entry)->knob;
    if (knob) add_knob(b, knob);
}

static void blame_failure(blaming *b, const pag_failure *failure)
{
    pag_basis_add(&b->basis, failure->steps, failure->n_steps);
    size_t n_direct = b->basis.figures.n;
    if (failure->figure) { /* what it is looked up by */
        add_slots(b, failure->figure, true);
    }
    for (size_t i = 0; i < b->basis.figures.n; i++) {
        const pag_figure *figure = b->basis.figures.at[i];
        add_slots(b, figure, i < n_direct);
        pag_basis_add(&b->basis, figure->steps, figure->n_steps);
    }
    offer_copies(b, failure, n_direct);
    add_subject(b, failure->entry);
}

/* The file could not be read: what stands where the reader points, else anything. */
static void blame_reading(blaming *b)
{
    const pag_diagnostics *diags = b->trial->diags;
    for (size_t d = 0; d < pag_diagnostics_count(diags); d++) {
        const pag_diagnostic *said = pag_diagnostics_at(diags, d);
        for (size_t i = 0; i < b->model->slots.n; i++) {
            const pag_sample_slot *slot = b->model->slots.at[i];
            bool here = said->pos.source == b->trial->source && said->pos.line == slot->line;
            bool there = said->also.source == b->trial->source && said->also.line == slot->line;
            if (slot->line && (here || there)) add_knob(b, slot->knob);
        }
    }
    for (size_t i = 0; !b->knobs.n && i < b->model->slots.n; i++) {
        add_knob(b, b->model->slots.at[i]->knob);
    }
    for (size_t i = 0; i < b->model->n_subjects; i++) {
        if (b->model->subjects[i]->knob) add_knob(b, b->model->subjects[i]->knob);
    }
}

pag_sample_culprits pag_sample_blame(pag_arena *arena, pag_sample_model *model,
                                     const pag_sample_trial *trial)
{
    blaming b = {.arena = arena, .model = model, .trial = trial, .basis = pag_basis_in(arena)};
    b.seen = PAG_NEW_ARRAY(arena, bool, model->knobs.n + 1);
    if (trial->evaluation && trial->result.failures) {
        blame_failure(&b, trial->result.failures);
    } else {
        blame_reading(&b);
    }
    return (pag_sample_culprits){b.knobs.n, b.knobs.at};
}
