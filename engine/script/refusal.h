/* How the lexer and the parser say no. A refusal that leaves the meaning of the rest clear lets
 * them go on; a syntax error, and the hundredth refusal, stop them: from then on nothing more is
 * said, and the lexer has nothing but the end of the file to give. */
#ifndef PAG_SCRIPT_REFUSAL_H
#define PAG_SCRIPT_REFUSAL_H

#include "diag/diag.h"

typedef struct pag_refusals {
    pag_arena *arena;
    pag_diagnostics *diags;
    uint32_t source;
    size_t n;
    bool stopped;
    pag_status status; /* PAG_OK, PAG_INVALID or PAG_LIMIT */
} pag_refusals;

/* The sentences of `code` take `a` and `b`; trailing empty ones are left out, long ones shortened.
 */
void pag_refuse(pag_refusals *refusals, pag_code code, pag_pos pos, pag_str a, pag_str b);
/* With a second place, if also.source is set. */
void pag_refuse_also(pag_refusals *refusals, pag_code code, pag_pos pos, pag_pos also, pag_str a,
                     pag_str b);
void pag_refuse_and_stop(pag_refusals *refusals, pag_code code, pag_pos pos, pag_str a, pag_str b);

/* "U+00A0", of the first code point of valid UTF-8. */
pag_str pag_refusal_code_point(pag_arena *arena, pag_str text);

#define PAG_NOTHING ((pag_str){"", 0})

#endif
