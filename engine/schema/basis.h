/* What something rests on: the figures that its steps read, and in turn those that these read. */
#ifndef PAG_SCHEMA_BASIS_H
#define PAG_SCHEMA_BASIS_H

#include "base/list.h"
#include "base/seen.h"
#include "schema/record.h"

/* Starts as pag_basis_in; `figures` is for reading. */
typedef struct pag_basis {
    pag_arena *arena;
    pag_seen seen;
    PAG_LIST(const pag_figure *) figures;
} pag_basis;

static inline pag_basis pag_basis_in(pag_arena *arena)
{
    return (pag_basis){.arena = arena, .seen = {.arena = arena}};
}

/* Adds at the end what the steps read and is not there yet. What was read last comes first: it
 * decided. Whoever goes through `figures` to its end and adds the steps of each has all of them,
 * the nearest first. */
void pag_basis_add(pag_basis *basis, const pag_step *steps, size_t n);

#endif
