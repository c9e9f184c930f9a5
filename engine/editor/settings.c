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

pag_str pag_settings_schema_path(const pag_editor *editor)
{
    return pag_text_join(editor->arena, 3, PAG_STR(".pagella/"),
                         flat(editor->arena, pag_pack_name(editor->pack)), PAG_STR(".schema.json"));
}

/* "plans/casale-marittimo/2024-2026/evaluation-2023*.yaml": beside the plan, else where the folder
 * of plans is called like that of the rules. */
static pag_str files_of(const pag_editor *editor)
{
    pag_pos said;
    int64_t year = pag_pack_year(editor->pack, &said);
    pag_str plan = pag_pack_plan_name(editor->pack), name = pag_pack_name(editor->pack);
    pag_text text = {.arena = editor->arena};
    pag_text_put(&text, PAG_STR("plans/"));
    pag_text_put(&text, plan.len ? plan : pag_path_folder(name));
    if (text.at[text.len - 1] != '/') pag_text_byte(&text, '/');
    pag_text_put(&text, plan.len ? PAG_STR("evaluation") : PAG_STR("**/evaluation"));
    if (year) pag_text_byte(&text, '-');
    if (year) pag_text_whole(&text, year);
    pag_text_put(&text, PAG_STR("*.yaml"));
    return pag_text_str(&text);
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

void pag_editor_settings(const pag_editor *editor, pag_sink *sink)
{
    pag_json json = {.sink = sink, .lines = true};
    pag_str schema =
        pag_text_join(editor->arena, 2, PAG_STR("./"), pag_settings_schema_path(editor));
    pag_json_begin_object(&json);
    pag_json_key(&json, PAG_STR("yaml.schemas"));
    pag_json_begin_object(&json);
    put_words(&json, schema, files_of(editor));
    pag_json_end_object(&json);
    pag_json_put_string(&json, PAG_STR("yaml.yamlVersion"), PAG_STR("1.2"));
    pag_json_put_string(&json, PAG_STR("Lua.runtime.version"), PAG_STR("Lua 5.4"));
    put_libraries(&json);
    put_words(&json, PAG_STR("Lua.workspace.library"), PAG_WORDS_PATH);
    /* functions of libraries are written without `local`, and rules bring them in with `use` */
    put_words(&json, PAG_STR("Lua.diagnostics.disable"), PAG_STR("lowercase-global"));
    pag_json_end_object(&json);
}
