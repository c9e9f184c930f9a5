/* Exact numbers with a unit: the one number type from the scalar in a file to the printed cent.
 *
 * A number is a rational: a decimal or a fraction held in 64 bits, or, where neither fits, a big
 * one in an arena. Every value has exactly one form, so two numbers that are not big are equal when
 * their bits are. No binary floating point anywhere, no dependence on the locale.
 *
 * Layout of `bits`: 0–1 form (0 decimal, 1 fraction, 2 big, 3 reserved for the script room, never a
 * number), 2–4 unit (6 and 7 are the bind room's, never seen here), then: decimal: k in 5–8, n
 * signed in 9–63, value n/10^k, k minimal · fraction: d in 5–24 (20 bits), n signed in 25–63,
 * reduced, d > 0, only where no decimal fits · big: an address. 64-bit platforms only.
 *
 * Big numbers live in the arena given to the operation and die with it; the others are plain
 * values. An arena that is full calls its fail handler (base/arena.h) and does not return here. */
#ifndef PAG_NUMBER_NUMBER_H
#define PAG_NUMBER_NUMBER_H

#include "pagella/base.h"

struct pag_arena;

/* What a number counts. Percent holds the plain ratio: 10 % is 1/10 with unit PAG_PERCENT. A date
 * is the number of days since 1970-01-01 with unit PAG_DATE. */
typedef enum pag_unit { PAG_PLAIN, PAG_PERCENT, PAG_MONEY, PAG_POINTS, PAG_DATE } pag_unit;

typedef struct pag_number {
    uint64_t bits;
} pag_number;

#define PAG_ZERO ((pag_number){0}) /* the plain zero */

typedef enum pag_number_error {
    PAG_NUMBER_OK,
    PAG_NUMBER_UNITS,    /* the units do not go together */
    PAG_NUMBER_BY_ZERO,  /* division by zero */
    PAG_NUMBER_TOO_BIG,  /* over 2048 bits above or below the line, or 100 digits of text */
    PAG_NUMBER_SYNTAX,   /* the text is no number at all */
    PAG_NUMBER_COMMA,    /* 8,5 or 1.234,56: the Italian form */
    PAG_NUMBER_EXPONENT, /* 1e3 */
    PAG_NUMBER_ZEROS,    /* 012 */
    PAG_NUMBER_NO_DATE   /* 2024-02-30, or not a date at all */
} pag_number_error;

pag_unit pag_number_unit(pag_number x);
/* The same value, counted otherwise. A big is copied into the arena, whatever its unit. */
pag_number pag_number_with_unit(struct pag_arena *arena, pag_number x, pag_unit unit);

pag_number pag_number_whole(struct pag_arena *arena, int64_t n); /* plain */

/* Reads the whole of `text`: one optional '-', digits, optional '.' and digits, or digits '/'
 * digits; then optionally '%' (one blank may stand before it), which makes PAG_PERCENT; otherwise
 * the number is plain. `*out` is untouched after an error. */
pag_number_error pag_number_parse(struct pag_arena *arena, pag_str text, pag_number *out);
/* For PAG_NUMBER_COMMA: the same number as it must be written ("8.5", "1234.56"), in the arena;
 * empty when the text cannot be understood. */
pag_str pag_number_suggest(struct pag_arena *arena, pag_str text);
/* A text of a file that says that its numbers are Italian, as pag_number_parse reads it: "1.234" is
 * "1234" and "8,5" is "8.5". What is not made of digits, dots and commas stays as it is. False for
 * other digits, dots and commas than Italians write ("8.5"). */
bool pag_number_from_italian(struct pag_arena *arena, pag_str text, pag_str *out);
/* A real day of the calendar in the form 2024-12-31, from year 1900 to 2999. */
pag_number_error pag_date_parse(pag_str text, pag_number *out);

enum { PAG_YEAR_FIRST = 1900, PAG_YEAR_LAST = 2999 };
/* The first or the last day of a year from 1900 to 2999; outside, of the nearest of these. */
pag_number pag_date_of_year(int64_t year, bool last);
/* The year that a day lies in; 0 for what is no day of the years 1 to 9999. */
int64_t pag_date_year(pag_number day);

/* The result in `*out`, untouched after an error. + and − and order need the same unit. Two dates
 * subtract to a plain number of days; a date plus or minus a plain number is a date. In × at most
 * one operand may have a unit other than percent and plain; percent × plain and percent × percent
 * are percent. In ÷ like by like is plain, anything by percent or plain keeps its unit. Dates only
 * subtract, shift and compare; PAG_NUMBER_NO_DATE when a shifted date is no whole day of the years
 * 1900 to 2999. */
pag_number_error pag_number_add(struct pag_arena *, pag_number *out, pag_number a, pag_number b);
pag_number_error pag_number_subtract(struct pag_arena *, pag_number *out, pag_number a,
                                     pag_number b);
pag_number_error pag_number_multiply(struct pag_arena *, pag_number *out, pag_number a,
                                     pag_number b);
pag_number_error pag_number_divide(struct pag_arena *, pag_number *out, pag_number a, pag_number b);
pag_number pag_number_negate(struct pag_arena *, pag_number a);
/* −1, 0, 1 by value; the units are the caller's to compare. */
int pag_number_order(pag_number a, pag_number b);
int pag_number_sign(pag_number a);
bool pag_number_is_whole(pag_number a);
/* Whether `x` is a whole number of steps, whatever the two count. */
bool pag_number_is_multiple(struct pag_arena *arena, pag_number x, pag_number step);
/* True with the value in `*out` when it is whole and fits. */
bool pag_number_to_whole(pag_number a, int64_t *out);

typedef enum pag_rounding {
    PAG_HALF_UP,   /* to nearest, halves away from zero */
    PAG_HALF_EVEN, /* to nearest, halves to the even multiple */
    PAG_DOWN,      /* towards zero */
    PAG_UP         /* away from zero */
} pag_rounding;
/* The multiple of `step` (> 0, by value; its unit is not looked at) that the mode chooses; the unit
 * of `a` stays. PAG_NUMBER_BY_ZERO when step is not above zero. */
pag_number_error pag_number_round(struct pag_arena *, pag_number *out, pag_number a,
                                  pag_number step, pag_rounding mode);

/* Shares `whole` among n parties in proportion to `weights` (≥ 0), in steps of `step` (0.01 for
 * cents): each part is rounded down to a multiple of step, then the leftover goes by `rest`.
 * The parts and `*residue` sum to `whole` exactly. Ties go to the party that comes first, so the
 * caller orders the parties (by id) to be independent of the order in the file. A leftover smaller
 * than a step goes to the same receiver as the last step. PAG_NUMBER_BY_ZERO when the weights sum
 * to zero and rest is not PAG_REST_KEEP (with KEEP the whole is then the residue), when step is not
 * above zero, or when there is no party `receiver`. PAG_NUMBER_UNITS for a negative weight or
 * whole, for weights of different units, and for dates. The parts have the unit of the whole. On an
 * error parts and residue are untouched. */
typedef enum pag_rest {
    PAG_REST_LARGEST, /* leftover steps one each to the largest remainders */
    PAG_REST_FIRST,   /* all of it to the first party with a weight above zero */
    PAG_REST_KEEP,    /* nobody: it is the residue */
    PAG_REST_PARTY    /* all of it to the party `receiver` */
} pag_rest;
pag_number_error pag_number_split(struct pag_arena *, pag_number *parts, size_t n,
                                  const pag_number *weights, pag_number whole, pag_number step,
                                  pag_rest rest, size_t receiver, pag_number *residue);

/* For machines: a decimal where it terminates ("3454.25", money with at least two decimals), else a
 * reduced fraction ("1/3"); percent in percent units without the sign ("10", and "100/3" for a
 * third); dates as 2024-12-31. */
pag_str pag_number_plain(struct pag_arena *, pag_number x);
/* As it is written in rules and evaluation files, so that pag_number_parse reads it back: the same,
 * but percentages with their sign ("10%"), or as the fraction of one where they do not terminate
 * ("1/3" for a third). A number of more than 100 digits cannot be read back. */
pag_str pag_number_written(struct pag_arena *, pag_number x);
/* For people, Italian: "3.454,25 €", "10 %", "1/3" (percentages that do not terminate too, without
 * sign, up to twelfths), "86", "31/12/2024". Thousands have dots from 1.000 in money, from 10.000
 * elsewhere (2024 may be a year). Never rounds: all decimals are there, money has at least two;
 * money, points and other percentages without end show their first four and dots that say so:
 * "3,3333… €", "81,5789… %". */
pag_str pag_number_people(struct pag_arena *, pag_number x);

#endif
