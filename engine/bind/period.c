/* The word `period` of formulas: the first and the last day of the evaluation's period, as dates,
 * and the year they lie in, as a number. It is known only while an evaluation is computed, and only
 * where one is written. */
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

/* PAG_PERIOD_PARTS: the period has nothing of that name. */
static pag_period_part part_named(pag_str name)
{
    static const pag_str names[PAG_PERIOD_PARTS] = {{"from", 4}, {"to", 2}, {"year", 4}};
    int part = 0;
    while (part < PAG_PERIOD_PARTS && !pag_str_equal(name, names[part])) part++;
    return (pag_period_part)part;
}

/* A period over the turn of a year has none. */
static pag_number year_of(pag_bind *bind, pag_pos at)
{
    const pag_evaluator *e = bind->evaluator;
    int64_t year = pag_date_year(e->from);
    if (year != pag_date_year(e->to)) {
        pag_diag_add(e->diags, PAG_E0283, e->period_pos, 2, pag_number_people(e->arena, e->from),
                     pag_number_people(e->arena, e->to))
            ->also = at;
        pag_script_raise(bind->script->L);
    }
    return pag_number_whole(e->arena, year);
}

/* Rules that are for one year are evaluated for no period outside of it. */
static int explore(lua_State *L, pag_period_part part)
{
    const pag_bind *bind = pag_bind_of(L);
    pag_arena *arena = bind->evaluator->arena;
    if (part != PAG_PERIOD_YEAR) return pag_symbol_day(L, part == PAG_PERIOD_TO);
    if (bind->head.year) {
        pag_exact_push(L, pag_number_whole(arena, bind->head.year));
    } else {
        pag_term *term = PAG_NEW(arena, pag_term);
        *term = (pag_term){.handle = PAG_HANDLE_TERM, .kind = PAG_TERM_YEAR, .unit = PAG_PLAIN};
        pag_symbol_push(L, term);
    }
    return 1;
}

/* period.from, period.to or period.year; every other name is told. */
int pag_period_index(lua_State *L)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_evaluator *e = bind->evaluator;
    pag_pos at = pag_word_where(L, PAG_STR("period"));
    pag_str name = PAG_STR("…");
    if (lua_type(L, 2) == LUA_TSTRING) name.at = lua_tolstring(L, 2, &name.len);
    pag_period_part part = part_named(name);
    if (part == PAG_PERIOD_PARTS) {
        pag_diag_add(e->diags, PAG_E0719, at, 1, name);
        pag_script_raise(L);
    }
    if (e->loading) {
        pag_diag_add(e->diags, PAG_E0718, at, 0);
        pag_script_raise(L);
    }
    if (bind->exploring) return explore(L, part);
    pag_period_insist(bind, at);
    pag_step step = {.kind = PAG_STEP_PERIOD, .chosen = part};
    step.result = part == PAG_PERIOD_YEAR ? year_of(bind, at)
                  : part == PAG_PERIOD_TO ? e->to
                                          : e->from;
    if (e->note) e->note(e->run, &step);
    pag_exact_push(L, step.result);
    return 1;
}
