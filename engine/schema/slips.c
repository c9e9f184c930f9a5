/* What is wrong with a number that is written another way, and what to write instead. Whatever is
 * suggested is read before it is said: it has the form that its type wants and fits its bounds, and
 * of two readings both are named. A text that hides a second mistake behind the first, as "1,2345"
 * does in an amount, is told by the second one. */
#include "base/text.h"
#include "schema/reader.h"

/* What may be written instead is told as its file writes numbers. */
bool pag_scalar_tell(const pag_scalar *s, pag_code code, pag_str more, pag_str other)
{
    const pag_reader *r = s->reader;
    pag_diag_add(r->diags, code, s->pos, 4, pag_said_name(r, s->pos, s->name),
                 pag_said_text(r, s->pos, s->text), pag_said_as(r, s->pos, more),
                 pag_said_as(r, s->pos, other));
    return false;
}

static bool tell(const pag_scalar *s, pag_code code, pag_str more)
{
    return pag_scalar_tell(s, code, more, PAG_STR(""));
}

static pag_str one_that_reads(const pag_scalar *s, pag_str text)
{
    return pag_scalar_reads(s, text) ? text : PAG_STR("");
}

/* --- examples --- */

static pag_str written(const pag_scalar *s, pag_number x)
{
    pag_arena *arena = s->reader->arena;
    return pag_number_written(arena, pag_number_with_unit(arena, x, pag_type_unit(s->type)));
}

pag_str pag_scalar_example(const pag_scalar *s)
{
    pag_str usual = pag_type_example(s->type), out = one_that_reads(s, usual);
    const pag_cell *scale = pag_scalar_scale(s);
    if (scale) return written(s, scale->marks[scale->n_marks - 1]);
    if (!out.len && s->bounds.max.set) out = one_that_reads(s, written(s, s->bounds.max.number));
    if (!out.len && s->bounds.min.set) out = one_that_reads(s, written(s, s->bounds.min.number));
    if (!out.len && s->bounds.step.set) out = one_that_reads(s, written(s, s->bounds.step.number));
    return out.len ? out : usual;
}

/* --- the nearest text that is read --- */

static pag_str to_the_cent(const pag_scalar *s, pag_number x)
{
    pag_arena *arena = s->reader->arena;
    pag_number cent = PAG_ZERO, cents = PAG_ZERO;
    pag_number_parse(arena, PAG_STR("0.01"), &cent);
    pag_number_round(arena, &cents, pag_number_with_unit(arena, x, PAG_PLAIN), cent, PAG_HALF_UP);
    return written(s, cents);
}

/* 50 can only be meant as 50%; 0.5 is half of the whole or half a hundredth. */
static bool is_clear_percent(const pag_scalar *s, pag_number x)
{
    pag_arena *arena = s->reader->arena;
    x = pag_number_with_unit(arena, x, PAG_PLAIN);
    return pag_number_sign(x) == 0 || pag_number_order(x, pag_number_whole(arena, 1)) > 0;
}

/* "12.00" → "12" */
static pag_str without_decimals(pag_str text)
{
    size_t point = pag_str_find(text, '.');
    for (size_t i = point + 1; i < text.len; i++) {
        if (text.at[i] != '0') return text;
    }
    return (pag_str){text.at, point};
}

pag_str pag_scalar_closest(const pag_scalar *s, pag_str text)
{
    pag_arena *arena = s->reader->arena;
    pag_number x;
    switch (pag_scalar_judge(s, text, &x)) {
    case PAG_SLIP_NONE:
        if (pag_scalar_reads(s, text)) return text;
        return one_that_reads(s, pag_text_join(arena, 2, text, PAG_STR("0")));
    case PAG_SLIP_NO_SIGN:
        if (!is_clear_percent(s, x)) break;
        return one_that_reads(s, pag_text_join(arena, 2, text, PAG_STR("%")));
    case PAG_SLIP_POINT: return one_that_reads(s, without_decimals(text));
    case PAG_SLIP_CENTS: return one_that_reads(s, to_the_cent(s, x));
    case PAG_SLIP_SIGN:
    case PAG_SLIP_FRACTION:
    case PAG_SLIP_SPELLING: break;
    }
    return PAG_STR("");
}

/* --- amounts and percentages --- */

/* Nothing near it is read: its bounds forbid that. */
static bool refuse_bounds(const pag_scalar *s, pag_number x)
{
    if (pag_scalar_fits(s, x)) return tell(s, PAG_E0228, pag_scalar_example(s));
    return pag_scalar_scale(s) ? pag_mark_on_scale(s, x) : pag_scalar_within(s, x);
}

static bool refuse_bare_percent(const pag_scalar *s, pag_str text, pag_number x)
{
    pag_arena *arena = s->reader->arena;
    pag_str sign = pag_text_join(arena, 2, text, PAG_STR("%"));
    pag_str part = is_clear_percent(s, x) ? PAG_STR("") : written(s, x);
    part = one_that_reads(s, part);
    sign = one_that_reads(s, sign);
    if (part.len && sign.len) return pag_scalar_tell(s, PAG_E0246, part, sign);
    if (part.len || sign.len) return tell(s, PAG_E0227, part.len ? part : sign);
    (void)pag_number_parse(arena, pag_text_join(arena, 2, text, PAG_STR("%")), &x);
    return refuse_bounds(s, x);
}

/* More than two decimals; exactly three may be a point before the thousands, or the comma of a
 * table of Italian numbers. */
static bool refuse_decimals(const pag_scalar *s, pag_str text, pag_number x)
{
    enum { THOUSANDS = 3 };
    pag_str nearest = one_that_reads(s, to_the_cent(s, x)), whole = PAG_STR("");
    size_t decimals = text.len - pag_str_find(text, '.') - 1;
    bool commas = pag_scalar_has_commas(s);
    if (decimals == THOUSANDS) {
        whole = one_that_reads(s, pag_number_ungrouped(s->reader->arena, text, '.'));
    }
    if (whole.len && nearest.len) {
        return pag_scalar_tell(s, commas ? PAG_E0287 : PAG_E0253, whole, nearest);
    }
    if (nearest.len) return tell(s, PAG_E0231, nearest);
    return whole.len && !commas ? tell(s, PAG_E0229, whole) : refuse_bounds(s, x);
}

/* --- the spelling --- */

/* "-007.50" → "-7.50" */
static pag_str without_zeros(pag_arena *arena, pag_str text)
{
    bool negative = text.len > 0 && text.at[0] == '-';
    size_t at = negative ? 1 : 0;
    while (at + 1 < text.len && text.at[at] == '0' && text.at[at + 1] >= '0' &&
           text.at[at + 1] <= '9') {
        at++;
    }
    return pag_text_join(arena, 2, negative ? PAG_STR("-") : PAG_STR(""),
                         (pag_str){text.at + at, text.len - at});
}

static bool refuse_long(const pag_scalar *s)
{
    enum { SHOWN = 24 };
    pag_str said = pag_said_text(s->reader, s->pos, s->text);
    pag_str start = {said.at, said.len < SHOWN ? said.len : SHOWN};
    pag_str shown = pag_text_join(s->reader->arena, 2, start, PAG_STR("…"));
    pag_diag_add(s->reader->diags, PAG_E0251, s->pos, 2, pag_said_name(s->reader, s->pos, s->name),
                 shown);
    return false;
}

/* What is no part of a number and often stands around an amount, at the start of `text`: its
 * length. */
static size_t currency_at(pag_str text)
{
    static const pag_str signs[] = {
        PAG_WORD("€"),        PAG_WORD("EUR"),          PAG_WORD("euro"), PAG_WORD("Euro"),
        PAG_WORD("\xc2\xa0"), PAG_WORD("\xe2\x80\xaf"), PAG_WORD(" ")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (pag_str_starts(text, signs[i])) return signs[i].len;
    }
    return 0;
}

/* "€ 1.843,50" → "1.843,50", or "1843.50" where its file writes numbers with commas; empty where
 * nothing of the kind stands around it, or no number in it. */
static pag_str without_currency(const pag_scalar *s, pag_str text)
{
    pag_arena *arena = s->reader->arena;
    pag_text out = {.arena = arena};
    pag_number x;
    for (size_t i = 0; i < text.len;) {
        pag_str rest = {text.at + i, text.len - i};
        size_t skipped = currency_at(rest);
        if (!skipped) pag_text_byte(&out, *rest.at);
        i += skipped ? skipped : 1;
    }
    pag_str plain = pag_text_str(&out);
    if (pag_str_equal(plain, text)) return PAG_STR("");
    bool commas = pag_scalar_has_commas(s);
    if (commas && !pag_number_from_italian(arena, plain, &plain)) return PAG_STR("");
    pag_number_error error = pag_number_parse(arena, plain, &x);
    bool known = !error || error == PAG_NUMBER_ZEROS ||
                 (error == PAG_NUMBER_COMMA && pag_number_suggest(arena, plain).len);
    return known ? plain : PAG_STR("");
}

/* A comma with three digits behind it begins decimals, or parts thousands as the English write. */
static pag_str thousands_in(const pag_scalar *s, pag_str text)
{
    bool sign = pag_str_ends(text, PAG_STR("%"));
    pag_str body = {text.at, text.len - (sign ? 1 : 0)};
    if (!pag_number_looks_grouped(body, ',')) return PAG_STR("");
    return pag_scalar_closest(s, pag_number_ungrouped(s->reader->arena, text, ','));
}

static bool refuse_other(const pag_scalar *s, pag_str text);

static bool refuse_comma(const pag_scalar *s, pag_str text)
{
    pag_str plain = pag_number_suggest(s->reader->arena, text);
    if (!plain.len) return refuse_other(s, text);
    pag_str whole = thousands_in(s, text), decimal = one_that_reads(s, plain);
    if (whole.len && !decimal.len) decimal = pag_scalar_closest(s, plain);
    if (whole.len && decimal.len) return pag_scalar_tell(s, PAG_E0285, whole, decimal);
    if (whole.len || decimal.len) return tell(s, PAG_E0229, whole.len ? whole : decimal);
    return pag_scalar_refuse(s, plain);
}

static bool refuse_other(const pag_scalar *s, pag_str text)
{
    pag_arena *arena = s->reader->arena;
    if (pag_scalar_is_typeset(s, text)) return false;
    pag_str bare = without_currency(s, text);
    if (!bare.len) return tell(s, PAG_E0228, pag_scalar_example(s));
    pag_str plain = bare;
    pag_number x;
    if (pag_number_parse(arena, bare, &x) == PAG_NUMBER_COMMA && !thousands_in(s, bare).len) {
        plain = pag_number_suggest(arena, bare);
    }
    if (pag_scalar_reads(s, plain)) return tell(s, PAG_E0228, plain);
    if (pag_scalar_judge(s, bare, &x)) return pag_scalar_refuse(s, bare);
    return tell(s, PAG_E0228, pag_scalar_example(s));
}

static bool refuse_spelling(const pag_scalar *s, pag_str text)
{
    pag_number x;
    switch (pag_number_parse(s->reader->arena, text, &x)) {
    case PAG_NUMBER_COMMA: return refuse_comma(s, text);
    case PAG_NUMBER_EXPONENT: return tell(s, PAG_E0230, PAG_STR(""));
    case PAG_NUMBER_ZEROS: {
        pag_str bare = without_zeros(s->reader->arena, text);
        if (pag_scalar_reads(s, bare)) return tell(s, PAG_E0257, bare);
        if (!pag_str_equal(bare, text)) return pag_scalar_refuse(s, bare);
        break;
    }
    case PAG_NUMBER_TOO_BIG: return refuse_long(s);
    case PAG_NUMBER_OK:
    case PAG_NUMBER_UNITS:
    case PAG_NUMBER_BY_ZERO:
    case PAG_NUMBER_SYNTAX:
    case PAG_NUMBER_NO_DATE: break;
    }
    return refuse_other(s, text);
}

/* --- which --- */

/* `text` is what is left of the scalar's own once a mistake before was seen through. */
bool pag_scalar_refuse(const pag_scalar *s, pag_str text)
{
    pag_number x;
    switch (pag_scalar_judge(s, text, &x)) {
    case PAG_SLIP_SPELLING: return refuse_spelling(s, text);
    case PAG_SLIP_NO_SIGN: return refuse_bare_percent(s, text, x);
    case PAG_SLIP_SIGN: return tell(s, PAG_E0247, pag_scalar_example(s));
    case PAG_SLIP_FRACTION: return tell(s, PAG_E0248, pag_scalar_example(s));
    case PAG_SLIP_POINT: return tell(s, PAG_E0235, PAG_STR(""));
    case PAG_SLIP_CENTS: return refuse_decimals(s, text, x);
    case PAG_SLIP_NONE: break;
    }
    return refuse_bounds(s, x);
}
