/* What invented entries are called, and how others of the sample refer to them. */
#include "sample/internal.h"

static const pag_str *name_wished(const pag_sample_model *model, const pag_sample_entry *entry,
                                  const pag_cell *naming)
{
    return pag_sample_wished(model, &entry->fields[naming->slot].slots[0]);
}

pag_str pag_sample_name(const pag_sample_model *model, const pag_sample_entry *entry)
{
    pag_text name = {.arena = model->arena};
    pag_text_put(&name, model->wish->lang == PAG_IT ? PAG_STR("Esempio ") : PAG_STR("Example "));
    pag_text_whole(&name, (int64_t)entry->index + 1);
    return pag_text_str(&name);
}

const pag_sample_field *pag_sample_target(const pag_sample_model *model, const pag_cell *cell)
{
    const pag_group *list = cell->target;
    for (size_t i = 0; list && i < model->n_subjects; i++) {
        const pag_sample_entry *subject = model->subjects[i];
        if (subject->group != list->parent) continue;
        return &subject->fields[pag_group_cell(subject->group, list->name)->slot];
    }
    return NULL;
}

/* Entries that are called like others are called like one each. */
static const pag_sample_entry *called_like(const pag_sample_model *model,
                                           const pag_sample_entry *entry, const pag_cell *naming)
{
    const pag_sample_field *target = pag_sample_target(model, naming);
    return target && target->n_entries ? target->entries[entry->index % target->n_entries] : NULL;
}

pag_str pag_sample_id(const pag_sample_model *model, const pag_sample_entry *entry)
{
    enum { LONGEST = 16 }; /* of a chain of lists each called like the next, see pag_group_naming */
    for (size_t i = 0; entry && i < LONGEST; i++) {
        if (entry->row) return entry->row->id;
        if (entry->id.len) return entry->id;
        const pag_cell *naming = pag_group_naming(entry->group);
        const pag_str *wished = naming ? name_wished(model, entry, naming) : NULL;
        bool ref = naming && naming->type == PAG_TYPE_REF;
        if (wished && wished->at) return ref ? *wished : pag_id_from(model->arena, *wished);
        if (!ref) return pag_id_from(model->arena, pag_sample_name(model, entry));
        entry = called_like(model, entry, naming);
    }
    return PAG_STR("");
}
