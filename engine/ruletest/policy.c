/* A case with `policy`: the pack loaded once more, with words of the rules replaced. */
#include "ruletest/coverage.h"
#include "ruletest/internal.h"

static pag_overrides *overrides_of(pag_arena *arena, const pag_node *policy)
{
    pag_overrides *all = PAG_NEW(arena, pag_overrides);
    all->n = policy->count;
    all->at = PAG_NEW_ARRAY(arena, pag_override, all->n);
    for (size_t i = 0; i < all->n; i++) {
        all->at[i] =
            (pag_override){.name = policy->pairs[i].key, .text = policy->pairs[i].value->text};
    }
    return all;
}

/* Says which of them replaced nothing; true when all did. */
static bool judge_taken(const pag_overrides *all, const pag_node *policy, pag_diagnostics *diags)
{
    bool ok = true;
    for (size_t i = 0; i < all->n; i++) {
        const pag_override *o = &all->at[i];
        if (o->taken) continue;
        ok = false;
        bool near = o->several ||
                    (!o->unwritten && o->near.len && pag_str_nearest(o->name, &o->near, 1) == 0);
        pag_diag_add(diags, near ? PAG_E0843 : PAG_E0844, policy->pairs[i].key_pos, 2, o->name,
                     near ? o->near : PAG_STR(""));
    }
    return ok;
}

/* The pack once more, with the policies of the case; what the file's positions point into stays
 * behind the same number of sources. NULL, and said, when that does not go. */
pag_pack *pag_policy_load(pag_ruletest *test, const pag_test_file *file, const pag_case *c,
                          pag_diagnostics *diags)
{
    pag_arena *arena = test->each;
    pag_overrides *overrides = overrides_of(arena, c->policy);
    pag_diagnostics *own = pag_diagnostics_create(arena, pag_sources_create(arena));
    pag_pack_terms terms = {.overrides = overrides, .watch = pag_coverage_watch(test)};
    pag_pack *pack = pag_pack_load_by(arena, own, file->tree, pag_pack_name(file->pack), terms);
    test->packs[1] = pack;
    bool taken = judge_taken(overrides, c->policy, diags);
    if (pack && taken) {
        pag_coverage_enter(test, pack);
        return pack;
    }
    if (!pack) {
        pag_report_diagnostics(test, own);
        pag_diag_add(diags, PAG_E0845, c->policy->pos, 1, c->sentence);
    }
    return NULL;
}

void pag_policy_drop(pag_ruletest *test, const pag_test_file *file)
{
    if (test->packs[1]) pag_coverage_enter(test, file->pack);
    pag_pack_destroy(test->packs[1]);
    test->packs[1] = NULL;
}
