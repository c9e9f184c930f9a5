/* Numbers and handles as light userdata, and where in a rule an operator stands. */
#include "bind/internal.h"

void pag_exact_push(lua_State *L, pag_number number)
{
    lua_pushlightuserdata(L, (void *)(uintptr_t)number.bits);
}

void pag_exact_push_handle(lua_State *L, const void *thing)
{
    lua_pushlightuserdata(L, (void *)(((uintptr_t)thing << 2) | PAG_FORM));
}

bool pag_exact_is_number(lua_State *L, int at)
{
    uintptr_t bits;
    return pag_is_light(L, at, &bits) && (bits & PAG_FORM) != PAG_FORM;
}

bool pag_exact_any_handle(lua_State *L, int at, pag_handle *kind)
{
    uintptr_t bits;
    if (!pag_is_light(L, at, &bits) || (bits & PAG_FORM) != PAG_FORM) return false;
    *kind = *(const pag_handle *)(bits >> 2);
    return true;
}

void *pag_exact_handle(lua_State *L, int at, pag_handle kind)
{
    pag_handle found;
    if (!pag_exact_any_handle(L, at, &found) || found != kind) return NULL;
    return (void *)((uintptr_t)lua_touserdata(L, at) >> 2);
}

/* Lua swaps the sides of > and >=, so "<" stands for all that ask for an order. */
static bool is_sign(pag_str text, const char *sign)
{
    bool asks_order = text.at[0] == '<' || text.at[0] == '>';
    return *sign == '<' ? asks_order : pag_str_equal(text, pag_str_from(sign));
}

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
            if (op->pos.line != pos.line || !is_sign(op->text, sign)) continue;
            if (only) return pos; /* two on one line: the line must do */
            only = op;
        }
    }
    return only ? only->pos : pos;
}
