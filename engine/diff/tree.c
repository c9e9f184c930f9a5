/* Splits the tokens of a rule file that has been loaded, so that its syntax is right, at the commas
 * of braces and at the ends of statements. */
#include "diff/tree.h"

#include "base/list.h"
#include "script/lexer.h"

typedef struct reading {
    pag_arena *arena;
    uint32_t source;
    size_t n;
    pag_piece *pieces;
} reading;

/* --- tokens --- */

static pag_piece *read_pieces(pag_arena *arena, pag_str bytes, uint32_t source, size_t *n)
{
    pag_symbols symbols;
    pag_lexer lexer;
    PAG_LIST(pag_piece) list = {0};
    pag_diagnostics *diags = pag_diagnostics_create(arena, pag_sources_create(arena));
    pag_refusals refusals = {.arena = arena, .diags = diags, .source = source};
    pag_symbols_init(&symbols, arena);
    pag_lexer_init(&lexer, &refusals, &symbols, bytes);
    for (;;) {
        pag_token token = pag_lexer_next(&lexer);
        const pag_str written = {bytes.at + token.offset, token.end - token.offset};
        if (token.kind == PAG_T_FINISH) break;
        PAG_LIST_ADD(arena, &list,
                     (pag_piece){token.kind, written, written, token.line, token.column});
    }
    *n = list.n;
    return list.at;
}

int pag_token_step(pag_token_kind kind)
{
    static const pag_token_kind down[] = {PAG_T_OPEN,     PAG_T_OPEN_BRACE, PAG_T_OPEN_SQUARE,
                                          PAG_T_FUNCTION, PAG_T_IF,         PAG_T_DO,
                                          PAG_T_REPEAT};
    static const pag_token_kind up[] = {PAG_T_CLOSE, PAG_T_CLOSE_BRACE, PAG_T_CLOSE_SQUARE,
                                        PAG_T_END, PAG_T_UNTIL};
    for (size_t i = 0; i < sizeof down / sizeof *down; i++) {
        if (kind == down[i]) return 1;
    }
    for (size_t i = 0; i < sizeof up / sizeof *up; i++) {
        if (kind == up[i]) return -1;
    }
    return 0;
}

static pag_str text_of(const reading *r, size_t from, size_t to)
{
    if (from >= to) return PAG_STR("");
    const pag_str first = r->pieces[from].written, last = r->pieces[to - 1].written;
    return (pag_str){first.at, (size_t)(last.at + last.len - first.at)};
}

static bool is(const reading *r, size_t at, size_t to, pag_token_kind kind)
{
    return at < to && r->pieces[at].kind == kind;
}

pag_str pag_branch_unquoted(pag_str text)
{
    bool quoted = text.len > 1 && (*text.at == '"' || *text.at == '\'');
    return quoted ? (pag_str){text.at + 1, text.len - 2} : text;
}

/* --- values --- */

static void read_entries(const reading *r, pag_branch *branch, size_t from, size_t to);

/* Where the braces begin that the value ends with; `to` when it has none, or something in front of
 * them that is more than names and texts. */
static size_t braces_of(const reading *r, size_t from, size_t to)
{
    if (!is(r, to - 1, to, PAG_T_CLOSE_BRACE)) return to;
    size_t at = from;
    while (at < to && pag_token_step(r->pieces[at].kind) == 0) at++;
    if (!is(r, at, to, PAG_T_OPEN_BRACE)) return to;
    int depth = 0;
    for (size_t i = at; i < to; i++) {
        depth += pag_token_step(r->pieces[i].kind);
        if (depth == 0) return i + 1 == to ? at : to;
    }
    return to;
}

static void read_value(const reading *r, pag_branch *branch, size_t from, size_t value, size_t to)
{
    size_t open = braces_of(r, value, to);
    branch->text = text_of(r, from, to);
    branch->value = text_of(r, value, to);
    branch->pieces = &r->pieces[from];
    branch->n_pieces = to - from;
    branch->pos = (pag_pos){r->source, r->pieces[from].line, r->pieces[from].column, 1};
    if (open == to) return;
    branch->braces = true;
    branch->lead = text_of(r, from, open);
    branch->n_lead = open - from;
    for (size_t i = value; i < open; i++) {
        if (r->pieces[i].kind == PAG_T_NAME) branch->word = r->pieces[i].text;
        if (r->pieces[i].kind == PAG_T_STRING)
            branch->said = pag_branch_unquoted(r->pieces[i].text);
    }
    read_entries(r, branch, open + 1, to - 1);
}

/* `name = …`, `["text"] = …`, or an item. */
static void read_entry(const reading *r, pag_branch *branch, size_t from, size_t to)
{
    size_t value = from;
    if (is(r, from, to, PAG_T_NAME) && is(r, from + 1, to, PAG_T_ASSIGN)) {
        branch->key = r->pieces[from].text;
        value = from + 2;
    } else if (is(r, from, to, PAG_T_OPEN_SQUARE) && is(r, from + 3, to, PAG_T_ASSIGN)) {
        branch->key = pag_branch_unquoted(r->pieces[from + 1].text);
        value = from + 4;
    }
    read_value(r, branch, from, value, to);
}

static void read_entries(const reading *r, pag_branch *branch, size_t from, size_t to)
{
    PAG_LIST(pag_branch) list = {0};
    int depth = 0;
    size_t begin = from;
    for (size_t i = from; i <= to; i++) {
        bool ends = i == to || (depth == 0 && (r->pieces[i].kind == PAG_T_COMMA ||
                                               r->pieces[i].kind == PAG_T_SEMICOLON));
        if (i < to) depth += pag_token_step(r->pieces[i].kind);
        if (!ends) continue;
        pag_branch entry = {0};
        if (begin < i) {
            read_entry(r, &entry, begin, i);
            PAG_LIST_ADD(r->arena, &list, entry);
        }
        begin = i + 1;
    }
    branch->n = list.n;
    branch->of = list.at;
}

/* --- statements --- */

/* What an expression can end with. */
static bool ends_value(pag_token_kind kind)
{
    static const pag_token_kind kinds[] = {
        PAG_T_NAME, PAG_T_STRING, PAG_T_NUMBER, PAG_T_CLOSE, PAG_T_CLOSE_BRACE, PAG_T_CLOSE_SQUARE,
        PAG_T_END,  PAG_T_TRUE,   PAG_T_FALSE,  PAG_T_NIL,   PAG_T_SEMICOLON};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (kind == kinds[i]) return true;
    }
    return false;
}

static bool begins_statement(const reading *r, size_t at)
{
    static const pag_token_kind kinds[] = {PAG_T_NAME, PAG_T_LOCAL, PAG_T_RETURN, PAG_T_FUNCTION,
                                           PAG_T_IF,   PAG_T_FOR,   PAG_T_WHILE,  PAG_T_REPEAT};
    if (at > 0 && !ends_value(r->pieces[at - 1].kind)) return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (r->pieces[at].kind == kinds[i]) return true;
    }
    return false;
}

/* The name that a statement is known by, and where its value begins. */
static void read_statement(const reading *r, pag_branch *branch, size_t from, size_t to)
{
    size_t at = from;
    if (is(r, at, to, PAG_T_LOCAL)) at++;
    bool function = is(r, at, to, PAG_T_FUNCTION);
    if (function) at++;
    if (is(r, at, to, PAG_T_NAME) || is(r, at, to, PAG_T_RETURN)) branch->key = r->pieces[at].text;
    if (is(r, at, to, PAG_T_NAME) && is(r, at + 1, to, PAG_T_STRING) && at == from) {
        branch->key = text_of(r, at, at + 2);
    }
    size_t value = is(r, at + 1, to, PAG_T_ASSIGN) ? at + 2 : from;
    read_value(r, branch, from, value, to);
}

static pag_branch *read_file(const reading *r)
{
    PAG_LIST(pag_branch) list = {0};
    int depth = 0;
    size_t begin = 0;
    for (size_t i = 0; i <= r->n; i++) {
        bool ends = i == r->n || (i > begin && depth == 0 && begins_statement(r, i));
        if (ends && begin < i) {
            pag_branch statement = {0};
            read_statement(r, &statement, begin, i);
            PAG_LIST_ADD(r->arena, &list, statement);
            begin = i;
        }
        if (i < r->n) depth += pag_token_step(r->pieces[i].kind);
    }
    pag_branch *file = PAG_NEW(r->arena, pag_branch);
    file->braces = true;
    file->pieces = r->pieces;
    file->n_pieces = r->n;
    file->n = list.n;
    file->of = list.at;
    return file;
}

pag_branch *pag_branch_read(pag_arena *arena, const pag_sources *sources, uint32_t source,
                            const pag_renames *renames)
{
    reading r = {.arena = arena, .source = source};
    r.pieces = read_pieces(arena, pag_sources_bytes(sources, source), source, &r.n);
    if (renames) pag_renames_undo(arena, renames, r.pieces, r.n);
    return read_file(&r);
}

void pag_branch_put(const pag_branch *branch, size_t from, size_t to, pag_text *out)
{
    for (size_t i = from; i < to; i++) {
        const pag_piece *piece = &branch->pieces[i];
        const char *end = piece->written.at + piece->written.len;
        pag_text_put(out, piece->text);
        if (i + 1 == to) return;
        pag_text_put(out, (pag_str){end, (size_t)(branch->pieces[i + 1].written.at - end)});
    }
}

/* --- comparing --- */

static bool same_pieces(const pag_branch *a, const pag_branch *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const pag_piece *x = &a->pieces[i], *y = &b->pieces[i];
        bool texts = x->kind == PAG_T_STRING && y->kind == PAG_T_STRING;
        pag_str s = texts ? pag_branch_unquoted(x->text) : x->text;
        pag_str t = texts ? pag_branch_unquoted(y->text) : y->text;
        if (x->kind != y->kind || !pag_str_equal(s, t)) return false;
    }
    return true;
}

bool pag_branch_led_same(const pag_branch *a, const pag_branch *b)
{
    return a->braces && b->braces && a->n_lead == b->n_lead && same_pieces(a, b, a->n_lead);
}

/* As deep as braces nest. */
bool pag_branch_same(const pag_branch *a, const pag_branch *b)
{
    if (!a->braces || !b->braces) {
        return a->braces == b->braces && a->n_pieces == b->n_pieces &&
               same_pieces(a, b, a->n_pieces);
    }
    if (!pag_branch_led_same(a, b) || a->n != b->n) return false;
    for (size_t i = 0; i < a->n; i++) {
        if (!pag_branch_same(&a->of[i], &b->of[i])) return false;
    }
    return true;
}

const pag_branch *pag_branch_entry(const pag_branch *branch, pag_str key)
{
    for (size_t i = 0; branch && i < branch->n; i++) {
        if (pag_str_equal(branch->of[i].key, key)) return &branch->of[i];
    }
    return NULL;
}
