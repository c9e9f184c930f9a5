/* A proof as programs read it: one object, pagella.proof/1. */
#include "prove/internal.h"

#include "base/json.h"

static pag_str kind_word(pag_claim_kind kind)
{
    static const char *const words[] = {"banded", "reached", "moves",    "within",
                                        "holds",  "shared",  "possible", "read"};
    return pag_str_from(words[kind]);
}

static pag_str verdict_word(pag_verdict verdict)
{
    static const char *const words[] = {"proven", "tried", "refuted", "not proven"};
    return pag_str_from(words[verdict]);
}

/* Where it is told, else where what it is about is declared. */
static pag_pos place_of(const pag_claim *c)
{
    if (c->told) return c->told->pos;
    if (c->kind == PAG_CLAIM_REACHED) return c->table->rows[c->row].pos;
    if (c->condition) return c->condition->pos;
    if (c->cell) return c->cell->pos;
    return c->table ? c->table->pos : (pag_pos){0};
}

/* As every diagnostic for programs says where it is and what. */
static void write_told(const pag_proof_writing *w, pag_json *json, const pag_claim *c)
{
    pag_pos pos = place_of(c);
    if (c->told) pag_json_put_string(json, PAG_STR("code"), pag_code_text(c->told->code));
    if (pos.source) {
        pag_json_put_string(json, PAG_STR("file"), pag_sources_path(w->sources, pos.source));
        pag_json_put_whole(json, PAG_STR("line"), pos.line);
        pag_json_put_whole(json, PAG_STR("column"), pos.column);
    }
    if (!c->told) return;
    pag_json_put_string(json, PAG_STR("message"),
                        pag_diag_sentence(w->arena, c->told, w->style->lang, 0));
    pag_str help = pag_diag_sentence(w->arena, c->told, w->style->lang, 2);
    if (help.len) pag_json_put_string(json, PAG_STR("help"), help);
}

/* Which of its two bounds the figure keeps to. */
static void write_bound(const pag_proof_writing *w, pag_json *json, const pag_claim *c)
{
    if (!c->bound) return;
    pag_str word = c->bound == PAG_BOUND_MAX ? PAG_STR("max") : PAG_STR("min");
    pag_json_put_string(json, PAG_STR("bound"), word);
    pag_json_put_string(json, PAG_STR("limit"), pag_number_plain(w->arena, c->limit));
}

static void write_end(const pag_proof_writing *w, pag_json *json, const pag_end *end, pag_unit unit,
                      const char *key)
{
    if (!end->set) return;
    pag_number x = pag_number_with_unit(w->arena, end->number, unit);
    pag_json_put_string(json, pag_str_from(key), pag_number_plain(w->arena, x));
}

/* With the words of rows: "from" and "to" are in it, "above" and "below" are not. */
static void write_gap(const pag_proof_writing *w, pag_json *json, const pag_claim *c)
{
    if (!c->gap) return;
    pag_json_key(json, PAG_STR("gap"));
    pag_json_begin_object(json);
    write_end(w, json, &c->gap->low, c->unit, c->gap->low.inside ? "from" : "above");
    write_end(w, json, &c->gap->high, c->unit, c->gap->high.inside ? "to" : "below");
    pag_json_end_object(json);
}

/* One formula may call a table in several places. */
static void write_call(const pag_proof_writing *w, pag_json *json, const pag_claim *c)
{
    if (!c->call) return;
    pag_json_key(json, PAG_STR("call"));
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("file"), pag_sources_path(w->sources, c->call->source));
    pag_json_put_whole(json, PAG_STR("line"), c->call->line);
    pag_json_end_object(json);
}

static void write_claim(const pag_proof_writing *w, pag_json *json, const pag_claim *c)
{
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("claim"), kind_word(c->kind));
    pag_json_put_string(json, PAG_STR("verdict"), verdict_word(c->verdict));
    if (c->cell) pag_json_put_string(json, PAG_STR("figure"), pag_cell_path(w->arena, c->cell));
    if (c->input) pag_json_put_string(json, PAG_STR("input"), pag_cell_path(w->arena, c->input));
    if (c->table) pag_json_put_string(json, PAG_STR("table"), c->table->name);
    write_call(w, json, c);
    if (c->kind == PAG_CLAIM_MOVES) pag_json_put_bool(json, PAG_STR("down"), c->down);
    if (c->kind == PAG_CLAIM_REACHED) pag_json_put_whole(json, PAG_STR("row"), (int64_t)c->row + 1);
    if (c->condition) pag_json_put_string(json, PAG_STR("condition"), c->condition->sentence);
    if (c->values) pag_json_put_whole(json, PAG_STR("values"), (int64_t)c->values);
    if (c->values && c->at_most) pag_json_put_bool(json, PAG_STR("at_most"), true);
    if (c->tried) pag_json_put_whole(json, PAG_STR("tried"), (int64_t)c->tried);
    if (c->of) pag_json_put_whole(json, PAG_STR("of"), (int64_t)c->of);
    write_bound(w, json, c);
    write_gap(w, json, c);
    write_told(w, json, c);
    if (c->raised.len) {
        pag_json_put_string(json, PAG_STR("raised"), c->raised);
        pag_json_put_string(json, PAG_STR("from"), c->from);
        pag_json_put_string(json, PAG_STR("to"), c->to);
    }
    if (c->paste.len) pag_json_put_string(json, PAG_STR("paste"), c->paste);
    if (c->example.len) pag_json_put_string(json, PAG_STR("example"), c->example);
    if (c->file.len) pag_json_put_string(json, PAG_STR("example_file"), c->file);
    pag_json_end_object(json);
}

static void write_rounding(const pag_proof_writing *w, pag_json *json,
                           const pag_rounding_at *rounding)
{
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("figure"), pag_cell_path(w->arena, rounding->cell));
    if (rounding->table) pag_json_put_string(json, PAG_STR("table"), rounding->table->name);
    pag_json_end_object(json);
}

static void write_twice(const pag_proof_writing *w, pag_json *json)
{
    pag_json_key(json, PAG_STR("rounded_twice"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < w->proof->n_twice; i++) {
        pag_json_begin_object(json);
        pag_json_key(json, PAG_STR("again"));
        write_rounding(w, json, &w->proof->twice[i].again);
        pag_json_key(json, PAG_STR("before"));
        write_rounding(w, json, &w->proof->twice[i].before);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

static void write_number(const pag_proof_writing *w, pag_json *json, const char *key,
                         const pag_cell *cell, pag_number x)
{
    x = pag_number_with_unit(w->arena, x, pag_type_unit(cell->type));
    pag_json_put_string(json, pag_str_from(key), pag_number_plain(w->arena, x));
}

/* What is not known has no key: the formula needs other data than the score. */
static void write_cliff(const pag_proof_writing *w, pag_json *json, const pag_cliff *c)
{
    const pag_cell *by = &c->cell->group->cells[c->cell->by];
    pag_number worth;
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("table"), c->cell->bands->name);
    pag_json_put_string(json, PAG_STR("figure"), pag_cell_path(w->arena, c->cell));
    write_number(w, json, "from", by, c->from);
    write_number(w, json, "to", by, c->to);
    if (c->gave.known) write_number(w, json, "gave", c->cell, c->gave.number);
    if (c->gives.known) write_number(w, json, "gives", c->cell, c->gives.number);
    if (pag_prove_worth(w, c, &worth)) {
        pag_json_put_string(json, PAG_STR("worth"), pag_number_plain(w->arena, worth));
    }
    if (!c->gave.known || !c->gives.known) pag_json_put_bool(json, PAG_STR("depends"), true);
    if (c->under) pag_json_put_bool(json, PAG_STR("under"), true);
    if (c->over) pag_json_put_bool(json, PAG_STR("over"), true);
    if (c->paid) pag_json_put_string(json, PAG_STR("paid"), pag_cell_path(w->arena, c->paid));
    pag_json_end_object(json);
}

static void write_checked(const pag_proof_writing *w, pag_json *json)
{
    pag_json_key(json, PAG_STR("checked"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < w->proof->n_checked; i++) {
        const pag_checked *checked = &w->proof->checked[i];
        const pag_pos pos = checked->condition->pos;
        pag_json_begin_object(json);
        pag_json_put_string(json, PAG_STR("condition"), checked->condition->sentence);
        pag_json_put_bool(json, PAG_STR("paid"), checked->caps);
        pag_json_put_string(json, PAG_STR("file"), pag_sources_path(w->sources, pos.source));
        pag_json_put_whole(json, PAG_STR("line"), (int64_t)pos.line);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

void pag_proof_write_json(const pag_proof *proof, const pag_proof_style *style, pag_arena *scratch,
                          pag_sink *sink)
{
    const pag_proof_writing w = {proof, style, scratch, pag_pack_sources(proof->pack)};
    pag_json json = {.sink = sink};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.proof/1"));
    pag_json_key(&json, PAG_STR("pack"));
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("name"), pag_pack_name(proof->pack));
    pag_json_put_string(&json, PAG_STR("sha256"), pag_pack_hash(proof->pack));
    pag_json_end_object(&json);
    pag_json_put_bool(&json, PAG_STR("explored"), !proof->spent);
    pag_json_key(&json, PAG_STR("claims"));
    pag_json_begin_array(&json);
    for (size_t i = 0; i < proof->n_claims; i++) write_claim(&w, &json, &proof->claims[i]);
    pag_json_end_array(&json);
    pag_json_key(&json, PAG_STR("lost"));
    pag_json_begin_array(&json);
    for (size_t i = 0; i < proof->n_lost; i++) {
        pag_text name = {.arena = scratch};
        pag_prove_put_lost(&w, &name, &proof->lost[i]);
        pag_json_string(&json, pag_text_str(&name));
    }
    pag_json_end_array(&json);
    if (style->has_base) {
        pag_json_put_string(&json, PAG_STR("base"), pag_number_plain(scratch, style->base));
    }
    pag_json_key(&json, PAG_STR("steps"));
    pag_json_begin_array(&json);
    for (size_t i = 0; i < proof->n_cliffs; i++) write_cliff(&w, &json, &proof->cliffs[i]);
    pag_json_end_array(&json);
    write_twice(&w, &json);
    write_checked(&w, &json);
    pag_json_end_object(&json);
}
