/* `new-year`: hands two years to the renew room and says what was written, what is to be confirmed,
 * and what somebody has to look at. */
#include "renew/renew.h"

#include "base/file.h"
#include "base/json.h"
#include "cli/cli.h"
#include "cli/new_form.h"

typedef struct renewing {
    pag_cli *cli;
    pag_arena arena;
    pag_renewal renewal;
    pag_new_form form;
    pag_status status;
} renewing;

/* --- as text --- */

static void put_place(pag_text *out, pag_str file, pag_pos pos)
{
    pag_text_put(out, file);
    for (int i = 0; i < 2 && pos.line; i++) {
        pag_text_byte(out, ':');
        pag_text_whole(out, i ? pos.column : pos.line);
    }
}

/* "  pack.lua:3:12  title: …": the places one under the other. */
static void put_row(pag_text *out, size_t width, pag_str file, pag_pos pos)
{
    size_t before = out->len;
    put_place(out, file, pos);
    size_t columns = pag_text_width((pag_str){out->at + before, out->len - before});
    for (; columns < width + 2; columns++) pag_text_byte(out, ' ');
}

static size_t place_width(pag_arena *arena, pag_str file, pag_pos pos, size_t most)
{
    pag_text out = {.arena = arena};
    put_place(&out, file, pos);
    size_t width = pag_text_width(pag_text_str(&out));
    return width > most ? width : most;
}

static void put_head(const renewing *n, pag_text *out)
{
    const pag_renewal *r = &n->renewal;
    const pag_cli *cli = n->cli;
    pag_text_put(out, r->folder);
    pag_text_put(out, r->dry ? pag_cli_say(cli, ": would come from ", ": verrebbe da ")
                             : pag_cli_say(cli, ": written from ", ": scritto da "));
    pag_text_put(out, r->old_name);
    pag_text_put(out, PAG_STR(" ("));
    for (size_t i = 0; i < r->n_files; i++) {
        if (i) pag_text_put(out, PAG_STR(", "));
        pag_text_put(out, r->files[i]);
    }
    pag_text_put(out, PAG_STR(")\n"));
}

static void put_changes(const renewing *n, pag_text *out)
{
    const pag_renewal *r = &n->renewal;
    size_t width = 0;
    if (!r->n_changes) return;
    for (size_t i = 0; i < r->n_changes; i++) {
        width = place_width(out->arena, r->changes[i].file, r->changes[i].pos, width);
    }
    pag_text_put(out, pag_cli_say(n->cli, "\nChanged\n", "\nCambiato\n"));
    for (size_t i = 0; i < r->n_changes; i++) {
        const pag_renewed_change *c = &r->changes[i];
        pag_text_put(out, PAG_STR("  "));
        put_row(out, width, c->file, c->pos);
        pag_text_put(out, c->key);
        pag_text_put(out, PAG_STR(" = "));
        pag_text_put(out, c->before);
        pag_text_put(out, PAG_STR(" → "));
        pag_text_put(out, c->after);
        pag_text_byte(out, '\n');
    }
}

static void put_values(const renewing *n, pag_text *out)
{
    const pag_renewal *r = &n->renewal;
    size_t width = 0;
    if (!r->n_values) return;
    for (size_t i = 0; i < r->n_values; i++) {
        width = place_width(out->arena, r->values[i].file, r->values[i].pos, width);
    }
    pag_text_put(out, pag_cli_say(n->cli, "\nTo be confirmed: ", "\nDa confermare: "));
    pag_cli_put_count(out, r->n_values, pag_cli_say(n->cli, " value\n", " valore\n"),
                      pag_cli_say(n->cli, " values\n", " valori\n"));
    for (size_t i = 0; i < r->n_values; i++) {
        const pag_renewed_value *v = &r->values[i];
        pag_text_put(out, PAG_STR("  "));
        put_row(out, width, v->file, v->pos);
        pag_text_put(out, v->text);
        pag_text_put(out, PAG_STR("  "));
        pag_text_put(out, v->about);
        pag_text_put(out, pag_cli_say(n->cli, " (since ", " (dal "));
        pag_text_whole(out, v->since);
        pag_text_put(out, PAG_STR(")\n"));
    }
}

/* --- what is to be looked at --- */

static pag_str kind_title(const pag_cli *cli, pag_renewed_kind kind)
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

static void put_remark(const renewing *n, pag_text *out, const pag_renewed_remark *m)
{
    const pag_cli *cli = n->cli;
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
    pag_text_byte(out, '\n');
}

static void put_kind(const renewing *n, pag_text *out, pag_renewed_kind kind)
{
    const pag_renewal *r = &n->renewal;
    size_t width = 0, found = 0;
    for (size_t i = 0; i < r->n_remarks; i++) {
        const pag_renewed_remark *m = &r->remarks[i];
        if (m->kind != kind) continue;
        width = place_width(out->arena, m->file, m->pos, width);
        found++;
    }
    if (!found) return;
    pag_text_put(out, PAG_STR("  "));
    pag_text_put(out, kind_title(n->cli, kind));
    pag_text_put(out, PAG_STR(":\n"));
    for (size_t i = 0; i < r->n_remarks; i++) {
        const pag_renewed_remark *m = &r->remarks[i];
        if (m->kind != kind) continue;
        pag_text_put(out, PAG_STR("    "));
        put_row(out, width, m->file, m->pos);
        put_remark(n, out, m);
    }
}

static void put_remarks(const renewing *n, pag_text *out)
{
    const pag_renewal *r = &n->renewal;
    if (!r->n_remarks && !r->cases) return;
    pag_text_put(out, pag_cli_say(n->cli, "\nTo be looked at\n", "\nDa guardare\n"));
    for (int kind = 0; kind < PAG_RENEWED_KINDS; kind++) {
        put_kind(n, out, (pag_renewed_kind)kind);
    }
    if (!r->cases) return;
    pag_text_put(out, PAG_STR("  "));
    pag_cli_put_count(out, r->cases, pag_cli_say(n->cli, " test case is", " caso di prova resta"),
                      pag_cli_say(n->cli, " test cases are", " casi di prova restano"));
    pag_text_put(out, pag_cli_say(n->cli, " still of ", " del "));
    pag_text_whole(out, r->old_year);
    pag_text_put(out, pag_cli_say(n->cli, ", by a line  period\n", ", con una riga  period\n"));
}

/* Where the empty evaluation is, would be, or is already; and what editors have got. */
static void put_form(const renewing *n, pag_text *out)
{
    const pag_new_form *f = &n->form;
    if (!f->path.len) return;
    pag_text_put(out,
                 pag_cli_say(n->cli, "\nForm to be filled in\n  ", "\nModulo da compilare\n  "));
    pag_text_put(out, f->path);
    if (f->there) {
        pag_text_put(out, pag_cli_say(n->cli, " is there already, and stays as it is",
                                      " c'è già, e resta com'è"));
    } else if (n->renewal.dry) {
        pag_text_put(out, pag_cli_say(n->cli, " would be written", " verrebbe scritto"));
    }
    pag_text_byte(out, '\n');
    pag_text_put(out, pag_text_str(&f->left));
}

static void put_next(const renewing *n, pag_text *out)
{
    const pag_renewal *r = &n->renewal;
    pag_str program = n->cli->program.len ? n->cli->program : PAG_STR("pagella");
    if (r->dry || pag_option_said(&n->cli->options, PAG_OPTION_QUIET)) return;
    pag_text_put(out, pag_cli_say(n->cli, "\nNow\n  ", "\nAdesso\n  "));
    pag_text_put(out, program);
    pag_text_put(out, pag_cli_say(n->cli, " check ", " controlla "));
    pag_text_put(out, r->folder);
    pag_text_put(out, PAG_STR("\n  "));
    pag_text_put(out, program);
    pag_text_put(out, pag_cli_say(n->cli, " test ", " prova "));
    pag_text_put(out, r->new_name);
    pag_text_put(out, PAG_STR("\n  "));
    pag_text_put(out, program);
    if (n->form.path.len) {
        pag_text_put(out, pag_cli_say(n->cli, " check ", " controlla "));
        pag_text_put(out, n->form.path);
    } else {
        pag_text_put(out, pag_cli_say(n->cli, " form ", " modulo "));
        pag_text_put(out, r->new_name);
    }
    pag_text_byte(out, '\n');
}

static void write_text(renewing *n)
{
    pag_text out = {.arena = &n->arena};
    put_head(n, &out);
    put_changes(n, &out);
    put_values(n, &out);
    put_remarks(n, &out);
    put_form(n, &out);
    put_next(n, &out);
    pag_sink_put(&n->cli->out, pag_cli_fold(n->cli, &n->arena, pag_text_str(&out)));
}

/* --- the command --- */

/* The rules are written by now, whatever becomes of the form. */
static void leave_form(renewing *n, pag_diagnostics *diags)
{
    pag_cli_new_form_place(&n->arena, &n->renewal, &n->form);
    if (n->renewal.dry) return;
    pag_cli_new_form_write(n->cli, &n->arena, diags, &n->renewal, &n->form);
    n->status = pag_diagnostics_status(diags);
}

static void run(renewing *n)
{
    pag_cli *cli = n->cli;
    const pag_options *options = &cli->options;
    pag_diagnostics *diags = pag_diagnostics_create(&n->arena, pag_sources_create(&n->arena));
    n->renewal = (pag_renewal){.year = options->operands[0],
                               .from = options->from,
                               .lang = cli->lang,
                               .dry = pag_option_said(options, PAG_OPTION_DRY_RUN)};
    if (options->from.len) {
        n->status = pag_renew(&n->arena, diags, &n->renewal);
    } else {
        pag_diag_add(diags, PAG_E1000, (pag_pos){0}, 1, options->operands[0]);
        n->status = PAG_USAGE;
    }
    if (n->renewal.rejected) pag_cli_tell(cli, n->renewal.rejected, &n->arena);
    bool renewed = n->status == PAG_OK;
    if (renewed) leave_form(n, diags);
    pag_cli_tell(cli, diags, &n->arena);
    if (!renewed) return;
    if (pag_option_said(options, PAG_OPTION_JSON)) {
        pag_cli_renewal_json(cli, &n->renewal, &n->form);
    } else {
        write_text(n);
    }
}

pag_status pag_cli_new_year(pag_cli *cli)
{
    renewing n = {.cli = cli};
    pag_trap trap;
    pag_arena_init(&n.arena, cli->allocator, 0);
    pag_trap_set(&trap, &n.arena);
    if (setjmp(trap.jump) == 0) run(&n);
    pag_trap_clear(&trap);
    pag_arena_drop(&n.arena);
    return trap.status != PAG_OK ? trap.status : n.status;
}
