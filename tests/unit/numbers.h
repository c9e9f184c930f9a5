/* What the tests about numbers share: an arena, numbers written as texts, and equality that says
 * what differs. */
#ifndef TESTS_UNIT_NUMBERS_H
#define TESTS_UNIT_NUMBERS_H

#include "base/text.h"
#include "number/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static pag_arena arena;

static inline int set_up(void **state)
{
    (void)state;
    pag_arena_init(&arena, pag_heap(), 0);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    pag_arena_drop(&arena);
    return 0;
}

static inline pag_number number(const char *text)
{
    pag_number x = PAG_ZERO;
    assert_int_equal(pag_number_parse(&arena, pag_str_from(text), &x), PAG_NUMBER_OK);
    return x;
}

static inline pag_number number_in(const char *text, pag_unit unit)
{
    return pag_number_with_unit(&arena, number(text), unit);
}

static inline pag_number money(const char *text)
{
    return number_in(text, PAG_MONEY);
}

static inline pag_number day(const char *text)
{
    pag_number x = PAG_ZERO;
    assert_int_equal(pag_date_parse(pag_str_from(text), &x), PAG_NUMBER_OK);
    return x;
}

typedef pag_number_error (*operation)(pag_arena *, pag_number *, pag_number, pag_number);

static inline pag_number result(operation of, pag_number a, pag_number b)
{
    pag_number x = PAG_ZERO;
    assert_int_equal(of(&arena, &x, a, b), PAG_NUMBER_OK);
    return x;
}

static inline pag_number sum(pag_number a, pag_number b)
{
    return result(pag_number_add, a, b);
}

static inline pag_number difference(pag_number a, pag_number b)
{
    return result(pag_number_subtract, a, b);
}

static inline pag_number product(pag_number a, pag_number b)
{
    return result(pag_number_multiply, a, b);
}

static inline pag_number quotient(pag_number a, pag_number b)
{
    return result(pag_number_divide, a, b);
}

/* The two lowest bits, as the header promises them. */
static inline bool is_big(pag_number x)
{
    return (x.bits & 3) == 2;
}

/* The same value with the same unit; bit for bit, unless they are big. */
static inline void assert_same(pag_number x, pag_number expected)
{
    assert_string_equal(pag_number_plain(&arena, x).at, pag_number_plain(&arena, expected).at);
    assert_int_equal(pag_number_unit(x), pag_number_unit(expected));
    if (!is_big(x)) assert_true(x.bits == expected.bits);
}

static inline void assert_text(pag_str text, const char *expected)
{
    assert_string_equal(pag_arena_copy(&arena, text).at, expected);
}

#endif
