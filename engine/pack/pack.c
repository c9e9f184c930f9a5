/* Loading a pack: pack.lua first, then its other files in the order of their names; then the plan
 * it was written for, whose criteria and lists become those of its sheets and lists; then the hash
 * of all that was read. */
#include "base/file.h"
#include "base/list.h"
#include "pack/internal.h"
#include "script/outline.h"

struct pag_pack {
    pag_arena *arena;
    pag_diagnostics *diags;
    pag_tree tree;
    const pag_overlay *overlay; /* NULL: the files alone */
    pag_str name, hash;
    bool hidden; /* its name may be one that nobody can write */
    pag_bind *bind;
    pag_plan *plan;
    size_t n_subjects;
    pag_group **subjects;
    pag_name_list files; /* what the hash is over: "lib/x.lua", "plans/a/2024-2026/plan.yaml" */
    uint32_t *sources;
    size_t room;
    uint32_t n_calls; /* one more than there are: number 0 is none */
    pag_pack_call *calls;
};

/* Memory that ended where no arena fails, in Lua or in libyaml, ends the loading as in an arena. */
static pag_status insist(const pag_pack *pack, pag_status status)
{
    const pag_trap ended = {.status = status, .arena = pack->arena};
    if (status == PAG_NOMEM) pag_trap_pass_on(&ended);
    return status;
}

/* --- files --- */

/* A rule file has a lower limit, which the script room tells. */
bool pag_source_read(pag_arena *arena, pag_diagnostics *diags, pag_str path, int fd, pag_pos pos,
                     pag_str *out)
{
    pag_code code = PAG_E0006;
    pag_file_result result = fd >= 0 ? pag_file_read_descriptor(arena, fd, PAG_YAML_MOST_BYTES, out)
                                     : pag_file_read(arena, path, PAG_YAML_MOST_BYTES, out);
    switch (result) {
    case PAG_FILE_READ: return true;
    case PAG_FILE_MISSING: code = PAG_E0001; break;
    case PAG_FILE_DENIED: code = PAG_E0002; break;
    case PAG_FILE_FOLDER: code = PAG_E0003; break;
    case PAG_FILE_NOT_REGULAR: code = PAG_E0004; break;
    case PAG_FILE_TOO_LARGE: code = PAG_E0005; break;
    case PAG_FILE_BROKEN: code = PAG_E0006; break;
    }
    pag_diag_add(diags, code, pos, 2, path, PAG_STR("8 MiB"));
    return false;
}

uint32_t pag_source_load(pag_arena *arena, pag_diagnostics *diags, pag_str path, pag_pos pos)
{
    pag_str bytes;
    if (!pag_source_read(arena, diags, path, -1, pos, &bytes)) return 0;
    return pag_sources_add(pag_diagnostics_sources(diags), path, bytes);
}

/* The file is part of the pack: its name and bytes count in the hash. */
static void keep_file(pag_pack *pack, pag_str name, uint32_t source)
{
    pack->sources = pag_list_grown(pack->arena, pack->sources, pack->files.n, &pack->room,
                                   sizeof *pack->sources);
    pack->sources[pack->files.n] = source;
    pag_name_list_add(pack->arena, &pack->files, name);
}

static uint32_t load_rule(pag_pack *pack, pag_str name, pag_pos pos)
{
    pag_str path = pag_path_join(pack->arena, pack->tree.rules, name);
    uint32_t source = pag_overlay_load(pack->overlay, pack->arena, pack->diags, name, path, pos);
    if (source) keep_file(pack, name, source);
    return source;
}

/* use "lib/convention" → rules/lib/convention.lua */
static uint32_t load_library(void *ud, pag_str name, pag_pos pos)
{
    pag_pack *pack = ud;
    pag_str file = pag_text_join(pack->arena, 2, name, PAG_STR(".lua"));
    pag_str path = pag_path_join(pack->arena, pack->tree.rules, file);
    bool there = pag_library_is(name) && pag_overlay_there(pack->overlay, file, path);
    if (there) return load_rule(pack, file, pos);
    pag_tell_unknown(pack->diags, pag_libraries_below(pack->arena, pack->tree.rules), name,
                     PAG_STR("rules/"), pos, PAG_E0160, PAG_E0161);
    return 0;
}

/* --- the plan --- */

static void tell_sheet(pag_pack *pack, const pag_cell *cell)
{
    pag_name_list names = {0};
    pag_str plan = pag_bind_head(pack->bind)->plan;
    if (!plan.len) {
        pag_diag_add(pack->diags, PAG_E0185, cell->criteria_pos, 1, cell->criteria_from);
        return;
    }
    for (size_t i = 0; pack->plan && i < pack->plan->n_sheets; i++) {
        pag_str path = pag_text_join(pack->arena, 2, PAG_STR("plan."), pack->plan->sheets[i].path);
        pag_name_list_add(pack->arena, &names, path);
    }
    pag_tell_unknown(pack->diags, names, cell->criteria_from, plan, cell->criteria_pos, PAG_E0168,
                     PAG_E0169);
}

static void bind_sheets(pag_pack *pack, pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        pag_cell *cell = &group->cells[i];
        if (cell->list) bind_sheets(pack, cell->list);
        if (cell->type != PAG_TYPE_SHEET || !cell->criteria_from.len) continue;
        pag_str path = cell->criteria_from;
        bool in_plan = pag_str_starts(path, PAG_STR("plan."));
        if (in_plan) path = (pag_str){path.at + 5, path.len - 5};
        const pag_plan_sheet *sheet =
            in_plan && pack->plan ? pag_plan_sheet_at(pack->plan, path) : NULL;
        if (!sheet) {
            tell_sheet(pack, cell);
            continue;
        }
        cell->criteria = sheet->criteria;
        cell->n_criteria = sheet->n;
        if (!cell->title.len) cell->title = sheet->title;
        pag_criteria_judge(pack->arena, pack->diags, cell);
    }
}

static void load_plan(pag_pack *pack)
{
    const pag_pack_head *head = pag_bind_head(pack->bind);
    pag_str file = PAG_STR("plan.yaml");
    if (!head->plan.len) return;
    pag_str folder = pag_path_join(pack->arena, pack->tree.plans, head->plan);
    pag_str path = pag_path_join(pack->arena, folder, file);
    pag_str name = pag_text_join(pack->arena, 4, PAG_STR("plans/"), head->plan, PAG_STR("/"), file);
    bool there = pack->tree.plans.len && pag_name_is_safe(head->plan) &&
                 pag_overlay_there(pack->overlay, name, path);
    if (!there) {
        pag_name_list names = pag_names_below(pack->arena, pack->tree.plans, file);
        pag_tell_unknown(pack->diags, names, head->plan, PAG_STR("plans/"), head->plan_pos,
                         PAG_E0162, PAG_E0163);
        return;
    }
    uint32_t source =
        pag_overlay_load(pack->overlay, pack->arena, pack->diags, name, path, head->plan_pos);
    const pag_node *root = NULL;
    if (!source) return;
    keep_file(pack, name, source);
    if (insist(pack, pag_yaml_read(pack->arena, pack->diags, source, &root)) != PAG_OK) return;
    pack->plan = pag_plan_read(pack->arena, pack->diags, root, head->plan);
}

/* --- loading --- */

/* The arguments on one line each, however the rule breaks them. */
static const pag_str *lines_joined(pag_arena *arena, const pag_call_site *call)
{
    pag_str *all = PAG_NEW_ARRAY(arena, pag_str, call->n + 1);
    for (size_t i = 0; i < call->n; i++) {
        all[i] = pag_text_one_line(arena, call->arguments[i]);
    }
    return all;
}

static void keep_calls(pag_pack *pack)
{
    pag_call_site found;
    uint32_t n = 1;
    while (pag_bind_site(pack->bind, n, &found)) n++;
    pack->calls = PAG_NEW_ARRAY(pack->arena, pag_pack_call, n);
    pack->n_calls = n;
    for (uint32_t i = 1; i < n; i++) {
        (void)pag_bind_site(pack->bind, i, &found);
        pack->calls[i] =
            (pag_pack_call){found.word, found.pos, found.n, lines_joined(pack->arena, &found)};
    }
}

static void load_subject(pag_pack *pack, pag_str file)
{
    pag_str name = {file.at, file.len - 4};
    uint32_t source = load_rule(pack, pag_path_join(pack->arena, pack->name, file), (pag_pos){0});
    pag_group *group = NULL;
    if (!source) return;
    (void)insist(pack, pag_bind_file(pack->bind, source, PAG_FILE_SUBJECT, name, &group));
    if (group) pack->subjects[pack->n_subjects++] = group;
}

static void load_files(pag_pack *pack, pag_str folder)
{
    pag_str first = PAG_STR("pack.lua");
    pag_name_list files = pag_overlay_list(pack->overlay, pack->arena, folder, pack->name);
    pag_str *names = files.at;
    size_t n = files.n;
    pag_tell_misnamed(pack->arena, pack->diags, folder, &files);
    uint32_t source = load_rule(pack, pag_path_join(pack->arena, pack->name, first), (pag_pos){0});
    if (!source) return;
    pack->subjects = PAG_NEW_ARRAY(pack->arena, pag_group *, n + 1);
    pag_status status = pag_bind_file(pack->bind, source, PAG_FILE_PACK, (pag_str){"", 0}, NULL);
    if (insist(pack, status) != PAG_OK) return; /* every other file would miss its names */
    if (!pag_bind_head(pack->bind)->said) {
        pag_diag_add(pack->diags, PAG_E0164, (pag_pos){.source = source}, 0);
    }
    for (size_t i = 0; i < n; i++) {
        bool rule = pag_str_ends(names[i], PAG_STR(".lua")) && !pag_str_equal(names[i], first);
        if (rule && names[i].at[0] != '.') load_subject(pack, names[i]);
    }
    if (pack->n_subjects == 0 && pag_diagnostics_errors(pack->diags) == 0) {
        pag_diag_add(pack->diags, PAG_E0165, (pag_pos){.source = source}, 1, folder);
    }
}

static void load(pag_pack *pack, pag_pos pos)
{
    pag_str folder = pag_path_join(pack->arena, pack->tree.rules, pack->name);
    pag_str file = PAG_STR("pack.lua");
    bool there = (pack->hidden || pag_name_is_safe(pack->name)) &&
                 pag_path_look(pag_path_join(pack->arena, folder, file)) == PAG_PATH_FILE;
    if (!there) {
        pag_tell_no_rules(pack->arena, pack->diags, pack->tree.rules, pack->name, pos);
        return;
    }
    load_files(pack, folder);
    if (pag_diagnostics_errors(pack->diags) == 0) { /* else what a ref points to may be missing */
        pag_bind_refer(pack->bind, pack->subjects, pack->n_subjects);
    }
    if (pag_diagnostics_errors(pack->diags) == 0) { /* else what reads a limit may be missing */
        (void)insist(pack, pag_bind_limits(pack->bind, pack->subjects, pack->n_subjects));
    }
    load_plan(pack);
    const pag_pack_head *head = pag_bind_head(pack->bind);
    bool known = head->said && (pack->plan || !head->plan.len); /* else that is told */
    for (size_t i = 0; known && i < pack->n_subjects; i++) bind_sheets(pack, pack->subjects[i]);
    if (known) {
        (void)pag_plan_bind(pack->arena, pack->diags, pack->plan, pack->subjects, pack->n_subjects);
    }
    if (pag_diagnostics_errors(pack->diags) > 0) return;
    pag_status sealed = pag_bind_seal(pack->bind, pack->subjects, pack->n_subjects);
    if (insist(pack, sealed) != PAG_OK) return;
    keep_calls(pack);
    pack->hash = pag_files_hash(pack->arena, &pack->files, pack->sources,
                                pag_diagnostics_sources(pack->diags));
}

static pag_pack *load_named(pag_pack *pack, pag_pos pos, pag_pack_terms terms)
{
    pag_arena *const arena = pack->arena;
    pag_library library = {pack, load_library};
    pag_status opened = pag_bind_create(arena, pack->diags, library, &pack->bind);
    if (insist(pack, opened) != PAG_OK) return NULL;
    pack->overlay = terms.overlay;
    pag_bind_override(pack->bind, terms.overrides);
    pag_bind_watch(pack->bind, terms.watch);
    pag_trap trap; /* the Lua state is not in the arena */
    pag_trap_set(&trap, arena);
    if (setjmp(trap.jump) == 0) load(pack, pos);
    pag_trap_clear(&trap);
    if (trap.status == PAG_OK && pack->hash.len) return pack;
    pag_pack_destroy(pack);
    pag_trap_pass_on(&trap);
    return NULL;
}

static pag_pack *named(pag_arena *arena, pag_diagnostics *diags, const pag_tree *tree, pag_str name)
{
    pag_pack *pack = PAG_NEW(arena, pag_pack);
    *pack = (pag_pack){
        .arena = arena, .diags = diags, .tree = *tree, .name = pag_arena_copy(arena, name)};
    return pack;
}

pag_pack *pag_pack_load(pag_arena *arena, pag_diagnostics *diags, const pag_tree *tree,
                        pag_str name, pag_pos pos)
{
    return load_named(named(arena, diags, tree, name), pos, (pag_pack_terms){0});
}

pag_pack *pag_pack_load_by(pag_arena *arena, pag_diagnostics *diags, const pag_tree *tree,
                           pag_str name, pag_pack_terms terms)
{
    return load_named(named(arena, diags, tree, name), (pag_pos){0}, terms);
}

pag_pack *pag_pack_load_hidden(pag_arena *arena, pag_diagnostics *diags, const pag_tree *tree,
                               pag_str name)
{
    pag_pack *pack = named(arena, diags, tree, name);
    pack->hidden = true;
    return load_named(pack, (pag_pos){0}, (pag_pack_terms){0});
}

void pag_pack_destroy(pag_pack *pack)
{
    if (!pack) return;
    pag_bind_destroy(pack->bind);
    pack->bind = NULL;
}

static void run_rule_file(pag_pack *pack, pag_str path)
{
    pag_str no_name = {"", 0};
    uint32_t source = pag_source_load(pack->arena, pack->diags, path, (pag_pos){0});
    if (!source) return;
    (void)insist(pack, pag_bind_file(pack->bind, source, PAG_FILE_LIBRARY, no_name, NULL));
}

pag_status pag_rule_file_check(pag_arena *arena, pag_diagnostics *diags, const pag_tree *tree,
                               pag_str path)
{
    pag_pack pack = {.arena = arena, .diags = diags, .tree = *tree};
    pag_library library = {&pack, load_library};
    pag_status status = pag_bind_create(arena, diags, library, &pack.bind);
    if (status != PAG_OK) return status;
    pag_trap trap;
    pag_trap_set(&trap, arena);
    if (setjmp(trap.jump) == 0) run_rule_file(&pack, path);
    pag_trap_clear(&trap);
    pag_bind_destroy(pack.bind);
    return trap.status != PAG_OK ? trap.status : pag_diagnostics_status(diags);
}

/* --- what is known of it --- */

pag_str pag_pack_name(const pag_pack *pack)
{
    return pack->name;
}
size_t pag_pack_files(const pag_pack *pack)
{
    return pack->files.n;
}
pag_str pag_pack_file(const pag_pack *pack, size_t i, uint32_t *source)
{
    *source = pack->sources[i];
    return pack->files.at[i];
}
pag_str pag_pack_hash(const pag_pack *pack)
{
    return pack->hash;
}
const pag_plan *pag_pack_plan(const pag_pack *pack)
{
    return pack->plan;
}
const struct pag_pack_head *pag_pack_said(const pag_pack *pack)
{
    return pag_bind_head(pack->bind);
}
pag_str pag_pack_plan_name(const pag_pack *pack)
{
    return pag_bind_head(pack->bind)->plan;
}
int64_t pag_pack_year(const pag_pack *pack, pag_pos *said)
{
    const pag_pack_head *head = pag_bind_head(pack->bind);
    *said = head->year_pos;
    return head->year;
}

pag_str pag_pack_plan_path(const pag_pack *pack)
{
    if (!pack->plan) return (pag_str){"", 0};
    return pag_sources_path(pag_diagnostics_sources(pack->diags), pack->plan->period_pos.source);
}

size_t pag_pack_subjects(const pag_pack *pack)
{
    return pack->n_subjects;
}
const pag_group *pag_pack_subject(const pag_pack *pack, size_t i)
{
    return pack->subjects[i];
}
pag_sources *pag_pack_sources(const pag_pack *pack)
{
    return pag_diagnostics_sources(pack->diags);
}
pag_str pag_pack_folder(pag_arena *arena, const pag_pack *pack)
{
    return pag_path_join(arena, pack->tree.rules, pack->name);
}
struct pag_bind *pag_pack_bind(pag_pack *pack)
{
    return pack->bind;
}

const pag_pack_call *pag_pack_site(const pag_pack *pack, uint32_t site)
{
    return site && site < pack->n_calls ? &pack->calls[site] : NULL;
}
