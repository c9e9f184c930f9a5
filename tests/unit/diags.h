/* What the tests of diagnostics share: an empty collector for each test, and what it writes. */
#ifndef TESTS_UNIT_DIAGS_H
#define TESTS_UNIT_DIAGS_H

#include "diag/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static pag_arena arena;
static pag_sources *sources;
static pag_diagnostics *diags;

static inline int set_up(void **state)
{
    (void)state;
    pag_arena_init(&arena, pag_heap(), 0);
    sources = pag_sources_create(&arena);
    diags = pag_diagnostics_create(&arena, sources);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    pag_arena_drop(&arena);
    return 0;
}

static inline bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

static inline const char *written(pag_diag_style style)
{
    pag_text out = {.arena = &arena};
    pag_sink sink = {.write = append, .ud = &out};
    pag_diagnostics_write(diags, &arena, style, &sink);
    return pag_arena_copy(&arena, pag_text_str(&out)).at;
}

static inline void assert_written(pag_diag_style style, const char *expected)
{
    assert_string_equal(written(style), expected);
}

static inline uint32_t source(const char *path, const char *text)
{
    return pag_sources_add(sources, pag_str_from(path), pag_str_from(text));
}

/* A diagnostic under `what` in the text. */
static inline pag_diagnostic *under(uint32_t in, const char *what)
{
    const char *text = pag_sources_bytes(sources, in).at;
    size_t offset = (size_t)(strstr(text, what) - text);
    pag_pos pos = pag_sources_at(sources, in, offset, strlen(what));
    return pag_diag_add(diags, PAG_E0002, pos, 1, PAG_STR("x"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
