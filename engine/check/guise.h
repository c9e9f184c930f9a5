/* What a file is that somebody gives as an evaluation: by its name, by its first bytes, or by what
 * stands in it. One that is something else gets one error that says so, and none about its lines.
 */
#ifndef PAG_CHECK_GUISE_H
#define PAG_CHECK_GUISE_H

#include "yaml/yaml.h"

typedef enum pag_guise {
    PAG_GUISE_ANY,   /* a document that may be an evaluation, or what nobody knows */
    PAG_GUISE_TABLE, /* rows for the lists of an evaluation */
    PAG_GUISE_RULES, /* *.lua */
    PAG_GUISE_TESTS, /* of a pack */
    PAG_GUISE_PLAN
} pag_guise;

pag_guise pag_guise_by_name(pag_str path, pag_str bytes);
/* `root`: the document; NULL: it is none. */
pag_guise pag_guise_of(pag_str bytes, const pag_node *root);
/* Adds what it is, and which command takes it; nothing of ANY. */
void pag_guise_tell(pag_arena *arena, pag_diagnostics *diags, uint32_t source, pag_str path,
                    pag_guise guise);

#endif
