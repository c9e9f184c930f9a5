/* A rule file as what it declares: statements, and within braces entries, with the bytes of each.
 * Read from tokens, so that blanks and comments do not count. */
#ifndef PAG_DIFF_TREE_H
#define PAG_DIFF_TREE_H

#include "diag/diag.h"
#include "script/token.h"

typedef struct pag_piece {
    pag_token_kind kind;
    pag_str text; /* what it is compared by: of a name that is only called otherwise, the other */
    pag_str written; /* in the file */
    uint32_t line, column;
} pag_piece;

/* Names of the second pack that are others in the first, see rename.c. */
typedef struct pag_renames pag_renames;

typedef struct pag_branch pag_branch;
struct pag_branch {
    pag_str key;   /* the name that it declares; empty for an item */
    pag_str lead;  /* before the braces: "share = percent"; of what has none empty */
    pag_str word;  /* the last name of the lead: "percent", "bands" */
    pag_str said;  /* the text in quotes before the braces: "result_pay"; may be empty */
    pag_str text;  /* all of it, as written */
    pag_str value; /* behind the key, as written */
    pag_pos pos;
    pag_piece *pieces; /* n_pieces of them; the lead has the first n_lead */
    size_t n_pieces, n_lead;
    bool braces;
    size_t n;
    pag_branch *of; /* n entries within the braces; of a file its statements */
};

/* The source has been loaded as a rule file. `renames` (NULL: none) are taken back. */
pag_branch *pag_branch_read(pag_arena *arena, const pag_sources *sources, uint32_t source,
                            const pag_renames *renames);
/* Appends the branch from its piece number `from` up to `to` as written, but with names taken back.
 */
void pag_branch_put(const pag_branch *branch, size_t from, size_t to, pag_text *out);
/* The same words, whatever the blanks, comments and commas at ends. */
bool pag_branch_same(const pag_branch *a, const pag_branch *b);
/* The same lead, and both have braces. */
bool pag_branch_led_same(const pag_branch *a, const pag_branch *b);
/* How much deeper it is behind the token. `for` and `while` end with the `end` of their `do`. */
int pag_token_step(pag_token_kind kind);
/* The entry with that key; NULL: there is none. Takes NULL. */
const pag_branch *pag_branch_entry(const pag_branch *branch, pag_str key);
/* A text in quotes without them. */
pag_str pag_branch_unquoted(pag_str text);

/* --- kinds.c --- */
/* Titles, sources, notes: nothing is computed with them. */
bool pag_key_is_words(pag_str key);
/* A subject, or a list. */
bool pag_branch_is_group(const pag_branch *branch);

/* --- naming.c --- */
/* Puts names of the first pack in place of those of the second, in n pieces of a whole file. */
void pag_renames_undo(pag_arena *arena, const pag_renames *renames, pag_piece *pieces, size_t n);

/* --- marks.c --- */
/* How many values of it are marked as still to be confirmed. */
size_t pag_branch_marks(const pag_branch *branch);
/* The same words but for such marks. */
bool pag_branch_same_unmarked(pag_arena *arena, const pag_branch *a, const pag_branch *b);

#endif
