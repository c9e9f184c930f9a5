/* The files of the first pack with pieces of the second, as texts, and the pack that they make. */
#include "diff/internal.h"

#include "base/file.h"

typedef struct mixing {
    pag_differing *w;
    const bool *chosen;
    pag_arena *arena;
} mixing;

pag_sources *pag_differing_sources(const pag_differing *w, int side)
{
    return pag_pack_sources(w->diff->order.packs[side]);
}

pag_reach *pag_differing_reach(pag_differing *w, int side)
{
    if (!w->reach[side]) {
        w->reach[side] = pag_reach_create(w->arena, w->diff->order.packs[side], PAG_REACH_MUSTS);
    }
    return w->reach[side];
}

/* --- texts --- */

static void put_slot(const mixing *m, pag_text *out, const pag_slot *slot);

/* A plan has no pieces. */
static void put_branch(pag_text *out, const pag_branch *branch)
{
    if (branch->n_pieces) {
        pag_branch_put(branch, 0, branch->n_pieces, out);
    } else {
        pag_text_put(out, branch->text);
    }
}

/* Each entry on a line of its own: Lua finds formulas by the line they begin on. */
static void put_inside(const mixing *m, pag_text *out, const pag_slot *slot, pag_str separator)
{
    for (size_t i = 0; i < slot->n; i++) {
        size_t before = out->len;
        put_slot(m, out, &slot->of[i]);
        if (out->len > before) pag_text_put(out, separator);
    }
}

/* As deep as braces nest. */
static void put_slot(const mixing *m, pag_text *out, const pag_slot *slot)
{
    bool second = slot->edit != PAG_NO_EDIT && m->chosen[slot->edit];
    const pag_branch *side = slot->sides[second];
    if (!slot->opened) {
        if (side) put_branch(out, side);
        return;
    }
    pag_branch_put(side, 0, side->n_lead, out);
    pag_text_put(out, PAG_STR("{\n"));
    put_inside(m, out, slot, PAG_STR(",\n"));
    pag_text_byte(out, '}');
}

static pag_str text_of(const mixing *m, const pag_file_pair *pair)
{
    pag_text out = {.arena = m->arena};
    if (!pair->root.opened) {
        put_slot(m, &out, &pair->root);
    } else {
        put_inside(m, &out, &pair->root, PAG_STR("\n"));
    }
    return pag_text_str(&out);
}

static bool is_there(const mixing *m, const pag_file_pair *pair)
{
    bool own = pair->root.edit != PAG_NO_EDIT;
    if (!own) return true; /* a library that only one uses is in nobody's way */
    return pair->root.sides[m->chosen[pair->root.edit]] != NULL;
}

/* A pair that is no edit as a whole, and that the first pack lacks, is the second's. */
static pag_str whole_text(const mixing *m, const pag_file_pair *pair)
{
    pag_text out = {.arena = m->arena};
    if (pair->root.edit != PAG_NO_EDIT || pair->sources[0]) return text_of(m, pair);
    put_branch(&out, pair->root.sides[1]);
    return pag_text_str(&out);
}

/* As a pack calls a file that is there on that side of the pair. */
static pag_str name_in(pag_arena *arena, const pag_pack *pack, const pag_file_pair *pair,
                       const pag_pack *owner, int side)
{
    for (size_t i = 0; i < pag_pack_files(owner); i++) {
        uint32_t source;
        pag_str name = pag_pack_file(owner, i, &source);
        if (source != pair->sources[side]) continue;
        bool shared = pag_str_equal(name, pair->name);
        return shared ? name : pag_path_join(arena, pag_pack_name(pack), pair->name);
    }
    return pair->name;
}

/* As the first pack calls its files. */
static pag_str full_name(const mixing *m, const pag_file_pair *pair)
{
    pag_pack *const *packs = m->w->diff->order.packs;
    int side = pair->sources[0] ? 0 : 1;
    return name_in(m->arena, packs[0], pair, packs[side], side);
}

static const pag_overlay *overlay_of(const mixing *m)
{
    pag_overlay *overlay = PAG_NEW(m->arena, pag_overlay);
    pag_overlay_file *files = PAG_NEW_ARRAY(m->arena, pag_overlay_file, m->w->n_pairs + 1);
    for (size_t i = 0; i < m->w->n_pairs; i++) {
        const pag_file_pair *pair = &m->w->pairs[i];
        bool there = is_there(m, pair);
        files[overlay->n++] = (pag_overlay_file){full_name(m, pair), there,
                                                 there ? whole_text(m, pair) : PAG_STR("")};
    }
    overlay->at = files;
    return overlay;
}

/* --- packs --- */

typedef struct loading {
    pag_arena arena, runs, turns;
    pag_trap own, run, turn, outer;
    pag_pack *pack;
} loading;

typedef void (*loader)(loading *l, pag_differing *w, const bool *chosen);

static pag_diagnostics *unheard(loading *l)
{
    return pag_diagnostics_create(&l->arena, pag_sources_create(&l->arena));
}

static void load_mixed(loading *l, pag_differing *w, const bool *chosen)
{
    mixing m = {w, chosen, &l->arena};
    const pag_diff_order *order = &w->diff->order;
    l->pack =
        pag_pack_load_by(&l->arena, unheard(l), &order->trees[0], pag_pack_name(order->packs[0]),
                         (pag_pack_terms){.overlay = overlay_of(&m)});
}

static void load_first(loading *l, pag_differing *w, const bool *chosen)
{
    (void)chosen;
    const pag_diff_order *order = &w->diff->order;
    l->pack = pag_pack_load_by(&l->arena, unheard(l), &order->trees[0],
                               pag_pack_name(order->packs[0]), (pag_pack_terms){.overlay = NULL});
}

/* --- the second, for the year of the first --- */

/* The slot of `year` in the head, where both packs say one and not the same; else NULL. */
static const pag_slot *year_in(const pag_differing *w, const pag_slot *slot)
{
    bool year = slot->edit != PAG_NO_EDIT && slot->sides[0] && slot->sides[1] &&
                w->diff->edits[slot->edit].effect == PAG_DIFF_YEAR;
    if (year) return slot;
    for (size_t i = 0; slot->opened && i < slot->n; i++) {
        const pag_slot *found = year_in(w, &slot->of[i]);
        if (found) return found;
    }
    return NULL;
}

/* A file of the second with names taken back, and the year of the first. Every line stays where it
 * was. */
static pag_str second_text(pag_arena *arena, const pag_branch *file, const pag_slot *year)
{
    pag_text out = {.arena = arena};
    pag_branch copy = *file;
    copy.pieces = pag_arena_keep(arena, file->pieces, file->n_pieces * sizeof *file->pieces);
    for (size_t i = 0; year && i < copy.n_pieces; i++) {
        bool is_year = copy.pieces[i].written.at == year->sides[1]->value.at;
        if (is_year) copy.pieces[i].text = year->sides[0]->value;
    }
    const pag_str first = copy.pieces[0].written, last = copy.pieces[copy.n_pieces - 1].written;
    const char *end = last.at + last.len;
    pag_text_put(&out, (pag_str){file->text.at, (size_t)(first.at - file->text.at)});
    pag_branch_put(&copy, 0, copy.n_pieces, &out);
    pag_text_put(&out, (pag_str){end, (size_t)(file->text.at + file->text.len - end)});
    return pag_text_str(&out);
}

static void load_second(loading *l, pag_differing *w, const bool *chosen)
{
    (void)chosen;
    const pag_diff_order *order = &w->diff->order;
    pag_overlay overlay = {0};
    pag_overlay_file *files = PAG_NEW_ARRAY(&l->arena, pag_overlay_file, w->n_pairs + 1);
    for (size_t i = 0; i < w->n_pairs; i++) {
        const pag_file_pair *pair = &w->pairs[i];
        const pag_branch *file = pair->root.sides[1];
        const pag_slot *year = year_in(w, &pair->root);
        if (!file || !file->n_pieces || (!year && !w->renames.n)) continue;
        files[overlay.n++] =
            (pag_overlay_file){name_in(&l->arena, order->packs[1], pair, order->packs[1], 1), true,
                               second_text(&l->arena, file, year)};
    }
    overlay.at = files;
    l->pack =
        pag_pack_load_by(&l->arena, unheard(l), &order->trees[1], pag_pack_name(order->packs[1]),
                         (pag_pack_terms){.overlay = &overlay});
}

/* --- all of them --- */

static void run(loading *l, pag_mixed_work work, void *ud)
{
    const pag_mixed mixed = {l->pack, &l->arena, &l->runs, &l->turns};
    if (l->pack) work(ud, &mixed);
}

/* The pack is not in an arena, and its arenas end here. */
static bool with_pack(pag_differing *w, loader load, const bool *chosen, pag_mixed_work work,
                      void *ud)
{
    loading *const l = PAG_NEW(w->arena, loading);
    pag_arena_init(&l->arena, w->diff->order.allocator, PAG_EVALUATION_MEMORY);
    pag_arena_init(&l->runs, w->diff->order.allocator, PAG_EVALUATION_MEMORY);
    pag_arena_init(&l->turns, w->diff->order.allocator, PAG_EVALUATION_MEMORY);
    pag_trap_set(&l->outer, w->arena);
    pag_trap_set(&l->own, &l->arena);
    pag_trap_set(&l->run, &l->runs);
    pag_trap_set(&l->turn, &l->turns);
    if (!setjmp(l->outer.jump) && !setjmp(l->own.jump) && !setjmp(l->run.jump) &&
        !setjmp(l->turn.jump)) {
        load(l, w, chosen);
        run(l, work, ud);
    }
    pag_trap_clear(&l->turn);
    pag_trap_clear(&l->run);
    pag_trap_clear(&l->own);
    pag_trap_clear(&l->outer);
    bool loaded = l->pack != NULL;
    pag_pack_destroy(l->pack);
    pag_arena_drop(&l->turns);
    pag_arena_drop(&l->runs);
    pag_arena_drop(&l->arena);
    const pag_status of_one = l->run.status ? l->run.status : l->turn.status;
    const pag_trap ended = {.status = l->own.status ? l->own.status : of_one, .arena = w->arena};
    pag_trap_pass_on(&l->outer);
    pag_trap_pass_on(&ended);
    return loaded;
}

bool pag_mixed_load(pag_differing *w, const bool *chosen, pag_mixed_work work, void *ud)
{
    return with_pack(w, load_mixed, chosen, work, ud);
}

bool pag_side_load(pag_differing *w, int side, pag_mixed_work work, void *ud)
{
    return with_pack(w, side ? load_second : load_first, NULL, work, ud);
}
