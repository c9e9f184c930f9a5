/* `new-year`: hands two years to the renew room and says what was written, what is to be confirmed,
 * and what somebody has to look at. */
#include "renew/renew.h"

#include "base/file.h"
#include "base/json.h"
#include "cli/cli.h"
#include "cli/new_form.h"
#include "cli/remarks.h"

typedef struct renewing {
    pag_cli *cli;
    pag_arena arena;
    pag_renewal renewal;
    pag_new_form form;
    pag_status status;
} renewing;

/* --- as text --- */

static void put_head(const renewing *n, pag_text *out)
{
    const pag_renewal *r = &n->renewal;
    const pag_cli *cli = n->cli;
    pag_text_put(out, r->folder);
    pag_text_put(out, r->dry ? pag_cli_say(cli, ": would come from ", ": verrebbe da ")
                             : pag_cli_say(cli, ": written from ", ": scritto da "));
    pag_text_put(out, r->old_name);
    pag_text_put(out, PAG_STR(" ("));
    pag_text_put_list(out, r->files, r->n_files);
    pag_text_put(out, PAG_STR(")\n"));
}

static void put_changes(const renewing *n, pag_text *out)
{
    const pag_renewal *r = &n->renewal;
    size_t width = 0;
    if (!r->n_changes) return;
    for (size_t i = 0; i < r->n_changes; i++) {
        width = pag_cli_place_width(out->arena, r->changes[i].file, r->changes[i].pos, width);
    }
    pag_text_put(out, pag_cli_say(n->cli, "\nChanged\n", "\nCambiato\n"));
    for (size_t i = 0; i < r->n_changes; i++) {
        const pag_renewed_change *c = &r->changes[i];
        pag_text_put(out, PAG_STR("  "));
        pag_cli_put_row(out, width, c->file, c->pos);
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
        width = pag_cli_place_width(out->arena, r->values[i].file, r->values[i].pos, width);
    }
    pag_text_put(out, pag_cli_say(n->cli, "\nTo be confirmed: ", "\nDa confermare: "));
    pag_cli_put_count(out, r->n_values, pag_cli_say(n->cli, " value\n", " valore\n"),
                      pag_cli_say(n->cli, " values\n", " valori\n"));
    for (size_t i = 0; i < r->n_values; i++) {
        const pag_renewed_value *v = &r->values[i];
        pag_text_put(out, PAG_STR("  "));
        pag_cli_put_row(out, width, v->file, v->pos);
        pag_text_put(out, v->text);
        pag_text_put(out, PAG_STR("  "));
        pag_text_put(out, v->about);
        pag_text_put(out, pag_cli_say(n->cli, " (since ", " (dal "));
        pag_text_whole(out, v->since);
        pag_text_put(out, PAG_STR(")\n"));
    }
}

static void put_remarks(const renewing *n, pag_text *out)
{
    const pag_renewal *r = &n->renewal;
    if (!r->n_remarks && !r->cases) return;
    pag_text_put(out, pag_cli_say(n->cli, "\nTo be looked at\n", "\nDa guardare\n"));
    pag_cli_put_remarks(n->cli, out, r->remarks, r->n_remarks);
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
    } else if (!f->written) {
        pag_text_put(out, pag_cli_say(n->cli, " could not be written, and is not there",
                                      " non si è potuto scrivere, e non c'è"));
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
    if (n->form.there || n->form.written) {
        pag_text_put(out, pag_cli_say(n->cli, " check ", " controlla "));
        pag_text_put(out, n->form.path);
    } else {
        pag_text_put(out, pag_cli_say(n->cli, " form ", " modulo "));
        pag_text_put(out, r->new_name);
        if (n->form.path.len) {
            pag_text_put(out, pag_cli_say(n->cli, " --output ", " --uscita "));
            pag_text_put_argument(out, n->form.path);
        }
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
