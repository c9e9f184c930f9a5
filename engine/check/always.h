/* What the rules say of themselves whatever is evaluated. Not for other rooms. */
#ifndef PAG_CHECK_ALWAYS_H
#define PAG_CHECK_ALWAYS_H

#include "check/check.h"

/* The conditions of the pack that fail by what it fixes alone: a `warn` says so of every
 * evaluation, a `must` refuses every one. In check->each; NULL: there are none. */
pag_diagnostics *pag_always_told(pag_check *check, const pag_loaded_pack *pack);

#endif
