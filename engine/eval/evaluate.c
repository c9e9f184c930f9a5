/* Figures on demand: computed once, when first asked for; each keeps the steps that led to it. All
 * of an evaluation runs in one protected call; after an error the figures that do not depend on it
 * are still computed, so that everything wrong is told in one go. */
#include "bind/bind.h"
#include "eval/doubts.h"
#include "eval/internal.h"

#include <string.h>

enum { FIRST_STEPS = 64 };

/* --- steps --- */

static pag_step *next_step(pag_run *r)
{
    if (r->n_steps == r->room_steps) {
        size_t room = r->n_steps < FIRST_STEPS ? FIRST_STEPS : r->n_steps * 2;
        pag_step *steps = pag_arena_take(r->evaluator.arena, room * sizeof *steps);
        if (r->n_steps) memcpy(steps, r->steps, r->n_steps * sizeof *steps);
        r->steps = steps;
        r->room_steps = room;
    }
    return &r->steps[r->n_steps++];
}

static void note(void *ud, const pag_step *step)
{
    pag_run *r = ud;
    if (r->depth == 0) return;
    if (step->kind == PAG_STEP_PERIOD) {
        bool *read = &r->levels[r->depth - 1].period_read[step->chosen];
        if (*read) return;
        *read = true;
    }
    *next_step(r) = *step;
}

/* Once for each reader, in the order of first reading. */
static void note_read(pag_run *r, pag_figure *figure)
{
    if (r->depth == 0 || figure->reader == r->levels[r->depth - 1].reader) return;
    figure->reader = r->levels[r->depth - 1].reader;
    *next_step(r) = (pag_step){.kind = PAG_STEP_READ, .figure = figure};
}

static void keep_steps(pag_run *r, pag_figure *figure)
{
    size_t first = r->levels[r->depth - 1].first_step;
    size_t n = r->n_steps - first;
    if (n && first) {
        figure->steps = pag_arena_keep(r->evaluator.arena, r->steps + first, n * sizeof(pag_step));
    } else if (n) { /* nothing waits for its own: these stay, and the next ones come after them */
        figure->steps = r->steps;
        r->steps += n;
        r->room_steps -= n;
    }
    figure->n_steps = (uint32_t)n;
    r->n_steps = first;
}

pag_failure *pag_run_fail(pag_run *r, const pag_figure *figure, const pag_entry *entry,
                          size_t first)
{
    pag_failure *failure = PAG_NEW(r->evaluator.arena, pag_failure);
    *failure = (pag_failure){.figure = figure, .entry = entry, .n_steps = r->n_steps - first};
    failure->steps = failure->n_steps ? pag_arena_keep(r->evaluator.arena, r->steps + first,
                                                       failure->n_steps * sizeof(pag_step))
                                      : NULL;
    if (r->last_failure) {
        r->last_failure->next = failure;
    } else {
        r->result->failures = failure;
    }
    return r->last_failure = failure;
}

/* --- trouble --- */

static pag_str figure_name(pag_arena *arena, const pag_figure *figure)
{
    pag_str path = pag_cell_path(arena, figure->cell);
    if (!figure->entry->parent) return path;
    return pag_text_join(arena, 4, path, PAG_STR(" ("), figure->entry->name, PAG_STR(")"));
}

static pag_pos figure_pos(const pag_figure *figure)
{
    return figure->cell->of.reference ? figure->cell->of.pos : figure->cell->pos;
}

static void tell_circle(pag_run *r, const pag_figure *figure)
{
    pag_text chain = {.arena = r->evaluator.arena};
    size_t first = 0;
    while (first < r->depth && r->levels[first].figure != figure) first++;
    for (size_t i = first; i < r->depth; i++) {
        pag_text_put(&chain, figure_name(r->evaluator.arena, r->levels[i].figure));
        pag_text_put(&chain, PAG_STR(" → "));
    }
    pag_text_put(&chain, figure_name(r->evaluator.arena, figure));
    pag_diag_add(r->evaluator.diags, PAG_E0301, figure_pos(figure), 1, pag_text_str(&chain));
}

static void tell_absent(pag_run *r, const pag_figure *figure)
{
    pag_arena *arena = r->evaluator.arena;
    const pag_figure *reader = r->depth ? r->levels[r->depth - 1].figure : NULL;
    if (r->quiet) return;
    if (!reader) reader = figure;
    pag_diag_add(r->evaluator.diags, PAG_E0820, figure->entry->pos, 2, figure_name(arena, figure),
                 figure_name(arena, reader));
}

/* --- computing --- */

static void round_figure(pag_run *r, pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    if (!cell->rounds || figure->value.kind != PAG_VALUE_NUMBER) return;
    figure->before = figure->value.number;
    pag_number_error error = pag_number_round(r->evaluator.arena, &figure->value.number,
                                              figure->before, cell->round_step, cell->round_mode);
    if (error == PAG_NUMBER_OK) return;
    pag_diag_add(r->evaluator.diags, PAG_E0461, figure_pos(figure), 0);
    pag_bind_stop(r->bind);
}

static void judge_value(pag_run *r, const pag_figure *figure)
{
    if (figure->value.kind != PAG_VALUE_NUMBER) return;
    bool within = pag_value_within(r->evaluator.arena, r->evaluator.diags, figure->cell,
                                   figure->value.number, figure_pos(figure));
    bool owed = figure->cell->payable && !figure->cell->min.set &&
                pag_number_sign(figure->value.number) < 0;
    if (owed) {
        pag_diag_add(r->evaluator.diags, PAG_E0319, figure_pos(figure), 2, figure->cell->name,
                     pag_number_people(r->evaluator.arena, figure->value.number));
    }
    if (!within || owed) pag_bind_stop(r->bind);
}

/* A reason for zero has been looked at. */
static void note_told(const pag_run *r, pag_figure *figure)
{
    size_t first = r->levels[r->depth - 1].first_step, n = r->n_steps - first;
    if (!r->doubts || figure->n_told) return;
    bool doubtful = pag_doubts_are_in(r->evaluator.arena, r->steps + first, n);
    figure->n_told = doubtful ? (uint32_t)n : 0;
}

/* Whether one of the conditions holds that make the figure zero, whatever else it would be. */
static bool is_zeroed(pag_run *r, pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    for (size_t i = 0; i < cell->n_unless; i++) {
        const pag_unless *unless = &cell->unless[i];
        bool holds = pag_bind_test(r->bind, &unless->when, figure->entry);
        note_told(r, figure);
        if (!holds) continue;
        pag_number zero =
            pag_number_with_unit(r->evaluator.arena, PAG_ZERO, pag_type_unit(cell->type));
        figure->value = (pag_value){.kind = PAG_VALUE_NUMBER, .number = zero};
        figure->before = zero;
        pag_zeroing *zeroed = PAG_NEW(r->evaluator.arena, pag_zeroing);
        zeroed->unless = unless;
        if (!pag_sentence_fill(&r->evaluator, unless->sentence, figure->entry, &zeroed->because)) {
            pag_bind_stop(r->bind);
        }
        figure->zeroed = zeroed;
        return true;
    }
    return false;
}

static void work_out(pag_run *r, pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    switch (cell->origin) {
    case PAG_SHARED: /* in whole steps already */
        if (!pag_part_compute(&r->evaluator, figure)) pag_bind_stop(r->bind);
        return;
    case PAG_LOOKED_UP: figure->value = pag_bind_find(r->bind, figure); break;
    case PAG_COMPUTED:
        figure->value = pag_bind_call(r->bind, &cell->of, NULL, figure->entry, cell);
        break;
    case PAG_GIVEN:
    case PAG_PLANNED:
    case PAG_FIXED: break;
    }
    round_figure(r, figure);
}

static void compute(pag_run *r, pag_figure *figure)
{
    if (r->depth == PAG_DEEPEST) {
        pag_text most = {.arena = r->evaluator.arena};
        pag_text_whole(&most, PAG_DEEPEST);
        pag_diag_add(r->evaluator.diags, PAG_E0503, figure_pos(figure), 1, pag_text_str(&most));
        pag_bind_stop(r->bind);
    }
    figure->state = PAG_COMPUTING;
    r->levels[r->depth++] =
        (pag_level){figure, figure->entry, r->n_steps, ++r->readers, {false, false}};
    if (!is_zeroed(r, figure)) work_out(r, figure);
    judge_value(r, figure);
    keep_steps(r, figure);
    if (r->doubts) pag_doubts_settle(r->evaluator.arena, figure);
    figure->state = PAG_DONE;
    r->depth--;
}

static bool read_figure(void *ud, pag_figure *figure)
{
    pag_run *r = ud;
    switch (figure->state) {
    case PAG_DONE: break;
    case PAG_FAILED: return false;
    case PAG_ABSENT: tell_absent(r, figure); return false;
    case PAG_COMPUTING: tell_circle(r, figure); return false;
    case PAG_OPEN: compute(r, figure); break;
    }
    note_read(r, figure);
    return true;
}

static void compute_entry(pag_run *r, pag_entry *entry)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        pag_figure *figure = &entry->figures[entry->group->order[i]];
        if (figure->cell->list) {
            const pag_list *list = figure->value.list;
            for (size_t e = 0; list && e < list->n; e++) compute_entry(r, list->entries[e]);
        } else if (figure->state == PAG_OPEN) {
            compute(r, figure);
        }
    }
}

static void compute_wanted(void *ud)
{
    pag_run *r = ud;
    for (size_t i = 0; i < r->wanted->n; i++) {
        pag_figure *figure = r->wanted->figures[i];
        if (!read_figure(r, figure)) figure->state = PAG_FAILED; /* and why is told */
    }
}

static void compute_all(void *ud)
{
    pag_run *r = ud;
    for (size_t i = 0; i < r->result->n_subjects; i++) {
        if (r->result->subjects[i]) compute_entry(r, r->result->subjects[i]);
    }
}

/* "Maria Rossi, Comune B": an entry and what it stands in; empty for a subject. */
static pag_str entry_path(pag_arena *arena, const pag_entry *entry)
{
    pag_text text = {.arena = arena};
    for (; entry->parent; entry = entry->parent) {
        if (text.len) pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, entry->name);
    }
    return pag_text_str(&text);
}

/* What was under way when an error ended the run. */
static void note_failure(pag_run *r)
{
    if (!r->depth || r->quiet) return;
    const pag_level *at = &r->levels[r->depth - 1];
    pag_failure *failure = pag_run_fail(r, at->figure, at->entry, r->levels[0].first_step);
    failure->stopped = true;
    failure->missed = r->missed;
}

/* An error ended the run: what was under way has failed, and whose figure that was is said. */
static void give_up_levels(pag_run *r, bool told)
{
    if (told && r->depth) {
        const pag_entry *entry = r->levels[r->depth - 1].entry;
        pag_diagnostics_about(r->evaluator.diags, entry_path(r->evaluator.arena, entry));
    }
    while (r->depth > 0) {
        const pag_level *at = &r->levels[--r->depth];
        if (at->figure) at->figure->state = PAG_FAILED;
    }
    r->n_steps = 0;
}

/* --- the evaluation --- */

/* Runs `work` until it ends, or a limit is spent; after each error what failed is set aside. The
 * first error in a condition ends the judging, but where it may only lack what is absent. */
static pag_status run_to_end(pag_run *r, void (*work)(void *))
{
    pag_status first = PAG_OK;
    bool again = work != pag_conditions_judge || r->quiet;
    for (bool refill = work != pag_conditions_judge && !r->quiet;; refill = false) {
        size_t before = pag_diagnostics_told(r->evaluator.diags);
        r->missed = (pag_missed){0};
        pag_status status = pag_run_bound(r, refill, work);
        if (status == PAG_OK) return first;
        bool told = pag_diagnostics_told(r->evaluator.diags) > before;
        if (status == PAG_INVALID) note_failure(r);
        give_up_levels(r, told);
        if (first == PAG_OK && (told || !r->quiet)) first = status;
        if (status != PAG_INVALID || !again) return status;
    }
}

/* An error in a rule may turn out to be a limit that was reached. That the machine has no more
 * memory is nobody's error, and whoever handles that for the arena is to know. */
static pag_status worst_status(pag_status ended, const pag_diagnostics *diags, pag_arena *arena)
{
    if (ended == PAG_NOMEM) pag_arena_end(arena, ended);
    bool may_be_worse = ended == PAG_OK || ended == PAG_INVALID;
    pag_status told = may_be_worse ? pag_diagnostics_status(diags) : ended;
    return told == PAG_OK ? ended : told;
}

static pag_run *run_of(pag_result *result, pag_pack *pack, pag_arena *arena)
{
    const pag_evaluation *evaluation = result->evaluation;
    pag_run *r = PAG_NEW(arena, pag_run);
    r->bind = pag_pack_bind(pack);
    r->levels = pag_arena_take(arena, PAG_DEEPEST * sizeof *r->levels);
    r->doubts = pag_bind_doubts(r->bind) > 0;
    r->conditions = pag_bind_conditions(r->bind) > 0;
    r->result = result;
    r->evaluator = (pag_evaluator){.run = r,
                                   .arena = arena,
                                   .diags = evaluation->diags,
                                   .read = read_figure,
                                   .note = note,
                                   .left_out = pag_run_left_out,
                                   .missed = &r->missed,
                                   .from = evaluation->head.from,
                                   .to = evaluation->head.to,
                                   .period_pos = evaluation->head.period_pos};
    return r;
}

pag_status pag_result_compute(pag_result *result, pag_pack *pack, pag_arena *arena,
                              const pag_wanted *wanted)
{
    pag_run *r = run_of(result, pack, arena);
    r->wanted = wanted;
    pag_status status = run_to_end(r, compute_wanted);
    r->quiet = true;
    if (wanted->rest && (status == PAG_OK || status == PAG_INVALID)) {
        pag_status more = run_to_end(r, compute_all);
        if (status == PAG_OK) status = more;
    }
    bool judged = r->conditions && !wanted->unjudged;
    if (status == PAG_OK && judged) status = run_to_end(r, pag_conditions_judge);
    return result->status = worst_status(status, result->evaluation->diags, arena);
}

pag_status pag_result_evaluate(pag_result *result, pag_pack *pack, pag_arena *arena)
{
    const pag_evaluation *evaluation = result->evaluation;
    pag_run *r = run_of(result, pack, arena);
    pag_status status = run_to_end(r, compute_all);
    if (status == PAG_OK && r->doubts) pag_doubts_settle_rest(result, arena);
    r->quiet = status != PAG_OK; /* of what failed nothing more is said */
    bool judged = r->conditions && (status == PAG_OK || status == PAG_INVALID);
    pag_status held = judged ? run_to_end(r, pag_conditions_judge) : PAG_OK;
    if (status == PAG_OK) status = held;
    if (status == PAG_OK && r->doubts) pag_doubts_tell(result, arena);
    pag_evaluation_answer(evaluation, status == PAG_OK);
    return result->status = worst_status(status, evaluation->diags, arena);
}

pag_status pag_evaluate(pag_pack *pack, const pag_evaluation *evaluation, pag_arena *arena,
                        pag_result *out)
{
    /* needed when the record has been copied, and far from it */
    __builtin_prefetch(evaluation->diags);
    pag_result_open(evaluation, arena, out);
    return pag_result_evaluate(out, pack, arena);
}
