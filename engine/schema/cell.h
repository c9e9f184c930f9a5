/* What a pack declares, as data: subjects and lists (groups) of named cells, each with its type and
 * where its value comes from, and tables. Built once when a pack loads, then never changed.
 * Nothing here runs a formula; a formula is a number that the bind room understands. */
#ifndef PAG_SCHEMA_CELL_H
#define PAG_SCHEMA_CELL_H

#include "diag/diag.h"
#include "number/number.h"

typedef enum pag_type {
    PAG_TYPE_TEXT,
    PAG_TYPE_FLAG,
    PAG_TYPE_DATE,
    PAG_TYPE_CHOICE,
    PAG_TYPE_WHOLE,
    PAG_TYPE_NUMBER,
    PAG_TYPE_POINTS,
    PAG_TYPE_PERCENT,
    PAG_TYPE_MONEY,
    PAG_TYPE_CLASS, /* a word that a table gives; its words are choices where the table knows them
                     */
    PAG_TYPE_REF,   /* an entry of a list that stands in a subject */
    PAG_TYPE_SHEET, /* criteria, each with a mark */
    PAG_TYPE_LIST   /* entries, each with cells of its own */
} pag_type;
enum { PAG_TYPES = PAG_TYPE_LIST + 1 };

pag_str pag_type_word(pag_type type);   /* the word that declares it in a pack */
bool pag_type_is_number(pag_type type); /* whole, number, points, percent, money; not a date */
/* The unit of the numbers a cell of this type holds. */
pag_unit pag_type_unit(pag_type type);
/* What a value counts, for machines: "EUR", "%", "points", "date", "text", "class", "choice",
 * "ref", "flag", and "" for plain numbers, sheets and lists. */
pag_str pag_unit_word(pag_type type);

typedef enum pag_origin {
    PAG_GIVEN,     /* asked in the evaluation file */
    PAG_PLANNED,   /* said by the plan, for each entry of a list that comes from it */
    PAG_FIXED,     /* a value of the pack */
    PAG_COMPUTED,  /* by a formula */
    PAG_LOOKED_UP, /* in a table */
    PAG_SHARED     /* a part of a whole that the entries of a list share */
} pag_origin;
/* Whether a figure of that origin is worked out while evaluating. */
bool pag_origin_is_made(pag_origin origin);

/* What a script value that is no number points to begins with its kind, see bind/exact.h. */
typedef enum pag_handle {
    PAG_HANDLE_ENTRY,
    PAG_HANDLE_LIST,
    PAG_HANDLE_SHEET,
    PAG_HANDLE_BANDS,
    PAG_HANDLE_CHOICE,
    PAG_HANDLE_DOUBT,
    PAG_HANDLE_PERIOD,
    PAG_HANDLE_TERM
} pag_handle;

typedef struct pag_cell pag_cell;
typedef struct pag_group pag_group;
typedef struct pag_bands pag_bands;
typedef struct pag_planned pag_planned; /* see planned.h */

/* One word of a choice, in the order declared. */
typedef struct pag_choice {
    pag_handle handle;
    const pag_cell *cell;
    uint32_t index;
    pag_str word;  /* as files and rules write it */
    pag_str title; /* as people read it; empty: as the word */
} pag_choice;

typedef enum pag_value_kind {
    PAG_VALUE_NONE,
    PAG_VALUE_NUMBER,
    PAG_VALUE_TEXT,
    PAG_VALUE_FLAG,
    PAG_VALUE_CHOICE,
    PAG_VALUE_SHEET,
    PAG_VALUE_LIST,
    PAG_VALUE_ENTRY, /* of a ref; as long as only its file is read, a text */
    PAG_VALUE_TERM   /* nobody knows it: rules are reasoned about (term.h), not evaluated */
} pag_value_kind;

typedef struct pag_value {
    pag_value_kind kind;
    union {
        pag_number number;
        pag_str text;
        bool flag;
        const pag_choice *choice;
        struct pag_sheet *sheet;
        struct pag_list *list;
        struct pag_entry *entry;
        const struct pag_term *term;
    };
} pag_value;

/* A value of the rules that its author marks as still to be confirmed. */
typedef struct pag_doubt {
    pag_str why;
    pag_str about;   /* the title, or the name, of the cell or table whose value it is */
    pag_str text;    /* the value as written, without quotes */
    pag_pos pos;     /* of `to_confirm` */
    uint32_t number; /* counted over the whole pack */
} pag_doubt;

/* A function of a rule script. */
typedef struct pag_formula {
    int reference; /* 0: none */
    pag_pos pos;   /* of `function` */
    uint32_t last_line;
    pag_str text;
    size_t n_parameters;
    uint32_t steps; /* that one call takes at most; 0: nobody knows, they are counted */
} pag_formula;

/* When it holds, the figure is zero, and this is why. */
typedef struct pag_unless {
    pag_formula when;
    pag_str sentence; /* with cells in braces */
    pag_pos pos;
} pag_unless;

/* An input that never lowers the figure when it is raised; with `down` never raises it. */
typedef struct pag_promise {
    bool down;
    pag_str name; /* as written: "results", "member.results" */
    pag_pos pos;
    const pag_cell *input;
} pag_promise;

/* How the entries of a list share a whole. */
typedef struct pag_split {
    uint32_t whole; /* slot of a number in what the list stands in */
    uint32_t by;    /* slot of the weight, in the entry */
    pag_rest rest;
    pag_str receiver; /* of PAG_REST_PARTY: the id of the entry */
    bool nobody;      /* where all weights are zero, the whole stays with nobody */
    pag_pos whole_pos, by_pos, rest_pos;
} pag_split;

typedef struct pag_bound {
    bool set;
    pag_number number;
    pag_pos pos;
} pag_bound;

typedef struct pag_bounds {
    pag_bound min, max, step;
} pag_bounds;

/* One line of a sheet, from the rules or from the plan. */
typedef struct pag_criterion {
    pag_str id, title, expected, indicator, note;
    pag_pos pos;
    pag_bounds own;   /* what is not set is the sheet's */
    pag_bound weight; /* plain or a percentage; not set: it counts once */
} pag_criterion;

/* What becomes of a criterion that does not apply. */
typedef enum pag_na {
    PAG_NA_REFUSE,   /* each must apply */
    PAG_NA_RESCALE,  /* the others stand for it, in proportion to what they could reach */
    PAG_NA_LEAVE_OUT /* it is not there, and all that can be reached is less */
} pag_na;

/* What a cell is looked up by. */
typedef enum pag_by_kind {
    PAG_BY_CELL,
    PAG_BY_PERIOD, /* the evaluation's period, which must lie in one row as a whole */
    PAG_BY_START,  /* its first day */
    PAG_BY_END     /* its last day */
} pag_by_kind;

struct pag_cell {
    pag_str name, title, source, note;
    pag_str column; /* its heading in the table of results; empty: it is not there */
    pag_type type;
    pag_origin origin;
    pag_pos pos; /* of its name in the pack */
    const pag_group *group;
    uint32_t slot;   /* its place among the group's cells */
    pag_value value; /* fixed, or the default of a given cell (kind NONE: it must be given) */
    pag_pos value_pos;
    pag_doubt *doubt;             /* about that value, or the criteria of a sheet; NULL: none */
    pag_doubt *marks_doubt;       /* about the marks of a sheet; NULL: none */
    const pag_doubt *rules_doubt; /* about the rules as a whole; NULL: none */
    pag_bound min, max, step;
    pag_bound sum; /* what the entries of the list must sum to */
    bool optional; /* it may be left out: its figure then has no value (kind NONE) */
    bool payable;
    bool rounds;
    pag_number round_step;
    pag_rounding round_mode;
    bool round_mode_written;
    pag_pos round_pos;
    size_t n_choices;
    pag_choice *choices;
    size_t n_criteria;
    const pag_criterion *criteria;
    pag_str criteria_from; /* "plan.secretary.results", or empty */
    pag_pos criteria_pos;
    pag_str plan_key; /* of a planned cell: the key of the plan that says its value */
    size_t n_marks;
    const pag_number *marks; /* the scale, ascending; none: only the bounds */
    pag_na na;
    bool motivated; /* each mark of the sheet needs its reason */
    pag_group *list;
    pag_str to; /* of a ref: "organization.area" */
    pag_pos to_pos;
    const pag_group *target; /* the list that `to` names */
    const pag_bands *bands;
    pag_by_kind by_kind;
    uint32_t by; /* slot of the cell that is looked up, BY_CELL */
    pag_pos by_pos;
    pag_str give;           /* which of several values a row gives */
    const pag_bands *limit; /* that it looks up, or that its formula names; NULL: none */
    const pag_split *split;
    pag_formula of;
    size_t n_unless;
    const pag_unless *unless;
    size_t n_promises;
    pag_promise *promises; /* `increasing` and `decreasing` */
};

/* A condition that must hold, or a warning when it does not. */
typedef struct pag_condition {
    pag_str sentence; /* with cells in braces */
    bool warns;
    pag_str name; /* of a warning, by which it is acknowledged; empty: it has none */
    pag_pos pos;
    pag_formula of;
    pag_str at_name; /* the cell whose place in the evaluation file it points at; may be empty */
    pag_pos at_pos;
    const pag_cell *at;
} pag_condition;

struct pag_group {
    pag_str name, title, source, note;
    pag_pos pos;
    const pag_group *parent; /* NULL for a subject */
    uint32_t depth;          /* 0 for a subject */
    uint32_t number;         /* counted over the whole pack */
    bool top;      /* a subject whose cells stand at the top level of the evaluation file */
    bool optional; /* a subject that the evaluation may leave out as a whole */
    pag_str from; /* a list whose entries are those of the plan: "plan.areas", or within such a list
                     the key of its entries that lists them; else empty */
    pag_pos from_pos;
    size_t n_ignored;
    const pag_str *ignored; /* keys of its items in the plan that no cell takes on purpose */
    size_t n_posts;
    const pag_str *posts;       /* what may stand under those keys and is nobody's name */
    const pag_planned *planned; /* what the plan says, where `from` begins with "plan." */
    bool tiles; /* the entries' days, `from` to `to`, cover the period without hole or overlap */
    pag_pos tiles_pos;
    size_t n_cells;
    pag_cell *cells; /* in the order written */
    uint32_t *order; /* slots in the order to compute: what is read comes first where it can */
    size_t n_conditions;
    pag_condition *conditions;
};

pag_cell *pag_group_cell(const pag_group *group, pag_str name); /* NULL: no such cell */
/* Whether its numbers are never below zero where the pack sets no `min`. */
bool pag_cell_starts_at_zero(const pag_cell *cell);
/* The bounds of what is written for the cell, with that zero. */
pag_bounds pag_cell_bounds(const pag_cell *cell);
/* "office.member.pay" */
pag_str pag_cell_path(pag_arena *arena, const pag_cell *cell);
pag_str pag_group_path(pag_arena *arena, const pag_group *group);
/* The names of its cells, listed for people: "base, share, due". */
pag_str pag_group_cells(pag_arena *arena, const pag_group *group);
/* The title, or the name where there is none. */
pag_str pag_cell_label(const pag_cell *cell);

/* --- choices --- */

/* The word of this cell; NULL: it is none of them. */
const pag_choice *pag_cell_choice(const pag_cell *cell, pag_str word);
/* The title, or the word where it has none. */
pag_str pag_choice_label(const pag_choice *choice);
/* "\"months\" (mesi interi), \"days\" (giorni)": the words of the cell, each with its title. */
pag_str pag_choices_listed(pag_arena *arena, const pag_cell *cell);
/* The words that can be written for a value of the cell; none of them is proposed. Empty: it is no
 * word. */
pag_str pag_cell_words(pag_arena *arena, const pag_cell *cell);

/* --- sheets --- */

/* The bounds of a criterion's mark: its own, else the sheet's; the least is zero where neither
 * says another. */
pag_bounds pag_criterion_bounds(const pag_cell *sheet, const pag_criterion *criterion);
/* The highest mark it can get. Every criterion of a pack that has loaded has one. */
pag_number pag_criterion_most(const pag_cell *sheet, const pag_criterion *criterion);
/* How much its mark counts. */
pag_number pag_criterion_weight(const pag_criterion *criterion);
/* Whether any criterion has a weight of its own. */
bool pag_sheet_is_weighted(const pag_cell *sheet);
/* What must fit together in the criteria of a sheet: their bounds with its own, their weights with
 * one another, and all of it with its policy. Adds what is wrong to `diags`. */
void pag_criteria_judge(struct pag_arena *arena, pag_diagnostics *diags, const pag_cell *sheet);

/* --- tables --- */

/* All three are rows that give values; what finds the row differs. */
typedef enum pag_table_kind {
    PAG_TABLE_BANDS, /* a score between two edges */
    PAG_TABLE_KEYED, /* a word, the row's key */
    PAG_TABLE_DATED  /* a day from `low` to `high`, which are dates and belong to the row */
} pag_table_kind;

typedef enum pag_edge_kind { PAG_EDGE_OPEN, PAG_EDGE_NUMBER, PAG_EDGE_FORMULA } pag_edge_kind;
typedef struct pag_edge {
    pag_edge_kind kind;
    bool inside;  /* the edge itself belongs to the band */
    bool implied; /* not written: it follows from the neighbouring row */
    pag_number number;
    pag_formula of;
    pag_pos pos;
} pag_edge;

typedef struct pag_give {
    pag_str key;  /* empty when the row gives one value */
    pag_str text; /* as written; a number is parsed from it */
    bool is_number;
    pag_number number;
    pag_formula of;
    pag_pos pos;
    pag_doubt *doubt; /* NULL: none */
} pag_give;

typedef struct pag_band {
    pag_edge low, high; /* KEYED: both open */
    size_t n_gives;
    pag_give *gives;
    pag_pos pos;
    pag_str key;          /* KEYED */
    pag_str source, note; /* DATED; may be empty */
} pag_band;

typedef enum pag_gaps { PAG_GAPS_NONE, PAG_GAPS_REFUSE, PAG_GAPS_REACH_UP } pag_gaps;

struct pag_bands {
    pag_handle handle;
    pag_table_kind kind;
    pag_str name, title, source, note;
    pag_gaps gaps;
    bool rounds;           /* the score, before it is looked up, half up */
    pag_number round_step; /* by value; judging a table of percentages makes 0.01 into 0.01% */
    size_t n;
    pag_band *rows; /* ascending; KEYED: as written */
    pag_pos pos;
    bool fixed; /* no edge is a formula */
    bool limit; /* of a library: rules that use it must read the table */
};

/* Completes implied edges and judges the table: rows that are empty, twice, unsorted or
 * overlapping, edges of different units, a gap without policy. Adds what is wrong to `diags`; true
 * when nothing was. Edges that are formulas are judged when they are known. */
bool pag_bands_judge(pag_bands *bands, pag_arena *arena, pag_diagnostics *diags);

typedef enum pag_lookup {
    PAG_LOOKUP_FOUND,
    PAG_LOOKUP_GAP,
    PAG_LOOKUP_BELOW,
    PAG_LOOKUP_ABOVE,
    PAG_LOOKUP_TWO
} pag_lookup;
/* The row for `score`, already rounded and in the unit of the edges, which are two per row, low
 * then high (NULL: as in the table, when it is fixed). With the policy "reach up" a gap belongs to
 * the row below it. `*row` is the row, or for a gap the row below it, or for TWO the second that
 * holds the score. */
pag_lookup pag_bands_find(const pag_bands *bands, const pag_number *edges, pag_number score,
                          size_t *row);
/* The first edge that is a number, which tells the unit of all; NULL when there is none. */
const pag_edge *pag_bands_number(const pag_bands *bands);
const pag_give *pag_band_give(const pag_band *row, pag_str key);
/* Of two packs too: the same value, word or text of a formula, whatever is still to be confirmed;
 * the same edges, key and values. */
bool pag_gives_same(const pag_give *a, const pag_give *b);
bool pag_band_same(const pag_band *a, const pag_band *b);
/* The title, or the name where there is none. */
pag_str pag_table_label(const pag_bands *table);

/* Judges a dated table whose rows say what they can: each ends no earlier than it begins, and
 * begins after the one before has ended; only the last may go on. Days between two rows may be in
 * none.
 */
bool pag_dated_judge(pag_bands *table, pag_arena *arena, pag_diagnostics *diags);
/* The row of a keyed table; false when it has none with that key. */
bool pag_keyed_find(const pag_bands *table, pag_str key, size_t *row);
/* "2024-01-01 – 2024-12-31", "2025-01-01 – …": a row of a dated table, and all of them. */
pag_str pag_dated_span(pag_arena *arena, const pag_band *row);
pag_str pag_dated_spans(pag_arena *arena, const pag_bands *table);
/* "dirigenti, C": the keys of a keyed table. */
pag_str pag_keyed_keys(pag_arena *arena, const pag_bands *table);

#endif
