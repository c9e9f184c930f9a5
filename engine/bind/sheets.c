/* The attributes that only sheets have: where their criteria come from, which marks there are, and
 * what becomes of a criterion that does not apply or of a mark without a reason. */
#include "bind/taking.h"

void pag_sheet_from(lua_State *L, pag_taking *t)
{
    t->cell->criteria_pos = pag_taking_pos(t);
    (void)pag_text_take(L, t->entry, pag_taking_pos(t), &t->cell->criteria_from);
}

/* What the attribute at the top of the stack is in doubt about; its value is then on top. */
static pag_doubt *doubt_of(lua_State *L, pag_taking *t)
{
    pag_doubt *doubt = pag_doubt_unwrap(L, &t->entry);
    if (doubt) doubt->about = pag_cell_label(t->cell);
    return doubt;
}

void pag_sheet_marks(lua_State *L, pag_taking *t)
{
    pag_bind *bind = t->bind;
    t->cell->marks_doubt = doubt_of(L, t);
    size_t n = lua_type(L, -1) == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
    pag_number *marks = PAG_NEW_ARRAY(bind->arena, pag_number, n + 1);
    bool good = n > 0;
    for (size_t i = 0; i < n && good; i++) {
        pag_str text = {0};
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        good = !lua_isnil(L, -1) && pag_text_take(L, t->entry, pag_taking_pos(t), &text) &&
               pag_number_parse(bind->arena, text, &marks[i]) == PAG_NUMBER_OK &&
               pag_number_unit(marks[i]) == PAG_PLAIN;
        lua_pop(L, 1);
        if (!good) break;
        marks[i] = pag_number_with_unit(bind->arena, marks[i], PAG_POINTS);
        good = i == 0 || pag_number_order(marks[i - 1], marks[i]) < 0;
    }
    bool table = lua_type(L, -1) == LUA_TTABLE; /* may stand elsewhere, and serve several cells */
    if (!good)
        pag_diag_add(bind->diags, PAG_E0147, table ? pag_shape_of(L, -1).pos : pag_taking_pos(t),
                     0);
    t->cell->marks = marks;
    t->cell->n_marks = good ? n : 0;
}

/* A text of the criterion at the top of the stack. */
static pag_str criterion_text(lua_State *L, const pag_shape *shape, const char *key)
{
    pag_str text = {"", 0};
    lua_getfield(L, shape->at, key);
    if (!lua_isnil(L, -1)) {
        (void)pag_text_take(L, pag_shape_entry(shape, key), shape->pos, &text);
    }
    lua_pop(L, 1);
    return text;
}

/* A number of the criterion at the top of the stack, in the unit of the marks. */
static void criterion_bound(lua_State *L, const pag_taking *t, const pag_shape *shape,
                            const char *key, pag_bound *out)
{
    const pag_taking own = {t->bind, *shape, t->cell, pag_shape_entry(shape, key)};
    lua_getfield(L, shape->at, key);
    if (!lua_isnil(L, -1)) pag_bound_take(L, &own, out);
    lua_pop(L, 1);
}

/* A plain number or a percentage. */
static void criterion_weight(lua_State *L, const pag_taking *t, const pag_shape *shape,
                             pag_bound *out)
{
    pag_str text = {0};
    const pag_outline_entry *entry = pag_shape_entry(shape, "weight");
    lua_getfield(L, shape->at, "weight");
    out->pos = lua_isnil(L, -1) ? (pag_pos){0} : entry ? entry->value_pos : shape->pos;
    if (!lua_isnil(L, -1) && pag_text_take(L, entry, shape->pos, &text)) {
        out->set = pag_number_parse(t->bind->arena, text, &out->number) == PAG_NUMBER_OK;
        if (!out->set) pag_unit_refuse(t->bind, false, PAG_STR("weight"), text, out->pos);
    }
    lua_pop(L, 1);
}

static const pag_str criterion_words[] = {{"id", 2},        {"title", 5}, {"expected", 8},
                                          {"indicator", 9}, {"note", 4},  {"min", 3},
                                          {"max", 3},       {"step", 4},  {"weight", 6}};
enum { CRITERION_WORDS = sizeof criterion_words / sizeof *criterion_words };

const pag_str *pag_criterion_words(size_t *n)
{
    *n = CRITERION_WORDS;
    return criterion_words;
}

static void take_criterion(lua_State *L, pag_taking *t, pag_criterion *out)
{
    pag_diagnostics *diags = t->bind->diags;
    if (lua_type(L, -1) != LUA_TTABLE) {
        pag_diag_add(diags, PAG_E0186, pag_taking_pos(t), 0);
        return;
    }
    pag_shape shape = pag_shape_of(L, -1);
    pag_shape_known(t->bind, &shape, criterion_words, CRITERION_WORDS, false);
    pag_shape_strays(L, &shape);
    *out = (pag_criterion){.id = criterion_text(L, &shape, "id"),
                           .title = criterion_text(L, &shape, "title"),
                           .expected = criterion_text(L, &shape, "expected"),
                           .indicator = criterion_text(L, &shape, "indicator"),
                           .note = criterion_text(L, &shape, "note"),
                           .pos = shape.pos};
    criterion_bound(L, t, &shape, "min", &out->own.min);
    criterion_bound(L, t, &shape, "max", &out->own.max);
    criterion_bound(L, t, &shape, "step", &out->own.step);
    criterion_weight(L, t, &shape, &out->weight);
    if (out->id.len == 0) pag_diag_add(diags, PAG_E0186, shape.pos, 0);
}

void pag_sheet_criteria(lua_State *L, pag_taking *t)
{
    t->cell->doubt = doubt_of(L, t);
    size_t n = lua_type(L, -1) == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
    pag_criterion *criteria = PAG_NEW_ARRAY(t->bind->arena, pag_criterion, n + 1);
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        take_criterion(L, t, &criteria[i]);
        lua_pop(L, 1);
        size_t first = 0;
        while (first < i && !pag_str_equal(criteria[first].id, criteria[i].id)) first++;
        if (first == i || criteria[i].id.len == 0) continue;
        pag_diag_add(t->bind->diags, PAG_E0187, criteria[i].pos, 1, criteria[i].id)->also =
            criteria[first].pos;
    }
    if (n == 0) pag_diag_add(t->bind->diags, PAG_E0186, pag_taking_pos(t), 0);
    t->cell->criteria = criteria;
    t->cell->n_criteria = n;
}

/* --- policies --- */

/* Which of the `n` words stands there; `n`, and said, when it is none. */
static size_t take_word(lua_State *L, const pag_taking *t, const char *const *words, size_t n,
                        pag_code code)
{
    pag_str text = {0};
    size_t i = 0;
    if (lua_type(L, -1) == LUA_TSTRING) {
        (void)pag_text_take(L, t->entry, pag_taking_pos(t), &text);
    }
    while (i < n && !pag_str_equal(text, pag_str_from(words[i]))) i++;
    if (i == n) pag_diag_add(t->bind->diags, code, pag_taking_pos(t), 1, t->cell->name);
    return i;
}

void pag_sheet_na(lua_State *L, pag_taking *t)
{
    static const char *const words[] = {"refuse", "rescale", "leave out"};
    static const pag_na policies[] = {PAG_NA_REFUSE, PAG_NA_RESCALE, PAG_NA_LEAVE_OUT,
                                      PAG_NA_REFUSE};
    t->cell->na = policies[take_word(L, t, words, 3, PAG_E0731)];
}

void pag_sheet_because(lua_State *L, pag_taking *t)
{
    static const char *const words[] = {"optional", "required"};
    t->cell->motivated = take_word(L, t, words, 2, PAG_E0732) == 1;
}
