/* Texts that stand in for files while a pack loads. */
#include "pack/internal.h"

#include "base/file.h"

static const pag_overlay_file *find_file(const pag_overlay *overlay, pag_str name)
{
    for (size_t i = 0; overlay && i < overlay->n; i++) {
        if (pag_str_equal(overlay->at[i].name, name)) return &overlay->at[i];
    }
    return NULL;
}

bool pag_overlay_there(const pag_overlay *overlay, pag_str name, pag_str path)
{
    const pag_overlay_file *file = find_file(overlay, name);
    return file ? file->there : pag_path_look(path) == PAG_PATH_FILE;
}

uint32_t pag_overlay_load(const pag_overlay *overlay, pag_arena *arena, pag_diagnostics *diags,
                          pag_str name, pag_str path, pag_pos pos)
{
    const pag_overlay_file *file = find_file(overlay, name);
    if (file) return pag_sources_add(pag_diagnostics_sources(diags), path, file->text);
    return pag_source_load(arena, diags, path, pos);
}

/* The name alone of a file that stands right in the folder; empty when it does not. */
static pag_str name_in(pag_str folder, pag_str name)
{
    bool below =
        name.len > folder.len && pag_str_starts(name, folder) && name.at[folder.len] == '/';
    pag_str rest =
        below ? (pag_str){name.at + folder.len + 1, name.len - folder.len - 1} : PAG_STR("");
    return pag_str_find(rest, '/') < rest.len ? PAG_STR("") : rest;
}

static bool is_among(const pag_name_list *names, pag_str name)
{
    for (size_t i = 0; i < names->n; i++) {
        if (pag_str_equal(names->at[i], name)) return true;
    }
    return false;
}

pag_name_list pag_overlay_list(const pag_overlay *overlay, pag_arena *arena, pag_str path,
                               pag_str folder)
{
    pag_str *on_disk;
    pag_name_list names = {0};
    size_t n = pag_folder_list(arena, path, &on_disk);
    for (size_t i = 0; i < n; i++) {
        const pag_overlay_file *file = find_file(overlay, pag_path_join(arena, folder, on_disk[i]));
        if (!file || file->there) pag_name_list_add(arena, &names, on_disk[i]);
    }
    for (size_t i = 0; overlay && i < overlay->n; i++) {
        pag_str name = name_in(folder, overlay->at[i].name);
        if (name.len && overlay->at[i].there && !is_among(&names, name)) {
            pag_name_list_add(arena, &names, name);
        }
    }
    return names;
}
