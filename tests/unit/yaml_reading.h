/* Reads a document given as text and says in one line what came of it: the nodes, or the errors. */
#ifndef TESTS_UNIT_YAML_READING_H
#define TESTS_UNIT_YAML_READING_H

#include "yaml/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct reading {
    pag_arena arena;
    pag_diagnostics *diags;
    const pag_node *root;
    pag_status status;
} reading;

static inline void reading_start(reading *r, pag_str bytes)
{
    pag_arena_init(&r->arena, pag_heap(), 0);
    pag_sources *sources = pag_sources_create(&r->arena);
    r->diags = pag_diagnostics_create(&r->arena, sources);
    uint32_t source = pag_sources_add(sources, PAG_STR("test.yaml"), bytes);
    r->status = pag_yaml_read(&r->arena, r->diags, source, &r->root);
}

static inline void reading_end(reading *r)
{
    pag_arena_drop(&r->arena);
}

/* As JSON does, but texts that were plain have no quotes. Nests as deep as the limit allows. */
static inline void put_node(pag_text *out, const pag_node *node, int depth)
{
    assert_true(depth <= PAG_YAML_MOST_DEPTH);
    pag_str marks = node->kind == PAG_NODE_MAP ? PAG_STR("{}") : PAG_STR("[]");
    if (node->kind == PAG_NODE_SCALAR) {
        if (!node->plain) pag_text_byte(out, '"');
        pag_text_put(out, node->text);
        if (!node->plain) pag_text_byte(out, '"');
        return;
    }
    pag_text_byte(out, marks.at[0]);
    for (size_t i = 0; i < node->count; i++) {
        if (i) pag_text_put(out, PAG_STR(", "));
        if (node->kind == PAG_NODE_MAP) {
            pag_text_put(out, node->pairs[i].key);
            pag_text_put(out, PAG_STR(": "));
        }
        put_node(out, node->kind == PAG_NODE_MAP ? node->pairs[i].value : node->items[i],
                 depth + 1);
    }
    pag_text_byte(out, marks.at[1]);
}

static inline void put_place(pag_text *out, pag_pos pos)
{
    pag_text_whole(out, pos.line);
    pag_text_byte(out, ':');
    pag_text_whole(out, pos.column);
}

/* "E0212 3:1 <- 1:1; E0210 4:2": code, place, second place. */
static inline void put_errors(pag_text *out, const pag_diagnostics *diags)
{
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        if (i) pag_text_put(out, PAG_STR("; "));
        pag_text_put(out, pag_code_text(d->code));
        pag_text_byte(out, ' ');
        put_place(out, d->pos);
        if (d->also.source == 0) continue;
        pag_text_put(out, PAG_STR(" <- "));
        put_place(out, d->also);
    }
}

static inline void check_outcome(pag_str bytes, const char *expected, bool good)
{
    reading r;
    reading_start(&r, bytes);
    pag_text out = {.arena = &r.arena};
    if (r.root) {
        put_node(&out, r.root, 1);
    } else {
        put_errors(&out, r.diags);
    }
    pag_text_byte(&out, '\0');
    assert_string_equal(out.at, expected);
    assert_int_equal(r.status == PAG_OK, good);
    assert_int_equal(r.root != NULL, good);
    assert_int_equal(r.status, pag_diagnostics_status(r.diags));
    reading_end(&r);
}

/* For literals, which may hold zero bytes. */
#define assert_reads(literal, nodes) check_outcome(PAG_STR(literal), nodes, true)
#define assert_refused(literal, errors) check_outcome(PAG_STR(literal), errors, false)

/* The message, note (part 1) or help (part 2) of the only error. */
static inline void check_sentence(pag_str bytes, pag_lang lang, int part, const char *expected)
{
    reading r;
    reading_start(&r, bytes);
    assert_int_equal(pag_diagnostics_count(r.diags), 1);
    pag_str said = pag_diag_sentence(&r.arena, pag_diagnostics_at(r.diags, 0), lang, part);
    said = pag_arena_copy(&r.arena, said);
    assert_string_equal(said.at, expected);
    reading_end(&r);
}

#endif
