/* From the name of an entry to its id: the short word that results and commands call it by. It
 * works code point by code point, without the heap and without the locale. */
#include "schema/record.h"

#include <utf8proc.h>

/* The letters and digits a code point is made of once case and accents are taken off, appended to
 * `id`; everything else becomes one '-' between two words. */
static void put_folded(pag_text *id, utf8proc_int32_t code, bool *gap)
{
    enum { MOST = 24 }; /* no code point decomposes into more than 18 */
    utf8proc_int32_t parts[MOST];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        code, parts, MOST,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
    if (n < 0 || n > MOST) n = 0;
    for (utf8proc_ssize_t i = 0; i < n; i++) {
        utf8proc_int32_t c = parts[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            if (*gap && id->len) pag_text_byte(id, '-');
            pag_text_byte(id, (char)c);
            *gap = false;
        } else {
            *gap = true;
        }
    }
}

pag_str pag_id_from(pag_arena *arena, pag_str name)
{
    pag_text id = {.arena = arena};
    bool gap = false;
    for (size_t i = 0; i < name.len;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)name.at + i,
                                              (utf8proc_ssize_t)(name.len - i), &code);
        if (n <= 0) {
            gap = true;
            i++;
            continue;
        }
        put_folded(&id, code, &gap);
        i += (size_t)n;
    }
    return pag_text_str(&id);
}
