/* What figures rest on that is still to be confirmed. Not for other rooms. */
#ifndef PAG_EVAL_DOUBTS_H
#define PAG_EVAL_DOUBTS_H

#include "bind/bind.h"
#include "eval/eval.h"

/* Works out from the steps, once all figures are there, what each one rests on. Nothing happens
 * where the rules hold no doubt. */
void pag_doubts_settle(const pag_result *result, const pag_bind *bind, pag_arena *arena);
/* One warning for each doubt that a figure rests on, with what is to be paid by it. */
void pag_doubts_tell(const pag_result *result, pag_arena *arena);

#endif
