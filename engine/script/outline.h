/* What we know of a rule file before Lua sees it: our own lexer and parser read the whole source,
 * refuse what would be silent or dangerous, note where everything stands, and write the text that
 * Lua then compiles. Lua itself knows only lines, and only of calls; this is how a cell, an
 * attribute, a band row and every call in a formula get a line and a column.
 *
 * The text for Lua has the same lines as the source and differs in eight ways:
 *   - every table constructor carries its number:      { 4, 6 }    →  {["\1"]=12, 4, 6 }
 *   - every call of a word in `sited` carries its site: least(a, b) →  least(7,a, b)   (f() → f(7))
 *   - every division becomes exact:                      a / b       →  a /__one/ b
 *     (`__one` is the exact number 1 in the environment: a/1 is exact, and so is what follows)
 *   - + - * of what may be two of Lua's whole numbers, which would wrap around in silence, goes by
 * a marker:                                            i + 1       →  i +__num+ 1
 *   - so does the left side of an order, where two texts would be compared by their letters:
 *                                                        a < b       →  a +__num< b
 *     (`__num` makes a numeral of what stands before it, and leaves a figure as it is)
 *   - a loop that counts, counts in whole numbers:       for i = 1, 9 →  for i =( 1)+__num+0, …
 *   - a key is a text or a whole number, or refused:    t[m.c]      →  t[__key..(m.c)]
 *   - where it is asked for, each instruction of a function tells that it is reached, so that what
 *     tests reach is known to the instruction:            return x    →  __at(3); return x
 *
 * Refused, with code, place and fix (codes E0401–E0449):
 *   syntax errors · `==` and `~=` unless one side is literally nil, true or false (use is(a, b)) ·
 *   decimal, hexadecimal and exponent numerals (write "0.25" in quotes; a share: "25%") · whole
 *   numerals over 15 digits · bitwise operators, `//`, `%`, `^` · goto, labels, `<close>`,
 *   `<const>` is fine · the names _ENV, _G and any that begins with two underscores · a key written
 *   twice in one table · a name nobody defines (did you mean …) · a function that assigns to a name
 *   outside itself, global or outer local · a method call with `:` on anything · a word of the
 *   vocabulary assigned to, or made a local · a sited word used other than called with (…) ·
 *   string escapes other than \n \\ \" \' · nesting over 100 levels · a source over 64 KiB · bytes
 *   that are no UTF-8 or control characters other than newline (CRLF is fine) and tab · marks
 *   that turn the direction of writing · a name defined twice, inside a block, or read at the top
 *   before it is defined · `not a == b` · more than 200 locals in a function, or 100 fields, calls
 *   and targets in a row · quotes, blanks and signs of word processors · operators of other
 *   languages · numbers like 8,5 · more values than are taken: `return a, b`, `local a = 1, 2`.
 * A byte order mark is fine. Lua's own limits on upvalues and registers (255) are not counted here:
 * whoever compiles the text tells those. After 100 refusals the rest of a file is not judged. */
#ifndef PAG_SCRIPT_OUTLINE_H
#define PAG_SCRIPT_OUTLINE_H

#include "diag/diag.h"

enum { PAG_SCRIPT_MOST_BYTES = 64 << 10, PAG_SCRIPT_MOST_DEPTH = 100 };

typedef struct pag_outline_entry {
    pag_str key;       /* of `key = value` and `["key"] = value`; empty for an item of the list */
    size_t index;      /* of an item of the list, from 1; 0 for a keyed entry */
    pag_pos key_pos;   /* of the key; for an item, of the value */
    pag_pos value_pos; /* of the value's first token; its width reaches to the value's last token on
                          the same line */
    pag_str text;      /* the value as written */
    int32_t function;  /* the value is literally a function: its index, else −1 */
} pag_outline_entry;

typedef struct pag_outline_table {
    pag_pos pos; /* of `{` */
    size_t n;
    pag_outline_entry *entries;
} pag_outline_table;

/* `m.total`, and each further name of `m.area.score`, where m is the parameter number `parameter`
 * (from 0) of this function or, in a function within, of a function around it. */
typedef struct pag_outline_read {
    int32_t function; /* whose parameter it is */
    uint32_t parameter;
    pag_str name;
    pag_pos pos; /* of the name */
    bool tested; /* it stands alone where true or false is asked: after `if`, `not`, before `and` */
    pag_str through; /* of `m.area.score`, where the name is "score": "area"; else empty */
} pag_outline_read;

typedef struct pag_outline_function {
    pag_pos pos; /* of `function` */
    uint32_t last_line;
    bool of; /* written as  word { of = function … }: nobody but the engine can call it, so its
                parameters are entries */
    pag_str text;   /* from `function` to `end` */
    int32_t parent; /* the function around it, or −1 */
    size_t n_parameters;
    pag_str *parameters;
    size_t n_reads; /* written in this function itself, not in one within */
    pag_outline_read *reads;
    uint32_t steps; /* that one call of it takes at most, of Lua's; 0: its text does not tell */
} pag_outline_function;

/* A call of a sited word. */
typedef struct pag_outline_site {
    pag_str word;
    pag_pos pos; /* of the word */
    int32_t function;
    size_t n;
    pag_str *arguments; /* as written */
    pag_pos *argument_pos;
} pag_outline_site;

/* A binary operator + - * / < <= > >= or .. , for naming the column of an error Lua gives a line.
 */
typedef struct pag_outline_operator {
    pag_str text;
    pag_pos pos;
} pag_outline_operator;

/* An instruction of a function, where marks are asked for. */
typedef struct pag_outline_mark {
    pag_pos pos;  /* of its first token */
    pag_str text; /* that token, in the source */
} pag_outline_mark;

/* A name that is read, and is no word. */
typedef struct pag_outline_mention {
    pag_str name; /* where in the source it stands */
    pag_str key;  /* it is called, and the second argument is a text in quotes: that; else empty */
    bool local;   /* of this file or a function; else of the environment */
} pag_outline_mention;

/* `use "lib/name"` */
typedef struct pag_outline_use {
    pag_str library;
    pag_pos pos; /* of the name */
} pag_outline_use;

typedef struct pag_outline {
    uint32_t source;
    pag_str for_lua;
    size_t n_tables, n_functions, n_sites, n_operators, n_defines, n_locals, n_marks, n_mentions,
        n_keys, n_uses;
    pag_outline_table *tables;       /* table number i carries the number i */
    pag_outline_function *functions; /* in the order of their first token */
    pag_outline_site *sites;
    pag_outline_operator *operators;
    pag_outline_entry
        *defines; /* names the file defines at its top level: key, key_pos, value_pos, text */
    pag_outline_entry *locals; /* the same of `local` there: of several names each has its value */
    pag_outline_mark *marks; /* mark number i carries the number i; only where they are asked for */
    pag_outline_mention *mentions;
    pag_str *keys; /* in square brackets behind a value, where they are no text in quotes and no
                      number: `k` in `p[k]` */
    pag_outline_use *uses;
} pag_outline;

/* A name that another file defines. */
typedef struct pag_given {
    pag_str name;
    uint32_t steps; /* of the function that it always means, as in pag_outline_function; 0: not
                       known */
} pag_given;

/* What a file may use. `words` are the vocabulary (sorted by nothing, any order); those before
 * n_sited are sited. `names` are further names that are defined (by pack.lua, by a library). When
 * the file calls `use "…"` with a literal at its top level, `uses` is asked which names that
 * brings; it returns false when there is no such library, and then the names of this file are not
 * judged. */
typedef struct pag_vocabulary {
    const pag_str *words;
    size_t n_words, n_sited;
    const pag_given *names;
    size_t n_names;
    bool (*uses)(void *ud, pag_str library, pag_pos pos, const pag_given **names, size_t *n);
    void *ud;
    /* The numbers of the first table and the first site, read when the text for Lua is written,
     * after every `uses`; so the files of a pack are numbered through. NULL counts from 0. */
    const uint32_t *first_table, *first_site;
    /* Not NULL: every instruction of a function is marked, from this number on. */
    const uint32_t *first_mark;
} pag_vocabulary;

/* Reads the registered source. PAG_OK with everything in `*out`, in the arena; else PAG_INVALID,
 * PAG_LIMIT or PAG_NOMEM with the reasons in `diags` (as many as can be told apart in one go; after
 * a syntax error the rest of the file is not judged). */
pag_status pag_outline_read_source(pag_arena *arena, pag_diagnostics *diags, uint32_t source,
                                   const pag_vocabulary *vocabulary, pag_outline *out);

#endif
