/* The line of the source and its caret: widths, what cannot be seen, lines longer than the page. */
#include "diags.h"

/* What is written of a diagnostic under `what` in a text of one line: its line and its caret. */
static void assert_caret(const char *text, const char *what, const char *line, const char *caret)
{
    tear_down(NULL);
    set_up(NULL);
    under(source("a", text), what);
    const char *from = strstr(written((pag_diag_style){0}), " 1 | ");
    pag_str expected =
        pag_text_join(&arena, 4, pag_str_from(line), PAG_STR("\n   | "), pag_str_from(caret),
                      PAG_STR("\n   = help: check its permissions\n"));
    assert_non_null(from);
    assert_string_equal(from + 5, pag_arena_copy(&arena, expected).at);
}

static void the_caret_stands_under_what_is_meant(void **state)
{
    (void)state;
    assert_caret("nome: però x\n", "però", "nome: però x", "      ^^^^");
    assert_caret("perche\u0301: x\n", "x", "perche\u0301: x", "        ^");
    assert_caret("評価: 10x\n", "10x", "評価: 10x", "      ^^^");
    assert_caret("a: 評価\n", "評価", "a: 評価", "   ^^^^");
    assert_caret("a: b\r\n", "b\r", "a: b", "   ^");
    assert_caret("\ta:\tb\n", "b", " a: b", "    ^");
    assert_caret("\xef\xbb\xbf"
                 "a: b\n",
                 "b", "a: b", "   ^");
}

static void what_cannot_be_seen_is_written_out_and_the_caret_knows(void **state)
{
    (void)state;
    assert_caret("a: \u202e b c\n", "c", "a: \\u202e b c", "            ^");
    assert_caret("a: \u202e b\n", "\u202e", "a: \\u202e b", "   ^^^^^^");
    assert_caret("a: \x1b[2J b\n", "b", "a: \\u001b[2J b", "             ^");
    assert_caret("pi\xf9 \x93uno\x94\n", "uno", "pi\\xf9 \\x93uno\\x94", "           ^^^");
}

static void a_caret_after_the_last_letter_stands_at_the_end(void **state)
{
    (void)state;
    uint32_t s = source("a", "peso:\n");
    pag_diag_add(diags, PAG_E0001, (pag_pos){s, 1, 6, 5}, 1, PAG_STR("x"));
    pag_diag_add(diags, PAG_E0001, (pag_pos){s, 1, 99, 5}, 1, PAG_STR("x"));
    assert_non_null(strstr(written((pag_diag_style){0}), "1:6\n   |\n 1 | peso:\n   |      ^\n"));
    assert_non_null(strstr(written((pag_diag_style){0}), "1:99\n   |\n 1 | peso:\n   |      ^\n"));
}

/* A text of `n` letters with HERE at `at`. */
static const char *long_line(size_t n, size_t at)
{
    static char line[1000];
    memset(line, 'x', n);
    memcpy(line + at, "HERE", 4);
    line[n] = '\0';
    return line;
}

/* `before` letters, HERE, `after` letters, with an ellipsis where something was cut. */
static void assert_cut(const char *text, bool left, size_t before, size_t after, bool right)
{
    char line[300] = "", caret[300] = "";
    if (left) strcpy(line, "…");
    memset(line + strlen(line), 'x', before);
    strcat(line, "HERE");
    memset(line + strlen(line), 'x', after);
    if (right) strcat(line, "…");
    memset(caret, ' ', before + left);
    strcat(caret, "^^^^");
    assert_caret(text, "HERE", line, caret);
}

static void a_long_line_is_shown_around_the_caret(void **state)
{
    (void)state;
    assert_cut(long_line(95, 50), false, 50, 41, false); /* just fits a page of 100 */
    assert_cut(long_line(96, 50), false, 50, 39, true);
    assert_cut(long_line(900, 89), false, 89, 0, true);
    assert_cut(long_line(900, 450), true, 44, 45, true);
    assert_cut(long_line(900, 896), true, 89, 0, false);
}

static void a_wide_caret_in_a_long_line_stays_on_the_page(void **state)
{
    (void)state;
    const char *line = long_line(900, 100);
    uint32_t s = source("a", line);
    pag_diag_add(diags, PAG_E0001, (pag_pos){s, 1, 101, 700}, 1, PAG_STR("x"));
    pag_str rest = pag_str_from(strstr(written((pag_diag_style){0}), " 1 | "));
    size_t first = pag_str_find(rest, '\n');
    assert_int_equal(pag_text_width((pag_str){rest.at, first}), 100);
    assert_int_equal(rest.len - first - 1, 5 + 1 + 93 + 1);
    assert_memory_equal(rest.at + 5, "…HEREx", 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_caret_stands_under_what_is_meant),
        TEST(what_cannot_be_seen_is_written_out_and_the_caret_knows),
        TEST(a_caret_after_the_last_letter_stands_at_the_end),
        TEST(a_long_line_is_shown_around_the_caret),
        TEST(a_wide_caret_in_a_long_line_stays_on_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
