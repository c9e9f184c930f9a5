/* Slices, growing text, text made visible, and the arena they live in. */
#include "base/scalar.h"
#include "base/text.h"
#include "base/visible.h"
#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static pag_arena arena;

static int set_up(void **state)
{
    (void)state;
    pag_arena_init(&arena, pag_heap(), 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pag_arena_drop(&arena);
    return 0;
}

static void assert_text(pag_str text, const char *expected)
{
    assert_string_equal(pag_arena_copy(&arena, text).at, expected);
    assert_int_equal(text.len, strlen(expected));
}

static pag_str visible(pag_str text, size_t most)
{
    pag_text out = {.arena = &arena};
    pag_text_put_visible(&out, text, most);
    return pag_text_str(&out);
}

static void slices_compare_by_bytes_and_length(void **state)
{
    (void)state;
    assert_true(pag_str_equal(PAG_STR("fondo"), PAG_STR("fondo")));
    assert_false(pag_str_equal(PAG_STR("fondo"), PAG_STR("fondi")));
    assert_true(pag_str_equal((pag_str){0}, PAG_STR("")));
    assert_true(pag_str_compare(PAG_STR("a"), PAG_STR("ab")) < 0);
    assert_true(pag_str_compare(PAG_STR("b"), PAG_STR("ab")) > 0);
    assert_true(pag_str_compare(PAG_STR("z"), PAG_STR("è")) < 0);
    assert_int_equal(pag_str_compare((pag_str){0}, PAG_STR("")), 0);
}

static void a_slice_knows_how_it_starts_and_ends(void **state)
{
    (void)state;
    assert_true(pag_str_starts(PAG_STR("plan.yaml"), PAG_STR("plan")));
    assert_false(pag_str_starts(PAG_STR("pl"), PAG_STR("plan")));
    assert_true(pag_str_ends(PAG_STR("plan.yaml"), PAG_STR(".yaml")));
    assert_false(pag_str_ends(PAG_STR("yaml"), PAG_STR(".yaml")));
    assert_true(pag_str_ends((pag_str){0}, PAG_STR("")));
    assert_true(pag_str_starts((pag_str){0}, PAG_STR("")));
}

static void finding_a_byte_gives_its_position_or_the_length(void **state)
{
    (void)state;
    assert_int_equal(pag_str_find(PAG_STR("a:b:c"), ':'), 1);
    assert_int_equal(pag_str_find(PAG_STR("abc"), ':'), 3);
    assert_int_equal(pag_str_find((pag_str){0}, ':'), 0);
    assert_int_equal(pag_str_from(NULL).len, 0);
}

static void a_text_names_whole_names(void **state)
{
    (void)state;
    pag_str text = PAG_STR("return s.pay_all * rate(s.pay) -- {fund}");
    assert_true(pag_str_names(text, PAG_STR("pay_all")));
    assert_true(pag_str_names(text, PAG_STR("pay")));
    assert_true(pag_str_names(text, PAG_STR("return")));
    assert_true(pag_str_names(text, PAG_STR("fund")));
    assert_false(pag_str_names(text, PAG_STR("pay_")));
    assert_false(pag_str_names(text, PAG_STR("all")));
    assert_false(pag_str_names(text, PAG_STR("")));
    assert_false(pag_str_names(PAG_STR(""), PAG_STR("pay")));
}

static void names_in_braces_are_cut_off_one_by_one(void **state)
{
    (void)state;
    pag_str text = PAG_STR("{pay} exceeds {max} of {"), before, name;
    assert_true(pag_str_next_braces(&text, &before, &name));
    assert_true(before.len == 0 && pag_str_equal(name, PAG_STR("pay")));
    assert_true(pag_str_next_braces(&text, &before, &name));
    assert_true(pag_str_equal(before, PAG_STR(" exceeds ")));
    assert_true(pag_str_equal(name, PAG_STR("max")));
    assert_true(pag_str_next_braces(&text, &before, &name));
    assert_true(name.len == 0 && pag_str_equal(before, PAG_STR(" of ")));
    assert_false(pag_str_next_braces(&text, &before, &name));
}

static void distance_counts_insertions_deletions_replacements_and_swaps(void **state)
{
    (void)state;
    assert_int_equal(pag_str_distance(PAG_STR("peso"), PAG_STR("peso")), 0);
    assert_int_equal(pag_str_distance(PAG_STR("peso"), PAG_STR("pseo")), 1);
    assert_int_equal(pag_str_distance(PAG_STR("peso"), PAG_STR("pesi")), 1);
    assert_int_equal(pag_str_distance(PAG_STR("peso"), PAG_STR("pesoo")), 1);
    assert_int_equal(pag_str_distance(PAG_STR("peso"), PAG_STR("eso")), 1);
    assert_int_equal(pag_str_distance(PAG_STR(""), PAG_STR("abc")), 3);
    assert_int_equal(pag_str_distance(PAG_STR("ca"), PAG_STR("abc")), 3);
}

static void distance_of_long_texts_is_their_length(void **state)
{
    (void)state;
    char text[70];
    memset(text, 'x', sizeof text);
    pag_str whole = {text, sizeof text}, most = {text, 64}, over = {text, 65};
    assert_int_equal(pag_str_distance(whole, PAG_STR("x")), 70);
    assert_int_equal(pag_str_distance(most, PAG_STR("")), 64);
    assert_int_equal(pag_str_distance(over, most), 65);
}

static void the_nearest_candidate_is_the_one_that_was_meant(void **state)
{
    (void)state;
    const pag_str keys[] = {PAG_STR("municipality"), PAG_STR("weight"), PAG_STR("qualità")};
    assert_int_equal(pag_str_nearest(PAG_STR("wieght"), keys, 3), 1);
    assert_int_equal(pag_str_nearest(PAG_STR("qualita"), keys, 3), 2);
    assert_int_equal(pag_str_nearest(PAG_STR("banana"), keys, 3), 3);
    assert_int_equal(pag_str_nearest(PAG_STR(""), keys, 3), 3);
    assert_int_equal(pag_str_nearest(PAG_STR("weight"), NULL, 0), 0);
}

static void utf8_lengths_refuse_what_is_not_utf8(void **state)
{
    (void)state;
    assert_int_equal(pag_utf8_length("a", 1), 1);
    assert_int_equal(pag_utf8_length("\0", 1), 1);
    assert_int_equal(pag_utf8_length("è", 2), 2);
    assert_int_equal(pag_utf8_length("€", 3), 3);
    assert_int_equal(pag_utf8_length("😀", 4), 4);
    assert_int_equal(pag_utf8_length("€", 2), 0);            /* cut off */
    assert_int_equal(pag_utf8_length("\xe0 ", 2), 0);        /* Windows-1252 */
    assert_int_equal(pag_utf8_length("\x93", 1), 0);         /* a continuation alone */
    assert_int_equal(pag_utf8_length("\xc0\x80", 2), 0);     /* overlong */
    assert_int_equal(pag_utf8_length("\xed\xa0\x80", 3), 0); /* a surrogate */
    assert_int_equal(pag_utf8_length("\xf4\x90\x80\x80", 4), 0);
    assert_int_equal(pag_utf8_length("", 0), 0);
}

static void width_is_counted_in_columns(void **state)
{
    (void)state;
    assert_int_equal(pag_text_width(PAG_STR("perché")), 6);
    assert_int_equal(pag_text_width(PAG_STR("perche\u0301")), 6);
    assert_int_equal(pag_text_width(PAG_STR("評価")), 4);
    assert_int_equal(pag_text_width(PAG_STR("1.234,56 €")), 10);
    assert_int_equal(pag_text_width(PAG_STR("a\x1b"
                                            "b")),
                     2);
    assert_int_equal(pag_text_width(PAG_STR("\xe0\xe8")), 2);
    assert_int_equal(pag_text_width((pag_str){0}), 0);
}

static void growing_text_holds_everything_that_was_put(void **state)
{
    (void)state;
    pag_text text = {.arena = &arena};
    assert_int_equal(pag_text_str(&text).len, 0);
    pag_text_put(&text, (pag_str){0});
    for (int i = 0; i < 1000; i++) pag_text_byte(&text, 'x');
    pag_text_put(&text, pag_text_str(&text)); /* a piece of itself */
    assert_int_equal(text.len, 2000);
    for (size_t i = 0; i < text.len; i++) assert_int_equal(text.at[i], 'x');
}

static void a_large_piece_takes_the_room_it_needs(void **state)
{
    (void)state;
    char *large = pag_arena_alloc(&arena, 1 << 20);
    memset(large, 'y', 1 << 20);
    pag_text text = {.arena = &arena};
    pag_text_byte(&text, 'x');
    pag_text_put(&text, (pag_str){large, 1 << 20});
    assert_int_equal(text.len, (1 << 20) + 1);
    assert_int_equal(text.at[0], 'x');
    assert_int_equal(text.at[1 << 20], 'y');
}

static void whole_numbers_are_put_to_the_ends_of_their_range(void **state)
{
    (void)state;
    pag_text text = {.arena = &arena};
    pag_text_whole(&text, 0);
    pag_text_byte(&text, ' ');
    pag_text_whole(&text, INT64_MIN);
    pag_text_byte(&text, ' ');
    pag_text_whole(&text, INT64_MAX);
    assert_text(pag_text_str(&text), "0 -9223372036854775808 9223372036854775807");
}

static void pieces_are_joined(void **state)
{
    (void)state;
    assert_text(pag_text_join(&arena, 3, PAG_STR("a"), (pag_str){0}, PAG_STR("b")), "ab");
    assert_text(pag_text_join(&arena, 0), "");
}

static void what_a_terminal_would_obey_is_written_out(void **state)
{
    (void)state;
    assert_text(visible(PAG_STR("a\nb\tc\rd"), 0), "a\\nb\\tc\\rd");
    assert_text(visible(PAG_STR("\x1b[31m\x7f"), 0), "\\u001b[31m\\u007f");
    assert_text(visible((pag_str){"\0", 1}, 0), "\\u0000");
    assert_text(visible(PAG_STR("\xc2\x85\u2028\u2029"), 0), "\\u0085\\u2028\\u2029");
}

static void what_a_reader_could_not_see_is_written_out(void **state)
{
    (void)state;
    assert_text(visible(PAG_STR("x\u202ey\u2066\u200b\ufeff"), 0),
                "x\\u202ey\\u2066\\u200b\\ufeff");
    assert_text(visible(PAG_STR("\U000e0041\U0010fffd"), 0), "\\u{e0041}\\u{10fffd}");
    assert_text(visible(PAG_STR("pi\xf9 \x93"), 0), "pi\\xf9 \\x93");
}

static pag_str scalar(const char *text, bool words)
{
    pag_text out = {.arena = &arena};
    pag_text_put_scalar(&out, pag_str_from(text), words);
    return pag_text_str(&out);
}

static void words_of_yaml_are_quoted_where_they_would_mean_something_else(void **state)
{
    (void)state;
    assert_text(scalar("tempo pieno", true), "tempo pieno");
    assert_text(scalar("Città, sedi", true), "\"Città, sedi\"");
    assert_text(scalar("no", true), "\"no\"");
    assert_text(scalar("12", true), "\"12\"");
    assert_text(scalar("12", false), "12");
    assert_text(scalar("-3.5", false), "-3.5");
    assert_text(scalar("detto \"il\\vecchio\"", true), "\"detto \\\"il\\\\vecchio\\\"\"");
    assert_text(scalar("a\tb", true), "\"a\\x09b\"");
    assert_text(scalar("", true), "\"\"");
}

static void quotes_around_a_text_are_taken_off(void **state)
{
    (void)state;
    assert_text(pag_str_unquoted(PAG_STR("\"10%\"")), "10%");
    assert_text(pag_str_unquoted(PAG_STR("'a'")), "a");
    assert_text(pag_str_unquoted(PAG_STR("10")), "10");
    assert_text(pag_str_unquoted(PAG_STR("\"")), "\"");
}

static void names_are_listed_with_commas(void **state)
{
    (void)state;
    const pag_str names[] = {{"base", 4}, {"share", 5}};
    pag_text out = {.arena = &arena};
    pag_text_put_list(&out, names, 2);
    assert_text(pag_text_str(&out), "base, share");
    pag_text none = {.arena = &arena};
    pag_text_put_list(&none, names, 0);
    assert_text(pag_text_str(&none), "");
}

static void ordinary_text_stays_as_it_is(void **state)
{
    (void)state;
    assert_text(visible(PAG_STR("perché 10 € \\ \"評価\" 😀"), 0), "perché 10 € \\ \"評価\" 😀");
    assert_text(visible((pag_str){0}, 0), "");
}

static void a_visible_text_too_wide_ends_with_an_ellipsis(void **state)
{
    (void)state;
    assert_text(visible(PAG_STR("abcdef"), 6), "abcdef");
    assert_text(visible(PAG_STR("abcdefg"), 6), "abcde…");
    assert_text(visible(PAG_STR("評価評価"), 6), "評価…");
    assert_text(visible(PAG_STR("abc\x1b[0m"), 6), "abc…");
}

static void memory_of_the_arena_is_zeroed_and_aligned(void **state)
{
    (void)state;
    for (size_t size = 0; size < 300; size++) {
        unsigned char *at = pag_arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(at[i], 0);
        if (size) memset(at, 0xff, size);
    }
    pag_arena_reset(&arena);
    const unsigned char *again = pag_arena_alloc(&arena, 300);
    for (size_t i = 0; i < 300; i++) assert_int_equal(again[i], 0);
}

static void a_reset_arena_takes_no_new_memory_for_the_same_work(void **state)
{
    (void)state;
    size_t before = 0;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++) pag_arena_alloc(&arena, 1000);
        if (round) assert_int_equal(arena.used, before);
        before = arena.used;
        pag_arena_reset(&arena);
    }
}

static pag_status fill(size_t cap, size_t piece, size_t *got)
{
    pag_arena capped;
    pag_trap trap;
    pag_arena_init(&capped, pag_heap(), cap);
    pag_trap_set(&trap, &capped);
    *got = 0;
    if (setjmp(trap.jump) == 0) {
        for (; *got < 100 * cap; *got += piece) pag_arena_alloc(&capped, piece);
    }
    pag_trap_clear(&trap);
    assert_true(capped.used <= cap);
    pag_arena_drop(&capped);
    return trap.status;
}

static void an_arena_uses_what_its_cap_allows_and_no_more(void **state)
{
    (void)state;
    size_t got;
    assert_int_equal(fill(100000, 1000, &got), PAG_LIMIT);
    assert_true(got > 90000);
    assert_int_equal(fill(100000, 70000, &got), PAG_LIMIT);
    assert_int_equal(got, 70000);
    assert_int_equal(fill(1000, 2000, &got), PAG_LIMIT);
    assert_int_equal(got, 0);
}

static void a_size_that_overflows_is_no_memory(void **state)
{
    (void)state;
    pag_trap trap;
    pag_trap_set(&trap, &arena);
    if (setjmp(trap.jump) == 0) pag_arena_array(&arena, SIZE_MAX / 4, 16);
    pag_trap_clear(&trap);
    assert_int_equal(trap.status, PAG_NOMEM);
}

static pag_status nested(const pag_allocator *allocator)
{
    pag_arena own;
    pag_trap outer, inner;
    pag_arena_init(&own, allocator, 0);
    pag_trap_set(&outer, &own);
    if (setjmp(outer.jump) == 0) {
        pag_trap_set(&inner, &own);
        if (setjmp(inner.jump) == 0) {
            for (int i = 0; i < 20; i++) pag_arena_alloc(&own, 5000);
        }
        pag_trap_clear(&inner);
        pag_trap_pass_on(&inner);
    }
    pag_trap_clear(&outer);
    pag_arena_drop(&own);
    return outer.status;
}

static void a_trap_passes_a_failure_on_to_the_one_around_it(void **state)
{
    (void)state;
    for (size_t n = 0;; n++) {
        failing memory = {.from = n};
        pag_allocator allocator = failing_allocator(&memory);
        pag_status status = nested(&allocator);
        assert_int_equal(memory.live, 0);
        if (status == PAG_OK) break;
        assert_int_equal(status, PAG_NOMEM);
        assert_true(n < 100);
    }
}

static bool refuse(void *ud, const char *at, size_t len)
{
    (void)at;
    (void)len;
    ++*(int *)ud;
    return false;
}

static void a_sink_that_failed_is_not_called_again(void **state)
{
    (void)state;
    int calls = 0;
    pag_sink sink = {.write = refuse, .ud = &calls};
    pag_sink_put(&sink, PAG_STR(""));
    assert_false(sink.failed);
    pag_sink_put(&sink, PAG_STR("a"));
    pag_sink_put(&sink, PAG_STR("b"));
    assert_true(sink.failed);
    assert_int_equal(calls, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(slices_compare_by_bytes_and_length),
        TEST(a_slice_knows_how_it_starts_and_ends),
        TEST(finding_a_byte_gives_its_position_or_the_length),
        TEST(a_text_names_whole_names),
        TEST(names_in_braces_are_cut_off_one_by_one),
        TEST(distance_counts_insertions_deletions_replacements_and_swaps),
        TEST(distance_of_long_texts_is_their_length),
        TEST(the_nearest_candidate_is_the_one_that_was_meant),
        TEST(utf8_lengths_refuse_what_is_not_utf8),
        TEST(width_is_counted_in_columns),
        TEST(growing_text_holds_everything_that_was_put),
        TEST(a_large_piece_takes_the_room_it_needs),
        TEST(whole_numbers_are_put_to_the_ends_of_their_range),
        TEST(pieces_are_joined),
        TEST(what_a_terminal_would_obey_is_written_out),
        TEST(what_a_reader_could_not_see_is_written_out),
        TEST(words_of_yaml_are_quoted_where_they_would_mean_something_else),
        TEST(quotes_around_a_text_are_taken_off),
        TEST(names_are_listed_with_commas),
        TEST(ordinary_text_stays_as_it_is),
        TEST(a_visible_text_too_wide_ends_with_an_ellipsis),
        TEST(memory_of_the_arena_is_zeroed_and_aligned),
        TEST(a_reset_arena_takes_no_new_memory_for_the_same_work),
        TEST(an_arena_uses_what_its_cap_allows_and_no_more),
        TEST(a_size_that_overflows_is_no_memory),
        TEST(a_trap_passes_a_failure_on_to_the_one_around_it),
        TEST(a_sink_that_failed_is_not_called_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
