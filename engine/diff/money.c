/* Which figures to be paid are the same money: a total and what it is of, a whole and its parts.
 * What a figure is made of is told by its steps, never by how its formula is written, and whether
 * it adds nothing to that by its amount. So money counts once, where it comes from. */
#include "diff/internal.h"

#include "schema/basis.h"
#include "turn/turn.h"

enum { MOST_TURNED = 64 }; /* evaluations that are computed again to tell remainders */

typedef struct sorting {
    pag_arena *arena;
    pag_arena *turns;
    pag_pack *pack;
    const pag_result *result;
    pag_seen barren; /* figures that are made of none that is paid */
    size_t turned;
    pag_money_list paid, beside;
} sorting;

/* --- which there are --- */

static void add(pag_arena *arena, pag_money_list *list, const pag_figure *figure)
{
    list->at = pag_list_grown(arena, list->at, list->n, &list->room, sizeof *list->at);
    list->at[list->n++] = (pag_money){.figure = figure, .role = PAG_ROLE_UNCLEAR};
}

/* Amounts without a title are the rules' own. */
static void note_amount(void *ud, pag_figure *figure)
{
    sorting *s = ud;
    const pag_cell *cell = figure->cell;
    if (cell->type != PAG_TYPE_MONEY || figure->value.kind != PAG_VALUE_NUMBER) return;
    if (cell->payable) {
        add(s->arena, &s->paid, figure);
    } else if (cell->title.len && pag_origin_is_made(cell->origin)) {
        add(s->arena, &s->beside, figure);
    }
}

/* --- what they are made of --- */

typedef struct walk {
    const sorting *s;
    pag_seen seen;
    PAG_LIST(const pag_figure *) to_do;
    PAG_LIST(const pag_figure *) come_by;
    PAG_LIST(const pag_figure *) found;
} walk;

static void come_by(walk *w, const pag_figure *figure)
{
    pag_arena *arena = w->s->arena;
    figure = pag_figure_own(figure);
    if (pag_seen_has(&w->s->barren, figure)) return;
    if (!pag_seen_add(&w->seen, figure)) return;
    if (figure->cell->payable) {
        PAG_LIST_ADD(arena, &w->found, figure);
    } else {
        PAG_LIST_ADD(arena, &w->come_by, figure);
        PAG_LIST_ADD(arena, &w->to_do, figure);
    }
}

/* A part is made of its whole; the weights only say how it is shared. */
static void go_down(walk *w, const pag_figure *figure)
{
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_step *step = &figure->steps[i];
        const pag_figure *read;
        for (uint32_t k = 0; (read = pag_step_figure(step, k)); k++) {
            if (step->kind != PAG_STEP_SHARED || read == step->figure) come_by(w, read);
        }
    }
}

/* The nearest others to be paid that the figure is worked out from. */
static void find_makers(sorting *s, pag_money *money)
{
    walk w = {.s = s, .seen = {.arena = s->arena}};
    go_down(&w, money->figure);
    while (w.to_do.n) go_down(&w, w.to_do.at[--w.to_do.n]);
    money->n = w.found.n;
    money->of = w.found.at;
    if (money->n) return;
    for (size_t i = 0; i < w.come_by.n; i++) (void)pag_seen_add(&s->barren, w.come_by.at[i]);
}

/* --- remainders --- */

/* Whether one more euro of `maker` makes the figure one euro less. */
static bool falls_as_much(sorting *s, const pag_money *money, const pag_figure *maker)
{
    pag_result turned;
    const pag_number one = pag_number_with_unit(s->arena, pag_number_whole(s->arena, 1), PAG_MONEY);
    pag_turn raise = {.figure = maker, .mark = PAG_TURN_WHOLE, .value = maker->value};
    raise.value.number = pag_money_add(s->arena, maker->value.number, one);
    s->turned++;
    pag_arena_reset(s->turns);
    if (!pag_turn_open(s->result->evaluation, s->turns, &raise, 1, &turned)) return false;
    const pag_figure *after = pag_turn_figure(&turned, s->pack, s->turns, money->figure);
    if (!after || after->value.kind != PAG_VALUE_NUMBER) return false;
    pag_number less =
        pag_money_subtract(s->arena, money->figure->value.number, after->value.number);
    return pag_number_order(less, one) == 0;
}

/* What another leaves of a whole is not made of that other: the two are never the same money. */
static void drop_remainders(sorting *s, pag_money *money)
{
    size_t n = 0;
    const pag_figure **of = PAG_NEW_ARRAY(s->arena, const pag_figure *, money->n + 1);
    for (size_t i = 0; i < money->n; i++) {
        if (s->turned >= MOST_TURNED || !falls_as_much(s, money, money->of[i])) {
            of[n++] = money->of[i];
        }
    }
    money->n = n;
    money->of = of;
}

/* --- whether they add to it --- */

/* Some figures and what they are made of, each counted once. */
typedef struct balance {
    pag_arena *arena;
    pag_number made, of;
    pag_seen seen;
} balance;

static balance new_balance(pag_arena *arena)
{
    pag_number zero = pag_number_with_unit(arena, PAG_ZERO, PAG_MONEY);
    return (balance){arena, zero, zero, {.arena = arena}};
}

static void weigh(balance *b, const pag_money *money)
{
    b->made = pag_money_add(b->arena, b->made, money->figure->value.number);
    for (size_t i = 0; i < money->n; i++) {
        if (!pag_seen_add(&b->seen, money->of[i])) continue;
        b->of = pag_money_add(b->arena, b->of, money->of[i]->value.number);
    }
}

static bool is_even(const balance *b)
{
    return pag_number_order(b->made, b->of) == 0;
}

static bool is_sum(const sorting *s, const pag_money *money)
{
    balance b = new_balance(s->arena);
    weigh(&b, money);
    return is_even(&b);
}

static void judge_alone(const sorting *s, pag_money *money)
{
    money->role = PAG_ROLE_OWN;
    if (money->n) money->role = is_sum(s, money) ? PAG_ROLE_SUM : PAG_ROLE_UNCLEAR;
}

static bool is_unclear(const pag_money *money, const pag_cell *cell)
{
    return money->figure->cell == cell && money->role == PAG_ROLE_UNCLEAR;
}

/* Those of one cell that are not sums may be parts, which are as much only together. */
static void judge_together(const sorting *s, pag_money_list *list, const pag_cell *cell)
{
    balance b = new_balance(s->arena);
    for (size_t i = 0; i < list->n; i++) {
        if (is_unclear(&list->at[i], cell)) weigh(&b, &list->at[i]);
    }
    for (size_t i = 0; i < list->n && is_even(&b); i++) {
        if (is_unclear(&list->at[i], cell)) list->at[i].role = PAG_ROLE_PARTS;
    }
}

/* Those whose role is not clear yet. */
static void judge(sorting *s, pag_money_list *list, bool again)
{
    for (size_t i = 0; i < list->n; i++) {
        pag_money *money = &list->at[i];
        if (money->role != PAG_ROLE_UNCLEAR) continue;
        if (again) drop_remainders(s, money);
        judge_alone(s, money);
    }
    pag_seen cells = {.arena = s->arena};
    for (size_t i = 0; i < list->n; i++) {
        const pag_cell *cell = list->at[i].figure->cell;
        if (list->at[i].role != PAG_ROLE_UNCLEAR || !pag_seen_add(&cells, cell)) continue;
        judge_together(s, list, cell);
    }
}

/* What is nothing adds nothing. */
static void judge_nothing(const pag_money_list *list)
{
    for (size_t i = 0; i < list->n; i++) {
        pag_money *money = &list->at[i];
        bool nothing = pag_number_sign(money->figure->value.number) == 0;
        if (nothing && money->role == PAG_ROLE_UNCLEAR) money->role = PAG_ROLE_NONE;
    }
}

pag_money_sorts pag_money_sorted(const pag_mixed *mixed, const pag_result *result)
{
    sorting s = {.arena = mixed->runs,
                 .turns = mixed->turns,
                 .pack = mixed->pack,
                 .result = result,
                 .barren = {.arena = mixed->runs}};
    pag_result_visit(result, note_amount, &s);
    for (size_t i = 0; i < s.paid.n; i++) find_makers(&s, &s.paid.at[i]);
    for (size_t i = 0; i < s.beside.n; i++) find_makers(&s, &s.beside.at[i]);
    judge(&s, &s.paid, false);
    judge(&s, &s.paid, true);
    judge(&s, &s.beside, false);
    judge_nothing(&s.paid);
    judge_nothing(&s.beside);
    return (pag_money_sorts){s.paid, s.beside};
}
