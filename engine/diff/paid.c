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

static pag_paid_sum *sum_at(paying *p, pag_str path)
{
    pag_outcome *o = &p->outcome;
    pag_arena *arena = p->w->arena;
    for (size_t i = 0; i < o->n; i++) {
        if (pag_str_equal(o->sums[i].path, path)) return &o->sums[i];
    }
    o->sums = pag_list_grown(arena, o->sums, o->n, &o->room, sizeof *o->sums);
    const pag_number zero = pag_number_with_unit(arena, PAG_ZERO, PAG_MONEY);
    o->sums[o->n] =
        (pag_paid_sum){.path = pag_arena_copy(arena, path), .amount = zero, .counted = zero};
    return &o->sums[o->n++];
}

/* What is nothing plays no role. */
static void add_to_sums(paying *p, pag_str path, const pag_money *money)
{
    pag_arena *arena = p->w->arena;
    pag_paid_sum *sum = sum_at(p, path);
    const pag_number amount = kept(p, money->figure->value.number);
    if (pag_number_sign(amount) == 0) return;
    sum->amount = pag_money_add(arena, sum->amount, amount);
    sum->roles |= (unsigned)money->role;
    if (money->role == PAG_ROLE_OWN) sum->counted = pag_money_add(arena, sum->counted, amount);
}

/* --- figures --- */

static void mix(paying *p, pag_str text)
{
    for (size_t i = 0; i <= text.len; i++) { /* and an end */
        unsigned char byte = i < text.len ? (unsigned char)text.at[i] : 0;
        p->outcome.mark = (p->outcome.mark ^ byte) * 1099511628211U;
    }
}

/* Of every pack that is tried, every figure comes by here: only what is new is kept. */
static void note_money(paying *p, pag_arena *scratch, const pag_money *money)
{
    const pag_figure *figure = money->figure;
    pag_str path = pag_cell_path(scratch, figure->cell);
    pag_str id = pag_entry_ids(scratch, figure->entry);
    add_to_sums(p, path, money);
    mix(p, path);
    mix(p, id);
    mix(p, pag_number_plain(scratch, figure->value.number));
    if (p->side == 2) return;
    pag_diff_paid *paid = pag_paid_at(p->w, p->file, path, id, figure->entry);
    paid->there[p->side] = true;
    paid->amounts[p->side] = kept(p, figure->value.number);
    paid->withheld[p->side] = pag_figure_is_withheld(figure);
}

static void note_beside(paying *p, const pag_money *money)
{
    pag_diff *diff = p->w->diff;
    pag_arena *arena = p->w->arena;
    const pag_cell *cell = money->figure->cell;
    pag_str path = pag_cell_path(arena, cell);
    for (size_t i = 0; i < diff->n_beside; i++) {
        if (pag_str_equal(diff->beside[i].path, path)) return;
    }
    diff->beside = pag_list_grown(arena, diff->beside, diff->n_beside, &diff->room_beside,
                                  sizeof *diff->beside);
    diff->beside[diff->n_beside++] = (pag_diff_beside){path, pag_arena_copy(arena, cell->title)};
}

static void note_all(paying *p, const pag_mixed *mixed, const pag_result *result)
{
    const pag_money_sorts all = pag_money_sorted(mixed, result);
    for (size_t i = 0; i < all.paid.n; i++) note_money(p, mixed->runs, &all.paid.at[i]);
    for (size_t i = 0; i < all.beside.n && p->side < 2; i++) {
        if (all.beside.at[i].role == PAG_ROLE_UNCLEAR) note_beside(p, &all.beside.at[i]);
    }
}

/* --- evaluations --- */

static bool evaluate(pag_pack *pack, const pag_diff_file *file, pag_arena *arena,
                     pag_result *result, pag_diagnostics **told, bool *well_read)
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
    bool misspelt;
    root = pag_evaluation_rows(arena, *told, pack, &head, rows, root, &misspelt);
    if (!root || misspelt) return false;
    const pag_evaluation *evaluation = pag_evaluation_read(arena, *told, pack, &head, root, source);
    *well_read = evaluation != NULL;
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
        pag_diff_failure failure = {.pack = (size_t)p->side, .file = i};
        p->file = i;
        if (evaluate(mixed->pack, &diff->files[i], mixed->runs, &result, &told, &failure.read)) {
            diff->examples[i] = result.evaluation->head.example;
            note_all(p, mixed, &result);
        } else {
            pag_status status = pag_diagnostics_status(told);
            if (status == PAG_OK) status = PAG_INVALID;
            if (status > p->status) p->status = status;
            p->outcome.done = false;
            if (p->tell) p->tell(p->ud, told, &failure);
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

static const pag_paid_sum *sum_of(const pag_outcome *outcome, pag_str path)
{
    for (size_t i = 0; i < outcome->n; i++) {
        if (pag_str_equal(outcome->sums[i].path, path)) return &outcome->sums[i];
    }
    return NULL;
}

static pag_diff_total total_for(pag_differing *w, pag_str path)
{
    const pag_cell *cells[2] = {cell_of(w, 0, path), cell_of(w, 1, pag_renamed_path(w, path))};
    pag_diff_total total = {.path = path};
    for (int side = 0; side < 2; side++) {
        const pag_paid_sum *sum = sum_of(&w->outcomes[side], path);
        if (cells[side] && !total.title.len) total.title = cells[side]->title;
        if (sum) total.roles[side] = sum->roles;
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

/* --- in all --- */

bool pag_diff_counts(const pag_diff_total *total)
{
    unsigned roles = total->roles[0] | total->roles[1];
    return roles == PAG_ROLE_NONE || (roles & PAG_ROLE_OWN) != 0;
}

static bool changes_role(unsigned a, unsigned b)
{
    const unsigned same = PAG_ROLE_SUM | PAG_ROLE_PARTS;
    bool own = (a & PAG_ROLE_OWN) == (b & PAG_ROLE_OWN);
    return a && b && !(own && !(a & same) == !(b & same));
}

bool pag_diff_changes_role(const pag_diff_total *total)
{
    return changes_role(total->roles[0], total->roles[1]);
}

static bool is_clear(const pag_outcome *outcome)
{
    for (size_t i = 0; i < outcome->n; i++) {
        if (outcome->sums[i].roles & PAG_ROLE_UNCLEAR) return false;
    }
    return true;
}

bool pag_outcomes_add_up(const pag_outcome *a, const pag_outcome *b)
{
    for (size_t i = 0; i < a->n; i++) {
        const pag_paid_sum *other = sum_of(b, a->sums[i].path);
        if (other && changes_role(a->sums[i].roles, other->roles)) return false;
    }
    return is_clear(a) && is_clear(b);
}

pag_number pag_outcome_total(const pag_differing *w, const pag_outcome *outcome, size_t of)
{
    pag_number total = pag_number_with_unit(w->arena, PAG_ZERO, PAG_MONEY);
    if (of != PAG_DIFF_IN_ALL) {
        const pag_paid_sum *sum = sum_of(outcome, w->diff->totals[of].path);
        return sum ? sum->amount : total;
    }
    for (size_t i = 0; i < outcome->n; i++) {
        total = pag_money_add(w->arena, total, outcome->sums[i].counted);
    }
    return total;
}

pag_status pag_paid_note(pag_differing *w, pag_diff_tell tell, void *ud)
{
    pag_diff *diff = w->diff;
    diff->examples = PAG_NEW_ARRAY(w->arena, bool, diff->n_files);
    for (int side = 0; side < 2; side++) {
        paying p = {.w = w, .side = side, .tell = tell, .ud = ud};
        if (!pag_side_load(w, side, pay, &p)) return PAG_INVALID;
        if (p.status != PAG_OK) return p.status;
        w->outcomes[side] = p.outcome;
    }
    for (size_t i = 0; i < diff->n_paid; i++) add_up(w, &diff->paid[i]);
    diff->adds_up = pag_outcomes_add_up(&w->outcomes[0], &w->outcomes[1]);
    for (int side = 0; side < 2; side++) {
        diff->amounts[side] = pag_outcome_total(w, &w->outcomes[side], PAG_DIFF_IN_ALL);
    }
    diff->difference = pag_money_subtract(w->arena, diff->amounts[1], diff->amounts[0]);
    return PAG_OK;
}
