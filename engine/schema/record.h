/* A record: what one evaluation says, typed by the pack's cells. The same shape holds the figures
 * that are computed from it and what each of them remembers of how it came about. */
#ifndef PAG_SCHEMA_RECORD_H
#define PAG_SCHEMA_RECORD_H

#include "schema/planned.h"
#include "yaml/yaml.h"

typedef struct pag_figure pag_figure;
typedef struct pag_entry pag_entry;

typedef struct pag_mark {
    bool absent; /* the criterion does not apply: there is no number */
    pag_number number;
    pag_pos pos;
    pag_str because; /* a motivation, or empty */
} pag_mark;

typedef struct pag_sheet {
    pag_handle handle;
    const pag_cell *cell;
    size_t n; /* as many as the cell has criteria, in their order */
    pag_mark *marks;
    pag_figure *figure;
} pag_sheet;

typedef struct pag_doubts pag_doubts;

/* What one entry got of a whole that a list shares. */
typedef struct pag_part {
    const pag_entry *entry;
    pag_number weight, exact, down; /* its share, and that rounded down */
    pag_number rest;                /* what it got of the leftover */
    pag_number number;              /* the part: down + rest */
} pag_part;

/* How a whole was shared out, for all parts of one cell of a list together. */
typedef struct pag_sharing {
    const struct pag_sharing *next; /* of another cell of the same list */
    const pag_cell *cell;
    const pag_figure *whole;
    pag_number weights; /* their sum */
    pag_number left;    /* what all shares rounded down leave of the whole */
    pag_rest rest;      /* where that goes: to nobody too where nobody has a weight */
    bool tied;          /* somebody who got none of it lost as much by rounding as one who did */
    size_t n;
    pag_part *parts;             /* in the order of their ids */
    const pag_figure **weighing; /* the figures of the weights, in the same order */
    const pag_doubts *doubts;    /* that the weights rest on; NULL: none does */
    const pag_doubts *told;      /* as of a figure */
    bool withheld;               /* one of the weights is */
} pag_sharing;

typedef struct pag_list {
    pag_handle handle;
    const pag_group *group;
    size_t n;
    pag_entry **entries;
    const pag_sharing *sharings; /* while evaluating: what was shared out so far */
    bool settled;                /* its entries that are called like others have got their ids */
    bool every; /* rules are reasoned about: the one entry stands for any number of them */
} pag_list;

typedef enum pag_state {
    PAG_OPEN,
    PAG_COMPUTING,
    PAG_DONE,
    PAG_FAILED,
    PAG_ABSENT /* a test case does not give it: an error only where it is read */
} pag_state;

typedef enum pag_step_kind {
    PAG_STEP_READ,   /* of another figure */
    PAG_STEP_CHOSE,  /* least or most: which of its arguments */
    PAG_STEP_TOTAL,  /* sum, mean, full, count or rank over a sheet or a list */
    PAG_STEP_LOOKED, /* a table, which row */
    PAG_STEP_PERIOD, /* the evaluation's period, read by a formula: a day of it, or its year */
    PAG_STEP_SHARED, /* a whole, which part */
    PAG_STEP_DOUBTED /* took a value that is still to be confirmed from a table */
} pag_step_kind;

/* What formulas can read of the period. */
typedef enum pag_period_part {
    PAG_PERIOD_FROM,
    PAG_PERIOD_TO,
    PAG_PERIOD_YEAR,
    PAG_PERIOD_PARTS
} pag_period_part;

/* How the marks of a sheet made a total. The first two are over the criteria that apply; the last
 * two are zero where nobody asked. */
typedef struct pag_tally {
    uint32_t of; /* criteria in all */
    bool weighted;
    pag_number points;      /* marks × weights */
    pag_number weights;     /* the weights alone */
    pag_number reach, left; /* highest marks × weights: of all, and of those that apply */
} pag_tally;

/* One thing a figure did on its way. */
typedef struct pag_step {
    pag_step_kind kind;
    uint32_t site;   /* CHOSE, TOTAL, LOOKED: the call, a number of the pack; 0: none */
    uint32_t chosen; /* CHOSE, LOOKED, SHARED; PERIOD: a pag_period_part */
    uint32_t n;
    const pag_figure *figure;         /* READ; TOTAL over a sheet: its figure; SHARED: the whole */
    const pag_figure *const *figures; /* TOTAL of a named cell: the n addends; SHARED: the n
                                         weights; else NULL */
    const pag_bands *bands;           /* LOOKED */
    pag_by_kind by;                   /* LOOKED in a dated table */
    union {
        const pag_number *numbers; /* CHOSE: the n arguments, in one unit; LOOKED in bands: the n
                                      edges, or NULL */
        const pag_choice *asked;   /* LOOKED in a keyed table: the word of a choice, or NULL */
    };
    pag_number result; /* CHOSE, TOTAL, SHARED, PERIOD; LOOKED: the score before the table rounded
                          it, or the day; BY_PERIOD the last one */
    pag_number before; /* LOOKED: the score as it was looked up; BY_PERIOD the first day */
    union {            /* by kind; a TOTAL over a list, a look-up in bands: NULL */
        const pag_tally *tally;     /* TOTAL over a sheet */
        const pag_sharing *sharing; /* SHARED */
        const pag_give *give;       /* LOOKED in a keyed or dated table: what was taken */
        const pag_doubt *doubt;     /* DOUBTED */
    };
} pag_step;

/* A look-up in bands whose score has no row, which ends what is under way. */
typedef struct pag_missed {
    const pag_bands *table; /* NULL: none was */
    pag_number score;       /* as the table sees it */
    bool called;            /* by a formula; else by the cell itself … */
    pag_pos at;             /* … and where the call is written */
} pag_missed;

/* What a figure rests on that is still to be confirmed, in the order of the doubts' numbers. */
struct pag_doubts {
    size_t n;
    const pag_doubt *const *at;
};

/* Why a figure is zero whatever its formula or table says. */
typedef struct pag_zeroing {
    const pag_unless *unless;
    pag_str because; /* its sentence, with its cells filled in */
} pag_zeroing;

/* What is asked for at every reading comes first: an evaluation holds many. */
struct pag_figure {
    const pag_cell *cell;
    pag_entry *entry;
    pag_value value;
    pag_state state;
    uint32_t reader; /* while evaluating: the last one that noted reading it */
    uint32_t n_steps;
    uint32_t n_told; /* up to the first reason for zero that rests on a doubt: whether the steps
                        after those are there tells whether it holds; 0: there is no such reason */
    bool defaulted;  /* a given or planned cell that took its default; one that is optional and was
                        left out has no value */
    bool withheld;   /* an amount that rests on a doubt, or it reads such a figure */
    const pag_step *steps;
    pag_pos pos; /* of the value in the evaluation file, or in the plan; source 0: in neither */
    pag_number before;         /* before rounding, when the cell rounds */
    const pag_doubts *doubts;  /* of an evaluated figure; NULL: none */
    const pag_doubts *told;    /* those that may be told where the value is withheld: what comes
                                  after that reason is left out; NULL: all of them */
    const pag_zeroing *zeroed; /* NULL: it is not */
};

struct pag_entry {
    pag_handle handle;
    const pag_group *group;
    pag_entry *parent;
    pag_str id;   /* of a list entry; for a subject its name */
    pag_str name; /* as people read it */
    pag_pos pos;
    const pag_planned_row *row; /* of the plan; NULL: the entry is not from there */
    pag_figure *figures;        /* one for each cell of the group */
    size_t place;               /* in its list, once refs to that have been followed */
    bool called_like; /* no id is written: id and name are those of the entry its naming ref means;
                         until refs have been followed they are made from what is written there */
    const pag_figure *by; /* where nobody knows the entries: the ref that leads to this one */
};

/* Reads the map `node` as an entry of `group`: every given cell, all errors in one go. `skip` are
 * keys that belong to somebody else (n may be 0). NULL when there was an error. */
pag_entry *pag_record_read(pag_arena *arena, pag_diagnostics *diags, const pag_group *group,
                           const pag_node *node, const pag_str *skip, size_t n_skip);
/* The same for the data of a test case, which has two freedoms. Any cell may be set, also one that
 * the pack fixes or computes; its type, unit and bounds are judged; an optional one that the plan
 * says is taken away with `null`. And what is not given is PAG_ABSENT. What a list must sum to is
 * judged where all its entries give the cell. */
pag_entry *pag_record_read_part(pag_arena *arena, pag_diagnostics *diags, const pag_group *group,
                                const pag_node *node, const pag_str *skip, size_t n_skip);
/* The cell that an entry is known by: `name`, else the first text that is given, else the first
 * ref, whose entry lends it id and name (not one that leads back to this list); NULL: there is
 * none. The refs of the pack have been found. */
const pag_cell *pag_group_naming(const pag_group *group);

/* Follows every ref of these subjects (NULL: the file has none) to its entry, by id, else by name.
 * What refers to no entry is told, into a subject that is not there only if `all` are that the file
 * has; false then. */
bool pag_record_refer(pag_arena *arena, pag_diagnostics *diags, pag_entry *const *subjects,
                      size_t n, bool all);
/* The entry's value of a given scalar cell is not there: it is optional and was left out. */
bool pag_figure_is_left_out(const pag_figure *figure);
/* Whether what the cells of all entries of a list must sum to is right, in every list below; for a
 * record whose figures got other values since it was read. What is not so is told. */
bool pag_record_sums(pag_arena *arena, pag_diagnostics *diags, const pag_entry *subject);
/* Whether the entries of every list that is to tile the period do: each day from `from` to `to`,
 * both counted, is in exactly one entry, and no entry has other days. What is not so is told. */
bool pag_record_tiles(pag_arena *arena, pag_diagnostics *diags, const pag_entry *subject,
                      pag_number from, pag_number to);

/* A scalar as a value of the cell's type, within its bounds; used for values written in packs too.
 * False when it is not one, and the reason is in `diags`. */
bool pag_value_read(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell, pag_str text,
                    pag_pos pos, pag_value *out);
/* The same of what stands in a file of data: a number that can be read in two ways ("1.200") is
 * refused. */
bool pag_value_read_data(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell,
                         pag_str text, pag_pos pos, pag_value *out);
/* The same for what a formula could have made: with any decimals, and within no bounds. */
bool pag_value_read_exact(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell,
                          const pag_node *node, pag_value *out);
/* `text`, which no reader of the cell at `pos` takes, as one would take it where it is a number;
 * else an example that fits the cell. Of a sheet: as the mark of `criterion`, else NULL. In the
 * notation of the file. */
pag_str pag_value_suggest(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell,
                          const pag_criterion *criterion, pag_str text, pag_pos pos);
/* Whether `number` is within min, max and step; else says so at `pos`. */
bool pag_value_within(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell,
                      pag_number number, pag_pos pos);

/* "Castel Rio" → "castel-rio": lower case, accents off, everything else to '-'; may be empty. */
pag_str pag_id_from(pag_arena *arena, pag_str name);

/* Whether both are the same number of one unit, text, flag or word, or both are nothing. Never of a
 * sheet, a list, an entry or a term: those are compared by what is in them. */
bool pag_value_same(const pag_value *a, const pag_value *b);

/* A value as people read it in Italian, and as machines do. */
pag_str pag_value_people(pag_arena *arena, const pag_cell *cell, pag_value value);
pag_str pag_value_plain(pag_arena *arena, const pag_cell *cell, pag_value value);

#endif
