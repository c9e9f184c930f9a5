/* Binds the lists of rules to the lists of the plan when a pack loads: each item becomes a row of
 * values, one for each planned cell, read as an evaluation's values are. Whatever is missing or
 * wrong is told at its place in the plan, and a key that no cell takes too: its author believes
 * that it counts. */
#include "schema/reader.h"

#include "base/list.h"

/* A list of rules with the list of the plan it comes from: "areas", "areas.aims". */
typedef struct use {
    pag_str path;
    pag_group *group;
} use;

typedef struct binding {
    pag_reader reader;
    const pag_plan *plan;
    size_t n, room;
    use *uses; /* a list before those within it */
} binding;

#define PLAN PAG_STR("plan.")

/* --- what the rules use --- */

static bool is_own(const pag_group *group)
{
    return pag_str_starts(group->from, PLAN);
}

static pag_str path_of(pag_arena *arena, pag_str around, const pag_group *group)
{
    if (is_own(group)) return (pag_str){group->from.at + PLAN.len, group->from.len - PLAN.len};
    return around.len ? pag_text_join(arena, 3, around, PAG_STR("."), group->from) : around;
}

static void keep_use(binding *b, use found)
{
    b->uses = pag_list_grown(b->reader.arena, b->uses, b->n, &b->room, sizeof *b->uses);
    b->uses[b->n++] = found;
}

/* Lists in lists are bounded by the depth of rule files. */
static void gather(binding *b, const pag_group *group, pag_str around)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        pag_group *list = group->cells[i].list;
        pag_str path = {"", 0};
        if (!list) continue;
        if (list->from.len) path = path_of(b->reader.arena, around, list);
        if (path.len) keep_use(b, (use){path, list});
        gather(b, list, path);
    }
}

static void add(pag_names *names, pag_str *at, pag_str name)
{
    if (name.len && !pag_names_have(*names, name)) at[names->n++] = name;
}

/* The keys that the items of the list may have, by all its uses. */
static pag_names keys_of(const binding *b, pag_str path)
{
    static const pag_str always[] = {PAG_WORD("id"), PAG_WORD("note"), PAG_WORD("source")};
    enum { ALWAYS = sizeof always / sizeof *always };
    size_t most = ALWAYS;
    for (size_t i = 0; i < b->n; i++) {
        most += b->uses[i].group->n_cells + b->uses[i].group->n_ignored;
    }
    pag_str *at = PAG_NEW_ARRAY(b->reader.arena, pag_str, most);
    pag_names names = {at, 0};
    for (size_t i = 0; i < b->n; i++) {
        const pag_group *group = b->uses[i].group;
        if (!pag_str_equal(b->uses[i].path, path)) continue;
        for (size_t c = 0; c < group->n_cells; c++) {
            const pag_cell *cell = &group->cells[c];
            bool list = cell->list && cell->list->from.len && !is_own(cell->list);
            add(&names, at, list ? cell->list->from : cell->plan_key);
        }
        for (size_t k = 0; k < group->n_ignored; k++) add(&names, at, group->ignored[k]);
    }
    for (size_t i = 0; i < ALWAYS; i++) add(&names, at, always[i]);
    return names;
}

/* --- rows --- */

static pag_planned *rows_of(const binding *b, const pag_group *group, pag_str path,
                            const pag_plan_list *list);

/* An item of the plan and the list of rules it is read for. */
typedef struct place {
    const binding *b;
    pag_str path;
    pag_names known; /* the keys of the item */
    const pag_plan_item *item;
} place;

static bool say_missing(const place *at, const pag_cell *cell, pag_str key)
{
    pag_arena *arena = at->b->reader.arena;
    if (pag_names_misspelt(at->known, at->item->node, key)) return false;
    pag_str title = cell->title, example, words = pag_cell_words(arena, cell);
    example = pag_cell_example(&at->b->reader, cell, at->item->node->pos);
    if (title.len) title = pag_text_join(arena, 3, PAG_STR(" ("), title, PAG_STR(")"));
    if (cell->list) example = PAG_STR("[{id: …}, …]");
    example = pag_text_join(arena, 3, key, PAG_STR(": "), example);
    pag_diag_add(at->b->reader.diags, words.len ? PAG_E0338 : PAG_E0792, at->item->node->pos, 3,
                 key, title, words.len ? words : example)
        ->also = cell->pos;
    return false;
}

/* Messages name the key, as it is written in the plan. */
static bool read_planned(const place *at, const pag_cell *cell, pag_planned_value *out)
{
    const pag_reader *reader = &at->b->reader;
    const pag_node *node = pag_node_get(at->item->node, cell->plan_key);
    pag_cell as_written = *cell;
    as_written.name = cell->plan_key;
    if (node) {
        out->pos = node->pos;
        bool good = cell->optional ? pag_reader_may_lack(reader, cell->plan_key, node)
                    : pag_type_is_number(cell->type)
                        ? pag_reader_scalar(reader, cell->plan_key, node)
                        : pag_reader_word(reader, cell->plan_key, node);
        return good && pag_value_read_data(reader->arena, reader->diags, &as_written, node->text,
                                           node->pos, &out->value);
    }
    if (cell->optional) return true;
    if (cell->value.kind == PAG_VALUE_NONE) return say_missing(at, cell, cell->plan_key);
    out->value = cell->value;
    out->defaulted = true;
    return true;
}

static bool read_inner(const place *at, const pag_cell *cell, pag_planned_value *out)
{
    pag_str key = cell->list->from;
    const pag_node *node = pag_node_get(at->item->node, key);
    if (!node) return say_missing(at, cell, key);
    for (size_t i = 0; i < at->item->n_lists; i++) {
        if (!pag_str_equal(at->item->lists[i].path, key)) continue;
        pag_str path = pag_text_join(at->b->reader.arena, 3, at->path, PAG_STR("."), key);
        out->inner = rows_of(at->b, cell->list, path, &at->item->lists[i]);
        return out->inner;
    }
    return pag_reader_list(&at->b->reader, key, node);
}

/* Texts under keys that the list ignores. */
static void keep_ignored(const place *at, const pag_group *group, pag_planned_row *out)
{
    pag_arena *arena = at->b->reader.arena;
    if (!group->n_ignored) return;
    pag_ignored *ignored = PAG_NEW_ARRAY(arena, pag_ignored, group->n_ignored);
    for (size_t i = 0; i < group->n_ignored; i++) {
        const pag_node *node = pag_node_get(at->item->node, group->ignored[i]);
        if (!node || node->kind != PAG_NODE_SCALAR) continue;
        pag_ignored found = pag_ignored_of(arena, group, group->ignored[i], node);
        if (found.who.words.len) ignored[out->n_ignored++] = found;
    }
    out->ignored = ignored;
}

static bool read_row(const place *at, const pag_group *group, pag_planned_row *out)
{
    bool ok = true;
    pag_planned_value *values =
        PAG_NEW_ARRAY(at->b->reader.arena, pag_planned_value, group->n_cells + 1);
    *out = (pag_planned_row){at->item->id, at->item->name, at->item->node->pos, values, 0, NULL};
    keep_ignored(at, group, out);
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        bool inner = cell->list && cell->list->from.len && !is_own(cell->list);
        if (cell->origin == PAG_PLANNED) ok = read_planned(at, cell, &values[i]) && ok;
        if (inner) ok = read_inner(at, cell, &values[i]) && ok;
    }
    return ok;
}

/* NULL when something is wrong. Lists in lists are bounded by the depth of rule files. */
static pag_planned *rows_of(const binding *b, const pag_group *group, pag_str path,
                            const pag_plan_list *list)
{
    pag_planned *planned = PAG_NEW(b->reader.arena, pag_planned);
    place at = {.b = b, .path = path, .known = keys_of(b, path)};
    bool ok = true;
    planned->pos = list->pos;
    planned->n = list->n;
    planned->rows = PAG_NEW_ARRAY(b->reader.arena, pag_planned_row, list->n);
    for (size_t i = 0; i < list->n; i++) {
        at.item = &list->items[i];
        ok = read_row(&at, group, &planned->rows[i]) && ok;
    }
    if (!ok) return NULL;
    const pag_list *entries = pag_planned_list(b->reader.arena, group, planned, NULL);
    return pag_list_sums(&b->reader, entries, planned->pos) ? planned : NULL;
}

/* --- whole lists --- */

static const pag_plan_list *list_at(const binding *b, pag_str path)
{
    for (size_t i = 0; b->plan && i < b->plan->n_lists; i++) {
        if (pag_str_equal(b->plan->lists[i].path, path)) return &b->plan->lists[i];
    }
    return NULL;
}

static bool say_no_list(const binding *b, const pag_group *group)
{
    if (!b->plan) {
        pag_diag_add(b->reader.diags, PAG_E0185, group->from_pos, 1, group->from);
        return false;
    }
    pag_str *names = PAG_NEW_ARRAY(b->reader.arena, pag_str, b->plan->n_lists + 1);
    for (size_t i = 0; i < b->plan->n_lists; i++) {
        names[i] = pag_text_join(b->reader.arena, 2, PLAN, b->plan->lists[i].path);
    }
    if (b->plan->n_lists == 0) {
        pag_diag_add(b->reader.diags, PAG_E0785, group->from_pos, 1, group->from);
        return false;
    }
    return pag_reader_unknown(&b->reader, group->from, group->from_pos,
                              (pag_names){names, b->plan->n_lists}, pag_unknown_plan_list);
}

static bool bind_use(const binding *b, const use *u)
{
    if (!is_own(u->group)) return true; /* with the list that it stands in */
    const pag_plan_list *list = list_at(b, u->path);
    if (!list) return say_no_list(b, u->group);
    u->group->planned = rows_of(b, u->group, u->path, list);
    return u->group->planned;
}

/* --- keys that no cell takes --- */

static const use *first_use(const binding *b, pag_str path)
{
    for (size_t i = 0; i < b->n; i++) {
        if (pag_str_equal(b->uses[i].path, path)) return &b->uses[i];
    }
    return NULL;
}

static void say_untaken(const binding *b, const pag_pair *pair, pag_names known, const use *by)
{
    size_t near = pag_str_nearest(pair->key, known.at, known.n);
    pag_str all = pag_names_quoted(b->reader.arena, known), key = pair->key;
    pag_diagnostic *d =
        near < known.n
            ? pag_diag_add(b->reader.diags, PAG_E0793, pair->key_pos, 3, key, known.at[near], all)
            : pag_diag_add(b->reader.diags, PAG_E0794, pair->key_pos, 2, key, all);
    d->also = by->group->from_pos;
}

/* Lists in lists are bounded by the depth of YAML files. */
static bool judge_keys(const binding *b, pag_str path, const pag_plan_list *list)
{
    const use *by = first_use(b, path);
    size_t untaken = 0;
    bool ok = true;
    if (!by) return true; /* for other rules */
    pag_names known = keys_of(b, path);
    for (size_t i = 0; i < list->n && untaken < PAG_MOST_UNKNOWN; i++) {
        const pag_plan_item *item = &list->items[i];
        for (size_t k = 0; k < item->node->count && untaken < PAG_MOST_UNKNOWN; k++) {
            const pag_pair *pair = &item->node->pairs[k];
            bool names_it = pag_str_equal(pair->key, item->name_key);
            if (names_it || pag_names_have(known, pair->key)) continue;
            say_untaken(b, pair, known, by);
            untaken++;
        }
        for (size_t k = 0; k < item->n_lists; k++) {
            const pag_plan_list *inner = &item->lists[k];
            ok = judge_keys(b, pag_text_join(b->reader.arena, 3, path, PAG_STR("."), inner->path),
                            inner) &&
                 ok;
        }
    }
    return ok && untaken == 0;
}

bool pag_plan_bind(pag_arena *arena, pag_diagnostics *diags, const pag_plan *plan,
                   pag_group *const *subjects, size_t n)
{
    binding b = {.reader = {.arena = arena, .diags = diags}, .plan = plan};
    /* else the cell that takes a key may be one that was refused */
    bool whole = pag_diagnostics_errors(diags) == 0, ok = true;
    for (size_t i = 0; i < n; i++) gather(&b, subjects[i], PAG_STR(""));
    for (size_t i = 0; i < b.n; i++) ok = bind_use(&b, &b.uses[i]) && ok;
    for (size_t i = 0; i < b.n; i++) { /* when all lists are known */
        const pag_group *group = b.uses[i].group;
        if (group->planned) ok = pag_planned_refer(&b.reader, group) && ok;
    }
    for (size_t i = 0; plan && whole && i < plan->n_lists; i++) {
        ok = judge_keys(&b, plan->lists[i].path, &plan->lists[i]) && ok;
    }
    return pag_plan_keeps_out(arena, diags, subjects, n) && ok;
}
