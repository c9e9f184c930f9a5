/* What the words that go over the entries of a list make where there may be any number of them: one
 * stands for all. */
#include "bind/symbol.h"

/* Of all terms that the ways end in. As deep as formulas branch. */
static size_t size_of(const pag_way *way)
{
    size_t size = 0;
    if (way->end == PAG_WAY_VALUE && way->value.kind == PAG_VALUE_TERM) {
        return way->value.term->size;
    }
    for (uint32_t i = 0; way->end == PAG_WAY_ON && i < way->question.n; i++) {
        if (way->answers[i]) size += size_of(way->answers[i]);
    }
    return size;
}

/* The unit of the first end that has one; numerals have none. */
static bool unit_of(const pag_way *way, pag_unit *unit)
{
    if (way->end == PAG_WAY_VALUE && way->value.kind == PAG_VALUE_TERM) {
        const pag_term *term = way->value.term;
        *unit = term->unit;
        return term->kind != PAG_TERM_NUMBER || term->unit != PAG_PLAIN;
    }
    for (uint32_t i = 0; way->end == PAG_WAY_ON && i < way->question.n; i++) {
        if (way->answers[i] && unit_of(way->answers[i], unit)) return true;
    }
    return false;
}

static bool ends_so(const pag_way *way, bool answer)
{
    if (way->end == PAG_WAY_VALUE) return way->value.flag == answer;
    if (way->end != PAG_WAY_ON) return false;
    for (uint32_t i = 0; i < way->question.n; i++) {
        if (way->answers[i] && !ends_so(way->answers[i], answer)) return false;
    }
    return true;
}

/* Whatever the entry is, and without ending the evaluation, as a division may. */
static bool is_always(const pag_way *way, bool answer)
{
    return ends_so(way, answer) && pag_way_gives(way);
}

static const pag_way *number_end(lua_State *L, const pag_term *term, const pag_entry *entry)
{
    pag_way *way = PAG_NEW(pag_bind_of(L)->evaluator->arena, pag_way);
    way->end = PAG_WAY_VALUE;
    way->value = (pag_value){PAG_VALUE_TERM, {.term = term}};
    way->entry = entry;
    return way;
}

static const pag_way *named_body(lua_State *L, const pag_list *list)
{
    uint32_t slot = pag_view_slot(L, list->group, PAG_SECOND, true);
    const pag_figure *figure = pag_view_read(L, list->entries[0], slot);
    pag_view_push(L, figure);
    if (lua_isnil(L, -1)) pag_ways_unknown(L);
    const pag_term *term = pag_symbol_operand(L, lua_gettop(L), pag_call_place(L, PAG_SECOND));
    lua_pop(L, 1);
    return number_end(L, term, list->entries[0]);
}

/* The test at `at`; NULL where there is none, or every entry passes it. */
static const pag_way *test_at(lua_State *L, const pag_list *list, int at)
{
    if (lua_isnoneornil(L, at)) return NULL;
    const pag_way *test = pag_ways_inner(L, at, list, true);
    return is_always(test, true) ? NULL : test;
}

int pag_symbol_total(lua_State *L, const pag_list *list, bool mean)
{
    bool named = lua_type(L, PAG_SECOND) == LUA_TSTRING;
    const pag_way *test = test_at(L, list, PAG_THIRD);
    const pag_way *body = named ? named_body(L, list) : pag_ways_inner(L, PAG_SECOND, list, false);
    pag_unit unit = PAG_PLAIN;
    (void)unit_of(body, &unit);
    pag_term *term = pag_symbol_new(L, mean ? PAG_TERM_MEAN : PAG_TERM_SUM, unit);
    term->list = list;
    term->body = body;
    term->test = test;
    pag_symbol_grow(L, term, size_of(body));
    pag_symbol_push(L, term);
    return 1;
}

int pag_symbol_count(lua_State *L, const pag_list *list)
{
    pag_term *term = pag_symbol_new(L, PAG_TERM_COUNT, PAG_PLAIN);
    term->list = list;
    term->test = test_at(L, list, PAG_SECOND);
    pag_symbol_push(L, term);
    return 1;
}

int pag_symbol_all(lua_State *L, bool all)
{
    const pag_list *list = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_LIST);
    const pag_way *way = pag_ways_inner(L, PAG_SECOND, list, true);
    pag_question entries = {
        .kind = PAG_ASKED_ENTRIES, .n = 2, .test = way, .list = list, .all = all};
    bool settled = is_always(way, all); /* of no entry too */
    lua_pushboolean(L, settled ? all : pag_ways_ask(L, &entries) == 1);
    return 1;
}

int pag_symbol_rank(lua_State *L, const pag_list *list, const pag_figure *figure)
{
    pag_term *term = pag_symbol_new(L, PAG_TERM_RANK, PAG_PLAIN);
    if (figure->entry->parent != list->entries[0]->parent) pag_ways_unknown(L);
    term->list = list;
    term->figure = figure;
    pag_symbol_push(L, term);
    return 1;
}
