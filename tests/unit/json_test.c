/* The JSON writer: exact bytes. */
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct page {
    char at[4096];
    size_t len, refuse_from; /* refuse_from 0: never */
};

static bool page_write(void *ud, const char *at, size_t len)
{
    struct page *page = ud;
    if (page->refuse_from && page->len + len >= page->refuse_from) return false;
    assert_true(page->len + len < sizeof page->at);
    memcpy(page->at + page->len, at, len);
    page->len += len;
    page->at[page->len] = '\0';
    return true;
}

static void assert_string_written(pag_str text, const char *expected)
{
    struct page page = {0};
    pag_sink sink = {.write = page_write, .ud = &page};
    pag_json json = {.sink = &sink};
    pag_json_string(&json, text);
    assert_string_equal(page.at, expected);
}

static void an_object_is_one_line_with_its_keys_in_order(void **state)
{
    (void)state;
    struct page page = {0};
    pag_sink sink = {.write = page_write, .ud = &page};
    pag_json json = {.sink = &sink};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.result/1"));
    pag_json_put_bool(&json, PAG_STR("draft"), false);
    pag_json_key(&json, PAG_STR("for"));
    pag_json_begin_array(&json);
    pag_json_string(&json, PAG_STR("secretary"));
    pag_json_whole(&json, -7);
    pag_json_null(&json);
    pag_json_begin_object(&json);
    pag_json_end_object(&json);
    pag_json_begin_array(&json);
    pag_json_end_array(&json);
    pag_json_bool(&json, true);
    pag_json_end_array(&json);
    pag_json_put_whole(&json, PAG_STR("line"), INT64_MAX);
    pag_json_end_object(&json);
    assert_string_equal(page.at, "{\"schema\":\"pagella.result/1\",\"draft\":false,\"for\":"
                                 "[\"secretary\",-7,null,{},[],true],"
                                 "\"line\":9223372036854775807}\n");
}

static void people_get_a_line_for_each_value(void **state)
{
    (void)state;
    struct page page = {0};
    pag_sink sink = {.write = page_write, .ud = &page};
    pag_json json = {.sink = &sink, .lines = true};
    pag_json_begin_object(&json);
    pag_json_key(&json, PAG_STR("step"));
    pag_json_decimal(&json, PAG_STR("-8.5"));
    pag_json_key(&json, PAG_STR("marks"));
    pag_json_begin_array(&json);
    pag_json_whole(&json, 4);
    pag_json_begin_object(&json);
    pag_json_end_object(&json);
    pag_json_end_array(&json);
    pag_json_end_object(&json);
    assert_string_equal(page.at, "{\n  \"step\": -8.5,\n  \"marks\": [\n    4,\n    {}\n  ]\n}\n");
}

static void several_objects_are_several_lines(void **state)
{
    (void)state;
    struct page page = {0};
    pag_sink sink = {.write = page_write, .ud = &page};
    pag_json json = {.sink = &sink};
    for (int i = 1; i <= 2; i++) {
        pag_json_begin_object(&json);
        pag_json_put_whole(&json, PAG_STR("n"), i);
        pag_json_end_object(&json);
    }
    assert_string_equal(page.at, "{\"n\":1}\n{\"n\":2}\n");
}

static void utf8_passes_and_what_json_or_a_terminal_minds_is_escaped(void **state)
{
    (void)state;
    assert_string_written(PAG_STR("perché 評価 😀 €"), "\"perché 評価 😀 €\"");
    assert_string_written(PAG_STR("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"");
    assert_string_written(PAG_STR("\n\r\t\b\x1b"), "\"\\n\\r\\t\\u0008\\u001b\"");
    assert_string_written((pag_str){"\0", 1}, "\"\\u0000\"");
    assert_string_written(PAG_STR("\x7f\xc2\x85\u2028\u2029"), "\"\\u007f\\u0085\\u2028\\u2029\"");
    assert_string_written((pag_str){0}, "\"\"");
}

static void bytes_that_are_no_utf8_become_the_replacement_character(void **state)
{
    (void)state;
    assert_string_written(PAG_STR("pi\xf9 \x93"), "\"pi\xef\xbf\xbd \xef\xbf\xbd\"");
    assert_string_written(PAG_STR("\xe2\x82"), "\"\xef\xbf\xbd\xef\xbf\xbd\"");
}

static void keys_are_escaped_too(void **state)
{
    (void)state;
    struct page page = {0};
    pag_sink sink = {.write = page_write, .ud = &page};
    pag_json json = {.sink = &sink};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("a\"b"), PAG_STR(""));
    pag_json_end_object(&json);
    assert_string_equal(page.at, "{\"a\\\"b\":\"\"}\n");
}

static void the_deepest_nesting_still_has_its_commas(void **state)
{
    (void)state;
    struct page page = {0};
    pag_sink sink = {.write = page_write, .ud = &page};
    pag_json json = {.sink = &sink};
    for (int i = 0; i < PAG_JSON_MOST_DEPTH; i++) {
        pag_json_begin_array(&json);
        pag_json_whole(&json, 1);
    }
    for (int i = 0; i < PAG_JSON_MOST_DEPTH; i++) {
        pag_json_whole(&json, 2);
        pag_json_end_array(&json);
    }
    assert_int_equal(page.len, 6 * PAG_JSON_MOST_DEPTH);
    assert_memory_equal(page.at, "[1,[1,[1,", 9);
    assert_string_equal(page.at + page.len - 10, ",2],2],2]\n");
}

static void a_sink_that_fails_stops_the_writing(void **state)
{
    (void)state;
    struct page page = {.refuse_from = 8};
    pag_sink sink = {.write = page_write, .ud = &page};
    pag_json json = {.sink = &sink};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("a"), PAG_STR("long enough"));
    pag_json_end_object(&json);
    assert_true(sink.failed);
    assert_string_equal(page.at, "{\"a\":\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_object_is_one_line_with_its_keys_in_order),
        cmocka_unit_test(people_get_a_line_for_each_value),
        cmocka_unit_test(several_objects_are_several_lines),
        cmocka_unit_test(utf8_passes_and_what_json_or_a_terminal_minds_is_escaped),
        cmocka_unit_test(bytes_that_are_no_utf8_become_the_replacement_character),
        cmocka_unit_test(keys_are_escaped_too),
        cmocka_unit_test(the_deepest_nesting_still_has_its_commas),
        cmocka_unit_test(a_sink_that_fails_stops_the_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
