/* Reads a record of cells made by hand and says what came of it. */
#ifndef TESTS_UNIT_RECORD_READING_H
#define TESTS_UNIT_RECORD_READING_H

#include "schema.h"

static const pag_criterion criteria[] = {
    {.id = {"riunioni", 8}, .title = {"Riunioni", 8}},
    {.id = {"rogito", 6}, .title = {"Funzioni di rogito", 18}},
};

static inline pag_cell sheet(const char *name, bool scale)
{
    static const char *const marks[] = {"4", "6", "8", "10"};
    pag_cell cell = given(name, PAG_TYPE_SHEET);
    pag_number *numbers = PAG_NEW_ARRAY(&arena, pag_number, 4);
    for (size_t i = 0; i < 4; i++) numbers[i] = number(marks[i]);
    cell.n_criteria = 2;
    cell.criteria = criteria;
    cell.n_marks = scale ? 4 : 0;
    cell.marks = numbers;
    return cell;
}

static inline pag_entry *read_record(const pag_group *group, const char *yaml)
{
    return pag_record_read(&arena, diags, group, document(yaml), NULL, 0);
}

/* A subject of one cell, as people and as machines read it; NULL when it was refused. */
static inline pag_entry *read_cell(pag_cell cell, const char *yaml)
{
    return read_record(group_of("s", 1, &cell), yaml);
}

static inline void assert_takes(pag_cell cell, const char *yaml, const char *plain,
                                const char *people)
{
    diags = pag_diagnostics_create(&arena, sources);
    pag_entry *entry = read_cell(cell, yaml);
    assert_said("");
    assert_non_null(entry);
    pag_figure *figure = &entry->figures[0];
    assert_text(pag_value_plain(&arena, figure->cell, figure->value), plain);
    assert_text(pag_value_people(&arena, figure->cell, figure->value), people);
    assert_int_equal(figure->state, PAG_DONE);
}

/* Each refusal starts afresh. */
static inline void assert_refuses(pag_cell cell, const char *yaml, const char *code,
                                  const char *help)
{
    diags = pag_diagnostics_create(&arena, sources);
    assert_null(read_cell(cell, yaml));
    assert_said(code);
    if (help) assert_sentence(PAG_EN, HELP, help);
}

#endif
