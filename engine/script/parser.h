/* The parser of rule files, between its own files: a descent along Lua's grammar that keeps the
 * scopes, notes what the outline is made of, and where the text for Lua needs a word more.
 *
 *   parser.c      moving through the tokens, brackets, depth
 *   layout.c      where a brace is missing or too many
 *   scope.c       locals, and what every name means
 *   note.c        tables, functions, reads, sites; insertions for Lua
 *   cost.c        how many steps a function takes at most
 *   expression.c  values        call.c  calls, tables, functions
 *   statement.c   instructions  assign.c  what may be assigned to
 *
 * After a refusal that stops, `now` is the end of the file, and every loop and descent ends by it.
 */
#ifndef PAG_SCRIPT_PARSER_H
#define PAG_SCRIPT_PARSER_H

#include "script/lexer.h"
#include "script/outline.h"

typedef enum pag_local_kind { PAG_LOCAL, PAG_LOCAL_CONSTANT, PAG_LOCAL_PARAMETER } pag_local_kind;

typedef struct pag_local {
    uint32_t symbol;
    pag_str name; /* as it stands in the source */
    pag_local_kind kind;
    int32_t function; /* whose it is; −1: the file's */
    uint32_t parameter;
    int32_t hidden; /* the local of the same name that it hides, or −1 */
    int32_t names;  /* of `local function`: that function, else −1 */
    pag_pos pos;
} pag_local;

/* The function being read, and those around it. The file itself is the outermost, number −1. */
typedef struct pag_function_scope {
    struct pag_function_scope *outer;
    int32_t index;
    bool takes_more; /* its parameters end with `...` */
    unsigned blocks, loops;
    size_t n_locals; /* in scope now, with Lua's own of `for` loops */
} pag_function_scope;

/* Words to put into the text for Lua, after the byte before `offset`. */
typedef enum pag_insertion_kind {
    PAG_INSERT_TABLE,
    PAG_INSERT_SITE,       /* arguments follow */
    PAG_INSERT_SITE_ALONE, /* `()` */
    PAG_INSERT_DIVISION,
    PAG_INSERT_SUM,        /* after + */
    PAG_INSERT_DIFFERENCE, /* after - */
    PAG_INSERT_PRODUCT,    /* after * */
    PAG_INSERT_ORDER,      /* before < <= > >= */
    PAG_INSERT_BOUND,      /* before and after a bound of a loop */
    PAG_INSERT_BOUND_END,
    PAG_INSERT_KEY, /* before and after a key in square brackets */
    PAG_INSERT_KEY_END,
    PAG_INSERT_MARK,   /* before an instruction */
    PAG_INSERT_NOTHING /* found needless later */
} pag_insertion_kind;

typedef struct pag_insertion {
    pag_insertion_kind kind;
    uint32_t offset, number;
} pag_insertion;

typedef struct pag_parser_entry {
    pag_outline_entry entry;
    uint32_t key; /* a symbol of what the key stands for, or PAG_NO_SYMBOL */
} pag_parser_entry;

typedef struct pag_parser_read {
    int32_t within; /* the function it is written in */
    pag_outline_read read;
} pag_parser_read;

/* A name that nobody had defined when it was read. */
typedef struct pag_parser_unknown {
    uint32_t symbol;
    bool at_top;
    pag_pos pos;
    pag_str near;       /* the local it looks like, or empty */
    pag_str parameters; /* of the formula, with this name among them, where it is read like an
                           entry; else empty */
} pag_parser_unknown;

/* A function calls another one; see cost.c. */
typedef struct pag_parser_call {
    int32_t function; /* the one that is called, or −1: the one that `symbol` names */
    uint32_t symbol;
    uint32_t before; /* the call in the same function before this one, or PAG_NO_CALL */
} pag_parser_call;
#define PAG_NO_CALL UINT32_MAX

/* What decides how many steps a call of a function takes. */
typedef struct pag_parser_cost {
    uint32_t first_token, n_tokens;
    uint32_t last_call; /* among `calls`, or PAG_NO_CALL */
    bool endless;       /* it has a loop, or calls what nobody knows */
    bool renamed;       /* the name of this local function gets another value somewhere */
} pag_parser_cost;

/* A value as written; `function` as in pag_outline_entry. */
typedef struct pag_value {
    pag_pos pos;
    pag_str text;
    int32_t function;
} pag_value;

typedef enum pag_suffix {
    PAG_SUFFIX_NAME,
    PAG_SUFFIX_FIELD,
    PAG_SUFFIX_CALL,
    PAG_SUFFIX_BRACKET
} pag_suffix;
/* `a`, `a.b`, `a[i].b`, `a(b).c`, `(a)`: what it begins with and how it ends. */
typedef struct pag_chain {
    pag_token first;
    pag_suffix last;
    bool fields_only; /* a name and fields, nothing else */
    bool reads;       /* so far it reads a cell: `m.area`, where m is a parameter */
    pag_token cell;   /* the first name after the parameter */
    pag_str key;      /* of `a(b, "key")`, where it begins so: that text; else empty */
} pag_chain;

/* A table while it is read, and how far in its lines stand; see layout.c. */
typedef struct pag_layout {
    pag_token opener;
    uint32_t margin; /* where the line of the `{` begins */
    bool begun;      /* it has an entry */
    bool flat;       /* its first entry stands no further in than that line */
} pag_layout;

typedef struct pag_parser {
    pag_arena *arena;
    const pag_vocabulary *vocabulary;
    pag_refusals refusals;
    pag_symbols symbols;
    pag_lexer lexer;
    pag_token before, now, ahead; /* `ahead` only when has_ahead */
    bool has_ahead;
    uint32_t entry;  /* the order of the token that the last entry without a key began with */
    uint32_t margin; /* the column of the first token on the line of `now` */
    pag_token swallower, swallowed; /* the first `{` that an entry too far left stands behind, and
                                       that entry; `line` 0: none */
    unsigned depth;
    unsigned braces;    /* `{` before `now` that wait for their `}` */
    pag_token early;    /* the first `}` behind which nothing is open and entries seem to go on;
                           `line` 0: none */
    unsigned brackets;  /* `(` before `now` that wait for their `)` */
    pag_token sentence; /* the last `#` before what reads like a sentence; else no PAG_T_LENGTH */
    pag_function_scope *function;
    bool names_are_known; /* false once a library could not be found */
    PAG_LIST(pag_local) locals;
    PAG_LIST(pag_parser_unknown) unknown;
    PAG_LIST(pag_str) given; /* names that libraries brought */
    /* stacks, where the parts of what is being read wait for its end */
    PAG_LIST(pag_parser_entry) open_entries;
    PAG_LIST(pag_value) open_values;
    PAG_LIST(pag_token) open_names;
    /* what the outline is made of */
    PAG_LIST(pag_outline_table) tables;
    PAG_LIST(pag_outline_function) functions;
    PAG_LIST(pag_parser_cost) costs; /* of each function */
    PAG_LIST(pag_parser_call) calls;
    PAG_LIST(pag_outline_entry) top_locals;
    PAG_LIST(pag_parser_read) reads;
    PAG_LIST(pag_outline_site) sites;
    PAG_LIST(pag_outline_operator) operators;
    PAG_LIST(pag_outline_entry) defines;
    PAG_LIST(pag_insertion) insertions;
    PAG_LIST(pag_outline_mark) marks;
    PAG_LIST(pag_outline_mention) mentions;
    PAG_LIST(pag_str) keys;
    PAG_LIST(pag_outline_use) uses;
    bool declares; /* the table that begins now follows a word: money { … } */
    bool of;       /* the function that begins now is the value of `of` in such a table */
} pag_parser;

/* --- parser.c --- */
void pag_parser_advance(pag_parser *p);
const pag_token *pag_parser_ahead(pag_parser *p);
pag_pos pag_parser_pos(const pag_parser *p, const pag_token *token);
pag_str pag_parser_text(const pag_parser *p, const pag_token *token);
bool pag_parser_take(pag_parser *p, pag_token_kind kind);
/* Where reading ends within a few words behind `#`: tells that it begins no comment, and stops;
 * false elsewhere. */
bool pag_parser_stop_comment(pag_parser *p);
/* A syntax error at `now`: nothing more is read. */
void pag_parser_stop(pag_parser *p, pag_code code, pag_str a, pag_str b);
/* The next token must be of this kind. */
void pag_parser_expect(pag_parser *p, pag_token_kind kind);
/* The same, for what closes `opener`; `in_list` if a comma could be what is missing. */
void pag_parser_close(pag_parser *p, pag_token_kind kind, const pag_token *opener, bool in_list);
/* False if the next token is no name; the reason is told. */
bool pag_parser_name(pag_parser *p, pag_token *out);
/* One level deeper. False, and told, if that is too deep; leave anyway. */
bool pag_parser_enter(pag_parser *p);
void pag_parser_leave(pag_parser *p);
/* Not inside any function or block. */
bool pag_parser_at_top(const pag_parser *p);

/* --- layout.c --- */
pag_layout pag_layout_open(const pag_parser *p);          /* at the `{` */
void pag_layout_entry(pag_parser *p, pag_layout *layout); /* an entry begins at `now` */
/* Like pag_parser_close, for the `}`. */
void pag_layout_close(pag_parser *p, const pag_layout *layout, bool in_list);
/* At a syntax error at `now` where nothing is open: whether a `}` above is why; then it is told,
 * and nothing more is read. */
bool pag_layout_blames(pag_parser *p);

/* --- scope.c --- */
void pag_scope_begin(pag_parser *p); /* the vocabulary */
void pag_scope_declare(pag_parser *p, const pag_token *name, pag_local_kind kind,
                       uint32_t parameter);
size_t pag_scope_open(pag_parser *p);
void pag_scope_close(pag_parser *p, size_t opened);
/* Lua keeps n locals of its own in a `for`. */
void pag_scope_reserve(pag_parser *p, size_t n, const pag_token *at);
/* The local a name means here, or NULL. */
const pag_local *pag_scope_local(const pag_parser *p, const pag_token *name);
/* The name that the chain begins with, if it does, is read: it is known, or noted as unknown. */
void pag_scope_read(pag_parser *p, const pag_chain *chain);
/* The file defines a name. */
void pag_scope_define(pag_parser *p, const pag_token *name, const pag_value *value);
/* A library brings names. */
void pag_scope_use(pag_parser *p, pag_str library, pag_pos pos);
/* At the end of the file: what is still unknown is refused. */
void pag_scope_finish(pag_parser *p);
/* An instruction that is only a name: perhaps a misspelt keyword. Stops. */
void pag_scope_refuse_lone(pag_parser *p, const pag_token *name);

/* --- note.c --- */
uint32_t pag_note_table(pag_parser *p); /* at its `{`; its number */
/* Takes the entries above `from` off the stack; refuses keys written twice. */
void pag_note_entries(pag_parser *p, uint32_t table, size_t from);
int32_t pag_note_function(pag_parser *p); /* at `function`; its number */
void pag_note_parameters(pag_parser *p, int32_t function, size_t from);
void pag_note_function_end(pag_parser *p, int32_t function, const pag_token *first);
void pag_note_read(pag_parser *p, const pag_local *parameter, pag_str through,
                   const pag_token *field);
/* What stands from `first` to `last` is asked whether it is true; it may be the last read. */
void pag_note_tested(pag_parser *p, const pag_token *first, const pag_token *last);
uint32_t pag_note_site(pag_parser *p, const pag_token *word); /* `now` is after the `(` */
/* Takes the values above `from` off the stack. */
void pag_note_arguments(pag_parser *p, uint32_t site, size_t from);
/* At a binary operator. The index of what was put in for it, to take back if it is needless. */
size_t pag_note_operator(pag_parser *p);
/* An instruction begins at `now`; the name that the chain begins with, no word, is read. */
void pag_note_mark(pag_parser *p);
void pag_note_mention(pag_parser *p, const pag_chain *chain, bool local);
/* From `first` to the token before. */
void pag_note_key(pag_parser *p, const pag_token *first);
/* Puts something in after the token before; its number. */
size_t pag_note_insertion(pag_parser *p, pag_insertion_kind kind);
/* Everything noted, in the shape of the outline; the text for Lua. */
void pag_note_finish(pag_parser *p, pag_outline *out);

/* --- cost.c --- */
void pag_cost_begin(pag_parser *p); /* at the first token of the function noted last */
void pag_cost_end(pag_parser *p, int32_t function);
void pag_cost_loop(pag_parser *p);
/* A call of what stands before it: of `name` alone, or (NULL) of anything else. */
void pag_cost_call(pag_parser *p, const pag_token *name);
/* The local gets a value. */
void pag_cost_assign(pag_parser *p, const pag_local *local);
/* At the end of the file, when all names are known: how many steps each function takes at most. */
void pag_cost_finish(pag_parser *p);

/* --- expression.c --- */
void pag_parse_expression(pag_parser *p);
pag_value pag_parse_value(pag_parser *p);
/* The same, where true or false is asked. */
void pag_parse_condition(pag_parser *p);
/* Values with commas between, onto open_values. */
void pag_parse_values(pag_parser *p);
/* Of the values above `from`, `most` are taken; the next one is refused. */
void pag_parse_values_end(pag_parser *p, size_t from, size_t most);
/* At a comma after the number `before`: 8,5 is refused, 8, 5 is not. True when it was. */
bool pag_parser_judge_comma(pag_parser *p);

/* --- call.c --- */
/* An unknown name at the beginning is not refused yet: see pag_scope_read. */
pag_chain pag_parse_chain(pag_parser *p);
void pag_parse_table(pag_parser *p);
/* At `function` or, if it has a name, after that; `first` is its `function`. */
void pag_parse_function(pag_parser *p, int32_t function, const pag_token *first);

/* --- statement.c, assign.c --- */
void pag_parse_block(pag_parser *p);
/* An instruction that begins with a value: a call or an assignment. */
void pag_parse_call_or_assignment(pag_parser *p);
/* `function name() … end`, at its `function`. */
void pag_parse_named_function(pag_parser *p);

/* --- rewrite.c --- */
pag_str pag_rewrite(pag_arena *arena, pag_str text, const pag_insertion *insertions, size_t n,
                    const pag_vocabulary *vocabulary);

#endif
