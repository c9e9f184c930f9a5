/* From number to text: for machines, for files, for Italian readers. Nothing is ever rounded here;
 * what does not terminate is written as a fraction. */
#include "base/text.h"
#include "number/nat.h"

enum {
    PERCENT_SHIFT = 2,
    MONEY_DECIMALS = 2,
    ENDLESS_DECIMALS = 4,
    PLAIN_PARTS = 12, /* a fraction of so many parts is read at a glance */
    MONEY_DOTS_FROM = 4,
    DOTS_FROM = 5
};

/* ± digits / 10^decimals. */
typedef struct written {
    bool negative;
    pag_str digits; /* "0", or without a zero in front */
    size_t decimals;
} written;

static written decimal_digits(pag_arena *arena, pag_number x)
{
    pag_text digits = {.arena = arena};
    int64_t n = pag_decimal_n(x);
    pag_text_whole(&digits, n < 0 ? -n : n);
    return (written){n < 0, pag_text_str(&digits), pag_decimal_k(x)};
}

/* top / bottom as top × (10^k / bottom) over 10^k, where bottom is made of twos and fives alone. */
static bool ratio_digits(pag_arena *arena, pag_ratio *r, written *out)
{
    size_t twos = pag_nat_twos(&r->bottom), fives = 0;
    pag_nat rest;
    pag_nat_halve(&r->bottom, twos);
    for (pag_nat_copy(&rest, &r->bottom); pag_nat_unscale(&rest, 5) == 0; fives++) {
        pag_nat_copy(&r->bottom, &rest);
    }
    if (!pag_nat_is(&r->bottom, 1)) return false;
    size_t k = twos > fives ? twos : fives;
    for (size_t i = fives; i < k; i++) pag_nat_scale(&r->top, 5, 0);
    pag_nat_double(&r->top, k - twos);
    *out = (written){r->negative, pag_nat_text(arena, &r->top), k};
    return true;
}

/* False when the number does not terminate. */
static bool digits_of(pag_arena *arena, pag_number x, written *out)
{
    if (pag_number_form(x) == PAG_FORM_DECIMAL) {
        *out = decimal_digits(arena, x);
        return true;
    }
    pag_ratio r;
    pag_ratio_open(&r, x);
    return ratio_digits(arena, &r, out);
}

/* Moves the point two places: 0.1 becomes 10. */
static void to_percent(pag_arena *arena, written *w)
{
    static const char zeros[] = "00";
    size_t shift = w->decimals < PERCENT_SHIFT ? w->decimals : PERCENT_SHIFT;
    w->decimals -= shift;
    if (shift == PERCENT_SHIFT || pag_str_equal(w->digits, PAG_STR("0"))) return;
    w->digits = pag_text_join(arena, 2, w->digits, (pag_str){zeros, PERCENT_SHIFT - shift});
}

typedef struct style {
    char point;
    size_t dots_from;      /* so many digits before the point get dots; 0: never */
    size_t least_decimals; /* filled up with zeros */
} style;

static void put_whole(pag_text *text, pag_str digits, size_t dots_from)
{
    bool dotted = dots_from > 0 && digits.len >= dots_from;
    for (size_t i = 0; i < digits.len; i++) {
        if (dotted && i > 0 && (digits.len - i) % 3 == 0) pag_text_byte(text, '.');
        pag_text_byte(text, digits.at[i]);
    }
}

static void put_decimals(pag_text *text, const written *w, style s)
{
    size_t zeros = w->decimals > w->digits.len ? w->decimals - w->digits.len : 0;
    size_t taken = w->decimals - zeros;
    if (w->decimals == 0 && s.least_decimals == 0) return;
    pag_text_byte(text, s.point);
    for (size_t i = 0; i < zeros; i++) pag_text_byte(text, '0');
    pag_text_put(text, (pag_str){w->digits.at + w->digits.len - taken, taken});
    for (size_t i = w->decimals; i < s.least_decimals; i++) pag_text_byte(text, '0');
}

static void put_written(pag_text *text, const written *w, style s)
{
    if (w->negative) pag_text_byte(text, '-');
    if (w->digits.len > w->decimals) {
        put_whole(text, (pag_str){w->digits.at, w->digits.len - w->decimals}, s.dots_from);
    } else {
        pag_text_byte(text, '0');
    }
    put_decimals(text, w, s);
}

/* The reduced fraction, `scale` times: for a percentage in percent units. */
static void put_fraction(pag_text *text, pag_number x, uint64_t scale)
{
    pag_ratio r;
    pag_ratio_open(&r, x);
    pag_nat_scale(&r.top, scale, 0);
    pag_nat_reduce(&r.top, &r.bottom);
    if (r.negative) pag_text_byte(text, '-');
    pag_text_put(text, pag_nat_text(text->arena, &r.top));
    pag_text_byte(text, '/');
    pag_text_put(text, pag_nat_text(text->arena, &r.bottom));
}

static void put_padded(pag_text *text, int n, int width)
{
    for (int limit = 10; width > 1; width--, limit *= 10) {
        if (n < limit) pag_text_byte(text, '0');
    }
    pag_text_whole(text, n);
}

/* A date within the calendar; any other number of days is written as the number it is. */
static bool put_date(pag_text *text, pag_number x, bool italian)
{
    pag_civil c;
    if (pag_number_unit(x) != PAG_DATE || !pag_date_civil(x, &c)) return false;
    put_padded(text, italian ? c.day : c.year, italian ? 2 : 4);
    pag_text_byte(text, italian ? '/' : '-');
    put_padded(text, c.month, 2);
    pag_text_byte(text, italian ? '/' : '-');
    put_padded(text, italian ? c.year : c.day, italian ? 4 : 2);
    return true;
}

/* The digits in the units of the reader; false when the number does not terminate. */
static bool read_written(pag_arena *arena, pag_number x, written *out)
{
    if (!digits_of(arena, x, out)) return false;
    if (pag_number_unit(x) == PAG_PERCENT) to_percent(arena, out);
    return true;
}

static style machine_style(pag_unit unit)
{
    return (style){'.', 0, unit == PAG_MONEY ? MONEY_DECIMALS : 0};
}

static style italian_style(pag_unit unit)
{
    if (unit == PAG_MONEY) return (style){',', MONEY_DOTS_FROM, MONEY_DECIMALS};
    return (style){',', DOTS_FROM, 0};
}

pag_str pag_number_plain(pag_arena *arena, pag_number x)
{
    pag_text text = {.arena = arena};
    written w;
    if (put_date(&text, x, false)) return pag_text_str(&text);
    if (read_written(arena, x, &w)) {
        put_written(&text, &w, machine_style(pag_number_unit(x)));
    } else {
        put_fraction(&text, x, pag_number_unit(x) == PAG_PERCENT ? 100 : 1);
    }
    return pag_text_str(&text);
}

pag_str pag_number_written(pag_arena *arena, pag_number x)
{
    pag_text text = {.arena = arena};
    written w;
    if (put_date(&text, x, false)) return pag_text_str(&text);
    if (read_written(arena, x, &w)) {
        put_written(&text, &w, machine_style(pag_number_unit(x)));
        if (pag_number_unit(x) == PAG_PERCENT) pag_text_byte(&text, '%');
    } else {
        put_fraction(&text, x, 1);
    }
    return pag_text_str(&text);
}

/* "23.642,8633…": the first decimals of a number without end, with the dots that say so. */
static void put_beginning(pag_text *text, pag_number x)
{
    pag_number step, beginning;
    written w;
    bool percent = pag_number_unit(x) == PAG_PERCENT;
    (void)pag_number_parse(text->arena, percent ? PAG_STR("0.000001") : PAG_STR("0.0001"), &step);
    if (pag_number_round(text->arena, &beginning, x, step, PAG_DOWN) != PAG_NUMBER_OK ||
        !read_written(text->arena, beginning, &w)) {
        put_fraction(text, x, percent ? 100 : 1);
        return;
    }
    bool lost_sign = pag_number_sign(x) < 0 && pag_number_sign(beginning) == 0;
    if (lost_sign) pag_text_byte(text, '-');
    style s = italian_style(pag_number_unit(x));
    s.least_decimals = ENDLESS_DECIMALS;
    put_written(text, &w, s);
    pag_text_put(text, PAG_STR("…"));
}

static bool has_few_parts(pag_number x)
{
    pag_ratio r;
    pag_ratio_open(&r, x);
    for (uint64_t n = 2; n <= PLAIN_PARTS; n++) {
        if (pag_nat_is(&r.bottom, n)) return true;
    }
    return false;
}

pag_str pag_number_people(pag_arena *arena, pag_number x)
{
    pag_text text = {.arena = arena};
    pag_unit unit = pag_number_unit(x);
    written w;
    if (put_date(&text, x, true)) return pag_text_str(&text);
    if (read_written(arena, x, &w)) {
        put_written(&text, &w, italian_style(unit));
    } else if (unit == PAG_PLAIN || unit == PAG_DATE || (unit == PAG_PERCENT && has_few_parts(x))) {
        put_fraction(&text, x, 1);
        return pag_text_str(&text);
    } else {
        put_beginning(&text, x);
    }
    if (unit == PAG_PERCENT) pag_text_put(&text, PAG_STR(" %"));
    if (unit == PAG_MONEY) pag_text_put(&text, PAG_STR(" €"));
    return pag_text_str(&text);
}
