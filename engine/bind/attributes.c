/* The attributes of a cell: what each word in its braces means. One table says which attribute
 * belongs to which types, and in which order they are read; what must fit together is judged in
 * judge.c. */
#include "bind/taking.h"

typedef pag_taking taking;

pag_pos pag_taking_pos(const pag_taking *t)
{
    return t->entry ? t->entry->value_pos : t->shape.pos;
}

static void take_text(lua_State *L, taking *t, pag_str *out)
{
    (void)pag_text_take(L, t->entry, pag_taking_pos(t), out);
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

static void take_flag(lua_State *L, taking *t, bool *out)
{
    if (lua_type(L, -1) != LUA_TBOOLEAN) {
        pag_diag_add(t->bind->diags, PAG_E0140, pag_taking_pos(t), 1, t->entry->key);
        return;
    }
    *out = lua_toboolean(L, -1);
}

static void attribute_payable(lua_State *L, taking *t)
{
    take_flag(L, t, &t->cell->payable);
}
static void attribute_optional(lua_State *L, taking *t)
{
    take_flag(L, t, &t->cell->optional);
}
/* The list is found when all subjects are known. */
static void attribute_to(lua_State *L, taking *t)
{
    t->cell->to_pos = pag_taking_pos(t);
    take_text(L, t, &t->cell->to);
}

/* A percentage is wanted as one, and nothing else as one. */
static bool unit_fits(pag_number number, pag_str text, bool percent)
{
    bool fraction = pag_str_find(text, '/') < text.len;
    bool is_percent = pag_number_unit(number) == PAG_PERCENT;
    return percent ? is_percent || fraction : !is_percent;
}

/* 4 can only be meant as 4%; 0.5 is half of the whole or half a hundredth. */
static void say_plain(pag_bind *bind, pag_number number, pag_str key, pag_str text, pag_pos pos)
{
    pag_arena *arena = bind->arena;
    bool clear = pag_number_order(number, pag_number_whole(arena, 1)) > 0;
    pag_str part = pag_number_written(arena, pag_number_with_unit(arena, number, PAG_PERCENT));
    if (clear) {
        pag_diag_add(bind->diags, PAG_E0116, pos, 2, key, text);
    } else {
        pag_diag_add(bind->diags, PAG_E0117, pos, 3, key, text, part);
    }
}

bool pag_unit_refuse(pag_bind *bind, bool percent, pag_str key, pag_str text, pag_pos pos)
{
    pag_number number;
    pag_number_error error = pag_number_parse(bind->arena, text, &number);
    pag_str point = error == PAG_NUMBER_COMMA ? pag_number_suggest(bind->arena, text) : PAG_STR("");
    if (point.len) {
        pag_diag_add(bind->diags, PAG_E0454, pos, 2, text, point);
    } else if (percent && error == PAG_NUMBER_OK && pag_number_sign(number) > 0) {
        say_plain(bind, number, key, text, pos);
    } else {
        pag_diag_add(bind->diags, percent ? PAG_E0151 : PAG_E0152, pos, 2, key, text);
    }
    return false;
}

bool pag_unit_judge(pag_bind *bind, const pag_cell *cell, pag_str key, pag_str text, pag_pos pos)
{
    pag_number number;
    bool percent = cell->type == PAG_TYPE_PERCENT;
    if (!pag_type_is_number(cell->type)) return true;
    pag_number_error error = pag_number_parse(bind->arena, text, &number);
    if (error == PAG_NUMBER_COMMA) return pag_unit_refuse(bind, percent, key, text, pos);
    if (error != PAG_NUMBER_OK) return true;
    return unit_fits(number, text, percent) || pag_unit_refuse(bind, percent, key, text, pos);
}

void pag_bound_take(lua_State *L, const pag_taking *t, pag_bound *out)
{
    pag_str text = {0};
    pag_number number;
    pag_unit unit = t->cell->type == PAG_TYPE_SHEET ? PAG_POINTS : pag_type_unit(t->cell->type);
    bool percent = unit == PAG_PERCENT;
    out->pos = pag_taking_pos(t);
    if (!pag_text_take(L, t->entry, pag_taking_pos(t), &text)) return;
    bool good = pag_number_parse(t->bind->arena, text, &number) == PAG_NUMBER_OK &&
                (unit_fits(number, text, percent) || (percent && pag_number_sign(number) == 0));
    if (!good) {
        pag_unit_refuse(t->bind, percent, t->entry ? t->entry->key : t->cell->name, text,
                        pag_taking_pos(t));
        return;
    }
    *out = (pag_bound){true, pag_number_with_unit(t->bind->arena, number, unit), pag_taking_pos(t)};
}

static void attribute_min(lua_State *L, taking *t)
{
    pag_bound_take(L, t, &t->cell->min);
}
static void attribute_max(lua_State *L, taking *t)
{
    pag_bound_take(L, t, &t->cell->max);
}
static void attribute_step(lua_State *L, taking *t)
{
    pag_bound_take(L, t, &t->cell->step);
}
static void attribute_sum(lua_State *L, taking *t)
{
    pag_bound_take(L, t, &t->cell->sum);
}

static void attribute_round(lua_State *L, taking *t)
{
    pag_cell *c = t->cell;
    c->round_pos = pag_taking_pos(t);
    c->rounds = pag_round_take(L, t->entry, &c->round_step, &c->round_mode);
    if (c->rounds && lua_type(L, -1) == LUA_TTABLE) {
        c->round_mode_written = lua_getfield(L, -1, "mode") != LUA_TNIL;
        lua_pop(L, 1);
    }
}

static void take_origin(taking *t, pag_origin origin)
{
    if (t->cell->origin != PAG_GIVEN) {
        pag_diag_add(t->bind->diags, PAG_E0134, pag_taking_pos(t), 1, t->cell->name);
    }
    t->cell->origin = origin;
}

/* What the attribute at the top of the stack is in doubt about; its value is then on top. */
static void take_doubt(lua_State *L, taking *t)
{
    t->cell->doubt = pag_doubt_unwrap(L, &t->entry);
    if (t->cell->doubt) t->cell->doubt->about = pag_cell_label(t->cell);
}

/* A value of the cell's own type: fixed, or the default. */
static void take_value(lua_State *L, taking *t)
{
    pag_str text = {0};
    take_doubt(L, t);
    if (lua_type(L, -1) == LUA_TBOOLEAN) {
        text = lua_toboolean(L, -1) ? PAG_STR("true") : PAG_STR("false");
    } else if (!pag_text_take(L, t->entry, pag_taking_pos(t), &text)) {
        return;
    }
    t->cell->value_pos = pag_taking_pos(t);
    if (t->cell->type == PAG_TYPE_CHOICE && t->cell->n_choices < 2) return; /* told */
    pag_str key = t->entry ? t->entry->key : t->cell->name;
    if (!pag_unit_judge(t->bind, t->cell, key, text, pag_taking_pos(t))) return;
    (void)pag_value_read(t->bind->arena, t->bind->diags, t->cell, text, pag_taking_pos(t),
                         &t->cell->value);
}

static void attribute_value(lua_State *L, taking *t)
{
    take_origin(t, PAG_FIXED);
    take_value(L, t);
}

static void attribute_planned(lua_State *L, taking *t)
{
    if (pag_planned_take(L, t->cell, t->entry)) take_origin(t, PAG_PLANNED);
}

/* Only what is asked, or said by the plan, can be left out. */
static void attribute_default(lua_State *L, taking *t)
{
    if (t->cell->origin == PAG_GIVEN || t->cell->origin == PAG_PLANNED) {
        take_value(L, t);
    } else {
        pag_diag_add(t->bind->diags, PAG_E0134, pag_taking_pos(t), 1, t->cell->name);
    }
}

static void attribute_of(lua_State *L, taking *t)
{
    take_origin(t, PAG_COMPUTED);
    take_doubt(L, t);
    if (lua_type(L, -1) != LUA_TFUNCTION || lua_iscfunction(L, -1)) {
        pag_diag_add(t->bind->diags, PAG_E0135, pag_taking_pos(t), 1, PAG_STR("of"));
        return;
    }
    t->cell->of = pag_formula_take(L, &t->shape, t->entry);
}

/* The table the cell is looked up in, of the kind that the attribute's name says. */
static void take_table(lua_State *L, taking *t, pag_table_kind kind)
{
    take_origin(t, PAG_LOOKED_UP);
    t->cell->bands = pag_table_take(L, kind, t->entry);
}

static void attribute_bands(lua_State *L, taking *t)
{
    take_table(L, t, PAG_TABLE_BANDS);
}
static void attribute_keyed(lua_State *L, taking *t)
{
    take_table(L, t, PAG_TABLE_KEYED);
}
static void attribute_dated(lua_State *L, taking *t)
{
    take_table(L, t, PAG_TABLE_DATED);
}

/* What the cell is looked up by; without a table that is told elsewhere. */
static void attribute_by(lua_State *L, taking *t)
{
    pag_str name = {0};
    take_text(L, t, &name);
    if (t->cell->bands) pag_table_by(t->bind, t->cell, name, pag_taking_pos(t));
}

/* In the order they are read: what a value is checked against comes before it. */
static const struct attribute {
    const char *key;
    void (*take)(lua_State *L, taking *t);
    enum { NUMBERS = 1, BOUNDED, SCALARS, ASKED, SHEETS, REFS, ALL } of;
} attributes[] = {
    {"title", attribute_title, ALL},
    {"source", attribute_source, ALL},
    {"note", attribute_note, ALL},
    {"column", attribute_column, ASKED},
    {"payable", attribute_payable, NUMBERS},
    {"min", attribute_min, BOUNDED},
    {"max", attribute_max, BOUNDED},
    {"step", attribute_step, BOUNDED},
    {"sum", attribute_sum, NUMBERS},
    {"round", attribute_round, NUMBERS},
    {"value", attribute_value, SCALARS},
    {"of", attribute_of, SCALARS},
    {"bands", attribute_bands, SCALARS},
    {"keyed", attribute_keyed, SCALARS},
    {"dated", attribute_dated, SCALARS},
    {"by", attribute_by, SCALARS},
    {"give", attribute_give, SCALARS},
    {"planned", attribute_planned, ASKED},
    {"default", attribute_default, SCALARS},
    {"split", pag_attribute_split, NUMBERS},
    {"unless", pag_attribute_unless, NUMBERS},
    {"increasing", pag_attribute_increasing, NUMBERS},
    {"decreasing", pag_attribute_decreasing, NUMBERS},
    {"from", pag_sheet_from, SHEETS},
    {"criteria", pag_sheet_criteria, SHEETS},
    {"marks", pag_sheet_marks, SHEETS},
    {"na", pag_sheet_na, SHEETS},
    {"because", pag_sheet_because, SHEETS},
    {"optional", attribute_optional, ASKED},
    {"to", attribute_to, REFS},
};
enum { ATTRIBUTES = sizeof attributes / sizeof *attributes };

static pag_place place_of(const struct attribute *attribute)
{
    static const pag_place places[] = {
        [NUMBERS] = PAG_PLACE_NUMBERS, [BOUNDED] = PAG_PLACE_BOUNDED, [SCALARS] = PAG_PLACE_SCALARS,
        [ASKED] = PAG_PLACE_ASKED,     [SHEETS] = PAG_PLACE_SHEETS,   [REFS] = PAG_PLACE_REFS,
        [ALL] = PAG_PLACE_ANY,
    };
    return places[attribute->of];
}

bool pag_attribute_at(size_t i, pag_str *word, pag_place *place)
{
    if (i >= ATTRIBUTES) return false;
    *word = pag_str_from(attributes[i].key);
    *place = place_of(&attributes[i]);
    return true;
}

static bool applies(const struct attribute *attribute, pag_type type)
{
    return pag_place_is_for(place_of(attribute), type);
}

bool pag_attribute_is(pag_str word)
{
    size_t i = 0;
    while (i < ATTRIBUTES && !pag_str_equal(pag_str_from(attributes[i].key), word)) i++;
    return i < ATTRIBUTES;
}

pag_texts pag_attributes_of_text(pag_arena *arena, pag_type type)
{
    static const pag_str others[] = {
        {"of", 2},     {"bands", 5},    {"keyed", 5}, {"dated", 5},       {"split", 5},
        {"unless", 6}, {"criteria", 8}, {"marks", 5}, {"increasing", 10}, {"decreasing", 10}};
    enum { OTHERS = sizeof others / sizeof *others };
    pag_str *at = PAG_NEW_ARRAY(arena, pag_str, ATTRIBUTES);
    size_t n = 0;
    for (size_t a = 0; a < ATTRIBUTES; a++) {
        pag_str key = pag_str_from(attributes[a].key);
        size_t i = 0;
        while (i < OTHERS && !pag_str_equal(others[i], key)) i++;
        if (i == OTHERS && applies(&attributes[a], type)) at[n++] = key;
    }
    return (pag_texts){at, n};
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

/* The cell's table is at the top of the stack. */
void pag_cell_take(lua_State *L, pag_cell *cell)
{
    taking t = {pag_bind_of(L), pag_shape_of(L, -1), cell, NULL};
    unknown_attributes(&t);
    pag_shape_strays(L, &t.shape);
    if (cell->type == PAG_TYPE_CHOICE) pag_choices_take(L, &t);
    for (size_t i = 0; i < ATTRIBUTES; i++) {
        t.entry = pag_shape_entry(&t.shape, attributes[i].key);
        if (attributes[i].take == attribute_of) {
            pag_push_of(L, t.shape.at);
        } else {
            lua_getfield(L, t.shape.at, attributes[i].key);
        }
        bool taken = !lua_isnil(L, -1) && applies(&attributes[i], cell->type);
        if (taken && pag_doubt_fits(L, attributes[i].key)) attributes[i].take(L, &t);
        lua_pop(L, 1);
    }
    pag_cell_judge(t.bind, &t.shape, cell);
    pag_class_take(t.bind, cell);
}
