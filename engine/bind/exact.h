/* Exact numbers inside Lua: a number is the 64 bits of a light userdata (number/number.h); other
 * things of ours that scripts see are light userdata too, of form 3: an address shifted left by
 * two, of something that begins with its pag_handle. No other light userdata reaches a script. */
#ifndef PAG_BIND_EXACT_H
#define PAG_BIND_EXACT_H

#include "bind/bind.h"
#include "script/state.h"

enum { PAG_FORM = 3 }; /* mask of the two form bits, and the form of a handle */

/* A numeral written in a formula takes the unit of what it meets; other plain numbers do not. What
 * a row of a table gives without a unit is written too: it takes no unit, and as a percentage it
 * could mean a hundred times as much, just like a numeral. */
typedef struct pag_operand {
    pag_number number;
    bool literal;
    bool given;
} pag_operand;

/* Whether somebody wrote this number as it is: what it means as a percentage is not guessed. */
static inline bool pag_operand_is_written(pag_operand x)
{
    return x.literal || x.given;
}

void pag_exact_push(lua_State *L, pag_number number);
/* What a row of a table gives, or the sum of such, see pag_operand. */
void pag_exact_push_given(lua_State *L, pag_number number);
void pag_exact_push_handle(lua_State *L, const void *thing);
bool pag_exact_is_number(lua_State *L, int at);
/* What the handle at `at` points to when it is of this kind, else NULL. */
void *pag_exact_handle(lua_State *L, int at, pag_handle kind);
/* The kind of any handle; false when the value is none. */
bool pag_exact_any_handle(lua_State *L, int at, pag_handle *kind);

/* The value at `at` as a number; raises with a diagnostic at `pos` when it is none (a float, a text
 * that is no number, nothing, a list …). */
pag_operand pag_exact_operand(lua_State *L, int at, pag_pos pos);
/* Gives the one that is a literal the unit of the other where that is clear. */
void pag_exact_adopt(lua_State *L, pag_operand *a, pag_operand *b, pag_pos pos);
/* Raises with what the error means, for the operation `sign`. */
_Noreturn void pag_exact_refuse(lua_State *L, pag_number_error error, const char *sign,
                                pag_number a, pag_number b, pag_pos pos);
/* Whether a plain number may be meant as a share of a whole that is 1; how many per cent that is,
 * as rules write it. */
bool pag_exact_is_share(pag_arena *arena, pag_number x, pag_str *per_cent);
/* Why the two cannot be added, compared or multiplied. */
pag_code pag_exact_mixture(const char *sign, pag_number a, pag_number b);
/* A number with its unit, also where people leave it out: "8 pt." */
pag_str pag_exact_text(pag_arena *arena, pag_number x);
/* Where the running formula's operator `sign` stands, as near as can be told. */
pag_pos pag_exact_where(lua_State *L, const char *sign);
/* The value of `__num`, see script/outline.h: x + it is x, as a numeral if it is one. */
void pag_exact_push_marker(lua_State *L);
/* The value of `__key`: it .. x is x as a key of a table. */
void pag_exact_push_key_marker(lua_State *L);
/* Puts the metatables of light userdata and texts in place. */
void pag_exact_open(lua_State *L);

#endif
