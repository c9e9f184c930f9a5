/* Instructions and blocks. */
#include "script/parser.h"

/* A block of a function or instruction: its own scope, one level deeper. */
static void parse_inner_block(pag_parser *p)
{
    if (pag_parser_enter(p)) {
        size_t opened = pag_scope_open(p);
        pag_parse_block(p);
        pag_scope_close(p, opened);
    }
    pag_parser_leave(p);
}

static void parse_loop_block(pag_parser *p)
{
    pag_cost_loop(p);
    p->function->loops++;
    parse_inner_block(p);
    p->function->loops--;
}

static void parse_semicolon(pag_parser *p)
{
    pag_parser_advance(p);
}

static void parse_do(pag_parser *p)
{
    pag_token opener = p->now;
    pag_parser_advance(p);
    parse_inner_block(p);
    pag_parser_close(p, PAG_T_END, &opener, false);
}

static void parse_if(pag_parser *p)
{
    pag_token opener = p->now;
    do {
        pag_parser_advance(p);
        pag_parse_condition(p);
        pag_parser_expect(p, PAG_T_THEN);
        parse_inner_block(p);
    } while (p->now.kind == PAG_T_ELSEIF);
    if (pag_parser_take(p, PAG_T_ELSE)) parse_inner_block(p);
    pag_parser_close(p, PAG_T_END, &opener, false);
}

static void parse_while(pag_parser *p)
{
    pag_token opener = p->now;
    pag_parser_advance(p);
    pag_parse_condition(p);
    pag_parser_expect(p, PAG_T_DO);
    parse_loop_block(p);
    pag_parser_close(p, PAG_T_END, &opener, false);
}

/* The condition sees the locals of the block. */
static void parse_repeat(pag_parser *p)
{
    pag_token opener = p->now;
    pag_parser_advance(p);
    pag_cost_loop(p);
    p->function->loops++;
    if (pag_parser_enter(p)) {
        size_t opened = pag_scope_open(p);
        pag_parse_block(p);
        pag_parser_close(p, PAG_T_UNTIL, &opener, false);
        pag_parse_condition(p);
        pag_scope_close(p, opened);
    }
    pag_parser_leave(p);
    p->function->loops--;
}

/* Lua would count with the binary decimal that a text stands for. */
static void parse_bound(pag_parser *p)
{
    (void)pag_note_insertion(p, PAG_INSERT_BOUND);
    pag_parse_expression(p);
    (void)pag_note_insertion(p, PAG_INSERT_BOUND_END);
}

/* `= from, to, step` or `, name … in values`. Returns how many locals Lua itself keeps. */
static size_t parse_for_head(pag_parser *p)
{
    size_t values = p->open_values.n;
    bool numeric = p->now.kind == PAG_T_ASSIGN;
    if (numeric) {
        pag_parser_advance(p);
        parse_bound(p);
        pag_parser_expect(p, PAG_T_COMMA);
        parse_bound(p);
        if (pag_parser_take(p, PAG_T_COMMA)) parse_bound(p);
    } else {
        while (pag_parser_take(p, PAG_T_COMMA)) {
            pag_token name;
            if (pag_parser_name(p, &name)) PAG_LIST_ADD(p->arena, &p->open_names, name);
        }
        pag_parser_expect(p, PAG_T_IN);
        pag_parse_values(p);
    }
    p->open_values.n = values;
    return numeric ? 3 : 4;
}

static void declare_names(pag_parser *p, size_t from, pag_local_kind kind)
{
    for (size_t i = from; i < p->open_names.n && !p->refusals.stopped; i++) {
        const pag_token name = p->open_names.at[i];
        pag_scope_declare(p, &name, kind, 0);
    }
    p->open_names.n = from;
}

static void parse_for(pag_parser *p)
{
    pag_token opener = p->now;
    pag_token name;
    size_t names = p->open_names.n;
    pag_parser_advance(p);
    if (!pag_parser_name(p, &name)) return;
    PAG_LIST_ADD(p->arena, &p->open_names, name);
    size_t own = parse_for_head(p);
    pag_parser_expect(p, PAG_T_DO);
    size_t opened = pag_scope_open(p);
    pag_scope_reserve(p, own, &opener);
    declare_names(p, names, PAG_LOCAL);
    parse_loop_block(p);
    pag_scope_close(p, opened);
    p->function->n_locals -= own;
    pag_parser_close(p, PAG_T_END, &opener, false);
}

/* What a local of the file itself is, for whoever asks what a formula rests on. */
static void note_local(pag_parser *p, const pag_token *name, const pag_value *value)
{
    pag_outline_entry entry = {
        pag_parser_text(p, name), 0, pag_parser_pos(p, name), value->pos, value->text,
        value->function};
    if (p->function->index < 0) PAG_LIST_ADD(p->arena, &p->top_locals, entry);
}

/* The last of the values may stand for several names. */
static void note_locals(pag_parser *p, size_t names, size_t values)
{
    const size_t n = p->open_values.n - values;
    for (size_t i = names; n && i < p->open_names.n; i++) {
        const pag_token name = p->open_names.at[i];
        const size_t own = i - names < n ? i - names : n - 1;
        const pag_value value = p->open_values.at[values + own];
        note_local(p, &name, &value);
    }
}

static void parse_local_function(pag_parser *p, const pag_token *first, int32_t number)
{
    pag_token name;
    pag_parser_advance(p);
    if (!pag_parser_name(p, &name)) return;
    pag_scope_declare(p, &name, PAG_LOCAL, 0);
    p->locals.at[p->locals.n - 1].names = number;
    pag_parse_function(p, number, first);
    const pag_value value = {pag_parser_pos(p, first), pag_lexer_text(&p->lexer, first, &p->before),
                             number};
    note_local(p, &name, &value);
}

/* `<const>`, after a name; the rest of what Lua has there is refused. */
static bool parse_attribute(pag_parser *p)
{
    pag_token first = p->now;
    if (!pag_parser_take(p, PAG_T_LESS)) return false;
    pag_token name;
    if (!pag_parser_name(p, &name)) return false;
    bool constant = pag_str_equal(pag_parser_text(p, &name), PAG_STR("const"));
    pag_parser_expect(p, PAG_T_MORE);
    if (!constant) {
        pag_refuse(&p->refusals, PAG_E0420, pag_lexer_span(&p->lexer, &first, &p->before),
                   pag_lexer_text(&p->lexer, &first, &p->before), PAG_NOTHING);
    }
    return constant;
}

static void parse_local_names(pag_parser *p)
{
    size_t names = p->open_names.n;
    size_t values = p->open_values.n;
    do {
        pag_token name;
        if (!pag_parser_name(p, &name)) break;
        /* What a constant is told apart by, until it is declared. */
        name.kind = parse_attribute(p) ? PAG_T_FINISH : PAG_T_NAME;
        PAG_LIST_ADD(p->arena, &p->open_names, name);
    } while (pag_parser_take(p, PAG_T_COMMA));
    if (pag_parser_take(p, PAG_T_ASSIGN)) pag_parse_values(p);
    for (size_t i = names; i < p->open_names.n && !p->refusals.stopped; i++) {
        const pag_token name = p->open_names.at[i];
        bool constant = name.kind == PAG_T_FINISH;
        pag_scope_declare(p, &name, constant ? PAG_LOCAL_CONSTANT : PAG_LOCAL, 0);
    }
    note_locals(p, names, values);
    pag_parse_values_end(p, values, p->open_names.n - names);
    p->open_names.n = names;
}

static void parse_local(pag_parser *p)
{
    pag_parser_advance(p);
    if (p->now.kind != PAG_T_FUNCTION) {
        parse_local_names(p);
        return;
    }
    pag_token first = p->now;
    parse_local_function(p, &first, pag_note_function(p));
}

static void parse_break(pag_parser *p)
{
    if (p->function->loops == 0) {
        pag_refuse(&p->refusals, PAG_E0435, pag_parser_pos(p, &p->now), PAG_STR("break"),
                   PAG_NOTHING);
    }
    pag_parser_advance(p);
}

static void refuse_jump(pag_parser *p)
{
    pag_parser_stop(p, PAG_E0420, pag_token_text(p->now.kind), PAG_NOTHING);
}

/* A bracket cannot begin an instruction: it closes what stands around, and an `end` is missing. */
static bool closes_around(const pag_parser *p)
{
    pag_token_kind kind = p->now.kind;
    return !pag_parser_at_top(p) && (kind == PAG_T_CLOSE || kind == PAG_T_CLOSE_BRACE ||
                                     kind == PAG_T_CLOSE_SQUARE || kind == PAG_T_COMMA);
}

static bool ends_block(const pag_parser *p)
{
    pag_token_kind kind = p->now.kind;
    return kind == PAG_T_FINISH || kind == PAG_T_END || kind == PAG_T_ELSE ||
           kind == PAG_T_ELSEIF || kind == PAG_T_UNTIL || closes_around(p);
}

static void parse_return(pag_parser *p)
{
    size_t values = p->open_values.n;
    pag_parser_advance(p);
    if (!ends_block(p) && p->now.kind != PAG_T_SEMICOLON) pag_parse_values(p);
    /* What a file returns has its reader, who looks; and before an `end` that is missing, what
     * follows the comma may not belong here. */
    bool any = p->function->index < 0 || closes_around(p);
    pag_parse_values_end(p, values, any ? p->open_values.n - values : 1);
    pag_parser_take(p, PAG_T_SEMICOLON);
    if (p->now.kind == PAG_T_ASSIGN) pag_parser_stop(p, PAG_E0423, PAG_NOTHING, PAG_NOTHING);
}

static const struct instruction {
    pag_token_kind begins;
    void (*parse)(pag_parser *p);
} instructions[] = {
    {PAG_T_SEMICOLON, parse_semicolon},
    {PAG_T_DO, parse_do},
    {PAG_T_IF, parse_if},
    {PAG_T_WHILE, parse_while},
    {PAG_T_REPEAT, parse_repeat},
    {PAG_T_FOR, parse_for},
    {PAG_T_FUNCTION, pag_parse_named_function},
    {PAG_T_LOCAL, parse_local},
    {PAG_T_BREAK, parse_break},
    {PAG_T_GOTO, refuse_jump},
    {PAG_T_LABEL, refuse_jump},
    {PAG_T_NAME, pag_parse_call_or_assignment},
    {PAG_T_OPEN, pag_parse_call_or_assignment},
};

static void parse_instruction(pag_parser *p)
{
    for (size_t i = 0; i < sizeof instructions / sizeof *instructions; i++) {
        if (instructions[i].begins != p->now.kind) continue;
        instructions[i].parse(p);
        return;
    }
    if (p->now.kind == PAG_T_ASSIGN) {
        pag_parser_stop(p, PAG_E0423, PAG_NOTHING, PAG_NOTHING);
    } else {
        pag_parser_stop(p, PAG_E0432, pag_parser_text(p, &p->now), PAG_NOTHING);
    }
}

void pag_parse_block(pag_parser *p)
{
    while (!ends_block(p)) {
        if (p->now.kind != PAG_T_SEMICOLON) pag_note_mark(p);
        if (p->now.kind == PAG_T_RETURN) {
            parse_return(p);
            if (!ends_block(p)) {
                pag_parser_stop(p, PAG_E0434, pag_parser_text(p, &p->now), PAG_NOTHING);
            }
            return;
        }
        parse_instruction(p);
    }
}
