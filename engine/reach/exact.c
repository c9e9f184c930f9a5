/* Whether a set that was found has nothing but what can be. It may have more where two things in a
 * calculation rest on the same input; where each input counts once, every choice of their values
 * can be together, as far as no condition forbids it. */
#include "reach/internal.h"

#include "base/seen.h"

typedef struct counting {
    pag_reach *reach;
    pag_seen inputs;
} counting;

static bool cell_is_exact(counting *c, const pag_cell *cell);

/* As deep as terms are built. */
static bool term_is_exact(counting *c, const pag_term *term)
{
    switch (term->kind) {
    case PAG_TERM_NUMBER: return true;
    case PAG_TERM_FIGURE: {
        bool own = pag_reach_is_own(c->reach, term->figure);
        return own && cell_is_exact(c, term->figure->cell);
    }
    case PAG_TERM_SHEET_SUM:
    case PAG_TERM_SHEET_MEAN: {
        const pag_cell *sheet = term->figure->cell;
        bool own = pag_reach_is_own(c->reach, term->figure);
        return own && sheet->na == PAG_NA_REFUSE && pag_seen_add(&c->inputs, sheet);
    }
    case PAG_TERM_ADD:
    case PAG_TERM_SUBTRACT:
    case PAG_TERM_MULTIPLY:
    case PAG_TERM_DIVIDE:
    case PAG_TERM_LEAST:
    case PAG_TERM_MOST: break;
    default: return false;
    }
    for (size_t i = 0; i < term->n; i++) {
        if (!term_is_exact(c, term->of[i])) return false;
    }
    return true;
}

/* Calculations on lists keep every number; spans are only exact as they are given. */
static bool cell_is_exact(counting *c, const pag_cell *cell)
{
    const pag_set *set = pag_reach_set(c->reach, cell);
    if (cell->sum.set || cell->n_unless || set->empty) return false;
    if (cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED) {
        return pag_seen_add(&c->inputs, cell);
    }
    if (cell->origin == PAG_FIXED) return true;
    if (cell->origin != PAG_COMPUTED || !set->n) return false;
    const pag_way *ways = pag_reach_ways(c->reach, cell);
    return ways && ways->end == PAG_WAY_VALUE && ways->value.kind == PAG_VALUE_TERM &&
           term_is_exact(c, ways->value.term);
}

bool pag_reach_is_exact(pag_reach *r, const pag_cell *cell)
{
    counting c = {r, {.arena = r->arena}};
    return cell_is_exact(&c, cell);
}
