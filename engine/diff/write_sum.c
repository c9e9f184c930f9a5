/* The last line: what is paid in all before and after. It says what it is a sum of, since amounts
 * that follow from it and are not to be paid are not in it; and where the figures to be paid do not
 * add up to one sum, it says why, and there is none. */
#include "diff/writing.h"

/* "secretary.pay (Totale)" */
static void put_cell(pag_text *out, pag_str path, pag_str title)
{
    pag_text_put(out, path);
    if (!title.len) return;
    pag_text_put(out, PAG_STR(" ("));
    pag_text_put(out, title);
    pag_text_byte(out, ')');
}

static void put_draft(const pag_diff_writing *w, pag_text *out)
{
    bool draft = w->diff->withheld[0] || w->diff->withheld[1];
    if (draft) pag_text_put(out, pag_diff_say(w, " (draft)", " (bozza)"));
}

static void put_sum(const pag_diff_writing *w)
{
    const pag_diff *diff = w->diff;
    pag_text text = {.arena = w->arena};
    pag_text_put(&text, pag_diff_say(w, "Total cost: ", "Costo totale: "));
    if (!diff->adds_up) {
        pag_text_put(&text, pag_diff_say(w, "it cannot be said", "non si può dire"));
    } else if (pag_diff_hides(w, diff->withheld)) {
        pag_text_put(&text,
                     pag_diff_say(w,
                                  "to be confirmed; some amounts rest on values that are "
                                  "(--draft shows them)",
                                  "da confermare; alcuni importi poggiano su valori che lo sono "
                                  "(--bozza li mostra)"));
    } else {
        pag_text_put(&text, pag_diff_amount(w, diff->amounts[0], false));
        pag_text_put(&text, PAG_STR(" → "));
        pag_text_put(&text, pag_diff_amount(w, diff->amounts[1], false));
        pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, pag_number_sign(diff->difference)
                                ? pag_diff_signed(w, diff->difference, false)
                                : pag_diff_say(w, "no difference", "nessuna differenza"));
        put_draft(w, &text);
    }
    pag_diff_put(w, PAG_STR("\n"));
    pag_diff_put_text(w, 0, pag_text_str(&text));
}

/* --- what is in it --- */

static void put_counted(const pag_diff_writing *w)
{
    size_t n = 0;
    pag_text text = {.arena = w->arena};
    pag_text_put(&text, pag_diff_say(w, "it is the sum of ", "è la somma di "));
    for (size_t i = 0; i < w->diff->n_totals; i++) {
        const pag_diff_total *total = &w->diff->totals[i];
        if (!pag_diff_counts(total)) continue;
        if (n++) pag_text_put(&text, PAG_STR(", "));
        put_cell(&text, total->path, total->title);
    }
    if (n) pag_diff_put_text(w, 2, pag_text_str(&text));
}

static void put_beside(const pag_diff_writing *w)
{
    enum { MOST = 8 };
    pag_text text = {.arena = w->arena};
    const pag_diff *diff = w->diff;
    pag_text_put(&text, pag_diff_say(w, "not in it, since the rules do not call it payable: ",
                                     "non c'è dentro, perché per le regole non è da pagare"
                                     " (payable): "));
    for (size_t i = 0; i < diff->n_beside && i < MOST; i++) {
        if (i) pag_text_put(&text, PAG_STR(", "));
        put_cell(&text, diff->beside[i].path, diff->beside[i].title);
    }
    if (diff->n_beside > MOST) pag_text_put(&text, PAG_STR(", …"));
    if (diff->n_beside) pag_diff_put_text(w, 2, pag_text_str(&text));
}

/* --- why there is none --- */

static void put_unclear(const pag_diff_writing *w, const pag_diff_total *total, int side)
{
    pag_text text = {.arena = w->arena};
    put_cell(&text, total->path, total->title);
    pag_text_put(&text, pag_diff_say(w, ", by ", ", con "));
    pag_text_put(&text, pag_pack_name(w->diff->order.packs[side]));
    pag_text_put(&text,
                 pag_diff_say(w,
                              ", is worked out from other figures to be paid and is not as much as "
                              "they are: what of it is paid besides them cannot be told",
                              ", è calcolata da altre cifre da pagare e non fa quanto loro: che "
                              "cosa se ne paghi in più di quelle non si può dire"));
    pag_diff_put_text(w, 2, pag_text_str(&text));
}

/* Of two packs, the one by which it is money of its own. */
static void put_changed(const pag_diff_writing *w, const pag_diff_total *total)
{
    int own = (total->roles[1] & PAG_ROLE_OWN) ? 1 : 0;
    pag_text text = {.arena = w->arena};
    put_cell(&text, total->path, total->title);
    pag_text_put(&text, pag_diff_say(w, " is made of other figures to be paid by ",
                                     " è fatta di altre cifre da pagare con "));
    pag_text_put(&text, pag_pack_name(w->diff->order.packs[1 - own]));
    pag_text_put(&text, pag_diff_say(w, ", and not by ", ", e non con "));
    pag_text_put(&text, pag_pack_name(w->diff->order.packs[own]));
    pag_text_put(&text, pag_diff_say(w, ": whether it is the same money cannot be told",
                                     ": se siano gli stessi soldi non si può dire"));
    pag_diff_put_text(w, 2, pag_text_str(&text));
}

static void put_why_none(const pag_diff_writing *w)
{
    for (size_t i = 0; i < w->diff->n_totals; i++) {
        const pag_diff_total *total = &w->diff->totals[i];
        bool unclear[2];
        for (int side = 0; side < 2; side++) {
            unclear[side] = (total->roles[side] & PAG_ROLE_UNCLEAR) != 0;
        }
        if (unclear[0] || unclear[1]) {
            put_unclear(w, total, unclear[1] ? 1 : 0);
        } else if (pag_diff_changes_role(total)) {
            put_changed(w, total);
        }
    }
}

void pag_diff_put_in_all(const pag_diff_writing *w)
{
    put_sum(w);
    if (w->diff->adds_up) {
        put_counted(w);
        put_beside(w);
    } else {
        put_why_none(w);
    }
}
