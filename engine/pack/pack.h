/* A loaded pack: its files, subjects, tables and formulas, and its content hash. Immutable once
 * loaded but for the Lua state its formulas run in, so one evaluation runs at a time in a pack;
 * more workers load it once each. */
#ifndef PAG_PACK_PACK_H
#define PAG_PACK_PACK_H

#include "schema/document.h"

typedef struct pag_pack pag_pack;
struct pag_bind;

typedef struct pag_pack_call {
    pag_str word;
    pag_pos pos;
    size_t n;
    const pag_str *arguments; /* as written in the rule */
} pag_pack_call;

/* Where packs and plans are. */
typedef struct pag_tree {
    pag_str rules; /* the folder rules/, as a path */
    pag_str plans; /* the folder plans/; empty: there is none */
} pag_tree;

/* Looks for rules/ and plans/ upwards from `start` (a folder), then in the places where pagella is
 * installed. False when there is no rules/. */
bool pag_tree_find(pag_arena *arena, pag_str start, pag_tree *out);

/* The names of all packs of the tree, sorted: "example/2023". */
size_t pag_tree_packs(pag_arena *arena, const pag_tree *tree, pag_str **names);
/* The pack somebody asks for on a command line: by name, by its folder however that is written, or
 * by its pack.lua. What is none of them is handed back as a name, for pag_pack_load to tell. False
 * when there is no rules/; `*name` is then the folder it was looked for from. */
bool pag_tree_asked(pag_arena *arena, pag_str asked, pag_tree *tree, pag_str *name);

/* The documents below plans/ that name this pack as their rules, by their names there
 * ("example/2024-2026/evaluation-2024.yaml"), in order. */
size_t pag_tree_evaluations(pag_arena *arena, const pag_tree *tree, pag_str pack, pag_str **names);

/* The bytes of a file; of an open descriptor `fd` instead, which −1 is not. False, and told at
 * `pos`, when they cannot be had. */
bool pag_source_read(pag_arena *arena, pag_diagnostics *diags, pag_str path, int fd, pag_pos pos,
                     pag_str *out);
/* Reads a file and registers it with the sources. 0 with the reason in the diagnostics. */
uint32_t pag_source_load(pag_arena *arena, pag_diagnostics *diags, pag_str path, pag_pos pos);

/* Loads the pack `name` ("casale-marittimo/2023") of the tree. All that is wrong goes to `diags`;
 * `pos` is where the name was written, for a pack that does not exist. NULL when there was an
 * error. `arena` and `diags` must live as long as the pack; pag_pack_destroy closes its Lua state.
 */
pag_pack *pag_pack_load(pag_arena *arena, pag_diagnostics *diags, const pag_tree *tree,
                        pag_str name, pag_pos pos);
/* A text in place of a file of the tree, or beside them. */
typedef struct pag_overlay_file {
    pag_str name; /* as pag_pack_file hands it out */
    bool there;   /* false: as if the tree had no such file */
    pag_str text;
} pag_overlay_file;
typedef struct pag_overlay {
    size_t n;
    const pag_overlay_file *at;
} pag_overlay;
/* The same on terms, see bind/bind.h; each may be NULL. With attributes replaced, the hash is
 * that of the files all the same; whether all were found stands in `overrides`. With `watch`
 * somebody is told what its formulas reach, which makes them slower. */
struct pag_overrides;
struct pag_watch;
typedef struct pag_pack_terms {
    struct pag_overrides *overrides;
    const struct pag_watch *watch;
    const pag_overlay *overlay; /* lives as long as the pack, with its texts */
} pag_pack_terms;
pag_pack *pag_pack_load_by(pag_arena *arena, pag_diagnostics *diags, const pag_tree *tree,
                           pag_str name, pag_pack_terms terms);
/* A pack in a hidden folder of the tree ("example/.2025.new-0"), which no document can name. */
pag_pack *pag_pack_load_hidden(pag_arena *arena, pag_diagnostics *diags, const pag_tree *tree,
                               pag_str name);
void pag_pack_destroy(pag_pack *pack);

pag_str pag_pack_name(const pag_pack *pack);
/* What pack.lua says of the pack: title, source, note (bind/bind.h). */
const struct pag_pack_head *pag_pack_said(const pag_pack *pack);
/* SHA-256 over all that was loaded, names and contents: the pack's files, the libraries it uses,
 * and its plan, whose values are those of planned cells; 64 hex digits. */
pag_str pag_pack_hash(const pag_pack *pack);
/* The files that the hash is over: "example/2023/pack.lua", "lib/periods.lua",
 * "plans/example/2023-2025/plan.yaml". */
size_t pag_pack_files(const pag_pack *pack);
pag_str pag_pack_file(const pag_pack *pack, size_t i, uint32_t *source);
/* What file number `i` is called within the pack's own folder: "pack.lua"; empty: it is a library,
 * or of the plan. */
pag_str pag_pack_own_file(const pag_pack *pack, size_t i);
/* Whether the source is a file of the pack's own folder, wherever that lies; its name there. */
bool pag_pack_owns(const pag_pack *pack, uint32_t source, pag_str *name);
const pag_plan *pag_pack_plan(const pag_pack *pack); /* NULL: it was written for none */
pag_str pag_pack_plan_name(const pag_pack *pack);
/* The year the rules are for, with where they say so; 0: they do not. */
int64_t pag_pack_year(const pag_pack *pack, pag_pos *said);
/* The file of the plan; empty when there is none. */
pag_str pag_pack_plan_path(const pag_pack *pack);
/* The folder of its files. */
pag_str pag_pack_folder(pag_arena *arena, const pag_pack *pack);
size_t pag_pack_subjects(const pag_pack *pack);
const pag_group *pag_pack_subject(const pag_pack *pack, size_t i);
/* The texts its positions point into. */
pag_sources *pag_pack_sources(const pag_pack *pack);
/* The call with the number `site` of a trace step; NULL for 0. */
const pag_pack_call *pag_pack_site(const pag_pack *pack, uint32_t site);
struct pag_bind *pag_pack_bind(pag_pack *pack); /* for the rooms above */

/* Whether it was meant as a rule file and is not read for the end of its name, ".lua.txt" or
 * ".LUA"; `*code` is how that is told, of its path. */
bool pag_rule_file_is_misnamed(pag_str name, pag_code *code);

/* Whether a file of that name below rules/ can be a library, which rules use by name. */
bool pag_library_is(pag_str name);
/* Loads one rule file of lib/ or of a pack by itself, as `check FILE.lua` does. */
pag_status pag_rule_file_check(pag_arena *arena, pag_diagnostics *diags, const pag_tree *tree,
                               pag_str path);

#endif
