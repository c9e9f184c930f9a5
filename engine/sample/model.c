/* A sample as a tree: each subject with its lists and values, in the order declared. It holds what
 * an evaluation file must have; what else it may have is left out at first. */
#include "sample/internal.h"

/* --- wishes --- */

/* Whether the path of a wish leads through this entry; it begins at the outermost list. */
static bool leads_through(const size_t *entries, size_t n, const pag_sample_entry *entry)
{
    for (; entry->parent; entry = entry->parent) {
        size_t level = entry->group->depth - 1;
        size_t wanted = level < n ? entries[level] : 0;
        if (wanted != PAG_SAMPLE_EACH && wanted != entry->index) return false;
    }
    return true;
}

const pag_str *pag_sample_wished(const pag_sample_model *model, const pag_sample_slot *slot)
{
    const pag_sample_wish *wish = model->wish;
    for (size_t i = wish->n; i-- > 0;) {
        const pag_sample_value *value = &wish->values[i];
        bool about =
            value->cell == slot->cell && (!value->criterion || value->criterion == slot->criterion);
        if (about && leads_through(value->entries, value->n_entries, slot->entry)) {
            return &value->text;
        }
    }
    return NULL;
}

static bool is_wished_of(const pag_sample_model *model, const pag_group *subject)
{
    const pag_sample_wish *wish = model->wish;
    for (size_t i = 0; i < wish->n; i++) {
        const pag_group *group = wish->values[i].cell->group;
        while (group->parent) group = group->parent;
        if (group == subject) return true;
    }
    return false;
}

/* How many entries the list has that stands in `entry`. */
static size_t count_of(pag_sample_model *model, const pag_group *list,
                       const pag_sample_entry *entry)
{
    const pag_sample_wish *wish = model->wish;
    for (size_t i = wish->n_counts; i-- > 0;) {
        const pag_sample_count *count = &wish->counts[i];
        if (count->list == list && leads_through(count->entries, count->n_entries, entry)) {
            return count->n ? count->n : 1;
        }
    }
    model->counted = true;
    return model->count;
}

/* --- the tree --- */

pag_sample_knob *pag_sample_knob_create(pag_sample_model *model)
{
    pag_sample_knob *knob = PAG_NEW(model->arena, pag_sample_knob);
    knob->number = (uint32_t)model->knobs.n;
    PAG_LIST_ADD(model->arena, &model->knobs, knob);
    return knob;
}

static pag_sample_entry *create_entry(pag_sample_model *model, const pag_group *group,
                                      pag_sample_entry *parent, size_t index)
{
    pag_sample_entry *entry = PAG_NEW(model->arena, pag_sample_entry);
    *entry = (pag_sample_entry){.group = group, .parent = parent, .index = index};
    entry->fields = PAG_NEW_ARRAY(model->arena, pag_sample_field, group->n_cells + 1);
    return entry;
}

static void create_slots(pag_sample_model *model, pag_sample_entry *entry, const pag_cell *cell)
{
    pag_sample_field *field = &entry->fields[cell->slot];
    bool sheet = cell->type == PAG_TYPE_SHEET;
    field->n = sheet ? cell->n_criteria : 1;
    field->slots = PAG_NEW_ARRAY(model->arena, pag_sample_slot, field->n + 1);
    for (size_t i = 0; i < field->n; i++) {
        pag_sample_slot *slot = &field->slots[i];
        *slot = (pag_sample_slot){.cell = cell, .entry = entry};
        if (sheet) slot->criterion = &cell->criteria[i];
        slot->knob = pag_sample_knob_create(model);
        PAG_LIST_ADD(model->arena, &model->slots, slot);
    }
}

static void fill_entry(pag_sample_model *model, pag_sample_entry *entry);

/* An entry that the plan names needs no name, and one that nothing names has an id. */
static void create_entries(pag_sample_model *model, pag_sample_entry *entry, const pag_cell *cell)
{
    pag_sample_field *field = &entry->fields[cell->slot];
    field->planned = pag_planned_within(cell, entry->row);
    field->n_entries = field->planned ? field->planned->n : count_of(model, cell->list, entry);
    field->entries = PAG_NEW_ARRAY(model->arena, pag_sample_entry *, field->n_entries);
    for (size_t i = 0; i < field->n_entries; i++) {
        pag_sample_entry *each = create_entry(model, cell->list, entry, i);
        field->entries[i] = each;
        if (field->planned) {
            each->row = &field->planned->rows[i];
        } else if (!pag_group_naming(cell->list)) {
            each->id = pag_id_from(model->arena, pag_sample_name(model, each));
        }
        fill_entry(model, each);
    }
}

/* Lists in lists are as deep as the pack's own text may be. */
static void fill_entry(pag_sample_model *model, pag_sample_entry *entry)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_cell *cell = &entry->group->cells[i];
        if (cell->list) {
            create_entries(model, entry, cell);
        } else if (cell->origin == PAG_GIVEN) {
            create_slots(model, entry, cell);
        }
    }
}

static void create_subjects(pag_sample_model *model)
{
    model->n_subjects = pag_pack_subjects(model->pack);
    model->subjects = PAG_NEW_ARRAY(model->arena, pag_sample_entry *, model->n_subjects + 1);
    for (size_t i = 0; i < model->n_subjects; i++) {
        const pag_group *group = pag_pack_subject(model->pack, i);
        model->subjects[i] = create_entry(model, group, NULL, 0);
        fill_entry(model, model->subjects[i]);
        if (!group->optional || is_wished_of(model, group)) continue;
        pag_sample_knob *knob = pag_sample_knob_create(model);
        knob->n = 2;
        knob->joint = true;
        model->subjects[i]->knob = knob;
    }
}

/* Two entries of a list that would be called alike get ids of their own. */
static void distinguish(pag_sample_model *model, pag_sample_entry *entry)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_sample_field *field = &entry->fields[i];
        for (size_t e = 0; e < field->n_entries; e++) {
            pag_sample_entry *each = field->entries[e];
            pag_str id = pag_sample_id(model, each);
            size_t other = 0;
            while (!pag_str_equal(pag_sample_id(model, field->entries[other]), id)) other++;
            if (other < e) each->id = pag_id_from(model->arena, pag_sample_name(model, each));
            distinguish(model, each);
        }
    }
}

/* --- the period --- */

/* The year that the rules are for, else the first of their plan, else one that most packs know. */
static void choose_period(pag_sample_model *model)
{
    enum { ANY_YEAR = 2024 };
    const pag_sample_wish *wish = model->wish;
    const pag_plan *plan = pag_pack_plan(model->pack);
    pag_pos said;
    int64_t year = pag_pack_year(model->pack, &said);
    if (!year) year = plan ? pag_date_year(plan->from) : ANY_YEAR;
    model->from = wish->has_period ? wish->from : pag_date_of_year(year, false);
    model->to = wish->has_period ? wish->to : pag_date_of_year(year, true);
}

/* --- values --- */

static void fill_together(pag_sample_model *model, pag_sample_entry *entry)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        pag_sample_field *field = &entry->fields[i];
        if (!field->n_entries) continue;
        pag_sample_together(model, field);
        for (size_t e = 0; e < field->n_entries; e++) fill_together(model, field->entries[e]);
    }
}

pag_sample_model *pag_sample_model_create(pag_arena *arena, const pag_pack *pack,
                                          const pag_sample_wish *wish, size_t count)
{
    pag_sample_model *model = PAG_NEW(arena, pag_sample_model);
    *model = (pag_sample_model){.arena = arena, .pack = pack, .wish = wish, .count = count};
    model->refusals = pag_diagnostics_create(arena, pag_sources_create(arena));
    choose_period(model);
    create_subjects(model);
    for (size_t i = 0; i < model->n_subjects; i++) distinguish(model, model->subjects[i]);
    for (size_t i = 0; i < model->slots.n; i++) pag_sample_values(model, model->slots.at[i]);
    for (size_t i = 0; i < model->n_subjects; i++) fill_together(model, model->subjects[i]);
    return model;
}

pag_str pag_sample_text_of(const pag_sample_slot *slot)
{
    return slot->texts[slot->knob->at];
}
