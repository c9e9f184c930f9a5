/* What can be said about a file before libyaml reads it, and about what follows the document: the
 * encoding, characters nobody sees, directives, further documents. It never looks inside the
 * document's structure. */
#include "yaml/inside.h"

#include <string.h>
#include <utf8proc.h>

/* The characters that Windows-1252 has at 0x80 to 0x9f; 0: none. */
static const uint16_t windows[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

static uint32_t windows_letter(unsigned char byte)
{
    return byte >= 0xa0 ? byte : windows[byte - 0x80];
}

static pag_str byte_name(pag_arena *arena, unsigned char byte)
{
    const char *digits = "0123456789ABCDEF";
    char name[] = {'0', 'x', digits[byte >> 4], digits[byte & 15]};
    return pag_arena_copy(arena, (pag_str){name, sizeof name});
}

/* A byte above 0x7f that no UTF-8 explains. Followed by ASCII it is most likely a single letter of
 * the encoding that old Windows programs use. */
static void refuse_byte(pag_yaml_file *file, size_t at)
{
    unsigned char byte = (unsigned char)file->bytes.at[at];
    uint32_t letter = windows_letter(byte);
    pag_pos pos = pag_yaml_pos_at(file, at, 1);
    pag_str name = byte_name(file->arena, byte);
    if (letter == 0 || (unsigned char)pag_yaml_byte(file, at + 1) >= 0x80) {
        pag_yaml_refuse(file, PAG_E0201, pos, name);
        return;
    }
    utf8proc_uint8_t utf8[4];
    utf8proc_ssize_t len = utf8proc_encode_char((utf8proc_int32_t)letter, utf8);
    pag_str shown = pag_arena_copy(file->arena, (pag_str){(const char *)utf8, (size_t)len});
    pag_yaml_refuse_two(file, PAG_E0202, pos, name, shown);
}

/* UTF-16 shows by its byte order mark, or by every other byte being zero. */
static bool is_utf16(pag_str bytes)
{
    if (bytes.len < 2) return false;
    if (memcmp(bytes.at, "\xff\xfe", 2) == 0 || memcmp(bytes.at, "\xfe\xff", 2) == 0) return true;
    if (bytes.len < 4) return false;
    bool even = bytes.at[0] == '\0' && bytes.at[2] == '\0';
    bool odd = bytes.at[1] == '\0' && bytes.at[3] == '\0';
    return even != odd;
}

/* Refuses the first byte that is no text; returns where the good bytes end. */
static size_t check_encoding(pag_yaml_file *file)
{
    size_t at = file->start;
    while (at < file->bytes.len) {
        unsigned char byte = (unsigned char)file->bytes.at[at];
        if (byte == '\0') {
            pag_yaml_refuse(file, PAG_E0204, pag_yaml_pos_at(file, at, 1), (pag_str){0});
            break;
        }
        size_t len = byte < 0x80 ? 1 : pag_utf8_length(file->bytes.at + at, file->bytes.len - at);
        if (len == 0) {
            refuse_byte(file, at);
            break;
        }
        at += len;
    }
    return at;
}

static void check_letters(pag_yaml_file *file, size_t end)
{
    size_t from = file->start;
    for (;;) {
        pag_str rest = {file->bytes.at + from, end - from};
        size_t at, len = pag_yaml_find_invisible(rest, &at);
        if (len == 0 || pag_yaml_stops(file, pag_yaml_pos_at(file, from + at, len))) return;
        pag_str letter = {rest.at + at, len};
        pag_yaml_refuse(file, PAG_E0205, pag_yaml_pos_at(file, from + at, len),
                        pag_yaml_letter_name(file->arena, letter));
        from += at + len;
    }
}

bool pag_yaml_check_bytes(pag_yaml_file *file)
{
    pag_pos whole = {.source = file->source};
    if (file->bytes.len > PAG_YAML_MOST_BYTES) {
        pag_str path = pag_sources_path(pag_diagnostics_sources(file->diags), file->source);
        pag_yaml_refuse_two(file, PAG_E0005, whole, path, PAG_STR("8 MiB"));
        return false;
    }
    if (is_utf16(file->bytes)) {
        pag_yaml_refuse(file, PAG_E0203, pag_yaml_pos_at(file, 0, 1), (pag_str){0});
        return false;
    }
    if (pag_str_starts(file->bytes, PAG_STR("\xef\xbb\xbf"))) file->start = 3;
    size_t end = check_encoding(file);
    check_letters(file, end);
    return file->errors == 0;
}

/* Where the text of a line begins, or the end of the line if it has none or is a comment. */
static size_t text_of_line(const pag_yaml_file *file, size_t at)
{
    size_t text = pag_yaml_skip_blanks(file, at);
    return pag_yaml_byte(file, text) == '#' ? pag_yaml_line_end(file, text) : text;
}

static bool is_line_end(const pag_yaml_file *file, size_t at)
{
    char c = pag_yaml_byte(file, at);
    return c == '\n' || c == '\0' || c == '\r';
}

static size_t next_line(const pag_yaml_file *file, size_t at)
{
    const char *from = file->bytes.at + at;
    const char *found = at < file->bytes.len ? memchr(from, '\n', file->bytes.len - at) : NULL;
    return found ? at + (size_t)(found - from) + 1 : file->bytes.len;
}

static void refuse_directive(pag_yaml_file *file, size_t at)
{
    size_t end = pag_yaml_line_end(file, at);
    pag_yaml_refuse(file, PAG_E0209, pag_yaml_pos_at(file, at, end - at),
                    pag_yaml_excerpt(file, at, end));
}

bool pag_yaml_skip_directives(pag_yaml_file *file)
{
    uint32_t lines = 0;
    for (size_t at = file->start; at < file->bytes.len; at = next_line(file, at)) {
        bool directive = file->bytes.at[at] == '%';
        if (!directive && !is_line_end(file, text_of_line(file, at))) return true;
        lines++;
        if (!directive) continue;
        if (pag_yaml_full(file)) return true;
        refuse_directive(file, at);
        file->start = next_line(file, at);
        file->lines_before = lines;
    }
    return false;
}

/* "---" or "..." alone at the start of a line. */
static bool is_marker(const pag_yaml_file *file, size_t at, const char *marker)
{
    pag_str rest = {file->bytes.at + at, file->bytes.len - at};
    bool starts = pag_str_starts(rest, (pag_str){marker, 3});
    return starts && at == pag_yaml_line_start(file, at) &&
           pag_yaml_is_space(pag_yaml_byte(file, at + 3));
}

void pag_yaml_check_tail(pag_yaml_file *file, size_t offset, pag_yaml_value root)
{
    bool ended = false;
    while (offset < file->bytes.len) {
        size_t at = text_of_line(file, offset);
        if (is_line_end(file, at)) {
            offset = next_line(file, at);
        } else if (is_marker(file, at, "...")) {
            ended = true;
            offset = at + 3;
        } else if (file->bytes.at[at] == '%' && at == pag_yaml_line_start(file, at)) {
            refuse_directive(file, at);
            return;
        } else if (ended || is_marker(file, at, "---")) {
            size_t end = pag_yaml_line_end(file, at);
            pag_yaml_refuse(file, PAG_E0208, pag_yaml_pos_at(file, at, end - at), (pag_str){0});
            return;
        } else {
            if (!pag_yaml_tell_rest(file, at, root)) {
                pag_yaml_tell_indentation(file, at, PAG_YAML_NOWHERE);
            }
            return;
        }
    }
}
