/* A hash table with chains. It owns the symbols, never the letters. */
#include "script/symbol.h"

#include "base/text.h"

enum { FIRST_BUCKETS = 256 };

/* FNV-1a, then stirred so that the low bits depend on all of it. */
static uint64_t hash_of(pag_str name)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < name.len; i++) h = (h ^ (unsigned char)name.at[i]) * 1099511628211u;
    h ^= h >> 32;
    h *= 0x9e3779b97f4a7c15u;
    return h ^ (h >> 29);
}

static void hang(pag_symbols *symbols, uint32_t number)
{
    pag_symbol *s = &symbols->all.at[number];
    uint32_t *bucket = &symbols->buckets[s->hash & (symbols->n_buckets - 1)];
    s->next = *bucket;
    *bucket = number;
}

static void set_buckets(pag_symbols *symbols, size_t n)
{
    symbols->buckets = PAG_NEW_ARRAY(symbols->arena, uint32_t, n);
    symbols->n_buckets = n;
    for (size_t i = 0; i < n; i++) symbols->buckets[i] = PAG_NO_SYMBOL;
    for (uint32_t i = 0; i < symbols->all.n; i++) hang(symbols, i);
}

void pag_symbols_init(pag_symbols *symbols, pag_arena *arena)
{
    *symbols = (pag_symbols){.arena = arena};
    set_buckets(symbols, FIRST_BUCKETS);
    for (int kind = PAG_T_FINISH + 1; kind <= PAG_T_WHILE; kind++) {
        uint32_t number = pag_symbols_add(symbols, pag_token_text((pag_token_kind)kind));
        symbols->all.at[number].keyword = (pag_token_kind)kind;
    }
}

uint32_t pag_symbols_add(pag_symbols *symbols, pag_str name)
{
    uint64_t hash = hash_of(name);
    uint32_t at = symbols->buckets[hash & (symbols->n_buckets - 1)];
    for (; at != PAG_NO_SYMBOL; at = symbols->all.at[at].next) {
        const pag_symbol *s = &symbols->all.at[at];
        if (s->hash == hash && pag_str_equal(s->name, name)) return at;
    }
    if (symbols->all.n >= symbols->n_buckets) set_buckets(symbols, symbols->n_buckets * 2);
    pag_symbol fresh = {
        .name = name, .hash = hash, .keyword = PAG_T_NAME, .local = -1, .function = -1};
    uint32_t number = (uint32_t)symbols->all.n;
    PAG_LIST_ADD(symbols->arena, &symbols->all, fresh);
    hang(symbols, number);
    return number;
}

pag_symbol *pag_symbols_at(pag_symbols *symbols, uint32_t symbol)
{
    return &symbols->all.at[symbol];
}
