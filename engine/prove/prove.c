/* The order in which a pack is looked at, and what the claims share. */
#include "prove/internal.h"

#include <stdarg.h>

typedef void (*visiting)(proving *p, const pag_cell *cell);

/* The cells of a subject, those of lists too, in the order written. As deep as lists nest. */
static void visit_cells(proving *p, const pag_group *group, visiting visit)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) {
            visit_cells(p, cell->list, visit);
        } else {
            visit(p, cell);
        }
    }
}

pag_claim *pag_prove_claim(proving *p, pag_claim claim)
{
    pag_proof *proof = p->proof;
    proof->claims = pag_list_grown(p->arena, proof->claims, proof->n_claims, &proof->room_claims,
                                   sizeof *proof->claims);
    proof->claims[proof->n_claims] = claim;
    return &proof->claims[proof->n_claims++];
}

void pag_prove_tell(proving *p, pag_claim *claim, pag_code code, pag_pos pos, size_t n,
                    const pag_str *arguments)
{
    pag_str *own = pag_arena_keep(p->arena, arguments, n * sizeof *arguments);
    pag_diagnostic d = {.code = code, .pos = pos, .n = n, .arguments = own};
    claim->told = pag_diag_copy(p->diags, &d);
    if (!claim->example.len) return;
    pag_lang lang = p->order->lang;
    claim->example = pag_text_join(
        p->arena, 6, lang == PAG_IT ? PAG_STR("# Mostra ") : PAG_STR("# Shows "),
        pag_code_text(code), PAG_STR(": "), pag_diag_sentence(p->arena, claim->told, lang, 0),
        PAG_STR("\n"), claim->example);
}

pag_str pag_prove_number(proving *p, pag_unit unit, pag_number x)
{
    return pag_number_people(p->arena, pag_number_with_unit(p->arena, x, unit));
}

/* All of a short list; else the ends, and dots for what has none. */
pag_str pag_prove_range(proving *p, const pag_set *set, pag_unit unit)
{
    enum { FEW = 7 };
    pag_text out = {.arena = p->arena};
    if (set->empty) return PAG_STR("–");
    for (size_t i = 0; i < set->n && set->n <= FEW; i++) {
        if (i) pag_text_put(&out, PAG_STR(", "));
        pag_text_put(&out, pag_prove_number(p, unit, set->at[i]));
    }
    if (set->n && set->n <= FEW) return pag_text_str(&out);
    bool low = set->low.set, high = set->high.set;
    pag_text_put(&out, low ? pag_prove_number(p, unit, set->low.number) : PAG_STR("-∞"));
    pag_text_put(&out, PAG_STR(" … "));
    pag_text_put(&out, high ? pag_prove_number(p, unit, set->high.number) : PAG_STR("∞"));
    return pag_text_str(&out);
}

pag_str pag_prove_seen(proving *p, bool exact, pag_str range)
{
    const bool italian = p->order->lang == PAG_IT;
    if (exact) return range;
    return pag_text_join(
        p->arena, 2, italian ? PAG_STR("per quanto si vede ") : PAG_STR("as far as can be seen "),
        range);
}

static void look_at(proving *p, const pag_cell *cell)
{
    pag_prove_bands(p, cell);
    pag_prove_cliffs(p, cell);
    pag_prove_calls(p, cell);
    pag_prove_moves(p, cell);
    pag_prove_within(p, cell);
    pag_prove_shared(p, cell);
    pag_prove_roundings(p, cell);
    pag_prove_lost(p, cell);
}

static void look_at_open(proving *p, const pag_cell *cell)
{
    (void)pag_reach_set(p->open, cell);
}

/* What the best try said first. */
static const pag_diagnostic *first_error(const pag_diagnostics *diags)
{
    for (size_t i = 0; diags && i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        if (pag_code_severity(d->code) == PAG_ERROR) return d;
    }
    return NULL;
}

/* Of figures that no evaluation has anything can be proven. Where no file is found that all
 * conditions accept, that is told at the condition that refused the best one; where none can be
 * worked out, with the error that ended the best one. */
static void judge_base(proving *p)
{
    if (p->accepted) return;
    const pag_failure *f = p->base.result.failures;
    while (f && !f->condition) f = f->next;
    pag_claim *claim = pag_prove_claim(p, (pag_claim){.kind = PAG_CLAIM_POSSIBLE});
    claim->verdict = PAG_NOT_PROVEN;
    if (f && !f->stopped) {
        pag_prove_tell(p, claim, PAG_W1126, f->condition->pos, 1, &f->condition->sentence);
        return;
    }
    const pag_diagnostic *d = first_error(p->base.diags);
    bool ours = d && d->pos.source <= pag_sources_count(pag_pack_sources(p->pack));
    pag_pos pos = ours ? d->pos : d ? d->also : (pag_pos){0};
    if (pos.source > pag_sources_count(pag_pack_sources(p->pack))) pos = (pag_pos){0};
    pag_str said = d ? pag_diag_sentence(p->arena, d, p->order->lang, 0) : PAG_STR("–");
    pag_prove_tell(p, claim, PAG_W1129, pos, 1, &said);
}

pag_proof *pag_prove(pag_arena *arena, pag_pack *pack, pag_diagnostics *diags,
                     const pag_proof_order *order)
{
    proving p = {.arena = arena, .pack = pack, .diags = diags, .order = order};
    p.proof = PAG_NEW(arena, pag_proof);
    p.reach = pag_reach_create(arena, pack, PAG_REACH_MUSTS);
    p.bare = pag_reach_create(arena, pack, PAG_REACH_BARE);
    p.open = pag_reach_create(arena, pack, PAG_REACH_POLICIES);
    pag_prove_watch_rows(&p);
    const pag_sample_wish nothing = {.lang = order->lang, .path = order->path};
    p.accepted = pag_sample_find(arena, pack, &nothing, &p.base);
    p.proof->pack = pack;
    p.proof->reach = p.reach;
    for (size_t i = 0; i < pag_pack_subjects(pack); i++) {
        visit_cells(&p, pag_pack_subject(pack, i), look_at_open);
    }
    for (size_t i = 0; i < pag_pack_subjects(pack); i++) {
        visit_cells(&p, pag_pack_subject(pack, i), look_at);
        pag_prove_conditions(&p, pag_pack_subject(pack, i));
        pag_prove_lost_tests(&p, pag_pack_subject(pack, i));
    }
    pag_prove_read(&p);
    judge_base(&p);
    pag_prove_unwatch_rows(&p);
    p.proof->spent = pag_reach_is_spent(p.reach) || pag_reach_is_spent(p.open);
    return p.proof;
}

pag_status pag_proof_status(const pag_proof *proof)
{
    for (size_t i = 0; i < proof->n_claims; i++) {
        pag_verdict verdict = proof->claims[i].verdict;
        if (verdict == PAG_REFUTED || verdict == PAG_NOT_PROVEN) return PAG_FINDINGS;
    }
    return PAG_OK; /* what rests on a formula that was not followed is not proven, by itself */
}
