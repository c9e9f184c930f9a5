/* The two kinds of document in plans/: the plan, and the head of an evaluation (everything in it
 * but what the pack declares). */
#ifndef PAG_SCHEMA_DOCUMENT_H
#define PAG_SCHEMA_DOCUMENT_H

#include "schema/record.h"

typedef struct pag_plan_sheet {
    pag_str path; /* "secretary.results" */
    pag_str title;
    pag_pos pos;
    int64_t year; /* printed on the sheet; 0: none is */
    pag_pos year_pos;
    size_t n;
    pag_criterion *criteria;
} pag_plan_sheet;

typedef struct pag_plan_item pag_plan_item;
/* A list of the plan. Which keys its items may have is said by rules. */
typedef struct pag_plan_list {
    pag_str path; /* "areas", "secretary.aims"; of a list within an item its key alone */
    pag_pos pos;
    size_t n;
    pag_plan_item *items;
} pag_plan_list;

struct pag_plan_item {
    pag_str id, name; /* the name as people read it */
    pag_str name_key; /* the key that says the name; empty: the id is the name too */
    const pag_node *node;
    size_t n_lists;
    pag_plan_list *lists;
};

typedef struct pag_plan {
    pag_str name, organization, title, source, note;
    pag_number from, to; /* of the period */
    pag_pos period_pos;
    size_t n_sheets;
    pag_plan_sheet *sheets;
    size_t n_lists;
    pag_plan_list *lists;
} pag_plan;

/* NULL when something is wrong, said in `diags`. `expected_name` is the plan's place below plans/.
 */
pag_plan *pag_plan_read(pag_arena *arena, pag_diagnostics *diags, const pag_node *root,
                        pag_str expected_name);
const pag_plan_sheet *pag_plan_sheet_at(const pag_plan *plan, pag_str path);

/* Gives the lists of `subjects` that come from the plan what it says of them, and refuses what does
 * not fit, at its place in the plan, and keys of the plan's lists that no cell takes. `plan` may be
 * NULL: the pack was written for none. False when something is wrong. */
bool pag_plan_bind(pag_arena *arena, pag_diagnostics *diags, const pag_plan *plan,
                   pag_group *const *subjects, size_t n);

/* Of a warning of rules it may say by `name` which one, and by `for` of which entry: its id, with
 * the ids of what it stands in before it where that is needed ("area.objective"). */
typedef struct pag_acknowledgement {
    pag_answer answer;
    pag_pos pos;
    pag_pos name_pos, entry_pos; /* source 0: not written */
    pag_pos because_pos;
} pag_acknowledgement;

/* A file with rows for a list, as the evaluation names it. */
typedef struct pag_named_file {
    pag_str text;
    pag_pos pos;
} pag_named_file;

typedef struct pag_head {
    pag_str rules; /* "casale-marittimo/2023" */
    pag_pos rules_pos;
    pag_str plan; /* may be empty: the pack's own */
    pag_pos plan_pos;
    pag_number from, to; /* of the period */
    pag_pos period_pos;  /* source 0: no period is written, or a wrong one */
    bool period_wrong;   /* and told */
    bool example;
    pag_str note;
    size_t n_marks;
    pag_named_file *marks;
    size_t n_acknowledged;
    pag_acknowledgement *acknowledged;
} pag_head;

/* Reads the head; other keys are left alone. False when something is wrong. `root` must be a map
 * (anything else is said). */
bool pag_head_read(pag_arena *arena, pag_diagnostics *diags, const pag_node *root, pag_head *out);
/* Only the period, of a map that is part of a document; everything else in `*out` is empty. */
bool pag_head_read_period(pag_arena *arena, pag_diagnostics *diags, const pag_node *map,
                          pag_head *out);
/* What an evaluation or a test case says: the subjects as they were read (NULL: left out), by the
 * groups of the rules. */
typedef struct pag_read_texts {
    const pag_head *head;
    const pag_node *sentence; /* of a test case; NULL: it is none */
    const pag_node *note;     /* nothing shows it, but it stands beside marks; may be NULL */
    size_t n_files;
    const pag_str *files; /* their paths, which messages and results show */
    size_t n;
    const pag_group *const *groups;
    pag_entry *const *subjects;
} pag_read_texts;
/* Whether none of its texts is what the plan says under a key that the rules ignore, or has a name
 * that stands there, however it is written; else that is told: what was left out on purpose would
 * come back beside figures. */
bool pag_record_keeps_out(pag_arena *arena, pag_diagnostics *diags, const pag_read_texts *written);
/* Every key of `map` is one of these; one that is not is told, with the nearest. */
bool pag_keys_judge(pag_arena *arena, pag_diagnostics *diags, const pag_node *map,
                    const pag_str *known, size_t n);
/* Whether one of the keys it tells is told as a misspelling of `name`. */
bool pag_keys_misspelt(const pag_node *map, const pag_str *known, size_t n, pag_str name);
/* The keys of the head. */
const pag_str *pag_head_keys(size_t *n);

#endif
