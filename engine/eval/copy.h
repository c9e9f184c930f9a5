/* The figures of a run: copies of what was read, so that the record stays as it is. */
#ifndef PAG_EVAL_COPY_H
#define PAG_EVAL_COPY_H

#include "eval/eval.h"

/* As many as the evaluation has subjects. What a ref refers to is the copy of that entry. */
pag_entry **pag_evaluation_copy(pag_arena *arena, const pag_evaluation *evaluation);

#endif
