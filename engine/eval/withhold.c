/* Errors of the engine that tell what was worked out. What rests on a value that is still to be
 * confirmed is no more told by them than by tables: it is withheld, or marked in a draft. Which
 * arguments of a message are such values depends on its code alone; whether they may be told, on
 * what the figure or condition under way has read by then. */
#include "eval/doubts.h"
#include "eval/internal.h"
#include "schema/basis.h"

enum { MOST_UNSURE = 4 };

/* What the value of a message is of the figure under way. */
typedef enum telling {
    OWN,     /* what it comes to: that rests on all that it read */
    READ,    /* a figure that it read */
    OPERAND, /* what its formula had got to: a figure that it read, or something made of such */
    NAME,    /* what rules write, unless they take the text of a figure for it */
    SOUGHT   /* READ where a cell is looked up, OPERAND where a formula does it */
} telling;

#define ARGUMENT(i) (1U << (i))
enum { MISSING_ROW = 3 }; /* of E0305 */

static const struct {
    pag_code code;
    telling how;
    unsigned arguments;
} values[] = {
    {PAG_E0138, NAME, ARGUMENT(1)},
    {PAG_E0138, OPERAND, ARGUMENT(2)}, /* the row tells what found it */
    {PAG_E0232, OWN, ARGUMENT(1)},
    {PAG_E0233, OWN, ARGUMENT(1)},
    {PAG_E0234, OWN, ARGUMENT(1)},
    {PAG_E0305, SOUGHT, ARGUMENT(0) | ARGUMENT(2) | ARGUMENT(3)},
    {PAG_E0306, SOUGHT, ARGUMENT(0) | ARGUMENT(2)},
    {PAG_E0307, SOUGHT, ARGUMENT(0) | ARGUMENT(2)},
    {PAG_E0309, SOUGHT, ARGUMENT(0)},
    {PAG_E0311, OWN, ARGUMENT(1)},
    {PAG_E0314, OWN, ARGUMENT(1)},
    {PAG_E0316, OWN, ARGUMENT(1)},
    {PAG_E0318, OWN, ARGUMENT(1)},
    {PAG_E0319, OWN, ARGUMENT(1)},
    {PAG_E0322, OWN, ARGUMENT(1) | ARGUMENT(2)},
    {PAG_E0323, OPERAND, ARGUMENT(0) | ARGUMENT(1)},
    {PAG_E0324, OWN, ARGUMENT(1)},
    {PAG_E0325, OPERAND, ARGUMENT(0) | ARGUMENT(2)},
    {PAG_E0326, OWN, ARGUMENT(1)},
    {PAG_E0327, OWN, ARGUMENT(1) | ARGUMENT(2)},
    {PAG_E0453, OPERAND, ARGUMENT(0)},
    {PAG_E0454, OPERAND, ARGUMENT(0) | ARGUMENT(1)},
    {PAG_E0457, OPERAND, ARGUMENT(0) | ARGUMENT(2)},
    {PAG_E0458, OPERAND, ARGUMENT(0) | ARGUMENT(2)},
    {PAG_E0460, OPERAND, ARGUMENT(0)},
    {PAG_E0462, NAME, ARGUMENT(0)},
    {PAG_E0465, OPERAND, ARGUMENT(0)},
    {PAG_E0467, NAME, ARGUMENT(0)},
    {PAG_E0470, NAME, ARGUMENT(1)},
    {PAG_E0482, OPERAND, ARGUMENT(0) | ARGUMENT(1)},
    {PAG_E0706, SOUGHT, ARGUMENT(0)},
    {PAG_E0715, SOUGHT, ARGUMENT(0)},
    {PAG_E0754, READ, ARGUMENT(1)},
    {PAG_E0755, READ, ARGUMENT(1)},
    {PAG_E0756, READ, ARGUMENT(1)},
    {PAG_E0758, READ, ARGUMENT(1)},
    {PAG_E0898, OWN, ARGUMENT(1)},
};

/* What is under way, as if it ended here. */
typedef struct under_way {
    pag_arena *arena;
    const pag_step *steps;
    size_t n;
    pag_figure as_if; /* what it rests on, and whether it would be withheld */
    bool carried;     /* nobody has read the rules again: no amount that they work out is sure */
    bool unsure;      /* what it read is to be confirmed, and not the rules alone */
} under_way;

static under_way what_runs(const pag_run *r)
{
    static const pag_cell condition = {.type = PAG_TYPE_FLAG, .origin = PAG_COMPUTED};
    const pag_level *at = &r->levels[r->depth - 1];
    under_way w = {.arena = r->evaluator.arena, .steps = r->steps + at->first_step};
    w.n = r->n_steps - at->first_step;
    if (at->figure) w.as_if = *at->figure;
    if (!at->figure) w.as_if.cell = &condition;
    w.as_if.steps = w.steps;
    w.as_if.n_steps = (uint32_t)w.n;
    pag_doubts_settle(w.arena, &w.as_if);
    const pag_group *group = at->entry->group;
    w.carried = group->n_cells && group->cells[0].rules_doubt;
    w.unsure = pag_doubts_are_in(w.arena, w.steps, w.n);
    return w;
}

/* Whether messages show the figure's value by this text. */
static bool is_shown_as(const under_way *w, const pag_figure *figure, pag_str text)
{
    const pag_value *v = &figure->value;
    if (v->kind == PAG_VALUE_TEXT) return pag_str_equal(v->text, text);
    if (v->kind == PAG_VALUE_CHOICE) return pag_str_equal(v->choice->word, text);
    if (v->kind != PAG_VALUE_NUMBER) return false;
    pag_str people = pag_number_people(w->arena, v->number);
    return pag_str_equal(people, text) ||
           pag_str_equal(pag_text_join(w->arena, 2, people, PAG_STR(" pt.")), text) ||
           pag_str_equal(pag_number_written(w->arena, v->number), text);
}

typedef enum seeing { UNREAD, SEEN, HIDDEN } seeing;

/* Whether this is a figure that was read, and one that everybody may see. One that nobody may and
 * that reads the same decides. */
static seeing seeing_of(const under_way *w, pag_str text)
{
    seeing all = UNREAD;
    for (size_t i = 0; i < w->n; i++) {
        const pag_figure *read;
        for (uint32_t k = 0; (read = pag_step_figure(&w->steps[i], k)); k++) {
            if (!is_shown_as(w, pag_figure_own(read), text)) continue;
            if (pag_figure_own(read)->withheld) return HIDDEN;
            all = SEEN;
        }
    }
    return all;
}

/* An amount that a formula has got to may be one that was read, times a whole that is to be
 * confirmed: then it is not the one that everybody may see. */
static bool is_unconfirmed(const under_way *w, telling how, pag_str text)
{
    bool amount = pag_str_ends(text, PAG_STR("€"));
    bool rests = w->as_if.withheld || (amount && (w->carried || w->as_if.doubts->n > 0));
    if (!rests || how == OWN) return rests;
    seeing seen = seeing_of(w, text);
    if (how == NAME) return seen == HIDDEN;
    bool may_be_made = how == OPERAND && amount && w->unsure;
    return may_be_made || seen != SEEN;
}

/* Edges that are fixed tell nothing; those that are worked out may stand without the sign of euros.
 * The row that a score is missing tells between which edges it falls. */
static bool is_of_search(const under_way *w, const pag_cell *looked_up, size_t argument,
                         const pag_diagnostic *d)
{
    bool edges = looked_up && !looked_up->bands->fixed;
    bool unsure = w->as_if.withheld || w->carried || w->as_if.doubts->n > 0;
    return (edges && unsure) || (argument == MISSING_ROW && (d->unconfirmed & ARGUMENT(0)));
}

static void name_doubts(const under_way *w, bool draft, pag_diagnostic *d)
{
    const pag_doubts *doubts = pag_figure_doubts(&w->as_if, draft);
    pag_unsure *all = PAG_NEW_ARRAY(w->arena, pag_unsure, MOST_UNSURE);
    d->n_unsure = 0;
    for (size_t i = 0; i < doubts->n && i < MOST_UNSURE; i++) {
        const pag_doubt *doubt = doubts->at[i];
        all[d->n_unsure++] = (pag_unsure){doubt->about, doubt->why, doubt->pos};
    }
    d->unsure = all;
}

static void withhold(const pag_run *r, size_t i, pag_diagnostic *d)
{
    const under_way w = what_runs(r);
    const pag_figure *figure = r->levels[r->depth - 1].figure;
    const pag_cell *looked_up =
        figure && figure->cell->origin == PAG_LOOKED_UP ? figure->cell : NULL;
    telling how = values[i].how;
    if (how == SOUGHT) how = looked_up ? READ : OPERAND;
    bool draft = r->result->evaluation->draft, sought = values[i].how == SOUGHT;
    for (size_t a = 0; a < d->n; a++) {
        if (!(values[i].arguments >> a & 1) || !d->arguments[a].len) continue;
        bool unconfirmed = sought && a > 0 ? is_of_search(&w, looked_up, a, d)
                                           : is_unconfirmed(&w, how, d->arguments[a]);
        if (!unconfirmed) continue;
        d->unconfirmed |= ARGUMENT(a);
        if (!draft) d->arguments[a] = PAG_STR("");
    }
    if (d->unconfirmed) name_doubts(&w, draft, d);
}

static void heed(void *run, pag_diagnostic *d)
{
    const pag_run *r = run;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (values[i].code == d->code && r->depth > 0) withhold(r, i, d);
    }
}

pag_status pag_run_bound(pag_run *r, bool refill, void (*work)(void *))
{
    pag_diagnostics *diags = r->evaluator.diags;
    if (r->doubts) pag_diagnostics_heed(diags, heed, r);
    pag_status status = pag_bind_run(r->bind, &r->evaluator, refill, work, r);
    pag_diagnostics_heed(diags, NULL, NULL);
    return status;
}
