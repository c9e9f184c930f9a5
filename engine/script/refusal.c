/* Owns the count and the worst status; what is said lives in the diagnostics. */
#include "script/refusal.h"

enum { MOST_REFUSALS = 100, MOST_ARGUMENT = 60 };

static const pag_pos nowhere = {0};

/* A piece of source shown in a sentence: its beginning, on one line, never half a character. */
static pag_str shortened(pag_arena *arena, pag_str text)
{
    size_t len = pag_str_find(text, '\n');
    if (len > MOST_ARGUMENT) len = MOST_ARGUMENT;
    if (len == text.len) return text;
    while (len > 0 && ((unsigned char)text.at[len] & 0xC0) == 0x80) len--;
    return pag_text_join(arena, 2, (pag_str){text.at, len}, PAG_STR("…"));
}

static void tell(pag_refusals *refusals, pag_code code, pag_pos pos, const pag_pos *also,
                 const pag_str arguments[2])
{
    if (refusals->stopped) return;
    pag_str a = shortened(refusals->arena, arguments[0]);
    pag_str b = shortened(refusals->arena, arguments[1]);
    size_t n = b.len ? 2 : a.len ? 1 : 0;
    pag_diagnostic *d = pag_diag_add(refusals->diags, code, pos, n, a, b);
    if (also->source) d->also = *also;
    pag_status status = pag_code_status(code);
    if (refusals->status != PAG_LIMIT) refusals->status = status;
    if (++refusals->n >= MOST_REFUSALS) refusals->stopped = true;
}

void pag_refuse(pag_refusals *refusals, pag_code code, pag_pos pos, pag_str a, pag_str b)
{
    tell(refusals, code, pos, &nowhere, (pag_str[2]){a, b});
}

void pag_refuse_also(pag_refusals *refusals, pag_code code, pag_pos pos, pag_pos also, pag_str a,
                     pag_str b)
{
    tell(refusals, code, pos, &also, (pag_str[2]){a, b});
}

void pag_refuse_and_stop(pag_refusals *refusals, pag_code code, pag_pos pos, pag_str a, pag_str b)
{
    pag_refuse(refusals, code, pos, a, b);
    refusals->stopped = true;
}

static uint32_t code_point(pag_str text)
{
    static const unsigned char first_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    size_t n = pag_utf8_length(text.at, text.len);
    uint32_t code = (unsigned char)text.at[0] & first_bits[n];
    for (size_t i = 1; i < n; i++) code = code << 6 | ((unsigned char)text.at[i] & 0x3F);
    return code;
}

pag_str pag_refusal_code_point(pag_arena *arena, pag_str text)
{
    uint32_t code = code_point(text);
    pag_text out = {.arena = arena};
    pag_text_put(&out, PAG_STR("U+"));
    for (int shift = code > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
        pag_text_byte(&out, "0123456789ABCDEF"[code >> shift & 15]);
    }
    return pag_text_str(&out);
}
