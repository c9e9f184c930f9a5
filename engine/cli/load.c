/* What evaluating commands share: from an operand to an evaluated file, with everything wrong told
 * on stderr, and the line that sums up. */
#include "base/file.h"
#include "base/write.h"
#include "cli/cli.h"
#include "yaml/yaml.h"

#include <unistd.h>

static bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

pag_sink pag_work_collect(pag_text *out)
{
    return (pag_sink){.write = append, .ud = out};
}

pag_view pag_work_view(pag_work *work, const pag_result *result)
{
    pag_view view = pag_view_of(result, &work->arena);
    view.lang = work->cli->lang;
    view.width = work->cli->width;
    view.wide = work->cli->wide;
    if (work->cli->program.len) view.program = work->cli->program;
    view.color = work->cli->color_out;
    view.marks = work->cli->options.marks;
    view.n_marks = work->cli->options.n_marks;
    view.draft = pag_option_said(&work->cli->options, PAG_OPTION_DRAFT);
    view.quiet = pag_option_said(&work->cli->options, PAG_OPTION_QUIET);
    return view;
}

void pag_work_withheld(pag_work *work)
{
    if (work->worst == PAG_OK) work->worst = PAG_FINDINGS;
}

/* --- one pack --- */

pag_loaded_pack *pag_cli_pack(pag_cli *cli, pag_loader *loader, pag_arena *scratch,
                              const pag_tree *tree, pag_str name)
{
    pag_loaded_pack *pack =
        pag_loader_pack(loader, tree, name, (pag_pos){0}, PAG_STR(""), PAG_STR(""));
    pag_diagnostics *told = pag_loader_untold(pack);
    if (told) pag_cli_tell(cli, told, scratch);
    return pack;
}

/* The rules that an evaluation names; of another file the form of such a name. */
static pag_str rules_of(pag_cli *cli, pag_str path)
{
    pag_diagnostics *aside = pag_diagnostics_create(&cli->arena, pag_sources_create(&cli->arena));
    const pag_node *root = NULL;
    uint32_t source = pag_source_load(&cli->arena, aside, path, (pag_pos){0});
    if (!source || pag_yaml_read(&cli->arena, aside, source, &root) != PAG_OK) return PAG_STR("…");
    const pag_node *rules =
        root->kind == PAG_NODE_MAP ? pag_node_get(root, PAG_STR("rules")) : NULL;
    return rules && rules->kind == PAG_NODE_SCALAR ? rules->text : PAG_STR("…");
}

bool pag_cli_is_other_file(pag_cli *cli, pag_diagnostics *diags, pag_str asked,
                           const pag_tree *tree, pag_str name)
{
    pag_str pack = pag_path_join(&cli->arena, tree->rules,
                                 pag_path_join(&cli->arena, name, PAG_STR("pack.lua")));
    if (pag_path_look(asked) != PAG_PATH_FILE || pag_path_look(pack) == PAG_PATH_FILE) return false;
    pag_diag_add(diags, PAG_E1158, (pag_pos){0}, 2, asked, rules_of(cli, asked));
    return true;
}

pag_loaded_pack *pag_cli_asked_pack(pag_cli *cli, pag_loader *loader, pag_diagnostics *diags,
                                    pag_str asked, pag_tree *tree)
{
    pag_str name;
    if (!pag_tree_asked(&cli->arena, asked, tree, &name)) {
        pag_diag_add(diags, PAG_E0614, (pag_pos){0}, 1, name);
        return NULL;
    }
    if (pag_cli_is_other_file(cli, diags, asked, tree, name)) return NULL;
    return pag_cli_pack(cli, loader, &cli->arena, tree, name);
}

bool pag_cli_is_stdout(pag_str path)
{
    return pag_str_equal(path, PAG_STR("-"));
}

bool pag_cli_put_out(pag_cli *cli, pag_diagnostics *diags, pag_str text)
{
    pag_str path = cli->options.output;
    if (!pag_option_said(&cli->options, PAG_OPTION_OUTPUT) || pag_cli_is_stdout(path)) {
        pag_sink_put(&cli->out, text);
        return true;
    }
    pag_write_result result = pag_file_write_new(&cli->arena, path, text);
    if (result == PAG_WRITE_DONE) return true;
    pag_diag_add(diags, result == PAG_WRITE_EXISTS ? PAG_E0960 : PAG_E0961, (pag_pos){0}, 1, path);
    return false;
}

/* What --marks is said with, that is not one evaluation; empty: nothing. */
static pag_str more_than_one(pag_cli *cli)
{
    const pag_options *options = &cli->options;
    if (options->n_operands > 1) return pag_cli_say(cli, "several evaluations", "più valutazioni");
    bool folder = !options->n_operands || pag_path_look(options->operands[0]) == PAG_PATH_FOLDER;
    return folder ? pag_cli_say(cli, "a folder", "una cartella") : PAG_STR("");
}

bool pag_cli_marks_fit(pag_cli *cli)
{
    const pag_options *options = &cli->options;
    pag_str more = options->n_marks ? more_than_one(cli) : PAG_STR("");
    if (!more.len) return true;
    pag_diagnostics *diags = pag_diagnostics_create(&cli->arena, pag_sources_create(&cli->arena));
    pag_diag_add(diags, PAG_E1156, (pag_pos){0}, 2, options->spelling[PAG_OPTION_MARKS], more);
    pag_cli_tell(cli, diags, &cli->arena);
    return false;
}

/* --- one file --- */

static void tell(pag_work *work, pag_diagnostics *diags)
{
    if (!diags) return;
    pag_cli_tell(work->cli, diags, &work->arena);
    work->errors += pag_diagnostics_errors(diags);
}

void pag_work_open(pag_work *work, pag_str operand, pag_loaded *out)
{
    bool standard = pag_str_equal(operand, PAG_STR("-"));
    pag_loader_open(&work->loader, &work->arena, operand, standard ? STDIN_FILENO : -1, out);
    pag_loader_evaluate(&work->loader, &work->arena, out);
}

pag_status pag_work_tell(pag_work *work, const pag_loaded *file, pag_diagnostics *told)
{
    tell(work, pag_loader_untold(file->pack));
    tell(work, told);
    work->files++;
    if (file->status != PAG_OK) work->bad++;
    if (file->status > work->worst) work->worst = file->status;
    return file->status;
}

pag_status pag_work_load(pag_work *work, pag_str operand, pag_loaded *out)
{
    pag_work_open(work, operand, out);
    return pag_work_tell(work, out, out->diags);
}

/* --- all of them --- */

static void put_bad(const pag_work *work, pag_text *out)
{
    const pag_cli *cli = work->cli;
    if (work->bad == work->files) {
        pag_text_put(
            out, pag_cli_say(cli, "No result was written. ", "Nessun risultato è stato scritto. "));
        return;
    }
    pag_text_put(out, pag_cli_say(cli, "No result for ", "Nessun risultato per "));
    pag_text_whole(out, (int64_t)work->bad);
    pag_text_put(out, pag_cli_say(cli, " of ", " file su "));
    pag_text_whole(out, (int64_t)work->files);
    pag_text_put(out, pag_cli_say(cli, " files. ", ". "));
}

/* Objects of JSON stand alone on stderr. */
static void sum_up(pag_work *work)
{
    const pag_cli *cli = work->cli;
    pag_text out = {.arena = &work->arena};
    if (!work->bad || pag_option_said(&cli->options, PAG_OPTION_JSON)) return;
    put_bad(work, &out);
    pag_cli_put_count(&out, work->errors, pag_cli_say(cli, " error", " errore"),
                      pag_cli_say(cli, " errors", " errori"));
    pag_text_put(&out, PAG_STR(" in "));
    pag_cli_put_count(&out, work->bad, PAG_STR(" file"), pag_cli_say(cli, " files", " file"));
    pag_text_put(&out, PAG_STR(".\n"));
    pag_sink_put(&work->cli->err, pag_text_str(&out));
}

pag_status pag_work_run(pag_cli *cli, void (*run)(pag_work *work))
{
    pag_work work = {.cli = cli};
    pag_trap own, packs;
    pag_loader_init(&work.loader, cli->allocator);
    work.loader.rules = cli->options.rules;
    work.loader.marks = cli->options.marks;
    work.loader.n_marks = cli->options.n_marks;
    work.loader.draft = pag_option_said(&cli->options, PAG_OPTION_DRAFT);
    pag_arena_init(&work.arena, cli->allocator, PAG_EVALUATION_MEMORY);
    pag_trap_set(&own, &work.arena);
    pag_trap_set(&packs, &work.loader.arena);
    if (setjmp(own.jump) == 0 && setjmp(packs.jump) == 0) {
        run(&work);
        sum_up(&work);
    }
    pag_trap_clear(&packs);
    pag_trap_clear(&own);
    pag_loader_drop(&work.loader);
    pag_arena_drop(&work.arena);
    if (own.status == PAG_LIMIT) pag_cli_too_large(cli);
    if (own.status != PAG_OK) return own.status;
    return packs.status != PAG_OK ? packs.status : work.worst;
}
