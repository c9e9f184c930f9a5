/* How a value of each type is written, which other spellings are refused with which help, and how
 * ids are made from names. */
#include "record_reading.h"

/* --- scalars --- */

static void each_type_is_written_in_its_way(void **state)
{
    (void)state;
    assert_takes(given("a", PAG_TYPE_TEXT), "a: Rio\n", "Rio", "Rio");
    assert_takes(given("a", PAG_TYPE_FLAG), "a: true\n", "true", "sì");
    assert_takes(given("a", PAG_TYPE_DATE), "a: 2024-02-29\n", "2024-02-29", "29/02/2024");
    assert_takes(given("a", PAG_TYPE_WHOLE), "a: 2024\n", "2024", "2024");
    assert_takes(given("a", PAG_TYPE_WHOLE), "a: -12000\n", "-12000", "-12.000");
    assert_takes(given("a", PAG_TYPE_NUMBER), "a: -8.5\n", "-8.5", "-8,5");
    assert_takes(given("a", PAG_TYPE_NUMBER), "a: 15/85\n", "3/17", "3/17");
    assert_takes(given("a", PAG_TYPE_POINTS), "a: '92.5'\n", "92.5", "92,5");
    assert_takes(given("a", PAG_TYPE_PERCENT), "a: 33.33%\n", "33.33", "33,33 %");
    assert_takes(given("a", PAG_TYPE_PERCENT), "a: 50 %\n", "50", "50 %");
    assert_takes(given("a", PAG_TYPE_PERCENT), "a: 1/4\n", "25", "25 %");
    assert_takes(given("a", PAG_TYPE_MONEY), "a: 3454.2\n", "3454.20", "3.454,20 €");
    assert_takes(given("a", PAG_TYPE_MONEY), "a: 0\n", "0.00", "0,00 €");
}

static void a_choice_is_one_of_its_words(void **state)
{
    (void)state;
    pag_choice words[] = {{.word = PAG_STR("none")}, {.word = PAG_STR("written")}};
    pag_cell cell = given("sanction", PAG_TYPE_CHOICE);
    cell.n_choices = 2;
    cell.choices = words;
    assert_takes(cell, "sanction: written\n", "written", "written");
    assert_refuses(cell, "sanction: writen\n", "E0238 1:11", "did you mean \"written\"?");
    assert_refuses(cell, "sanction: verbale\n", "E0262 1:11",
                   "write one of these: \"none\", \"written\"");
}

static void a_percentage_needs_its_sign(void **state)
{
    (void)state;
    pag_cell cell = given("share", PAG_TYPE_PERCENT);
    assert_refuses(cell, "share: 50\n", "E0227 1:8", "write 50%, or a fraction such as 1/3");
    assert_refuses(cell, "share: 0.5\n", "E0246 1:8", "write 50% or 0.5%, whichever is meant");
    assert_refuses(cell, "share: 1\n", "E0246 1:8", "write 100% or 1%, whichever is meant");
    assert_refuses(cell, "share: 0\n", "E0227 1:8", "write 0%, or a fraction such as 1/3");
    assert_refuses(given("a", PAG_TYPE_POINTS), "a: 8%\n", "E0247 1:4",
                   "write it without the sign, for example:  8");
    assert_refuses(given("a", PAG_TYPE_MONEY), "a: 8%\n", "E0247 1:4", NULL);
}

static void a_fraction_is_no_mark_and_no_amount(void **state)
{
    (void)state;
    assert_refuses(given("a", PAG_TYPE_POINTS), "a: 8/10\n", "E0248 1:4", NULL);
    assert_refuses(given("a", PAG_TYPE_MONEY), "a: 1/2\n", "E0248 1:4", NULL);
    assert_refuses(given("a", PAG_TYPE_WHOLE), "a: 4/2\n", "E0248 1:4", NULL);
}

static void numbers_in_other_spellings_are_refused_with_the_right_one(void **state)
{
    (void)state;
    pag_cell cell = given("fees", PAG_TYPE_MONEY);
    assert_refuses(cell, "fees: 1.843,50\n", "E0229 1:7", "write 1843.50");
    assert_refuses(cell, "fees: molto\n", "E0228 1:7", "write a number, for example:  1843.50");
    assert_refuses(cell, "fees: € 3\n", "E0228 1:7", NULL);
    assert_refuses(cell, "fees: 1/0\n", "E0228 1:7", NULL);
    assert_refuses(cell, "fees: 1e3\n", "E0230 1:7", NULL);
    assert_refuses(cell, "fees: 008.50\n", "E0257 1:7", "write 8.50");
    assert_refuses(cell, "fees: -008.50\n", "E0232 1:7", NULL);
    assert_refuses(cell, "fees: 00\n", "E0257 1:7", "write 0");
}

static void signs_that_no_keyboard_has_are_named(void **state)
{
    (void)state;
    pag_cell fees = given("fees", PAG_TYPE_MONEY), share = given("share", PAG_TYPE_PERCENT);
    assert_refuses(fees, "fees: \u2212612.00\n", "E0232 1:7", NULL);
    assert_refuses(fees, "fees: 1\u00a0843.50\n", "E0299 1:7", "write 1843.50 by hand, without it");
    assert_refuses(fees, "fees: 1\u202f843,50\n", "E0299 1:7", "write 1843.50 by hand, without it");
    assert_refuses(share, "share: 30\uff05\n", "E0298 1:8",
                   "write 30% by hand; word processors change such signs on their own");
    assert_refuses(share, "share: 4\u20136\n", "E0228 1:8", NULL);
    assert_refuses(given("a", PAG_TYPE_DATE), "a: 2023\u201312\u201331\n", "E0298 1:4",
                   "write 2023-12-31 by hand; word processors change such signs on their own");
    assert_refuses(given("a", PAG_TYPE_DATE), "a: 31\u201112\u20112023\n", "E0290 1:4", NULL);
}

static void an_amount_has_two_decimals_at_most(void **state)
{
    (void)state;
    pag_cell cell = given("fees", PAG_TYPE_MONEY);
    assert_refuses(cell, "fees: 1.50000\n", "E0231 1:7", NULL);
    assert_refuses(cell, "fees: 1.000\n", "E0253 1:7", NULL); /* a thousand, or one? */
    assert_refuses(cell, "fees: 1843.5051\n", "E0231 1:7",
                   "write it to the cent; the nearest is 1843.51");
    assert_refuses(cell, "fees: 52.318\n", "E0253 1:7",
                   "write 52318 if the point separates thousands, or 52.32 to the cent");
}

static void a_whole_number_has_no_point(void **state)
{
    (void)state;
    pag_cell cell = given("days", PAG_TYPE_WHOLE);
    assert_refuses(cell, "days: 8.5\n", "E0235 1:7", NULL);
    assert_refuses(cell, "days: 1.000\n", "E0235 1:7", NULL); /* a thousand days, or one? */
}

static void dates_and_flags_have_one_spelling(void **state)
{
    (void)state;
    assert_refuses(given("a", PAG_TYPE_DATE), "a: 31/12/2024\n", "E0290 1:4", NULL);
    assert_refuses(given("a", PAG_TYPE_DATE), "a: 2023-02-29\n", "E0289 1:4", NULL);
    assert_refuses(given("a", PAG_TYPE_DATE), "a: 06/30/2024\n", "E0236 1:4", NULL);
    assert_refuses(given("a", PAG_TYPE_DATE), "a: 2024-13-31\n", "E0236 1:4", NULL);
    assert_refuses(given("a", PAG_TYPE_FLAG), "a: sì\n", "E0237 1:4", NULL);
    assert_refuses(given("a", PAG_TYPE_FLAG), "a: 1\n", "E0237 1:4", NULL);
}

static void bounds_hold_with_their_edges(void **state)
{
    (void)state;
    pag_cell cell = given("score", PAG_TYPE_POINTS);
    cell.min = bound("2");
    cell.max = bound("10");
    cell.step = bound("0.5");
    assert_takes(cell, "score: 2\n", "2", "2");
    assert_takes(cell, "score: 10\n", "10", "10");
    assert_refuses(cell, "score: 1.5\n", "E0232 1:8", NULL);
    assert_sentence(PAG_EN, MESSAGE, "\"score\" is 1.5, below the least, 2");
    assert_refuses(cell, "score: 10.5\n", "E0233 1:8", NULL);
    assert_refuses(cell, "score: 7.25\n", "E0234 1:8", "write a multiple of 0.5");
}

static void what_is_given_is_not_below_zero_unless_the_pack_says_so(void **state)
{
    (void)state;
    pag_cell cell = given("a", PAG_TYPE_MONEY);
    assert_refuses(cell, "a: -1\n", "E0232 1:4", NULL);
    assert_sentence(PAG_EN, MESSAGE, "\"a\" is -1, below the least, 0.00");
    assert_refuses(given("a", PAG_TYPE_PERCENT), "a: -1%\n", "E0232 1:4", NULL);
    assert_refuses(given("a", PAG_TYPE_POINTS), "a: -1\n", "E0232 1:4", NULL);
    cell.min = bound("-100");
    assert_takes(cell, "a: -99.99\n", "-99.99", "-99,99 €");
}

static void a_computed_number_is_held_to_the_same_bounds(void **state)
{
    (void)state;
    pag_cell cell = given("total", PAG_TYPE_POINTS);
    cell.origin = PAG_COMPUTED;
    cell.max = bound("100");
    pag_pos pos = {1, 1, 1, 1};
    assert_true(pag_value_within(&arena, diags, &cell, number("-3"), pos));
    assert_false(pag_value_within(&arena, diags, &cell, number("100.01"), pos));
    assert_said("E0233 1:1");
}

/* --- ids --- */

static void an_id_is_lower_case_without_accents(void **state)
{
    (void)state;
    assert_text(pag_id_from(&arena, PAG_STR("Castel Rio")), "castel-rio");
    assert_text(pag_id_from(&arena, PAG_STR("  Città — (Bassa)  ")), "citta-bassa");
    assert_text(pag_id_from(&arena, PAG_STR("Forlì/Cesena n. 2")), "forli-cesena-n-2");
    assert_text(pag_id_from(&arena, PAG_STR("Straße Ǆ ﬁne")), "strasse-dz-fine");
    assert_text(pag_id_from(&arena, PAG_STR("e\xCC\x80"
                                            "a")),
                "ea"); /* the accent apart */
    assert_text(pag_id_from(&arena, PAG_STR("a\xFF"
                                            "b")),
                "a-b");
    assert_text(pag_id_from(&arena, PAG_STR("—")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_type_is_written_in_its_way),
        TEST(a_choice_is_one_of_its_words),
        TEST(a_percentage_needs_its_sign),
        TEST(a_fraction_is_no_mark_and_no_amount),
        TEST(numbers_in_other_spellings_are_refused_with_the_right_one),
        TEST(signs_that_no_keyboard_has_are_named),
        TEST(an_amount_has_two_decimals_at_most),
        TEST(a_whole_number_has_no_point),
        TEST(dates_and_flags_have_one_spelling),
        TEST(bounds_hold_with_their_edges),
        TEST(what_is_given_is_not_below_zero_unless_the_pack_says_so),
        TEST(a_computed_number_is_held_to_the_same_bounds),
        TEST(an_id_is_lower_case_without_accents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
