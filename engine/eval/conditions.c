/* The conditions of rules, judged when every figure is known: what must hold, and warnings. */
#include "eval/internal.h"

/* The condition does not hold: told where the figure that it points at is given, or the entry that
 * leaves it out, else where the rules say it. */
static void tell_condition(pag_run *r, const pag_condition *c, pag_entry *entry)
{
    pag_str sentence;
    pag_pos place = c->pos;
    if (!pag_sentence_fill(&r->evaluator, c->sentence, entry, &sentence)) pag_bind_stop(r->bind);
    if (c->at) place = entry->figures[c->at->slot].pos;
    if (c->at && !place.source) place = entry->pos;
    pag_diagnostic *d = pag_diag_add(r->evaluator.diags, c->warns ? PAG_W0321 : PAG_E0320, place, 2,
                                     sentence, entry->name);
    if (c->at) d->also = c->pos;
}

static bool holds(pag_run *r, const pag_condition *c, pag_entry *entry)
{
    size_t first = r->n_steps;
    r->levels[r->depth++] = (pag_level){NULL, entry, first, ++r->readers, {false, false}};
    bool answer = pag_bind_test(r->bind, &c->of, entry);
    r->n_steps = first;
    r->depth--;
    return answer;
}

static void judge_conditions(pag_run *r, pag_entry *entry)
{
    const pag_group *group = entry->group;
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_condition *c = &group->conditions[i];
        if (r->passed++ < r->judged) continue;
        r->judged++;
        if (!holds(r, c, entry)) tell_condition(r, c, entry);
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
