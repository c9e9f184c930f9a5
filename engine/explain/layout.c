/* Wrapping and padding by display width, where "é" and "€" are one column and bytes do not count.
 */
#include "explain/layout.h"

/* How many bytes at the start of `text` fill at most `width` columns; at least one code point. */
static size_t fit(pag_str text, size_t width)
{
    size_t at = 0, used = 0;
    while (at < text.len) {
        size_t len = pag_utf8_length(text.at + at, text.len - at);
        if (!len) len = 1;
        used += pag_text_width((pag_str){text.at + at, len});
        if (used > width && at > 0) break;
        at += len;
    }
    return at;
}

static pag_str trim_left(pag_str text)
{
    while (text.len && (*text.at == ' ' || *text.at == '\n')) {
        text.at++;
        text.len--;
    }
    return text;
}

/* A blank at which a line may end: not the one between a number and its sign. */
static bool is_break(pag_str text, size_t at)
{
    pag_str rest = {text.at + at, text.len - at};
    return *rest.at == ' ' && !pag_str_starts(rest, PAG_STR(" %")) &&
           !pag_str_starts(rest, PAG_STR(" €"));
}

/* The length of the first line of `text`, which does not begin with a blank. */
static size_t line_length(pag_str text, size_t width, bool hard)
{
    size_t most = fit(text, width);
    if (most == text.len) return most;
    size_t at = most;
    while (at > 0 && !is_break(text, at)) at--;
    if (at > 0) return at;
    return hard ? most : pag_str_find(text, ' ');
}

size_t pag_layout_wrap(pag_arena *arena, pag_str text, size_t width, bool hard, pag_str **lines)
{
    pag_str rest = trim_left(text);
    size_t n = 0;
    *lines = PAG_NEW_ARRAY(arena, pag_str, rest.len + 1);
    (*lines)[0] = PAG_STR("");
    while (rest.len) {
        size_t len = line_length(rest, width, hard);
        pag_str line = {rest.at, len};
        while (line.len && line.at[line.len - 1] == ' ') line.len--;
        (*lines)[n++] = line;
        rest = trim_left((pag_str){rest.at + len, rest.len - len});
    }
    return n ? n : 1;
}

void pag_layout_blanks(pag_text *out, size_t n)
{
    while (n-- > 0) pag_text_byte(out, ' ');
}

void pag_layout_field(pag_text *out, pag_str text, size_t width, bool right)
{
    size_t own = pag_text_width(text), rest = own < width ? width - own : 0;
    if (right) pag_layout_blanks(out, rest);
    pag_text_put(out, text);
    if (!right) pag_layout_blanks(out, rest);
}

void pag_layout_colored(pag_text *out, pag_str text, const char *color)
{
    if (color) pag_text_put(out, pag_str_from(color));
    pag_text_put(out, text);
    if (color) pag_text_put(out, PAG_STR("\x1b[0m"));
}

void pag_layout_sides(pag_text *out, pag_str left, pag_str right, size_t width, const char *color)
{
    size_t taken = pag_text_width(left) + pag_text_width(right);
    pag_layout_colored(out, left, color);
    if (right.len && taken + 2 <= width) {
        pag_layout_blanks(out, width - taken);
        pag_text_put(out, right);
    } else if (right.len) {
        pag_text_byte(out, '\n');
        pag_text_put(out, right);
    }
    pag_text_byte(out, '\n');
}
