/* What tests of proofs share: a pack is proven, and its claims are asked one by one. */
#ifndef PROOFS_H
#define PROOFS_H

#include "packs.h"
#include "prove/prove.h"

static pag_proof *proof;

static inline void assert_proves(const char *rules, uint64_t budget)
{
    assert_loads(rules);
    const pag_proof_order order = {
        .budget = budget, .path = PAG_STR("example.yaml"), .lang = PAG_EN};
    pag_sources *sources = pag_sources_extend(&packs.arena, pag_pack_sources(packs.pack));
    packs.told = pag_diagnostics_create(&packs.arena, sources);
    proof = pag_prove(&packs.arena, packs.pack, packs.told, &order);
}

static inline const pag_claim *claim(pag_claim_kind kind, size_t number)
{
    for (size_t i = 0; i < proof->n_claims; i++) {
        if (proof->claims[i].kind == kind && number-- == 0) return &proof->claims[i];
    }
    fail_msg("there is no such claim");
    return NULL;
}

static inline void assert_verdict(pag_claim_kind kind, size_t number, pag_verdict expected)
{
    static const char *const words[] = {"proven", "tried", "refuted", "not proven"};
    assert_string_equal(words[claim(kind, number)->verdict], words[expected]);
}

static inline void assert_shows(const pag_claim *c, const char *line)
{
    const char *text = packs_text(c->example);
    if (!strstr(text, line)) fail_msg("no \"%s\" in:\n%s", line, text);
}

#endif
