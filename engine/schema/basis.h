/* What something rests on: the figures that its steps read, and in turn those that these read. */
#ifndef PAG_SCHEMA_BASIS_H
#define PAG_SCHEMA_BASIS_H

#include "base/list.h"
#include "base/seen.h"
#include "schema/record.h"

/* The figures that a step looked at, by number from 0: what it read, then those that it added up or
 * shared by. NULL after the last. */
static inline const pag_figure *pag_step_figure(const pag_step *step, uint32_t i)
{
    if (step->figure && i-- == 0) return step->figure;
    return step->figures && i < step->n ? step->figures[i] : NULL;
}

/* How many there are. */
static inline uint32_t pag_step_figures(const pag_step *step)
{
    return (step->figure ? 1 : 0) + (step->figures ? step->n : 0);
}

/* The figure itself, in its entry: steps only look at it. */
static inline pag_figure *pag_figure_own(const pag_figure *figure)
{
    return &figure->entry->figures[figure->cell->slot];
}

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
