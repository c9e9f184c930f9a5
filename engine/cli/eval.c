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

pag_status pag_cli_eval(pag_cli *cli)
{
    if (!pag_cli_marks_fit(cli)) return PAG_USAGE;
    return pag_work_run(cli, evaluate_all);
}
