/* Operators on terms: what they build, and what they ask. Units are judged as for numbers, with a
 * one of the term's unit in its place. */
#include "bind/symbol.h"

bool pag_symbol_exploring(lua_State *L)
{
    return pag_bind_of(L)->exploring != NULL;
}

const pag_term *pag_symbol_at(lua_State *L, int at)
{
    return pag_exact_handle(L, at, PAG_HANDLE_TERM);
}

bool pag_symbol_among(lua_State *L, int from, int to)
{
    for (int i = from; i <= to; i++) {
        if (pag_symbol_at(L, i)) return true;
    }
    return false;
}

void pag_symbol_push(lua_State *L, const pag_term *term)
{
    pag_exact_push_handle(L, term);
}

static pag_arena *arena_of(lua_State *L)
{
    return pag_bind_of(L)->evaluator->arena;
}

pag_term *pag_symbol_new(lua_State *L, pag_term_kind kind, pag_unit unit)
{
    pag_term *term = PAG_NEW(arena_of(L), pag_term);
    term->handle = PAG_HANDLE_TERM;
    term->kind = kind;
    term->unit = unit;
    term->size = 1;
    return term;
}

/* Whoever reasons about a term looks at all it is built of, again wherever it is used: one that
 * doubles with every line of a formula would never come to an end. */
void pag_symbol_grow(lua_State *L, pag_term *term, size_t by)
{
    enum { MOST = 4096 };
    if (by > MOST - term->size) pag_ways_unknown(L);
    term->size += (uint32_t)by;
}

const pag_term *pag_symbol_number(lua_State *L, pag_number number)
{
    pag_term *term = pag_symbol_new(L, PAG_TERM_NUMBER, pag_number_unit(number));
    term->number = number;
    return term;
}

const pag_term *pag_symbol_text(lua_State *L, pag_str text)
{
    pag_term *term = pag_symbol_new(L, PAG_TERM_TEXT, PAG_PLAIN);
    term->text = pag_arena_copy(arena_of(L), text);
    return term;
}

static const pag_term *term_of(lua_State *L, pag_term_kind kind, pag_unit unit, size_t n,
                               const pag_term *const *of)
{
    pag_term *term = pag_symbol_new(L, kind, unit);
    term->n = n;
    term->of = pag_arena_keep(arena_of(L), of, n * sizeof *of);
    for (size_t i = 0; i < n; i++) pag_symbol_grow(L, term, of[i]->size);
    return term;
}

/* --- figures --- */

static const pag_term *figure_term(lua_State *L, const pag_figure *figure)
{
    pag_term *term = pag_symbol_new(L, PAG_TERM_FIGURE, pag_type_unit(figure->cell->type));
    term->figure = figure;
    return term;
}

void pag_symbol_push_figure(lua_State *L, const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    if (cell->optional) {
        pag_question there = {.kind = PAG_ASKED_THERE, .n = 2, .figure = figure};
        if (pag_ways_ask(L, &there) == 0) {
            lua_pushnil(L);
            return;
        }
    }
    if (cell->type == PAG_TYPE_FLAG) {
        pag_question flag = {.kind = PAG_ASKED_FLAG, .n = 2, .figure = figure};
        lua_pushboolean(L, (int)pag_ways_ask(L, &flag));
    } else if (cell->n_choices) {
        pag_question word = {
            .kind = PAG_ASKED_WORD, .n = (uint32_t)cell->n_choices, .figure = figure};
        pag_exact_push_handle(L, &cell->choices[pag_ways_ask(L, &word)]);
    } else if (cell->type == PAG_TYPE_REF) {
        pag_exact_push_handle(L, figure->value.entry);
    } else {
        pag_symbol_push(L, figure_term(L, figure));
    }
}

/* --- operands --- */

static bool is_text(const pag_term *term)
{
    return term->kind == PAG_TERM_FIGURE && !pag_type_is_number(term->figure->cell->type) &&
           term->figure->cell->type != PAG_TYPE_DATE;
}

/* The operand as a number of its unit that any operator could get, beside the term. */
typedef struct side {
    const pag_term *term;
    pag_operand number;
} side;

static pag_number one_of(lua_State *L, const pag_term *term)
{
    if (term->kind == PAG_TERM_NUMBER) return term->number;
    return pag_number_with_unit(arena_of(L), pag_number_whole(arena_of(L), 1), term->unit);
}

static side side_at(lua_State *L, int at, pag_pos pos)
{
    side s = {.term = pag_symbol_at(L, at)};
    if (s.term && is_text(s.term)) pag_ways_unknown(L);
    s.number = s.term ? (pag_operand){.number = one_of(L, s.term)} : pag_exact_operand(L, at, pos);
    return s;
}

static void settle(lua_State *L, side *s)
{
    if (!s->term) s->term = pag_symbol_number(L, s->number.number);
}

const pag_term *pag_symbol_operand(lua_State *L, int at, pag_pos pos)
{
    side s = side_at(L, at, pos);
    settle(L, &s);
    return s.term;
}

/* Both sides in one unit, a numeral in that of the other. */
static void adopt(lua_State *L, side *a, side *b, pag_pos pos)
{
    pag_exact_adopt(L, &a->number, &b->number, pos);
    settle(L, a);
    settle(L, b);
}

/* --- operators --- */

/* Also the one that stands between the sides of every division. */
static bool is_one(const pag_term *term)
{
    return term->kind == PAG_TERM_NUMBER && term->unit == PAG_PLAIN &&
           pag_number_order(term->number, pag_number_whole(NULL, 1)) == 0;
}

int pag_symbol_operate(lua_State *L, pag_term_kind kind, pag_symbol_unit *apply, const char *sign,
                       bool adopts)
{
    pag_pos pos = pag_exact_where(L, sign);
    side a = side_at(L, 1, pos), b = side_at(L, 2, pos);
    if (adopts) adopt(L, &a, &b, pos);
    pag_number result = PAG_ZERO;
    pag_number_error error = apply(arena_of(L), &result, a.number.number, b.number.number);
    if (error != PAG_NUMBER_OK) {
        pag_exact_refuse(L, error, sign, a.number.number, b.number.number, pos);
    }
    settle(L, &a);
    settle(L, &b);
    const pag_term *of[] = {a.term, b.term};
    bool changes = kind != PAG_TERM_DIVIDE || !is_one(b.term);
    pag_symbol_push(L, changes ? term_of(L, kind, pag_number_unit(result), 2, of) : a.term);
    return 1;
}

int pag_symbol_negate(lua_State *L)
{
    const pag_term *term = pag_symbol_at(L, 1);
    if (is_text(term)) pag_ways_unknown(L);
    const pag_term *of[] = {
        pag_symbol_number(L, pag_number_with_unit(arena_of(L), PAG_ZERO, term->unit)), term};
    pag_symbol_push(L, term_of(L, PAG_TERM_SUBTRACT, term->unit, 2, of));
    return 1;
}

static bool compare(lua_State *L, pag_question_kind kind, int first, int second, pag_pos pos)
{
    side a = side_at(L, first, pos), b = side_at(L, second, pos);
    adopt(L, &a, &b, pos);
    if (a.term->unit != b.term->unit) {
        pag_exact_refuse(L, PAG_NUMBER_UNITS, "<", a.number.number, b.number.number, pos);
    }
    pag_question q = {.kind = kind, .n = 2, .a = a.term, .b = b.term, .pos = pos};
    return pag_ways_ask(L, &q) == 1;
}

bool pag_symbol_order(lua_State *L, bool at_most)
{
    return compare(L, at_most ? PAG_ASKED_AT_MOST : PAG_ASKED_LESS, 1, 2, pag_exact_where(L, "<"));
}

/* --- words that compare --- */

/* What is no term: a text, a word or an entry. */
static pag_value known_at(lua_State *L, int at)
{
    const pag_choice *choice = pag_exact_handle(L, at, PAG_HANDLE_CHOICE);
    pag_entry *entry = pag_exact_handle(L, at, PAG_HANDLE_ENTRY);
    pag_str text = {0};
    if (pag_symbol_at(L, at)) return (pag_value){.kind = PAG_VALUE_NONE};
    if (choice) return (pag_value){.kind = PAG_VALUE_CHOICE, .choice = choice};
    if (entry) return (pag_value){.kind = PAG_VALUE_ENTRY, .entry = entry};
    if (lua_type(L, at) != LUA_TSTRING) pag_ways_unknown(L);
    text.at = lua_tolstring(L, at, &text.len);
    return (pag_value){.kind = PAG_VALUE_TEXT, .text = pag_arena_copy(arena_of(L), text)};
}

static bool ask_same(lua_State *L)
{
    pag_question same = {.kind = PAG_ASKED_SAME,
                         .n = 2,
                         .a = pag_symbol_at(L, PAG_FIRST),
                         .b = pag_symbol_at(L, PAG_SECOND),
                         .known = {known_at(L, PAG_FIRST), known_at(L, PAG_SECOND)}};
    return pag_ways_ask(L, &same) == 1;
}

static bool is_unknown_text(lua_State *L, int at)
{
    const pag_term *term = pag_symbol_at(L, at);
    return term && is_text(term);
}

int pag_symbol_is(lua_State *L)
{
    bool nothing = lua_isnil(L, PAG_FIRST) || lua_isnil(L, PAG_SECOND);
    bool entry = pag_exact_handle(L, PAG_FIRST, PAG_HANDLE_ENTRY) != NULL;
    bool text = is_unknown_text(L, PAG_FIRST) || is_unknown_text(L, PAG_SECOND);
    if (nothing) pag_ways_unknown(L);
    bool same = entry || text ? ask_same(L)
                              : compare(L, PAG_ASKED_EQUAL, PAG_FIRST, PAG_SECOND,
                                        pag_call_place(L, PAG_SITE));
    lua_pushboolean(L, same);
    return 1;
}

int pag_symbol_above(lua_State *L)
{
    lua_pushboolean(L,
                    compare(L, PAG_ASKED_LESS, PAG_SECOND, PAG_FIRST, pag_call_place(L, PAG_SITE)));
    return 1;
}

/* A day that comes before the first one stops the evaluation. */
int pag_symbol_days(lua_State *L)
{
    pag_pos pos = pag_call_place(L, PAG_SITE);
    side from = side_at(L, PAG_FIRST, pos), to = side_at(L, PAG_SECOND, pos);
    settle(L, &from);
    settle(L, &to);
    if (from.term->unit != PAG_DATE || to.term->unit != PAG_DATE) pag_ways_unknown(L);
    pag_question q = {.kind = PAG_ASKED_LESS, .n = 2, .a = to.term, .b = from.term, .pos = pos};
    if (pag_ways_ask(L, &q) == 1) pag_ways_stop(L);
    const pag_term *apart[] = {to.term, from.term};
    const pag_term *counted[] = {term_of(L, PAG_TERM_SUBTRACT, PAG_PLAIN, 2, apart),
                                 pag_symbol_number(L, pag_number_whole(arena_of(L), 1))};
    pag_symbol_push(L, term_of(L, PAG_TERM_ADD, PAG_PLAIN, 2, counted));
    return 1;
}

int pag_symbol_day(lua_State *L, bool last)
{
    pag_term *term = pag_symbol_new(L, PAG_TERM_DAY, PAG_DATE);
    term->last = last;
    pag_symbol_push(L, term);
    return 1;
}

size_t pag_symbol_row(lua_State *L, const pag_bands *table, const pag_term *score, pag_pos at)
{
    pag_question q = {
        .kind = PAG_ASKED_ROW, .n = (uint32_t)table->n + 1, .a = score, .table = table, .pos = at};
    const pag_edge *edge = pag_bands_number(table);
    bool percent = score->unit == PAG_PERCENT;
    bool fits = !edge || (pag_number_unit(edge->number) == PAG_PERCENT) == percent;
    if (!fits) pag_ways_unknown(L); /* run on values it is told */
    uint32_t row = pag_ways_ask(L, &q);
    if (row == table->n) pag_ways_stop(L);
    pag_ways_looked(L, table, row);
    return row;
}

/* --- words that choose and add up --- */

/* The unit that any of the arguments brings; the numerals among them take it. */
int pag_symbol_choose(lua_State *L, bool least)
{
    int n = lua_gettop(L) - PAG_SITE;
    pag_pos pos = pag_call_place(L, PAG_SITE);
    side *sides = PAG_NEW_ARRAY(arena_of(L), side, (size_t)n);
    const pag_term **of = PAG_NEW_ARRAY(arena_of(L), const pag_term *, (size_t)n);
    for (int i = 0; i < n; i++) sides[i] = side_at(L, PAG_FIRST + i, pos);
    int leader = 0;
    while (leader < n && sides[leader].number.literal) leader++;
    if (leader == n) leader = 0;
    for (int i = 0; i < n; i++) {
        adopt(L, &sides[i], &sides[leader], pos);
        if (sides[i].term->unit != sides[leader].term->unit) {
            pag_exact_refuse(L, PAG_NUMBER_UNITS, "<", sides[leader].number.number,
                             sides[i].number.number, pos);
        }
        of[i] = sides[i].term;
    }
    pag_symbol_push(L,
                    term_of(L, least ? PAG_TERM_LEAST : PAG_TERM_MOST, of[0]->unit, (size_t)n, of));
    return 1;
}

int pag_symbol_sheet(lua_State *L, const pag_sheet *sheet, pag_term_kind kind)
{
    pag_term *term = pag_symbol_new(L, kind, PAG_POINTS);
    term->figure = sheet->figure;
    pag_symbol_push(L, term);
    return 1;
}

/* The same for everybody, unless criteria can be left out. */
int pag_symbol_full(lua_State *L, const pag_sheet *sheet)
{
    pag_number all = pag_number_with_unit(arena_of(L), PAG_ZERO, PAG_POINTS);
    if (sheet->cell->na == PAG_NA_LEAVE_OUT) return pag_symbol_sheet(L, sheet, PAG_TERM_SHEET_FULL);
    for (size_t i = 0; i < sheet->n; i++) {
        const pag_criterion *c = &sheet->cell->criteria[i];
        pag_number most = pag_criterion_most(sheet->cell, c);
        if (pag_number_multiply(arena_of(L), &most, most, pag_criterion_weight(c)) ||
            pag_number_add(arena_of(L), &all, all, most)) {
            pag_ways_unknown(L);
        }
    }
    pag_exact_push(L, all);
    return 1;
}
