/* An allocator that counts what is live and, from the n-th allocation on, refuses: what every test
 * of running out of memory is made of. */
#ifndef TESTS_UNIT_FAILING_H
#define TESTS_UNIT_FAILING_H

#include "pagella/base.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct failing {
    size_t from; /* the first allocation that fails; all later ones do too */
    size_t made; /* allocations asked for */
    size_t live; /* bytes not given back */
} failing;

static inline void *failing_resize(void *ud, void *at, size_t old_size, size_t new_size)
{
    failing *memory = ud;
    if (new_size == 0) {
        if (at) memory->live -= old_size;
        free(at);
        return NULL;
    }
    if (new_size > old_size && memory->made++ >= memory->from) return NULL;
    void *now = realloc(at, new_size);
    if (now) memory->live += new_size - (at ? old_size : 0);
    return now;
}

static inline pag_allocator failing_allocator(failing *memory)
{
    return (pag_allocator){failing_resize, memory};
}

/* Every n, until n allocations were enough: nothing but PAG_NOMEM on the way, nothing left behind.
 */
static inline void failing_sweep(pag_status (*whole_scenario)(const pag_allocator *allocator))
{
    for (size_t n = 0;; n++) {
        failing memory = {.from = n};
        pag_allocator allocator = failing_allocator(&memory);
        pag_status status = whole_scenario(&allocator);
        assert_int_equal(memory.live, 0);
        if (status == PAG_OK) break;
        assert_int_equal(status, PAG_NOMEM);
    }
}

#endif
