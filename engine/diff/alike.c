/* What one edit can change: the first pack with and without it, cell by cell. What is found alike
 * is alike for all data; where that cannot be shown, the edit may have an effect. */
#include "diff/internal.h"

static bool same_number(pag_number a, pag_number b)
{
    return pag_number_unit(a) == pag_number_unit(b) && pag_number_order(a, b) == 0;
}

static bool same_bound(const pag_bound *a, const pag_bound *b)
{
    return a->set == b->set && (!a->set || same_number(a->number, b->number));
}

/* --- values: that one is still to be confirmed makes it no other --- */

static bool same_fixed(const pag_cell *a, const pag_cell *b)
{
    return pag_value_same(&a->value, &b->value);
}

/* --- sheets and words --- */

static bool same_criterion(const pag_criterion *a, const pag_criterion *b)
{
    return pag_str_equal(a->id, b->id) && same_bound(&a->weight, &b->weight) &&
           same_bound(&a->own.min, &b->own.min) && same_bound(&a->own.max, &b->own.max) &&
           same_bound(&a->own.step, &b->own.step);
}

static bool same_sheet(const pag_cell *a, const pag_cell *b)
{
    if (a->n_criteria != b->n_criteria || a->na != b->na || a->motivated != b->motivated) {
        return false;
    }
    for (size_t i = 0; i < a->n_criteria; i++) {
        if (!same_criterion(&a->criteria[i], &b->criteria[i])) return false;
    }
    return true;
}

static bool same_words(const pag_cell *a, const pag_cell *b)
{
    if (a->n_choices != b->n_choices) return false;
    for (size_t i = 0; i < a->n_choices; i++) {
        if (!pag_str_equal(a->choices[i].word, b->choices[i].word)) return false;
    }
    return true;
}

/* --- cells --- */

static bool same_split(const pag_cell *a, const pag_cell *b)
{
    const pag_split *x = a->split, *y = b->split;
    if (!x || !y) return x == y;
    return pag_str_equal(a->group->parent->cells[x->whole].name,
                         b->group->parent->cells[y->whole].name) &&
           pag_str_equal(a->group->cells[x->by].name, b->group->cells[y->by].name) &&
           x->rest == y->rest && pag_str_equal(x->receiver, y->receiver) && x->nobody == y->nobody;
}

static bool same_duties(const pag_cell *a, const pag_cell *b)
{
    return same_bound(&a->sum, &b->sum) && a->optional == b->optional && a->payable == b->payable;
}

/* Formulas of one text are alike where nothing that they call may be another. */
static bool same_text(const pag_comparing *c, const pag_formula *a, const pag_formula *b)
{
    return pag_str_equal(a->text, b->text) && !pag_touches(&c->touch, a->text);
}

/* That nothing was found shows nothing, so the edit may still have an effect. */
static bool same_on_values(pag_comparing *c, const pag_way *const found[2])
{
    size_t tried = 0;
    pag_tries_end end = pag_ways_try(c, found, &tried);
    if (end != PAG_TRIES_FOUND_NONE) return end == PAG_TRIES_SAME;
    if (!c->tried || tried < c->tried) c->tried = tried;
    return true;
}

static bool same_formula(pag_comparing *c, const pag_formula *a, const pag_formula *b,
                         const pag_way *const found[2], pag_str place)
{
    if (!a->reference || !b->reference) return a->reference == b->reference;
    if (same_text(c, a, b) || pag_ways_alike(c, found[0], found[1])) return true;
    bool called = c->tables[0] && pag_str_equal(a->text, b->text);
    const pag_diagnostic *why;
    bool lost = called && pag_way_is_lost(found[0], &why);
    if (lost) c->unfollowed = place; /* so much is known of it, and of all else more */
    return lost || same_on_values(c, found);
}

static bool same_test(pag_comparing *c, const pag_group *const groups[2], const pag_formula *a,
                      const pag_formula *b)
{
    if (same_text(c, a, b)) return true;
    const pag_way *const found[2] = {pag_reach_test(c->reach[0], groups[0], a),
                                     pag_reach_test(c->reach[1], groups[1], b)};
    return same_formula(c, a, b, found, pag_group_path(c->arena, groups[0]));
}

static bool same_unless(pag_comparing *c, const pag_cell *a, const pag_cell *b)
{
    const pag_group *const groups[2] = {a->group, b->group};
    if (a->n_unless != b->n_unless) return false;
    for (size_t i = 0; i < a->n_unless; i++) {
        if (!same_test(c, groups, &a->unless[i].when, &b->unless[i].when)) return false;
    }
    return true;
}

static bool same_computed(pag_comparing *c, const pag_cell *a, const pag_cell *b)
{
    if (same_text(c, &a->of, &b->of)) return true;
    const pag_way *const found[2] = {pag_reach_ways(c->reach[0], a),
                                     pag_reach_ways(c->reach[1], b)};
    return same_formula(c, &a->of, &b->of, found, pag_cell_path(c->arena, a));
}

static bool same_source(pag_comparing *c, const pag_cell *a, const pag_cell *b)
{
    const pag_cell *const cells[2] = {a, b};
    switch (a->origin) {
    case PAG_GIVEN:
    case PAG_FIXED: return same_fixed(a, b);
    case PAG_PLANNED: return pag_str_equal(a->plan_key, b->plan_key) && same_fixed(a, b);
    case PAG_COMPUTED: return same_computed(c, a, b);
    case PAG_LOOKED_UP: return pag_tables_compare(c, cells);
    case PAG_SHARED: return same_split(a, b);
    }
    return false;
}

bool pag_cells_same_data(const pag_cell *a, const pag_cell *b)
{
    bool fixed = a->origin == PAG_GIVEN || a->origin == PAG_FIXED || a->origin == PAG_PLANNED;
    if (a->type != b->type || a->origin != b->origin || !a->bands != !b->bands) return false;
    if (fixed && (!pag_str_equal(a->plan_key, b->plan_key) || !same_fixed(a, b))) return false;
    return same_words(a, b) && same_sheet(a, b) && pag_marks_same(a, b) && same_duties(a, b) &&
           pag_limits_same(a, b) && pag_roundings_same(a, b) &&
           (!a->bands || pag_tables_same(a->bands, b->bands));
}

/* --- groups --- */

static void compare_groups(pag_comparing *c, const pag_group *a, const pag_group *b);

static void compare_cells(pag_comparing *c, const pag_cell *a, const pag_cell *b)
{
    if (a->list && b->list) {
        compare_groups(c, a->list, b->list);
        return;
    }
    bool alike = a->type == b->type && a->origin == b->origin && same_words(a, b) &&
                 same_sheet(a, b) && same_duties(a, b) && pag_limits_alike(c, a, b) &&
                 pag_roundings_alike(c, a, b) && pag_scales_compare(c, a, b) &&
                 pag_str_equal(a->to, b->to) && same_unless(c, a, b) && same_source(c, a, b);
    c->alike = c->alike && alike;
}

/* Whether its figure never stops an evaluation. A whole number that is worked out must be one, and
 * a word one of its words. */
static bool is_harmless(pag_comparing *c, int side, const pag_cell *cell)
{
    pag_reach *reach = c->reach[side];
    const pag_way *ways = pag_reach_ways(reach, cell);
    bool any = cell->type == PAG_TYPE_FLAG || cell->type == PAG_TYPE_TEXT ||
               (pag_type_is_number(cell->type) && cell->type != PAG_TYPE_WHOLE);
    bool gives =
        any && !cell->min.set && !cell->max.set && !cell->step.set && ways && pag_way_gives(ways);
    for (size_t i = 0; gives && i < cell->n_unless; i++) {
        const pag_way *when = pag_reach_test(reach, cell->group, &cell->unless[i].when);
        gives = when && pag_way_gives(when);
    }
    return gives;
}

/* A cell that only one pack has makes no difference by itself when nobody has to give it, it is not
 * paid, and it stops nothing: what reads it is another edit. */
static bool is_idle(pag_comparing *c, int side, const pag_cell *cell)
{
    if (cell->list || cell->payable || cell->sum.set) return false;
    return cell->origin == PAG_FIXED ||
           (cell->origin == PAG_COMPUTED && is_harmless(c, side, cell));
}

static bool same_conditions(pag_comparing *c, const pag_group *a, const pag_group *b)
{
    const pag_group *const groups[2] = {a, b};
    if (a->n_conditions != b->n_conditions) return false;
    for (size_t i = 0; i < a->n_conditions; i++) {
        const pag_condition *x = &a->conditions[i], *y = &b->conditions[i];
        if (x->warns != y->warns || !pag_str_equal(x->name, y->name) ||
            !same_test(c, groups, &x->of, &y->of)) {
            return false;
        }
    }
    return true;
}

static bool same_texts(const pag_str *a, size_t n, const pag_str *b, size_t m)
{
    size_t i = 0;
    while (i < n && i < m && pag_str_equal(a[i], b[i])) i++;
    return n == m && i == n;
}

/* Keys of the plan that no cell takes, and whose names may be under them: no evaluation may say
 * these. */
static bool ignore_alike(const pag_group *a, const pag_group *b)
{
    return same_texts(a->ignored, a->n_ignored, b->ignored, b->n_ignored) &&
           same_texts(a->posts, a->n_posts, b->posts, b->n_posts);
}

/* As deep as lists nest. */
static void compare_groups(pag_comparing *c, const pag_group *a, const pag_group *b)
{
    if (a->tiles != b->tiles || a->optional != b->optional || a->top != b->top ||
        !pag_str_equal(a->from, b->from) || !ignore_alike(a, b) || !same_conditions(c, a, b)) {
        c->alike = false;
    }
    for (size_t i = 0; i < a->n_cells && c->alike; i++) {
        const pag_cell *other = pag_group_cell(b, a->cells[i].name);
        if (other) {
            compare_cells(c, &a->cells[i], other);
        } else {
            c->alike = c->alike && is_idle(c, 0, &a->cells[i]);
        }
    }
    for (size_t i = 0; i < b->n_cells && c->alike; i++) {
        if (!pag_group_cell(a, b->cells[i].name)) c->alike = is_idle(c, 1, &b->cells[i]);
    }
}

static void compare_packs(pag_comparing *c)
{
    size_t n = pag_pack_subjects(c->packs[0]);
    c->alike = n == pag_pack_subjects(c->packs[1]) &&
               pag_str_equal(pag_pack_plan_name(c->packs[0]), pag_pack_plan_name(c->packs[1]));
    for (size_t i = 0; i < n && c->alike; i++) {
        const pag_group *a = pag_pack_subject(c->packs[0], i);
        const pag_group *b = pag_pack_subject(c->packs[1], i);
        c->alike = pag_str_equal(a->name, b->name);
        if (c->alike) compare_groups(c, a, b);
    }
}

pag_reach *pag_comparing_bare_of(pag_comparing *c, int side)
{
    pag_reach **bare = &c->bare[side];
    if (!*bare) *bare = pag_reach_create(c->scratch, c->packs[side], PAG_REACH_BARE);
    return *bare;
}

pag_reach *pag_comparing_bare(pag_comparing *c)
{
    return pag_comparing_bare_of(c, 0);
}

/* --- one edit --- */

typedef struct judging {
    pag_differing *w;
    size_t edit;
} judging;

/* The plan is not compared: what it says is no rule. */
static bool is_plan(const pag_differing *w, size_t edit)
{
    for (size_t p = 0; p < w->n_pairs; p++) {
        if (w->pairs[p].root.edit == edit && !w->pairs[p].rules) return true;
    }
    return false;
}

/* Formulas that only the second pack has stand in the edit. */
static void find_formulas(const pag_edit *e, pag_diff_range *range)
{
    struct pag_diff_place *place = &range->places[1];
    for (size_t i = 0; i < e->n && range->formulas[1] && !place->pos.source; i++) {
        const pag_edit_piece *piece = &e->pieces[i];
        pag_str text = piece->texts[1];
        pag_pos pos = piece->pos[1];
        for (size_t at = 0; at < text.len; at++) {
            pag_str rest = {text.at + at, text.len - at};
            if (text.at[at] == '\n') pos.line++;
            if (!pag_str_starts(rest, PAG_STR("function"))) continue;
            *place = (struct pag_diff_place){1, pos};
            break;
        }
    }
}

/* The table that the edit is inside of, in both packs: the one with its place in the first, and the
 * same number in the second. */
static void find_tables(pag_comparing *c)
{
    const pag_bands *table;
    const pag_branch *at = c->touch.table ? c->touch.table->sides[0] : NULL;
    for (size_t i = 0; at && (table = pag_bind_table(pag_pack_bind(c->packs[0]), i)); i++) {
        bool inside = table->pos.source == at->pos.source && table->pos.line >= at->pos.line &&
                      table->pos.line <= at->pieces[at->n_pieces - 1].line;
        const pag_bands *other = pag_bind_table(pag_pack_bind(c->packs[1]), i);
        if (!inside || !other || !pag_str_equal(table->name, other->name)) continue;
        if (table->kind != other->kind || !table->fixed || !other->fixed) continue;
        c->tables[0] = table;
        c->tables[1] = other;
    }
}

static void judge(void *ud, const pag_mixed *mixed)
{
    const judging *j = ud;
    pag_differing *w = j->w;
    pag_edit *e = &w->diff->edits[j->edit];
    pag_comparing c = {.arena = w->arena, .scratch = mixed->arena};
    e->alone = true;
    if (e->effect != PAG_DIFF_OPEN || is_plan(w, j->edit)) return;
    c.packs[0] = w->diff->order.packs[0];
    c.packs[1] = mixed->pack;
    c.reach[0] = pag_differing_reach(w, 0);
    c.reach[1] = pag_reach_create(mixed->arena, mixed->pack, PAG_REACH_MUSTS);
    c.touch = pag_edit_touch(w, j->edit);
    c.full = pag_mentions_local(w, PAG_STR("full"));
    find_tables(&c);
    compare_packs(&c);
    e->unfollowed = c.unfollowed;
    e->n_scales = c.n_scales;
    e->scales = c.scales;
    if (c.alike) {
        pag_calls_compare(&c);
    } else {
        pag_tables_compare_apart(&c);
    }
    bool other = c.n_ranges > 0;
    pag_scores_compare(&c);
    e->unlisted = c.unlisted;
    e->n_ranges = c.n_ranges;
    e->ranges = c.ranges;
    e->also = !c.alike && c.n_ranges > 0;
    for (size_t i = 0; i < e->n_ranges; i++) find_formulas(e, &e->ranges[i]);
    e->tried = c.alike ? c.tried : 0;
    if (!c.alike || c.unfollowed.len || c.tried) return;
    e->effect = other ? PAG_DIFF_RANGES : c.n_scales ? PAG_DIFF_SCALE : PAG_DIFF_NONE;
}

void pag_edit_judge(pag_differing *w, size_t edit)
{
    judging j = {w, edit};
    w->diff->edits[edit].judged = true;
    if (w->diff->edits[edit].effect == PAG_DIFF_RENAMED) {
        w->diff->edits[edit].alone = true;
        return;
    }
    bool *chosen = PAG_NEW_ARRAY(w->arena, bool, w->diff->n_edits);
    chosen[edit] = true;
    (void)pag_mixed_load(w, chosen, judge, &j);
}
