/* What the files of this room share: the file being read, its places, and how a refusal is told.
 * libyaml's marks count code points from where it began to read; the offsets here are bytes from
 * the start of the source. */
#ifndef PAG_YAML_INSIDE_H
#define PAG_YAML_INSIDE_H

#include "yaml/yaml.h"

#include <yaml.h>

typedef struct pag_yaml_file {
    pag_arena *arena;
    pag_diagnostics *diags;
    uint32_t source;
    pag_str bytes;         /* the whole source */
    size_t start;          /* where libyaml begins: behind a byte order mark and directives */
    uint32_t lines_before; /* how many lines stand in front of `start` */
    size_t walked_index, walked_offset; /* the last mark that was turned into an offset */
    size_t errors;
    pag_status status; /* of the worst refusal */
} pag_yaml_file;

#define PAG_YAML_NOWHERE SIZE_MAX

/* The last value that was read to its end; NOWHERE when there is none. */
typedef struct pag_yaml_value {
    size_t from, to;
} pag_yaml_value;

/* Where libyaml gave up, copied from its parser, with what the reader knew. */
typedef struct pag_yaml_trouble {
    const char *problem, *context; /* libyaml's words, never NULL */
    size_t at;                     /* of the problem, at most the length of the file */
    size_t since;                  /* of the context, or NOWHERE */
    size_t bracket;                /* the innermost one that is open, or NOWHERE */
    pag_yaml_value before;
} pag_yaml_trouble;

/* place.c */
size_t pag_yaml_offset(pag_yaml_file *file, yaml_mark_t mark);
pag_pos pag_yaml_pos(const pag_yaml_file *file, yaml_mark_t from, yaml_mark_t to);
pag_pos pag_yaml_pos_at(const pag_yaml_file *file, size_t offset, size_t len);
/* The byte at `offset`, 0 behind the end. */
char pag_yaml_byte(const pag_yaml_file *file, size_t offset);
size_t pag_yaml_line_start(const pag_yaml_file *file, size_t offset);
size_t pag_yaml_line_end(const pag_yaml_file *file, size_t offset); /* of its last byte, CR off */
size_t pag_yaml_skip_blanks(const pag_yaml_file *file, size_t offset); /* and tabs */
bool pag_yaml_is_space(char c); /* a blank, a tab, an end of line or the end of the file */
/* The bytes from one offset to another, cut to what a message can show. */
pag_str pag_yaml_excerpt(const pag_yaml_file *file, size_t from, size_t to);
pag_str pag_yaml_clip(pag_str text);
/* Adds an error; `argument` fills {0} unless its `at` is NULL. */
pag_diagnostic *pag_yaml_refuse(pag_yaml_file *file, pag_code code, pag_pos pos, pag_str argument);
pag_diagnostic *pag_yaml_refuse_two(pag_yaml_file *file, pag_code code, pag_pos pos, pag_str first,
                                    pag_str second);
/* E0229: a name, the text with its comma, and how it must be written. */
void pag_yaml_refuse_comma(pag_yaml_file *file, pag_pos pos, const pag_str arguments[3]);
/* True when there are so many errors that reading stops at `pos`; says so. */
bool pag_yaml_stops(pag_yaml_file *file, pag_pos pos);
bool pag_yaml_full(const pag_yaml_file *file);

/* bytes.c: what can be said before libyaml looks. False when libyaml need not look. */
bool pag_yaml_check_bytes(pag_yaml_file *file);
/* Refuses directives in front of the document and moves `start` behind them: libyaml takes
 * quadratic time over many of them. False when only comments and blank lines are left. */
bool pag_yaml_skip_directives(pag_yaml_file *file);
/* Nothing but blank lines and comments may follow the end of the document, which is at `offset`. */
void pag_yaml_check_tail(pag_yaml_file *file, size_t offset, pag_yaml_value root);

/* keys.c */
/* Refuses every key that stands in `pairs` a second time; empty keys are not looked at. */
void pag_yaml_check_twice(pag_yaml_file *file, pag_arena *scratch, const pag_pair *pairs, size_t n);
/* A no-break space in [from, to) where a blank has a meaning and this has none: at either end,
 * behind a colon, behind the dash of a list. NOWHERE if there is none, or the text is in quotes. */
size_t pag_yaml_find_no_break(const pag_yaml_file *file, size_t from, size_t to);
void pag_yaml_refuse_no_break(pag_yaml_file *file, size_t at);
/* "voto:7": a key and a value without the blank between them. */
bool pag_yaml_lacks_blank(pag_str text);

/* "8" and "50", "1.234" and "56%" or "56 €": the two halves of a number that a comma has parted. */
bool pag_yaml_are_halves(pag_str whole, pag_str decimals);

/* lines.c */
/* Where the text of the line around `at` begins. */
size_t pag_yaml_text_start(const pag_yaml_file *file, size_t at);
/* Where the text from `from` on ends on its line, without the comment behind it. */
size_t pag_yaml_text_end(const pag_yaml_file *file, size_t from);
/* Behind the dashes of a list with which a line may begin. */
size_t pag_yaml_skip_dashes(const pag_yaml_file *file, size_t at);
/* The first colon with a blank behind it in [from, to), or `to`. */
size_t pag_yaml_find_colon(const pag_yaml_file *file, size_t from, size_t to);
/* The text of the last line before the one around `at` that is neither blank nor a comment;
 * NOWHERE if there is none. */
size_t pag_yaml_line_above(const pag_yaml_file *file, size_t at);
/* "nome" or "voto:7" at `from`, where a key and its value are wanted; `line` is where the text of
 * its line begins, in front of the dashes of a list. */
void pag_yaml_tell_no_colon(pag_yaml_file *file, size_t line, size_t from);
/* Tells what is written wrong on the line around `offset`, or on the one above, if that is why the
 * line does not line up: "-name: B", "voto:7", "- B" in front of the other keys of an entry. */
bool pag_yaml_tell_slip(pag_yaml_file *file, size_t offset);

/* trouble.c: tells what libyaml could not read. */
void pag_yaml_tell(pag_yaml_file *file, const pag_yaml_trouble *trouble);
/* The same for what follows a complete value at `offset`; false if nothing special is there. */
bool pag_yaml_tell_rest(pag_yaml_file *file, size_t offset, pag_yaml_value before);
/* A line that stands at the wrong indentation, to be compared with the one at `other`, or, if that
 * is NOWHERE, with the one above. */
void pag_yaml_tell_indentation(pag_yaml_file *file, size_t offset, size_t other);

#endif
