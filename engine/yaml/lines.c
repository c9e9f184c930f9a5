/* Lines as people write them: where their text begins and ends, and the slips in a line that make
 * the next one look out of line. */
#include "yaml/inside.h"

#include <string.h>

size_t pag_yaml_text_start(const pag_yaml_file *file, size_t at)
{
    return pag_yaml_skip_blanks(file, pag_yaml_line_start(file, at));
}

size_t pag_yaml_skip_dashes(const pag_yaml_file *file, size_t at)
{
    while (pag_yaml_byte(file, at) == '-' && pag_yaml_is_space(pag_yaml_byte(file, at + 1))) {
        at = pag_yaml_skip_blanks(file, at + 1);
    }
    return at;
}

size_t pag_yaml_find_colon(const pag_yaml_file *file, size_t from, size_t to)
{
    while (from < to &&
           !(file->bytes.at[from] == ':' && pag_yaml_is_space(pag_yaml_byte(file, from + 1)))) {
        from++;
    }
    return from;
}

size_t pag_yaml_line_above(const pag_yaml_file *file, size_t at)
{
    size_t start = pag_yaml_line_start(file, at);
    while (start > file->start) {
        start = pag_yaml_line_start(file, start - 1);
        size_t text = pag_yaml_skip_blanks(file, start);
        if (text < pag_yaml_line_end(file, start) && file->bytes.at[text] != '#') return text;
    }
    return PAG_YAML_NOWHERE;
}

size_t pag_yaml_text_end(const pag_yaml_file *file, size_t from)
{
    size_t end = pag_yaml_line_end(file, from);
    for (size_t at = from + 1; at < end; at++) {
        if (file->bytes.at[at] == '#' && pag_yaml_is_space(file->bytes.at[at - 1])) end = at;
    }
    while (end > from && pag_yaml_is_space(file->bytes.at[end - 1])) end--;
    return end;
}

/* Of the text that begins at `at`, counted from the start of its line. */
static size_t column(const pag_yaml_file *file, size_t at)
{
    return at - pag_yaml_line_start(file, at);
}

/* "-name: B", which is no entry of a list. */
static bool tell_tight_dash(pag_yaml_file *file, size_t from)
{
    char next = pag_yaml_byte(file, from + 1);
    if (pag_yaml_byte(file, from) != '-' || pag_yaml_is_space(next) || next == '-') return false;
    size_t end = pag_yaml_text_end(file, from);
    pag_str entry = {file->bytes.at + from + 1, end - from - 1};
    if (pag_yaml_find_colon(file, from, end) == end && !pag_yaml_lacks_blank(entry)) return false;
    pag_yaml_refuse_two(file, PAG_E0296, pag_yaml_pos_at(file, from, end - from),
                        pag_yaml_excerpt(file, from, end), pag_yaml_clip(entry));
    return true;
}

/* "– name: B": a word processor makes a longer dash of it, or a dot. */
static bool tell_typeset_dash(pag_yaml_file *file, size_t from)
{
    static const char *const dashes[] = {"\u2013", "\u2014", "\u2212", "\u2010",
                                         "\u2011", "\u2022", "\u00b7"};
    if (from >= file->bytes.len) return false;
    const pag_str rest = {file->bytes.at + from, file->bytes.len - from};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        const pag_str dash = pag_str_from(dashes[i]);
        if (!pag_str_starts(rest, dash)) continue;
        if (!pag_yaml_is_space(pag_yaml_byte(file, from + dash.len))) continue;
        pag_yaml_refuse(file, PAG_E0337, pag_yaml_pos_at(file, from, dash.len), dash);
        return true;
    }
    return false;
}

/* The text of the next line that is neither blank nor a comment; NOWHERE if there is none. */
static size_t line_below(const pag_yaml_file *file, size_t at)
{
    size_t end = pag_yaml_line_end(file, at);
    while (end < file->bytes.len) {
        if (file->bytes.at[end] == '\r') end++;
        size_t text = pag_yaml_skip_blanks(file, end + 1);
        end = pag_yaml_line_end(file, text);
        if (text < end && file->bytes.at[text] != '#') return text;
    }
    return PAG_YAML_NOWHERE;
}

typedef size_t stepping(const pag_yaml_file *file, size_t at);

/* The first key of the next entry of the list whose dashes stand in that column; empty if there is
 * none. */
static pag_str key_of_another(const pag_yaml_file *file, size_t at, stepping *step)
{
    size_t wanted = column(file, at);
    for (at = step(file, at); at != PAG_YAML_NOWHERE; at = step(file, at)) {
        size_t text = pag_yaml_skip_dashes(file, at), end = pag_yaml_text_end(file, text);
        if (column(file, at) < wanted) break;
        if (column(file, at) > wanted || text == at) continue;
        size_t colon = pag_yaml_find_colon(file, text, end);
        if (colon < end) return pag_yaml_excerpt(file, text, colon);
    }
    return (pag_str){0};
}

void pag_yaml_tell_no_colon(pag_yaml_file *file, size_t line, size_t from)
{
    if (tell_tight_dash(file, from)) return;
    size_t end = pag_yaml_text_end(file, from);
    size_t blank = pag_yaml_find_no_break(file, from, end);
    pag_str said = pag_yaml_excerpt(file, from, end);
    pag_pos pos = pag_yaml_pos_at(file, from, end - from);
    if (blank != PAG_YAML_NOWHERE) {
        pag_yaml_refuse_no_break(file, blank);
    } else if (line == from || pag_yaml_lacks_blank(said)) {
        pag_yaml_refuse(file, PAG_E0217, pos, said);
    } else {
        pag_str key = key_of_another(file, line, pag_yaml_line_above);
        if (!key.len) key = key_of_another(file, line, line_below);
        pag_yaml_refuse_two(file, PAG_E0297, pos, said, key.len ? key : PAG_STR("…"));
    }
}

/* Whether the text at `from` could have been meant as a key and its value, and has no colon. */
static bool lacks_colon(const pag_yaml_file *file, size_t from)
{
    size_t end = pag_yaml_text_end(file, from);
    if (from == end || pag_yaml_find_colon(file, from, end) < end) return false;
    if (strchr("[]{}\"'|>", file->bytes.at[from])) return false;
    return !strchr("]}\"'", file->bytes.at[end - 1]);
}

bool pag_yaml_tell_slip(pag_yaml_file *file, size_t offset)
{
    size_t line = pag_yaml_text_start(file, offset);
    size_t above = pag_yaml_line_above(file, line);
    if (tell_tight_dash(file, line) || tell_typeset_dash(file, line)) return true;
    if (above == PAG_YAML_NOWHERE) return false;
    if (tell_tight_dash(file, above) || tell_typeset_dash(file, above)) return true;
    size_t text = pag_yaml_skip_dashes(file, above);
    if (column(file, line) < column(file, text) || !lacks_colon(file, text)) return false;
    pag_yaml_tell_no_colon(file, above, text);
    return true;
}
