/* What somebody has to look at in rules of a new year, as `new-year` tells it and `check` again. */
#include "cli/remarks.h"

/* --- places, one under the other --- */

static void put_place(pag_text *out, pag_str file, pag_pos pos)
{
    pag_text_put(out, file);
    for (int i = 0; i < 2 && pos.line; i++) {
        pag_text_byte(out, ':');
        pag_text_whole(out, i ? pos.column : pos.line);
    }
}

/* "  pack.lua:3:12  title: …": the places one under the other. */
void pag_cli_put_row(pag_text *out, size_t width, pag_str file, pag_pos pos)
{
    size_t before = out->len;
    put_place(out, file, pos);
    size_t columns = pag_text_width((pag_str){out->at + before, out->len - before});
    for (; columns < width + 2; columns++) pag_text_byte(out, ' ');
}

size_t pag_cli_place_width(pag_arena *arena, pag_str file, pag_pos pos, size_t most)
{
    pag_text out = {.arena = arena};
    put_place(&out, file, pos);
    size_t width = pag_text_width(pag_text_str(&out));
    return width > most ? width : most;
}

/* --- as text --- */

static pag_str title_of(const pag_cli *cli, pag_renewed_kind kind)
{
    switch (kind) {
    case PAG_RENEWED_ATTRIBUTE:
        return pag_cli_say(cli, "carried over without a mark, because none can stand there",
                           "riportato senza segno, perché lì non può starne uno");
    case PAG_RENEWED_FUNCTION:
        return pag_cli_say(cli, "values written within a function, which take no mark",
                           "valori scritti in una funzione, dove non può stare un segno");
    case PAG_RENEWED_SHARED:
        return pag_cli_say(cli, "still to be confirmed in files that several rules share",
                           "ancora da confermare in file che più regole usano");
    case PAG_RENEWED_NUMBER:
        return pag_cli_say(cli, "numbers in formulas, or with a name of their own",
                           "numeri scritti nelle formule, o con un nome proprio");
    case PAG_RENEWED_MENTION:
        return pag_cli_say(cli, "lines in which the old year stands, carried over as they are",
                           "righe in cui sta l'anno vecchio, riportate come sono");
    case PAG_RENEWED_TABLE:
        return pag_cli_say(cli, "dated tables without a row for a day of the new year",
                           "tabelle per data senza una riga per un giorno dell'anno nuovo");
    case PAG_RENEWED_PLAN:
        return pag_cli_say(cli, "the plan does not cover the new year",
                           "il piano non copre l'anno nuovo");
    case PAG_RENEWED_SHEET:
        return pag_cli_say(cli, "sheets of the plan that are printed for another year",
                           "schede del piano stampate per un altro anno");
    case PAG_RENEWED_NO_YEAR:
        return pag_cli_say(cli, "the rules do not say for which year they are",
                           "le regole non dicono per quale anno sono");
    case PAG_RENEWED_LEFT_OUT:
        return pag_cli_say(cli, "not copied: no file of the rules",
                           "non copiato: non è un file delle regole");
    }
    return PAG_STR("");
}

/* "Fondo: nothing for 2025-07-01" */
static void put_remark(const pag_cli *cli, pag_text *out, const pag_renewed_remark *m)
{
    pag_text_put(out, m->about);
    if (m->about.len && m->text.len) pag_text_put(out, PAG_STR(": "));
    switch (m->kind) {
    case PAG_RENEWED_TABLE:
        pag_text_put(out, pag_cli_say(cli, "nothing for ", "niente per il "));
        break;
    case PAG_RENEWED_NO_YEAR:
        pag_text_put(out, pag_cli_say(cli, "could be ", "potrebbe essere "));
        break;
    case PAG_RENEWED_ATTRIBUTE:
    case PAG_RENEWED_FUNCTION:
    case PAG_RENEWED_SHARED:
    case PAG_RENEWED_NUMBER:
    case PAG_RENEWED_MENTION:
    case PAG_RENEWED_PLAN:
    case PAG_RENEWED_SHEET:
    case PAG_RENEWED_LEFT_OUT: break;
    }
    pag_text_put(out, m->text);
}

static void put_kind(const pag_cli *cli, pag_text *out, pag_renewed_kind kind,
                     const pag_renewed_remark *all, size_t n)
{
    size_t width = 0, found = 0;
    for (size_t i = 0; i < n; i++) {
        if (all[i].kind != kind) continue;
        width = pag_cli_place_width(out->arena, all[i].file, all[i].pos, width);
        found++;
    }
    if (!found) return;
    pag_text_put(out, PAG_STR("  "));
    pag_text_put(out, title_of(cli, kind));
    pag_text_put(out, PAG_STR(":\n"));
    for (size_t i = 0; i < n; i++) {
        if (all[i].kind != kind) continue;
        pag_text_put(out, PAG_STR("    "));
        pag_cli_put_row(out, width, all[i].file, all[i].pos);
        put_remark(cli, out, &all[i]);
        pag_text_byte(out, '\n');
    }
}

void pag_cli_put_remarks(const pag_cli *cli, pag_text *out, const pag_renewed_remark *all, size_t n)
{
    for (int kind = 0; kind < PAG_RENEWED_KINDS; kind++) {
        put_kind(cli, out, (pag_renewed_kind)kind, all, n);
    }
}

void pag_cli_put_remark(const pag_cli *cli, pag_text *out, const pag_renewed_remark *m)
{
    pag_text_put(out, title_of(cli, m->kind));
    pag_text_put(out, PAG_STR(": "));
    put_remark(cli, out, m);
}

/* --- as JSON --- */

static pag_str kind_word(pag_renewed_kind kind)
{
    switch (kind) {
    case PAG_RENEWED_ATTRIBUTE: return PAG_STR("attribute");
    case PAG_RENEWED_FUNCTION: return PAG_STR("function");
    case PAG_RENEWED_SHARED: return PAG_STR("shared");
    case PAG_RENEWED_NUMBER: return PAG_STR("number");
    case PAG_RENEWED_MENTION: return PAG_STR("mention");
    case PAG_RENEWED_TABLE: return PAG_STR("table");
    case PAG_RENEWED_PLAN: return PAG_STR("plan");
    case PAG_RENEWED_SHEET: return PAG_STR("sheet");
    case PAG_RENEWED_NO_YEAR: return PAG_STR("no-year");
    case PAG_RENEWED_LEFT_OUT: return PAG_STR("left-out");
    }
    return PAG_STR("");
}

void pag_cli_json_place(pag_json *json, pag_str file, pag_pos pos)
{
    pag_json_put_string(json, PAG_STR("file"), file);
    if (!pos.line) return;
    pag_json_put_whole(json, PAG_STR("line"), pos.line);
    pag_json_put_whole(json, PAG_STR("column"), pos.column);
}

void pag_cli_json_remark(pag_json *json, const pag_renewed_remark *m)
{
    pag_json_put_string(json, PAG_STR("kind"), kind_word(m->kind));
    pag_cli_json_place(json, m->file, m->pos);
    if (m->about.len) pag_json_put_string(json, PAG_STR("about"), m->about);
    if (m->text.len) pag_json_put_string(json, PAG_STR("text"), m->text);
}
