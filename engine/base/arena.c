/* Chunks of growing size in a list; an allocation is a bump in the current one. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 4096, LARGEST_CHUNK = 1 << 18 };

struct pag_chunk {
    struct pag_chunk *next;
    size_t size, used; /* of `bytes` */
    alignas(max_align_t) unsigned char bytes[];
};

static void give_up(void *ud, pag_status why)
{
    (void)ud;
    (void)why;
    abort();
}

void pag_arena_init(pag_arena *arena, const pag_allocator *allocator, size_t cap)
{
    *arena = (pag_arena){.allocator = allocator, .cap = cap, .fail = give_up};
}

void pag_arena_drop(pag_arena *arena)
{
    struct pag_chunk *c = arena->first;
    while (c) {
        struct pag_chunk *next = c->next;
        arena->allocator->resize(arena->allocator->ud, c, sizeof *c + c->size, 0);
        c = next;
    }
    arena->first = arena->current = NULL;
    arena->used = 0;
}

void pag_arena_reset(pag_arena *arena)
{
    for (struct pag_chunk *c = arena->first; c; c = c->next) c->used = 0;
    arena->current = arena->first;
}

void pag_arena_end(pag_arena *arena, pag_status why)
{
    arena->fail(arena->fail_ud, why);
    abort(); /* a handler that returns is a mistake of ours */
}

static bool fits(const pag_arena *arena, size_t size)
{
    size_t bytes = sizeof(struct pag_chunk) + size;
    return !arena->cap || (bytes <= arena->cap && arena->used <= arena->cap - bytes);
}

/* Larger than asked, so that the next ones need none; near the cap no larger than asked. */
static struct pag_chunk *chunk_create(pag_arena *arena, size_t at_least)
{
    size_t size = arena->current ? arena->current->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_CHUNK) size = LARGEST_CHUNK;
    if (size < at_least || !fits(arena, size)) size = at_least;
    if (!fits(arena, size)) pag_arena_end(arena, PAG_LIMIT);
    size_t bytes = sizeof(struct pag_chunk) + size;
    struct pag_chunk *c = arena->allocator->resize(arena->allocator->ud, NULL, 0, bytes);
    if (!c) pag_arena_end(arena, PAG_NOMEM);
    *c = (struct pag_chunk){.size = size};
    arena->used += bytes;
    return c;
}

/* The next chunk with room for `size`: one kept by a reset, or a new one after the current. */
static struct pag_chunk *chunk_with_room(pag_arena *arena, size_t size)
{
    while (arena->current && arena->current->next) {
        arena->current = arena->current->next;
        if (arena->current->size - arena->current->used >= size) return arena->current;
    }
    struct pag_chunk *c = chunk_create(arena, size);
    if (arena->current) {
        arena->current->next = c;
    } else {
        arena->first = c;
    }
    return arena->current = c;
}

void *pag_arena_take(pag_arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2) pag_arena_end(arena, PAG_NOMEM);
    size = size ? (size + align - 1) / align * align : align;
    struct pag_chunk *c = arena->current;
    if (!c || c->size - c->used < size) c = chunk_with_room(arena, size);
    void *at = c->bytes + c->used;
    c->used += size;
    return at;
}

void *pag_arena_alloc(pag_arena *arena, size_t size)
{
    return memset(pag_arena_take(arena, size), 0, size);
}

void *pag_arena_keep(pag_arena *arena, const void *from, size_t size)
{
    void *at = pag_arena_take(arena, size);
    return size ? memcpy(at, from, size) : at;
}

void *pag_arena_array(pag_arena *arena, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / 2 / size) pag_arena_end(arena, PAG_NOMEM);
    return pag_arena_alloc(arena, n * size);
}

pag_str pag_arena_copy(pag_arena *arena, pag_str text)
{
    char *at = pag_arena_alloc(arena, text.len + 1);
    if (text.len) memcpy(at, text.at, text.len);
    return (pag_str){at, text.len};
}

static void jump(void *ud, pag_status why)
{
    pag_trap *trap = ud;
    trap->status = why;
    longjmp(trap->jump, 1);
}

void pag_trap_set(pag_trap *trap, pag_arena *arena)
{
    trap->status = PAG_OK;
    trap->arena = arena;
    trap->before = arena->fail;
    trap->before_ud = arena->fail_ud;
    arena->fail = jump;
    arena->fail_ud = trap;
}

void pag_trap_clear(pag_trap *trap)
{
    trap->arena->fail = trap->before;
    trap->arena->fail_ud = trap->before_ud;
}

void pag_trap_pass_on(const pag_trap *trap)
{
    if (trap->status != PAG_OK) pag_arena_end(trap->arena, trap->status);
}
