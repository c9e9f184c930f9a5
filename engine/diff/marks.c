/* Marks of values that are still to be confirmed, in the text of rules: what stands there without
 * them. A mark never changes what is worked out with a value. */
#include "diff/tree.h"

#include "base/list.h"

static bool is_mark(const pag_branch *branch, size_t at)
{
    return at + 1 < branch->n_pieces && branch->pieces[at].kind == PAG_T_NAME &&
           pag_str_equal(branch->pieces[at].text, PAG_STR("to_confirm")) &&
           branch->pieces[at + 1].kind == PAG_T_OPEN;
}

size_t pag_branch_marks(const pag_branch *branch)
{
    size_t n = 0;
    for (size_t i = 0; i < branch->n_pieces; i++) n += is_mark(branch, i);
    return n;
}

/* What stands deeper than `at` ends there; `comma`: or at a comma that does not. */
static size_t end_of(const pag_branch *branch, size_t at, bool comma)
{
    int depth = 0;
    for (; at < branch->n_pieces; at++) {
        pag_token_kind kind = branch->pieces[at].kind;
        if (depth == 0 && (kind == PAG_T_CLOSE || (comma && kind == PAG_T_COMMA))) break;
        depth += pag_token_step(kind);
    }
    return at;
}

/* Of `to_confirm(value, why)` only the value, which may hold marks too. */
static pag_branch stripped(pag_arena *arena, const pag_branch *branch)
{
    PAG_LIST(pag_piece) left = {0};
    PAG_LIST(size_t) ends = {0}; /* where values end that marks are about */
    for (size_t i = 0; i < branch->n_pieces; i++) {
        if (ends.n && i == ends.at[ends.n - 1]) {
            ends.n--;
            i = end_of(branch, i, false);
        } else if (is_mark(branch, i)) {
            PAG_LIST_ADD(arena, &ends, end_of(branch, i + 2, true));
            i++;
        } else {
            PAG_LIST_ADD(arena, &left, branch->pieces[i]);
        }
    }
    return (pag_branch){.pieces = left.at, .n_pieces = left.n};
}

bool pag_branch_same_unmarked(pag_arena *arena, const pag_branch *a, const pag_branch *b)
{
    pag_branch x = stripped(arena, a), y = stripped(arena, b);
    return pag_branch_same(&x, &y);
}
