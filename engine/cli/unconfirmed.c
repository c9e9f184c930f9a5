/* What `check` says of values that are still to be confirmed: for people all of them in the pack
 * that was asked for, and of the others how many; for machines each one. */
#include "base/file.h"
#include "base/json.h"
#include "base/visible.h"
#include "check/check.h"
#include "cli/cli.h"
#include "cli/remarks.h"
#include "diag/write.h"
#include "explain/layout.h"

static pag_str folder_of(pag_arena *arena, const pag_unconfirmed *of)
{
    return pag_path_join(arena, of->pack->rules, of->pack->name);
}

static pag_str path_of(const pag_unconfirmed *of, const pag_doubt *doubt)
{
    return pag_sources_path(pag_pack_sources(of->pack->pack), doubt->pos.source);
}

/* "Peso degli obiettivi = 60%: il regolamento non è pubblicato" */
static void put_what(pag_text *out, const pag_doubt *doubt)
{
    enum { MOST = 60 };
    pag_text_put_visible(out, doubt->about, 0);
    if (doubt->about.len && doubt->text.len) pag_text_put(out, PAG_STR(" = "));
    size_t line = pag_str_find(doubt->text, '\n'); /* of a table its first line */
    pag_text_put_visible(out, (pag_str){doubt->text.at, line}, MOST);
    if (line < doubt->text.len) pag_text_put(out, PAG_STR(" …"));
    pag_text_put(out, PAG_STR(": "));
    pag_text_put_visible(out, doubt->why, 0);
}

/* The same with its place: "… (rules/…/staff.lua:7)" */
static pag_str sentence(pag_arena *arena, const pag_unconfirmed *of, const pag_doubt *doubt)
{
    pag_text out = {.arena = arena};
    put_what(&out, doubt);
    pag_text_put(&out, PAG_STR(" ("));
    pag_text_put_visible(&out, path_of(of, doubt), 0);
    pag_text_byte(&out, ':');
    pag_text_whole(&out, doubt->pos.line);
    pag_text_byte(&out, ')');
    return pag_text_str(&out);
}

static void put_doubt(const pag_cli *cli, pag_text *out, const pag_unconfirmed *of, size_t i)
{
    pag_str *lines;
    pag_str said = sentence(out->arena, of, of->doubts[i]);
    size_t n = pag_text_wrap(out->arena, said, cli->width - 4, true, &lines);
    for (size_t line = 0; line < n; line++) {
        pag_layout_blanks(out, line ? 4 : 2);
        pag_text_put(out, lines[line]);
        pag_text_byte(out, '\n');
    }
}

static void put_listed(const pag_cli *cli, pag_text *out, const pag_unconfirmed *of)
{
    pag_text_put(out, pag_cli_say(cli, "To be confirmed in ", "Da confermare in "));
    pag_text_put_visible(out, of->pack->name, 0);
    pag_text_put(out, PAG_STR(":\n"));
    for (size_t i = 0; i < of->n; i++) put_doubt(cli, out, of, i);
}

/* What no mark can tell, of rules that were carried over from another year. */
static void put_left(const pag_cli *cli, pag_text *out, const pag_unconfirmed *of)
{
    const pag_sources *sources;
    pag_renewed_remark *left;
    size_t n = pag_renew_left(out->arena, of->pack->pack, &left, &sources);
    if (!n) return;
    pag_text_put(out, pag_cli_say(cli, "To be looked at in ", "Da guardare in "));
    pag_text_put_visible(out, of->pack->name, 0);
    pag_text_put(out, PAG_STR(":\n"));
    pag_text rows = {.arena = out->arena};
    pag_cli_put_remarks(cli, &rows, left, n);
    pag_text_put(out, pag_cli_fold(cli, out->arena, pag_text_str(&rows)));
}

/* "Da confermare in rio/2024: 11 valori; quali:  pagella check rules/rio/2024" */
static void put_counted(const pag_cli *cli, pag_text *out, const pag_unconfirmed *of)
{
    pag_text_put(out, pag_cli_say(cli, "To be confirmed in ", "Da confermare in "));
    pag_text_put_visible(out, of->pack->name, 0);
    pag_text_put(out, PAG_STR(": "));
    pag_cli_put_count(out, of->n, pag_cli_say(cli, " value", " valore"),
                      pag_cli_say(cli, " values", " valori"));
    pag_text_put(out, pag_cli_say(cli, "; which:  ", "; quali:  "));
    pag_text_put_argument(out, cli->program.len ? cli->program : PAG_STR("pagella"));
    pag_text_put(out, PAG_STR(" check "));
    pag_text_put_argument(out, folder_of(out->arena, of));
    pag_text_byte(out, '\n');
}

/* "rules/…/staff.lua:7:33: note: da confermare: Peso degli obiettivi = 60%: …" */
static void put_note(const pag_cli *cli, pag_text *out, const pag_unconfirmed *of,
                     const pag_doubt *doubt)
{
    pag_text line = {.arena = out->arena};
    pag_diag_put_location(out, pag_pack_sources(of->pack->pack), doubt->pos);
    pag_text_put(out, pag_cli_say(cli, ": note: to be confirmed: ", ": note: da confermare: "));
    put_what(&line, doubt);
    pag_text_put(out, pag_text_one_line(out->arena, pag_text_str(&line)));
    pag_text_byte(out, '\n');
}

/* A library may be part of several packs. */
static bool is_noted(const pag_check *check, size_t pack, const pag_doubt *doubt)
{
    pag_str path = path_of(&check->unconfirmed[pack], doubt);
    for (size_t i = 0; i < pack; i++) {
        const pag_unconfirmed *of = &check->unconfirmed[i];
        for (size_t k = 0; k < of->n; k++) {
            const pag_doubt *other = of->doubts[k];
            if (other->pos.line == doubt->pos.line && other->pos.column == doubt->pos.column &&
                pag_str_equal(path_of(of, other), path)) {
                return true;
            }
        }
    }
    return false;
}

static void put_left_notes(const pag_cli *cli, pag_text *out, const pag_unconfirmed *of)
{
    const pag_sources *sources;
    pag_renewed_remark *left;
    size_t n = of->named ? pag_renew_left(out->arena, of->pack->pack, &left, &sources) : 0;
    for (size_t i = 0; i < n; i++) {
        pag_text line = {.arena = out->arena};
        pag_diag_put_location(out, sources, left[i].pos);
        pag_text_put(out, pag_cli_say(cli, ": note: to be looked at: ", ": note: da guardare: "));
        pag_cli_put_remark(cli, &line, &left[i]);
        pag_text_put(out, pag_text_one_line(out->arena, pag_text_str(&line)));
        pag_text_byte(out, '\n');
    }
}

static void put_notes(const pag_cli *cli, pag_text *out, const pag_check *check)
{
    for (size_t i = 0; i < check->n_unconfirmed; i++) {
        const pag_unconfirmed *of = &check->unconfirmed[i];
        for (size_t k = 0; k < of->n; k++) {
            if (!is_noted(check, i, of->doubts[k])) put_note(cli, out, of, of->doubts[k]);
        }
        put_left_notes(cli, out, of);
    }
}

void pag_cli_put_unconfirmed(const pag_cli *cli, pag_text *out, const pag_check *check)
{
    if (check->style.format == PAG_DIAG_GCC) {
        put_notes(cli, out, check);
        return;
    }
    for (size_t i = 0; i < check->n_unconfirmed; i++) {
        const pag_unconfirmed *of = &check->unconfirmed[i];
        if (of->named) {
            put_listed(cli, out, of);
            put_left(cli, out, of);
        } else {
            put_counted(cli, out, of);
        }
    }
}

static void write_doubt(pag_cli *cli, const pag_unconfirmed *of, const pag_doubt *doubt)
{
    pag_json json = {.sink = &cli->out};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.to_confirm/1"));
    pag_json_put_string(&json, PAG_STR("pack"), of->pack->name);
    pag_json_put_string(&json, PAG_STR("about"), doubt->about);
    pag_json_put_string(&json, PAG_STR("value"), doubt->text);
    pag_json_put_string(&json, PAG_STR("why"), doubt->why);
    pag_json_put_string(&json, PAG_STR("file"), path_of(of, doubt));
    pag_json_put_whole(&json, PAG_STR("line"), doubt->pos.line);
    pag_json_put_whole(&json, PAG_STR("column"), doubt->pos.column);
    pag_json_end_object(&json);
}

static void write_left(pag_cli *cli, pag_arena *arena, const pag_unconfirmed *of)
{
    const pag_sources *sources;
    pag_renewed_remark *left;
    size_t n = of->named ? pag_renew_left(arena, of->pack->pack, &left, &sources) : 0;
    for (size_t i = 0; i < n; i++) {
        pag_json json = {.sink = &cli->out};
        left[i].file = pag_sources_path(sources, left[i].pos.source);
        pag_json_begin_object(&json);
        pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.look_at/1"));
        pag_json_put_string(&json, PAG_STR("pack"), of->pack->name);
        pag_cli_json_remark(&json, &left[i]);
        pag_json_end_object(&json);
    }
}

void pag_cli_write_unconfirmed(pag_cli *cli, const pag_check *check)
{
    for (size_t i = 0; i < check->n_unconfirmed; i++) {
        const pag_unconfirmed *of = &check->unconfirmed[i];
        for (size_t k = 0; k < of->n; k++) write_doubt(cli, of, of->doubts[k]);
        write_left(cli, check->keep, of);
    }
}
