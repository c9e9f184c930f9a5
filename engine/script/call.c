/* Names with what hangs on them, calls, tables, functions. Knows the words whose calls carry their
 * site, and `use`, which brings a library. */
#include "script/parser.h"

enum { MOST_LINKS = PAG_SCRIPT_MOST_DEPTH };

static pag_role role_of(const pag_parser *p, const pag_token *name)
{
    const pag_symbol *s = &p->symbols.all.at[name->symbol];
    return s->local >= 0 ? PAG_ROLE_NONE : s->role;
}

/* After the `(`; leaves the values on open_values. */
static void parse_arguments(pag_parser *p, const pag_token *opener)
{
    if (p->now.kind != PAG_T_CLOSE) pag_parse_values(p);
    pag_parser_close(p, PAG_T_CLOSE, opener, true);
}

/* What is between the quotes of a text that is written there; empty for any other value. */
static pag_str text_of(pag_str value)
{
    if (value.len < 2 || (*value.at != '"' && *value.at != '\'')) return PAG_NOTHING;
    for (size_t i = 1; i + 1 < value.len; i++) {
        if (value.at[i] == *value.at || value.at[i] == '\\') return PAG_NOTHING;
    }
    bool closed = value.at[value.len - 1] == *value.at;
    return closed ? (pag_str){value.at + 1, value.len - 2} : PAG_NOTHING;
}

/* At the `(`, the string or the `{`. */
static void parse_call(pag_parser *p, pag_chain *chain)
{
    pag_token opener = p->now;
    size_t from = p->open_values.n;
    if (p->now.kind == PAG_T_OPEN_BRACE) {
        if (pag_parser_enter(p)) pag_parse_table(p);
        pag_parser_leave(p);
    } else if (pag_parser_take(p, PAG_T_OPEN)) {
        parse_arguments(p, &opener);
        bool keyed = chain->last == PAG_SUFFIX_NAME && p->open_values.n == from + 2;
        if (keyed) chain->key = text_of(p->open_values.at[from + 1].text);
    } else {
        pag_parser_advance(p);
    }
    p->open_values.n = from;
}

/* After a sited word. */
static void parse_sited_call(pag_parser *p, const pag_token *word)
{
    pag_token opener = p->now;
    if (p->now.kind != PAG_T_OPEN) {
        pag_refuse(&p->refusals, PAG_E0447, pag_parser_pos(p, word), pag_parser_text(p, word),
                   PAG_NOTHING);
        return;
    }
    pag_parser_advance(p);
    uint32_t site = pag_note_site(p, word);
    size_t from = p->open_values.n;
    parse_arguments(p, &opener);
    pag_note_arguments(p, site, from);
}

/* After `use`: the name of a library must follow, literally, at the top of the file. */
static void parse_use(pag_parser *p, const pag_token *word)
{
    pag_token opener = p->now;
    bool bracket = pag_parser_take(p, PAG_T_OPEN);
    pag_token library = p->now;
    bool literal =
        library.kind == PAG_T_STRING && (!bracket || pag_parser_ahead(p)->kind == PAG_T_CLOSE);
    if (!literal || !pag_parser_at_top(p)) {
        pag_refuse_and_stop(&p->refusals, PAG_E0448, pag_parser_pos(p, word), PAG_NOTHING,
                            PAG_NOTHING);
        p->now.kind = PAG_T_FINISH;
        return;
    }
    pag_parser_advance(p);
    if (bracket) pag_parser_close(p, PAG_T_CLOSE, &opener, true);
    pag_scope_use(p, pag_lexer_string(&p->lexer, &library), pag_parser_pos(p, &library));
}

/* What a chain begins with. */
static void parse_root(pag_parser *p, pag_chain *chain)
{
    if (p->now.kind != PAG_T_NAME) {
        pag_token opener = p->now;
        pag_parser_advance(p);
        pag_parse_expression(p);
        pag_parser_close(p, PAG_T_CLOSE, &opener, false);
        chain->last = PAG_SUFFIX_BRACKET;
        chain->fields_only = false;
        return;
    }
    pag_parser_advance(p);
    pag_role role = role_of(p, &chain->first);
    if (role != PAG_ROLE_SITED && role != PAG_ROLE_USE) return;
    if (p->now.kind == PAG_T_ASSIGN) return; /* refused as an assignment */
    if (role == PAG_ROLE_SITED) {
        parse_sited_call(p, &chain->first);
    } else {
        parse_use(p, &chain->first);
    }
    chain->last = PAG_SUFFIX_CALL;
    chain->fields_only = false;
}

/* After a dot, before which stands `last`. */
static void parse_field(pag_parser *p, pag_chain *chain, pag_token last)
{
    pag_token field;
    if (!pag_parser_name(p, &field)) return;
    bool first = chain->last == PAG_SUFFIX_NAME;
    const pag_local *local = first || chain->reads ? pag_scope_local(p, &chain->first) : NULL;
    chain->reads = local && local->kind == PAG_LOCAL_PARAMETER;
    if (first) chain->cell = field;
    if (chain->reads) {
        pag_str through = first ? PAG_STR("") : pag_lexer_text(&p->lexer, &chain->cell, &last);
        pag_note_read(p, local, through, &field);
    }
    chain->last = PAG_SUFFIX_FIELD;
}

/* A key in square brackets: false, where it is written as it is. Lua would look a figure or a
 * choice up by its bits, and find nothing. */
static bool parse_key(pag_parser *p)
{
    pag_token first = p->now;
    size_t begins = pag_note_insertion(p, PAG_INSERT_KEY);
    pag_parse_expression(p);
    bool is_written = p->before.order == first.order && first.kind != PAG_T_NAME;
    if (is_written) {
        p->insertions.at[begins].kind = PAG_INSERT_NOTHING;
    } else {
        (void)pag_note_insertion(p, PAG_INSERT_KEY_END);
    }
    return !is_written;
}

static void parse_index(pag_parser *p, pag_chain *chain)
{
    pag_token opener = p->now;
    pag_parser_advance(p);
    pag_token first = p->now;
    if (parse_key(p)) pag_note_key(p, &first);
    pag_parser_close(p, PAG_T_CLOSE_SQUARE, &opener, false);
    chain->last = PAG_SUFFIX_FIELD;
    chain->reads = false;
}

/* Functions are not called so; `value: "10%"`, as YAML has it, is no call at all, and neither is
 * `value:ceiling` where a key stands and nothing that could be called is known by that name. */
static void parse_method(pag_parser *p)
{
    const pag_token *next = pag_parser_ahead(p);
    bool key = p->entry && p->before.order == p->entry && !pag_scope_local(p, &p->before);
    bool call = next->kind == PAG_T_NAME && next->offset == p->now.end && !key;
    if (!call && p->before.kind == PAG_T_NAME) {
        pag_parser_stop(p, PAG_E0487, pag_parser_text(p, &p->before), PAG_NOTHING);
        return;
    }
    pag_refuse(&p->refusals, PAG_E0422, pag_parser_pos(p, &p->now), PAG_NOTHING, PAG_NOTHING);
    pag_parser_advance(p);
    pag_token name;
    pag_parser_name(p, &name);
}

static bool parse_link(pag_parser *p, pag_chain *chain)
{
    pag_token_kind kind = p->now.kind;
    if (kind == PAG_T_DOT) {
        pag_token last = p->before;
        pag_parser_advance(p);
        parse_field(p, chain, last);
    } else if (kind == PAG_T_OPEN_SQUARE) {
        parse_index(p, chain);
    } else if (kind == PAG_T_COLON) {
        parse_method(p);
    } else if (kind == PAG_T_OPEN || kind == PAG_T_STRING || kind == PAG_T_OPEN_BRACE) {
        pag_cost_call(p, chain->last == PAG_SUFFIX_NAME ? &chain->first : NULL);
        p->declares = kind == PAG_T_OPEN_BRACE && chain->last == PAG_SUFFIX_NAME &&
                      role_of(p, &chain->first) == PAG_ROLE_WORD;
        parse_call(p, chain);
        chain->reads = false;
        chain->last = PAG_SUFFIX_CALL;
        chain->fields_only = false;
    } else {
        return false;
    }
    return true;
}

pag_chain pag_parse_chain(pag_parser *p)
{
    pag_chain chain = {.first = p->now, .last = PAG_SUFFIX_NAME, .fields_only = true};
    parse_root(p, &chain);
    /* Lua's own messages walk such a chain by calling themselves, so it may not be long. */
    for (unsigned n = 0; parse_link(p, &chain); n++) {
        if (n == MOST_LINKS) pag_parser_stop(p, PAG_E0521, PAG_NOTHING, PAG_NOTHING);
    }
    return chain;
}

/* What a key in square brackets is known to stand for: texts, whole numbers and true or false. A
 * number begins with \1, which no text contains. */
static uint32_t symbol_of_key(pag_parser *p, const pag_token *token, pag_str *name)
{
    pag_str text = pag_parser_text(p, token);
    if (token->kind == PAG_T_STRING) {
        *name = pag_lexer_string(&p->lexer, token);
        return pag_symbols_add(&p->symbols, *name);
    }
    if (token->kind != PAG_T_NUMBER && token->kind != PAG_T_TRUE && token->kind != PAG_T_FALSE) {
        return PAG_NO_SYMBOL;
    }
    while (text.len > 1 && text.at[0] == '0') text = (pag_str){text.at + 1, text.len - 1};
    return pag_symbols_add(&p->symbols, pag_text_join(p->arena, 2, PAG_STR("\1"), text));
}

static void parse_bracket_key(pag_parser *p, pag_parser_entry *out)
{
    pag_token opener = p->now;
    pag_parser_advance(p);
    pag_token first = p->now;
    (void)parse_key(p);
    out->entry.key_pos = pag_lexer_span(&p->lexer, &first, &p->before);
    if (p->before.order == first.order) {
        out->key = symbol_of_key(p, &first, &out->entry.key);
    }
    pag_parser_close(p, PAG_T_CLOSE_SQUARE, &opener, false);
    pag_parser_expect(p, PAG_T_ASSIGN);
}

static void parse_name_key(pag_parser *p, pag_parser_entry *out)
{
    out->entry.key = pag_parser_text(p, &p->now);
    out->entry.key_pos = pag_parser_pos(p, &p->now);
    out->key = p->now.symbol;
    pag_parser_advance(p);
    pag_parser_advance(p);
}

/* Whether a formula of a cell begins here, with a mark around it or without. */
static bool at_formula(pag_parser *p)
{
    if (p->now.kind != PAG_T_NAME) return p->now.kind == PAG_T_FUNCTION;
    return pag_str_equal(pag_parser_text(p, &p->now), PAG_STR("to_confirm")) &&
           pag_parser_ahead(p)->kind == PAG_T_OPEN;
}

/* One entry, onto open_entries. */
static void parse_entry(pag_parser *p, size_t *n_items, bool declares)
{
    pag_parser_entry out = {.key = PAG_NO_SYMBOL};
    bool item = false;
    if (p->now.kind == PAG_T_NAME && pag_parser_ahead(p)->kind == PAG_T_ASSIGN) {
        parse_name_key(p, &out);
        p->of = declares && pag_str_equal(out.entry.key, PAG_STR("of")) && at_formula(p);
    } else if (p->now.kind == PAG_T_OPEN_SQUARE) {
        parse_bracket_key(p, &out);
    } else {
        item = true;
        p->entry = p->now.order;
    }
    pag_value value = pag_parse_value(p);
    p->of = false;
    if (!item) (void)pag_parser_judge_comma(p);
    out.entry.value_pos = value.pos;
    out.entry.text = value.text;
    out.entry.function = value.function;
    if (item) {
        out.entry.index = ++*n_items;
        out.entry.key_pos = value.pos;
    }
    PAG_LIST_ADD(p->arena, &p->open_entries, out);
}

/* Whether an instruction begins or a block ends here: then the table should have ended before. */
static bool at_instruction(pag_parser *p)
{
    static const pag_token_kind kinds[] = {
        PAG_T_LOCAL, PAG_T_RETURN, PAG_T_IF,   PAG_T_FOR,    PAG_T_WHILE, PAG_T_REPEAT, PAG_T_DO,
        PAG_T_END,   PAG_T_ELSE,   PAG_T_THEN, PAG_T_ELSEIF, PAG_T_UNTIL, PAG_T_BREAK};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (p->now.kind == kinds[i]) return true;
    }
    return p->now.kind == PAG_T_FUNCTION && pag_parser_ahead(p)->kind == PAG_T_NAME;
}

void pag_parse_table(pag_parser *p)
{
    pag_layout layout = pag_layout_open(p);
    uint32_t number = pag_note_table(p);
    size_t from = p->open_entries.n;
    size_t n_items = 0;
    bool declares = p->declares;
    p->declares = false;
    while (p->now.kind != PAG_T_CLOSE_BRACE && p->now.kind != PAG_T_FINISH) {
        if (at_instruction(p)) break;
        pag_layout_entry(p, &layout);
        parse_entry(p, &n_items, declares);
        if (!pag_parser_take(p, PAG_T_COMMA) && !pag_parser_take(p, PAG_T_SEMICOLON)) break;
    }
    pag_layout_close(p, &layout, !at_instruction(p));
    pag_note_entries(p, number, from);
}

/* The names in brackets become the function's first locals. */
static void parse_parameters(pag_parser *p, int32_t number)
{
    pag_token opener = p->now;
    size_t from = p->locals.n;
    pag_parser_expect(p, PAG_T_OPEN);
    bool more = p->now.kind != PAG_T_CLOSE && !p->refusals.stopped;
    for (uint32_t i = 0; more; i++) {
        pag_token name;
        if (pag_parser_take(p, PAG_T_DOTS)) {
            p->function->takes_more = true;
            break;
        }
        if (!pag_parser_name(p, &name)) break;
        pag_scope_declare(p, &name, PAG_LOCAL_PARAMETER, i);
        more = pag_parser_take(p, PAG_T_COMMA);
    }
    pag_parser_close(p, PAG_T_CLOSE, &opener, true);
    pag_note_parameters(p, number, from);
}

void pag_parse_function(pag_parser *p, int32_t function, const pag_token *first)
{
    pag_function_scope scope = {.outer = p->function, .index = function};
    p->function = &scope;
    if (pag_parser_enter(p)) {
        size_t opened = pag_scope_open(p);
        parse_parameters(p, function);
        pag_parse_block(p);
        pag_parser_close(p, PAG_T_END, first, false);
        pag_scope_close(p, opened);
    }
    pag_parser_leave(p);
    p->function = scope.outer;
    pag_note_function_end(p, function, first);
}
