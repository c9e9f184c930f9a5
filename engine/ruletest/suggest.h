/* Cases for edges that no test has a score at. Not for other rooms. */
#ifndef PAG_RULETEST_SUGGEST_H
#define PAG_RULETEST_SUGGEST_H

#include "base/text.h"
#include "ruletest/coverage.h"

typedef struct pag_suggested_row {
    pag_str score;
    pag_str gives; /* empty: the case is to be written by hand */
    pag_str stops; /* where it is empty: the code of what stops it, or nothing: it needs more data
                      than the score */
    pag_str why;   /* what that code says of it */
    bool passed;   /* as it is written */
} pag_suggested_row;

/* For one table of bands; of others nothing is there. */
struct pag_suggestion {
    const pag_reached_table *table;
    pag_str way;
    int64_t year; /* of the period of the case; 0: the rules need none, or say their year */
    PAG_LIST(pag_suggested_row) rows;
    size_t of_formula,
        unknown; /* sides left out: a formula looks them up, or says where they are */
};

/* --- suggested.c --- */
/* The head of the case; before it stands its name. */
void pag_suggestion_head(const pag_suggestion *of, pag_text *out);

#endif
