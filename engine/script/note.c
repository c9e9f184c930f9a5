/* What the parser notes for the outline on its way. Parts wait on stacks until the whole they
 * belong to is closed; the numbers of tables, functions and sites follow their first tokens. */
#include "script/parser.h"

static void insert(pag_parser *p, pag_insertion_kind kind, uint32_t number)
{
    PAG_LIST_ADD(p->arena, &p->insertions, (pag_insertion){kind, p->before.end, number});
}

size_t pag_note_insertion(pag_parser *p, pag_insertion_kind kind)
{
    insert(p, kind, 0);
    return p->insertions.n - 1;
}

void pag_note_mark(pag_parser *p)
{
    if (!p->vocabulary->first_mark || p->function->index < 0) return;
    insert(p, PAG_INSERT_MARK, (uint32_t)p->marks.n);
    pag_outline_mark mark = {pag_parser_pos(p, &p->now), pag_parser_text(p, &p->now)};
    PAG_LIST_ADD(p->arena, &p->marks, mark);
}

void pag_note_mention(pag_parser *p, const pag_chain *chain, bool local)
{
    pag_outline_mention mention = {pag_parser_text(p, &chain->first), chain->key, local};
    PAG_LIST_ADD(p->arena, &p->mentions, mention);
}

void pag_note_key(pag_parser *p, const pag_token *first)
{
    PAG_LIST_ADD(p->arena, &p->keys, pag_lexer_text(&p->lexer, first, &p->before));
}

uint32_t pag_note_table(pag_parser *p)
{
    uint32_t number = (uint32_t)p->tables.n;
    pag_outline_table table = {.pos = pag_parser_pos(p, &p->now)};
    PAG_LIST_ADD(p->arena, &p->tables, table);
    pag_parser_advance(p);
    insert(p, PAG_INSERT_TABLE, number);
    return number;
}

/* The item that a key like [3] also names, or NULL. */
static const pag_outline_entry *item_of_key(const pag_outline_table *table, size_t n_items,
                                            pag_str key)
{
    size_t index = 0;
    if (key.len < 2 || key.at[0] != '\1' || key.at[1] < '1' || key.at[1] > '9') return NULL;
    for (size_t i = 1; i < key.len && index <= n_items; i++) {
        index = index * 10 + (size_t)(key.at[i] - '0');
    }
    if (index > n_items) return NULL;
    for (size_t i = 0; i < table->n; i++) {
        if (table->entries[i].index == index) return &table->entries[i];
    }
    return NULL;
}

static void judge_key(pag_parser *p, uint32_t number, size_t n_items, uint32_t at, uint32_t key)
{
    pag_symbol *s = pag_symbols_at(&p->symbols, key);
    const pag_outline_table *table = &p->tables.at[number];
    const pag_outline_entry *first = item_of_key(table, n_items, s->name);
    if (s->key_of == number + 1) first = &table->entries[s->key_at];
    if (first) {
        pag_str shown = s->name.len && s->name.at[0] == '\1'
                            ? (pag_str){s->name.at + 1, s->name.len - 1}
                            : s->name;
        pag_refuse_also(&p->refusals, PAG_E0440, table->entries[at].key_pos, first->key_pos, shown,
                        PAG_NOTHING);
        return;
    }
    s->key_of = number + 1;
    s->key_at = at;
}

void pag_note_entries(pag_parser *p, uint32_t table, size_t from)
{
    const pag_parser_entry *open = p->open_entries.at + from;
    pag_outline_table *t = &p->tables.at[table];
    t->n = p->open_entries.n - from;
    t->entries = PAG_NEW_ARRAY(p->arena, pag_outline_entry, t->n);
    size_t items = 0;
    for (size_t i = 0; i < t->n; i++) {
        t->entries[i] = open[i].entry;
        items += open[i].entry.index > 0;
    }
    for (size_t i = 0; i < t->n; i++) {
        if (open[i].key != PAG_NO_SYMBOL) judge_key(p, table, items, (uint32_t)i, open[i].key);
    }
    p->open_entries.n = from;
}

int32_t pag_note_function(pag_parser *p)
{
    pag_outline_function function = {
        .pos = pag_parser_pos(p, &p->now),
        .parent = p->function->index,
    };
    PAG_LIST_ADD(p->arena, &p->functions, function);
    pag_cost_begin(p);
    return (int32_t)p->functions.n - 1;
}

void pag_note_parameters(pag_parser *p, int32_t function, size_t from)
{
    pag_outline_function *f = &p->functions.at[function];
    f->n_parameters = p->locals.n - from;
    f->parameters = PAG_NEW_ARRAY(p->arena, pag_str, f->n_parameters);
    for (size_t i = 0; i < f->n_parameters; i++) f->parameters[i] = p->locals.at[from + i].name;
}

void pag_note_function_end(pag_parser *p, int32_t function, const pag_token *first)
{
    pag_outline_function *f = &p->functions.at[function];
    f->text = pag_lexer_text(&p->lexer, first, &p->before);
    f->last_line = p->before.line;
    pag_cost_end(p, function);
}

void pag_note_read(pag_parser *p, const pag_local *parameter, pag_str through,
                   const pag_token *field)
{
    pag_parser_read read = {
        .within = p->function->index,
        .read = {parameter->function, parameter->parameter, pag_parser_text(p, field),
                 pag_parser_pos(p, field), false, through},
    };
    PAG_LIST_ADD(p->arena, &p->reads, read);
}

void pag_note_tested(pag_parser *p, const pag_token *first, const pag_token *last)
{
    if (p->reads.n == 0 || last->order != first->order + 2) return;
    pag_outline_read *read = &p->reads.at[p->reads.n - 1].read;
    pag_pos pos = pag_parser_pos(p, last);
    read->tested = read->pos.line == pos.line && read->pos.column == pos.column;
}

uint32_t pag_note_site(pag_parser *p, const pag_token *word)
{
    uint32_t number = (uint32_t)p->sites.n;
    pag_outline_site site = {
        .word = pag_parser_text(p, word),
        .pos = pag_parser_pos(p, word),
        .function = p->function->index,
    };
    PAG_LIST_ADD(p->arena, &p->sites, site);
    insert(p, p->now.kind == PAG_T_CLOSE ? PAG_INSERT_SITE_ALONE : PAG_INSERT_SITE, number);
    return number;
}

void pag_note_arguments(pag_parser *p, uint32_t site, size_t from)
{
    const pag_value *values = p->open_values.at + from;
    pag_outline_site *s = &p->sites.at[site];
    s->n = p->open_values.n - from;
    s->arguments = PAG_NEW_ARRAY(p->arena, pag_str, s->n);
    s->argument_pos = PAG_NEW_ARRAY(p->arena, pag_pos, s->n);
    for (size_t i = 0; i < s->n; i++) {
        s->arguments[i] = values[i].text;
        s->argument_pos[i] = values[i].pos;
    }
    p->open_values.n = from;
}

static bool is_noted(pag_token_kind kind)
{
    return kind == PAG_T_PLUS || kind == PAG_T_MINUS || kind == PAG_T_TIMES ||
           kind == PAG_T_DIVIDE || kind == PAG_T_LESS || kind == PAG_T_LESS_EQUAL ||
           kind == PAG_T_MORE || kind == PAG_T_MORE_EQUAL || kind == PAG_T_CONCAT;
}

/* What makes the operation exact when neither side is known to be. */
static pag_insertion insertion_at(const pag_token *sign)
{
    switch ((unsigned)sign->kind) {
    case PAG_T_DIVIDE: return (pag_insertion){PAG_INSERT_DIVISION, sign->end, 0};
    case PAG_T_PLUS: return (pag_insertion){PAG_INSERT_SUM, sign->end, 0};
    case PAG_T_MINUS: return (pag_insertion){PAG_INSERT_DIFFERENCE, sign->end, 0};
    case PAG_T_TIMES: return (pag_insertion){PAG_INSERT_PRODUCT, sign->end, 0};
    case PAG_T_CONCAT: return (pag_insertion){PAG_INSERT_NOTHING, sign->end, 0};
    default: return (pag_insertion){PAG_INSERT_ORDER, sign->offset, 0};
    }
}

size_t pag_note_operator(pag_parser *p)
{
    pag_token sign = p->now;
    pag_insertion insertion = insertion_at(&sign);
    bool noted = is_noted(sign.kind);
    if (noted && insertion.kind == PAG_INSERT_ORDER)
        PAG_LIST_ADD(p->arena, &p->insertions, insertion);
    pag_parser_advance(p);
    if (!noted) return p->insertions.n;
    pag_outline_operator operator= {pag_parser_text(p, &sign), pag_parser_pos(p, &sign)};
    PAG_LIST_ADD(p->arena, &p->operators, operator);
    if (insertion.kind != PAG_INSERT_ORDER) PAG_LIST_ADD(p->arena, &p->insertions, insertion);
    return p->insertions.n - 1;
}

/* Each read goes to the function it is written in. */
static void hand_out_reads(pag_parser *p)
{
    for (size_t i = 0; i < p->reads.n; i++) {
        if (p->reads.at[i].within >= 0) p->functions.at[p->reads.at[i].within].n_reads++;
    }
    for (size_t i = 0; i < p->functions.n; i++) {
        pag_outline_function *f = &p->functions.at[i];
        f->reads = PAG_NEW_ARRAY(p->arena, pag_outline_read, f->n_reads);
        f->n_reads = 0;
    }
    for (size_t i = 0; i < p->reads.n; i++) {
        if (p->reads.at[i].within < 0) continue;
        pag_outline_function *f = &p->functions.at[p->reads.at[i].within];
        f->reads[f->n_reads++] = p->reads.at[i].read;
    }
}

void pag_note_finish(pag_parser *p, pag_outline *out)
{
    hand_out_reads(p);
    pag_cost_finish(p);
    *out = (pag_outline){
        .source = p->refusals.source,
        .for_lua =
            pag_rewrite(p->arena, p->lexer.text, p->insertions.at, p->insertions.n, p->vocabulary),
        .n_tables = p->tables.n,
        .n_functions = p->functions.n,
        .n_sites = p->sites.n,
        .n_operators = p->operators.n,
        .n_defines = p->defines.n,
        .n_locals = p->top_locals.n,
        .n_marks = p->marks.n,
        .n_mentions = p->mentions.n,
        .n_keys = p->keys.n,
        .n_uses = p->uses.n,
        .tables = p->tables.at,
        .functions = p->functions.at,
        .sites = p->sites.at,
        .operators = p->operators.at,
        .defines = p->defines.at,
        .locals = p->top_locals.at,
        .marks = p->marks.at,
        .mentions = p->mentions.at,
        .keys = p->keys.at,
        .uses = p->uses.at,
    };
}
