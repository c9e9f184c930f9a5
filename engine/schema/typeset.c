/* Signs that word processors and web pages set in place of those of the keyboard, in a number or a
 * day: the minus, dashes, blanks that part nothing. What was meant is read before it is said. */
#include "schema/typeset.h"

#include "schema/reader.h"

typedef struct set_sign {
    pag_str set, typed; /* a blank is typed as nothing */
    pag_str name;
} set_sign;

/* The one that `text` begins with, or NULL. */
static const set_sign *sign_at(pag_str text)
{
    static const set_sign signs[] = {
        {PAG_WORD("\u2212"), PAG_WORD("-"), PAG_WORD("\u2212 (U+2212)")},
        {PAG_WORD("\u2010"), PAG_WORD("-"), PAG_WORD("\u2010 (U+2010)")},
        {PAG_WORD("\u2011"), PAG_WORD("-"), PAG_WORD("\u2011 (U+2011)")},
        {PAG_WORD("\u2012"), PAG_WORD("-"), PAG_WORD("\u2012 (U+2012)")},
        {PAG_WORD("\u2013"), PAG_WORD("-"), PAG_WORD("\u2013 (U+2013)")},
        {PAG_WORD("\u2014"), PAG_WORD("-"), PAG_WORD("\u2014 (U+2014)")},
        {PAG_WORD("\u2044"), PAG_WORD("/"), PAG_WORD("\u2044 (U+2044)")},
        {PAG_WORD("\u2215"), PAG_WORD("/"), PAG_WORD("\u2215 (U+2215)")},
        {PAG_WORD("\uff05"), PAG_WORD("%"), PAG_WORD("\uff05 (U+FF05)")},
        {PAG_WORD("\u00a0"), PAG_WORD(""), PAG_WORD("U+00A0")},
        {PAG_WORD("\u2007"), PAG_WORD(""), PAG_WORD("U+2007")},
        {PAG_WORD("\u2009"), PAG_WORD(""), PAG_WORD("U+2009")},
        {PAG_WORD("\u202f"), PAG_WORD(""), PAG_WORD("U+202F")}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (pag_str_starts(text, signs[i].set)) return &signs[i];
    }
    return NULL;
}

/* As it is typed; `*first` is the first sign that is not of the keyboard, NULL if there is none. */
static pag_str typed(pag_arena *arena, pag_str text, const set_sign **first)
{
    pag_text out = {.arena = arena};
    *first = NULL;
    for (size_t i = 0; i < text.len;) {
        const set_sign *found = sign_at((pag_str){text.at + i, text.len - i});
        if (found && !*first) *first = found;
        if (found) pag_text_put(&out, found->typed);
        if (!found) pag_text_byte(&out, text.at[i]);
        i += found ? found->set.len : 1;
    }
    return pag_text_str(&out);
}

pag_str pag_typeset_typed(pag_arena *arena, pag_str text, pag_str *sign, bool *blank)
{
    const set_sign *first;
    pag_str plain = typed(arena, text, &first);
    *sign = first ? first->name : PAG_STR("");
    *blank = first && !first->typed.len;
    return plain;
}

static bool tell(const pag_scalar *s, const set_sign *sign, pag_str meant)
{
    return pag_scalar_tell(s, sign->typed.len ? PAG_E0298 : PAG_E0299, meant, sign->name);
}

bool pag_scalar_is_typeset(const pag_scalar *s, pag_str text)
{
    pag_arena *arena = s->reader->arena;
    const set_sign *sign;
    pag_number x;
    pag_str plain = typed(arena, text, &sign);
    if (!sign) return false;
    if (pag_scalar_has_commas(s) && !pag_number_from_italian(arena, plain, &plain)) return false;
    if (pag_number_parse(arena, plain, &x) == PAG_NUMBER_COMMA) {
        pag_str decimal = pag_number_suggest(arena, plain);
        if (decimal.len) plain = decimal;
    }
    if (pag_scalar_reads(s, plain)) {
        (void)tell(s, sign, plain);
    } else if (pag_scalar_judge(s, plain, &x) != PAG_SLIP_SPELLING) {
        (void)pag_scalar_refuse(s, plain);
    } else {
        return false;
    }
    return true;
}

bool pag_scalar_is_typeset_day(const pag_scalar *s)
{
    const set_sign *sign;
    pag_number x;
    pag_scalar plain = *s;
    plain.text = typed(s->reader->arena, s->text, &sign);
    if (!sign) return false;
    if (pag_date_parse(plain.text, &x) == PAG_NUMBER_OK) {
        (void)tell(s, sign, plain.text);
    } else {
        (void)pag_scalar_no_day(&plain);
    }
    return true;
}
