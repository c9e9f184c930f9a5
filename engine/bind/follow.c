/* What the cells and formulas of a pack read of the limits of libraries, without evaluating
 * anything. A cell says what it looks up. A formula reads what it holds and the names that its text
 * mentions, and through the functions among these what they read in turn: a table of the same name
 * that stands elsewhere is another one. A call says which of several values it takes, where that is
 * written in it; what cannot be seen counts as all of them. */
#include "bind/internal.h"

#include "base/seen.h"

#include <lauxlib.h>
#include <string.h>

/* --- formulas --- */

typedef struct following {
    lua_State *L;
    pag_bind *bind;
    pag_seen seen;
    int work;               /* a table of what is still to be followed */
    const pag_bands *found; /* the limit that was come by last; NULL: none */
    pag_days days;
} following;

/* A stretch of a file, whose mentions are followed. */
typedef struct stretch {
    const pag_outline *outline;
    pag_str text;
    bool formula; /* else a function, whose parameters may be days */
} stretch;

static bool is_in(const stretch *s, const pag_outline_mention *mention)
{
    return mention->name.at >= s->text.at && mention->name.at < s->text.at + s->text.len;
}

/* What is at the top of the stack, which is taken off: a limit is read, but by a day that the rules
 * fix; other things are followed later. `mention`: how the stretch names it; NULL: it does not. */
static void meet(following *f, const stretch *s, const pag_outline_mention *mention)
{
    lua_State *L = f->L;
    const pag_bands *table = pag_exact_handle(L, -1, PAG_HANDLE_BANDS);
    if (table && table->limit) {
        bool reads = !mention || table->kind != PAG_TABLE_DATED ||
                     pag_day_may_move(&f->days, s->text, mention->name, s->formula);
        if (reads) pag_limit_read(f->bind, table, mention ? mention->key : PAG_STR(""));
        f->found = table;
    }
    int type = lua_type(L, -1);
    bool leads_on = type == LUA_TTABLE || (type == LUA_TFUNCTION && !lua_iscfunction(L, -1));
    if (leads_on && pag_seen_add(&f->seen, lua_topointer(L, -1))) {
        lua_rawseti(L, f->work, (lua_Integer)lua_rawlen(L, f->work) + 1);
    } else {
        lua_pop(L, 1);
    }
}

/* The names of the environment at the top that the stretch mentions. */
static void meet_names(following *f, const stretch *s)
{
    for (size_t i = 0; i < s->outline->n_mentions; i++) {
        const pag_outline_mention *mention = &s->outline->mentions[i];
        if (mention->local || !is_in(s, mention)) continue;
        lua_pushlstring(f->L, mention->name.at, mention->name.len);
        lua_gettable(f->L, -2);
        meet(f, s, mention);
    }
}

/* A local of the file that the function holds, at the top; it is taken off. */
static void meet_local(following *f, const stretch *s, const char *name)
{
    bool mentioned = false;
    for (size_t i = 0; i < s->outline->n_mentions; i++) {
        const pag_outline_mention *mention = &s->outline->mentions[i];
        if (!mention->local || !is_in(s, mention)) continue;
        if (!pag_str_equal(mention->name, pag_str_from(name))) continue;
        lua_pushvalue(f->L, -1);
        meet(f, s, mention);
        mentioned = true;
    }
    if (mentioned) {
        lua_pop(f->L, 1);
    } else {
        meet(f, s, NULL);
    }
}

/* The function at the top, as written in the stretch. */
static void follow_function(following *f, const stretch *s)
{
    int function = lua_gettop(f->L);
    const char *name;
    for (int i = 1; (name = lua_getupvalue(f->L, function, i)) != NULL; i++) {
        if (strcmp(name, "_ENV") == 0) {
            meet_names(f, s);
            lua_pop(f->L, 1);
        } else {
            meet_local(f, s, name);
        }
    }
}

static void follow_table(following *f)
{
    int table = lua_gettop(f->L);
    lua_pushnil(f->L);
    while (lua_next(f->L, table)) meet(f, NULL, NULL);
}

static void follow_rest(following *f)
{
    lua_State *L = f->L;
    for (lua_Integer left; (left = (lua_Integer)lua_rawlen(L, f->work)) > 0;) {
        lua_rawgeti(L, f->work, left);
        lua_pushnil(L);
        lua_rawseti(L, f->work, left);
        size_t at = 0;
        stretch s = {.formula = false};
        if (lua_istable(L, -1)) {
            follow_table(f);
        } else {
            while (pag_function_text(L, &at, &s.outline, &s.text)) follow_function(f, &s);
        }
        lua_pop(L, 1);
    }
}

/* Returns the limit that the formula itself names; NULL: none. */
static const pag_bands *follow_formula(following *f, const pag_formula *formula)
{
    stretch s = {pag_bind_outline(f->bind, formula->pos.source), formula->text, true};
    if (!formula->reference || !s.outline) return NULL;
    f->found = NULL;
    lua_rawgeti(f->L, LUA_REGISTRYINDEX, formula->reference);
    follow_function(f, &s);
    lua_pop(f->L, 1);
    const pag_bands *found = f->found;
    follow_rest(f);
    return found;
}

/* --- cells --- */

static bool is_by_fixed_day(const following *f, const pag_cell *cell)
{
    return cell->bands->kind == PAG_TABLE_DATED && cell->by_kind == PAG_BY_CELL &&
           pag_day_is_fixed(&f->days, &cell->group->cells[cell->by]);
}

static void read_rows(following *f, const pag_bands *table)
{
    for (size_t r = 0; r < table->n; r++) {
        const pag_band *row = &table->rows[r];
        (void)follow_formula(f, &row->low.of);
        (void)follow_formula(f, &row->high.of);
        for (size_t g = 0; g < row->n_gives; g++) (void)follow_formula(f, &row->gives[g].of);
    }
}

static void read_cell(following *f, pag_cell *cell)
{
    cell->limit = follow_formula(f, &cell->of);
    for (size_t u = 0; u < cell->n_unless; u++) (void)follow_formula(f, &cell->unless[u].when);
    if (!cell->bands) return;
    if (cell->bands->limit) cell->limit = cell->bands;
    if (cell->bands->limit && !is_by_fixed_day(f, cell))
        pag_limit_read(f->bind, cell->bands, cell->give);
    read_rows(f, cell->bands);
}

/* As deep as lists stand in lists. */
static void read_group(following *f, pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        read_cell(f, &group->cells[i]);
        if (group->cells[i].list) read_group(f, group->cells[i].list);
    }
    for (size_t i = 0; i < group->n_conditions; i++) {
        (void)follow_formula(f, &group->conditions[i].of);
    }
}

void pag_limits_follow(lua_State *L, pag_group *const *groups, size_t n)
{
    luaL_checkstack(L, 16, NULL);
    lua_newtable(L);
    pag_bind *bind = pag_bind_of(L);
    following f = {L, bind, {.arena = bind->arena}, lua_gettop(L), NULL, {groups, n}};
    for (size_t i = 0; i < n; i++) read_group(&f, groups[i]);
    lua_pop(L, 1);
}
