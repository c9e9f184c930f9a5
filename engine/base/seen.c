/* Open addressing, at most half full. */
#include "base/seen.h"

static size_t slot_of(const pag_seen *seen, const void *at)
{
    size_t i = ((uintptr_t)at >> 4) * 0x9e3779b1u & (seen->room - 1);
    while (seen->slots[i] && seen->slots[i] != at) i = (i + 1) & (seen->room - 1);
    return i;
}

static void grow(pag_seen *seen)
{
    pag_seen larger = {
        .arena = seen->arena, .n = seen->n, .room = seen->room ? seen->room * 2 : 64};
    larger.slots = PAG_NEW_ARRAY(seen->arena, const void *, larger.room);
    for (size_t i = 0; i < seen->room; i++) {
        if (seen->slots[i]) larger.slots[slot_of(&larger, seen->slots[i])] = seen->slots[i];
    }
    *seen = larger;
}

bool pag_seen_add(pag_seen *seen, const void *at)
{
    if (seen->n * 2 >= seen->room) grow(seen);
    size_t i = slot_of(seen, at);
    if (seen->slots[i]) return false;
    seen->slots[i] = at;
    seen->n++;
    return true;
}

bool pag_seen_has(const pag_seen *seen, const void *at)
{
    return seen->n > 0 && seen->slots[slot_of(seen, at)];
}
