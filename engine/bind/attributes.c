/* The attributes of a cell: what each word in its braces means, and what must fit together. One
 * table says which attribute belongs to which types, and in which order they are read. */
#include "bind/internal.h"

typedef struct taking {
    pag_bind *bind;
    pag_shape shape;
    pag_cell *cell;
    const pag_outline_entry *entry; /* of the attribute at the top of the stack */
} taking;

static pag_pos value_pos(const taking *t)
{
    return t->entry ? t->entry->value_pos : t->shape.pos;
}

static void take_text(lua_State *L, taking *t, pag_str *out)
{
    (void)pag_text_take(L, t->entry, value_pos(t), out);
}

static void attribute_title(lua_State *L, taking *t)
{
    take_text(L, t, &t->cell->title);
}
static void attribute_source(lua_State *L, taking *t)
{
    take_text(L, t, &t->cell->source);
}
static void attribute_note(lua_State *L, taking *t)
{
    take_text(L, t, &t->cell->note);
}
static void attribute_column(lua_State *L, taking *t)
{
    take_text(L, t, &t->cell->column);
}
static void attribute_give(lua_State *L, taking *t)
{
    take_text(L, t, &t->cell->give);
}

static void attribute_payable(lua_State *L, taking *t)
{
    if (lua_type(L, -1) != LUA_TBOOLEAN) {
        pag_diag_add(t->bind->diags, PAG_E0140, value_pos(t), 1, t->entry->key);
        return;
    }
    t->cell->payable = lua_toboolean(L, -1);
}

/* A number of the cell's unit, as it is written in rules. */
static void take_bound(lua_State *L, taking *t, pag_bound *out)
{
    pag_str text = {0};
    pag_number number;
    pag_unit unit = pag_type_unit(t->cell->type);
    if (!pag_text_take(L, t->entry, value_pos(t), &text)) return;
    pag_number_error error = unit == PAG_DATE ? pag_date_parse(text, &number)
                                              : pag_number_parse(t->bind->arena, text, &number);
    bool percent = error == PAG_NUMBER_OK && pag_number_unit(number) == PAG_PERCENT;
    bool fraction = pag_str_find(text, '/') < text.len;
    bool good =
        error == PAG_NUMBER_OK && pag_type_is_number(t->cell->type) &&
        (unit == PAG_PERCENT ? percent || fraction || pag_number_sign(number) == 0 : !percent);
    if (!good) {
        pag_diag_add(t->bind->diags, unit == PAG_PERCENT ? PAG_E0151 : PAG_E0152, value_pos(t), 2,
                     t->entry ? t->entry->key : t->cell->name, text);
        return;
    }
    *out = (pag_bound){true, pag_number_with_unit(t->bind->arena, number, unit), value_pos(t)};
}

static void attribute_min(lua_State *L, taking *t)
{
    take_bound(L, t, &t->cell->min);
}
static void attribute_max(lua_State *L, taking *t)
{
    take_bound(L, t, &t->cell->max);
}
static void attribute_step(lua_State *L, taking *t)
{
    take_bound(L, t, &t->cell->step);
}
static void attribute_sum(lua_State *L, taking *t)
{
    take_bound(L, t, &t->cell->sum);
}

static void attribute_round(lua_State *L, taking *t)
{
    pag_cell *c = t->cell;
    c->round_pos = value_pos(t);
    c->rounds = pag_round_take(L, t->entry, &c->round_step, &c->round_mode);
}

static void take_origin(taking *t, pag_origin origin)
{
    if (t->cell->origin != PAG_GIVEN) {
        pag_diag_add(t->bind->diags, PAG_E0134, value_pos(t), 1, t->cell->name);
    }
    t->cell->origin = origin;
}

/* A value of the cell's own type: fixed, or the default. */
static void take_value(lua_State *L, taking *t)
{
    pag_str text = {0};
    if (lua_type(L, -1) == LUA_TBOOLEAN) {
        text = lua_toboolean(L, -1) ? PAG_STR("true") : PAG_STR("false");
    } else if (!pag_text_take(L, t->entry, value_pos(t), &text)) {
        return;
    }
    t->cell->value_pos = value_pos(t);
    (void)pag_value_read(t->bind->arena, t->bind->diags, t->cell, text, value_pos(t),
                         &t->cell->value);
}

static void attribute_value(lua_State *L, taking *t)
{
    take_origin(t, PAG_FIXED);
    take_value(L, t);
}

static void attribute_default(lua_State *L, taking *t)
{
    take_value(L, t);
}

static void attribute_of(lua_State *L, taking *t)
{
    take_origin(t, PAG_COMPUTED);
    if (lua_type(L, -1) != LUA_TFUNCTION || lua_iscfunction(L, -1)) {
        pag_diag_add(t->bind->diags, PAG_E0135, value_pos(t), 1, PAG_STR("of"));
        return;
    }
    t->cell->of = pag_formula_take(L, &t->shape, t->entry);
}

static void attribute_bands(lua_State *L, taking *t)
{
    take_origin(t, PAG_LOOKED_UP);
    t->cell->bands = pag_exact_handle(L, -1, PAG_HANDLE_BANDS);
    if (!t->cell->bands) pag_diag_add(t->bind->diags, PAG_E0136, value_pos(t), 0);
}

/* The cell that is looked up; its name is judged when all names are known. */
static void attribute_by(lua_State *L, taking *t)
{
    pag_str name = {0};
    take_text(L, t, &name);
    const pag_cell *by = pag_group_cell(t->cell->group, name);
    if (by) {
        t->cell->by = by->slot;
    } else if (name.len) {
        pag_str help = pag_text_join(t->bind->arena, 1, PAG_STR("by = \"…\""));
        pag_diag_add(t->bind->diags, PAG_E0120, value_pos(t), 3, name,
                     pag_group_path(t->bind->arena, t->cell->group), help);
    }
}

static void attribute_from(lua_State *L, taking *t)
{
    t->cell->criteria_pos = value_pos(t);
    take_text(L, t, &t->cell->criteria_from);
}

static void attribute_marks(lua_State *L, taking *t)
{
    pag_bind *bind = t->bind;
    size_t n = lua_type(L, -1) == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
    pag_number *marks = PAG_NEW_ARRAY(bind->arena, pag_number, n + 1);
    bool good = n > 0;
    for (size_t i = 0; i < n && good; i++) {
        pag_str text = {0};
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        good = pag_text_take(L, t->entry, value_pos(t), &text) &&
               pag_number_parse(bind->arena, text, &marks[i]) == PAG_NUMBER_OK &&
               pag_number_unit(marks[i]) == PAG_PLAIN;
        lua_pop(L, 1);
        if (!good) break;
        marks[i] = pag_number_with_unit(bind->arena, marks[i], PAG_POINTS);
        good = i == 0 || pag_number_order(marks[i - 1], marks[i]) < 0;
    }
    if (!good) pag_diag_add(bind->diags, PAG_E0147, value_pos(t), 0);
    t->cell->marks = marks;
    t->cell->n_marks = good ? n : 0;
}

static pag_str criterion_text(lua_State *L, taking *t, const char *key)
{
    pag_str text = {"", 0};
    lua_getfield(L, -1, key);
    if (!lua_isnil(L, -1)) take_text(L, t, &text);
    lua_pop(L, 1);
    return text;
}

static void attribute_criteria(lua_State *L, taking *t)
{
    size_t n = lua_type(L, -1) == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
    pag_criterion *criteria = PAG_NEW_ARRAY(t->bind->arena, pag_criterion, n + 1);
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        if (lua_type(L, -1) == LUA_TTABLE) {
            criteria[i] =
                (pag_criterion){criterion_text(L, t, "id"),       criterion_text(L, t, "title"),
                                criterion_text(L, t, "expected"), criterion_text(L, t, "indicator"),
                                criterion_text(L, t, "note"),     pag_shape_of(L, -1).pos};
        }
        if (criteria[i].id.len == 0)
            pag_diag_add(t->bind->diags, PAG_E0145, value_pos(t), 1, t->cell->name);
        lua_pop(L, 1);
    }
    t->cell->criteria = criteria;
    t->cell->n_criteria = n;
}

/* In the order they are read: what a value is checked against comes before it. */
static const struct attribute {
    const char *key;
    void (*take)(lua_State *L, taking *t);
    enum { NUMBERS = 1, SCALARS, SHEETS, ALL } of;
} attributes[] = {
    {"title", attribute_title, ALL},         {"source", attribute_source, ALL},
    {"note", attribute_note, ALL},           {"column", attribute_column, SCALARS},
    {"payable", attribute_payable, NUMBERS}, {"min", attribute_min, NUMBERS},
    {"max", attribute_max, NUMBERS},         {"step", attribute_step, NUMBERS},
    {"sum", attribute_sum, NUMBERS},         {"round", attribute_round, NUMBERS},
    {"value", attribute_value, SCALARS},     {"of", attribute_of, SCALARS},
    {"bands", attribute_bands, SCALARS},     {"by", attribute_by, SCALARS},
    {"give", attribute_give, SCALARS},       {"default", attribute_default, SCALARS},
    {"from", attribute_from, SHEETS},        {"criteria", attribute_criteria, SHEETS},
    {"marks", attribute_marks, SHEETS},
};
enum { ATTRIBUTES = sizeof attributes / sizeof *attributes };

static bool applies(const struct attribute *a, pag_type type)
{
    switch (a->of) {
    case ALL: return true;
    case SHEETS: return type == PAG_TYPE_SHEET;
    case SCALARS: return type != PAG_TYPE_SHEET;
    case NUMBERS: return pag_type_is_number(type);
    }
    return false;
}

static void unknown_attributes(taking *t)
{
    for (size_t i = 0; i < t->shape.n; i++) {
        const pag_outline_entry *entry = &t->shape.entries[i];
        pag_str known[ATTRIBUTES];
        size_t n = 0;
        bool found = entry->index && t->cell->type == PAG_TYPE_CHOICE;
        for (size_t a = 0; a < ATTRIBUTES && !found; a++) {
            if (!applies(&attributes[a], t->cell->type)) continue;
            known[n] = pag_str_from(attributes[a].key);
            found = pag_str_equal(known[n++], entry->key);
        }
        if (!found) pag_attribute_unknown(t->bind, entry->key, entry->key_pos, known, n);
    }
}

static void take_choices(lua_State *L, taking *t)
{
    pag_cell *c = t->cell;
    size_t n = lua_rawlen(L, t->shape.at);
    c->choices = PAG_NEW_ARRAY(t->bind->arena, pag_choice, n + 1);
    for (size_t i = 0; i < n; i++) {
        pag_str word = {0};
        t->entry = pag_shape_item(&t->shape, i + 1);
        lua_rawgeti(L, t->shape.at, (lua_Integer)i + 1);
        take_text(L, t, &word);
        lua_pop(L, 1);
        for (size_t k = 0; k < i; k++) {
            if (pag_str_equal(c->choices[k].word, word)) {
                pag_diag_add(t->bind->diags, PAG_E0144, value_pos(t), 1, word);
            }
        }
        c->choices[i] = (pag_choice){PAG_HANDLE_CHOICE, c, (uint32_t)i, word};
    }
    c->n_choices = n;
    if (n < 2) pag_diag_add(t->bind->diags, PAG_E0143, t->shape.pos, 0);
}

/* The value a row gives must be one of the cell's type. */
static void judge_gives(taking *t)
{
    const pag_cell *c = t->cell;
    for (size_t i = 0; i < c->bands->n; i++) {
        const pag_band *row = &c->bands->rows[i];
        const pag_give *give = pag_band_give(row, c->give);
        pag_value value;
        if (!give && row->n_gives > 0) {
            pag_code code = c->give.len ? PAG_E0138 : PAG_E0139;
            pag_diag_add(t->bind->diags, code, row->pos, 2, c->give.len ? c->bands->name : c->name,
                         c->give);
        } else if (give && !give->of.reference && give->text.len) {
            (void)pag_value_read(t->bind->arena, t->bind->diags, c, give->text, give->pos, &value);
        }
    }
}

static void judge_cell(taking *t)
{
    const pag_cell *c = t->cell;
    pag_diagnostics *diags = t->bind->diags;
    if (c->origin == PAG_LOOKED_UP && !pag_shape_entry(&t->shape, "by")) {
        pag_diag_add(diags, PAG_E0137, c->pos, 1, c->name);
    }
    if (c->bands) judge_gives(t);
    if (c->payable && c->origin != PAG_GIVEN && c->origin != PAG_FIXED && !c->rounds) {
        pag_diag_add(diags, PAG_E0121, c->pos, 1, c->name);
    }
    if (c->type == PAG_TYPE_SHEET && !c->n_criteria && !c->criteria_from.len) {
        pag_diag_add(diags, PAG_E0145, c->pos, 1, c->name);
    }
}

/* The cell's table is at the top of the stack. */
void pag_cell_take(lua_State *L, pag_cell *cell)
{
    taking t = {pag_bind_of(L), pag_shape_of(L, -1), cell, NULL};
    unknown_attributes(&t);
    pag_shape_strays(L, &t.shape);
    if (cell->type == PAG_TYPE_CHOICE) take_choices(L, &t);
    for (size_t i = 0; i < ATTRIBUTES; i++) {
        t.entry = pag_shape_entry(&t.shape, attributes[i].key);
        lua_getfield(L, t.shape.at, attributes[i].key);
        if (!lua_isnil(L, -1) && applies(&attributes[i], cell->type)) attributes[i].take(L, &t);
        lua_pop(L, 1);
    }
    judge_cell(&t);
}
