/* What the files that liken formulas of two packs share. Not for other rooms, and not for the rest
 * of this one. */
#ifndef PAG_DIFF_LIKEN_H
#define PAG_DIFF_LIKEN_H

#include "diff/internal.h"

enum { PAG_LIKEN_ENTRIES = 64 };

/* Entries of lists that correspond: those that functions were given which are being compared, and
 * those that refs of such lead to. */
typedef struct pag_likening {
    pag_comparing *c;
    size_t n;
    const pag_entry *entries[PAG_LIKEN_ENTRIES][2];
    size_t steps; /* what may still be looked at: sums are compared either way round */
} pag_likening;

/* --- terms.c --- */
/* Whether they come to the same, and stop alike. */
bool pag_terms_alike(pag_likening *l, const pag_term *a, const pag_term *b);

/* --- polynomial.c --- */
/* The same by the laws of arithmetic: both as sums of products of what is no arithmetic. They must
 * read the same and divide by the same. */
bool pag_terms_equal(pag_likening *l, const pag_term *a, const pag_term *b);
/* Two comparisons that ask the same, whatever the figures: `turned`: with the answers the other way
 * round. */
bool pag_comparisons_alike(pag_likening *l, const pag_question *a, const pag_question *b,
                           bool *turned);

#endif
