/* How many of Lua's steps one call of a function takes at most, where its text tells. Without a
 * loop every instruction runs once, and a token is only a few of them; to that comes what the
 * functions take that it calls, each as often as a call is written. So the steps of such a function
 * can be paid for before it runs, and need not be counted while it does.
 *
 * A call is only known to be of a certain function when nothing can stand in that function's place:
 * a word, a name of another file, a name that this file defines, or a `local function` whose name
 * is never given another value. What is called must begin before the function that calls it, so
 * there is no way back to itself. What a word calls is the word's affair (see state.h). */
#include "script/parser.h"

/* `a < b` is the worst: five instructions, and three for each of `b` and the marker put in. */
enum { STEPS_A_TOKEN = 6, MOST_STEPS = 10000 };

void pag_cost_begin(pag_parser *p)
{
    pag_parser_cost cost = {.first_token = p->now.order, .last_call = PAG_NO_CALL};
    PAG_LIST_ADD(p->arena, &p->costs, cost);
}

void pag_cost_end(pag_parser *p, int32_t function)
{
    pag_parser_cost *cost = &p->costs.at[function];
    cost->n_tokens = p->before.order - cost->first_token + 1;
}

void pag_cost_loop(pag_parser *p)
{
    if (p->function->index >= 0) p->costs.at[p->function->index].endless = true;
}

void pag_cost_assign(pag_parser *p, const pag_local *local)
{
    if (local->names >= 0) p->costs.at[local->names].renamed = true;
}

void pag_cost_call(pag_parser *p, const pag_token *name)
{
    if (p->function->index < 0) return;
    pag_parser_cost *caller = &p->costs.at[p->function->index];
    const pag_local *local = name ? pag_scope_local(p, name) : NULL;
    if (!name || (local && local->names < 0)) {
        caller->endless = true;
        return;
    }
    pag_parser_call call = {local ? local->names : -1, name->symbol, caller->last_call};
    caller->last_call = (uint32_t)p->calls.n;
    PAG_LIST_ADD(p->arena, &p->calls, call);
}

/* Of one call in `caller`; false when nobody knows. A word is no function of Lua's. */
static bool steps_of_call(pag_parser *p, const pag_parser_call *call, int32_t caller,
                          uint32_t *steps)
{
    const pag_symbol *s = pag_symbols_at(&p->symbols, call->symbol);
    int32_t called = call->function >= 0 ? call->function : s->function;
    *steps = 0;
    if (call->function < 0 && s->role == PAG_ROLE_WORD) return true;
    if (call->function < 0 && s->role == PAG_ROLE_GIVEN) {
        *steps = s->steps;
    } else if (called >= 0 && called < caller && !p->costs.at[called].renamed) {
        *steps = p->functions.at[called].steps;
    }
    return *steps > 0;
}

static uint32_t steps_of(pag_parser *p, int32_t function)
{
    const pag_parser_cost *cost = &p->costs.at[function];
    uint64_t all = (uint64_t)cost->n_tokens * STEPS_A_TOKEN;
    uint32_t steps;
    if (cost->endless) return 0;
    for (uint32_t i = cost->last_call; i != PAG_NO_CALL; i = p->calls.at[i].before) {
        if (!steps_of_call(p, &p->calls.at[i], function, &steps)) return 0;
        all += steps;
    }
    return all <= MOST_STEPS ? (uint32_t)all : 0;
}

/* In the order of their first tokens, so those that a function may call are done before it. */
void pag_cost_finish(pag_parser *p)
{
    for (size_t i = 0; i < p->functions.n; i++) {
        p->functions.at[i].steps = steps_of(p, (int32_t)i);
    }
}
