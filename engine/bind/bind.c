/* The life of a bind: a sandboxed state with the words in it, and rule files run in it, each in an
 * environment of its own that sees the words and the names of pack.lua. */
#include "bind/internal.h"

#include "base/list.h"

#include <lauxlib.h>
#include <stdlib.h>

pag_bind *pag_bind_of(lua_State *L)
{
    return pag_script_of(L)->owner;
}

/* --- the evaluator while nothing is evaluated: loading --- */

static bool nothing_to_read(void *run, pag_figure *figure)
{
    (void)run;
    (void)figure;
    return false;
}

static const pag_evaluator *loading(pag_bind *bind)
{
    pag_evaluator *e = PAG_NEW(bind->arena, pag_evaluator);
    *e = (pag_evaluator){.arena = bind->arena, .diags = bind->diags, .read = nothing_to_read};
    e->loading = true;
    return e;
}

/* --- opening --- */

static void registry_table(lua_State *L, lua_Integer slot)
{
    lua_newtable(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, slot);
}

/* A table whose missing names are looked up in the one at the top; replaces it there. */
static void push_environment(lua_State *L)
{
    lua_createtable(L, 0, 0);
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}

static int word_use(lua_State *L);

static int open(lua_State *L)
{
    pag_bind *bind = lua_touserdata(L, 1);
    bind->evaluator = loading(bind);
    registry_table(L, PAG_SLOT_FORMULAS);
    registry_table(L, PAG_SLOT_ANCHORS);
    registry_table(L, PAG_SLOT_LIBRARIES);
    pag_exact_open(L);
    lua_newtable(L);
    int words = lua_gettop(L);
    pag_words_open(L, words);
    pag_declare_open(L, words);
    lua_pushcfunction(L, word_use);
    lua_setfield(L, words, "use");
    pag_period_open(L, words);
    pag_watch_open(L, words);
    pag_exact_push(L, pag_number_whole(bind->arena, 1));
    lua_setfield(L, words, "__one");
    pag_exact_push_marker(L);
    lua_setfield(L, words, "__num");
    pag_exact_push_key_marker(L);
    lua_setfield(L, words, "__key");
    lua_pushvalue(L, words);
    lua_rawseti(L, LUA_REGISTRYINDEX, PAG_SLOT_WORDS);
    push_environment(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, PAG_SLOT_PACK_NAMES);
    return 0;
}

pag_status pag_bind_create(pag_arena *arena, pag_diagnostics *diags, pag_library library,
                           pag_bind **out)
{
    pag_bind *bind = PAG_NEW(arena, pag_bind);
    *out = NULL;
    *bind = (pag_bind){.arena = arena, .diags = diags, .library = library, .n_sites = 1};
    pag_status status = pag_script_create(arena->allocator, &bind->script);
    if (status != PAG_OK) return status;
    bind->script->owner = bind;
    bind->script->left_out = pag_left_out;
    pag_script_work work = {open, bind, diags, {arena, NULL}};
    status = pag_script_run(bind->script, &work);
    if (status != PAG_OK) {
        pag_bind_destroy(bind);
        return status;
    }
    *out = bind;
    return PAG_OK;
}

void pag_bind_destroy(pag_bind *bind)
{
    if (!bind) return;
    pag_script_destroy(bind->script);
    bind->script = NULL;
}

const pag_pack_head *pag_bind_head(const pag_bind *bind)
{
    return &bind->head;
}

/* --- outlines --- */

/* Room for one more in a list that runs beside the outlines. */
static void *beside(pag_bind *bind, void *at, size_t size)
{
    size_t room = bind->room_outlines;
    return pag_list_grown(bind->arena, at, bind->n_outlines, &room, size);
}

static void keep_outline(pag_bind *bind, pag_outline *outline, bool library, pag_str name)
{
    size_t n = bind->n_outlines;
    bind->first_table = beside(bind, bind->first_table, sizeof *bind->first_table);
    bind->first_site = beside(bind, bind->first_site, sizeof *bind->first_site);
    bind->first_mark = beside(bind, bind->first_mark, sizeof *bind->first_mark);
    bind->of_library = beside(bind, bind->of_library, sizeof *bind->of_library);
    bind->library_names = beside(bind, bind->library_names, sizeof *bind->library_names);
    bind->outlines = pag_list_grown(bind->arena, bind->outlines, n, &bind->room_outlines,
                                    sizeof *bind->outlines);
    bind->outlines[n] = outline;
    bind->first_table[n] = bind->n_tables;
    bind->first_site[n] = bind->n_sites;
    bind->first_mark[n] = bind->n_marks;
    bind->of_library[n] = library;
    bind->library_names[n] = name;
    bind->n_outlines++;
    bind->n_tables += (uint32_t)outline->n_tables;
    bind->n_sites += (uint32_t)outline->n_sites;
    bind->n_marks += (uint32_t)outline->n_marks;
}

bool pag_bind_site(const pag_bind *bind, uint32_t site, pag_call_site *out)
{
    for (size_t i = 0; i < bind->n_outlines; i++) {
        uint32_t first = bind->first_site[i];
        if (site < first || site - first >= bind->outlines[i]->n_sites) continue;
        const pag_outline_site *s = &bind->outlines[i]->sites[site - first];
        *out = (pag_call_site){s->word, s->pos, s->n, s->arguments, s->argument_pos};
        return true;
    }
    return false;
}

static void keep_names(pag_bind *bind, const pag_outline *outline)
{
    for (size_t i = 0; i < outline->n_defines; i++) {
        bind->names = pag_list_grown(bind->arena, bind->names, bind->n_names, &bind->room_names,
                                     sizeof *bind->names);
        const pag_outline_entry *define = &outline->defines[i];
        bool function = define->function >= 0;
        uint32_t steps = function ? outline->functions[define->function].steps : 0;
        bind->names[bind->n_names++] = (pag_given){define->key, steps};
    }
}

/* --- libraries --- */

static pag_status read_outline(pag_bind *bind, uint32_t source, bool library, pag_str name,
                               pag_outline **out);
static void run_chunk(lua_State *L, const pag_outline *outline, bool sees_pack);

/* What is known of the library: the value at the top, or that it is refused. */
static void keep_library(lua_State *L, pag_str name, bool good)
{
    if (!good) lua_pushinteger(L, 0);
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_LIBRARIES);
    lua_pushlstring(L, name.at, name.len);
    lua_pushvalue(L, -3);
    lua_rawset(L, -3);
    lua_pop(L, good ? 1 : 2);
}

/* Runs the library once; leaves its environment at the top, or nothing and false. */
static bool push_library(lua_State *L, pag_bind *bind, pag_str name, pag_pos pos)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_LIBRARIES);
    int libraries = lua_gettop(L);
    lua_pushlstring(L, name.at, name.len);
    int known = lua_rawget(L, libraries);
    if (known == LUA_TTABLE) {
        lua_remove(L, libraries);
        return true;
    }
    if (known == LUA_TBOOLEAN) { /* begun and not finished */
        pag_diag_add(bind->diags, PAG_E0154, pos, 1, name);
        return false;
    }
    if (known == LUA_TNUMBER) return false; /* refused, and told */
    lua_settop(L, libraries - 1);
    lua_pushboolean(L, 1);
    keep_library(L, name, true);
    lua_pop(L, 1);
    uint32_t source = bind->library.source(bind->library.ud, name, pos);
    pag_outline *outline = NULL;
    name = pag_arena_copy(bind->arena, name);
    if (!source || read_outline(bind, source, true, name, &outline) != PAG_OK) {
        keep_library(L, name, false);
        return false;
    }
    pag_file_kind before = bind->running;
    bind->running = PAG_FILE_LIBRARY;
    run_chunk(L, outline, false); /* leaves its environment */
    bind->running = before;
    keep_library(L, name, true);
    return true;
}

static int by_name(const void *a, const void *b)
{
    return pag_str_compare(((const pag_given *)a)->name, ((const pag_given *)b)->name);
}

/* Asked by the outline of a file that uses the library: which names it brings. Sorted, because the
 * order of Lua's tables is another in every run, and the nearest name could be too. */
static bool names_of_library(void *ud, pag_str name, pag_pos pos, const pag_given **names,
                             size_t *n)
{
    pag_bind *bind = ud;
    lua_State *L = bind->script->L;
    luaL_checkstack(L, 16, NULL);
    /* the outline is read inside a trap of its own; while Lua runs, the arena must not jump to it
     */
    pag_arena_fail fail = bind->arena->fail;
    void *fail_ud = bind->arena->fail_ud;
    pag_script_guard(bind->script, bind->arena);
    bool there = push_library(L, bind, name, pos);
    bind->arena->fail = fail;
    bind->arena->fail_ud = fail_ud;
    if (!there) return false;
    size_t room = 0;
    pag_given *found = NULL;
    *n = 0;
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        uint32_t steps = lua_isfunction(L, -1) ? pag_function_steps(L) : 0;
        lua_pop(L, 1);
        found = pag_list_grown(bind->arena, found, *n, &room, sizeof *found);
        pag_str key = {0};
        key.at = lua_tolstring(L, -1, &key.len);
        found[(*n)++] = (pag_given){pag_arena_copy(bind->arena, key), steps};
    }
    lua_pop(L, 1);
    if (*n) qsort(found, *n, sizeof *found, by_name);
    *names = found;
    return true;
}

/* use "lib/sheets": copies the names into the calling file's environment, its upvalue. */
static int word_use(lua_State *L)
{
    pag_bind *bind = pag_bind_of(L);
    pag_str name = {0};
    name.at = luaL_checklstring(L, 1, &name.len);
    if (!push_library(L, bind, name, pag_script_where(L, 1))) pag_script_raise(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_ANCHORS);
    lua_getfield(L, -1, "running"); /* the environment of the file being run */
    int library = lua_gettop(L) - 2, running = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, library)) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, running);
    }
    return 0;
}

/* --- files --- */

static pag_status read_outline(pag_bind *bind, uint32_t source, bool library, pag_str name,
                               pag_outline **out)
{
    size_t n, n_sited;
    const pag_str *words = pag_words_all(&n, &n_sited);
    pag_outline *outline = PAG_NEW(bind->arena, pag_outline);
    pag_vocabulary vocabulary = {.words = words, .n_words = n, .n_sited = n_sited};
    vocabulary.names = bind->names;
    vocabulary.n_names = bind->n_names;
    vocabulary.uses = names_of_library;
    vocabulary.ud = bind;
    vocabulary.first_table = &bind->n_tables;
    vocabulary.first_site = &bind->n_sites;
    if (bind->watch) vocabulary.first_mark = &bind->n_marks;
    pag_status status =
        pag_outline_read_source(bind->arena, bind->diags, source, &vocabulary, outline);
    if (status != PAG_OK) return status;
    keep_outline(bind, outline, library, name);
    pag_doubts_judge(bind, outline);
    *out = outline;
    return PAG_OK;
}

/* Runs the file; leaves its environment and then what it returned. */
static void run_chunk(lua_State *L, const pag_outline *outline, bool sees_pack)
{
    luaL_checkstack(L, 16, NULL);
    lua_rawgeti(L, LUA_REGISTRYINDEX, sees_pack ? PAG_SLOT_PACK_NAMES : PAG_SLOT_WORDS);
    push_environment(L);
    int environment = lua_gettop(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_ANCHORS);
    lua_getfield(L, -1, "running");
    lua_pushvalue(L, environment);
    lua_setfield(L, -3, "running");
    lua_remove(L, -2);
    lua_pushvalue(L, environment); /* … environment before environment */
    pag_script_compile(L, outline);
    lua_call(L, 0, sees_pack ? 1 : 0);
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_ANCHORS);
    lua_pushvalue(L, environment + 1);
    lua_setfield(L, -2, "running");
    lua_pop(L, 1);
    lua_remove(L, environment + 1);
    if (!sees_pack) pag_limits_name(L, outline->source);
}

typedef struct file_work {
    pag_bind *bind;
    uint32_t source;
    pag_file_kind kind;
    pag_str name;
    pag_group *group;
    pag_status status;
} file_work;

static void take_subject(lua_State *L, file_work *w, const pag_outline *outline)
{
    w->group = pag_group_take(L, lua_gettop(L), w->name);
    if (!w->group) {
        pag_diag_add(w->bind->diags, PAG_E0146, (pag_pos){.source = outline->source}, 0);
        return;
    }
    pag_tables_judge(w->bind, w->group);
    pag_reads_judge(w->bind, w->group);
}

static int run_file(lua_State *L)
{
    file_work *w = lua_touserdata(L, 1);
    pag_outline *outline = NULL;
    bool library = w->kind == PAG_FILE_LIBRARY;
    w->status = read_outline(w->bind, w->source, library, PAG_STR(""), &outline);
    if (w->status != PAG_OK) return 0;
    w->bind->script->busy = (pag_pos){.source = w->source};
    w->bind->running = w->kind;
    run_chunk(L, outline, w->kind != PAG_FILE_LIBRARY);
    if (w->kind == PAG_FILE_SUBJECT) take_subject(L, w, outline);
    if (w->kind == PAG_FILE_PACK) {
        keep_names(w->bind, outline);
        if (!lua_isnil(L, -1)) {
            pag_diag_add(w->bind->diags, PAG_E0196, (pag_pos){.source = w->source}, 0);
        }
        lua_pop(L, 1);
        lua_rawseti(L, LUA_REGISTRYINDEX, PAG_SLOT_PACK_NAMES); /* its environment */
    }
    return 0;
}

pag_status pag_bind_file(pag_bind *bind, uint32_t source, pag_file_kind kind, pag_str name,
                         pag_group **group)
{
    file_work w = {bind, source, kind, name, NULL, PAG_OK};
    size_t errors = pag_diagnostics_errors(bind->diags);
    pag_script_refill(bind->script);
    pag_script_work work = {run_file, &w, bind->diags, {bind->arena, NULL}};
    pag_status status = pag_script_run(bind->script, &work);
    if (group) *group = w.group;
    if (status != PAG_OK) return status;
    if (w.status != PAG_OK) return w.status;
    return pag_diagnostics_errors(bind->diags) > errors ? PAG_INVALID : PAG_OK;
}

void pag_call_push(pag_bind *bind, const pag_formula *formula)
{
    lua_State *L = bind->script->L;
    luaL_checkstack(L, 24, NULL);
    bind->script->busy = formula->pos;
    pag_script_pay(L, formula->steps);
    lua_rawgeti(L, LUA_REGISTRYINDEX, formula->reference);
}
