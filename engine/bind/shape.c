/* A declared table with the places of what stands in it: the number hidden in the table leads to
 * its constructor in the outline. */
#include "bind/internal.h"

#include "base/list.h"

#include <lauxlib.h>
#include <string.h>

enum { FIRST_EXTENDED = 1 << 30 }; /* beyond the tables of any files */

/* The outline that numbered the table, and which of its tables it is. */
static const pag_outline_table *table_numbered(const pag_bind *bind, uint32_t number,
                                               const pag_outline **outline)
{
    if (number >= FIRST_EXTENDED && number - FIRST_EXTENDED < bind->n_extended) {
        const pag_extended *extended = &bind->extended[number - FIRST_EXTENDED];
        *outline = extended->outline;
        return &extended->table;
    }
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

static pag_extended *new_extended(pag_bind *bind)
{
    bind->extended = pag_list_grown(bind->arena, bind->extended, bind->n_extended,
                                    &bind->room_extended, sizeof *bind->extended);
    return &bind->extended[bind->n_extended++];
}

void pag_shape_extend(lua_State *L, pag_str key)
{
    pag_bind *bind = pag_bind_of(L);
    pag_shape shape = pag_shape_of(L, -1);
    pag_extended *out = new_extended(bind);
    pag_outline_entry *entries = PAG_NEW_ARRAY(bind->arena, pag_outline_entry, shape.n + 1);
    for (size_t i = 0; i < shape.n; i++) entries[i] = shape.entries[i];
    entries[shape.n] = (pag_outline_entry){.key = key, .function = -1};
    entries[shape.n].key_pos = entries[shape.n].value_pos = shape.pos;
    *out = (pag_extended){shape.outline, {shape.pos, shape.n + 1, entries}};
    lua_pushstring(L, PAG_KEY_TABLE);
    lua_pushinteger(L, FIRST_EXTENDED + (lua_Integer)bind->n_extended - 1);
    lua_rawset(L, shape.at);
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

/* How the key at the top of the stack is written; empty for what no rule can write between braces.
 */
static pag_str key_text(lua_State *L, pag_arena *arena)
{
    pag_str key = PAG_STR("…");
    if (lua_type(L, -1) == LUA_TSTRING) {
        key.at = lua_tolstring(L, -1, &key.len);
    } else if (lua_isinteger(L, -1)) {
        pag_text text = {.arena = arena};
        pag_text_whole(&text, lua_tointeger(L, -1));
        key = pag_text_str(&text);
    }
    return key;
}

/* Whether the key at the top of the stack was written between the braces, or is ours. */
static bool is_written(lua_State *L, const pag_shape *shape, pag_str key)
{
    if (lua_type(L, -1) == LUA_TSTRING) {
        bool hidden = key.len == 1 && (unsigned char)key.at[0] < ' ';
        return hidden || pag_shape_entry(shape, key.at);
    }
    return lua_isinteger(L, -1) && lua_tointeger(L, -1) > 0 &&
           pag_shape_item(shape, (size_t)lua_tointeger(L, -1));
}

/* A key that stands in the table but not in its braces would be read by nobody, or have no place.
 */
void pag_shape_strays(lua_State *L, const pag_shape *shape)
{
    pag_bind *bind = pag_bind_of(L);
    pag_str stray = {0};
    lua_pushnil(L);
    while (lua_next(L, shape->at)) {
        lua_pop(L, 1);
        pag_str key = key_text(L, bind->arena);
        if (is_written(L, shape, key)) continue;
        if (!stray.at || pag_str_compare(key, stray) < 0) stray = key;
    }
    if (stray.at) pag_diag_add(bind->diags, PAG_E0153, shape->pos, 1, stray);
}

/* The outline of the file that Lua read the function from, or NULL. */
static const pag_outline *outline_of(const pag_bind *bind, const lua_Debug *ar)
{
    uint32_t source = 0;
    if (ar->source[0] != '=') return NULL;
    for (const char *c = ar->source + 1; *c >= '0' && *c <= '9'; c++) {
        source = source * 10 + (uint32_t)(*c - '0');
    }
    for (size_t i = 0; i < bind->n_outlines; i++) {
        if (bind->outlines[i]->source == source) return bind->outlines[i];
    }
    return NULL;
}

/* A function given by name: the one that begins on the line Lua knows. */
static const pag_outline_function *function_on_line(const pag_outline *outline, const lua_Debug *ar)
{
    for (size_t f = 0; outline && f < outline->n_functions; f++) {
        const pag_outline_function *function = &outline->functions[f];
        if (function->pos.line == (uint32_t)ar->linedefined) return function;
    }
    return NULL;
}

/* Whatever entry the function stands in may have got another one since. Lua knows the line on which
 * it ends, and of its beginning one that is not before the real one. */
static bool can_be(const pag_outline_function *function, const lua_Debug *ar)
{
    return function->last_line == (uint32_t)ar->lastlinedefined &&
           function->pos.line <= (uint32_t)ar->linedefined;
}

/* What Lua knows of the function at the top of the stack, which stays there. */
static const pag_outline *outline_of_top(lua_State *L, lua_Debug *ar)
{
    lua_pushvalue(L, -1);
    lua_getinfo(L, ">S", ar);
    return outline_of(pag_bind_of(L), ar);
}

/* Of all that fit, the most counts. */
uint32_t pag_function_steps(lua_State *L)
{
    lua_Debug ar;
    uint32_t most = 0;
    const pag_outline *outline = outline_of_top(L, &ar);
    for (size_t f = 0; outline && f < outline->n_functions; f++) {
        const pag_outline_function *function = &outline->functions[f];
        if (!can_be(function, &ar)) continue;
        if (function->steps == 0) return 0;
        if (function->steps > most) most = function->steps;
    }
    return most;
}

bool pag_function_text(lua_State *L, size_t *at, const pag_outline **outline, pag_str *text)
{
    lua_Debug ar;
    *outline = outline_of_top(L, &ar);
    for (; *outline && *at < (*outline)->n_functions; ++*at) {
        if (!can_be(&(*outline)->functions[*at], &ar)) continue;
        *text = (*outline)->functions[(*at)++].text;
        return true;
    }
    return false;
}

pag_formula pag_formula_take(lua_State *L, const pag_shape *shape, const pag_outline_entry *entry)
{
    pag_bind *bind = pag_bind_of(L);
    pag_formula formula = {0};
    const pag_outline_function *function = NULL;
    lua_Debug ar;
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_FORMULAS);
    lua_pushvalue(L, -2);
    lua_rawseti(L, -2, ++bind->n_formulas);
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    formula.reference = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_pushvalue(L, -1);
    lua_getinfo(L, ">Su", &ar);
    formula.n_parameters = ar.nparams;
    formula.steps = pag_function_steps(L);
    if (entry && entry->function >= 0) {
        function = &shape->outline->functions[entry->function];
    } else {
        function = function_on_line(outline_of(bind, &ar), &ar);
    }
    if (function) {
        formula.pos = function->pos;
        formula.last_line = function->last_line;
        formula.text = function->text;
    }
    return formula;
}

void pag_shape_known(pag_bind *bind, const pag_shape *shape, const pag_str *known, size_t n,
                     bool items)
{
    bool told = false; /* that an item has no word before it */
    for (size_t i = 0; i < shape->n; i++) {
        const pag_outline_entry *entry = &shape->entries[i];
        if (entry->index && (items || told)) continue;
        told = told || entry->index;
        size_t k = 0;
        while (k < n && !pag_str_equal(known[k], entry->key)) k++;
        if (k == n) pag_attribute_unknown(bind, entry->key, entry->key_pos, known, n);
    }
}

static bool in_a_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* How often the word stands in the line, and where the last time: bytes before it. */
static size_t find_word(pag_str line, pag_str word, size_t *at)
{
    size_t n = 0;
    for (size_t i = 0; word.len && i + word.len <= line.len; i++) {
        bool alone = (i == 0 || !in_a_word(line.at[i - 1])) &&
                     (i + word.len == line.len || !in_a_word(line.at[i + word.len]));
        if (!alone || memcmp(line.at + i, word.at, word.len) != 0) continue;
        *at = i;
        n++;
    }
    return n;
}

pag_pos pag_word_where(lua_State *L, pag_str word)
{
    pag_pos pos = pag_script_where(L, 1);
    size_t at = 0;
    if (!pos.source) return pos;
    pag_str line =
        pag_sources_line(pag_diagnostics_sources(pag_bind_of(L)->diags), pos.source, pos.line);
    if (find_word(line, word, &at) != 1) return pos;
    pos.column = 1;
    for (size_t i = 0; i < at; i++) pos.column += ((unsigned char)line.at[i] & 0xC0) != 0x80;
    pos.width = (uint32_t)word.len;
    return pos;
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
    if (pag_doubt_refuse(L, -1)) return false;
    pag_diag_add(bind->diags, PAG_E0122, entry ? entry->value_pos : pos, 1,
                 entry ? entry->key : (pag_str){"", 0});
    return false;
}

static const pag_str rounding_words[] = {{"step", 4}, {"mode", 4}};
enum { ROUNDING_WORDS = sizeof rounding_words / sizeof *rounding_words };

const pag_str *pag_rounding_words(size_t *n)
{
    *n = ROUNDING_WORDS;
    return rounding_words;
}

/* { step = "0.01", mode = "half up" } at the top of the stack. */
static bool take_rounding(lua_State *L, pag_number *step, pag_rounding *mode)
{
    static const pag_str modes[] = {{"half up", 7}, {"half even", 9}, {"down", 4}, {"up", 2}};
    enum { MODES = sizeof modes / sizeof *modes };
    pag_bind *bind = pag_bind_of(L);
    pag_shape shape = pag_shape_of(L, -1);
    pag_str text = {0};
    int i = 0;
    pag_shape_known(bind, &shape, rounding_words, ROUNDING_WORDS, false);
    pag_shape_strays(L, &shape);
    lua_getfield(L, shape.at, "step");
    bool good = (lua_type(L, -1) == LUA_TSTRING || lua_isinteger(L, -1)) &&
                pag_text_take(L, NULL, shape.pos, &text) &&
                pag_number_parse(bind->arena, text, step) == PAG_NUMBER_OK &&
                pag_number_sign(*step) > 0;
    if (lua_getfield(L, shape.at, "mode") == LUA_TSTRING) {
        pag_text_take(L, NULL, shape.pos, &text);
        while (i < MODES && !pag_str_equal(modes[i], text)) i++;
    } else if (!lua_isnil(L, -1)) {
        i = MODES;
    }
    lua_pop(L, 2);
    if (i < MODES) *mode = (pag_rounding)i;
    return good && i < MODES;
}

bool pag_round_take(lua_State *L, const pag_outline_entry *entry, pag_number *step,
                    pag_rounding *mode)
{
    pag_bind *bind = pag_bind_of(L);
    *mode = PAG_HALF_UP;
    if (lua_type(L, -1) == LUA_TSTRING && strcmp(lua_tostring(L, -1), "cent") == 0) {
        return pag_number_parse(bind->arena, PAG_STR("0.01"), step) == PAG_NUMBER_OK;
    }
    if (lua_type(L, -1) == LUA_TTABLE && take_rounding(L, step, mode)) return true;
    if (entry) pag_diag_add(bind->diags, PAG_E0123, entry->value_pos, 0);
    return false;
}

void pag_attribute_unknown(pag_bind *bind, pag_str key, pag_pos pos, const pag_str *known, size_t n)
{
    size_t near = key.len ? pag_str_nearest(key, known, n) : n;
    if (near < n) {
        pag_diag_add(bind->diags, PAG_E0124, pos, 2, key, known[near]);
        return;
    }
    pag_text all = {.arena = bind->arena};
    pag_text_put_list(&all, known, n);
    if (key.len == 0) {
        pag_diag_add(bind->diags, PAG_E0194, pos, 1, pag_text_str(&all));
        return;
    }
    pag_diag_add(bind->diags, PAG_E0125, pos, 2, key, pag_text_str(&all));
}
