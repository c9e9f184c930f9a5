/* What an edit can change by itself, as people read it. */
#include "diff/writing.h"

#include "diag/write.h"

static pag_str end_text(const pag_diff_writing *w, const pag_diff_range *range, int end)
{
    return pag_number_people(w->arena, range->ends[end]);
}

/* "from 71 to 85", "71", "above 85". */
static void put_span(const pag_diff_writing *w, pag_text *out, const pag_diff_range *range)
{
    static const char *const words[2][2][2] = {{{"above ", "sopra "}, {"from ", "da "}},
                                               {{"below ", "sotto "}, {"to ", "a "}}};
    bool one = range->bounded[0] && range->bounded[1] &&
               pag_number_order(range->ends[0], range->ends[1]) == 0;
    if (range->key.len) {
        pag_text_put_visible(out, range->key, 0);
    } else if (one) {
        pag_text_put(out, end_text(w, range, 0));
    } else if (!range->bounded[0] && !range->bounded[1]) {
        pag_text_put(out, pag_diff_say(w, "always", "sempre"));
    } else {
        for (int end = 0; end < 2; end++) {
            if (!range->bounded[end]) continue;
            const char *const *word = words[end][range->inside[end]];
            if (end && range->bounded[0]) pag_text_byte(out, ' ');
            pag_text_put(out, pag_diff_say(w, word[0], word[1]));
            pag_text_put(out, end_text(w, range, end));
        }
    }
}

/* "a formula (rules/rio/2024/office.lua:12)" */
static void put_formula(const pag_diff_writing *w, pag_text *out,
                        const struct pag_diff_place *place)
{
    const pag_sources *sources = pag_pack_sources(w->diff->order.packs[place->pack]);
    pag_text_put(out, pag_diff_say(w, "a formula", "una formula"));
    if (!place->pos.source) return;
    pag_text_put(out, PAG_STR(" ("));
    pag_diag_put_line(out, sources, place->pos);
    pag_text_byte(out, ')');
}

static void put_outcome(const pag_diff_writing *w, pag_text *out, const pag_diff_range *range,
                        int side)
{
    if (range->formulas[side]) {
        put_formula(w, out, &range->places[side]);
    } else if (range->gives[side].len) {
        pag_text_put_visible(out, range->gives[side], 0);
    } else {
        pag_text_put(out, pag_diff_say(w, "no row", "nessuna riga"));
    }
}

static void put_count(const pag_diff_writing *w, pag_text *out, const pag_diff_range *range)
{
    static const char *const words[3][2][2] = {
        {{" possible score", " punteggio possibile"}, {" possible scores", " punteggi possibili"}},
        {{" score that can be now", " punteggio ora possibile"},
         {" scores that can be now", " punteggi ora possibili"}},
        {{" score that cannot be any more", " punteggio non più possibile"},
         {" scores that cannot be any more", " punteggi non più possibili"}}};
    const char *const *word = words[range->kind][range->count != 1];
    if (!range->count) return;
    pag_text_put(out, PAG_STR(" ("));
    if (range->at_most) pag_text_put(out, pag_diff_say(w, "at most ", "al più "));
    pag_text_whole(out, (int64_t)range->count);
    pag_text_put(out, pag_diff_say(w, word[0], word[1]));
    pag_text_byte(out, ')');
}

/* What one range says, on one line: "from 71 to 85: 8 % → 9 %, 8 possible scores". */
static pag_str range_text(const pag_diff_writing *w, const pag_diff_range *range)
{
    pag_text out = {.arena = w->arena};
    if (range->kind != PAG_DIFF_OTHER) {
        pag_text_put(&out, range->by_path);
        pag_text_byte(&out, ' ');
    }
    if (range->table.len) {
        pag_text_put(&out, range->table);
        pag_text_put(&out, PAG_STR(", "));
    }
    put_span(w, &out, range);
    pag_text_put(&out, PAG_STR(": "));
    if (range->kind != PAG_DIFF_COMES) put_outcome(w, &out, range, 0);
    if (range->kind == PAG_DIFF_OTHER) pag_text_put(&out, PAG_STR(" → "));
    if (range->kind != PAG_DIFF_GOES) put_outcome(w, &out, range, 1);
    put_count(w, &out, range);
    if (range->caller.len) {
        pag_text_put(&out, pag_diff_say(w, ", in the formula of ", ", nella formula di "));
        pag_text_put(&out, range->caller);
    }
    return pag_text_str(&out);
}

static void put_marks(const pag_diff_writing *w, const pag_edit *edit)
{
    pag_str text;
    if (edit->marks[1] > edit->marks[0]) {
        text = pag_diff_say(w,
                            "only marked as to be confirmed: every figure stays as it is; amounts "
                            "that rest on it are withheld",
                            "soltanto segnato da confermare: ogni cifra resta com'è; gli importi "
                            "che vi poggiano sono sospesi");
    } else if (edit->marks[1] < edit->marks[0]) {
        text = pag_diff_say(w,
                            "only not to be confirmed any more: every figure stays as it is, and "
                            "no amount is withheld for it",
                            "soltanto non più da confermare: ogni cifra resta com'è, e nessun "
                            "importo è più sospeso per questo");
    } else {
        text = pag_diff_say(w,
                            "only another mark of what is to be confirmed: every figure stays as "
                            "it is",
                            "soltanto un altro segno di ciò che è da confermare: ogni cifra resta "
                            "com'è");
    }
    pag_diff_put_text(w, PAG_DIFF_INDENT, text);
}

static void put_rename(const pag_diff_writing *w, const pag_edit *edit)
{
    pag_text text = {.arena = w->arena};
    pag_text_put(&text, edit->whole ? pag_diff_say(w, "the same content and the same uses: ",
                                                   "lo stesso contenuto e gli stessi usi: ")
                                    : pag_diff_say(w, "the name by itself: ", "il nome da solo: "));
    pag_text_put(&text, edit->given ? pag_diff_say(w,
                                                   "no figure changes, but evaluations call it so "
                                                   "too",
                                                   "nessuna cifra cambia, ma anche nelle "
                                                   "valutazioni si chiama così")
                                    : pag_diff_say(w, "without effect", "senza effetto"));
    pag_diff_put_text(w, PAG_DIFF_INDENT, pag_text_str(&text));
}

static void put_unfollowed(const pag_diff_writing *w, const pag_edit *edit)
{
    if (!edit->unfollowed.len) return;
    pag_diff_put_text(
        w, PAG_DIFF_INDENT,
        pag_text_join(w->arena, 3,
                      pag_diff_say(w, "for which scores is not known: a formula of ",
                                   "per quali punteggi non si sa: una formula di "),
                      edit->unfollowed,
                      pag_diff_say(w, " calls the table in a way that only data tell",
                                   " chiama la tabella in un modo che si sa soltanto coi dati")));
}

/* That nothing is known is told too. */
static void put_unknown(const pag_diff_writing *w, const pag_edit *edit)
{
    if (edit->unfollowed.len || edit->tried || edit->also) return;
    pag_diff_put_text(w, PAG_DIFF_INDENT,
                      edit->judged && !edit->alone
                          ? pag_diff_say(w,
                                         "by itself it cannot be made; what it does with others, "
                                         "evaluations tell",
                                         "da sola non sta in piedi; che cosa fa con altre lo "
                                         "dicono le valutazioni")
                          : pag_diff_say(w,
                                         "it may have an effect: whether and which, evaluations "
                                         "tell",
                                         "può avere un effetto: se e quale, lo dicono le "
                                         "valutazioni"));
}

static void put_also(const pag_diff_writing *w)
{
    pag_diff_put_text(w, PAG_DIFF_INDENT,
                      pag_diff_say(w,
                                   "it may have other effects too: whether and which, evaluations "
                                   "tell",
                                   "può avere anche altri effetti: se e quali, lo dicono le "
                                   "valutazioni"));
}

static void put_tried(const pag_diff_writing *w, const pag_edit *edit)
{
    pag_text text = {.arena = w->arena};
    if (!edit->tried) return;
    pag_text_put(&text,
                 pag_diff_say(w, "no difference was found on ", "nessuna differenza trovata su "));
    pag_text_whole(&text, (int64_t)edit->tried);
    pag_text_put(&text,
                 pag_diff_say(w, " choices of what it reads, which proves nothing",
                              " combinazioni di ciò che legge, e questo non dimostra nulla"));
    pag_diff_put_text(w, PAG_DIFF_INDENT, pag_text_str(&text));
}

/* "marks allowed besides: 7; with those of before every figure stays as it is" */
static void put_scale(const pag_diff_writing *w, const pag_edit *edit, const pag_diff_scale *scale)
{
    static const char *const words[2][2] = {{"marks no longer allowed: ", "voti non più ammessi: "},
                                            {"marks allowed besides: ", "voti ammessi in più: "}};
    pag_text text = {.arena = w->arena};
    for (int side = 1; side >= 0; side--) {
        if (!scale->marks[side].len) continue;
        if (text.len) pag_text_put(&text, PAG_STR("; "));
        pag_text_put(&text, pag_diff_say(w, words[side][0], words[side][1]));
        pag_text_put(&text, scale->marks[side]);
    }
    if (edit->effect == PAG_DIFF_SCALE) {
        pag_text_put(&text, pag_diff_say(w, "; with the others every figure stays as it is",
                                         "; con gli altri ogni cifra resta com'è"));
    }
    pag_diff_put_text(w, PAG_DIFF_INDENT, pag_text_str(&text));
}

static void put_scales(const pag_diff_writing *w, const pag_edit *edit)
{
    for (size_t i = 0; i < edit->n_scales; i++) put_scale(w, edit, &edit->scales[i]);
    if (!edit->unlisted.len) return;
    pag_diff_put_text(w, PAG_DIFF_INDENT,
                      pag_text_join(w->arena, 2,
                                    pag_diff_say(w, "which scores can be is not known, of ",
                                                 "quali punteggi siano possibili non si sa, per "),
                                    edit->unlisted));
}

/* Beside another outcome. */
static void put_marks_too(const pag_diff_writing *w, const pag_edit *edit)
{
    if (edit->marks[1] > edit->marks[0]) {
        pag_diff_put_text(
            w, PAG_DIFF_INDENT,
            pag_diff_say(w, "and marked as to be confirmed", "e segnato da confermare"));
    } else if (edit->marks[1] < edit->marks[0]) {
        pag_diff_put_text(
            w, PAG_DIFF_INDENT,
            pag_diff_say(w, "and not to be confirmed any more", "e non più da confermare"));
    }
}

static void put_effect(const pag_diff_writing *w, const pag_edit *edit)
{
    switch (edit->effect) {
    case PAG_DIFF_WORDS: return;
    case PAG_DIFF_OPEN:
        put_unfollowed(w, edit);
        put_tried(w, edit);
        put_unknown(w, edit);
        break;
    case PAG_DIFF_SCALE: break;
    case PAG_DIFF_MARKS: put_marks(w, edit); return;
    case PAG_DIFF_RENAMED: put_rename(w, edit); return;
    case PAG_DIFF_YEAR:
        pag_diff_put_text(w, PAG_DIFF_INDENT,
                          pag_diff_say(w, "figures do not depend on the year itself",
                                       "le cifre non dipendono dall'anno in sé"));
        return;
    case PAG_DIFF_NONE:
        pag_diff_put_text(w, PAG_DIFF_INDENT,
                          pag_diff_say(w, "by itself it has no effect on any possible data",
                                       "da sola non ha effetto con nessun dato possibile"));
        return;
    case PAG_DIFF_RANGES: break;
    }
    put_scales(w, edit);
    for (size_t i = 0; i < edit->n_ranges; i++) {
        pag_diff_put_text(w, PAG_DIFF_INDENT, range_text(w, &edit->ranges[i]));
    }
    if (edit->also) put_also(w);
}

void pag_diff_put_effect(const pag_diff_writing *w, const pag_edit *edit)
{
    put_effect(w, edit);
    if (edit->effect != PAG_DIFF_MARKS) put_marks_too(w, edit);
}
