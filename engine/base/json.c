/* The JSON writer: commas, escapes and the end of the line. It never looks at what the values mean
 * and holds no memory of its own. */
#include "base/json.h"

#include <assert.h>

static void put(pag_json *json, pag_str text)
{
    pag_sink_put(json->sink, text);
}

static void break_line(pag_json *json)
{
    if (!json->lines) return;
    put(json, PAG_STR("\n"));
    for (unsigned i = 0; i < json->depth; i++) put(json, PAG_STR("  "));
}

/* What stands before a value or a key: a comma, unless it is the first, or follows its key. */
static void separate(pag_json *json)
{
    uint64_t here = UINT64_C(1) << json->depth;
    if (!json->after_key && json->depth && json->filled & here) put(json, PAG_STR(","));
    if (!json->after_key && json->depth) break_line(json);
    json->filled |= here;
    json->after_key = false;
}

static void begin(pag_json *json, pag_str bracket)
{
    separate(json);
    assert(json->depth < PAG_JSON_MOST_DEPTH);
    json->depth++;
    json->filled &= ~(UINT64_C(1) << json->depth);
    put(json, bracket);
}

static void end(pag_json *json, pag_str bracket)
{
    assert(json->depth > 0 && !json->after_key);
    bool filled = json->filled >> json->depth & 1U;
    json->depth--;
    if (filled) break_line(json);
    put(json, bracket);
    if (json->depth == 0) put(json, PAG_STR("\n"));
}

void pag_json_begin_object(pag_json *json)
{
    begin(json, PAG_STR("{"));
}

void pag_json_end_object(pag_json *json)
{
    end(json, PAG_STR("}"));
}

void pag_json_begin_array(pag_json *json)
{
    begin(json, PAG_STR("["));
}

void pag_json_end_array(pag_json *json)
{
    end(json, PAG_STR("]"));
}

static bool needs_escape(unsigned code)
{
    return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code == 0x2028 || code == 0x2029;
}

static void put_escaped(pag_json *json, unsigned code)
{
    static const char hex[] = "0123456789abcdef";
    char out[] = {
        '\\', 'u', hex[code >> 12 & 15], hex[code >> 8 & 15], hex[code >> 4 & 15], hex[code & 15]};
    switch (code) {
    case '\n': put(json, PAG_STR("\\n")); break;
    case '\r': put(json, PAG_STR("\\r")); break;
    case '\t': put(json, PAG_STR("\\t")); break;
    case '"': put(json, PAG_STR("\\\"")); break;
    case '\\': put(json, PAG_STR("\\\\")); break;
    default: put(json, (pag_str){out, sizeof out});
    }
}

/* The code point of a valid sequence, as far as anything that is escaped goes: up to three bytes.
 */
static unsigned code_of(const char *at, size_t len)
{
    const unsigned char *b = (const unsigned char *)at;
    if (len == 2) return (b[0] & 0x1fU) << 6 | (b[1] & 0x3fU);
    if (len == 3) return (b[0] & 0x0fU) << 12 | (b[1] & 0x3fU) << 6 | (b[2] & 0x3fU);
    return b[0];
}

static void put_quoted(pag_json *json, pag_str text)
{
    size_t done = 0; /* the bytes before it are written */
    put(json, PAG_STR("\""));
    for (size_t i = 0; i < text.len;) {
        size_t len = pag_utf8_length(text.at + i, text.len - i);
        unsigned code = len ? code_of(text.at + i, len) : 0;
        size_t next = i + (len ? len : 1);
        if (len == 0 || needs_escape(code) || code == '"' || code == '\\') {
            put(json, (pag_str){text.at + done, i - done});
            if (len == 0) {
                put(json, PAG_STR("\xef\xbf\xbd"));
            } else {
                put_escaped(json, code);
            }
            done = next;
        }
        i = next;
    }
    if (text.len) put(json, (pag_str){text.at + done, text.len - done});
    put(json, PAG_STR("\""));
}

void pag_json_key(pag_json *json, pag_str key)
{
    assert(json->depth > 0 && !json->after_key);
    separate(json);
    put_quoted(json, key);
    put(json, json->lines ? PAG_STR(": ") : PAG_STR(":"));
    json->after_key = true;
}

void pag_json_string(pag_json *json, pag_str text)
{
    separate(json);
    put_quoted(json, text);
}

void pag_json_whole(pag_json *json, int64_t n)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    separate(json);
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (n < 0) digits[--at] = '-';
    put(json, (pag_str){digits + at, sizeof digits - at});
}

void pag_json_decimal(pag_json *json, pag_str digits)
{
    separate(json);
    put(json, digits);
}

void pag_json_bool(pag_json *json, bool value)
{
    separate(json);
    put(json, value ? PAG_STR("true") : PAG_STR("false"));
}

void pag_json_null(pag_json *json)
{
    separate(json);
    put(json, PAG_STR("null"));
}

void pag_json_put_string(pag_json *json, pag_str key, pag_str text)
{
    pag_json_key(json, key);
    pag_json_string(json, text);
}

void pag_json_put_whole(pag_json *json, pag_str key, int64_t n)
{
    pag_json_key(json, key);
    pag_json_whole(json, n);
}

void pag_json_put_bool(pag_json *json, pag_str key, bool value)
{
    pag_json_key(json, key);
    pag_json_bool(json, value);
}
