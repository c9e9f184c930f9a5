/* What a check has told already: the same finding is reached on several ways, through a pack and as
 * a file of its own. Not for other rooms. */
#ifndef PAG_CHECK_TOLD_H
#define PAG_CHECK_TOLD_H

#include "check/check.h"

/* Those of `diags` that were not told before, which from now on count as told; in check->each. */
pag_diagnostics *pag_told_leave_out(pag_check *check, pag_diagnostics *diags);

#endif
