/* From a scalar's text to a number as its type wants it, and whether it keeps within its bounds.
 * What could be read in two ways is refused with both ways as the help; nothing is guessed. */
#include "schema/reader.h"

#include "base/text.h"

static pag_number parsed(pag_arena *arena, pag_str text)
{
    pag_number x = PAG_ZERO;
    pag_number_parse(arena, text, &x);
    return x;
}

static bool has(pag_str text, char c)
{
    return pag_str_find(text, c) < text.len;
}

/* What may be written instead is told as its file writes numbers. */
static bool refuse_with_both(const pag_scalar *s, pag_code code, pag_str more, pag_str other)
{
    const pag_reader *r = s->reader;
    pag_diag_add(r->diags, code, s->pos, 4, pag_said_name(r, s->pos, s->name),
                 pag_said_text(r, s->pos, s->text), pag_said_as(r, s->pos, more),
                 pag_said_as(r, s->pos, other));
    return false;
}

static bool refuse_with(const pag_scalar *s, pag_code code, pag_str more)
{
    return refuse_with_both(s, code, more, PAG_STR(""));
}

static bool refuse(const pag_scalar *s, pag_code code)
{
    return refuse_with(s, code, PAG_STR(""));
}

pag_str pag_type_example(pag_type type)
{
    switch (type) {
    case PAG_TYPE_TEXT:
    case PAG_TYPE_CLASS:
    case PAG_TYPE_CHOICE: return PAG_STR("\"…\"");
    case PAG_TYPE_FLAG: return PAG_STR("true");
    case PAG_TYPE_DATE: return PAG_STR("2024-12-31");
    case PAG_TYPE_WHOLE: return PAG_STR("12");
    case PAG_TYPE_NUMBER: return PAG_STR("8.5");
    case PAG_TYPE_SHEET:
    case PAG_TYPE_POINTS: return PAG_STR("8");
    case PAG_TYPE_PERCENT: return PAG_STR("50%");
    case PAG_TYPE_MONEY: return PAG_STR("1843.50");
    case PAG_TYPE_REF:
    case PAG_TYPE_LIST: break;
    }
    return PAG_STR("…");
}

bool pag_number_is_multiple(pag_arena *arena, pag_number x, pag_number step)
{
    pag_number times;
    x = pag_number_with_unit(arena, x, PAG_PLAIN);
    step = pag_number_with_unit(arena, step, PAG_PLAIN);
    return pag_number_divide(arena, &times, x, step) == PAG_NUMBER_OK && pag_number_is_whole(times);
}

/* --- the shape --- */

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

/* "€ 1.843,50" → "1843.50", where that is a number as its file writes them, or nearly; else empty.
 */
static pag_str without_currency(const pag_scalar *s)
{
    pag_arena *arena = s->reader->arena;
    pag_text out = {.arena = arena};
    pag_source_cell cell;
    pag_number x;
    bool commas = pag_said_in_table(s->reader, s->pos, &cell) && cell.commas;
    for (size_t i = 0; i < s->text.len;) {
        pag_str rest = {s->text.at + i, s->text.len - i};
        size_t skipped = currency_at(rest);
        if (!skipped) pag_text_byte(&out, *rest.at);
        i += skipped ? skipped : 1;
    }
    pag_str plain = pag_text_str(&out);
    if (commas && !pag_number_from_italian(arena, plain, &plain)) return PAG_STR("");
    if (!pag_number_parse(arena, plain, &x)) return plain;
    return commas ? PAG_STR("") : pag_number_suggest(arena, plain);
}

static bool refuse_syntax(const pag_scalar *s, pag_number_error error)
{
    pag_str suggestion = pag_number_suggest(s->reader->arena, s->text);
    switch (error) {
    case PAG_NUMBER_COMMA:
        if (suggestion.len == 0) break;
        return refuse_with(s, PAG_E0229, suggestion);
    case PAG_NUMBER_EXPONENT: return refuse(s, PAG_E0230);
    case PAG_NUMBER_ZEROS:
        return refuse_with(s, PAG_E0257, without_zeros(s->reader->arena, s->text));
    case PAG_NUMBER_TOO_BIG: return refuse_long(s);
    case PAG_NUMBER_OK:
    case PAG_NUMBER_UNITS:
    case PAG_NUMBER_BY_ZERO:
    case PAG_NUMBER_SYNTAX:
    case PAG_NUMBER_NO_DATE: break;
    }
    pag_str meant = without_currency(s);
    return refuse_with(s, PAG_E0228, meant.len ? meant : pag_type_example(s->type));
}

/* 50 can only be meant as 50%; 0.5 is half of the whole or half a hundredth. */
static bool refuse_bare_percent(const pag_scalar *s, pag_number x)
{
    pag_arena *arena = s->reader->arena;
    pag_str sign = pag_text_join(arena, 2, s->text, PAG_STR("%"));
    bool clear = pag_number_sign(x) == 0 || pag_number_order(x, pag_number_whole(arena, 1)) > 0;
    if (clear) return refuse_with(s, PAG_E0227, sign);
    pag_str part = pag_number_written(arena, pag_number_with_unit(arena, x, PAG_PERCENT));
    return refuse_with_both(s, PAG_E0246, part, sign);
}

static pag_str without_points(pag_arena *arena, pag_str text)
{
    pag_text out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != '.') pag_text_byte(&out, text.at[i]);
    }
    return pag_text_str(&out);
}

/* More than two decimals; exactly three may be a point before the thousands. */
static bool refuse_decimals(const pag_scalar *s, pag_number x)
{
    enum { THOUSANDS = 3 };
    pag_arena *arena = s->reader->arena;
    pag_number cents = PAG_ZERO;
    pag_number_round(arena, &cents, x, parsed(arena, PAG_STR("0.01")), PAG_HALF_UP);
    pag_str nearest = pag_number_written(arena, pag_number_with_unit(arena, cents, PAG_MONEY));
    size_t decimals = s->text.len - pag_str_find(s->text, '.') - 1;
    if (decimals != THOUSANDS) return refuse_with(s, PAG_E0231, nearest);
    return refuse_with_both(s, PAG_E0253, without_points(arena, s->text), nearest);
}

/* By what is written: 1.000 is one to the cent, and was meant as a thousand. */
static bool has_more_than_cents(const pag_scalar *s, pag_number x)
{
    size_t point = pag_str_find(s->text, '.');
    return s->text.len > point + 3 ||
           !pag_number_is_multiple(s->reader->arena, x, parsed(s->reader->arena, PAG_STR("0.01")));
}

bool pag_scalar_number(const pag_scalar *s, pag_number *out)
{
    pag_arena *arena = s->reader->arena;
    pag_number x;
    pag_number_error error = pag_number_parse(arena, s->text, &x);
    if (error) return refuse_syntax(s, error);
    bool fraction = has(s->text, '/');
    if (s->type == PAG_TYPE_PERCENT) {
        if (!fraction && pag_number_unit(x) != PAG_PERCENT) return refuse_bare_percent(s, x);
    } else if (pag_number_unit(x) == PAG_PERCENT) {
        return refuse_with(s, PAG_E0247, pag_type_example(s->type));
    } else if (fraction && s->type != PAG_TYPE_NUMBER && !s->reader->lenient) {
        return refuse_with(s, PAG_E0248, pag_type_example(s->type));
    }
    /* 1.000 would be one, and is more likely a thousand */
    if (s->type == PAG_TYPE_WHOLE && has(s->text, '.')) return refuse(s, PAG_E0235);
    if (s->type == PAG_TYPE_MONEY && !s->reader->lenient && has_more_than_cents(s, x)) {
        return refuse_decimals(s, x);
    }
    *out = pag_number_with_unit(arena, x, pag_type_unit(s->type));
    return true;
}

bool pag_scalar_date(const pag_scalar *s, pag_number *out)
{
    if (pag_date_parse(s->text, out) == PAG_NUMBER_OK) return true;
    pag_source_cell cell;
    bool italian = pag_said_in_table(s->reader, s->pos, &cell) && cell.commas;
    return refuse(s, italian ? PAG_E1150 : PAG_E0236);
}

bool pag_scalar_flag(const pag_scalar *s, bool *out)
{
    *out = pag_str_equal(s->text, PAG_STR("true"));
    return *out || pag_str_equal(s->text, PAG_STR("false")) || refuse(s, PAG_E0237);
}

/* --- the bounds --- */

static bool refuse_bound(const pag_scalar *s, pag_code code, pag_number number, pag_number bound)
{
    pag_arena *arena = s->reader->arena;
    pag_scalar told = *s;
    if (!told.text.len) told.text = pag_number_written(arena, number); /* a computed figure */
    bound = pag_number_with_unit(arena, bound, pag_type_unit(s->type));
    return refuse_with(&told, code, pag_number_written(arena, bound));
}

/* A bound that the number breaks, and the code that says so. */
typedef struct breach {
    pag_code code;
    pag_number bound;
} breach;

static bool keeps_within(pag_arena *arena, const pag_bounds *bounds, pag_number number, breach *out)
{
    if (bounds->min.set && pag_number_order(number, bounds->min.number) < 0) {
        *out = (breach){PAG_E0232, bounds->min.number};
        return false;
    }
    if (bounds->max.set && pag_number_order(number, bounds->max.number) > 0) {
        *out = (breach){PAG_E0233, bounds->max.number};
        return false;
    }
    if (bounds->step.set && !pag_number_is_multiple(arena, number, bounds->step.number)) {
        *out = (breach){PAG_E0234, bounds->step.number};
        return false;
    }
    return true;
}

bool pag_scalar_within(const pag_scalar *s, const pag_bounds *bounds, pag_number number)
{
    breach b;
    return keeps_within(s->reader->arena, bounds, number, &b) ||
           refuse_bound(s, b.code, number, b.bound);
}

/* --- one reading --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "1.200", as people also group thousands. */
static bool looks_grouped(pag_str text)
{
    enum { GROUP = 3 };
    size_t at = pag_str_starts(text, PAG_STR("-")) ? 1 : 0, point = pag_str_find(text, '.');
    if (point <= at || point > at + GROUP || text.len != point + 1 + GROUP) return false;
    for (size_t i = at; i < text.len; i++) {
        if (i != point && !is_digit(text.at[i])) return false;
    }
    return text.at[at] != '0';
}

/* A point that a spreadsheet wrote for a comma is no such case. */
static bool may_be_grouped(const pag_scalar *s)
{
    pag_source_cell cell;
    bool commas = pag_said_in_table(s->reader, s->pos, &cell) && cell.commas;
    return (s->type == PAG_TYPE_NUMBER || s->type == PAG_TYPE_POINTS) && !s->reader->lenient &&
           !commas && looks_grouped(s->text);
}

bool pag_scalar_has_one_reading(const pag_scalar *s, const pag_bounds *bounds)
{
    breach b;
    pag_arena *arena = s->reader->arena;
    if (!may_be_grouped(s)) return true;
    pag_str whole = without_points(arena, s->text);
    if (!keeps_within(arena, bounds, parsed(arena, whole), &b)) return true;
    return refuse_with_both(s, PAG_E0284, whole, pag_text_join(arena, 2, s->text, PAG_STR("0")));
}
