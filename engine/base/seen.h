/* A set of addresses: what a walk has come by already. */
#ifndef PAG_BASE_SEEN_H
#define PAG_BASE_SEEN_H

#include "base/arena.h"

/* Starts as {.arena = arena}; the rest is its own. */
typedef struct pag_seen {
    pag_arena *arena;
    const void **slots;
    size_t n, room;
} pag_seen;

/* False when it was there already. */
bool pag_seen_add(pag_seen *seen, const void *at);
bool pag_seen_has(const pag_seen *seen, const void *at);

#endif
