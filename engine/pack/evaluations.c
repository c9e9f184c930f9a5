/* The evaluations of a tree that name a pack. */
#include "base/file.h"
#include "pack/internal.h"
#include "yaml/yaml.h"

enum { DEEPEST = 8 };

static bool is_document(pag_str name)
{
    return name.at[0] != '.' && pag_path_is_document(name);
}

/* What is wrong with a file is for `check` to tell. */
static bool names(pag_arena *arena, pag_str path, pag_str pack)
{
    pag_diagnostics *aside = pag_diagnostics_create(arena, pag_sources_create(arena));
    const pag_node *root = NULL;
    uint32_t source = pag_source_load(arena, aside, path, (pag_pos){0});
    if (!source || pag_yaml_read(arena, aside, source, &root) != PAG_OK) return false;
    const pag_node *rules =
        root->kind == PAG_NODE_MAP ? pag_node_get(root, PAG_STR("rules")) : NULL;
    return rules && rules->kind == PAG_NODE_SCALAR && pag_str_equal(rules->text, pack);
}

static void collect(pag_arena *arena, const pag_tree *tree, pag_str prefix, pag_str pack,
                    int levels, pag_name_list *out)
{
    pag_str *found;
    size_t n = pag_folder_list(arena, pag_path_join(arena, tree->plans, prefix), &found);
    for (size_t i = 0; i < n; i++) {
        pag_str name = pag_path_join(arena, prefix, found[i]);
        pag_str path = pag_path_join(arena, tree->plans, name);
        pag_path_kind kind = pag_path_look(path);
        if (kind == PAG_PATH_FILE && is_document(found[i]) && names(arena, path, pack)) {
            pag_name_list_add(arena, out, name);
        } else if (kind == PAG_PATH_FOLDER && levels > 1 && found[i].at[0] != '.') {
            collect(arena, tree, name, pack, levels - 1, out);
        }
    }
}

size_t pag_tree_evaluations(pag_arena *arena, const pag_tree *tree, pag_str pack, pag_str **out)
{
    pag_name_list all = {0};
    if (tree->plans.len) collect(arena, tree, PAG_STR(""), pack, DEEPEST, &all);
    *out = all.at;
    return all.n;
}
