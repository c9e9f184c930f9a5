/* What may be assigned to: locals of the innermost function, fields of such locals, and, at the top
 * of a file, each name once. Everything else would let one evaluation see another. */
#include "script/parser.h"

enum { MOST_TARGETS = PAG_SCRIPT_MOST_DEPTH };

/* A name of the file itself is defined when its value has been read; false for all other targets.
 */
static bool is_definition(const pag_parser *p, const pag_token *name)
{
    return p->function->index < 0 && !pag_scope_local(p, name);
}

static void judge_name(pag_parser *p, const pag_token *name)
{
    const pag_local *local = pag_scope_local(p, name);
    pag_pos pos = pag_parser_pos(p, name);
    pag_str text = pag_parser_text(p, name);
    if (name->refused || is_definition(p, name)) return;
    if (local) pag_cost_assign(p, local);
    if (!local) {
        pag_refuse(&p->refusals, PAG_E0478, pos, text, PAG_NOTHING);
        if (!p->refusals.stopped) pag_scope_declare(p, name, PAG_LOCAL, 0); /* as it is meant */
    } else if (local->function != p->function->index) {
        pag_refuse_also(&p->refusals, PAG_E0444, pos, local->pos, text, PAG_NOTHING);
    } else if (local->kind == PAG_LOCAL_CONSTANT) {
        pag_refuse_also(&p->refusals, PAG_E0446, pos, local->pos, text, PAG_NOTHING);
    } else if (local->kind == PAG_LOCAL_PARAMETER && p->functions.at[local->function].of) {
        pag_refuse_also(&p->refusals, PAG_E0481, pos, local->pos, text, PAG_NOTHING);
    }
}

static void judge_field(pag_parser *p, const pag_chain *chain, const pag_token *last)
{
    pag_pos pos = pag_lexer_span(&p->lexer, &chain->first, last);
    pag_str text = pag_lexer_text(&p->lexer, &chain->first, last);
    if (chain->last != PAG_SUFFIX_FIELD) {
        pag_refuse_and_stop(&p->refusals, PAG_E0433, pos, text, PAG_NOTHING);
        p->now.kind = PAG_T_FINISH;
        return;
    }
    if (!chain->fields_only) pag_scope_read(p, chain);
    const pag_local *local = chain->fields_only ? pag_scope_local(p, &chain->first) : NULL;
    if (chain->first.refused || (local && local->function == p->function->index)) return;
    if (local) {
        pag_refuse_also(&p->refusals, PAG_E0444, pos, local->pos, text, PAG_NOTHING);
        return;
    }
    pag_code code = p->function->index < 0 ? PAG_E0445 : PAG_E0479;
    pag_refuse(&p->refusals, code, pos, text, PAG_NOTHING);
}

/* `now` is after the target. Names wait on open_names for their values; fields are kept there too,
 * as a token that is no name, so that the values stay in step. */
static void take_target(pag_parser *p, const pag_chain *chain)
{
    pag_token target = chain->first;
    pag_token last = p->before;
    if (chain->last == PAG_SUFFIX_NAME) {
        judge_name(p, &target);
    } else {
        judge_field(p, chain, &last);
        target.kind = PAG_T_DOT;
    }
    PAG_LIST_ADD(p->arena, &p->open_names, target);
}

static void define_names(pag_parser *p, size_t names, size_t values)
{
    for (size_t i = names; i < p->open_names.n; i++) {
        const pag_token name = p->open_names.at[i];
        if (name.kind != PAG_T_NAME || name.refused || !is_definition(p, &name)) continue;
        size_t at = values + (i - names);
        bool own = at < p->open_values.n;
        pag_value value = p->open_values.at[own ? at : p->open_values.n - 1];
        if (!own) value.text = PAG_NOTHING;
        if (!own) value.function = -1;
        pag_scope_define(p, &name, &value);
    }
}

static void parse_assignment(pag_parser *p, const pag_chain *first)
{
    size_t names = p->open_names.n;
    size_t values = p->open_values.n;
    take_target(p, first);
    while (pag_parser_take(p, PAG_T_COMMA)) {
        if (p->open_names.n - names == MOST_TARGETS) {
            pag_parser_stop(p, PAG_E0521, PAG_NOTHING, PAG_NOTHING);
        }
        if (p->now.kind != PAG_T_NAME && p->now.kind != PAG_T_OPEN) {
            pag_token none;
            pag_parser_name(p, &none);
            break;
        }
        pag_chain chain = pag_parse_chain(p);
        take_target(p, &chain);
    }
    pag_parser_expect(p, PAG_T_ASSIGN);
    pag_parse_values(p);
    if (!p->refusals.stopped) define_names(p, names, values);
    pag_parse_values_end(p, values, p->open_names.n - names);
    p->open_names.n = names;
}

void pag_parse_call_or_assignment(pag_parser *p)
{
    pag_chain chain = pag_parse_chain(p);
    if (p->now.kind == PAG_T_ASSIGN || p->now.kind == PAG_T_COMMA) {
        parse_assignment(p, &chain);
    } else if (chain.last == PAG_SUFFIX_CALL) {
        pag_scope_read(p, &chain);
    } else if (pag_parser_stop_comment(p)) {
        return;
    } else if (chain.last == PAG_SUFFIX_NAME) {
        pag_scope_refuse_lone(p, &chain.first);
    } else {
        pag_str text = pag_lexer_text(&p->lexer, &chain.first, &p->before);
        pag_pos pos = pag_lexer_span(&p->lexer, &chain.first, &p->before);
        pag_refuse_and_stop(&p->refusals, PAG_E0432, pos, text, PAG_NOTHING);
        p->now.kind = PAG_T_FINISH;
    }
}

/* `name` or `name.field.field` between `function` and its parameters. */
static pag_chain parse_function_name(pag_parser *p)
{
    pag_token name;
    pag_chain chain = {.first = p->now, .last = PAG_SUFFIX_NAME, .fields_only = true};
    if (!pag_parser_name(p, &name)) return chain;
    while (pag_parser_take(p, PAG_T_DOT)) {
        pag_parser_name(p, &name);
        chain.last = PAG_SUFFIX_FIELD;
    }
    if (p->now.kind == PAG_T_COLON) {
        pag_parser_stop(p, PAG_E0422, PAG_NOTHING, PAG_NOTHING);
    }
    return chain;
}

void pag_parse_named_function(pag_parser *p)
{
    pag_token first = p->now;
    int32_t number = pag_note_function(p);
    pag_parser_advance(p);
    pag_chain chain = parse_function_name(p);
    pag_token last = p->before;
    pag_parse_function(p, number, &first);
    if (p->refusals.stopped) return;
    if (chain.last == PAG_SUFFIX_FIELD) {
        judge_field(p, &chain, &last);
        return;
    }
    judge_name(p, &chain.first);
    if (chain.first.refused || !is_definition(p, &chain.first)) return;
    pag_value value = {
        .pos = pag_lexer_span(&p->lexer, &first, &p->before),
        .text = p->functions.at[number].text,
        .function = number,
    };
    pag_scope_define(p, &chain.first, &value);
}
