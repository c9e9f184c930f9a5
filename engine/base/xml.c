/* Escapes for XML. A parser makes blanks of line ends in attributes, unless they are references. */
#include "base/xml.h"

#include <string.h>

static pag_str reference(char c, bool attribute)
{
    if (!attribute && (c == '\n' || c == '\t')) return c == '\n' ? PAG_STR("\n") : PAG_STR("\t");
    switch (c) {
    case '&': return PAG_STR("&amp;");
    case '<': return PAG_STR("&lt;");
    case '>': return PAG_STR("&gt;");
    case '"': return PAG_STR("&quot;");
    case '\n': return PAG_STR("&#10;");
    case '\r': return PAG_STR("&#13;");
    case '\t': return PAG_STR("&#9;");
    default: break;
    }
    return PAG_STR("");
}

/* U+FFFE and U+FFFF are valid UTF-8, and no characters of XML. */
static bool is_character(const char *at, size_t len)
{
    if (len == 1) return (unsigned char)*at >= ' ';
    return len != 3 || (memcmp(at, "\xEF\xBF\xBE", 3) != 0 && memcmp(at, "\xEF\xBF\xBF", 3) != 0);
}

static void put(pag_text *out, pag_str text, bool attribute)
{
    for (size_t i = 0; i < text.len;) {
        size_t len = pag_utf8_length(text.at + i, text.len - i);
        pag_str shown = reference(text.at[i], attribute);
        if (!shown.len) {
            bool good = len && is_character(text.at + i, len);
            shown = good ? (pag_str){text.at + i, len} : PAG_STR("\xEF\xBF\xBD");
        }
        pag_text_put(out, shown);
        i += len ? len : 1;
    }
}

void pag_xml_put(pag_text *out, pag_str text)
{
    put(out, text, false);
}

void pag_xml_put_attribute(pag_text *out, pag_str name, pag_str text)
{
    pag_text_byte(out, ' ');
    pag_text_put(out, name);
    pag_text_put(out, PAG_STR("=\""));
    put(out, text, true);
    pag_text_byte(out, '"');
}

void pag_xml_put_count(pag_text *out, pag_str name, size_t n)
{
    pag_text digits = {.arena = out->arena};
    pag_text_whole(&digits, (int64_t)n);
    pag_xml_put_attribute(out, name, pag_text_str(&digits));
}
