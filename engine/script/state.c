/* The sandboxed state: allocation with a cap, a count hook, one protected way in. */
#include "script/state.h"

#include <lauxlib.h>
#include <string.h>

enum {
    HOOK_EVERY = 1000,
    DEEPEST_CALL = 5000,     /* so that recursion without end is not told as a lack of memory */
    LONGEST_TEXT = 16 << 10, /* comparing two texts is one step however long they are */
    BYTES_A_STEP = 64        /* what is allocated costs steps too: copying takes time */
};

static const char raised = 0; /* its address is the error value of pag_script_raise */

static void *allocate(void *ud, void *at, size_t old_size, size_t new_size)
{
    pag_script *s = ud;
    bool text = !at && old_size == LUA_TSTRING; /* for a new thing Lua passes its type there */
    if (!at) old_size = 0;
    if (new_size > old_size) s->instructions -= (int64_t)(new_size - old_size) / BYTES_A_STEP;
    bool too_long = text && new_size > LONGEST_TEXT;
    if (too_long || (new_size > old_size && s->used + (new_size - old_size) > s->cap)) {
        s->machine_full = false;
        return NULL;
    }
    void *got = s->allocator->resize(s->allocator->ud, at, old_size, new_size);
    if (!got && new_size) {
        s->machine_full = true;
        return NULL;
    }
    s->used += new_size - old_size;
    return got;
}

pag_script *pag_script_of(lua_State *L)
{
    return *(pag_script **)lua_getextraspace(L);
}

void pag_script_raise(lua_State *L)
{
    lua_pushlightuserdata(L, (void *)(uintptr_t)&raised);
    lua_error(L);
    for (;;) {
    } /* lua_error does not return, but does not say so to the compiler */
}

/* Lua knows lines, not columns: where the text of the line begins. */
static uint32_t text_column(const pag_script *s, pag_pos pos)
{
    pag_str line = pag_sources_line(pag_diagnostics_sources(s->diags), pos.source, pos.line);
    uint32_t column = 0;
    while (column < line.len && (line.at[column] == ' ' || line.at[column] == '\t')) column++;
    return column < line.len ? column + 1 : 1;
}

pag_pos pag_script_where(lua_State *L, int level)
{
    lua_Debug ar;
    pag_pos pos = {0};
    if (!lua_getstack(L, level, &ar) || !lua_getinfo(L, "Sl", &ar)) return pos;
    if (ar.source[0] != '=' || ar.currentline < 1) return pos;
    for (const char *c = ar.source + 1; *c >= '0' && *c <= '9'; c++) {
        pos.source = pos.source * 10 + (uint32_t)(*c - '0');
    }
    pos.line = (uint32_t)ar.currentline;
    pos.column = text_column(pag_script_of(L), pos);
    return pos;
}

/* Where the rules are at; when none of their functions runs, the one that is about to. */
static pag_pos running(lua_State *L)
{
    for (int level = 0; level < 2; level++) {
        pag_pos pos = pag_script_where(L, level);
        if (pos.source) return pos;
    }
    return pag_script_of(L)->busy;
}

void pag_script_spend(lua_State *L, int64_t steps)
{
    pag_script *s = pag_script_of(L);
    s->instructions -= steps;
    if (s->instructions > 0 && s->stopped == PAG_OK) return;
    if (s->stopped == PAG_OK) {
        s->stopped = PAG_LIMIT;
        pag_diag_add(s->diags, PAG_E0501, running(L), 0);
    }
    pag_script_raise(L);
}

static void judge_depth(lua_State *L)
{
    pag_script *s = pag_script_of(L);
    lua_Debug deep;
    if (!lua_getstack(L, DEEPEST_CALL, &deep)) return;
    if (s->stopped == PAG_OK) {
        s->stopped = PAG_LIMIT;
        pag_diag_add(s->diags, PAG_E0504, pag_script_where(L, 0), 0);
    }
    pag_script_raise(L);
}

static void count(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    judge_depth(L);
    pag_script_spend(L, HOOK_EVERY);
}

pag_status pag_script_create(const pag_allocator *allocator, pag_script **out)
{
    *out = NULL;
    pag_script *s = allocator->resize(allocator->ud, NULL, 0, sizeof *s);
    if (!s) return PAG_NOMEM;
    *s = (pag_script){.allocator = allocator, .cap = PAG_SCRIPT_MEMORY};
    s->L = lua_newstate(allocate, s);
    if (!s->L) {
        pag_script_destroy(s);
        return PAG_NOMEM;
    }
    *(pag_script **)lua_getextraspace(s->L) = s;
    pag_script_refill(s);
    *out = s;
    return PAG_OK;
}

void pag_script_destroy(pag_script *script)
{
    if (!script) return;
    if (script->L) lua_close(script->L);
    script->allocator->resize(script->allocator->ud, script, sizeof *script, 0);
}

static void refill(pag_script *script, int64_t credit)
{
    script->instructions = PAG_SCRIPT_INSTRUCTIONS;
    script->credit = credit;
    script->stopped = PAG_OK;
    script->machine_full = script->arena_full = false;
    /* counts from zero again */
    lua_sethook(script->L, count, credit ? 0 : LUA_MASKCOUNT, HOOK_EVERY);
}

void pag_script_refill(pag_script *script)
{
    refill(script, 0);
}

void pag_script_refill_on_credit(pag_script *script)
{
    refill(script, PAG_SCRIPT_CREDIT);
}

void pag_script_pay(lua_State *L, uint32_t steps)
{
    pag_script *s = pag_script_of(L);
    if (lua_gethookmask(L)) return; /* they are counted; each thread has a hook of its own */
    pag_script_spend(L, 0);         /* memory that Lua took may have spent it all */
    if (steps && s->credit > steps) {
        s->credit -= steps;
        return;
    }
    lua_sethook(L, count, LUA_MASKCOUNT, HOOK_EVERY);
}

/* An arena that is full while Lua runs: end the run, do not jump over Lua's frames. */
static void arena_full(void *ud, pag_status why)
{
    pag_script *s = ud;
    s->stopped = why;
    s->arena_full = true;
    pag_script_raise(s->L);
}

void pag_script_guard(pag_script *script, pag_arena *arena)
{
    arena->fail = arena_full;
    arena->fail_ud = script;
}

/* "3:28: attempt to …" → the place, and the text behind it. */
static pag_str split_message(pag_str message, pag_pos *pos)
{
    uint32_t numbers[2] = {0};
    size_t at = 0;
    for (int i = 0; i < 2; i++) {
        size_t start = at;
        while (at < message.len && message.at[at] >= '0' && message.at[at] <= '9') {
            numbers[i] = numbers[i] * 10 + (uint32_t)(message.at[at++] - '0');
        }
        if (at == start || at >= message.len || message.at[at] != ':') return message;
        at++;
    }
    *pos = (pag_pos){.source = numbers[0], .line = numbers[1], .column = 1};
    while (at < message.len && message.at[at] == ' ') at++;
    return (pag_str){message.at + at, message.len - at};
}

static bool contains(pag_str text, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= text.len; i++) {
        if (memcmp(text.at + i, word, n) == 0) return true;
    }
    return false;
}

/* What Lua says in its own words, in ours where we know it. */
static pag_code code_of(pag_str text)
{
    static const struct {
        const char *words;
        pag_code code;
    } known[] = {{"index a nil value", PAG_E0452},         {"call a nil value", PAG_E0452},
                 {"concatenate a nil value", PAG_E0452},   {"index is nil", PAG_E0452},
                 {"arithmetic on a nil value", PAG_E0452}, {"length of a nil value", PAG_E0452},
                 {"attempt to call", PAG_E0476},           {"attempt to index", PAG_E0477},
                 {"attempt to get length", PAG_E0477},     {"'for' ", PAG_E0480}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (contains(text, known[i].words)) return known[i].code;
    }
    return PAG_E0450;
}

/* Lua's own errors, told by code. Never runs script code: only texts are looked at. */
static pag_status tell(pag_script *s)
{
    lua_State *L = s->L;
    pag_pos pos = s->busy;
    if (lua_islightuserdata(L, -1) && lua_touserdata(L, -1) == &raised) {
        if (s->stopped == PAG_LIMIT && s->arena_full) pag_diag_add(s->diags, PAG_E0505, pos, 0);
        return s->stopped != PAG_OK ? s->stopped : PAG_INVALID;
    }
    pag_str text = PAG_STR("?");
    if (lua_type(L, -1) == LUA_TSTRING) {
        text.at = lua_tolstring(L, -1, &text.len);
        text = split_message(text, &pos);
        if (pos.column == 1) pos.column = text_column(s, pos);
    }
    if (contains(text, "stack overflow")) {
        s->stopped = PAG_LIMIT;
        pag_diag_add(s->diags, PAG_E0504, pos, 0);
        return PAG_LIMIT;
    }
    pag_code code = code_of(text);
    pag_str left_out = code == PAG_E0452 && s->left_out ? s->left_out(s->owner) : PAG_STR("");
    pag_diag_add(s->diags, left_out.len ? PAG_E0765 : code, pos, 1, left_out.len ? left_out : text);
    return PAG_INVALID;
}

static pag_status tell_memory(pag_script *s)
{
    s->stopped = s->machine_full ? PAG_NOMEM : PAG_LIMIT;
    if (s->stopped == PAG_LIMIT) pag_diag_add(s->diags, PAG_E0502, s->busy, 0);
    return s->stopped;
}

/* Telling needs memory too: inside a trap, since the arenas' handlers are their own again. */
static pag_status tell_trapped(pag_script *s, int result)
{
    enum { TO_TELL = 64 << 10 }; /* a full arena must still hold the reason */
    pag_trap trap;
    pag_arena *arena = pag_diagnostics_arena(s->diags);
    if (s->arena_full && arena->cap) arena->cap += TO_TELL;
    pag_trap_set(&trap, arena);
    struct {
        pag_status status;
    } kept = {PAG_NOMEM};
    if (setjmp(trap.jump) == 0) {
        kept.status = result == LUA_ERRMEM ? tell_memory(s) : tell(s);
    }
    pag_trap_clear(&trap);
    return trap.status != PAG_OK ? trap.status : kept.status;
}

pag_status pag_script_run(pag_script *script, const pag_script_work *work)
{
    enum { ARENAS = 3 };
    lua_State *L = script->L;
    pag_arena *arenas[ARENAS] = {work->arenas[0], work->arenas[1], script->also};
    pag_arena_fail before[ARENAS] = {0};
    void *before_ud[ARENAS] = {0};
    if (script->stopped != PAG_OK) return script->stopped;
    script->diags = work->diags;
    for (int i = 0; i < ARENAS; i++) {
        pag_arena *a = arenas[i];
        if (!a) continue;
        before[i] = a->fail;
        before_ud[i] = a->fail_ud;
        pag_script_guard(script, a);
    }
    lua_pushcfunction(L, work->work); /* light functions need no memory, and there is room */
    lua_pushlightuserdata(L, work->ud);
    int result = lua_pcall(L, 1, 0, 0);
    for (int i = ARENAS; i-- > 0;) { /* one may stand there twice */
        if (!arenas[i]) continue;
        arenas[i]->fail = before[i];
        arenas[i]->fail_ud = before_ud[i];
    }
    pag_status status = result == LUA_OK ? PAG_OK : tell_trapped(script, result);
    lua_settop(L, 0);
    return status == PAG_OK ? script->stopped : status;
}

void pag_script_compile(lua_State *L, const pag_outline *outline)
{
    char name[16] = "=";
    size_t at = sizeof name - 1;
    uint32_t left = outline->source;
    do {
        name[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    memmove(name + 1, name + at, sizeof name - at); /* with its zero */
    if (luaL_loadbufferx(L, outline->for_lua.at, outline->for_lua.len, name, "t") != LUA_OK) {
        lua_error(L); /* our parser reads all that Lua reads, so this is rare: Lua's limits */
    }
    lua_pushvalue(L, -2);
    lua_setupvalue(L, -2, 1);
    lua_remove(L, -2);
}
