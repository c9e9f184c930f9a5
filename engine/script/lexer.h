/* Turns the bytes of a rule file into tokens, each with its place, and refuses what no token may
 * be: numerals that Lua would make binary, escapes, foreign signs and operators, characters that
 * only look like others. */
#ifndef PAG_SCRIPT_LEXER_H
#define PAG_SCRIPT_LEXER_H

#include "script/refusal.h"
#include "script/symbol.h"

typedef struct pag_lexer {
    pag_refusals *refusals;
    pag_symbols *symbols;
    pag_str text;
    size_t at;
    uint32_t line, column; /* of the byte at `at` */
    uint32_t order;
    uint32_t *line_stop; /* per line: the column after the last token that begins there */
} pag_lexer;

/* The text is valid UTF-8 without control characters, as pag_screen_bytes leaves it. */
void pag_lexer_init(pag_lexer *lexer, pag_refusals *refusals, pag_symbols *symbols, pag_str text);
pag_token pag_lexer_next(pag_lexer *lexer);

/* The place of a token; its width ends with its first line. */
pag_pos pag_lexer_pos(const pag_lexer *lexer, const pag_token *token);
/* The place of what begins with `first` and ends with `last`; its width ends with the last token
 * that begins on the first line. */
pag_pos pag_lexer_span(const pag_lexer *lexer, const pag_token *first, const pag_token *last);
/* The bytes from the first to the last. */
pag_str pag_lexer_text(const pag_lexer *lexer, const pag_token *first, const pag_token *last);
/* What a string token stands for: without quotes or brackets, escapes undone. */
pag_str pag_lexer_string(const pag_lexer *lexer, const pag_token *token);

/* --- between the files of the lexer --- */

/* Passes over n bytes. */
void pag_lexer_step(pag_lexer *lexer, size_t n);
/* The place of the next n bytes, which stand on one line. */
pag_pos pag_lexer_here(const pag_lexer *lexer, size_t n);
/* A string in quotes, a string in long brackets, a comment; at their first byte. */
void pag_lexer_quoted(pag_lexer *lexer);
bool pag_lexer_at_long_bracket(const pag_lexer *lexer, size_t ahead);
void pag_lexer_long_bracket(pag_lexer *lexer, size_t prefix);
/* Something outside ASCII where a token should begin. True if it was a kind of blank: refused and
 * passed over; else the refusal has stopped. */
bool pag_lexer_foreign_character(pag_lexer *lexer);
/* An operator of other languages: refused, passed over; the Lua token it stands for, or
 * PAG_T_FINISH when there is none such here. */
pag_token_kind pag_lexer_foreign_operator(pag_lexer *lexer);
/* Judges a numeral as written; `percent` if a % follows without a blank. */
void pag_numeral_judge(pag_refusals *refusals, pag_str numeral, bool percent, pag_pos pos);

/* The first things to know of a file: its size, its encoding, no control characters. False, with
 * the reason told, if it is not to be read further. */
bool pag_screen_bytes(pag_refusals *refusals, pag_str text);

#endif
