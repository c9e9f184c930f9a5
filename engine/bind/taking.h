/* Taking the attributes of a cell out of its braces: what attributes.c, sheets.c and
 * split.c share. */
#ifndef PAG_BIND_TAKING_H
#define PAG_BIND_TAKING_H

#include "bind/internal.h"

typedef struct pag_taking {
    pag_bind *bind;
    pag_shape shape;
    pag_cell *cell;
    const pag_outline_entry *entry; /* of the attribute at the top of the stack */
} pag_taking;

/* Where that attribute's value stands. */
pag_pos pag_taking_pos(const pag_taking *t);
/* A number of the cell's unit, as it is written in rules. After a refusal only its place is set. */
void pag_bound_take(lua_State *L, const pag_taking *t, pag_bound *out);
/* Says that `text` is no number that fits there, with what was probably meant. Always false. */
bool pag_unit_refuse(pag_bind *bind, bool percent, pag_str key, pag_str text, pag_pos pos);

/* --- sheets.c: the attributes that only sheets have --- */
void pag_sheet_from(lua_State *L, pag_taking *t);
void pag_sheet_marks(lua_State *L, pag_taking *t);
void pag_sheet_criteria(lua_State *L, pag_taking *t);
void pag_sheet_na(lua_State *L, pag_taking *t);
void pag_sheet_because(lua_State *L, pag_taking *t);

/* --- promises.c --- */
void pag_attribute_increasing(lua_State *L, pag_taking *t);
void pag_attribute_decreasing(lua_State *L, pag_taking *t);
/* --- choices.c --- */
/* The items between the braces of a choice: its words, with their titles. */
void pag_choices_take(lua_State *L, pag_taking *t);

/* --- split.c --- */
void pag_attribute_split(lua_State *L, pag_taking *t);
void pag_attribute_unless(lua_State *L, pag_taking *t);

#endif
