/* What the tests of packs' data share: numbers and documents given as text, cells made by hand, and
 * what was said in one line. */
#ifndef TESTS_UNIT_SCHEMA_H
#define TESTS_UNIT_SCHEMA_H

#include "schema/document.h"

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

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static inline pag_number number(const char *text)
{
    pag_number x = PAG_ZERO;
    assert_int_equal(pag_number_parse(&arena, pag_str_from(text), &x), PAG_NUMBER_OK);
    return x;
}

static inline const char *c_text(pag_str text)
{
    return pag_arena_copy(&arena, text).at;
}

static inline void assert_text(pag_str text, const char *expected)
{
    assert_string_equal(c_text(text), expected);
}

static inline void put_place(pag_text *out, pag_pos pos)
{
    pag_text_whole(out, pos.line);
    pag_text_byte(out, ':');
    pag_text_whole(out, pos.column);
}

/* "E0220 3:1; E0243 4:2 <- 1:1": code, place, second place; "" when nothing was said. */
static inline const char *said(void)
{
    pag_text out = {.arena = &arena};
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        if (i) pag_text_put(&out, PAG_STR("; "));
        pag_text_put(&out, pag_code_text(d->code));
        pag_text_byte(&out, ' ');
        put_place(&out, d->pos);
        if (!d->also.source) continue;
        pag_text_put(&out, PAG_STR(" <- "));
        put_place(&out, d->also);
    }
    return c_text(pag_text_str(&out));
}

static inline void assert_said(const char *expected)
{
    assert_string_equal(said(), expected);
}

enum { MESSAGE, NOTE, HELP };

/* A sentence of the first diagnostic. */
static inline void assert_sentence(pag_lang lang, int part, const char *expected)
{
    assert_true(pag_diagnostics_count(diags) > 0);
    const pag_diagnostic *d = pag_diagnostics_at(diags, 0);
    assert_text(pag_diag_sentence(&arena, d, lang, part), expected);
}

static inline const pag_node *document(const char *yaml)
{
    const pag_node *root = NULL;
    uint32_t source = pag_sources_add(sources, PAG_STR("test.yaml"), pag_str_from(yaml));
    assert_int_equal(pag_yaml_read(&arena, diags, source, &root), PAG_OK);
    return root;
}

/* A pack's group from a list of cells; slots and owners are filled in. */
static inline pag_group *group_of(const char *name, size_t n, const pag_cell *cells)
{
    pag_group *group = PAG_NEW(&arena, pag_group);
    group->name = pag_str_from(name);
    group->n_cells = n;
    group->cells = PAG_NEW_ARRAY(&arena, pag_cell, n);
    for (size_t i = 0; i < n; i++) {
        pag_cell *cell = &group->cells[i];
        *cell = cells[i];
        cell->group = group;
        cell->slot = (uint32_t)i;
        if (!cell->list) continue;
        cell->list->parent = group;
        cell->list->name = cell->name;
        cell->list->depth = group->depth + 1;
    }
    return group;
}
#define GROUP(name, cells) group_of(name, sizeof(cells) / sizeof *(cells), cells)

static inline pag_cell given(const char *name, pag_type type)
{
    return (pag_cell){.name = pag_str_from(name), .type = type};
}

static inline pag_bound bound(const char *text)
{
    return (pag_bound){.set = true, .number = number(text)};
}

#endif
