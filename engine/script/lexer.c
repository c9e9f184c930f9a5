/* One token at a time, never going back. Owns the place in the text; texts in quotes and brackets
 * are read in quote.c, numerals judged in numeral.c, foreign signs in foreign.c. */
#include "script/lexer.h"

static const pag_str spellings[PAG_T_KINDS] = {
#define X(name, text) [PAG_T_##name] = {text, sizeof(text) - 1},
    PAG_KEYWORDS(X) PAG_SIGNS(X)
#undef X
};

pag_str pag_token_text(pag_token_kind kind)
{
    return spellings[kind];
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* The byte so many ahead; 0, which no source contains, after the end. */
static char ahead(const pag_lexer *lexer, size_t n)
{
    return lexer->text.len - lexer->at > n ? lexer->text.at[lexer->at + n] : '\0';
}

static bool looking_at(const pag_lexer *lexer, pag_str text)
{
    return pag_str_starts((pag_str){lexer->text.at + lexer->at, lexer->text.len - lexer->at}, text);
}

void pag_lexer_init(pag_lexer *lexer, pag_refusals *refusals, pag_symbols *symbols, pag_str text)
{
    *lexer = (pag_lexer){.refusals = refusals, .symbols = symbols, .text = text};
    size_t lines = 2;
    for (size_t i = 0; i < text.len; i++) lines += text.at[i] == '\n';
    lexer->line_stop = PAG_NEW_ARRAY(refusals->arena, uint32_t, lines);
    lexer->line = lexer->column = 1;
    if (pag_str_starts(text, PAG_STR("\xEF\xBB\xBF"))) lexer->at = 3;
}

void pag_lexer_step(pag_lexer *lexer, size_t n)
{
    for (; n > 0; n--) {
        unsigned char c = (unsigned char)lexer->text.at[lexer->at++];
        if (c == '\n') {
            lexer->line++;
            lexer->column = 1;
        } else if ((c & 0xC0) != 0x80) {
            lexer->column++;
        }
    }
}

pag_pos pag_lexer_here(const pag_lexer *lexer, size_t n)
{
    pag_pos pos = {lexer->refusals->source, lexer->line, lexer->column, 0};
    for (size_t i = 0; i < n; i++) {
        pos.width += ((unsigned char)lexer->text.at[lexer->at + i] & 0xC0) != 0x80;
    }
    return pos;
}

pag_pos pag_lexer_pos(const pag_lexer *lexer, const pag_token *token)
{
    return pag_lexer_span(lexer, token, token);
}

pag_pos pag_lexer_span(const pag_lexer *lexer, const pag_token *first, const pag_token *last)
{
    uint32_t stop = last->line == first->line ? last->stop_column : lexer->line_stop[first->line];
    if (last->order < first->order) stop = first->stop_column; /* nothing came after `first` */
    return (pag_pos){lexer->refusals->source, first->line, first->column, stop - first->column};
}

pag_str pag_lexer_text(const pag_lexer *lexer, const pag_token *first, const pag_token *last)
{
    size_t len = last->end < first->offset ? 0 : last->end - first->offset;
    return (pag_str){lexer->text.at + first->offset, len};
}

static void skip_comment(pag_lexer *lexer)
{
    if (pag_lexer_at_long_bracket(lexer, 2)) {
        pag_lexer_long_bracket(lexer, 2);
        return;
    }
    while (lexer->at < lexer->text.len && ahead(lexer, 0) != '\n') pag_lexer_step(lexer, 1);
}

static void skip_blanks(pag_lexer *lexer)
{
    while (lexer->at < lexer->text.len && !lexer->refusals->stopped) {
        char c = ahead(lexer, 0);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            pag_lexer_step(lexer, 1);
        } else if (c == '-' && ahead(lexer, 1) == '-') {
            skip_comment(lexer);
        } else if ((unsigned char)c < 0x80 || !pag_lexer_foreign_character(lexer)) {
            return;
        }
    }
}

static void judge_name(pag_lexer *lexer, pag_str name, pag_token *token)
{
    bool reserved = pag_str_starts(name, PAG_STR("__")) || pag_str_equal(name, PAG_STR("_ENV")) ||
                    pag_str_equal(name, PAG_STR("_G"));
    if (!reserved) return;
    token->refused = true;
    pag_pos pos = {lexer->refusals->source, token->line, token->column, (uint32_t)name.len};
    pag_refuse(lexer->refusals, PAG_E0421, pos, name, PAG_NOTHING);
}

static void read_name(pag_lexer *lexer, pag_token *token)
{
    size_t n = 0;
    while (is_letter(ahead(lexer, n)) || is_digit(ahead(lexer, n))) n++;
    pag_str name = {lexer->text.at + lexer->at, n};
    pag_lexer_step(lexer, n);
    token->symbol = pag_symbols_add(lexer->symbols, name);
    token->kind = pag_symbols_at(lexer->symbols, token->symbol)->keyword;
    judge_name(lexer, name, token);
}

/* As far as Lua's own reader would go, so that `3x` and `1..2` are one mistake each. */
static void read_numeral(pag_lexer *lexer, pag_token *token)
{
    size_t n = 0;
    bool hex = ahead(lexer, 0) == '0' && (ahead(lexer, 1) == 'x' || ahead(lexer, 1) == 'X');
    while (is_digit(ahead(lexer, n)) || is_letter(ahead(lexer, n)) || ahead(lexer, n) == '.') {
        char c = (char)(ahead(lexer, n) | 0x20);
        char sign = ahead(lexer, n + 1);
        n += c == (hex ? 'p' : 'e') && (sign == '-' || sign == '+') ? 2 : 1;
    }
    bool percent = ahead(lexer, n) == '%';
    pag_pos pos = pag_lexer_here(lexer, n + percent);
    pag_numeral_judge(lexer->refusals, (pag_str){lexer->text.at + lexer->at, n}, percent, pos);
    pag_lexer_step(lexer, n + percent);
    token->kind = PAG_T_NUMBER;
}

static void read_sign(pag_lexer *lexer, pag_token *token)
{
    pag_token_kind foreign = pag_lexer_foreign_operator(lexer);
    if (foreign != PAG_T_FINISH || lexer->refusals->stopped) {
        token->kind = foreign;
        token->refused = true;
        return;
    }
    for (int kind = PAG_T_DOTS; kind < PAG_T_KINDS; kind++) {
        if (!looking_at(lexer, spellings[kind])) continue;
        pag_lexer_step(lexer, spellings[kind].len);
        token->kind = (pag_token_kind)kind;
        return;
    }
    pag_str sign = {lexer->text.at + lexer->at, 1};
    pag_refuse_and_stop(lexer->refusals, PAG_E0407, pag_lexer_here(lexer, 1), sign, PAG_NOTHING);
}

static void read_token(pag_lexer *lexer, pag_token *token)
{
    char c = ahead(lexer, 0);
    if (is_letter(c)) {
        read_name(lexer, token);
    } else if (is_digit(c) || (c == '.' && is_digit(ahead(lexer, 1)))) {
        read_numeral(lexer, token);
    } else if (c == '"' || c == '\'') {
        pag_lexer_quoted(lexer);
        token->kind = PAG_T_STRING;
    } else if (pag_lexer_at_long_bracket(lexer, 0)) {
        pag_lexer_long_bracket(lexer, 0);
        token->kind = PAG_T_STRING;
    } else {
        read_sign(lexer, token);
    }
}

/* The column after the token on the line where it begins. */
static uint32_t stop_column(const pag_lexer *lexer, const pag_token *token)
{
    if (lexer->line == token->line) return lexer->column;
    uint32_t column = token->column;
    for (size_t i = token->offset; lexer->text.at[i] != '\n' && lexer->text.at[i] != '\r'; i++) {
        column += ((unsigned char)lexer->text.at[i] & 0xC0) != 0x80;
    }
    return column;
}

pag_token pag_lexer_next(pag_lexer *lexer)
{
    skip_blanks(lexer);
    pag_token token = {
        .kind = PAG_T_FINISH,
        .offset = (uint32_t)lexer->at,
        .line = lexer->line,
        .column = lexer->column,
        .order = lexer->order++,
    };
    if (lexer->at < lexer->text.len && !lexer->refusals->stopped) read_token(lexer, &token);
    if (lexer->refusals->stopped) token.kind = PAG_T_FINISH;
    token.end = (uint32_t)lexer->at;
    token.stop_column = stop_column(lexer, &token);
    lexer->line_stop[token.line] = token.stop_column;
    return token;
}
