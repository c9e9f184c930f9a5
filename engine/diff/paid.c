/* What packs pay for the evaluations at hand: figure by figure for the two as they are, in all for
 * the first with some edits. */
#include "diff/internal.h"

typedef struct paying {
    pag_differing *w;
    int side; /* 0, 1: the pack as it is, whose figures are noted; 2: only sums */
    pag_outcome outcome;
    size_t file;
    pag_diff_tell tell;
    void *ud;
    pag_status status;
} paying;

/* --- amounts --- */

pag_number pag_money_add(pag_arena *arena, pag_number a, pag_number b)
{
    pag_number out = a;
    (void)pag_number_add(arena, &out, a, b);
    return out;
}

pag_number pag_money_subtract(pag_arena *arena, pag_number a, pag_number b)
{
    pag_number out = a;
    (void)pag_number_subtract(arena, &out, a, b);
    return out;
}

static pag_number kept(const paying *p, pag_number x)
{
    return pag_number_with_unit(p->w->arena, x, pag_number_unit(x));
}

static pag_number zero_like(pag_arena *arena, pag_number x)
{
    return pag_number_with_unit(arena, PAG_ZERO, pag_number_unit(x));
}

static void add_to_sums(paying *p, pag_str path, pag_number amount)
{
    pag_outcome *o = &p->outcome;
    pag_arena *arena = p->w->arena;
    for (size_t i = 0; i < o->n; i++) {
        if (!pag_str_equal(o->sums[i].path, path)) continue;
        o->sums[i].amount = pag_money_add(arena, o->sums[i].amount, amount);
        return;
    }
    o->sums = pag_list_grown(arena, o->sums, o->n, &o->room, sizeof *o->sums);
    o->sums[o->n++] = (pag_paid_sum){pag_arena_copy(arena, path), kept(p, amount)};
}

/* --- figures --- */

/* Ids or names of the entry and what it stands in, below the subject. */
static pag_str chain(pag_arena *arena, const pag_entry *entry, bool names)
{
    pag_str text = PAG_STR("");
    for (; entry && entry->group->depth > 0; entry = entry->parent) {
        pag_str own = names && entry->name.len ? entry->name : entry->id;
        text = text.len ? pag_text_join(arena, 3, own, names ? PAG_STR(", ") : PAG_STR("."), text)
                        : pag_arena_copy(arena, own);
    }
    return text;
}

static pag_diff_paid *paid_at(paying *p, pag_str path, const pag_entry *entry)
{
    pag_diff *diff = p->w->diff;
    pag_arena *arena = p->w->arena;
    pag_str id = chain(arena, entry, false);
    for (size_t i = 0; i < diff->n_paid; i++) {
        pag_diff_paid *paid = &diff->paid[i];
        if (paid->file == p->file && pag_str_equal(paid->path, path) &&
            pag_str_equal(paid->id, id)) {
            return paid;
        }
    }
    diff->paid =
        pag_list_grown(arena, diff->paid, diff->n_paid, &diff->room_paid, sizeof *diff->paid);
    diff->paid[diff->n_paid] = (pag_diff_paid){.file = p->file,
                                               .path = pag_arena_copy(arena, path),
                                               .entry = chain(arena, entry, true),
                                               .id = id};
    return &diff->paid[diff->n_paid++];
}

static void note_figure(void *ud, pag_figure *figure)
{
    paying *p = ud;
    const pag_cell *cell = figure->cell;
    if (!cell->payable || figure->value.kind != PAG_VALUE_NUMBER) return;
    pag_str path = pag_cell_path(p->w->arena, cell);
    add_to_sums(p, path, figure->value.number);
    if (p->side == 2) return;
    pag_diff_paid *paid = paid_at(p, path, figure->entry);
    paid->there[p->side] = true;
    paid->amounts[p->side] = kept(p, figure->value.number);
    paid->withheld[p->side] = pag_figure_is_withheld(figure);
}

/* --- evaluations --- */

static bool evaluate(pag_pack *pack, const pag_diff_file *file, pag_arena *arena,
                     pag_result *result, pag_diagnostics **told)
{
    uint32_t source;
    pag_head head;
    const pag_node *root = NULL;
    *told = pag_diagnostics_for(arena, pag_pack_sources(pack), file->path, file->bytes, &source);
    pag_status read = pag_yaml_read(arena, *told, source, &root);
    const pag_trap ended = {.status = read, .arena = arena};
    if (read == PAG_NOMEM) pag_trap_pass_on(&ended);
    if (read != PAG_OK || !pag_head_read(arena, *told, root, &head)) return false;
    const pag_rows rows = {.path = file->path};
    root = pag_evaluation_rows(arena, *told, pack, &head, rows, root);
    if (!root) return false;
    const pag_evaluation *evaluation = pag_evaluation_read(arena, *told, pack, &head, root, source);
    return evaluation && pag_evaluate(pack, evaluation, arena, result) == PAG_OK;
}

static void pay(void *ud, const pag_mixed *mixed)
{
    paying *p = ud;
    pag_diff *diff = p->w->diff;
    p->outcome.done = true;
    for (size_t i = 0; i < diff->n_files; i++) {
        pag_result result;
        pag_diagnostics *told;
        p->file = i;
        if (evaluate(mixed->pack, &diff->files[i], mixed->runs, &result, &told)) {
            pag_result_visit(&result, note_figure, p);
        } else {
            pag_status status = pag_diagnostics_status(told);
            if (status == PAG_OK) status = PAG_INVALID;
            if (status > p->status) p->status = status;
            p->outcome.done = false;
            if (p->tell) p->tell(p->ud, told, (size_t)p->side);
        }
        pag_arena_reset(mixed->runs);
    }
}

pag_outcome pag_outcome_of(pag_differing *w, const bool *chosen)
{
    paying p = {.w = w, .side = 2};
    (void)pag_mixed_load(w, chosen, pay, &p);
    return p.outcome;
}

/* --- totals --- */

static bool is_paid_sum(const pag_term *term);

static bool body_is_paid(const pag_way *body)
{
    return body && body->end == PAG_WAY_VALUE && body->value.kind == PAG_VALUE_TERM &&
           is_paid_sum(body->value.term);
}

/* As deep as the formula is nested. */
static bool is_paid_sum(const pag_term *term)
{
    if (term->kind == PAG_TERM_FIGURE) return term->figure->cell->payable;
    if (term->kind == PAG_TERM_SUM) return body_is_paid(term->body);
    return term->kind == PAG_TERM_ADD && is_paid_sum(term->of[0]) && is_paid_sum(term->of[1]);
}

/* "office.member.pay" */
static const pag_cell *cell_at(pag_arena *arena, const pag_group *group, pag_str path)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (pag_str_equal(pag_cell_path(arena, cell), path)) return cell;
        const pag_cell *inner = cell->list ? cell_at(arena, cell->list, path) : NULL;
        if (inner) return inner;
    }
    return NULL;
}

static const pag_cell *cell_of(pag_differing *w, int side, pag_str path)
{
    const pag_pack *pack = w->diff->order.packs[side];
    const pag_cell *cell = NULL;
    for (size_t i = 0; i < pag_pack_subjects(pack) && !cell; i++) {
        cell = cell_at(w->arena, pag_pack_subject(pack, i), path);
    }
    return cell;
}

static pag_diff_total total_for(pag_differing *w, pag_str path)
{
    int side = cell_of(w, 0, path) ? 0 : 1;
    const pag_cell *cell = cell_of(w, side, path);
    pag_diff_total total = {.path = path};
    if (!cell) return total;
    total.title = cell->title;
    if (cell->origin == PAG_COMPUTED) {
        total.summing = body_is_paid(pag_reach_ways(pag_differing_reach(w, side), cell));
    }
    return total;
}

static pag_diff_total *total_at(pag_differing *w, pag_str path)
{
    pag_diff *diff = w->diff;
    for (size_t i = 0; i < diff->n_totals; i++) {
        if (pag_str_equal(diff->totals[i].path, path)) return &diff->totals[i];
    }
    diff->totals = pag_list_grown(w->arena, diff->totals, diff->n_totals, &diff->room_totals,
                                  sizeof *diff->totals);
    diff->totals[diff->n_totals] = total_for(w, path);
    return &diff->totals[diff->n_totals++];
}

/* What only one pack pays was or will be zero. */
static void add_up(pag_differing *w, pag_diff_paid *paid)
{
    for (int side = 0; side < 2; side++) {
        if (!paid->there[side]) {
            paid->amounts[side] = zero_like(w->arena, paid->amounts[1 - side]);
        }
    }
    paid->difference = pag_money_subtract(w->arena, paid->amounts[1], paid->amounts[0]);
    pag_diff_total *total = total_at(w, paid->path);
    bool first = total->amounts[0].bits == 0 && total->amounts[1].bits == 0;
    for (int side = 0; side < 2; side++) {
        if (first) total->amounts[side] = zero_like(w->arena, paid->amounts[side]);
        total->amounts[side] = pag_money_add(w->arena, total->amounts[side], paid->amounts[side]);
    }
    total->difference = pag_money_subtract(w->arena, total->amounts[1], total->amounts[0]);
    for (int side = 0; side < 2; side++) {
        total->withheld[side] = total->withheld[side] || paid->withheld[side];
        w->diff->withheld[side] = w->diff->withheld[side] || paid->withheld[side];
    }
}

static bool counts(const pag_differing *w, pag_str path)
{
    for (size_t i = 0; i < w->diff->n_totals; i++) {
        const pag_diff_total *total = &w->diff->totals[i];
        if (pag_str_equal(total->path, path)) return !total->summing;
    }
    return true;
}

pag_number pag_outcome_total(const pag_differing *w, const pag_outcome *outcome)
{
    pag_number total = pag_number_with_unit(w->arena, PAG_ZERO, PAG_MONEY);
    for (size_t i = 0; i < outcome->n; i++) {
        const pag_paid_sum *sum = &outcome->sums[i];
        if (pag_number_unit(sum->amount) != PAG_MONEY || !counts(w, sum->path)) continue;
        total = pag_money_add(w->arena, total, sum->amount);
    }
    return total;
}

pag_status pag_paid_note(pag_differing *w, pag_diff_tell tell, void *ud)
{
    pag_outcome outcomes[2];
    pag_diff *diff = w->diff;
    for (int side = 0; side < 2; side++) {
        paying p = {.w = w, .side = side, .tell = tell, .ud = ud};
        (void)pag_side_load(w, side, pay, &p);
        if (p.status != PAG_OK) return p.status;
        outcomes[side] = p.outcome;
    }
    for (size_t i = 0; i < diff->n_paid; i++) add_up(w, &diff->paid[i]);
    for (int side = 0; side < 2; side++) {
        diff->amounts[side] = pag_outcome_total(w, &outcomes[side]);
    }
    diff->difference = pag_money_subtract(w->arena, diff->amounts[1], diff->amounts[0]);
    return PAG_OK;
}
