/* Where rules/ and plans/ are. */
#include "base/file.h"
#include "base/list.h"
#include "pack/internal.h"

bool pag_tree_find(pag_arena *arena, pag_str start, pag_tree *out)
{
    *out = (pag_tree){{"", 0}, {"", 0}};
    bool found = pag_path_find_above(arena, start, PAG_STR("rules"), &out->rules);
    if (!found) {
        pag_str installed = PAG_STR(PAG_INSTALLED_RULES);
        found = pag_path_look(installed) == PAG_PATH_FOLDER;
        if (found) out->rules = installed;
    }
    (void)pag_path_find_above(arena, start, PAG_STR("plans"), &out->plans);
    return found;
}

static bool part_is_safe(pag_str part)
{
    return part.len > 0 && part.at[0] != '.';
}

bool pag_name_is_safe(pag_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == '-' || c == '_' || c == '.' || c == '/';
        if (!plain) return false;
    }
    while (name.len) {
        size_t end = pag_str_find(name, '/');
        if (!part_is_safe((pag_str){name.at, end})) return false;
        if (end == name.len) return true;
        name = (pag_str){name.at + end + 1, name.len - end - 1};
    }
    return false;
}

/* Adds the names below `folder` that hold `file`, as "a/b", two levels deep. */
static void collect(pag_arena *arena, pag_str root, pag_str prefix, pag_str file, int levels,
                    pag_name_list *out)
{
    pag_str *names;
    size_t n = pag_folder_list(arena, pag_path_join(arena, root, prefix), &names);
    for (size_t i = 0; i < n; i++) {
        if (names[i].at[0] == '.') continue;
        pag_str name = prefix.len ? pag_path_join(arena, prefix, names[i]) : names[i];
        pag_str path = pag_path_join(arena, root, name);
        if (pag_path_look(path) != PAG_PATH_FOLDER) continue;
        if (pag_path_look(pag_path_join(arena, path, file)) == PAG_PATH_FILE) {
            pag_name_list_add(arena, out, name);
        } else if (levels > 1) {
            collect(arena, root, name, file, levels - 1, out);
        }
    }
}

void pag_name_list_add(pag_arena *arena, pag_name_list *names, pag_str name)
{
    names->at = pag_list_grown(arena, names->at, names->n, &names->room, sizeof *names->at);
    names->at[names->n++] = name;
}

enum { LEVELS = 4 };

pag_name_list pag_names_below(pag_arena *arena, pag_str root, pag_str file)
{
    pag_name_list names = {0};
    if (root.len) collect(arena, root, (pag_str){"", 0}, file, LEVELS, &names);
    return names;
}

/* The folders of rules/ whose files are used by name. */
static const pag_str library_folders[] = {{"lib", 3}, {"national", 8}};
enum { LIBRARY_FOLDERS = sizeof library_folders / sizeof *library_folders };

bool pag_library_is(pag_str name)
{
    pag_str first = {name.at, pag_str_find(name, '/')};
    size_t i = 0;
    while (i < LIBRARY_FOLDERS && !pag_str_equal(first, library_folders[i])) i++;
    return i < LIBRARY_FOLDERS && first.len < name.len && pag_name_is_safe(name);
}

static void collect_libraries(pag_arena *arena, pag_str root, pag_str prefix, int levels,
                              pag_name_list *out)
{
    pag_str *names;
    size_t n = pag_folder_list(arena, pag_path_join(arena, root, prefix), &names);
    for (size_t i = 0; i < n; i++) {
        if (names[i].at[0] == '.') continue;
        pag_str name = pag_path_join(arena, prefix, names[i]);
        pag_path_kind kind = pag_path_look(pag_path_join(arena, root, name));
        if (kind == PAG_PATH_FILE && pag_str_ends(name, PAG_STR(".lua"))) {
            pag_name_list_add(arena, out, (pag_str){name.at, name.len - 4});
        } else if (kind == PAG_PATH_FOLDER && levels > 1) {
            collect_libraries(arena, root, name, levels - 1, out);
        }
    }
}

pag_name_list pag_libraries_below(pag_arena *arena, pag_str rules)
{
    pag_name_list names = {0};
    for (size_t i = 0; i < LIBRARY_FOLDERS; i++) {
        collect_libraries(arena, rules, library_folders[i], LEVELS, &names);
    }
    return names;
}

void pag_tell_unknown(pag_diagnostics *diags, pag_name_list names, pag_str name, pag_str root,
                      pag_pos pos, pag_code near_code, pag_code code)
{
    size_t near = pag_str_nearest(name, names.at, names.n);
    if (near < names.n) {
        pag_diag_add(diags, near_code, pos, 3, name, root, names.at[near]);
        return;
    }
    pag_text all = {.arena = pag_diagnostics_arena(diags)};
    for (size_t i = 0; i < names.n; i++) {
        if (i) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, names.at[i]);
    }
    pag_diag_add(diags, code, pos, 3, name, root, names.n ? pag_text_str(&all) : PAG_STR("–"));
}

size_t pag_tree_packs(pag_arena *arena, const pag_tree *tree, pag_str **names)
{
    pag_name_list all = pag_names_below(arena, tree->rules, PAG_STR("pack.lua"));
    *names = all.at;
    return all.n;
}

/* The name of the pack in this folder; `folder` itself when there is none. */
static pag_str pack_in(pag_arena *arena, const pag_tree *tree, pag_str folder)
{
    pag_str *names;
    size_t n = pag_tree_packs(arena, tree, &names);
    for (size_t i = 0; i < n; i++) {
        if (pag_path_same(pag_path_join(arena, tree->rules, names[i]), folder)) return names[i];
    }
    return folder;
}

bool pag_tree_asked(pag_arena *arena, pag_str asked, pag_tree *tree, pag_str *name)
{
    pag_path_kind kind = pag_path_look(asked);
    pag_str folder = PAG_STR("");
    if (kind == PAG_PATH_FOLDER) folder = asked;
    if (kind == PAG_PATH_FILE) folder = pag_path_folder(asked);
    *name = folder.len ? folder : PAG_STR(".");
    if (!pag_tree_find(arena, folder, tree)) return false;
    if (kind == PAG_PATH_FOLDER || kind == PAG_PATH_FILE) {
        *name = pack_in(arena, tree, *name);
        return true;
    }
    *name = asked;
    while (name->len > 1 && name->at[name->len - 1] == '/') name->len--;
    return true;
}

void pag_tell_no_rules(pag_arena *arena, pag_diagnostics *diags, pag_str rules, pag_str name,
                       pag_pos pos)
{
    const pag_str root = PAG_STR("rules/");
    pag_name_list names = pag_names_below(arena, rules, PAG_STR("pack.lua"));
    for (size_t i = 0; i < names.n; i++) {
        if (!pag_str_equal(names.at[i], name)) continue;
        pag_diag_add(diags, PAG_E0111, pos, 2, pag_text_join(arena, 2, root, name), root);
        return;
    }
    pag_tell_unknown(diags, names, name, root, pos, PAG_E0166, PAG_E0167);
}
