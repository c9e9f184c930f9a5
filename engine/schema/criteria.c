/* The criteria of a sheet, wherever they are written: which marks each can get, how much it counts,
 * and whether that fits together. Plans and rules are judged alike, once a pack knows both. */
#include "base/text.h"
#include "schema/cell.h"
#include "schema/reader.h"

static pag_bound first_set(pag_bound own, pag_bound sheet)
{
    return own.set ? own : sheet;
}

pag_bounds pag_criterion_bounds(const pag_cell *sheet, const pag_criterion *criterion)
{
    const pag_bound zero = {.set = true, .number = PAG_ZERO};
    return (pag_bounds){first_set(criterion->own.min, first_set(sheet->min, zero)),
                        first_set(criterion->own.max, sheet->max),
                        first_set(criterion->own.step, sheet->step)};
}

pag_number pag_criterion_most(const pag_cell *sheet, const pag_criterion *criterion)
{
    if (sheet->n_marks) return sheet->marks[sheet->n_marks - 1];
    return pag_criterion_bounds(sheet, criterion).max.number;
}

pag_number pag_criterion_weight(const pag_criterion *criterion)
{
    return criterion->weight.set ? criterion->weight.number : pag_number_whole(NULL, 1);
}

bool pag_sheet_is_weighted(const pag_cell *sheet)
{
    size_t i = 0;
    while (i < sheet->n_criteria && !sheet->criteria[i].weight.set) i++;
    return i < sheet->n_criteria;
}

/* --- judging --- */

/* Also one that was refused: that is told already. */
static bool is_written(const pag_bound *bound)
{
    return bound->set || bound->pos.source;
}

typedef struct judging {
    pag_arena *arena;
    pag_diagnostics *diags;
    const pag_cell *sheet;
} judging;

/* A code whose sentence names the criterion, then its sheet. */
static pag_diagnostic *say(const judging *j, pag_code code, const pag_criterion *c, pag_pos pos)
{
    return pag_diag_add(j->diags, code, pos, 2, c->id, j->sheet->name);
}

static bool has_own(const pag_criterion *c)
{
    return is_written(&c->own.min) || is_written(&c->own.max) || is_written(&c->own.step);
}

/* Marks that are listed one by one leave bounds nothing to say. */
static void judge_beside_marks(const judging *j, const pag_criterion *c)
{
    const pag_bound *bounds[] = {&c->own.min, &c->own.max, &c->own.step};
    static const pag_str words[] = {PAG_WORD("min"), PAG_WORD("max"), PAG_WORD("step")};
    for (size_t i = 0; i < 3; i++) {
        if (!is_written(bounds[i])) continue;
        pag_diag_add(j->diags, PAG_E0720, bounds[i]->pos, 3, c->id, j->sheet->name, words[i])
            ->also = j->sheet->pos;
    }
}

static void judge_bounds(const judging *j, const pag_criterion *c)
{
    pag_bounds b = pag_criterion_bounds(j->sheet, c);
    if (!is_written(&b.max) && !is_written(&c->own.max)) {
        say(j, PAG_E0721, c, c->pos)->also = j->sheet->pos;
    } else if (b.max.set && b.min.set && pag_number_order(b.min.number, b.max.number) > 0) {
        bool own = c->own.min.set; /* else that of the sheet, and the maximum is its own */
        pag_diag_add(j->diags, PAG_E0159, own ? b.min.pos : b.max.pos, 3, c->id,
                     pag_number_written(j->arena, b.min.number),
                     pag_number_written(j->arena, b.max.number))
            ->also = own ? b.max.pos : b.min.pos;
    }
    if (c->own.step.set && pag_number_sign(c->own.step.number) <= 0) {
        pag_diag_add(j->diags, PAG_E0176, c->own.step.pos, 1, c->id);
    }
}

/* What a sheet alone says of its marks is judged with it; here, what its criteria add. */
static void judge_marks(const judging *j)
{
    const pag_cell *sheet = j->sheet;
    bool any = false, bounded = sheet->marks || is_written(&sheet->max);
    for (size_t i = 0; i < sheet->n_criteria; i++) any = any || has_own(&sheet->criteria[i]);
    if (!any && !bounded) {
        pag_diag_add(j->diags, PAG_E0178, sheet->pos, 1, sheet->name);
        return;
    }
    for (size_t i = 0; any && i < sheet->n_criteria; i++) {
        const pag_criterion *c = &sheet->criteria[i];
        if (sheet->marks) {
            judge_beside_marks(j, c);
        } else if (has_own(c) || !bounded) {
            judge_bounds(j, c);
        }
    }
}

static bool is_percent(const pag_criterion *c)
{
    return c->weight.set && pag_number_unit(c->weight.number) == PAG_PERCENT;
}

/* Weights that are percentages are shares of one whole. */
static void judge_shares(const judging *j, const pag_criterion *first)
{
    pag_number all = first->weight.number, whole = pag_number_whole(j->arena, 1);
    for (size_t i = 0; i < j->sheet->n_criteria; i++) {
        const pag_criterion *c = &j->sheet->criteria[i];
        if (c == first) continue;
        if (pag_number_add(j->arena, &all, all, c->weight.number) != PAG_NUMBER_OK) return;
    }
    if (pag_number_order(all, pag_number_with_unit(j->arena, whole, PAG_PERCENT)) == 0) return;
    pag_diag_add(j->diags, PAG_E0735, first->weight.pos, 2, j->sheet->name,
                 pag_number_people(j->arena, all))
        ->also = j->sheet->pos;
}

/* Percentages beside plain numbers, or beside a criterion that says nothing and so counts once,
 * that is a hundred times as much as 1 %: one of the two was forgotten or mistyped. */
static void judge_weights(const judging *j)
{
    const pag_criterion *all = j->sheet->criteria, *percent = NULL, *other = NULL;
    bool counts = false, negative = false;
    for (size_t i = 0; i < j->sheet->n_criteria; i++) {
        const pag_criterion *c = &all[i];
        int sign = pag_number_sign(pag_criterion_weight(c));
        if (!percent && is_percent(c)) percent = c;
        if (!other && !is_percent(c)) other = c;
        counts = counts || sign > 0;
        negative = negative || sign < 0;
        if (sign < 0) say(j, PAG_E0722, c, c->weight.pos);
    }
    if (percent && other) {
        pag_pos pos = other->weight.set ? other->weight.pos : other->pos;
        say(j, PAG_E0723, other, pos)->also = percent->weight.pos;
    } else if (!counts && !negative) {
        pag_diag_add(j->diags, PAG_E0724, all->weight.pos, 1, j->sheet->name);
    } else if (percent && !negative) {
        judge_shares(j, percent);
    }
}

/* The others are brought up to what all could reach: each must be able to reach something. */
static void judge_rescaling(const judging *j)
{
    for (size_t i = 0; i < j->sheet->n_criteria; i++) {
        const pag_criterion *c = &j->sheet->criteria[i];
        pag_bounds b = pag_criterion_bounds(j->sheet, c);
        bool known = j->sheet->n_marks || b.max.set;
        if (!known || pag_number_sign(pag_criterion_most(j->sheet, c)) > 0) continue;
        say(j, PAG_E0725, c, c->own.max.set ? c->own.max.pos : c->pos)->also = j->sheet->pos;
        return;
    }
}

void pag_criteria_judge(pag_arena *arena, pag_diagnostics *diags, const pag_cell *sheet)
{
    const judging j = {arena, diags, sheet};
    if (!sheet->n_criteria) return;
    judge_marks(&j);
    judge_weights(&j);
    if (sheet->na == PAG_NA_RESCALE) judge_rescaling(&j);
}
