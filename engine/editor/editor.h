/* What editors need to help whoever fills in evaluations or writes rules: a JSON Schema of the
 * evaluations of a pack, the words of rules as annotations of Lua, and the settings that bring both
 * to the right files. It reads what a pack declares and evaluates nothing.
 *
 *     pag_editor editor = {.arena = &arena, .lang = PAG_IT, .pack = pack};
 *     pag_editor_schema(&editor, sink);
 *     pag_editor_left left;
 *     pag_editor_leave(&editor, folder, diags, &left);
 */
#ifndef PAG_EDITOR_EDITOR_H
#define PAG_EDITOR_EDITOR_H

#include "diag/diag.h"
#include "pack/pack.h"

typedef struct pag_editor {
    pag_arena *arena;
    pag_lang lang; /* of the sentences between the titles and notes that rules and plans write */
    const pag_pack *pack;
    bool one_line; /* of the schema: for programs; else it is written for people too */
    size_t n_files;
    const pag_str *files; /* evaluations of the pack that are there, by their names below plans/ */
} pag_editor;

/* A JSON Schema, draft 07, of the evaluations that name this pack: the shape of what an evaluation
 * may say. It accepts whatever `eval` accepts; of what `eval` refuses it finds what shows in one
 * value at a time. Beside the keywords of draft 07 it has `errorMessage`, which the language server
 * for YAML shows and others pass over. */
void pag_editor_schema(const pag_editor *editor, pag_sink *sink);

/* Every word of the rule language as a definition file (---@meta) for Lua language servers. */
void pag_editor_words(pag_arena *arena, pag_lang lang, pag_sink *sink);

/* The settings of Visual Studio Code that bring schema and words, in the places where
 * pag_editor_leave puts them, to evaluations and rules. */
void pag_editor_settings(const pag_editor *editor, pag_sink *sink);

/* Where the schema of the pack is left: ".pagella/example-2024.schema.json". */
pag_str pag_editor_schema_path(const pag_editor *editor);

enum { PAG_EDITOR_FILES = 3 };

typedef struct pag_editor_left {
    size_t n, n_other;
    pag_str written[PAG_EDITOR_FILES]; /* paths of the files that are new */
    pag_str other[PAG_EDITOR_FILES];   /* schema and words that are there and say something else */
    pag_str settings;                  /* the path of settings that are there */
    pag_str add; /* what somebody adds to them by hand; empty: all of it is in place */
} pag_editor_left;

/* Leaves schema, words and settings below `folder`, where rules/ and plans/ are. What exists is
 * never changed: a file that already says the same is fine, settings that are there already come
 * back with what they lack in `out->add`, and any other file in `out->other`. What is wrong goes to
 * `diags`; the status is theirs. */
pag_status pag_editor_leave(const pag_editor *editor, pag_str folder, pag_diagnostics *diags,
                            pag_editor_left *out);

#endif
