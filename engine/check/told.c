/* A set of hashes: of code, file, line, column, arguments, whom and evaluation of a finding, and of
 * the identity of a file. Two of the same hash would have to meet in 64 bits; errors are counted by
 * the status of all of them, so none is lost to that. */
#include "check/told.h"

static uint64_t hash_bytes(uint64_t hash, pag_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        hash = (hash ^ (unsigned char)text.at[i]) * UINT64_C(0x100000001b3);
    }
    return (hash ^ 0xff) * UINT64_C(0x100000001b3); /* so that "a","bc" is not "ab","c" */
}

static uint64_t hash_of(const pag_sources *sources, const pag_diagnostic *d, pag_str evaluation)
{
    uint64_t hash = hash_bytes(UINT64_C(0xcbf29ce484222325), pag_code_text(d->code));
    hash = hash_bytes(hash, evaluation);
    hash = hash_bytes(hash, pag_sources_path(sources, d->pos.source));
    hash = hash * UINT64_C(0x9e3779b97f4a7c15) + d->pos.line;
    hash = hash * UINT64_C(0x9e3779b97f4a7c15) + d->pos.column;
    for (size_t i = 0; i < d->n; i++) hash = hash_bytes(hash, d->arguments[i]);
    hash = hash_bytes(hash, d->about);
    return hash ? hash : 1; /* 0 is an empty slot */
}

static bool put(uint64_t *slots, size_t room, uint64_t hash)
{
    size_t i = (size_t)hash & (room - 1);
    while (slots[i] && slots[i] != hash) i = (i + 1) & (room - 1);
    bool is_new = !slots[i];
    slots[i] = hash;
    return is_new;
}

static bool remember(pag_check *check, uint64_t hash)
{
    if (check->n_told * 2 >= check->room_told) {
        size_t room = check->room_told ? check->room_told * 2 : 64;
        uint64_t *slots = PAG_NEW_ARRAY(check->keep, uint64_t, room);
        for (size_t i = 0; i < check->room_told; i++) {
            if (check->told[i]) (void)put(slots, room, check->told[i]);
        }
        check->told = slots;
        check->room_told = room;
    }
    bool is_new = put(check->told, check->room_told, hash);
    check->n_told += is_new;
    return is_new;
}

bool pag_told_meet(pag_check *check, const uint64_t *identity, size_t n)
{
    pag_str bytes = {(const char *)identity, n * sizeof *identity};
    uint64_t hash = hash_bytes(UINT64_C(0xcbf29ce484222325), bytes);
    return remember(check, hash ? hash : 1);
}

bool pag_told_doubt(pag_check *check, const pag_sources *sources, const pag_doubt *doubt)
{
    uint64_t hash =
        hash_bytes(UINT64_C(0x84222325cbf29ce4), pag_sources_path(sources, doubt->pos.source));
    hash = hash * UINT64_C(0x9e3779b97f4a7c15) + doubt->pos.line;
    hash = hash * UINT64_C(0x9e3779b97f4a7c15) + doubt->pos.column;
    return remember(check, hash ? hash : 1);
}

pag_diagnostics *pag_told_leave_out(pag_check *check, pag_diagnostics *diags, pag_str evaluation)
{
    pag_sources *sources = pag_diagnostics_sources(diags);
    pag_diagnostics *out = pag_diagnostics_create(check->each, sources);
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        if (remember(check, hash_of(sources, d, evaluation))) pag_diag_copy(out, d);
    }
    return out;
}
