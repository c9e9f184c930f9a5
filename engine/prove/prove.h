/* What holds of a pack over all that its declared inputs allow: every score has one row, more is
 * never worse where the pack says so, figures stay within their bounds, conditions that can never
 * fail, nothing that is declared in vain. Worked out by reach/, not by trying; where that does not
 * decide, inputs are tried one after the other up to a declared number, and what is then still open
 * is called not proven. A claim that is wrong comes with an evaluation file that shows it, which
 * was evaluated before it is handed out. */
#ifndef PAG_PROVE_PROVE_H
#define PAG_PROVE_PROVE_H

#include "eval/eval.h"
#include "pack/pack.h"
#include "reach/reach.h"

typedef enum pag_claim_kind {
    PAG_CLAIM_BANDED,   /* every score that can be has one row of the table */
    PAG_CLAIM_REACHED,  /* the row can be reached by some score */
    PAG_CLAIM_MOVES,    /* the figure never falls (or rises) with an input, as the pack promises */
    PAG_CLAIM_WITHIN,   /* the figure stays within its `min` and `max`; paid ones not below zero */
    PAG_CLAIM_HOLDS,    /* a `must` that no evaluation can break */
    PAG_CLAIM_SHARED,   /* the parts and the residue are the whole */
    PAG_CLAIM_POSSIBLE, /* there is an evaluation at all; no claim where one was found */
    PAG_CLAIM_READ      /* an input, a fixed value or a working figure that something reads */
} pag_claim_kind;
enum { PAG_CLAIMS = PAG_CLAIM_READ + 1 };

typedef enum pag_verdict {
    PAG_PROVEN,
    PAG_TRIED,     /* proven by trying every one of the inputs that matter */
    PAG_REFUTED,   /* an evaluation shows the contrary */
    PAG_NOT_PROVEN /* neither */
} pag_verdict;

typedef enum pag_bound_side { PAG_BOUND_NONE, PAG_BOUND_MIN, PAG_BOUND_MAX } pag_bound_side;

typedef struct pag_claim {
    pag_claim_kind kind;
    pag_verdict verdict;
    const pag_cell *cell;   /* the figure, or the input */
    const pag_cell *input;  /* MOVES */
    bool down;              /* MOVES: it never rises */
    const pag_bands *table; /* BANDED, REACHED */
    const pag_pos *call;    /* BANDED: where a formula calls the table; NULL: a cell looks it up */
    bool several;           /* … and it does so in several places */
    size_t row;             /* REACHED */
    const pag_condition *condition; /* HOLDS; BANDED: whose formula calls the table; else NULL */
    const pag_set *set;             /* BANDED: what the score can be; WITHIN: the figure */
    const pag_set *gap;   /* BANDED: only of scores in this one of several gaps; else NULL … */
    pag_unit unit;        /* … and the unit of those */
    pag_bound_side bound; /* WITHIN: which one … */
    pag_number limit;     /* … and what it is */
    size_t values;        /* how many those are; 0: endless */
    bool at_most;         /* BANDED: perhaps not all of those can be */
    uint64_t tried, of;   /* evaluations that were tried of those there are (0: endless) */
    pag_str raised, from, to;   /* MOVES, refuted: what in the example is to be raised */
    pag_str paste;              /* BANDED, refuted or open: the row that is missing */
    pag_str example;            /* an evaluation file that says what it shows; empty: none */
    pag_str file;               /* where the caller has put it; empty: nowhere */
    const pag_diagnostic *told; /* what was said of it; NULL of what is proven */
} pag_claim;

/* What a row gives at one score. */
typedef struct pag_cliff_side {
    bool known; /* false: a formula that needs other data than the score */
    pag_number number;
    const pag_give *of;
} pag_cliff_side;

/* What a step over the edge of a band is worth. */
typedef struct pag_cliff {
    const pag_cell *cell; /* that is looked up */
    size_t row;           /* the upper one */
    bool over;            /* `to` itself is not above the edge, but whatever is over it */
    bool under;           /* `from` itself is not below the edge, but whatever is under it */
    pag_number from, to;  /* the scores on both sides that are nearest to the edge */
    pag_cliff_side gave, gives;
    const pag_cell *paid; /* the figure to be paid that a percentage acts on; NULL: none, or several
                           */
} pag_cliff;

/* A figure is rounded, or a score is, before a table of the figure is asked for it. */
typedef struct pag_rounding_at {
    const pag_cell *cell;
    const pag_bands *table; /* NULL: the cell itself rounds */
} pag_rounding_at;
typedef struct pag_rounded_twice {
    pag_rounding_at again, before;
} pag_rounded_twice;

typedef struct pag_lost {
    const pag_cell *cell;           /* whose formula; NULL: of a condition */
    const pag_condition *condition; /* else NULL */
    const pag_formula *formula;
    const pag_diagnostic *why; /* the error that it ends in; NULL: a loop over entries, say */
} pag_lost;

/* A condition that evaluations can break, and have no result then. */
typedef struct pag_checked {
    const pag_condition *condition;
    bool caps; /* it is about something that is paid */
} pag_checked;

typedef struct pag_proof {
    pag_pack *pack;
    pag_reach *reach;
    size_t n_claims, room_claims;
    pag_claim *claims;
    size_t n_cliffs, room_cliffs;
    pag_cliff *cliffs;
    /* What rounds what has been rounded before, each with one of those before it. */
    size_t n_twice, room_twice;
    pag_rounded_twice *twice;
    /* Formulas that do what can only be done with values. */
    size_t n_lost, room_lost;
    pag_lost *lost;
    size_t n_checked, room_checked;
    pag_checked *checked;
    bool spent; /* some formulas have too many ways to be explored */
} pag_proof;

typedef struct pag_proof_order {
    uint64_t budget;      /* of evaluations that may be tried for one claim */
    pag_str path;         /* where examples will stand, as people see it; for their positions */
    pag_lang lang;        /* of comments in examples */
    size_t n_evaluations; /* that are at hand: rows which they find are found */
    const pag_evaluation *const *evaluations;
} pag_proof_order;

/* What is found wrong or stays open is told to `diags` too, whose sources begin with the pack's.
 * The proof lives in `arena`. */
pag_proof *pag_prove(pag_arena *arena, pag_pack *pack, pag_diagnostics *diags,
                     const pag_proof_order *order);
/* PAG_FINDINGS when something is wrong, or not proven. */
pag_status pag_proof_status(const pag_proof *proof);

/* For people: what is proven, by kind; what a step over an edge is worth, for a base (PAG_ZERO
 * money: only what rows give). The findings are the caller's to write. */
typedef struct pag_proof_style {
    pag_lang lang;
    bool verbose; /* each claim, also the proven ones */
    bool has_base;
    pag_number base;
} pag_proof_style;
void pag_proof_write(const pag_proof *proof, const pag_proof_style *style, pag_arena *scratch,
                     pag_sink *sink);
/* For programs: one object, pagella.proof/1. */
void pag_proof_write_json(const pag_proof *proof, const pag_proof_style *style, pag_arena *scratch,
                          pag_sink *sink);

#endif
