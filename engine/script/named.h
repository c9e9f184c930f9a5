/* What a formula that could not be followed names: read off its text. */
#ifndef PAG_SCRIPT_NAMED_H
#define PAG_SCRIPT_NAMED_H

#include "base/arena.h"

typedef void (*pag_text_on_name)(void *ud, pag_str name);

/* Visits the names by which the text of a function of rules may read cells: of the fields of
 * anything (`m.total`), and each text in quotes, as in  sum(s.list, "total")  and  m["total"].
 * Comments, locals and what is called name nothing. */
void pag_text_reads(pag_arena *arena, pag_str text, pag_text_on_name visit, void *ud);

#endif
