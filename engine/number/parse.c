/* From text to number, strictly: one way to write a number, and for every other way people try, an
 * error that says which it was. */
#include "number/nat.h"
#include "number/shape.h"

enum { SHORT = 18 }; /* digits that fit in 64 bits with room for a sign */

static uint64_t short_digits(pag_str digits, uint64_t n)
{
    for (size_t i = 0; i < digits.len; i++) n = n * 10 + (uint64_t)(digits.at[i] - '0');
    return n;
}

static void long_digits(pag_nat *out, pag_str digits)
{
    for (size_t i = 0; i < digits.len; i++) {
        pag_nat_scale(out, 10, (uint64_t)(digits.at[i] - '0'));
    }
}

static pag_number_error read_short_decimal(const pag_target *t, const pag_shape *s)
{
    int64_t n = (int64_t)short_digits(s->decimals, short_digits(s->top, 0));
    unsigned k = (unsigned)s->decimals.len + (s->percent ? 2 : 0);
    return pag_decimal_settle(t, s->negative ? -n : n, k);
}

static pag_number_error read_short_fraction(const pag_target *t, const pag_shape *s)
{
    pag_wide w = {s->negative, short_digits(s->top, 0), short_digits(s->bottom, 0)};
    if (s->percent) w.bottom *= 100;
    return pag_wide_settle(t, w);
}

static pag_number_error read_long(const pag_target *t, const pag_shape *s)
{
    pag_ratio r;
    r.negative = s->negative;
    r.top.len = 0;
    long_digits(&r.top, s->top);
    long_digits(&r.top, s->decimals);
    pag_nat_set(&r.bottom, s->bottom.len ? 0 : 1);
    long_digits(&r.bottom, s->bottom);
    for (size_t i = 0; i < s->decimals.len; i++) pag_nat_scale(&r.bottom, 10, 0);
    if (s->percent) pag_nat_scale(&r.bottom, 100, 0);
    return pag_ratio_settle(t, &r);
}

static pag_number_error read_shape(const pag_target *t, const pag_shape *s)
{
    if (s->top.len + s->decimals.len > SHORT || s->bottom.len > SHORT) return read_long(t, s);
    return s->bottom.len ? read_short_fraction(t, s) : read_short_decimal(t, s);
}

/* 1e3, -2.5E-10, 1e3%. */
static bool is_exponent(pag_str text)
{
    pag_cursor c = {text, 0};
    pag_cursor_take(&c, '-');
    if (pag_cursor_digits(&c).len == 0) return false;
    if (pag_cursor_take(&c, '.') && pag_cursor_digits(&c).len == 0) return false;
    if (!pag_cursor_take(&c, 'e') && !pag_cursor_take(&c, 'E')) return false;
    if (!pag_cursor_take(&c, '-')) pag_cursor_take(&c, '+');
    if (pag_cursor_digits(&c).len == 0) return false;
    pag_cursor_percent(&c);
    return c.at == text.len;
}

/* What a text that follows no rule was meant to be. */
static pag_number_error guess(pag_str text)
{
    char respelled[PAG_RESPELLED];
    if (is_exponent(text)) return PAG_NUMBER_EXPONENT;
    if (pag_shape_is_comma(text) || pag_shape_respell(text, respelled)) return PAG_NUMBER_COMMA;
    return PAG_NUMBER_SYNTAX;
}

pag_number_error pag_number_parse(pag_arena *arena, pag_str text, pag_number *out)
{
    pag_shape s;
    if (!pag_shape_scan(text, &s)) return guess(text);
    if (pag_shape_has_useless_zeros(&s)) return PAG_NUMBER_ZEROS;
    if (pag_shape_digits(&s) > PAG_MOST_DIGITS) return PAG_NUMBER_TOO_BIG;
    if (pag_str_equal(s.bottom, PAG_STR("0"))) return PAG_NUMBER_BY_ZERO;
    return read_shape(&(pag_target){arena, out, s.percent ? PAG_PERCENT : PAG_PLAIN}, &s);
}

pag_str pag_number_suggest(pag_arena *arena, pag_str text)
{
    char respelled[PAG_RESPELLED];
    size_t len = pag_shape_respell(text, respelled);
    return len ? pag_arena_copy(arena, (pag_str){respelled, len}) : PAG_STR("");
}

bool pag_number_from_italian(pag_arena *arena, pag_str text, pag_str *out)
{
    char respelled[PAG_RESPELLED];
    *out = text;
    if (!pag_shape_is_figure(text)) return true;
    size_t len = pag_shape_respell_italian(text, respelled);
    if (len) *out = pag_arena_copy(arena, (pag_str){respelled, len});
    return len > 0;
}
