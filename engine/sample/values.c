/* The texts that one value of a sample may have: a few that people would write, what the tables of
 * the rules speak of, the ends of what is allowed. Each is judged by the reader of evaluations
 * before it counts. */
#include "sample/internal.h"

#include <string.h>

enum { MOST_TEXTS = 24 };

/* --- offering --- */

static bool has_text(const pag_sample_slot *slot, pag_str text)
{
    for (size_t i = 0; i < slot->knob->n; i++) {
        if (slot->texts[i].at && pag_str_equal(slot->texts[i], text)) return true;
    }
    return false;
}

static void add(pag_sample_model *model, pag_sample_slot *slot, pag_str text)
{
    pag_sample_knob *knob = slot->knob;
    slot->texts =
        pag_list_grown(model->arena, slot->texts, knob->n, &knob->room, sizeof *slot->texts);
    slot->texts[knob->n++] = text;
}

static bool is_on_scale(const pag_sample_slot *slot, pag_number mark)
{
    const pag_cell *cell = slot->cell;
    for (size_t i = 0; i < cell->n_marks; i++) {
        if (pag_number_order(cell->marks[i], mark) == 0) return true;
    }
    return cell->n_marks == 0;
}

/* A mark is judged like a cell of points with the bounds of its criterion. */
static pag_cell judged_as(const pag_sample_slot *slot)
{
    pag_cell cell = *slot->cell;
    if (!slot->criterion) return cell;
    pag_bounds bounds = pag_criterion_bounds(slot->cell, slot->criterion);
    cell.type = PAG_TYPE_POINTS;
    if (!cell.n_marks) {
        cell.min = bounds.min;
        cell.max = bounds.max;
        cell.step = bounds.step;
    }
    return cell;
}

bool pag_sample_number_of(pag_sample_model *model, const pag_sample_slot *slot, pag_str text,
                          pag_number *out)
{
    const pag_cell cell = judged_as(slot);
    pag_value value;
    if (!text.at) return false;
    if (!pag_value_read(model->arena, model->refusals, &cell, text, (pag_pos){0}, &value)) {
        return false;
    }
    if (value.kind != PAG_VALUE_NUMBER) return false;
    *out = value.number;
    return true;
}

static bool is_possible(pag_sample_model *model, const pag_sample_slot *slot, pag_str text)
{
    const pag_cell cell = judged_as(slot);
    pag_value value;
    if (!text.len) return false;
    if (!pag_value_read_data(model->arena, model->refusals, &cell, text, (pag_pos){0}, &value)) {
        return false;
    }
    return !slot->criterion || is_on_scale(slot, value.number);
}

/* 1.005 could also be a thousand and five; 1.0050 could not. */
static pag_str with_one_reading(pag_sample_model *model, const pag_sample_slot *slot, pag_str text)
{
    if (pag_str_find(text, '.') == text.len || is_possible(model, slot, text)) return text;
    pag_str longer = pag_text_join(model->arena, 2, text, PAG_STR("0"));
    return is_possible(model, slot, longer) ? longer : text;
}

void pag_sample_offer(pag_sample_model *model, pag_sample_slot *slot, pag_str text)
{
    const pag_sample_knob *knob = slot->knob;
    if (knob->fixed || knob->joint || knob->n >= MOST_TEXTS) return;
    text = with_one_reading(model, slot, text);
    if (has_text(slot, text)) return;
    text = pag_arena_copy(model->arena, text);
    if (is_possible(model, slot, text)) add(model, slot, text);
}

static pag_number parsed(pag_sample_model *model, pag_str text)
{
    pag_number out = PAG_ZERO;
    (void)pag_number_parse(model->arena, text, &out);
    return out;
}

/* Steps are counted from zero; amounts have cents, and whole numbers are whole. */
static pag_number step_of(pag_sample_model *model, const pag_cell *cell)
{
    if (cell->step.set) return cell->step.number;
    if (cell->type == PAG_TYPE_MONEY) return parsed(model, PAG_STR("0.01"));
    return cell->type == PAG_TYPE_WHOLE ? pag_number_whole(model->arena, 1) : PAG_ZERO;
}

void pag_sample_offer_number(pag_sample_model *model, pag_sample_slot *slot, pag_number number)
{
    const pag_cell cell = judged_as(slot);
    if (!pag_type_is_number(cell.type) && cell.type != PAG_TYPE_DATE) return;
    static const pag_rounding ways[] = {PAG_DOWN, PAG_UP};
    pag_number step = step_of(model, &cell);
    number = pag_number_with_unit(model->arena, number, pag_type_unit(cell.type));
    for (size_t i = 0; i < 2; i++) {
        pag_number near = number;
        if (pag_number_sign(step) > 0 &&
            pag_number_round(model->arena, &near, number, step, ways[i])) {
            return;
        }
        pag_sample_offer(model, slot, pag_number_written(model->arena, near));
    }
}

/* --- what people would write --- */

typedef struct texts {
    const char *const *at;
    size_t n;
} texts;
#define TEXTS(...)                                                                                 \
    ((texts){(const char *const[]){__VA_ARGS__},                                                   \
             sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *)})

/* In the unit of the type, without a sign. */
static void offer_usual(pag_sample_model *model, pag_sample_slot *slot, texts usual)
{
    for (size_t i = 0; i < usual.n; i++) {
        pag_sample_offer_number(model, slot, parsed(model, pag_str_from(usual.at[i])));
    }
}

static void offer_usual_numbers(pag_sample_model *model, pag_sample_slot *slot, pag_type type)
{
    switch (type) {
    case PAG_TYPE_MONEY:
        offer_usual(model, slot, TEXTS("30000", "10000", "1000", "100", "0", "100000"));
        break;
    case PAG_TYPE_PERCENT: offer_usual(model, slot, TEXTS("1", "0.5", "0", "0.2", "0.1")); break;
    case PAG_TYPE_POINTS: offer_usual(model, slot, TEXTS("8", "50", "100", "1", "0")); break;
    case PAG_TYPE_WHOLE: offer_usual(model, slot, TEXTS("10", "1", "2", "100", "0", "365")); break;
    case PAG_TYPE_NUMBER: offer_usual(model, slot, TEXTS("10", "1", "100", "0", "-1")); break;
    case PAG_TYPE_TEXT:
    case PAG_TYPE_FLAG:
    case PAG_TYPE_DATE:
    case PAG_TYPE_CHOICE:
    case PAG_TYPE_CLASS:
    case PAG_TYPE_REF:
    case PAG_TYPE_SHEET:
    case PAG_TYPE_LIST: break;
    }
}

/* Half of the way between what is least and most. */
static void offer_middle(pag_sample_model *model, pag_sample_slot *slot, pag_number low,
                         pag_number high)
{
    pag_number sum, half;
    low = pag_number_with_unit(model->arena, low, PAG_PLAIN);
    high = pag_number_with_unit(model->arena, high, PAG_PLAIN);
    if (pag_number_add(model->arena, &sum, low, high)) return;
    if (pag_number_divide(model->arena, &half, sum, pag_number_whole(model->arena, 2))) return;
    pag_sample_offer_number(model, slot, half);
}

/* The most that is allowed comes first, but for amounts: nobody's is the highest. */
static void offer_numbers(pag_sample_model *model, pag_sample_slot *slot)
{
    const pag_cell cell = judged_as(slot);
    pag_number low = cell.min.set ? cell.min.number : PAG_ZERO;
    if (cell.type == PAG_TYPE_MONEY) offer_usual_numbers(model, slot, cell.type);
    for (size_t i = cell.n_marks; i-- > 0;) pag_sample_offer_number(model, slot, cell.marks[i]);
    if (cell.max.set) pag_sample_offer_number(model, slot, cell.max.number);
    if (!slot->criterion) offer_usual_numbers(model, slot, cell.type);
    pag_sample_offer_number(model, slot, low);
    if (cell.max.set) offer_middle(model, slot, low, cell.max.number);
}

/* "from", "share_from" */
static bool is_called(pag_str name, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        pag_str word = pag_str_from(words[i]);
        bool whole = pag_str_equal(name, word);
        bool tail = pag_str_ends(name, word) && name.len > word.len &&
                    name.at[name.len - word.len - 1] == '_';
        if (whole || tail) return true;
    }
    return false;
}

static void offer_day(pag_sample_model *model, pag_sample_slot *slot, pag_number day, int64_t shift)
{
    if (pag_number_add(model->arena, &day, day, pag_number_whole(model->arena, shift))) return;
    pag_sample_offer(model, slot, pag_number_written(model->arena, day));
}

static void offer_days(pag_sample_model *model, pag_sample_slot *slot)
{
    static const char *const ends[] = {"to", "end", "until", "last", "due"};
    bool last = is_called(slot->cell->name, ends, sizeof ends / sizeof *ends);
    offer_day(model, slot, last ? model->to : model->from, 0);
    offer_day(model, slot, last ? model->from : model->to, 0);
    offer_day(model, slot, model->from, -1);
    offer_day(model, slot, model->to, 1);
    offer_numbers(model, slot);
}

static void offer_words(pag_sample_model *model, pag_sample_slot *slot)
{
    for (size_t i = 0; i < slot->cell->n_choices; i++) {
        pag_sample_offer(model, slot, slot->cell->choices[i].word);
    }
}

/* --- what the rules speak of --- */

static void offer_edge(pag_sample_model *model, pag_sample_slot *slot, const pag_edge *edge)
{
    if (edge->kind == PAG_EDGE_NUMBER) pag_sample_offer_number(model, slot, edge->number);
}

static void offer_rows(pag_sample_model *model, pag_sample_slot *slot, const pag_bands *table)
{
    for (size_t i = 0; i < table->n; i++) {
        const pag_band *row = &table->rows[i];
        switch (table->kind) {
        case PAG_TABLE_KEYED: pag_sample_offer(model, slot, row->key); break;
        case PAG_TABLE_BANDS:
        case PAG_TABLE_DATED:
            offer_edge(model, slot, &row->low);
            offer_edge(model, slot, &row->high);
            break;
        }
    }
}

/* Keys and edges of the tables in which the cell is looked up. */
static void offer_looked_up(pag_sample_model *model, pag_sample_slot *slot)
{
    const pag_group *group = slot->cell->group;
    for (size_t i = 0; i < group->n_cells && !slot->criterion; i++) {
        const pag_cell *cell = &group->cells[i];
        bool by_it = cell->bands && cell->by_kind == PAG_BY_CELL && cell->by == slot->cell->slot;
        if (by_it) offer_rows(model, slot, cell->bands);
    }
}

static void offer_entries(pag_sample_model *model, pag_sample_slot *slot)
{
    const pag_sample_field *list = pag_sample_target(model, slot->cell);
    bool names = pag_group_naming(slot->cell->group) == slot->cell;
    for (size_t i = 0; list && i < list->n_entries; i++) {
        size_t at = names ? (i + slot->entry->index) % list->n_entries : i;
        pag_sample_offer(model, slot, pag_sample_id(model, list->entries[at]));
    }
}

static void offer_text(pag_sample_model *model, pag_sample_slot *slot)
{
    offer_looked_up(model, slot);
    pag_sample_offer(model, slot,
                     model->wish->lang == PAG_IT ? PAG_STR("esempio") : PAG_STR("example"));
}

/* --- one slot --- */

static void offer_by_type(pag_sample_model *model, pag_sample_slot *slot)
{
    switch (slot->cell->type) {
    case PAG_TYPE_TEXT: offer_text(model, slot); break;
    case PAG_TYPE_FLAG:
        pag_sample_offer(model, slot, PAG_STR("false"));
        pag_sample_offer(model, slot, PAG_STR("true"));
        break;
    case PAG_TYPE_DATE: offer_days(model, slot); break;
    case PAG_TYPE_CHOICE:
    case PAG_TYPE_CLASS: offer_words(model, slot); break;
    case PAG_TYPE_REF: offer_entries(model, slot); break;
    case PAG_TYPE_WHOLE:
    case PAG_TYPE_NUMBER:
    case PAG_TYPE_POINTS:
    case PAG_TYPE_PERCENT:
    case PAG_TYPE_MONEY:
    case PAG_TYPE_SHEET: offer_numbers(model, slot); break;
    case PAG_TYPE_LIST: break;
    }
    if (pag_type_is_number(slot->cell->type)) offer_looked_up(model, slot);
}

/* A default as it would be written; of what has none, nothing. */
static pag_str default_of(pag_sample_model *model, const pag_sample_slot *slot)
{
    const pag_cell *cell = slot->cell;
    if (cell->value.kind == PAG_VALUE_NONE) return (pag_str){0};
    if (cell->value.kind != PAG_VALUE_NUMBER) {
        return pag_value_plain(model->arena, cell, cell->value);
    }
    return pag_number_written(model->arena, pag_number_with_unit(model->arena, cell->value.number,
                                                                 pag_type_unit(cell->type)));
}

static bool is_name(const pag_sample_slot *slot)
{
    return slot->cell->type == PAG_TYPE_TEXT && slot->entry->parent && !slot->entry->row &&
           pag_group_naming(slot->cell->group) == slot->cell;
}

void pag_sample_values(pag_sample_model *model, pag_sample_slot *slot)
{
    const pag_str *wished = pag_sample_wished(model, slot);
    pag_str usual = default_of(model, slot);
    if (wished) {
        add(model, slot, with_one_reading(model, slot, *wished));
    } else if (is_name(slot)) {
        add(model, slot, pag_sample_name(model, slot->entry));
    } else {
        if (slot->cell->optional) add(model, slot, (pag_str){0});
        if (usual.at) pag_sample_offer(model, slot, usual);
        offer_by_type(model, slot);
        bool may_lack = slot->criterion && slot->cell->na != PAG_NA_REFUSE;
        if (may_lack) add(model, slot, PAG_STR("na"));
    }
    if (!slot->knob->n) add(model, slot, PAG_STR("0")); /* nothing fits: the reader will say so */
    slot->knob->fixed = wished || slot->knob->n < 2;
}
