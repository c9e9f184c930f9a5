/* `diff`: two packs side by side, and what the second pays more or less for the evaluations behind
 * `--on`. */
#include "diff/diff.h"

#include "base/file.h"
#include "cli/cli.h"

typedef struct comparing {
    pag_work *work;
    pag_diagnostics *diags; /* of the command itself */
    pag_diff *diff;
    pag_diff_file *files;
    pag_str *rules; /* that each file is for */
    size_t n_files;
    size_t at; /* the file that was told about last */
} comparing;

static bool said(const comparing *c, pag_option option)
{
    return pag_option_said(&c->work->cli->options, option);
}

static void worsen(comparing *c, pag_status status)
{
    if (status > c->work->worst) c->work->worst = status;
}

/* --- the packs --- */

static pag_pack *load_pack(comparing *c, pag_str asked, pag_tree *tree)
{
    pag_work *work = c->work;
    pag_loaded_pack *pack = pag_cli_asked_pack(work->cli, &work->loader, c->diags, asked, tree);
    if (!pack) return NULL;
    worsen(c, pack->status);
    return pack->pack;
}

static bool load_packs(comparing *c, pag_diff_order *order)
{
    const pag_options *options = &c->work->cli->options;
    for (size_t i = 0; i < 2; i++) {
        order->packs[i] = load_pack(c, options->operands[i], &order->trees[i]);
    }
    return order->packs[0] && order->packs[1];
}

/* --- the evaluations --- */

/* An evaluation is of one of the two packs: figures by rules it was not written for tell nothing.
 */
static bool is_theirs(comparing *c, const pag_loaded *file, pag_str *rules)
{
    pag_head head;
    const pag_pack *const *packs = (const pag_pack *const *)c->diff->order.packs;
    pag_diagnostics *unheard =
        pag_diagnostics_create(&c->work->arena, pag_diagnostics_sources(file->diags));
    if (!pag_head_read(&c->work->arena, unheard, file->root, &head)) return true; /* told later */
    *rules = head.rules;
    for (size_t i = 0; i < 2; i++) {
        if (pag_str_equal(head.rules, pag_pack_name(packs[i]))) return true;
    }
    pag_diag_add(file->diags, PAG_E1041, head.rules_pos, 2, head.rules, pag_pack_name(packs[0]));
    return false;
}

/* Whether the file was given before, by whatever path: what it pays counts once. */
static bool is_given_twice(comparing *c, pag_str path)
{
    for (size_t i = 0; i < c->n_files; i++) {
        if (!pag_path_same(c->files[i].path, path)) continue;
        pag_diag_add(c->diags, PAG_W1043, (pag_pos){0}, 2, path, c->files[i].path);
        return true;
    }
    return false;
}

static bool open_file(comparing *c, pag_str path)
{
    pag_loaded file;
    pag_work *work = c->work;
    if (is_given_twice(c, path)) return true;
    pag_loader_open(&work->loader, &work->arena, path, -1, &file);
    bool good = !pag_loader_is_plan(&work->arena, &file) && file.root &&
                is_theirs(c, &file, &c->rules[c->n_files]);
    if (!good) {
        pag_cli_tell(work->cli, file.diags, &work->arena);
        worsen(c, pag_diagnostics_status(file.diags));
        return false;
    }
    c->files[c->n_files++] = (pag_diff_file){path, file.bytes};
    return true;
}

static bool open_files(comparing *c)
{
    const pag_options *options = &c->work->cli->options;
    bool good = true;
    c->files = PAG_NEW_ARRAY(&c->work->arena, pag_diff_file, options->n_operands + 1);
    c->rules = PAG_NEW_ARRAY(&c->work->arena, pag_str, options->n_operands + 1);
    if (!said(c, PAG_OPTION_ON)) return true;
    good = open_file(c, options->on);
    for (size_t i = 2; i < options->n_operands; i++) {
        good = open_file(c, options->operands[i]) && good;
    }
    return good;
}

/* --- what kept an evaluation from being computed --- */

/* Only something that is not there. */
static bool is_missing(const pag_diagnostics *diags)
{
    static const pag_code codes[] = {PAG_E0220, PAG_E0240, PAG_E0273, PAG_E0295};
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        const pag_code code = pag_diagnostics_at(diags, i)->code;
        bool missing = pag_code_severity(code) != PAG_ERROR;
        for (size_t k = 0; k < sizeof codes / sizeof *codes; k++) {
            missing = missing || code == codes[k];
        }
        if (!missing) return false;
    }
    return true;
}

static pag_code reason(const comparing *c, const pag_diagnostics *diags,
                       const pag_diff_failure *failure)
{
    pag_str own = pag_pack_name(c->diff->order.packs[failure->pack]);
    if (pag_str_equal(c->rules[failure->file], own)) return PAG_E1046;
    if (failure->read) return PAG_E1045;
    return is_missing(diags) ? PAG_E1042 : PAG_E1044;
}

static void tell(void *ud, pag_diagnostics *diags, const pag_diff_failure *failure)
{
    comparing *c = ud;
    pag_pack *const *packs = c->diff->order.packs;
    pag_cli_tell(c->work->cli, diags, &c->work->arena);
    pag_diag_add(c->diags, reason(c, diags, failure), (pag_pos){0}, 2,
                 pag_pack_name(packs[failure->pack]), pag_pack_name(packs[1 - failure->pack]));
}

/* --- what comes out --- */

static void write_out(comparing *c)
{
    pag_cli *cli = c->work->cli;
    pag_text out = {.arena = &c->work->arena};
    pag_sink collect = pag_work_collect(&out);
    pag_diff_style style = {.lang = cli->lang,
                            .width = cli->width,
                            .color = cli->color_out,
                            .draft = said(c, PAG_OPTION_DRAFT),
                            .verbose = said(c, PAG_OPTION_VERBOSE),
                            .quiet = said(c, PAG_OPTION_QUIET),
                            .program = cli->program};
    if (said(c, PAG_OPTION_JSON)) {
        pag_diff_write_json(c->diff, &style, &c->work->arena, &collect);
    } else {
        pag_diff_write(c->diff, &style, &c->work->arena, &collect);
    }
    pag_sink_put(&cli->out, pag_text_str(&out));
    if ((c->diff->withheld[0] || c->diff->withheld[1]) && !style.draft) worsen(c, PAG_FINDINGS);
    if (!c->diff->same && said(c, PAG_OPTION_EXIT_CODE)) worsen(c, PAG_FINDINGS);
}

static void compare(comparing *c)
{
    pag_diff_order order = {.allocator = c->work->cli->allocator};
    const pag_options *options = &c->work->cli->options;
    if (options->n_operands > 2 && !said(c, PAG_OPTION_ON)) {
        pag_diag_add(c->diags, PAG_E1040, (pag_pos){0}, 1, options->operands[2]);
        return;
    }
    if (!load_packs(c, &order)) return;
    c->diff = PAG_NEW(&c->work->arena, pag_diff);
    c->diff->order = order;
    if (!open_files(c)) return;
    c->diff = pag_diff_packs(&c->work->arena, &order);
    pag_status status = PAG_OK;
    if (c->n_files) status = pag_diff_cost(c->diff, c->files, c->n_files, tell, c);
    worsen(c, status);
    write_out(c);
}

static void run(pag_work *work)
{
    comparing c = {.work = work};
    c.diags = pag_diagnostics_create(&work->arena, pag_sources_create(&work->arena));
    compare(&c);
    if (!pag_diagnostics_count(c.diags)) return;
    pag_cli_tell(work->cli, c.diags, &work->arena);
    worsen(&c, pag_diagnostics_status(c.diags));
}

pag_status pag_cli_diff(pag_cli *cli)
{
    return pag_work_run(cli, run);
}
