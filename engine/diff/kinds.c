/* What declarations are, by their words; and edits of words or marks alone. */
#include "diff/internal.h"

static bool is_one_of(pag_str word, const char *const *words)
{
    for (; *words; words++) {
        if (pag_str_equal(word, pag_str_from(*words))) return true;
    }
    return false;
}

bool pag_key_is_words(pag_str key)
{
    static const char *const words[] = {"title", "source", "note", "column", "carried", NULL};
    return is_one_of(key, words);
}

bool pag_branch_is_group(const pag_branch *branch)
{
    static const char *const words[] = {"subject", "subjects", "list", NULL};
    return is_one_of(branch->word, words);
}

/* --- edits --- */

static bool is_of_words(const pag_edit_piece *piece)
{
    pag_str text = piece->there[0] ? piece->texts[0] : piece->texts[1];
    size_t len = 0;
    while (len < text.len && text.at[len] >= 'a' && text.at[len] <= 'z') len++;
    return pag_key_is_words((pag_str){text.at, len});
}

void pag_edits_note_kinds(pag_diff *diff)
{
    for (size_t i = 0; i < diff->n_edits; i++) {
        pag_edit *e = &diff->edits[i];
        bool words = e->n > 0, marks = e->n > 0;
        for (size_t k = 0; k < e->n; k++) {
            words = words && is_of_words(&e->pieces[k]);
            marks = marks && e->pieces[k].marked;
        }
        if (e->effect != PAG_DIFF_OPEN) continue;
        if (marks) e->effect = PAG_DIFF_MARKS;
        if (words) e->effect = PAG_DIFF_WORDS;
    }
}
