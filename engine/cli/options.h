/* The command line, read: which command, which options, what is left. Options may stand anywhere,
 * as
 * `--lang it` or `--lang=it`; after `--` everything is an operand; `-` is one. */
#ifndef PAG_CLI_OPTIONS_H
#define PAG_CLI_OPTIONS_H

#include "cli/vocabulary.h"
#include "diag/diag.h"

typedef enum pag_when { PAG_AUTO, PAG_ALWAYS, PAG_NEVER } pag_when;

typedef struct pag_options {
    pag_command command;           /* PAG_COMMANDS: none was said */
    uint64_t said;                 /* a bit for each pag_option */
    pag_str spelling[PAG_OPTIONS]; /* as it was written */
    pag_lang lang;                 /* as said, else what it was before */
    pag_when color;
    pag_diag_format format;
    pag_str rules, entry, from; /* --rules, --for, --from */
    pag_str base, budget;       /* --base, --budget */
    pag_str examples;
    pag_str junit;
    pag_str against;        /* --against */
    pag_str output, editor; /* --output, --editor */
    pag_str list;           /* --list */
    size_t n_marks;         /* --marks, which may be said several times */
    pag_str *marks;
    unsigned coverage;      /* at least so many percent */
    pag_str after_coverage; /* the word behind it, which is no such number; may be empty */
    size_t depth;           /* --depth; 0: all */
    pag_str on;             /* --on: the first of the files */
    size_t n_operands;      /* after the command */
    pag_str *operands;
} pag_options;

bool pag_option_said(const pag_options *options, pag_option option);

/* `arguments` without the program's name. All that is wrong goes to `diags`; false when something
 * is. What could be read stands in `*out` all the same. out->lang is read: it is the language of
 * before, for usage and as long as --lang is not said. */
bool pag_options_read(pag_arena *arena, pag_diagnostics *diags, size_t n,
                      const char *const *arguments, pag_options *out);

#endif
