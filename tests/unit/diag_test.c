/* The sources with their line index, and the collector of diagnostics. */
#include "diags.h"

#include <stdio.h>

static void assert_text(pag_str text, const char *expected)
{
    assert_string_equal(pag_arena_copy(&arena, text).at, expected);
}

/* --- sources --- */

static void lines_end_at_the_newline_and_lose_the_return_before_it(void **state)
{
    (void)state;
    uint32_t s = pag_sources_add(sources, PAG_STR("a.yaml"), PAG_STR("uno\r\ndue\n\r\nl\rast\r"));
    assert_int_equal(s, 1);
    assert_text(pag_sources_line(sources, s, 1), "uno");
    assert_text(pag_sources_line(sources, s, 2), "due");
    assert_text(pag_sources_line(sources, s, 3), "");
    assert_text(pag_sources_line(sources, s, 4), "l\rast\r");
    assert_text(pag_sources_line(sources, s, 5), "");
    assert_text(pag_sources_line(sources, s, 0), "");
    assert_text(pag_sources_path(sources, s), "a.yaml");
}

static void what_is_not_registered_is_empty(void **state)
{
    (void)state;
    pag_sources_add(sources, PAG_STR("empty"), (pag_str){0});
    assert_int_equal(pag_sources_count(sources), 1);
    assert_text(pag_sources_line(sources, 1, 1), "");
    assert_text(pag_sources_line(sources, 2, 1), "");
    assert_text(pag_sources_path(sources, 0), "");
    assert_text(pag_sources_bytes(sources, 7), "");
    assert_int_equal(pag_sources_at(sources, 0, 0, 1).source, 0);
    assert_int_equal(pag_sources_at(sources, 1, 5, 5).column, 1);
}

static void assert_place(uint32_t source, size_t offset, size_t len, const char *expected)
{
    char text[80];
    pag_pos pos = pag_sources_at(sources, source, offset, len);
    snprintf(text, sizeof text, "%u:%u+%u", pos.line, pos.column, pos.width);
    assert_string_equal(text, expected);
}

static void columns_and_widths_are_counted_in_code_points(void **state)
{
    (void)state;
    uint32_t s = pag_sources_add(sources, PAG_STR("a"), PAG_STR("perché: sì\r\n€ x\n"));
    assert_place(s, 0, 7, "1:1+6");
    assert_place(s, 7, 1, "1:7+1");
    assert_place(s, 9, 3, "1:9+2");
    assert_place(s, 9, 100, "1:9+2"); /* no further than the line */
    assert_place(s, 6, 0, "1:6+1");   /* inside of é is at é */
    assert_place(s, 14, 3, "2:1+1");
    assert_place(s, 18, 1, "2:3+1");
    assert_place(s, 20, 1, "3:1+1");
    assert_place(s, 999, 999, "3:1+1");
}

static void a_byte_order_mark_takes_no_column(void **state)
{
    (void)state;
    uint32_t s = pag_sources_add(sources, PAG_STR("a"), PAG_STR("\xef\xbb\xbfpeso: 1\n"));
    assert_place(s, 0, 3, "1:1+1");
    assert_place(s, 3, 4, "1:1+4");
    assert_text(pag_sources_line(sources, s, 1), "peso: 1");
}

static void bytes_that_are_no_utf8_take_a_column_each(void **state)
{
    (void)state;
    uint32_t s = pag_sources_add(sources, PAG_STR("a"), PAG_STR("pi\xf9 \x93uno\x94 x\n"));
    assert_place(s, 4, 5, "1:5+5");
    assert_place(s, 10, 1, "1:11+1");
}

/* What pag_sources_at must answer, counted from the start of the text each time. */
static pag_pos slow_place(pag_str bytes, size_t offset)
{
    pag_pos pos = {.line = 1, .column = 1};
    for (size_t i = 0; i < offset;) {
        size_t len = pag_utf8_length(bytes.at + i, bytes.len - i);
        if (i + (len ? len : 1) > offset) break;
        if (bytes.at[i] == '\n') {
            pos.line++;
            pos.column = 0;
        }
        pos.column++;
        i += len ? len : 1;
    }
    return pos;
}

static void places_agree_with_counting_from_the_start(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", "è", "€", "\n", "\xf9", "\r\n", "xyz", "😀"};
    uint32_t random = 12345; /* first one long line, then many short ones */
    pag_text text = {.arena = &arena};
    for (int i = 0; i < 3000; i++) {
        random = random * 1664525 + 1013904223;
        size_t which = random >> 29;
        bool ends_line = which == 3 || which == 5;
        pag_text_put(&text, pag_str_from(pieces[ends_line && i < 1500 ? 1 : which]));
    }
    pag_str bytes = pag_text_str(&text);
    uint32_t s = pag_sources_add(sources, PAG_STR("a"), bytes);
    for (size_t offset = 0; offset <= bytes.len; offset += 7) {
        pag_pos slow = slow_place(bytes, offset), pos = pag_sources_at(sources, s, offset, 1);
        assert_int_equal(pos.line, slow.line);
        assert_int_equal(pos.column, slow.column);
    }
}

static void many_sources_keep_their_texts(void **state)
{
    (void)state;
    for (uint32_t i = 1; i <= 50; i++) {
        pag_str bytes = {"0123456789012345678901234567890123456789012345678901234567890", i};
        assert_int_equal(pag_sources_add(sources, PAG_STR("x"), bytes), i);
    }
    for (uint32_t i = 1; i <= 50; i++) {
        assert_int_equal(pag_sources_line(sources, i, 1).len, i);
        assert_int_equal(pag_sources_bytes(sources, i).len, i);
    }
}

/* --- the collector --- */

static pag_pos at(uint32_t source, uint32_t line, uint32_t column)
{
    return (pag_pos){source, line, column, 1};
}

/* The first code of this severity, or PAG_CODES. */
static pag_code first_code(pag_severity severity)
{
    size_t i = 0;
    while (i < PAG_CODES && pag_code_severity((pag_code)i) != severity) i++;
    return (pag_code)i;
}

static void an_exact_repetition_is_added_once(void **state)
{
    (void)state;
    pag_str a = PAG_STR("a"), b = PAG_STR("b");
    pag_diagnostic *first = pag_diag_add(diags, PAG_E0001, at(1, 2, 3), 1, a);
    assert_ptr_equal(pag_diag_add(diags, PAG_E0001, at(1, 2, 3), 1, a), first);
    assert_int_equal(pag_diagnostics_count(diags), 1);
    pag_diag_add(diags, PAG_E0001, at(1, 2, 3), 1, b);
    pag_diag_add(diags, PAG_E0001, at(1, 2, 4), 1, a);
    pag_diag_add(diags, PAG_E0001, at(2, 2, 3), 1, a);
    pag_diag_add(diags, PAG_E0002, at(1, 2, 3), 1, a);
    pag_diag_add(diags, PAG_E0005, at(1, 2, 3), 2, PAG_STR("ab"), PAG_STR("c"));
    pag_diag_add(diags, PAG_E0005, at(1, 2, 3), 2, PAG_STR("a"), PAG_STR("bc"));
    assert_int_equal(pag_diagnostics_count(diags), 7);
    assert_int_equal(pag_diagnostics_errors(diags), 7);
}

static void arguments_are_copied(void **state)
{
    (void)state;
    char name[] = "a.yaml";
    pag_diagnostic *d = pag_diag_add(diags, PAG_E0001, (pag_pos){0}, 1, pag_str_from(name));
    name[0] = 'z';
    assert_text(d->arguments[0], "a.yaml");
}

static void they_are_read_by_place_and_then_as_added(void **state)
{
    (void)state;
    static const uint32_t places[][3] = {{2, 1, 1}, {1, 9, 9}, {1, 9, 2}, {0, 0, 0},
                                         {1, 0, 0}, {1, 2, 5}, {1, 9, 2}};
    for (size_t i = 0; i < 7; i++) {
        char name[] = {(char)('0' + i), '\0'};
        pag_pos pos = at(places[i][0], places[i][1], places[i][2]);
        pag_diag_add(diags, PAG_E0001, pos, 1, pag_str_from(name));
    }
    char order[8] = "";
    for (size_t i = 0; i < 7; i++) order[i] = pag_diagnostics_at(diags, i)->arguments[0].at[0];
    assert_string_equal(order, "3452610");
    pag_diag_add(diags, PAG_E0001, at(1, 1, 1), 1, PAG_STR("late")); /* after a reading */
    assert_text(pag_diagnostics_at(diags, 2)->arguments[0], "late");
}

static void thousands_are_kept_apart_and_in_order(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < 2; round++) {
        for (uint32_t i = 5000; i > 0; i--) pag_diag_add(diags, PAG_E0090, at(1, i, 1), 0);
    }
    assert_int_equal(pag_diagnostics_count(diags), 5000);
    for (uint32_t i = 0; i < 5000; i++) {
        assert_int_equal(pag_diagnostics_at(diags, i)->pos.line, i + 1);
    }
}

static void the_status_is_that_of_the_worst_error(void **state)
{
    (void)state;
    assert_int_equal(pag_diagnostics_status(diags), PAG_OK);
    pag_diag_add(diags, PAG_E0001, (pag_pos){0}, 1, PAG_STR("x"));
    assert_int_equal(pag_diagnostics_status(diags), PAG_IO);
    pag_diag_add(diags, PAG_E0005, (pag_pos){0}, 2, PAG_STR("x"), PAG_STR("8 MiB"));
    pag_diag_add(diags, PAG_E0002, (pag_pos){0}, 1, PAG_STR("x"));
    assert_int_equal(pag_diagnostics_status(diags), PAG_LIMIT);
    pag_diag_add(diags, PAG_E0090, (pag_pos){0}, 0);
    assert_int_equal(pag_diagnostics_status(diags), PAG_NOMEM);
}

static void an_error_cannot_be_acknowledged(void **state)
{
    (void)state;
    pag_diagnostic *d = pag_diag_add(diags, PAG_E0001, (pag_pos){0}, 1, PAG_STR("x"));
    const pag_answer error = {.code = PAG_STR("E0001"), .because = PAG_STR("so")};
    const pag_answer nothing = {.code = PAG_STR("W9999"), .because = PAG_STR("so")};
    assert_int_equal(pag_diagnostics_acknowledge(diags, &error), 0);
    assert_int_equal(pag_diagnostics_acknowledge(diags, &nothing), 0);
    assert_false(d->acknowledged);
    assert_int_equal(pag_diagnostics_errors(diags), 1);
}

static void acknowledged_warnings_no_longer_count(void **state)
{
    (void)state;
    pag_code code = first_code(PAG_WARNING);
    if (code == PAG_CODES) skip();
    pag_diag_add(diags, code, at(1, 1, 1), 0);
    pag_diagnostic *second = pag_diag_add(diags, code, at(1, 2, 1), 0);
    assert_int_equal(pag_diagnostics_warnings(diags), 2);
    assert_int_equal(pag_diagnostics_errors(diags), 0);
    assert_int_equal(pag_diagnostics_status(diags), PAG_OK);
    char because[] = "delibera 12/2025";
    const pag_answer answer = {.code = pag_code_text(code), .because = pag_str_from(because)};
    size_t n = pag_diagnostics_acknowledge(diags, &answer);
    because[0] = 'X';
    assert_int_equal(n, 2);
    assert_int_equal(pag_diagnostics_warnings(diags), 0);
    assert_int_equal(pag_diagnostics_count(diags), 2);
    assert_true(second->acknowledged);
    assert_text(second->because, "delibera 12/2025");
}

static void an_answer_is_for_the_warnings_of_its_name_and_entry_only(void **state)
{
    (void)state;
    pag_diagnostic *all[4];
    for (uint32_t i = 0; i < 4; i++) all[i] = pag_diag_add(diags, PAG_W0321, at(1, i + 1, 1), 0);
    all[1]->name = all[2]->name = PAG_STR("scale");
    all[1]->entry = PAG_STR("a.b");
    all[2]->entry = PAG_STR("a.c");
    all[3]->name = PAG_STR("sheets");
    pag_answer answer = {.code = PAG_STR("W0321"), .because = PAG_STR("so")};
    assert_int_equal(pag_diagnostics_acknowledge(diags, &answer), 1);
    assert_true(all[0]->acknowledged);
    answer.name = PAG_STR("scale");
    answer.entry = PAG_STR("a.c");
    assert_int_equal(pag_diagnostics_acknowledge(diags, &answer), 1);
    assert_true(all[2]->narrowed);
    answer.entry = PAG_STR("");
    assert_int_equal(pag_diagnostics_acknowledge(diags, &answer), 2);
    assert_false(all[1]->narrowed);
    assert_false(all[3]->acknowledged);
    assert_int_equal(pag_diagnostics_warnings(diags), 1);
}

static void sentences_are_filled_in_both_languages(void **state)
{
    (void)state;
    pag_diagnostic *d =
        pag_diag_add(diags, PAG_E0005, (pag_pos){0}, 2, PAG_STR("a\x1b.yaml"), PAG_STR("8 MiB"));
    assert_text(pag_diag_sentence(&arena, d, PAG_EN, 0),
                "the file is larger than 8 MiB: a\\u001b.yaml");
    assert_text(pag_diag_sentence(&arena, d, PAG_IT, 0), "il file supera 8 MiB: a\\u001b.yaml");
    assert_text(pag_diag_sentence(&arena, d, PAG_EN, 1), "");
}

static void a_placeholder_in_an_argument_is_only_text(void **state)
{
    (void)state;
    pag_diagnostic *d =
        pag_diag_add(diags, PAG_E0005, (pag_pos){0}, 2, PAG_STR("{1}"), PAG_STR("{0}"));
    assert_text(pag_diag_sentence(&arena, d, PAG_EN, 0), "the file is larger than {0}: {1}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_end_at_the_newline_and_lose_the_return_before_it),
        TEST(what_is_not_registered_is_empty),
        TEST(columns_and_widths_are_counted_in_code_points),
        TEST(a_byte_order_mark_takes_no_column),
        TEST(bytes_that_are_no_utf8_take_a_column_each),
        TEST(places_agree_with_counting_from_the_start),
        TEST(many_sources_keep_their_texts),
        TEST(an_exact_repetition_is_added_once),
        TEST(arguments_are_copied),
        TEST(they_are_read_by_place_and_then_as_added),
        TEST(thousands_are_kept_apart_and_in_order),
        TEST(the_status_is_that_of_the_worst_error),
        TEST(an_error_cannot_be_acknowledged),
        TEST(acknowledged_warnings_no_longer_count),
        TEST(an_answer_is_for_the_warnings_of_its_name_and_entry_only),
        TEST(sentences_are_filled_in_both_languages),
        TEST(a_placeholder_in_an_argument_is_only_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
