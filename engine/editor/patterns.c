/* Bounds, steps and scales as patterns, for numbers that are written as texts: "50%", or anything
 * in quotes. Each is exact over the numbers that a file can write as decimals, because it goes by
 * their digits; a fraction ("1/3") passes, since no pattern knows how large it is. A bound that has
 * no decimals is rounded outwards. */
#include "editor/internal.h"

enum { LONGEST_EDGE = 15, MOST_ENDS = 40, MOST_PLACES = 4 };

/* A decimal that is not negative; `part` is without useless zeros. */
typedef struct decimal {
    pag_str whole, part;
} decimal;

/* What stands behind the digits. */
static const char *end_of(pag_type type)
{
    return type == PAG_TYPE_PERCENT ? "( ?%)?$" : "$";
}

/* Begins a condition on what follows, for all but fractions where the type has them. */
static void open(pag_text *out, pag_type type)
{
    bool fractions = type == PAG_TYPE_PERCENT || type == PAG_TYPE_NUMBER;
    pag_text_put(out, PAG_STR("(?="));
    if (fractions) pag_text_put(out, PAG_STR("-?[0-9]+/|"));
}

static bool split(pag_str text, decimal *out)
{
    size_t point = pag_str_find(text, '.');
    if (text.len > LONGEST_EDGE || pag_str_find(text, '/') < text.len) return false;
    *out = (decimal){{text.at, point}, PAG_STR("")};
    if (point == text.len) return true;
    out->part = (pag_str){text.at + point + 1, text.len - point - 1};
    while (out->part.len && out->part.at[out->part.len - 1] == '0') out->part.len--;
    return true;
}

static pag_str shown(const pag_drawing *d, pag_number x, pag_type type)
{
    pag_unit unit = type == PAG_TYPE_PERCENT ? PAG_PERCENT : PAG_PLAIN;
    return pag_number_plain(d->arena, pag_number_with_unit(d->arena, x, unit));
}

/* The number without its sign, as the file would write it; rounded where it has no such form. */
static bool edge_of(const pag_drawing *d, pag_number x, pag_type type, pag_rounding mode,
                    decimal *out)
{
    enum { FINE = 10000 };
    pag_number near, fine;
    if (pag_number_sign(x) < 0) x = pag_number_negate(d->arena, x);
    pag_str text = shown(d, x, type);
    if (pag_str_find(text, '/') == text.len) return split(text, out);
    return !pag_number_divide(d->arena, &fine, pag_number_whole(d->arena, 1),
                              pag_number_whole(d->arena, FINE)) &&
           !pag_number_round(d->arena, &near, x, fine, mode) && split(shown(d, near, type), out);
}

/* --- digits --- */

static void put_class(pag_text *out, char from, char to)
{
    if (from == to) {
        pag_text_byte(out, from);
        return;
    }
    pag_text_byte(out, '[');
    pag_text_byte(out, from);
    pag_text_byte(out, '-');
    pag_text_byte(out, to);
    pag_text_byte(out, ']');
}

static void put_digits(pag_text *out, size_t least, bool more)
{
    if (!least && !more) return;
    pag_text_put(out, PAG_STR("[0-9]"));
    if (least == 1 && !more) return;
    pag_text_byte(out, '{');
    pag_text_whole(out, (int64_t)least);
    pag_text_put(out, more ? PAG_STR(",}") : PAG_STR("}"));
}

static void put_or(pag_text *out, bool *first)
{
    if (!*first) pag_text_byte(out, '|');
    *first = false;
}

/* The digits that differ first at the place `i`, and there are less, or more. */
static bool put_other(pag_text *out, pag_str digits, size_t i, bool less, char least)
{
    char from = less ? least : (char)(digits.at[i] + 1);
    char to = less ? (char)(digits.at[i] - 1) : '9';
    if (from > to) return false;
    pag_text_put(out, (pag_str){digits.at, i});
    put_class(out, from, to);
    return true;
}

/* --- at most, at least --- */

static void put_wholes(pag_text *out, pag_str whole, bool less, bool *first)
{
    pag_text one = {.arena = out->arena};
    for (size_t i = 0; i < whole.len; i++) {
        one.len = 0;
        if (!put_other(&one, whole, i, less, i == 0 && whole.len > 1 ? '1' : '0')) continue;
        put_or(out, first);
        pag_text_put(out, pag_text_str(&one));
        put_digits(out, whole.len - 1 - i, false);
        pag_text_put(out, PAG_STR("(\\.[0-9]+)?"));
    }
    if (less && whole.len == 1) return;
    put_or(out, first);
    if (less && whole.len == 2) {
        pag_text_put(out, PAG_STR("[0-9]"));
    } else if (less) {
        pag_text_put(out, PAG_STR("(0|[1-9][0-9]{0,"));
        pag_text_whole(out, (int64_t)whole.len - 2);
        pag_text_put(out, PAG_STR("})"));
    } else {
        pag_text_put(out, PAG_STR("[1-9]"));
        put_digits(out, whole.len, true);
    }
    pag_text_put(out, PAG_STR("(\\.[0-9]+)?"));
}

/* What may stand behind the point where the digits before it are those of the edge. */
static void put_parts(pag_text *out, pag_str part, bool less)
{
    bool first = true;
    pag_text one = {.arena = out->arena};
    for (size_t i = 0; i < part.len; i++) {
        one.len = 0;
        if (put_other(&one, part, i, less, '0')) {
            put_or(out, &first);
            pag_text_put(out, pag_text_str(&one));
            pag_text_put(out, PAG_STR("[0-9]*"));
        }
        if (!less || !i) continue;
        put_or(out, &first);
        pag_text_put(out, (pag_str){part.at, i});
    }
    put_or(out, &first);
    pag_text_put(out, part);
    pag_text_put(out, !less ? PAG_STR("[0-9]*") : part.len ? PAG_STR("0*") : PAG_STR("0+"));
}

/* Decimals up to the edge, or from it on; with the edge itself. */
static void put_side(pag_text *out, const decimal *edge, bool less)
{
    bool first = true, may_end = less || !edge->part.len;
    pag_text_byte(out, '(');
    put_wholes(out, edge->whole, less, &first);
    put_or(out, &first);
    pag_text_put(out, edge->whole);
    pag_text_put(out, may_end ? PAG_STR("(\\.(") : PAG_STR("\\.("));
    if (may_end && !less) {
        pag_text_put(out, PAG_STR("[0-9]+"));
    } else {
        put_parts(out, edge->part, less);
    }
    pag_text_put(out, may_end ? PAG_STR("))?") : PAG_STR(")"));
    pag_text_byte(out, ')');
}

static void put_max(const pag_drawing *d, pag_text *out, pag_type type, const pag_bound *max)
{
    decimal edge;
    bool negative = pag_number_sign(max->number) < 0;
    if (!max->set || !edge_of(d, max->number, type, negative ? PAG_DOWN : PAG_UP, &edge)) return;
    open(out, type);
    pag_text_put(out, negative ? PAG_STR("-") : PAG_STR("-|"));
    put_side(out, &edge, !negative);
    pag_text_put(out, pag_str_from(end_of(type)));
    pag_text_byte(out, ')');
}

/* The least is zero where nothing else is said, and the sign sees to that. */
static void put_min(const pag_drawing *d, pag_text *out, pag_type type, const pag_bound *min)
{
    decimal edge;
    int sign = min->set ? pag_number_sign(min->number) : 0;
    if (!sign || !edge_of(d, min->number, type, sign < 0 ? PAG_UP : PAG_DOWN, &edge)) return;
    open(out, type);
    if (sign < 0) pag_text_put(out, PAG_STR("[0-9]|-"));
    put_side(out, &edge, sign < 0);
    pag_text_put(out, pag_str_from(end_of(type)));
    pag_text_byte(out, ')');
}

/* --- steps --- */

/* A step whose multiples can be told by their last digits: `places` of them, of which `decimals`
 * stand behind the point, are a multiple of `step`; `all` is one more than they can be. */
typedef struct ends {
    size_t places, decimals;
    uint64_t step, all;
} ends;

static bool ends_of(const pag_drawing *d, pag_number x, pag_type type, ends *out)
{
    decimal step;
    pag_str text = shown(d, x, type);
    if (pag_number_sign(x) <= 0 || !split(text, &step)) return false;
    if (step.whole.len + step.part.len > 2 * (size_t)MOST_PLACES) return false;
    *out = (ends){.decimals = step.part.len, .all = 1};
    for (size_t i = 0; i < step.whole.len; i++) {
        out->step = out->step * 10 + (uint64_t)(step.whole.at[i] - '0');
    }
    for (size_t i = 0; i < step.part.len; i++) {
        out->step = out->step * 10 + (uint64_t)(step.part.at[i] - '0');
    }
    while (out->places < MOST_PLACES && (out->places < out->decimals || out->all % out->step)) {
        out->places++;
        out->all *= 10;
    }
    return out->places >= out->decimals && out->all % out->step == 0 &&
           out->all / out->step <= MOST_ENDS;
}

/* `n` digits of the number, the last ones. */
static pag_str last_digits(const pag_drawing *d, uint64_t x, size_t n)
{
    pag_text out = {.arena = d->arena};
    uint64_t place = 1;
    for (size_t i = 1; i < n; i++) place *= 10;
    for (size_t i = 0; i < n; i++, place /= 10) {
        pag_text_byte(&out, (char)('0' + (char)(x / place % 10)));
    }
    return pag_text_str(&out);
}

static void put_whole_end(const pag_drawing *d, pag_text *out, const ends *e, uint64_t whole)
{
    size_t n = e->places - e->decimals;
    pag_str last = last_digits(d, whole, n);
    if (!n) {
        pag_text_put(out, PAG_STR("[0-9]+"));
        return;
    }
    pag_text_put(out, PAG_STR("([0-9]*"));
    pag_text_put(out, last);
    if (last.len > 1 && *last.at == '0') { /* "005" stands for 5 alone too */
        pag_text_byte(out, '|');
        pag_text_whole(out, (int64_t)whole);
    }
    pag_text_byte(out, ')');
}

static void put_part_end(const pag_drawing *d, pag_text *out, const ends *e, uint64_t part)
{
    pag_str last = last_digits(d, part, e->decimals);
    while (last.len && last.at[last.len - 1] == '0') last.len--;
    if (!last.len) {
        pag_text_put(out, PAG_STR("(\\.0+)?"));
        return;
    }
    pag_text_put(out, PAG_STR("\\."));
    pag_text_put(out, last);
    pag_text_put(out, PAG_STR("0*"));
}

static void put_step(const pag_drawing *d, pag_text *out, pag_type type, const pag_bound *step)
{
    ends e;
    uint64_t behind = 1;
    bool first = true;
    if (!step->set || !ends_of(d, step->number, type, &e)) return;
    for (size_t i = 0; i < e.decimals; i++) behind *= 10;
    open(out, type);
    pag_text_put(out, PAG_STR("-?("));
    for (uint64_t x = 0; x < e.all; x += e.step) {
        put_or(out, &first);
        put_whole_end(d, out, &e, x / behind);
        put_part_end(d, out, &e, x % behind);
    }
    pag_text_byte(out, ')');
    pag_text_put(out, pag_str_from(end_of(type)));
    pag_text_byte(out, ')');
}

/* --- one reading --- */

/* Whether a whole number of four to six digits, which is what "1.200" may mean, could stand there:
 * all of them, else a number of that look may be right. */
static bool thousands_fit(const pag_drawing *d, const pag_bounds *bounds)
{
    enum { LEAST = 1000, MOST = 999999 };
    pag_number least = pag_number_whole(d->arena, LEAST), most = pag_number_whole(d->arena, MOST);
    pag_number one = pag_number_whole(d->arena, 1), steps = one;
    if (bounds->step.set) {
        pag_number step = pag_number_with_unit(d->arena, bounds->step.number, PAG_PLAIN);
        if (pag_number_divide(d->arena, &steps, one, step) != PAG_NUMBER_OK) return false;
    }
    return pag_number_is_whole(steps) &&
           (!bounds->min.set || pag_number_order(bounds->min.number, least) <= 0) &&
           (!bounds->max.set || pag_number_order(bounds->max.number, most) >= 0);
}

static void put_one_reading(const pag_drawing *d, pag_text *out, pag_type type,
                            const pag_bounds *bounds)
{
    bool asked = type == PAG_TYPE_NUMBER || type == PAG_TYPE_POINTS;
    if (!asked || !thousands_fit(d, bounds)) return;
    pag_text_put(out, PAG_STR("(?![1-9][0-9]{0,2}\\.[0-9]{3}$)"));
}

void pag_pattern_within(const pag_drawing *d, pag_text *out, pag_type type,
                        const pag_bounds *bounds)
{
    put_max(d, out, type, &bounds->max);
    put_min(d, out, type, &bounds->min);
    put_step(d, out, type, &bounds->step);
    put_one_reading(d, out, type, bounds);
}

/* --- scales --- */

void pag_pattern_among(const pag_drawing *d, pag_text *out, const pag_number *numbers, size_t n)
{
    bool first = true;
    for (size_t i = 0; i < n; i++) {
        decimal x;
        int sign = pag_number_sign(numbers[i]);
        if (!edge_of(d, numbers[i], PAG_TYPE_POINTS, PAG_UP, &x)) continue;
        put_or(out, &first);
        pag_text_put(out, sign < 0 ? PAG_STR("-") : sign ? PAG_STR("") : PAG_STR("-?"));
        pag_text_put(out, x.whole);
        if (x.part.len) pag_text_put(out, PAG_STR("\\."));
        pag_text_put(out, x.part);
        pag_text_put(out, x.part.len ? PAG_STR("0*") : PAG_STR("(\\.0+)?"));
    }
}
