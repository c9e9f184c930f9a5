/* Cells and groups by name: the words of the types, finding a cell, and the paths that people use
 * for them. It owns nothing but the words. */
#include "schema/cell.h"

#include "base/text.h"

pag_str pag_type_word(pag_type type)
{
    switch (type) {
    case PAG_TYPE_TEXT: return PAG_STR("text");
    case PAG_TYPE_FLAG: return PAG_STR("flag");
    case PAG_TYPE_DATE: return PAG_STR("date");
    case PAG_TYPE_CHOICE: return PAG_STR("choice");
    case PAG_TYPE_WHOLE: return PAG_STR("whole");
    case PAG_TYPE_NUMBER: return PAG_STR("number");
    case PAG_TYPE_POINTS: return PAG_STR("points");
    case PAG_TYPE_PERCENT: return PAG_STR("percent");
    case PAG_TYPE_MONEY: return PAG_STR("money");
    case PAG_TYPE_CLASS: return PAG_STR("class");
    case PAG_TYPE_REF: return PAG_STR("ref");
    case PAG_TYPE_SHEET: return PAG_STR("sheet");
    case PAG_TYPE_LIST: return PAG_STR("list");
    }
    return (pag_str){"", 0};
}

bool pag_origin_is_made(pag_origin origin)
{
    switch (origin) {
    case PAG_GIVEN:
    case PAG_PLANNED:
    case PAG_FIXED: return false;
    case PAG_COMPUTED:
    case PAG_LOOKED_UP:
    case PAG_SHARED: break;
    }
    return true;
}

bool pag_type_is_number(pag_type type)
{
    return type >= PAG_TYPE_WHOLE && type <= PAG_TYPE_MONEY;
}

pag_unit pag_type_unit(pag_type type)
{
    switch (type) {
    case PAG_TYPE_DATE: return PAG_DATE;
    case PAG_TYPE_PERCENT: return PAG_PERCENT;
    case PAG_TYPE_MONEY: return PAG_MONEY;
    case PAG_TYPE_POINTS:
    case PAG_TYPE_SHEET: return PAG_POINTS;
    case PAG_TYPE_TEXT:
    case PAG_TYPE_FLAG:
    case PAG_TYPE_CHOICE:
    case PAG_TYPE_WHOLE:
    case PAG_TYPE_NUMBER:
    case PAG_TYPE_CLASS:
    case PAG_TYPE_REF:
    case PAG_TYPE_LIST: break;
    }
    return PAG_PLAIN;
}

pag_str pag_unit_word(pag_type type)
{
    switch (type) {
    case PAG_TYPE_MONEY: return PAG_STR("EUR");
    case PAG_TYPE_PERCENT: return PAG_STR("%");
    case PAG_TYPE_POINTS: return PAG_STR("points");
    case PAG_TYPE_DATE: return PAG_STR("date");
    case PAG_TYPE_TEXT: return PAG_STR("text");
    case PAG_TYPE_CLASS: return PAG_STR("class");
    case PAG_TYPE_CHOICE: return PAG_STR("choice");
    case PAG_TYPE_REF: return PAG_STR("ref");
    case PAG_TYPE_FLAG: return PAG_STR("flag");
    case PAG_TYPE_WHOLE:
    case PAG_TYPE_NUMBER:
    case PAG_TYPE_SHEET:
    case PAG_TYPE_LIST: break;
    }
    return PAG_STR("");
}

/* So it is with what is given, or planned, but for plain numbers. */
bool pag_cell_starts_at_zero(const pag_cell *cell)
{
    return (cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED) &&
           (cell->type == PAG_TYPE_MONEY || cell->type == PAG_TYPE_PERCENT ||
            cell->type == PAG_TYPE_POINTS);
}

pag_cell *pag_group_cell(const pag_group *group, pag_str name)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        if (pag_str_equal(group->cells[i].name, name)) return &group->cells[i];
    }
    return NULL;
}

pag_str pag_group_cells(pag_arena *arena, const pag_group *group)
{
    pag_text all = {.arena = arena};
    for (size_t i = 0; i < group->n_cells; i++) {
        if (i) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, group->cells[i].name);
    }
    return pag_text_str(&all);
}

pag_str pag_group_path(pag_arena *arena, const pag_group *group)
{
    pag_str path = group->name;
    for (const pag_group *g = group->parent; g; g = g->parent) {
        path = pag_text_join(arena, 3, g->name, PAG_STR("."), path);
    }
    return path;
}

pag_str pag_cell_path(pag_arena *arena, const pag_cell *cell)
{
    return pag_text_join(arena, 3, pag_group_path(arena, cell->group), PAG_STR("."), cell->name);
}

pag_str pag_cell_label(const pag_cell *cell)
{
    return cell->title.len ? cell->title : cell->name;
}

const pag_choice *pag_cell_choice(const pag_cell *cell, pag_str word)
{
    for (size_t i = 0; i < cell->n_choices; i++) {
        if (pag_str_equal(cell->choices[i].word, word)) return &cell->choices[i];
    }
    return NULL;
}

pag_str pag_choice_label(const pag_choice *choice)
{
    return choice->title.len ? choice->title : choice->word;
}

pag_str pag_choices_listed(pag_arena *arena, const pag_cell *cell)
{
    enum { MOST = 40 };
    pag_text text = {.arena = arena};
    for (size_t i = 0; i < cell->n_choices && i < MOST; i++) {
        const pag_choice *choice = &cell->choices[i];
        pag_text_put(&text, i ? PAG_STR(", \"") : PAG_STR("\""));
        pag_text_put(&text, choice->word);
        pag_text_byte(&text, '"');
        if (!choice->title.len) continue;
        pag_text_put(&text, PAG_STR(" ("));
        pag_text_put(&text, choice->title);
        pag_text_byte(&text, ')');
    }
    if (cell->n_choices > MOST) pag_text_put(&text, PAG_STR(", …"));
    return pag_text_str(&text);
}

pag_str pag_cell_words(pag_arena *arena, const pag_cell *cell)
{
    if (cell->type == PAG_TYPE_FLAG) return PAG_STR("true, false");
    bool words = cell->type == PAG_TYPE_CHOICE && cell->n_choices;
    return words ? pag_choices_listed(arena, cell) : PAG_STR("");
}
