/* What is wrong with a day that is none, and what to write instead: the same day in the order that
 * files have, or the last one of a month that is shorter than somebody thought. */
#include "base/text.h"
#include "schema/reader.h"

enum { PARTS = 3, MOST_DIGITS = 4 };

static bool is_mark(char c)
{
    return c == '-' || c == '/' || c == '.';
}

/* "30/06/2024", "1.7.2024": three numbers with marks between them; false for anything else. */
static bool cut(pag_str text, pag_str parts[PARTS])
{
    size_t n = 0, from = 0;
    for (size_t i = 0; i <= text.len; i++) {
        bool ends = i == text.len || is_mark(text.at[i]);
        if (!ends && (text.at[i] < '0' || text.at[i] > '9')) return false;
        if (!ends) continue;
        if (n == PARTS || i == from || i - from > MOST_DIGITS) return false;
        parts[n++] = (pag_str){text.at + from, i - from};
        from = i + 1;
    }
    return n == PARTS;
}

static pag_str two_digits(pag_arena *arena, pag_str digits)
{
    return digits.len == 1 ? pag_text_join(arena, 2, PAG_STR("0"), digits) : digits;
}

static pag_str written(pag_arena *arena, pag_str year, pag_str month, pag_str day)
{
    return pag_text_join(arena, 5, year, PAG_STR("-"), two_digits(arena, month), PAG_STR("-"),
                         two_digits(arena, day));
}

static bool is_day(pag_str text)
{
    pag_number ignored;
    return pag_date_parse(text, &ignored) == PAG_NUMBER_OK;
}

/* Of the month; empty when there is no such month. */
static pag_str last_day(pag_arena *arena, pag_str year, pag_str month)
{
    static const pag_str days[] = {{"31", 2}, {"30", 2}, {"29", 2}, {"28", 2}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        const pag_str day = written(arena, year, month, days[i]);
        if (is_day(day)) return day;
    }
    return PAG_STR("");
}

static bool is_beyond_its_month(pag_str day)
{
    return pag_str_equal(day, PAG_STR("29")) || pag_str_equal(day, PAG_STR("30")) ||
           pag_str_equal(day, PAG_STR("31"));
}

bool pag_scalar_no_day(const pag_scalar *s)
{
    pag_arena *arena = s->reader->arena;
    const pag_str none = PAG_STR("");
    pag_source_cell cell;
    pag_str part[PARTS];
    if (pag_scalar_is_typeset_day(s)) return false;
    if (cut(s->text, part)) {
        const bool first = part[0].len == MOST_DIGITS; /* the year */
        const pag_str year = part[first ? 0 : 2], month = part[1], day = part[first ? 2 : 0];
        const pag_str meant = written(arena, year, month, day);
        if (is_day(meant)) return pag_scalar_tell(s, PAG_E0290, meant, none);
        const pag_str last = is_beyond_its_month(day) ? last_day(arena, year, month) : none;
        if (last.len) return pag_scalar_tell(s, PAG_E0289, last, none);
    }
    bool italian = pag_said_in_table(s->reader, s->pos, &cell) && cell.commas;
    return pag_scalar_tell(s, italian ? PAG_E1150 : PAG_E0236, none, none);
}
