/* Opens files and keeps packs. The sources of a file's diagnostics begin with those of its pack, so
 * a file is read again when it turns out to name another pack than the file before it. */
#include "check/loader.h"

#include "base/file.h"
#include "check/guise.h"

void pag_loader_init(pag_loader *loader, const pag_allocator *allocator)
{
    *loader = (pag_loader){.rules = {"", 0}};
    pag_arena_init(&loader->arena, allocator, 0);
}

void pag_loader_drop(pag_loader *loader)
{
    for (pag_loaded_pack *p = loader->packs; p; p = p->next) pag_pack_destroy(p->pack);
    loader->packs = NULL;
    pag_arena_drop(&loader->arena);
}

/* --- packs --- */

static pag_loaded_pack *kept(const pag_loader *loader, const pag_tree *tree, pag_str name)
{
    for (pag_loaded_pack *p = loader->packs; p; p = p->next) {
        if (pag_str_equal(p->rules, tree->rules) && pag_str_equal(p->name, name)) return p;
    }
    return NULL;
}

pag_loaded_pack *pag_loader_pack(pag_loader *loader, const pag_tree *tree, pag_str name,
                                 pag_pos pos, pag_str path, pag_str bytes)
{
    pag_arena *arena = &loader->arena;
    pag_loaded_pack *pack = kept(loader, tree, name);
    if (pack) return pack;
    pag_tree own = {pag_arena_copy(arena, tree->rules), pag_arena_copy(arena, tree->plans)};
    pag_sources *sources = pag_sources_create(arena);
    if (pos.source) {
        pos.source =
            pag_sources_add(sources, pag_arena_copy(arena, path), pag_arena_copy(arena, bytes));
    }
    pack = PAG_NEW(arena, pag_loaded_pack);
    *pack = (pag_loaded_pack){.rules = own.rules, .name = pag_arena_copy(arena, name)};
    pack->diags = pag_diagnostics_create(arena, sources);
    pack->pack = pag_pack_load(arena, pack->diags, &own, pack->name, pos);
    pack->status = pag_diagnostics_status(pack->diags);
    if (!pack->pack && pack->status == PAG_OK) pack->status = PAG_NOMEM;
    pack->next = loader->packs;
    loader->packs = pack;
    return pack;
}

pag_diagnostics *pag_loader_untold(pag_loaded_pack *pack)
{
    if (!pack || pack->told) return NULL;
    pack->told = true;
    return pag_diagnostics_count(pack->diags) ? pack->diags : NULL;
}

/* --- files --- */

/* The document with positions behind those of `pack` (NULL: none). */
static void read_document(pag_arena *arena, pag_loaded *file, pag_loaded_pack *pack)
{
    const pag_sources *base = pack && pack->pack ? pag_pack_sources(pack->pack) : NULL;
    file->pack = pack;
    file->diags = pag_diagnostics_for(arena, base, file->path, file->bytes, &file->source);
    file->root = NULL;
    file->status = pag_yaml_read(arena, file->diags, file->source, &file->root);
}

static bool refuse(pag_arena *arena, pag_loaded *file, pag_guise guise)
{
    if (guise == PAG_GUISE_ANY) return false;
    file->diags = pag_diagnostics_for(arena, NULL, file->path, file->bytes, &file->source);
    file->root = NULL;
    pag_guise_tell(arena, file->diags, file->source, file->path, guise);
    file->status = pag_diagnostics_status(file->diags);
    return true;
}

/* By its name before it is read, and else by what was read. A plan is a document too. */
static void open_bytes(const pag_loader *loader, pag_arena *arena, pag_loaded *file)
{
    if (refuse(arena, file, pag_guise_by_name(file->path, file->bytes))) return;
    read_document(arena, file, loader->packs); /* the same as the last one's, most likely */
    pag_guise guise = pag_guise_of(file->bytes, file->root);
    if (guise != PAG_GUISE_PLAN) (void)refuse(arena, file, guise);
}

void pag_loader_open(pag_loader *loader, pag_arena *arena, pag_str path, int fd, pag_loaded *out)
{
    *out = (pag_loaded){.path = path, .bytes = {"", 0}};
    out->diags = pag_diagnostics_create(arena, pag_sources_create(arena));
    if (pag_source_read(arena, out->diags, path, fd, (pag_pos){0}, &out->bytes)) {
        open_bytes(loader, arena, out);
    } else {
        out->status = pag_diagnostics_status(out->diags);
    }
}

bool pag_loader_is_plan(pag_arena *arena, pag_loaded *file)
{
    bool plan = file->root && pag_guise_of(file->bytes, file->root) == PAG_GUISE_PLAN;
    return plan && refuse(arena, file, PAG_GUISE_PLAN);
}

/* Whether the head's only fault is that it names no rules. */
static bool only_lacks_rules(const pag_diagnostics *diags)
{
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        if (pag_diagnostics_at(diags, i)->code != PAG_E0250) return false;
    }
    return true;
}

/* With rules from outside the head need not name any: it is then judged aside. */
static bool read_head(pag_loader *loader, pag_arena *arena, pag_loaded *file)
{
    bool lacks = loader->rules.len && file->root->kind == PAG_NODE_MAP &&
                 !pag_node_get(file->root, PAG_STR("rules"));
    if (!lacks) return pag_head_read(arena, file->diags, file->root, &file->head);
    pag_diagnostics *aside = pag_diagnostics_create(arena, pag_diagnostics_sources(file->diags));
    if (pag_head_read(arena, aside, file->root, &file->head)) return true;
    if (only_lacks_rules(aside)) return true;
    file->diags = aside;
    return false;
}

static bool is_pack(const pag_loaded_pack *pack, const pag_tree *tree, pag_str name)
{
    return pack && pag_str_equal(pack->rules, tree->rules) && pag_str_equal(pack->name, name);
}

/* The pack, and the document read again behind its sources when it was read behind others. */
static bool find_pack(pag_loader *loader, pag_arena *arena, pag_loaded *file)
{
    pag_tree tree;
    bool own = !loader->rules.len;
    pag_str name = own ? file->head.rules : loader->rules;
    pag_pos pos = own ? file->head.rules_pos : (pag_pos){0};
    pag_str folder = pag_path_folder(file->path);
    if (!pag_tree_find(arena, folder, &tree)) {
        pag_diag_add(file->diags, PAG_E0614, pos, 1, folder.len ? folder : PAG_STR("."));
        return false;
    }
    if (is_pack(file->pack, &tree, name) && file->pack->pack) return true;
    pag_loaded_pack *pack = pag_loader_pack(loader, &tree, name, pos, file->path, file->bytes);
    bool told = pack->told;
    if (!pack->pack) {
        file->pack = pack;
        if (told) pag_diag_add(file->diags, PAG_E0616, pos, 1, name);
        return false;
    }
    read_document(arena, file, pack);
    if (file->root) file->head_good = read_head(loader, arena, file);
    return file->root != NULL;
}

/* --- evaluating --- */

/* Of a number that rows misspell more could only be said by mistake. */
static bool is_misspelt(const pag_diagnostics *diags, const pag_diagnostic *d)
{
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *told = pag_diagnostics_at(diags, i);
        bool there = told->pos.source == d->pos.source && told->pos.line == d->pos.line &&
                     told->pos.column == d->pos.column;
        if (there && told->code == PAG_E0950) return true;
    }
    return false;
}

/* With a head or rows that are wrong only errors are told: what the file answers for may not have
 * been read. */
static void tell_errors(pag_loaded *file, pag_arena *arena, const pag_node *root)
{
    pag_diagnostics *aside = pag_diagnostics_create(arena, pag_diagnostics_sources(file->diags));
    (void)pag_evaluation_read(arena, aside, file->pack->pack, &file->head, root, file->source);
    for (size_t i = 0; i < pag_diagnostics_count(aside); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(aside, i);
        bool error = pag_code_severity(d->code) == PAG_ERROR;
        if (error && !is_misspelt(file->diags, d)) pag_diag_copy(file->diags, d);
    }
}

static void evaluate(const pag_loader *loader, pag_arena *arena, pag_loaded *file)
{
    const pag_rows rows = {file->path, loader->n_marks, loader->marks};
    bool misspelt;
    const pag_node *root = pag_evaluation_rows(arena, file->diags, file->pack->pack, &file->head,
                                               rows, file->root, &misspelt);
    if (loader->rules.len) file->head.rules = loader->rules;
    bool good = file->head_good && !misspelt;
    if (root && !good) tell_errors(file, arena, root);
    if (!root || !good) return;
    pag_evaluation *read =
        pag_evaluation_read(arena, file->diags, file->pack->pack, &file->head, root, file->source);
    file->evaluation = read;
    if (!read) return;
    read->draft = loader->draft;
    (void)pag_evaluate(file->pack->pack, read, arena, &file->result);
}

void pag_loader_evaluate(pag_loader *loader, pag_arena *arena, pag_loaded *file)
{
    if (!file->root || pag_loader_is_plan(arena, file)) return;
    file->pack = file->pack && file->pack->pack ? file->pack : NULL;
    file->head_good = read_head(loader, arena, file);
    bool named = file->head_good || file->head.rules.len || loader->rules.len;
    bool map = file->root->kind == PAG_NODE_MAP;
    if (map && named && find_pack(loader, arena, file)) evaluate(loader, arena, file);
    file->status = pag_diagnostics_status(file->diags);
    if (file->status == PAG_OK && file->evaluation) file->status = file->result.status;
    if (file->status == PAG_OK && !file->evaluation) {
        file->status = file->pack ? file->pack->status : PAG_BUG;
    }
}
