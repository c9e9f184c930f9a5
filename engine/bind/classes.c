/* The words of a class: what the rows of its table give. A class that is looked up among them is
 * one of these words, as a choice is, so that a formula that asks for another word is told. */
#include "bind/internal.h"

static const pag_give *give_of(const pag_cell *cell, size_t row)
{
    return pag_band_give(&cell->bands->rows[row], cell->give);
}

/* A row that gives a formula may give any word; then none is wrong. */
void pag_class_take(pag_bind *bind, pag_cell *cell)
{
    if (cell->type != PAG_TYPE_CLASS || !cell->bands) return;
    for (size_t i = 0; i < cell->bands->n; i++) {
        const pag_give *give = give_of(cell, i);
        if (!give || give->of.reference) return;
    }
    cell->choices = PAG_NEW_ARRAY(bind->arena, pag_choice, cell->bands->n + 1);
    for (size_t i = 0; i < cell->bands->n; i++) {
        pag_str word = give_of(cell, i)->text;
        if (pag_cell_choice(cell, word)) continue;
        cell->choices[cell->n_choices] = (pag_choice){.handle = PAG_HANDLE_CHOICE,
                                                      .cell = cell,
                                                      .index = (uint32_t)cell->n_choices,
                                                      .word = word};
        cell->n_choices++;
    }
}
