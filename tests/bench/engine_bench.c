/* One loaded pack and many evaluations: how fast the documents become records, and the records
 * results. Every result is compared with the expected one, to the cent, before anything is timed.
 *
 *     engine_bench rules secretaries.yaml records.txt */
#include "base/arena.h"
#include "eval/eval.h"
#include "workload.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct bench {
    pag_arena loaded; /* the pack */
    pag_arena texts;  /* what evaluations only look into to tell where something stands */
    pag_arena kept;   /* the evaluations, close together */
    pag_arena run;    /* one reading, or one evaluation */
    pag_pack *pack;
    documents docs;
    record *records;
    pag_evaluation **evaluations;
} bench;

static _Noreturn void stop_with(pag_diagnostics *diags, pag_arena *arena, const char *what)
{
    pag_str why = PAG_STR("failed");
    if (pag_diagnostics_count(diags)) {
        why = pag_diag_sentence(arena, pag_diagnostics_at(diags, 0), PAG_EN, 0);
    }
    why = pag_arena_copy(arena, why); /* ends it */
    workload_stop(what, why.at);
}

static void load(bench *b, const char *rules)
{
    pag_diagnostics *diags = pag_diagnostics_create(&b->loaded, pag_sources_create(&b->loaded));
    pag_tree tree = {.rules = pag_str_from(rules)};
    b->pack = pag_pack_load(&b->loaded, diags, &tree, PAG_STR("bench/1"), (pag_pos){0});
    if (!b->pack) stop_with(diags, &b->loaded, "the pack");
}

/* From bytes to a record, as the command line does it for a file. */
static pag_evaluation *read_document(bench *b, pag_arena *texts, pag_arena *arena, document doc)
{
    pag_sources *sources = pag_sources_extend(texts, pag_pack_sources(b->pack));
    pag_diagnostics *diags = pag_diagnostics_create(texts, sources);
    pag_str bytes = {doc.at, doc.len};
    uint32_t source = pag_sources_add(sources, PAG_STR("secretaries.yaml"), bytes);
    const pag_node *root;
    pag_head head;
    pag_evaluation *evaluation = NULL;
    if (pag_yaml_read(texts, diags, source, &root) == PAG_OK &&
        pag_head_read(texts, diags, root, &head)) {
        evaluation = pag_evaluation_read(arena, diags, b->pack, &head, root, source);
    }
    if (!evaluation) stop_with(diags, texts, "a document");
    return evaluation;
}

static void read_all(bench *b, const char *path)
{
    workload_documents(path, &b->docs);
    b->evaluations = PAG_NEW_ARRAY(&b->kept, pag_evaluation *, b->docs.n);
    for (size_t i = 0; i < b->docs.n; i++) {
        b->evaluations[i] = read_document(b, &b->texts, &b->kept, b->docs.at[i]);
    }
}

static void evaluate(bench *b, size_t i, pag_result *result)
{
    pag_arena_reset(&b->run);
    if (pag_evaluate(b->pack, b->evaluations[i], &b->run, result) != PAG_OK) {
        stop_with(b->evaluations[i]->diags, &b->run, "an evaluation");
    }
}

/* --- the results --- */

static const pag_value *value_of(const pag_entry *entry, pag_str name)
{
    const pag_cell *cell = pag_group_cell(entry->group, name);
    if (!cell) workload_stop("the pack", "a cell is missing");
    return &entry->figures[cell->slot].value;
}

/* A figure times `scale`: euros as cents, a percentage in percent units. */
static int64_t scaled(bench *b, const pag_entry *entry, pag_str name, int64_t scale)
{
    pag_number product, number = value_of(entry, name)->number;
    int64_t whole;
    pag_number by = pag_number_whole(&b->run, scale);
    if (pag_number_multiply(&b->run, &product, number, by) != PAG_NUMBER_OK ||
        !pag_number_to_whole(product, &whole)) {
        workload_stop("a result", "is not whole");
    }
    return whole;
}

static void expect(bench *b, size_t number, const pag_entry *subject)
{
    const record *expected = &b->records[number];
    const pag_list *list = value_of(subject, PAG_STR("municipality"))->list;
    workload_expect(number, "the number of members", (int64_t)list->n, (int64_t)expected->n);
    for (size_t i = 0; i < list->n; i++) {
        const pag_entry *entry = list->entries[i];
        const member *m = &expected->members[i];
        workload_expect(number, "total", scaled(b, entry, PAG_STR("total"), 1), m->total);
        workload_expect(number, "rate", scaled(b, entry, PAG_STR("rate"), 100), m->rate);
        workload_expect(number, "pay", scaled(b, entry, PAG_STR("pay"), 100), m->pay);
    }
    workload_expect(number, "the sum", scaled(b, subject, PAG_STR("pay"), 100), expected->pay);
}

static void check(bench *b, const char *path)
{
    size_t n;
    b->records = workload_records(path, &n);
    if (n != b->docs.n) workload_stop(path, "not as many records as documents");
    for (size_t i = 0; i < n; i++) {
        pag_result result;
        evaluate(b, i, &result);
        expect(b, i, result.subjects[0]);
    }
}

/* --- the clock --- */

static double time_reading(bench *b)
{
    size_t done = 0;
    double start = workload_clock(), seconds = 0;
    while (seconds < WORKLOAD_SECONDS) {
        for (size_t i = 0; i < b->docs.n; i++) {
            pag_arena_reset(&b->run);
            (void)read_document(b, &b->run, &b->run, b->docs.at[i]);
        }
        done += b->docs.n;
        seconds = workload_clock() - start;
    }
    return (double)done / seconds;
}

static double time_evaluating(bench *b)
{
    size_t done = 0;
    double start = workload_clock(), seconds = 0;
    while (seconds < WORKLOAD_SECONDS) {
        for (size_t i = 0; i < b->docs.n; i++) {
            pag_result result;
            evaluate(b, i, &result);
        }
        done += b->docs.n;
        seconds = workload_clock() - start;
    }
    return (double)done / seconds;
}

int main(int argc, char **argv)
{
    bench b = {0};
    if (argc != 4) workload_stop("usage", "engine_bench rules secretaries.yaml records.txt");
    pag_arena_init(&b.loaded, pag_heap(), 0);
    pag_arena_init(&b.texts, pag_heap(), 0);
    pag_arena_init(&b.kept, pag_heap(), 0);
    pag_arena_init(&b.run, pag_heap(), 0);
    load(&b, argv[1]);
    read_all(&b, argv[2]);
    check(&b, argv[3]);
    double read = time_reading(&b), evaluated = time_evaluating(&b);
    printf("{\"documents_per_second\": %.1f, \"evaluations_per_second\": %.1f}\n", read, evaluated);
    pag_pack_destroy(b.pack);
    workload_documents_drop(&b.docs);
    free(b.records);
    pag_arena_drop(&b.run);
    pag_arena_drop(&b.kept);
    pag_arena_drop(&b.texts);
    pag_arena_drop(&b.loaded);
    return 0;
}
