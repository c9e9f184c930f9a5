#include "schema/basis.h"

static void add(pag_basis *basis, const pag_figure *figure)
{
    if (pag_seen_add(&basis->seen, figure)) PAG_LIST_ADD(basis->arena, &basis->figures, figure);
}

void pag_basis_add(pag_basis *basis, const pag_step *steps, size_t n)
{
    while (n-- > 0) {
        const pag_figure *read;
        for (uint32_t i = 0; (read = pag_step_figure(&steps[n], i)); i++) add(basis, read);
    }
}
