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

/* --- the shape --- */

/* By what is written: 1.000 is one to the cent, and was meant as a thousand. */
static bool has_more_than_cents(const pag_scalar *s, pag_str text, pag_number x)
{
    size_t point = pag_str_find(text, '.');
    return text.len > point + 3 ||
           !pag_number_is_multiple(s->reader->arena, x, parsed(s->reader->arena, PAG_STR("0.01")));
}

pag_slip pag_scalar_judge(const pag_scalar *s, pag_str text, pag_number *out)
{
    pag_arena *arena = s->reader->arena;
    pag_number x;
    if (pag_number_parse(arena, text, &x)) return PAG_SLIP_SPELLING;
    bool fraction = has(text, '/'), percent = pag_number_unit(x) == PAG_PERCENT;
    *out = pag_number_with_unit(arena, x, pag_type_unit(s->type));
    if (s->type == PAG_TYPE_PERCENT) {
        if (!fraction && !percent) return PAG_SLIP_NO_SIGN;
    } else if (percent) {
        return PAG_SLIP_SIGN;
    } else if (fraction && s->type != PAG_TYPE_NUMBER && !s->reader->lenient) {
        return PAG_SLIP_FRACTION;
    }
    /* 1.000 would be one, and is more likely a thousand */
    if (s->type == PAG_TYPE_WHOLE && has(text, '.')) return PAG_SLIP_POINT;
    if (s->type == PAG_TYPE_MONEY && !s->reader->lenient && has_more_than_cents(s, text, x)) {
        return PAG_SLIP_CENTS;
    }
    return PAG_SLIP_NONE;
}

bool pag_scalar_number(const pag_scalar *s, pag_number *out)
{
    pag_number x;
    if (pag_scalar_judge(s, s->text, &x)) return pag_scalar_refuse(s, s->text);
    *out = x;
    return true;
}

bool pag_scalar_date(const pag_scalar *s, pag_number *out)
{
    return pag_date_parse(s->text, out) == PAG_NUMBER_OK || pag_scalar_no_day(s);
}

bool pag_scalar_flag(const pag_scalar *s, bool *out)
{
    const pag_str none = PAG_STR("");
    *out = pag_str_equal(s->text, PAG_STR("true"));
    return *out || pag_str_equal(s->text, PAG_STR("false")) ||
           pag_scalar_tell(s, PAG_E0237, none, none);
}

/* --- the bounds --- */

static bool refuse_bound(const pag_scalar *s, pag_code code, pag_number number, pag_number bound)
{
    pag_arena *arena = s->reader->arena;
    pag_scalar told = *s;
    if (!told.text.len) told.text = pag_number_written(arena, number); /* a computed figure */
    bound = pag_number_with_unit(arena, bound, pag_type_unit(s->type));
    return pag_scalar_tell(&told, code, pag_number_written(arena, bound), PAG_STR(""));
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

bool pag_scalar_within(const pag_scalar *s, pag_number number)
{
    breach b;
    return keeps_within(s->reader->arena, &s->bounds, number, &b) ||
           refuse_bound(s, b.code, number, b.bound);
}

/* --- one reading --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool pag_number_looks_grouped(pag_str text, char mark)
{
    enum { GROUP = 3 };
    size_t at = pag_str_starts(text, PAG_STR("-")) ? 1 : 0, place = pag_str_find(text, mark);
    if (place <= at || place > at + GROUP || text.len != place + 1 + GROUP) return false;
    for (size_t i = at; i < text.len; i++) {
        if (i != place && !is_digit(text.at[i])) return false;
    }
    return text.at[at] != '0';
}

pag_str pag_number_ungrouped(pag_arena *arena, pag_str text, char mark)
{
    pag_text out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != mark) pag_text_byte(&out, text.at[i]);
    }
    return pag_text_str(&out);
}

bool pag_scalar_has_commas(const pag_scalar *s)
{
    pag_source_cell cell;
    return pag_said_in_table(s->reader, s->pos, &cell) && cell.commas;
}

/* Where it is written; empty where one thousand two hundred would not fit. In a table of Italian
 * numbers the point was a comma, which the English write before thousands. */
static pag_str other_reading(const pag_scalar *s, pag_str text)
{
    breach b;
    pag_arena *arena = s->reader->arena;
    bool may = (s->type == PAG_TYPE_NUMBER || s->type == PAG_TYPE_POINTS) && s->in_data &&
               !s->reader->lenient;
    if (!may || pag_scalar_scale(s) || !pag_number_looks_grouped(text, '.')) return PAG_STR("");
    pag_str whole = pag_number_ungrouped(arena, text, '.');
    bool fits = keeps_within(arena, &s->bounds, parsed(arena, whole), &b);
    return fits ? whole : PAG_STR("");
}

bool pag_scalar_has_one_reading(const pag_scalar *s)
{
    pag_str whole = other_reading(s, s->text);
    if (!whole.len) return true;
    return pag_scalar_tell(s, pag_scalar_has_commas(s) ? PAG_E0287 : PAG_E0284, whole,
                           pag_text_join(s->reader->arena, 2, s->text, PAG_STR("0")));
}

/* --- what would be read --- */

bool pag_scalar_fits(const pag_scalar *s, pag_number x)
{
    breach b;
    const pag_cell *scale = pag_scalar_scale(s);
    if (!scale) return keeps_within(s->reader->arena, &s->bounds, x, &b);
    for (size_t i = 0; i < scale->n_marks; i++) {
        if (pag_number_order(scale->marks[i], x) == 0) return true;
    }
    return false;
}

bool pag_scalar_reads(const pag_scalar *s, pag_str text)
{
    pag_number x;
    return text.len && !pag_scalar_judge(s, text, &x) && pag_scalar_fits(s, x) &&
           !other_reading(s, text).len;
}
