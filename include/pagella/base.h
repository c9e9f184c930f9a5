/* What every other header of libpagella speaks in: the outcome of a call, a slice of text, where
 * memory comes from and where output goes. */
#ifndef PAGELLA_BASE_H
#define PAGELLA_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define PAG_API __attribute__((visibility("default")))
#else
#define PAG_API
#endif

/* How a call ended. The status steers the program; what a person is told stands in the
 * diagnostics. The numbers are the exit codes of the command line, but for PAG_NOMEM, which ends it
 * with 5. */
typedef enum pag_status {
    PAG_OK = 0,
    PAG_FINDINGS = 1, /* it ran, and there is something to look at */
    PAG_USAGE = 2,    /* a wrong command line */
    PAG_INVALID = 3,  /* an error in data or rules */
    PAG_IO = 4,       /* cannot read or write */
    PAG_LIMIT = 5,    /* a limit was reached: size, depth, instructions, memory of a script */
    PAG_NOMEM = 69,   /* the machine has no more memory */
    PAG_BUG = 70      /* our own mistake */
} pag_status;

/* Text that belongs to somebody else: not terminated, may be empty, never NULL with len > 0. */
typedef struct pag_str {
    const char *at;
    size_t len;
} pag_str;

#define PAG_STR(literal) ((pag_str){(literal), sizeof(literal) - 1})

/* Where memory comes from. `resize` works as realloc does, told the old size: new == 0 frees and
 * returns NULL, at == NULL allocates. It may return NULL only when new > old. */
typedef struct pag_allocator {
    void *(*resize)(void *ud, void *at, size_t old_size, size_t new_size);
    void *ud;
} pag_allocator;

/* The C library's heap. */
PAG_API const pag_allocator *pag_heap(void);

/* Where output goes. `write` returns false when it could not take all the bytes; from then on the
 * writers of this library call it no more. */
typedef struct pag_sink {
    bool (*write)(void *ud, const char *at, size_t len);
    void *ud;
    bool failed; /* set by the first write that failed, never cleared */
} pag_sink;

/* Does nothing once the sink has failed. */
PAG_API void pag_sink_put(pag_sink *sink, pag_str text);

/* The language of sentences meant for people. Titles and texts of rules and plans are printed as
 * they are written there. */
typedef enum pag_lang { PAG_EN, PAG_IT } pag_lang;

#define PAG_VERSION "0.1.0"

#endif
