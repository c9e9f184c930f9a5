/* Exact numbers as Lua values: what is one, the unit that it takes, and what is told when it is
 * none. */
#include "bind/numeral.h"
#include "bind/symbol.h"
#include "schema/typeset.h"

#include <lauxlib.h>

void pag_exact_push_given(lua_State *L, pag_number number)
{
    bool plain = pag_number_unit(number) == PAG_PLAIN && pag_number_sign(number) != 0;
    pag_bind_of(L)->n_given++;
    pag_exact_push(L, plain ? with_bits(number, GIVEN) : number);
}

/* What only looks like a number: with a sign that no keyboard types, that is said. */
static void tell_no_number(pag_bind *bind, pag_str text, pag_pos pos)
{
    pag_arena *arena = bind->evaluator->arena;
    pag_number x;
    pag_str sign;
    bool blank;
    pag_str plain = pag_typeset_typed(arena, text, &sign, &blank);
    if (sign.len && pag_number_parse(arena, plain, &x) == PAG_NUMBER_COMMA) {
        plain = pag_number_suggest(arena, plain);
    }
    if (sign.len && pag_number_parse(arena, plain, &x) == PAG_NUMBER_OK) {
        pag_diag_add(bind->evaluator->diags, blank ? PAG_E0494 : PAG_E0493, pos, 3, text, plain,
                     sign);
    } else {
        pag_diag_add(bind->evaluator->diags, PAG_E0453, pos, 1, text);
    }
}

static pag_operand text_operand(lua_State *L, int at, pag_pos pos)
{
    pag_bind *bind = pag_bind_of(L);
    pag_arena *arena = bind->evaluator->arena;
    pag_operand operand = {.number = PAG_ZERO};
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
        tell_no_number(bind, text, pos);
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
        if (unit_bits(number) < GIVEN) return (pag_operand){.number = number};
        return (pag_operand){with_bits(number, PAG_PLAIN), is_numeral(number), is_given(number)};
    }
    if (lua_isinteger(L, at)) {
        pag_arena *arena = pag_bind_of(L)->evaluator->arena;
        return (pag_operand){.number = pag_number_whole(arena, lua_tointeger(L, at)),
                             .literal = true};
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
