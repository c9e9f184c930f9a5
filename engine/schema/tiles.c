/* Lists whose entries tile the period: sorted by their first day, each must begin on the day after
 * the one before it ends. Every breach names the days, and nothing is cut or stretched to fit. */
#include "base/text.h"
#include "schema/reader.h"

#include <stdlib.h>

/* One entry's days, both counted. */
typedef struct tile {
    const pag_figure *from, *to;
    pag_str name;
    size_t place; /* in the file */
} tile;

typedef struct tiling {
    pag_arena *arena;
    pag_diagnostics *diags;
    const pag_group *group;
    pag_number from, to; /* the period */
    bool ok;
} tiling;

static pag_number day_of(const pag_figure *figure)
{
    return figure->value.number;
}

static int by_days(const void *left, const void *right)
{
    const tile *a = left, *b = right;
    int order = pag_number_order(day_of(a->from), day_of(b->from));
    if (!order) order = pag_number_order(day_of(a->to), day_of(b->to));
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static pag_number shifted(const tiling *t, pag_number day, int64_t days)
{
    pag_number out = day; /* at an end of the calendar it stays */
    (void)pag_number_add(t->arena, &out, day, pag_number_whole(t->arena, days));
    return out;
}

/* As days are written at that place. */
static pag_str written(const tiling *t, pag_pos pos, pag_number day)
{
    const pag_reader reader = {.arena = t->arena, .diags = t->diags};
    return pag_said_as(&reader, pos, pag_number_written(t->arena, day));
}

static pag_str list_path(const tiling *t)
{
    return pag_group_path(t->arena, t->group);
}

/* Where the entry's day stands in the file; for a default, the entry. */
static pag_pos place_of(const pag_figure *figure)
{
    return figure->pos.source ? figure->pos : figure->entry->pos;
}

/* Days of the period that no entry has; none when `last` comes before `first`. */
static void judge_hole(tiling *t, pag_number first, pag_number last, pag_pos pos, pag_pos also)
{
    if (pag_number_order(last, first) < 0) return;
    pag_diag_add(t->diags, PAG_E0777, pos, 3, list_path(t), written(t, pos, first),
                 written(t, pos, last))
        ->also = also;
    t->ok = false;
}

static void tell_overlap(tiling *t, const tile *one, const tile *other)
{
    bool ends = pag_number_order(day_of(one->to), day_of(other->to)) < 0;
    const pag_pos pos = place_of(other->from);
    pag_diag_add(t->diags, PAG_E0778, pos, 4, one->name, other->name,
                 written(t, pos, day_of(other->from)),
                 written(t, pos, day_of((ends ? one : other)->to)))
        ->also = place_of(one->to);
    t->ok = false;
}

/* Days of an entry that are before or after the period. */
static void judge_inside(tiling *t, const tile *each)
{
    bool early = pag_number_order(day_of(each->from), t->from) < 0;
    bool late = pag_number_order(day_of(each->to), t->to) > 0;
    if (!early && !late) return;
    bool begins = early || pag_number_order(day_of(each->from), t->to) > 0;
    const pag_figure *day = begins ? each->from : each->to;
    const pag_pos pos = place_of(day);
    pag_diag_add(t->diags, PAG_E0779, pos, 4, each->name, written(t, pos, day_of(day)),
                 written(t, pos, t->from), written(t, pos, t->to));
    t->ok = false;
}

static bool judge_order(tiling *t, const tile *each)
{
    if (pag_number_order(day_of(each->from), day_of(each->to)) <= 0) return true;
    const pag_pos pos = place_of(each->to);
    pag_diag_add(t->diags, PAG_E0764, pos, 3, each->name, written(t, pos, day_of(each->to)),
                 written(t, pos, day_of(each->from)));
    return t->ok = false;
}

static pag_number later(pag_number a, pag_number b)
{
    return pag_number_order(a, b) < 0 ? b : a;
}

static pag_number earlier(pag_number a, pag_number b)
{
    return pag_number_order(a, b) < 0 ? a : b;
}

/* The first day of the period after `last`; of all when there is none. */
static pag_number uncovered(const tiling *t, const tile *last)
{
    return last ? later(t->from, shifted(t, day_of(last->to), 1)) : t->from;
}

/* The tiles in the order of their days, each against the one before it that reaches furthest. */
static void judge_days(tiling *t, const tile *tiles, size_t n)
{
    const tile *last = NULL;
    for (size_t i = 0; i < n; i++) {
        const tile *each = &tiles[i];
        pag_number from = day_of(each->from);
        judge_inside(t, each);
        if (pag_number_order(from, last ? day_of(last->to) : t->from) > 0) {
            judge_hole(t, uncovered(t, last), earlier(shifted(t, from, -1), t->to),
                       place_of(each->from), last ? place_of(last->to) : (pag_pos){0});
        } else if (last) {
            tell_overlap(t, last, each);
        }
        if (!last || pag_number_order(day_of(each->to), day_of(last->to)) > 0) last = each;
    }
    if (last && pag_number_order(day_of(last->to), t->to) < 0) {
        judge_hole(t, uncovered(t, last), t->to, place_of(last->to), (pag_pos){0});
    }
}

static void judge_list(tiling *t, const pag_list *list)
{
    t->group = list->group;
    const pag_cell *from = pag_group_cell(list->group, PAG_STR("from"));
    const pag_cell *to = pag_group_cell(list->group, PAG_STR("to"));
    tile *tiles = PAG_NEW_ARRAY(t->arena, tile, list->n + 1);
    bool ordered = true;
    for (size_t i = 0; i < list->n; i++) {
        const pag_entry *entry = list->entries[i];
        tiles[i] = (tile){&entry->figures[from->slot], &entry->figures[to->slot], entry->name, i};
        if (tiles[i].from->value.kind != PAG_VALUE_NUMBER) return;
        if (tiles[i].to->value.kind != PAG_VALUE_NUMBER) return;
        ordered = judge_order(t, &tiles[i]) && ordered;
    }
    if (!ordered) return; /* what else is wrong may follow from it */
    qsort(tiles, list->n, sizeof *tiles, by_days);
    judge_days(t, tiles, list->n);
}

/* Lists in lists are as deep as the pack's own text may be. */
static void judge_entry(tiling *t, const pag_entry *entry)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_value *value = &entry->figures[i].value;
        if (value->kind != PAG_VALUE_LIST) continue;
        if (value->list->group->tiles) judge_list(t, value->list);
        for (size_t e = 0; e < value->list->n; e++) judge_entry(t, value->list->entries[e]);
    }
}

bool pag_record_tiles(pag_arena *arena, pag_diagnostics *diags, const pag_entry *subject,
                      pag_number from, pag_number to)
{
    tiling t = {.arena = arena, .diags = diags, .from = from, .to = to, .ok = true};
    judge_entry(&t, subject);
    return t.ok;
}
