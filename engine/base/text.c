/* Slices and growing text, by bytes and code points, never by locale. */
#include "base/text.h"

#include <stdarg.h>
#include <string.h>
#include <utf8proc.h>

bool pag_str_equal(pag_str a, pag_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

int pag_str_compare(pag_str a, pag_str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.at, b.at, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

pag_str pag_str_from(const char *terminated)
{
    return (pag_str){terminated, terminated ? strlen(terminated) : 0};
}

bool pag_str_starts(pag_str text, pag_str prefix)
{
    return text.len >= prefix.len && pag_str_equal((pag_str){text.at, prefix.len}, prefix);
}

bool pag_str_ends(pag_str text, pag_str suffix)
{
    if (suffix.len == 0) return true;
    return text.len >= suffix.len &&
           pag_str_equal((pag_str){text.at + (text.len - suffix.len), suffix.len}, suffix);
}

pag_str pag_str_unquoted(pag_str text)
{
    bool quoted = text.len > 1 && (*text.at == '"' || *text.at == '\'');
    return quoted ? (pag_str){text.at + 1, text.len - 2} : text;
}

size_t pag_str_find(pag_str text, char c)
{
    const char *at = text.len ? memchr(text.at, c, text.len) : NULL;
    return at ? (size_t)(at - text.at) : text.len;
}

bool pag_is_name_byte(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

pag_str pag_str_next_name(pag_str text, size_t *at)
{
    while (*at < text.len && !pag_is_name_byte(text.at[*at])) ++*at;
    size_t from = *at;
    while (*at < text.len && pag_is_name_byte(text.at[*at])) ++*at;
    return (pag_str){text.at + from, *at - from};
}

bool pag_str_names(pag_str text, pag_str name)
{
    for (size_t at = 0; name.len && at < text.len;) {
        if (pag_str_equal(pag_str_next_name(text, &at), name)) return true;
    }
    return false;
}

bool pag_str_next_braces(pag_str *sentence, pag_str *before, pag_str *name)
{
    size_t open = pag_str_find(*sentence, '{');
    *before = (pag_str){sentence->at, open};
    if (open == sentence->len) return false;
    pag_str rest = {sentence->at + open + 1, sentence->len - open - 1};
    size_t close = pag_str_find(rest, '}');
    *name = (pag_str){rest.at, close};
    close = close < rest.len ? close + 1 : close;
    *sentence = (pag_str){rest.at + close, rest.len - close};
    return true;
}

enum { WORD = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t pag_str_distance(pag_str a, pag_str b)
{
    if (a.len > WORD || b.len > WORD) return a.len > b.len ? a.len : b.len;
    size_t rows[3][WORD + 1]; /* the row before the last one is for swaps */
    size_t *old = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b.len; j++) last[j] = old[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t same = a.at[i - 1] == b.at[j - 1] ? 0 : 1;
            now[j] = least(least(last[j] + 1, now[j - 1] + 1), last[j - 1] + same);
            bool swapped =
                i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1];
            if (swapped) now[j] = least(now[j], old[j - 2] + 1);
        }
        size_t *free_row = old;
        old = last;
        last = now;
        now = free_row;
    }
    return last[b.len];
}

size_t pag_str_nearest(pag_str word, const pag_str *candidates, size_t n)
{
    size_t best = n, best_distance = word.len / 3 + 1;
    for (size_t i = 0; i < n; i++) {
        size_t d = pag_str_distance(word, candidates[i]);
        if (d <= best_distance && d < word.len && d < candidates[i].len &&
            (best == n || d < best_distance)) {
            best = i;
            best_distance = d;
        }
    }
    return best;
}

size_t pag_utf8_length(const char *at, size_t left)
{
    utf8proc_int32_t code;
    if (left == 0) return 0;
    if ((unsigned char)*at < 0x80) return 1;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)at,
                                          (utf8proc_ssize_t)(left < 4 ? left : 4), &code);
    return n > 0 ? (size_t)n : 0;
}

size_t pag_text_width(pag_str text)
{
    size_t width = 0;
    for (size_t i = 0; i < text.len;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text.at + i,
                                              (utf8proc_ssize_t)(text.len - i), &code);
        if (n <= 0) {
            i++;
            width++;
            continue;
        }
        int w = utf8proc_charwidth(code);
        width += w > 0 ? (size_t)w : 0;
        i += (size_t)n;
    }
    return width;
}

static void reserve(pag_text *text, size_t more)
{
    if (text->room - text->len >= more) return;
    size_t room = text->room ? text->room * 2 : 64;
    if (room - text->len < more) room = text->len + more;
    char *at = pag_arena_alloc(text->arena, room);
    if (text->len) memcpy(at, text->at, text->len);
    text->at = at;
    text->room = room;
}

void pag_text_put(pag_text *text, pag_str piece)
{
    if (!piece.len) return;
    reserve(text, piece.len);
    memcpy(text->at + text->len, piece.at, piece.len);
    text->len += piece.len;
}

void pag_text_byte(pag_text *text, char c)
{
    pag_text_put(text, (pag_str){&c, 1});
}

void pag_text_whole(pag_text *text, int64_t n)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (n < 0) digits[--at] = '-';
    pag_text_put(text, (pag_str){digits + at, sizeof digits - at});
}

pag_str pag_text_str(const pag_text *text)
{
    return (pag_str){text->len ? text->at : "", text->len};
}

void pag_text_put_list(pag_text *text, const pag_str *names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i) pag_text_put(text, PAG_STR(", "));
        pag_text_put(text, names[i]);
    }
}

pag_str pag_text_join(pag_arena *arena, size_t n, ...)
{
    va_list pieces;
    pag_text text = {.arena = arena};
    va_start(pieces, n);
    for (size_t i = 0; i < n; i++) pag_text_put(&text, va_arg(pieces, pag_str));
    va_end(pieces);
    return pag_text_str(&text);
}

pag_str pag_text_one_line(pag_arena *arena, pag_str text)
{
    if (pag_str_find(text, '\n') == text.len) return text;
    pag_text out = {.arena = arena};
    bool blank = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space && blank && out.len) pag_text_byte(&out, ' ');
        if (!space) pag_text_byte(&out, c);
        blank = space;
    }
    return pag_text_str(&out);
}
