/* Reading a document while memory ends: in our arenas, and inside libyaml. */
#include "failing.h"
#include "yaml_reading.h"

#include <stdio.h>
#include <stdlib.h>

/* A whole reading, of a good document or a bad one, told into an arena of its own. */
static pag_status read_with(const pag_allocator *allocator, pag_str bytes)
{
    pag_arena arena, told;
    pag_arena_init(&arena, allocator, 0);
    pag_arena_init(&told, allocator, 0);
    pag_trap trap;
    volatile pag_status status = PAG_NOMEM;
    pag_trap_set(&trap, &told);
    if (setjmp(trap.jump) == 0) {
        pag_sources *sources = pag_sources_create(&told);
        pag_diagnostics *diags = pag_diagnostics_create(&told, sources);
        uint32_t source = pag_sources_add(sources, PAG_STR("test.yaml"), bytes);
        const pag_node *root;
        status = pag_yaml_read(&arena, diags, source, &root);
        assert_int_equal(root != NULL, status == PAG_OK);
    }
    pag_trap_clear(&trap);
    pag_arena_drop(&arena);
    pag_arena_drop(&told);
    return status;
}

/* Long enough that every arena needs several chunks. */
static size_t long_document(char *at, size_t size, bool good)
{
    size_t len = 0;
    for (unsigned i = 0; len + 64 < size; i++) {
        const char *form = good ? "key%u: {a: [1, 'due', x], b: }\n" : "key%u: {a: &x 1, a: 2}\n";
        len += (size_t)snprintf(at + len, size - len, form, i);
    }
    return len;
}

static void when_memory_ends_so_does_the_reading(void **state)
{
    (void)state;
    static char text[1 << 15];
    for (int good = 0; good < 2; good++) {
        pag_str bytes = {text, long_document(text, sizeof text, good)};
        for (size_t n = 0;; n++) {
            failing memory = {.from = n};
            pag_allocator allocator = failing_allocator(&memory);
            pag_status status = read_with(&allocator, bytes);
            assert_int_equal(memory.live, 0);
            if (status != PAG_NOMEM) {
                assert_int_equal(status, good ? PAG_OK : PAG_LIMIT);
                assert_true(n > 5);
                break;
            }
        }
    }
}

/* libyaml takes its memory through these functions of its own, which a program may replace. */
PAG_API void *yaml_malloc(size_t size);
PAG_API void *yaml_realloc(void *at, size_t size);

static size_t yaml_made, yaml_from = SIZE_MAX;

void *yaml_malloc(size_t size)
{
    return yaml_made++ < yaml_from ? malloc(size ? size : 1) : NULL;
}

void *yaml_realloc(void *at, size_t size)
{
    if (yaml_made++ >= yaml_from) return NULL;
    return at ? realloc(at, size ? size : 1) : malloc(size ? size : 1);
}

static void when_memory_ends_inside_libyaml_it_is_no_syntax_error(void **state)
{
    (void)state;
    pag_str bytes = PAG_STR("a: [1, 'x']\nb:\n  - {c: |\n      text\n    }\n  - *x\nd: &y 2\n");
    yaml_from = SIZE_MAX;
    yaml_made = 0;
    pag_status whole = read_with(pag_heap(), bytes);
    size_t needed = yaml_made;
    if (needed == 0) skip(); /* libyaml was linked so that it keeps to its own */
    for (size_t n = 0; n < needed; n++) {
        yaml_made = 0;
        yaml_from = n;
        pag_status status = read_with(pag_heap(), bytes);
        yaml_from = SIZE_MAX;
        assert_int_equal(status, PAG_NOMEM);
    }
    assert_int_equal(whole, PAG_INVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(when_memory_ends_so_does_the_reading),
        cmocka_unit_test(when_memory_ends_inside_libyaml_it_is_no_syntax_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
