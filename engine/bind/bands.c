/* bands "name" { … }: a declared table becomes data the engine can judge and look up. */
#include "bind/internal.h"

#include "base/list.h"
#include "schema/edges.h"

#include <string.h>

static const pag_str table_words[] = {
    {"title", 5}, {"source", 6}, {"note", 4}, {"gaps", 4}, {"round", 5}};
static const pag_str row_words[] = {
    {"from", 4}, {"above", 5}, {"to", 2}, {"below", 5}, {"give", 4}};
enum {
    TABLE_WORDS = sizeof table_words / sizeof *table_words,
    ROW_WORDS = sizeof row_words / sizeof *row_words
};

const pag_str *pag_bands_words(size_t *n)
{
    *n = TABLE_WORDS;
    return table_words;
}

const pag_str *pag_bands_row_words(size_t *n)
{
    *n = ROW_WORDS;
    return row_words;
}

/* One edge from the attribute at the top of the stack. */
static bool take_edge(lua_State *L, const pag_shape *row, const char *key, bool inside,
                      pag_edge *out)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_outline_entry *entry = pag_shape_entry(row, key);
    lua_getfield(L, row->at, key);
    bool there = !lua_isnil(L, -1);
    if (there) {
        if (out->kind != PAG_EDGE_OPEN) {
            pag_diag_add(bind->diags, PAG_E0128, entry ? entry->key_pos : row->pos, 0);
        }
        *out = (pag_edge){.kind = PAG_EDGE_NUMBER, .inside = inside};
        out->pos = entry ? entry->value_pos : row->pos;
        if (lua_isfunction(L, -1)) {
            out->kind = PAG_EDGE_FORMULA;
            out->of = pag_formula_take(L, row, entry);
        } else {
            out->number = pag_exact_operand(L, -1, out->pos).number;
        }
    }
    lua_pop(L, 1);
    return there;
}

/* A value at the top of the stack that a row gives under `key`. */
static void take_give(lua_State *L, const pag_shape *shape, const pag_outline_entry *entry,
                      pag_str key, pag_give *out)
{
    pag_bind *bind = pag_bind_of(L);
    pag_doubt *doubt = pag_doubt_unwrap(L, &entry);
    *out = (pag_give){.key = key, .pos = entry ? entry->value_pos : shape->pos, .doubt = doubt};
    if (lua_isfunction(L, -1)) {
        out->of = pag_formula_take(L, shape, entry);
        return;
    }
    if (!pag_text_take(L, entry, out->pos, &out->text)) return;
    if (pag_give_is_open(out->text)) {
        pag_diag_add(bind->diags, PAG_E0110, out->pos, 1, out->text);
        out->text = PAG_STR(""); /* enough is told */
    }
    out->is_number = pag_number_parse(bind->arena, out->text, &out->number) == PAG_NUMBER_OK;
}

/* Several values by name, in the table at the top of the stack. */
static void take_named(lua_State *L, pag_band *band)
{
    pag_bind *bind = pag_bind_of(L);
    pag_shape many = pag_shape_of(L, -1);
    pag_shape_strays(L, &many);
    if (many.n == 0) pag_diag_add(bind->diags, PAG_E0129, many.pos, 0);
    band->gives = PAG_NEW_ARRAY(bind->arena, pag_give, many.n + 1);
    for (size_t i = 0; i < many.n; i++) {
        const pag_outline_entry *entry = &many.entries[i];
        if (entry->index) pag_diag_add(bind->diags, PAG_E0705, entry->value_pos, 0);
        if (!entry->key.len) continue;
        lua_pushlstring(L, entry->key.at, entry->key.len);
        lua_rawget(L, many.at);
        take_give(L, &many, entry, entry->key, &band->gives[band->n_gives++]);
        lua_pop(L, 1);
    }
}

void pag_gives_take(lua_State *L, const pag_shape *shape, const pag_outline_entry *entry,
                    pag_band *band)
{
    pag_doubt *doubt = pag_doubt_unwrap(L, &entry); /* about all values of the row */
    if (lua_type(L, -1) == LUA_TTABLE) {
        take_named(L, band);
    } else {
        band->gives = PAG_NEW(pag_bind_of(L)->arena, pag_give);
        band->n_gives = 1;
        take_give(L, shape, entry, (pag_str){"", 0}, &band->gives[0]);
    }
    for (size_t i = 0; doubt && i < band->n_gives; i++) {
        if (!band->gives[i].doubt) band->gives[i].doubt = doubt;
    }
}

void pag_row_gives(lua_State *L, const pag_shape *row, pag_band *band)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_outline_entry *entry = pag_shape_entry(row, "give");
    lua_getfield(L, row->at, "give");
    if (lua_isnil(L, -1)) { /* values without words before them are told already */
        if (!pag_shape_item(row, 1)) pag_diag_add(bind->diags, PAG_E0129, row->pos, 0);
    } else {
        pag_gives_take(L, row, entry, band);
    }
    lua_pop(L, 1);
}

static void take_row(lua_State *L, pag_band *band)
{
    pag_shape row = pag_shape_of(L, -1);
    band->pos = row.pos;
    pag_shape_strays(L, &row);
    pag_shape_known(pag_bind_of(L), &row, row_words, ROW_WORDS, false);
    take_edge(L, &row, "from", true, &band->low);
    take_edge(L, &row, "above", false, &band->low);
    take_edge(L, &row, "to", true, &band->high);
    take_edge(L, &row, "below", false, &band->high);
    pag_row_gives(L, &row, band);
}

static void take_rows(lua_State *L, const pag_shape *shape, pag_bands *bands)
{
    pag_bind *bind = pag_bind_of(L);
    size_t n = lua_rawlen(L, shape->at);
    bands->rows = PAG_NEW_ARRAY(bind->arena, pag_band, n + 1);
    for (size_t i = 1; i <= n; i++) {
        lua_rawgeti(L, shape->at, (lua_Integer)i);
        if (lua_type(L, -1) == LUA_TTABLE) {
            take_row(L, &bands->rows[bands->n++]);
        } else {
            const pag_outline_entry *item = pag_shape_item(shape, i);
            pag_diag_add(bind->diags, PAG_E0130, item ? item->value_pos : shape->pos, 0);
        }
        lua_pop(L, 1);
    }
}

void pag_table_text(lua_State *L, const pag_shape *shape, const char *key, pag_str *out)
{
    lua_getfield(L, shape->at, key);
    if (!lua_isnil(L, -1)) pag_text_take(L, pag_shape_entry(shape, key), shape->pos, out);
    lua_pop(L, 1);
}

static void take_gaps(lua_State *L, const pag_shape *shape, pag_bands *bands)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_outline_entry *entry = pag_shape_entry(shape, "gaps");
    pag_str text = {"", 0};
    int type = lua_getfield(L, shape->at, "gaps");
    if (pag_doubt_refuse(L, -1)) {
        bands->gaps = PAG_GAPS_REFUSE; /* enough is told */
    } else if (type == LUA_TSTRING) {
        (void)pag_text_take(L, entry, shape->pos, &text);
    } else if (type != LUA_TNIL && entry) {
        text = entry->text; /* as written */
    }
    lua_pop(L, 1);
    if (pag_str_equal(text, PAG_STR("refuse"))) {
        bands->gaps = PAG_GAPS_REFUSE;
    } else if (pag_str_equal(text, PAG_STR("reach up"))) {
        bands->gaps = PAG_GAPS_REACH_UP;
    } else if (text.len) {
        pag_diag_add(bind->diags, PAG_E0131, entry ? entry->value_pos : shape->pos, 1, text);
        bands->gaps = PAG_GAPS_REFUSE; /* there is a policy, only misspelt: the gaps stand told */
    }
}

static void take_decimals(lua_State *L, const pag_shape *shape, pag_bands *bands)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_outline_entry *entry = pag_shape_entry(shape, "round");
    lua_getfield(L, shape->at, "round");
    if (!lua_isnil(L, -1) && !pag_doubt_refuse(L, -1)) {
        lua_Integer decimals = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : -1;
        if (decimals < 0 || decimals > 9) {
            pag_diag_add(bind->diags, PAG_E0132, entry ? entry->value_pos : shape->pos, 0);
        } else {
            char text[] = "0.0000000001";
            size_t len = decimals ? (size_t)decimals + 2 : 1;
            text[len - 1] = '1';
            bands->rounds = true;
            (void)pag_number_parse(bind->arena, (pag_str){text, len}, &bands->round_step);
        }
    }
    lua_pop(L, 1);
}

/* Tables are known by their names, in what is explained and what is told. */
static void keep_bands(pag_bind *bind, const pag_bands *bands)
{
    for (size_t i = 0; i < bind->n_bands; i++) {
        if (!pag_str_equal(bind->bands[i]->name, bands->name)) continue;
        pag_diag_add(bind->diags, PAG_E0197, bands->pos, 1, bands->name)->also =
            bind->bands[i]->pos;
        return;
    }
    bind->bands = pag_list_grown(bind->arena, bind->bands, bind->n_bands, &bind->room_bands,
                                 sizeof *bind->bands);
    bind->bands[bind->n_bands++] = bands;
}

pag_bands *pag_table_begin(lua_State *L, pag_table_kind kind, pag_shape *shape)
{
    pag_bind *bind = pag_bind_of(L);
    pag_bands *table = PAG_NEW(bind->arena, pag_bands);
    const bool bands = kind == PAG_TABLE_BANDS;
    static const pag_str may[] = {
        {"title", 5}, {"source", 6}, {"note", 4}, {"gaps", 4}, {"round", 5}};
    *table = (pag_bands){.handle = PAG_HANDLE_BANDS, .kind = kind, .pos = pag_shape_of(L, 1).pos};
    table->name = pag_arena_copy(bind->arena, pag_str_from(lua_tostring(L, lua_upvalueindex(1))));
    keep_bands(bind, table);
    pag_override_take(L, table->name, (pag_texts){may, bands ? 5 : 3});
    *shape = pag_shape_of(L, 1);
    pag_shape_strays(L, shape);
    pag_table_text(L, shape, "title", &table->title);
    pag_table_text(L, shape, "source", &table->source);
    pag_table_text(L, shape, "note", &table->note);
    return table;
}

/* A row found by one number, and counted with another, would pay what no reading of it says. */
static void judge_rounded(pag_bind *bind, const pag_bands *bands)
{
    for (size_t i = 0; bands->rounds && i < bands->n; i++) {
        for (size_t g = 0; g < bands->rows[i].n_gives; g++) {
            const pag_give *give = &bands->rows[i].gives[g];
            if (!give->of.reference) continue;
            pag_diag_add(bind->diags, PAG_E0114, give->pos, 1, bands->name);
            return;
        }
    }
}

/* bands "name" gave this function; it takes the table. Upvalue 1: the name. */
static int take_table(lua_State *L)
{
    pag_bind *bind = pag_bind_of(L);
    if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TTABLE) {
        pag_diag_add(bind->diags, PAG_E0133, pag_word_where(L, PAG_STR("bands")), 0);
        pag_script_raise(L);
    }
    pag_shape shape;
    pag_bands *bands = pag_table_begin(L, PAG_TABLE_BANDS, &shape);
    pag_shape_known(bind, &shape, table_words, TABLE_WORDS, true);
    take_gaps(L, &shape, bands);
    take_decimals(L, &shape, bands);
    take_rows(L, &shape, bands);
    (void)pag_bands_judge(bands, bind->arena, bind->diags);
    judge_rounded(bind, bands);
    pag_exact_push_handle(L, bands);
    return 1;
}

int pag_bands_word(lua_State *L)
{
    if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TSTRING) {
        pag_diag_add(pag_bind_of(L)->diags, PAG_E0133, pag_word_where(L, PAG_STR("bands")), 0);
        pag_script_raise(L);
    }
    lua_pushcclosure(L, take_table, 1);
    return 1;
}
