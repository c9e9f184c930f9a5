/* What must fit together in a cell once all its attributes are read: attributes that need or forbid
 * each other, bounds that leave no value, and what the rows of its table give. What would only
 * be ignored is refused here, because its author believes that it works. */
#include "bind/internal.h"

typedef struct judging {
    pag_bind *bind;
    const pag_shape *shape;
    const pag_cell *cell;
} judging;

static bool has(const judging *j, const char *key)
{
    return pag_shape_entry(j->shape, key) != NULL;
}

/* Asked in the evaluation, or said by the plan. */
static bool is_data(const pag_cell *cell)
{
    return cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED;
}

/* Where the attribute's name stands. */
static pag_pos key_place(const judging *j, const char *key)
{
    const pag_outline_entry *entry = pag_shape_entry(j->shape, key);
    return entry ? entry->key_pos : j->cell->pos;
}

static pag_pos value_place(const judging *j, const char *key)
{
    const pag_outline_entry *entry = pag_shape_entry(j->shape, key);
    return entry ? entry->value_pos : j->cell->pos;
}

/* A code whose sentence names the cell. */
static pag_diagnostic *say(const judging *j, pag_code code, pag_pos pos)
{
    return pag_diag_add(j->bind->diags, code, pos, 1, j->cell->name);
}

static pag_str written(const judging *j, pag_number number)
{
    pag_arena *arena = j->bind->arena;
    return pag_number_written(arena,
                              pag_number_with_unit(arena, number, pag_type_unit(j->cell->type)));
}

/* --- words without effect --- */

/* A word that would do nothing misleads whoever reads the rules. */
static void judge_use(const judging *j, const char *key, bool has_effect, pag_code code)
{
    if (has_effect || !has(j, key)) return;
    pag_diag_add(j->bind->diags, code, key_place(j, key), 2, pag_str_from(key), j->cell->name);
}

/* With an example of what the attribute `by` of such a table says. */
static void say_no_by(const judging *j)
{
    pag_str example = PAG_STR("total");
    if (has(j, "keyed")) example = PAG_STR("category");
    if (has(j, "dated")) example = PAG_STR("period end");
    pag_diag_add(j->bind->diags, PAG_E0137, j->cell->pos, 2, j->cell->name, example);
}

static void judge_uses(const judging *j)
{
    const pag_cell *c = j->cell;
    bool worked_out = pag_origin_is_made(c->origin);
    bool number = pag_type_is_number(c->type); /* to other types they are unknown */
    bool looks = has(j, "bands") || has(j, "keyed") || has(j, "dated");
    judge_use(j, "by", looks, PAG_E0155);
    judge_use(j, "give", looks, PAG_E0155);
    judge_use(j, "round", worked_out || !number, PAG_E0157);
    judge_use(j, "sum", c->group->parent != NULL || !number, PAG_E0158);
    judge_use(j, "column", c->group->parent != NULL, PAG_E0173);
    if (looks && !has(j, "by")) say_no_by(j);
}

/* What may be left out is asked, has nothing in its place, and nothing counts on it. */
static void judge_optional(const judging *j)
{
    static const char *const others[] = {"default", "payable", "sum",   "value", "of",
                                         "bands",   "keyed",   "dated", "split"};
    const pag_cell *c = j->cell;
    if (!c->optional) return;
    if (c->type == PAG_TYPE_FLAG) say(j, PAG_E0773, key_place(j, "optional"));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (!has(j, others[i])) continue;
        pag_diag_add(j->bind->diags, PAG_E0763, key_place(j, "optional"), 2, c->name,
                     pag_str_from(others[i]))
            ->also = key_place(j, others[i]);
        return;
    }
}

/* --- bounds --- */

static void judge_bounds(const judging *j)
{
    const pag_cell *c = j->cell;
    if (c->min.set && c->max.set && pag_number_order(c->min.number, c->max.number) > 0) {
        pag_diag_add(j->bind->diags, PAG_E0159, c->min.pos, 3, c->name, written(j, c->min.number),
                     written(j, c->max.number))
            ->also = c->max.pos;
    }
    if (c->step.set && pag_number_sign(c->step.number) <= 0) say(j, PAG_E0176, c->step.pos);
}

/* Whether parts that are all at least so large, and go in such steps, can make the sum. */
static bool can_make(const judging *j)
{
    const pag_cell *c = j->cell;
    pag_unit unit = pag_type_unit(c->type);
    bool from_zero = !c->min.set && unit != PAG_PLAIN; /* see record.h */
    pag_number least = c->min.set ? c->min.number : PAG_ZERO;
    bool bounded = (c->min.set || from_zero) && pag_number_sign(least) >= 0;
    if (bounded && pag_number_order(c->sum.number, least) < 0) return false;
    return !c->step.set || pag_number_sign(c->step.number) <= 0 ||
           pag_number_is_multiple(j->bind->arena, c->sum.number, c->step.number);
}

static void judge_sum(const judging *j)
{
    const pag_cell *c = j->cell;
    if (!c->sum.set || !c->group->parent) return;
    if (!is_data(c)) {
        pag_diag_add(j->bind->diags, PAG_E0170, key_place(j, "sum"), 3, c->name, c->group->name,
                     written(j, c->sum.number));
    } else if (!can_make(j)) {
        pag_diag_add(j->bind->diags, PAG_E0171, c->sum.pos, 2, c->name, written(j, c->sum.number));
    }
}

/* --- rounding and paying --- */

static bool is_in_cents(const judging *j, pag_number step)
{
    pag_number cent;
    return pag_number_parse(j->bind->arena, PAG_STR("0.01"), &cent) == PAG_NUMBER_OK &&
           pag_number_is_multiple(j->bind->arena, step, cent);
}

static void judge_step_of_rounding(const judging *j)
{
    const pag_cell *c = j->cell;
    bool percent = c->type == PAG_TYPE_PERCENT;
    if (!c->rounds) return;
    if ((pag_number_unit(c->round_step) == PAG_PERCENT) != percent) {
        say(j, percent ? PAG_E0174 : PAG_E0190, c->round_pos);
    } else if (c->type == PAG_TYPE_WHOLE && c->origin != PAG_SHARED &&
               !pag_number_is_whole(c->round_step)) {
        pag_diag_add(j->bind->diags, PAG_E0904, c->round_pos, 2, c->name,
                     pag_number_written(j->bind->arena, c->round_step));
    } else if (c->payable && !is_in_cents(j, c->round_step)) {
        pag_diag_add(j->bind->diags, PAG_E0175, c->round_pos, 2, c->name,
                     pag_number_written(j->bind->arena, c->round_step));
    }
}

static void judge_payable(const judging *j)
{
    const pag_cell *c = j->cell;
    bool worked_out = pag_origin_is_made(c->origin) && c->origin != PAG_SHARED;
    if (c->payable && c->type != PAG_TYPE_MONEY) {
        say(j, PAG_E0172, key_place(j, "payable"));
    } else if (c->payable && worked_out && !has(j, "round")) {
        say(j, PAG_E0121, c->pos);
    }
}

/* --- sheets --- */

static void judge_sheet(const judging *j)
{
    static const char *const bounds[] = {"min", "max", "step"};
    bool from = has(j, "from"), criteria = has(j, "criteria"), marks = has(j, "marks");
    if (!from && !criteria) {
        say(j, PAG_E0145, j->cell->pos);
        return;
    }
    if (from && criteria) {
        say(j, PAG_E0177, key_place(j, "criteria"))->also = key_place(j, "from");
    }
    if (!from) pag_criteria_judge(j->bind->arena, j->bind->diags, j->cell);
    for (size_t i = 0; marks && i < 3; i++) {
        if (!has(j, bounds[i])) continue;
        pag_diag_add(j->bind->diags, PAG_E0179, key_place(j, bounds[i]), 2, j->cell->name,
                     pag_str_from(bounds[i]));
    }
}

/* --- what is looked up, and what the rows give --- */

/* Percentages are looked up among percentages, everything else among plain numbers. */
static void judge_by(const judging *j)
{
    const pag_cell *c = j->cell, *by = &c->group->cells[c->by];
    const pag_edge *edge = pag_bands_number(c->bands);
    if (!has(j, "by") || !edge || !pag_type_is_number(by->type)) return;
    bool percent = pag_number_unit(edge->number) == PAG_PERCENT;
    for (size_t i = 0; i < c->bands->n; i++) { /* edges of two kinds are told already */
        const pag_edge *high = &c->bands->rows[i].high;
        bool known = high->kind == PAG_EDGE_NUMBER;
        if (known && (pag_number_unit(high->number) == PAG_PERCENT) != percent) return;
    }
    if (percent == (by->type == PAG_TYPE_PERCENT)) return;
    pag_diag_add(j->bind->diags, percent ? PAG_E0198 : PAG_E0195, value_place(j, "by"), 3, by->name,
                 c->bands->name, pag_number_written(j->bind->arena, edge->number))
        ->also = edge->pos;
}

pag_str pag_give_keys(pag_arena *arena, const pag_band *row)
{
    if (row->n_gives == 1 && !row->gives[0].key.len) return PAG_STR("–");
    pag_text text = {.arena = arena};
    for (size_t i = 0; i < row->n_gives; i++) {
        if (i) pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, row->gives[i].key);
    }
    return pag_text_str(&text);
}

/* The row has no value that the cell could take. Told at the cell, once. */
static void say_no_give(const judging *j, const pag_band *row)
{
    const pag_cell *c = j->cell;
    pag_pos pos = c->give.len ? value_place(j, "give") : c->pos;
    bool one = row->n_gives == 1 && row->gives[0].key.len == 0;
    pag_code code = !c->give.len ? PAG_E0139 : one ? PAG_E0191 : PAG_E0138;
    pag_str what = code == PAG_E0139 ? c->name : c->bands->name;
    pag_str example = code == PAG_E0139 ? row->gives[0].key : c->give;
    pag_diag_add(j->bind->diags, code, pos, 4, what, example, pag_give_keys(j->bind->arena, row),
                 c->give)
        ->also = row->pos;
}

static void judge_gives(const judging *j)
{
    const pag_cell *c = j->cell;
    for (size_t i = 0; i < c->bands->n; i++) {
        const pag_band *row = &c->bands->rows[i];
        const pag_give *give = pag_band_give(row, c->give);
        pag_value value;
        if (!give && row->n_gives > 0) {
            say_no_give(j, row);
            return;
        }
        if (!give || give->of.reference || !give->text.len) continue;
        if (!pag_unit_judge(j->bind, c, PAG_STR("give"), give->text, give->pos)) continue;
        (void)pag_value_read(j->bind->arena, j->bind->diags, c, give->text, give->pos, &value);
    }
}

void pag_cell_judge(pag_bind *bind, const pag_shape *shape, const pag_cell *cell)
{
    judging j = {bind, shape, cell};
    judge_bounds(&j);
    if (cell->type == PAG_TYPE_SHEET) {
        judge_sheet(&j);
        return;
    }
    if (cell->type == PAG_TYPE_REF && !cell->to.len) say(&j, PAG_E0760, cell->pos);
    judge_optional(&j);
    judge_uses(&j);
    judge_sum(&j);
    judge_payable(&j);
    judge_step_of_rounding(&j);
    pag_split_judge(bind, cell);
    pag_unless_judge(bind, cell);
    if (!cell->bands) return;
    if (cell->bands->kind == PAG_TABLE_BANDS) judge_by(&j);
    judge_gives(&j);
}
