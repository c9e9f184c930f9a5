/* Texts in quotes and long brackets, and comments: where they end, and what they stand for. */
#include "script/lexer.h"

static char byte_at(const pag_lexer *lexer, size_t at)
{
    return at < lexer->text.len ? lexer->text.at[at] : '\0';
}

/* The text breaks off here; `opened` is where it began. */
static void refuse_unfinished(pag_lexer *lexer, pag_code code, pag_pos opened, pag_str opener)
{
    pag_refuse_also(lexer->refusals, code, pag_lexer_here(lexer, 0), opened, opener, PAG_NOTHING);
    lexer->refusals->stopped = true;
}

/* At a backslash. What follows it is passed over too, but never the end of the line. */
static void read_escape(pag_lexer *lexer)
{
    char c = byte_at(lexer, lexer->at + 1);
    if (c == 'n' || c == '\\' || c == '"' || c == '\'') {
        pag_lexer_step(lexer, 2);
        return;
    }
    size_t left = lexer->text.len - lexer->at - 1;
    size_t n = c == '\r' || c == '\n' || c == '\0'
                   ? 1
                   : 1 + pag_utf8_length(lexer->text.at + lexer->at + 1, left);
    pag_str escape = {lexer->text.at + lexer->at, n};
    pag_refuse(lexer->refusals, PAG_E0410, pag_lexer_here(lexer, n), escape, PAG_NOTHING);
    pag_lexer_step(lexer, n);
}

void pag_lexer_quoted(pag_lexer *lexer)
{
    pag_pos opened = pag_lexer_here(lexer, 1);
    pag_str quote = {lexer->text.at + lexer->at, 1};
    pag_lexer_step(lexer, 1);
    for (;;) {
        char c = byte_at(lexer, lexer->at);
        if (c == '\0' || c == '\n' || c == '\r') {
            refuse_unfinished(lexer, PAG_E0408, opened, quote);
            return;
        }
        if (c == '\\') {
            read_escape(lexer);
        } else {
            pag_lexer_step(lexer, 1);
            if (c == quote.at[0]) return;
        }
    }
}

/* How long the bracket `[[`, `[=[`, … at this place is; 0 if it is none. */
static size_t bracket_length(const pag_lexer *lexer, size_t at, char square)
{
    if (byte_at(lexer, at) != square) return 0;
    size_t n = 1;
    while (byte_at(lexer, at + n) == '=') n++;
    return byte_at(lexer, at + n) == square ? n + 1 : 0;
}

bool pag_lexer_at_long_bracket(const pag_lexer *lexer, size_t ahead)
{
    return bracket_length(lexer, lexer->at + ahead, '[') > 0;
}

void pag_lexer_long_bracket(pag_lexer *lexer, size_t prefix)
{
    size_t length = bracket_length(lexer, lexer->at + prefix, '[');
    pag_pos opened = pag_lexer_here(lexer, prefix + length);
    pag_str opener = {lexer->text.at + lexer->at, prefix + length};
    pag_lexer_step(lexer, prefix + length);
    while (lexer->at < lexer->text.len) {
        if (bracket_length(lexer, lexer->at, ']') == length) {
            pag_lexer_step(lexer, length);
            return;
        }
        pag_lexer_step(lexer, 1);
    }
    refuse_unfinished(lexer, PAG_E0409, opened, opener);
}

static pag_str without_brackets(const pag_lexer *lexer, pag_str written, size_t length)
{
    pag_text out = {.arena = lexer->refusals->arena};
    size_t from = length;
    if (written.at[from] == '\r') from++;
    if (written.at[from] == '\n') from++;
    for (size_t i = from; i < written.len - length; i++) {
        if (written.at[i] != '\r') pag_text_byte(&out, written.at[i]);
    }
    return pag_text_str(&out);
}

pag_str pag_lexer_string(const pag_lexer *lexer, const pag_token *token)
{
    pag_str written = pag_lexer_text(lexer, token, token);
    if (written.at[0] == '[') {
        return without_brackets(lexer, written, bracket_length(lexer, token->offset, '['));
    }
    pag_str inside = {written.at + 1, written.len - 2};
    if (pag_str_find(inside, '\\') == inside.len) return inside;
    pag_text out = {.arena = lexer->refusals->arena};
    for (size_t i = 0; i < inside.len; i++) {
        bool escaped = inside.at[i] == '\\' && i + 1 < inside.len;
        char c = inside.at[escaped ? ++i : i];
        pag_text_byte(&out, escaped && c == 'n' ? '\n' : c);
    }
    return pag_text_str(&out);
}
