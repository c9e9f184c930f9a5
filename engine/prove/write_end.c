/* How a proof for people ends: the evaluations that show what is wrong, and how many claims came to
 * what. */
#include "prove/internal.h"

#include "base/visible.h"

/* --- evaluations that show what is wrong --- */

/* Claims that are told with one code of one figure, and shown by one text, share its file. */
static bool is_shared(const pag_proof *proof, size_t i)
{
    const pag_claim *c = &proof->claims[i];
    for (size_t k = 0; k < i; k++) {
        const pag_claim *before = &proof->claims[k];
        if (before->cell == c->cell && (c->cell || before->table == c->table) &&
            before->example.len && before->told->code == c->told->code &&
            pag_str_equal(before->example, c->example)) {
            return true;
        }
    }
    return false;
}

void pag_prove_put_examples(const pag_proof_writing *w, pag_text *out)
{
    size_t shown = 0, written = 0;
    for (size_t i = 0; i < w->proof->n_claims; i++) {
        const pag_claim *c = &w->proof->claims[i];
        if (!c->example.len || is_shared(w->proof, i)) continue;
        shown++;
        if (!c->file.len) continue;
        if (!written++) {
            pag_text_put(out, pag_prove_say(w, "Evaluations that show it\n",
                                            "Valutazioni che lo mostrano\n"));
        }
        pag_text_put(out, PAG_STR("    "));
        pag_text_put_visible(out, c->file, 0);
        pag_text_byte(out, '\n');
    }
    if (!shown || written) return;
    pag_text_put(out, pag_prove_say(w, "With --examples FOLDER: ", "Con --esempi CARTELLA: "));
    pag_text_whole(out, (int64_t)shown);
    pag_text_put(out, shown == 1 ? pag_prove_say(w, " evaluation file that shows it\n",
                                                 " file di valutazione che lo mostra\n")
                                 : pag_prove_say(w, " evaluation files that show it\n",
                                                 " file di valutazione che lo mostrano\n"));
}

/* --- the last line --- */

void pag_prove_put_sum(const pag_proof_writing *w, pag_text *out)
{
    size_t by[PAG_NOT_PROVEN + 1] = {0};
    for (size_t i = 0; i < w->proof->n_claims; i++) by[w->proof->claims[i].verdict]++;
    size_t good = by[PAG_PROVEN] + by[PAG_TRIED];
    pag_text_put(out, pag_pack_name(w->proof->pack));
    pag_text_put(out, PAG_STR(": "));
    pag_text_whole(out, (int64_t)good);
    pag_text_put(out, good == 1 ? pag_prove_say(w, " proven", " dimostrata")
                                : pag_prove_say(w, " proven", " dimostrate"));
    pag_text_put(out, PAG_STR(", "));
    pag_text_whole(out, (int64_t)by[PAG_REFUTED]);
    pag_text_put(out, by[PAG_REFUTED] == 1 ? pag_prove_say(w, " wrong", " smentita")
                                           : pag_prove_say(w, " wrong", " smentite"));
    pag_text_put(out, PAG_STR(", "));
    pag_text_whole(out, (int64_t)by[PAG_NOT_PROVEN]);
    pag_text_put(out, by[PAG_NOT_PROVEN] == 1 ? pag_prove_say(w, " not proven", " non dimostrata")
                                              : pag_prove_say(w, " not proven", " non dimostrate"));
    pag_text_byte(out, '\n');
}
