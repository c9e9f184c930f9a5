/* The head of an evaluation: which rules, for which plan and period, and which warnings the file
 * answers for. What the pack declares stands beside it and is left alone. */
#include "base/text.h"
#include "schema/document.h"
#include "schema/reader.h"

const pag_str *pag_head_keys(size_t *n)
{
    static const pag_str keys[] = {
        PAG_WORD("rules"),        PAG_WORD("plan"), PAG_WORD("period"), PAG_WORD("example"),
        PAG_WORD("acknowledged"), PAG_WORD("note"), PAG_WORD("marks")};
    *n = sizeof keys / sizeof *keys;
    return keys;
}

static bool read_rules(const pag_reader *reader, const pag_node *root, pag_head *out)
{
    const pag_node *node = pag_node_get(root, PAG_STR("rules"));
    if (!node) {
        pag_diag_add(reader->diags, PAG_E0250, root->pos, 0);
        return false;
    }
    if (!pag_reader_word(reader, PAG_STR("rules"), node)) return false;
    out->rules = node->text;
    out->rules_pos = node->pos;
    return true;
}

static bool read_plan(const pag_reader *reader, const pag_node *root, pag_head *out)
{
    static const pag_field plan = {PAG_WORD("plan"), PAG_WORD("plan: …/2024-2026"), false};
    const pag_node *node;
    if (!pag_reader_value(reader, root, &plan, &node)) return false;
    if (!node) return true;
    out->plan = node->text;
    out->plan_pos = node->pos;
    return true;
}

static bool read_period(const pag_reader *reader, const pag_node *root, pag_head *out)
{
    pag_period period = {.from = PAG_ZERO};
    bool ok = pag_reader_period(reader, root, false, &period);
    out->from = period.from;
    out->to = period.to;
    out->period_pos = ok ? period.pos : (pag_pos){0};
    out->period_wrong = !ok;
    return ok;
}

/* --- acknowledged --- */

/* The code of a warning; an error cannot be silenced. */
static bool read_code(const pag_reader *reader, const pag_node *map, pag_acknowledgement *out)
{
    static const pag_field field = {PAG_WORD("code"), PAG_WORD("code: W0213"), true};
    const pag_node *node;
    pag_code code;
    if (!pag_reader_value(reader, map, &field, &node)) return false;
    out->answer.code = node->text;
    if (!pag_code_find(node->text, &code)) {
        pag_diag_add(reader->diags, PAG_E0255, node->pos, 1, node->text);
        return false;
    }
    if (pag_code_severity(code) == PAG_WARNING) return true;
    pag_diag_add(reader->diags, PAG_E0267, node->pos, 1, node->text);
    return false;
}

/* Only the warnings that rules tell have names, and are about one entry each. */
static bool read_narrowing(const pag_reader *reader, const pag_node *map, pag_acknowledgement *out)
{
    static const pag_field fields[] = {{PAG_WORD("name"), PAG_WORD("name: …"), false},
                                       {PAG_WORD("for"), PAG_WORD("for: …"), false}};
    pag_str *texts[] = {&out->answer.name, &out->answer.entry};
    pag_pos *places[] = {&out->name_pos, &out->entry_pos};
    bool ok = true, any = false;
    for (size_t i = 0; i < 2; i++) {
        const pag_node *node = pag_node_get(map, fields[i].name);
        ok = pag_reader_text(reader, map, &fields[i], texts[i]) && ok;
        if (!node) continue;
        *places[i] = node->pos;
        any = true;
    }
    if (!ok || !any || pag_str_equal(out->answer.code, pag_code_text(PAG_W0321))) return ok;
    pag_pos pos = out->name_pos.source ? out->name_pos : out->entry_pos;
    pag_diag_add(reader->diags, PAG_E0883, pos, 1, out->answer.code);
    return false;
}

static bool read_acknowledgement(const pag_reader *reader, const pag_node *node,
                                 pag_acknowledgement *out)
{
    static const pag_str keys[] = {PAG_WORD("code"), PAG_WORD("name"), PAG_WORD("for"),
                                   PAG_WORD("because")};
    static const pag_field because = {PAG_WORD("because"), PAG_WORD("because: …"), true};
    if (!pag_reader_map(reader, PAG_STR("acknowledged"), node)) return false;
    out->pos = node->pos;
    const pag_reader own = {
        reader->arena, reader->diags, {keys, sizeof keys / sizeof *keys}, reader->lenient};
    bool ok = pag_reader_keys(&own, node, own.known);
    ok = read_code(&own, node, out) && read_narrowing(&own, node, out) && ok;
    const pag_node *why = pag_node_get(node, because.name);
    if (why) out->because_pos = why->pos;
    return pag_reader_reason(&own, node, &because, &out->answer.because) && ok;
}

static bool read_acknowledged(const pag_reader *reader, const pag_node *root, pag_head *out)
{
    const pag_str name = PAG_STR("acknowledged");
    const pag_node *list = pag_node_get(root, name);
    bool ok = true;
    if (!list) return true;
    if (!pag_reader_may_lack_list(reader, name, list)) return false;
    out->n_acknowledged = list->count;
    out->acknowledged = PAG_NEW_ARRAY(reader->arena, pag_acknowledgement, list->count);
    for (size_t i = 0; i < list->count; i++) {
        ok = read_acknowledgement(reader, list->items[i], &out->acknowledged[i]) && ok;
    }
    return ok;
}

/* --- rows --- */

/* Only what travels with the evaluation: the same file on every machine. */
static bool is_beside(pag_str path)
{
    if (path.at[0] == '/') return false;
    for (size_t from = 0; from <= path.len;) {
        pag_str rest = {path.at + from, path.len - from};
        pag_str part = {rest.at, pag_str_find(rest, '/')};
        if (!part.len || pag_str_equal(part, PAG_STR(".."))) return false;
        from += part.len + 1;
    }
    return true;
}

static bool read_file(const pag_reader *reader, const pag_node *node, pag_head *out)
{
    if (!pag_reader_word(reader, PAG_STR("marks"), node)) return false;
    if (!is_beside(node->text)) {
        pag_diag_add(reader->diags, PAG_E1154, node->pos, 1, node->text);
        return false;
    }
    out->marks[out->n_marks++] = (pag_named_file){node->text, node->pos};
    return true;
}

/* One file, or a list of them. */
static bool read_marks(const pag_reader *reader, const pag_node *root, pag_head *out)
{
    const pag_node *node = pag_node_get(root, PAG_STR("marks"));
    bool ok = true;
    if (!node) return true;
    size_t n = node->kind == PAG_NODE_LIST ? node->count : 1;
    out->marks = PAG_NEW_ARRAY(reader->arena, pag_named_file, n + 1);
    if (node->kind == PAG_NODE_SCALAR) {
        return pag_reader_may_lack(reader, PAG_STR("marks"), node) && read_file(reader, node, out);
    }
    if (!pag_reader_list(reader, PAG_STR("marks"), node)) return false;
    for (size_t i = 0; i < n; i++) ok = read_file(reader, node->items[i], out) && ok;
    return ok;
}

/* --- the whole --- */

bool pag_head_read(pag_arena *arena, pag_diagnostics *diags, const pag_node *root, pag_head *out)
{
    static const pag_field note = {PAG_WORD("note"), PAG_WORD("note: …"), false};
    pag_reader reader = {.arena = arena, .diags = diags};
    *out = (pag_head){.rules = {"", 0}};
    if (!pag_reader_root(&reader, root)) return false;
    bool ok = read_rules(&reader, root, out);
    ok = read_plan(&reader, root, out) && ok;
    ok = read_period(&reader, root, out) && ok;
    const pag_node *example = pag_node_get(root, PAG_STR("example"));
    if (example) ok = pag_reader_flag(&reader, PAG_STR("example"), example, &out->example) && ok;
    ok = read_acknowledged(&reader, root, out) && ok;
    ok = read_marks(&reader, root, out) && ok;
    return pag_reader_text(&reader, root, &note, &out->note) && ok;
}

bool pag_head_read_period(pag_arena *arena, pag_diagnostics *diags, const pag_node *map,
                          pag_head *out)
{
    pag_reader reader = {.arena = arena, .diags = diags};
    *out = (pag_head){.rules = {"", 0}};
    return read_period(&reader, map, out);
}
