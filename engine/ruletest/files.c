/* From what was asked for to packs and their test files. */
#include "base/file.h"
#include "ruletest/coverage.h"
#include "ruletest/internal.h"
#include "yaml/yaml.h"

static void tell_one(pag_ruletest *test, pag_code code, pag_str what)
{
    pag_diagnostics *diags = pag_diagnostics_create(test->keep, pag_sources_create(test->keep));
    pag_diag_add(diags, code, (pag_pos){0}, 1, what);
    pag_report_wrong(test, diags);
}

/* --- one file --- */

/* The cases that can be read are run, whatever is wrong with others. */
static void test_cases(pag_ruletest *test, const pag_test_file *file, const pag_node *root,
                       pag_diagnostics *diags)
{
    if (root->kind != PAG_NODE_LIST || !root->count) {
        pag_diag_add(diags, root->kind == PAG_NODE_LIST ? PAG_E0903 : PAG_E0821, root->pos, 0);
        pag_report_wrong(test, diags);
        return;
    }
    pag_case *cases = PAG_NEW_ARRAY(test->keep, pag_case, root->count);
    bool *good = PAG_NEW_ARRAY(test->keep, bool, root->count);
    for (size_t i = 0; i < root->count; i++) {
        good[i] = pag_case_read(test->keep, diags, root->items[i], &cases[i]);
    }
    pag_report_wrong(test, diags);
    for (size_t i = 0; i < root->count && !test->sink->failed; i++) {
        if (good[i]) pag_case_run(test, file, &cases[i]);
    }
}

static void test_file(pag_ruletest *test, const pag_tree *tree, pag_pack *pack, pag_str path)
{
    pag_sources *sources = pag_sources_extend(test->keep, pag_pack_sources(pack));
    pag_diagnostics *diags = pag_diagnostics_create(test->keep, sources);
    uint32_t source = pag_source_load(test->keep, diags, path, (pag_pos){0});
    const pag_node *root = NULL;
    pag_status status = PAG_OK;
    if (source) status = pag_yaml_read(test->keep, diags, source, &root);
    if (status > test->worst) test->worst = status;
    if (!root) {
        pag_report_wrong(test, diags);
        return;
    }
    pag_test_file file = {tree, pack, path, pag_sources_bytes(sources, source), NULL, NULL};
    test_cases(test, &file, root, diags);
}

/* --- one pack --- */

static bool is_document(pag_str name)
{
    return name.at[0] != '.' && pag_path_is_document(name);
}

/* The pack is loaded when its first test file is met. */
static bool open_pack(pag_ruletest *test, const pag_tree *tree, pag_str name)
{
    if (test->packs[0]) return true;
    pag_diagnostics *diags = pag_diagnostics_create(test->keep, pag_sources_create(test->keep));
    pag_pack_terms terms = {.watch = pag_coverage_watch(test)};
    test->packs[0] = pag_pack_load_by(test->keep, diags, tree, name, terms);
    if (!test->packs[0]) pag_report_wrong(test, diags);
    if (test->packs[0]) pag_coverage_begin(test, test->packs[0]);
    return test->packs[0] != NULL;
}

/* `only` is the one file that was asked for; empty: all of them. */
static void test_pack(pag_ruletest *test, const pag_tree *tree, pag_str name, pag_str only)
{
    bool loads = true, met = false;
    pag_str *names, folder = pag_path_join(test->keep, tree->rules, name);
    size_t n = pag_folder_list(test->keep, folder, &names);
    for (size_t i = 0; i < n && loads && !test->sink->failed; i++) {
        pag_str path = pag_path_join(test->keep, folder, names[i]);
        bool wanted = is_document(names[i]) && pag_path_look(path) == PAG_PATH_FILE &&
                      (!only.len || pag_path_same(path, only));
        if (!wanted) continue;
        met = true;
        loads = open_pack(test, tree, name);
        if (!loads) continue;
        pag_junit_begin(test, path, name);
        test_file(test, tree, test->packs[0], path);
        pag_junit_end(test);
    }
    if (test->covers && !only.len && !met) (void)open_pack(test, tree, name);
    pag_coverage_end(test, tree);
    pag_pack_destroy(test->packs[0]);
    test->packs[0] = NULL;
}

/* --- what was asked for --- */

/* Whether the pack is `asked`, or lies below it: "a" asks for "a/2023" and "a/2024". */
static bool is_below(pag_str name, pag_str asked)
{
    while (asked.len && asked.at[asked.len - 1] == '/') asked.len--;
    return pag_str_starts(name, asked) && (name.len == asked.len || name.at[asked.len] == '/');
}

/* The same for a folder, however it is written. */
static bool is_in_folder(pag_arena *arena, const pag_tree *tree, pag_str name, pag_str folder)
{
    if (pag_path_same(tree->rules, folder)) return true;
    for (size_t end = 1; end <= name.len; end++) {
        if (end < name.len && name.at[end] != '/') continue;
        pag_str above = pag_path_join(arena, tree->rules, (pag_str){name.at, end});
        if (pag_path_same(above, folder)) return true;
    }
    return false;
}

/* Runs what is wanted of the tree; `folder` or `name` may be empty. How many packs it was. */
static size_t test_tree(pag_ruletest *test, const pag_tree *tree, pag_str name, pag_str folder,
                        pag_str only)
{
    pag_str *names;
    size_t n = pag_tree_packs(test->keep, tree, &names), met = 0;
    for (size_t i = 0; i < n; i++) {
        bool wanted = (!name.len || is_below(names[i], name)) &&
                      (!folder.len || is_in_folder(test->keep, tree, names[i], folder));
        if (!wanted) continue;
        met++;
        test_pack(test, tree, names[i], only);
    }
    return met;
}

/* A folder that holds rules/ stands for all of it. */
static size_t test_folder(pag_ruletest *test, const pag_tree *tree, pag_str folder, pag_str only)
{
    pag_str none = PAG_STR("");
    pag_str rules = pag_path_join(test->keep, folder, PAG_STR("rules"));
    bool whole = pag_path_same(rules, tree->rules);
    return test_tree(test, tree, none, whole ? none : folder, only);
}

static void tell_no_pack(pag_ruletest *test, const pag_tree *tree, pag_str name)
{
    pag_diagnostics *diags = pag_diagnostics_create(test->keep, pag_sources_create(test->keep));
    pag_pack *pack = pag_pack_load(test->keep, diags, tree, name, (pag_pos){0});
    pag_pack_destroy(pack); /* there is none: that is told, with the nearest name */
    pag_report_wrong(test, diags);
}

static bool found_nothing(const pag_ruletest *test, size_t before)
{
    return test->all.cases == before && test->worst == PAG_OK;
}

void pag_ruletest_path(pag_ruletest *test, pag_str path)
{
    pag_tree tree;
    size_t before = test->all.cases, met = 0;
    pag_path_kind kind = pag_path_look(path);
    pag_str none = PAG_STR(""), folder = kind == PAG_PATH_FOLDER ? path : none;
    bool file = kind == PAG_PATH_FILE;
    if (file) folder = pag_path_folder(path);
    if (!pag_tree_find(test->keep, folder, &tree)) {
        tell_one(test, PAG_E0614, folder.len ? folder : PAG_STR("."));
        return;
    }
    if (file || kind == PAG_PATH_FOLDER) {
        if (file && !folder.len) folder = PAG_STR(".");
        met = test_folder(test, &tree, folder, file ? path : none);
    } else {
        met = test_tree(test, &tree, path, none, none);
        if (!met) tell_no_pack(test, &tree, path);
    }
    if (!found_nothing(test, before)) return;
    test->empty = true;
    tell_one(test, file || !met ? PAG_W0847 : PAG_W0846, path);
}

void pag_ruletest_tree(pag_ruletest *test, pag_str start)
{
    pag_tree tree;
    pag_str none = PAG_STR("");
    if (!pag_tree_find(test->keep, start, &tree)) {
        tell_one(test, PAG_E0614, start.len ? start : PAG_STR("."));
        return;
    }
    (void)test_tree(test, &tree, none, none, none);
    if (!found_nothing(test, 0)) return;
    test->empty = true;
    tell_one(test, PAG_W0846, tree.rules);
}

pag_status pag_ruletest_status(const pag_ruletest *test)
{
    if (test->worst != PAG_OK) return test->worst;
    bool findings = test->empty || test->uncovered || test->all.passed < test->all.cases;
    return findings ? PAG_FINDINGS : PAG_OK;
}

void pag_ruletest_close(pag_ruletest *test)
{
    for (size_t i = 0; i < 2; i++) {
        pag_pack_destroy(test->packs[i]);
        test->packs[i] = NULL;
    }
}
