/* Whether an edit may make another of a formula whose text stays the same: because it changes what
 * formulas call, functions, names, or a table that is used other than by cells that are looked up
 * in it. */
#include "diff/internal.h"

static bool is_inside(const pag_slot *slot, size_t edit)
{
    if (slot->edit == edit) return true;
    for (size_t i = 0; slot->opened && i < slot->n; i++) {
        if (is_inside(&slot->of[i], edit)) return true;
    }
    return false;
}

static bool is_word_for_table(pag_str word)
{
    return pag_str_equal(word, PAG_STR("bands")) || pag_str_equal(word, PAG_STR("keyed")) ||
           pag_str_equal(word, PAG_STR("dated"));
}

/* `bands = result_pay` and `local result_pay =` are no calls of it. */
static bool is_plain_use(const pag_branch *statement, size_t at, pag_str name)
{
    const pag_piece *pieces = statement->pieces;
    if (at < 2 && pag_str_equal(statement->key, name)) return true;
    return at >= 2 && pieces[at - 1].kind == PAG_T_ASSIGN && is_word_for_table(pieces[at - 2].text);
}

static bool is_used_by(const pag_branch *statement, pag_str name)
{
    for (size_t i = 0; i < statement->n_pieces; i++) {
        const pag_piece *piece = &statement->pieces[i];
        bool named = piece->kind == PAG_T_NAME && pag_str_equal(piece->text, name);
        if (named && !is_plain_use(statement, i, name)) return true;
    }
    return false;
}

/* In any file of either pack. */
static bool is_used(const pag_differing *w, pag_str name)
{
    for (size_t p = 0; p < w->n_pairs; p++) {
        for (int side = 0; side < 2; side++) {
            const pag_branch *file = w->pairs[p].root.sides[side];
            for (size_t i = 0; file && i < file->n; i++) {
                if (is_used_by(&file->of[i], name)) return true;
            }
        }
    }
    return false;
}

/* Cells are compared one by one, so what is inside of a subject needs no more. */
static bool touches(const pag_differing *w, const pag_slot *statement, size_t edit)
{
    if (statement->edit == edit) return true;
    if (!is_inside(statement, edit)) return false;
    const pag_branch *first = statement->sides[0];
    return is_word_for_table(first->word) && is_used(w, first->key);
}

bool pag_edit_touches_formulas(const pag_differing *w, size_t edit)
{
    for (size_t p = 0; p < w->n_pairs; p++) {
        const pag_slot *root = &w->pairs[p].root;
        if (root->edit == edit) return true;
        for (size_t i = 0; root->opened && i < root->n; i++) {
            if (touches(w, &root->of[i], edit)) return true;
        }
    }
    return false;
}
