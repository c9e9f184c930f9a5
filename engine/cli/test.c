/* `test`: hands packs to the ruletest room. What does not pass is its result, so it goes to stdout;
 * why a figure is another one than expected is told by the tree of `explain`. */
#include "ruletest/ruletest.h"

#include "base/file.h"
#include "base/write.h"
#include "cli/cli.h"
#include "explain/tree.h"

/* Of the tree of a figure: enough to see where it parts from what was expected. */
enum { DEEPEST = 5, WIDEST = 12 };

typedef struct testing {
    pag_cli *cli;
    pag_arena keep, each;
    pag_ruletest test;
} testing;

static void show_why(void *ud, const pag_result *result, const pag_figure *figure, pag_sink *sink,
                     bool plain)
{
    testing *t = ud;
    pag_view view = pag_view_of(result, &t->each);
    view.lang = t->cli->lang;
    view.width = t->cli->width;
    view.color = t->cli->color_out && !plain;
    view.quiet = true;
    if (!t->test.verbose) {
        view.deepest = DEEPEST;
        view.widest = WIDEST;
    }
    if (!plain && pag_option_said(&t->cli->options, PAG_OPTION_JSON)) {
        pag_tree_write_json(&view, figure, sink);
    } else {
        pag_tree_write(&view, figure, sink);
    }
}

/* Only when all cases were run: a report that lacks some would be read as if there were no others.
 */
static void write_junit(testing *t)
{
    pag_str path = t->cli->options.junit;
    pag_str text = pag_ruletest_junit_text(&t->test);
    if (pag_file_replace(&t->keep, path, text) == PAG_WRITE_DONE) return;
    pag_diagnostics *diags = pag_diagnostics_create(&t->keep, pag_sources_create(&t->keep));
    pag_diag_add(diags, PAG_E0970, (pag_pos){0}, 1, path);
    pag_cli_tell(t->cli, diags, &t->each);
    t->test.worst = PAG_IO;
}

/* What is asked for. When cases are suggested, standard output is a test file, and all else goes to
 * standard error. */
static void set_up(testing *t)
{
    const pag_options *options = &t->cli->options;
    bool suggests = pag_option_said(options, PAG_OPTION_SUGGEST);
    t->test.sink = suggests ? &t->cli->err : &t->cli->out;
    t->test.suggestions = suggests ? &t->cli->out : NULL;
    t->test.style = pag_cli_style(t->cli, suggests ? t->cli->color_err : t->cli->color_out);
    t->test.verbose = pag_option_said(options, PAG_OPTION_VERBOSE);
    t->test.tells = pag_option_said(options, PAG_OPTION_COVERAGE);
    t->test.least_covered = options->coverage;
    t->test.covers = t->test.tells || suggests;
}

static void run(testing *t)
{
    const pag_options *options = &t->cli->options;
    bool junit = pag_option_said(options, PAG_OPTION_JUNIT);
    set_up(t);
    if (junit) pag_ruletest_junit(&t->test);
    for (size_t i = 0; i < options->n_operands; i++) {
        pag_ruletest_path(&t->test, options->operands[i]);
    }
    if (!options->n_operands) pag_ruletest_tree(&t->test, PAG_STR(""));
    pag_ruletest_sum_up(&t->test);
    if (junit) write_junit(t);
}

/* "99.5", "101", "90%" */
static bool looks_like_number(pag_str word)
{
    bool like = word.len > 0 && word.at[0] >= '0' && word.at[0] <= '9';
    for (size_t i = 0; like && i < word.len; i++) {
        char c = word.at[i];
        like = (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '%';
    }
    return like;
}

static bool is_there(pag_cli *cli, pag_str word)
{
    pag_tree tree;
    pag_str name;
    if (pag_path_look(word) != PAG_PATH_NONE) return true;
    return pag_tree_asked(&cli->arena, word, &tree, &name) &&
           pag_path_look(pag_path_join(&cli->arena, tree.rules, name)) != PAG_PATH_NONE;
}

/* What stands behind --coverage is a pack, or was meant as its number. */
static bool coverage_fits(pag_cli *cli)
{
    const pag_options *options = &cli->options;
    pag_str word = options->after_coverage;
    if (!looks_like_number(word) || is_there(cli, word)) return true;
    pag_diagnostics *diags = pag_diagnostics_create(&cli->arena, pag_sources_create(&cli->arena));
    pag_diag_add(diags, PAG_E0988, (pag_pos){0}, 2, options->spelling[PAG_OPTION_COVERAGE], word);
    pag_cli_tell(cli, diags, &cli->arena);
    return false;
}

pag_status pag_cli_test(pag_cli *cli)
{
    if (!coverage_fits(cli)) return PAG_USAGE;
    testing t = {.cli = cli};
    pag_trap keep, each;
    pag_arena_init(&t.keep, cli->allocator, 0);
    pag_arena_init(&t.each, cli->allocator, PAG_EVALUATION_MEMORY);
    t.test = (pag_ruletest){.keep = &t.keep, .each = &t.each};
    t.test.why = show_why;
    t.test.ud = &t;
    pag_trap_set(&keep, &t.keep);
    pag_trap_set(&each, &t.each);
    if (!setjmp(keep.jump) && !setjmp(each.jump)) run(&t);
    pag_trap_clear(&each);
    pag_trap_clear(&keep);
    pag_ruletest_close(&t.test);
    pag_arena_drop(&t.keep);
    pag_arena_drop(&t.each);
    if (each.status == PAG_LIMIT) pag_cli_too_large(cli);
    if (each.status != PAG_OK) return each.status;
    return keep.status != PAG_OK ? keep.status : pag_ruletest_status(&t.test);
}
