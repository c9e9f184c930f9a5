/* What a term, or all the ways through a formula, come to where figures are known. */
#ifndef PAG_SCHEMA_WORK_H
#define PAG_SCHEMA_WORK_H

#include "schema/term.h"

typedef struct pag_work {
    pag_arena *arena; /* of what comes of it */
    void *ud;
    /* The value of a figure, NONE of an optional one that is not there; false: it is not known. */
    bool (*figure)(void *ud, const pag_figure *figure, pag_value *out);
} pag_work;

typedef enum pag_work_end {
    PAG_WORKED,
    PAG_WORK_STOPS, /* an evaluation would end in an error there */
    PAG_WORK_OPEN   /* it hangs on what is not known, or on more than figures */
} pag_work_end;

/* A number, a flag, a word or a text. */
pag_work_end pag_way_work(const pag_work *work, const pag_way *ways, pag_value *out);

#endif
