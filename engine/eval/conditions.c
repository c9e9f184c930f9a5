/* The conditions of rules, judged when every figure is known: what must hold, and warnings. */
#include "eval/internal.h"

/* "area.objective": the ids from below the subject to the entry; empty for a subject. As deep as
 * lists nest, which their declaration bounds. */
static pag_str ids_of(pag_arena *arena, const pag_entry *entry)
{
    if (!entry->parent) return PAG_STR("");
    pag_str above = ids_of(arena, entry->parent);
    return pag_text_join(arena, 3, above, above.len ? PAG_STR(".") : above, entry->id);
}

/* ", name: scale, for: area.objective": what an answer for this warning says beside its code. */
static pag_str narrowing(pag_arena *arena, const pag_condition *c, pag_str ids)
{
    return pag_text_join(arena, 4, c->name.len ? PAG_STR(", name: ") : PAG_STR(""), c->name,
                         ids.len ? PAG_STR(", for: ") : PAG_STR(""), ids);
}

/* The condition does not hold: told where the figure that it points at is given, or the entry that
 * leaves it out, else where the rules say it. The ids tell apart what reads the same: an answer for
 * one entry must leave the warning about another. */
static void tell_condition(pag_run *r, const pag_condition *c, pag_entry *entry)
{
    pag_str sentence;
    pag_pos place = c->pos;
    pag_diagnostics *diags = r->evaluator.diags;
    pag_arena *arena = pag_diagnostics_arena(diags);
    if (!pag_sentence_fill(&r->evaluator, c->sentence, entry, &sentence)) pag_bind_stop(r->bind);
    if (c->at) place = entry->figures[c->at->slot].pos;
    if (c->at && !place.source) place = entry->pos;
    pag_str ids = ids_of(arena, entry);
    pag_diagnostic *d = pag_diag_add(diags, c->warns ? PAG_W0321 : PAG_E0320, place, 4, sentence,
                                     entry->name, narrowing(arena, c, ids), ids);
    d->name = pag_arena_copy(arena, c->name);
    if (c->warns) d->entry = ids;
    if (c->at) d->also = c->pos;
    pag_failure *last = r->last_failure;
    if (last && last->condition == c && last->entry == entry) last->told = d;
}

static bool holds(pag_run *r, const pag_condition *c, pag_entry *entry)
{
    size_t first = r->n_steps;
    r->levels[r->depth++] = (pag_level){NULL, entry, first, ++r->readers, {false, false}};
    bool answer = pag_bind_test(r->bind, &c->of, entry);
    if (!answer && !c->warns) pag_run_fail(r, NULL, entry, first)->condition = c;
    r->n_steps = first;
    r->depth--;
    return answer;
}

static void judge_conditions(pag_run *r, pag_entry *entry)
{
    const pag_group *group = entry->group;
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_condition *c = &group->conditions[i];
        size_t number = ++r->passed;
        bool retold = r->broken && number == r->judged;
        if (number <= r->judged && !retold) continue;
        r->judged = number;
        r->broken = retold || !holds(r, c, entry);
        if (r->broken) tell_condition(r, c, entry);
        r->broken = false;
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        if (!group->cells[i].list) continue;
        const pag_list *list = entry->figures[i].value.list;
        for (size_t e = 0; list && e < list->n; e++) judge_conditions(r, list->entries[e]);
    }
}

void pag_conditions_judge(void *ud)
{
    pag_run *r = ud;
    r->passed = 0;
    for (size_t i = 0; i < r->result->n_subjects; i++) {
        if (r->result->subjects[i]) judge_conditions(r, r->result->subjects[i]);
    }
}
