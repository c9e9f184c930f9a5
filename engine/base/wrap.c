/* Breaking a text into lines by display width, where "é" and "€" are one column and bytes do not
 * count. */
#include "base/text.h"

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

size_t pag_text_wrap(pag_arena *arena, pag_str text, size_t width, bool hard, pag_str **lines)
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
