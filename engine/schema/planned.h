/* What a plan says of the entries of a list: their ids, and the values of their planned cells. Made
 * when a pack loads; each evaluation gets entries made from it. */
#ifndef PAG_SCHEMA_PLANNED_H
#define PAG_SCHEMA_PLANNED_H

#include "schema/cell.h"
#include "schema/names.h"

/* What it says for one cell of an entry. */
typedef struct pag_planned_value {
    pag_value value; /* of a planned cell */
    pag_pos pos;
    bool defaulted;           /* the plan does not say it, and the cell has a default */
    const pag_planned *inner; /* of a list whose entries the plan lists within this one */
} pag_planned_value;

/* What the plan says under a key that the rules ignore: it must not come back beside figures. */
typedef struct pag_ignored {
    pag_str key, text;
    pag_meant_names who;
    pag_pos pos;
} pag_ignored;

typedef struct pag_planned_row {
    pag_str id, name;
    pag_pos pos;
    const pag_planned_value *values; /* one for each cell of the group */
    size_t n_ignored;
    const pag_ignored *ignored;
} pag_planned_row;

struct pag_planned {
    pag_pos pos;
    size_t n; /* at least one */
    pag_planned_row *rows;
};

/* What the plan says of the list `cell`, in an entry that stands in `row` of the plan (NULL: in
 * none); NULL when the entries of that list come from the evaluation. */
const pag_planned *pag_planned_within(const pag_cell *cell, const pag_planned_row *row);
/* Whether an evaluation must give something for each entry of a list that comes from the plan. */
bool pag_planned_asks(const pag_group *group);

#endif
