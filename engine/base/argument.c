/* Texts as arguments of a shell: quoted only where a shell would take them for something else. */
#include "base/text.h"

#include <string.h>

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("_./+,:@%=-", c));
}

/* Bytes that a shell looks at between double quotes; '!' only in interactive ones. */
static bool is_alive(char c)
{
    return c == '$' || c == '`' || c == '"' || c == '\\' || c == '!' || (unsigned char)c < 0x20;
}

static void put_between(pag_text *out, pag_str text)
{
    pag_text_byte(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\'') {
            pag_text_put(out, PAG_STR("'\\''"));
        } else {
            pag_text_byte(out, text.at[i]);
        }
    }
    pag_text_byte(out, '\'');
}

void pag_text_put_argument(pag_text *out, pag_str text)
{
    bool plain = text.len > 0, alive = false;
    for (size_t i = 0; i < text.len; i++) {
        plain = plain && is_plain(text.at[i]);
        alive = alive || is_alive(text.at[i]);
    }
    if (plain) {
        pag_text_put(out, text);
    } else if (alive) {
        put_between(out, text);
    } else {
        pag_text_byte(out, '"');
        pag_text_put(out, text);
        pag_text_byte(out, '"');
    }
}
