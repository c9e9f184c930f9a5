/* Test files of the old pack. Their data are of the old year, and cases without a period are tried
 * in the year of the pack; so that they go on to try the same thing, they get the old year as their
 * period. Nothing else of them changes. */
#include "renew/internal.h"
#include "yaml/yaml.h"

static bool has_period(const pag_node *item)
{
    for (size_t i = 0; i < item->count; i++) {
        if (pag_str_equal(item->pairs[i].key, PAG_STR("period"))) return true;
    }
    return false;
}

/* Before the second key: on a line of its own where that key begins one, else in the same line. */
static void add_period(pag_renewing *r, const pag_sources *sources, const pag_node *item)
{
    const pag_pos pos = item->pairs[1].key_pos;
    pag_str line = pag_sources_line(sources, pos.source, pos.line);
    size_t indent = 0;
    while (indent < line.len && line.at[indent] == ' ') indent++;
    const size_t at = pag_place_offset(sources, pos);
    const char *bytes = pag_sources_bytes(sources, pos.source).at;
    const bool alone = bytes + at == line.at + indent;
    pag_text out = {.arena = r->arena};
    pag_text_put(&out, PAG_STR("period: {from: "));
    pag_text_whole(&out, r->out->old_year);
    pag_text_put(&out, PAG_STR("-01-01, to: "));
    pag_text_whole(&out, r->out->old_year);
    pag_text_put(&out, alone ? PAG_STR("-12-31}\n") : PAG_STR("-12-31}, "));
    if (alone) pag_text_put(&out, (pag_str){line.at, indent});
    PAG_LIST_ADD(r->arena, &r->edits, (pag_edit){pos.source, at, 0, pag_text_str(&out)});
    r->out->cases++;
}

void pag_cases_edit(pag_renewing *r, pag_diagnostics *diags, uint32_t source)
{
    const pag_node *root = NULL;
    pag_pos said;
    if (!pag_pack_year(r->old, &said)) return; /* such cases have no period at all */
    if (pag_yaml_read(r->arena, diags, source, &root) != PAG_OK) return;
    for (size_t i = 0; root->kind == PAG_NODE_LIST && i < root->count; i++) {
        const pag_node *item = root->items[i];
        bool is_case = item->kind == PAG_NODE_MAP && item->count > 1;
        if (is_case && !has_period(item)) {
            add_period(r, pag_diagnostics_sources(diags), item);
        }
    }
}
