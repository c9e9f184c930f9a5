/* From a path to an evaluated file: bytes, YAML, head, tree of rules, pack, record, figures. A pack
 * is loaded once and kept. What is wrong is told as diagnostics, never printed here.
 *
 *     pag_loader loader;
 *     pag_loader_init(&loader, pag_heap());
 *     pag_loaded file;
 *     pag_loader_open(&loader, &arena, path, -1, &file);
 *     pag_loader_evaluate(&loader, &arena, &file);
 *     … file.status, file.result, file.diags, pag_loader_untold(file.pack) …
 *     pag_arena_reset(&arena);
 *     pag_loader_drop(&loader);
 *
 * Running out of memory goes to the fail handlers of `arena` and of loader.arena: set a trap on
 * both. */
#ifndef PAG_CHECK_LOADER_H
#define PAG_CHECK_LOADER_H

#include "eval/eval.h"

typedef struct pag_loaded_pack pag_loaded_pack;
struct pag_loaded_pack {
    pag_str rules, name; /* the folder rules/ and the name below it */
    pag_pack *pack;      /* NULL: it has errors */
    pag_diagnostics *diags;
    pag_status status;
    bool told; /* its diagnostics have been shown */
    pag_loaded_pack *next;
};

typedef struct pag_loader {
    pag_arena arena; /* what lives as long as the packs */
    pag_str rules;   /* the pack every evaluation is read by; empty: the one that it names */
    size_t n_marks;
    const pag_str *marks; /* CSVs with rows for the lists of the evaluation */
    bool draft;           /* messages tell amounts that are withheld, see pag_evaluation */
    pag_loaded_pack *packs;
} pag_loader;

void pag_loader_init(pag_loader *loader, const pag_allocator *allocator);
void pag_loader_drop(pag_loader *loader);

/* The pack `name` of the tree. `pos` is where the name is written, in a file with these `bytes`
 * (source 0: nowhere). Never NULL. */
pag_loaded_pack *pag_loader_pack(pag_loader *loader, const pag_tree *tree, pag_str name,
                                 pag_pos pos, pag_str path, pag_str bytes);
/* Its diagnostics when they have not been asked for yet and there are any, else NULL; takes NULL.
 */
pag_diagnostics *pag_loader_untold(pag_loaded_pack *pack);

/* One file, in the arena given. */
typedef struct pag_loaded {
    pag_str path, bytes;
    pag_diagnostics *diags;
    uint32_t source;
    const pag_node *root; /* NULL: it is no YAML document */
    pag_loaded_pack *pack;
    pag_head head;
    bool head_good;                   /* else only what else is wrong is told */
    const pag_evaluation *evaluation; /* NULL: it could not be read */
    pag_result result;
    pag_status status;
} pag_loaded;

/* Reads the bytes and the YAML; a file that is known to be something else than a document (guise.h)
 * is told so. `fd`: an open descriptor to read instead of the file, or −1. */
void pag_loader_open(pag_loader *loader, pag_arena *arena, pag_str path, int fd, pag_loaded *out);
/* Whether it is a plan and no evaluation; that is told, and the file has no root any more. */
bool pag_loader_is_plan(pag_arena *arena, pag_loaded *file);
/* Goes on from there: loads the pack that the file names, or loader->rules, and evaluates. Nothing
 * more happens to a file that could not be opened. */
void pag_loader_evaluate(pag_loader *loader, pag_arena *arena, pag_loaded *file);

#endif
