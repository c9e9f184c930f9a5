/* `schema`: what editors need to know of a pack, on stdout, in a file, or left beside the files
 * that are edited. */
#include "cli/beside.h"

typedef struct drawing {
    pag_cli *cli;
    pag_arena arena;
    pag_tree tree;
    pag_pack *pack;
    pag_status status;
} drawing;

static pag_status tell(drawing *d, pag_diagnostics *diags)
{
    pag_cli_tell(d->cli, diags, &d->arena);
    return pag_diagnostics_status(diags);
}

static pag_diagnostics *nothing_told(drawing *d)
{
    return pag_diagnostics_create(&d->arena, pag_sources_create(&d->arena));
}

/* --- one file --- */

static pag_status write_schema(drawing *d, const pag_editor *editor)
{
    pag_text text = {.arena = &d->arena};
    pag_sink collect = pag_work_collect(&text);
    pag_editor_schema(editor, &collect);
    pag_diagnostics *diags = nothing_told(d);
    pag_cli_put_out(d->cli, diags, pag_text_str(&text));
    return tell(d, diags);
}

/* --- all that editors need --- */

static void put_left(drawing *d, const pag_editor_left *left)
{
    pag_text out = {.arena = &d->arena};
    pag_cli_put_left(d->cli, &out, left);
    if (!left->n && !left->n_other && !left->add.len) {
        pag_text_put(&out, pag_cli_say(d->cli, "nothing to write: all of it is there\n",
                                       "niente da scrivere: c'è già tutto\n"));
    }
    pag_sink_put(&d->cli->out, pag_text_str(&out));
}

static pag_status leave(drawing *d, const pag_editor *editor)
{
    pag_diagnostics *diags = nothing_told(d);
    pag_editor_left left;
    pag_status status = pag_editor_leave(editor, d->cli->options.editor, diags, &left);
    for (size_t i = 0; i < left.n_other; i++) {
        pag_diag_add(diags, PAG_E0960, (pag_pos){0}, 1, left.other[i]);
        status = pag_diagnostics_status(diags);
    }
    bool folder = left.n || left.add.len || status == PAG_OK;
    if (pag_option_said(&d->cli->options, PAG_OPTION_JSON)) {
        pag_cli_left_json(d->cli, &left);
    } else if (folder) {
        put_left(d, &left);
    }
    (void)tell(d, diags);
    return status;
}

/* --- the command --- */

static pag_status refuse_both(drawing *d)
{
    const pag_options *options = &d->cli->options;
    pag_diagnostics *diags = nothing_told(d);
    pag_diag_add(diags, PAG_E0964, (pag_pos){0}, 2, options->spelling[PAG_OPTION_OUTPUT],
                 options->spelling[PAG_OPTION_EDITOR]);
    return tell(d, diags);
}

static pag_status load(drawing *d)
{
    pag_str name, asked = d->cli->options.operands[0];
    pag_diagnostics *diags = nothing_told(d);
    if (pag_tree_asked(&d->arena, asked, &d->tree, &name)) {
        if (pag_cli_is_other_file(d->cli, diags, asked, &d->tree, name)) return tell(d, diags);
        d->pack = pag_pack_load(&d->arena, diags, &d->tree, name, (pag_pos){0});
    } else {
        pag_diag_add(diags, PAG_E0614, (pag_pos){0}, 1, name);
    }
    return tell(d, diags);
}

static void run(drawing *d)
{
    const pag_options *options = &d->cli->options;
    if (options->output.len && options->editor.len) {
        d->status = refuse_both(d);
        return;
    }
    d->status = load(d);
    if (!d->pack) return;
    bool json = pag_option_said(options, PAG_OPTION_JSON), left = options->editor.len > 0;
    pag_editor editor = pag_cli_editor(d->cli, &d->arena, d->pack, &d->tree);
    editor.one_line = json && !left;
    d->status = left ? leave(d, &editor) : write_schema(d, &editor);
}

pag_status pag_cli_schema(pag_cli *cli)
{
    drawing d = {.cli = cli};
    pag_trap trap;
    pag_arena_init(&d.arena, cli->allocator, PAG_EVALUATION_MEMORY);
    pag_trap_set(&trap, &d.arena);
    if (setjmp(trap.jump) == 0) run(&d);
    pag_trap_clear(&trap);
    pag_pack_destroy(d.pack);
    pag_arena_drop(&d.arena);
    if (trap.status == PAG_LIMIT) pag_cli_too_large(cli);
    return trap.status != PAG_OK ? trap.status : d.status;
}
