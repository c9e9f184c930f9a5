/* What stands above amounts that nobody may take for what is to be paid. Whoever writes figures for
 * people says it in the same words; the colour is the writer's. */
#ifndef PAG_EVAL_CAUTION_H
#define PAG_EVAL_CAUTION_H

#include "diag/diag.h"

/* "DRAFT: 3 amounts rest on values still to be confirmed". */
pag_str pag_caution_draft(pag_arena *arena, pag_lang lang, size_t n);
/* "INVENTED EXAMPLE: marks and amounts are not real". */
pag_str pag_caution_example(pag_lang lang);

#endif
