/* What the programs of the benchmarks share: the records as whole numbers with their expected
 * results, the documents of a file, the clock. They are programs for developers: what goes wrong is
 * said on stderr and ends them. */
#ifndef PAG_BENCH_WORKLOAD_H
#define PAG_BENCH_WORKLOAD_H

#include <stddef.h>
#include <stdint.h>

enum { MOST_MEMBERS = 4, MARKS = 10 };

/* Amounts in cents, shares and rates in percent. */
typedef struct member {
    int64_t share, fees, marks[MARKS];
    int64_t total, rate, pay; /* as expected */
} member;

typedef struct record {
    int64_t salary, supplement;
    size_t n;
    member members[MOST_MEMBERS];
    int64_t pay;
} record;

/* Of records.txt; freed with free(). */
record *workload_records(const char *path, size_t *n);

/* A file of documents, each behind a line `---`. */
typedef struct document {
    const char *at;
    size_t len;
} document;
typedef struct documents {
    char *bytes;
    size_t len, n;
    document *at;
} documents;
void workload_documents(const char *path, documents *out);
void workload_documents_drop(documents *docs);

/* Ends the program when `found` is not what is expected of record `i`. */
void workload_expect(size_t i, const char *what, int64_t found, int64_t expected);
_Noreturn void workload_stop(const char *what, const char *why);

/* Seconds of processor time of this program: other programs take nothing from it. */
double workload_clock(void);
/* A measurement repeats the whole work until it has taken this long. */
#define WORKLOAD_SECONDS 0.3

#endif
