/* Characters that nobody sees, and the names of characters. Refused are control characters, other
 * line breaks than a newline, and the marks that turn the direction of text: with them a line would
 * read differently from what it says. It knows nothing of files. */
#include "yaml/inside.h"

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

size_t pag_yaml_find_invisible(pag_str text, size_t *at)
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

pag_str pag_yaml_letter_name(pag_arena *arena, pag_str text)
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
