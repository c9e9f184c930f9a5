/* What the tests of packs share: a small tree of rules/ and plans/ in a folder of its own, written,
 * loaded and evaluated, with figures and diagnostics handed back as text.
 *
 *     write_rules("return subject { a = money {}, b = money { of = function(s) return s.a end }
 * }"); evaluate("a: 10.00"); assert_figure("b", "10.00");
 *
 * The subject is the file person.lua of the pack test/2024; what is evaluated stands under the key
 * `person` of the evaluation file, indented by two. */
#ifndef TESTS_UNIT_PACKS_H
#define TESTS_UNIT_PACKS_H

#include "base/file.h"
#include "eval/eval.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { PACKS_MOST_FILES = 32 };

static struct packs {
    char root[64];
    size_t n_files;
    char *files[PACKS_MOST_FILES];
    const pag_allocator *memory;
    pag_arena arena;               /* of the pack, and of the texts handed back */
    pag_arena run;                 /* of one evaluation */
    pag_diagnostics *diags, *told; /* of loading, of the evaluation */
    pag_pack *pack;
    pag_evaluation *evaluation;
    pag_result result;
    pag_status status;
} packs;

/* --- the tree --- */

static inline const char *packs_join(const char *a, const char *b, const char *c)
{
    return pag_text_join(&packs.arena, 4, pag_str_from(a), pag_str_from(b), pag_str_from(c),
                         (pag_str){"", 1})
        .at;
}

static inline void packs_make_folders(char *path)
{
    for (char *slash = strchr(path + strlen(packs.root) + 1, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(path, 0700);
        *slash = '/';
    }
}

/* Notes a file that is to be removed at the end. */
static inline void packs_keep_path(const char *path)
{
    for (size_t i = 0; i < packs.n_files; i++) {
        if (strcmp(packs.files[i], path) == 0) return;
    }
    char *copy = strdup(path);
    assert_non_null(copy);
    assert_true(packs.n_files < PACKS_MOST_FILES);
    packs.files[packs.n_files++] = copy;
    packs_make_folders(copy);
}

/* Writes `rules/…` or `plans/…` below the test's own folder, over what was there. */
static inline void write_file(const char *name, const char *text)
{
    const char *path = packs_join(packs.root, "/", name);
    packs_keep_path(path);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static inline void packs_remove_files(void)
{
    while (packs.n_files > 0) {
        char *path = packs.files[--packs.n_files];
        (void)unlink(path);
        for (char *slash = strrchr(path, '/'); slash; slash = strrchr(path, '/')) {
            *slash = '\0';
            if (strlen(path) <= strlen(packs.root)) break; /* no further up than our own folder */
            if (rmdir(path) != 0) break;                   /* something else is still in it */
        }
        free(path);
    }
}

/* A pack "test/2024" with this text as its person.lua. */
static inline void write_rules(const char *text)
{
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\" }\n");
    write_file("rules/test/2024/person.lua", text);
}

/* --- life --- */

static inline int packs_set_up(void **state)
{
    (void)state;
    const char *folder = getenv("TMPDIR");
    memset(&packs, 0, sizeof packs);
    packs.memory = pag_heap();
    (void)snprintf(packs.root, sizeof packs.root, "%s/pagella-XXXXXX",
                   folder && strlen(folder) < 40 ? folder : "/tmp");
    assert_non_null(mkdtemp(packs.root));
    pag_arena_init(&packs.arena, packs.memory, 0);
    pag_arena_init(&packs.run, packs.memory, 0);
    return 0;
}

static inline int packs_tear_down(void **state)
{
    (void)state;
    pag_pack_destroy(packs.pack);
    packs_remove_files();
    (void)rmdir(packs.root);
    pag_arena_drop(&packs.run);
    pag_arena_drop(&packs.arena);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, packs_set_up, packs_tear_down)

/* --- loading and evaluating --- */

static inline pag_pack *load_pack(const char *name)
{
    pag_tree tree = {pag_str_from(packs_join(packs.root, "/", "rules")),
                     pag_str_from(packs_join(packs.root, "/", "plans"))};
    pag_pack_destroy(packs.pack);
    packs.diags = pag_diagnostics_create(&packs.arena, pag_sources_create(&packs.arena));
    packs.told = NULL;
    packs.pack = pag_pack_load(&packs.arena, packs.diags, &tree, pag_str_from(name), (pag_pos){0});
    return packs.pack;
}

static inline bool load(void)
{
    return load_pack("test/2024") != NULL;
}

/* Every line two blanks further in. */
static inline const char *packs_indented(const char *yaml)
{
    pag_text out = {.arena = &packs.arena};
    pag_text_put(&out, PAG_STR("  "));
    for (; *yaml; yaml++) {
        pag_text_byte(&out, *yaml);
        if (*yaml == '\n' && yaml[1]) pag_text_put(&out, PAG_STR("  "));
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

/* Reads a whole document by the loaded pack; false when it was refused. */
static inline bool read_document(const char *document)
{
    pag_str bytes = pag_arena_copy(&packs.arena, pag_str_from(document));
    const pag_node *root = NULL;
    pag_head head;
    assert_non_null(packs.pack);
    pag_arena_reset(&packs.run);
    pag_sources *sources = pag_sources_extend(&packs.run, pag_pack_sources(packs.pack));
    packs.told = pag_diagnostics_create(&packs.run, sources);
    uint32_t source = pag_sources_add(sources, PAG_STR("evaluation.yaml"), bytes);
    packs.evaluation = NULL;
    packs.result = (pag_result){0};
    packs.status = PAG_INVALID;
    if (pag_yaml_read(&packs.run, packs.told, source, &root) == PAG_OK &&
        pag_head_read(&packs.run, packs.told, root, &head)) {
        packs.evaluation =
            pag_evaluation_read(&packs.run, packs.told, packs.pack, &head, root, source);
    }
    return packs.evaluation != NULL;
}

static inline pag_status evaluate_document(const char *document)
{
    if (read_document(document)) {
        packs.status = pag_evaluate(packs.pack, packs.evaluation, &packs.run, &packs.result);
    }
    return packs.status;
}

/* What `person` holds, in an evaluation file of the year 2024. Loads the pack when that was not
 * done. */
static inline pag_status evaluate(const char *person)
{
    const char *head = "rules: test/2024\n"
                       "period: {from: 2024-01-01, to: 2024-12-31}\n"
                       "person:\n";
    if (!packs.pack && !load()) return packs.status = PAG_INVALID;
    return evaluate_document(packs_join(head, packs_indented(person), "\n"));
}

/* --- what came out --- */

static inline const char *packs_text(pag_str text)
{
    return pag_arena_copy(&packs.arena, text).at;
}

/* The one figure that fits; `entry` may be "". */
static inline pag_figure *figure_for(const char *tail, const char *entry)
{
    pag_figure *found[2] = {NULL, NULL};
    size_t n = pag_result_find(&packs.result, pag_str_from(tail), pag_str_from(entry), found, 2);
    assert_int_equal(n, 1);
    return found[0];
}

static inline pag_figure *figure(const char *tail)
{
    return figure_for(tail, "");
}

/* Its value for machines: "3454.25", "10" for 10 %, "1/3". */
static inline const char *value_for(const char *tail, const char *entry)
{
    const pag_figure *f = figure_for(tail, entry);
    return packs_text(pag_value_plain(&packs.arena, f->cell, f->value));
}

static inline void packs_put_place(pag_text *out, pag_diagnostics *diags, pag_pos pos)
{
    pag_str path = pag_sources_path(pag_diagnostics_sources(diags), pos.source);
    size_t from = path.len;
    while (from > 0 && path.at[from - 1] != '/') from--;
    pag_text_put(out, (pag_str){path.at + from, path.len - from});
    for (int i = 0; i < 2; i++) {
        pag_text_byte(out, ':');
        pag_text_whole(out, i ? pos.column : pos.line);
    }
}

static inline void packs_put_said(pag_text *out, pag_diagnostics *diags)
{
    for (size_t i = 0; diags && i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        if (out->len) pag_text_put(out, PAG_STR("; "));
        pag_text_put(out, pag_code_text(d->code));
        if (!d->pos.source) continue;
        pag_text_byte(out, ' ');
        packs_put_place(out, diags, d->pos);
    }
}

/* "E0305 person.lua:3:9; W0321 person.lua:7:3": code and place of all that was said, of the pack
 * and then of the evaluation; "" when it was nothing. */
static inline const char *said(void)
{
    pag_text out = {.arena = &packs.arena};
    packs_put_said(&out, packs.diags);
    packs_put_said(&out, packs.told);
    pag_text_byte(&out, '\0');
    return out.at;
}

static inline void assert_said(const char *expected)
{
    assert_string_equal(said(), expected);
}

static inline const pag_diagnostic *first_said(void)
{
    bool loading = pag_diagnostics_count(packs.diags) > 0;
    const pag_diagnostics *diags = loading ? packs.diags : packs.told;
    assert_non_null(diags);
    assert_true(pag_diagnostics_count(diags) > 0);
    return pag_diagnostics_at(diags, 0);
}

enum { MESSAGE, NOTE, HELP };

/* An English sentence of the first that was said. */
static inline const char *sentence(int part)
{
    return packs_text(pag_diag_sentence(&packs.arena, first_said(), PAG_EN, part));
}

static inline void assert_figure_for(const char *tail, const char *entry, const char *expected)
{
    assert_string_equal(said(), "");
    assert_int_equal(packs.status, PAG_OK);
    assert_string_equal(value_for(tail, entry), expected);
}

static inline void assert_figure(const char *tail, const char *expected)
{
    assert_figure_for(tail, "", expected);
}

/* A pack whose person.lua is `text` does not load, and says `expected`. */
static inline void assert_refused(const char *text, const char *expected)
{
    write_rules(text);
    assert_false(load());
    assert_said(expected);
}

static inline void assert_loads(const char *text)
{
    write_rules(text);
    assert_true(load());
    assert_said("");
}

/* Everything a result holds, a line a figure: name, entry, value, value before rounding, and how
 * many steps of which kind led there. */
static inline void packs_put_figure(void *ud, pag_figure *f)
{
    pag_text *out = ud;
    pag_arena *arena = &packs.arena;
    bool known = f->state == PAG_DONE;
    pag_text_put(out, pag_cell_path(arena, f->cell));
    pag_text_put(out, PAG_STR(" ["));
    pag_text_put(out, f->entry->id);
    pag_text_put(out, PAG_STR("] "));
    pag_text_put(out, known ? pag_value_plain(arena, f->cell, f->value) : PAG_STR("-"));
    if (known && f->cell->rounds) {
        pag_text_put(out, PAG_STR(" < "));
        pag_text_put(out, pag_number_plain(arena, f->before));
    }
    for (size_t i = 0; i < f->n_steps; i++) {
        const pag_step *s = &f->steps[i];
        pag_text_byte(out, i ? ',' : ' ');
        pag_text_whole(out, s->kind);
        if (s->figure) pag_text_put(out, s->figure->cell->name);
        if (s->kind != PAG_STEP_READ) pag_text_put(out, pag_number_plain(arena, s->result));
    }
    pag_text_byte(out, '\n');
}

static inline const char *whole_result(void)
{
    pag_text out = {.arena = &packs.arena};
    pag_text_put(&out, pag_str_from(said()));
    pag_text_byte(&out, '\n');
    pag_result_visit(&packs.result, packs_put_figure, &out);
    pag_text_byte(&out, '\0');
    return out.at;
}

#endif
