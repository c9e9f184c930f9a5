/* Reading numbers and dates: what is a number, and which error says what it was meant to be. */
#include "numbers.h"

typedef struct refused {
    const char *text;
    pag_number_error error;
} refused;

static void every_wrong_way_to_write_a_number_has_its_own_error(void **state)
{
    static const refused cases[] = {
        {"", PAG_NUMBER_SYNTAX},
        {"-", PAG_NUMBER_SYNTAX},
        {".5", PAG_NUMBER_SYNTAX},
        {"5.", PAG_NUMBER_SYNTAX},
        {"+5", PAG_NUMBER_SYNTAX},
        {"1 000", PAG_NUMBER_SYNTAX},
        {" 5", PAG_NUMBER_SYNTAX},
        {"5 ", PAG_NUMBER_SYNTAX},
        {"--5", PAG_NUMBER_SYNTAX},
        {"0.5/3", PAG_NUMBER_SYNTAX},
        {"1/-3", PAG_NUMBER_SYNTAX},
        {"1/3/5", PAG_NUMBER_SYNTAX},
        {"1/", PAG_NUMBER_SYNTAX},
        {"%", PAG_NUMBER_SYNTAX},
        {"10  %", PAG_NUMBER_SYNTAX},
        {"10%%", PAG_NUMBER_SYNTAX},
        {"0x10", PAG_NUMBER_SYNTAX},
        {"nan", PAG_NUMBER_SYNTAX},
        {"inf", PAG_NUMBER_SYNTAX},
        {"1.2.3", PAG_NUMBER_SYNTAX},
        {",5", PAG_NUMBER_SYNTAX},
        {"1e", PAG_NUMBER_SYNTAX},
        {"1.234,56 €", PAG_NUMBER_SYNTAX},
        {"1e3", PAG_NUMBER_EXPONENT},
        {"1e400", PAG_NUMBER_EXPONENT},
        {"-2.5E-10", PAG_NUMBER_EXPONENT},
        {"1e+3%", PAG_NUMBER_EXPONENT},
        {"012", PAG_NUMBER_ZEROS},
        {"00", PAG_NUMBER_ZEROS},
        {"-00.5", PAG_NUMBER_ZEROS},
        {"1/03", PAG_NUMBER_ZEROS},
        {"007%", PAG_NUMBER_ZEROS},
        {"8,5", PAG_NUMBER_COMMA},
        {"1.234,56", PAG_NUMBER_COMMA},
        {"1.234.567,89", PAG_NUMBER_COMMA},
        {"1,234.56", PAG_NUMBER_COMMA},
        {"1.234.567", PAG_NUMBER_COMMA},
        {"1,2,3", PAG_NUMBER_COMMA},
        {"12,5 %", PAG_NUMBER_COMMA},
        {"1/0", PAG_NUMBER_BY_ZERO},
        {"0/0", PAG_NUMBER_BY_ZERO},
        {"-1/0%", PAG_NUMBER_BY_ZERO},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pag_number x = number("42");
        pag_number_error error = pag_number_parse(&arena, pag_str_from(cases[i].text), &x);
        if (error != cases[i].error) print_message("text: '%s'\n", cases[i].text);
        assert_int_equal(error, cases[i].error);
        assert_true(x.bits == number("42").bits);
    }
    pag_number x;
    assert_int_equal(pag_number_parse(&arena, (pag_str){NULL, 0}, &x), PAG_NUMBER_SYNTAX);
    assert_int_equal(pag_number_parse(&arena, (pag_str){"1\0002", 3}, &x), PAG_NUMBER_SYNTAX);
}

static void an_italian_number_is_answered_with_how_to_write_it(void **state)
{
    static const char *cases[][2] = {
        {"8,5", "8.5"},
        {"1.234,56", "1234.56"},
        {"1.234.567,89", "1234567.89"},
        {"1,234.56", "1234.56"},
        {"1.234.567", "1234567"},
        {"1,234,567", "1234567"},
        {"-0,50", "-0.50"},
        {"12,5 %", "12.5 %"},
        {"12,5%", "12.5%"},
        {"34542,545", "34542.545"},
        {"1,234", "1.234"},
        {"12.34,5", ""},
        {"1.2345,6", ""},
        {"1,2,3", ""},
        {"5,", ""},
        {"012,5", ""},
        {"1.23,456,789", ""},
        {"1234.567,8", ""},
        {"abc", ""},
        {"8.5", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_text(pag_number_suggest(&arena, pag_str_from(cases[i][0])), cases[i][1]);
    }
    assert_text(pag_number_suggest(&arena, (pag_str){NULL, 0}), "");
    assert_text(pag_number_plain(&arena, number("1.234")), "1.234"); /* a number as it stands */
}

static void texts_of_a_hundred_digits_are_read_and_longer_ones_refused(void **state)
{
    char digits[102];
    pag_number x = PAG_ZERO;
    (void)state;
    memset(digits, '9', sizeof digits);
    assert_int_equal(pag_number_parse(&arena, (pag_str){digits, 100}, &x), PAG_NUMBER_OK);
    assert_true(pag_str_equal(pag_number_plain(&arena, x), (pag_str){digits, 100}));
    assert_int_equal(pag_number_parse(&arena, (pag_str){digits, 101}, &x), PAG_NUMBER_TOO_BIG);
    digits[50] = '/';
    assert_int_equal(pag_number_parse(&arena, (pag_str){digits, 101}, &x), PAG_NUMBER_OK);
    assert_true(x.bits == number("1").bits);
    digits[50] = '.';
    digits[99] = digits[100] = '0';
    assert_int_equal(pag_number_parse(&arena, (pag_str){digits, 101}, &x), PAG_NUMBER_OK);
    assert_true(pag_str_equal(pag_number_plain(&arena, x), (pag_str){digits, 99}));
    assert_int_equal(pag_number_parse(&arena, (pag_str){digits, 102}, &x), PAG_NUMBER_TOO_BIG);
}

static void only_real_days_are_dates(void **state)
{
    static const char *wrong[] = {
        "2024-02-30", "2023-02-29",  "2100-02-29", "1899-12-31", "3000-01-01", "2024-13-01",
        "2024-00-10", "2024-04-31",  "2024-01-00", "2024-1-1",   "24-01-01",   "2024/01/01",
        "31-12-2024", "2024-01-01 ", "",           "2024-01-0x", "-024-01-01"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        pag_number x = number("42");
        assert_int_equal(pag_date_parse(pag_str_from(wrong[i]), &x), PAG_NUMBER_NO_DATE);
        assert_true(x.bits == number("42").bits);
    }
    assert_same(difference(day("2000-02-29"), day("2000-02-28")), number("1"));
}

static void every_day_from_1900_to_2999_is_written_and_read_back(void **state)
{
    (void)state;
    pag_number at = day("1900-01-01"), last = day("2999-12-31"), one = number("1");
    size_t days = 1;
    for (; pag_number_order(at, last) < 0; days++) {
        at = sum(at, one);
        pag_number back = PAG_ZERO;
        assert_int_equal(pag_date_parse(pag_number_written(&arena, at), &back), PAG_NUMBER_OK);
        assert_true(back.bits == at.bits);
    }
    assert_int_equal(days, 401767); /* 1100 years with 267 leap days */
}

static void numbers_that_are_said_to_be_italian_are_respelled_and_never_guessed(void **state)
{
    static const char *const cases[][2] = {{"1.234", "1234"},
                                           {"1.234,50", "1234.50"},
                                           {"1234,50", "1234.50"},
                                           {"0,5", "0.5"},
                                           {"-12.345.678,9%", "-12345678.9%"},
                                           {"33,33 %", "33.33 %"},
                                           {"8", "8"},
                                           {"012,5", "012.5"},
                                           {"1/3", "1/3"},
                                           {"na", "na"},
                                           {"", ""},
                                           {"1 234", "1 234"},
                                           {"8.5", NULL},
                                           {"1234.50", NULL},
                                           {"1,234.50", NULL},
                                           {"1.23.456", NULL},
                                           {"1,2,3", NULL},
                                           {"5,", NULL},
                                           {"0.123", NULL},
                                           {"1234.567", NULL}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pag_str out;
        bool good = pag_number_from_italian(&arena, pag_str_from(cases[i][0]), &out);
        assert_int_equal(good, cases[i][1] != NULL);
        if (good && !pag_str_equal(out, pag_str_from(cases[i][1]))) fail_msg("%s", cases[i][0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_wrong_way_to_write_a_number_has_its_own_error),
        cmocka_unit_test(an_italian_number_is_answered_with_how_to_write_it),
        cmocka_unit_test(numbers_that_are_said_to_be_italian_are_respelled_and_never_guessed),
        cmocka_unit_test(texts_of_a_hundred_digits_are_read_and_longer_ones_refused),
        cmocka_unit_test(only_real_days_are_dates),
        cmocka_unit_test(every_day_from_1900_to_2999_is_written_and_read_back),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
