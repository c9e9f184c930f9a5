/* Text inside XML. */
#include "base/xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void assert_written(pag_str text, const char *expected)
{
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    pag_text out = {.arena = &arena};
    pag_xml_put(&out, text);
    assert_int_equal(out.len, strlen(expected));
    assert_memory_equal(out.at, expected, out.len);
    pag_arena_drop(&arena);
}

static void signs_of_xml_are_references(void **state)
{
    (void)state;
    assert_written(PAG_STR("a < b & \"c\" > d'"), "a &lt; b &amp; &quot;c&quot; &gt; d'");
}

static void line_ends_and_tabs_survive_in_attributes(void **state)
{
    (void)state;
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    pag_text out = {.arena = &arena};
    pag_xml_put_attribute(&out, PAG_STR("name"), PAG_STR("a\tb\r\nc"));
    pag_text_byte(&out, '\0');
    assert_string_equal(out.at, " name=\"a&#9;b&#13;&#10;c\"");
    pag_arena_drop(&arena);
    assert_written(PAG_STR("a\tb\r\nc"), "a\tb&#13;\nc");
}

static void letters_stay_as_they_are(void **state)
{
    (void)state;
    assert_written(PAG_STR("metà ≥ 40 €"), "metà ≥ 40 €");
}

static void what_xml_cannot_hold_is_replaced(void **state)
{
    (void)state;
    assert_written(PAG_STR("a\x01"
                           "b\xff"
                           "c\xEF\xBF\xBE"
                           "d"),
                   "a\xEF\xBF\xBD"
                   "b\xEF\xBF\xBD"
                   "c\xEF\xBF\xBD"
                   "d");
    assert_written((pag_str){"\0", 1}, "\xEF\xBF\xBD");
}

static void attributes_are_quoted(void **state)
{
    (void)state;
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    pag_text out = {.arena = &arena};
    pag_xml_put_attribute(&out, PAG_STR("name"), PAG_STR("\"x\""));
    pag_xml_put_count(&out, PAG_STR("tests"), 12);
    pag_text_byte(&out, '\0');
    assert_string_equal(out.at, " name=\"&quot;x&quot;\" tests=\"12\"");
    pag_arena_drop(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_of_xml_are_references),
        cmocka_unit_test(line_ends_and_tabs_survive_in_attributes),
        cmocka_unit_test(letters_stay_as_they_are),
        cmocka_unit_test(what_xml_cannot_hold_is_replaced),
        cmocka_unit_test(attributes_are_quoted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
