/* A scalar as a value of its cell: the type decides what may be written, the cell's own bounds and
 * words decide the rest. Sheets and lists are no scalars; they are read elsewhere. */
#include "base/text.h"
#include "schema/reader.h"

/* Who writes a title, or nearly, means its word. */
static bool refuse_choice(const pag_scalar *s, const pag_cell *cell)
{
    pag_arena *arena = s->reader->arena;
    size_t n = cell->n_choices;
    bool titled = n > 0 && cell->choices[0].title.len;
    pag_str *known = PAG_NEW_ARRAY(arena, pag_str, 2 * n + 1);
    for (size_t i = 0; i < n; i++) {
        known[i] = cell->choices[i].word;
        known[n + i] = cell->choices[i].title;
    }
    size_t all = titled ? 2 * n : n, near = pag_str_nearest(s->text, known, all);
    pag_str words = pag_choices_listed(arena, cell);
    if (near < all) {
        pag_diag_add(s->reader->diags, PAG_E0238, s->pos, 3, s->text, known[near % n], words);
    } else {
        pag_diag_add(s->reader->diags, PAG_E0262, s->pos, 2, s->text, words);
    }
    return false;
}

static bool read_choice(const pag_scalar *s, const pag_cell *cell, pag_value *out)
{
    const pag_choice *choice = pag_cell_choice(cell, s->text);
    if (!choice) return refuse_choice(s, cell);
    *out = (pag_value){.kind = PAG_VALUE_CHOICE, .choice = choice};
    return true;
}

static bool read_flag(const pag_scalar *s, pag_value *out)
{
    bool flag;
    if (!pag_scalar_flag(s, &flag)) return false;
    *out = (pag_value){.kind = PAG_VALUE_FLAG, .flag = flag};
    return true;
}

pag_bounds pag_cell_bounds(const pag_cell *cell)
{
    pag_bounds bounds = {cell->min, cell->max, cell->step};
    if (!bounds.min.set && pag_cell_starts_at_zero(cell)) {
        bounds.min = (pag_bound){.set = true, .number = PAG_ZERO};
    }
    return bounds;
}

static bool read_number(const pag_scalar *s, pag_value *out)
{
    pag_number x;
    bool date = s->type == PAG_TYPE_DATE;
    if (!(date ? pag_scalar_date(s, &x) : pag_scalar_number(s, &x))) return false;
    if (!pag_scalar_within(s, x) || !pag_scalar_has_one_reading(s)) return false;
    *out = (pag_value){.kind = PAG_VALUE_NUMBER, .number = x};
    return true;
}

static bool refuse_group(const pag_scalar *s)
{
    pag_diag_add(s->reader->diags, s->type == PAG_TYPE_LIST ? PAG_E0225 : PAG_E0226, s->pos, 1,
                 s->name);
    return false;
}

static pag_scalar scalar_of(const pag_reader *reader, const pag_cell *cell, pag_str text,
                            pag_pos pos)
{
    pag_scalar s = {
        .reader = reader, .name = cell->name, .type = cell->type, .text = text, .pos = pos};
    s.bounds = pag_cell_bounds(cell);
    return s;
}

static bool read_scalar(const pag_scalar *s, const pag_cell *cell, pag_value *out)
{
    switch (cell->type) {
    case PAG_TYPE_TEXT:
    case PAG_TYPE_REF: /* which entry that is will be known when all have been read */
        *out = (pag_value){.kind = PAG_VALUE_TEXT, .text = s->text};
        return true;
    case PAG_TYPE_CLASS:
        if (cell->n_choices) return read_choice(s, cell, out);
        *out = (pag_value){.kind = PAG_VALUE_TEXT, .text = s->text};
        return true;
    case PAG_TYPE_FLAG: return read_flag(s, out);
    case PAG_TYPE_CHOICE: return read_choice(s, cell, out);
    case PAG_TYPE_DATE:
    case PAG_TYPE_WHOLE:
    case PAG_TYPE_NUMBER:
    case PAG_TYPE_POINTS:
    case PAG_TYPE_PERCENT:
    case PAG_TYPE_MONEY: return read_number(s, out);
    case PAG_TYPE_SHEET:
    case PAG_TYPE_LIST: break;
    }
    return refuse_group(s);
}

bool pag_value_read(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell, pag_str text,
                    pag_pos pos, pag_value *out)
{
    pag_reader reader = {.arena = arena, .diags = diags};
    pag_scalar s = scalar_of(&reader, cell, text, pos);
    return read_scalar(&s, cell, out);
}

bool pag_value_read_data(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell,
                         pag_str text, pag_pos pos, pag_value *out)
{
    pag_reader reader = {.arena = arena, .diags = diags};
    pag_scalar s = scalar_of(&reader, cell, text, pos);
    s.in_data = true;
    return read_scalar(&s, cell, out);
}

pag_str pag_cell_example(const pag_reader *reader, const pag_cell *cell, pag_pos pos)
{
    pag_scalar s = scalar_of(reader, cell, PAG_STR(""), pos);
    s.in_data = true;
    return pag_type_is_number(cell->type) ? pag_scalar_example(&s) : pag_type_example(cell->type);
}

/* An amount is not rounded in passing. */
static bool is_same(const pag_scalar *s, pag_str text, pag_str other)
{
    pag_number x, y;
    bool rounds = pag_scalar_judge(s, text, &x) == PAG_SLIP_CENTS;
    return !rounds || (!pag_scalar_judge(s, other, &y) && pag_number_order(x, y) == 0);
}

pag_str pag_value_suggest(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell,
                          const pag_criterion *criterion, pag_str text, pag_pos pos)
{
    pag_reader reader = {.arena = arena, .diags = diags};
    pag_scalar s = scalar_of(&reader, cell, text, pos);
    if (criterion) s = pag_mark_scalar(&reader, cell, criterion, pos);
    s.in_data = true;
    pag_str meant = pag_scalar_closest(&s, text);
    if (!meant.len || !is_same(&s, text, meant)) meant = pag_scalar_example(&s);
    return pag_said_as(&reader, pos, meant);
}

bool pag_value_read_exact(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell,
                          const pag_node *node, pag_value *out)
{
    pag_reader reader = {.arena = arena, .diags = diags, .lenient = true};
    pag_cell free = *cell;
    free.origin = PAG_COMPUTED;
    free.min.set = free.max.set = free.step.set = false;
    if (!pag_reader_scalar(&reader, cell->name, node)) return false;
    pag_scalar s = scalar_of(&reader, &free, node->text, node->pos);
    return read_scalar(&s, &free, out);
}

bool pag_value_within(pag_arena *arena, pag_diagnostics *diags, const pag_cell *cell,
                      pag_number number, pag_pos pos)
{
    pag_reader reader = {.arena = arena, .diags = diags};
    pag_scalar s = {.reader = &reader,
                    .name = cell->name,
                    .type = cell->type,
                    .text = {0},
                    .pos = pos}; /* its text only if it is told */
    s.bounds = (pag_bounds){cell->min, cell->max, cell->step};
    return pag_scalar_within(&s, number);
}

bool pag_value_same(const pag_value *a, const pag_value *b)
{
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case PAG_VALUE_NONE: return true;
    case PAG_VALUE_NUMBER:
        return pag_number_unit(a->number) == pag_number_unit(b->number) &&
               pag_number_order(a->number, b->number) == 0;
    case PAG_VALUE_TEXT: return pag_str_equal(a->text, b->text);
    case PAG_VALUE_FLAG: return a->flag == b->flag;
    case PAG_VALUE_CHOICE: return pag_str_equal(a->choice->word, b->choice->word);
    case PAG_VALUE_SHEET:
    case PAG_VALUE_LIST:
    case PAG_VALUE_ENTRY:
    case PAG_VALUE_TERM: return false;
    }
    return false;
}
