/* Band tables as published systems print them: which are sound, what is said of those that are not,
 * and which row holds a score. */
#include "schema.h"

#include "schema/edges.h"

/* A row of the test, on a line of its own: `from` and `above`, `to` and `below`; NULL: not written.
 */
typedef struct row {
    const char *from, *above, *to, *below;
} row;

static pag_edge edge(const char *inside, const char *outside, pag_pos pos)
{
    const char *text = inside ? inside : outside;
    if (!text) return (pag_edge){.kind = PAG_EDGE_OPEN};
    if (strcmp(text, "f") == 0) return (pag_edge){.kind = PAG_EDGE_FORMULA, .inside = inside};
    return (pag_edge){
        .kind = PAG_EDGE_NUMBER, .inside = inside, .number = number(text), .pos = pos};
}

static pag_bands *bands_of(size_t n, const row *rows)
{
    pag_bands *bands = PAG_NEW(&arena, pag_bands);
    bands->name = PAG_STR("result_pay");
    bands->n = n;
    bands->pos = (pag_pos){1, 1, 1, 1};
    bands->rows = PAG_NEW_ARRAY(&arena, pag_band, n);
    for (size_t i = 0; i < n; i++) {
        uint32_t line = (uint32_t)i + 2;
        bands->rows[i].pos = (pag_pos){1, line, 1, 1};
        bands->rows[i].low = edge(rows[i].from, rows[i].above, (pag_pos){1, line, 10, 1});
        bands->rows[i].high = edge(rows[i].to, rows[i].below, (pag_pos){1, line, 20, 1});
    }
    return bands;
}
#define BANDS(...) bands_of(sizeof((row[]){__VA_ARGS__}) / sizeof(row), (row[]){__VA_ARGS__})

static bool judge(pag_bands *bands)
{
    return pag_bands_judge(bands, &arena, diags);
}

static void assert_refused(pag_bands *bands, const char *expected)
{
    assert_false(judge(bands));
    assert_said(expected);
}

/* "0": in row 0; "gap 0", "below", "above", "two 1". */
static void assert_finds(const pag_bands *bands, const char *score, const char *expected)
{
    static const char *const words[] = {"", "gap ", "below ", "above ", "two "};
    size_t found;
    pag_lookup lookup = pag_bands_find(bands, NULL, number(score), &found);
    pag_text text = {.arena = &arena};
    pag_text_put(&text, pag_str_from(words[lookup]));
    pag_text_whole(&text, (int64_t)found);
    assert_text(pag_text_str(&text), expected);
}

static pag_bands *casale(pag_gaps gaps)
{
    pag_bands *bands =
        BANDS({.from = "0", .to = "40"}, {.from = "41", .to = "50"}, {.from = "51", .to = "70"},
              {.from = "71", .to = "85"}, {.from = "86", .to = "100"});
    bands->gaps = gaps;
    return bands;
}

static void whole_ends_leave_gaps_that_are_refused(void **state)
{
    (void)state;
    pag_bands *bands = casale(PAG_GAPS_REFUSE);
    assert_true(judge(bands));
    assert_true(bands->fixed);
    assert_finds(bands, "0", "0");
    assert_finds(bands, "40", "0");
    assert_finds(bands, "40.5", "gap 0");
    assert_finds(bands, "41", "1");
    assert_finds(bands, "85.001", "gap 3");
    assert_finds(bands, "100", "4");
    assert_finds(bands, "100.01", "above 4");
    assert_finds(bands, "-1", "below 0");
    assert_said("");
}

static void a_band_may_reach_up_to_the_next(void **state)
{
    (void)state;
    pag_bands *bands = casale(PAG_GAPS_REACH_UP);
    assert_true(judge(bands));
    assert_finds(bands, "40.5", "0");
    assert_finds(bands, "85.999", "3");
    assert_finds(bands, "86", "4");
    assert_finds(bands, "101", "above 4");
    assert_finds(bands, "-1", "below 0");
}

static void a_gap_without_policy_is_refused_with_an_example(void **state)
{
    (void)state;
    assert_refused(BANDS({.from = "0", .to = "89.99"}, {.from = "90", .to = "100"}), "E0103 2:20");
    assert_sentence(PAG_EN, MESSAGE,
                    "bands \"result_pay\" have a gap and no policy for it: no band holds "
                    "89.99 < score < 90");
    assert_sentence(PAG_EN, NOTE, "example: a score of 89.995 would be in no band");
    assert_sentence(PAG_EN, HELP,
                    "end the row with  below = 90, or say what a score in the gap means:  "
                    "gaps = \"refuse\"  (an error) or  gaps = \"reach up\"  (the band below "
                    "reaches up to the next)");
    assert_sentence(PAG_IT, MESSAGE,
                    "le fasce \"result_pay\" hanno un vuoto e nessuna regola per esso: nessuna "
                    "fascia contiene 89.99 < punteggio < 90");
}

static bool is_step(const pag_bands *bands)
{
    return pag_gap_is_step(&arena, &bands->rows[0].high, &bands->rows[1].low);
}

static void a_gap_wider_than_a_decimal_may_be_a_row_that_was_left_out(void **state)
{
    (void)state;
    assert_refused(BANDS({.from = "0", .to = "70"}, {.from = "86", .to = "100"}), "E0109 2:20");
    assert_sentence(PAG_EN, HELP,
                    "see in the source whether a row is missing here, and write it, with what it "
                    "gives in place of …:  { above = 70, below = 86, give = \"…\" } ; or put right "
                    "the ends of the two rows; if the source has no row here, say it:  "
                    "gaps = \"refuse\"  (such a score is an error)");
    assert_false(is_step(BANDS({.to = "4.5"}, {.from = "5"})));
    assert_true(is_step(BANDS({.to = "4.9"}, {.from = "5"})));
    assert_true(is_step(BANDS({.below = "50%"}, {.above = "51%"})));
    assert_false(is_step(BANDS({.to = "50%"}, {.above = "51.5%"})));
    assert_false(is_step(BANDS({.to = "1/3"}, {.above = "1/2"})));
}

static void every_gap_is_named(void **state)
{
    (void)state;
    assert_refused(casale(PAG_GAPS_NONE), "E0103 2:20; E0103 3:20; E0103 4:20; E0103 5:20");
}

static void an_edge_that_nobody_holds_is_a_gap_too(void **state)
{
    (void)state;
    pag_bands *bands = BANDS({.from = "0", .below = "60"}, {.above = "60", .to = "100"});
    assert_refused(bands, "E0103 2:20");
    assert_sentence(PAG_EN, MESSAGE,
                    "bands \"result_pay\" have a gap and no policy for it: no band holds "
                    "60 ≤ score ≤ 60");
    assert_sentence(PAG_EN, NOTE, "example: a score of 60 would be in no band");
    assert_finds(bands, "60", "gap 0");
}

static pag_bands *marcon(void)
{
    return BANDS({.below = "18"}, {.from = "18", .to = "21"}, {.from = "21.01", .to = "22.99"},
                 {.from = "23", .to = "24.99"}, {.from = "25", .to = "26.99"},
                 {.from = "27", .to = "30"});
}

static void two_decimals_leave_no_gap_when_the_score_is_rounded_to_them(void **state)
{
    (void)state;
    pag_bands *bands = marcon();
    bands->rounds = true;
    bands->round_step = number("0.01");
    assert_true(judge(bands));
    assert_finds(bands, "17.99", "0");
    assert_finds(bands, "21", "1");
    assert_finds(bands, "21.01", "2");
    assert_finds(bands, "23", "3");
    assert_finds(bands, "31", "above 5");
    assert_refused(marcon(), "E0103 3:20; E0103 4:20; E0103 5:20; E0103 6:20");
}

static void rounding_closes_only_the_gaps_finer_than_its_step(void **state)
{
    (void)state;
    pag_bands *bands = BANDS({.from = "-1", .to = "-0.5"}, {.from = "-0.49", .to = "41"},
                             {.from = "42", .to = "45"});
    bands->rounds = true;
    bands->round_step = number("0.01");
    assert_refused(bands, "E0103 3:20");
    assert_sentence(PAG_EN, NOTE, "example: a score of 41.01 would be in no band");
}

static void in_a_table_of_percentages_decimals_are_decimals_of_percent(void **state)
{
    (void)state;
    pag_bands *bands = BANDS({.below = "60%"}, {.from = "60%", .to = "94.99%"}, {.from = "95%"});
    bands->rounds = true;
    bands->round_step = number("0.01");
    assert_true(judge(bands));
    assert_true(pag_number_order(bands->round_step, number("0.0001")) == 0);
    assert_true(judge(bands)); /* once is enough */
    assert_true(pag_number_order(bands->round_step, number("0.0001")) == 0);
}

static void lower_bounds_may_be_strict(void **state)
{
    (void)state;
    pag_bands *bands = BANDS({.from = "0", .to = "60"}, {.above = "60", .to = "70"},
                             {.above = "70", .to = "80"}, {.above = "80", .to = "100"});
    assert_true(judge(bands));
    assert_finds(bands, "60", "0");
    assert_finds(bands, "60.01", "1");
    assert_finds(bands, "80", "2");
    assert_finds(bands, "80.005", "3");
}

static void upper_ends_alone_imply_where_the_next_row_begins(void **state)
{
    (void)state;
    pag_bands *bands = BANDS({.to = "41"}, {.to = "45"}, {.below = "50"}, {.to = "60"});
    assert_true(judge(bands));
    assert_true(bands->rows[1].low.implied);
    assert_false(bands->rows[1].low.inside);
    assert_true(bands->rows[3].low.inside);
    assert_finds(bands, "-5", "0");
    assert_finds(bands, "41", "0");
    assert_finds(bands, "41.5", "1");
    assert_finds(bands, "50", "3");
    assert_finds(bands, "61", "above 3");
}

static void lower_ends_alone_imply_where_the_row_before_ends(void **state)
{
    (void)state;
    pag_bands *bands = BANDS({.from = "0"}, {.from = "60"}, {.above = "95"});
    assert_true(judge(bands));
    assert_true(bands->rows[0].high.implied);
    assert_finds(bands, "59.99", "0");
    assert_finds(bands, "60", "1");
    assert_finds(bands, "95", "1");
    assert_finds(bands, "95.001", "2");
    assert_finds(bands, "1000", "2");
}

static void edges_may_be_percentages(void **state)
{
    (void)state;
    pag_bands *bands = BANDS({.below = "60%"}, {.from = "60%", .to = "94%"}, {.from = "95%"});
    bands->gaps = PAG_GAPS_REFUSE;
    assert_true(judge(bands));
    assert_finds(bands, "94.5%", "gap 1");
    assert_finds(bands, "95%", "2");
}

static void edges_of_two_kinds_are_refused(void **state)
{
    (void)state;
    assert_refused(BANDS({.below = "60%"}, {.from = "60", .to = "94%"}), "E0106 3:10 <- 2:20");
    assert_sentence(PAG_EN, MESSAGE,
                    "bands \"result_pay\" mix percentages and plain numbers: 60 and 60%");
}

static void an_edge_that_is_a_formula_is_judged_when_it_is_known(void **state)
{
    (void)state;
    size_t found;
    pag_bands *bands = BANDS({.below = "f"}, {.from = "f", .to = "90"}, {.above = "90"});
    assert_true(judge(bands));
    assert_false(bands->fixed);
    pag_number edges[] = {PAG_ZERO,     number("70"), number("70"),
                          number("90"), number("90"), PAG_ZERO};
    assert_int_equal(pag_bands_find(bands, edges, number("69"), &found), PAG_LOOKUP_FOUND);
    assert_int_equal(found, 0);
    edges[2] = number("65");
    assert_int_equal(pag_bands_find(bands, edges, number("69"), &found), PAG_LOOKUP_TWO);
    assert_int_equal(found, 1);
    assert_refused(BANDS({.below = "f"}, {.from = "f", .to = "90"}, {.from = "91"}), "E0103 3:20");
}

static void rows_that_overlap_are_refused_with_what_they_share(void **state)
{
    (void)state;
    assert_refused(BANDS({.from = "0", .to = "50"}, {.from = "41", .to = "60"}),
                   "E0102 3:10 <- 2:20");
    assert_sentence(PAG_EN, MESSAGE, "bands \"result_pay\" overlap: two rows hold 41 ≤ score ≤ 50");
}

static void an_edge_in_two_rows_is_an_overlap(void **state)
{
    (void)state;
    assert_refused(BANDS({.from = "0", .to = "40"}, {.from = "40", .to = "60"}),
                   "E0102 3:10 <- 2:20");
}

static void a_row_within_another_overlaps_and_makes_no_false_gap(void **state)
{
    (void)state;
    assert_refused(
        BANDS({.from = "0", .to = "100"}, {.from = "10", .to = "20"}, {.from = "30", .to = "40"}),
        "E0102 3:10 <- 2:20; E0102 4:10 <- 2:20");
}

static void a_row_that_holds_nothing_is_refused(void **state)
{
    (void)state;
    assert_refused(BANDS({.from = "0", .below = "0"}, {.from = "50", .to = "41"}),
                   "E0101 2:1; E0101 3:1");
    assert_sentence(PAG_EN, MESSAGE,
                    "bands \"result_pay\": this row holds no score: there is none with "
                    "0 ≤ score < 0");
}

static void the_same_row_twice_is_refused(void **state)
{
    (void)state;
    assert_refused(BANDS({.from = "0", .to = "40"}, {.from = "41", .below = "50.5"},
                         {.from = "0", .to = "40"}, {.from = "41", .below = "50.5"}),
                   "E0104 4:1 <- 2:1; E0104 5:1 <- 3:1");
    assert_sentence(PAG_EN, MESSAGE,
                    "bands \"result_pay\" have the same row twice: from = 0, to = 40");
}

static void rows_out_of_order_are_refused(void **state)
{
    (void)state;
    assert_refused(BANDS({.above = "80.5"}, {.above = "70", .to = "80.5"}, {.to = "70"}),
                   "E0105 3:1 <- 2:1");
    assert_sentence(PAG_EN, MESSAGE,
                    "bands \"result_pay\" are not in order: above = 70, to = \"80.5\" comes after "
                    "above = \"80.5\"");
}

static void upper_ends_out_of_order_are_refused(void **state)
{
    (void)state;
    assert_refused(BANDS({.to = "50"}, {.to = "41"}), "E0105 3:1 <- 2:1");
}

static void two_rows_without_an_edge_between_them_are_refused(void **state)
{
    (void)state;
    assert_refused(BANDS({.from = "0"}, {.to = "50"}), "E0107 3:1 <- 2:1");
}

static void a_table_needs_a_row(void **state)
{
    (void)state;
    assert_refused(bands_of(0, NULL), "E0108 1:1");
}

static void one_row_may_hold_everything(void **state)
{
    (void)state;
    pag_bands *bands = bands_of(1, (row[]){{NULL, NULL, NULL, NULL}});
    assert_true(judge(bands));
    assert_finds(bands, "-1000000", "0");
}

static void a_row_gives_one_value_or_several_by_key(void **state)
{
    (void)state;
    pag_give one[] = {{.text = PAG_STR("10%")}};
    pag_give several[] = {{.key = PAG_STR("class"), .text = PAG_STR("1")},
                          {.key = PAG_STR("units"), .text = PAG_STR("200")}};
    pag_band single = {.n_gives = 1, .gives = one}, many = {.n_gives = 2, .gives = several};
    assert_ptr_equal(pag_band_give(&single, PAG_STR("")), &one[0]);
    assert_null(pag_band_give(&single, PAG_STR("units")));
    assert_ptr_equal(pag_band_give(&many, PAG_STR("units")), &several[1]);
    assert_null(pag_band_give(&many, PAG_STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(whole_ends_leave_gaps_that_are_refused),
        TEST(a_band_may_reach_up_to_the_next),
        TEST(a_gap_without_policy_is_refused_with_an_example),
        TEST(a_gap_wider_than_a_decimal_may_be_a_row_that_was_left_out),
        TEST(every_gap_is_named),
        TEST(an_edge_that_nobody_holds_is_a_gap_too),
        TEST(two_decimals_leave_no_gap_when_the_score_is_rounded_to_them),
        TEST(rounding_closes_only_the_gaps_finer_than_its_step),
        TEST(in_a_table_of_percentages_decimals_are_decimals_of_percent),
        TEST(lower_bounds_may_be_strict),
        TEST(upper_ends_alone_imply_where_the_next_row_begins),
        TEST(lower_ends_alone_imply_where_the_row_before_ends),
        TEST(edges_may_be_percentages),
        TEST(edges_of_two_kinds_are_refused),
        TEST(an_edge_that_is_a_formula_is_judged_when_it_is_known),
        TEST(rows_that_overlap_are_refused_with_what_they_share),
        TEST(an_edge_in_two_rows_is_an_overlap),
        TEST(a_row_within_another_overlaps_and_makes_no_false_gap),
        TEST(a_row_that_holds_nothing_is_refused),
        TEST(the_same_row_twice_is_refused),
        TEST(rows_out_of_order_are_refused),
        TEST(upper_ends_out_of_order_are_refused),
        TEST(two_rows_without_an_edge_between_them_are_refused),
        TEST(a_table_needs_a_row),
        TEST(one_row_may_hold_everything),
        TEST(a_row_gives_one_value_or_several_by_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
