/* Work that has arenas of its own beside one that is somebody else's. */
#ifndef PAG_BASE_SCRATCH_H
#define PAG_BASE_SCRATCH_H

#include "base/arena.h"

typedef void (*pag_scratch_work)(void *ud);

/* Runs `work`, which allocates from `keep` and from the arenas `a` and `b` (NULL: there is one
 * only), and drops those two, whatever happens. That `keep` is full, or that the machine has no
 * more memory, goes on to the handler of `keep`. PAG_LIMIT: an arena of its own was full, and the
 * work has ended there; else PAG_OK. */
pag_status pag_scratch_run(pag_arena *keep, pag_arena *a, pag_arena *b, pag_scratch_work work,
                           void *ud);

#endif
