/* Conditions that can never fail; and what is declared in vain: inputs, fixed values and working
 * figures that nothing reads, rows that no score reaches. */
#include "prove/internal.h"

/* --- conditions --- */

typedef struct holding {
    proving *p;
    bool always;
} holding;

static void judge_end(void *ud, const pag_answered *on, const pag_way *end)
{
    holding *h = ud;
    bool yes = end->end == PAG_WAY_VALUE && end->value.flag;
    bool stopped = end->end == PAG_WAY_STOPPED;
    if (h->always && !yes && !stopped) h->always = pag_reach_is_never(h->p->bare, on);
}

static void look_for_paid(void *ud, const pag_cell *cell)
{
    bool *paid = ud;
    *paid = *paid || cell->payable;
}

/* One that can fail is judged at every evaluation, and no claim. */
static void add_checked(proving *p, const pag_group *group, const pag_condition *condition)
{
    pag_proof *proof = p->proof;
    pag_checked checked = {.condition = condition};
    (void)pag_reach_test_rests(p->bare, group, &condition->of, look_for_paid, &checked.caps);
    proof->checked = pag_list_grown(p->arena, proof->checked, proof->n_checked,
                                    &proof->room_checked, sizeof checked);
    proof->checked[proof->n_checked++] = checked;
}

static void judge_condition(proving *p, const pag_group *group, const pag_condition *condition)
{
    holding h = {p, true};
    const pag_way *ways = pag_reach_test(p->bare, group, &condition->of);
    if (ways) pag_prove_test_calls(p, condition, ways);
    if (ways) pag_reach_ends(p->bare, &pag_reach_nothing, ways, judge_end, &h);
    if (ways && h.always) {
        pag_prove_claim(p, (pag_claim){.kind = PAG_CLAIM_HOLDS, .condition = condition});
    } else if (!condition->warns) {
        add_checked(p, group, condition);
    }
}

/* As deep as lists nest. */
void pag_prove_conditions(proving *p, const pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        judge_condition(p, group, &group->conditions[i]);
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) pag_prove_conditions(p, group->cells[i].list);
    }
}

/* --- what is read --- */

typedef struct readings {
    proving *p;
    PAG_LIST(const pag_cell *) cells;
    pag_prove_names names; /* in formulas that were not followed */
    pag_effects *effects;  /* found out when a limit first asks for them */
} readings;

static bool is_read(const readings *r, const pag_cell *cell)
{
    for (size_t i = 0; i < r->cells.n; i++) {
        if (r->cells.at[i] == cell) return true;
    }
    return false;
}

static void note(void *ud, const pag_cell *cell)
{
    readings *r = ud;
    if (!is_read(r, cell)) PAG_LIST_ADD(r->p->arena, &r->cells, cell);
}

/* Cells named in braces. */
static void note_sentence(readings *r, const pag_group *group, pag_str sentence)
{
    pag_str before, name;
    while (pag_str_next_braces(&sentence, &before, &name)) {
        const pag_cell *cell = pag_group_cell(group, name);
        if (cell) note(r, cell);
    }
}

static void note_group(readings *r, const pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_condition *c = &group->conditions[i];
        (void)pag_reach_way_reads(pag_reach_test(r->p->open, group, &c->of), note, r);
        note_sentence(r, group, c->sentence);
        if (c->at) note(r, c->at);
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) note_group(r, cell->list);
        if (!cell->list) pag_reach_reads(r->p->open, cell, note, r);
        for (size_t u = 0; u < cell->n_unless; u++) {
            note_sentence(r, group, cell->unless[u].sentence);
        }
    }
}

/* What names an entry stands beside all its figures; the days of a list that tiles the period are
 * read when it is judged; what the table of results shows is there to be seen. */
static bool is_to_be_read(const pag_cell *cell)
{
    bool names = cell->group->parent && cell == pag_group_naming(cell->group);
    bool tiles = cell->type == PAG_TYPE_DATE && cell->group->tiles;
    if (names || cell->column.len || tiles || cell->sum.set) return false;
    if (cell->limit) return false; /* a text, see is_effective_limit */
    if (cell->origin == PAG_PLANNED) return false;
    if (pag_origin_is_made(cell->origin))
        return !cell->payable && cell->title.len == 0 && cell->note.len == 0;
    return true;
}

static void find_names(readings *r)
{
    const pag_proof *proof = r->p->proof;
    for (size_t i = 0; i < proof->n_lost; i++) {
        pag_prove_add_names(r->p, &r->names, proof->lost[i].formula->text);
    }
}

/* A limit is declared so that something obeys it, whatever its cell is called and wherever it is
 * shown. Of a text it is enough that it is looked up: outside its rows there is an error. */
static bool is_effective_limit(const pag_cell *cell)
{
    return cell->limit && cell->type != PAG_TYPE_TEXT;
}

static void tell_unread(proving *p, pag_claim *claim)
{
    const pag_cell *cell = claim->cell;
    const pag_str arguments[] = {cell->name, pag_cell_label(cell)};
    pag_code code = cell->origin == PAG_GIVEN   ? PAG_E1120
                    : cell->origin == PAG_FIXED ? PAG_E1121
                                                : PAG_E1122;
    bool lost = p->proof->n_lost > 0;
    claim->verdict = lost ? PAG_NOT_PROVEN : PAG_REFUTED;
    pag_prove_tell(p, claim, lost ? PAG_W1124 : code, cell->pos, 2, arguments);
}

static void judge_read(readings *r, const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) {
            judge_read(r, cell->list);
            continue;
        }
        if (is_effective_limit(cell)) {
            if (!r->effects) r->effects = pag_prove_effects(r->p);
            pag_prove_limit(r->effects, cell);
            continue;
        }
        if (!is_to_be_read(cell)) continue;
        pag_claim *claim = pag_prove_claim(r->p, (pag_claim){.kind = PAG_CLAIM_READ, .cell = cell});
        bool read = is_read(r, cell) || pag_reach_is_touched(r->p->open, cell) ||
                    pag_prove_has_name(&r->names, cell->name);
        if (!read) tell_unread(r->p, claim);
    }
}

/* --- rows --- */

/* Of a file of the pack itself: tables of libraries are shared by packs. */
static bool is_own(const proving *p, const pag_bands *table)
{
    pag_str name;
    return pag_pack_owns(p->pack, table->pos.source, &name);
}

/* By no cell and in no formula, also none that could not be followed. */
static void judge_used(proving *p, const pag_bands *table)
{
    for (size_t i = 0; i < p->proof->n_lost; i++) {
        if (pag_str_names(p->proof->lost[i].formula->text, table->name)) return;
    }
    pag_claim *claim = pag_prove_claim(p, (pag_claim){.kind = PAG_CLAIM_READ, .table = table});
    const pag_str arguments[] = {table->name};
    claim->verdict = p->proof->n_lost ? PAG_NOT_PROVEN : PAG_REFUTED;
    pag_prove_tell(p, claim, p->proof->n_lost ? PAG_W1124 : PAG_E1125, table->pos, 1, arguments);
}

static void tell_unreached(proving *p, pag_claim *claim)
{
    pag_text row = {.arena = p->arena};
    pag_text_put(&row, claim->table->name);
    pag_text_put(&row, PAG_STR(" #"));
    pag_text_whole(&row, (int64_t)claim->row + 1);
    const pag_str arguments[] = {p->proof->n_lost ? pag_text_str(&row) : claim->table->name};
    claim->verdict = p->proof->n_lost ? PAG_NOT_PROVEN : PAG_REFUTED;
    pag_prove_tell(p, claim, p->proof->n_lost ? PAG_W1124 : PAG_E1123,
                   claim->table->rows[claim->row].pos, 1, arguments);
}

/* Where the pack accepts nothing at all, that is told instead, once. */
static void tell_unseen(proving *p, pag_claim *claim)
{
    if (!p->accepted) return;
    const pag_trying t = {.tried = claim->tried, .of = claim->of};
    pag_str arguments[3] = {claim->table->name};
    pag_prove_tried(p, &t, &arguments[1], &arguments[2]);
    pag_prove_tell(p, claim, PAG_W1146, claim->table->rows[claim->row].pos, 3, arguments);
}

static void judge_rows(proving *p, const pag_bands *table)
{
    if (!is_own(p, table)) return;
    if (!pag_reach_asked(p->open, table).used) {
        judge_used(p, table);
        return;
    }
    const pag_row_judged *rows = pag_prove_rows(p, table);
    for (size_t i = 0; i < table->n; i++) {
        pag_claim *claim =
            pag_prove_claim(p, (pag_claim){.kind = PAG_CLAIM_REACHED, .table = table, .row = i});
        claim->verdict = rows[i].verdict;
        claim->tried = rows[i].tried;
        claim->of = rows[i].of;
        if (claim->verdict == PAG_REFUTED) tell_unreached(p, claim);
        if (claim->verdict == PAG_NOT_PROVEN) tell_unseen(p, claim);
    }
}

void pag_prove_read(proving *p)
{
    readings r = {.p = p};
    find_names(&r);
    for (size_t i = 0; i < pag_pack_subjects(p->pack); i++) {
        note_group(&r, pag_pack_subject(p->pack, i));
    }
    for (size_t i = 0; i < pag_pack_subjects(p->pack); i++) {
        judge_read(&r, pag_pack_subject(p->pack, i));
    }
    pag_prove_limits(p, r.effects);
    const pag_bands *table;
    for (size_t i = 0; (table = pag_bind_table(pag_pack_bind(p->pack), i)); i++) {
        judge_rows(p, table);
    }
}
