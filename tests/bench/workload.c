#include "workload.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void workload_stop(const char *what, const char *why)
{
    fprintf(stderr, "bench: %s: %s\n", what, why);
    exit(3);
}

void workload_expect(size_t i, const char *what, int64_t found, int64_t expected)
{
    if (found == expected) return;
    fprintf(stderr, "bench: record %zu: %s is %" PRId64 ", expected %" PRId64 "\n", i + 1, what,
            found, expected);
    exit(3);
}

double workload_clock(void)
{
    struct timespec t;
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t)) workload_stop("clock", strerror(errno));
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void *take(size_t n, size_t size)
{
    void *at = calloc(n ? n : 1, size);
    if (!at) workload_stop("memory", strerror(errno));
    return at;
}

/* The bytes, followed by a zero. */
static char *read_all(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) workload_stop(path, strerror(errno));
    long size = ftell(file);
    if (size < 0) workload_stop(path, strerror(errno));
    rewind(file);
    char *at = take((size_t)size + 1, 1);
    *len = fread(at, 1, (size_t)size, file);
    if (*len != (size_t)size) workload_stop(path, "cannot be read whole");
    fclose(file);
    return at;
}

/* --- records --- */

static int64_t next_number(const char **at)
{
    int64_t n = 0;
    while (**at == ' ' || **at == '\n') ++*at;
    if (**at < '0' || **at > '9') workload_stop("records.txt", "a number is missing");
    for (; **at >= '0' && **at <= '9'; ++*at) n = n * 10 + (**at - '0');
    return n;
}

static void read_member(const char **at, member *out)
{
    out->share = next_number(at);
    out->fees = next_number(at);
    for (size_t i = 0; i < MARKS; i++) out->marks[i] = next_number(at);
    out->total = next_number(at);
    out->rate = next_number(at);
    out->pay = next_number(at);
}

static void read_record(const char **at, record *out)
{
    out->salary = next_number(at);
    out->supplement = next_number(at);
    out->n = (size_t)next_number(at);
    if (out->n > MOST_MEMBERS) workload_stop("records.txt", "too many members");
    for (size_t i = 0; i < out->n; i++) read_member(at, &out->members[i]);
    out->pay = next_number(at);
}

record *workload_records(const char *path, size_t *n)
{
    size_t len, lines = 0;
    char *bytes = read_all(path, &len);
    for (size_t i = 0; i < len; i++) lines += bytes[i] == '\n';
    record *records = take(lines, sizeof *records);
    const char *at = bytes;
    for (size_t i = 0; i < lines; i++) read_record(&at, &records[i]);
    free(bytes);
    *n = lines;
    return records;
}

/* --- documents --- */

static const char mark[] = "---\n";
enum { MARK_LEN = sizeof mark - 1 };

/* The next line `---` at `from` or after it, else the end. */
static size_t next_mark(const documents *docs, size_t from)
{
    while (from < docs->len) {
        if (strncmp(docs->bytes + from, mark, MARK_LEN) == 0) return from;
        const char *end = memchr(docs->bytes + from, '\n', docs->len - from);
        from = end ? (size_t)(end - docs->bytes) + 1 : docs->len;
    }
    return docs->len;
}

static size_t split(const documents *docs, document *out)
{
    size_t n = 0;
    for (size_t at = next_mark(docs, 0); at < docs->len; n++) {
        size_t first = at + MARK_LEN;
        at = next_mark(docs, first);
        if (out) out[n] = (document){docs->bytes + first, at - first};
    }
    return n;
}

void workload_documents(const char *path, documents *out)
{
    *out = (documents){0};
    out->bytes = read_all(path, &out->len);
    out->n = split(out, NULL);
    out->at = take(out->n, sizeof *out->at);
    (void)split(out, out->at);
}

void workload_documents_drop(documents *docs)
{
    free(docs->at);
    free(docs->bytes);
}
