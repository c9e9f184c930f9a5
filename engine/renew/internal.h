/* What the files of this room share. */
#ifndef PAG_RENEW_INTERNAL_H
#define PAG_RENEW_INTERNAL_H

#include "base/file.h"
#include "base/list.h"
#include "base/write.h"
#include "renew/renew.h"

/* A piece of a source replaced by another text; where nothing is cut, put in. */
typedef struct pag_edit {
    uint32_t source;
    size_t at, cut;
    pag_str text;
} pag_edit;

/* A value of the rules as it is written. */
typedef struct pag_written {
    pag_pos pos; /* of the value, or of its to_confirm */
    pag_str about, text;
    const pag_doubt *doubt; /* NULL: it is not marked */
    pag_str why;            /* of a doubt: its reason as it is written, an expression */
    bool row;
    bool formula;  /* it rests on values that no declaration holds */
    bool rounding; /* only how it is rounded is a value of the year */
} pag_written;
typedef PAG_LIST(pag_written) pag_writtens;

typedef PAG_LIST(pag_edit) pag_edits;
typedef PAG_LIST(pag_renewed_change) pag_changes;
typedef PAG_LIST(pag_renewed_remark) pag_remarks;

/* One renewal on its way. */
typedef struct pag_renewing {
    pag_arena *arena;
    pag_diagnostics *diags;
    pag_renewal *out;
    pag_tree tree;
    pag_pack *old, *copy;
    pag_str old_folder;
    const pag_writtens *values; /* of the old pack */
    pag_edits edits;
    pag_changes changes;
    pag_remarks remarks;
    PAG_LIST(pag_str) files;
    pag_new_folder folder;
} pag_renewing;

void pag_renewing_remark(pag_renewing *r, pag_renewed_kind kind, pag_pos pos, pag_str about,
                         pag_str text);

/* --- asked.c: from what is asked to names --- */
/* The pack to begin with, loaded, and the name of the new one; false, and told. */
bool pag_renewing_find(pag_renewing *r);

/* --- places.c: texts and where they stand --- */
const struct pag_outline *pag_place_outline(pag_pack *pack, uint32_t source);
/* The entry of a table whose value, or whose key, begins there; NULL when there is none. */
const struct pag_outline_entry *pag_place_value(const struct pag_outline *outline, pag_pos pos);
const struct pag_outline_entry *pag_place_key(const struct pag_outline *outline, pag_pos pos);
/* The table whose brace stands there, and the first table of an entry's value; may be NULL. */
const struct pag_outline_table *pag_place_table(const struct pag_outline *outline, pag_pos pos);
/* The braces in which a cell of the pack's own files is declared; NULL when there are none. */
const struct pag_outline_table *pag_place_braces(pag_pack *pack, const pag_cell *cell);
const struct pag_outline_entry *pag_place_word(const struct pag_outline_table *table, pag_str key);
/* Whether the braces of a cell say a rounding that is not the plain one, to the cent. */
bool pag_rounding_of_its_own(const struct pag_outline_table *braces);
bool pag_place_in_function(const struct pag_outline *outline, pag_str text);
/* The offset of a place in the bytes of its source. */
size_t pag_place_offset(const pag_sources *sources, pag_pos pos);
/* A file of the old folder: the bytes are those the pack was loaded from, where it was. 0, and
 * told, where it cannot be read. */
uint32_t pag_place_source(pag_renewing *r, pag_str name);
int pag_place_order(pag_str file, pag_pos pos, pag_str other_file, pag_pos other);
/* On one line, and cut where it is long. */
pag_str pag_place_short(pag_arena *arena, pag_str text);

/* --- values.c --- */
/* All values of the new year that the files of the pack declare, each once. With `tell`, what can
 * take no mark becomes a remark. */
pag_writtens pag_values_of(pag_renewing *r, pag_pack *pack, bool tell);

/* The mark of the rules as a whole, which is none of these; false: there is none. */
bool pag_values_whole(pag_renewing *r, pag_pack *pack, pag_written *out);

/* --- marks.c --- */
/* The year a reason begins with, as marks of ours do; 0: it does not. */
int64_t pag_mark_since(pag_str why);
/* "dal 2024: " */
pag_str pag_mark_age(const pag_renewing *r);
/* Says in the reason of its mark how old the value is; one that says it already keeps its age. */
void pag_mark_tell_age(pag_renewing *r, const pag_written *w);
/* Marks every value, or says in its reason how old it is. */
void pag_marks_edit(pag_renewing *r, const pag_writtens *values);
/* --- head.c --- */
/* The year and the title in pack { … }, and the mark of the rules as a whole: it stands for what
 * takes no mark of its own, until somebody says that this was read again too. */
void pag_head_edit(pag_renewing *r);
/* --- marks.c: applying them --- */
/* The bytes of a source with its edits. */
pag_str pag_edits_apply(pag_renewing *r, const pag_sources *sources, uint32_t source);

/* --- cases.c --- */
/* The cases of a test file that say no period are tried in the old year, whose data they hold. */
void pag_cases_edit(pag_renewing *r, pag_diagnostics *diags, uint32_t source);

/* --- remarks.c --- */
/* What stands outside the values: the plan, dated tables, words that take no mark. */
void pag_remarks_add(pag_renewing *r);
/* --- numbers.c --- */
/* The numbers of a rule file that no declaration holds. */
void pag_numbers_add(pag_renewing *r, uint32_t source);
/* Whether one of them stands in the text, a piece of a rule file. */
bool pag_numbers_within(pag_renewing *r, pag_str text);

/* --- rests.c --- */
/* Whether values that no declaration holds decide what the text, a piece of that file of the pack,
 * comes to. */
bool pag_rests_on_values(pag_renewing *r, pag_pack *pack, uint32_t source, pag_str text);

/* --- remarks.c: texts --- */
/* The numbers of a rule file, and the lines of any in which the old year stands; of a document only
 * its comments. */
void pag_texts_add(pag_renewing *r, pag_str name, uint32_t source);
void pag_remarks_sort(pag_remarks *remarks);
/* Where the old year stands in a text, not within a date or the number of an act; or text.len. */
size_t pag_mention_find(pag_str text, int64_t year, size_t from);

#endif
