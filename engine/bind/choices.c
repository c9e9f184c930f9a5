/* The words of a choice: `choice { "low", "high" }`, or each with the title that people read,
 * `choice { { "low", "basso" }, { "high", "alto" } }`. */
#include "bind/taking.h"

/* A text, or a whole number, at the top of the stack. */
static bool take_text(lua_State *L, const pag_taking *t, pag_str *out)
{
    bool text = lua_type(L, -1) == LUA_TSTRING || lua_isinteger(L, -1);
    return text && pag_text_take(L, t->entry, pag_taking_pos(t), out);
}

static bool take_item(lua_State *L, const pag_taking *t, int table, lua_Integer i, pag_str *out)
{
    lua_rawgeti(L, table, i);
    bool taken = take_text(L, t, out);
    lua_pop(L, 1);
    return taken;
}

/* `{ "months", "mesi interi" }` at the top of the stack; false, and said, when it is anything else.
 */
static bool take_pair(lua_State *L, const pag_taking *t, pag_choice *out)
{
    pag_shape shape = pag_shape_of(L, -1);
    bool two = lua_rawlen(L, shape.at) == 2 && shape.n == 2;
    bool good = two && take_item(L, t, shape.at, 1, &out->word) &&
                take_item(L, t, shape.at, 2, &out->title) && out->word.len && out->title.len;
    if (!good) pag_diag_add(t->bind->diags, PAG_E0920, pag_taking_pos(t), 1, t->cell->name);
    return good;
}

/* One item of the list at the top of the stack; false when it is no word. */
static bool take_word(lua_State *L, const pag_taking *t, pag_choice *out)
{
    if (lua_type(L, -1) == LUA_TTABLE) return take_pair(L, t, out);
    return take_text(L, t, &out->word);
}

static bool is_twice(pag_str one, pag_str other)
{
    return one.len && pag_str_equal(one, other);
}

/* Word or title number `i` against those before it. */
static void judge_distinct(const pag_taking *t, const pag_pos *places, size_t i)
{
    const pag_choice *all = t->cell->choices;
    for (size_t k = 0; k < i; k++) {
        if (is_twice(all[i].word, all[k].word)) {
            pag_diag_add(t->bind->diags, PAG_E0144, places[i], 1, all[i].word);
        } else if (is_twice(all[i].title, all[k].title)) {
            pag_diag_add(t->bind->diags, PAG_E0922, places[i], 3, all[k].word, all[i].word,
                         all[i].title)
                ->also = places[k];
        }
    }
}

/* A table of results that shows titles for some words and bare words for others reads as if these
 * were titles. */
static void judge_titles(const pag_taking *t, const pag_pos *places, size_t n)
{
    const pag_choice *all = t->cell->choices;
    size_t bare = 0, titled = 0;
    while (bare < n && all[bare].title.len) bare++;
    while (titled < n && !all[titled].title.len) titled++;
    if (bare == n || titled == n) return;
    pag_diag_add(t->bind->diags, PAG_E0921, places[bare], 2, all[bare].word, all[titled].word)
        ->also = places[titled];
}

void pag_choices_take(lua_State *L, pag_taking *t)
{
    pag_cell *c = t->cell;
    size_t n = lua_rawlen(L, t->shape.at), errors = pag_diagnostics_errors(t->bind->diags);
    pag_pos *places = PAG_NEW_ARRAY(t->bind->arena, pag_pos, n + 1);
    c->choices = PAG_NEW_ARRAY(t->bind->arena, pag_choice, n + 1);
    for (size_t i = 0; i < n; i++) {
        t->entry = pag_shape_item(&t->shape, i + 1);
        places[i] = pag_taking_pos(t);
        c->choices[i] = (pag_choice){.handle = PAG_HANDLE_CHOICE, .cell = c, .index = (uint32_t)i};
        lua_rawgeti(L, t->shape.at, (lua_Integer)i + 1);
        bool good = take_word(L, t, &c->choices[i]);
        lua_pop(L, 1);
        if (good) {
            judge_distinct(t, places, i);
        } else {
            n = 0; /* what stands there is no word */
        }
    }
    c->n_choices = n;
    judge_titles(t, places, n);
    bool said = pag_diagnostics_errors(t->bind->diags) > errors;
    if (n < 2 && !said) pag_diag_add(t->bind->diags, PAG_E0143, t->shape.pos, 0);
}
