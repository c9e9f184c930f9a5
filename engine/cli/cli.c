/* The program around its commands: reads the command line and the environment, looks at the
 * terminal, runs the command, and sees that what was written arrived. */
#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NO_TERMINAL_WIDTH = 80, NARROWEST = 40, WIDEST = 120, MOST_TOLD = 20 };

pag_str pag_cli_say(const pag_cli *cli, const char *english, const char *italian)
{
    return pag_str_from(cli->lang == PAG_IT ? italian : english);
}

pag_diag_style pag_cli_style(const pag_cli *cli, bool color)
{
    pag_diag_format format = PAG_DIAG_TEXT;
    if (pag_option_said(&cli->options, PAG_OPTION_FORMAT)) format = cli->options.format;
    if (pag_option_said(&cli->options, PAG_OPTION_JSON)) format = PAG_DIAG_JSON;
    bool text = format == PAG_DIAG_TEXT;
    return (pag_diag_style){
        .lang = cli->lang, .format = format, .color = color && text, .most = text ? MOST_TOLD : 0};
}

void pag_cli_tell(pag_cli *cli, pag_diagnostics *diags, pag_arena *scratch)
{
    pag_diag_style style = pag_cli_style(cli, cli->color_err);
    size_t shown = pag_diagnostics_errors(diags) + pag_diagnostics_warnings(diags);
    if (!shown) return;
    if (cli->told && style.format == PAG_DIAG_TEXT) pag_sink_put(&cli->err, PAG_STR("\n"));
    cli->told = true;
    pag_diagnostics_write(diags, scratch, style, &cli->err);
}

void pag_cli_put_count(pag_text *out, size_t n, pag_str one, pag_str many)
{
    pag_text_whole(out, (int64_t)n);
    pag_text_put(out, n == 1 ? one : many);
}

/* Memory has ended, so this takes none. */
static void tell_no_memory(pag_cli *cli)
{
    pag_sink_put(&cli->err, pag_cli_say(cli, "error[E0090]: the machine has no more memory\n",
                                        "errore[E0090]: la macchina non ha più memoria\n"));
}

void pag_cli_too_large(pag_cli *cli)
{
    pag_diagnostics *diags = pag_diagnostics_create(&cli->arena, pag_sources_create(&cli->arena));
    pag_diag_add(diags, PAG_E0505, (pag_pos){0}, 0);
    pag_cli_tell(cli, diags, &cli->arena);
}

/* --- sinks --- */

static bool write_stream(void *ud, const char *at, size_t len)
{
    return fwrite(at, 1, len, ud) == len;
}

/* Who reads no more has had enough: the rest is left unsaid, and that is no failure. */
static bool write_output(void *ud, const char *at, size_t len)
{
    pag_cli *cli = ud;
    errno = 0;
    if (fwrite(at, 1, len, stdout) == len) return true;
    cli->gone = cli->gone || errno == EPIPE;
    return false;
}

/* A disk that is full may say so only when the last bytes go out. */
static bool close_output(pag_cli *cli)
{
    errno = 0;
    bool flushed = fflush(stdout) == 0;
    cli->gone = cli->gone || (!flushed && errno == EPIPE);
    bool failed = cli->out.failed || !flushed || ferror(stdout);
    return fclose(stdout) == 0 && !failed;
}

/* --- surroundings --- */

static bool is_said(const char *name)
{
    const char *value = getenv(name);
    return value && *value;
}

static pag_lang language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!is_said(names[i])) continue;
        return pag_str_starts(pag_str_from(getenv(names[i])), PAG_STR("it")) ? PAG_IT : PAG_EN;
    }
    return PAG_EN;
}

static bool colors(const pag_options *options, int fd)
{
    switch (options->color) {
    case PAG_AUTO: break;
    case PAG_ALWAYS: return true;
    case PAG_NEVER: return false;
    }
    return isatty(fd) && !is_said("NO_COLOR");
}

/* What the variable COLUMNS says; 0: nothing that is a width. */
static size_t said_width(void)
{
    enum { MOST = 10000 };
    size_t columns = 0;
    const char *at = getenv("COLUMNS");
    for (; at && *at >= '0' && *at <= '9' && columns < MOST; at++) {
        columns = columns * 10 + (size_t)(*at - '0');
    }
    return at && !*at ? columns : 0;
}

/* Of the terminal, or as it is said; 0: neither. */
static size_t page_width(void)
{
    struct winsize size;
    size_t columns = said_width();
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col) {
        columns = size.ws_col;
    }
    return columns && columns < NARROWEST ? NARROWEST : columns;
}

/* --- the command --- */

static pag_status run_command(pag_cli *cli)
{
    switch (cli->options.command) {
    case PAG_COMMAND_EVAL: return pag_cli_eval(cli);
    case PAG_COMMAND_EXPLAIN: return pag_cli_explain(cli);
    case PAG_COMMAND_CHECK: return pag_cli_check(cli);
    case PAG_COMMAND_TEST: return pag_cli_test(cli);
    case PAG_COMMAND_PROVE: return pag_cli_prove(cli);
    case PAG_COMMAND_FORM: return pag_cli_form(cli);
    case PAG_COMMAND_NEW_YEAR: return pag_cli_new_year(cli);
    case PAG_COMMAND_SCHEMA: return pag_cli_schema(cli);
    case PAG_COMMAND_DIFF: return pag_cli_diff(cli);
    case PAG_COMMAND_HELP: return pag_cli_help(cli);
    case PAG_COMMANDS: break;
    }
    if (pag_option_said(&cli->options, PAG_OPTION_JSON)) {
        pag_cli_help_json(cli, PAG_COMMANDS, &cli->err);
    } else {
        pag_cli_help_all(cli, &cli->err);
    }
    return PAG_USAGE;
}

/* The standard input is read once: nobody saves it again. That is told. */
static bool reads_input(pag_cli *cli, pag_diagnostics *diags)
{
    const pag_options *options = &cli->options;
    bool found = false;
    for (size_t i = 0; i < options->n_operands && !found; i++) {
        found = pag_str_equal(options->operands[i], PAG_STR("-"));
    }
    if (!found) return false;
    pag_diag_add(diags, PAG_E1159, (pag_pos){0}, 1, options->spelling[PAG_OPTION_WATCH]);
    pag_cli_tell(cli, diags, &cli->arena);
    return true;
}

static pag_status run(pag_cli *cli, size_t n, const char *const *arguments)
{
    pag_diagnostics *diags = pag_diagnostics_create(&cli->arena, pag_sources_create(&cli->arena));
    cli->options.lang = cli->lang;
    bool understood = pag_options_read(&cli->arena, diags, n, arguments, &cli->options);
    cli->lang = cli->options.lang;
    cli->color_out = colors(&cli->options, STDOUT_FILENO);
    cli->color_err = colors(&cli->options, STDERR_FILENO);
    if (!understood) {
        pag_cli_tell(cli, diags, &cli->arena);
        return PAG_USAGE;
    }
    if (pag_option_said(&cli->options, PAG_OPTION_VERSION)) {
        pag_sink_put(&cli->out, PAG_STR("pagella " PAG_VERSION "\n"));
        return PAG_OK;
    }
    if (pag_option_said(&cli->options, PAG_OPTION_HELP)) return pag_cli_help(cli);
    bool watch = pag_option_said(&cli->options, PAG_OPTION_WATCH);
    if (watch && reads_input(cli, diags)) return PAG_USAGE;
    return watch ? pag_cli_watch(cli, run_command) : run_command(cli);
}

static pag_status run_trapped(pag_cli *cli, size_t n, const char *const *arguments)
{
    pag_trap trap;
    volatile pag_status status = PAG_NOMEM;
    pag_trap_set(&trap, &cli->arena);
    if (setjmp(trap.jump) == 0) status = run(cli, n, arguments);
    pag_trap_clear(&trap);
    return trap.status != PAG_OK ? trap.status : status;
}

/* The arena may be full here, so this has one of its own. */
static void tell_output_failed(pag_cli *cli)
{
    pag_arena arena;
    pag_trap trap;
    pag_arena_init(&arena, cli->allocator, 0);
    pag_trap_set(&trap, &arena);
    if (setjmp(trap.jump) == 0) {
        pag_diagnostics *diags = pag_diagnostics_create(&arena, pag_sources_create(&arena));
        pag_diag_add(diags, PAG_E0613, (pag_pos){0}, 0);
        pag_cli_tell(cli, diags, &arena);
    }
    pag_trap_clear(&trap);
    pag_arena_drop(&arena);
}

int pag_cli_run(int argc, char **argv)
{
    const size_t wide = page_width();
    pag_cli cli = {.allocator = pag_heap(),
                   .lang = language_of_environment(),
                   .page = wide > WIDEST ? WIDEST : wide,
                   .wide = wide ? wide : NO_TERMINAL_WIDTH,
                   .program = pag_str_from(getenv("PAGELLA_COMMAND")),
                   .err = {.write = write_stream, .ud = stderr}};
    cli.width = cli.page ? cli.page : NO_TERMINAL_WIDTH;
    cli.out = (pag_sink){.write = write_output, .ud = &cli};
    size_t n = argc > 1 ? (size_t)argc - 1 : 0;
    (void)signal(SIGPIPE, SIG_IGN); /* a reader that ends is not our death */
    pag_arena_init(&cli.arena, cli.allocator, 0);
    pag_status status = run_trapped(&cli, n, n ? (const char *const *)(argv + 1) : NULL);
    if (status == PAG_NOMEM) {
        tell_no_memory(&cli);
        status = PAG_LIMIT;
    }
    bool written = close_output(&cli);
    if (!written && !cli.gone) {
        tell_output_failed(&cli);
        status = PAG_IO;
    }
    pag_arena_drop(&cli.arena);
    return (int)status;
}
