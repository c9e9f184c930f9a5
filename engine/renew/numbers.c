/* Numbers that no declaration holds: written in a formula, or given a name of their own. They are
 * carried over without a mark, so the places are named. A number that says how something is counted
 * (0, 1, 100%, 1%) is none of them. */
#include "bind/bind.h"
#include "renew/internal.h"
#include "script/lexer.h"
#include "script/outline.h"

typedef struct reading {
    pag_renewing *r;
    const pag_outline *outline;
    pag_lexer lexer;
    uint32_t source, last_line; /* of the last number that was told */
    size_t depth;               /* of braces and parentheses that are open */
    bool in_named;              /* within the braces of  name = { … } */
    pag_token_kind before[2];   /* the tokens before this one, the nearest first */
} reading;

static bool counts_only(pag_arena *arena, pag_number number)
{
    static const char *const texts[] = {"0", "1", "0.01"};
    bool found = false;
    for (size_t i = 0; i < sizeof texts / sizeof *texts && !found; i++) {
        pag_number one;
        (void)pag_number_parse(arena, pag_str_from(texts[i]), &one);
        found = pag_number_order(number, one) == 0;
    }
    return found;
}

/* Whether the token is a number, as a numeral or within quotes. */
static bool is_number(reading *n, const pag_token *token)
{
    pag_number number;
    pag_str text = pag_lexer_text(&n->lexer, token, token);
    if (token->kind == PAG_T_STRING) text = pag_lexer_string(&n->lexer, token);
    if (token->kind != PAG_T_STRING && token->kind != PAG_T_NUMBER) return false;
    bool parsed = pag_number_parse(n->r->arena, text, &number) == PAG_NUMBER_OK;
    return parsed && !counts_only(n->r->arena, number);
}

/* name = 5, and what stands in  name = { … }: no attribute of a declaration. */
static bool is_named(const reading *n)
{
    bool alone = !n->depth && n->before[0] == PAG_T_ASSIGN && n->before[1] == PAG_T_NAME;
    return alone || n->in_named;
}

/* Within a value that gets a mark, which is then about it too: the formula of a row. */
static bool is_marked(const reading *n, pag_str text)
{
    const pag_writtens *all = n->r->values;
    for (size_t i = 0; all && i < all->n; i++) {
        pag_str value = all->at[i].text;
        if (text.at >= value.at && text.at < value.at + value.len) return true;
    }
    return false;
}

/* What that line is named for already, as a value that takes no mark. */
static bool is_told(const reading *n, uint32_t line)
{
    const pag_remarks *all = &n->r->remarks;
    for (size_t i = 0; i < all->n; i++) {
        const pag_renewed_remark *m = &all->at[i];
        bool kind = m->kind == PAG_RENEWED_FUNCTION;
        if (kind && m->pos.source == n->source && m->pos.line == line) return true;
    }
    return n->last_line == line;
}

static void look_at(reading *n, const pag_token *token)
{
    pag_str text = pag_lexer_text(&n->lexer, token, token);
    if (!is_number(n, token) || is_told(n, token->line)) return;
    if (!is_named(n) && !pag_place_in_function(n->outline, text)) return;
    if (is_marked(n, text)) return;
    const pag_sources *sources = pag_pack_sources(n->r->old);
    pag_str line = pag_sources_line(sources, n->source, token->line);
    while (line.len && (*line.at == ' ' || *line.at == '\t')) {
        line = (pag_str){line.at + 1, line.len - 1};
    }
    n->last_line = token->line;
    pag_renewing_remark(n->r, PAG_RENEWED_NUMBER, pag_lexer_pos(&n->lexer, token), (pag_str){"", 0},
                        pag_place_short(n->r->arena, line));
}

static void step(reading *n, const pag_token *token)
{
    bool opens = token->kind == PAG_T_OPEN || token->kind == PAG_T_OPEN_BRACE;
    bool closes = token->kind == PAG_T_CLOSE || token->kind == PAG_T_CLOSE_BRACE;
    if (opens && !n->depth) n->in_named = n->before[0] == PAG_T_ASSIGN;
    if (opens) n->depth++;
    if (closes && n->depth) n->depth--;
    n->in_named = n->in_named && n->depth;
    n->before[1] = n->before[0];
    n->before[0] = token->kind;
}

static void open_text(reading *n, pag_refusals *refusals, pag_symbols *symbols, pag_str text)
{
    *refusals = (pag_refusals){.arena = n->r->arena, .diags = n->r->diags, .source = n->source};
    pag_symbols_init(symbols, n->r->arena);
    pag_lexer_init(&n->lexer, refusals, symbols, text);
}

void pag_numbers_add(pag_renewing *r, uint32_t source)
{
    const pag_outline *outline = pag_place_outline(r->old, source);
    if (!outline) return;
    pag_refusals refusals;
    pag_symbols symbols;
    reading n = {.r = r, .outline = outline, .source = source};
    open_text(&n, &refusals, &symbols, pag_sources_bytes(pag_pack_sources(r->old), source));
    for (;;) {
        pag_token token = pag_lexer_next(&n.lexer);
        if (token.kind == PAG_T_FINISH) break;
        look_at(&n, &token);
        step(&n, &token);
    }
}

bool pag_numbers_within(pag_renewing *r, pag_str text)
{
    pag_refusals refusals;
    pag_symbols symbols;
    reading n = {.r = r};
    open_text(&n, &refusals, &symbols, text);
    for (;;) {
        pag_token token = pag_lexer_next(&n.lexer);
        if (token.kind == PAG_T_FINISH) return false;
        if (is_number(&n, &token)) return true;
    }
}
