/* What the files of this room share. */
#ifndef PAG_BIND_INTERNAL_H
#define PAG_BIND_INTERNAL_H

#include "bind/exact.h"
#include "bind/reference.h"

/* Hidden keys of tables: the number our outline gave the constructor, and what it declares. */
#define PAG_KEY_TABLE "\1"
#define PAG_KEY_KIND "\2"
/* The formula of a declared table is kept under a key that no rule can write, so that nobody but
 * the engine calls it: its parameters are entries, and the outline relies on that. */
#define PAG_KEY_OF "\3"

/* Kinds beside the pag_type values. */
enum { PAG_KIND_SUBJECT = 100, PAG_KIND_MUST, PAG_KIND_WARN };

/* Where things are in the registry. */
enum {
    PAG_SLOT_FORMULAS = 1000,
    PAG_SLOT_WORDS,
    PAG_SLOT_PACK_NAMES,
    PAG_SLOT_ANCHORS,
    PAG_SLOT_LIBRARIES
};

/* Name → slot of a group's cells, by the address of the interned text. */
typedef struct pag_keymap {
    const pag_group *group;
    size_t mask;
    const void **keys; /* addresses of interned texts */
    uint32_t *slots;
} pag_keymap;

typedef struct pag_texts {
    const pag_str *at;
    size_t n;
} pag_texts;
/* A table of an outline with a word that somebody else put into its braces. */
typedef struct pag_extended {
    const pag_outline *outline;
    pag_outline_table table;
} pag_extended;

struct pag_bind {
    pag_arena *arena;
    pag_diagnostics *diags;
    pag_script *script;
    pag_library library;
    const pag_evaluator *evaluator;
    pag_pack_head head;
    pag_overrides *overrides; /* may be NULL */
    size_t n_outlines, room_outlines;
    pag_outline **outlines; /* their tables and sites are numbered through */
    uint32_t *first_table, *first_site;
    uint32_t n_tables, n_sites, n_marks;
    uint32_t *first_mark;
    bool *of_library;       /* of the outlines: that nobody's own file is */
    pag_str *library_names; /* of those that were used: as whoever did wrote them */
    const pag_watch *watch; /* NULL: nobody asked */
    struct pag_used *used;  /* worked out when it is first asked for */
    size_t n_extended, room_extended;
    pag_extended *extended;
    size_t n_names, room_names;
    pag_given *names; /* defined by pack.lua */
    size_t n_undeclared, room_undeclared;
    pag_str *undeclared; /* keys of groups that were to be cells and are told as such */
    size_t n_warnings, room_warnings;
    struct pag_named_warning *warnings; /* of all files, each name once */
    pag_file_kind running;              /* the kind of file being run */
    size_t n_bands, room_bands;
    const pag_bands **bands; /* all tables of the pack */
    const pag_give *given;   /* the one plain number that the formula under way got of tables … */
    unsigned n_given;        /* … of so many; sums of such count as well */
    size_t n_limits, room_limits;
    struct pag_limit *limits; /* those that libraries declare as such */
    int n_formulas;
    uint32_t n_doubts, n_conditions;
    size_t room_unconfirmed;
    pag_doubt **unconfirmed; /* by the number of its place: the first of each to_confirm(…) */
    uint32_t n_groups;
    pag_keymap *keymaps;             /* by group number */
    struct pag_exploring *exploring; /* NULL: formulas are evaluated */
};

pag_bind *pag_bind_of(lua_State *L);

/* The bits of a light userdata; false when the value is none. No other userdata is ever made, so
 * where there are bits nothing more need be asked. */
static inline bool pag_is_light(lua_State *L, int at, uintptr_t *bits)
{
    *bits = (uintptr_t)lua_touserdata(L, at);
    return *bits || lua_type(L, at) == LUA_TLIGHTUSERDATA;
}

/* --- shapes: a declared table with the places of its entries --- */
typedef struct pag_shape {
    int at; /* the table, as an absolute index */
    const pag_outline *outline;
    pag_pos pos;
    size_t n;
    const pag_outline_entry *entries;
} pag_shape;
pag_shape pag_shape_of(lua_State *L, int at);
/* Tells every key that is none of the `n` known; items of the list may stand there if `items`. */
void pag_shape_known(pag_bind *bind, const pag_shape *shape, const pag_str *known, size_t n,
                     bool items);
/* Tells a key that was put into the table after it was written. */
void pag_shape_strays(lua_State *L, const pag_shape *shape);
/* Lets the table at the top of the stack have `key` among its entries, at the place of its brace.
 */
void pag_shape_extend(lua_State *L, pag_str key);
const pag_outline_entry *pag_shape_entry(const pag_shape *shape, const char *key);
const pag_outline_entry *pag_shape_item(const pag_shape *shape, size_t index);
/* Where the word stands on the running line; where the line begins if it is not there just once. */
pag_pos pag_word_where(lua_State *L, pag_str word);
/* The function of the outline that `entry` says, else the one Lua's function at the top began. */
pag_formula pag_formula_take(lua_State *L, const pag_shape *shape, const pag_outline_entry *entry);

/* The steps that one call of the function at the top of the stack takes at most; 0: not known. */
uint32_t pag_function_steps(lua_State *L);
/* The texts that the function at the top of the stack can have been read from, one after the other
 * from `*at` (0 at first) on; false when there are no more. Lua knows lines, so on a line with
 * several functions it can be each of them. */
bool pag_function_text(lua_State *L, size_t *at, const pag_outline **outline, pag_str *text);

/* Pushes the attribute `of` of the table at `at`. */
void pag_push_of(lua_State *L, int at);
/* --- declare.c, cells.c, bands.c --- */
void pag_declare_open(lua_State *L, int words);
pag_group *pag_group_take(lua_State *L, int at, pag_str name);
int pag_bands_word(lua_State *L);
/* What every declared table begins with: its name, which is the upvalue 1 of the running function,
 * and the texts of the table at index 1, whose shape goes into `shape`. It is one of the pack's. */
pag_bands *pag_table_begin(lua_State *L, pag_table_kind kind, pag_shape *shape);
void pag_table_text(lua_State *L, const pag_shape *shape, const char *key, pag_str *out);
/* What a row gives, at the top of the stack: one value, or several by name. */
void pag_gives_take(lua_State *L, const pag_shape *shape, const pag_outline_entry *entry,
                    pag_band *band);
/* The same from the row's attribute `give`, which must be there. */
void pag_row_gives(lua_State *L, const pag_shape *row, pag_band *band);
/* --- tables.c --- */
int pag_keyed_word(lua_State *L);
int pag_dated_word(lua_State *L);
/* The table of this kind at the top of the stack; else what stands there is told, and NULL. */
const pag_bands *pag_table_take(lua_State *L, pag_table_kind kind, const pag_outline_entry *entry);
/* The attribute `by` of a cell that is looked up in such a table, as `name` says it. */
void pag_table_by(pag_bind *bind, pag_cell *cell, pag_str name, pag_pos pos);
/* The words of choices against the keys of the tables they are looked up in; asked when all cells
 * of the subject have been taken. */
void pag_tables_judge(pag_bind *bind, const pag_group *group);
/* The kind the table at `at` was marked with, or −1. */
int pag_kind_of(lua_State *L, int at);
/* Fills the cell (named, its group's names known) from its table at the top of the stack. */
void pag_cell_take(lua_State *L, pag_cell *cell);
/* Reads `{ step = "0.01", mode = "half up" }` or "cent" on top of the stack. */
bool pag_round_take(lua_State *L, const pag_outline_entry *entry, pag_number *step,
                    pag_rounding *mode);
/* A text or a whole number on top of the stack as text; false (and said) when it is neither. */
bool pag_text_take(lua_State *L, const pag_outline_entry *entry, pag_pos pos, pag_str *out);
/* Tells a number in rules that is a percentage where the cell's are none, or the other way round;
 * what is no number at all is left to others. */
bool pag_unit_judge(pag_bind *bind, const pag_cell *cell, pag_str key, pag_str text, pag_pos pos);
/* Whether cells have an attribute called so. */
bool pag_attribute_is(pag_str word);
/* The attributes of cells of this type whose value is a text, a number, true or false. */
pag_texts pag_attributes_of_text(pag_arena *arena, pag_type type);
void pag_attribute_unknown(pag_bind *bind, pag_str key, pag_pos pos, const pag_str *known,
                           size_t n);

/* --- conditions.c --- */
/* Takes a `must` or `warn` from the top of the stack. */
void pag_condition_take(lua_State *L, pag_condition *out);
/* The cells that conditions point at, when all cells of the group are known. */
void pag_conditions_place(pag_bind *bind, pag_group *group);

/* --- planned.c --- */
/* Takes `planned` from the top of the stack; false when the cell is not planned, or that is wrong.
 */
bool pag_planned_take(lua_State *L, pag_cell *cell, const pag_outline_entry *entry);
/* Takes `from` of a list (of a subject it is refused) from the top of the stack. */
void pag_from_take(lua_State *L, pag_group *group, const pag_outline_entry *entry);
void pag_ignore_take(lua_State *L, pag_group *group, const pag_outline_entry *entry);
void pag_posts_take(lua_State *L, pag_group *group, const pag_outline_entry *entry);
/* --- refs.c --- */
/* Tells that something is not there (nil): the optional cells that were left out, if any was read,
 * else `code`, whose argument is `detail` when that is set. */
void pag_tell_nothing(pag_bind *bind, pag_code code, pag_pos pos, pag_str detail);
pag_str pag_left_out(void *owner);
/* Ends the run, and tells it at argument `at`, when the figure has no value to be totalled. */
void pag_figure_judge_there(lua_State *L, const pag_figure *figure, int at);
/* What formulas read through refs must exist. */
void pag_reads_judge_refs(pag_bind *bind, const pag_group *group);

/* --- override.c --- */
/* Replaces what is to be replaced in the declaration at the top of the stack, which is called
 * `path`; before anything is taken from it. `may` are the words that it may have, written or not,
 * and that a text can stand for. */
void pag_override_take(lua_State *L, pag_str path, pag_texts may);

/* --- limits.c --- */
/* Takes `limit` from a table of rows, which a library may declare so. */
void pag_limit_take(lua_State *L, const pag_shape *shape, pag_bands *table);
/* When a library was run, and its environment is at the top of the stack: what rules call its
 * limits; one that they cannot call is told. */
void pag_limits_name(lua_State *L, uint32_t source);
/* Something reads what the table gives under the key; an empty one: all of it. */
void pag_limit_read(pag_bind *bind, const pag_bands *table, pag_str key);
/* --- follow.c --- */
/* Says so of all that the cells and formulas of the groups read, and gives each cell its limit. */
void pag_limits_follow(lua_State *L, pag_group *const *groups, size_t n);

/* --- fixed.c --- */
/* The subjects of a pack, whose cells hold days. */
typedef struct pag_days {
    pag_group *const *groups;
    size_t n;
} pag_days;
/* Whether the cell is a day that the rules fix: its value, its default, or worked out from such. */
bool pag_day_is_fixed(const pag_days *days, const pag_cell *cell);
/* Whether the dated table that `name` (a part of the text of a formula or function) means may be
 * called there with a day that is not fixed; `whole`: the text is all that can say so, since nobody
 * hands it a day. */
bool pag_day_may_move(const pag_days *days, pag_str text, pag_str name, bool whole);

/* --- gives.c --- */
/* When all cells have judged what they look up: names the doubts in tables by their table, and
 * tells a plain number where another row gives a percentage under the same name (false). */
bool pag_gives_settle(pag_bind *bind);
/* A number without a unit, as it was written: not zero, nor a part like 1/3, which may stand for a
 * percentage. */
bool pag_give_is_plain(const pag_give *give);

/* --- classes.c --- */
/* The words that a class looked up in a table can be. */
void pag_class_take(pag_bind *bind, pag_cell *cell);

/* --- judge.c --- */
/* What must fit together in a cell whose attributes have been read. */
void pag_cell_judge(pag_bind *bind, const pag_shape *shape, const pag_cell *cell);

/* --- promises.c --- */
/* The inputs that `increasing` and `decreasing` name, when all cells of the subject are known. */
void pag_promises_judge(pag_bind *bind, const pag_group *group);

/* --- split.c --- */
void pag_split_judge(pag_bind *bind, const pag_cell *cell);
void pag_unless_judge(pag_bind *bind, const pag_cell *cell);
/* Tells that `key` wants a cell of `group`, when `name` is a cell only of another one; else that
 * there is no such cell. `from` is the group in whose rules it is written. */
void pag_cell_elsewhere(pag_bind *bind, const pag_group *group, const pag_group *from, pag_str key,
                        pag_str name, pag_pos pos);

/* "class, units": what the values are called that a row gives. */
pag_str pag_give_keys(pag_arena *arena, const pag_band *row);

/* --- reads.c --- */
/* Tells that the group has no such cell, with the one that was meant; `from` as above. */
void pag_cell_missing(pag_bind *bind, const pag_group *group, const pag_group *from, pag_str name,
                      pag_pos pos);
/* What the formulas of a whole subject name must exist; the order of computing follows from it. */
void pag_reads_judge(pag_bind *bind, pag_group *group);
/* --- doubt.c --- */
int pag_word_to_confirm(lua_State *L);
/* Tells every to_confirm(…) of the file that stands where nobody takes it. */
void pag_doubts_judge(pag_bind *bind, const pag_outline *outline);
/* Takes the value at the top of the stack out of its to_confirm(…) and hands back the doubt; NULL
 * when there is none. The entry is then one whose place is that of the value itself. */
pag_doubt *pag_doubt_unwrap(lua_State *L, const pag_outline_entry **entry);
/* Whether the value at `at` is a to_confirm(…), which does not belong there; that is told. */
bool pag_doubt_refuse(lua_State *L, int at);
/* Whether the value at the top of the stack may stand under the attribute `key`; else that is told.
 */
bool pag_doubt_fits(lua_State *L, const char *key);
/* Inside a run: notes that the figure under way takes what is still to be confirmed. */
void pag_doubt_note(pag_bind *bind, const pag_give *give);
/* --- watch.c --- */
void pag_watch_open(lua_State *L, int words);
void pag_watch_looked(const pag_bind *bind, const pag_step *step, bool found);
/* --- words.c --- */
void pag_words_open(lua_State *L, int words);
/* Arguments of a sited word: its site, then those written. */
enum { PAG_SITE = 1, PAG_FIRST, PAG_SECOND, PAG_THIRD };
/* An argument as a number; what is none is told where it stands. */
pag_operand pag_call_operand(lua_State *L, int at);
void pag_call_adopt(lua_State *L, pag_operand *a, pag_operand *b, int at);
pag_number pag_call_add(lua_State *L, pag_number a, pag_number b);
/* The word is not called like this; `form` is. */
_Noreturn void pag_call_refuse(lua_State *L, const char *word, const char *form);
/* The number of the running call's place in the rules. */
uint32_t pag_call_site_number(lua_State *L);
/* Adds to the trace of the figure that is being computed. */
void pag_call_note(lua_State *L, const pag_step *step);
/* --- bind.c --- */
/* Pushes the function of a formula, which is called next; what it tells without a place is told
 * there. */
void pag_call_push(pag_bind *bind, const pag_formula *formula);
/* --- tally.c --- */
/* The sum or the mean of a sheet: notes it and pushes it. */
int pag_sheet_total(lua_State *L, const pag_sheet *sheet, bool mean);
int pag_word_full(lua_State *L);
int pag_word_rank(lua_State *L);
/* --- compare.c, loops.c --- */
int pag_word_is(lua_State *L);
int pag_word_above(lua_State *L);
int pag_word_days(lua_State *L);
int pag_word_ipairs(lua_State *L);
int pag_word_pairs(lua_State *L);
/* Where argument number `argument` of a sited word stands (from 2 on), or the word itself (1). */
pag_pos pag_call_place(lua_State *L, int argument);
const pag_str *pag_words_all(size_t *n, size_t *n_sited);
/* Whether the second argument of the word may be the name of a cell: sum(list, "pay"). */
bool pag_word_takes_name(pag_str word);
/* --- find.c --- */
/* A table called in a formula: weights(p.category, "org"). */
int pag_table_call(lua_State *L);
/* The table is not asked like this; how it is, is said. */
_Noreturn void pag_table_refuse(lua_State *L, const pag_bands *table, pag_pos at);
/* --- the words that each place knows, as they are registered; reference.c describes them --- */
const pag_str *pag_pack_words(size_t *n);
const pag_str *pag_group_words(size_t *n);
const pag_str *pag_bands_words(size_t *n);
const pag_str *pag_bands_row_words(size_t *n);
const pag_str *pag_table_words(size_t *n);
const pag_str *pag_keyed_row_words(size_t *n);
const pag_str *pag_dated_row_words(size_t *n);
const pag_str *pag_criterion_words(size_t *n);
const pag_str *pag_split_words(size_t *n);
const pag_str *pag_rounding_words(size_t *n);
const pag_str *pag_condition_words(size_t *n);
/* The attribute number `i` of cells, and where it may stand; false when there are no more. */
bool pag_attribute_at(size_t i, pag_str *word, pag_place *place);
/* --- period.c --- */
void pag_period_open(lua_State *L, int words);
int pag_period_index(lua_State *L);
/* The period that is not written is told at `at`, and ends the run. */
void pag_period_insist(pag_bind *bind, pag_pos at);
/* --- view.c --- */
void pag_view_open(lua_State *L, int metatable);
/* Pushes a figure's value. */
void pag_view_push(lua_State *L, const pag_figure *figure);
/* Reads the figure `slot` of `entry` (computing it) and raises when it cannot be had. */
pag_figure *pag_view_read(lua_State *L, pag_entry *entry, uint32_t slot);
/* The slot of the cell named by the text at `at`; an unknown name is told: at that argument when a
 * call with a site asks (`sited`), else at the running line. */
uint32_t pag_view_slot(lua_State *L, const pag_group *group, int at, bool sited);
/* --- freeze.c --- */
/* Pushes the value at `at` as a key of a table: a choice counts as its word, a count as a whole
 * number; any other figure is refused, and so is nothing. */
void pag_key_push(lua_State *L, int at);
void pag_freeze(lua_State *L);

#endif
