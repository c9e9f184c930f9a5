/* What would have made a figure another one: for each band that it rests on, the nearest single
 * value of the evaluation that leads to the next band, above and below. Which values an input can
 * have, and which way to go, comes from reach/; that a value leads there is never only reasoned:
 * the evaluation is computed as a whole with it, and must be accepted.
 *
 *     pag_whatif *whatif = pag_whynot_find(&arena, pack, &result, figure, &order); */
#ifndef PAG_WHYNOT_WHYNOT_H
#define PAG_WHYNOT_WHYNOT_H

#include "turn/change.h"

typedef struct pag_whynot_order {
    size_t hinges;   /* how many are looked at */
    uint64_t budget; /* evaluations to try at most */
    bool draft;      /* also what is withheld */
} pag_whynot_order;

/* `figure` is one of the result, which has no errors. Only given values are changed: those of the
 * plan and of the rules are not the evaluation's to say, and of a list that must come to a sum none
 * can be changed alone. */
pag_whatif *pag_whynot_find(pag_arena *arena, pag_pack *pack, const pag_result *result,
                            const pag_figure *figure, const pag_whynot_order *order);

#endif
