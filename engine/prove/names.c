/* Names that stand in formulas which can only be run: cells may be read by them there, or not. */
#include "prove/internal.h"

#include "script/named.h"

typedef struct adding {
    proving *p;
    pag_prove_names *names;
} adding;

static void add(void *ud, pag_str name)
{
    const adding *a = ud;
    if (!pag_prove_has_name(a->names, name)) PAG_LIST_ADD(a->p->arena, a->names, name);
}

void pag_prove_add_names(proving *p, pag_prove_names *names, pag_str text)
{
    adding a = {p, names};
    pag_text_reads(p->arena, text, add, &a);
}

bool pag_prove_has_name(const pag_prove_names *names, pag_str name)
{
    for (size_t i = 0; i < names->n; i++) {
        if (pag_str_equal(names->at[i], name)) return true;
    }
    return false;
}
