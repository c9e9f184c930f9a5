/* The operators of exact numbers in formulas, and what may stand beside them. */
#include "bind/numeral.h"
#include "bind/symbol.h"

#include <lauxlib.h>

void pag_exact_push_marker(lua_State *L)
{
    pag_exact_push(L, with_bits(PAG_ZERO, COUNTED));
}

void pag_exact_push_key_marker(lua_State *L)
{
    pag_exact_push(L, with_bits(PAG_ZERO, KEY));
}

static bool is_marker(lua_State *L, int at)
{
    return lua_touserdata(L, at) == (void *)(uintptr_t)with_bits(PAG_ZERO, COUNTED).bits;
}

/* A number, a numeral or a text that is one; false for everything there is something to tell of. */
static bool easy_operand(lua_State *L, int at, pag_operand *out)
{
    if (pag_exact_is_number(L, at) || lua_isinteger(L, at)) {
        *out = pag_exact_operand(L, at, (pag_pos){0});
        return true;
    }
    if (lua_type(L, at) != LUA_TSTRING) return false;
    pag_str text;
    *out = (pag_operand){.number = PAG_ZERO};
    text.at = lua_tolstring(L, at, &text.len);
    pag_arena *arena = pag_bind_of(L)->evaluator->arena;
    if (pag_number_parse(arena, text, &out->number) != PAG_NUMBER_OK) return false;
    out->literal = pag_number_unit(out->number) == PAG_PLAIN;
    return true;
}

/* The operand of an operator. Where the operator stands is found out only when there is something
 * to tell: it is looked for among all operators of the file. */
static pag_operand operand_of(lua_State *L, int at, const char *sign)
{
    pag_operand operand;
    if (easy_operand(L, at, &operand)) return operand;
    return pag_exact_operand(L, at, pag_exact_where(L, sign));
}

/* Whether a literal and the other cannot simply take one unit. */
static bool is_doubtful(const pag_operand *a, const pag_operand *b)
{
    const pag_operand *literal = a->literal ? a : b, *other = a->literal ? b : a;
    return a->literal != b->literal && pag_number_unit(other->number) == PAG_PERCENT &&
           pag_number_sign(literal->number) != 0;
}

/* What the marker makes of the left side: a numeral of a numeral, and nothing of a figure. */
static int mark(lua_State *L, const char *sign)
{
    if (pag_symbol_at(L, 1)) {
        lua_settop(L, 1);
        return 1;
    }
    bool counted = lua_isinteger(L, 1);
    pag_operand a;
    if (pag_exact_is_number(L, 1)) {
        lua_settop(L, 1);
        return 1;
    }
    if (!easy_operand(L, 1, &a)) {
        pag_pos pos = pag_exact_where(L, sign);
        if (!pos.width) pos = pag_exact_where(L, "<"); /* + also stands before < <= > >= */
        a = pag_exact_operand(L, 1, pos);
    }
    if (a.literal) a.number = with_bits(a.number, counted ? COUNTED : NUMERAL);
    pag_exact_push(L, a.number);
    return 1;
}

/* Arithmetic beyond 64 bits takes the time of many instructions. */
static int push_result(lua_State *L, pag_number result)
{
    enum { BIG = 2, STEPS_A_BIG = 100 };
    if ((result.bits & PAG_FORM) == BIG) pag_script_spend(L, STEPS_A_BIG);
    pag_exact_push(L, result);
    return 1;
}

typedef pag_number_error operation(struct pag_arena *, pag_number *, pag_number, pag_number);

/* A numeral and a numeral make a numeral; counted by Lua both, one of Lua's whole numbers if it is
 * one that Lua can count on with. */
static int push_numeral(lua_State *L, pag_number result, bool counted)
{
    const int64_t most = (int64_t)1 << 53;
    int64_t whole;
    if (counted && pag_number_to_whole(result, &whole) && whole <= most && whole >= -most) {
        lua_pushinteger(L, whole);
        return 1;
    }
    bool plain = pag_number_unit(result) == PAG_PLAIN;
    return push_result(L, plain ? with_bits(result, NUMERAL) : result);
}

static pag_term_kind kind_of(const char *sign)
{
    switch (*sign) {
    case '+': return PAG_TERM_ADD;
    case '-': return PAG_TERM_SUBTRACT;
    case '*': return PAG_TERM_MULTIPLY;
    default: return PAG_TERM_DIVIDE;
    }
}

/* The slow way, where something is not simply a number: `adopts` for operators that want one unit.
 */
static int careful(lua_State *L, operation *apply, const char *sign, bool adopts)
{
    if (is_marker(L, 2)) return mark(L, sign);
    if (pag_symbol_among(L, 1, 2)) return pag_symbol_operate(L, kind_of(sign), apply, sign, adopts);
    bool counted = lua_isinteger(L, 2) && pag_exact_is_number(L, 1) &&
                   unit_bits((pag_number){(uintptr_t)lua_touserdata(L, 1)}) == COUNTED;
    pag_operand a = operand_of(L, 1, sign);
    pag_operand b = operand_of(L, 2, sign);
    const pag_operand x = a, y = b; /* before one takes the unit of the other */
    bool numerals = a.literal && b.literal;
    if (adopts) {
        pag_pos pos = is_doubtful(&a, &b) ? pag_exact_where(L, sign) : (pag_pos){0};
        pag_exact_adopt(L, &a, &b, pos);
    }
    pag_number result = PAG_ZERO;
    pag_number_error error = apply(pag_bind_of(L)->evaluator->arena, &result, a.number, b.number);
    if (error != PAG_NUMBER_OK) {
        pag_exact_refuse(L, error, sign, a.number, b.number, pag_exact_where(L, sign));
    }
    if (numerals) return push_numeral(L, result, counted);
    /* Sums of what stands in tables are written like their parts; products are worked out. */
    if (!adopts || !pag_operand_is_written(x) || !pag_operand_is_written(y))
        return push_result(L, result);
    pag_exact_push_given(L, result);
    return 1;
}

/* Whether both sides are figures: numbers of ours, and nothing that somebody wrote. */
static bool are_figures(lua_State *L, pag_number *a, pag_number *b)
{
    uintptr_t x, y;
    if (!pag_is_light(L, 1, &x) || !pag_is_light(L, 2, &y)) return false;
    *a = (pag_number){x};
    *b = (pag_number){y};
    return (x & PAG_FORM) != PAG_FORM && (y & PAG_FORM) != PAG_FORM && unit_bits(*a) < GIVEN &&
           unit_bits(*b) < GIVEN;
}

static int operate(lua_State *L, operation *apply, const char *sign, bool adopts)
{
    pag_number a, b, result;
    if (are_figures(L, &a, &b) &&
        apply(pag_bind_of(L)->evaluator->arena, &result, a, b) == PAG_NUMBER_OK) {
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
    if (pag_symbol_at(L, 1)) return pag_symbol_negate(L);
    pag_operand a = operand_of(L, 1, "-");
    pag_number minus = pag_number_negate(pag_bind_of(L)->evaluator->arena, a.number);
    if (a.literal) return push_numeral(L, minus, false);
    if (!a.given) return push_result(L, minus);
    pag_exact_push_given(L, minus);
    return 1;
}

/* Order, for operands of one unit. */
static int order(lua_State *L)
{
    pag_number a, b;
    if (are_figures(L, &a, &b) && pag_number_unit(a) == pag_number_unit(b)) {
        return pag_number_order(a, b);
    }
    pag_operand x = operand_of(L, 1, "<");
    pag_operand y = operand_of(L, 2, "<");
    pag_exact_adopt(L, &x, &y, is_doubtful(&x, &y) ? pag_exact_where(L, "<") : (pag_pos){0});
    if (pag_number_unit(x.number) != pag_number_unit(y.number)) {
        pag_exact_refuse(L, PAG_NUMBER_UNITS, "<", x.number, y.number, pag_exact_where(L, "<"));
    }
    return pag_number_order(x.number, y.number);
}

static int op_less(lua_State *L)
{
    bool terms = pag_symbol_among(L, 1, 2);
    lua_pushboolean(L, terms ? pag_symbol_order(L, false) : order(L) < 0);
    return 1;
}

static int op_at_most(lua_State *L)
{
    bool terms = pag_symbol_among(L, 1, 2);
    lua_pushboolean(L, terms ? pag_symbol_order(L, true) : order(L) <= 0);
    return 1;
}

static int op_join(lua_State *L)
{
    if (lua_touserdata(L, 1) == (void *)(uintptr_t)with_bits(PAG_ZERO, KEY).bits) {
        pag_key_push(L, 2);
        return 1;
    }
    bool nothing = lua_isnil(L, 1) || lua_isnil(L, 2);
    pag_pos pos = pag_exact_where(L, "..");
    if (nothing) {
        pag_tell_nothing(pag_bind_of(L), PAG_E0452, pos, (pag_str){0});
    } else {
        pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0463, pos, 0);
    }
    pag_script_raise(L);
}

static int op_refused(lua_State *L)
{
    pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0463, pag_script_where(L, 1), 0);
    pag_script_raise(L);
}

static const luaL_Reg arithmetic[] = {{"__add", op_add},      {"__sub", op_subtract},
                                      {"__mul", op_multiply}, {"__div", op_divide},
                                      {"__unm", op_negate},   {"__lt", op_less},
                                      {"__le", op_at_most},   {"__newindex", op_refused},
                                      {"__concat", op_join},  {NULL, NULL}};

static void sealed_metatable(lua_State *L)
{
    lua_createtable(L, 0, 64); /* roomy, so that keys do not get in each other's way */
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
