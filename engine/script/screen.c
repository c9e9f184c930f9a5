/* Looks once over the bytes before anything is read: what is too large, not UTF-8, or holds
 * characters nobody can see is not a rule file. */
#include "script/lexer.h"
#include "script/outline.h"

/* A control character other than newline and tab (a carriage return stands before a newline), or a
 * mark that turns the direction of writing, so that people and Lua would read different things. */
static bool is_hidden(pag_str rest, size_t n)
{
    unsigned char a = (unsigned char)rest.at[0];
    unsigned char b = n > 1 ? (unsigned char)rest.at[1] : 0;
    unsigned char c = n > 2 ? (unsigned char)rest.at[2] : 0;
    if (n == 1 && a == '\r') return rest.len < 2 || rest.at[1] != '\n';
    if (n == 1) return (a < 0x20 && a != '\n' && a != '\t') || a == 0x7F;
    if (n == 2) return a == 0xC2 && b < 0xA0;
    if (n != 3 || a != 0xE2) return false;
    return (b == 0x80 && (c == 0x8E || c == 0x8F || (c >= 0xA8 && c <= 0xAE))) ||
           (b == 0x81 && c >= 0xA6 && c <= 0xA9);
}

/* Where the byte at `at` stands. A byte order mark takes no column. */
static pag_pos place(const pag_refusals *refusals, pag_str text, size_t at)
{
    pag_pos pos = {refusals->source, 1, 1, 1};
    for (size_t i = pag_str_starts(text, PAG_STR("\xEF\xBB\xBF")) ? 3 : 0; i < at; i++) {
        if (text.at[i] == '\n') {
            pos.line++;
            pos.column = 1;
        } else if (((unsigned char)text.at[i] & 0xC0) != 0x80) {
            pos.column++;
        }
    }
    return pos;
}

static pag_str byte_in_hex(pag_arena *arena, unsigned char byte)
{
    const char digits[] = "0123456789ABCDEF";
    char hex[2] = {digits[byte >> 4], digits[byte & 15]};
    return pag_arena_copy(arena, (pag_str){hex, 2});
}

static bool screen_characters(pag_refusals *refusals, pag_str text)
{
    for (size_t i = 0; i < text.len;) {
        pag_str rest = {text.at + i, text.len - i};
        size_t n = pag_utf8_length(rest.at, rest.len);
        if (n == 0) {
            pag_str byte = byte_in_hex(refusals->arena, (unsigned char)rest.at[0]);
            pag_refuse(refusals, PAG_E0401, place(refusals, text, i), byte, PAG_NOTHING);
            return false;
        }
        if (is_hidden(rest, n)) {
            pag_str name = pag_refusal_code_point(refusals->arena, rest);
            pag_refuse(refusals, PAG_E0402, place(refusals, text, i), name, PAG_NOTHING);
            return false;
        }
        i += n;
    }
    return true;
}

bool pag_screen_bytes(pag_refusals *refusals, pag_str text)
{
    if (text.len > PAG_SCRIPT_MOST_BYTES) {
        pag_refuse(refusals, PAG_E0520, (pag_pos){.source = refusals->source}, PAG_NOTHING,
                   PAG_NOTHING);
        return false;
    }
    if (!screen_characters(refusals, text)) return false;
    size_t start = pag_str_starts(text, PAG_STR("\xEF\xBB\xBF")) ? 3 : 0;
    if (!pag_str_starts((pag_str){text.at + start, text.len - start}, PAG_STR("#!"))) return true;
    pag_refuse(refusals, PAG_E0403, (pag_pos){refusals->source, 1, 1, 2}, PAG_NOTHING, PAG_NOTHING);
    return false;
}
