/* The empty evaluation of a pack: everything that it asks, nothing that it has already, with what
 * may be written beside each value. Filling it in is all that is left to do; what is not filled in
 * is told by the readers at its line, because a key without a value is a value that is missing.
 *
 *     pag_form form = {.pack = pack, .arena = &arena, .lang = PAG_IT};
 *     pag_form_yaml(&form, &sink);
 */
#ifndef PAG_FORM_FORM_H
#define PAG_FORM_FORM_H

#include "marks/marks.h"
#include "pack/pack.h"

typedef struct pag_form {
    const pag_pack *pack;
    pag_arena *arena; /* filled by every call, the caller's to reset */
    pag_lang lang;    /* of the explanations; titles are as the rules write them */
    pag_str schema;   /* that editors read the file by, as the file names it; empty: none */
} pag_form;

/* As an evaluation file, which reads back once its values are there. */
void pag_form_yaml(const pag_form *form, pag_sink *sink);
/* What is asked, for programs: one object, schema "pagella.form/1". */
void pag_form_json(const pag_form *form, pag_sink *sink);

/* The lists that can be filled in as rows, and the empty rows of one of them. */
pag_marks_lists pag_form_lists(const pag_form *form);
void pag_form_csv(const pag_form *form, const pag_group *list, pag_sink *sink);
/* The same for programs: which columns there can be, and the rows that the plan lists; one object,
 * schema "pagella.form.rows/1". */
void pag_form_rows_json(const pag_form *form, const pag_group *list, pag_sink *sink);

#endif
