/* What formulas name, known without running them: `m.total` of a parameter must be a cell of the
 * group it stands for; and a cell that reads others is computed after them where that can be. */
#include "bind/internal.h"

/* The function of an outline that a formula is. */
static const pag_outline *outline_of(const pag_bind *bind, const pag_formula *formula,
                                     int32_t *function)
{
    for (size_t i = 0; i < bind->n_outlines; i++) {
        const pag_outline *o = bind->outlines[i];
        if (o->source != formula->pos.source) continue;
        for (size_t f = 0; f < o->n_functions; f++) {
            const pag_pos *p = &o->functions[f].pos;
            if (p->line == formula->pos.line && p->column == formula->pos.column) {
                *function = (int32_t)f;
                return o;
            }
        }
    }
    return NULL;
}

typedef void (*on_read)(void *ud, const pag_outline_read *read, uint32_t parameter);

/* Every `parameter.name` of the formula, written in it or in a function within. */
static void each_read(const pag_bind *bind, const pag_formula *formula, on_read visit, void *ud)
{
    int32_t function = -1;
    const pag_outline *o = formula->reference ? outline_of(bind, formula, &function) : NULL;
    if (!o) return;
    for (size_t f = (size_t)function; f < o->n_functions; f++) {
        for (size_t r = 0; r < o->functions[f].n_reads; r++) {
            const pag_outline_read *read = &o->functions[f].reads[r];
            if (read->function == function) visit(ud, read, read->parameter);
        }
    }
}

/* --- names --- */

typedef struct judging {
    pag_bind *bind;
    const pag_group *group;
    uint32_t before; /* parameters before the entry: a band's formula gets the score first */
    bool refs;       /* judge only what is read through refs, when all groups are known */
} judging;

static const pag_group *ancestor(const pag_group *group, uint32_t levels)
{
    while (levels-- > 0 && group) group = group->parent;
    return group;
}

static pag_str dotted(pag_arena *arena, pag_str path, pag_str name)
{
    return pag_text_join(arena, 3, path, PAG_STR("."), name);
}

/* What was meant: a cell with nearly this name, or this name one level up or down. */
static pag_str meant(pag_arena *arena, const pag_group *group, pag_str name)
{
    pag_str *names = PAG_NEW_ARRAY(arena, pag_str, group->n_cells + 1);
    for (size_t i = 0; i < group->n_cells; i++) names[i] = group->cells[i].name;
    size_t near = pag_str_nearest(name, names, group->n_cells);
    for (const pag_group *g = group->parent; g; g = g->parent) {
        if (pag_group_cell(g, name)) return dotted(arena, pag_group_path(arena, g), name);
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_group *list = group->cells[i].list;
        if (list && pag_group_cell(list, name)) {
            return dotted(arena, pag_group_path(arena, list), name);
        }
    }
    return near < group->n_cells ? names[near] : (pag_str){0};
}

/* It was to be a cell, and what is wrong with it is told where it is declared. */
static bool is_undeclared(const pag_bind *bind, pag_str name)
{
    size_t i = 0;
    while (i < bind->n_undeclared && !pag_str_equal(bind->undeclared[i], name)) i++;
    return i < bind->n_undeclared;
}

/* "post, staff": what a formula of the group is given. */
static pag_str containers(pag_arena *arena, const pag_group *group)
{
    pag_text all = {.arena = arena};
    for (const pag_group *g = group; g; g = g->parent) {
        if (all.len) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, g->name);
    }
    return pag_text_str(&all);
}

void pag_cell_missing(pag_bind *bind, const pag_group *group, const pag_group *from, pag_str name,
                      pag_pos pos)
{
    pag_arena *arena = bind->arena;
    pag_str path = pag_group_path(arena, group), near = meant(arena, group, name);
    if (is_undeclared(bind, name)) return;
    if (!near.len) {
        pag_diag_add(bind->diags, PAG_E0462, pos, 3, name, path, pag_group_cells(arena, group));
    } else if (pag_str_find(near, '.') < near.len) {
        pag_diag_add(bind->diags, PAG_E0118, pos, 4, name, path, near, containers(arena, from));
    } else {
        pag_diag_add(bind->diags, PAG_E0467, pos, 3, name, path, near);
    }
}

static void judge_read(void *ud, const pag_outline_read *read, uint32_t parameter)
{
    const judging *j = ud;
    if (parameter < j->before || read->through.len) return;
    const pag_group *group = ancestor(j->group, parameter - j->before);
    const pag_cell *cell = group ? pag_group_cell(group, read->name) : NULL;
    if (!group) return;
    if (!cell) {
        pag_cell_missing(j->bind, group, j->group, read->name, read->pos);
    } else if (read->tested && cell->type != PAG_TYPE_FLAG) {
        pag_code code = cell->optional || cell->type == PAG_TYPE_REF ? PAG_E0772 : PAG_E0193;
        pag_diag_add(j->bind->diags, code, read->pos, 1, read->name);
    }
}

/* The group that `m.area.boss` stands for, its names being refs; NULL when one is none. */
static const pag_group *target_of(const pag_group *group, pag_str through)
{
    while (group && through.len) {
        size_t dot = pag_str_find(through, '.');
        const pag_cell *cell = pag_group_cell(group, (pag_str){through.at, dot});
        size_t eaten = dot < through.len ? dot + 1 : dot;
        group = cell ? cell->target : NULL;
        through = (pag_str){through.at + eaten, through.len - eaten};
    }
    return group;
}

static void judge_through(void *ud, const pag_outline_read *read, uint32_t parameter)
{
    const judging *j = ud;
    if (parameter < j->before || !read->through.len) return;
    const pag_group *group = target_of(ancestor(j->group, parameter - j->before), read->through);
    if (group && !pag_group_cell(group, read->name)) {
        pag_cell_missing(j->bind, group, j->group, read->name, read->pos);
    }
}

/* A formula is given its entry and what that stands in; more parameters would stay empty. */
static void judge_formula(judging *j, const pag_formula *formula)
{
    size_t most = (size_t)j->before + j->group->depth + 1;
    if (!formula->reference) return;
    if (j->refs) {
        each_read(j->bind, formula, judge_through, j);
        return;
    }
    if (formula->n_parameters > most) {
        pag_text text = {.arena = j->bind->arena};
        pag_text_whole(&text, (int64_t)most);
        pag_diag_add(j->bind->diags, PAG_E0188, formula->pos, 2, pag_text_str(&text),
                     pag_group_path(j->bind->arena, j->group));
    }
    each_read(j->bind, formula, judge_read, j);
}

static void judge_bands(judging j, const pag_bands *bands)
{
    for (size_t i = 0; i < bands->n; i++) {
        const pag_band *row = &bands->rows[i];
        j.before = 0;
        judge_formula(&j, &row->low.of);
        judge_formula(&j, &row->high.of);
        j.before = 1;
        for (size_t g = 0; g < row->n_gives; g++) judge_formula(&j, &row->gives[g].of);
    }
}

/* The cells in braces of a sentence. */
static void judge_sentence(const judging *j, pag_str sentence, pag_pos pos)
{
    pag_str before, name;
    while (pag_str_next_braces(&sentence, &before, &name)) {
        if (!pag_group_cell(j->group, name) && !is_undeclared(j->bind, name)) {
            pag_diag_add(j->bind->diags, PAG_E0149, pos, 2, name,
                         pag_group_path(j->bind->arena, j->group));
        }
    }
}

static void judge_group(pag_bind *bind, const pag_group *group, bool refs)
{
    judging j = {bind, group, 0, refs};
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        judge_formula(&j, &cell->of);
        for (size_t u = 0; u < cell->n_unless; u++) {
            judge_formula(&j, &cell->unless[u].when);
            if (!refs) judge_sentence(&j, cell->unless[u].sentence, cell->unless[u].pos);
        }
        if (cell->bands) judge_bands(j, cell->bands);
        if (cell->list) judge_group(bind, cell->list, refs);
    }
    for (size_t i = 0; i < group->n_conditions; i++) {
        judge_formula(&j, &group->conditions[i].of);
        if (!refs) {
            judge_sentence(&j, group->conditions[i].sentence, group->conditions[i].pos);
        }
    }
}

/* --- order --- */

enum { WAITING, VISITED };

typedef struct ordering {
    const pag_bind *bind;
    pag_group *group;
    unsigned char *state; /* by slot */
    size_t n;
    uint32_t level; /* how far below the group the formula stands */
} ordering;

static void visit_cell(ordering *o, uint32_t slot);

static void visit_read(void *ud, const pag_outline_read *read, uint32_t parameter)
{
    ordering *o = ud;
    if (parameter != o->level || read->through.len) return;
    const pag_cell *cell = pag_group_cell(o->group, read->name);
    if (!cell) return;
    uint32_t level = o->level;
    o->level = 0;
    visit_cell(o, cell->slot);
    o->level = level;
}

/* What a cell, or a whole list, reads of the group `level` above it. */
static void visit_needs(ordering *o, const pag_cell *cell, uint32_t level)
{
    o->level = level;
    each_read(o->bind, &cell->of, visit_read, o);
    for (size_t i = 0; i < cell->n_unless; i++) {
        each_read(o->bind, &cell->unless[i].when, visit_read, o);
    }
    bool by_cell = cell->origin == PAG_LOOKED_UP && cell->by_kind == PAG_BY_CELL;
    if (by_cell && level == 0) visit_cell(o, cell->by);
    if (cell->split && level == 0) visit_cell(o, cell->split->by);
    if (cell->split && level == 1) visit_cell(o, cell->split->whole);
    for (size_t i = 0; cell->list && i < cell->list->n_cells; i++) {
        visit_needs(o, &cell->list->cells[i], level + 1);
    }
}

static void visit_cell(ordering *o, uint32_t slot)
{
    if (o->state[slot] == VISITED) return;
    o->state[slot] = VISITED; /* also while under way: a circle is told when it is computed */
    visit_needs(o, &o->group->cells[slot], 0);
    o->group->order[o->n++] = slot;
}

static void order_group(pag_bind *bind, pag_group *group)
{
    ordering o = {.bind = bind, .group = group};
    o.state = PAG_NEW_ARRAY(bind->arena, unsigned char, group->n_cells + 1);
    group->order = PAG_NEW_ARRAY(bind->arena, uint32_t, group->n_cells + 1);
    for (uint32_t slot = 0; slot < group->n_cells; slot++) visit_cell(&o, slot);
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) order_group(bind, group->cells[i].list);
    }
}

void pag_reads_judge_refs(pag_bind *bind, const pag_group *group)
{
    judge_group(bind, group, true);
}

void pag_reads_judge(pag_bind *bind, pag_group *group)
{
    judge_group(bind, group, false);
    order_group(bind, group);
}

const pag_outline *pag_bind_outline(const pag_bind *bind, uint32_t source)
{
    for (size_t i = 0; i < bind->n_outlines; i++) {
        if (bind->outlines[i]->source == source) return bind->outlines[i];
    }
    return NULL;
}

/* --- cells that are not named --- */

static bool is_in(pag_str stretch, pag_str part)
{
    return part.at >= stretch.at && part.at < stretch.at + stretch.len;
}

static bool is_worked_out(pag_str argument)
{
    bool quoted = argument.len && (argument.at[0] == '"' || argument.at[0] == '\'');
    char end = quoted ? argument.at[0] : '\0';
    bool alone = quoted && pag_str_find((pag_str){argument.at + 1, argument.len - 1}, end) + 2 ==
                               argument.len;
    return !alone && !pag_str_starts(argument, PAG_STR("function"));
}

bool pag_bind_reads_unnamed(const pag_outline *outline, pag_str stretch)
{
    for (size_t i = 0; i < outline->n_keys; i++) {
        if (is_in(stretch, outline->keys[i])) return true;
    }
    for (size_t i = 0; i < outline->n_sites; i++) {
        const pag_outline_site *site = &outline->sites[i];
        bool named = site->n > 1 && pag_word_takes_name(site->word);
        if (named && is_in(stretch, site->word) && is_worked_out(site->arguments[1])) return true;
    }
    return false;
}
