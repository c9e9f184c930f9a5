/* What the writers of a schema share; inside this room only. */
#ifndef PAG_EDITOR_INTERNAL_H
#define PAG_EDITOR_INTERNAL_H

#include "base/json.h"
#include "editor/editor.h"

/* A schema on its way out. */
typedef struct pag_drawing {
    pag_json json;
    pag_arena *arena;
    pag_lang lang;
    const pag_pack *pack;
    bool rows; /* now of an evaluation that names rows: they say what it may leave out */
} pag_drawing;

/* The one of the two that is in the language asked for. */
pag_str pag_draw_say(const pag_drawing *d, const char *english, const char *italian);

/* --- words.c: texts as programs that read YAML see them --- */

/* Whether without quotes they take it for a number. */
bool pag_yaml_is_number(pag_str text);

/* Members "type" and "pattern" of a text in which there is something to read. */
void pag_draw_any_text(pag_drawing *d);
/* What one of these words, and nothing else, fulfils: "enum", or as little as can be said. */
void pag_draw_words(pag_drawing *d, const pag_str *words, size_t n);
/* The opening of the schema of a map: which keys must be there, and whether it may have others, as
 * far as a schema can know its keys. */
typedef struct pag_keys {
    size_t n;
    const pag_str *names;
    const bool *required;
} pag_keys;
void pag_draw_keys(pag_drawing *d, pag_keys keys);
/* Only which keys must be there. */
void pag_draw_required(pag_drawing *d, pag_keys keys);

/* --- numbers.c --- */

/* Members "type" and "pattern" for a number of this type, as a number or as a text. */
void pag_draw_number(pag_drawing *d, pag_type type, const pag_bounds *bounds);
/* Members "minimum", "maximum", "multipleOf", as far as binary numbers cannot be wrong on them. */
void pag_draw_bounds(pag_drawing *d, const pag_bounds *bounds);
/* "at least 0, at most 100, in steps of 5"; empty when there are none. */
pag_str pag_draw_limits(const pag_drawing *d, const pag_bounds *bounds, pag_unit unit);

/* --- patterns.c --- */

/* Conditions at the start of a pattern: a number that is written as a text keeps within its bounds
 * and goes by its step, as far as a pattern can tell. */
void pag_pattern_within(const pag_drawing *d, pag_text *out, pag_type type,
                        const pag_bounds *bounds);
/* What writes one of these numbers, as alternatives. */
void pag_pattern_among(const pag_drawing *d, pag_text *out, const pag_number *numbers, size_t n);

/* --- values.c: schemas, and parts of them, that know no cell --- */

/* Appends a line, behind what it is about; none where there is nothing to say. */
void pag_draw_line(pag_text *text, pag_str before, pag_str line);

typedef struct pag_about {
    pag_str title, kind, limits, source, note;
} pag_about;
/* Members "title" and "description". */
void pag_draw_about(pag_drawing *d, const pag_about *about);
/* "errorMessage": what goes here. */
void pag_draw_complaint(pag_drawing *d, pag_str kind);
/* A day, within the year unless that is 0: its schema, the members that tell it, and in words. */
void pag_draw_day(pag_drawing *d, pag_str title, int64_t year);
void pag_draw_day_type(pag_drawing *d, int64_t year);
pag_str pag_day_kind(const pag_drawing *d, int64_t year);
void pag_draw_flag(pag_drawing *d, const pag_about *about);
void pag_draw_flag_type(pag_drawing *d);
/* The schema of a text that is not empty. */
void pag_draw_text(pag_drawing *d, const pag_about *about);

/* --- cells.c --- */

pag_about pag_draw_about_cell(const pag_drawing *d, const pag_cell *cell);
/* The schema of a given cell that is neither a sheet nor a list. */
void pag_draw_scalar(pag_drawing *d, const pag_cell *cell);

/* --- sheets.c, groups.c, head.c --- */

/* With `rows` the marks may be in the rows of a CSV. */
void pag_draw_sheet(pag_drawing *d, const pag_cell *cell, bool rows);

/* "examples": the marks of a sheet, the words of a choice. */
void pag_draw_offered(pag_drawing *d, const pag_cell *cell);
/* The cells of the group that an evaluation may write, as members of "properties". `name` is that
 * of the definition of the group, below which those of its lists stand. */
typedef struct pag_entries {
    const pag_group *group;
    const pag_planned_row *row; /* of a list from the plan: the entry, where its lists differ */
    pag_str name;
} pag_entries;
void pag_draw_cells(pag_drawing *d, const pag_entries *entries);
/* The definition of the group, and of all lists in it. */
void pag_draw_definitions(pag_drawing *d, const pag_entries *entries);
/* Only those of the lists. */
void pag_draw_inner_definitions(pag_drawing *d, const pag_entries *entries);
/* {"$ref": …} */
void pag_draw_reference(pag_drawing *d, pag_str name);

/* --- rows.c --- */

/* What the plan says of the list that the cell is; NULL when it comes from the evaluation. */
const pag_planned *pag_draw_planned_of(const pag_cell *cell, const pag_planned_row *row);
/* Whether an evaluation must write the key of this cell of theirs. */
bool pag_draw_asks(const pag_drawing *d, const pag_entries *entries, const pag_cell *cell);
/* Whether it must write any. */
bool pag_draw_asks_any(const pag_drawing *d, const pag_entries *entries);
/* Whether rows can be about a list of the group. */
bool pag_draw_has_rows_in(const pag_group *group);
/* Whether the file has rows, and they may be of these entries. */
bool pag_draw_are_rows(const pag_drawing *d, const pag_entries *entries);
/* Whether all of the cell may stand in rows. */
bool pag_draw_may_be_filled(const pag_drawing *d, const pag_entries *entries, const pag_cell *cell);
/* How the definition is called: that of an evaluation with rows stands beside the other. */
pag_str pag_draw_name(const pag_drawing *d, const pag_entries *entries);

/* The definition of what is empty. */
void pag_draw_empty(pag_drawing *d);
/* Around members that hold only for what is not empty. */
void pag_draw_begin_else(pag_drawing *d);
void pag_draw_end_else(pag_drawing *d);
/* "properties" that names the keys. */
void pag_draw_known(pag_drawing *d, pag_keys keys);
/* pag_draw_keys, with `empty` only for what is not empty. */
void pag_draw_keys_unless(pag_drawing *d, pag_keys keys, bool empty);
/* Opens a schema for what may also be empty, as in an empty form, because rows say it; the schema
 * that follows is for the rest, and pag_draw_end_filled closes both. Where nothing stands yet
 * editors show what is said `about` it, and offer the words or marks of `offered` (NULL: none). */
void pag_draw_begin_filled(pag_drawing *d, const pag_about *about, const pag_cell *offered);
void pag_draw_end_filled(pag_drawing *d);

/* Whether the pack has lists whose entries can be rows of a CSV. */
bool pag_draw_has_rows(const pag_pack *pack);
/* The keys of the head that this pack allows. */
size_t pag_draw_head_keys(const pag_drawing *d, pag_str *names, bool *required);
void pag_draw_head(pag_drawing *d, pag_str key);

/* --- settings.c --- */

/* Where a schema stands below the folder: ".pagella/casale-marittimo-2023.schema.json". */
/* Only those that bring the schema to its files, as an object of their own. */
void pag_settings_of_schema(const pag_editor *editor, pag_sink *sink);
#define PAG_WORDS_PATH PAG_STR(".pagella/rules.lua")
#define PAG_SETTINGS_PATH PAG_STR(".vscode/settings.json")

#endif
