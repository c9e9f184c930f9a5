/* The order in which two packs are compared. */
#include "diff/internal.h"

enum { MOST_JUDGED = 300 }; /* edits that are tried one by one */

pag_diff *pag_diff_packs(pag_arena *arena, const pag_diff_order *order)
{
    pag_diff *diff = PAG_NEW(arena, pag_diff);
    pag_differing *w = PAG_NEW(arena, pag_differing);
    *w = (pag_differing){.arena = arena, .diff = diff};
    *diff = (pag_diff){.order = *order, .work = w};
    pag_differing_merge(w);
    diff->same = diff->n_edits == 0;
    for (size_t i = 0; i < diff->n_edits && i < MOST_JUDGED; i++) pag_edit_judge(w, i);
    return diff;
}

pag_status pag_diff_cost(pag_diff *diff, const pag_diff_file *files, size_t n, pag_diff_tell tell,
                         void *ud)
{
    pag_differing *w = diff->work;
    diff->n_files = n;
    diff->files = files;
    pag_status status = pag_paid_note(w, tell, ud);
    diff->costed = status == PAG_OK;
    if (diff->costed) pag_differing_charge(w);
    return status;
}
