/* What a formula works out when it is run on figures whose values nobody knows: a *term*, built of
 * numbers and of figures that may be anything; and the tree of all *ways* through a formula, which
 * branch where it compares or chooses. Built by the bind room, read by whoever reasons about rules.
 * Everything lives in the arena of the evaluator it was explored with, and never changes. */
#ifndef PAG_SCHEMA_TERM_H
#define PAG_SCHEMA_TERM_H

#include "schema/record.h"

typedef struct pag_term pag_term;
typedef struct pag_way pag_way;

typedef enum pag_term_kind {
    PAG_TERM_NUMBER,
    PAG_TERM_TEXT,   /* one that is known: what a table is asked for */
    PAG_TERM_FIGURE, /* whatever that figure may be: a number, a date, or a text */
    PAG_TERM_DAY,    /* of the period: the first, or with `last` the last */
    PAG_TERM_YEAR,   /* the one that the period lies in */
    PAG_TERM_ADD,    /* of two */
    PAG_TERM_SUBTRACT,
    PAG_TERM_MULTIPLY,
    PAG_TERM_DIVIDE,
    PAG_TERM_LEAST, /* of n */
    PAG_TERM_MOST,
    PAG_TERM_SHEET_SUM, /* of the sheet `figure` */
    PAG_TERM_SHEET_MEAN,
    PAG_TERM_SHEET_FULL, /* the most that its sum can come to without the criteria left out */
    PAG_TERM_SUM,        /* over the entries of `list`, of what `body` gives for one */
    PAG_TERM_MEAN,
    PAG_TERM_COUNT, /* of the entries of `list` */
    PAG_TERM_RANK   /* of the entry of `figure` among those of `list`, by that cell */
} pag_term_kind;

struct pag_term {
    pag_handle handle;
    pag_term_kind kind;
    pag_unit unit;
    uint32_t size;     /* of how many terms it is built, each as often as it is used */
    pag_number number; /* NUMBER */
    pag_str text;      /* TEXT */
    const pag_figure *figure;
    bool last;           /* DAY */
    const pag_way *test; /* SUM, MEAN, COUNT: only over the entries for which its end is yes */
    size_t n;
    const pag_term *const *of;
    const pag_list *list;
    const pag_way *body; /* its ends are numbers */
};

typedef enum pag_question_kind {
    PAG_ASKED_LESS,    /* whether a < b: 1 yes, 0 no */
    PAG_ASKED_AT_MOST, /* whether a ≤ b */
    PAG_ASKED_EQUAL,   /* whether a = b */
    PAG_ASKED_FLAG,    /* whether `figure` is true */
    PAG_ASKED_THERE,   /* whether the optional `figure` is there */
    PAG_ASKED_WORD,    /* which word of its choice `figure` is */
    PAG_ASKED_ROW,     /* in which row of `table` a is; n − 1: in none, and the formula stops */
    PAG_ASKED_SAME,    /* whether two texts, or two entries, are the same; 0 or 1 */
    PAG_ASKED_ENTRIES  /* whether all entries of a list, or any, pass `test`; 0 or 1 */
} pag_question_kind;

typedef struct pag_question {
    pag_question_kind kind;
    uint32_t n; /* of answers */
    const pag_term *a, *b;
    const pag_figure *figure;
    const pag_bands *table;
    const pag_way *test;
    const pag_list *list; /* ENTRIES */
    bool all;             /* ENTRIES: all of them, else any */
    pag_value known[2];   /* SAME: a side that is no term is this text, word or entry */
    pag_pos pos;          /* of a ROW: where it is looked up */
} pag_question;

typedef enum pag_way_end {
    PAG_WAY_ON,      /* it goes on with a question */
    PAG_WAY_VALUE,   /* it ends in a value: a term, a flag, a word or a text */
    PAG_WAY_STOPPED, /* with no row of a table: the evaluation would end in an error */
    PAG_WAY_UNKNOWN  /* with something that can only be run on values */
} pag_way_end;

struct pag_way {
    pag_way_end end;
    pag_value value;           /* VALUE; numbers are PAG_VALUE_TERM */
    const pag_diagnostic *why; /* UNKNOWN: what a run told there; NULL: nothing */
    pag_question question;     /* ON */
    const pag_way **answers;   /* ON: one for each; NULL: that answer cannot be given */
    const pag_entry *entry; /* where a function begins that goes over entries: what it is given */
    size_t n_inner; /* such functions, run after the question before and before this one or this
                       end, whether or not what they gave is used */
    const pag_way **inner;
};

/* Whether the two are built alike, of the same figures and numbers. */
bool pag_term_same(const pag_term *a, const pag_term *b);
/* Whether all that is asked on the ways, and what they end in, is the same. */
bool pag_way_same(const pag_way *a, const pag_way *b);
/* Whether a run comes to a value, whatever the figures are: nothing is divided and no mean taken,
 * and every way ends in one. */
bool pag_way_gives(const pag_way *way);
/* Whether some of it could not be followed, and what a run told there first (NULL: nothing). `ways`
 * NULL: there were too many. */
bool pag_way_is_lost(const pag_way *ways, const pag_diagnostic **why);
/* Whether they ask the same, so that they have one answer. */
bool pag_question_same(const pag_question *a, const pag_question *b);

#endif
