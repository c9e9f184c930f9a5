/* Growing the tree of differences from top to bottom; each pair of figures is opened once. */
#include "turn/differ.h"

#include "base/list.h"
#include "base/scratch.h"
#include "schema/basis.h"
#include "turn/match.h"

enum { MOST_NODES = 4000 };

typedef struct pair {
    const pag_figure *a, *b;
    bool closed; /* the weight of somebody else who shares the whole: how it came about is theirs */
} pair;

typedef struct differ {
    pag_arena *arena;
    pag_arena run; /* of one evaluation */
    const pag_differing *of;
    pag_seen seen;
    size_t nodes;
    pag_difference *root;
} differ;

/* One figure that is opened: what it, or the other, read. */
typedef struct opened {
    differ *d;
    pag_difference *node;
    pag_seen seen;
    PAG_LIST(pair) pairs;
} opened;

/* --- values --- */

static pag_value mark_value(const pag_figure *figure, size_t mark)
{
    const pag_mark *m = &figure->value.sheet->marks[mark];
    return m->absent ? (pag_value){0} : (pag_value){PAG_VALUE_NUMBER, {.number = m->number}};
}

/* The number of the criterion in the other sheet; its n where there is none. */
static size_t same_criterion(const pag_cell *sheet, const pag_criterion *criterion)
{
    size_t i = 0;
    while (i < sheet->n_criteria && !pag_str_equal(sheet->criteria[i].id, criterion->id)) i++;
    return i;
}

/* Sheets are compared mark by mark; only where each has its own. */
static bool marks_match(const pag_figure *a, const pag_figure *b)
{
    if (a->cell->n_criteria != b->cell->n_criteria) return false;
    for (size_t i = 0; i < a->cell->n_criteria; i++) {
        if (same_criterion(b->cell, &a->cell->criteria[i]) != i) return false;
        if (a->value.sheet->marks[i].absent != b->value.sheet->marks[i].absent) return false;
    }
    return true;
}

static bool is_same(const pair *p)
{
    if (p->a->value.kind != PAG_VALUE_SHEET || p->b->value.kind != PAG_VALUE_SHEET) {
        return pag_value_same(&p->a->value, &p->b->value);
    }
    if (!marks_match(p->a, p->b)) return false;
    for (size_t i = 0; i < p->a->value.sheet->n; i++) {
        pag_value a = mark_value(p->a, i), b = mark_value(p->b, i);
        if (!pag_value_same(&a, &b)) return false;
    }
    return true;
}

/* --- what both read --- */

static void add_pair(opened *o, const pag_figure *a, const pag_figure *b, bool closed)
{
    if (!a || !b || a->value.kind == PAG_VALUE_LIST || a->value.kind == PAG_VALUE_ENTRY) return;
    if (a == o->node->a || !pag_seen_add(&o->seen, a)) return;
    PAG_LIST_ADD(o->d->arena, &o->pairs, (pair){a, b, closed});
}

static void add_read(opened *o, const pag_figure *figure, bool of_a, bool closed)
{
    const pag_difference *n = o->node;
    const pag_match match = {.from = of_a ? n->a->entry : n->b->entry,
                             .to = of_a ? n->b->entry : n->a->entry,
                             .in = of_a ? o->d->of->b : o->d->of->a};
    const pag_figure *other = pag_match_figure(&match, figure);
    add_pair(o, of_a ? figure : other, of_a ? other : figure, closed);
}

static void add_reads(opened *o, const pag_figure *figure, bool of_a)
{
    const pag_seen theirs = pag_trace_theirs(o->d->arena, figure);
    for (uint32_t i = 0; i < pag_figure_steps(figure, o->d->of->draft); i++) {
        const pag_figure *read;
        for (uint32_t k = 0; (read = pag_step_figure(&figure->steps[i], k)); k++) {
            add_read(o, read, of_a, pag_seen_has(&theirs, read));
        }
    }
}

/* --- replacing --- */

/* The word of the other pack in this one; false when it has none. */
static bool own_word(const pag_cell *cell, pag_value *value)
{
    for (size_t i = 0; i < cell->n_choices; i++) {
        if (!pag_str_equal(cell->choices[i].word, value->choice->word)) continue;
        value->choice = &cell->choices[i];
        return true;
    }
    return false;
}

static size_t turn_sheet(const pair *p, pag_turn *turns)
{
    size_t n = 0;
    if (!marks_match(p->a, p->b)) return 0;
    for (size_t i = 0; i < p->a->value.sheet->n; i++) {
        pag_value value = mark_value(p->b, i);
        if (value.kind == PAG_VALUE_NUMBER) turns[n++] = (pag_turn){p->a, i, value};
    }
    return n;
}

/* What the first figure read, as `a` has it, or as `b` does. A sheet is what it was anyway. */
static size_t turn_pair(const pair *p, bool replaced, pag_turn *turns)
{
    bool sheets = p->a->value.kind == PAG_VALUE_SHEET && p->b->value.kind == PAG_VALUE_SHEET;
    if (sheets) return replaced ? turn_sheet(p, turns) : 0;
    pag_value value = replaced ? p->b->value : p->a->value;
    if (value.kind == PAG_VALUE_CHOICE && !own_word(p->a->cell, &value)) value = p->a->value;
    turns[0] = (pag_turn){p->a, PAG_TURN_WHOLE, value};
    return 1;
}

/* What is replaced: pair number `only`, or all (`n`); of a sheet, one mark or all of them. */
typedef struct replaced {
    size_t only, mark;
} replaced;

static size_t most_turns(const opened *o)
{
    size_t n = 1;
    for (size_t i = 0; i < o->pairs.n; i++) n += 1 + o->pairs.at[i].a->cell->n_criteria;
    return n;
}

/* The first figure with this replaced. */
static bool compute(const opened *o, replaced what, pag_number *out)
{
    differ *d = o->d;
    pag_arena_reset(&d->run);
    pag_turn *turns = PAG_NEW_ARRAY(&d->run, pag_turn, most_turns(o));
    size_t n = 0;
    for (size_t i = 0; i < o->pairs.n; i++) {
        const pair *p = &o->pairs.at[i];
        bool this = what.only == i || what.only == o->pairs.n;
        if (this && what.mark != PAG_TURN_WHOLE) {
            turns[n++] = (pag_turn){p->a, what.mark, mark_value(p->b, what.mark)};
        } else {
            n += turn_pair(p, this, turns + n);
        }
    }
    pag_result result;
    if (!pag_turn_open(d->of->a->evaluation, &d->run, turns, n, &result)) return false;
    const pag_figure *own = pag_turn_figure(&result, d->of->pack, &d->run, o->node->a);
    if (!own || own->value.kind != PAG_VALUE_NUMBER) return false;
    *out = pag_number_with_unit(d->arena, own->value.number, pag_number_unit(own->value.number));
    return true;
}

static bool effect_of(const opened *o, replaced what, pag_number *out)
{
    pag_number now;
    return compute(o, what, &now) &&
           pag_number_subtract(o->d->arena, out, now, o->node->a->value.number) == PAG_NUMBER_OK;
}

/* --- nodes --- */

static pag_difference *add_node(differ *d, pag_difference *above, const pair *p, size_t mark)
{
    pag_difference *node = PAG_NEW(d->arena, pag_difference), **last = &above->first;
    *node = (pag_difference){.a = p->a,
                             .b = p->b,
                             .mark = mark,
                             .closed = p->closed,
                             .parent = above,
                             .depth = above->depth + 1};
    while (*last) last = &(*last)->next;
    *last = node;
    d->nodes++;
    return node;
}

static void subtract(const opened *o, pag_number *from, pag_number what)
{
    (void)pag_number_subtract(o->d->arena, from, *from, what);
}

/* Whether effects on the figure may be told and can be. */
static bool is_counted(const differ *d, const pag_difference *n)
{
    bool numbers = n->a->value.kind == PAG_VALUE_NUMBER && n->b->value.kind == PAG_VALUE_NUMBER;
    bool hidden = pag_figure_is_withheld(n->a) || pag_figure_is_withheld(n->b);
    return numbers && (d->of->draft || !hidden) &&
           pag_number_unit(n->a->value.number) == pag_number_unit(n->b->value.number);
}

/* The effect without its sign. */
static pag_number size_of(differ *d, const pag_difference *n)
{
    bool less = pag_number_sign(n->effect) < 0;
    return less ? pag_number_negate(d->arena, n->effect) : n->effect;
}

static bool goes_before(differ *d, const pag_difference *a, const pag_difference *b)
{
    if (a->has_effect != b->has_effect) return a->has_effect;
    return a->has_effect && pag_number_order(size_of(d, a), size_of(d, b)) > 0;
}

/* By the size of the effect; those without one last, as they were read. */
static void sort_below(differ *d, pag_difference *above)
{
    pag_difference *sorted = NULL, *next;
    for (pag_difference *n = above->first; n; n = next) {
        pag_difference **at = &sorted;
        next = n->next;
        while (*at && !goes_before(d, n, *at)) at = &(*at)->next;
        n->next = *at;
        *at = n;
    }
    above->first = sorted;
}

/* The marks of a sheet that differ, below the sheet. */
static void add_marks(opened *o, pag_difference *sheet, size_t only)
{
    const pair p = {sheet->a, sheet->b, false};
    bool counted = only < o->pairs.n && sheet->has_effect;
    if (!marks_match(p.a, p.b)) return;
    sheet->is_split = counted;
    sheet->together = sheet->effect;
    for (size_t i = 0; i < p.a->value.sheet->n; i++) {
        pag_value a = mark_value(p.a, i), b = mark_value(p.b, i);
        if (pag_value_same(&a, &b)) continue;
        pag_difference *mark = add_node(o->d, sheet, &p, i);
        mark->has_effect = counted && effect_of(o, (replaced){only, i}, &mark->effect);
        if (mark->has_effect) subtract(o, &sheet->together, mark->effect);
    }
    sort_below(o->d, sheet);
}

static bool is_zero(const pag_difference *n)
{
    return n->has_effect && pag_number_sign(n->effect) == 0;
}

/* What has no effect alone matters only where something is left to be told. */
static void drop_idle(pag_difference *above)
{
    bool all = !above->is_split || pag_number_sign(above->together) || pag_number_sign(above->rest);
    for (pag_difference **at = &above->first; *at && !all;) {
        if (is_zero(*at)) {
            *at = (*at)->next;
        } else {
            at = &(*at)->next;
        }
    }
}

/* Look-up number `nth` of the figure; NULL: there are fewer. */
static const pag_step *looked(const differ *d, const pag_figure *figure, size_t nth)
{
    for (uint32_t i = 0; i < pag_figure_steps(figure, d->of->draft); i++) {
        if (figure->steps[i].kind == PAG_STEP_LOOKED && nth-- == 0) return &figure->steps[i];
    }
    return NULL;
}

static bool has_row(const pag_bands *table, const pag_band *row)
{
    for (size_t i = 0; i < table->n; i++) {
        if (pag_band_same(&table->rows[i], row)) return true;
    }
    return false;
}

/* Other rows may be others too: they did not make the difference. */
static bool tables_differ(const pag_step *a, const pag_step *b)
{
    if (a->bands == b->bands) return false;
    return !has_row(b->bands, &a->bands->rows[a->chosen]) ||
           !has_row(a->bands, &b->bands->rows[b->chosen]);
}

static void compare_rows(const differ *d, pag_difference *node)
{
    const pag_step *a, *b;
    node->row_a = looked(d, node->a, 0);
    node->row_b = looked(d, node->b, 0);
    for (size_t i = 0; (a = looked(d, node->a, i)) && (b = looked(d, node->b, i)); i++) {
        node->table = tables_differ(a, b);
        if (!node->table && a->chosen == b->chosen) continue;
        node->row_a = a;
        node->row_b = b;
        return;
    }
}

static void weigh(opened *o, pag_difference *node)
{
    pag_number all;
    bool counted = is_counted(o->d, node);
    size_t n = o->pairs.n;
    node->is_split = counted && effect_of(o, (replaced){n, PAG_TURN_WHOLE}, &all);
    node->together = node->is_split ? all : PAG_ZERO;
    for (size_t i = 0; i < n && o->d->nodes < MOST_NODES; i++) {
        const pair *p = &o->pairs.at[i];
        if (is_same(p)) continue;
        pag_difference *below = add_node(o->d, node, p, PAG_TURN_WHOLE);
        below->has_effect =
            node->is_split && effect_of(o, (replaced){i, PAG_TURN_WHOLE}, &below->effect);
        if (below->has_effect) subtract(o, &node->together, below->effect);
        bool sheets = p->a->value.kind == PAG_VALUE_SHEET && p->b->value.kind == PAG_VALUE_SHEET;
        if (sheets) add_marks(o, below, i);
    }
    if (!node->is_split) return;
    node->rest = node->b->value.number;
    subtract(o, &node->rest, node->a->value.number);
    subtract(o, &node->rest, all);
}

static void open_node(differ *d, pag_difference *node)
{
    opened o = {.d = d, .node = node, .seen = {.arena = d->arena}};
    if (node->a->value.kind == PAG_VALUE_SHEET) {
        if (!node->parent) add_marks(&o, node, 0);
        return;
    }
    if (!pag_seen_add(&d->seen, node->a)) {
        node->again = node->a->n_steps > 0;
        return;
    }
    compare_rows(d, node);
    node->formula = !pag_str_equal(node->a->cell->of.text, node->b->cell->of.text);
    add_reads(&o, node->a, true);
    add_reads(&o, node->b, false);
    if (o.pairs.n) weigh(&o, node);
    sort_below(d, node);
    drop_idle(node);
}

pag_difference *pag_difference_after(const pag_difference *node)
{
    if (node->first) return node->first;
    while (node && !node->next) node = node->parent;
    return node ? node->next : NULL;
}

static void grow(void *ud)
{
    differ *d = ud;
    for (pag_difference *n = d->root; n; n = pag_difference_after(n)) {
        if (n->mark == PAG_TURN_WHOLE && !n->closed) open_node(d, n);
    }
}

pag_difference *pag_differ(pag_arena *arena, const pag_differing *differing, const pag_figure *a,
                           const pag_figure *b)
{
    differ d = {.arena = arena, .of = differing, .seen = {.arena = arena}};
    pag_difference *root = PAG_NEW(arena, pag_difference);
    *root = (pag_difference){.a = a, .b = b, .mark = PAG_TURN_WHOLE};
    d.root = root;
    pag_arena_init(&d.run, arena->allocator, PAG_EVALUATION_MEMORY);
    pag_status ended = pag_scratch_run(arena, &d.run, NULL, grow, &d);
    if (ended != PAG_OK) pag_arena_end(arena, ended); /* the caller's handler answers for both */
    return root;
}
