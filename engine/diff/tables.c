/* Tables as functions: for which scores, days or keys that can be they give something else. */
#include "diff/internal.h"

enum { MOST_TRIED = PAG_SET_MOST };

typedef struct looking {
    pag_comparing *c;
    const pag_cell *cells[2];
    const pag_bands *tables[2];
    const pag_cell *by; /* NULL: a day of the period */
    pag_unit unit;      /* of what is looked up */
    pag_str caller;     /* whose formula calls it; empty: cells are looked up */
    pag_str give;       /* what is asked of a row */
    bool ok;
    bool going; /* the last range may go on */
} looking;

/* --- what is found --- */

static const pag_give *found(const looking *l, int side, const pag_band *row)
{
    (void)side;
    return row ? pag_band_give(row, l->give) : NULL;
}

static pag_str give_text(const looking *l, int side, const pag_give *give)
{
    pag_arena *arena = l->c->arena;
    if (!give) return PAG_STR("");
    if (give->of.reference) return pag_text_one_line(arena, pag_arena_copy(arena, give->of.text));
    if (!give->is_number) return pag_arena_copy(arena, give->text);
    pag_unit unit = pag_number_unit(give->number);
    if (l->cells[side]) unit = pag_type_unit(l->cells[side]->type);
    return pag_number_people(arena, pag_number_with_unit(arena, give->number, unit));
}

/* --- ranges --- */

/* Where the first pack has that formula. In the pack that is loaded by the way nothing stands where
 * people have it. */
static pag_pos place_in_first(const looking *l, const pag_give *give)
{
    const pag_bands *table = l->tables[0];
    for (size_t i = 0; i < table->n; i++) {
        for (size_t k = 0; k < table->rows[i].n_gives; k++) {
            const pag_formula *of = &table->rows[i].gives[k].of;
            if (of->reference && pag_str_equal(of->text, give->of.text)) return of->pos;
        }
    }
    return (pag_pos){0};
}

static pag_diff_range *add_range(looking *l, const pag_give *const *gives)
{
    pag_comparing *c = l->c;
    c->ranges =
        pag_list_grown(c->arena, c->ranges, c->n_ranges, &c->room_ranges, sizeof *c->ranges);
    pag_diff_range *range = &c->ranges[c->n_ranges++];
    *range = (pag_diff_range){.by = l->by, .caller = l->caller};
    const pag_str names[2] = {l->tables[0]->name, l->tables[1]->name};
    bool inside = c->touch.table || !pag_str_equal(names[0], names[1]);
    if (!inside) range->table = pag_arena_copy(c->arena, names[0]);
    range->at_most = !l->by || !pag_reach_is_exact(l->c->reach[0], l->by);
    for (int side = 0; side < 2; side++) {
        range->gives[side] = give_text(l, side, gives[side]);
        range->formulas[side] = gives[side] && gives[side]->of.reference;
        if (range->formulas[side]) range->places[side].pos = place_in_first(l, gives[side]);
    }
    return range;
}

static void keep_end(const looking *l, pag_diff_range *range, int end, const pag_end *at)
{
    range->bounded[end] = at->set;
    range->inside[end] = at->inside;
    if (at->set) range->ends[end] = pag_number_with_unit(l->c->arena, at->number, l->unit);
}

/* `part` has something else in both tables all over: a range, or more of the last one. */
static void note_part(looking *l, const pag_set *part, const pag_give *const *gives)
{
    pag_comparing *c = l->c;
    size_t count = pag_set_count(c->scratch, part, SIZE_MAX / 2);
    pag_diff_range *last = l->going ? &c->ranges[c->n_ranges - 1] : NULL;
    if (last && pag_str_equal(last->gives[0], give_text(l, 0, gives[0])) &&
        pag_str_equal(last->gives[1], give_text(l, 1, gives[1]))) {
        last->count = last->count && count ? last->count + count : 0;
    } else {
        last = add_range(l, gives);
        last->count = count;
        keep_end(l, last, 0, &part->low);
    }
    keep_end(l, last, 1, &part->high);
    l->going = true;
}

static void look_at(looking *l, const pag_set *part, const pag_number scores[2])
{
    const pag_give *gives[2];
    for (int side = 0; side < 2; side++) {
        gives[side] = found(l, side, pag_row_of(l->tables[side], scores[side]));
        bool other = gives[side] && gives[side]->of.reference &&
                     pag_touches(&l->c->touch, gives[side]->of.text);
        if (other) l->ok = false;
    }
    if (pag_gives_same(gives[0], gives[1])) {
        l->going = false;
    } else {
        note_part(l, part, gives);
    }
}

/* --- scores --- */

static pag_number rounded(const looking *l, int side, pag_number x)
{
    const pag_bands *table = l->tables[side];
    pag_number out = x;
    if (table->rounds) {
        (void)pag_number_round(l->c->scratch, &out, x, table->round_step, PAG_HALF_UP);
    }
    return out;
}

/* One by one. */
static void look_at_each(looking *l, const pag_set *set, const pag_set *other, size_t n)
{
    const pag_number *all = pag_set_list(l->c->scratch, set, n);
    for (size_t i = 0; i < n; i++) {
        if (!pag_set_has(l->c->scratch, other, all[i])) continue;
        const pag_number scores[2] = {rounded(l, 0, all[i]), rounded(l, 1, all[i])};
        pag_set one = pag_set_one(l->c->scratch, all[i]);
        look_at(l, &one, scores);
    }
}

static pag_set edges_of(const looking *l)
{
    size_t n = 0;
    pag_number *all =
        PAG_NEW_ARRAY(l->c->scratch, pag_number, 2 * (l->tables[0]->n + l->tables[1]->n) + 1);
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < l->tables[side]->n; i++) {
            const pag_band *row = &l->tables[side]->rows[i];
            if (row->low.kind == PAG_EDGE_NUMBER) all[n++] = row->low.number;
            if (row->high.kind == PAG_EDGE_NUMBER) all[n++] = row->high.number;
        }
    }
    return pag_set_of(l->c->scratch, all, n);
}

/* Edge by edge, and what lies between two, where both tables give one thing. */
static void look_at_parts(looking *l, const pag_set *set)
{
    pag_arena *arena = l->c->scratch;
    pag_set edges = edges_of(l);
    pag_end before = {0};
    for (size_t i = 0; i <= 2 * edges.n; i++) {
        bool on = i % 2 == 1;
        pag_end low = before, high = {0};
        if (i / 2 < edges.n) high = (pag_end){true, on, edges.at[i / 2]};
        if (on) low = high;
        pag_set part = pag_set_up_to(arena, pag_set_from(arena, *set, low), high);
        if (i / 2 < edges.n) before = (pag_end){true, !on, edges.at[i / 2]};
        if (on) before.inside = false;
        if (part.empty) continue;
        pag_number x = pag_set_some(arena, &part);
        const pag_number scores[2] = {x, x};
        look_at(l, &part, scores);
    }
}

static bool round_alike(const looking *l)
{
    const pag_bands *a = l->tables[0], *b = l->tables[1];
    return a->rounds == b->rounds &&
           (!a->rounds || pag_number_order(a->round_step, b->round_step) == 0);
}

static bool has_all(pag_arena *arena, const pag_set *set, const pag_set *other)
{
    size_t n = pag_set_count(arena, set, MOST_TRIED);
    const pag_number *all = n ? pag_set_list(arena, set, n) : NULL;
    for (size_t i = 0; i < n; i++) {
        if (!pag_set_has(arena, other, all[i])) return false;
    }
    return true;
}

/* Scores that can be by both packs. Where they are not the same, and not by the marks, which are
 * told apart, a condition lets some through by one pack only. */
static void compare_bands(looking *l, const pag_set *set, const pag_set *other)
{
    pag_comparing *c = l->c;
    size_t n = pag_set_count(c->scratch, set, MOST_TRIED);
    bool same = has_all(c->scratch, set, other) && has_all(c->scratch, other, set);
    if (!same && !c->n_scales) l->ok = false;
    if (set->empty) return;
    if (n) {
        look_at_each(l, set, other, n);
    } else if (round_alike(l)) {
        pag_set scores = pag_reach_rounded_score(c->reach[0], l->tables[0], set, l->unit);
        look_at_parts(l, &scores);
    } else {
        l->ok = false;
    }
}

/* All days there are; where a range goes on to the last of them it has no end. */
static void compare_days(looking *l)
{
    pag_arena *arena = l->c->scratch;
    pag_set set = pag_set_days(arena, PAG_YEAR_FIRST, PAG_YEAR_LAST);
    const pag_number ends[2] = {set.low.number, set.high.number};
    size_t from = l->c->n_ranges;
    l->unit = PAG_DATE;
    look_at_parts(l, &set);
    for (size_t i = from; i < l->c->n_ranges; i++) {
        pag_diff_range *range = &l->c->ranges[i];
        range->count = 0;
        for (int end = 0; end < 2; end++) {
            if (pag_number_order(range->ends[end], ends[end]) == 0) {
                range->bounded[end] = false;
            }
        }
    }
}

/* --- keys --- */

static bool can_be(const pag_cell *by, pag_str key)
{
    for (size_t i = 0; by && i < by->n_choices; i++) {
        if (pag_str_equal(by->choices[i].word, key)) return true;
    }
    return !by || by->n_choices == 0;
}

static void compare_keys(looking *l)
{
    for (int from = 0; from < 2; from++) {
        for (size_t i = 0; i < l->tables[from]->n; i++) {
            pag_str key = l->tables[from]->rows[i].key;
            const pag_give *gives[2] = {NULL, NULL};
            size_t row;
            bool met = from == 1 && pag_keyed_find(l->tables[0], key, &row);
            for (int side = 0; side < 2; side++) {
                if (pag_keyed_find(l->tables[side], key, &row)) {
                    gives[side] = found(l, side, &l->tables[side]->rows[row]);
                }
            }
            if (met || !can_be(l->by, key) || pag_gives_same(gives[0], gives[1])) continue;
            add_range(l, gives)->key = pag_arena_copy(l->c->arena, key);
        }
    }
}

/* --- both --- */

static bool by_same(const pag_cell *a, const pag_cell *b)
{
    if (a->by_kind != b->by_kind) return false;
    return a->by_kind != PAG_BY_CELL ||
           pag_str_equal(a->group->cells[a->by].name, b->group->cells[b->by].name);
}

static void compare(looking *l, const pag_set *scores, const pag_set *other)
{
    switch (l->tables[0]->kind) {
    case PAG_TABLE_BANDS: compare_bands(l, scores, other); break;
    case PAG_TABLE_KEYED: compare_keys(l); break;
    case PAG_TABLE_DATED: compare_days(l); break;
    }
}

bool pag_tables_compare(pag_comparing *c, const pag_cell *const cells[2])
{
    const pag_bands *a = cells[0]->bands, *b = cells[1]->bands;
    looking l = {.c = c,
                 .cells = {cells[0], cells[1]},
                 .tables = {a, b},
                 .unit = PAG_PLAIN,
                 .give = cells[0]->give,
                 .ok = true};
    const pag_set *scores = NULL, *other = NULL;
    if (a->kind != b->kind || !by_same(cells[0], cells[1]) || a->n == 0 || b->n == 0) return false;
    if (!pag_str_equal(cells[0]->give, cells[1]->give)) return false;
    if (a->kind == PAG_TABLE_BANDS && (!a->fixed || !b->fixed)) return false;
    if (cells[0]->by_kind == PAG_BY_CELL) {
        l.by = &cells[0]->group->cells[cells[0]->by];
        l.unit = pag_type_unit(l.by->type);
    }
    if (a->kind == PAG_TABLE_BANDS) {
        scores = pag_reach_set(c->reach[0], l.by);
        other = pag_reach_set(c->reach[1], &cells[1]->group->cells[cells[1]->by]);
    }
    compare(&l, scores, other);
    return l.ok;
}

/* --- scores that come or go --- */

pag_diff_range *pag_score_note(pag_comparing *c, const pag_cell *cell, int side, pag_number score,
                               pag_diff_range *last)
{
    looking l = {.c = c,
                 .cells = {cell, cell},
                 .tables = {cell->bands, cell->bands},
                 .by = &cell->group->cells[cell->by],
                 .give = cell->give};
    const pag_give *gives[2] = {NULL, NULL};
    const pag_end end = {true, true, score};
    l.unit = pag_type_unit(l.by->type);
    gives[side] = found(&l, side, pag_row_of(cell->bands, rounded(&l, side, score)));
    pag_str text = give_text(&l, side, gives[side]);
    if (!last || !pag_str_equal(last->gives[side], text)) {
        last = add_range(&l, gives);
        last->by_path = pag_cell_path(c->arena, l.by);
        last->table = PAG_STR("");
        last->kind = side ? PAG_DIFF_COMES : PAG_DIFF_GOES;
        last->at_most = !pag_reach_is_exact(c->reach[side], l.by);
        last->by = NULL; /* of a pack that may be gone */
        keep_end(&l, last, 0, &end);
    }
    keep_end(&l, last, 1, &end);
    last->count++;
    return last;
}

/* Each of the values that rows give may be asked for. */
static void compare_gives(const looking *like, const pag_band *row, const pag_set *scores)
{
    for (size_t i = 0; i < row->n_gives; i++) {
        looking l = *like;
        l.give = row->gives[i].key;
        compare(&l, scores, scores);
        l.c->alike = l.c->alike && l.ok;
    }
}

void pag_called_compare(pag_comparing *c, const pag_called *called)
{
    const looking l = {.c = c,
                       .tables = {c->tables[0], c->tables[1]},
                       .by = called->by,
                       .unit = called->unit,
                       .caller = pag_arena_copy(c->arena, called->caller),
                       .ok = true};
    if (c->tables[0]->n && c->tables[1]->n) {
        compare_gives(&l, &c->tables[0]->rows[0], &called->scores);
    }
}
