/* Rule files that nobody reads because of how their names end. Their subject would be missing from
 * whatever is worked out, with nothing said of it. */
#include "base/file.h"
#include "pack/internal.h"

/* Any of ".lua", ".LUA", ".Lua"; the end is given in small letters. */
static bool ends_like(pag_str name, pag_str end)
{
    if (name.len < end.len) return false;
    for (size_t i = 0; i < end.len; i++) {
        char c = name.at[name.len - end.len + i];
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (c != end.at[i]) return false;
    }
    return true;
}

bool pag_rule_file_is_misnamed(pag_str name, pag_code *code)
{
    *code = ends_like(name, PAG_STR(".txt")) ? PAG_W0620 : PAG_W0626;
    if (ends_like(name, PAG_STR(".lua.txt"))) return true;
    return ends_like(name, PAG_STR(".lua")) && !pag_str_ends(name, PAG_STR(".lua"));
}

void pag_tell_misnamed(pag_arena *arena, pag_diagnostics *diags, pag_str folder,
                       const pag_name_list *names)
{
    for (size_t i = 0; i < names->n; i++) {
        pag_code code;
        pag_str name = names->at[i], path = pag_path_join(arena, folder, name);
        if (name.at[0] == '.' || !pag_rule_file_is_misnamed(name, &code)) continue;
        if (pag_path_look(path) != PAG_PATH_FILE) continue;
        pag_diag_add(diags, code, (pag_pos){0}, 1, path);
    }
}
