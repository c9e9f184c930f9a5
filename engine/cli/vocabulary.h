/* The words of the command line: commands, options, exit codes, in both languages. One table each,
 * from which parsing, help, aliases and did-you-mean come. It knows nothing of what commands do. */
#ifndef PAG_CLI_VOCABULARY_H
#define PAG_CLI_VOCABULARY_H

#include "base/text.h"

typedef enum pag_command {
    PAG_COMMAND_EVAL,
    PAG_COMMAND_EXPLAIN,
    PAG_COMMAND_CHECK,
    PAG_COMMAND_TEST,
    PAG_COMMAND_PROVE,
    PAG_COMMAND_FORM,
    PAG_COMMAND_NEW_YEAR,
    PAG_COMMAND_SCHEMA,
    PAG_COMMAND_DIFF,
    PAG_COMMAND_HELP,
    PAG_COMMANDS /* none of them */
} pag_command;

typedef enum pag_option {
    PAG_OPTION_RULES,
    PAG_OPTION_FOR,
    PAG_OPTION_FROM,
    PAG_OPTION_DEPTH,
    PAG_OPTION_WHAT_IF,
    PAG_OPTION_AGAINST,
    PAG_OPTION_DRAFT,
    PAG_OPTION_DRY_RUN,
    PAG_OPTION_JSON,
    PAG_OPTION_LANG,
    PAG_OPTION_COLOR,
    PAG_OPTION_QUIET,
    PAG_OPTION_VERBOSE,
    PAG_OPTION_WATCH,
    PAG_OPTION_FORMAT,
    PAG_OPTION_BASE,
    PAG_OPTION_BUDGET,
    PAG_OPTION_EXAMPLES,
    PAG_OPTION_JUNIT,
    PAG_OPTION_COVERAGE,
    PAG_OPTION_SUGGEST,
    PAG_OPTION_OUTPUT,
    PAG_OPTION_EDITOR,
    PAG_OPTION_MARKDOWN,
    PAG_OPTION_MARKS,
    PAG_OPTION_CSV,
    PAG_OPTION_LIST,
    PAG_OPTION_META,
    PAG_OPTION_ON,
    PAG_OPTION_EXIT_CODE,
    PAG_OPTION_HELP,
    PAG_OPTION_VERSION,
    PAG_OPTIONS
} pag_option;

/* Texts in two languages are indexed by pag_lang. */
typedef struct pag_command_words {
    pag_str word, alias;
    pag_str operands[2]; /* "FILE FIGURE" */
    size_t least, most;  /* how many */
    uint64_t options;    /* a bit for each it knows */
    pag_str summary[2];  /* one line */
    pag_str text[2];     /* what `help COMMAND` says */
    pag_str examples[2]; /* what follows "pagella ", one a line */
} pag_command_words;

typedef struct pag_option_words {
    pag_str word, alias; /* "--lang", "--lingua" */
    char letter;         /* 'h' for -h, or 0 */
    pag_str value[2];    /* "it|en"; empty: it takes none */
    bool one_of;         /* the value is one of those words */
    pag_str summary[2];
    bool percent; /* the value is a whole number up to 100, and may be left out */
} pag_option_words;

typedef struct pag_exit_words {
    int code;
    uint64_t commands; /* that can end so */
    pag_str meaning[2];
} pag_exit_words;

const pag_command_words *pag_command_of(pag_command command);
const pag_option_words *pag_option_of(pag_option option);
const pag_exit_words *pag_exits(size_t *n);

/* By word or alias; PAG_COMMANDS or PAG_OPTIONS when there is none. */
pag_command pag_command_find(pag_str word);
pag_option pag_option_find(pag_str word);
/* The word somebody most likely meant; empty when none is near. */
pag_str pag_command_nearest(pag_str word);
/* Among the options with a bit in `some`. */
pag_str pag_option_nearest(pag_str word, uint64_t some);

/* What `help` calls the language of rules, in both languages. */
const pag_str *pag_topic_rules(void);

/* The word number `index` of "auto|always|never"; false when there is none. */
bool pag_choice_word(pag_str choices, size_t index, pag_str *out);

#endif
