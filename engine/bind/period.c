/* The word `period` of formulas: the first and the last day of the evaluation's period, as dates.
 * It is known only while an evaluation is computed, and only where one is written. */
#include "bind/symbol.h"

static const pag_handle period = PAG_HANDLE_PERIOD;

void pag_period_open(lua_State *L, int words)
{
    pag_exact_push_handle(L, &period);
    lua_setfield(L, words, "period");
}

void pag_period_insist(pag_bind *bind, pag_pos at)
{
    if (bind->evaluator->period_pos.source) return;
    pag_diag_add(bind->evaluator->diags, PAG_E0717, at, 0);
    pag_script_raise(bind->script->L);
}

/* period.from or period.to; every other name is told. */
int pag_period_index(lua_State *L)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_evaluator *e = bind->evaluator;
    pag_pos at = pag_word_where(L, PAG_STR("period"));
    pag_str name = PAG_STR("…");
    if (lua_type(L, 2) == LUA_TSTRING) name.at = lua_tolstring(L, 2, &name.len);
    bool last = pag_str_equal(name, PAG_STR("to"));
    if (!last && !pag_str_equal(name, PAG_STR("from"))) {
        pag_diag_add(e->diags, PAG_E0719, at, 1, name);
        pag_script_raise(L);
    }
    if (e->loading) {
        pag_diag_add(e->diags, PAG_E0718, at, 0);
        pag_script_raise(L);
    }
    if (bind->exploring) return pag_symbol_day(L, last);
    pag_period_insist(bind, at);
    pag_step step = {.kind = PAG_STEP_PERIOD, .chosen = last, .result = last ? e->to : e->from};
    if (e->note) e->note(e->run, &step);
    pag_exact_push(L, step.result);
    return 1;
}
