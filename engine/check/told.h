/* What a check has told and looked at already: the same finding is reached on several ways, through
 * a pack and as a file of its own, and people name the same thing twice. Not for other rooms. */
#ifndef PAG_CHECK_TOLD_H
#define PAG_CHECK_TOLD_H

#include "check/check.h"

/* Those of `diags` that were not told before, which from now on count as told; in check->each. What
 * came about with an evaluation is another finding with another one, although one rule says it of
 * both; `evaluation` is its path, else empty. */
pag_diagnostics *pag_told_leave_out(pag_check *check, pag_diagnostics *diags, pag_str evaluation);
/* Whether what has this identity is met for the first time; from now on it is not. */
bool pag_told_meet(pag_check *check, const uint64_t *identity, size_t n);

/* The same for the place of a value that is to be confirmed. */
bool pag_told_doubt(pag_check *check, const pag_sources *sources, const pag_doubt *doubt);

#endif
