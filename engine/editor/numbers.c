/* Numbers as a schema tells them: as JSON numbers and, where they are written in quotes, as texts;
 * percentages are always texts. Editors count in binary, so a bound is left out where that could
 * refuse a value that is right. */
#include "editor/internal.h"

static void put_types(pag_drawing *d, pag_type type)
{
    pag_json_key(&d->json, PAG_STR("type"));
    pag_json_begin_array(&d->json);
    pag_json_string(&d->json, type == PAG_TYPE_WHOLE ? PAG_STR("integer") : PAG_STR("number"));
    pag_json_string(&d->json, PAG_STR("string"));
    pag_json_end_array(&d->json);
}

/* A zero may have a minus. */
static const char *sign_pattern(bool negative)
{
    return negative ? "-?" : "(-(?=0[.0]*( ?%|/|$)))?";
}

static const char *number_pattern(pag_type type)
{
    switch (type) {
    case PAG_TYPE_WHOLE: return "(0|[1-9][0-9]*)$";
    case PAG_TYPE_NUMBER: return "(0|[1-9][0-9]*)(\\.[0-9]+|/[1-9][0-9]*)?$";
    case PAG_TYPE_SHEET:
    case PAG_TYPE_POINTS: return "(0|[1-9][0-9]*)(\\.[0-9]+)?$";
    case PAG_TYPE_PERCENT: return "(0|[1-9][0-9]*)((\\.[0-9]+)? ?%|/[1-9][0-9]*( ?%)?)$";
    case PAG_TYPE_MONEY: return "(0|[1-9][0-9]*)(\\.[0-9]{1,2})?$";
    case PAG_TYPE_TEXT:
    case PAG_TYPE_FLAG:
    case PAG_TYPE_DATE:
    case PAG_TYPE_CHOICE:
    case PAG_TYPE_CLASS:
    case PAG_TYPE_REF:
    case PAG_TYPE_LIST: break;
    }
    return "";
}

void pag_draw_number(pag_drawing *d, pag_type type, const pag_bounds *bounds)
{
    bool negative = !bounds->min.set || pag_number_sign(bounds->min.number) < 0;
    pag_text pattern = {.arena = d->arena};
    pag_text_byte(&pattern, '^');
    pag_pattern_within(d, &pattern, type, bounds);
    pag_text_put(&pattern, pag_str_from(sign_pattern(negative)));
    pag_text_put(&pattern, pag_str_from(number_pattern(type)));
    if (type == PAG_TYPE_PERCENT) {
        pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("string"));
    } else {
        put_types(d, type);
    }
    pag_json_put_string(&d->json, PAG_STR("pattern"), pag_text_str(&pattern));
}

/* As a decimal of JSON; empty for what has none, or is so long that nobody means it. */
static pag_str decimal_of(const pag_drawing *d, pag_number x)
{
    enum { LONGEST = 15 };
    pag_str text = pag_number_plain(d->arena, pag_number_with_unit(d->arena, x, PAG_PLAIN));
    bool fits = text.len <= LONGEST && pag_str_find(text, '/') == text.len;
    return fits ? text : PAG_STR("");
}

static void put_bound(pag_drawing *d, pag_str keyword, const pag_bound *bound)
{
    pag_str text = bound->set ? decimal_of(d, bound->number) : PAG_STR("");
    if (!text.len) return;
    pag_json_key(&d->json, keyword);
    pag_json_decimal(&d->json, text);
}

/* Only of a step that binary numbers hold exactly, and of values that they do. */
static bool step_is_safe(const pag_drawing *d, const pag_bounds *bounds)
{
    enum { SHORT = 9, QUARTERS = 4 };
    pag_number parts;
    if (!bounds->step.set || !bounds->max.set || decimal_of(d, bounds->max.number).len > SHORT) {
        return false;
    }
    pag_number four = pag_number_whole(d->arena, QUARTERS);
    pag_number step = pag_number_with_unit(d->arena, bounds->step.number, PAG_PLAIN);
    return decimal_of(d, step).len <= SHORT &&
           pag_number_multiply(d->arena, &parts, step, four) == PAG_NUMBER_OK &&
           pag_number_is_whole(parts) && pag_number_sign(parts) > 0;
}

void pag_draw_bounds(pag_drawing *d, const pag_bounds *bounds)
{
    put_bound(d, PAG_STR("minimum"), &bounds->min);
    put_bound(d, PAG_STR("maximum"), &bounds->max);
    if (step_is_safe(d, bounds)) put_bound(d, PAG_STR("multipleOf"), &bounds->step);
}

static void put_limit(const pag_drawing *d, pag_text *text, pag_str word, pag_number x)
{
    if (text->len) pag_text_put(text, PAG_STR(", "));
    pag_text_put(text, word);
    pag_text_put(text, pag_number_people(d->arena, x));
}

pag_str pag_draw_limits(const pag_drawing *d, const pag_bounds *bounds, pag_unit unit)
{
    pag_text text = {.arena = d->arena};
    pag_number min = pag_number_with_unit(d->arena, bounds->min.number, unit);
    pag_number max = pag_number_with_unit(d->arena, bounds->max.number, unit);
    pag_number step = pag_number_with_unit(d->arena, bounds->step.number, unit);
    if (bounds->min.set) put_limit(d, &text, pag_draw_say(d, "at least ", "almeno "), min);
    if (bounds->max.set) put_limit(d, &text, pag_draw_say(d, "at most ", "al massimo "), max);
    if (bounds->step.set) put_limit(d, &text, pag_draw_say(d, "in steps of ", "a passi di "), step);
    return pag_text_str(&text);
}
