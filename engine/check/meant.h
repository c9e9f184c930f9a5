/* What the rules say of a plan alone, before anybody has evaluated by it. */
#ifndef PAG_CHECK_MEANT_H
#define PAG_CHECK_MEANT_H

#include "check/check.h"

/* The conditions of a pack that fail whatever an evaluation says, since they read only what the
 * plan and the rules say: as diagnostics in check->each. NULL: there are none. */
pag_diagnostics *pag_meant_judge(pag_check *check, const pag_loaded_pack *pack);

#endif
