/* What the files of this room share. */
#ifndef PAG_EVAL_INTERNAL_H
#define PAG_EVAL_INTERNAL_H

#include "bind/bind.h"
#include "eval/eval.h"

/* The part that the figure's entry gets of what its list shares. The first one that is asked for
 * shares out for all; each notes its own step. False when it cannot be had, and why was told; then
 * none of the parts can. */
bool pag_part_compute(const pag_evaluator *e, pag_figure *figure);

/* "is {pay}" → "is 5.857,54 €", reading the cells of the entry. False when one cannot be had, and
 * why was told. */
bool pag_sentence_fill(const pag_evaluator *e, pag_str sentence, pag_entry *entry, pag_str *out);

#endif
