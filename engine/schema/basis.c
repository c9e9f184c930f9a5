#include "schema/basis.h"

static void add(pag_basis *basis, const pag_figure *figure)
{
    if (figure && pag_seen_add(&basis->seen, figure)) {
        PAG_LIST_ADD(basis->arena, &basis->figures, figure);
    }
}

void pag_basis_add(pag_basis *basis, const pag_step *steps, size_t n)
{
    while (n-- > 0) {
        const pag_step *step = &steps[n];
        add(basis, step->figure);
        for (size_t i = 0; step->figures && i < step->n; i++) add(basis, step->figures[i]);
    }
}
