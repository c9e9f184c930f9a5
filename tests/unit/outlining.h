/* Outlines a rule file given as text, with the words of the rule language, and says in one line
 * what was refused and where. */
#ifndef TESTS_UNIT_OUTLINING_H
#define TESTS_UNIT_OUTLINING_H

#include "script/outline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define WORD(text)                                                                                 \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

enum { SITED_WORDS = 12 };
static const pag_str words[] = {
    WORD("sum"),     WORD("mean"),   WORD("least"),  WORD("most"),       WORD("count"),
    WORD("all"),     WORD("any"),    WORD("sorted"), WORD("is"),         WORD("above"),
    WORD("round"),   WORD("days"),   WORD("ipairs"), WORD("text"),       WORD("flag"),
    WORD("date"),    WORD("choice"), WORD("whole"),  WORD("number"),     WORD("points"),
    WORD("percent"), WORD("money"),  WORD("class"),  WORD("sheet"),      WORD("list"),
    WORD("ref"),     WORD("bands"),  WORD("keyed"),  WORD("dated"),      WORD("subject"),
    WORD("must"),    WORD("warn"),   WORD("pack"),   WORD("to_confirm"), WORD("plan"),
    WORD("use"),
};
static const pag_given names[] = {
    {WORD("shared_marks"), 0}, {WORD("doubled"), 30}, {WORD("tripled"), 50}};
static const pag_given library_names[] = {
    {WORD("share_out"), 0}, {WORD("halved"), 40}, {WORD("tripled"), 0}};

typedef struct outlining {
    pag_arena arena;
    pag_diagnostics *diags;
    pag_outline outline;
    pag_status status;
    pag_str library; /* what `use` last asked for */
    pag_pos library_pos;
} outlining;

/* There is one library, "lib/shares". */
static inline bool library(void *ud, pag_str asked, pag_pos pos, const pag_given **brought,
                           size_t *n)
{
    outlining *o = ud;
    o->library = asked;
    o->library_pos = pos;
    if (asked.len != 10 || memcmp(asked.at, "lib/shares", 10) != 0) return false;
    *brought = library_names;
    *n = sizeof library_names / sizeof *library_names;
    return true;
}

static inline void outlining_read(outlining *o, pag_arena *arena, pag_str text)
{
    const pag_vocabulary vocabulary = {
        .words = words,
        .n_words = sizeof words / sizeof *words,
        .n_sited = SITED_WORDS,
        .names = names,
        .n_names = sizeof names / sizeof *names,
        .uses = library,
        .ud = o,
    };
    pag_sources *sources = pag_sources_create(arena);
    o->diags = pag_diagnostics_create(arena, sources);
    uint32_t source = pag_sources_add(sources, PAG_STR("test.lua"), text);
    o->status = pag_outline_read_source(arena, o->diags, source, &vocabulary, &o->outline);
}

static inline void outlining_start(outlining *o, pag_str text)
{
    *o = (outlining){.status = PAG_BUG};
    pag_arena_init(&o->arena, pag_heap(), 0);
    outlining_read(o, &o->arena, text);
}

static inline void outlining_end(outlining *o)
{
    pag_arena_drop(&o->arena);
}

/* "3:14+2": line, column, width. */
static inline void put_place(pag_text *out, pag_pos pos)
{
    pag_text_whole(out, pos.line);
    pag_text_byte(out, ':');
    pag_text_whole(out, pos.column);
    pag_text_byte(out, '+');
    pag_text_whole(out, pos.width);
}

/* "E0440 3:1+2 <- 1:1+2 (name); E0412 4:2+3 ("0.1", "10%")": code, place, second place, arguments.
 */
static inline pag_str refusals(outlining *o)
{
    pag_text out = {.arena = &o->arena};
    for (size_t i = 0; i < pag_diagnostics_count(o->diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(o->diags, i);
        if (i) pag_text_put(&out, PAG_STR("; "));
        pag_text_put(&out, pag_code_text(d->code));
        pag_text_byte(&out, ' ');
        put_place(&out, d->pos);
        if (d->also.source) pag_text_put(&out, PAG_STR(" <- "));
        if (d->also.source) put_place(&out, d->also);
        for (size_t a = 0; a < d->n; a++) {
            pag_text_put(&out, a ? PAG_STR(", ") : PAG_STR(" ("));
            pag_text_put(&out, d->arguments[a]);
        }
        if (d->n) pag_text_byte(&out, ')');
    }
    return pag_arena_copy(&o->arena, pag_text_str(&out));
}

static inline void assert_text(pag_str text, const char *expected)
{
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.at, expected, text.len);
}

static inline void assert_place(pag_pos pos, const char *expected)
{
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    pag_text out = {.arena = &arena};
    put_place(&out, pos);
    pag_text_byte(&out, '\0');
    assert_string_equal(out.at, expected);
    pag_arena_drop(&arena);
}

static inline void assert_refused_bytes(pag_str text, pag_status status, const char *expected)
{
    outlining o;
    outlining_start(&o, text);
    assert_string_equal(refusals(&o).at, expected);
    assert_int_equal(o.status, status);
    assert_int_equal(o.outline.n_tables + o.outline.for_lua.len, 0);
    outlining_end(&o);
}

static inline void assert_refused(const char *text, const char *expected)
{
    assert_refused_bytes(pag_str_from(text), PAG_INVALID, expected);
}

static inline void assert_accepted(const char *text)
{
    outlining o;
    outlining_start(&o, pag_str_from(text));
    assert_string_equal(refusals(&o).at, "");
    assert_int_equal(o.status, PAG_OK);
    outlining_end(&o);
}

#endif
