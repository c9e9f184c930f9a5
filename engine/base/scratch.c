#include "base/scratch.h"

enum { KEEP, A, B, ARENAS };

static pag_status ended_by(const pag_trap *traps)
{
    return traps[A].status != PAG_OK ? traps[A].status : traps[B].status;
}

pag_status pag_scratch_run(pag_arena *keep, pag_arena *a, pag_arena *b, pag_scratch_work work,
                           void *ud)
{
    pag_trap traps[ARENAS];
    pag_trap_set(&traps[KEEP], keep);
    pag_trap_set(&traps[A], a);
    pag_trap_set(&traps[B], b ? b : a);
    if (!setjmp(traps[KEEP].jump) && !setjmp(traps[A].jump) && !setjmp(traps[B].jump)) work(ud);
    for (int i = ARENAS; i-- > 0;) pag_trap_clear(&traps[i]);
    if (b) pag_arena_drop(b);
    pag_arena_drop(a);
    pag_trap_pass_on(&traps[KEEP]);
    pag_status ended = ended_by(traps);
    if (ended == PAG_NOMEM) pag_arena_end(keep, ended);
    return ended;
}
