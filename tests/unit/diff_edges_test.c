/* Edges of rows that move: each threshold is an edit, and more than one only where it must be. */
#include "diffs.h"

#define FIVE(a, b, c, d, e, f)                                                                     \
    TABLE("{ from = 0, to = " a ", give = \"0%\" }, { from = " b ", to = " c                       \
          ", give = \"4%\" }, { from = " d ", to = " e ", give = \"6%\" }, { from = " f            \
          ", to = 100, give = \"8%\" },")                                                          \
    PERSON("\"10%\"")
#define BEFORE FIVE("40", "41", "50", "51", "70", "71")

static void thresholds_are_edits_of_their_own(void **state)
{
    (void)state;
    pag_diff *diff = compared(BEFORE, FIVE("30", "31", "50", "51", "60", "61"));
    assert_int_equal(diff->n_edits, 2);
    assert_edit(diff, 0, "fasce, from = 0, to = 40: to", PAG_DIFF_RANGES);
    assert_edit(diff, 1, "fasce, from = 51, to = 70: to", PAG_DIFF_RANGES);
    assert_int_equal(diff->edits[0].n, 2);
    assert_int_equal(diff->edits[1].n, 2);
    done_with(diff);
}

/* Also where those of one row move both. */
static void both_ends_of_a_row_are_two_edits(void **state)
{
    (void)state;
    pag_diff *diff = compared(BEFORE, FIVE("30", "31", "60", "61", "80", "81"));
    assert_int_equal(diff->n_edits, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(diff->edits[i].n, 2);
        assert_int_equal(diff->edits[i].n_ranges, 1);
        assert_true(diff->edits[i].alone);
    }
    done_with(diff);
}

/* 40/41 cannot go up to 60/61 while the next row ends with 50, and so on. */
static void thresholds_that_cross_are_one_edit(void **state)
{
    (void)state;
    pag_diff *diff = compared(BEFORE, FIVE("60", "61", "65", "66", "67", "68"));
    assert_int_equal(diff->n_edits, 2);
    assert_int_equal(diff->edits[0].n, 4);
    assert_int_equal(diff->edits[1].n, 2);
    done_with(diff);
    diff = compared(FIVE("60", "61", "65", "66", "67", "68"), BEFORE);
    assert_int_equal(diff->n_edits, 2);
    assert_int_equal(diff->edits[0].n, 4);
    done_with(diff);
    diff = compared(BEFORE, FIVE("55", "56", "75", "76", "80", "81"));
    assert_int_equal(diff->n_edits, 1);
    assert_int_equal(diff->edits[0].n, 6);
    assert_true(diff->edits[0].alone);
    done_with(diff);
}

/* A row with one score in it is no empty one. */
static void thresholds_that_meet_are_two_edits(void **state)
{
    (void)state;
    pag_diff *diff = compared(BEFORE, FIVE("49", "50", "60", "61", "70", "71"));
    assert_int_equal(diff->n_edits, 2);
    assert_true(diff->edits[0].alone && diff->edits[1].alone);
    done_with(diff);
    diff = compared(BEFORE, FIVE("50", "51", "60", "61", "70", "71"));
    assert_int_equal(diff->n_edits, 1);
    done_with(diff);
}

#define ENDS(a, b)                                                                                 \
    TABLE("{ to = " a ", give = \"0%\" }, { to = " b ", give = \"4%\" }, { give = \"6%\" },")      \
    PERSON("\"10%\"")
#define BEGINS(a, b)                                                                               \
    TABLE("{ from = 0, give = \"0%\" }, { from = " a ", give = \"4%\" }, { from = " b              \
          ", give = \"6%\" },")                                                                    \
    PERSON("\"10%\"")

/* Where a row does not say one of its ends, the row beside it does. */
static void an_end_that_is_not_written_is_that_of_the_row_beside(void **state)
{
    (void)state;
    static const struct {
        const char *before, *after;
        size_t n;
    } cases[] = {
        {ENDS("40", "60"), ENDS("30", "70"), 2},     {ENDS("40", "60"), ENDS("60", "70"), 1},
        {ENDS("40", "60"), ENDS("30", "40"), 1},     {BEGINS("40", "60"), BEGINS("30", "70"), 2},
        {BEGINS("40", "60"), BEGINS("60", "70"), 1}, {BEGINS("40", "60"), BEGINS("30", "40"), 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pag_diff *diff = compared(cases[i].before, cases[i].after);
        assert_int_equal(diff->n_edits, cases[i].n);
        for (size_t k = 0; k < diff->n_edits; k++) assert_true(diff->edits[k].alone);
        done_with(diff);
    }
}

/* A row that comes goes with the thresholds on both sides of it, and with no other. */
static void a_row_that_comes_takes_no_other_threshold(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(BEFORE, TABLE("{ from = 0, to = 30, give = \"0%\" }, { from = 31, to = 40, give "
                               "= \"2%\" }, { from = 41, to = 50, give = \"4%\" }, { from = 51, "
                               "to = 80, give = \"6%\" }, { from = 81, to = 100, give = \"8%\" },")
                             PERSON("\"10%\""));
    assert_int_equal(diff->n_edits, 2);
    assert_edit(diff, 0, "fasce, from = 0, to = 40: to", PAG_DIFF_RANGES);
    assert_edit(diff, 1, "fasce, from = 51, to = 70: to", PAG_DIFF_RANGES);
    done_with(diff);
}

#define HALF_OPEN(a, b, c, second)                                                                 \
    TABLE("{ below = " a ", give = \"0%\" }, { from = " a ", below = " b ", give = \"" second      \
          "%\" }, { from = " b ", below = " c ", give = \"6%\" }, { from = " c                     \
          ", give = \"8%\" },")                                                                    \
    PERSON("\"10%\"")

/* That a row begins now where another began says less than that it gives the same. */
static void rows_are_known_by_what_they_give(void **state)
{
    (void)state;
    pag_diff *diff = compared(HALF_OPEN("15", "45", "95", "4"), HALF_OPEN("45", "65", "85", "5"));
    assert_int_equal(diff->n_edits, 3);
    assert_edit(diff, 0, "fasce, below = 15: below", PAG_DIFF_RANGES);
    assert_edit(diff, 1, "fasce, from = 15, below = 45: give", PAG_DIFF_RANGES);
    assert_edit(diff, 2, "fasce, from = 45, below = 95: below", PAG_DIFF_RANGES);
    done_with(diff);
}

/* One loses by one threshold, and one gains by another. */
static void each_threshold_is_charged_what_it_causes(void **state)
{
    (void)state;
    pag_diff *diff = compared(BEFORE, FIVE("30", "31", "50", "51", "80", "81"));
    assert_int_equal(cost(diff, "one:\n"
                                "  - {name: Anna, score: 80, base: 1000.00}\n"
                                "  - {name: Bruno, score: 40, base: 1000.00}\n"),
                     PAG_OK);
    assert_int_equal(diff->n_charges, 2);
    assert_string_equal(money(diff->charges[0].amount), "4.00");
    assert_string_equal(money(diff->charges[1].amount), "-2.00");
    assert_adds_up(diff);
    done_with(diff);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(thresholds_are_edits_of_their_own),
        TEST(both_ends_of_a_row_are_two_edits),
        TEST(thresholds_that_cross_are_one_edit),
        TEST(thresholds_that_meet_are_two_edits),
        TEST(an_end_that_is_not_written_is_that_of_the_row_beside),
        TEST(a_row_that_comes_takes_no_other_threshold),
        TEST(rows_are_known_by_what_they_give),
        TEST(each_threshold_is_charged_what_it_causes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
