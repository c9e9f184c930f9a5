/* The attributes `split` and `unless` of a cell: how the entries of a list share a whole, and when
 * a figure is zero whatever its formula or table says. */
#include "bind/taking.h"

/* --- split --- */

/* Those before NOBODY must be there. */
enum { WHOLE, BY, REST, NOBODY, SPLIT_WORDS };
static const pag_str split_words[SPLIT_WORDS] = {
    {"whole", 5}, {"by", 2}, {"rest", 4}, {"nobody", 6}};

const pag_str *pag_split_words(size_t *n)
{
    *n = SPLIT_WORDS;
    return split_words;
}

typedef struct split_text {
    pag_str text;
    pag_pos pos;
} split_text;

/* One word of the table `shape`, which must be there. */
static bool take_word(lua_State *L, const pag_taking *t, const pag_shape *shape, pag_str key,
                      split_text *out)
{
    const pag_outline_entry *entry = pag_shape_entry(shape, key.at);
    out->pos = entry ? entry->value_pos : shape->pos;
    lua_getfield(L, shape->at, key.at);
    bool there = !lua_isnil(L, -1);
    bool good = there && pag_text_take(L, entry, out->pos, &out->text);
    lua_pop(L, 1);
    if (!there) {
        pag_diag_add(t->bind->diags, PAG_E0741, shape->pos, 2, t->cell->name, key);
    }
    return good;
}

static void take_rest(pag_split *split, split_text word)
{
    static const pag_str words[] = {{"largest", 7}, {"first", 5}, {"keep", 4}};
    static const pag_rest rests[] = {PAG_REST_LARGEST, PAG_REST_FIRST, PAG_REST_KEEP};
    split->rest = PAG_REST_PARTY;
    split->receiver = word.text;
    split->rest_pos = word.pos;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (pag_str_equal(words[i], word.text)) split->rest = rests[i];
    }
}

/* Whether the whole stays with nobody when all weights are zero. */
static bool take_nobody(lua_State *L, const pag_taking *t, const pag_shape *shape)
{
    const pag_outline_entry *entry = pag_shape_entry(shape, "nobody");
    pag_str word = {0};
    lua_getfield(L, shape->at, "nobody");
    bool there = !lua_isnil(L, -1);
    if (lua_type(L, -1) == LUA_TSTRING) word.at = lua_tolstring(L, -1, &word.len);
    bool keep = pag_str_equal(word, PAG_STR("keep"));
    lua_pop(L, 1);
    if (there && !keep) {
        pag_diag_add(t->bind->diags, PAG_E0895, entry ? entry->value_pos : shape->pos, 1,
                     t->cell->name);
    }
    return keep;
}

/* The cell of `group` that a word names, a number; NULL when it is none, and that is told. */
static const pag_cell *cell_of_word(const pag_taking *t, const pag_group *group, int word,
                                    split_text said)
{
    const pag_cell *cell = pag_group_cell(group, said.text);
    if (!cell) {
        pag_cell_elsewhere(t->bind, group, t->cell->group, split_words[word], said.text, said.pos);
    } else if (!pag_type_is_number(cell->type)) {
        pag_diag_add(t->bind->diags, word == WHOLE ? PAG_E0742 : PAG_E0743, said.pos, 2, said.text,
                     pag_type_word(cell->type));
        cell = NULL;
    }
    return cell;
}

void pag_attribute_split(lua_State *L, pag_taking *t)
{
    pag_cell *cell = t->cell;
    pag_pos pos = pag_taking_pos(t);
    split_text said[SPLIT_WORDS] = {0};
    bool all = true;
    if (cell->origin != PAG_GIVEN) pag_diag_add(t->bind->diags, PAG_E0134, pos, 1, cell->name);
    cell->origin = PAG_SHARED;
    if (lua_type(L, -1) != LUA_TTABLE) {
        pag_diag_add(t->bind->diags, PAG_E0741, pos, 2, cell->name, PAG_STR("whole, by, rest"));
        return;
    }
    pag_shape shape = pag_shape_of(L, -1);
    pag_shape_known(t->bind, &shape, split_words, SPLIT_WORDS, false);
    pag_shape_strays(L, &shape);
    for (int i = 0; i < NOBODY; i++) {
        all = take_word(L, t, &shape, split_words[i], &said[i]) && all;
    }
    if (!all) return;
    if (!cell->group->parent) {
        pag_diag_add(t->bind->diags, PAG_E0740, shape.pos, 1, cell->name);
        return;
    }
    const pag_cell *whole = cell_of_word(t, cell->group->parent, WHOLE, said[WHOLE]);
    const pag_cell *by = cell_of_word(t, cell->group, BY, said[BY]);
    if (!whole || !by) return;
    pag_split *split = PAG_NEW(t->bind->arena, pag_split);
    *split = (pag_split){.whole = whole->slot, .by = by->slot};
    split->whole_pos = said[WHOLE].pos;
    split->by_pos = said[BY].pos;
    split->nobody = take_nobody(L, t, &shape);
    take_rest(split, said[REST]);
    cell->split = split;
}

/* The parts of something that counts in whole steps count in such steps too. */
static void judge_step(pag_bind *bind, const pag_cell *cell)
{
    if (!cell->rounds) {
        if (cell->round_pos.source) return; /* it is told that it is none */
        pag_diag_add(bind->diags, PAG_E0745, cell->pos, 1, cell->name);
    } else if (cell->round_mode_written) {
        pag_diag_add(bind->diags, PAG_E0746, cell->round_pos, 2, cell->name,
                     pag_number_written(bind->arena, cell->round_step));
    } else if (cell->type == PAG_TYPE_WHOLE && !pag_number_is_whole(cell->round_step)) {
        pag_diag_add(bind->diags, PAG_E0747, cell->round_pos, 2, cell->name,
                     pag_number_written(bind->arena, cell->round_step));
    }
}

void pag_split_judge(pag_bind *bind, const pag_cell *cell)
{
    if (!cell->split) return;
    const pag_cell *whole = &cell->group->parent->cells[cell->split->whole];
    judge_step(bind, cell);
    if (pag_type_unit(whole->type) == pag_type_unit(cell->type)) return;
    pag_diag_add(bind->diags, PAG_E0744, cell->split->whole_pos, 4, cell->name,
                 pag_type_word(cell->type), whole->name, pag_type_word(whole->type))
        ->also = whole->pos;
}

/* --- unless --- */

static bool take_sentence(lua_State *L, const pag_shape *row, pag_unless *out)
{
    const pag_outline_entry *entry = pag_shape_item(row, 2);
    lua_rawgeti(L, row->at, 2);
    bool good = lua_type(L, -1) == LUA_TSTRING &&
                pag_text_take(L, entry, row->pos, &out->sentence) && out->sentence.len > 0;
    lua_pop(L, 1);
    return good;
}

/* { function(p) return … end, "reason" } at the top of the stack. */
static bool take_unless(lua_State *L, pag_unless *out)
{
    if (lua_type(L, -1) != LUA_TTABLE) return false;
    pag_shape row = pag_shape_of(L, -1);
    out->pos = row.pos;
    lua_rawgeti(L, row.at, 1);
    bool function = lua_type(L, -1) == LUA_TFUNCTION && !lua_iscfunction(L, -1);
    if (function) out->when = pag_formula_take(L, &row, pag_shape_item(&row, 1));
    lua_pop(L, 1);
    return function && row.n == 2 && take_sentence(L, &row, out);
}

void pag_attribute_unless(lua_State *L, pag_taking *t)
{
    size_t n = lua_type(L, -1) == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
    pag_pos pos = pag_taking_pos(t);
    pag_unless *all = PAG_NEW_ARRAY(t->bind->arena, pag_unless, n + 1);
    bool good = n > 0 && pag_shape_of(L, -1).n == n;
    for (size_t i = 0; i < n && good; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        good = take_unless(L, &all[i]);
        lua_pop(L, 1);
        if (!good && all[i].pos.source) pos = all[i].pos;
    }
    if (!good) pag_diag_add(t->bind->diags, PAG_E0750, pos, 1, t->cell->name);
    t->cell->unless = all;
    t->cell->n_unless = n;
}

void pag_unless_judge(pag_bind *bind, const pag_cell *cell)
{
    if (!cell->n_unless) return;
    pag_pos pos = cell->unless[0].pos.source ? cell->unless[0].pos : cell->pos;
    bool above = cell->min.set && pag_number_sign(cell->min.number) > 0;
    bool below = cell->max.set && pag_number_sign(cell->max.number) < 0;
    if (cell->origin == PAG_SHARED) {
        pag_str by = cell->split ? cell->group->cells[cell->split->by].name : PAG_STR("…");
        pag_diag_add(bind->diags, PAG_E0748, pos, 2, cell->name, by);
    } else if (!pag_origin_is_made(cell->origin)) {
        pag_diag_add(bind->diags, PAG_E0749, pos, 1, cell->name);
    } else if (above || below) {
        pag_diag_add(bind->diags, PAG_E0751, above ? cell->min.pos : cell->max.pos, 2, cell->name,
                     above ? PAG_STR("min") : PAG_STR("max"))
            ->also = pos;
    }
}

/* --- names --- */

/* A group above `from`, or `from` itself, that has the cell. */
static const pag_group *owner_of(const pag_group *from, pag_str name)
{
    while (from && !pag_group_cell(from, name)) from = from->parent;
    return from;
}

void pag_cell_elsewhere(pag_bind *bind, const pag_group *group, const pag_group *from, pag_str key,
                        pag_str name, pag_pos pos)
{
    const pag_group *owner = owner_of(from, name);
    if (!owner) {
        if (name.len) pag_cell_missing(bind, group, from, name, pos);
        return;
    }
    pag_diag_add(bind->diags, PAG_E0752, pos, 4, name, pag_group_path(bind->arena, group),
                 pag_group_path(bind->arena, owner), key)
        ->also = pag_group_cell(owner, name)->pos;
}
