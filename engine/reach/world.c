/* An evaluation of which nothing is known: one entry for each list that formulas run for, and in
 * each list one that stands for any. */
#include "reach/internal.h"

enum { MOST_RUNS = 1024 }; /* of one formula */

const pag_answered pag_reach_nothing = {0};

/* --- entries --- */

static pag_entry *entry_of(pag_reach *r, const pag_group *group, pag_entry *parent);

static pag_value list_of(pag_reach *r, const pag_group *group, pag_entry *parent)
{
    pag_list *list = PAG_NEW(r->arena, pag_list);
    list->handle = PAG_HANDLE_LIST;
    list->group = group;
    list->n = 1;
    list->entries = PAG_NEW_ARRAY(r->arena, pag_entry *, 1);
    list->entries[0] = entry_of(r, group, parent);
    list->every = true;
    return (pag_value){PAG_VALUE_LIST, {.list = list}};
}

static pag_value sheet_of(pag_reach *r, pag_figure *figure)
{
    pag_sheet *sheet = PAG_NEW(r->arena, pag_sheet);
    sheet->handle = PAG_HANDLE_SHEET;
    sheet->cell = figure->cell;
    sheet->n = figure->cell->n_criteria;
    sheet->figure = figure;
    return (pag_value){PAG_VALUE_SHEET, {.sheet = sheet}};
}

bool pag_reach_is_open(const pag_reach *r, const pag_cell *cell)
{
    return r->view == PAG_REACH_POLICIES && cell->origin == PAG_FIXED &&
           cell->type != PAG_TYPE_TEXT;
}

/* As deep as lists nest, which their declaration bounds. */
static pag_entry *entry_of(pag_reach *r, const pag_group *group, pag_entry *parent)
{
    pag_entry *entry = PAG_NEW(r->arena, pag_entry);
    entry->handle = PAG_HANDLE_ENTRY;
    entry->group = group;
    entry->parent = parent;
    entry->figures = PAG_NEW_ARRAY(r->arena, pag_figure, group->n_cells);
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        pag_figure *figure = &entry->figures[i];
        figure->cell = cell;
        figure->entry = entry;
        figure->state = PAG_DONE;
        figure->value.kind = PAG_VALUE_TERM;
        if (cell->type == PAG_TYPE_SHEET) figure->value = sheet_of(r, figure);
        if (cell->origin == PAG_FIXED && !pag_reach_is_open(r, cell)) figure->value = cell->value;
        if (cell->list) figure->value = list_of(r, cell->list, entry);
    }
    return entry;
}

static void own_entries(pag_reach *r, const pag_group *group, pag_entry *parent)
{
    pag_entry *own = entry_of(r, group, parent);
    r->own[group->number] = own;
    r->about[group->number] = PAG_NEW_ARRAY(r->arena, pag_about, group->n_cells);
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) own_entries(r, group->cells[i].list, own);
    }
}

static size_t last_number(const pag_group *group)
{
    size_t last = group->number;
    for (size_t i = 0; i < group->n_cells; i++) {
        if (!group->cells[i].list) continue;
        size_t inner = last_number(group->cells[i].list);
        if (inner > last) last = inner;
    }
    return last;
}

bool pag_reach_is_own(const pag_reach *r, const pag_figure *figure)
{
    return r->own[figure->cell->group->number] == figure->entry;
}

/* --- what the bind room asks --- */

/* A ref leads to an entry of its own, made when it is first followed. */
static bool read(void *ud, pag_figure *figure)
{
    pag_reach *r = ud;
    const pag_cell *cell = figure->cell;
    pag_reach_about(r, cell)->touched = true;
    if (cell->type == PAG_TYPE_REF && !figure->value.entry) {
        figure->value.entry = entry_of(r, cell->target, r->own[cell->target->parent->number]);
        figure->value.entry->by = figure;
    }
    return true;
}

static pag_entry *any_entry(void *ud, const pag_list *list)
{
    return entry_of(ud, list->group, list->entries[0]->parent);
}

static bool *rows_of(const pag_reach *r, const pag_bands *table)
{
    for (size_t i = 0; i < r->looked.n; i++) {
        if (r->looked.at[i].table == table) return r->looked.at[i].rows;
    }
    return NULL;
}

static void note_looked(void *ud, const pag_bands *table, uint32_t row)
{
    pag_reach *r = ud;
    bool *rows = rows_of(r, table);
    if (!rows) {
        rows = PAG_NEW_ARRAY(r->arena, bool, table->n + 1);
        PAG_LIST_ADD(r->arena, &r->looked, (pag_looked){table, rows});
    }
    rows[row] = true;
}

bool pag_reach_is_looked(const pag_reach *r, const pag_bands *table, size_t row)
{
    const bool *rows = rows_of(r, table);
    return rows && rows[row];
}

static void build(pag_reach *r)
{
    for (size_t i = 0; i < pag_pack_subjects(r->pack); i++) {
        size_t last = last_number(pag_pack_subject(r->pack, i));
        if (last >= r->n_groups) r->n_groups = last + 1;
    }
    r->own = PAG_NEW_ARRAY(r->arena, pag_entry *, r->n_groups);
    r->about = PAG_NEW_ARRAY(r->arena, pag_about *, r->n_groups);
    for (size_t i = 0; i < pag_pack_subjects(r->pack); i++) {
        own_entries(r, pag_pack_subject(r->pack, i), NULL);
    }
    r->diags = pag_diagnostics_create(r->arena, pag_pack_sources(r->pack));
    r->evaluator = (pag_evaluator){.run = r, .arena = r->arena, .diags = r->diags, .read = read};
    r->explorer = (pag_explorer){r, pag_reach_possible, any_entry, note_looked, MOST_RUNS};
}

pag_reach *pag_reach_create(pag_arena *arena, pag_pack *pack, pag_reach_view view)
{
    pag_reach *r = PAG_NEW(arena, pag_reach);
    r->arena = arena;
    r->pack = pack;
    r->view = view;
    r->single.arena = arena;
    build(r);
    if (view == PAG_REACH_MUSTS) pag_reach_assume(r);
    return r;
}

bool pag_reach_is_spent(const pag_reach *r)
{
    return r->spent;
}

pag_about *pag_reach_about(pag_reach *r, const pag_cell *cell)
{
    return &r->about[cell->group->number][cell->slot];
}

bool pag_reach_is_touched(const pag_reach *r, const pag_cell *cell)
{
    return r->about[cell->group->number][cell->slot].touched;
}

const pag_figure *pag_reach_figure(const pag_reach *r, const pag_cell *cell)
{
    return &r->own[cell->group->number]->figures[cell->slot];
}

/* --- ways --- */

const pag_way *pag_reach_explore(pag_reach *r, const pag_answered *before,
                                 const pag_exploration *what)
{
    size_t left = r->explorer.runs;
    r->explorer.runs = MOST_RUNS;
    const pag_way *ways =
        pag_bind_explore(pag_pack_bind(r->pack), &r->evaluator, &r->explorer, before, what);
    r->explorer.runs = left; /* of the one that asked for this one, if any */
    if (!ways) r->spent = true;
    return ways;
}

const pag_way *pag_reach_ways(pag_reach *r, const pag_cell *cell)
{
    pag_about *about = pag_reach_about(r, cell);
    if (about->ways_known == PAG_KNOWN || !cell->of.reference) return about->ways;
    if (about->ways_known == PAG_BEING_FOUND) return NULL; /* it asks for itself */
    about->ways_known = PAG_BEING_FOUND;
    pag_exploration what = {
        .formula = &cell->of, .entry = r->own[cell->group->number], .cell = cell};
    about->ways = pag_reach_explore(r, &pag_reach_nothing, &what);
    about->ways_known = PAG_KNOWN;
    return about->ways;
}

/* NULL: it was never asked for; valid until the next one is kept. */
static const pag_explored *found_before(const pag_reach *r, const pag_formula *formula,
                                        const pag_group *group, size_t slot)
{
    for (size_t i = 0; i < r->explored.n; i++) {
        const pag_explored *e = &r->explored.at[i];
        if (e->formula == formula && e->group == group && e->slot == slot) return e;
    }
    return NULL;
}

static const pag_way *keep_explored(pag_reach *r, pag_explored found)
{
    PAG_LIST_ADD(r->arena, &r->explored, found);
    return found.ways;
}

const pag_way *pag_reach_test(pag_reach *r, const pag_group *group, const pag_formula *formula)
{
    const pag_explored *found = found_before(r, formula, group, 0);
    if (found) return found->ways;
    pag_exploration what = {.formula = formula, .entry = r->own[group->number]};
    const pag_way *ways = pag_reach_explore(r, &pag_reach_nothing, &what);
    return keep_explored(r, (pag_explored){formula, group, 0, ways});
}

static const pag_term *term_of(pag_reach *r, const pag_cell *cell)
{
    pag_term *term = PAG_NEW(r->arena, pag_term);
    *term = (pag_term){.handle = PAG_HANDLE_TERM,
                       .kind = PAG_TERM_FIGURE,
                       .unit = pag_type_unit(cell->type),
                       .size = 1,
                       .figure = pag_reach_figure(r, cell)};
    return term;
}

pag_answered pag_reach_in_row(pag_reach *r, const pag_cell *cell, size_t row)
{
    pag_question q = {.kind = PAG_ASKED_ROW,
                      .n = (uint32_t)cell->bands->n + 1,
                      .a = term_of(r, &cell->group->cells[cell->by]),
                      .table = cell->bands};
    return pag_reach_on(r, &pag_reach_nothing, &q, (uint32_t)row);
}

const pag_way *pag_reach_give(pag_reach *r, const pag_cell *cell, size_t row)
{
    const pag_give *give = pag_band_give(&cell->bands->rows[row], cell->give);
    if (!give || !give->of.reference) return NULL;
    const pag_explored *found = found_before(r, &give->of, cell->group, cell->slot);
    if (found) return found->ways;
    pag_answered on = pag_reach_in_row(r, cell, row);
    pag_exploration what = {.formula = &give->of,
                            .score = on.questions[0]->a,
                            .entry = r->own[cell->group->number],
                            .cell = cell};
    const pag_way *ways = pag_reach_explore(r, &on, &what);
    return keep_explored(r, (pag_explored){&give->of, cell->group, cell->slot, ways});
}

const pag_way *pag_reach_edge(pag_reach *r, const pag_cell *cell, const pag_edge *edge)
{
    if (edge->kind != PAG_EDGE_FORMULA) return NULL;
    const pag_explored *found = found_before(r, &edge->of, cell->group, cell->slot);
    if (found) return found->ways;
    pag_exploration what = {.formula = &edge->of,
                            .entry = r->own[cell->group->number],
                            .edge = true,
                            .unit = pag_type_unit(cell->group->cells[cell->by].type)};
    const pag_way *ways = pag_reach_explore(r, &pag_reach_nothing, &what);
    return keep_explored(r, (pag_explored){&edge->of, cell->group, cell->slot, ways});
}

pag_answered pag_reach_on(pag_reach *r, const pag_answered *on, const pag_question *question,
                          uint32_t answer)
{
    const pag_question **questions = PAG_NEW_ARRAY(r->arena, const pag_question *, on->n + 1);
    uint32_t *answers = PAG_NEW_ARRAY(r->arena, uint32_t, on->n + 1);
    pag_question *own = pag_arena_keep(r->arena, question, sizeof *question);
    for (size_t i = 0; i < on->n; i++) {
        questions[i] = on->questions[i];
        answers[i] = on->answers[i];
    }
    questions[on->n] = own;
    answers[on->n] = answer;
    return (pag_answered){on->n + 1, questions, answers};
}

pag_answered pag_trail_on(pag_trail *t, const pag_answered *on, const pag_question *question,
                          uint32_t answer)
{
    enum { FIRST = 64 };
    bool elsewhere =
        on->questions != t->questions; /* all that is on the way here is a part of it */
    if (on->n + 1 > t->room) {
        t->room = on->n + 1 > FIRST ? 2 * (on->n + 1) : FIRST;
        t->questions = PAG_NEW_ARRAY(t->arena, const pag_question *, t->room);
        t->answers = PAG_NEW_ARRAY(t->arena, uint32_t, t->room);
        elsewhere = true;
    }
    for (size_t i = 0; elsewhere && i < on->n; i++) {
        t->questions[i] = on->questions[i];
        t->answers[i] = on->answers[i];
    }
    t->questions[on->n] = question;
    t->answers[on->n] = answer;
    return (pag_answered){on->n + 1, t->questions, t->answers};
}

typedef struct ending {
    pag_trail trail;
    pag_reach_visit visit;
    void *ud;
} ending;

/* As deep as formulas branch. */
static void visit_ends(ending *e, const pag_answered *on, const pag_way *ways)
{
    if (ways->end != PAG_WAY_ON) {
        e->visit(e->ud, on, ways);
        return;
    }
    for (uint32_t i = 0; i < ways->question.n; i++) {
        if (!ways->answers[i]) continue;
        pag_answered further = pag_trail_on(&e->trail, on, &ways->question, i);
        visit_ends(e, &further, ways->answers[i]);
    }
}

void pag_reach_ends(pag_reach *r, const pag_answered *on, const pag_way *ways,
                    pag_reach_visit visit, void *ud)
{
    ending e = {.trail = {.arena = r->arena}, .visit = visit, .ud = ud};
    visit_ends(&e, on, ways);
}
