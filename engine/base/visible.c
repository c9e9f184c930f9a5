/* Decides for each code point whether it may be shown, and writes out those that may not. It never
 * changes what is stored, only what is shown. */
#include "base/visible.h"

#include <string.h>
#include <utf8proc.h>

/* Control, format (where the bidirectional ones are), surrogate, private, unassigned, and the two
 * separators that some programs take for the end of a line. */
static bool is_hidden(utf8proc_int32_t code)
{
    utf8proc_category_t c = utf8proc_category(code);
    return c == UTF8PROC_CATEGORY_CC || c == UTF8PROC_CATEGORY_CF || c == UTF8PROC_CATEGORY_CS ||
           c == UTF8PROC_CATEGORY_CO || c == UTF8PROC_CATEGORY_CN || c == UTF8PROC_CATEGORY_ZL ||
           c == UTF8PROC_CATEGORY_ZP;
}

static void put(pag_glyph *glyph, char c)
{
    glyph->at[glyph->len++] = c;
    glyph->width++;
}

static void put_hex(pag_glyph *glyph, uint32_t code, unsigned digits)
{
    while (digits-- > 0) put(glyph, "0123456789abcdef"[code >> (4 * digits) & 15]);
}

static void put_escape(pag_glyph *glyph, uint32_t code)
{
    put(glyph, '\\');
    if (code == '\n' || code == '\r' || code == '\t') {
        put(glyph, code == '\n' ? 'n' : code == '\r' ? 'r' : 't');
        return;
    }
    put(glyph, 'u');
    if (code <= 0xffff) {
        put_hex(glyph, code, 4);
        return;
    }
    put(glyph, '{');
    put_hex(glyph, code, code > 0xfffff ? 6 : 5);
    put(glyph, '}');
}

pag_glyph pag_glyph_at(pag_str text, size_t offset)
{
    const char *at = text.at + offset;
    unsigned char byte = (unsigned char)*at;
    if (byte >= 0x20 && byte < 0x7f) return (pag_glyph){{*at}, 1, 1, 1};
    pag_glyph glyph = {.eaten = pag_utf8_length(at, text.len - offset)};
    if (glyph.eaten == 0) {
        glyph.eaten = 1;
        put(&glyph, '\\');
        put(&glyph, 'x');
        put_hex(&glyph, byte, 2);
        return glyph;
    }
    utf8proc_int32_t code;
    utf8proc_iterate((const utf8proc_uint8_t *)at, (utf8proc_ssize_t)glyph.eaten, &code);
    if (is_hidden(code)) {
        put_escape(&glyph, (uint32_t)code);
        return glyph;
    }
    memcpy(glyph.at, at, glyph.eaten);
    glyph.len = glyph.eaten;
    glyph.width = pag_text_width((pag_str){at, glyph.eaten});
    return glyph;
}

void pag_text_put_visible(pag_text *out, pag_str text, size_t most)
{
    size_t width = 0;
    for (size_t i = 0; i < text.len;) {
        pag_glyph glyph = pag_glyph_at(text, i);
        bool last = i + glyph.eaten == text.len;
        if (most && width + glyph.width + (last ? 0 : 1) > most) {
            pag_text_put(out, PAG_STR("…"));
            return;
        }
        pag_text_put(out, (pag_str){glyph.at, glyph.len});
        width += glyph.width;
        i += glyph.eaten;
    }
}

/* Letters by their category, and empty to the eye. */
static bool is_empty_letter(utf8proc_int32_t code)
{
    return code == 0x2800 || code == 0x115f || code == 0x1160 || code == 0x3164 || code == 0xffa0;
}

bool pag_text_is_blank(pag_str text)
{
    for (size_t i = 0; i < text.len;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text.at + i,
                                              (utf8proc_ssize_t)(text.len - i), &code);
        if (n <= 0) return false; /* shown as a byte */
        utf8proc_category_t c = utf8proc_category(code);
        bool mark = c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_ME; /* upon nothing */
        if (c != UTF8PROC_CATEGORY_ZS && !mark && !is_hidden(code) && !is_empty_letter(code)) {
            return false;
        }
        i += (size_t)n;
    }
    return true;
}

static bool is_letter(utf8proc_int32_t code)
{
    utf8proc_category_t c = utf8proc_category(code);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO && !is_hidden(code) &&
           !is_empty_letter(code);
}

bool pag_text_has_letter(pag_str text)
{
    for (size_t i = 0; i < text.len;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text.at + i,
                                              (utf8proc_ssize_t)(text.len - i), &code);
        if (n > 0 && is_letter(code)) return true;
        i += n > 0 ? (size_t)n : 1;
    }
    return false;
}
