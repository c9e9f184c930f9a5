/* Files of other programs, known by their first bytes and by names within. */
#include "diag/readable.h"

#include <string.h>

static bool holds(pag_str bytes, pag_str part)
{
    for (size_t at = 0; part.len <= bytes.len - at; at++) {
        const char *found = memchr(bytes.at + at, part.at[0], bytes.len - at - part.len + 1);
        if (!found) return false;
        at = (size_t)(found - bytes.at);
        if (memcmp(found, part.at, part.len) == 0) return true;
    }
    return false;
}

typedef struct sign {
    pag_str part; /* some file in it is called so */
    pag_foreign is;
} sign;

#define NAMED(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }
#define TABLE(text)                                                                                \
    {                                                                                              \
        NAMED(text), true                                                                          \
    }
#define OTHER(text)                                                                                \
    {                                                                                              \
        NAMED(text), false                                                                         \
    }

static const sign in_zip[] = {
    {NAMED("xl/"), TABLE("xlsx")},   {NAMED("vnd.oasis.opendocument.spreadsheet"), TABLE("ods")},
    {NAMED("word/"), OTHER("docx")}, {NAMED("vnd.oasis.opendocument.text"), OTHER("odt")},
    {NAMED("PK"), OTHER("ZIP")},
};
/* Names are UTF-16 there. */
static const sign in_ole[] = {
    {NAMED("W\0o\0r\0k\0b\0o\0o\0k\0"), TABLE("xls")},
    {NAMED("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), OTHER("doc")},
    {NAMED("\xd0\xcf"), OTHER("Office 97")},
};
static const sign by_start[] = {
    {NAMED("%PDF-"), OTHER("PDF")},
    {NAMED("{\\rtf"), OTHER("RTF")},
};

static bool find(pag_str bytes, const sign *signs, size_t n, pag_foreign *out)
{
    for (size_t i = 0; i < n; i++) {
        if (!holds(bytes, signs[i].part)) continue;
        *out = signs[i].is;
        return true;
    }
    return false;
}

bool pag_foreign_is(pag_str bytes, pag_foreign *out)
{
    if (pag_str_starts(bytes, PAG_STR("PK\x03\x04")))
        return find(bytes, in_zip, sizeof in_zip / sizeof *in_zip, out);
    if (pag_str_starts(bytes, PAG_STR("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")))
        return find(bytes, in_ole, sizeof in_ole / sizeof *in_ole, out);
    for (size_t i = 0; i < sizeof by_start / sizeof *by_start; i++) {
        if (!pag_str_starts(bytes, by_start[i].part)) continue;
        *out = by_start[i].is;
        return true;
    }
    return false;
}
