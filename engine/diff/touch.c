/* Which formulas an edit may make others though their text is the same: those that mention a name
 * that it declares anew, or a function that does. */
#include "diff/internal.h"

static bool is_inside(const pag_slot *slot, size_t edit)
{
    if (slot->edit == edit) return true;
    for (size_t i = 0; slot->opened && i < slot->n; i++) {
        if (is_inside(&slot->of[i], edit)) return true;
    }
    return false;
}

static bool is_table(const pag_branch *branch)
{
    static const char *const words[] = {"bands", "keyed", "dated"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (pag_str_equal(branch->word, pag_str_from(words[i]))) return true;
    }
    return false;
}

static bool has(const pag_touch *touch, pag_str name)
{
    for (size_t i = 0; i < touch->n; i++) {
        if (pag_str_equal(touch->names[i], name)) return true;
    }
    return false;
}

static void add(const pag_differing *w, pag_touch *touch, pag_str name)
{
    if (has(touch, name)) return;
    touch->names =
        pag_list_grown(w->arena, touch->names, touch->n, &touch->room, sizeof *touch->names);
    touch->names[touch->n++] = name;
}

/* A library that is used anew may bring any name, and a subject is all of its formulas. */
static bool is_name(pag_str key)
{
    return key.len && pag_str_find(key, ' ') == key.len && !pag_str_equal(key, PAG_STR("return")) &&
           !pag_str_equal(key, PAG_STR("pack"));
}

/* Cells are compared one by one, so what is inside of a subject needs no more. */
static void touch_by(const pag_differing *w, pag_touch *touch, const pag_slot *statement,
                     size_t edit)
{
    const pag_branch *first = statement->sides[0] ? statement->sides[0] : statement->sides[1];
    bool whole = statement->edit == edit;
    if (whole && !is_name(first->key)) {
        touch->all = true;
    } else if (whole) {
        add(w, touch, first->key);
    } else if (is_table(first) && is_inside(statement, edit)) {
        add(w, touch, first->key);
        touch->table = statement;
    }
}

static bool mentions_any(const pag_touch *touch, const pag_branch *statement)
{
    for (size_t i = 0; i < statement->n_pieces; i++) {
        const pag_piece *piece = &statement->pieces[i];
        if (piece->kind == PAG_T_NAME && has(touch, piece->text)) return true;
    }
    return false;
}

/* Statements that mention one of the names, whatever they are. */
static bool add_mentioning(const pag_differing *w, pag_touch *touch, const pag_branch *file)
{
    size_t before = touch->n;
    for (size_t i = 0; i < file->n; i++) {
        const pag_branch *statement = &file->of[i];
        bool named = is_name(statement->key) && !has(touch, statement->key);
        if (named && mentions_any(touch, statement)) add(w, touch, statement->key);
    }
    return touch->n > before;
}

static void close_over(const pag_differing *w, pag_touch *touch)
{
    for (bool more = touch->n > 0; more;) {
        more = false;
        for (size_t p = 0; p < w->n_pairs; p++) {
            for (int side = 0; side < 2; side++) {
                const pag_branch *file = w->pairs[p].root.sides[side];
                if (file && add_mentioning(w, touch, file)) more = true;
            }
        }
    }
}

pag_touch pag_edit_touch(const pag_differing *w, size_t edit)
{
    pag_touch touch = {0};
    for (size_t p = 0; p < w->n_pairs; p++) {
        const pag_slot *root = &w->pairs[p].root;
        if (root->edit == edit) touch.all = true;
        for (size_t i = 0; root->opened && i < root->n; i++) {
            touch_by(w, &touch, &root->of[i], edit);
        }
    }
    close_over(w, &touch);
    return touch;
}

bool pag_touches(const pag_touch *touch, pag_str text)
{
    for (size_t i = 0; i < touch->n; i++) {
        if (pag_str_names(text, touch->names[i])) return true;
    }
    return touch->all;
}

bool pag_mentions_local(const pag_differing *w, pag_str name)
{
    for (size_t p = 0; p < w->n_pairs; p++) {
        const pag_branch *file = w->pairs[p].root.sides[0];
        if (!file || !file->n_pieces) continue;
        const pag_naming *naming = pag_pieces_naming(w->arena, file->pieces, file->n_pieces);
        for (size_t i = 0; i < file->n_pieces; i++) {
            if (naming[i] == PAG_NAMES_LOCAL && pag_str_equal(file->pieces[i].text, name)) {
                return true;
            }
        }
    }
    return false;
}
