/* The hash of all that a pack was loaded from: each file's name and bytes, each behind its length,
 * in the order of names. */
#include "pack/internal.h"

#include <sodium/crypto_hash_sha256.h>

static void hash_part(crypto_hash_sha256_state *state, pag_str text)
{
    unsigned char len[8];
    for (int i = 0; i < 8; i++) len[i] = (unsigned char)((uint64_t)text.len >> (8 * i));
    crypto_hash_sha256_update(state, len, sizeof len);
    crypto_hash_sha256_update(state, (const unsigned char *)text.at, text.len);
}

/* The file that comes after `last`; the names are few. */
static size_t next_of(const pag_name_list *files, const pag_str *last)
{
    size_t next = files->n;
    for (size_t i = 0; i < files->n; i++) {
        if (last && pag_str_compare(files->at[i], *last) <= 0) continue;
        if (next == files->n || pag_str_compare(files->at[i], files->at[next]) < 0) next = i;
    }
    return next;
}

static pag_str in_hexadecimal(pag_arena *arena, const unsigned char *digest, size_t n)
{
    static const char digits[] = "0123456789abcdef";
    pag_text hex = {.arena = arena};
    for (size_t i = 0; i < n; i++) {
        pag_text_byte(&hex, digits[digest[i] >> 4]);
        pag_text_byte(&hex, digits[digest[i] & 15]);
    }
    return pag_text_str(&hex);
}

pag_str pag_files_hash(pag_arena *arena, const pag_name_list *files, const uint32_t *numbers,
                       const pag_sources *sources)
{
    crypto_hash_sha256_state state;
    unsigned char digest[crypto_hash_sha256_BYTES];
    const pag_str *last = NULL;
    crypto_hash_sha256_init(&state);
    for (size_t done = 0; done < files->n; done++) {
        size_t next = next_of(files, last);
        last = &files->at[next];
        hash_part(&state, *last);
        hash_part(&state, pag_sources_bytes(sources, numbers[next]));
    }
    crypto_hash_sha256_final(&state, digest);
    return in_hexadecimal(arena, digest, sizeof digest);
}
