/* What is said of values in messages that rest on something to be confirmed. */
#include "base/visible.h"
#include "diag/write.h"

void pag_diag_put_unsure(pag_text *out, const pag_sources *sources, const pag_unsure *unsure)
{
    pag_text_put_visible(out, unsure->about, 0);
    pag_text_put(out, PAG_STR(": "));
    pag_text_put_visible(out, unsure->why, 0);
    pag_text_put(out, PAG_STR(" ("));
    pag_diag_put_line(out, sources, unsure->pos);
    pag_text_byte(out, ')');
}

void pag_diag_put_draft_help(pag_text *out, pag_lang lang)
{
    pag_text_put(out, lang == PAG_IT ? PAG_STR("--bozza  mostra come bozza ciò che qui è sospeso")
                                     : PAG_STR("--draft  shows as a draft what is withheld here"));
}

void pag_diag_put_unsure_names(pag_text *out, const pag_diagnostic *d, pag_lang lang)
{
    bool italian = lang == PAG_IT;
    if (!d->n_unsure) return;
    pag_text_put(out, italian ? PAG_STR(" (da confermare: ") : PAG_STR(" (to be confirmed: "));
    for (size_t i = 0; i < d->n_unsure; i++) {
        if (i) pag_text_put(out, PAG_STR(", "));
        pag_text_put_visible(out, d->unsure[i].about, 0);
    }
    if (pag_diag_withholds(d)) {
        pag_text_put(out,
                     italian ? PAG_STR("; si vede con --bozza") : PAG_STR("; shown with --draft"));
    }
    pag_text_byte(out, ')');
}
