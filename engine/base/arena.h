/* Memory that is freed all at once. Three lifetimes are enough for the whole program: what is
 * loaded, one evaluation, scratch; so almost nothing is freed one by one.
 *
 * An allocation never returns NULL. When memory ends, or the arena's own cap is reached, the arena
 * calls its `fail` handler, which must not return. Outside Lua the handler is a trap: */
#ifndef PAG_BASE_ARENA_H
#define PAG_BASE_ARENA_H

#include "pagella/base.h"
#include <setjmp.h>

typedef struct pag_arena pag_arena;
typedef void (*pag_arena_fail)(void *ud, pag_status why); /* never returns */

struct pag_chunk;
struct pag_arena {
    const pag_allocator *allocator;
    struct pag_chunk *first, *current;
    size_t used, cap; /* bytes taken from the allocator, and the most it may take (0: no cap) */
    pag_arena_fail fail;
    void *fail_ud;
};

/* Takes no memory yet. Until a handler is set, running out aborts the program. */
void pag_arena_init(pag_arena *arena, const pag_allocator *allocator, size_t cap);
/* Gives everything back. */
void pag_arena_drop(pag_arena *arena);
/* Forgets everything but keeps the memory for the next round. */
void pag_arena_reset(pag_arena *arena);

/* Ends the work as when there is no more memory: by the handler. */
_Noreturn void pag_arena_end(pag_arena *arena, pag_status why);

/* Zeroed, aligned for anything, valid until the arena is reset or dropped. */
void *pag_arena_alloc(pag_arena *arena, size_t size);
/* The same, not zeroed: for what is written over at once. */
void *pag_arena_take(pag_arena *arena, size_t size);
/* A copy of `size` bytes. */
void *pag_arena_keep(pag_arena *arena, const void *from, size_t size);
#define PAG_NEW(arena, type) ((type *)pag_arena_alloc((arena), sizeof(type)))
#define PAG_NEW_ARRAY(arena, type, n) ((type *)pag_arena_array((arena), (n), sizeof(type)))
void *pag_arena_array(pag_arena *arena, size_t n, size_t size); /* checks n * size */
/* A copy, followed by a zero byte that does not count. */
pag_str pag_arena_copy(pag_arena *arena, pag_str text);

/* A trap turns a failing allocation into a status at one place:
 *
 *     pag_trap trap;
 *     pag_trap_set(&trap, arena);
 *     if (setjmp(trap.jump) == 0) {
 *         … work that allocates …
 *     }
 *     pag_trap_clear(&trap);              // the handler of before is back
 *     … free what is not in the arena …
 *     return trap.status;                 // PAG_OK, PAG_NOMEM or PAG_LIMIT
 *
 * Variables changed after setjmp and read after the jump must be volatile or stand in a struct. */
typedef struct pag_trap {
    jmp_buf jump;
    pag_status status;
    pag_arena *arena;
    pag_arena_fail before;
    void *before_ud;
} pag_trap;

void pag_trap_set(pag_trap *trap, pag_arena *arena);
void pag_trap_clear(pag_trap *trap);
/* For those who only need to clean up: after pag_trap_clear and the cleaning, hands a failure on to
 * the handler of before and does not return; does nothing when there was none. */
void pag_trap_pass_on(const pag_trap *trap);

#endif
