/* Leaving the files beside rules and plans. Nothing that is there is changed: settings are people's
 * own, and a schema or the words may have been edited. */
#include "base/file.h"
#include "base/write.h"
#include "editor/internal.h"

typedef struct leaving {
    const pag_editor *editor;
    pag_str folder;
    pag_diagnostics *diags;
    pag_editor_left *out;
} leaving;

static bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

/* What stands in the file now; empty when it cannot be read. */
static pag_str present(const leaving *l, pag_str path)
{
    enum { MOST = 16 << 20 };
    pag_str bytes;
    (void)pag_file_read(l->editor->arena, path, MOST, &bytes);
    return bytes;
}

static bool contains(pag_str text, pag_str part)
{
    for (size_t i = 0; i + part.len <= text.len; i++) {
        if (pag_str_equal((pag_str){text.at + i, part.len}, part)) return true;
    }
    return false;
}

/* Whether settings that somebody has bring schema and words to their files. */
static bool are_in_place(const leaving *l, pag_str settings)
{
    return contains(settings, pag_editor_schema_path(l->editor)) &&
           contains(settings, PAG_WORDS_PATH);
}

/* All of them, or only what a second pack needs. */
static pag_str lacking(const leaving *l, pag_str now, pag_str bytes)
{
    if (!contains(now, PAG_WORDS_PATH)) return bytes;
    pag_text text = {.arena = l->editor->arena};
    pag_sink sink = {.write = append, .ud = &text};
    pag_settings_of_schema(l->editor, &sink);
    return pag_text_str(&text);
}

static void meet_existing(const leaving *l, pag_str path, pag_str name, pag_str bytes)
{
    pag_str now = present(l, path);
    bool settings = pag_str_equal(name, PAG_SETTINGS_PATH);
    if (pag_str_equal(now, bytes) || (settings && are_in_place(l, now))) return;
    if (!settings) {
        l->out->other[l->out->n_other++] = path;
        return;
    }
    l->out->settings = path;
    l->out->add = lacking(l, now, bytes);
}

static void leave(const leaving *l, pag_str name, pag_str bytes)
{
    pag_arena *arena = l->editor->arena;
    pag_str path = pag_path_join(arena, l->folder, name);
    pag_write_result result = PAG_WRITE_MISSING;
    if (pag_folder_create(arena, pag_path_folder(path))) {
        result = pag_file_write_new(arena, path, bytes);
    }
    if (result == PAG_WRITE_DONE) {
        l->out->written[l->out->n++] = path;
    } else if (result == PAG_WRITE_EXISTS) {
        meet_existing(l, path, name, bytes);
    } else {
        pag_diag_add(l->diags, PAG_E0961, (pag_pos){0}, 1, path);
    }
}

pag_status pag_editor_leave(const pag_editor *editor, pag_str folder, pag_diagnostics *diags,
                            pag_editor_left *out)
{
    bool here = pag_str_equal(folder, PAG_STR("."));
    leaving l = {editor, here ? PAG_STR("") : folder, diags, out};
    pag_text schema = {.arena = editor->arena}, words = schema, settings = schema;
    pag_sink sinks[] = {{.write = append, .ud = &schema},
                        {.write = append, .ud = &words},
                        {.write = append, .ud = &settings}};
    *out = (pag_editor_left){.n = 0};
    if (pag_path_look(folder) != PAG_PATH_FOLDER) {
        pag_diag_add(diags, PAG_E0963, (pag_pos){0}, 1, folder);
        return pag_diagnostics_status(diags);
    }
    pag_editor_schema(editor, &sinks[0]);
    pag_editor_words(editor->arena, editor->lang, &sinks[1]);
    pag_editor_settings(editor, &sinks[2]);
    leave(&l, pag_editor_schema_path(editor), pag_text_str(&schema));
    leave(&l, PAG_WORDS_PATH, pag_text_str(&words));
    leave(&l, PAG_SETTINGS_PATH, pag_text_str(&settings));
    return pag_diagnostics_status(diags);
}
