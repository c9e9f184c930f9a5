/* Values that only go together: parts of a fixed sum, and days that cover the period. What is
 * wished of one entry leaves the rest to the others. */
#include "sample/internal.h"

/* How the rest is shared: in equal parts; the first most; the first all. */
enum { EVEN, FALLING, FIRST, WAYS };

typedef struct sharing {
    pag_sample_model *model;
    const pag_cell *cell;
    size_t n; /* the slots that nothing is wished of */
    pag_sample_slot **slots;
    pag_number rest;
} sharing;

/* What the wishes leave of the sum, and for whom; false when that is nobody. */
static bool open_sharing(sharing *s, const pag_sample_field *list)
{
    pag_arena *arena = s->model->arena;
    s->slots = PAG_NEW_ARRAY(arena, pag_sample_slot *, list->n_entries);
    s->rest = pag_number_with_unit(arena, s->cell->sum.number, pag_type_unit(s->cell->type));
    for (size_t i = 0; i < list->n_entries; i++) {
        pag_sample_slot *slot = &list->entries[i]->fields[s->cell->slot].slots[0];
        pag_number taken;
        if (!pag_sample_wished(s->model, slot)) {
            s->slots[s->n++] = slot;
        } else if (pag_sample_number_of(s->model, slot, pag_sample_text_of(slot), &taken)) {
            if (pag_number_subtract(arena, &s->rest, s->rest, taken)) return false;
        }
    }
    return s->n > 0 && pag_number_sign(s->rest) >= 0;
}

static size_t weight_of(const sharing *s, size_t i, int way)
{
    switch (way) {
    case EVEN: return 1;
    case FALLING: return s->n - i;
    default: return i == 0;
    }
}

/* Exactly, where the cell knows no step: a third is 1/3. */
static bool divide(const sharing *s, const pag_number *weights, pag_number *parts)
{
    pag_arena *arena = s->model->arena;
    pag_number total = PAG_ZERO;
    for (size_t i = 0; i < s->n; i++) {
        if (pag_number_add(arena, &total, total, weights[i])) return false;
    }
    for (size_t i = 0; i < s->n; i++) {
        if (pag_number_multiply(arena, &parts[i], s->rest, weights[i])) return false;
        if (pag_number_divide(arena, &parts[i], parts[i], total)) return false;
    }
    return true;
}

static bool share(const sharing *s, int way, pag_number *parts)
{
    pag_arena *arena = s->model->arena;
    pag_number *weights = PAG_NEW_ARRAY(arena, pag_number, s->n);
    pag_number step = s->cell->step.number, left;
    for (size_t i = 0; i < s->n; i++) {
        weights[i] = pag_number_whole(arena, (int64_t)weight_of(s, i, way));
    }
    bool exact = s->cell->type == PAG_TYPE_PERCENT || s->cell->type == PAG_TYPE_NUMBER;
    if (!s->cell->step.set && exact) return divide(s, weights, parts);
    if (!s->cell->step.set) {
        pag_str grain = s->cell->type == PAG_TYPE_WHOLE ? PAG_STR("1") : PAG_STR("0.01");
        if (pag_number_parse(arena, grain, &step)) return false;
    }
    return pag_number_split(arena, parts, s->n, weights, s->rest, step, PAG_REST_LARGEST, 0,
                            &left) == PAG_NUMBER_OK;
}

/* A way counts when each entry can have its part. */
static void add_way(const sharing *s, int way, pag_sample_knob *knob)
{
    pag_arena *arena = s->model->arena;
    pag_number *parts = PAG_NEW_ARRAY(arena, pag_number, s->n), ignored;
    pag_str *written = PAG_NEW_ARRAY(arena, pag_str, s->n);
    if (!share(s, way, parts)) return;
    for (size_t i = 0; i < s->n; i++) {
        written[i] = pag_number_written(arena, parts[i]);
        if (!pag_sample_number_of(s->model, s->slots[i], written[i], &ignored)) return;
    }
    for (size_t i = 0; i < s->n; i++) s->slots[i]->texts[knob->n] = written[i];
    knob->n++;
}

static void share_out(pag_sample_model *model, const pag_sample_field *list, const pag_cell *cell)
{
    sharing s = {.model = model, .cell = cell};
    if (!open_sharing(&s, list)) return;
    pag_sample_knob *knob = pag_sample_knob_create(model);
    pag_str **before = PAG_NEW_ARRAY(model->arena, pag_str *, s.n);
    for (size_t i = 0; i < s.n; i++) {
        before[i] = s.slots[i]->texts;
        s.slots[i]->texts = PAG_NEW_ARRAY(model->arena, pag_str, WAYS);
    }
    for (int way = 0; way < WAYS; way++) add_way(&s, way, knob);
    knob->joint = true;
    knob->fixed = s.n < 2;
    for (size_t i = 0; i < s.n; i++) {
        if (!knob->n) s.slots[i]->texts = before[i]; /* no way: the reader will say so */
        if (knob->n) s.slots[i]->knob = knob;
    }
}

/* --- days --- */

static pag_number shifted(pag_sample_model *model, pag_number day, int64_t days)
{
    pag_number out = day;
    (void)pag_number_add(model->arena, &out, day, pag_number_whole(model->arena, days));
    return out;
}

static bool wished_day(pag_sample_model *model, pag_sample_slot *slot, pag_number *out)
{
    return pag_sample_wished(model, slot) &&
           pag_sample_number_of(model, slot, pag_sample_text_of(slot), out);
}

static int64_t days_between(pag_sample_model *model, pag_number from, pag_number to)
{
    pag_number days;
    int64_t out = 0;
    if (pag_number_subtract(model->arena, &days, to, from)) return 0;
    return pag_number_to_whole(days, &out) ? out : 0;
}

/* The last day of entry `i`: the one that is wished, or follows from a wish of the next entry, or
 * leaves the others an equal part of what comes after `from`. */
static pag_number last_day(pag_sample_model *model, const pag_sample_field *list, size_t i,
                           pag_number from)
{
    const pag_group *group = list->entries[i]->group;
    uint32_t first_slot = pag_group_cell(group, PAG_STR("from"))->slot;
    uint32_t last_slot = pag_group_cell(group, PAG_STR("to"))->slot;
    pag_number day;
    if (wished_day(model, &list->entries[i]->fields[last_slot].slots[0], &day)) return day;
    if (i + 1 == list->n_entries) return model->to;
    if (wished_day(model, &list->entries[i + 1]->fields[first_slot].slots[0], &day)) {
        return shifted(model, day, -1);
    }
    int64_t left = days_between(model, from, model->to) + 1;
    return shifted(model, from, left / (int64_t)(list->n_entries - i) - 1);
}

static void set_day(pag_sample_model *model, pag_sample_slot *slot, pag_number day)
{
    if (pag_sample_wished(model, slot)) return;
    slot->texts[0] = pag_number_written(model->arena, day);
    slot->knob->n = 1;
    slot->knob->fixed = true;
}

static void tile(pag_sample_model *model, const pag_sample_field *list)
{
    pag_number from = model->from;
    for (size_t i = 0; i < list->n_entries; i++) {
        pag_sample_entry *entry = list->entries[i];
        const pag_cell *first = pag_group_cell(entry->group, PAG_STR("from"));
        const pag_cell *last = pag_group_cell(entry->group, PAG_STR("to"));
        if (!entry->fields[first->slot].n || !entry->fields[last->slot].n) return; /* planned */
        (void)wished_day(model, &entry->fields[first->slot].slots[0], &from);
        pag_number to = last_day(model, list, i, from);
        set_day(model, &entry->fields[first->slot].slots[0], from);
        set_day(model, &entry->fields[last->slot].slots[0], to);
        from = shifted(model, to, 1);
    }
}

/* --- both --- */

void pag_sample_together(pag_sample_model *model, pag_sample_field *list)
{
    const pag_group *group = list->entries[0]->group;
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->sum.set && list->entries[0]->fields[i].n) share_out(model, list, cell);
    }
    if (group->tiles) tile(model, list);
}
