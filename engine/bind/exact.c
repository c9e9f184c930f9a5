/* Exact numbers as Lua values: the operators, what may stand beside them, and what is told when
 * something else does. */
#include "bind/symbol.h"

#include <lauxlib.h>
#include <string.h>

/* --- numerals ---
 * A numeral on its way through an operator: a plain number in one of two units that exist only
 * here. COUNTED was one of Lua's whole numbers and becomes one again if its partner is one too. */

enum { KEY = 5, NUMERAL = 6, COUNTED = 7, UNIT_SHIFT = 2, UNIT_MASK = 7 };

static unsigned unit_bits(pag_number x)
{
    return (unsigned)(x.bits >> UNIT_SHIFT) & UNIT_MASK;
}

static pag_number with_bits(pag_number x, unsigned unit)
{
    const uint64_t mask = (uint64_t)UNIT_MASK << UNIT_SHIFT;
    return (pag_number){(x.bits & ~mask) | (uint64_t)unit << UNIT_SHIFT};
}

static bool is_numeral(pag_number x)
{
    return unit_bits(x) >= NUMERAL;
}

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
    if (pag_doubt_refuse(L, at)) pag_script_raise(L);
    switch (lua_type(L, at)) {
    case LUA_TNUMBER: pag_diag_add(diags, PAG_E0451, pos, 0); break;
    case LUA_TNIL:
    case LUA_TNONE: pag_tell_nothing(pag_bind_of(L), PAG_E0452, pos, (pag_str){0}); break;
    case LUA_TBOOLEAN: pag_diag_add(diags, PAG_E0456, pos, 0); break;
    default:
        pag_diag_add(diags, pag_exact_handle(L, at, PAG_HANDLE_CHOICE) ? PAG_E0473 : PAG_E0455, pos,
                     0);
        break;
    }
    pag_script_raise(L);
}

pag_operand pag_exact_operand(lua_State *L, int at, pag_pos pos)
{
    uintptr_t bits;
    if (pag_is_light(L, at, &bits) && (bits & PAG_FORM) != PAG_FORM) {
        pag_number number = {bits};
        bool numeral = is_numeral(number);
        return (pag_operand){numeral ? with_bits(number, PAG_PLAIN) : number, numeral};
    }
    if (lua_isinteger(L, at)) {
        pag_arena *arena = pag_bind_of(L)->evaluator->arena;
        return (pag_operand){pag_number_whole(arena, lua_tointeger(L, at)), true};
    }
    if (lua_type(L, at) == LUA_TSTRING) return text_operand(L, at, pos);
    no_operand(L, at, pos);
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

void pag_exact_adopt(lua_State *L, pag_operand *a, pag_operand *b, pag_pos pos)
{
    pag_bind *bind = pag_bind_of(L);
    if (a->literal == b->literal) return;
    pag_operand *literal = a->literal ? a : b;
    pag_unit unit = pag_number_unit(a->literal ? b->number : a->number);
    if (unit == PAG_DATE) return;
    if (unit == PAG_PERCENT && pag_number_sign(literal->number) != 0) {
        pag_arena *arena = bind->evaluator->arena;
        pag_str written = pag_number_written(arena, literal->number), share = {"", 0};
        bool both = pag_exact_is_share(arena, literal->number, &share);
        pag_diag_add(bind->evaluator->diags, both ? PAG_E0323 : PAG_E0460, pos, 2, written, share);
        pag_script_raise(L);
    }
    literal->number = pag_number_with_unit(bind->evaluator->arena, literal->number, unit);
    literal->literal = false;
}

pag_str pag_exact_text(pag_arena *arena, pag_number x)
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
        pag_diag_add(e->diags, pag_exact_mixture(sign, a, b), pos, 3, pag_exact_text(e->arena, a),
                     pag_str_from(sign), pag_exact_text(e->arena, b));
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
    return numerals ? push_numeral(L, result, counted) : push_result(L, result);
}

/* Whether both sides are figures: numbers of ours, and no numerals. */
static bool are_figures(lua_State *L, pag_number *a, pag_number *b)
{
    uintptr_t x, y;
    if (!pag_is_light(L, 1, &x) || !pag_is_light(L, 2, &y)) return false;
    *a = (pag_number){x};
    *b = (pag_number){y};
    return (x & PAG_FORM) != PAG_FORM && (y & PAG_FORM) != PAG_FORM && !is_numeral(*a) &&
           !is_numeral(*b);
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
    return a.literal ? push_numeral(L, minus, false) : push_result(L, minus);
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
