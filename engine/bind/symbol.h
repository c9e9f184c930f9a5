/* Terms as Lua values: what operators and words of formulas do while ways are explored (ways.h).
 * Not for other rooms. */
#ifndef PAG_BIND_SYMBOL_H
#define PAG_BIND_SYMBOL_H

#include "bind/internal.h"
#include "bind/ways.h"

/* Whether a formula is being explored, not evaluated. */
bool pag_symbol_exploring(lua_State *L);
/* The term at `at`, or NULL. */
const pag_term *pag_symbol_at(lua_State *L, int at);
/* Whether one of the arguments `from` to `to` is a term. */
bool pag_symbol_among(lua_State *L, int from, int to);
/* Pushes what reading an unknown figure gives: nothing, a flag or a word by asking, else a term. */
void pag_symbol_push_figure(lua_State *L, const pag_figure *figure);
void pag_symbol_push(lua_State *L, const pag_term *term);

/* A term of the kind, of size 1. */
pag_term *pag_symbol_new(lua_State *L, pag_term_kind kind, pag_unit unit);
/* It is built of so many more. Ends the way when that is too much to reason about. */
void pag_symbol_grow(lua_State *L, pag_term *term, size_t by);
/* What stands at `at` as a term: itself, or the number. */
const pag_term *pag_symbol_operand(lua_State *L, int at, pag_pos pos);

/* The operators, where an operand is a term. `apply` tells the unit of the result. */
typedef pag_number_error pag_symbol_unit(struct pag_arena *, pag_number *, pag_number, pag_number);
int pag_symbol_operate(lua_State *L, pag_term_kind kind, pag_symbol_unit *apply, const char *sign,
                       bool adopts);
int pag_symbol_negate(lua_State *L);
bool pag_symbol_order(lua_State *L, bool at_most);

/* The words, where an argument is a term or exploring makes the difference. */
int pag_symbol_choose(lua_State *L, bool least);
int pag_symbol_sheet(lua_State *L, const pag_sheet *sheet, pag_term_kind kind);
int pag_symbol_full(lua_State *L, const pag_sheet *sheet);
int pag_symbol_total(lua_State *L, const pag_list *list, bool mean);
int pag_symbol_count(lua_State *L, const pag_list *list);
int pag_symbol_all(lua_State *L, bool all);
int pag_symbol_is(lua_State *L);
int pag_symbol_above(lua_State *L);
int pag_symbol_days(lua_State *L);
/* The place that the figure gives its entry; of another list than its own nothing is said. */
int pag_symbol_rank(lua_State *L, const pag_list *list, const pag_figure *figure);
int pag_symbol_day(lua_State *L, bool last);
/* Numbers and texts that are known, as terms. */
const pag_term *pag_symbol_number(lua_State *L, pag_number number);
const pag_term *pag_symbol_text(lua_State *L, pag_str text);
/* The row that a term is looked up in; where there is none the way stops. */
size_t pag_symbol_row(lua_State *L, const pag_bands *table, const pag_term *score, pag_pos at);

/* --- ways.c --- */
/* Tells whoever explores that the row was looked up. */
void pag_ways_looked(lua_State *L, const pag_bands *table, uint32_t row);
/* The answer on the way that is being run. */
uint32_t pag_ways_ask(lua_State *L, const pag_question *question);
/* All ways through the function at `at`, called with any entry of the list; `flag`: it answers yes
 * or no, else it gives a number. Ends of another kind end the run. */
const pag_way *pag_ways_inner(lua_State *L, int at, const pag_list *list, bool flag);
/* Ends the way: nothing follows from terms here, or the evaluation would stop. */
_Noreturn void pag_ways_unknown(lua_State *L);
_Noreturn void pag_ways_stop(lua_State *L);

#endif
