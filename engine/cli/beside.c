/* What commands leave beside the files that people write: settings for editors, and the line of a
 * form that leads to its schema. */
#include "editor/editor.h"

#include "base/file.h"
#include "base/json.h"
#include "cli/beside.h"

/* The folder that holds rules/ and plans/; false when they stand apart. */
static bool root_of(const pag_tree *tree, pag_str *out)
{
    *out = pag_path_folder(tree->rules);
    return tree->plans.len && pag_str_equal(*out, pag_path_folder(tree->plans));
}

static void put_written(const pag_cli *cli, pag_text *out, pag_str path)
{
    pag_text_put(out, pag_cli_say(cli, "written: ", "scritto: "));
    pag_text_put(out, path);
    pag_text_byte(out, '\n');
}

void pag_cli_put_left(const pag_cli *cli, pag_text *out, const pag_editor_left *left)
{
    for (size_t i = 0; i < left->n; i++) put_written(cli, out, left->written[i]);
    if (!left->add.len) return;
    pag_text_put(out, left->settings);
    pag_text_put(out, pag_cli_say(cli, " is there already, and is not changed; add to it:\n",
                                  " c'è già, e non viene cambiato; aggiungervi:\n"));
    pag_text_put(out, left->add);
}

pag_editor pag_cli_editor(pag_cli *cli, pag_arena *arena, const pag_pack *pack,
                          const pag_tree *tree)
{
    pag_editor editor = {.arena = arena, .lang = cli->lang, .pack = pack};
    pag_str *files;
    editor.n_files = pag_tree_evaluations(arena, tree, pag_pack_name(pack), &files);
    editor.files = files;
    return editor;
}

/* A schema or words that say something else are of other rules or another program: named, no error,
 * since nobody asked for them. */
static void put_other(const pag_cli *cli, pag_text *out, const pag_editor_left *left)
{
    for (size_t i = 0; i < left->n_other; i++) {
        pag_text_put(out, left->other[i]);
        pag_text_put(
            out, pag_cli_say(cli, " is not what would be written now; to have it anew, remove it\n",
                             " non è ciò che si scriverebbe adesso; per riaverlo, toglierlo\n"));
    }
}

bool pag_cli_leave(pag_diagnostics *diags, const pag_editor *editor, const pag_tree *tree,
                   pag_editor_left *left)
{
    pag_str root;
    *left = (pag_editor_left){.n = 0};
    if (!root_of(tree, &root)) return false;
    (void)pag_editor_leave(editor, root.len ? root : PAG_STR("."), diags, left);
    return true;
}

void pag_cli_put_all_left(const pag_cli *cli, pag_text *out, const pag_editor_left *left)
{
    pag_cli_put_left(cli, out, left);
    put_other(cli, out, left);
}

static void put_paths(pag_json *json, pag_str key, const pag_str *paths, size_t n)
{
    pag_json_key(json, key);
    pag_json_begin_array(json);
    for (size_t i = 0; i < n; i++) pag_json_string(json, paths[i]);
    pag_json_end_array(json);
}

void pag_cli_left_json(pag_cli *cli, const pag_editor_left *left)
{
    pag_json json = {.sink = &cli->out};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.editor/1"));
    put_paths(&json, PAG_STR("written"), left->written, left->n);
    if (left->n_other) put_paths(&json, PAG_STR("other"), left->other, left->n_other);
    if (left->add.len) pag_json_put_string(&json, PAG_STR("add"), left->add);
    pag_json_end_object(&json);
}

/* "../" for each folder of a path that only goes down; false for others. */
static bool put_up(pag_text *out, pag_str folder)
{
    while (folder.len) {
        pag_str part = {folder.at, pag_str_find(folder, '/')};
        bool here = pag_str_equal(part, PAG_STR("."));
        if (!part.len || pag_str_equal(part, PAG_STR(".."))) return false;
        if (!here) pag_text_put(out, PAG_STR("../"));
        if (part.len == folder.len) break;
        folder = (pag_str){folder.at + part.len + 1, folder.len - part.len - 1};
    }
    return true;
}

pag_str pag_cli_schema_from(const pag_editor *editor, const pag_tree *tree, pag_str path)
{
    pag_str root, below = pag_path_folder(path);
    pag_text out = {.arena = editor->arena};
    if (!root_of(tree, &root)) return PAG_STR("");
    pag_str schema = pag_path_join(editor->arena, root, pag_editor_schema_path(editor));
    if (pag_path_look(schema) != PAG_PATH_FILE) return PAG_STR("");
    if (root.len && pag_str_starts(below, root) &&
        (below.len == root.len || below.at[root.len] == '/')) {
        size_t skipped = below.len == root.len ? root.len : root.len + 1;
        below = (pag_str){below.at + skipped, below.len - skipped};
        schema = pag_editor_schema_path(editor);
    } else if (schema.at[0] == '/') {
        return PAG_STR("");
    }
    if (below.len && below.at[0] == '/') return PAG_STR("");
    if (!put_up(&out, below)) return PAG_STR("");
    pag_text_put(&out, schema);
    return pag_text_str(&out);
}
