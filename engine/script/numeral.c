/* Judges numerals. Lua would read 0.1, 1e3 and 0x10p-1 as binary numbers without a word; here they
 * are refused, together with the exact form to write instead. */
#include "script/lexer.h"

enum { MOST_DIGITS = 15, MOST_SHOWN = 40 };

static size_t count_digits(pag_str text, size_t from)
{
    size_t n = 0;
    while (from + n < text.len && text.at[from + n] >= '0' && text.at[from + n] <= '9') n++;
    return n;
}

static pag_str quoted(pag_arena *arena, pag_str text, pag_str suffix)
{
    return pag_text_join(arena, 4, PAG_STR("\""), text, suffix, PAG_STR("\""));
}

/* `digits` with the point before the digit number `point`, which may lie outside of them: no
 * needless zero before the units, the zeros after them as written. */
static pag_str with_point(pag_arena *arena, pag_str digits, long point)
{
    pag_text out = {.arena = arena};
    long n = (long)digits.len;
    long first = 0;
    while (first < n - 1 && first < point - 1 && digits.at[first] == '0') first++;
    if (point <= 0) pag_text_byte(&out, '0');
    for (long i = point < first ? point : first; i < n || i < point; i++) {
        if (i == point) pag_text_byte(&out, '.');
        pag_text_byte(&out, i >= 0 && i < n ? digits.at[i] : '0');
    }
    return pag_text_str(&out);
}

/* A numeral taken apart: the digits without the point, where the point stood, the exponent. */
struct parts {
    char digits[MOST_SHOWN];
    size_t n;
    long point, exponent;
};

static bool read_exponent(pag_str numeral, size_t at, long *exponent)
{
    *exponent = 0;
    if (at == numeral.len) return true;
    if ((numeral.at[at++] | 0x20) != 'e') return false;
    bool negative = at < numeral.len && numeral.at[at] == '-';
    if (at < numeral.len && (numeral.at[at] == '-' || numeral.at[at] == '+')) at++;
    size_t n = count_digits(numeral, at);
    if (n == 0 || n > 2 || at + n != numeral.len) return false;
    for (size_t i = 0; i < n; i++) *exponent = *exponent * 10 + (numeral.at[at + i] - '0');
    if (negative) *exponent = -*exponent;
    return *exponent >= -MOST_DIGITS && *exponent <= MOST_DIGITS;
}

static bool take_apart(pag_str numeral, struct parts *out)
{
    *out = (struct parts){.n = 0};
    if (numeral.len > MOST_SHOWN) return false;
    size_t whole = count_digits(numeral, 0);
    size_t at = whole;
    size_t fraction = 0;
    if (at < numeral.len && numeral.at[at] == '.') fraction = count_digits(numeral, ++at);
    if (whole + fraction == 0) return false;
    for (size_t i = 0; i < at + fraction; i++) {
        if (numeral.at[i] != '.') out->digits[out->n++] = numeral.at[i];
    }
    out->point = (long)whole;
    return read_exponent(numeral, at + fraction, &out->exponent);
}

static pag_str without_last_zeros(pag_str text)
{
    if (pag_str_find(text, '.') == text.len) return text;
    while (text.len > 1 && text.at[text.len - 1] == '0') text.len--;
    if (text.at[text.len - 1] == '.') text.len--;
    return text;
}

/* The number written out; in quotes unless it is a whole one that fits. */
static pag_str written_out(pag_arena *arena, const struct parts *p)
{
    pag_str text = with_point(arena, (pag_str){p->digits, p->n}, p->point + p->exponent);
    bool plain = pag_str_find(text, '.') == text.len && text.len <= MOST_DIGITS;
    return plain ? text : quoted(arena, text, PAG_NOTHING);
}

static bool below_one(const struct parts *p)
{
    for (long i = 0; i < p->point; i++) {
        if (p->digits[i] != '0') return false;
    }
    return true;
}

/* 0.1 is "0.1" or, if it is meant as a share, "10%". */
static void refuse_decimal(pag_refusals *refusals, pag_str numeral, const struct parts *p,
                           pag_pos pos)
{
    pag_arena *arena = refusals->arena;
    if (!below_one(p)) {
        pag_refuse(refusals, PAG_E0413, pos, numeral, written_out(arena, p));
        return;
    }
    pag_str percent = with_point(arena, (pag_str){p->digits, p->n}, p->point + 2);
    percent = quoted(arena, without_last_zeros(percent), PAG_STR("%"));
    pag_str both[2] = {written_out(arena, p), percent};
    pag_refuse(refusals, PAG_E0412, pos, both[0], both[1]);
}

/* 0x1F is 31. */
static bool read_hex(pag_arena *arena, pag_str numeral, pag_str *out)
{
    int64_t value = 0;
    if (numeral.len < 3 || numeral.len > 14 || numeral.at[0] != '0') return false;
    if ((numeral.at[1] | 0x20) != 'x') return false;
    for (size_t i = 2; i < numeral.len; i++) {
        pag_str c = {numeral.at + i, 1};
        size_t digit = pag_str_find(PAG_STR("0123456789abcdefABCDEF"), c.at[0]);
        if (digit == 22) return false;
        value = value * 16 + (int64_t)(digit > 15 ? digit - 6 : digit);
    }
    pag_text text = {.arena = arena};
    pag_text_whole(&text, value);
    *out = pag_text_str(&text);
    return out->len <= MOST_DIGITS;
}

static void refuse_percent(pag_refusals *refusals, pag_str numeral, pag_pos pos)
{
    pag_str fix = quoted(refusals->arena, numeral, PAG_STR("%"));
    pag_refuse(refusals, PAG_E0417, pos, fix, PAG_NOTHING);
}

void pag_numeral_judge(pag_refusals *refusals, pag_str numeral, bool percent, pag_pos pos)
{
    struct parts parts;
    pag_str fix;
    if (count_digits(numeral, 0) == numeral.len) {
        if (percent) {
            refuse_percent(refusals, numeral, pos);
        } else if (numeral.len > MOST_DIGITS) {
            fix = quoted(refusals->arena, numeral, PAG_NOTHING);
            pag_refuse(refusals, PAG_E0416, pos, fix, PAG_NOTHING);
        }
    } else if (read_hex(refusals->arena, numeral, &fix)) {
        pag_refuse(refusals, PAG_E0414, pos, numeral, fix);
    } else if (!take_apart(numeral, &parts)) {
        pag_refuse(refusals, PAG_E0415, pos, numeral, PAG_NOTHING);
    } else if (pag_str_find(numeral, 'e') < numeral.len ||
               pag_str_find(numeral, 'E') < numeral.len) {
        pag_refuse(refusals, PAG_E0414, pos, numeral, written_out(refusals->arena, &parts));
    } else if (percent) {
        refuse_percent(refusals, numeral, pos);
    } else {
        refuse_decimal(refusals, numeral, &parts, pos);
    }
}
