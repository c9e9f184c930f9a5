/* Signs that are not Lua's: what a word processor makes of quotes, dashes and blanks, and the
 * operators of other languages. Knows for each what to write instead. */
#include "script/lexer.h"

struct foreign {
    const char *sign;
    pag_code code;
    const char *instead; /* NULL: the sign has no other form */
};

static const struct foreign characters[] = {
    {"“", PAG_E0404, "\""}, {"”", PAG_E0404, "\""}, {"„", PAG_E0404, "\""},
    {"‟", PAG_E0404, "\""}, {"«", PAG_E0404, "\""}, {"»", PAG_E0404, "\""},
    {"″", PAG_E0404, "\""}, {"‹", PAG_E0404, "'"},  {"›", PAG_E0404, "'"},
    {"‘", PAG_E0404, "'"},  {"’", PAG_E0404, "'"},  {"‚", PAG_E0404, "'"},
    {"‛", PAG_E0404, "'"},  {"′", PAG_E0404, "'"},  {"–", PAG_E0406, "-"},
    {"—", PAG_E0406, "-"},  {"−", PAG_E0406, "-"},  {"‐", PAG_E0406, "-"},
    {"‑", PAG_E0406, "-"},  {"×", PAG_E0406, "*"},  {"·", PAG_E0406, "*"},
    {"÷", PAG_E0406, "/"},  {"∕", PAG_E0406, "/"},  {"≤", PAG_E0406, "<="},
    {"≥", PAG_E0406, ">="}, {"…", PAG_E0484, NULL}, {"≠", PAG_E0406, "not is(a, b)"},
};

/* Blanks that are not the space bar's. */
static const char *const odd_blanks[] = {
    "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
    "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "\u3000",
};

/* Marks that take no room at all. */
static const char *const unseen[] = {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"};

static bool is_among(pag_str character, const char *const *all, size_t n)
{
    size_t i = 0;
    while (i < n && !pag_str_equal(character, pag_str_from(all[i]))) i++;
    return i < n;
}

static void refuse_character(pag_lexer *lexer, pag_str character)
{
    pag_pos pos = pag_lexer_here(lexer, character.len);
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        const struct foreign *f = &characters[i];
        if (!pag_str_equal(character, pag_str_from(f->sign))) continue;
        pag_refuse_and_stop(lexer->refusals, f->code, pos, character, pag_str_from(f->instead));
        return;
    }
    pag_refuse_and_stop(lexer->refusals, PAG_E0407, pos, character, PAG_NOTHING);
}

bool pag_lexer_foreign_character(pag_lexer *lexer)
{
    pag_str rest = {lexer->text.at + lexer->at, lexer->text.len - lexer->at};
    pag_str character = {rest.at, pag_utf8_length(rest.at, rest.len)};
    pag_str name = pag_refusal_code_point(lexer->refusals->arena, character);
    if (is_among(character, unseen, sizeof unseen / sizeof *unseen)) {
        pag_refuse_and_stop(lexer->refusals, PAG_E0402, pag_lexer_here(lexer, character.len), name,
                            PAG_NOTHING);
        return false;
    }
    if (!is_among(character, odd_blanks, sizeof odd_blanks / sizeof *odd_blanks)) {
        refuse_character(lexer, character);
        return false;
    }
    pag_refuse(lexer->refusals, PAG_E0405, pag_lexer_here(lexer, character.len), name, PAG_NOTHING);
    pag_lexer_step(lexer, character.len);
    return true;
}

struct operator_of_others {
    const char *sign;
    pag_token_kind meant; /* PAG_T_FINISH: nothing that could be read on with */
    const char *instead;
};

static const struct operator_of_others operators[] = {
    {"===", PAG_T_EQUAL, "is(a, b)"},
    {"!==", PAG_T_UNEQUAL, "not is(a, b)"},
    {"&&", PAG_T_AND, "and"},
    {"||", PAG_T_OR, "or"},
    {"!=", PAG_T_UNEQUAL, "not is(a, b)"},
    {"<>", PAG_T_UNEQUAL, "not is(a, b)"},
    {"=<", PAG_T_LESS_EQUAL, "<="},
    {"=>", PAG_T_MORE_EQUAL, ">="},
    {"++", PAG_T_FINISH, "x = x + 1"},
    {"+=", PAG_T_ASSIGN, "x = x + …"},
    {"-=", PAG_T_ASSIGN, "x = x - …"},
    {"*=", PAG_T_ASSIGN, "x = x * …"},
    {"/=", PAG_T_ASSIGN, "x = x / …"},
    {"!", PAG_T_NOT, "not"},
};

pag_token_kind pag_lexer_foreign_operator(pag_lexer *lexer)
{
    pag_str rest = {lexer->text.at + lexer->at, lexer->text.len - lexer->at};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        pag_str sign = pag_str_from(operators[i].sign);
        if (!pag_str_starts(rest, sign)) continue;
        pag_pos pos = pag_lexer_here(lexer, sign.len);
        pag_refuse(lexer->refusals, PAG_E0419, pos, sign, pag_str_from(operators[i].instead));
        if (operators[i].meant == PAG_T_FINISH) lexer->refusals->stopped = true;
        pag_lexer_step(lexer, sign.len);
        return operators[i].meant;
    }
    return PAG_T_FINISH;
}
