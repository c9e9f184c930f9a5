/* Rows of cells as spreadsheets write them, with the place of each cell; what is no such row is
 * told where it stands. */
#include "csv/csv.h"
#include "failing.h"

#include <stdio.h>
#include <string.h>

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

static void put_place(pag_text *out, pag_pos pos)
{
    pag_text_whole(out, pos.line);
    pag_text_byte(out, ':');
    pag_text_whole(out, pos.column);
    pag_text_byte(out, '+');
    pag_text_whole(out, pos.width);
}

/* "[a|b c][|d]", a row in brackets; or "E0951 1:3+1; …". */
static const char *read_bytes(pag_str bytes, bool places)
{
    pag_diagnostics *diags = pag_diagnostics_create(&arena, pag_sources_create(&arena));
    uint32_t source = pag_sources_add(pag_diagnostics_sources(diags), PAG_STR("test.csv"), bytes);
    pag_text out = {.arena = &arena};
    pag_csv csv;
    pag_status status = pag_csv_read(&arena, diags, source, &csv);
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        if (i) pag_text_put(&out, PAG_STR("; "));
        pag_text_put(&out, pag_code_text(d->code));
        pag_text_byte(&out, ' ');
        put_place(&out, d->pos);
    }
    assert_int_equal(status == PAG_OK, pag_diagnostics_count(diags) == 0);
    for (size_t i = 0; i < csv.n; i++) {
        pag_text_byte(&out, '[');
        for (size_t k = 0; k < csv.rows[i].n; k++) {
            if (k) pag_text_byte(&out, '|');
            pag_text_put(&out, csv.rows[i].cells[k].text);
            if (places) put_place(&out, csv.rows[i].cells[k].pos);
        }
        pag_text_byte(&out, ']');
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

static const char *rows(const char *text)
{
    return read_bytes(pag_str_from(text), false);
}

static const char *places(const char *text)
{
    return read_bytes(pag_str_from(text), true);
}

static void cells_are_parted_by_semicolons(void **state)
{
    (void)state;
    assert_string_equal(rows("a;b\nc;d\n"), "[a|b][c|d]");
    assert_string_equal(rows("a,b;c d"), "[a,b|c d]");
    assert_string_equal(rows("a;\n;b\n"), "[a|][|b]");
}

static void blanks_around_a_cell_are_not_part_of_it_unless_it_is_quoted(void **state)
{
    (void)state;
    assert_string_equal(rows(" a ;\tb\t\n"), "[a|b]");
    assert_string_equal(rows(" \" a \" ;b"), "[ a |b]");
}

static void quotes_hold_separators_line_ends_and_quotes(void **state)
{
    (void)state;
    assert_string_equal(rows("\"a;b\";\"c \"\"d\"\"\"\n"), "[a;b|c \"d\"]");
    assert_string_equal(rows("\"one\r\ntwo\";x\r\n"), "[one two|x]");
    assert_string_equal(rows("\"\";\"\"\"\"\n"), "[|\"]");
}

static void a_byte_order_mark_and_windows_line_ends_are_what_spreadsheets_write(void **state)
{
    (void)state;
    assert_string_equal(rows("\xef\xbb\xbf"
                             "a;b\r\nc;d\r\n"),
                        "[a|b][c|d]");
    assert_string_equal(places("\xef\xbb\xbf"
                               "a;b"),
                        "[a1:1+1|b1:3+1]");
}

static void rows_in_which_nothing_stands_are_left_out(void **state)
{
    (void)state;
    assert_string_equal(rows("a;b\n;;\n\n  ;\"\"\nc;d\n\n"), "[a|b][c|d]");
    assert_string_equal(rows(""), "E0207 0:0+0");
    assert_string_equal(rows(";;;\n"), "E0207 0:0+0");
}

static void places_count_letters_and_take_in_the_quotes(void **state)
{
    (void)state;
    assert_string_equal(places("citt\xc3\xa0;\"b\";;c\nd"), "[citt\xc3\xa0"
                                                            "1:1+5|b1:7+3|1:11+1|c1:12+1][d2:1+1]");
    assert_string_equal(places("\"a\nb\";c"), "[a b1:1+1|c2:4+1]");
}

static void a_quote_in_the_wrong_place_is_told_there(void **state)
{
    (void)state;
    assert_string_equal(rows("a;\"b\nc;d\n"), "E0951 1:3+1");
    assert_string_equal(rows("a;b\"c\"d\"\ne;\"f\"g;h\n"), "E0952 1:4+1; E0952 2:6+1");
    assert_string_equal(rows("a,\"1,5\"\n"), "E0953 1:3+1");
    assert_string_equal(rows("\"a\",5\n\"b\"\t5"), "E0953 1:4+1; E0953 2:5+1");
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    (void)state;
    assert_string_equal(read_bytes((pag_str){"a;\0", 3}, false), "E0204 1:3+1");
    assert_string_equal(rows("perch\xe9;"), "E0202 1:6+1");
    assert_string_equal(rows("a\rb\nc\n"), "E0205 1:2+1");
    assert_string_equal(rows("a;b\rc;d\re;f\r"), "E0286 1:4+1");
    assert_string_equal(rows("a;\"b\nc\"\rd;e\rf;g\r"), "E0286 2:3+1");
}

static void reading_stops_after_a_hundred_errors(void **state)
{
    (void)state;
    pag_text text = {.arena = &arena};
    for (int i = 0; i < 200; i++) pag_text_put(&text, PAG_STR("a\"\n"));
    const char *said = read_bytes(pag_text_str(&text), false);
    assert_non_null(strstr(said, "E0514 101:2+1"));
    assert_null(strstr(said, "102:"));
}

/* --- memory --- */

static char text[1 << 14];

static size_t write_a_thousand(void)
{
    size_t len = 0;
    while (len + 32 < sizeof text) {
        len += (size_t)snprintf(text + len, sizeof text - len, "a;\"b \"\"c\"\"\";7\n");
    }
    return len;
}

static pag_status read_a_thousand(const pag_allocator *allocator)
{
    pag_arena own;
    pag_trap trap;
    volatile pag_status status = PAG_NOMEM;
    pag_arena_init(&own, allocator, 0);
    pag_trap_set(&trap, &own);
    if (setjmp(trap.jump) == 0) {
        pag_diagnostics *diags = pag_diagnostics_create(&own, pag_sources_create(&own));
        pag_csv csv;
        uint32_t source = pag_sources_add(pag_diagnostics_sources(diags), PAG_STR("test.csv"),
                                          (pag_str){text, write_a_thousand()});
        status = pag_csv_read(&own, diags, source, &csv);
        assert_true(csv.n > 500);
    }
    pag_trap_clear(&trap);
    pag_arena_drop(&own);
    return status;
}

/* "C3=text" of the cell at the place, "-" where there is none. */
static const char *cell_at(const char *bytes, uint32_t line, uint32_t column)
{
    pag_sources *sources = pag_sources_create(&arena);
    pag_diagnostics *diags = pag_diagnostics_create(&arena, sources);
    uint32_t source = pag_sources_add(sources, PAG_STR("test.csv"), pag_str_from(bytes));
    pag_text out = {.arena = &arena};
    pag_source_cell cell;
    pag_csv csv;
    (void)pag_csv_read(&arena, diags, source, &csv);
    if (pag_sources_cell(sources, (pag_pos){source, line, column, 1}, &cell)) {
        pag_source_cell_put(&out, &cell);
        pag_text_byte(&out, '=');
        pag_text_put(&out, cell.text);
    } else {
        pag_text_byte(&out, '-');
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

static void a_place_is_in_a_cell_as_spreadsheets_count_them(void **state)
{
    (void)state;
    static const char *const rows = "a;b;c\n;;\n\"d\ne\"; f;\ng;h;i\n";
    assert_string_equal(cell_at(rows, 1, 3), "B1=b");
    assert_string_equal(cell_at(rows, 3, 1), "A3=d e"); /* an empty row is one too */
    assert_string_equal(cell_at(rows, 4, 5), "B3=f");
    assert_string_equal(cell_at(rows, 4, 7), "C3=");
    assert_string_equal(cell_at(rows, 5, 1), "A4=g"); /* a line end in quotes begins no row */
    assert_string_equal(cell_at(rows, 0, 0), "-");
    assert_string_equal(cell_at("a;b\nc;\"d\n", 2, 3), "B2="); /* not closed */
    pag_text wide = {.arena = &arena};
    for (int i = 0; i < 27; i++) pag_text_put(&wide, PAG_STR("x;"));
    pag_text_put(&wide, PAG_STR("y"));
    pag_text_byte(&wide, '\0');
    assert_string_equal(cell_at(wide.at, 1, 55), "AB1=y");
}

static void when_memory_ends_so_does_the_reading(void **state)
{
    (void)state;
    failing_sweep(read_a_thousand);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(cells_are_parted_by_semicolons),
        TEST(blanks_around_a_cell_are_not_part_of_it_unless_it_is_quoted),
        TEST(quotes_hold_separators_line_ends_and_quotes),
        TEST(a_byte_order_mark_and_windows_line_ends_are_what_spreadsheets_write),
        TEST(rows_in_which_nothing_stands_are_left_out),
        TEST(places_count_letters_and_take_in_the_quotes),
        TEST(a_quote_in_the_wrong_place_is_told_there),
        TEST(a_place_is_in_a_cell_as_spreadsheets_count_them),
        TEST(bytes_that_are_no_text_are_refused),
        TEST(reading_stops_after_a_hundred_errors),
        TEST(when_memory_ends_so_does_the_reading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
