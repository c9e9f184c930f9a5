/* Every word of a rule file, once: a name is looked up by its letters a single time, after that it
 * is a number, and what is known of it stands in its symbol. */
#ifndef PAG_SCRIPT_SYMBOL_H
#define PAG_SCRIPT_SYMBOL_H

#include "base/list.h"
#include "script/token.h"

typedef enum pag_role {
    PAG_ROLE_NONE,    /* nobody defined it */
    PAG_ROLE_WORD,    /* of the vocabulary */
    PAG_ROLE_SITED,   /* of the vocabulary, and its calls carry their site */
    PAG_ROLE_USE,     /* the word that brings a library */
    PAG_ROLE_GIVEN,   /* defined by another file */
    PAG_ROLE_DEFINED, /* defined by this file */
} pag_role;

typedef struct pag_symbol {
    pag_str name;
    uint64_t hash;
    uint32_t next; /* in its bucket, or PAG_NO_SYMBOL */
    pag_token_kind keyword;
    pag_role role;
    pag_pos defined;  /* where, if in this file */
    int32_t function; /* DEFINED: the one that is written as its value, or −1 */
    uint32_t steps;   /* GIVEN: see pag_given */
    int32_t local;    /* the innermost local of this name in scope, or −1 */
    uint32_t key_of;  /* the table (number + 1) that was last seen to have it as a key … */
    uint32_t key_at;  /* … and its entry there */
    bool read_at_top, read_within; /* before it was known: noted already */
} pag_symbol;

#define PAG_NO_SYMBOL UINT32_MAX

typedef struct pag_symbols {
    pag_arena *arena;
    PAG_LIST(pag_symbol) all;
    uint32_t *buckets;
    size_t n_buckets; /* a power of two */
} pag_symbols;

/* With the keywords in it. */
void pag_symbols_init(pag_symbols *symbols, pag_arena *arena);
/* The number of `name`, which is borrowed when it is new. */
uint32_t pag_symbols_add(pag_symbols *symbols, pag_str name);
/* Borrowed until the next add. */
pag_symbol *pag_symbols_at(pag_symbols *symbols, uint32_t symbol);

#endif
