/* What the commands share: the command line, the language, the terminal, the two sinks. A command
 * is a function from it to a status; it allocates in arenas of its own, and what runs out of memory
 * ends in a trap. */
#ifndef PAG_CLI_CLI_H
#define PAG_CLI_CLI_H

#include "check/loader.h"
#include "cli/options.h"
#include "explain/view.h"

typedef struct pag_cli {
    const pag_allocator *allocator;
    pag_arena arena; /* the command line's own, until the end */
    pag_options options;
    pag_lang lang;
    pag_str program; /* how the person calls it, for the next command; may be empty */
    size_t width;    /* columns of the terminal, as far as lines can be read */
    size_t wide;     /* all of them: a table is not read line by line */
    size_t page;     /* the same where there is a terminal, or COLUMNS says; 0: nobody says */
    bool gone;       /* whoever read the output has ended */
    bool color_out, color_err;
    bool told; /* diagnostics stand on stderr: the next ones keep a distance */
    pag_sink out, err;
} pag_cli;

/* The whole program; returns the exit code. */
int pag_cli_run(int argc, char **argv);

pag_status pag_cli_eval(pag_cli *cli);
pag_status pag_cli_explain(pag_cli *cli);
pag_status pag_cli_check(pag_cli *cli);
pag_status pag_cli_test(pag_cli *cli);
pag_status pag_cli_prove(pag_cli *cli);
pag_status pag_cli_form(pag_cli *cli);
pag_status pag_cli_diff(pag_cli *cli);
pag_status pag_cli_new_year(pag_cli *cli);
pag_status pag_cli_schema(pag_cli *cli);
pag_status pag_cli_help(pag_cli *cli);
/* --- watch.c --- */
/* Runs the command, and again each time one of the files it may read has been saved; until somebody
 * ends it, or nobody reads its output. */
pag_status pag_cli_watch(pag_cli *cli, pag_status (*run)(pag_cli *cli));
/* The list of commands. */
void pag_cli_help_all(pag_cli *cli, pag_sink *sink);
/* --- help_json.c --- */
/* A command, or with PAG_COMMANDS all of them, for programs: "pagella.help/1". */
void pag_cli_help_json(pag_cli *cli, pag_command command, pag_sink *sink);
/* --- words.c --- */
/* Every word of the rule language. */
void pag_cli_help_rules(pag_cli *cli);
/* All about one of them; false when rules have no such word. */
bool pag_cli_help_word(pag_cli *cli, pag_str word);
/* The command or the word of rules somebody most likely meant; empty when none is near. */
pag_str pag_cli_help_nearest(pag_cli *cli, pag_str word);

/* --- unconfirmed.c --- */
struct pag_check;
/* What is to be confirmed in the packs that were checked, for people, or a line each where the
 * diagnostics have one. */
void pag_cli_put_unconfirmed(const pag_cli *cli, pag_text *out, const struct pag_check *check);
/* For machines: an object a line, schema "pagella.to_confirm/1": {pack, about, value, why, file,
 * line, column}; "value" is what the rules write, without quotes. */
void pag_cli_write_unconfirmed(pag_cli *cli, const struct pag_check *check);

/* --- fold.c --- */
/* The text with lines that are wider than the page broken. */
pag_str pag_cli_fold(const pag_cli *cli, pag_arena *arena, pag_str text);
/* The same of prose, whose lines are joined before. */
pag_str pag_cli_fold_prose(const pag_cli *cli, pag_arena *arena, pag_str text);

/* The one of the two that is in the language of messages. */
pag_str pag_cli_say(const pag_cli *cli, const char *english, const char *italian);
/* Diagnostics on stderr. */
void pag_cli_tell(pag_cli *cli, pag_diagnostics *diags, pag_arena *scratch);
/* How diagnostics are written to one of the sinks. */
pag_diag_style pag_cli_style(const pag_cli *cli, bool color);
/* "1 error", "3 errori": the number and the word that fits it. */
void pag_cli_put_count(pag_text *out, size_t n, pag_str one, pag_str many);
/* An evaluation took more than PAG_EVALUATION_MEMORY. */
void pag_cli_too_large(pag_cli *cli);

/* --- new_year_json.c --- */
struct pag_renewal;
struct pag_new_form;
void pag_cli_renewal_json(pag_cli *cli, const struct pag_renewal *renewal,
                          const struct pag_new_form *form);

/* --- load.c --- */

/* A command that evaluates: its memory, and how its files fared. */
typedef struct pag_work {
    pag_cli *cli;
    pag_loader loader;
    pag_arena arena; /* reset it between files */
    size_t files, bad, errors;
    pag_status worst;
} pag_work;

/* Runs `run` with a work of its own, tells the last line, and returns the worst that happened. */
pag_status pag_work_run(pag_cli *cli, void (*run)(pag_work *work));
/* Opens and evaluates one operand ("-": standard input); tells what is wrong, and counts. */
pag_status pag_work_load(pag_work *work, pag_str operand, pag_loaded *out);
/* The same in two steps: `told` is as much of what was found as is told. */
void pag_work_open(pag_work *work, pag_str operand, pag_loaded *out);
pag_status pag_work_tell(pag_work *work, const pag_loaded *file, pag_diagnostics *told);
/* A view of a result as the command line asks for it. */
pag_view pag_work_view(pag_work *work, const pag_result *result);
/* Notes that an amount was not shown; the command then ends with PAG_FINDINGS at least. */
void pag_work_withheld(pag_work *work);
/* A pack of the tree; what is wrong with it is told, in the memory of `scratch`. */
pag_loaded_pack *pag_cli_pack(pag_cli *cli, pag_loader *loader, pag_arena *scratch,
                              const pag_tree *tree, pag_str name);
/* The one that an operand names, and its tree. NULL where there are no rules at all; `diags` then
 * says so. */
pag_loaded_pack *pag_cli_asked_pack(pag_cli *cli, pag_loader *loader, pag_diagnostics *diags,
                                    pag_str asked, pag_tree *tree);
/* Whether what was asked for is a file of no pack, such as an evaluation; that is told. `name` is
 * what pag_tree_asked made of it. */
bool pag_cli_is_other_file(pag_cli *cli, pag_diagnostics *diags, pag_str asked,
                           const pag_tree *tree, pag_str name);
/* Whether that is how people say stdout: "-". */
bool pag_cli_is_stdout(pag_str path);
/* Writes to stdout or, with --output, into a new file; `diags` says why when that fails. */
bool pag_cli_put_out(pag_cli *cli, pag_diagnostics *diags, pag_str text);
/* Rows are about the lists of one evaluation: in another one they would be about nobody, or worse,
 * about somebody else. False, and told, when --marks is said and there is no one file. */
bool pag_cli_marks_fit(pag_cli *cli);
/* A sink that collects in `out`: nothing of a result goes out before all of it is there. */
pag_sink pag_work_collect(pag_text *out);

#endif
