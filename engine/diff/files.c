/* Which files of the two packs are one, and their declarations. */
#include "diff/internal.h"

static pag_str stem(pag_str name)
{
    return pag_str_ends(name, PAG_STR(".lua")) ? (pag_str){name.at, name.len - 4} : name;
}

static void add_pair(pag_differing *w, pag_str name, const uint32_t *sources)
{
    w->pairs = pag_list_grown(w->arena, w->pairs, w->n_pairs, &w->room_pairs, sizeof *w->pairs);
    w->pairs[w->n_pairs++] = (pag_file_pair){.name = name,
                                             .sources = {sources[0], sources[1]},
                                             .rules = pag_str_ends(name, PAG_STR(".lua")),
                                             .root = {.edit = PAG_NO_EDIT}};
}

/* Files of the two folders that are called the same are one and the other side. */
static pag_str own_name(const pag_pack *pack, size_t i, uint32_t *source)
{
    pag_str file = pag_pack_file(pack, i, source), own = pag_pack_own_file(pack, i);
    return own.len ? own : file;
}

static uint32_t source_of(const pag_pack *pack, pag_str name)
{
    for (size_t i = 0; i < pag_pack_files(pack); i++) {
        uint32_t source;
        if (pag_str_equal(own_name(pack, i, &source), name)) return source;
    }
    return 0;
}

static void pair_files(pag_differing *w)
{
    pag_pack *const *packs = w->diff->order.packs;
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < pag_pack_files(packs[side]); i++) {
            uint32_t sources[2], source;
            pag_str name = own_name(packs[side], i, &source);
            sources[side] = source;
            sources[1 - side] = source_of(packs[1 - side], name);
            if (side == 0 || !sources[0]) add_pair(w, name, sources);
        }
    }
}

static bool is_shared(const pag_file_pair *pair)
{
    return !pair->rules || pag_str_starts(pair->name, PAG_STR("lib/")) ||
           pag_str_starts(pair->name, PAG_STR("national/"));
}

bool pag_file_is_common(const pag_file_pair *pair)
{
    const pag_branch *const *sides = pair->root.sides;
    return sides[0] && sides[1] && pag_str_equal(sides[0]->text, sides[1]->text);
}

static void read_side(pag_differing *w, pag_file_pair *pair, int side)
{
    const pag_sources *sources = pag_differing_sources(w, side);
    if (!pair->sources[side]) return;
    bool renamed = side == 1 && !pag_file_is_common(pair);
    pag_branch *file = pair->rules ? pag_branch_read(w->arena, sources, pair->sources[side],
                                                     renamed ? &w->renames : NULL)
                                   : PAG_NEW(w->arena, pag_branch);
    file->text = pag_sources_bytes(sources, pair->sources[side]);
    file->pos = (pag_pos){pair->sources[side], 1, 1, 1};
    pair->root.sides[side] = file;
}

static void read_files(pag_differing *w, int side)
{
    for (size_t i = 0; i < w->n_pairs; i++) read_side(w, &w->pairs[i], side);
}

/* A library or a plan that only one pack uses is no edit: what names it is one. */
static void merge_pair(pag_differing *w, pag_file_pair *pair)
{
    const pag_branch *const *sides = pair->root.sides;
    bool both = sides[0] && sides[1];
    if (both && pair->rules) {
        pag_file_merge(w, stem(pair->name), &pair->root);
    } else if (both ? !pag_str_equal(sides[0]->text, sides[1]->text) : !is_shared(pair)) {
        pag_file_take(w, pair->name, &pair->root);
    }
}

/* What is only called otherwise is read under its name in the first pack, if that makes the second
 * no other. */
static void read_renamed(pag_differing *w)
{
    w->renames = pag_renames_find(w);
    read_files(w, 1);
    if (!w->renames.n || pag_renames_hold(w)) return;
    w->renames = (pag_renames){0};
    read_files(w, 1);
}

void pag_differing_merge(pag_differing *w)
{
    pair_files(w);
    read_files(w, 0);
    read_files(w, 1);
    read_renamed(w);
    pag_edits_add_renames(w);
    for (size_t i = 0; i < w->n_pairs; i++) merge_pair(w, &w->pairs[i]);
    pag_edits_note_kinds(w->diff);
}
