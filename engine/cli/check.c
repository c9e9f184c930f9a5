/* `check`: hands files and folders to the check room and sums up. What it finds is its result, so
 * it goes to stdout. */
#include "check/check.h"

#include "base/json.h"
#include "cli/cli.h"

#include <unistd.h>

typedef struct checking {
    pag_cli *cli;
    pag_loader loader;
    pag_arena keep, each;
    pag_check check;
} checking;

static void put_counted(pag_text *out, bool *first, size_t n, pag_str one, pag_str many)
{
    if (!n) return;
    if (!*first) pag_text_put(out, PAG_STR(", "));
    *first = false;
    pag_cli_put_count(out, n, one, many);
}

static void put_what(const pag_cli *cli, pag_text *out, const pag_check *c)
{
    bool first = true;
    put_counted(out, &first, c->packs, pag_cli_say(cli, " pack", " pacchetto di regole"),
                pag_cli_say(cli, " packs", " pacchetti di regole"));
    put_counted(out, &first, c->libraries, pag_cli_say(cli, " library", " libreria"),
                pag_cli_say(cli, " libraries", " librerie"));
    put_counted(out, &first, c->plans, pag_cli_say(cli, " plan", " piano"),
                pag_cli_say(cli, " plans", " piani"));
    put_counted(out, &first, c->evaluations, pag_cli_say(cli, " evaluation", " valutazione"),
                pag_cli_say(cli, " evaluations", " valutazioni"));
    put_counted(out, &first, c->others, pag_cli_say(cli, " other file", " altro file"),
                pag_cli_say(cli, " other files", " altri file"));
    if (first) pag_text_put(out, pag_cli_say(cli, "nothing", "niente"));
}

static void put_found(const pag_cli *cli, pag_text *out, const pag_check *c)
{
    bool first = c->errors > 0;
    if (!first) pag_text_put(out, pag_cli_say(cli, "no errors", "nessun errore"));
    put_counted(out, &first, c->errors, pag_cli_say(cli, " error", " errore"),
                pag_cli_say(cli, " errors", " errori"));
    put_counted(out, &first, c->warnings, pag_cli_say(cli, " warning", " avviso"),
                pag_cli_say(cli, " warnings", " avvisi"));
    put_counted(out, &first, c->acknowledged,
                pag_cli_say(cli, " warning acknowledged", " avviso riconosciuto"),
                pag_cli_say(cli, " warnings acknowledged", " avvisi riconosciuti"));
    put_counted(out, &first, c->standing,
                pag_cli_say(cli, " warning of every evaluation", " avviso per ogni valutazione"),
                pag_cli_say(cli, " warnings of every evaluation", " avvisi per ogni valutazione"));
    put_counted(out, &first, c->to_confirm,
                pag_cli_say(cli, " value to confirm", " valore da confermare"),
                pag_cli_say(cli, " values to confirm", " valori da confermare"));
}

static void sum_up(checking *c)
{
    pag_text out = {.arena = &c->keep};
    bool blocks = c->check.n_unconfirmed && c->check.style.format == PAG_DIAG_TEXT;
    bool before = c->check.errors + c->check.warnings > 0 || c->check.shown;
    if (blocks && before) pag_text_byte(&out, '\n');
    pag_cli_put_unconfirmed(c->cli, &out, &c->check);
    if (blocks) pag_text_byte(&out, '\n');
    pag_text_put(&out, pag_cli_say(c->cli, "checked ", "controllato: "));
    put_what(c->cli, &out, &c->check);
    pag_text_put(&out, pag_cli_say(c->cli, ": ", " — "));
    put_found(c->cli, &out, &c->check);
    pag_text_byte(&out, '\n');
    pag_sink_put(&c->cli->out, pag_text_str(&out));
}

static void sum_up_json(checking *c)
{
    pag_json json = {.sink = &c->cli->out};
    const pag_check *k = &c->check;
    pag_cli_write_unconfirmed(c->cli, k);
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.check/1"));
    pag_json_put_whole(&json, PAG_STR("packs"), (int64_t)k->packs);
    pag_json_put_whole(&json, PAG_STR("libraries"), (int64_t)k->libraries);
    pag_json_put_whole(&json, PAG_STR("plans"), (int64_t)k->plans);
    pag_json_put_whole(&json, PAG_STR("evaluations"), (int64_t)k->evaluations);
    pag_json_put_whole(&json, PAG_STR("others"), (int64_t)k->others);
    pag_json_put_whole(&json, PAG_STR("errors"), (int64_t)k->errors);
    pag_json_put_whole(&json, PAG_STR("warnings"), (int64_t)k->warnings);
    pag_json_put_whole(&json, PAG_STR("acknowledged"), (int64_t)k->acknowledged);
    pag_json_put_whole(&json, PAG_STR("standing"), (int64_t)k->standing);
    pag_json_put_whole(&json, PAG_STR("to_confirm"), (int64_t)k->to_confirm);
    pag_json_end_object(&json);
}

static void run(checking *c)
{
    const pag_options *options = &c->cli->options;
    bool json = pag_option_said(options, PAG_OPTION_JSON);
    c->check.style = pag_cli_style(c->cli, c->cli->color_out);
    c->check.style.acknowledged = json;
    for (size_t i = 0; i < options->n_operands; i++) {
        bool standard = pag_str_equal(options->operands[i], PAG_STR("-"));
        pag_check_path(&c->check, options->operands[i], standard ? STDIN_FILENO : -1);
    }
    if (!options->n_operands) pag_check_tree(&c->check, PAG_STR(""));
    if (json) {
        sum_up_json(c);
    } else {
        sum_up(c);
    }
}

pag_status pag_cli_check(pag_cli *cli)
{
    checking c = {.cli = cli};
    pag_trap packs, keep, each;
    if (!pag_cli_marks_fit(cli)) return PAG_USAGE;
    pag_loader_init(&c.loader, cli->allocator);
    c.loader.rules = cli->options.rules;
    c.loader.n_marks = cli->options.n_marks;
    c.loader.marks = cli->options.marks;
    pag_arena_init(&c.keep, cli->allocator, 0);
    pag_arena_init(&c.each, cli->allocator, PAG_EVALUATION_MEMORY);
    c.check = (pag_check){.loader = &c.loader, .keep = &c.keep, .each = &c.each, .sink = &cli->out};
    pag_trap_set(&packs, &c.loader.arena);
    pag_trap_set(&keep, &c.keep);
    pag_trap_set(&each, &c.each);
    if (!setjmp(packs.jump) && !setjmp(keep.jump) && !setjmp(each.jump)) run(&c);
    pag_trap_clear(&each);
    pag_trap_clear(&keep);
    pag_trap_clear(&packs);
    pag_loader_drop(&c.loader);
    pag_arena_drop(&c.keep);
    pag_arena_drop(&c.each);
    if (each.status == PAG_LIMIT) pag_cli_too_large(cli);
    if (each.status != PAG_OK) return each.status;
    bool full = packs.status != PAG_OK || keep.status != PAG_OK;
    return full ? PAG_NOMEM : pag_check_status(&c.check);
}
