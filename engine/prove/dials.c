#include "prove/dials.h"

enum { MOST_VALUES = 101, SOME = 16, QUARTERS = 4 };

static void keep(pag_dials *dials, pag_dial dial)
{
    dials->at = pag_list_grown(dials->p->arena, dials->at, dials->n, &dials->room, sizeof dial);
    dials->at[dials->n++] = dial;
}

/* --- values --- */

static const pag_value *numbers(proving *p, const pag_cell *cell, const pag_number *at, size_t n)
{
    pag_value *values = PAG_NEW_ARRAY(p->arena, pag_value, n);
    pag_unit unit = cell->type == PAG_TYPE_SHEET ? PAG_POINTS : pag_type_unit(cell->type);
    for (size_t i = 0; i < n; i++) {
        values[i] =
            (pag_value){PAG_VALUE_NUMBER, {.number = pag_number_with_unit(p->arena, at[i], unit)}};
    }
    return values;
}

/* Where the set has two ends, what lies a quarter, a half and three quarters of the way between. */
static size_t between(proving *p, const pag_set *set, pag_number *few)
{
    pag_number way, step;
    size_t n = 0;
    if (!set->low.set || !set->high.set ||
        pag_number_subtract(p->arena, &way, set->high.number, set->low.number)) {
        return 0;
    }
    for (int64_t i = 1; i < QUARTERS; i++) {
        pag_number part = pag_number_whole(p->arena, i);
        if (pag_number_divide(p->arena, &part, part, pag_number_whole(p->arena, QUARTERS)) ||
            pag_number_multiply(p->arena, &step, way, part) ||
            pag_number_add(p->arena, &step, set->low.number, step)) {
            continue;
        }
        if (pag_set_has(p->arena, set, step)) few[n++] = step;
    }
    return n;
}

/* Some of an endless set, ascending: its ends and a few between. */
static size_t some_of(proving *p, const pag_set *set, pag_number *few)
{
    static const int64_t nice[] = {0, 1, -1, 50, 100, 1000, 40000};
    size_t n = between(p, set, few);
    for (size_t i = 0; i < sizeof nice / sizeof *nice; i++) {
        pag_number x = pag_number_whole(p->arena, nice[i]);
        if (pag_set_has(p->arena, set, x)) few[n++] = x;
    }
    if (set->high.set && set->high.inside) few[n++] = set->high.number;
    if (set->low.set && set->low.inside) few[n++] = set->low.number;
    pag_set listed = pag_set_of(p->arena, few, n);
    for (size_t i = 0; i < listed.n; i++) few[i] = listed.at[i];
    return listed.n;
}

static void number_dial(proving *p, pag_dial *d, const pag_set *set)
{
    d->n = pag_set_count(p->arena, set, MOST_VALUES);
    d->whole = d->n > 0;
    if (d->n) {
        d->values = numbers(p, d->cell, pag_set_list(p->arena, set, d->n), d->n);
        return;
    }
    pag_number few[SOME];
    d->n = some_of(p, set, few);
    if (d->n == 0 && !set->empty) few[d->n++] = pag_set_some(p->arena, set);
    d->values = numbers(p, d->cell, few, d->n);
}

/* The ends of the period and its middle; of days there is no end. */
static void day_dial(const pag_dials *t, pag_dial *d)
{
    const pag_head *head = &t->base->evaluation->head;
    const pag_set period = {.low = {true, true, head->from}, .high = {true, true, head->to}};
    pag_number few[SOME];
    size_t n = 0;
    few[n++] = head->from;
    n += between(t->p, &period, few + n);
    few[n++] = head->to;
    d->values = numbers(t->p, d->cell, few, n);
    d->n = n;
}

static void word_dial(proving *p, pag_dial *d)
{
    pag_value *values = PAG_NEW_ARRAY(p->arena, pag_value, d->cell->n_choices);
    for (size_t i = 0; i < d->cell->n_choices; i++) {
        values[i] = (pag_value){PAG_VALUE_CHOICE, {.choice = &d->cell->choices[i]}};
    }
    d->values = values;
    d->n = d->cell->n_choices;
    d->whole = true;
}

static void flag_dial(proving *p, pag_dial *d)
{
    pag_value *values = PAG_NEW_ARRAY(p->arena, pag_value, 2);
    values[0].kind = values[1].kind = PAG_VALUE_FLAG;
    values[1].flag = true;
    d->values = values;
    d->n = 2;
    d->whole = true;
}

/* --- where they stand --- */

typedef struct finding {
    const pag_dials *t;
    const pag_cell *cell;
    const pag_group *chain[16]; /* from the cell's group up to the subject */
    PAG_LIST(const pag_figure *) found;
} finding;

/* As deep as lists nest. */
static void find_in(finding *f, const pag_entry *entry, size_t depth)
{
    if (depth == 0) {
        PAG_LIST_ADD(f->t->p->arena, &f->found, &entry->figures[f->cell->slot]);
        return;
    }
    const pag_cell *list = pag_group_cell(entry->group, f->chain[depth - 1]->name);
    const pag_value *value = &entry->figures[list->slot].value;
    size_t n = value->kind == PAG_VALUE_LIST ? value->list->n : 0;
    for (size_t i = 0; i < n; i++) find_in(f, value->list->entries[i], depth - 1);
}

/* Those of its figures that it turns; none, where the evaluation has none. */
static void place(const pag_dials *t, pag_dial *d)
{
    finding f = {.t = t, .cell = d->cell};
    const pag_evaluation *e = t->base->evaluation;
    size_t depth = 0;
    for (const pag_group *g = d->cell->group; g && depth < 16; g = g->parent) f.chain[depth++] = g;
    for (size_t i = 0; i < e->n_subjects; i++) {
        bool here = e->subjects[i] && e->subjects[i]->group == f.chain[depth - 1];
        if (here) find_in(&f, e->subjects[i], depth - 1);
    }
    d->figures = f.found.at;
    d->n_figures = d->each || f.found.n == 0 ? f.found.n : 1;
    d->second = d->shares && f.found.n > 1 ? f.found.at[1] : NULL;
}

/* --- dials --- */

static bool is_above(const pag_group *group, const pag_group *below)
{
    while (below && below != group) below = below->parent;
    return below != NULL;
}

/* Each value by itself: not what may be left out, and shares only where another makes up for it. */
static bool has_dial(const pag_dials *t, const pag_cell *cell)
{
    if (cell->origin != PAG_GIVEN || cell->optional) return false;
    if (cell->sum.set && !(t->crowd && pag_type_is_number(cell->type))) return false;
    return cell->type == PAG_TYPE_SHEET || cell->type == PAG_TYPE_CHOICE ||
           cell->type == PAG_TYPE_FLAG || cell->type == PAG_TYPE_DATE ||
           pag_type_is_number(cell->type);
}

/* Of what is compared with the others in its list, the first entry is enough. */
static pag_dial dial_of(const pag_dials *t, const pag_cell *cell)
{
    bool each = cell != t->input && !is_above(cell->group, t->cell->group) && !cell->sum.set;
    return (pag_dial){.cell = cell, .each = each, .shares = cell->sum.set};
}

static void add_marks(pag_dials *t, const pag_cell *sheet)
{
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        pag_dial d = dial_of(t, sheet);
        d.criterion = &sheet->criteria[i];
        d.mark = i;
        pag_set marks = pag_reach_marks(t->p->bare, sheet, d.criterion);
        number_dial(t->p, &d, &marks);
        d.whole = d.whole && sheet->na == PAG_NA_REFUSE; /* what does not apply is not tried */
        place(t, &d);
        keep(t, d);
    }
}

static void add_dial(pag_dials *t, const pag_cell *cell)
{
    pag_dial d = dial_of(t, cell);
    if (cell->type == PAG_TYPE_SHEET) {
        add_marks(t, cell);
        return;
    }
    if (cell->type == PAG_TYPE_CHOICE) {
        word_dial(t->p, &d);
    } else if (cell->type == PAG_TYPE_FLAG) {
        flag_dial(t->p, &d);
    } else if (cell->type == PAG_TYPE_DATE) {
        day_dial(t, &d);
    } else {
        number_dial(t->p, &d, pag_reach_set(t->p->bare, cell));
    }
    place(t, &d);
    keep(t, d);
}

bool pag_dials_has(const pag_dials *t, const pag_cell *cell)
{
    size_t i = 0;
    while (i < t->n && t->at[i].cell != cell) i++;
    return i < t->n;
}

/* How many entries a list has is not turned. */
bool pag_dials_add(pag_dials *t, const pag_cell *cell)
{
    if (pag_dials_has(t, cell)) return true;
    if (!has_dial(t, cell)) return false;
    size_t before = t->n;
    add_dial(t, cell);
    if (t->n == before || !t->at[before].n || !t->at[before].n_figures) {
        t->n = before;
        return false;
    }
    t->other = t->other || (t->at[before].each && cell->group->parent);
    return true;
}

/* Where a ref leads is not turned: to itself, in a list of one entry. */
static void add_input(void *ud, const pag_cell *cell)
{
    pag_dials *t = ud;
    bool given = cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED;
    bool turned = cell->type != PAG_TYPE_REF;
    if (given && !cell->list && (!turned || !pag_dials_add(t, cell))) t->other = true;
}

bool pag_dials_find(pag_dials *t)
{
    if (t->input && !pag_dials_add(t, t->input)) return false;
    t->n_inputs = t->n;
    t->open = !pag_reach_rests(t->p->reach, t->cell, add_input, t);
    return t->n > 0 || t->open;
}

/* --- what they say --- */

static void put_turn(pag_turn *turns, size_t *n, const pag_figure *figure, const pag_dial *d,
                     pag_value value)
{
    size_t mark = d->criterion ? d->mark : PAG_TURN_WHOLE;
    turns[(*n)++] = (pag_turn){.figure = figure, .mark = mark, .value = value};
}

pag_value pag_dial_rest(pag_arena *arena, const pag_dial *d, size_t at)
{
    pag_number left = PAG_ZERO;
    pag_number whole =
        pag_number_with_unit(arena, d->cell->sum.number, pag_type_unit(d->cell->type));
    (void)pag_number_subtract(arena, &left, whole, d->values[at].number);
    return (pag_value){PAG_VALUE_NUMBER, {.number = left}};
}

size_t pag_dials_turns(const pag_dials *t, pag_arena *arena, pag_turn **out)
{
    size_t room = 0, n = 0;
    for (size_t i = 0; i < t->n; i++) room += t->at[i].n_figures + 1;
    *out = PAG_NEW_ARRAY(arena, pag_turn, room);
    for (size_t i = 0; i < t->n; i++) {
        const pag_dial *d = &t->at[i];
        for (size_t k = 0; k < d->n_figures; k++) {
            put_turn(*out, &n, d->figures[k], d, d->values[d->at]);
        }
        if (!d->second) continue;
        put_turn(*out, &n, d->second, d, pag_dial_rest(arena, d, d->at));
    }
    return n;
}

pag_str pag_dial_text(pag_arena *arena, const pag_dial *d, size_t at)
{
    const pag_value *v = &d->values[at];
    if (v->kind == PAG_VALUE_FLAG) return v->flag ? PAG_STR("true") : PAG_STR("false");
    if (v->kind == PAG_VALUE_CHOICE) return v->choice->word;
    return pag_reach_written(arena, d->cell, v->number);
}

/* Every entry of the lists that the group stands in, itself among them. */
static const size_t *every_entry(const pag_dials *t, const pag_group *group, size_t *n)
{
    *n = group->depth;
    size_t *each = PAG_NEW_ARRAY(t->p->arena, size_t, *n);
    for (size_t i = 0; i < *n; i++) each[i] = PAG_SAMPLE_EACH;
    return each;
}

/* Two entries in every list. */
static void put_counts(const pag_dials *t, const pag_group *group, pag_sample_count *counts,
                       size_t *n)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (!cell->list) continue;
        if (counts) {
            pag_sample_count *count = &counts[*n];
            *count = (pag_sample_count){.list = cell->list, .n = 2};
            count->entries = every_entry(t, group, &count->n_entries);
        }
        (*n)++;
        put_counts(t, cell->list, counts, n);
    }
}

static size_t counts_of(const pag_dials *t, const pag_sample_count **out)
{
    size_t n = 0;
    if (!t->crowd) return 0;
    for (size_t i = 0; i < pag_pack_subjects(t->p->pack); i++) {
        put_counts(t, pag_pack_subject(t->p->pack, i), NULL, &n);
    }
    pag_sample_count *counts = PAG_NEW_ARRAY(t->p->arena, pag_sample_count, n + 1);
    n = 0;
    for (size_t i = 0; i < pag_pack_subjects(t->p->pack); i++) {
        put_counts(t, pag_pack_subject(t->p->pack, i), counts, &n);
    }
    *out = counts;
    return n;
}

pag_sample_wish pag_dials_wish(const pag_dials *t, const pag_dial *one, size_t other)
{
    static const size_t second[] = {1};
    pag_arena *arena = t->p->arena;
    pag_sample_value *values = PAG_NEW_ARRAY(arena, pag_sample_value, 2 * t->n + 1);
    pag_sample_wish wish = {.values = values, .lang = t->p->order->lang};
    for (size_t i = 0; i < t->n; i++) {
        const pag_dial *d = &t->at[i];
        size_t at = d == one ? other : d->at;
        pag_sample_value *v = &values[wish.n++];
        *v = (pag_sample_value){
            .cell = d->cell, .criterion = d->criterion, .text = pag_dial_text(arena, d, at)};
        if (d->each) v->entries = every_entry(t, d->cell->group, &v->n_entries);
        if (!d->second) continue;
        pag_value rest = pag_dial_rest(arena, d, at);
        values[wish.n++] =
            (pag_sample_value){.cell = d->cell,
                               .n_entries = 1,
                               .entries = second,
                               .text = pag_reach_written(arena, d->cell, rest.number)};
    }
    wish.path = t->p->order->path;
    wish.n_counts = counts_of(t, &wish.counts);
    return wish;
}
