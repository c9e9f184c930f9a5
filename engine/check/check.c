/* Walks folders and judges each file by what it is. */
#include "check/check.h"

#include "base/file.h"
#include "check/always.h"
#include "check/meant.h"
#include "check/told.h"
#include "check/unconfirmed.h"
#include "yaml/yaml.h"

#include <string.h>
#include <sys/stat.h>

enum { DEEPEST_FOLDER = 8, LONGEST_PATH = 4096 };

/* --- what is there --- */

static bool identity(pag_str path, struct stat *out)
{
    char name[LONGEST_PATH];
    if (path.len == 0) path = PAG_STR(".");
    if (path.len >= sizeof name) return false;
    memcpy(name, path.at, path.len);
    name[path.len] = '\0';
    return stat(name, out) == 0;
}

/* Whether it is looked at for the first time, however it is written. A link from another folder is
 * another thing: it may belong to other rules. What is not there is never known. */
static bool meet(pag_check *check, pag_str path)
{
    struct stat found, folder;
    if (!identity(path, &found) || !identity(pag_path_folder(path), &folder)) return true;
    const uint64_t both[] = {(uint64_t)found.st_dev, (uint64_t)found.st_ino,
                             (uint64_t)folder.st_dev, (uint64_t)folder.st_ino};
    return pag_told_meet(check, both, sizeof both / sizeof *both);
}

static bool holds(pag_arena *arena, pag_str folder, const char *name, pag_path_kind kind)
{
    return pag_path_look(pag_path_join(arena, folder, pag_str_from(name))) == kind;
}

/* --- findings --- */

static void tell_of(pag_check *check, pag_diagnostics *all, pag_str evaluation)
{
    pag_diagnostics *diags = pag_told_leave_out(check, all, evaluation);
    size_t n = pag_diagnostics_count(diags), errors = pag_diagnostics_errors(diags);
    size_t warnings = pag_diagnostics_warnings(diags);
    pag_status status = pag_diagnostics_status(all);
    bool text = check->style.format == PAG_DIAG_TEXT, before = check->errors + check->warnings > 0;
    if (text && before && errors + warnings) pag_sink_put(check->sink, PAG_STR("\n"));
    check->errors += errors;
    check->warnings += warnings;
    check->acknowledged += n - errors - warnings;
    if (status > check->worst) check->worst = status;
    pag_diagnostics_write(diags, check->each, check->style, check->sink);
}

static void tell(pag_check *check, pag_diagnostics *all)
{
    tell_of(check, all, PAG_STR(""));
}

/* What is said of every evaluation is shown to whoever names the pack; it may well be meant, so it
 * changes no status. */
static void tell_always(pag_check *check, const pag_loaded_pack *pack)
{
    pag_diagnostics *diags = pag_always_told(check, pack);
    if (!diags) return;
    if (pag_diagnostics_errors(diags)) {
        tell(check, diags);
        return;
    }
    check->standing += pag_diagnostics_count(diags);
    if (check->named) pag_diagnostics_write(diags, check->each, check->style, check->sink);
    check->shown = check->shown || check->named;
}

static void tell_pack(pag_check *check, pag_loaded_pack *pack)
{
    if (!pack || pack->told) return;
    pag_str folder = pag_path_join(check->each, pack->rules, pack->name);
    bool there = holds(check->each, folder, "pack.lua", PAG_PATH_FILE);
    if (there && meet(check, folder)) check->packs++;
    pag_diagnostics *diags = pag_loader_untold(pack);
    if (diags) tell(check, diags);
    tell_always(check, pack);
    if (pack->status > check->worst) check->worst = pack->status;
    pag_unconfirmed_note(check, pack, false);
}

static void tell_one(pag_check *check, pag_code code, pag_str path)
{
    pag_diagnostics *diags = pag_diagnostics_create(check->each, pag_sources_create(check->each));
    pag_diag_add(diags, code, (pag_pos){0}, 1, path);
    tell(check, diags);
}

/* --- names below rules/ and plans/ --- */

/* The name below `root` of the folder that is `wanted`, however it was written: "a/2023". Empty
 * when it is not there. As deep as `levels`. */
static pag_str name_below(pag_arena *arena, pag_str root, pag_str prefix, const struct stat *wanted,
                          int levels)
{
    pag_str *names;
    size_t n = pag_folder_list(arena, pag_path_join(arena, root, prefix), &names);
    for (size_t i = 0; i < n; i++) {
        struct stat found;
        pag_str name = pag_path_join(arena, prefix, names[i]);
        bool folder = identity(pag_path_join(arena, root, name), &found) && S_ISDIR(found.st_mode);
        if (!folder || names[i].at[0] == '.') continue;
        if (found.st_dev == wanted->st_dev && found.st_ino == wanted->st_ino) return name;
        pag_str deeper =
            levels > 1 ? name_below(arena, root, name, wanted, levels - 1) : PAG_STR("");
        if (deeper.len) return deeper;
    }
    return PAG_STR("");
}

static pag_str name_of(pag_arena *arena, pag_str root, pag_str folder)
{
    struct stat wanted;
    if (!root.len || !identity(folder, &wanted)) return PAG_STR("");
    return name_below(arena, root, PAG_STR(""), &wanted, DEEPEST_FOLDER);
}

/* --- rules --- */

/* Programs that hide the ends of names add one of their own: "secretary.lua.txt". */
static bool is_misnamed(pag_str name, pag_code *code)
{
    if (pag_rule_file_is_misnamed(name, code)) return true;
    return pag_str_ends(name, PAG_STR(".yaml.txt")) || pag_str_ends(name, PAG_STR(".yml.txt"));
}

static void judge_name(pag_check *check, pag_str name, pag_str path)
{
    pag_code code;
    if (is_misnamed(name, &code)) tell_one(check, code, path);
}

/* Tells what below the folder of a pack is taken for something else. */
static void tell_unread(pag_check *check, pag_str folder, int levels)
{
    pag_str *names;
    size_t n = pag_folder_list(check->keep, folder, &names);
    for (size_t i = 0; i < n; i++) {
        pag_str path = pag_path_join(check->keep, folder, names[i]);
        pag_path_kind kind = pag_path_look(path);
        if (names[i].at[0] == '.') continue;
        if (kind == PAG_PATH_FILE) judge_name(check, names[i], path);
        if (kind != PAG_PATH_FOLDER) continue;
        bool pack = holds(check->keep, path, "pack.lua", PAG_PATH_FILE);
        if (pack) tell_one(check, PAG_W0621, path);
        if (levels > 1) tell_unread(check, path, levels - 1);
    }
}

static void check_pack(pag_check *check, pag_str folder)
{
    pag_tree tree;
    pag_str name = PAG_STR(""), file = pag_path_join(check->keep, folder, PAG_STR("pack.lua"));
    check->met++;
    if (!meet(check, file)) return;
    if (pag_tree_find(check->keep, folder, &tree)) name = name_of(check->keep, tree.rules, folder);
    if (!name.len) {
        check->others++;
        tell_one(check, PAG_E0617, folder);
        return;
    }
    pag_loaded_pack *pack =
        pag_loader_pack(check->loader, &tree, name, (pag_pos){0}, folder, folder);
    tell_pack(check, pack);
    pag_unconfirmed_note(check, pack, check->named);
    tell_unread(check, folder, DEEPEST_FOLDER);
}

static void check_rule_file(pag_check *check, pag_str path)
{
    pag_tree tree;
    pag_str folder = pag_path_folder(path);
    if (holds(check->each, folder, "pack.lua", PAG_PATH_FILE)) {
        check_pack(check, folder);
        return;
    }
    check->met++;
    if (!meet(check, path)) return;
    if (!pag_tree_find(check->each, folder, &tree)) {
        check->others++;
        tell_one(check, PAG_E0614, folder.len ? folder : PAG_STR("."));
        return;
    }
    pag_diagnostics *diags = pag_diagnostics_create(check->each, pag_sources_create(check->each));
    pag_status status = pag_rule_file_check(check->each, diags, &tree, path);
    check->libraries++;
    tell(check, diags);
    if (status > check->worst) check->worst = status;
}

/* --- plans and evaluations --- */

/* One that does not load is known by what it told of the plan. */
static bool is_for(const pag_loaded_pack *pack, pag_str name, pag_str path)
{
    struct stat plan, found;
    if (pack->pack) return pag_str_equal(pag_pack_plan_name(pack->pack), name);
    if (!identity(path, &plan)) return false;
    const pag_sources *sources = pag_diagnostics_sources(pack->diags);
    for (size_t i = 0; i < pag_diagnostics_count(pack->diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(pack->diags, i);
        bool there = d->pos.source && identity(pag_sources_path(sources, d->pos.source), &found);
        if (there && found.st_dev == plan.st_dev && found.st_ino == plan.st_ino) return true;
    }
    return false;
}

/* By every pack that is written for it. */
static void judge_plan(pag_check *check, const pag_tree *tree, pag_str name, pag_str path)
{
    pag_str *names;
    size_t n = pag_tree_packs(check->each, tree, &names);
    for (size_t i = 0; i < n; i++) {
        pag_loaded_pack *pack =
            pag_loader_pack(check->loader, tree, names[i], (pag_pos){0}, PAG_STR(""), PAG_STR(""));
        if (!is_for(pack, name, path)) continue;
        tell_pack(check, pack);
        pag_diagnostics *diags = pack->pack ? pag_meant_judge(check, pack) : NULL;
        if (diags) tell(check, diags);
    }
}

/* A plan below plans/ has its place as its name; elsewhere it may have any. */
static void check_plan(pag_check *check, pag_loaded *file)
{
    pag_tree tree = {{"", 0}, {"", 0}};
    pag_str folder = pag_path_folder(file->path), name = PAG_STR("");
    if (pag_tree_find(check->each, folder, &tree)) name = name_of(check->each, tree.plans, folder);
    const pag_node *own = pag_node_get(file->root, PAG_STR("plan"));
    if (!name.len && own) name = own->text;
    check->plans++;
    (void)pag_plan_read(check->each, file->diags, file->root, name);
    if (name.len && tree.rules.len) judge_plan(check, &tree, name, file->path);
}

static void check_evaluation(pag_check *check, pag_loaded *file)
{
    check->evaluations++;
    pag_loader_evaluate(check->loader, check->each, file);
    tell_pack(check, file->pack);
}

static void check_document(pag_check *check, pag_str path, int fd)
{
    pag_loaded file;
    check->met++;
    if (fd < 0 && !meet(check, path)) return;
    pag_loader_open(check->loader, check->each, path, fd, &file);
    bool map = file.root && file.root->kind == PAG_NODE_MAP;
    bool rules = map && pag_node_get(file.root, PAG_STR("rules"));
    bool plan = map && pag_node_get(file.root, PAG_STR("plan"));
    bool evaluation = rules || (map && !plan && check->loader->rules.len);
    if (evaluation) {
        check_evaluation(check, &file);
    } else if (plan) {
        check_plan(check, &file);
    } else {
        check->others++;
        if (file.root) pag_diag_add(file.diags, PAG_E0615, (pag_pos){.source = file.source}, 0);
    }
    tell_of(check, file.diags, evaluation ? path : PAG_STR(""));
    if (file.status > check->worst) check->worst = file.status;
}

/* --- folders --- */

/* The folders of libraries by their own name; what lies deeper in one, by its place in the tree. */
static bool is_library(const pag_check *check, pag_str folder, pag_str name)
{
    pag_tree tree;
    if (!pag_str_ends(name, PAG_STR(".lua"))) return false;
    if (pag_library_is(pag_path_join(check->each, pag_path_name(folder), name))) return true;
    if (!pag_tree_find(check->each, folder, &tree)) return false;
    pag_str below = name_of(check->each, tree.rules, folder);
    return below.len && pag_library_is(pag_path_join(check->each, below, name));
}

static void walk(pag_check *check, pag_str folder, int levels)
{
    pag_str *names;
    if (holds(check->keep, folder, "pack.lua", PAG_PATH_FILE)) {
        check_pack(check, folder);
        return;
    }
    size_t n = pag_folder_list(check->keep, folder, &names);
    for (size_t i = 0; i < n; i++) {
        pag_str path = pag_path_join(check->keep, folder, names[i]);
        pag_path_kind kind = pag_path_look(path);
        if (names[i].at[0] == '.') continue;
        if (kind == PAG_PATH_FOLDER && levels > 1) walk(check, path, levels - 1);
        if (kind == PAG_PATH_FILE && is_library(check, folder, names[i]))
            check_rule_file(check, path);
        if (kind == PAG_PATH_FILE && pag_path_is_document(names[i]))
            check_document(check, path, -1);
        if (kind == PAG_PATH_FILE) judge_name(check, names[i], path);
        pag_arena_reset(check->each);
    }
}

static void check_folder(pag_check *check, pag_str path)
{
    bool rules = holds(check->keep, path, "rules", PAG_PATH_FOLDER);
    bool plans = holds(check->keep, path, "plans", PAG_PATH_FOLDER);
    if (rules) walk(check, pag_path_join(check->keep, path, PAG_STR("rules")), DEEPEST_FOLDER);
    if (plans) walk(check, pag_path_join(check->keep, path, PAG_STR("plans")), DEEPEST_FOLDER);
    if (!rules && !plans) walk(check, path, DEEPEST_FOLDER);
}

/* What lies beside a pack.lua belongs to the pack: its test files too. */
static bool is_test_file(pag_check *check, pag_str path)
{
    return pag_path_is_document(path) &&
           holds(check->each, pag_path_folder(path), "pack.lua", PAG_PATH_FILE) &&
           pag_path_look(path) == PAG_PATH_FILE;
}

void pag_check_path(pag_check *check, pag_str path, int fd)
{
    size_t before = check->met;
    bool folder = fd < 0 && pag_path_look(path) == PAG_PATH_FOLDER;
    pag_str own = folder ? path : pag_path_folder(path);
    check->named = holds(check->each, own, "pack.lua", PAG_PATH_FILE);
    if (folder) {
        check_folder(check, path);
        if (check->met == before) tell_one(check, PAG_E0618, path);
    } else if (fd < 0 && (pag_str_ends(path, PAG_STR(".lua")) || is_test_file(check, path))) {
        check_rule_file(check, path);
    } else {
        check_document(check, path, fd);
    }
    pag_arena_reset(check->each);
}

void pag_check_tree(pag_check *check, pag_str start)
{
    pag_tree tree;
    if (!pag_tree_find(check->keep, start, &tree)) {
        tell_one(check, PAG_E0614, start.len ? start : PAG_STR("."));
        return;
    }
    walk(check, tree.rules, DEEPEST_FOLDER);
    if (tree.plans.len) walk(check, tree.plans, DEEPEST_FOLDER);
    if (check->met == 0) tell_one(check, PAG_E0618, tree.rules);
}

pag_status pag_check_status(const pag_check *check)
{
    if (check->worst == PAG_OK && check->warnings) return PAG_FINDINGS;
    return check->worst;
}
