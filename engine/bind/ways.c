/* The tree of all ways through a formula. The formula is run again and again; each run answers its
 * questions as the run before did up to the last one that can be answered otherwise. */
#include "bind/symbol.h"

#include "base/list.h"

#include <lauxlib.h>

typedef struct decision {
    const pag_question *question;
    uint32_t answer;
    pag_way *way; /* of the tree: where it is asked */
} decision;

/* One exploring; those of functions given to words stand within the one of the formula. */
typedef struct pag_exploring {
    struct pag_exploring *outer;
    pag_explorer *explorer;
    const pag_answered *before; /* of the outermost */
    size_t n, room, at;         /* `at`: how many have been asked on this run */
    decision *decisions;
    pag_way *root;
    PAG_LIST(const pag_way *) inner; /* of functions given to words since the last question */
    bool stopped;                    /* the evaluation would end here */
    bool spent, no_memory;
} exploring;

_Noreturn void pag_ways_unknown(lua_State *L)
{
    pag_script_raise(L);
}

_Noreturn void pag_ways_stop(lua_State *L)
{
    pag_bind_of(L)->exploring->stopped = true;
    pag_script_raise(L);
}

void pag_ways_looked(lua_State *L, const pag_bands *table, uint32_t row)
{
    const pag_explorer *explorer = pag_bind_of(L)->exploring->explorer;
    explorer->looked(explorer->ud, table, row);
}

/* --- asking --- */

/* All that was answered on this way, outer questions first. */
static pag_answered answered(pag_arena *arena, const exploring *e)
{
    size_t n = e->at;
    const exploring *outermost = e;
    for (const exploring *o = e; o; o = o->outer) {
        outermost = o;
        if (o != e) n += o->at;
    }
    n += outermost->before->n;
    const pag_question **questions = PAG_NEW_ARRAY(arena, const pag_question *, n + 1);
    uint32_t *answers = PAG_NEW_ARRAY(arena, uint32_t, n + 1);
    size_t at = n;
    for (const exploring *o = e; o; o = o->outer) {
        for (size_t i = o->at; i-- > 0;) {
            questions[--at] = o->decisions[i].question;
            answers[at] = o->decisions[i].answer;
        }
    }
    for (size_t i = 0; i < at; i++) {
        questions[i] = outermost->before->questions[i];
        answers[i] = outermost->before->answers[i];
    }
    return (pag_answered){n, questions, answers};
}

static bool find_answer(const pag_answered *known, const pag_question *q, uint32_t *answer)
{
    for (size_t i = 0; i < known->n; i++) {
        if (!pag_question_same(known->questions[i], q)) continue;
        *answer = known->answers[i];
        return true;
    }
    return false;
}

/* The first answer from `from` on that is possible; q->n when there is none. */
static uint32_t next_answer(const exploring *e, const pag_answered *known, const pag_question *q,
                            uint32_t from)
{
    while (from < q->n && !e->explorer->possible(e->explorer->ud, known, q, from)) from++;
    return from;
}

/* The list itself may be kept by a way. */
static void forget_inner(exploring *e)
{
    e->inner.n = e->inner.room = 0;
    e->inner.at = NULL;
}

static pag_way *way_of(pag_arena *arena, const pag_question *q)
{
    pag_way *way = PAG_NEW(arena, pag_way);
    way->question = *q;
    way->answers = PAG_NEW_ARRAY(arena, const pag_way *, q->n);
    return way;
}

static void attach(exploring *e, pag_way *way)
{
    way->n_inner = e->inner.n;
    way->inner = e->inner.at;
    forget_inner(e);
    if (e->at == 0) {
        e->root = way;
    } else {
        const decision *last = &e->decisions[e->at - 1];
        last->way->answers[last->answer] = way;
    }
}

uint32_t pag_ways_ask(lua_State *L, const pag_question *question)
{
    pag_bind *bind = pag_bind_of(L);
    exploring *e = bind->exploring;
    pag_arena *arena = bind->evaluator->arena;
    uint32_t answer;
    if (e->at < e->n) {
        forget_inner(e); /* they stand there since the first run */
        return e->decisions[e->at++].answer;
    }
    pag_answered known = answered(arena, e);
    if (find_answer(&known, question, &answer)) {
        answer = next_answer(e, &known, question, answer); /* as before */
    } else {
        answer = next_answer(e, &known, question, 0);
    }
    if (answer == question->n) pag_ways_unknown(L); /* nobody comes here */
    pag_way *way = way_of(arena, question);
    attach(e, way);
    e->decisions = pag_list_grown(arena, e->decisions, e->n, &e->room, sizeof *e->decisions);
    e->decisions[e->n++] = (decision){&way->question, answer, way};
    e->at = e->n;
    return answer;
}

/* On to the next way: false when there is none. An answer that was given before stays. */
static bool advance(pag_arena *arena, exploring *e)
{
    while (e->n > 0) {
        decision *last = &e->decisions[--e->n];
        uint32_t ignored;
        e->at = e->n;
        pag_answered known = answered(arena, e);
        if (find_answer(&known, last->question, &ignored)) continue;
        last->answer = next_answer(e, &known, last->question, last->answer + 1);
        if (last->answer == last->question->n) continue;
        e->n++;
        e->at = 0;
        return true;
    }
    return false;
}

static bool spend(exploring *e)
{
    if (e->explorer->runs == 0) e->spent = true;
    if (!e->spent) e->explorer->runs--;
    e->at = 0;
    forget_inner(e);
    e->stopped = false;
    return !e->spent;
}

/* --- what came back --- */

static const pag_term *number_answer(lua_State *L, pag_operand x, pag_unit unit)
{
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    pag_term *term = PAG_NEW(arena, pag_term);
    if (pag_operand_is_written(x) && unit == PAG_PERCENT && pag_number_sign(x.number) != 0) {
        pag_ways_unknown(L);
    }
    bool fits =
        x.literal || pag_number_unit(x.number) == unit ||
        (pag_number_unit(x.number) == PAG_PLAIN && (unit == PAG_PERCENT || unit == PAG_POINTS));
    if (!fits) pag_ways_unknown(L);
    *term = (pag_term){.handle = PAG_HANDLE_TERM,
                       .unit = unit,
                       .number = pag_number_with_unit(arena, x.number, unit)};
    return term;
}

/* A plain ratio is a percentage, and plain points are points. */
static const pag_term *fitting(lua_State *L, const pag_term *term, pag_unit unit)
{
    if (term->unit == unit) return term;
    bool fits = term->unit == PAG_PLAIN && (unit == PAG_PERCENT || unit == PAG_POINTS);
    if (!fits) pag_ways_unknown(L);
    pag_term *same = pag_arena_keep(pag_bind_of(L)->evaluator->arena, term, sizeof *term);
    same->unit = unit;
    return same;
}

static pag_operand operand_at_top(lua_State *L)
{
    return pag_exact_operand(L, -1, (pag_pos){0});
}

static pag_value number_value(lua_State *L, pag_unit unit)
{
    const pag_term *term = pag_symbol_at(L, -1);
    term = term ? fitting(L, term, unit) : number_answer(L, operand_at_top(L), unit);
    return (pag_value){PAG_VALUE_TERM, {.term = term}};
}

static pag_value text_value(lua_State *L)
{
    const pag_choice *choice = pag_exact_handle(L, -1, PAG_HANDLE_CHOICE);
    pag_value value = {.kind = PAG_VALUE_TEXT};
    if (choice) {
        value.text = choice->word;
        return value;
    }
    if (lua_type(L, -1) != LUA_TSTRING) pag_ways_unknown(L);
    pag_str text;
    text.at = lua_tolstring(L, -1, &text.len);
    value.text = pag_arena_copy(pag_bind_of(L)->evaluator->arena, text);
    return value;
}

static pag_value flag_value(lua_State *L)
{
    if (lua_type(L, -1) != LUA_TBOOLEAN) pag_ways_unknown(L);
    return (pag_value){PAG_VALUE_FLAG, {.flag = lua_toboolean(L, -1)}};
}

/* The value at the top of the stack as the exploration wants it. */
static pag_value take(lua_State *L, const pag_exploration *what)
{
    const pag_cell *cell = what->cell;
    if (lua_isnil(L, -1)) pag_ways_unknown(L);
    if (what->edge) return number_value(L, what->unit);
    if (!cell || cell->type == PAG_TYPE_FLAG) return flag_value(L);
    if (pag_type_is_number(cell->type) || cell->type == PAG_TYPE_DATE) {
        return number_value(L, pag_type_unit(cell->type));
    }
    return text_value(L);
}

/* --- the runs of a formula --- */

typedef struct running {
    pag_bind *bind;
    const pag_exploration *what;
    pag_value value;
} running;

static void run_once(void *ud)
{
    running *r = ud;
    lua_State *L = r->bind->script->L;
    const pag_exploration *what = r->what;
    pag_call_push(r->bind, what->formula);
    int n = 0;
    luaL_checkstack(L, 24, NULL);
    if (what->score) {
        pag_symbol_push(L, what->score);
        n++;
    }
    for (pag_entry *e = what->entry; e && (size_t)n < what->formula->n_parameters; e = e->parent) {
        pag_exact_push_handle(L, e);
        n++;
    }
    lua_call(L, n, 1);
    r->value = take(L, what);
    lua_pop(L, 1);
}

static void end_way(pag_arena *arena, exploring *e, pag_status status, const pag_value *value,
                    const pag_diagnostics *told)
{
    pag_way *way = PAG_NEW(arena, pag_way);
    if (status == PAG_OK) {
        way->end = PAG_WAY_VALUE;
        way->value = *value;
    } else {
        way->end = e->stopped ? PAG_WAY_STOPPED : PAG_WAY_UNKNOWN;
        if (told && pag_diagnostics_count(told)) way->why = pag_diagnostics_at(told, 0);
    }
    attach(e, way);
}

/* All ways, one run each; false when runs or memory were spent. */
static bool run_all(pag_bind *bind, const pag_evaluator *evaluator, exploring *e,
                    const pag_exploration *what)
{
    pag_arena *arena = evaluator->arena;
    do {
        running r = {.bind = bind, .what = what};
        pag_evaluator quiet = *evaluator;
        if (!spend(e)) return false;
        bind->exploring = e; /* a run before may have ended within a function given to a word */
        quiet.diags = pag_diagnostics_create(arena, pag_diagnostics_sources(evaluator->diags));
        pag_status status = pag_bind_run(bind, &quiet, true, run_once, &r);
        e->no_memory = status == PAG_NOMEM;
        if (status != PAG_OK && status != PAG_INVALID) return false;
        end_way(arena, e, status, &r.value, quiet.diags);
    } while (advance(arena, e));
    return true;
}

/* What one formula asks may need another to be explored first: that runs on a stack of its own. */
const pag_way *pag_bind_explore(pag_bind *bind, const pag_evaluator *evaluator,
                                pag_explorer *explorer, const pag_answered *before,
                                const pag_exploration *what)
{
    exploring e = {.explorer = explorer, .before = before};
    exploring *outer = bind->exploring;
    lua_State *L = bind->script->L;
    if (outer) bind->script->L = lua_newthread(L);
    bind->exploring = &e;
    bool whole = run_all(bind, evaluator, &e, what);
    bind->exploring = outer;
    bind->script->L = L;
    if (outer) lua_pop(L, 1);
    if (e.no_memory) pag_arena_end(evaluator->arena, PAG_NOMEM);
    return whole ? e.root : NULL;
}

/* --- functions given to words --- */

static pag_value take_inner(lua_State *L, bool flag)
{
    if (flag) return flag_value(L);
    const pag_term *term = pag_symbol_at(L, -1);
    if (term) return (pag_value){PAG_VALUE_TERM, {.term = term}};
    pag_operand x = operand_at_top(L);
    return (pag_value){PAG_VALUE_TERM, {.term = number_answer(L, x, pag_number_unit(x.number))}};
}

/* For some entry the evaluation may end here: that is an end of this function's ways, not of the
 * formula's. Any other error passes through to the outermost, which puts it right. */
static void end_inner(lua_State *L, exploring *e, bool flag)
{
    pag_value value = {.kind = PAG_VALUE_NONE};
    bool given = lua_pcall(L, 1, 1, 0) == LUA_OK;
    if (!given && !e->stopped) lua_error(L);
    if (given) value = take_inner(L, flag);
    lua_pop(L, 1);
    end_way(pag_bind_of(L)->evaluator->arena, e, given ? PAG_OK : PAG_INVALID, &value, NULL);
}

const pag_way *pag_ways_inner(lua_State *L, int at, const pag_list *list, bool flag)
{
    pag_bind *bind = pag_bind_of(L);
    pag_arena *arena = bind->evaluator->arena;
    exploring *outer = bind->exploring;
    exploring e = {.outer = outer, .explorer = outer->explorer, .before = outer->before};
    pag_entry *entry = outer->explorer->entry(outer->explorer->ud, list);
    do {
        bind->exploring = &e; /* a run before may have ended within another function */
        if (!spend(&e)) {
            outer->spent = true;
            pag_ways_unknown(L);
        }
        luaL_checkstack(L, 8, NULL);
        lua_pushvalue(L, at);
        pag_exact_push_handle(L, entry);
        pag_script_pay(L, 0);
        end_inner(L, &e, flag);
    } while (advance(arena, &e));
    bind->exploring = outer;
    e.root->entry = entry;
    PAG_LIST_ADD(arena, &outer->inner, e.root);
    return e.root;
}
