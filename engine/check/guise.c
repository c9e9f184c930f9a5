/* Files that are no evaluation. */
#include "check/guise.h"

#include "base/file.h"
#include "diag/readable.h"
#include "pack/pack.h"

/* --- by name --- */

/* `end` is in small letters; the name may be in any. */
static bool is_called(pag_str path, pag_str end)
{
    if (path.len < end.len) return false;
    for (size_t i = 0; i < end.len; i++) {
        char c = path.at[path.len - end.len + i];
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (c != end.at[i]) return false;
    }
    return true;
}

/* --- by what stands in it --- */

static pag_str first_line(pag_str *rest)
{
    size_t len = pag_str_find(*rest, '\n');
    pag_str line = {rest->at, len};
    size_t eaten = len < rest->len ? len + 1 : len;
    *rest = (pag_str){rest->at + eaten, rest->len - eaten};
    return line;
}

static bool has(pag_str line, char c)
{
    return pag_str_find(line, c) < line.len;
}

/* Cells in each of the first two lines. Commas tell nothing: a letter has them too. */
static bool has_cells(pag_str bytes)
{
    pag_str rest = bytes, first = first_line(&rest), second = first_line(&rest);
    bool other = !first.len || pag_str_find(PAG_STR("#-[{ "), *first.at) < 5;
    if (other) return false;
    bool cells = has(first, ';') && has(second, ';');
    bool tabs = has(first, '\t') && has(second, '\t');
    return cells || tabs;
}

static bool is_test_file(const pag_node *root)
{
    return root->kind == PAG_NODE_LIST && root->count &&
           pag_node_get(root->items[0], PAG_STR("test"));
}

/* An evaluation may name its plan too, but not say whose it is or how it is called. */
static bool is_plan(const pag_node *root)
{
    bool named =
        pag_node_get(root, PAG_STR("organization")) || pag_node_get(root, PAG_STR("title"));
    return named && pag_node_get(root, PAG_STR("plan")) && !pag_node_get(root, PAG_STR("rules"));
}

pag_guise pag_guise_by_name(pag_str path, pag_str bytes)
{
    pag_foreign foreign;
    if (pag_foreign_is(bytes, &foreign)) return PAG_GUISE_ANY; /* it tells more than the name */
    if (is_called(path, PAG_STR(".lua"))) return PAG_GUISE_RULES;
    return is_called(path, PAG_STR(".csv")) ? PAG_GUISE_TABLE : PAG_GUISE_ANY;
}

pag_guise pag_guise_of(pag_str bytes, const pag_node *root)
{
    if (root && is_plan(root)) return PAG_GUISE_PLAN;
    if (root && is_test_file(root)) return PAG_GUISE_TESTS;
    bool map = root && root->kind == PAG_NODE_MAP;
    return !map && has_cells(bytes) ? PAG_GUISE_TABLE : PAG_GUISE_ANY;
}

/* --- what to do with it --- */

static bool is_evaluation(pag_arena *arena, pag_str path)
{
    pag_diagnostics *aside = pag_diagnostics_create(arena, pag_sources_create(arena));
    const pag_node *root = NULL;
    uint32_t source = pag_source_load(arena, aside, path, (pag_pos){0});
    bool read = source && pag_yaml_read(arena, aside, source, &root) == PAG_OK;
    return read && pag_node_get(root, PAG_STR("rules"));
}

/* One that stands beside the plan, as they do. */
static pag_str evaluation_beside(pag_arena *arena, pag_str plan)
{
    pag_str *names, folder = pag_path_folder(plan);
    size_t n = pag_folder_list(arena, folder, &names);
    for (size_t i = 0; i < n; i++) {
        pag_str path = pag_path_join(arena, folder, names[i]);
        bool document = is_called(path, PAG_STR(".yaml")) || is_called(path, PAG_STR(".yml"));
        if (document && is_evaluation(arena, path)) return path;
    }
    return PAG_STR("….yaml");
}

static pag_str as_argument(pag_arena *arena, pag_str path)
{
    pag_text out = {.arena = arena};
    pag_text_put_argument(&out, path);
    return pag_text_str(&out);
}

/* The folder of the rules that the tests are beside. */
static pag_str pack_of(pag_arena *arena, pag_str path)
{
    pag_str folder = pag_path_folder(path);
    bool pack = pag_path_look(pag_path_join(arena, folder, PAG_STR("pack.lua"))) == PAG_PATH_FILE;
    return pack && folder.len ? as_argument(arena, folder) : PAG_STR("…");
}

void pag_guise_tell(pag_arena *arena, pag_diagnostics *diags, uint32_t source, pag_str path,
                    pag_guise guise)
{
    pag_pos pos = {.source = source};
    if (pag_str_equal(path, PAG_STR("-"))) path = PAG_STR("….csv"); /* rows must be in a file */
    pag_str own = as_argument(arena, path);
    switch (guise) {
    case PAG_GUISE_ANY: return;
    case PAG_GUISE_PLAN:
        pag_diag_add(diags, PAG_E1182, pos, 2, evaluation_beside(arena, path), own);
        return;
    case PAG_GUISE_TABLE: pag_diag_add(diags, PAG_E1183, pos, 2, own, pag_path_name(path)); return;
    case PAG_GUISE_RULES: pag_diag_add(diags, PAG_E1184, pos, 1, own); return;
    case PAG_GUISE_TESTS: pag_diag_add(diags, PAG_E1185, pos, 1, pack_of(arena, path)); return;
    }
}
