/* Whether a set that was found has nothing but what can be. Where each input counts once, every
 * choice of their values can be together, as far as no condition forbids it; where one counts more
 * than once, the set must have been found number by number. */
#include "reach/internal.h"

typedef struct counting {
    pag_reach *reach;
    pag_seen cells, sums, means; /* inputs and figures made of them; sheets by what is asked */
    bool loose;                  /* something counts more than once, or is a calculated span */
} counting;

static bool cell_is_exact(counting *c, const pag_cell *cell);

static void count(counting *c, pag_seen *seen, const pag_cell *cell)
{
    if (!pag_seen_add(seen, cell)) c->loose = true;
}

/* The sum and the mean of one sheet hang together. */
static bool sheet_is_exact(counting *c, const pag_term *term)
{
    const pag_cell *sheet = term->figure->cell;
    bool mean = term->kind == PAG_TERM_SHEET_MEAN;
    count(c, mean ? &c->means : &c->sums, sheet);
    bool both = pag_seen_has(&c->means, sheet) && pag_seen_has(&c->sums, sheet);
    return !both && pag_reach_is_own(c->reach, term->figure) && sheet->na == PAG_NA_REFUSE;
}

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
    case PAG_TERM_SHEET_MEAN: return sheet_is_exact(c, term);
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

/* The one term that a formula comes to. */
static const pag_term *made_of(pag_reach *r, const pag_cell *cell)
{
    const pag_way *ways = pag_reach_ways(r, cell);
    bool one = ways && ways->end == PAG_WAY_VALUE && ways->value.kind == PAG_VALUE_TERM;
    return one ? ways->value.term : NULL;
}

/* Calculations on lists keep every number; spans are only exact as they are given, or where they
 * were found number by number. */
static bool cell_is_exact(counting *c, const pag_cell *cell)
{
    const pag_set *set = pag_reach_set(c->reach, cell);
    if (cell->sum.set || cell->n_unless || set->empty) return false;
    if (cell->origin == PAG_FIXED) return true;
    bool before = pag_seen_has(&c->cells, cell);
    count(c, &c->cells, cell);
    if (before || cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED) return true;
    if (cell->origin != PAG_COMPUTED) return false;
    c->loose = c->loose || !set->n;
    const pag_term *term = made_of(c->reach, cell);
    return term && term_is_exact(c, term);
}

static bool is_joined(pag_reach *r, const pag_cell *cell)
{
    const pag_term *term = made_of(r, cell);
    return term && pag_reach_is_joined(r, term);
}

bool pag_reach_is_exact(pag_reach *r, const pag_cell *cell)
{
    counting c = {r, {.arena = r->arena}, {.arena = r->arena}, {.arena = r->arena}, false};
    return cell_is_exact(&c, cell) && (!c.loose || is_joined(r, cell));
}
