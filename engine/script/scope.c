/* What every name means at its place: a local, a word, a name of this or another file, or nothing.
 * Names nobody defines are judged at the end, because functions may read what is defined after
 * them. */
#include "script/parser.h"

enum { MOST_LOCALS = 200, MOST_SUGGESTED = 100 };

static pag_symbol *symbol_of(pag_parser *p, const pag_token *name)
{
    return pag_symbols_at(&p->symbols, name->symbol);
}

static pag_symbol *give(pag_parser *p, pag_str name, pag_role role)
{
    pag_symbol *s = pag_symbols_at(&p->symbols, pag_symbols_add(&p->symbols, name));
    if (s->role == PAG_ROLE_NONE) s->role = role;
    return s;
}

void pag_scope_begin(pag_parser *p)
{
    const pag_vocabulary *v = p->vocabulary;
    for (size_t i = 0; i < v->n_words; i++) {
        pag_role role = i < v->n_sited ? PAG_ROLE_SITED : PAG_ROLE_WORD;
        if (pag_str_equal(v->words[i], PAG_STR("use"))) role = PAG_ROLE_USE;
        give(p, v->words[i], role);
    }
    for (size_t i = 0; i < v->n_names; i++) {
        give(p, v->names[i].name, PAG_ROLE_GIVEN)->steps = v->names[i].steps;
    }
    p->names_are_known = true;
}

static bool is_word(pag_role role)
{
    return role == PAG_ROLE_WORD || role == PAG_ROLE_SITED || role == PAG_ROLE_USE;
}

static void refuse_word(pag_parser *p, const pag_token *name)
{
    pag_refuse(&p->refusals, PAG_E0443, pag_parser_pos(p, name), pag_parser_text(p, name),
               PAG_NOTHING);
}

void pag_scope_reserve(pag_parser *p, size_t n, const pag_token *at)
{
    p->function->n_locals += n;
    if (p->function->n_locals <= MOST_LOCALS) return;
    pag_refuse_and_stop(&p->refusals, PAG_E0522, pag_parser_pos(p, at), PAG_NOTHING, PAG_NOTHING);
}

void pag_scope_declare(pag_parser *p, const pag_token *name, pag_local_kind kind,
                       uint32_t parameter)
{
    pag_symbol *s = symbol_of(p, name);
    if (is_word(s->role)) refuse_word(p, name);
    pag_scope_reserve(p, 1, name);
    pag_local local = {
        .symbol = name->symbol,
        .name = pag_parser_text(p, name),
        .kind = kind,
        .function = p->function->index,
        .parameter = parameter,
        .hidden = s->local,
        .names = -1,
        .pos = pag_parser_pos(p, name),
    };
    s->local = (int32_t)p->locals.n;
    PAG_LIST_ADD(p->arena, &p->locals, local);
}

size_t pag_scope_open(pag_parser *p)
{
    p->function->blocks++;
    return p->locals.n;
}

void pag_scope_close(pag_parser *p, size_t opened)
{
    while (p->locals.n > opened) {
        const pag_local *local = &p->locals.at[--p->locals.n];
        pag_symbols_at(&p->symbols, local->symbol)->local = local->hidden;
        p->function->n_locals--;
    }
    p->function->blocks--;
}

const pag_local *pag_scope_local(const pag_parser *p, const pag_token *name)
{
    int32_t local = p->symbols.all.at[name->symbol].local;
    return local < 0 ? NULL : &p->locals.at[local];
}

/* The local in scope that looks most like an unknown name. */
static pag_str nearest_local(pag_parser *p, pag_str name)
{
    pag_str *names = PAG_NEW_ARRAY(p->arena, pag_str, p->locals.n);
    for (size_t i = 0; i < p->locals.n; i++) names[i] = p->locals.at[i].name;
    size_t near = pag_str_nearest(name, names, p->locals.n);
    return near < p->locals.n ? names[near] : PAG_NOTHING;
}

/* Whether the name is followed by that of a cell: s.fund */
static bool is_read_like_entry(const pag_parser *p, const pag_chain *chain)
{
    pag_str text = p->lexer.text;
    size_t at = chain->first.end;
    return at + 1 < text.len && text.at[at] == '.' && text.at[at + 1] != '.';
}

/* "p, s": what the formula around here is given, and this name; empty where it is no formula. */
static pag_str with_parameter(pag_parser *p, const pag_chain *chain)
{
    int32_t around = p->function->index;
    if (around < 0 || !is_read_like_entry(p, chain)) return PAG_NOTHING;
    while (p->functions.at[around].parent >= 0) around = p->functions.at[around].parent;
    const pag_outline_function *formula = &p->functions.at[around];
    if (!formula->of) return PAG_NOTHING;
    pag_text all = {.arena = p->arena};
    for (size_t i = 0; i < formula->n_parameters; i++) {
        pag_text_put(&all, formula->parameters[i]);
        pag_text_put(&all, PAG_STR(", "));
    }
    pag_text_put(&all, pag_parser_text(p, &chain->first));
    return pag_text_str(&all);
}

/* The first time each: at the top, where it must be known already, and within functions. */
void pag_scope_read(pag_parser *p, const pag_chain *chain)
{
    const pag_token *name = &chain->first;
    if (name->kind != PAG_T_NAME) return;
    pag_symbol *s = symbol_of(p, name);
    bool at_top = p->function->index < 0;
    if (s->local >= 0 || !is_word(s->role)) pag_note_mention(p, chain, s->local >= 0);
    if (name->refused || s->local >= 0 || s->role != PAG_ROLE_NONE) return;
    if (at_top ? s->read_at_top : s->read_within) return;
    *(at_top ? &s->read_at_top : &s->read_within) = true;
    pag_parser_unknown unknown = {.symbol = name->symbol,
                                  .at_top = at_top,
                                  .pos = pag_parser_pos(p, name),
                                  .near = PAG_NOTHING,
                                  .parameters = with_parameter(p, chain)};
    if (p->unknown.n < MOST_SUGGESTED) unknown.near = nearest_local(p, s->name);
    PAG_LIST_ADD(p->arena, &p->unknown, unknown);
}

void pag_scope_define(pag_parser *p, const pag_token *name, const pag_value *value)
{
    pag_symbol *s = symbol_of(p, name);
    pag_pos pos = pag_parser_pos(p, name);
    if (is_word(s->role)) {
        refuse_word(p, name);
    } else if (s->role == PAG_ROLE_DEFINED) {
        pag_refuse_also(&p->refusals, PAG_E0441, pos, s->defined, s->name, PAG_NOTHING);
    } else if (s->role == PAG_ROLE_GIVEN) {
        pag_refuse(&p->refusals, PAG_E0442, pos, s->name, PAG_NOTHING);
    } else if (p->function->blocks > 0) {
        pag_refuse(&p->refusals, PAG_E0449, pos, s->name, PAG_NOTHING);
    }
    if (s->role == PAG_ROLE_NONE) {
        s->role = PAG_ROLE_DEFINED;
        s->defined = pos;
        s->function = value->function;
    }
    pag_str key = pag_parser_text(p, name);
    pag_outline_entry entry = {key, 0, pos, value->pos, value->text, value->function};
    PAG_LIST_ADD(p->arena, &p->defines, entry);
}

/* A name that two files bring means what the later one says: it may be either of the two. */
static uint32_t steps_of_either(uint32_t a, uint32_t b)
{
    if (a == 0 || b == 0) return 0;
    return a > b ? a : b;
}

void pag_scope_use(pag_parser *p, pag_str library, pag_pos pos)
{
    const pag_given *names = NULL;
    size_t n = 0;
    const pag_vocabulary *v = p->vocabulary;
    PAG_LIST_ADD(p->arena, &p->uses, (pag_outline_use){library, pos});
    if (!v->uses || !v->uses(v->ud, library, pos, &names, &n)) {
        p->names_are_known = false;
        return;
    }
    for (size_t i = 0; i < n; i++) {
        pag_symbol *s = pag_symbols_at(&p->symbols, pag_symbols_add(&p->symbols, names[i].name));
        PAG_LIST_ADD(p->arena, &p->given, names[i].name);
        if (s->role == PAG_ROLE_DEFINED) {
            pag_refuse(&p->refusals, PAG_E0442, s->defined, s->name, PAG_NOTHING);
        } else if (s->role == PAG_ROLE_NONE) {
            s->role = PAG_ROLE_GIVEN;
            s->defined = pos;
            s->steps = names[i].steps;
        } else {
            s->steps = steps_of_either(s->steps, names[i].steps);
        }
    }
}

/* Everything that a name could have been meant for. The last two places are left to the caller. */
static pag_str *candidates(pag_parser *p, size_t *n)
{
    const pag_vocabulary *v = p->vocabulary;
    size_t most = v->n_words + v->n_names + p->given.n + p->defines.n + 2;
    pag_str *names = PAG_NEW_ARRAY(p->arena, pag_str, most);
    *n = 0;
    for (size_t i = 0; i < v->n_words; i++) names[(*n)++] = v->words[i];
    for (size_t i = 0; i < v->n_names; i++) names[(*n)++] = v->names[i].name;
    for (size_t i = 0; i < p->given.n; i++) names[(*n)++] = p->given.at[i];
    for (size_t i = 0; i < p->defines.n; i++) names[(*n)++] = p->defines.at[i].key;
    return names;
}

static void refuse_unknown(pag_parser *p, pag_pos pos, pag_str name, pag_str parameters,
                           const pag_str *names, size_t n)
{
    size_t near = pag_str_nearest(name, names, n);
    if (near < n) {
        pag_refuse(&p->refusals, PAG_E0437, pos, name, names[near]);
    } else if (parameters.len) {
        pag_refuse(&p->refusals, PAG_E0483, pos, name, parameters);
    } else {
        pag_refuse(&p->refusals, PAG_E0438, pos, name, PAG_NOTHING);
    }
}

void pag_scope_finish(pag_parser *p)
{
    if (p->unknown.n == 0) return;
    size_t n;
    pag_str *names = candidates(p, &n);
    for (size_t i = 0; i < p->unknown.n && !p->refusals.stopped; i++) {
        const pag_parser_unknown *u = &p->unknown.at[i];
        const pag_symbol *s = pag_symbols_at(&p->symbols, u->symbol);
        if (s->role == PAG_ROLE_NONE && p->names_are_known) {
            names[n] = u->near;
            refuse_unknown(p, u->pos, s->name, u->parameters, names, n + (u->near.len > 0));
        } else if (s->role != PAG_ROLE_NONE && u->at_top) {
            pag_refuse_also(&p->refusals, PAG_E0439, u->pos, s->defined, s->name, PAG_NOTHING);
        }
    }
}

void pag_scope_refuse_lone(pag_parser *p, const pag_token *name)
{
    pag_symbol *s = symbol_of(p, name);
    pag_pos pos = pag_parser_pos(p, name);
    pag_str keywords[PAG_T_WHILE + 1];
    size_t n = 0;
    for (int kind = PAG_T_AND; kind <= PAG_T_WHILE; kind++) {
        keywords[n++] = pag_token_text((pag_token_kind)kind);
    }
    if (s->local >= 0 || s->role != PAG_ROLE_NONE || pag_str_nearest(s->name, keywords, n) == n) {
        pag_refuse_and_stop(&p->refusals, PAG_E0432, pos, s->name, PAG_NOTHING);
    } else {
        refuse_unknown(p, pos, s->name, PAG_NOTHING, keywords, n);
    }
    p->refusals.stopped = true;
    p->now.kind = PAG_T_FINISH;
}
