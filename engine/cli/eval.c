/* `eval`: the results of each file in the order given. A file with an error gives none. */
#include "cli/cli.h"
#include "explain/result_json.h"
#include "explain/table.h"

typedef struct withholding {
    pag_work *work;
    const pag_view *view;
} withholding;

static void note_withheld(void *ud, pag_figure *figure)
{
    const withholding *w = ud;
    if (pag_view_withholds(w->view, figure)) pag_work_withheld(w->work);
}

static void write_result(pag_work *work, const pag_result *result)
{
    pag_text out = {.arena = &work->arena};
    pag_sink collect = pag_work_collect(&out);
    pag_view view = pag_work_view(work, result);
    withholding w = {work, &view};
    bool first = work->files - work->bad == 1;
    pag_result_visit(result, note_withheld, &w);
    if (pag_option_said(&work->cli->options, PAG_OPTION_JSON)) {
        pag_result_json_write(&view, &collect);
    } else {
        if (!first) pag_text_byte(&out, '\n');
        pag_table_write(&view, &collect);
    }
    pag_sink_put(&work->cli->out, pag_text_str(&out));
}

static void evaluate_all(pag_work *work)
{
    const pag_options *options = &work->cli->options;
    for (size_t i = 0; i < options->n_operands && !work->cli->out.failed; i++) {
        pag_loaded file;
        pag_status status = pag_work_load(work, options->operands[i], &file);
        if (status == PAG_OK) write_result(work, &file.result);
        pag_arena_reset(&work->arena);
    }
}

/* Rows are about the lists of one evaluation: in another one they would be about nobody, or worse,
 * about somebody else. */
static bool marks_fit(pag_cli *cli)
{
    const pag_options *options = &cli->options;
    if (!options->n_marks || options->n_operands == 1) return true;
    pag_diagnostics *diags = pag_diagnostics_create(&cli->arena, pag_sources_create(&cli->arena));
    pag_diag_add(diags, PAG_E0957, (pag_pos){0}, 2, options->spelling[PAG_OPTION_MARKS],
                 pag_cli_say(cli, "several evaluations", "più valutazioni"));
    pag_cli_tell(cli, diags, &cli->arena);
    return false;
}

pag_status pag_cli_eval(pag_cli *cli)
{
    if (!marks_fit(cli)) return PAG_USAGE;
    return pag_work_run(cli, evaluate_all);
}
