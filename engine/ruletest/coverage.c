/* The things that tests are to reach, and watching what is. Things are those of the pack as it is
 * written; when a case has policies another loading of it runs, in which tables are known by their
 * places and conditions by their order. */
#include "ruletest/coverage.h"

#include "ruletest/internal.h"

/* --- watching --- */

static void take_mark(void *ud, uint32_t mark)
{
    pag_coverage *c = ud;
    if (c->exploring) return;
    while (c->marks.n <= mark) PAG_LIST_ADD(c->arena, &c->marks, false);
    c->marks.at[mark] = true;
}

static bool same_place(pag_pos a, pag_pos b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

static void take_look(void *ud, const pag_step *step, bool found)
{
    pag_coverage *c = ud;
    if (c->exploring) return;
    for (size_t t = 0; t < c->n_tables; t++) {
        const pag_reached_table *table = &c->tables[t];
        if (!same_place(table->bands->pos, step->bands->pos)) continue;
        if (found) c->all.at[table->first + step->chosen].seen[0] = true;
        if (step->bands->kind == PAG_TABLE_BANDS) pag_edges_looked(c, table, step);
    }
}

static void take_test(void *ud, const pag_formula *of, bool holds)
{
    pag_coverage *c = ud;
    if (c->exploring) return;
    for (size_t i = 0; i < c->tested.n; i++) {
        if (c->tested.at[i] != of) continue;
        c->all.at[c->first_condition + i].seen[holds ? PAG_HOLDS : PAG_FAILS] = true;
    }
}

const pag_watch *pag_coverage_watch(pag_ruletest *test)
{
    if (!test->covers) return NULL;
    if (!test->coverage) {
        pag_coverage *c = PAG_NEW(test->keep, pag_coverage);
        c->arena = test->keep;
        c->watch = (pag_watch){c, take_mark, take_look, take_test, c->arena};
        test->coverage = c;
    }
    return &test->coverage->watch;
}

/* --- conditions --- */

typedef void (*on_condition)(pag_coverage *c, const pag_formula *of, const pag_condition *condition,
                             const pag_cell *cell, pag_pos pos);

/* Every condition of a group and of the lists in it; as deep as lists stand in lists. */
static void each_condition(pag_coverage *c, const pag_group *group, on_condition visit)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_condition *condition = &group->conditions[i];
        visit(c, &condition->of, condition, NULL, condition->pos);
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        for (size_t u = 0; u < cell->n_unless; u++) {
            visit(c, &cell->unless[u].when, NULL, cell, cell->unless[u].pos);
        }
        if (cell->list) each_condition(c, cell->list, visit);
    }
}

static void visit_conditions(pag_coverage *c, const pag_pack *pack, on_condition visit)
{
    for (size_t i = 0; i < pag_pack_subjects(pack); i++) {
        each_condition(c, pag_pack_subject(pack, i), visit);
    }
}

static void add_condition(pag_coverage *c, const pag_formula *of, const pag_condition *condition,
                          const pag_cell *cell, pag_pos pos)
{
    (void)of;
    pag_aim reach = {.kind = PAG_AIM_CONDITION, .pos = pos, .wanted = {true, true}};
    reach.condition = condition;
    reach.cell = cell;
    PAG_LIST_ADD(c->arena, &c->all, reach);
}

static void know_condition(pag_coverage *c, const pag_formula *of, const pag_condition *condition,
                           const pag_cell *cell, pag_pos pos)
{
    (void)condition, (void)cell, (void)pos;
    PAG_LIST_ADD(c->arena, &c->tested, of);
}

/* --- tables --- */

/* What the cells of a group, and of the lists in it, look up in the table. */
static void find_lookers(pag_reached_table *table, const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) find_lookers(table, cell->list);
        if (cell->bands != table->bands) continue;
        if (table->looks) continue;
        table->looks = cell;
        if (cell->by_kind == PAG_BY_CELL) table->by = &group->cells[cell->by];
    }
}

/* Formulas that could not be followed may come to any row, but for one of a dated table, which
 * holds what was and will be: of that only what is sure is asked. */
static bool row_is_possible(const pag_coverage *c, const pag_reached_table *table, size_t row)
{
    bool lost = pag_reach_is_spent(c->reach) && table->bands->kind != PAG_TABLE_DATED;
    return table->asked.rows[row] || lost;
}

static void add_table(pag_coverage *c, pag_reached_table *table)
{
    table->first = c->all.n;
    for (size_t i = 0; i < table->bands->n; i++) {
        const pag_band *row = &table->bands->rows[i];
        pag_aim reach = {.kind = PAG_AIM_ROW, .pos = row->pos, .table = table, .row = i};
        reach.wanted[0] = row_is_possible(c, table, i);
        PAG_LIST_ADD(c->arena, &c->all, reach);
    }
    if (table->bands->kind == PAG_TABLE_BANDS) pag_edges_add(c, table);
    table->n = c->all.n - table->first;
}

static void add_tables(pag_coverage *c)
{
    struct pag_bind *bind = pag_pack_bind(c->pack);
    while (pag_bind_used_table(bind, c->n_tables)) c->n_tables++;
    c->tables = PAG_NEW_ARRAY(c->arena, pag_reached_table, c->n_tables);
    for (size_t i = 0; i < c->n_tables; i++) {
        c->tables[i].bands = pag_bind_used_table(bind, i);
        for (size_t s = 0; s < pag_pack_subjects(c->pack); s++) {
            find_lookers(&c->tables[i], pag_pack_subject(c->pack, s));
        }
    }
    c->exploring = true;
    c->reach = pag_reach_create(c->arena, c->pack, PAG_REACH_MUSTS);
    for (size_t i = 0; i < c->n_tables; i++) pag_scores_find(c, &c->tables[i]);
    c->exploring = false;
    for (size_t i = 0; i < c->n_tables; i++) add_table(c, &c->tables[i]);
}

/* --- lines --- */

static bool stands_in(pag_pos pos, const pag_formula *of)
{
    return of->reference && of->pos.source == pos.source && of->pos.line <= pos.line &&
           pos.line <= of->last_line;
}

/* The cell whose own formula the line is part of; as deep as lists stand in lists. */
static const pag_cell *cell_at(const pag_group *group, pag_pos pos)
{
    const pag_cell *found = NULL;
    for (size_t i = 0; !found && i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) found = cell_at(cell->list, pos);
        if (!found && stands_in(pos, &cell->of)) found = cell;
    }
    return found;
}

static void add_mark(pag_coverage *c, uint32_t mark, pag_pos pos)
{
    bool reached = mark < c->marks.n && c->marks.at[mark];
    pag_aim *last = c->all.n ? &c->all.at[c->all.n - 1] : NULL;
    bool same = last && last->kind == PAG_AIM_LINE && last->pos.source == pos.source &&
                last->pos.line == pos.line;
    if (same) { /* a line is reached when each of its instructions is */
        if (last->seen[0] && !reached) last->pos = pos;
        last->seen[0] = last->seen[0] && reached;
        return;
    }
    pag_aim line = {.kind = PAG_AIM_LINE, .pos = pos, .wanted = {true}, .seen = {reached}};
    for (size_t i = 0; !line.cell && i < pag_pack_subjects(c->pack); i++) {
        line.cell = cell_at(pag_pack_subject(c->pack, i), pos);
    }
    PAG_LIST_ADD(c->arena, &c->all, line);
}

static void add_lines(pag_coverage *c)
{
    pag_mark_place place;
    for (uint32_t i = 0; pag_bind_mark(pag_pack_bind(c->pack), i, &place); i++) {
        if (place.used) add_mark(c, i, place.pos);
    }
}

/* --- the tests of a pack --- */

void pag_coverage_begin(pag_ruletest *test, pag_pack *pack)
{
    pag_coverage *c = test->coverage;
    if (!c) return;
    c->pack = pack;
    add_tables(c);
    c->first_condition = c->all.n;
    visit_conditions(c, pack, add_condition);
    pag_coverage_enter(test, pack);
}

void pag_coverage_enter(pag_ruletest *test, pag_pack *pack)
{
    pag_coverage *c = test->coverage;
    if (!c) return;
    c->tested.n = 0;
    visit_conditions(c, pack, know_condition);
}

static bool is_missed(const pag_ruletest *test, const pag_coverage *c)
{
    pag_aim_count all = pag_aims_counted(c, PAG_AIMS);
    return all.seen * 100 < all.wanted * test->least_covered;
}

void pag_coverage_end(pag_ruletest *test, const pag_tree *tree)
{
    pag_coverage *c = test->coverage;
    test->coverage = NULL;
    if (!c || !c->pack) return;
    for (size_t i = 0; i < c->all.n; i++) { /* what nobody had to find, and somebody did */
        pag_aim *row = &c->all.at[i];
        if (row->kind == PAG_AIM_ROW && row->seen[0]) row->wanted[0] = true;
    }
    add_lines(c);
    test->uncovered = test->uncovered || is_missed(test, c);
    pag_suggest_find(test, c, tree); /* which runs cases of its own */
    if (test->tells) pag_coverage_write(test, c);
    if (test->suggestions) pag_suggest_write(test, c);
}
