/* A proof as people read it. */
#include "prove/internal.h"

#include "base/visible.h"
#include "diag/write.h"

pag_str pag_prove_say(const pag_proof_writing *w, const char *english, const char *italian)
{
    return pag_str_from(w->style->lang == PAG_IT ? italian : english);
}

static pag_str people(const pag_proof_writing *w, pag_unit unit, pag_number x)
{
    return pag_number_people(w->arena, pag_number_with_unit(w->arena, x, unit));
}

/* --- what is claimed --- */

static pag_str kind_text(const pag_proof_writing *w, pag_claim_kind kind)
{
    switch (kind) {
    case PAG_CLAIM_BANDED:
        return pag_prove_say(w, "every score that can be has exactly one band",
                             "ogni punteggio possibile ha una fascia, e una sola");
    case PAG_CLAIM_REACHED:
        return pag_prove_say(w, "rows of tables that a score or a key reaches",
                             "righe di tabelle a cui un punteggio o una chiave arriva");
    case PAG_CLAIM_MOVES:
        return pag_prove_say(w, "more is never worse, as increasing and decreasing promise",
                             "più non è mai peggio, come promettono increasing e decreasing");
    case PAG_CLAIM_WITHIN:
        return pag_prove_say(w, "figures that stay within min and max; paid ones not below zero",
                             "cifre che restano fra min e max; quelle da pagare non sotto zero");
    case PAG_CLAIM_HOLDS:
        return pag_prove_say(w, "conditions that no evaluation can break",
                             "condizioni che nessuna valutazione può violare");
    case PAG_CLAIM_SHARED:
        return pag_prove_say(w, "parts that sum to the whole with what is left",
                             "parti che con il resto fanno il totale");
    case PAG_CLAIM_POSSIBLE:
        return pag_prove_say(w, "an evaluation that all conditions accept",
                             "una valutazione che tutte le condizioni accettano");
    case PAG_CLAIM_READ:
        return pag_prove_say(w, "inputs and values that something reads",
                             "dati e valori che qualcosa legge");
    }
    return PAG_STR("");
}

static pag_str verdict_text(const pag_proof_writing *w, pag_verdict verdict)
{
    switch (verdict) {
    case PAG_PROVEN: return pag_prove_say(w, "proven", "dimostrato");
    case PAG_TRIED: return pag_prove_say(w, "proven by trying all", "dimostrato provandole tutte");
    case PAG_REFUTED: return pag_prove_say(w, "wrong", "smentito");
    case PAG_NOT_PROVEN: return pag_prove_say(w, "not proven", "non dimostrato");
    }
    return PAG_STR("");
}

static bool is_good(const pag_claim *c)
{
    return c->verdict == PAG_PROVEN || c->verdict == PAG_TRIED;
}

static size_t count(const pag_proof *proof, pag_claim_kind kind, bool good)
{
    size_t n = 0;
    for (size_t i = 0; i < proof->n_claims; i++) {
        const pag_claim *c = &proof->claims[i];
        if (c->kind == kind && (!good || is_good(c))) n++;
    }
    return n;
}

static void put_number(pag_text *out, size_t n, size_t width)
{
    pag_text digits = {.arena = out->arena};
    pag_text_whole(&digits, (int64_t)n);
    for (size_t i = digits.len; i < width; i++) pag_text_byte(out, ' ');
    pag_text_put(out, pag_text_str(&digits));
}

/* "> 40 … < 60", "… < 0", "95 …". */
static void put_gap(const pag_proof_writing *w, pag_text *out, const pag_claim *c)
{
    const pag_end *low = &c->gap->low, *high = &c->gap->high;
    pag_text_put(out, PAG_STR(", "));
    if (low->set && !low->inside) pag_text_put(out, PAG_STR("> "));
    if (low->set) pag_text_put(out, people(w, c->unit, low->number));
    if (low->set) pag_text_byte(out, ' ');
    pag_text_put(out, PAG_STR("…"));
    if (high->set) pag_text_byte(out, ' ');
    if (high->set && !high->inside) pag_text_put(out, PAG_STR("< "));
    if (high->set) pag_text_put(out, people(w, c->unit, high->number));
}

/* What one claim is about: "secretary.municipality.pay ← results". */
static void put_about(const pag_proof_writing *w, pag_text *out, const pag_claim *c)
{
    if (c->table) pag_text_put(out, c->table->name);
    if (c->kind == PAG_CLAIM_REACHED) {
        pag_text_put(out, PAG_STR(" #"));
        pag_text_whole(out, (int64_t)c->row + 1);
        return;
    }
    if (c->kind == PAG_CLAIM_POSSIBLE) pag_text_put(out, pag_pack_name(w->proof->pack));
    if (c->table && c->cell) pag_text_put(out, PAG_STR(", "));
    if (c->cell) pag_text_put(out, pag_cell_path(w->arena, c->cell));
    if (c->bound)
        pag_text_put(out, c->bound == PAG_BOUND_MAX ? PAG_STR(", max") : PAG_STR(", min"));
    if (c->kind == PAG_CLAIM_MOVES) {
        pag_text_put(out, c->down ? PAG_STR(" ↓ ") : PAG_STR(" ↑ "));
        pag_text_put(out, pag_cell_path(w->arena, c->input));
    }
    if (c->table && c->condition) pag_text_put(out, PAG_STR(", "));
    if (c->condition) pag_text_put_visible(out, c->condition->sentence, 0);
    if (c->several) {
        pag_text_put(out, PAG_STR(", "));
        pag_diag_put_line(out, w->sources, *c->call);
    }
    if (c->kind == PAG_CLAIM_BANDED && c->values) {
        pag_text_put(out, PAG_STR(" ("));
        if (c->at_most) pag_text_put(out, pag_prove_say(w, "at most ", "al più "));
        pag_text_whole(out, (int64_t)c->values);
        pag_text_put(out, pag_prove_say(w, " scores)", " punteggi)"));
    }
    if (c->gap) put_gap(w, out, c);
}

static void put_each(const pag_proof_writing *w, pag_text *out, pag_claim_kind kind)
{
    for (size_t i = 0; i < w->proof->n_claims; i++) {
        const pag_claim *c = &w->proof->claims[i];
        if (c->kind != kind) continue;
        pag_text_put(out, PAG_STR("               "));
        pag_text_put(out, verdict_text(w, c->verdict));
        pag_text_put(out, PAG_STR(": "));
        put_about(w, out, c);
        pag_text_byte(out, '\n');
    }
}

static void put_kinds(const pag_proof_writing *w, pag_text *out)
{
    for (int kind = 0; kind < PAG_CLAIMS; kind++) {
        size_t all = count(w->proof, (pag_claim_kind)kind, false);
        if (!all) continue;
        put_number(out, count(w->proof, (pag_claim_kind)kind, true), 5);
        pag_text_put(out, pag_prove_say(w, " of ", " su "));
        put_number(out, all, 3);
        pag_text_put(out, PAG_STR("   "));
        pag_text_put(out, kind_text(w, (pag_claim_kind)kind));
        pag_text_byte(out, '\n');
        if (w->style->verbose) put_each(w, out, (pag_claim_kind)kind);
    }
}

/* --- steps over edges --- */

static pag_str in_unit(const pag_proof_writing *w, const pag_cell *cell, pag_number x)
{
    return people(w, pag_type_unit(cell->type), x);
}

static void put_worth(const pag_proof_writing *w, pag_text *out, const pag_cliff *c)
{
    pag_number worth;
    if (!pag_prove_worth(w, c, &worth)) return;
    pag_text_put(out, PAG_STR("   "));
    if (pag_number_sign(worth) > 0) pag_text_byte(out, '+');
    pag_text_put(out, pag_number_people(w->arena, worth));
}

/* A number, or "a formula (rules/rio/2024/office.lua:12)". */
static void put_given(const pag_proof_writing *w, pag_text *out, const pag_cell *cell,
                      const pag_cliff_side *given)
{
    if (given->known) {
        pag_text_put(out, in_unit(w, cell, given->number));
        return;
    }
    pag_text_put(out, pag_prove_say(w, "a formula (", "una formula ("));
    pag_diag_put_line(out, w->sources, given->of->of.pos);
    pag_text_byte(out, ')');
}

static pag_str cliff_text(const pag_proof_writing *w, const pag_cliff *c)
{
    const pag_cell *by = &c->cell->group->cells[c->cell->by];
    pag_text text = {.arena = w->arena}, *out = &text;
    pag_text_put(out, PAG_STR("    "));
    pag_text_put(out, c->cell->bands->name);
    pag_text_put(out, PAG_STR(": "));
    if (c->under) pag_text_put(out, PAG_STR("< "));
    pag_text_put(out, in_unit(w, by, c->from));
    pag_text_put(out, PAG_STR(" → "));
    if (c->over) pag_text_put(out, PAG_STR("> "));
    pag_text_put(out, in_unit(w, by, c->to));
    pag_text_put(out, PAG_STR("   "));
    put_given(w, out, c->cell, &c->gave);
    pag_text_put(out, PAG_STR(" → "));
    put_given(w, out, c->cell, &c->gives);
    if (c->gave.known && c->gives.known) {
        put_worth(w, out, c);
    } else {
        pag_text_put(out, pag_prove_say(w, ": what it is worth hangs on other data",
                                        ": quanto vale dipende da altri dati"));
    }
    pag_text_byte(out, '\n');
    return pag_text_str(out);
}

/* Cells that look one table up alike say the same. */
static bool is_said(const pag_str *lines, size_t n, pag_str line)
{
    for (size_t i = 0; i < n; i++) {
        if (pag_str_equal(lines[i], line)) return true;
    }
    return false;
}

static void put_cliffs(const pag_proof_writing *w, pag_text *out)
{
    const pag_proof *proof = w->proof;
    if (!proof->n_cliffs) return;
    pag_text_put(out,
                 pag_prove_say(w, "Steps at the edges of bands", "Gradini ai bordi delle fasce"));
    if (w->style->has_base) {
        pag_text_put(out, pag_prove_say(w, ", on ", ", su "));
        pag_text_put(out, pag_number_people(w->arena, w->style->base));
    }
    pag_text_byte(out, '\n');
    pag_str *lines = PAG_NEW_ARRAY(w->arena, pag_str, proof->n_cliffs);
    for (size_t i = 0; i < proof->n_cliffs; i++) {
        lines[i] = cliff_text(w, &proof->cliffs[i]);
        if (!is_said(lines, i, lines[i])) pag_text_put(out, lines[i]);
    }
}

/* "office.member.share", or "the table rates of office.member.share". */
static void put_rounding(const pag_proof_writing *w, pag_text *out, const pag_rounding_at *rounding)
{
    if (rounding->table) {
        pag_text_put(out, pag_prove_say(w, "the table ", "la tabella "));
        pag_text_put(out, rounding->table->name);
        pag_text_put(out, pag_prove_say(w, " of ", " di "));
    }
    pag_text_put(out, pag_cell_path(w->arena, rounding->cell));
}

static void put_twice(const pag_proof_writing *w, pag_text *out)
{
    for (size_t i = 0; i < w->proof->n_twice; i++) {
        if (i == 0) {
            pag_text_put(out, pag_prove_say(w, "Rounded more than once, as declared\n",
                                            "Arrotondate più di una volta, come dichiarato\n"));
        }
        pag_text_put(out, PAG_STR("    "));
        put_rounding(w, out, &w->proof->twice[i].again);
        pag_text_put(out, pag_prove_say(w, " after ", " dopo "));
        put_rounding(w, out, &w->proof->twice[i].before);
        pag_text_byte(out, '\n');
    }
}

void pag_prove_put_lost(const pag_proof_writing *w, pag_text *out, const pag_lost *lost)
{
    bool own = lost->cell && lost->formula == &lost->cell->of;
    pag_text_put(out, lost->cell ? pag_cell_path(w->arena, lost->cell) : PAG_STR("must"));
    if (own) return;
    pag_text_put(out, PAG_STR(", "));
    pag_diag_put_line(out, w->sources, lost->formula->pos);
}

/* Conditions are judged at every evaluation, and nothing rests on them. */
static void put_lost(const pag_proof_writing *w, pag_text *out)
{
    size_t n = 0;
    for (size_t i = 0; i < w->proof->n_lost; i++) {
        const pag_lost *lost = &w->proof->lost[i];
        if (lost->condition) continue;
        if (n++ == 0) {
            pag_text_put(
                out, pag_prove_say(w,
                                   "Formulas that can only be run on values (what reads them is "
                                   "not proven)\n",
                                   "Formule che si possono solo eseguire su dei valori (ciò che le "
                                   "legge non è dimostrato)\n"));
        }
        pag_text_put(out, PAG_STR("    "));
        pag_prove_put_lost(w, out, lost);
        if (lost->why) {
            pag_text_put(out, PAG_STR(": "));
            pag_text_put(out, pag_code_text(lost->why->code));
            pag_text_put(out, PAG_STR(" "));
            pag_text_put(out, pag_diag_sentence(w->arena, lost->why, w->style->lang, 0));
        }
        pag_text_byte(out, '\n');
    }
}

/* Those about what is paid, by name: a cap that is only checked is not proven to hold. */
static void put_checked(const pag_proof_writing *w, pag_text *out)
{
    size_t others = 0;
    const pag_proof *proof = w->proof;
    if (proof->n_checked) {
        pag_text_put(
            out, pag_prove_say(w,
                               "Conditions checked at every evaluation, which has no result when "
                               "it breaks one\n",
                               "Condizioni controllate a ogni valutazione, che non ha risultato se "
                               "ne viola una\n"));
    }
    for (size_t i = 0; i < proof->n_checked; i++) {
        const pag_condition *c = proof->checked[i].condition;
        others += !proof->checked[i].caps && !w->style->verbose;
        if (!proof->checked[i].caps && !w->style->verbose) continue;
        pag_text_put(out, PAG_STR("    "));
        pag_diag_put_line(out, w->sources, c->pos);
        pag_text_put(out, PAG_STR("  "));
        pag_text_put(out, pag_text_one_line(w->arena, c->sentence));
        pag_text_byte(out, '\n');
    }
    if (!others) return;
    pag_text_put(out, PAG_STR("    "));
    pag_text_whole(out, (int64_t)others);
    pag_text_put(out, pag_prove_say(w, " about nothing that is paid (--verbose tells which)\n",
                                    " su niente che si paga (--dettagli dice quali)\n"));
}

void pag_proof_write(const pag_proof *proof, const pag_proof_style *style, pag_arena *scratch,
                     pag_sink *sink)
{
    const pag_proof_writing w = {proof, style, scratch, pag_pack_sources(proof->pack)};
    pag_text out = {.arena = scratch};
    put_kinds(&w, &out);
    put_cliffs(&w, &out);
    put_twice(&w, &out);
    put_lost(&w, &out);
    put_checked(&w, &out);
    pag_prove_put_examples(&w, &out);
    pag_prove_put_sum(&w, &out);
    pag_sink_put(sink, pag_text_str(&out));
}
