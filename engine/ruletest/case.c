/* A case as it is written: its words judged, what belongs together checked. Its data are left to
 * the pack. */
#include "ruletest/internal.h"

static const pag_str words[] = {{"test", 4},   {"source", 6}, {"note", 4},   {"period", 6},
                                {"policy", 6}, {"table", 5},  {"given", 5},  {"rows", 4},
                                {"expect", 6}, {"error", 5},  {"warning", 7}};

const pag_str *pag_case_words(size_t *n)
{
    *n = sizeof words / sizeof *words;
    return words;
}

typedef struct reading {
    pag_arena *arena;
    pag_diagnostics *diags;
    const pag_node *node;
    pag_case *out;
} reading;

bool pag_case_code(const pag_node *node, pag_code *out)
{
    return node->kind == PAG_NODE_SCALAR && node->plain && pag_code_find(node->text, out);
}

static bool say(const reading *r, pag_code code, pag_pos pos, pag_str what)
{
    pag_diag_add(r->diags, code, pos, 1, what);
    return false;
}

static bool read_sentence(const reading *r)
{
    const pag_node *node = pag_node_get(r->node, PAG_STR("test"));
    if (!node || node->kind != PAG_NODE_SCALAR || !node->text.len) {
        return say(r, PAG_E0822, node ? node->pos : r->node->pos, PAG_STR("test"));
    }
    r->out->sentence = node->text;
    return true;
}

static bool read_source(const reading *r)
{
    const pag_node *node = pag_node_get(r->node, PAG_STR("source"));
    if (!node) return true;
    bool published = pag_str_equal(node->text, PAG_STR("published"));
    r->out->source = published ? PAG_SOURCE_PUBLISHED : PAG_SOURCE_DERIVED;
    if (published || pag_str_equal(node->text, PAG_STR("derived"))) return true;
    return say(r, PAG_E0824, node->pos, node->text);
}

static bool take_code(const reading *r, const pag_node *node, pag_severity severity)
{
    pag_code code;
    if (!pag_case_code(node, &code)) return say(r, PAG_E0829, node->pos, node->text);
    if (pag_code_severity(code) != severity) {
        return say(r, severity == PAG_ERROR ? PAG_E0830 : PAG_E0831, node->pos, node->text);
    }
    r->out->codes[r->out->n_codes++] = (pag_expected_code){code, node->pos};
    return true;
}

/* One code or a list of them. */
static bool read_codes(const reading *r, const pag_node *node, pag_severity severity)
{
    bool ok = true;
    if (!node) return true;
    if (node->kind == PAG_NODE_SCALAR) return take_code(r, node, severity);
    if (node->kind == PAG_NODE_MAP || !node->count) {
        return say(r, PAG_E0829, node->pos, PAG_STR(""));
    }
    for (size_t i = 0; i < node->count; i++) ok = take_code(r, node->items[i], severity) && ok;
    return ok;
}

static bool read_all_codes(const reading *r)
{
    const pag_node *error = pag_node_get(r->node, PAG_STR("error"));
    const pag_node *warning = pag_node_get(r->node, PAG_STR("warning"));
    size_t n = (error ? error->count + 1 : 0) + (warning ? warning->count + 1 : 0);
    r->out->codes = PAG_NEW_ARRAY(r->arena, pag_expected_code, n);
    bool ok = read_codes(r, error, PAG_ERROR);
    r->out->warns = warning != NULL;
    return read_codes(r, warning, PAG_WARNING) && ok;
}

static bool is_texts(const pag_node *node)
{
    if (!node || node->kind != PAG_NODE_LIST || !node->count) return false;
    for (size_t i = 0; i < node->count; i++) {
        if (node->items[i]->kind != PAG_NODE_SCALAR || !node->items[i]->text.len) return false;
    }
    return true;
}

/* What is given may be a sheet too. */
static bool holds_values(const pag_case *c, const pag_node *row)
{
    for (size_t i = 0; i < row->count; i++) {
        pag_node_kind kind = row->items[i]->kind;
        bool sheet = kind == PAG_NODE_MAP && i < c->given->count;
        if (kind != PAG_NODE_SCALAR && !sheet) return false;
    }
    return true;
}

/* Every row has a value for each column. */
static bool judge_rows(const reading *r)
{
    const pag_case *c = r->out;
    size_t wanted = c->given->count + c->expect->count;
    bool ok = c->rows && c->rows->kind == PAG_NODE_LIST && c->rows->count > 0;
    if (!ok) return say(r, PAG_E0833, c->table->pos, c->table->text);
    for (size_t i = 0; i < c->rows->count; i++) {
        const pag_node *row = c->rows->items[i];
        bool fits = row->kind == PAG_NODE_LIST && row->count == wanted;
        if (fits && holds_values(c, row)) continue;
        pag_text numbers = {.arena = r->arena};
        pag_text_whole(&numbers, (int64_t)wanted);
        ok = say(r, PAG_E0832, row->pos, pag_text_str(&numbers));
    }
    return ok;
}

static bool judge_table(const reading *r)
{
    const pag_case *c = r->out;
    bool whole = c->table->kind == PAG_NODE_SCALAR && c->table->text.len && is_texts(c->given) &&
                 is_texts(c->expect);
    if (!whole) return say(r, PAG_E0833, c->table->pos, c->table->text);
    if (c->n_codes) return say(r, PAG_E0834, c->codes[0].pos, PAG_STR(""));
    return judge_rows(r);
}

static bool judge_plain(const reading *r)
{
    const pag_case *c = r->out;
    const pag_node *stray = c->given ? c->given : c->rows;
    if (stray) return say(r, PAG_E0835, stray->pos, c->given ? PAG_STR("given") : PAG_STR("rows"));
    if (c->expect && (c->expect->kind != PAG_NODE_MAP || !c->expect->count)) {
        return say(r, PAG_E0836, c->expect->pos, PAG_STR(""));
    }
    bool misspelt = pag_keys_misspelt(r->node, words, sizeof words / sizeof *words,
                                      PAG_STR("expect")); /* told with the data */
    return c->expect || c->n_codes || misspelt || say(r, PAG_E0823, r->node->pos, c->sentence);
}

static bool judge_policy(const reading *r)
{
    const pag_node *policy = r->out->policy;
    bool ok = !policy || (policy->kind == PAG_NODE_MAP && policy->count);
    for (size_t i = 0; ok && policy && i < policy->count; i++) {
        const pag_node *value = policy->pairs[i].value;
        ok = value->kind == PAG_NODE_SCALAR && value->text.len;
    }
    return ok || say(r, PAG_E0837, policy->pos, PAG_STR(""));
}

bool pag_case_read(pag_arena *arena, pag_diagnostics *diags, const pag_node *node, pag_case *out)
{
    reading r = {arena, diags, node, out};
    *out = (pag_case){.node = node};
    if (node->kind != PAG_NODE_MAP) return say(&r, PAG_E0822, node->pos, PAG_STR("test"));
    out->policy = pag_node_get(node, PAG_STR("policy"));
    out->table = pag_node_get(node, PAG_STR("table"));
    out->given = pag_node_get(node, PAG_STR("given"));
    out->rows = pag_node_get(node, PAG_STR("rows"));
    out->expect = pag_node_get(node, PAG_STR("expect"));
    bool ok = read_sentence(&r);
    ok = read_source(&r) && ok;
    ok = pag_head_read_period(arena, diags, node, &out->head) && ok;
    ok = judge_policy(&r) && ok;
    ok = read_all_codes(&r) && ok;
    return ok && (out->table ? judge_table(&r) : judge_plain(&r));
}
