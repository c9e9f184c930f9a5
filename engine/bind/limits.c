/* Limits: tables of libraries that whoever uses the library must read, by name. How they are
 * declared, which of them the rules of a pack do not read (see follow.c), and where to tell that:
 * at the `use` that brings them. Of a table that gives several values by name each is to be read.
 */
#include "bind/internal.h"

#include "base/list.h"
#include "base/seen.h"
#include "base/text.h"

/* One limit, and what its rows give: each name (one, empty, where they give one value). */
struct pag_limit {
    const pag_bands *table;
    pag_str called; /* by rules; empty: they cannot */
    PAG_LIST(pag_str) keys;
    bool *read; /* of the keys */
};

/* --- declaring --- */

void pag_limit_take(lua_State *L, const pag_shape *shape, pag_bands *table)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_outline_entry *entry = pag_shape_entry(shape, "limit");
    pag_pos pos = entry ? entry->value_pos : shape->pos;
    int type = lua_getfield(L, shape->at, "limit");
    bool limit = lua_toboolean(L, -1);
    lua_pop(L, 1);
    if (type == LUA_TNIL) return;
    if (type != LUA_TBOOLEAN) {
        pag_diag_add(bind->diags, PAG_E0140, pos, 1, PAG_STR("limit"));
    } else if (limit && bind->running != PAG_FILE_LIBRARY) {
        pag_diag_add(bind->diags, PAG_E1142, pos, 0);
    } else if (limit) {
        table->limit = true;
        bind->limits = pag_list_grown(bind->arena, bind->limits, bind->n_limits, &bind->room_limits,
                                      sizeof *bind->limits);
        bind->limits[bind->n_limits++] = (struct pag_limit){.table = table};
    }
}

/* The first of the names that the environment at the top has for the table. */
static pag_str name_of(lua_State *L, const pag_bands *table)
{
    pag_str name = {"", 0};
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        bool it_is = pag_exact_handle(L, -1, PAG_HANDLE_BANDS) == table;
        lua_pop(L, 1);
        pag_str key = {0};
        key.at = lua_tolstring(L, -1, &key.len);
        if (it_is && (!name.len || pag_str_compare(key, name) < 0)) name = key;
    }
    return pag_arena_copy(pag_bind_of(L)->arena, name);
}

void pag_limits_name(lua_State *L, uint32_t source)
{
    pag_bind *bind = pag_bind_of(L);
    for (size_t i = 0; i < bind->n_limits; i++) {
        struct pag_limit *limit = &bind->limits[i];
        if (limit->table->pos.source != source) continue;
        limit->called = name_of(L, limit->table);
        if (limit->called.len) continue;
        pag_diag_add(bind->diags, PAG_E1143, limit->table->pos, 2, pag_table_label(limit->table),
                     limit->table->name);
    }
}

/* --- what is to be read, and what is --- */

static bool has_key(const struct pag_limit *limit, pag_str key)
{
    size_t i = 0;
    while (i < limit->keys.n && !pag_str_equal(limit->keys.at[i], key)) i++;
    return i < limit->keys.n;
}

static void find_keys(pag_bind *bind, struct pag_limit *limit)
{
    for (size_t r = 0; r < limit->table->n; r++) {
        const pag_band *row = &limit->table->rows[r];
        for (size_t i = 0; i < row->n_gives; i++) {
            pag_str key = row->gives[i].key;
            if (!has_key(limit, key)) PAG_LIST_ADD(bind->arena, &limit->keys, key);
        }
    }
    limit->read = PAG_NEW_ARRAY(bind->arena, bool, limit->keys.n + 1);
}

void pag_limit_read(pag_bind *bind, const pag_bands *table, pag_str key)
{
    for (size_t i = 0; i < bind->n_limits; i++) {
        struct pag_limit *limit = &bind->limits[i];
        for (size_t k = 0; limit->table == table && k < limit->keys.n; k++) {
            if (!key.len || pag_str_equal(limit->keys.at[k], key)) limit->read[k] = true;
        }
    }
}

/* --- telling --- */

static const pag_outline *library_called(const pag_bind *bind, pag_str name)
{
    for (size_t o = 0; o < bind->n_outlines; o++) {
        if (bind->of_library[o] && pag_str_equal(bind->library_names[o], name))
            return bind->outlines[o];
    }
    return NULL;
}

/* Whether the outline's file, or what it uses, brings the file `source`. As deep as libraries use
 * one another; each is gone through once. */
static bool brings(const pag_bind *bind, const pag_outline *outline, uint32_t source,
                   pag_seen *seen)
{
    if (!outline || !pag_seen_add(seen, outline)) return false;
    if (outline->source == source) return true;
    for (size_t i = 0; i < outline->n_uses; i++) {
        const pag_outline *used = library_called(bind, outline->uses[i].library);
        if (brings(bind, used, source, seen)) return true;
    }
    return false;
}

/* The first `use` of the pack's own files that brings the table's library. */
static const pag_outline_use *use_of(const pag_bind *bind, const pag_bands *table)
{
    for (size_t o = 0; o < bind->n_outlines; o++) {
        const pag_outline *outline = bind->outlines[o];
        for (size_t i = 0; !bind->of_library[o] && i < outline->n_uses; i++) {
            pag_seen seen = {.arena = bind->arena};
            const pag_outline *used = library_called(bind, outline->uses[i].library);
            if (brings(bind, used, table->pos.source, &seen)) return &outline->uses[i];
        }
    }
    return NULL;
}

/* What the table gives under the key. */
static const pag_give *example_give(const pag_bands *table, pag_str key)
{
    for (size_t r = 0; r < table->n; r++) {
        const pag_give *give = pag_band_give(&table->rows[r], key);
        if (give) return give;
    }
    return NULL;
}

/* rate = percent { dated = rate, by = "period end" } */
static pag_str example(pag_arena *arena, const struct pag_limit *limit, pag_str key)
{
    const pag_give *give = example_give(limit->table, key);
    bool dated = limit->table->kind == PAG_TABLE_DATED;
    pag_type type = PAG_TYPE_TEXT;
    pag_text out = {.arena = arena};
    if (give && give->is_number) {
        bool percent = pag_number_unit(give->number) == PAG_PERCENT;
        type = percent ? PAG_TYPE_PERCENT : PAG_TYPE_NUMBER;
    }
    pag_text_put(&out, limit->called);
    if (key.len) pag_text_put(&out, pag_text_join(arena, 2, PAG_STR("_"), key));
    pag_text_put(&out, PAG_STR(" = "));
    pag_text_put(&out, pag_type_word(type));
    pag_text_put(&out, dated ? PAG_STR(" { dated = ") : PAG_STR(" { keyed = "));
    pag_text_put(&out, limit->called);
    pag_text_put(&out, dated ? PAG_STR(", by = \"period end\"") : PAG_STR(", by = \"category\""));
    if (key.len) {
        pag_text_put(&out, pag_text_join(arena, 3, PAG_STR(", give = \""), key, PAG_STR("\"")));
    }
    pag_text_put(&out, PAG_STR(" }"));
    return pag_text_str(&out);
}

/* "Rates (low, high)": the names of what is not read of it, where it gives several values. */
static pag_str unread(pag_arena *arena, const struct pag_limit *limit, pag_str *first)
{
    pag_text keys = {.arena = arena};
    bool any = false;
    for (size_t k = 0; k < limit->keys.n; k++) {
        if (limit->read[k]) continue;
        if (!any) *first = limit->keys.at[k];
        if (any) pag_text_put(&keys, PAG_STR(", "));
        any = true;
        pag_text_put(&keys, limit->keys.at[k]);
    }
    pag_str label = pag_table_label(limit->table);
    if (!any) return PAG_STR("");
    if (!keys.len) return label;
    return pag_text_join(arena, 4, label, PAG_STR(" ("), pag_text_str(&keys), PAG_STR(")"));
}

static void judge_limit(pag_bind *bind, const struct pag_limit *limit)
{
    pag_str first = {"", 0};
    pag_str what = unread(bind->arena, limit, &first);
    const pag_outline_use *use = use_of(bind, limit->table);
    if (!what.len || !use) return;
    const pag_give *give = example_give(limit->table, first);
    pag_diag_add(bind->diags, give && give->is_number ? PAG_E1140 : PAG_E1141, use->pos, 3, what,
                 use->library, example(bind->arena, limit, first))
        ->also = limit->table->pos;
}

/* --- all of it --- */

typedef struct judging {
    pag_bind *bind;
    pag_group *const *groups;
    size_t n;
} judging;

static int judge(lua_State *L)
{
    judging *j = lua_touserdata(L, 1);
    for (size_t i = 0; i < j->bind->n_limits; i++) find_keys(j->bind, &j->bind->limits[i]);
    pag_limits_follow(L, j->groups, j->n);
    for (size_t i = 0; i < j->bind->n_limits; i++) judge_limit(j->bind, &j->bind->limits[i]);
    return 0;
}

pag_status pag_bind_limits(pag_bind *bind, pag_group *const *groups, size_t n)
{
    judging j = {bind, groups, n};
    if (!bind->n_limits) return PAG_OK;
    pag_script_refill(bind->script);
    pag_script_work work = {judge, &j, bind->diags, {bind->arena, NULL}};
    return pag_script_run(bind->script, &work);
}

bool pag_bind_limit(const pag_bind *bind, size_t i, const pag_bands **table, pag_pos *used)
{
    if (i >= bind->n_limits) return false;
    const pag_outline_use *use = use_of(bind, bind->limits[i].table);
    *table = bind->limits[i].table;
    *used = use ? use->pos : (*table)->pos;
    return true;
}
