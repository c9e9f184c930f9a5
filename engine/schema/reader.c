/* Nodes of the right kind and the few shapes that every document has: a required key, a flag, a
 * period. It knows no cell and no pack. */
#include "schema/reader.h"

#include "base/visible.h"

static bool refuse(const pag_reader *reader, pag_code code, pag_str name, pag_pos pos)
{
    pag_diag_add(reader->diags, code, pos, 1, pag_said_name(reader, pos, name));
    return false;
}

/* Written without quotes these mean "nothing" in YAML, and nothing is not a value. */
static bool is_nothing(const pag_node *node)
{
    static const pag_str words[] = {PAG_WORD("~"), PAG_WORD("null"), PAG_WORD("Null"),
                                    PAG_WORD("NULL")};
    const pag_names nothing = {words, sizeof words / sizeof *words};
    return node->text.len == 0 || (node->plain && pag_names_have(nothing, node->text));
}

static bool is_missing(const pag_node *node)
{
    return node->kind == PAG_NODE_SCALAR && is_nothing(node);
}

static bool says_nothing(const pag_node *node)
{
    return node->kind == PAG_NODE_SCALAR && !is_nothing(node) && pag_text_is_blank(node->text);
}

bool pag_reader_map(const pag_reader *reader, pag_str name, const pag_node *node)
{
    if (node->kind == PAG_NODE_MAP) return true;
    return refuse(reader, is_missing(node) ? PAG_E1151 : PAG_E0226, name, node->pos);
}

bool pag_reader_list(const pag_reader *reader, pag_str name, const pag_node *node)
{
    if (is_missing(node)) return refuse(reader, PAG_E1151, name, node->pos);
    if (node->kind != PAG_NODE_LIST) return refuse(reader, PAG_E0225, name, node->pos);
    return node->count > 0 || refuse(reader, PAG_E0244, name, node->pos);
}

bool pag_reader_scalar(const pag_reader *reader, pag_str name, const pag_node *node)
{
    if (node->kind != PAG_NODE_SCALAR) return refuse(reader, PAG_E0224, name, node->pos);
    if (says_nothing(node)) return refuse(reader, PAG_E0281, name, node->pos);
    return !is_nothing(node) || refuse(reader, PAG_E0223, name, node->pos);
}

bool pag_reader_word(const pag_reader *reader, pag_str name, const pag_node *node)
{
    if (!is_missing(node)) return pag_reader_scalar(reader, name, node);
    return refuse(reader, PAG_E1151, name, node->pos);
}

bool pag_reader_may_lack(const pag_reader *reader, pag_str name, const pag_node *node)
{
    if (says_nothing(node)) return refuse(reader, PAG_E0282, name, node->pos);
    if (!is_missing(node)) return pag_reader_scalar(reader, name, node);
    return refuse(reader, PAG_E0897, name, node->pos);
}

bool pag_reader_may_lack_list(const pag_reader *reader, pag_str name, const pag_node *node)
{
    if (is_missing(node)) return refuse(reader, PAG_E0897, name, node->pos);
    return pag_reader_list(reader, name, node);
}

bool pag_reader_root(const pag_reader *reader, const pag_node *root)
{
    if (root->kind == PAG_NODE_MAP) return true;
    pag_diag_add(reader->diags, PAG_E0259, root->pos, 0);
    return false;
}

bool pag_reader_missing(const pag_reader *reader, const pag_node *map, const pag_field *field)
{
    if (pag_names_misspelt(reader->known, map, field->name)) return false;
    pag_diag_add(reader->diags, PAG_E0220, map->pos, 3, field->name, PAG_STR(""), field->example);
    return false;
}

typedef bool good_value(const pag_reader *reader, pag_str name, const pag_node *node);

static bool read_value(const pag_reader *reader, const pag_node *map, const pag_field *field,
                       good_value *required, const pag_node **out)
{
    const pag_node *node = pag_node_get(map, field->name);
    good_value *good = field->required ? required : pag_reader_may_lack;
    *out = NULL;
    if (!node) return !field->required || pag_reader_missing(reader, map, field);
    if (!good(reader, field->name, node)) return false;
    *out = node;
    return true;
}

bool pag_reader_value(const pag_reader *reader, const pag_node *map, const pag_field *field,
                      const pag_node **out)
{
    return read_value(reader, map, field, pag_reader_word, out);
}

bool pag_reader_number(const pag_reader *reader, const pag_node *map, const pag_field *field,
                       const pag_node **out)
{
    return read_value(reader, map, field, pag_reader_scalar, out);
}

bool pag_reader_text(const pag_reader *reader, const pag_node *map, const pag_field *field,
                     pag_str *out)
{
    const pag_node *node;
    if (!pag_reader_value(reader, map, field, &node)) return false;
    if (node) *out = node->text;
    return true;
}

bool pag_reader_reason(const pag_reader *reader, const pag_node *map, const pag_field *field,
                       pag_str *out)
{
    const pag_node *node;
    if (!pag_reader_value(reader, map, field, &node)) return false;
    if (!node) return true;
    *out = node->text;
    if (pag_text_has_letter(node->text)) return true;
    pag_diag_add(reader->diags, PAG_E0288, node->pos, 2,
                 pag_said_name(reader, node->pos, field->name), node->text);
    return false;
}

bool pag_reader_flag(const pag_reader *reader, pag_str name, const pag_node *node, bool *out)
{
    if (!pag_reader_may_lack(reader, name, node)) return false;
    pag_scalar scalar = {.reader = reader,
                         .name = name,
                         .type = PAG_TYPE_FLAG,
                         .text = node->text,
                         .pos = node->pos};
    return pag_scalar_flag(&scalar, out);
}

static bool read_day(const pag_reader *reader, const pag_node *map, const pag_field *field,
                     pag_number *out)
{
    const pag_node *node;
    if (!pag_reader_value(reader, map, field, &node) || !node) return false;
    pag_scalar scalar = {.reader = reader,
                         .name = field->name,
                         .type = PAG_TYPE_DATE,
                         .text = node->text,
                         .pos = node->pos};
    return pag_scalar_date(&scalar, out);
}

bool pag_reader_period(const pag_reader *reader, const pag_node *map, bool required,
                       pag_period *out)
{
    static const pag_str keys[] = {PAG_WORD("from"), PAG_WORD("to")};
    static const pag_field period = {PAG_WORD("period"),
                                     PAG_WORD("period: {from: 2024-01-01, to: 2024-12-31}"), true};
    static const pag_field from = {PAG_WORD("from"), PAG_WORD("from: 2024-01-01"), true};
    static const pag_field to = {PAG_WORD("to"), PAG_WORD("to: 2024-12-31"), true};
    const pag_node *node = pag_node_get(map, period.name);
    if (!node) return !required || pag_reader_missing(reader, map, &period);
    if (!pag_reader_map(reader, period.name, node)) return false;
    out->pos = node->pos;
    const pag_reader own = {reader->arena, reader->diags, {keys, 2}, reader->lenient};
    bool ok = pag_reader_keys(&own, node, own.known);
    ok = read_day(&own, node, &from, &out->from) && ok;
    ok = read_day(&own, node, &to, &out->to) && ok;
    if (!ok || pag_number_order(out->from, out->to) <= 0) return ok;
    pag_diag_add(reader->diags, PAG_E0254, node->pos, 2,
                 pag_number_written(reader->arena, out->from),
                 pag_number_written(reader->arena, out->to));
    return false;
}
