/* One try: the text of a sample, read and evaluated as any file would be. */
#include "sample/internal.h"

/* Far apart, so that what is read is always better than what is not, and so on. */
enum { UNREAD = 3 << 24, UNEVALUATED = 2 << 24, UNJUDGED = 1 << 24, MOST_READ = (1 << 16) - 1 };

/* The worst that failed, and how much did. */
static size_t trouble_of(const pag_sample_trial *trial)
{
    size_t n = 0, worst = 0;
    size_t errors = pag_diagnostics_errors(trial->diags);
    if (!trial->evaluation) return UNREAD + errors;
    for (const pag_failure *f = trial->result.failures; f; f = f->next) {
        size_t rank = f->figure ? UNEVALUATED : f->stopped ? UNJUDGED : 0;
        if (rank > worst) worst = rank;
        n++;
    }
    if (!n && trial->result.status != PAG_OK) n = errors + 1;
    return worst + n;
}

/* Of two tries in which as much fails, the better one is that whose first failure came later: a
 * condition that asks for several things has read more when more of them are there. */
static size_t cost_of(const pag_sample_trial *trial)
{
    size_t trouble = trouble_of(trial);
    const pag_failure *first = trial->result.failures;
    size_t read = first && first->n_steps < MOST_READ ? first->n_steps : first ? MOST_READ : 0;
    return trouble ? trouble * (MOST_READ + 1) + (MOST_READ - read) : 0;
}

pag_sample_trial pag_sample_try(pag_arena *arena, pag_pack *pack, pag_str path, pag_str text)
{
    pag_sample_trial t = {.arena = arena};
    const pag_node *root = NULL;
    pag_head head;
    if (!path.len) path = PAG_STR("sample.yaml");
    t.diags = pag_diagnostics_for(arena, pag_pack_sources(pack), path, text, &t.source);
    if (pag_yaml_read(arena, t.diags, t.source, &root) == PAG_OK &&
        pag_head_read(arena, t.diags, root, &head)) {
        t.evaluation = pag_evaluation_read(arena, t.diags, pack, &head, root, t.source);
    }
    if (t.evaluation) (void)pag_evaluate(pack, t.evaluation, arena, &t.result);
    t.cost = cost_of(&t);
    return t;
}
