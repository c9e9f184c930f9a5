/* Writes the cases that were found for the edges of bands: text of a test file, with the rest as
 * comments that say why they are left. */
#include "base/json.h"
#include "base/scalar.h"
#include "diag/write.h"
#include "ruletest/internal.h"
#include "ruletest/suggest.h"

typedef struct writing {
    pag_ruletest *test;
    pag_coverage *c;
    const pag_suggestion *of;
} writing;

/* The first day of the year, or the last. */
static pag_str day(pag_arena *arena, const pag_suggestion *of, bool last)
{
    return pag_number_written(arena, pag_date_of_year(of->year, last));
}

void pag_suggestion_head(const pag_suggestion *of, pag_text *out)
{
    if (of->year) {
        pag_text_put(out, PAG_STR("  period: {from: "));
        pag_text_put(out, day(out->arena, of, false));
        pag_text_put(out, PAG_STR(", to: "));
        pag_text_put(out, day(out->arena, of, true));
        pag_text_put(out, PAG_STR("}\n"));
    }
    pag_text_put(out, PAG_STR("  table: "));
    pag_text_put(out, of->way);
    pag_text_put(out, PAG_STR("\n  given: ["));
    pag_text_put(out, of->table->by->name);
    pag_text_put(out, PAG_STR("]\n  expect: ["));
    pag_text_put(out, of->table->looks->name);
    pag_text_put(out, PAG_STR("]\n  rows:\n"));
}

static pag_str say(const writing *w, const char *english, const char *italian)
{
    return pag_str_from(w->test->style.lang == PAG_IT ? italian : english);
}

static void put_comment(pag_text *out, pag_str before, pag_str text)
{
    pag_text_put(out, PAG_STR("# "));
    pag_text_put(out, before);
    pag_text_put(out, pag_text_one_line(out->arena, text));
    pag_text_byte(out, '\n');
}

static pag_str place_of(const writing *w)
{
    pag_pos pos = w->of->table->bands->pos;
    pag_text out = {.arena = w->c->arena};
    pag_diag_put_line(&out, pag_pack_sources(w->c->pack), pos);
    return pag_text_str(&out);
}

/* Why the row is left to be written by hand, after its score. */
static void put_reason(const writing *w, pag_text *out, const pag_suggested_row *row)
{
    bool broken = pag_str_equal(row->stops, pag_code_text(PAG_E0320));
    if (!row->stops.len) {
        pag_text_put(out, say(w, "   needs more than the score: write the case by hand",
                              "   vuole altro oltre al punteggio: scrivere il caso a mano"));
        return;
    }
    pag_text_put(out, broken ? say(w, "   breaks a condition (", "   viola una condizione (")
                             : say(w, "   something else stops it (", "   lo ferma altro ("));
    pag_text_put(out, row->stops);
    pag_text_put(out, PAG_STR(": "));
    pag_text_put(out, pag_text_one_line(out->arena, row->why));
    pag_text_put(out, say(w, "): write the case by hand", "): scrivere il caso a mano"));
}

static void put_row(const writing *w, pag_text *out, const pag_suggested_row *row)
{
    pag_text_put(out, row->gives.len ? PAG_STR("    - [") : PAG_STR("    # - ["));
    pag_text_put(out, row->score);
    pag_text_put(out, PAG_STR(", "));
    pag_text_put(out, row->gives.len ? row->gives : PAG_STR("…"));
    pag_text_put(out, PAG_STR("]"));
    if (row->gives.len) {
        pag_text_byte(out, '\n');
        return;
    }
    put_reason(w, out, row);
    pag_text_byte(out, '\n');
}

static void put_case(const writing *w, pag_text *out)
{
    const pag_bands *bands = w->of->table->bands;
    bool any = false;
    for (size_t i = 0; i < w->of->rows.n; i++) any = any || w->of->rows.at[i].gives.len;
    put_comment(out,
                say(w, "computed by the present rules: compare with the published source",
                    "calcolato dalle regole di oggi: confrontare con la fonte pubblicata"),
                PAG_STR(""));
    put_comment(out, say(w, "the table: ", "la tabella: "), place_of(w));
    if (bands->source.len) put_comment(out, say(w, "its source: ", "la fonte: "), bands->source);
    if (w->of->year) {
        put_comment(out,
                    say(w, "the period is an example: these rules are of no year",
                        "il periodo è un esempio: queste regole non sono di un anno"),
                    PAG_STR(""));
    }
    pag_text body = {.arena = out->arena};
    pag_text_put(&body, PAG_STR("- test: "));
    pag_str name =
        pag_text_join(out->arena, 2, say(w, "at the edges of ", "agli estremi di "), bands->name);
    pag_text_put_scalar(&body, name, true);
    pag_text_byte(&body, '\n');
    pag_suggestion_head(w->of, &body);
    if (any) pag_text_put(out, pag_text_str(&body));
    for (size_t i = 0; i < w->of->rows.n; i++) put_row(w, out, &w->of->rows.at[i]);
    pag_text_byte(out, '\n');
}

static void put_by_hand(const writing *w, pag_text *out, pag_str reason, size_t missing)
{
    pag_text digits = {.arena = out->arena};
    if (!missing) return;
    pag_text_whole(&digits, (int64_t)missing);
    put_comment(out, reason,
                pag_text_join(out->arena, 4, pag_text_str(&digits),
                              say(w, " at the edges of ", " agli estremi di "),
                              w->of->table->bands->name,
                              pag_text_join(out->arena, 2, PAG_STR(", "), place_of(w))));
    pag_text_byte(out, '\n');
}

static void write_period(const writing *w, pag_json *json)
{
    pag_json_key(json, PAG_STR("period"));
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("from"), day(w->c->arena, w->of, false));
    pag_json_put_string(json, PAG_STR("to"), day(w->c->arena, w->of, true));
    pag_json_end_object(json);
}

static void write_json(const writing *w)
{
    pag_json json = {.sink = w->test->suggestions};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.suggestions/1"));
    pag_json_put_string(&json, PAG_STR("pack"), pag_pack_name(w->c->pack));
    pag_json_put_string(&json, PAG_STR("bands"), w->of->table->bands->name);
    pag_json_put_string(&json, PAG_STR("table"), w->of->way);
    pag_json_put_string(&json, PAG_STR("given"), w->of->table->by->name);
    pag_json_put_string(&json, PAG_STR("expect"), w->of->table->looks->name);
    if (w->of->year) write_period(w, &json);
    pag_json_key(&json, PAG_STR("rows"));
    pag_json_begin_array(&json);
    for (size_t i = 0; i < w->of->rows.n; i++) {
        pag_json_begin_array(&json);
        pag_json_string(&json, w->of->rows.at[i].score);
        if (w->of->rows.at[i].gives.len) pag_json_string(&json, w->of->rows.at[i].gives);
        if (!w->of->rows.at[i].gives.len) pag_json_null(&json);
        pag_json_end_array(&json);
    }
    pag_json_end_array(&json);
    pag_json_end_object(&json);
}

static void write_table(const writing *w, pag_text *out)
{
    if (w->test->style.format == PAG_DIAG_JSON) {
        if (w->of->rows.n) write_json(w);
        return;
    }
    if (w->of->rows.n) put_case(w, out);
    put_by_hand(w, out,
                say(w, "by hand, because a formula looks the score up (--coverage tells which): ",
                    "a mano, perché il punteggio lo cerca una formula (--copertura dice quali): "),
                w->of->of_formula);
    put_by_hand(
        w, out,
        say(w, "by hand, because a formula says where the edge is (--coverage tells which): ",
            "a mano, perché dove sta l'estremo lo dice una formula (--copertura dice quali): "),
        w->of->unknown);
}

void pag_suggest_write(pag_ruletest *test, pag_coverage *c)
{
    writing w = {.test = test, .c = c};
    pag_text out = {.arena = c->arena};
    for (size_t i = 0; i < c->n_tables; i++) {
        w.of = &c->suggestions[i];
        write_table(&w, &out);
    }
    if (!out.len) return;
    pag_text head = {.arena = c->arena};
    test->suggested = true;
    put_comment(&head, say(&w, "for the tests of ", "per le prove di "), pag_pack_name(c->pack));
    pag_sink_put(test->suggestions, pag_text_str(&head));
    pag_sink_put(test->suggestions, pag_text_str(&out));
}
