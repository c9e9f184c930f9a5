/* The default allocator, and the sink that stops at its first failure. */
#include "pagella/base.h"

#include <stdlib.h>

static void *resize(void *ud, void *at, size_t old_size, size_t new_size)
{
    (void)ud;
    (void)old_size;
    if (new_size == 0) {
        free(at);
        return NULL;
    }
    return realloc(at, new_size);
}

const pag_allocator *pag_heap(void)
{
    static const pag_allocator heap = {resize, NULL};
    return &heap;
}

void pag_sink_put(pag_sink *sink, pag_str text)
{
    if (sink->failed || text.len == 0) return;
    if (!sink->write(sink->ud, text.at, text.len)) sink->failed = true;
}
