/* Two formulas on values: on all that what they read can be, where that is few, which shows that
 * they are alike; else on some, which shows nothing, and is said to. */
#include "diff/internal.h"

#include "schema/work.h"

enum { MOST_FIGURES = 16, MOST_ALL = 20000, SOME = 2000, MOST_NUMBERS = 64 };

/* A figure that one of them reads, or both, and the values it is given. */
typedef struct dial {
    const pag_figure *figures[2];
    const pag_cell *cell; /* of the first pack */
    size_t n;
    bool whole; /* these are all */
    pag_value *values;
    size_t at;
    bool read[2]; /* in this try */
} dial;

typedef struct trying {
    pag_comparing *c;
    size_t n;
    dial dials[MOST_FIGURES];
    size_t n_numbers; /* that are written in the formulas */
    pag_number numbers[MOST_NUMBERS];
    bool ok; /* all that is read can be given a value */
    int side;
    uint64_t next; /* of the numbers that look like chance, and are the same each time */
} trying;

/* --- what is read --- */

static void take_way(trying *t, const pag_way *way);

static bool is_same_cell(const trying *t, const pag_cell *a, const pag_cell *b)
{
    return a->type == b->type && a->n_choices == b->n_choices && pag_str_equal(a->name, b->name) &&
           pag_str_equal(pag_group_path(t->c->scratch, a->group),
                         pag_group_path(t->c->scratch, b->group));
}

/* The same cell of the first pack; as deep as lists nest. */
static const pag_cell *find_in(const trying *t, const pag_group *group, const pag_cell *cell)
{
    const pag_cell *found = NULL;
    for (size_t i = 0; i < group->n_cells && !found; i++) {
        const pag_cell *own = &group->cells[i];
        if (own->list) found = find_in(t, own->list, cell);
        if (is_same_cell(t, own, cell)) found = own;
    }
    return found;
}

static const pag_cell *of_first(const trying *t, const pag_cell *cell)
{
    const pag_pack *pack = t->c->packs[0];
    const pag_cell *found = t->side == 0 ? cell : NULL;
    for (size_t i = 0; i < pag_pack_subjects(pack) && !found; i++) {
        found = find_in(t, pag_pack_subject(pack, i), cell);
    }
    return found;
}

static void take_figure(trying *t, const pag_figure *figure)
{
    const pag_cell *cell = of_first(t, figure->cell);
    t->ok = t->ok && cell && pag_reach_figure(t->c->reach[t->side], figure->cell) == figure;
    size_t i = 0;
    while (i < t->n && t->dials[i].cell != cell) i++;
    t->ok = t->ok && i < MOST_FIGURES;
    if (!t->ok) return;
    if (i == t->n) t->dials[t->n++] = (dial){.cell = cell};
    t->dials[i].figures[t->side] = figure;
}

/* As deep as the term is nested. */
static void take_term(trying *t, const pag_term *term)
{
    bool known = term->kind <= PAG_TERM_FIGURE && term->kind != PAG_TERM_TEXT;
    bool made = term->kind >= PAG_TERM_ADD && term->kind <= PAG_TERM_MOST;
    t->ok = t->ok && (known || made);
    if (term->kind == PAG_TERM_FIGURE) take_figure(t, term->figure);
    if (term->kind == PAG_TERM_NUMBER && t->n_numbers < MOST_NUMBERS) {
        t->numbers[t->n_numbers++] = pag_number_with_unit(t->c->scratch, term->number, PAG_PLAIN);
    }
    for (size_t i = 0; i < term->n && t->ok; i++) take_term(t, term->of[i]);
}

/* As deep as formulas branch, which their budget bounds. */
static void take_way(trying *t, const pag_way *way)
{
    const pag_question *q = &way->question;
    if (way->end == PAG_WAY_UNKNOWN) t->ok = false;
    if (way->end == PAG_WAY_VALUE && way->value.kind == PAG_VALUE_TERM) {
        take_term(t, way->value.term);
    }
    if (way->end != PAG_WAY_ON || !t->ok) return;
    t->ok = q->kind != PAG_ASKED_SAME && q->kind != PAG_ASKED_ENTRIES;
    if (t->ok && q->figure) take_figure(t, q->figure);
    if (t->ok && q->a) take_term(t, q->a);
    if (t->ok && q->b) take_term(t, q->b);
    for (uint32_t i = 0; i < q->n && t->ok; i++) {
        if (way->answers[i]) take_way(t, way->answers[i]);
    }
}

/* --- values --- */

static void add_value(trying *t, dial *d, pag_value value, size_t room)
{
    if (!d->values) d->values = PAG_NEW_ARRAY(t->c->scratch, pag_value, room);
    d->values[d->n++] = value;
}

static void add_number(trying *t, dial *d, pag_number x, size_t room)
{
    x = pag_number_with_unit(t->c->scratch, x, pag_type_unit(d->cell->type));
    add_value(t, d, (pag_value){.kind = PAG_VALUE_NUMBER, .number = x}, room);
}

static uint32_t chance(trying *t, uint32_t below)
{
    t->next = t->next * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(t->next >> 33) % below;
}

static void add_if_possible(trying *t, dial *d, const pag_set *set, pag_number x, size_t room)
{
    if (d->n + 1 < room && pag_set_has(t->c->scratch, set, x)) add_number(t, d, x, room);
}

/* Numbers that the formulas name, and those beside them; ends; and any. */
static void add_some(trying *t, dial *d, const pag_set *set)
{
    enum { ROOM = 400, ANY = 60, WIDE = 100000 };
    static const char *const beside[] = {"0", "1", "-1", "0.01", "-0.01"};
    pag_arena *arena = t->c->scratch;
    const pag_end ends[] = {set->low, set->high};
    for (size_t b = 0; b < sizeof beside / sizeof *beside; b++) {
        pag_number by = PAG_ZERO, x;
        (void)pag_number_parse(arena, pag_str_from(beside[b]), &by);
        add_if_possible(t, d, set, by, ROOM);
        for (size_t i = 0; i < t->n_numbers; i++) {
            if (!pag_number_add(arena, &x, t->numbers[i], by)) {
                add_if_possible(t, d, set, x, ROOM);
            }
        }
        for (size_t i = 0; i < 2; i++) {
            if (ends[i].set && !pag_number_add(arena, &x, ends[i].number, by)) {
                add_if_possible(t, d, set, x, ROOM);
            }
        }
    }
    for (size_t i = 0; i < ANY; i++) {
        pag_number x = pag_number_whole(arena, (int64_t)chance(t, WIDE) - WIDE / 4);
        if (i % 2) (void)pag_number_divide(arena, &x, x, pag_number_whole(arena, 100));
        add_if_possible(t, d, set, x, ROOM);
    }
}

static void add_numbers(trying *t, dial *d)
{
    const pag_set *set = pag_reach_set(pag_comparing_bare(t->c), d->cell);
    size_t n = pag_set_count(t->c->scratch, set, MOST_ALL);
    d->whole = n > 0 || set->empty;
    if (!d->whole) {
        add_some(t, d, set);
        return;
    }
    const pag_number *all = pag_set_list(t->c->scratch, set, n);
    for (size_t i = 0; i < n; i++) add_number(t, d, all[i], n + 1);
}

static void find_values(trying *t, dial *d)
{
    const pag_cell *cell = d->cell;
    d->whole = true;
    if (cell->type == PAG_TYPE_FLAG) {
        for (int i = 0; i < 2; i++) {
            add_value(t, d, (pag_value){.kind = PAG_VALUE_FLAG, .flag = i == 1}, 3);
        }
    } else if (cell->n_choices) {
        for (size_t i = 0; i < cell->n_choices; i++) {
            const pag_value word = {.kind = PAG_VALUE_CHOICE, .choice = &cell->choices[i]};
            add_value(t, d, word, cell->n_choices + 1);
        }
    } else if (pag_type_is_number(cell->type)) {
        add_numbers(t, d);
    } else {
        t->ok = false;
    }
    if (cell->optional && t->ok) add_value(t, d, (pag_value){.kind = PAG_VALUE_NONE}, 1);
    t->ok = t->ok && d->n > 0;
}

/* --- one try --- */

static bool take_value(void *ud, const pag_figure *figure, pag_value *out)
{
    trying *t = ud;
    for (size_t i = 0; i < t->n; i++) {
        dial *d = &t->dials[i];
        if (d->figures[t->side] != figure) continue;
        *out = d->values[d->at];
        d->read[t->side] = true;
        if (out->kind == PAG_VALUE_CHOICE) {
            out->choice = &figure->cell->choices[out->choice - d->cell->choices];
        }
        return true;
    }
    return false;
}

/* What is read on the way makes a figure withheld, but for what evaluations give. */
static bool reads_alike(const trying *t)
{
    for (size_t i = 0; i < t->n; i++) {
        const dial *d = &t->dials[i];
        if (d->read[0] != d->read[1] && d->cell->origin != PAG_GIVEN) return false;
    }
    return true;
}

static pag_tries_end try_once(trying *t, const pag_way *const ways[2])
{
    pag_value values[2];
    pag_work_end ends[2];
    for (size_t i = 0; i < t->n; i++) t->dials[i].read[0] = t->dials[i].read[1] = false;
    for (t->side = 0; t->side < 2; t->side++) {
        const pag_work work = {t->c->scratch, t, take_value};
        ends[t->side] = pag_way_work(&work, ways[t->side], &values[t->side]);
        if (ends[t->side] == PAG_WORK_OPEN) return PAG_TRIES_UNTOLD;
    }
    bool same =
        ends[0] == ends[1] && (ends[0] == PAG_WORK_STOPS || pag_value_same(values, values + 1));
    if (!same) return PAG_TRIES_OTHER;
    return reads_alike(t) ? PAG_TRIES_SAME : PAG_TRIES_FOUND_NONE;
}

/* --- all of them, or some --- */

static bool turn_on(trying *t)
{
    for (size_t i = 0; i < t->n; i++) {
        if (++t->dials[i].at < t->dials[i].n) return true;
        t->dials[i].at = 0;
    }
    return false;
}

static void turn_by_chance(trying *t)
{
    for (size_t i = 0; i < t->n; i++) t->dials[i].at = chance(t, (uint32_t)t->dials[i].n);
}

static bool are_few(const trying *t)
{
    size_t all = 1;
    for (size_t i = 0; i < t->n; i++) {
        if (!t->dials[i].whole || t->dials[i].n > MOST_ALL / all) return false;
        all *= t->dials[i].n;
    }
    return true;
}

static pag_tries_end run(trying *t, const pag_way *const ways[2], size_t *tried)
{
    bool few = are_few(t), more = true;
    pag_tries_end all = few ? PAG_TRIES_SAME : PAG_TRIES_FOUND_NONE;
    for (*tried = 0; more; ++*tried) {
        pag_tries_end one = try_once(t, ways);
        if (one == PAG_TRIES_UNTOLD || one == PAG_TRIES_OTHER) return one;
        if (one == PAG_TRIES_FOUND_NONE) all = one;
        if (few) more = turn_on(t);
        if (!few) turn_by_chance(t);
        if (!few) more = *tried + 1 < SOME;
    }
    return all;
}

pag_tries_end pag_ways_try(pag_comparing *c, const pag_way *const ways[2], size_t *tried)
{
    trying *t = PAG_NEW(c->scratch, trying);
    *t = (trying){.c = c, .ok = ways[0] && ways[1], .next = 1};
    for (t->side = 0; t->side < 2 && t->ok; t->side++) take_way(t, ways[t->side]);
    for (size_t i = 0; i < t->n && t->ok; i++) find_values(t, &t->dials[i]);
    return t->ok ? run(t, ways, tried) : PAG_TRIES_UNTOLD;
}
