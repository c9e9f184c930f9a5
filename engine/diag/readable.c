/* The judgement of a source's bytes, before anybody asks what they mean. It never looks at the
 * structure of a file. */
#include "diag/readable.h"

#include <string.h>
#include <utf8proc.h>

static uint32_t letter_of(pag_str text)
{
    utf8proc_int32_t code = 0;
    utf8proc_iterate((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.len, &code);
    return (uint32_t)code;
}

static bool is_invisible(uint32_t c)
{
    bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
    bool separator = c == 0x2028 || c == 0x2029;
    bool direction = c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
                     (c >= 0x2066 && c <= 0x2069);
    bool blank = c == 0x200b || c == 0x2060; /* of no width */
    return control || separator || direction || blank || c == 0xfeff || c == 0xfffe || c == 0xffff;
}

size_t pag_invisible_find(pag_str text, size_t *at)
{
    for (size_t i = 0; i < text.len;) {
        unsigned char byte = (unsigned char)text.at[i];
        size_t len = byte < 0x80 ? 1 : pag_utf8_length(text.at + i, text.len - i);
        if (len == 0) len = 1;
        bool may = byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte == 0xd8 || byte >= 0xe2;
        bool line_end = byte == '\r' && i + 1 < text.len && text.at[i + 1] == '\n';
        if (may && !line_end && is_invisible(letter_of((pag_str){text.at + i, len}))) {
            *at = i;
            return len;
        }
        i += len;
    }
    return 0;
}

pag_str pag_letter_name(pag_arena *arena, pag_str text)
{
    uint32_t c = letter_of(text);
    pag_text name = {.arena = arena};
    pag_text_put(&name, PAG_STR("U+"));
    for (unsigned shift = c > 0xffff ? 20 : 12;; shift -= 4) {
        pag_text_byte(&name, "0123456789ABCDEF"[c >> shift & 15]);
        if (shift == 0) break;
    }
    return pag_text_str(&name);
}

/* --- the encoding --- */

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

typedef struct judging {
    pag_diagnostics *diags;
    uint32_t source;
    pag_str bytes;
    size_t start, errors, most;
} judging;

static void refuse(judging *j, pag_code code, size_t at, size_t len, pag_str argument)
{
    pag_pos pos = pag_sources_at(pag_diagnostics_sources(j->diags), j->source, at, len);
    pag_diag_add(j->diags, code, pos, argument.len ? 1 : 0, argument);
    j->errors++;
}

/* A byte above 0x7f that no UTF-8 explains. Followed by ASCII it is most likely a single letter of
 * the encoding that old Windows programs use. */
static void refuse_byte(judging *j, size_t at)
{
    unsigned char byte = (unsigned char)j->bytes.at[at];
    uint32_t letter = windows_letter(byte);
    pag_str name = byte_name(pag_diagnostics_arena(j->diags), byte);
    bool followed = at + 1 < j->bytes.len && (unsigned char)j->bytes.at[at + 1] >= 0x80;
    if (letter == 0 || followed) {
        refuse(j, PAG_E0201, at, 1, name);
        return;
    }
    utf8proc_uint8_t utf8[4];
    utf8proc_ssize_t len = utf8proc_encode_char((utf8proc_int32_t)letter, utf8);
    pag_str shown = {(const char *)utf8, (size_t)len};
    pag_pos pos = pag_sources_at(pag_diagnostics_sources(j->diags), j->source, at, 1);
    pag_diag_add(j->diags, PAG_E0202, pos, 2, name, shown);
    j->errors++;
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

/* The first CR that ends a line by itself, where lines end so rather than with LF; the length: they
 * do not. A cell of a table may hold an LF all the same. */
static size_t old_line_end(pag_str bytes)
{
    size_t first = bytes.len, alone = 0, others = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        bool alone_here = bytes.at[i] == '\r' && !(i + 1 < bytes.len && bytes.at[i + 1] == '\n');
        if (alone_here && !alone) first = i;
        alone += alone_here;
        others += bytes.at[i] == '\n';
    }
    return alone > others ? first : bytes.len;
}

/* Refuses the first byte that is no text; returns where the good bytes end. */
static size_t judge_encoding(judging *j)
{
    size_t at = j->start;
    while (at < j->bytes.len) {
        unsigned char byte = (unsigned char)j->bytes.at[at];
        if (byte == '\0') {
            refuse(j, PAG_E0204, at, 1, PAG_STR(""));
            break;
        }
        size_t len = byte < 0x80 ? 1 : pag_utf8_length(j->bytes.at + at, j->bytes.len - at);
        if (len == 0) {
            refuse_byte(j, at);
            break;
        }
        at += len;
    }
    return at;
}

static void judge_letters(judging *j, size_t end)
{
    size_t from = j->start, at;
    for (;;) {
        pag_str rest = {j->bytes.at + from, end - from};
        size_t len = pag_invisible_find(rest, &at);
        if (len == 0) return;
        bool full = j->errors >= j->most;
        pag_str letter = {rest.at + at, len};
        pag_str name = pag_letter_name(pag_diagnostics_arena(j->diags), letter);
        refuse(j, full ? PAG_E0514 : PAG_E0205, from + at, len, full ? PAG_STR("100") : name);
        if (full) return;
        from += at + len;
    }
}

/* Thousands of its bytes would be wrong, and none of them is what is wrong. */
static bool refuse_foreign(judging *j)
{
    pag_foreign is;
    if (!pag_foreign_is(j->bytes, &is)) return false;
    pag_diag_add(j->diags, is.table ? PAG_E1180 : PAG_E1181, (pag_pos){.source = j->source}, 1,
                 is.name);
    j->errors++;
    return true;
}

size_t pag_readable_judge(pag_diagnostics *diags, uint32_t source, size_t most, size_t *start)
{
    judging j = {.diags = diags, .source = source, .most = most};
    j.bytes = pag_sources_bytes(pag_diagnostics_sources(diags), source);
    *start = 0;
    if (refuse_foreign(&j)) return j.errors;
    if (is_utf16(j.bytes)) {
        refuse(&j, PAG_E0203, 0, 1, PAG_STR(""));
        return j.errors;
    }
    size_t old = old_line_end(j.bytes);
    if (old < j.bytes.len) {
        refuse(&j, PAG_E0286, old, 1, PAG_STR(""));
        return j.errors;
    }
    if (pag_str_starts(j.bytes, PAG_STR("\xef\xbb\xbf"))) *start = j.start = 3;
    judge_letters(&j, judge_encoding(&j));
    return j.errors;
}
