/* Texts as others see them. To us every scalar is a text; to an editor 1.10 without quotes is the
 * number 1.1 and true is no text at all, and a schema must not refuse a file because of that. */
#include "editor/internal.h"

typedef struct cursor {
    pag_str text;
    size_t at;
} cursor;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool take(cursor *c, char a, char b)
{
    if (c->at >= c->text.len || (c->text.at[c->at] != a && c->text.at[c->at] != b)) return false;
    c->at++;
    return true;
}

static size_t take_digits(cursor *c)
{
    size_t from = c->at;
    while (c->at < c->text.len && is_digit(c->text.at[c->at])) c->at++;
    return c->at - from;
}

static bool is_one_of(pag_str text, const char *const *words)
{
    while (*words && !pag_str_equal(text, pag_str_from(*words))) words++;
    return *words != NULL;
}

/* 0x1f, 0o17 */
static bool is_based(pag_str text)
{
    bool hex = pag_str_starts(text, PAG_STR("0x"));
    if (text.len < 3 || (!hex && !pag_str_starts(text, PAG_STR("0o")))) return false;
    for (size_t i = 2; i < text.len; i++) {
        char c = text.at[i];
        bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!(is_digit(c) || (hex && letter))) return false;
    }
    return true;
}

/* The numbers of YAML's core schema. */
bool pag_yaml_is_number(pag_str text)
{
    static const char *const words[] = {".nan",  ".NaN",  ".NAN",  ".inf",  ".Inf",
                                        ".INF",  "+.inf", "+.Inf", "-.inf", "-.Inf",
                                        "-.INF", "+.INF", NULL};
    cursor c = {text, 0};
    (void)take(&c, '-', '+');
    size_t digits = take_digits(&c);
    if (take(&c, '.', '.')) digits += take_digits(&c);
    if (digits && take(&c, 'e', 'E')) {
        (void)take(&c, '-', '+');
        digits = take_digits(&c);
    }
    return (digits && c.at == text.len) || is_based(text) || is_one_of(text, words);
}

static bool is_flag(pag_str text)
{
    static const char *const words[] = {"true", "True", "TRUE", "false", "False", "FALSE", NULL};
    return is_one_of(text, words);
}

/* A number that is written as every program would write it. */
static bool is_plain_number(pag_str text)
{
    enum { MOST = 15, MOST_DECIMALS = 6 };
    cursor c = {text, 0};
    bool negative = take(&c, '-', '-');
    size_t first = c.at, whole = take_digits(&c), decimals = 0;
    if (!whole || (whole > 1 && text.at[first] == '0')) return false;
    if (take(&c, '.', '.')) {
        decimals = take_digits(&c);
        if (!decimals || text.at[c.at - 1] == '0') return false;
    }
    bool zero = whole == 1 && text.at[first] == '0' && !decimals;
    return c.at == text.len && whole + decimals <= MOST && decimals <= MOST_DECIMALS &&
           !(negative && zero);
}

/* Whether YAML, read by others, keeps the text as it is. "1.10" is a number to them, and 1.1. */
static bool keeps(pag_str text)
{
    static const char *const nothing[] = {"", "~", "null", "Null", "NULL", NULL};
    if (pag_yaml_is_number(text)) return is_plain_number(text);
    if (is_flag(text)) return text.at[0] == 't' || text.at[0] == 'f';
    return !is_one_of(text, nothing);
}

/* --- one of some words --- */

static bool all_are_kept(const pag_str *words, size_t n)
{
    size_t i = 0;
    while (i < n && keeps(words[i])) i++;
    return i == n;
}

/* Something that is not blank: outside of what pag_text_is_blank knows, without the rarest of it,
 * which a pattern could only name in a dialect that not every editor reads. */
#define READABLE                                                                                   \
    "[^\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u0300-\\u036f\\u115f\\u1160\\u1680\\u2000-\\u200f"   \
    "\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufeff\\uffa0]"

/* Every scalar is a text to us. */
void pag_draw_any_text(pag_drawing *d)
{
    static const char *const types[] = {"string", "number", "boolean"};
    pag_json_key(&d->json, PAG_STR("type"));
    pag_json_begin_array(&d->json);
    for (size_t i = 0; i < 3; i++) pag_json_string(&d->json, pag_str_from(types[i]));
    pag_json_end_array(&d->json);
    pag_json_put_string(&d->json, PAG_STR("pattern"), PAG_STR(READABLE));
}

/* Without quotes it may be no text to others. */
static void put_as_seen(pag_drawing *d, pag_str word)
{
    if (pag_yaml_is_number(word)) pag_json_decimal(&d->json, word);
    if (is_flag(word)) pag_json_bool(&d->json, word.at[0] == 't');
}

void pag_draw_words(pag_drawing *d, const pag_str *words, size_t n)
{
    bool kept = all_are_kept(words, n);
    if (!kept) pag_draw_any_text(d);
    pag_json_key(&d->json, kept ? PAG_STR("enum") : PAG_STR("examples"));
    pag_json_begin_array(&d->json);
    for (size_t i = 0; i < n; i++) pag_json_string(&d->json, words[i]);
    for (size_t i = 0; i < n && kept; i++) put_as_seen(d, words[i]);
    pag_json_end_array(&d->json);
}

/* --- keys --- */

void pag_draw_required(pag_drawing *d, pag_keys keys)
{
    bool any = false;
    for (size_t i = 0; i < keys.n; i++) any = any || (keys.required[i] && keys.names[i].len);
    if (!any) return;
    pag_json_key(&d->json, PAG_STR("required"));
    pag_json_begin_array(&d->json);
    for (size_t i = 0; i < keys.n; i++) {
        if (keys.required[i] && keeps(keys.names[i])) {
            pag_json_string(&d->json, keys.names[i]);
        }
    }
    pag_json_end_array(&d->json);
}

void pag_draw_keys(pag_drawing *d, pag_keys keys)
{
    bool kept = all_are_kept(keys.names, keys.n);
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("object"));
    if (kept) pag_json_put_bool(&d->json, PAG_STR("additionalProperties"), false);
    pag_draw_required(d, keys);
}
