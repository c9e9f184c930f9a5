/* The plan: its head, lists, and sections of lists and of sheets with their criteria. Every key of
 * it is known or is a section; which marks a criterion may get is said by rules, unless it has
 * bounds of its own. */
#include "base/text.h"
#include "schema/document.h"
#include "schema/reader.h"

/* --- criteria --- */

static bool read_number(const pag_reader *reader, const pag_node *map, const pag_field *field,
                        pag_type type, pag_bound *out)
{
    const pag_node *node;
    if (!pag_reader_value(reader, map, field, &node)) return false;
    if (!node) return true;
    bool percent = type == PAG_TYPE_NUMBER && pag_str_ends(node->text, PAG_STR("%"));
    pag_scalar s = {.reader = reader, .name = field->name, .text = node->text, .pos = node->pos};
    s.type = percent ? PAG_TYPE_PERCENT : type;
    out->pos = node->pos;
    return out->set = pag_scalar_number(&s, &out->number);
}

/* The bounds of its mark, and its weight, which may be a percentage. */
static bool read_numbers(const pag_reader *reader, const pag_node *map, pag_criterion *out)
{
    static const pag_field fields[] = {{PAG_WORD("min"), PAG_WORD("min: 0"), false},
                                       {PAG_WORD("max"), PAG_WORD("max: 10"), false},
                                       {PAG_WORD("step"), PAG_WORD("step: 1"), false},
                                       {PAG_WORD("weight"), PAG_WORD("weight: 30%"), false}};
    pag_bound *to[] = {&out->own.min, &out->own.max, &out->own.step, &out->weight};
    bool ok = true;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        pag_type type = to[i] == &out->weight ? PAG_TYPE_NUMBER : PAG_TYPE_POINTS;
        ok = read_number(reader, map, &fields[i], type, to[i]) && ok;
    }
    return ok;
}

static bool read_criterion(const pag_reader *reader, const pag_node *node, pag_criterion *out,
                           pag_pos *id_pos)
{
    static const pag_str keys[] = {PAG_WORD("id"),        PAG_WORD("title"), PAG_WORD("expected"),
                                   PAG_WORD("indicator"), PAG_WORD("note"),  PAG_WORD("min"),
                                   PAG_WORD("max"),       PAG_WORD("step"),  PAG_WORD("weight")};
    static const pag_field fields[] = {{PAG_WORD("id"), PAG_WORD("id: …"), true},
                                       {PAG_WORD("title"), PAG_WORD("title: …"), true},
                                       {PAG_WORD("expected"), PAG_WORD("expected: …"), false},
                                       {PAG_WORD("indicator"), PAG_WORD("indicator: …"), false},
                                       {PAG_WORD("note"), PAG_WORD("note: …"), false}};
    if (!pag_reader_map(reader, PAG_STR("criteria"), node)) return false;
    pag_str *to[] = {&out->id, &out->title, &out->expected, &out->indicator, &out->note};
    const pag_reader own = {
        reader->arena, reader->diags, {keys, sizeof keys / sizeof *keys}, reader->lenient};
    bool ok = pag_reader_keys(&own, node, own.known);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        ok = pag_reader_text(&own, node, &fields[i], to[i]) && ok;
    }
    ok = read_numbers(&own, node, out) && ok;
    const pag_node *id = pag_node_get(node, PAG_STR("id"));
    out->pos = node->pos;
    *id_pos = id ? id->pos : node->pos;
    return ok;
}

static bool read_criteria(const pag_reader *reader, const pag_node *node, pag_plan_sheet *sheet)
{
    static const pag_field criteria = {PAG_WORD("criteria"),
                                       PAG_WORD("criteria: [{id: …, title: …}, …]"), true};
    const pag_node *list = pag_node_get(node, criteria.name);
    if (!list) return pag_reader_missing(reader, node, &criteria);
    if (!pag_reader_list(reader, criteria.name, list)) return false;
    bool ok = true;
    size_t n = 0;
    pag_identified *ids = PAG_NEW_ARRAY(reader->arena, pag_identified, list->count);
    sheet->n = list->count;
    sheet->criteria = PAG_NEW_ARRAY(reader->arena, pag_criterion, sheet->n);
    for (size_t i = 0; i < sheet->n; i++) {
        pag_criterion *criterion = &sheet->criteria[i];
        ok = read_criterion(reader, list->items[i], criterion, &ids[n].pos) && ok;
        ids[n].id = criterion->id;
        if (criterion->id.len) n++;
    }
    return pag_reader_distinct(reader, ids, n) && ok;
}

/* --- sheets --- */

/* The year that is printed on a sheet. */
static bool read_year(const pag_reader *reader, const pag_node *node, pag_plan_sheet *out)
{
    static const pag_field field = {PAG_WORD("year"), PAG_WORD("year: 2024"), false};
    const pag_node *year;
    pag_number x;
    if (!pag_reader_value(reader, node, &field, &year)) return false;
    if (!year) return true;
    out->year_pos = year->pos;
    pag_scalar s = {.reader = reader,
                    .name = field.name,
                    .type = PAG_TYPE_WHOLE,
                    .text = year->text,
                    .pos = year->pos};
    if (!pag_scalar_number(&s, &x)) return false;
    if (pag_number_to_whole(x, &out->year) && out->year >= PAG_YEAR_FIRST &&
        out->year <= PAG_YEAR_LAST)
        return true;
    pag_diag_add(reader->diags, PAG_E0266, year->pos, 1, year->text);
    return false;
}

static bool read_sheet(const pag_reader *reader, pag_str path, const pag_pair *pair,
                       pag_plan_sheet *out)
{
    static const pag_str keys[] = {PAG_WORD("title"), PAG_WORD("source"), PAG_WORD("note"),
                                   PAG_WORD("year"), PAG_WORD("criteria")};
    static const pag_field title = {PAG_WORD("title"), PAG_WORD("title: …"), true};
    static const pag_field others[] = {{PAG_WORD("source"), PAG_WORD("source: …"), false},
                                       {PAG_WORD("note"), PAG_WORD("note: …"), false}};
    const pag_node *node = pair->value, *text;
    out->path = path;
    out->pos = pair->key_pos;
    const pag_reader own = {
        reader->arena, reader->diags, {keys, sizeof keys / sizeof *keys}, reader->lenient};
    bool ok = pag_reader_keys(&own, node, own.known);
    ok = pag_reader_text(&own, node, &title, &out->title) && ok;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        ok = pag_reader_value(reader, node, &others[i], &text) && ok;
    }
    ok = read_year(reader, node, out) && ok;
    return read_criteria(&own, node, out) && ok;
}

/* --- sections --- */

static bool is_list(const pag_pair *pair)
{
    return pair->value->kind == PAG_NODE_LIST;
}

static bool read_list(const pag_reader *reader, pag_str path, const pag_pair *pair, pag_plan *plan)
{
    return pag_plan_list_read(reader, path, pair, &plan->lists[plan->n_lists++]);
}

/* Any other key is a map of its own; a text there is a known key misspelt, or stands in the wrong
 * place. */
static bool is_inner(const pag_reader *reader, const pag_pair *pair, pag_names known)
{
    if (pair->value->kind == PAG_NODE_MAP) return true;
    if (pair->value->kind == PAG_NODE_SCALAR && pair->value->text.len) {
        return pag_reader_unknown(reader, pair->key, pair->key_pos, known, pag_unknown_key);
    }
    return pag_reader_map(reader, pair->key, pair->value);
}

static bool read_section(const pag_reader *reader, const pag_pair *pair, pag_plan *plan)
{
    static const pag_str keys[] = {PAG_WORD("title"), PAG_WORD("source"), PAG_WORD("note")};
    static const pag_field texts[] = {{PAG_WORD("title"), PAG_WORD("title: …"), false},
                                      {PAG_WORD("source"), PAG_WORD("source: …"), false},
                                      {PAG_WORD("note"), PAG_WORD("note: …"), false}};
    const pag_names known = {keys, sizeof keys / sizeof *keys};
    const pag_node *node = pair->value, *text;
    bool ok = true;
    for (size_t i = 0; i < known.n; i++) {
        ok = pag_reader_value(reader, node, &texts[i], &text) && ok;
    }
    for (size_t i = 0; i < node->count; i++) {
        const pag_pair *inner = &node->pairs[i];
        if (pag_names_have(known, inner->key)) continue;
        pag_str path = pag_text_join(reader->arena, 3, pair->key, PAG_STR("."), inner->key);
        if (is_list(inner)) {
            ok = read_list(reader, path, inner, plan) && ok;
            continue;
        }
        if (!is_inner(reader, inner, known)) {
            ok = false;
            continue;
        }
        ok = read_sheet(reader, path, inner, &plan->sheets[plan->n_sheets++]) && ok;
    }
    return ok;
}

static size_t count_inner(const pag_node *root)
{
    size_t n = 0;
    for (size_t i = 0; i < root->count; i++) {
        const pag_node *section = root->pairs[i].value;
        if (section->kind == PAG_NODE_MAP) n += section->count;
    }
    return n;
}

static bool read_sections(const pag_reader *reader, const pag_node *root, pag_plan *plan)
{
    static const pag_str keys[] = {PAG_WORD("plan"),   PAG_WORD("organization"), PAG_WORD("title"),
                                   PAG_WORD("period"), PAG_WORD("source"),       PAG_WORD("note")};
    const pag_names known = {keys, sizeof keys / sizeof *keys};
    bool ok = true;
    plan->sheets = PAG_NEW_ARRAY(reader->arena, pag_plan_sheet, count_inner(root));
    plan->lists = PAG_NEW_ARRAY(reader->arena, pag_plan_list, count_inner(root) + root->count);
    for (size_t i = 0; i < root->count; i++) {
        const pag_pair *pair = &root->pairs[i];
        if (pag_names_have(known, pair->key)) continue;
        bool good = is_list(pair)
                        ? read_list(reader, pair->key, pair, plan)
                        : is_inner(reader, pair, known) && read_section(reader, pair, plan);
        ok = good && ok;
    }
    return ok;
}

/* --- the whole --- */

static bool read_texts(const pag_reader *reader, const pag_node *root, pag_plan *plan)
{
    static const pag_field fields[] = {
        {PAG_WORD("plan"), PAG_WORD("plan: …/2024-2026"), true},
        {PAG_WORD("organization"), PAG_WORD("organization: …"), true},
        {PAG_WORD("title"), PAG_WORD("title: …"), true},
        {PAG_WORD("source"), PAG_WORD("source: …"), true},
        {PAG_WORD("note"), PAG_WORD("note: …"), false}};
    pag_str *to[] = {&plan->name, &plan->organization, &plan->title, &plan->source, &plan->note};
    bool ok = true;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        ok = pag_reader_text(reader, root, &fields[i], to[i]) && ok;
    }
    return ok;
}

static bool name_fits(const pag_reader *reader, const pag_node *root, pag_str name,
                      pag_str expected)
{
    if (expected.len == 0 || pag_str_equal(name, expected)) return true;
    pag_diag_add(reader->diags, PAG_E0265, pag_node_get(root, PAG_STR("plan"))->pos, 2, name,
                 expected);
    return false;
}

pag_plan *pag_plan_read(pag_arena *arena, pag_diagnostics *diags, const pag_node *root,
                        pag_str expected_name)
{
    pag_reader reader = {.arena = arena, .diags = diags};
    if (!pag_reader_root(&reader, root)) return NULL;
    pag_plan *plan = PAG_NEW(arena, pag_plan);
    pag_period period = {.from = PAG_ZERO};
    bool ok = read_texts(&reader, root, plan);
    if (plan->name.len) ok = name_fits(&reader, root, plan->name, expected_name) && ok;
    ok = pag_reader_period(&reader, root, true, &period) && ok;
    plan->from = period.from;
    plan->to = period.to;
    plan->period_pos = period.pos;
    return read_sections(&reader, root, plan) && ok ? plan : NULL;
}

const pag_plan_sheet *pag_plan_sheet_at(const pag_plan *plan, pag_str path)
{
    for (size_t i = 0; i < plan->n_sheets; i++) {
        if (pag_str_equal(plan->sheets[i].path, path)) return &plan->sheets[i];
    }
    return NULL;
}
