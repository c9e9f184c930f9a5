/* Days of the calendar: the Gregorian one, carried back before it was invented, counted from
 * 1970-01-01. No time of day, no time zone, no C library. */
#include "number/internal.h"

enum { CIVIL_LAST = 9999 };
enum { DAYS_BEFORE_1970 = 719162, DAYS_OF_400_YEARS = 146097 };

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Days from 0001-01-01 to January 1 of the year. */
static int days_before_year(int year)
{
    int y = year - 1;
    return 365 * y + y / 4 - y / 100 + y / 400;
}

static int days_of(pag_civil date)
{
    int days = days_before_year(date.year) - DAYS_BEFORE_1970;
    for (int m = 1; m < date.month; m++) days += days_of_month(date.year, m);
    return days + date.day - 1;
}

bool pag_date_civil(pag_number x, pag_civil *out)
{
    int64_t n;
    if (!pag_number_to_whole(x, &n)) return false;
    if (n < -DAYS_BEFORE_1970 || n >= days_before_year(CIVIL_LAST + 1) - DAYS_BEFORE_1970) {
        return false;
    }
    int days = (int)n + DAYS_BEFORE_1970;
    int year = (int)((int64_t)days * 400 / DAYS_OF_400_YEARS) + 1; /* off by one at most */
    while (days < days_before_year(year)) year--;
    while (days >= days_before_year(year + 1)) year++;
    days -= days_before_year(year);
    int month = 1;
    for (; days >= days_of_month(year, month); month++) days -= days_of_month(year, month);
    *out = (pag_civil){year, month, days + 1};
    return true;
}

bool pag_date_is_real(pag_number x)
{
    pag_civil c;
    return pag_date_civil(x, &c) && c.year >= PAG_YEAR_FIRST && c.year <= PAG_YEAR_LAST;
}

/* The number in text[from, to), or -1 when it is not all digits. */
static int digits(pag_str text, size_t from, size_t to)
{
    int n = 0;
    for (size_t i = from; i < to; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return -1;
        n = n * 10 + (text.at[i] - '0');
    }
    return n;
}

pag_number_error pag_date_parse(pag_str text, pag_number *out)
{
    if (text.len != 10 || text.at[4] != '-' || text.at[7] != '-') return PAG_NUMBER_NO_DATE;
    pag_civil c = {digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)};
    if (c.year < PAG_YEAR_FIRST || c.year > PAG_YEAR_LAST || c.month < 1 || c.month > 12) {
        return PAG_NUMBER_NO_DATE;
    }
    if (c.day < 1 || c.day > days_of_month(c.year, c.month)) return PAG_NUMBER_NO_DATE;
    *out = pag_decimal_pack(days_of(c), 0, PAG_DATE);
    return PAG_NUMBER_OK;
}

pag_number pag_date_of_year(int64_t year, bool last)
{
    if (year < PAG_YEAR_FIRST) year = PAG_YEAR_FIRST;
    if (year > PAG_YEAR_LAST) year = PAG_YEAR_LAST;
    pag_civil day = {(int)year, last ? 12 : 1, last ? 31 : 1};
    return pag_decimal_pack(days_of(day), 0, PAG_DATE);
}

int64_t pag_date_year(pag_number day)
{
    pag_civil c;
    return pag_date_civil(day, &c) ? c.year : 0;
}
