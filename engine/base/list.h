/* A list that grows in an arena; what it leaves behind when it grows is forgotten with the arena.
 *
 *     PAG_LIST(pag_token) targets = {0};
 *     PAG_LIST_ADD(arena, &targets, token);
 */
#ifndef PAG_BASE_LIST_H
#define PAG_BASE_LIST_H

#include "base/arena.h"

#include <string.h>

#define PAG_LIST(type)                                                                             \
    struct {                                                                                       \
        type *at;                                                                                  \
        size_t n, room;                                                                            \
    }

#define PAG_LIST_ADD(arena, list, ...)                                                             \
    ((list)->at =                                                                                  \
         pag_list_grown((arena), (list)->at, (list)->n, &(list)->room, sizeof *(list)->at),        \
     (list)->at[(list)->n++] = (__VA_ARGS__))

/* `at`, which holds n items of `size` bytes, with room for one more: itself while there is some,
 * else a larger copy in the arena. `room` is how many it can hold. */
static inline void *pag_list_grown(pag_arena *arena, void *at, size_t n, size_t *room, size_t size)
{
    if (n < *room) return at;
    size_t more = *room ? *room * 2 : 16;
    void *grown = pag_arena_array(arena, more, size);
    if (n) memcpy(grown, at, n * size);
    *room = more;
    return grown;
}

#endif
