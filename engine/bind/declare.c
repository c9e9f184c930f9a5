/* The words that declare: each marks the table it is given with what it declares and hands it back;
 * the tables become cells when the file is done (cells.c). */
#include "bind/internal.h"

#include <lauxlib.h>

static void hide_formula(lua_State *L, int table)
{
    lua_pushliteral(L, "of");
    if (lua_rawget(L, table) == LUA_TFUNCTION) {
        lua_pushstring(L, PAG_KEY_OF);
        lua_insert(L, -2);
        lua_rawset(L, table);
        lua_pushliteral(L, "of");
        lua_pushnil(L);
        lua_rawset(L, table);
        return;
    }
    lua_pop(L, 1);
}

void pag_push_of(lua_State *L, int at)
{
    at = lua_absindex(L, at);
    lua_pushstring(L, PAG_KEY_OF);
    if (lua_rawget(L, at) != LUA_TNIL) return;
    lua_pop(L, 1);
    lua_pushliteral(L, "of");
    lua_rawget(L, at);
}

/* word { … }: the table, marked with the number in the upvalue. */
static int mark_table(lua_State *L)
{
    pag_bind *bind = pag_bind_of(L);
    const char *word = lua_tostring(L, lua_upvalueindex(2));
    if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TTABLE) {
        pag_diag_add(bind->diags, PAG_E0126, pag_word_where(L, pag_str_from(word)), 1,
                     pag_str_from(word));
        pag_script_raise(L);
    }
    lua_pushstring(L, PAG_KEY_KIND);
    if (lua_rawget(L, 1) != LUA_TNIL) {
        pag_diag_add(bind->diags, PAG_E0127, pag_shape_of(L, 1).pos, 1, pag_str_from(word));
        pag_script_raise(L);
    }
    lua_pushstring(L, PAG_KEY_KIND);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_rawset(L, 1);
    hide_formula(L, 1);
    lua_settop(L, 1);
    return 1;
}

static bool head_text(lua_State *L, const pag_shape *shape, const char *key, pag_str *out,
                      pag_pos *pos)
{
    const pag_outline_entry *entry = pag_shape_entry(shape, key);
    lua_getfield(L, shape->at, key);
    bool there = !lua_isnil(L, -1) && pag_text_take(L, entry, shape->pos, out);
    if (there && entry && pos) *pos = entry->value_pos;
    lua_pop(L, 1);
    return there;
}

/* The year on top of the stack, and where it stands; 0, and told, where it is none. */
static int64_t take_year(lua_State *L, const pag_outline_entry *entry, pag_pos pos, pag_str key)
{
    bool good = lua_isinteger(L, -1) && lua_tointeger(L, -1) >= PAG_YEAR_FIRST &&
                lua_tointeger(L, -1) <= PAG_YEAR_LAST;
    if (good) return lua_tointeger(L, -1);
    pag_diag_add(pag_bind_of(L)->diags, PAG_E0199, entry ? entry->value_pos : pos, 1, key);
    return 0;
}

static void head_year(lua_State *L, const pag_shape *shape)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_outline_entry *entry = pag_shape_entry(shape, "year");
    lua_getfield(L, shape->at, "year");
    if (!lua_isnil(L, -1)) {
        bind->head.year_pos = entry ? entry->value_pos : shape->pos;
        bind->head.year = take_year(L, entry, shape->pos, PAG_STR("year"));
    }
    lua_pop(L, 1);
}

/* carried = to_confirm(2024, "…"): what takes no mark of its own is still to be read again. */
static void head_carried(lua_State *L, const pag_shape *shape)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_outline_entry *entry = pag_shape_entry(shape, "carried");
    lua_getfield(L, shape->at, "carried");
    if (!lua_isnil(L, -1)) {
        bind->head.carried_pos = entry ? entry->value_pos : shape->pos;
        bind->head.doubt = pag_doubt_unwrap(L, &entry);
        if (bind->head.doubt) bind->head.doubt->about = PAG_STR("carried");
        bind->head.carried = take_year(L, entry, shape->pos, PAG_STR("carried"));
    }
    lua_pop(L, 1);
}

static const pag_str head_words[] = {{"title", 5}, {"source", 6}, {"note", 4},
                                     {"plan", 4},  {"year", 4},   {"carried", 7}};
enum { HEAD_WORDS = sizeof head_words / sizeof *head_words };

const pag_str *pag_pack_words(size_t *n)
{
    *n = HEAD_WORDS;
    return head_words;
}

/* pack { title = …, source = …, plan = … } */
static int word_pack(lua_State *L)
{
    pag_bind *bind = pag_bind_of(L);
    if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TTABLE) {
        pag_diag_add(bind->diags, PAG_E0126, pag_word_where(L, PAG_STR("pack")), 1,
                     PAG_STR("pack"));
        pag_script_raise(L);
    }
    pag_shape shape = pag_shape_of(L, 1);
    pag_shape_known(bind, &shape, head_words, HEAD_WORDS, false);
    pag_shape_strays(L, &shape);
    if (bind->running != PAG_FILE_PACK) {
        pag_diag_add(bind->diags, PAG_E0181, shape.pos, 0);
        return 0;
    }
    if (bind->head.said) {
        pag_diag_add(bind->diags, PAG_E0180, shape.pos, 0)->also = bind->head.pos;
        return 0;
    }
    bind->head.said = true;
    bind->head.pos = shape.pos;
    head_text(L, &shape, "title", &bind->head.title, NULL);
    head_text(L, &shape, "source", &bind->head.source, NULL);
    head_text(L, &shape, "note", &bind->head.note, NULL);
    head_text(L, &shape, "plan", &bind->head.plan, &bind->head.plan_pos);
    head_year(L, &shape);
    head_carried(L, &shape);
    return 0;
}

void pag_declare_open(lua_State *L, int words)
{
    static const struct {
        const char *word;
        int kind;
    } marks[] = {{"subject", PAG_KIND_SUBJECT}, {"must", PAG_KIND_MUST}, {"warn", PAG_KIND_WARN}};
    for (int type = 0; type < PAG_TYPES; type++) {
        pag_str word = pag_type_word((pag_type)type);
        lua_pushlstring(L, word.at, word.len);
        lua_pushinteger(L, type);
        lua_pushvalue(L, -2);
        lua_pushcclosure(L, mark_table, 2);
        lua_rawset(L, words);
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        lua_pushinteger(L, marks[i].kind);
        lua_pushstring(L, marks[i].word);
        lua_pushcclosure(L, mark_table, 2);
        lua_setfield(L, words, marks[i].word);
    }
    lua_pushcfunction(L, word_pack);
    lua_setfield(L, words, "pack");
    lua_pushcfunction(L, pag_bands_word);
    lua_setfield(L, words, "bands");
    lua_pushcfunction(L, pag_keyed_word);
    lua_setfield(L, words, "keyed");
    lua_pushcfunction(L, pag_dated_word);
    lua_setfield(L, words, "dated");
}
