/* Goes through the declarations of both packs together and cuts what differs into edits: a row that
 * gives something else, a threshold that moved, an attribute, a formula. Every word that differs
 * is in some edit, so all of them together make the second pack of the first. */
#include "diff/internal.h"

typedef enum level { IN_FILE, IN_HEAD, IN_GROUP, IN_CELL, IN_TABLE, IN_ROW } level;

/* Where we are, and the edits there that are still open to more pieces. */
typedef struct context {
    level place;
    pag_str name, title;
    size_t words;    /* of titles, sources, notes */
    size_t origin;   /* of what says where a cell's value comes from */
    size_t items;    /* of a cell's words */
    size_t edges[2]; /* of the threshold where the row begins, and of the one where it ends */
    bool tied;       /* these are one */
    size_t row;
} context;

static context context_of(level place, pag_str name, pag_str title)
{
    const size_t none = PAG_NO_EDIT;
    return (context){place, name, title, none, none, none, {none, none}, false, none};
}

static void merge_inside(pag_differing *w, context *c, pag_slot *slot);

/* --- edits --- */

static size_t new_edit(pag_differing *w, const context *c, pag_str name)
{
    pag_diff *diff = w->diff;
    diff->edits =
        pag_list_grown(w->arena, diff->edits, diff->n_edits, &w->room_edits, sizeof *diff->edits);
    diff->edits[diff->n_edits] =
        (pag_edit){.name = name, .title = c->title, .effect = PAG_DIFF_OPEN, .with = diff->n_edits};
    return diff->n_edits++;
}

static void add_piece(pag_differing *w, size_t edit, const pag_slot *slot)
{
    pag_edit *e = &w->diff->edits[edit];
    pag_edit_piece *pieces = PAG_NEW_ARRAY(w->arena, pag_edit_piece, e->n + 1);
    pag_edit_piece piece = {.texts = {{"", 0}, {"", 0}}};
    for (int side = 0; side < 2; side++) {
        if (!slot->sides[side]) continue;
        piece.there[side] = true;
        piece.texts[side] = slot->sides[side]->text;
        piece.pos[side] = slot->sides[side]->pos;
        e->marks[side] += pag_branch_marks(slot->sides[side]);
    }
    piece.marked = slot->sides[0] && slot->sides[1] && slot->sides[0]->n_pieces &&
                   pag_branch_same_unmarked(w->arena, slot->sides[0], slot->sides[1]);
    if (e->n) memcpy(pieces, e->pieces, e->n * sizeof *pieces);
    pieces[e->n++] = piece;
    e->pieces = pieces;
}

/* The slot belongs to the edit, or to a new one of that name that is kept in `*edit`. */
static void take(pag_differing *w, const context *c, pag_slot *slot, size_t *edit, pag_str name)
{
    if (*edit == PAG_NO_EDIT) *edit = new_edit(w, c, name);
    slot->edit = *edit;
    add_piece(w, *edit, slot);
}

static void take_alone(pag_differing *w, const context *c, pag_slot *slot, pag_str name)
{
    size_t edit = PAG_NO_EDIT;
    take(w, c, slot, &edit, name);
}

static const pag_branch *either(const pag_slot *slot)
{
    return slot->sides[0] ? slot->sides[0] : slot->sides[1];
}

static pag_str below(const pag_differing *w, pag_str name, pag_str key)
{
    return name.len ? pag_text_join(w->arena, 3, name, PAG_STR("."), key) : key;
}

/* --- what the words are --- */

static bool is_one_of(pag_str word, const char *const *words)
{
    for (; *words; words++) {
        if (pag_str_equal(word, pag_str_from(*words))) return true;
    }
    return false;
}

static bool is_origin(pag_str key)
{
    static const char *const words[] = {"value",    "default",  "of",   "bands", "keyed",
                                        "dated",    "by",       "give", "from",  "split",
                                        "criteria", "optional", "key",  NULL};
    return is_one_of(key, words);
}

static bool is_edge(pag_str key)
{
    return pag_key_is_edge(key, 0) || pag_key_is_edge(key, 1);
}

static bool is_table(const pag_branch *branch)
{
    static const char *const words[] = {"bands", "keyed", "dated", NULL};
    return is_one_of(branch->word, words);
}

static pag_str title_of(const pag_slot *slot)
{
    const pag_branch *title = NULL;
    for (int side = 0; side < 2 && !title; side++) {
        if (slot->sides[side]) title = pag_branch_entry(slot->sides[side], PAG_STR("title"));
    }
    return title ? pag_branch_unquoted(title->value) : PAG_STR("");
}

/* --- rows --- */

/* "result_pay, from = 71, to = 85" */
static pag_str row_name(const pag_differing *w, const context *c, const pag_branch *row)
{
    pag_text out = {.arena = w->arena};
    pag_text_put(&out, c->name);
    for (size_t i = 0; i < row->n; i++) {
        if (!is_edge(row->of[i].key)) continue;
        pag_text_put(&out, PAG_STR(", "));
        pag_text_put(&out, row->of[i].key);
        pag_text_put(&out, PAG_STR(" = "));
        pag_text_put(&out, pag_text_one_line(w->arena, row->of[i].value));
    }
    return pag_text_str(&out);
}

/* Where a row ends the next begins: that is one threshold, and rows come and go with those on both
 * sides. Two thresholds are one edit only where one of them alone would leave nothing between. */
static void merge_row(pag_differing *w, context *c, const pag_slot *table, size_t at)
{
    pag_slot *slot = &table->of[at];
    const pag_branch *row = either(slot);
    bool both = slot->sides[0] && slot->sides[1];
    size_t *threshold = &c->edges[1]; /* of the row before */
    if (!both || !pag_branch_led_same(slot->sides[0], slot->sides[1])) {
        bool same = both && pag_branch_same(slot->sides[0], slot->sides[1]);
        if (!same) take(w, c, slot, threshold, row_name(w, c, row));
        if (same) *threshold = PAG_NO_EDIT;
        return;
    }
    context inside = context_of(IN_ROW, row_name(w, c, row), c->title);
    inside.edges[0] = *threshold;
    inside.tied = pag_edges_cross(w->arena, table, at);
    if (!pag_branch_same(slot->sides[0], slot->sides[1])) merge_inside(w, &inside, slot);
    *threshold = inside.edges[inside.tied ? 0 : 1];
}

/* --- one entry --- */

static void merge_in_file(pag_differing *w, const context *c, pag_slot *slot)
{
    const pag_branch *first = either(slot);
    bool both = slot->sides[0] && slot->sides[1];
    bool led = both && pag_branch_led_same(slot->sides[0], slot->sides[1]);
    pag_str name = first->said.len ? first->said : first->key;
    bool returned = pag_str_equal(first->key, PAG_STR("return"));
    if (returned && led && pag_branch_is_group(first)) {
        context inside = context_of(IN_GROUP, c->name, title_of(slot));
        merge_inside(w, &inside, slot);
    } else if (led && is_table(first)) {
        context inside = context_of(IN_TABLE, name, title_of(slot));
        merge_inside(w, &inside, slot);
    } else if (led && pag_str_equal(first->word, PAG_STR("pack"))) {
        context inside = context_of(IN_HEAD, PAG_STR("pack"), PAG_STR(""));
        merge_inside(w, &inside, slot);
    } else {
        take_alone(w, c, slot, name.len ? name : c->name);
    }
}

static void merge_in_group(pag_differing *w, context *c, pag_slot *slot)
{
    const pag_branch *first = either(slot);
    pag_str name = below(w, c->name, first->key.len ? first->key : first->word);
    bool both = slot->sides[0] && slot->sides[1];
    context inside =
        context_of(pag_branch_is_group(first) ? IN_GROUP : IN_CELL, name, title_of(slot));
    if (both && first->key.len && first->word.len &&
        pag_branch_led_same(slot->sides[0], slot->sides[1])) {
        merge_inside(w, &inside, slot);
    } else if (pag_key_is_words(first->key)) {
        take(w, c, slot, &c->words, c->name);
    } else {
        take_alone(w, &inside, slot, name);
    }
}

static void merge_in_cell(pag_differing *w, context *c, pag_slot *slot)
{
    const pag_branch *first = either(slot);
    bool both = slot->sides[0] && slot->sides[1];
    if (!first->key.len) {
        take(w, c, slot, &c->items, c->name);
    } else if (pag_key_is_words(first->key)) {
        take(w, c, slot, &c->words, c->name);
    } else if (both && is_table(first) && pag_branch_led_same(slot->sides[0], slot->sides[1])) {
        context inside = context_of(IN_TABLE, c->name, c->title);
        merge_inside(w, &inside, slot);
    } else if (is_origin(first->key) && c->origin != PAG_NO_EDIT) {
        take(w, c, slot, &c->origin, c->name);
    } else {
        take_alone(w, c, slot, below(w, c->name, first->key));
    }
}

static void merge_in_table(pag_differing *w, context *c, pag_slot *slot)
{
    const pag_branch *first = either(slot);
    if (pag_key_is_words(first->key)) {
        take(w, c, slot, &c->words, c->name);
    } else {
        take_alone(w, c, slot, below(w, c->name, first->key));
    }
}

/* "result_pay, from = 71, to = 85: give" */
static void merge_in_row(pag_differing *w, context *c, pag_slot *slot)
{
    pag_str key = either(slot)->key;
    pag_str name = pag_text_join(w->arena, 3, c->name, PAG_STR(": "), key);
    if (is_edge(key)) {
        bool end = pag_key_is_edge(key, 1);
        take(w, c, slot, &c->edges[end && !c->tied], name);
    } else if (pag_key_is_words(key)) {
        take(w, c, slot, &c->words, c->name);
    } else {
        take(w, c, slot, &c->row, name);
    }
}

static void merge_in_head(pag_differing *w, context *c, pag_slot *slot)
{
    pag_str key = either(slot)->key;
    if (pag_key_is_words(key)) {
        take(w, c, slot, &c->words, c->name);
    } else {
        take_alone(w, c, slot, below(w, c->name, key));
        if (pag_str_equal(key, PAG_STR("year"))) {
            w->diff->edits[slot->edit].effect = PAG_DIFF_YEAR;
        }
    }
}

static void merge_entry(pag_differing *w, context *c, pag_slot *slot)
{
    bool both = slot->sides[0] && slot->sides[1];
    if (both && pag_branch_same(slot->sides[0], slot->sides[1])) return;
    switch (c->place) {
    case IN_FILE: merge_in_file(w, c, slot); break;
    case IN_HEAD: merge_in_head(w, c, slot); break;
    case IN_GROUP: merge_in_group(w, c, slot); break;
    case IN_CELL: merge_in_cell(w, c, slot); break;
    case IN_TABLE: merge_in_table(w, c, slot); break;
    case IN_ROW: merge_in_row(w, c, slot); break;
    }
}

/* --- all entries --- */

static void insert(pag_slot *slot, size_t at, pag_slot entry)
{
    for (size_t i = slot->n++; i > at; i--) slot->of[i] = slot->of[i - 1];
    slot->of[at] = entry;
}

/* What only the second has stands behind what it stands behind there: a name is declared before it
 * is used, and nothing stands behind `return`. */
static void add_second(pag_slot *slot, const pag_branch *b)
{
    size_t at = 0;
    for (size_t i = 0; i < b->n; i++) {
        const pag_branch *entry = &b->of[i];
        size_t met = 0;
        if (!entry->key.len) continue;
        while (met < slot->n && slot->of[met].sides[1] != entry) met++;
        if (met < slot->n) {
            at = met + 1;
        } else if (!pag_branch_entry(slot->sides[0], entry->key)) {
            insert(slot, at++, (pag_slot){.sides = {NULL, entry}, .edit = PAG_NO_EDIT});
        }
    }
}

/* Those with a key, by it; behind them the items. */
static void open_slot(pag_differing *w, pag_slot *slot)
{
    const pag_branch *a = slot->sides[0], *b = slot->sides[1];
    slot->opened = true;
    slot->of = PAG_NEW_ARRAY(w->arena, pag_slot, a->n + b->n + 1);
    for (size_t i = 0; i < a->n; i++) {
        if (!a->of[i].key.len) continue;
        slot->of[slot->n++] = (pag_slot){.sides = {&a->of[i], pag_branch_entry(b, a->of[i].key)},
                                         .edit = PAG_NO_EDIT};
    }
    add_second(slot, b);
    slot->n += pag_items_align(w->arena, slot->sides, slot->of + slot->n);
}

/* Whether something that says where the value comes from is there in one pack only: then all of it
 * is one edit. */
static bool changes_origin(const pag_slot *slot)
{
    for (size_t i = 0; i < slot->n; i++) {
        const pag_slot *s = &slot->of[i];
        if (is_origin(either(s)->key) && (!s->sides[0] || !s->sides[1])) return true;
    }
    return false;
}

/* As deep as braces nest. */
static void merge_inside(pag_differing *w, context *c, pag_slot *slot)
{
    open_slot(w, slot);
    if (c->place == IN_CELL && changes_origin(slot)) c->origin = new_edit(w, c, c->name);
    for (size_t i = 0; i < slot->n; i++) {
        bool row = c->place == IN_TABLE && !either(&slot->of[i])->key.len;
        if (row) merge_row(w, c, slot, i);
        if (!row) merge_entry(w, c, &slot->of[i]);
    }
}

/* --- from outside --- */

void pag_edits_add_renames(pag_differing *w)
{
    for (size_t i = 0; i < w->renames.n; i++) {
        const pag_rename *r = &w->renames.at[i];
        bool told = r->said && i && w->renames.at[i - 1].sides[0] == r->sides[0];
        if (told) continue;
        const pag_slot slot = {.sides = {r->sides[0], r->sides[1]}};
        const context c = context_of(IN_FILE, r->path, title_of(&slot));
        size_t edit = new_edit(w, &c, r->path);
        add_piece(w, edit, &slot);
        w->diff->edits[edit].effect = PAG_DIFF_RENAMED;
        w->diff->edits[edit].renamed = r->to;
        w->diff->edits[edit].given = r->given;
        w->diff->edits[edit].whole = r->whole;
    }
}

void pag_file_merge(pag_differing *w, pag_str name, pag_slot *root)
{
    context c = context_of(IN_FILE, name, PAG_STR(""));
    merge_inside(w, &c, root);
}

void pag_file_take(pag_differing *w, pag_str name, pag_slot *root)
{
    context c = context_of(IN_FILE, name, PAG_STR(""));
    take_alone(w, &c, root, name);
    w->diff->edits[root->edit].pieces[0].whole = true;
}
