/* What the readers of records, plans and heads share: nodes of the right kind, keys that are known,
 * numbers as a type wants them. Whatever is wrong is said once, at its place; inside this room
 * only. */
#ifndef PAG_SCHEMA_READER_H
#define PAG_SCHEMA_READER_H

#include "base/text.h"
#include "schema/document.h"

typedef struct pag_names {
    const pag_str *at;
    size_t n;
} pag_names;

typedef struct pag_reader {
    pag_arena *arena;
    pag_diagnostics *diags;
    pag_names known; /* the keys of the map at hand, once they are judged; may be none */
    bool lenient;    /* the data of a test case, see pag_record_read_part */
} pag_reader;

/* PAG_STR for tables of constants. */
#define PAG_WORD(literal)                                                                          \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

/* --- nodes --- */

/* The whole document is a map. */
bool pag_reader_root(const pag_reader *reader, const pag_node *root);
/* `name` is the key as people wrote it, for the message. */
bool pag_reader_map(const pag_reader *reader, pag_str name, const pag_node *node);
bool pag_reader_list(const pag_reader *reader, pag_str name, const pag_node *node); /* not empty */
/* A scalar with something in it that can be read. */
bool pag_reader_scalar(const pag_reader *reader, pag_str name, const pag_node *node);
/* The same of what is no number. */
bool pag_reader_word(const pag_reader *reader, pag_str name, const pag_node *node);
/* The same of a key that may be left out, which is said when nothing is in it. */
bool pag_reader_may_lack(const pag_reader *reader, pag_str name, const pag_node *node);
bool pag_reader_may_lack_list(const pag_reader *reader, pag_str name, const pag_node *node);

/* A key of a map. The example is how it is written with its value: "title: …". */
typedef struct pag_field {
    pag_str name, example;
    bool required;
} pag_field;

/* Says that it is not there, unless a key was told to be a misspelling of it. */
bool pag_reader_missing(const pag_reader *reader, const pag_node *map, const pag_field *field);
/* False when a required key is missing or its value is no scalar; `*out` is
 * NULL when there is nothing to read. */
bool pag_reader_value(const pag_reader *reader, const pag_node *map, const pag_field *field,
                      const pag_node **out);
/* The same of a number, of which a zero is written too. */
bool pag_reader_number(const pag_reader *reader, const pag_node *map, const pag_field *field,
                       const pag_node **out);
/* The same, as text that says why: of dashes, dots and digits alone nobody learns that. */
bool pag_reader_reason(const pag_reader *reader, const pag_node *map, const pag_field *field,
                       pag_str *out);
/* The same, as text; `*out` stays as it is when there is nothing. */
bool pag_reader_text(const pag_reader *reader, const pag_node *map, const pag_field *field,
                     pag_str *out);
/* Of a key that may be left out. */
bool pag_reader_flag(const pag_reader *reader, pag_str name, const pag_node *node, bool *out);

typedef struct pag_period {
    pag_number from, to;
    pag_pos pos; /* source 0: it is not there */
} pag_period;
/* The key `period` of a map. */
bool pag_reader_period(const pag_reader *reader, const pag_node *map, bool required,
                       pag_period *out);

/* What the plan says under the key `key` that the list `group` ignores. */
pag_ignored pag_ignored_of(pag_arena *arena, const pag_group *group, pag_str key,
                           const pag_node *node);
/* Whether no text of the plan that these rules take is, or holds a word of, what they ignore; else
 * that is told, once for each text. */
bool pag_plan_keeps_out(pag_arena *arena, pag_diagnostics *diags, pag_group *const *subjects,
                        size_t n);

/* --- what stands where it was written --- */

/* The cell that the place is in, where the source is a table. */
bool pag_said_in_table(const pag_reader *reader, pag_pos pos, pag_source_cell *out);
/* What the cell at `pos` says, of which `text` is the plain form; elsewhere the text itself. */
pag_str pag_said_text(const pag_reader *reader, pag_pos pos, pag_str text);
/* What the column at `pos` is called; elsewhere `name`. */
pag_str pag_said_name(const pag_reader *reader, pag_pos pos, pag_str name);
/* A number or a day in the plain form, as it is written at `pos`: "8,5", "31/12/2024". */
pag_str pag_said_as(const pag_reader *reader, pag_pos pos, pag_str plain);
/* In a table a value that is missing is a column that is: tells that, once; false elsewhere. */
bool pag_said_no_column(const pag_reader *reader, pag_pos pos, pag_str column, pag_str title);

/* --- keys --- */

bool pag_names_have(pag_names names, pag_str name);
/* "a", "b", … */
pag_str pag_names_quoted(pag_arena *arena, pag_names names);
/* Says that `found` is none of the names: with the nearest one as argument 1 and all as argument 2
 * if one is near (code `near`), else with all as argument 1 (code `far`). */
bool pag_reader_unknown(const pag_reader *reader, pag_str found, pag_pos pos, pag_names names,
                        const pag_code codes[2]);
extern const pag_code pag_unknown_key[2], pag_unknown_criterion[2];
extern const pag_code pag_unknown_item[2], pag_unknown_plan_list[2];
/* A file in which so many keys of one map are unknown is no file of ours; judging each of a million
 * would take minutes and help nobody, so the rest of them goes unsaid. */
enum { PAG_MOST_UNKNOWN = 100 };
/* Every key of the map is one of the names. */
bool pag_reader_keys(const pag_reader *reader, const pag_node *map, pag_names names);

/* Whether one of the keys that pag_reader_keys refuses is told as a misspelling of `name`. */
bool pag_names_misspelt(pag_names names, const pag_node *map, pag_str name);

/* --- ids --- */

typedef struct pag_identified {
    pag_str id;
    pag_pos pos;
    bool called_like; /* the id is that of the entry which a ref means */
} pag_identified;
/* Whether no two are the same. Sorts `all`. Two that are called like the same entry are told so: an
 * id of their own would only hide that one of them should name another. */
bool pag_reader_distinct(const pag_reader *reader, pag_identified *all, size_t n);

/* --- numbers --- */

/* A scalar on its way to a number. */
typedef struct pag_scalar {
    const pag_reader *reader;
    pag_str name; /* of what it is the value of */
    pag_type type;
    pag_str text;
    pag_pos pos;
    pag_bounds bounds;     /* that it must keep within */
    const pag_cell *sheet; /* of a mark; else NULL */
    bool in_data;          /* written by people who may not know how numbers are read here */
} pag_scalar;

/* How a value of this type is written, for a help: "1843.50". */
pag_str pag_type_example(pag_type type);
/* The number with the type's unit, in one of the forms the type allows. Bounds are not looked at.
 */
bool pag_scalar_number(const pag_scalar *scalar, pag_number *out);
bool pag_scalar_flag(const pag_scalar *scalar, bool *out);
bool pag_scalar_date(const pag_scalar *scalar, pag_number *out);
bool pag_scalar_within(const pag_scalar *scalar, pag_number number);
/* False, and told, of a number or points like "1.200" where one thousand two hundred would keep
 * within the bounds too; only what is written in data is asked, where nothing else tells which. */
bool pag_scalar_has_one_reading(const pag_scalar *scalar);

/* The sheet whose scale of marks it must be on; NULL: there is none. */
static inline const pag_cell *pag_scalar_scale(const pag_scalar *scalar)
{
    return scalar->sheet && scalar->sheet->n_marks ? scalar->sheet : NULL;
}
/* Its file writes decimals behind a comma. */
bool pag_scalar_has_commas(const pag_scalar *scalar);

/* What keeps a text from being a number of the type. */
typedef enum pag_slip {
    PAG_SLIP_NONE,
    PAG_SLIP_SPELLING, /* it is no number, or written as none is */
    PAG_SLIP_NO_SIGN,  /* a percentage without its sign */
    PAG_SLIP_SIGN,     /* a sign where no percentage is wanted */
    PAG_SLIP_FRACTION,
    PAG_SLIP_POINT, /* in a whole number */
    PAG_SLIP_CENTS  /* an amount has more decimals */
} pag_slip;
/* The number with the type's unit; undefined of what is misspelt. Nothing is told. */
pag_slip pag_scalar_judge(const pag_scalar *scalar, pag_str text, pag_number *out);
/* Whether `number` keeps within the bounds or is on the scale. */
bool pag_scalar_fits(const pag_scalar *scalar, pag_number number);
/* Whether `text` in place of its own would be read, and in one way only. */
bool pag_scalar_reads(const pag_scalar *scalar, pag_str text);

/* "1.200", as people also group thousands with the mark. */
bool pag_number_looks_grouped(pag_str text, char mark);
/* The text without the mark. */
pag_str pag_number_ungrouped(pag_arena *arena, pag_str text, char mark);

/* Tells it with the name, the text as it is written, and two things more as arguments. False. */
bool pag_scalar_tell(const pag_scalar *scalar, pag_code code, pag_str more, pag_str other);
/* Tells why its text is no day, with the day that was meant where that is clear. False. */
bool pag_scalar_no_day(const pag_scalar *scalar);
/* Whether signs that no keyboard has stand in what is no number, or no day, but would be one with
 * those of the keyboard; then it is told. */
bool pag_scalar_is_typeset(const pag_scalar *scalar, pag_str text);
bool pag_scalar_is_typeset_day(const pag_scalar *scalar);
/* Tells why `text`, read in place of its own, is none; what is suggested would be read. False. */
bool pag_scalar_refuse(const pag_scalar *scalar, pag_str text);
/* The text, or one of the same number or the nearest one, that is read; empty: none is. */
pag_str pag_scalar_closest(const pag_scalar *scalar, pag_str text);
/* A value that would be read, where one is at hand; else how one is written. */
pag_str pag_scalar_example(const pag_scalar *scalar);
/* A value of the cell that would be read at `pos`, as data are written. */
pag_str pag_cell_example(const pag_reader *reader, const pag_cell *cell, pag_pos pos);
/* The scalar that the mark of a criterion is; its text is to be set. */
pag_scalar pag_mark_scalar(const pag_reader *reader, const pag_cell *cell,
                           const pag_criterion *criterion, pag_pos pos);

/* --- sheets --- */

/* "8", or {mark: 8, because: "…"} where the sheet wants that; a mark that may be given. */
pag_str pag_mark_example(pag_arena *arena, const pag_cell *cell, const pag_criterion *criterion);
/* False, and told, when it is none of the marks of its sheet's scale. */
bool pag_mark_on_scale(const pag_scalar *scalar, pag_number x);
pag_sheet *pag_sheet_read(const pag_reader *reader, const pag_cell *cell, const pag_node *node);

/* --- lists --- */

/* Reading stops in a file with so many errors: it could hold millions, and nobody reads them. */
enum { PAG_MOST_ERRORS = 5000 };

pag_list *pag_list_read(const pag_reader *reader, const pag_cell *cell, const pag_node *node,
                        pag_entry *parent);
/* Whether what the cells of all entries must sum to is right, where all of them have a value; said
 * at `pos`. */
bool pag_list_sums(const pag_reader *reader, const pag_list *list, pag_pos pos);
/* An entry with its figures, none of them read. */
pag_entry *pag_entry_create(pag_arena *arena, const pag_group *group, pag_entry *parent,
                            pag_pos pos);
/* Its cells from the map `node`, in which `names` may stand beside them. */
bool pag_entry_read(const pag_reader *reader, pag_entry *entry, const pag_node *node,
                    pag_names names);
/* "{name: …, share: …}": the cells of the group that are given. */
void pag_put_given_example(pag_text *text, const pag_group *group);

/* --- lists of the plan --- */

/* The list that is the value of `pair`; `path` is its name in rules, without "plan.". */
bool pag_plan_list_read(const pag_reader *reader, pag_str path, const pag_pair *pair,
                        pag_plan_list *out);

/* Entries as the plan has them, with their planned figures; all others are open. */
pag_list *pag_planned_list(pag_arena *arena, const pag_group *group, const pag_planned *planned,
                           pag_entry *parent);
/* Follows the planned refs of a list of the plan (those within it too) that point into lists of the
 * plan; what is no entry there is told. */
bool pag_planned_refer(const pag_reader *reader, const pag_group *group);
/* What the plan says of the list that `figure` is; NULL when it comes from the evaluation. */
const pag_planned *pag_planned_of(const pag_figure *figure);
/* The list that `figure` is, from `node`, a map keyed by the ids of the plan; NULL: the evaluation
 * says nothing of it, which is only right when nothing is asked. */
pag_list *pag_planned_read(const pag_reader *reader, const pag_figure *figure,
                           const pag_node *node);

#endif
