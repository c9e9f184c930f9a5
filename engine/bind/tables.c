/* keyed "name" { … } and dated "name" { … }: declared tables whose rows are found by a word or by a
 * day, and what a cell that looks into one is looked up by. Bands are read in bands.c. */
#include "bind/internal.h"

#include "base/text.h"

/* What both tables say of themselves. */
static const pag_str table_words[] = {{"title", 5}, {"source", 6}, {"note", 4}, {"limit", 5}};
static const pag_str keyed_words[] = {{"give", 4}, {"source", 6}, {"note", 4}};
static const pag_str dated_words[] = {
    {"from", 4}, {"to", 2}, {"give", 4}, {"source", 6}, {"note", 4}};
enum {
    TABLE_WORDS = sizeof table_words / sizeof *table_words,
    KEYED_WORDS = sizeof keyed_words / sizeof *keyed_words,
    DATED_WORDS = sizeof dated_words / sizeof *dated_words
};

const pag_str *pag_table_words(size_t *n)
{
    *n = TABLE_WORDS;
    return table_words;
}

const pag_str *pag_keyed_row_words(size_t *n)
{
    *n = KEYED_WORDS;
    return keyed_words;
}

const pag_str *pag_dated_row_words(size_t *n)
{
    *n = DATED_WORDS;
    return dated_words;
}

/* A row of these tables gives what is written there, nothing that is worked out. */
static void judge_gives(pag_bind *bind, const pag_bands *table, const pag_band *row)
{
    for (size_t i = 0; i < row->n_gives; i++) {
        const pag_give *give = &row->gives[i];
        if (give->of.reference) pag_diag_add(bind->diags, PAG_E0709, give->pos, 1, table->name);
    }
}

/* Something that reads like the start of such a table, and is none. */
static _Noreturn void refuse_form(lua_State *L, const char *word, const char *row)
{
    pag_diag_add(pag_bind_of(L)->diags, PAG_E0700, pag_word_where(L, pag_str_from(word)), 2,
                 pag_str_from(word), pag_str_from(row));
    pag_script_raise(L);
}

static void judge_rows(pag_bind *bind, const pag_bands *table, const char *row)
{
    if (table->n) return;
    pag_diag_add(bind->diags, PAG_E0711, table->pos, 2, table->name, pag_str_from(row));
}

/* --- keyed --- */

static const char key_row[] = "C = \"30%\"";

static bool is_word_of_table(pag_str key)
{
    size_t i = 0;
    while (i < TABLE_WORDS && !pag_str_equal(key, table_words[i])) i++;
    return i < TABLE_WORDS;
}

/* What is at the top of the stack, if it says more of the row than what it gives:
 * { give = "30%", source = "…" }. Without `give` its entries are values by name. */
static bool take_full_row(lua_State *L, pag_band *row)
{
    if (lua_type(L, -1) != LUA_TTABLE) return false;
    pag_shape own = pag_shape_of(L, -1);
    if (!pag_shape_entry(&own, "give")) return false;
    pag_shape_strays(L, &own);
    pag_shape_known(pag_bind_of(L), &own, keyed_words, KEYED_WORDS, false);
    pag_table_text(L, &own, "source", &row->source);
    pag_table_text(L, &own, "note", &row->note);
    pag_row_gives(L, &own, row);
    return true;
}

static void take_keyed_rows(lua_State *L, const pag_shape *shape, pag_bands *table)
{
    pag_bind *bind = pag_bind_of(L);
    table->rows = PAG_NEW_ARRAY(bind->arena, pag_band, shape->n + 1);
    for (size_t i = 0; i < shape->n; i++) {
        const pag_outline_entry *entry = &shape->entries[i];
        if (entry->index) pag_diag_add(bind->diags, PAG_E0705, entry->value_pos, 0);
        if (!entry->key.len || is_word_of_table(entry->key)) continue;
        pag_band *row = &table->rows[table->n++];
        *row = (pag_band){.key = entry->key, .pos = entry->key_pos};
        lua_pushlstring(L, entry->key.at, entry->key.len);
        lua_rawget(L, shape->at);
        if (!take_full_row(L, row)) pag_gives_take(L, shape, entry, row);
        lua_pop(L, 1);
        judge_gives(bind, table, row);
    }
}

static int take_keyed(lua_State *L)
{
    pag_shape shape;
    if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TTABLE) refuse_form(L, "keyed", key_row);
    pag_bands *table = pag_table_begin(L, PAG_TABLE_KEYED, &shape);
    pag_limit_take(L, &shape, table);
    take_keyed_rows(L, &shape, table);
    judge_rows(pag_bind_of(L), table, key_row);
    pag_exact_push_handle(L, table);
    return 1;
}

int pag_keyed_word(lua_State *L)
{
    if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TSTRING) refuse_form(L, "keyed", key_row);
    lua_pushcclosure(L, take_keyed, 1);
    return 1;
}

/* --- dated --- */

static const char day_row[] = "{ from = \"2025-01-01\", give = \"80%\", source = \"…\" }";

/* The day that the row's attribute `key` says; false when it says none. */
static bool take_day(lua_State *L, const pag_shape *row, const char *key, pag_edge *out)
{
    pag_bind *bind = pag_bind_of(L);
    const pag_outline_entry *entry = pag_shape_entry(row, key);
    bool there = lua_getfield(L, row->at, key) != LUA_TNIL;
    pag_str text = {0};
    if (lua_type(L, -1) == LUA_TSTRING) text.at = lua_tolstring(L, -1, &text.len);
    *out = (pag_edge){.inside = true, .pos = entry ? entry->value_pos : row->pos};
    if (text.len && pag_date_parse(text, &out->number) == PAG_NUMBER_OK) {
        out->kind = PAG_EDGE_NUMBER;
    } else if (there) {
        pag_diag_add(bind->diags, PAG_E0712, out->pos, 2, pag_str_from(key),
                     text.at || !entry ? text : entry->text);
    }
    lua_pop(L, 1);
    return there;
}

static void take_dated_row(lua_State *L, pag_bands *table, bool last)
{
    pag_bind *bind = pag_bind_of(L);
    pag_band *row = &table->rows[table->n++];
    pag_shape shape = pag_shape_of(L, -1);
    row->pos = shape.pos;
    pag_shape_strays(L, &shape);
    pag_shape_known(bind, &shape, dated_words, DATED_WORDS, false);
    if (!take_day(L, &shape, "from", &row->low)) {
        pag_diag_add(bind->diags, PAG_E0710, row->pos, 2, table->name, PAG_STR("from"));
    }
    if (!take_day(L, &shape, "to", &row->high) && !last) {
        pag_diag_add(bind->diags, PAG_E0710, row->pos, 2, table->name, PAG_STR("to"));
    }
    pag_table_text(L, &shape, "source", &row->source);
    pag_table_text(L, &shape, "note", &row->note);
    pag_row_gives(L, &shape, row);
    judge_gives(bind, table, row);
}

static void take_dated_rows(lua_State *L, const pag_shape *shape, pag_bands *table)
{
    pag_bind *bind = pag_bind_of(L);
    size_t n = lua_rawlen(L, shape->at);
    table->rows = PAG_NEW_ARRAY(bind->arena, pag_band, n + 1);
    for (size_t i = 1; i <= n; i++) {
        const pag_outline_entry *item = pag_shape_item(shape, i);
        lua_rawgeti(L, shape->at, (lua_Integer)i);
        if (lua_type(L, -1) == LUA_TTABLE) {
            take_dated_row(L, table, i == n);
        } else {
            pag_diag_add(bind->diags, PAG_E0700, item ? item->value_pos : shape->pos, 2,
                         PAG_STR("dated"), pag_str_from(day_row));
        }
        lua_pop(L, 1);
    }
    if (n == 0) judge_rows(bind, table, day_row);
}

static int take_dated(lua_State *L)
{
    pag_bind *bind = pag_bind_of(L);
    pag_shape shape;
    if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TTABLE) refuse_form(L, "dated", day_row);
    pag_bands *table = pag_table_begin(L, PAG_TABLE_DATED, &shape);
    pag_shape_known(bind, &shape, table_words, TABLE_WORDS, true);
    pag_limit_take(L, &shape, table);
    take_dated_rows(L, &shape, table);
    (void)pag_dated_judge(table, bind->arena, bind->diags);
    pag_exact_push_handle(L, table);
    return 1;
}

int pag_dated_word(lua_State *L)
{
    if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TSTRING) refuse_form(L, "dated", day_row);
    lua_pushcclosure(L, take_dated, 1);
    return 1;
}

/* --- what a cell is looked up in, and by what --- */

const pag_bands *pag_table_take(lua_State *L, pag_table_kind kind, const pag_outline_entry *entry)
{
    const pag_bands *table = pag_exact_handle(L, -1, PAG_HANDLE_BANDS);
    if (table && table->kind == kind) return table;
    pag_code code = kind == PAG_TABLE_BANDS ? PAG_E0136 : PAG_E0701;
    if (entry) pag_diag_add(pag_bind_of(L)->diags, code, entry->value_pos, 1, entry->key);
    return NULL;
}

static pag_str date_cells(pag_arena *arena, const pag_group *group)
{
    pag_text all = {.arena = arena};
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].type != PAG_TYPE_DATE) continue;
        if (all.len) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, group->cells[i].name);
    }
    return all.len ? pag_text_str(&all) : PAG_STR("–");
}

/* A day of the period, or a cell with a date. */
static void take_when(pag_bind *bind, pag_cell *cell, pag_str name, pag_pos pos)
{
    static const pag_str words[] = {{"period", 6}, {"period start", 12}, {"period end", 10}};
    static const pag_by_kind kinds[] = {PAG_BY_PERIOD, PAG_BY_START, PAG_BY_END};
    const pag_cell *by = pag_group_cell(cell->group, name);
    bool date = by && by->type == PAG_TYPE_DATE;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!pag_str_equal(words[i], name)) continue;
        cell->by_kind = kinds[i];
        if (date) pag_diag_add(bind->diags, PAG_E0714, pos, 0)->also = by->pos;
        return;
    }
    if (date) {
        cell->by = by->slot;
    } else if (name.len) {
        pag_diag_add(bind->diags, PAG_E0713, pos, 2, name, date_cells(bind->arena, cell->group));
    }
}

void pag_table_by(pag_bind *bind, pag_cell *cell, pag_str name, pag_pos pos)
{
    cell->by_pos = pos;
    if (cell->bands->kind == PAG_TABLE_DATED) {
        take_when(bind, cell, name, pos);
        return;
    }
    const pag_cell *by = pag_group_cell(cell->group, name);
    if (!by) {
        if (name.len) pag_cell_missing(bind, cell->group, cell->group, name, pos);
        return;
    }
    cell->by = by->slot;
    if (cell->bands->kind == PAG_TABLE_BANDS) {
        if (!pag_type_is_number(by->type)) pag_diag_add(bind->diags, PAG_E0156, pos, 1, name);
    } else if (by->type != PAG_TYPE_CHOICE && by->type != PAG_TYPE_TEXT &&
               by->type != PAG_TYPE_CLASS) {
        pag_diag_add(bind->diags, PAG_E0702, pos, 1, name);
    }
}

/* --- words and keys --- */

typedef struct matching {
    pag_bind *bind;
    const pag_cell *cell, *choice;
    const pag_bands *table;
    pag_str *words;
    bool *told; /* by number of the word: it stands beside the key that it looks like */
} matching;

static size_t word_number(const matching *m, pag_str key)
{
    size_t i = 0;
    while (i < m->choice->n_choices && !pag_str_equal(m->words[i], key)) i++;
    return i;
}

/* A key that nobody can ask for: told with the words, and the one it looks like is told with it. */
static void judge_keys(const matching *m)
{
    size_t n = m->choice->n_choices;
    for (size_t i = 0; i < m->table->n; i++) {
        const pag_band *row = &m->table->rows[i];
        if (word_number(m, row->key) < n) continue;
        size_t near = pag_str_nearest(row->key, m->words, n);
        if (near < n) m->told[near] = true;
        pag_diag_add(m->bind->diags, PAG_E0704, row->pos, 4, row->key, m->table->name,
                     m->choice->name, pag_choices_listed(m->bind->arena, m->choice))
            ->also = m->choice->pos;
    }
}

/* `C`, or `["Dirigente tecnico"]`: how a key is written in a rule. */
static pag_str written_key(pag_arena *arena, pag_str key)
{
    bool name = key.len && !(key.at[0] >= '0' && key.at[0] <= '9');
    for (size_t i = 0; i < key.len; i++) {
        char c = key.at[i];
        name = name && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                        (c >= '0' && c <= '9'));
    }
    return name ? key : pag_text_join(arena, 3, PAG_STR("[\""), key, PAG_STR("\"]"));
}

static void judge_words(const matching *m)
{
    pag_arena *arena = m->bind->arena;
    for (size_t i = 0; i < m->choice->n_choices; i++) {
        size_t row;
        if (m->told[i] || pag_keyed_find(m->table, m->words[i], &row)) continue;
        pag_diag_add(m->bind->diags, PAG_E0703, m->cell->by_pos, 5, m->words[i], m->table->name,
                     m->choice->name, pag_keyed_keys(arena, m->table),
                     written_key(arena, m->words[i]))
            ->also = m->table->pos;
    }
}

static void match(pag_bind *bind, const pag_cell *cell)
{
    const pag_cell *by = &cell->group->cells[cell->by];
    matching m = {bind, cell, by, cell->bands, NULL, NULL};
    size_t least = by->type == PAG_TYPE_CHOICE ? 2 : 1;
    if (by->n_choices < least || !cell->by_pos.source) return;
    m.words = PAG_NEW_ARRAY(bind->arena, pag_str, by->n_choices);
    m.told = PAG_NEW_ARRAY(bind->arena, bool, by->n_choices);
    for (size_t i = 0; i < by->n_choices; i++) m.words[i] = by->choices[i].word;
    judge_keys(&m);
    judge_words(&m);
}

void pag_tables_judge(pag_bind *bind, const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) pag_tables_judge(bind, cell->list);
        if (cell->bands && cell->bands->kind == PAG_TABLE_KEYED) match(bind, cell);
    }
}

const pag_bands *pag_bind_table(const pag_bind *bind, size_t i)
{
    return i < bind->n_bands ? bind->bands[i] : NULL;
}
