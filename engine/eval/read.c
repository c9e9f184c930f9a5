/* Reading an evaluation by a pack: which plan it is for, its subjects, what it answers for. */
#include "eval/eval.h"

/* The evaluation may name the plan, and then the pack must have been written for that one. */
static void judge_plan(const pag_evaluation *ev)
{
    pag_str wanted = pag_pack_plan_name(ev->pack);
    if (!ev->head.plan.len || pag_str_equal(ev->head.plan, wanted)) return;
    pag_diag_add(ev->diags, PAG_E0272, ev->head.plan_pos, 3, ev->head.plan, pag_pack_name(ev->pack),
                 wanted.len ? wanted : PAG_STR("–"));
}

typedef struct known_keys {
    pag_str *at;
    size_t n;
} known_keys;

/* Every key of the file that is not within a subject: of the head, or a subject's own. */
static known_keys keys_of(pag_arena *arena, const pag_evaluation *ev)
{
    size_t n;
    const pag_str *head = pag_head_keys(&n);
    pag_str *keys = PAG_NEW_ARRAY(arena, pag_str, n + ev->n_subjects);
    for (size_t i = 0; i < n; i++) keys[i] = head[i];
    for (size_t i = 0; i < ev->n_subjects; i++) {
        const pag_group *subject = pag_pack_subject(ev->pack, i);
        if (!subject->top) keys[n++] = subject->name;
    }
    return (known_keys){keys, n};
}

static void judge_period(const pag_evaluation *ev, const pag_node *root, known_keys known)
{
    const pag_plan *plan = pag_pack_plan(ev->pack);
    if (!plan) return;
    if (!ev->head.period_pos.source) {
        if (!pag_keys_misspelt(root, known.at, known.n, PAG_STR("period"))) {
            pag_diag_add(ev->diags, PAG_E0274, root->pos, 0);
        }
        return;
    }
    bool within = pag_number_order(plan->from, ev->head.from) <= 0 &&
                  pag_number_order(ev->head.to, plan->to) <= 0;
    if (within) return;
    pag_arena *arena = pag_diagnostics_arena(ev->diags);
    pag_diagnostic *d = pag_diag_add(
        ev->diags, PAG_W0213, ev->head.period_pos, 4, pag_number_written(arena, ev->head.from),
        pag_number_written(arena, ev->head.to), pag_number_written(arena, plan->from),
        pag_number_written(arena, plan->to));
    d->also = plan->period_pos;
}

/* A key that is told as a misspelling of the subject is enough said. */
static void tell_no_subject(const pag_evaluation *ev, const pag_group *subject,
                            const pag_node *root, known_keys known)
{
    if (pag_keys_misspelt(root, known.at, known.n, subject->name)) return;
    pag_diag_add(ev->diags, PAG_E0273, root->pos, 2, subject->name,
                 subject->title.len ? subject->title : subject->name);
}

static void read_subjects(pag_arena *arena, pag_evaluation *ev, const pag_node *root,
                          known_keys known)
{
    bool top = false;
    for (size_t i = 0; i < ev->n_subjects; i++) {
        const pag_group *subject = pag_pack_subject(ev->pack, i);
        const pag_node *node = subject->top ? root : pag_node_get(root, subject->name);
        if (!node) {
            tell_no_subject(ev, subject, root, known);
            continue;
        }
        ev->subjects[i] =
            pag_record_read(arena, ev->diags, subject, node, subject->top ? known.at : NULL,
                            subject->top ? known.n : 0);
        top = top || subject->top;
    }
    /* else the record reader has judged them */
    if (!top) (void)pag_keys_judge(arena, ev->diags, root, known.at, known.n);
}

static void acknowledge(const pag_evaluation *ev)
{
    for (size_t i = 0; i < ev->head.n_acknowledged; i++) {
        const pag_acknowledgement *a = &ev->head.acknowledged[i];
        (void)pag_diagnostics_acknowledge(ev->diags, a->code, a->because);
    }
}

pag_evaluation *pag_evaluation_read(pag_arena *arena, pag_diagnostics *diags, pag_pack *pack,
                                    const pag_head *head, const pag_node *root, uint32_t source)
{
    pag_evaluation *ev = PAG_NEW(arena, pag_evaluation);
    size_t errors = pag_diagnostics_errors(diags);
    *ev = (pag_evaluation){.pack = pack, .head = *head, .source = source, .diags = diags};
    ev->path = pag_sources_path(pag_diagnostics_sources(diags), source);
    ev->n_subjects = pag_pack_subjects(pack);
    ev->subjects = PAG_NEW_ARRAY(arena, pag_entry *, ev->n_subjects + 1);
    known_keys known = keys_of(arena, ev);
    judge_plan(ev);
    judge_period(ev, root, known);
    read_subjects(arena, ev, root, known);
    acknowledge(ev);
    return pag_diagnostics_errors(diags) > errors ? NULL : ev;
}
