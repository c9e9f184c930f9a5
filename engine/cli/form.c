/* `form`: the empty evaluation of a pack, to stdout or into a new file. With --json stdout is for
 * programs: what is asked, or, where a file is written, what was written; the file is the same. */
#include "form/form.h"

#include "base/file.h"
#include "base/json.h"
#include "cli/beside.h"

typedef struct forming {
    pag_cli *cli;
    pag_loader loader;
    pag_arena arena;
    pag_diagnostics *diags; /* of the command itself */
    pag_editor_left left;   /* for editors */
    bool leaves;            /* whether they were left anything */
    const pag_group *list;  /* of --csv */
} forming;

static bool said(const forming *f, pag_option option)
{
    return pag_option_said(&f->cli->options, option);
}

static pag_str spelling(const forming *f, pag_option option)
{
    return f->cli->options.spelling[option];
}

/* Options that would not be obeyed. */
static bool options_fit(const forming *f)
{
    if (said(f, PAG_OPTION_LIST) && !said(f, PAG_OPTION_CSV)) {
        pag_diag_add(f->diags, PAG_E0959, (pag_pos){0}, 2, spelling(f, PAG_OPTION_LIST),
                     PAG_STR("--csv"));
    }
    return pag_diagnostics_errors(f->diags) == 0;
}

static bool into_a_file(const forming *f)
{
    return said(f, PAG_OPTION_OUTPUT) && !pag_cli_is_stdout(f->cli->options.output);
}

/* Into a file, which then has editors' settings beside it. */
static bool for_editors(const forming *f)
{
    pag_str path = f->cli->options.output;
    return into_a_file(f) && pag_path_look(path) == PAG_PATH_NONE &&
           pag_path_look(pag_path_folder(path)) == PAG_PATH_FOLDER && !said(f, PAG_OPTION_CSV);
}

/* False when there is no such list; that is told. */
static bool find_list(forming *f, const pag_form *form)
{
    pag_marks_lists lists = pag_form_lists(form);
    f->list = pag_marks_list(f->diags, &lists, f->cli->options.list, (pag_pos){0});
    return f->list != NULL;
}

static void write_text(const forming *f, const pag_form *form, pag_sink *sink)
{
    bool json = said(f, PAG_OPTION_JSON) && !into_a_file(f);
    if (f->list && json) {
        pag_form_rows_json(form, f->list, sink);
    } else if (f->list) {
        pag_form_csv(form, f->list, sink);
    } else if (json) {
        pag_form_json(form, sink);
    } else {
        pag_form_yaml(form, sink);
    }
}

static bool write_form(forming *f, const pag_pack *pack, const pag_tree *tree, pag_sink *sink)
{
    pag_form form = {.pack = pack, .arena = &f->arena, .lang = f->cli->lang};
    if (for_editors(f)) {
        const pag_editor editor = pag_cli_editor(f->cli, &f->arena, pack, tree);
        f->leaves = pag_cli_leave(f->diags, &editor, tree, &f->left);
        form.schema = pag_cli_schema_from(&editor, tree, f->cli->options.output);
    }
    if (said(f, PAG_OPTION_CSV) && !find_list(f, &form)) return false;
    write_text(f, &form, sink);
    return true;
}

/* What was written, and of rows how an evaluation reads them. */
static void put_written(forming *f)
{
    const pag_cli *cli = f->cli;
    pag_str path = cli->options.output;
    pag_text out = {.arena = &f->arena};
    pag_text_put(&out, pag_cli_say(cli, "written: ", "scritto: "));
    pag_text_put(&out, path);
    pag_text_byte(&out, '\n');
    if (f->list) {
        pag_text_put(&out, pag_cli_say(cli, "in the evaluation beside it:  marks: [",
                                       "nella valutazione che gli sta accanto:  marks: ["));
        pag_text_put(&out, pag_path_name(path));
        pag_text_put(&out, PAG_STR("]\n"));
    }
    if (f->leaves) pag_cli_put_all_left(cli, &out, &f->left);
    pag_sink_put(&f->cli->out, pag_text_str(&out));
}

/* The same for programs. */
static void put_written_json(forming *f, const pag_pack *pack)
{
    pag_json json = {.sink = &f->cli->out};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.form.written/1"));
    pag_json_put_string(&json, PAG_STR("rules"), pag_pack_name(pack));
    pag_json_put_string(&json, PAG_STR("file"), f->cli->options.output);
    pag_json_put_string(&json, PAG_STR("format"), f->list ? PAG_STR("csv") : PAG_STR("yaml"));
    if (f->list) {
        pag_json_put_string(&json, PAG_STR("list"), pag_group_path(&f->arena, f->list));
    }
    pag_json_end_object(&json);
    if (f->leaves) pag_cli_left_json(f->cli, &f->left);
}

static void tell_written(forming *f, const pag_pack *pack)
{
    if (!into_a_file(f)) return;
    if (said(f, PAG_OPTION_JSON)) {
        put_written_json(f, pack);
    } else {
        put_written(f);
    }
}

static pag_status run(forming *f)
{
    pag_text text = {.arena = &f->arena};
    pag_sink collect = pag_work_collect(&text);
    f->diags = pag_diagnostics_create(&f->arena, pag_sources_create(&f->arena));
    pag_tree tree;
    pag_loaded_pack *pack = NULL;
    if (options_fit(f)) {
        pack = pag_cli_asked_pack(f->cli, &f->loader, f->diags, f->cli->options.operands[0], &tree);
    }
    if (pack && pack->pack && write_form(f, pack->pack, &tree, &collect) &&
        pag_cli_put_out(f->cli, f->diags, pag_text_str(&text))) {
        tell_written(f, pack->pack);
    }
    pag_cli_tell(f->cli, f->diags, &f->arena);
    pag_status status = pag_diagnostics_status(f->diags);
    return status == PAG_OK && pack && !pack->pack ? pack->status : status;
}

pag_status pag_cli_form(pag_cli *cli)
{
    forming f = {.cli = cli};
    pag_trap own, packs;
    volatile pag_status status = PAG_OK;
    pag_loader_init(&f.loader, cli->allocator);
    pag_arena_init(&f.arena, cli->allocator, 0);
    pag_trap_set(&own, &f.arena);
    pag_trap_set(&packs, &f.loader.arena);
    if (!setjmp(own.jump) && !setjmp(packs.jump)) status = run(&f);
    pag_trap_clear(&packs);
    pag_trap_clear(&own);
    pag_loader_drop(&f.loader);
    pag_arena_drop(&f.arena);
    if (own.status != PAG_OK) return own.status;
    return packs.status != PAG_OK ? packs.status : status;
}
