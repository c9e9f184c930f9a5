/* Finds what was only renamed: what one pack alone declares at a place and the other alone declares
 * there under another name, with the same words otherwise, titles and notes apart. */
#include "diff/rename.h"

#include "diff/internal.h"

typedef struct looking {
    pag_differing *w;
    bool loosely; /* also what was changed besides */
    pag_renames found;
} looking;

/* --- what can be one --- */

static const pag_branch *next_entry(const pag_branch *branch, size_t *at)
{
    while (*at < branch->n && pag_key_is_words(branch->of[*at].key)) ++*at;
    return *at < branch->n ? &branch->of[(*at)++] : NULL;
}

static bool is_piece_same(const pag_piece *x, const pag_piece *y)
{
    bool texts = x->kind == PAG_T_STRING;
    pag_str a = texts ? pag_branch_unquoted(x->text) : x->text;
    pag_str b = texts ? pag_branch_unquoted(y->text) : y->text;
    return pag_str_equal(a, b);
}

/* Pieces of one kind, and strictly the same; else but for names and texts. */
static bool has_shape(const pag_branch *a, size_t n, const pag_branch *b, size_t m, bool strictly)
{
    for (size_t i = 0; i < n && n == m; i++) {
        const pag_piece *x = &a->pieces[i], *y = &b->pieces[i];
        bool named = x->kind == PAG_T_NAME || x->kind == PAG_T_STRING;
        if (x->kind != y->kind) return false;
        if ((strictly || !named) && !is_piece_same(x, y)) return false;
    }
    return n == m;
}

/* As deep as braces nest. */
static bool alike(const pag_branch *a, const pag_branch *b, bool strictly)
{
    if (a->braces != b->braces) return false;
    if (!a->braces) return has_shape(a, a->n_pieces, b, b->n_pieces, strictly);
    if (!has_shape(a, a->n_lead, b, b->n_lead, strictly)) return false;
    for (size_t i = 0, k = 0;;) {
        const pag_branch *x = next_entry(a, &i), *y = next_entry(b, &k);
        if (!x || !y) return x == y;
        if (!alike(x, y, strictly)) return false;
    }
}

/* --- candidates --- */

static bool is_taken(const looking *l, const pag_branch *entry)
{
    for (size_t i = 0; i < l->found.n; i++) {
        if (l->found.at[i].sides[0] == entry || l->found.at[i].sides[1] == entry) return true;
    }
    return false;
}

static void add(looking *l, pag_rename rename)
{
    pag_renames *all = &l->found;
    all->at = pag_list_grown(l->w->arena, all->at, all->n, &all->room, sizeof *all->at);
    all->at[all->n++] = rename;
}

static bool can_be_renamed(const pag_branch *entry)
{
    return entry->key.len && !pag_str_equal(entry->key, PAG_STR("return")) &&
           pag_str_find(entry->key, ' ') == entry->key.len;
}

static void add_said(looking *l, const pag_branch *a, const pag_branch *b)
{
    if (!a->said.len || !b->said.len || pag_str_equal(a->said, b->said)) return;
    add(l, (pag_rename){.said = true,
                        .from = a->said,
                        .to = b->said,
                        .path = a->said,
                        .whole = !l->loosely,
                        .sides = {a, b},
                        .parent = b});
}

/* Half of it or more is the same, and its title is, or it is a table: it was renamed and changed.
 */
static bool is_mostly(const pag_branch *a, const pag_branch *b)
{
    size_t shared = 0, n = a->n > b->n ? a->n : b->n;
    const pag_branch *x = pag_branch_entry(a, PAG_STR("title"));
    const pag_branch *y = pag_branch_entry(b, PAG_STR("title"));
    bool titled = x && y && pag_branch_same(x, y);
    if (!a->braces || !b->braces || !pag_str_equal(a->word, b->word)) return false;
    for (size_t i = 0; i < a->n; i++) {
        for (size_t k = 0; k < b->n; k++) {
            if (!pag_branch_same(&a->of[i], &b->of[k])) continue;
            shared++;
            break;
        }
    }
    return (titled || a->said.len) && shared * 2 >= n;
}

/* What only one of them has, in its order, with the first like it that only the other has. */
static void add_candidates(looking *l, const pag_branch *const lists[2], pag_str path, bool cells)
{
    for (size_t i = 0; i < lists[0]->n; i++) {
        const pag_branch *a = &lists[0]->of[i];
        if (!can_be_renamed(a) || is_taken(l, a) || pag_branch_entry(lists[1], a->key)) continue;
        for (size_t k = 0; k < lists[1]->n; k++) {
            const pag_branch *b = &lists[1]->of[k];
            if (!can_be_renamed(b) || pag_branch_entry(lists[0], b->key)) continue;
            if (is_taken(l, b) || !(l->loosely ? is_mostly(a, b) : alike(a, b, false))) continue;
            pag_str own =
                cells ? pag_text_join(l->w->arena, 3, path, PAG_STR("."), a->key) : a->key;
            add(l, (pag_rename){.cell = cells,
                                .from = a->key,
                                .to = b->key,
                                .path = own,
                                .whole = !l->loosely,
                                .sides = {a, b},
                                .parent = lists[1]});
            if (!cells) add_said(l, a, b);
            break;
        }
    }
}

/* As deep as lists nest. */
static void look_in_group(looking *l, const pag_branch *const groups[2], pag_str path)
{
    add_candidates(l, groups, path, true);
    for (size_t i = 0; i < groups[0]->n; i++) {
        const pag_branch *a = &groups[0]->of[i];
        const pag_branch *b = a->key.len ? pag_branch_entry(groups[1], a->key) : NULL;
        const pag_branch *const inner[2] = {a, b};
        if (!b || !pag_branch_is_group(a) || !pag_branch_is_group(b)) continue;
        look_in_group(l, inner, pag_text_join(l->w->arena, 3, path, PAG_STR("."), a->key));
    }
}

static void look_in_file(looking *l, const pag_file_pair *pair)
{
    const pag_branch *const files[2] = {pair->root.sides[0], pair->root.sides[1]};
    pag_str name = pair->name;
    if (pag_str_ends(name, PAG_STR(".lua"))) name.len -= 4;
    add_candidates(l, files, PAG_STR(""), false);
    for (size_t i = 0; i < files[0]->n; i++) {
        const pag_branch *a = &files[0]->of[i];
        const pag_branch *b = pag_branch_entry(files[1], a->key);
        const pag_branch *const groups[2] = {a, b};
        if (!b) continue;
        if (pag_branch_is_group(a) && pag_branch_is_group(b)) look_in_group(l, groups, name);
        if (!is_taken(l, a) && !pag_branch_is_group(a) && a->braces && b->braces) add_said(l, a, b);
    }
}

/* --- which of them are --- */

/* How often the pack has the name, as what the rename is about. A file that is the same in both has
 * no cells, and its own keys may be called as cells are. */
static size_t count(const looking *l, int side, const pag_rename *rename, pag_str name)
{
    size_t n = 0;
    for (size_t p = 0; p < l->w->n_pairs; p++) {
        const pag_branch *file = l->w->pairs[p].root.sides[side];
        if (!file || !file->n_pieces) continue;
        const pag_naming *naming = pag_pieces_naming(l->w->arena, file->pieces, file->n_pieces);
        bool common = pag_file_is_common(&l->w->pairs[p]);
        for (size_t i = 0; i < file->n_pieces; i++) {
            bool own_key = common && naming[i] == PAG_NAMES_KEY;
            n += !own_key && pag_piece_has(&file->pieces[i], naming[i], rename, name);
        }
    }
    return n;
}

/* In files that are the same in both. */
static bool is_named_in_common(const looking *l, const pag_rename *rename)
{
    for (size_t p = 0; p < l->w->n_pairs; p++) {
        const pag_branch *file = l->w->pairs[p].root.sides[0];
        if (!file || !file->n_pieces || !pag_file_is_common(&l->w->pairs[p])) continue;
        const pag_naming *naming = pag_pieces_naming(l->w->arena, file->pieces, file->n_pieces);
        for (size_t i = 0; i < file->n_pieces; i++) {
            bool named = pag_piece_has(&file->pieces[i], naming[i], rename, rename->from);
            if (named && naming[i] != PAG_NAMES_KEY) return true;
        }
    }
    return false;
}

/* The new name is new, and the old one old: of cells at this place, as others may be called so. */
static bool is_free(const looking *l, const pag_rename *rename)
{
    if (count(l, 0, rename, rename->to) || is_named_in_common(l, rename)) return false;
    return rename->cell ? !pag_branch_entry(rename->parent, rename->from)
                        : !count(l, 1, rename, rename->from);
}

/* One name is taken back to one. */
static bool is_only(const looking *l, const pag_rename *rename)
{
    for (size_t i = 0; i < l->found.n; i++) {
        const pag_rename *other = &l->found.at[i];
        if (other == rename) return true;
        bool kind = other->cell == rename->cell && other->said == rename->said;
        if (kind && pag_str_equal(other->to, rename->to)) {
            return pag_str_equal(other->from, rename->from);
        }
    }
    return true;
}

static size_t count_declared(const pag_branch *group, pag_str name)
{
    size_t n = 0;
    for (size_t i = 0; i < group->n; i++) {
        n += pag_str_equal(group->of[i].key, name);
        if (pag_branch_is_group(&group->of[i])) n += count_declared(&group->of[i], name);
    }
    return n;
}

/* Every cell of that name in the second pack was renamed to it. */
static bool is_all(const looking *l, const pag_rename *rename)
{
    size_t declared = 0, renamed = 0;
    for (size_t p = 0; p < l->w->n_pairs && rename->cell; p++) {
        const pag_branch *file = l->w->pairs[p].root.sides[1];
        const pag_branch *group = file ? pag_branch_entry(file, PAG_STR("return")) : NULL;
        if (group && pag_branch_is_group(group)) declared += count_declared(group, rename->to);
    }
    for (size_t i = 0; i < l->found.n; i++) {
        const pag_rename *other = &l->found.at[i];
        renamed += other->cell && rename->cell && pag_str_equal(other->to, rename->to);
    }
    return declared == renamed;
}

/* Whether a text of that name is compared with something: then it may be no cell's. */
static bool is_compared(const pag_branch *file, pag_str name)
{
    for (size_t i = 0; i < file->n_pieces; i++) {
        bool text = file->pieces[i].kind == PAG_T_STRING &&
                    pag_str_equal(pag_branch_unquoted(file->pieces[i].text), name);
        int depth = 0;
        for (size_t k = i; text && k-- > 1 && depth <= 0;) {
            depth += pag_token_step(file->pieces[k].kind);
            if (depth > 0 && pag_str_equal(file->pieces[k - 1].text, PAG_STR("is"))) return true;
        }
    }
    return false;
}

static bool is_word(const looking *l, const pag_rename *rename)
{
    for (size_t p = 0; p < l->w->n_pairs && rename->cell; p++) {
        const pag_branch *file = l->w->pairs[p].root.sides[1];
        if (file && is_compared(file, rename->to)) return true;
    }
    return false;
}

/* --- choosing --- */

typedef bool (*judgement)(const looking *l, const pag_rename *rename);

/* Only those that are so stay; true when all were. */
static bool keep(looking *l, judgement is_so)
{
    looking kept = {.w = l->w, .loosely = l->loosely};
    bool all = true;
    for (size_t i = 0; i < l->found.n; i++) {
        if (is_so(l, &l->found.at[i])) {
            add(&kept, l->found.at[i]);
        } else {
            all = false;
        }
    }
    l->found = kept.found;
    return all;
}

static bool is_good(const looking *l, const pag_rename *rename)
{
    return rename->good ||
           (is_free(l, rename) && is_only(l, rename) && is_all(l, rename) && !is_word(l, rename));
}

/* What a table is called goes with the name that it has in its file. */
static bool is_held(const looking *l, const pag_rename *rename)
{
    if (!rename->said || pag_str_equal(rename->sides[0]->key, rename->sides[1]->key)) return true;
    for (size_t i = 0; i < l->found.n; i++) {
        const pag_rename *other = &l->found.at[i];
        if (!other->said && other->sides[0] == rename->sides[0]) return true;
    }
    return false;
}

/* The two are one when all names are taken back that were found so far. */
static bool is_same(const looking *l, const pag_rename *rename)
{
    return is_held(l, rename) &&
           (!rename->whole || alike(rename->sides[0], rename->sides[1], true));
}

static void take_back(const looking *l)
{
    for (size_t p = 0; p < l->w->n_pairs; p++) {
        const pag_branch *file = l->w->pairs[p].root.sides[1];
        if (pag_file_is_common(&l->w->pairs[p])) continue;
        for (size_t i = 0; file && i < file->n_pieces; i++) {
            file->pieces[i].text = file->pieces[i].written;
        }
        if (file && file->n_pieces) {
            pag_renames_undo(l->w->arena, &l->found, file->pieces, file->n_pieces);
        }
    }
}

static void look(looking *l)
{
    for (size_t p = 0; p < l->w->n_pairs; p++) {
        const pag_file_pair *pair = &l->w->pairs[p];
        bool both = pair->rules && pair->sources[0] && pair->sources[1];
        if (both && !pag_file_is_common(pair)) look_in_file(l, pair);
    }
    if (l->found.n) (void)keep(l, is_good);
    for (size_t i = 0; i < l->found.n; i++) l->found.at[i].good = true;
    do take_back(l);
    while (l->found.n && !keep(l, is_same));
}

pag_renames pag_renames_find(pag_differing *w)
{
    looking l = {.w = w};
    look(&l);
    l.loosely = true;
    look(&l);
    return l.found;
}
