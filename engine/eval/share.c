/* A whole shared out among the entries of a list: all parts at once, when the first one is asked
 * for, because the last cents depend on everybody. The parties are ordered by their ids, so the
 * order of the file does not matter. */
#include "eval/doubts.h"
#include "eval/internal.h"

#include <stdlib.h>

typedef struct sharing_out {
    const pag_evaluator *e;
    const pag_cell *cell;
    pag_list *list;
    pag_figure *whole;
    pag_sharing *sharing;
} sharing_out;

static pag_figure *list_figure(const pag_entry *entry)
{
    pag_entry *parent = entry->parent;
    size_t i = 0;
    while (parent->group->cells[i].list != entry->group) i++;
    return &parent->figures[i];
}

/* --- trouble --- */

/* Told where the value is given, or where the split names its cell; then also the other place, or
 * where the cell is declared. */
static void tell(const sharing_out *o, pag_code code, const pag_figure *figure, pag_pos rules)
{
    pag_arena *arena = o->e->arena;
    pag_unit unit = pag_type_unit(o->cell->type);
    bool given = figure->pos.source != 0;
    pag_number step = pag_number_with_unit(arena, o->cell->round_step, unit);
    pag_diagnostic *d = pag_diag_add(
        o->e->diags, code, given ? figure->pos : rules, 3, figure->cell->name,
        pag_number_people(arena, figure->value.number), pag_number_people(arena, step));
    d->also = given ? rules : figure->cell->pos;
}

/* It concerns all parts: said of what the list stands in, or of the list. */
static void about_all(const sharing_out *o)
{
    const pag_entry *parent = o->whole->entry;
    const pag_group *list = o->cell->group;
    pag_str name = list->title.len ? list->title : list->name;
    pag_diagnostics_about(o->e->diags, parent->parent ? parent->name : name);
}

static bool tell_whole(const sharing_out *o, pag_code code)
{
    tell(o, code, o->whole, o->cell->split->whole_pos);
    about_all(o);
    return false;
}

static bool tell_negative_weight(const sharing_out *o, const pag_part *part)
{
    const pag_split *split = o->cell->split;
    tell(o, PAG_E0755, &part->entry->figures[split->by], split->by_pos);
    pag_diagnostics_about(o->e->diags, part->entry->name);
    return false;
}

static bool tell_no_weights(const sharing_out *o)
{
    const pag_split *split = o->cell->split;
    const pag_figure *list = list_figure(o->sharing->parts[0].entry);
    pag_diag_add(o->e->diags, PAG_E0754, list->pos.source ? list->pos : split->by_pos, 3,
                 o->whole->cell->name, pag_number_people(o->e->arena, o->whole->value.number),
                 o->cell->group->cells[split->by].name)
        ->also = list->pos.source ? split->by_pos : list->cell->pos;
    about_all(o);
    return false;
}

static bool tell_no_receiver(const sharing_out *o)
{
    const pag_sharing *s = o->sharing;
    pag_text all = {.arena = o->e->arena};
    for (size_t i = 0; i < s->n; i++) {
        if (i) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, s->parts[i].entry->id);
    }
    pag_str receiver = o->cell->split->receiver;
    pag_diag_add(o->e->diags, PAG_E0757, o->cell->split->rest_pos, 3, receiver,
                 o->cell->group->name, pag_text_str(&all))
        ->also = list_figure(s->parts[0].entry)->pos;
    about_all(o);
    return false;
}

static bool tell_too_big(const sharing_out *o)
{
    pag_diag_add(o->e->diags, PAG_E0461, o->cell->pos, 0);
    about_all(o);
    return false;
}

/* --- sharing out --- */

static int by_id(const void *a, const void *b)
{
    const pag_part *x = a, *y = b;
    return pag_str_compare(x->entry->id, y->entry->id);
}

static pag_sharing *begin(const sharing_out *o)
{
    pag_sharing *s = PAG_NEW(o->e->arena, pag_sharing);
    *s = (pag_sharing){.cell = o->cell, .whole = o->whole, .n = o->list->n};
    s->rest = o->cell->split->rest;
    s->parts = PAG_NEW_ARRAY(o->e->arena, pag_part, s->n);
    s->weighing = PAG_NEW_ARRAY(o->e->arena, const pag_figure *, s->n);
    for (size_t i = 0; i < s->n; i++) {
        s->parts[i].entry = o->list->entries[i];
    }
    qsort(s->parts, s->n, sizeof *s->parts, by_id);
    return s;
}

/* A number that may be left out was. */
static bool is_there(const sharing_out *o, const pag_figure *figure)
{
    const pag_split *split = o->cell->split;
    if (!pag_figure_is_left_out(figure)) return true;
    pag_pos rules = figure == o->whole ? split->whole_pos : split->by_pos;
    pag_diag_add(o->e->diags, PAG_E0759, figure->entry->pos, 3, figure->cell->name,
                 figure->entry->name, o->whole->cell->name)
        ->also = rules;
    about_all(o);
    return false;
}

static bool read_all(const sharing_out *o)
{
    pag_sharing *s = o->sharing;
    if (!o->e->read(o->e->run, o->whole) || !is_there(o, o->whole)) return false;
    for (size_t i = 0; i < s->n; i++) {
        pag_figure *weight = &s->parts[i].entry->figures[o->cell->split->by];
        if (!o->e->read(o->e->run, weight) || !is_there(o, weight)) return false;
        s->parts[i].weight = weight->value.number;
        s->weighing[i] = weight;
    }
    return true;
}

static pag_number plain(const sharing_out *o, pag_number x)
{
    return pag_number_with_unit(o->e->arena, x, PAG_PLAIN);
}

/* A whole that is not in whole steps leaves a fraction of one, which nobody can be given. */
static bool is_even(const sharing_out *o)
{
    pag_number whole = o->whole->value.number, even = whole;
    pag_number_error error =
        pag_number_round(o->e->arena, &even, whole, plain(o, o->cell->round_step), PAG_DOWN);
    return error == PAG_NUMBER_OK && pag_number_order(even, whole) == 0;
}

/* The number of the part of the entry `id`; n when there is none. */
static size_t part_of(const pag_sharing *s, pag_str id)
{
    const pag_entry wanted = {.id = id};
    const pag_part key = {.entry = &wanted};
    const pag_part *found = s->n ? bsearch(&key, s->parts, s->n, sizeof *s->parts, by_id) : NULL;
    return found ? (size_t)(found - s->parts) : s->n;
}

/* Nobody gets anything of nothing; and of something nobody does, where nobody has a weight and the
 * rules say that it stays unspent then. */
static bool goes_to_nobody(const sharing_out *o)
{
    return pag_number_sign(o->whole->value.number) == 0 ||
           (o->cell->split->nobody && pag_number_sign(o->sharing->weights) == 0);
}

static bool judge_all(const sharing_out *o, size_t receiver)
{
    pag_sharing *s = o->sharing;
    const pag_split *split = o->cell->split;
    if (pag_number_sign(o->whole->value.number) < 0) return tell_whole(o, PAG_E0756);
    s->weights = pag_number_with_unit(o->e->arena, PAG_ZERO, pag_number_unit(s->parts[0].weight));
    for (size_t i = 0; i < s->n; i++) {
        if (pag_number_sign(s->parts[i].weight) < 0) return tell_negative_weight(o, &s->parts[i]);
        if (pag_number_add(o->e->arena, &s->weights, s->weights, s->parts[i].weight)) {
            return tell_too_big(o);
        }
    }
    if (split->rest == PAG_REST_KEEP) return true;
    if (split->rest == PAG_REST_PARTY && receiver == s->n) return tell_no_receiver(o);
    if (goes_to_nobody(o)) {
        s->rest = PAG_REST_KEEP;
        return true;
    }
    if (pag_number_sign(s->weights) == 0) return tell_no_weights(o);
    return is_even(o) || tell_whole(o, PAG_E0758);
}

/* What the share is exactly, what of it is whole steps, and what was added of the leftover. */
static pag_number_error tell_part(const sharing_out *o, pag_part *part)
{
    pag_arena *arena = o->e->arena;
    pag_number weights = plain(o, o->sharing->weights), weight = plain(o, part->weight);
    part->exact = pag_number_with_unit(arena, PAG_ZERO, pag_type_unit(o->cell->type));
    part->down = part->exact;
    pag_number_error error = PAG_NUMBER_OK;
    if (pag_number_sign(weights) > 0) {
        error = pag_number_multiply(arena, &part->exact, o->whole->value.number, weight);
        if (!error) error = pag_number_divide(arena, &part->exact, part->exact, weights);
    }
    pag_number step = plain(o, o->cell->round_step);
    if (!error) error = pag_number_round(arena, &part->down, part->exact, step, PAG_DOWN);
    if (!error) error = pag_number_subtract(arena, &part->rest, part->number, part->down);
    pag_sharing *s = o->sharing;
    return error ? error : pag_number_subtract(arena, &s->left, s->left, part->down);
}

static pag_number_error share(const sharing_out *o, size_t receiver)
{
    pag_sharing *s = o->sharing;
    pag_arena *arena = o->e->arena;
    pag_number *numbers = PAG_NEW_ARRAY(arena, pag_number, s->n * 2), residue;
    for (size_t i = 0; i < s->n; i++) numbers[i] = s->parts[i].weight;
    pag_number_error error =
        pag_number_split(arena, numbers + s->n, s->n, numbers, o->whole->value.number,
                         o->cell->round_step, s->rest, receiver, &residue);
    s->left = o->whole->value.number;
    for (size_t i = 0; i < s->n && !error; i++) {
        s->parts[i].number = numbers[s->n + i];
        error = tell_part(o, &s->parts[i]);
    }
    return error;
}

/* Whether somebody got a step of the leftover and somebody who lost as much by rounding did not. */
static bool is_tied(const sharing_out *o)
{
    const pag_sharing *s = o->sharing;
    pag_number least = PAG_ZERO, most = PAG_ZERO;
    bool got = false, missed = false;
    for (size_t i = 0; i < s->n; i++) {
        const pag_part *part = &s->parts[i];
        pag_number lost;
        if (pag_number_subtract(o->e->arena, &lost, part->exact, part->down)) return false;
        bool *which = pag_number_sign(part->rest) > 0 ? &got : &missed;
        pag_number *end = which == &got ? &least : &most;
        int order = *which ? pag_number_order(lost, *end) : 0;
        if (!*which || (which == &got ? order < 0 : order > 0)) *end = lost;
        *which = true;
    }
    return got && missed && pag_number_order(least, most) == 0;
}

static bool share_out(sharing_out *o)
{
    o->sharing = begin(o);
    if (!read_all(o)) return false;
    const pag_split *split = o->cell->split;
    size_t receiver = part_of(o->sharing, split->receiver);
    if (!judge_all(o, receiver)) return false;
    if (share(o, receiver) != PAG_NUMBER_OK) return tell_too_big(o);
    o->sharing->tied = o->sharing->rest == PAG_REST_LARGEST && is_tied(o);
    pag_doubts_settle_sharing(o->e->arena, o->sharing);
    o->sharing->next = o->list->sharings;
    o->list->sharings = o->sharing;
    return true;
}

/* --- a part --- */

static const pag_sharing *shared_out(const sharing_out *o)
{
    const pag_sharing *s = o->list->sharings;
    while (s && s->cell != o->cell) s = s->next;
    return s;
}

static void note_part(const pag_evaluator *e, const pag_sharing *s, size_t i)
{
    pag_step step = {.kind = PAG_STEP_SHARED,
                     .chosen = (uint32_t)i,
                     .n = (uint32_t)s->n,
                     .figure = s->whole,
                     .figures = s->weighing,
                     .sharing = s,
                     .result = s->parts[i].number};
    e->note(e->run, &step);
}

bool pag_part_compute(const pag_evaluator *e, pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    pag_entry *entry = figure->entry;
    sharing_out o = {e, cell, list_figure(entry)->value.list, NULL, NULL};
    o.whole = &entry->parent->figures[cell->split->whole];
    const pag_sharing *s = shared_out(&o);
    if (!s && !share_out(&o)) {
        for (size_t i = 0; i < o.list->n; i++) {
            o.list->entries[i]->figures[cell->slot].state = PAG_FAILED;
        }
        return false;
    }
    if (!s) s = o.sharing;
    if (!e->read(e->run, o.whole)) return false;
    if (!e->read(e->run, &entry->figures[cell->split->by])) return false;
    size_t i = part_of(s, entry->id);
    figure->value = (pag_value){.kind = PAG_VALUE_NUMBER, .number = s->parts[i].number};
    figure->before = s->parts[i].exact;
    note_part(e, s, i);
    return true;
}
