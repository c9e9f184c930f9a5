/* Exact numbers as Lua values: the operators, what may stand beside them, and what is told when
 * something else does. */
#include "bind/internal.h"

#include <lauxlib.h>
#include <string.h>

void pag_exact_push(lua_State *L, pag_number number)
{
    lua_pushlightuserdata(L, (void *)(uintptr_t)number.bits);
}

void pag_exact_push_handle(lua_State *L, const void *thing)
{
    lua_pushlightuserdata(L, (void *)(((uintptr_t)thing << 2) | PAG_FORM));
}

static bool is_light(lua_State *L, int at, uintptr_t *bits)
{
    if (lua_type(L, at) != LUA_TLIGHTUSERDATA) return false;
    *bits = (uintptr_t)lua_touserdata(L, at);
    return true;
}

bool pag_exact_is_number(lua_State *L, int at)
{
    uintptr_t bits;
    return is_light(L, at, &bits) && (bits & PAG_FORM) != PAG_FORM;
}

bool pag_exact_any_handle(lua_State *L, int at, pag_handle *kind)
{
    uintptr_t bits;
    if (!is_light(L, at, &bits) || (bits & PAG_FORM) != PAG_FORM) return false;
    *kind = *(const pag_handle *)(bits >> 2);
    return true;
}

void *pag_exact_handle(lua_State *L, int at, pag_handle kind)
{
    pag_handle found;
    if (!pag_exact_any_handle(L, at, &found) || found != kind) return NULL;
    return (void *)((uintptr_t)lua_touserdata(L, at) >> 2);
}

/* --- where --- */

pag_pos pag_exact_where(lua_State *L, const char *sign)
{
    const pag_bind *bind = pag_bind_of(L);
    pag_pos pos = pag_script_where(L, 1);
    const pag_outline_operator *only = NULL;
    for (size_t o = 0; o < bind->n_outlines; o++) {
        const pag_outline *outline = bind->outlines[o];
        if (outline->source != pos.source) continue;
        for (size_t i = 0; i < outline->n_operators; i++) {
            const pag_outline_operator *op = &outline->operators[i];
            if (op->pos.line != pos.line || !pag_str_equal(op->text, pag_str_from(sign))) continue;
            if (only) return pos; /* two on one line: the line must do */
            only = op;
        }
    }
    return only ? only->pos : pos;
}

/* --- operands --- */

static pag_operand text_operand(lua_State *L, int at, pag_pos pos)
{
    pag_bind *bind = pag_bind_of(L);
    pag_arena *arena = bind->evaluator->arena;
    pag_operand operand = {PAG_ZERO, false};
    pag_str text;
    text.at = lua_tolstring(L, at, &text.len);
    pag_number_error error = pag_number_parse(arena, text, &operand.number);
    if (error == PAG_NUMBER_OK) {
        operand.literal = pag_number_unit(operand.number) == PAG_PLAIN;
        return operand;
    }
    if (error == PAG_NUMBER_COMMA) {
        pag_diag_add(bind->evaluator->diags, PAG_E0454, pos, 2, text,
                     pag_number_suggest(arena, text));
    } else if (error == PAG_NUMBER_BY_ZERO) {
        pag_diag_add(bind->evaluator->diags, PAG_E0459, pos, 0);
    } else {
        pag_diag_add(bind->evaluator->diags, PAG_E0453, pos, 1, text);
    }
    pag_script_raise(L);
}

/* Anything but a number, a numeral or a text. */
static _Noreturn void no_operand(lua_State *L, int at, pag_pos pos)
{
    pag_diagnostics *diags = pag_bind_of(L)->evaluator->diags;
    switch (lua_type(L, at)) {
    case LUA_TNUMBER: pag_diag_add(diags, PAG_E0451, pos, 0); break;
    case LUA_TNIL:
    case LUA_TNONE: pag_diag_add(diags, PAG_E0452, pos, 0); break;
    case LUA_TBOOLEAN: pag_diag_add(diags, PAG_E0456, pos, 0); break;
    default: pag_diag_add(diags, PAG_E0455, pos, 0); break;
    }
    pag_script_raise(L);
}

pag_operand pag_exact_operand(lua_State *L, int at, pag_pos pos)
{
    uintptr_t bits;
    if (is_light(L, at, &bits) && (bits & PAG_FORM) != PAG_FORM) {
        return (pag_operand){{bits}, false};
    }
    if (lua_isinteger(L, at)) {
        pag_arena *arena = pag_bind_of(L)->evaluator->arena;
        return (pag_operand){pag_number_whole(arena, lua_tointeger(L, at)), true};
    }
    if (lua_type(L, at) == LUA_TSTRING) return text_operand(L, at, pos);
    no_operand(L, at, pos);
}

void pag_exact_adopt(lua_State *L, pag_operand *a, pag_operand *b, pag_pos pos)
{
    pag_bind *bind = pag_bind_of(L);
    if (a->literal == b->literal) return;
    pag_operand *literal = a->literal ? a : b;
    pag_unit unit = pag_number_unit(a->literal ? b->number : a->number);
    if (unit == PAG_DATE) return;
    if (unit == PAG_PERCENT && pag_number_sign(literal->number) != 0) {
        pag_str written = pag_number_written(bind->evaluator->arena, literal->number);
        pag_diag_add(bind->evaluator->diags, PAG_E0460, pos, 1, written);
        pag_script_raise(L);
    }
    literal->number = pag_number_with_unit(bind->evaluator->arena, literal->number, unit);
    literal->literal = false;
}

/* A number with its unit, also where people leave it out: "8 pt." */
static pag_str with_unit(pag_arena *arena, pag_number x)
{
    pag_str text = pag_number_people(arena, x);
    bool points = pag_number_unit(x) == PAG_POINTS;
    return points ? pag_text_join(arena, 2, text, PAG_STR(" pt.")) : text;
}

void pag_exact_refuse(lua_State *L, pag_number_error error, const char *sign, pag_number a,
                      pag_number b, pag_pos pos)
{
    const pag_evaluator *e = pag_bind_of(L)->evaluator;
    if (error == PAG_NUMBER_BY_ZERO) {
        pag_diag_add(e->diags, PAG_E0459, pos, 0);
    } else if (error == PAG_NUMBER_UNITS) {
        bool product = *sign == '*' || *sign == '/';
        pag_diag_add(e->diags, product ? PAG_E0458 : PAG_E0457, pos, 3, with_unit(e->arena, a),
                     pag_str_from(sign), with_unit(e->arena, b));
    } else {
        pag_diag_add(e->diags, PAG_E0461, pos, 0);
    }
    pag_script_raise(L);
}

/* --- operators --- */

/* Arithmetic beyond 64 bits takes the time of many instructions. */
static int push_result(lua_State *L, pag_number result)
{
    enum { BIG = 2, STEPS_A_BIG = 100 };
    if ((result.bits & PAG_FORM) == BIG) pag_script_spend(L, STEPS_A_BIG);
    pag_exact_push(L, result);
    return 1;
}

typedef pag_number_error operation(struct pag_arena *, pag_number *, pag_number, pag_number);

/* The slow way, where something is not simply a number: `adopts` for operators that want one unit.
 */
static int careful(lua_State *L, operation *apply, const char *sign, bool adopts)
{
    pag_pos pos = pag_exact_where(L, sign);
    pag_operand a = pag_exact_operand(L, 1, pos);
    pag_operand b = pag_exact_operand(L, 2, pos);
    if (adopts) pag_exact_adopt(L, &a, &b, pos);
    pag_number result = PAG_ZERO;
    pag_number_error error = apply(pag_bind_of(L)->evaluator->arena, &result, a.number, b.number);
    if (error != PAG_NUMBER_OK) pag_exact_refuse(L, error, sign, a.number, b.number, pos);
    return push_result(L, result);
}

static int operate(lua_State *L, operation *apply, const char *sign, bool adopts)
{
    uintptr_t a, b;
    pag_number result;
    if (is_light(L, 1, &a) && (a & PAG_FORM) != PAG_FORM && is_light(L, 2, &b) &&
        (b & PAG_FORM) != PAG_FORM &&
        apply(pag_bind_of(L)->evaluator->arena, &result, (pag_number){a}, (pag_number){b}) ==
            PAG_NUMBER_OK) {
        return push_result(L, result);
    }
    return careful(L, apply, sign, adopts);
}

static int op_add(lua_State *L)
{
    return operate(L, pag_number_add, "+", true);
}

static int op_subtract(lua_State *L)
{
    return operate(L, pag_number_subtract, "-", true);
}

static int op_multiply(lua_State *L)
{
    return operate(L, pag_number_multiply, "*", false);
}

static int op_divide(lua_State *L)
{
    return operate(L, pag_number_divide, "/", false);
}

static int op_negate(lua_State *L)
{
    pag_operand a = pag_exact_operand(L, 1, pag_exact_where(L, "-"));
    pag_exact_push(L, pag_number_negate(pag_bind_of(L)->evaluator->arena, a.number));
    return 1;
}

/* Order, for operands of one unit. Lua swaps the sides of > and >=, so the sign is not known. */
static int order(lua_State *L)
{
    uintptr_t a, b;
    if (is_light(L, 1, &a) && (a & PAG_FORM) != PAG_FORM && is_light(L, 2, &b) &&
        (b & PAG_FORM) != PAG_FORM &&
        pag_number_unit((pag_number){a}) == pag_number_unit((pag_number){b})) {
        return pag_number_order((pag_number){a}, (pag_number){b});
    }
    pag_pos pos = pag_script_where(L, 1);
    pag_operand x = pag_exact_operand(L, 1, pos);
    pag_operand y = pag_exact_operand(L, 2, pos);
    pag_exact_adopt(L, &x, &y, pos);
    if (pag_number_unit(x.number) != pag_number_unit(y.number)) {
        pag_exact_refuse(L, PAG_NUMBER_UNITS, "<", x.number, y.number, pos);
    }
    return pag_number_order(x.number, y.number);
}

static int op_less(lua_State *L)
{
    lua_pushboolean(L, order(L) < 0);
    return 1;
}

static int op_at_most(lua_State *L)
{
    lua_pushboolean(L, order(L) <= 0);
    return 1;
}

static int op_refused(lua_State *L)
{
    pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0463, pag_script_where(L, 1), 0);
    pag_script_raise(L);
}

static const luaL_Reg arithmetic[] = {{"__add", op_add},        {"__sub", op_subtract},
                                      {"__mul", op_multiply},   {"__div", op_divide},
                                      {"__unm", op_negate},     {"__lt", op_less},
                                      {"__le", op_at_most},     {"__newindex", op_refused},
                                      {"__concat", op_refused}, {NULL, NULL}};

static void sealed_metatable(lua_State *L)
{
    lua_createtable(L, 0, 16);
    luaL_setfuncs(L, arithmetic, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
}

void pag_exact_open(lua_State *L)
{
    lua_pushlightuserdata(L, NULL);
    sealed_metatable(L);
    pag_view_open(L, lua_gettop(L));
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
    lua_pushliteral(L, "");
    sealed_metatable(L);
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}
