/* How numbers are written: for machines, for the files an administrator edits, for people. */
#include "numbers.h"

typedef struct written {
    const char *text;
    pag_unit unit;
    const char *plain, *written, *people;
} written;

static const written cases[] = {
    {"0", PAG_PLAIN, "0", "0", "0"},
    {"86", PAG_POINTS, "86", "86", "86"},
    {"-8.5", PAG_PLAIN, "-8.5", "-8.5", "-8,5"},
    {"0.05", PAG_PLAIN, "0.05", "0.05", "0,05"},
    {"1/3", PAG_PLAIN, "1/3", "1/3", "1/3"},
    {"-2/3", PAG_PLAIN, "-2/3", "-2/3", "-2/3"},
    {"2024", PAG_PLAIN, "2024", "2024", "2024"},
    {"9999.5", PAG_PLAIN, "9999.5", "9999.5", "9999,5"},
    {"10000", PAG_PLAIN, "10000", "10000", "10.000"},
    {"-1234567.25", PAG_POINTS, "-1234567.25", "-1234567.25", "-1.234.567,25"},
    {"0", PAG_MONEY, "0.00", "0.00", "0,00 €"},
    {"1234.56", PAG_MONEY, "1234.56", "1234.56", "1.234,56 €"},
    {"3454.2", PAG_MONEY, "3454.20", "3454.20", "3.454,20 €"},
    {"34542.545", PAG_MONEY, "34542.545", "34542.545", "34.542,545 €"},
    {"-0.01", PAG_MONEY, "-0.01", "-0.01", "-0,01 €"},
    {"999", PAG_MONEY, "999.00", "999.00", "999,00 €"},
    {"100000", PAG_MONEY, "100000.00", "100000.00", "100.000,00 €"},
    {"10/3", PAG_MONEY, "10/3", "10/3", "3,3333… €"},
    {"7092859/300", PAG_MONEY, "7092859/300", "7092859/300", "23.642,8633… €"},
    {"-1/300000", PAG_MONEY, "-1/300000", "-1/300000", "-0,0000… €"},
    {"3/14", PAG_POINTS, "3/14", "3/14", "0,2142…"},
    {"3001/6", PAG_POINTS, "3001/6", "3001/6", "500,1666…"},
    {"0", PAG_PERCENT, "0", "0%", "0 %"},
    {"0.1", PAG_PERCENT, "10", "10%", "10 %"},
    {"0.125", PAG_PERCENT, "12.5", "12.5%", "12,5 %"},
    {"0.0005", PAG_PERCENT, "0.05", "0.05%", "0,05 %"},
    {"-1", PAG_PERCENT, "-100", "-100%", "-100 %"},
    {"123.4", PAG_PERCENT, "12340", "12340%", "12.340 %"},
    {"1/3", PAG_PERCENT, "100/3", "1/3", "1/3"},
    {"1/12", PAG_PERCENT, "25/3", "1/12", "1/12"},
    {"1/300", PAG_PERCENT, "1/3", "1/300", "0,3333… %"},
    {"31/38", PAG_PERCENT, "1550/19", "31/38", "81,5789… %"},
    {"-1/13", PAG_PERCENT, "-100/13", "-1/13", "-7,6923… %"},
    {"1/524288", PAG_PLAIN, "0.0000019073486328125", "0.0000019073486328125",
     "0,0000019073486328125"},
    {"12345678901234567890.5", PAG_MONEY, "12345678901234567890.50", "12345678901234567890.50",
     "12.345.678.901.234.567.890,50 €"},
    {"-98765432109876543210/7", PAG_PLAIN, "-98765432109876543210/7", "-98765432109876543210/7",
     "-98765432109876543210/7"},
    {"98765432109876543211/3", PAG_PERCENT, "9876543210987654321100/3", "98765432109876543211/3",
     "98765432109876543211/3"},
};

static void each_reader_gets_numbers_in_the_form_that_suits(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pag_number x = number_in(cases[i].text, cases[i].unit);
        assert_text(pag_number_plain(&arena, x), cases[i].plain);
        assert_text(pag_number_written(&arena, x), cases[i].written);
        assert_text(pag_number_people(&arena, x), cases[i].people);
    }
}

static void what_is_written_in_a_file_is_read_back_as_the_same_number(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pag_number x = number_in(cases[i].text, cases[i].unit), back = PAG_ZERO;
        pag_str text = pag_number_written(&arena, x);
        assert_int_equal(pag_number_parse(&arena, text, &back), PAG_NUMBER_OK);
        assert_int_equal(pag_number_order(back, x), 0);
        bool signed_percent = pag_str_ends(text, PAG_STR("%"));
        assert_int_equal(pag_number_unit(back), signed_percent ? PAG_PERCENT : PAG_PLAIN);
    }
}

static void dates_are_written_for_machines_and_for_italians(void **state)
{
    (void)state;
    assert_text(pag_number_plain(&arena, day("2024-02-09")), "2024-02-09");
    assert_text(pag_number_written(&arena, day("2024-02-09")), "2024-02-09");
    assert_text(pag_number_people(&arena, day("2024-02-09")), "09/02/2024");
    assert_text(pag_number_people(&arena, number_in("0", PAG_DATE)), "01/01/1970");
    assert_text(pag_number_plain(&arena, number_in("-719162", PAG_DATE)), "0001-01-01");
    assert_text(pag_number_plain(&arena, number_in("2932896", PAG_DATE)), "9999-12-31");
}

static void a_date_outside_the_calendar_is_written_as_the_number_it_is(void **state)
{
    (void)state;
    assert_text(pag_number_plain(&arena, number_in("2932897", PAG_DATE)), "2932897");
    assert_text(pag_number_plain(&arena, number_in("-719163", PAG_DATE)), "-719163");
    assert_text(pag_number_plain(&arena, number_in("0.5", PAG_DATE)), "0.5");
    assert_text(pag_number_people(&arena, number_in("1/3", PAG_DATE)), "1/3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_reader_gets_numbers_in_the_form_that_suits),
        cmocka_unit_test(what_is_written_in_a_file_is_read_back_as_the_same_number),
        cmocka_unit_test(dates_are_written_for_machines_and_for_italians),
        cmocka_unit_test(a_date_outside_the_calendar_is_written_as_the_number_it_is),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
