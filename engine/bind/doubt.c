/* Values that are still to be confirmed: what to_confirm("30%", "why") makes, where it may stand,
 * and how it is taken apart. Formulas never meet one: it stands directly behind an attribute, and
 * whoever takes the attribute keeps value and doubt apart. */
#include "bind/internal.h"

#include <lauxlib.h>
#include <string.h>

typedef struct doubtful {
    pag_handle handle;
    pag_doubt *doubt;
    int reference;     /* of the value, among what is anchored */
    pag_pos value_pos; /* of the value itself */
    pag_str text;      /* as written */
} doubtful;

#define FORM "to_confirm(\"30%\", \"…\")"

/* The reason at the second place; empty, and told, when it says nothing. */
static pag_str reason_of(lua_State *L, pag_bind *bind)
{
    pag_str why = {"", 0};
    if (lua_type(L, PAG_SECOND) == LUA_TSTRING) why.at = lua_tolstring(L, PAG_SECOND, &why.len);
    size_t blanks = 0;
    while (blanks < why.len && (unsigned char)why.at[blanks] <= ' ') blanks++;
    if (blanks < why.len) return pag_arena_copy(bind->arena, why);
    pag_call_site call = {.n = 0};
    bool written = pag_bind_site(bind, (uint32_t)lua_tointeger(L, PAG_SITE), &call) && call.n > 0;
    pag_diag_add(bind->diags, PAG_E0800, pag_call_place(L, PAG_SITE), 1,
                 written ? call.arguments[0] : PAG_STR("\"30%\""));
    return (pag_str){"", 0};
}

/* A loop makes many of one that is written; there is one to be confirmed. */
static void keep_unconfirmed(pag_bind *bind, uint32_t site, pag_doubt *doubt)
{
    if (site >= bind->room_unconfirmed) {
        size_t room = bind->n_sites > site ? bind->n_sites : site + 1u;
        pag_doubt **larger = PAG_NEW_ARRAY(bind->arena, pag_doubt *, room);
        for (size_t i = 0; i < bind->room_unconfirmed; i++) larger[i] = bind->unconfirmed[i];
        bind->unconfirmed = larger;
        bind->room_unconfirmed = room;
    }
    if (!bind->unconfirmed[site]) bind->unconfirmed[site] = doubt;
}

int pag_word_to_confirm(lua_State *L)
{
    pag_bind *bind = pag_bind_of(L);
    pag_call_site call;
    uint32_t site = pag_call_site_number(L);
    bool known = pag_bind_site(bind, site, &call) && call.n > 0;
    if (lua_gettop(L) > PAG_SECOND || lua_isnoneornil(L, PAG_FIRST)) {
        pag_call_refuse(L, "to_confirm", FORM);
    }
    if (pag_doubt_refuse(L, PAG_FIRST)) pag_script_raise(L);
    doubtful *d = PAG_NEW(bind->arena, doubtful);
    *d = (doubtful){.handle = PAG_HANDLE_DOUBT, .value_pos = pag_call_place(L, PAG_FIRST)};
    d->doubt = PAG_NEW(bind->arena, pag_doubt);
    d->doubt->why = reason_of(L, bind);
    d->doubt->pos = pag_call_place(L, PAG_SITE);
    d->doubt->number = bind->n_doubts++;
    d->text = known ? call.arguments[0] : PAG_STR("");
    d->doubt->text = pag_str_unquoted(d->text);
    keep_unconfirmed(bind, site, d->doubt);
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_ANCHORS);
    lua_pushvalue(L, PAG_FIRST);
    d->reference = luaL_ref(L, -2);
    pag_exact_push_handle(L, d);
    return 1;
}

/* --- where it may stand --- */

/* Whether a value of a table in braces, with its name before it, begins there. */
static bool is_named_value(const pag_outline *outline, pag_pos pos)
{
    for (size_t t = 0; t < outline->n_tables; t++) {
        const pag_outline_table *table = &outline->tables[t];
        for (size_t i = 0; i < table->n; i++) {
            const pag_outline_entry *entry = &table->entries[i];
            bool there = entry->value_pos.line == pos.line && entry->value_pos.column == pos.column;
            if (there && !entry->index) return true;
        }
    }
    return false;
}

void pag_doubts_judge(pag_bind *bind, const pag_outline *outline)
{
    for (size_t i = 0; i < outline->n_sites; i++) {
        const pag_outline_site *site = &outline->sites[i];
        if (!pag_str_equal(site->word, PAG_STR("to_confirm"))) continue;
        if (site->function < 0 && is_named_value(outline, site->pos)) continue;
        pag_diag_add(bind->diags, PAG_E0801, site->pos, 0);
    }
}

bool pag_doubt_refuse(lua_State *L, int at)
{
    const doubtful *d = pag_exact_handle(L, at, PAG_HANDLE_DOUBT);
    if (d) pag_diag_add(pag_bind_of(L)->evaluator->diags, PAG_E0801, d->doubt->pos, 0);
    return d != NULL;
}

bool pag_doubt_fits(lua_State *L, const char *key)
{
    static const char *const keys[] = {"value", "default", "of", "criteria", "marks"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strcmp(key, keys[i]) == 0) return true;
    }
    return !pag_doubt_refuse(L, -1);
}

/* --- taking it apart --- */

/* The function that is written there, or −1: several may begin on one line. */
static int32_t function_at(const pag_bind *bind, pag_pos pos)
{
    const pag_outline *outline = pag_bind_outline(bind, pos.source);
    for (size_t i = 0; outline && i < outline->n_functions; i++) {
        const pag_pos begin = outline->functions[i].pos;
        if (begin.line == pos.line && begin.column == pos.column) return (int32_t)i;
    }
    return -1;
}

pag_doubt *pag_doubt_unwrap(lua_State *L, const pag_outline_entry **entry)
{
    const doubtful *d = pag_exact_handle(L, -1, PAG_HANDLE_DOUBT);
    if (!d) return NULL;
    lua_pop(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_ANCHORS);
    lua_rawgeti(L, -1, d->reference);
    lua_remove(L, -2);
    if (*entry) {
        pag_outline_entry *own = pag_arena_keep(pag_bind_of(L)->arena, *entry, sizeof **entry);
        own->value_pos = d->value_pos;
        own->text = d->text;
        own->function = lua_isfunction(L, -1) ? function_at(pag_bind_of(L), d->value_pos) : -1;
        *entry = own;
    }
    return d->doubt;
}

size_t pag_bind_doubts(const pag_bind *bind)
{
    return bind->n_doubts;
}

size_t pag_bind_unconfirmed(const pag_bind *bind, pag_arena *arena, const pag_doubt ***out)
{
    size_t n = 0;
    *out = PAG_NEW_ARRAY(arena, const pag_doubt *, bind->room_unconfirmed);
    for (size_t i = 0; i < bind->room_unconfirmed; i++) {
        if (bind->unconfirmed[i]) (*out)[n++] = bind->unconfirmed[i];
    }
    return n;
}

void pag_doubt_note(pag_bind *bind, const pag_give *give)
{
    const pag_evaluator *e = bind->evaluator;
    if (!give->doubt || !e->note) return;
    pag_step step = {.kind = PAG_STEP_DOUBTED, .doubt = give->doubt};
    e->note(e->run, &step);
}
