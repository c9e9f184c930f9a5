/* Texts as YAML: plain where nobody could take them for anything else, between quotes otherwise. */
#include "base/scalar.h"

#include <string.h>

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Words that other readers of YAML take for something else than a text. */
static bool is_taken(pag_str text)
{
    static const char *const words[] = {"y",  "n",   "yes",  "no",    "si",
                                        "on", "off", "true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *word = words[i];
        size_t at = 0;
        while (at < text.len && word[at] && (text.at[at] | 0x20) == word[at]) at++;
        if (at == text.len && !word[at]) return true;
    }
    return false;
}

static bool is_plain(pag_str text, bool words)
{
    bool letters = false;
    if (!text.len || text.at[text.len - 1] == ' ' || text.at[text.len - 1] == '.') return false;
    bool signed_number = text.at[0] == '-' && text.len > 1 && is_digit(text.at[1]);
    if (!is_letter(text.at[0]) && !is_digit(text.at[0]) && !signed_number) return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        letters = letters || is_letter(c);
        if (!is_letter(c) && !is_digit(c) && !strchr(" .-_/%+()'", c)) return false;
        if (!c) return false;
    }
    return !words || (letters && !is_taken(text));
}

static void put_escaped(pag_text *out, char c)
{
    static const char digits[] = "0123456789abcdef";
    pag_text_put(out, PAG_STR("\\x"));
    pag_text_byte(out, digits[(unsigned char)c >> 4]);
    pag_text_byte(out, digits[(unsigned char)c & 0xf]);
}

void pag_text_put_scalar(pag_text *out, pag_str text, bool words)
{
    if (is_plain(text, words)) {
        pag_text_put(out, text);
        return;
    }
    pag_text_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '"' || c == '\\') pag_text_byte(out, '\\');
        if ((unsigned char)c < 0x20 || c == 0x7f) {
            put_escaped(out, c);
        } else {
            pag_text_byte(out, c);
        }
    }
    pag_text_byte(out, '"');
}
