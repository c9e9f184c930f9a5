/* What Visual Studio Code needs to know: which files the schema is for, and that rules are Lua 5.4
 * without Lua's own libraries and with our words. */
#include "base/file.h"
#include "editor/internal.h"

/* "a/b/2023" → "a-b-2023" */
static pag_str flat(pag_arena *arena, pag_str name)
{
    pag_text out = {.arena = arena};
    for (size_t i = 0; i < name.len; i++) {
        pag_text_byte(&out, name.at[i] == '/' ? '-' : name.at[i]);
    }
    return pag_text_str(&out);
}

pag_str pag_editor_schema_path(const pag_editor *editor)
{
    return pag_text_join(editor->arena, 3, PAG_STR(".pagella/"),
                         flat(editor->arena, pag_pack_name(editor->pack)), PAG_STR(".schema.json"));
}

/* Where the evaluations of the pack are: beside its plan, else at any depth where the folder of
 * plans is called like that of the rules. */
typedef struct place {
    pag_str folder; /* below plans/; empty: that itself */
    bool deep;
    pag_str year; /* empty: any */
} place;

static place place_of(const pag_editor *editor)
{
    pag_pos said;
    int64_t year = pag_pack_year(editor->pack, &said);
    pag_str plan = pag_pack_plan_name(editor->pack), name = pag_pack_name(editor->pack);
    pag_text text = {.arena = editor->arena};
    if (year) pag_text_whole(&text, year);
    return (place){plan.len ? plan : pag_path_folder(name), !plan.len, pag_text_str(&text)};
}

/* "plans/casale-marittimo/2024-2026/evaluation-2023*.yaml" */
static pag_str pattern(pag_arena *arena, const place *p, pag_str stem)
{
    return pag_text_join(arena, 7, PAG_STR("plans/"), p->folder,
                         p->folder.len ? PAG_STR("/") : PAG_STR(""),
                         p->deep ? PAG_STR("**/") : PAG_STR(""), stem, p->year, PAG_STR("*.yaml"));
}

/* How evaluations are called: evaluation-2023.yaml, 2023.yaml. */
static pag_str stem_of(const place *p, size_t i)
{
    if (i) return PAG_STR("");
    return p->year.len ? PAG_STR("evaluation-") : PAG_STR("evaluation");
}

/* How many of these the files of the pack can have: without a year not the second. */
static size_t stems(const place *p)
{
    return p->year.len ? 2 : 1;
}

static bool is_in(const place *p, pag_str file)
{
    pag_str folder = pag_path_folder(file);
    if (pag_str_equal(folder, p->folder)) return true;
    bool below =
        !p->folder.len || (pag_str_starts(folder, p->folder) && folder.at[p->folder.len] == '/');
    return p->deep && below;
}

/* Whether one of the patterns finds the file. */
static bool is_found(pag_arena *arena, const place *p, pag_str file)
{
    pag_str name = pag_path_name(file);
    bool found = false;
    for (size_t i = 0; i < stems(p); i++) {
        found = found || pag_str_starts(name, pag_text_join(arena, 2, stem_of(p, i), p->year));
    }
    return found && is_in(p, file) && pag_str_ends(name, PAG_STR(".yaml"));
}

/* The patterns, and the evaluations that are there and called otherwise. */
static void put_files(const pag_editor *editor, pag_json *json)
{
    const place p = place_of(editor);
    pag_json_begin_array(json);
    for (size_t i = 0; i < stems(&p); i++) {
        pag_json_string(json, pattern(editor->arena, &p, stem_of(&p, i)));
    }
    for (size_t i = 0; i < editor->n_files; i++) {
        if (is_found(editor->arena, &p, editor->files[i])) continue;
        pag_json_string(json, pag_path_join(editor->arena, PAG_STR("plans"), editor->files[i]));
    }
    pag_json_end_array(json);
}

static void put_words(pag_json *json, pag_str key, pag_str word)
{
    pag_json_key(json, key);
    pag_json_begin_array(json);
    pag_json_string(json, word);
    pag_json_end_array(json);
}

/* Rules have none of Lua's libraries; ipairs and pairs are words of ours. */
static void put_libraries(pag_json *json)
{
    static const char *const names[] = {
        "basic",  "builtin",       "coroutine", "debug",       "ffi",       "io",
        "jit",    "jit.profile",   "jit.util",  "math",        "os",        "package",
        "string", "string.buffer", "table",     "table.clear", "table.new", "utf8"};
    pag_json_key(json, PAG_STR("Lua.runtime.builtin"));
    pag_json_begin_object(json);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        bool basic = i == 1; /* the types themselves */
        pag_json_put_string(json, pag_str_from(names[i]),
                            basic ? PAG_STR("enable") : PAG_STR("disable"));
    }
    pag_json_end_object(json);
}

static void put_schemas(const pag_editor *editor, pag_json *json)
{
    pag_str schema = pag_text_join(editor->arena, 2, PAG_STR("./"), pag_editor_schema_path(editor));
    pag_json_key(json, PAG_STR("yaml.schemas"));
    pag_json_begin_object(json);
    pag_json_key(json, schema);
    put_files(editor, json);
    pag_json_end_object(json);
}

void pag_settings_of_schema(const pag_editor *editor, pag_sink *sink)
{
    pag_json json = {.sink = sink, .lines = true};
    pag_json_begin_object(&json);
    put_schemas(editor, &json);
    pag_json_end_object(&json);
}

void pag_editor_settings(const pag_editor *editor, pag_sink *sink)
{
    pag_json json = {.sink = sink, .lines = true};
    pag_json_begin_object(&json);
    put_schemas(editor, &json);
    pag_json_put_string(&json, PAG_STR("yaml.yamlVersion"), PAG_STR("1.2"));
    pag_json_put_string(&json, PAG_STR("Lua.runtime.version"), PAG_STR("Lua 5.4"));
    put_libraries(&json);
    put_words(&json, PAG_STR("Lua.workspace.library"), PAG_WORDS_PATH);
    /* functions of libraries are written without `local`, and rules bring them in with `use` */
    put_words(&json, PAG_STR("Lua.diagnostics.disable"), PAG_STR("lowercase-global"));
    pag_json_end_object(&json);
}
