/* Moving through the tokens. What is missing is told together with what it should have closed. */
#include "script/parser.h"

/* --- habits of other languages --- */

static bool ends_value(pag_token_kind kind)
{
    return kind == PAG_T_NAME || kind == PAG_T_STRING || kind == PAG_T_NUMBER ||
           kind == PAG_T_NIL || kind == PAG_T_TRUE || kind == PAG_T_FALSE || kind == PAG_T_END ||
           kind == PAG_T_CLOSE || kind == PAG_T_CLOSE_BRACE || kind == PAG_T_CLOSE_SQUARE;
}

/* Past the blanks of the line. */
static size_t past_blanks(pag_str text, size_t at)
{
    while (at < text.len && (text.at[at] == ' ' || text.at[at] == '\t')) at++;
    return at;
}

/* The word that begins there; letters beyond ASCII are in no name, and end none here. */
static pag_str word_at(pag_str text, size_t at)
{
    size_t end = at;
    while (end < text.len && (pag_is_name_byte(text.at[end]) || (text.at[end] & 0x80))) end++;
    return (pag_str){text.at + at, end - at};
}

/* "# nota del comune": two words that no operator stands between. */
static bool reads_like_a_sentence(pag_str first, pag_str second)
{
    static const pag_str operators[] = {{"and", 3}, {"or", 2}, {"do", 2}, {"then", 4}, {"end", 3}};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        if (pag_str_equal(second, operators[i])) return false;
    }
    return first.len && second.len;
}

static bool is_in_no_name(pag_str word)
{
    size_t i = 0;
    while (i < word.len && !(word.at[i] & 0x80)) i++;
    return i < word.len;
}

/* `#` where no length can stand: after a value, where an instruction begins, before what is no
 * name. A length may well be followed by the next instruction: whether the words after it are a
 * sentence is seen when they cannot be read. `//` where nothing can be divided, or before words. */
static bool is_comment(pag_parser *p)
{
    const pag_str text = p->lexer.text;
    pag_token_kind before = p->before.kind, now = p->now.kind;
    if (now != PAG_T_LENGTH && now != PAG_T_FLOOR) return false;
    bool value = p->before.end && ends_value(before);
    if (value != (now == PAG_T_FLOOR) || p->before.end == 0) return true;
    if (before == PAG_T_THEN || before == PAG_T_ELSE || before == PAG_T_DO) return true;
    pag_str first = word_at(text, past_blanks(text, p->now.end));
    pag_str second = word_at(text, past_blanks(text, (size_t)(first.at - text.at) + first.len));
    if (!reads_like_a_sentence(first, second)) return false;
    if (now == PAG_T_FLOOR) return true; /* which rules do not have anyway */
    p->sentence = p->now;
    return is_in_no_name(first) || is_in_no_name(second);
}

static void refuse_comment(pag_parser *p, const pag_token *sign)
{
    pag_refuse_and_stop(&p->refusals, PAG_E0488, pag_parser_pos(p, sign), pag_parser_text(p, sign),
                        PAG_NOTHING);
    p->now.kind = PAG_T_FINISH;
}

/* Whether it is in a sentence after `#` that reading ends: at its second word or its third. */
static bool ends_in_sentence(const pag_parser *p)
{
    return p->sentence.kind == PAG_T_LENGTH && p->now.kind != PAG_T_FINISH &&
           p->now.line == p->sentence.line && p->now.order <= p->sentence.order + 3;
}

/* `= "8%", "dal 2024: …")`: what is left of to_confirm("8%", "dal 2024: …") without its beginning;
 * empty where no text behind one value stands before the bracket. */
static pag_str rest_of_mark(const pag_parser *p)
{
    const pag_str text = p->lexer.text;
    size_t at = p->before.offset;
    if (p->before.kind != PAG_T_STRING) return PAG_NOTHING;
    while (at > 0 && (text.at[at - 1] == ' ' || text.at[at - 1] == '\n')) at--;
    if (at == 0 || text.at[at - 1] != ',') return PAG_NOTHING;
    for (at--; at > 0 && text.at[at - 1] != '='; at--) {
        const char c = text.at[at - 1];
        if (c == ',' || c == '{' || c == '\n') return PAG_NOTHING; /* one of several */
    }
    if (at == 0) return PAG_NOTHING;
    pag_str why = pag_parser_text(p, &p->before);
    return pag_text_join(p->arena, 3, PAG_STR(", "), why, PAG_STR(")"));
}

static void stop_also(pag_parser *p, pag_code code, const pag_token *opener, pag_str a, pag_str b);

/* A `)` that no `(` waits for. */
static bool refuse_loose_bracket(pag_parser *p, pag_token_kind kind, const pag_token *opener)
{
    if (p->now.kind != PAG_T_CLOSE || p->brackets > 0) return false;
    pag_str rest = rest_of_mark(p);
    stop_also(p, rest.len ? PAG_E0485 : PAG_E0486, opener, rest.len ? rest : pag_token_text(kind),
              PAG_NOTHING);
    return true;
}

/* --- moving --- */

void pag_parser_advance(pag_parser *p)
{
    p->before = p->now;
    if (p->before.kind == PAG_T_OPEN) p->brackets++;
    if (p->before.kind == PAG_T_CLOSE && p->brackets > 0) p->brackets--;
    if (p->before.kind == PAG_T_OPEN_BRACE) p->braces++;
    if (p->before.kind == PAG_T_CLOSE_BRACE && p->braces > 0) p->braces--;
    if (p->has_ahead) {
        p->now = p->ahead;
        p->has_ahead = false;
    } else {
        p->now = pag_lexer_next(&p->lexer);
    }
    if (p->now.line != p->before.line) p->margin = p->now.column;
    if (p->refusals.stopped) p->now.kind = PAG_T_FINISH;
    if (is_comment(p)) refuse_comment(p, &p->now);
}

const pag_token *pag_parser_ahead(pag_parser *p)
{
    if (!p->has_ahead) p->ahead = pag_lexer_next(&p->lexer);
    p->has_ahead = true;
    return &p->ahead;
}

pag_pos pag_parser_pos(const pag_parser *p, const pag_token *token)
{
    return pag_lexer_pos(&p->lexer, token);
}

pag_str pag_parser_text(const pag_parser *p, const pag_token *token)
{
    return pag_lexer_text(&p->lexer, token, token);
}

bool pag_parser_take(pag_parser *p, pag_token_kind kind)
{
    if (p->now.kind != kind) return false;
    pag_parser_advance(p);
    return true;
}

/* Where the trouble with `now` is; of what is missing at the end of the file, after the last token,
 * where there is a line to show. */
static pag_pos place(const pag_parser *p)
{
    pag_pos pos = pag_parser_pos(p, &p->now);
    if (p->now.kind != PAG_T_FINISH || p->before.end == 0) return pos;
    return (pag_pos){pos.source, p->before.line, p->before.stop_column, 1};
}

bool pag_parser_stop_comment(pag_parser *p)
{
    if (!ends_in_sentence(p)) return false;
    refuse_comment(p, &p->sentence);
    return true;
}

void pag_parser_stop(pag_parser *p, pag_code code, pag_str a, pag_str b)
{
    if (pag_parser_stop_comment(p) || pag_layout_blames(p)) return;
    pag_refuse_and_stop(&p->refusals, code, place(p), a, b);
    p->now.kind = PAG_T_FINISH;
}

void pag_parser_expect(pag_parser *p, pag_token_kind kind)
{
    if (pag_parser_take(p, kind)) return;
    pag_str missing = pag_token_text(kind);
    if (p->now.kind == PAG_T_ASSIGN) {
        pag_parser_stop(p, PAG_E0423, PAG_NOTHING, PAG_NOTHING);
    } else if (p->now.kind == PAG_T_FINISH) {
        pag_parser_stop(p, PAG_E0429, missing, PAG_NOTHING);
    } else {
        pag_parser_stop(p, PAG_E0428, missing, pag_parser_text(p, &p->now));
    }
}

static bool begins_value(pag_token_kind kind)
{
    return kind == PAG_T_NAME || kind == PAG_T_STRING || kind == PAG_T_NUMBER ||
           kind == PAG_T_NIL || kind == PAG_T_TRUE || kind == PAG_T_FALSE ||
           kind == PAG_T_FUNCTION || kind == PAG_T_NOT || kind == PAG_T_OPEN_BRACE ||
           kind == PAG_T_OPEN_SQUARE || kind == PAG_T_OPEN || kind == PAG_T_DOTS ||
           kind == PAG_T_LENGTH;
}

/* title = Retribuzione di risultato, title = "il "voto"": a word on the line of another word. */
static bool is_within_text(const pag_parser *p)
{
    pag_token_kind before = p->before.kind;
    return p->now.kind == PAG_T_NAME && p->now.line == p->before.line &&
           (before == PAG_T_NAME || before == PAG_T_STRING);
}

static void stop_also(pag_parser *p, pag_code code, const pag_token *opener, pag_str a, pag_str b)
{
    if (pag_parser_stop_comment(p)) return;
    pag_refuse_also(&p->refusals, code, place(p), pag_parser_pos(p, opener), a, b);
    p->refusals.stopped = true;
    p->now.kind = PAG_T_FINISH;
}

void pag_parser_close(pag_parser *p, pag_token_kind kind, const pag_token *opener, bool in_list)
{
    if (pag_parser_take(p, kind) || refuse_loose_bracket(p, kind, opener)) return;
    pag_str found = pag_parser_text(p, &p->now);
    if (p->now.kind == PAG_T_ASSIGN) {
        pag_parser_stop(p, in_list ? PAG_E0424 : PAG_E0423, PAG_NOTHING, PAG_NOTHING);
        return;
    }
    if (in_list && begins_value(p->now.kind)) {
        pag_parser_stop(p, is_within_text(p) ? PAG_E0491 : PAG_E0425, found, PAG_NOTHING);
        return;
    }
    pag_str missing = pag_token_text(kind);
    pag_code code = p->now.kind == PAG_T_FINISH ? PAG_E0427 : PAG_E0426;
    stop_also(p, code, opener, missing, found);
}

bool pag_parser_name(pag_parser *p, pag_token *out)
{
    *out = p->now;
    if (pag_parser_take(p, PAG_T_NAME)) return true;
    if (p->now.kind == PAG_T_FINISH) {
        pag_parser_stop(p, PAG_E0430, PAG_NOTHING, PAG_NOTHING);
    } else {
        pag_parser_stop(p, PAG_E0431, pag_parser_text(p, &p->now), PAG_NOTHING);
    }
    return false;
}

bool pag_parser_judge_comma(pag_parser *p)
{
    pag_token number = p->before, comma = p->now;
    bool touching = number.kind == PAG_T_NUMBER && comma.kind == PAG_T_COMMA &&
                    comma.offset == number.end && !number.refused;
    if (!touching) return false;
    const pag_token *next = pag_parser_ahead(p);
    if (next->kind != PAG_T_NUMBER || next->offset != comma.end) return false;
    pag_str whole = pag_parser_text(p, &number), part = pag_parser_text(p, next);
    pag_refuse(&p->refusals, PAG_E0474, pag_lexer_span(&p->lexer, &number, next),
               pag_text_join(p->arena, 3, whole, PAG_STR(","), part),
               pag_text_join(p->arena, 3, whole, PAG_STR("."), part));
    return true;
}

bool pag_parser_enter(pag_parser *p)
{
    if (++p->depth <= PAG_SCRIPT_MOST_DEPTH) return true;
    pag_parser_stop(p, PAG_E0521, PAG_NOTHING, PAG_NOTHING);
    return false;
}

void pag_parser_leave(pag_parser *p)
{
    p->depth--;
}

bool pag_parser_at_top(const pag_parser *p)
{
    return p->function->index < 0 && p->function->blocks == 0;
}
