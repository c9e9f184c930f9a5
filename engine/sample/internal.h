/* What the files of this room share: a sample as a tree of entries, whose values are slots, each
 * with the texts it may have. */
#ifndef PAG_SAMPLE_INTERNAL_H
#define PAG_SAMPLE_INTERNAL_H

#include "base/list.h"
#include "sample/sample.h"

typedef struct pag_sample_slot pag_sample_slot;
typedef struct pag_sample_entry pag_sample_entry;

/* What is chosen by one number: most often a single value; several where they only go together. */
typedef struct pag_sample_knob {
    size_t n, room; /* how many choices there are */
    size_t at;      /* the one that is made */
    bool fixed;     /* somebody wishes it, or it must stay as it is */
    bool joint;     /* of several slots, or of a subject */
    uint32_t number;
} pag_sample_knob;

/* One scalar of the file: a cell's value, or one mark of a sheet. */
struct pag_sample_slot {
    const pag_cell *cell;
    const pag_criterion *criterion; /* NULL: it is no mark */
    pag_sample_entry *entry;
    pag_sample_knob *knob;
    pag_str *texts; /* one for each choice of the knob; `at` NULL: left out */
    uint32_t line;  /* where it was last written; 0: nowhere */
};

/* What stands under one key of an entry; nothing for a cell that is not given. */
typedef struct pag_sample_field {
    size_t n;
    pag_sample_slot *slots; /* of a sheet one for each criterion */
    const pag_planned *planned;
    size_t n_entries;
    pag_sample_entry **entries; /* of a list */
} pag_sample_field;

struct pag_sample_entry {
    const pag_group *group;
    pag_sample_entry *parent;
    size_t index;               /* in its list */
    const pag_planned_row *row; /* of the plan; NULL: it is not from there */
    pag_str id;                 /* to be written; empty: it follows from the name */
    pag_sample_knob *knob;      /* of an optional subject: 0 written, 1 left out; else NULL */
    pag_sample_field *fields;   /* one for each cell of the group */
};

typedef struct pag_sample_model {
    pag_arena *arena;
    const pag_pack *pack;
    const pag_sample_wish *wish;
    size_t count; /* entries of a list of which nothing is wished */
    bool counted; /* there is such a list */
    pag_number from, to;
    size_t n_subjects;
    pag_sample_entry **subjects;
    PAG_LIST(pag_sample_slot *) slots;
    PAG_LIST(pag_sample_knob *) knobs;
    pag_diagnostics *refusals; /* of texts that were tried and cannot be */
} pag_sample_model;

/* --- model.c --- */

/* The tree with all its slots; each knob stands at its first choice. */
pag_sample_model *pag_sample_model_create(pag_arena *arena, const pag_pack *pack,
                                          const pag_sample_wish *wish, size_t count);
/* What is wished of the slot; NULL: nothing. */
const pag_str *pag_sample_wished(const pag_sample_model *model, const pag_sample_slot *slot);
pag_sample_knob *pag_sample_knob_create(pag_sample_model *model);
/* The text that the slot has now. */
pag_str pag_sample_text_of(const pag_sample_slot *slot);

/* --- values.c: the texts that one slot may have --- */

/* Fills in the slot: the wish alone, or all that comes to mind and that its cell can have. */
void pag_sample_values(pag_sample_model *model, pag_sample_slot *slot);
/* One more text, unless the slot has it or cannot have it; of a joint or a fixed knob none. */
void pag_sample_offer(pag_sample_model *model, pag_sample_slot *slot, pag_str text);
/* The same for a number by value, in the slot's unit, and as near as its steps allow. */
void pag_sample_offer_number(pag_sample_model *model, pag_sample_slot *slot, pag_number number);
/* The text as a number of the slot's cell; false when it is none. */
bool pag_sample_number_of(pag_sample_model *model, const pag_sample_slot *slot, pag_str text,
                          pag_number *out);

/* --- together.c: texts that only go together --- */

/* The cells of the list whose entries have a sum, and the days of entries that tile the period. */
void pag_sample_together(pag_sample_model *model, pag_sample_field *list);

/* --- names.c --- */

/* The id that the entry will have, as far as that is known before the file is read. */
pag_str pag_sample_id(const pag_sample_model *model, const pag_sample_entry *entry);
/* "Esempio 2". */
pag_str pag_sample_name(const pag_sample_model *model, const pag_sample_entry *entry);
/* The list of the sample that refs of `cell` point into. */
const pag_sample_field *pag_sample_target(const pag_sample_model *model, const pag_cell *cell);

/* --- write.c --- */

/* The file as the knobs stand; notes the line of each slot. */
pag_str pag_sample_text(pag_arena *arena, pag_sample_model *model);

/* --- trial.c: one evaluation --- */

typedef struct pag_sample_trial {
    pag_arena *arena;
    pag_diagnostics *diags;
    uint32_t source;
    const pag_evaluation *evaluation; /* NULL: it could not be read */
    pag_result result;
    size_t cost; /* how far from accepted it is; 0: it is accepted */
} pag_sample_trial;

/* Reads and evaluates the text; everything lives in `arena`. */
pag_sample_trial pag_sample_try(pag_arena *arena, pag_pack *pack, const pag_sample_wish *wish,
                                pag_str text);

/* --- culprits.c: which knobs a failure may depend on --- */

typedef struct pag_sample_culprits {
    size_t n;
    pag_sample_knob **knobs; /* the nearest first */
} pag_sample_culprits;
/* In `arena`. The slots that the first failure read get what it compared them with as further
 * choices. */
pag_sample_culprits pag_sample_blame(pag_arena *arena, pag_sample_model *model,
                                     const pag_sample_trial *trial);

#endif
