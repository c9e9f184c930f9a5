/* Rows that an evaluation finds when one of its numbers is another: of those that the figure which
 * looks the table up rests on. */
#include "prove/internal.h"

#include "schema/basis.h"

typedef struct near_by {
    proving *p;
    pag_evaluation own; /* the evaluation, with diagnostics that nobody reads */
    const pag_bands *table;
    size_t row;
    pag_arena *whole; /* of the evaluation as it is */
    pag_arena *run;   /* of one with another number */
    bool found;
} near_by;

static bool is_looked_up_by(const pag_figure *figure, const pag_bands *table)
{
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_step *step = &figure->steps[i];
        if (step->kind == PAG_STEP_LOOKED && step->bands == table) return true;
    }
    return false;
}

static void try_number(near_by *n, const pag_figure *figure, pag_number number)
{
    pag_result result;
    proving *p = n->p;
    pag_turn turn = {.figure = figure, .mark = PAG_TURN_WHOLE, .value = figure->value};
    turn.value.number = number;
    pag_arena_reset(n->run);
    pag_prove_rows_begin(p);
    bool good = pag_turn_read(&n->own, n->run, &turn, 1, &result) &&
                pag_result_evaluate(&result, p->pack, n->run) == PAG_OK;
    pag_prove_rows_end(p, good);
    n->found = good && pag_prove_row_is_found(p, n->table, n->row);
}

/* Nothing of it, half, twice, and so on, as far as the cell can be that. */
static void try_numbers(near_by *n, const pag_figure *figure)
{
    static const int64_t parts[] = {0, 1, 2, 3, 6, 8}, whole = 4;
    pag_arena *arena = n->whole;
    const pag_set *set = pag_reach_set(n->p->reach, figure->cell);
    const pag_unit unit = pag_number_unit(figure->value.number);
    const pag_number now = pag_number_with_unit(arena, figure->value.number, PAG_PLAIN);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && !n->found; i++) {
        pag_number x;
        if (pag_number_multiply(arena, &x, now, pag_number_whole(arena, parts[i])) ||
            pag_number_divide(arena, &x, x, pag_number_whole(arena, whole)) ||
            !pag_set_has(arena, set, x)) {
            continue;
        }
        try_number(n, figure, pag_number_with_unit(arena, x, unit));
    }
}

static void try_inputs(near_by *n, const pag_figure *figure)
{
    pag_basis basis = pag_basis_in(n->whole);
    pag_basis_add(&basis, figure->steps, figure->n_steps);
    for (size_t i = 0; i < basis.figures.n && !n->found; i++) {
        const pag_figure *read = basis.figures.at[i];
        bool given = read->cell->origin == PAG_GIVEN && read->value.kind == PAG_VALUE_NUMBER;
        pag_basis_add(&basis, read->steps, read->n_steps);
        if (given) try_numbers(n, read);
    }
}

static void look_at(void *ud, pag_figure *figure)
{
    near_by *n = ud;
    if (!n->found && is_looked_up_by(figure, n->table)) try_inputs(n, figure);
}

static void look_around(void *ud)
{
    near_by *n = ud;
    pag_result result;
    n->own.diags = pag_diagnostics_create(n->whole, pag_pack_sources(n->p->pack));
    if (pag_evaluate(n->p->pack, &n->own, n->whole, &result) != PAG_OK) return;
    pag_result_visit(&result, look_at, n);
}

void pag_prove_rows_near(proving *p, const pag_evaluation *evaluation, const pag_bands *table,
                         size_t row)
{
    pag_arena whole, run;
    near_by n = {p, *evaluation, table, row, &whole, &run, false};
    pag_arena_init(&whole, p->arena->allocator, PAG_EVALUATION_MEMORY);
    pag_arena_init(&run, p->arena->allocator, PAG_EVALUATION_MEMORY);
    (void)pag_prove_apart(p, &whole, &run, look_around, &n);
}
