/* The grammar of written numbers, and the respelling of numbers written as Italians (or the
 * English) group them. Looks at characters only; the values are parse.c's. */
#include "number/shape.h"

#include <string.h>

bool pag_cursor_take(pag_cursor *c, char wanted)
{
    if (c->at >= c->text.len || c->text.at[c->at] != wanted) return false;
    c->at++;
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

pag_str pag_cursor_digits(pag_cursor *c)
{
    size_t from = c->at;
    while (c->at < c->text.len && is_digit(c->text.at[c->at])) c->at++;
    return c->at > from ? (pag_str){c->text.at + from, c->at - from} : (pag_str){"", 0};
}

bool pag_cursor_percent(pag_cursor *c)
{
    size_t from = c->at;
    pag_cursor_take(c, ' ');
    if (pag_cursor_take(c, '%')) return true;
    c->at = from;
    return false;
}

bool pag_shape_scan(pag_str text, pag_shape *out)
{
    pag_cursor c = {text, 0};
    *out = (pag_shape){.decimals = PAG_STR(""), .bottom = PAG_STR("")};
    out->negative = pag_cursor_take(&c, '-');
    out->top = pag_cursor_digits(&c);
    if (out->top.len == 0) return false;
    if (pag_cursor_take(&c, '.')) {
        out->decimals = pag_cursor_digits(&c);
        if (out->decimals.len == 0) return false;
    } else if (pag_cursor_take(&c, '/')) {
        out->bottom = pag_cursor_digits(&c);
        if (out->bottom.len == 0) return false;
    }
    out->percent = pag_cursor_percent(&c);
    return c.at == text.len;
}

size_t pag_shape_digits(const pag_shape *shape)
{
    return shape->top.len + shape->decimals.len + shape->bottom.len;
}

static bool leads_with_zero(pag_str digits)
{
    return digits.len > 1 && digits.at[0] == '0';
}

bool pag_shape_has_useless_zeros(const pag_shape *shape)
{
    return leads_with_zero(shape->top) || leads_with_zero(shape->bottom);
}

/* What stands between an optional minus and an optional percent sign. */
static pag_str body_of(pag_str text)
{
    if (text.len == 0) return text;
    size_t from = text.at[0] == '-', to = text.len;
    if (to > from && text.at[to - 1] == '%') to--;
    if (to < text.len && to > from && text.at[to - 1] == ' ') to--;
    return (pag_str){text.at + from, to - from};
}

typedef struct marks {
    size_t dots, commas, last_dot, last_comma; /* how many, and the index of the last */
} marks;

/* False when there is anything but digits, dots and commas, or no digit in front. */
static bool look_for_marks(pag_str body, marks *out)
{
    *out = (marks){0};
    if (body.len == 0 || !is_digit(body.at[0])) return false;
    for (size_t i = 0; i < body.len; i++) {
        if (body.at[i] == '.') {
            out->dots++;
            out->last_dot = i;
        } else if (body.at[i] == ',') {
            out->commas++;
            out->last_comma = i;
        } else if (!is_digit(body.at[i])) {
            return false;
        }
    }
    return true;
}

bool pag_shape_is_comma(pag_str text)
{
    marks m;
    return look_for_marks(body_of(text), &m) && m.commas > 0;
}

/* Which mark groups the thousands, and where the decimals begin (the length when there are none).
 * 1,234 is read as an Italian means it: a comma alone begins decimals. */
static char grouping_of(pag_str body, const marks *m, size_t *decimals)
{
    *decimals = body.len;
    if (m->commas == 1 && (m->dots == 0 || m->last_comma > m->last_dot)) {
        *decimals = m->last_comma;
        return '.';
    }
    if (m->commas == 0) return '.';
    if (m->dots == 1 && m->last_dot > m->last_comma) *decimals = m->last_dot;
    return ',';
}

/* 1.234.567: every group but the first has three digits. No group at all is fine too. */
static bool is_grouped(pag_str whole, char mark)
{
    size_t first = pag_str_find(whole, mark);
    if (first == whole.len) return true;
    if (first == 0 || first > 3 || (whole.len - first) % 4 != 0) return false;
    for (size_t i = 0; i < whole.len; i++) {
        bool is_mark = i >= first && (i - first) % 4 == 0;
        if (is_mark ? whole.at[i] != mark : !is_digit(whole.at[i])) return false;
    }
    return true;
}

/* Copies the digits of `from`, with a dot for its first character where it begins the decimals. */
static size_t copy_digits(char *out, pag_str from, size_t decimals)
{
    size_t len = 0;
    for (size_t i = 0; i < from.len; i++) {
        if (i == decimals) out[len++] = '.';
        if (is_digit(from.at[i])) out[len++] = from.at[i];
    }
    return len;
}

/* The sign, the digits with their point, the percent sign: what was written in plain form. */
static size_t respell_as(pag_str text, char mark, size_t decimals, char out[PAG_RESPELLED])
{
    pag_str body = body_of(text);
    size_t len = 0;
    if (!is_grouped((pag_str){body.at, decimals}, mark)) return 0;
    if (body.at > text.at) out[len++] = '-';
    len += copy_digits(out + len, body, decimals);
    size_t tail = text.len - (size_t)(body.at - text.at) - body.len;
    memcpy(out + len, body.at + body.len, tail);
    return len + tail;
}

size_t pag_shape_respell(pag_str text, char out[PAG_RESPELLED])
{
    pag_str body = body_of(text);
    marks m;
    size_t decimals;
    if (text.len >= PAG_RESPELLED || !look_for_marks(body, &m)) return 0;
    if (m.commas == 0 && m.dots < 2) return 0;
    char mark = grouping_of(body, &m, &decimals);
    size_t len = respell_as(text, mark, decimals, out);
    pag_shape shape; /* 012,5 and 5, and 1,2,3 are no better after respelling */
    bool is_good = len && pag_shape_scan((pag_str){out, len}, &shape) &&
                   !pag_shape_has_useless_zeros(&shape) &&
                   pag_shape_digits(&shape) <= PAG_MOST_DIGITS;
    return is_good ? len : 0;
}

bool pag_shape_is_figure(pag_str text)
{
    marks m;
    return look_for_marks(body_of(text), &m);
}

size_t pag_shape_respell_italian(pag_str text, char out[PAG_RESPELLED])
{
    pag_str body = body_of(text);
    marks m;
    if (text.len >= PAG_RESPELLED || !look_for_marks(body, &m) || m.commas > 1) return 0;
    size_t decimals = m.commas ? m.last_comma : body.len;
    bool ends = m.commas && decimals + 1 == body.len;
    if (ends || (m.commas && m.dots && m.last_dot > decimals)) return 0;
    if (m.dots && body.at[0] == '0') return 0; /* 0.123 is no thousand */
    return respell_as(text, '.', decimals, out);
}
