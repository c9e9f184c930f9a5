/* What the files of this room share. */
#ifndef PAG_PACK_INTERNAL_H
#define PAG_PACK_INTERNAL_H

#include "bind/bind.h"
#include "pack/pack.h"

#ifndef PAG_INSTALLED_RULES
#define PAG_INSTALLED_RULES "/usr/share/pagella/rules"
#endif

typedef struct pag_name_list {
    pag_str *at;
    size_t n, room;
} pag_name_list;

void pag_name_list_add(pag_arena *arena, pag_name_list *names, pag_str name);
/* The folders below `root` that hold `file`, as names. */
pag_name_list pag_names_below(pag_arena *arena, pag_str root, pag_str file);
/* A name made of plain parts, none of which leads out of its folder. */
bool pag_name_is_safe(pag_str name);
/* All libraries there are, as names: "lib/convention". */
pag_name_list pag_libraries_below(pag_arena *arena, pag_str rules);
/* There is no such name: the nearest one, or all of them, are said. */
void pag_tell_unknown(pag_diagnostics *diags, pag_name_list names, pag_str name, pag_str root,
                      pag_pos pos, pag_code near_code, pag_code code);
/* The same of rules; of a folder that is there and may not be called so, that. */
void pag_tell_no_rules(pag_arena *arena, pag_diagnostics *diags, pag_str rules, pag_str name,
                       pag_pos pos);

/* Warns of the rule files among the names that are not read. */
void pag_tell_misnamed(pag_arena *arena, pag_diagnostics *diags, pag_str folder,
                       const pag_name_list *names);

/* --- hash.c --- */
/* SHA-256 over the files, whose bytes are the sources with these numbers. */
pag_str pag_files_hash(pag_arena *arena, const pag_name_list *files, const uint32_t *numbers,
                       const pag_sources *sources);

/* --- overlay.c; `overlay` may be NULL --- */
/* Whether there is a file of that name, in the overlay or at the path. */
bool pag_overlay_there(const pag_overlay *overlay, pag_str name, pag_str path);
/* As pag_source_load, from the overlay where that has it. */
uint32_t pag_overlay_load(const pag_overlay *overlay, pag_arena *arena, pag_diagnostics *diags,
                          pag_str name, pag_str path, pag_pos pos);
/* The files of the folder at `path`, whose name below rules/ is `folder`. */
pag_name_list pag_overlay_list(const pag_overlay *overlay, pag_arena *arena, pag_str path,
                               pag_str folder);

#endif
