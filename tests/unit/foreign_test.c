/* Files of other programs, by their bytes. */
#include "diag/readable.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(text)                                                                                \
    {                                                                                              \
        (text), sizeof(text) - 1                                                                   \
    }

static const struct {
    pag_str bytes;
    const char *name; /* NULL: it is text, as far as this goes */
    bool table;
} files[] = {
    {BYTES("PK\3\4...xl/worksheets/sheet1.xml"), "xlsx", true},
    {BYTES("PK\3\4mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "ods", true},
    {BYTES("PK\3\4...word/document.xml"), "docx", false},
    {BYTES("PK\3\4mimetypeapplication/vnd.oasis.opendocument.text"), "odt", false},
    {BYTES("PK\3\4voti.csv"), "ZIP", false},
    {BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..W\0o\0r\0k\0b\0o\0o\0k\0"), "xls", true},
    {BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), "doc", false},
    {BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "Office 97", false},
    {BYTES("%PDF-1.4"), "PDF", false},
    {BYTES("{\\rtf1\\ansi"), "RTF", false},
    {BYTES("PK"), NULL, false},
    {BYTES("PKW;Voto\n"), NULL, false},
    {BYTES("{rules: a/2024}"), NULL, false},
    {BYTES(""), NULL, false},
};

static void files_of_other_programs_are_known_by_their_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        pag_foreign is = {{"", 0}, false};
        bool found = pag_foreign_is(files[i].bytes, &is);
        if (found != (files[i].name != NULL)) fail_msg("number %zu", i);
        if (!found) continue;
        assert_int_equal(is.name.len, strlen(files[i].name));
        assert_memory_equal(is.name.at, files[i].name, is.name.len);
        assert_int_equal(is.table, files[i].table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_of_other_programs_are_known_by_their_bytes),
    };
    return cmocka_run_group_tests_name("foreign", tests, NULL, NULL);
}
