/* A declared table with the places of what stands in it: the number hidden in the table leads to
 * its constructor in the outline. */
#include "bind/internal.h"

#include <string.h>

/* The outline that numbered the table, and which of its tables it is. */
static const pag_outline_table *table_numbered(const pag_bind *bind, uint32_t number,
                                               const pag_outline **outline)
{
    for (size_t i = 0; i < bind->n_outlines; i++) {
        uint32_t first = bind->first_table[i];
        if (number < first || number - first >= bind->outlines[i]->n_tables) continue;
        *outline = bind->outlines[i];
        return &bind->outlines[i]->tables[number - first];
    }
    return NULL;
}

pag_shape pag_shape_of(lua_State *L, int at)
{
    pag_shape shape = {.at = lua_absindex(L, at)};
    lua_pushstring(L, PAG_KEY_TABLE);
    lua_rawget(L, shape.at);
    if (lua_isinteger(L, -1)) {
        const pag_outline_table *table =
            table_numbered(pag_bind_of(L), (uint32_t)lua_tointeger(L, -1), &shape.outline);
        if (table) {
            shape.pos = table->pos;
            shape.n = table->n;
            shape.entries = table->entries;
        }
    }
    lua_pop(L, 1);
    if (!shape.pos.source) shape.pos = pag_script_where(L, 1);
    return shape;
}

const pag_outline_entry *pag_shape_entry(const pag_shape *shape, const char *key)
{
    for (size_t i = 0; i < shape->n; i++) {
        if (pag_str_equal(shape->entries[i].key, pag_str_from(key))) return &shape->entries[i];
    }
    return NULL;
}

const pag_outline_entry *pag_shape_item(const pag_shape *shape, size_t index)
{
    for (size_t i = 0; i < shape->n; i++) {
        if (shape->entries[i].index == index) return &shape->entries[i];
    }
    return NULL;
}

/* A key that stands in the table but not in its braces would be read by nobody. */
void pag_shape_strays(lua_State *L, const pag_shape *shape)
{
    pag_str stray = {0};
    lua_pushnil(L);
    while (lua_next(L, shape->at)) {
        lua_pop(L, 1);
        pag_str key = {0};
        if (lua_type(L, -1) != LUA_TSTRING) continue;
        key.at = lua_tolstring(L, -1, &key.len);
        bool hidden = key.len == 1 && (unsigned char)key.at[0] < ' ';
        if (hidden || pag_shape_entry(shape, key.at)) continue;
        if (!stray.at || pag_str_compare(key, stray) < 0) stray = key;
    }
    if (stray.at) pag_diag_add(pag_bind_of(L)->diags, PAG_E0153, shape->pos, 1, stray);
}

/* A function given by name: the one that begins on the line Lua knows. */
static const pag_outline_function *function_on_line(lua_State *L, lua_Debug *ar)
{
    const pag_bind *bind = pag_bind_of(L);
    uint32_t source = 0;
    for (const char *c = ar->source + 1; *c >= '0' && *c <= '9'; c++) {
        source = source * 10 + (uint32_t)(*c - '0');
    }
    for (size_t i = 0; i < bind->n_outlines; i++) {
        const pag_outline *outline = bind->outlines[i];
        for (size_t f = 0; outline->source == source && f < outline->n_functions; f++) {
            if (outline->functions[f].pos.line == (uint32_t)ar->linedefined) {
                return &outline->functions[f];
            }
        }
    }
    return NULL;
}

pag_formula pag_formula_take(lua_State *L, const pag_shape *shape, const pag_outline_entry *entry)
{
    pag_bind *bind = pag_bind_of(L);
    pag_formula formula = {.reference = ++bind->n_formulas};
    const pag_outline_function *function = NULL;
    lua_Debug ar;
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_FORMULAS);
    lua_pushvalue(L, -2);
    lua_rawseti(L, -2, formula.reference);
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_getinfo(L, ">Su", &ar);
    formula.n_parameters = ar.nparams;
    if (entry && entry->function >= 0) {
        function = &shape->outline->functions[entry->function];
    } else if (ar.source[0] == '=') {
        function = function_on_line(L, &ar);
    }
    if (function) {
        formula.pos = function->pos;
        formula.last_line = function->last_line;
        formula.text = function->text;
    }
    return formula;
}

bool pag_text_take(lua_State *L, const pag_outline_entry *entry, pag_pos pos, pag_str *out)
{
    pag_bind *bind = pag_bind_of(L);
    if (lua_type(L, -1) == LUA_TSTRING) {
        pag_str text;
        text.at = lua_tolstring(L, -1, &text.len);
        *out = pag_arena_copy(bind->arena, text);
        return true;
    }
    if (lua_isinteger(L, -1)) {
        pag_text text = {.arena = bind->arena};
        pag_text_whole(&text, lua_tointeger(L, -1));
        *out = pag_text_str(&text);
        return true;
    }
    if (pag_exact_is_number(L, -1)) {
        pag_number number = pag_exact_operand(L, -1, pos).number;
        *out = pag_number_written(bind->arena, number);
        return true;
    }
    pag_diag_add(bind->diags, PAG_E0122, entry ? entry->value_pos : pos, 1,
                 entry ? entry->key : (pag_str){"", 0});
    return false;
}

bool pag_round_take(lua_State *L, const pag_outline_entry *entry, pag_number *step,
                    pag_rounding *mode)
{
    static const pag_str modes[] = {{"half up", 7}, {"half even", 9}, {"down", 4}, {"up", 2}};
    pag_bind *bind = pag_bind_of(L);
    pag_str text = {0};
    *mode = PAG_HALF_UP;
    if (lua_type(L, -1) == LUA_TSTRING && strcmp(lua_tostring(L, -1), "cent") == 0) {
        return pag_number_parse(bind->arena, PAG_STR("0.01"), step) == PAG_NUMBER_OK;
    }
    bool good = lua_type(L, -1) == LUA_TTABLE;
    if (good) {
        int table = lua_gettop(L);
        lua_getfield(L, table, "step");
        good = pag_text_take(L, entry, entry ? entry->value_pos : (pag_pos){0}, &text) &&
               pag_number_parse(bind->arena, text, step) == PAG_NUMBER_OK &&
               pag_number_sign(*step) > 0;
        lua_getfield(L, table, "mode");
        if (good && !lua_isnil(L, -1)) {
            good = pag_text_take(L, entry, entry ? entry->value_pos : (pag_pos){0}, &text);
            int i = 0;
            while (i < 4 && !pag_str_equal(modes[i], text)) i++;
            good = good && i < 4;
            if (good) *mode = (pag_rounding)i;
        }
        lua_pop(L, 2);
    }
    if (!good && entry) pag_diag_add(bind->diags, PAG_E0123, entry->value_pos, 0);
    return good;
}

void pag_attribute_unknown(pag_bind *bind, pag_str key, pag_pos pos, const pag_str *known, size_t n)
{
    size_t near = pag_str_nearest(key, known, n);
    if (near < n) {
        pag_diag_add(bind->diags, PAG_E0124, pos, 2, key, known[near]);
        return;
    }
    pag_text all = {.arena = bind->arena};
    for (size_t i = 0; i < n; i++) {
        if (i) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, known[i]);
    }
    pag_diag_add(bind->diags, PAG_E0125, pos, 2, key, pag_text_str(&all));
}
