/* Keys of a map: what parts them from their values, and that none stands there twice. Sorted, so
 * that a map of a hundred thousand keys costs no
 * more than it must. */
#include "yaml/inside.h"

#include <stdlib.h>

/* By the bytes of the key, then by the place in the file: all pairs are of one array. */
static int order(const void *left, const void *right)
{
    const pag_pair *a = *(const pag_pair *const *)left, *b = *(const pag_pair *const *)right;
    int by_key = pag_str_compare(a->key, b->key);
    return by_key ? by_key : (a > b) - (a < b);
}

void pag_yaml_check_twice(pag_yaml_file *file, pag_arena *scratch, const pag_pair *pairs, size_t n)
{
    if (n < 2) return;
    const pag_pair **sorted = PAG_NEW_ARRAY(scratch, const pag_pair *, n);
    for (size_t i = 0; i < n; i++) sorted[i] = &pairs[i];
    qsort(sorted, n, sizeof(const pag_pair *), order);
    const pag_pair *first = sorted[0];
    for (size_t i = 1; i < n && !pag_yaml_full(file); i++) {
        if (sorted[i]->key.len == 0 || !pag_str_equal(first->key, sorted[i]->key)) {
            first = sorted[i];
            continue;
        }
        pag_yaml_refuse(file, PAG_E0212, sorted[i]->key_pos, first->key)->also = first->key_pos;
    }
}

enum { NO_BREAK = 2 }; /* bytes */

static bool is_no_break(const pag_yaml_file *file, size_t at, size_t to)
{
    return at + NO_BREAK <= to && file->bytes.at[at] == '\xc2' && file->bytes.at[at + 1] == '\xa0';
}

size_t pag_yaml_find_no_break(const pag_yaml_file *file, size_t from, size_t to)
{
    if (to > file->bytes.len) to = file->bytes.len;
    if (from >= to || file->bytes.at[from] == '"' || file->bytes.at[from] == '\'') {
        return PAG_YAML_NOWHERE;
    }
    for (size_t at = from; at < to; at++) {
        if (!is_no_break(file, at, to)) continue;
        bool ends = at == from || at + NO_BREAK == to;
        bool dash = at == from + 1 && file->bytes.at[from] == '-';
        if (ends || dash || file->bytes.at[at - 1] == ':') return at;
    }
    return PAG_YAML_NOWHERE;
}

void pag_yaml_refuse_no_break(pag_yaml_file *file, size_t at)
{
    pag_yaml_refuse(file, PAG_E0279, pag_yaml_pos_at(file, at, NO_BREAK), PAG_STR("U+00A0"));
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool goes_on(char c)
{
    return is_letter(c) || c == '-' || (c >= '0' && c <= '9');
}

bool pag_yaml_lacks_blank(pag_str text)
{
    if (text.len == 0 || !is_letter(text.at[0])) return false; /* 10:30 is a time */
    size_t colon = 1;
    while (colon < text.len && goes_on(text.at[colon])) colon++;
    if (colon + 1 >= text.len || text.at[colon] != ':') return false;
    if (pag_yaml_is_space(text.at[colon + 1])) return false;
    return text.at[colon + 1] != '/'; /* http://… is an address */
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool pag_yaml_are_halves(pag_str whole, pag_str decimals)
{
    size_t at = pag_str_starts(whole, PAG_STR("-")) ? 1 : 0;
    if (at == whole.len || !is_digit(whole.at[at])) return false;
    while (at < whole.len && (is_digit(whole.at[at]) || whole.at[at] == '.')) at++;
    if (at < whole.len) return false;
    size_t digits = 0;
    while (digits < decimals.len && is_digit(decimals.at[digits])) digits++;
    pag_str rest = {decimals.at + digits, decimals.len - digits};
    while (rest.len && *rest.at == ' ') rest = (pag_str){rest.at + 1, rest.len - 1};
    bool known = rest.len == 0 || pag_str_equal(rest, PAG_STR("%")) ||
                 pag_str_equal(rest, PAG_STR("€")) || pag_str_equal(rest, PAG_STR("euro")) ||
                 pag_str_equal(rest, PAG_STR("EUR"));
    return digits && known;
}
