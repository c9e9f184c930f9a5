/* What would have led to the next band, for people. */
#include "explain/whatif.h"

#include "explain/doubts.h"
#include "explain/outcome.h"
#include "explain/reason.h"
#include "explain/table.h"
#include "explain/tree.h"

enum { MOST = 5, MOST_PAID = 4 };

typedef struct writing {
    const pag_view *view;
    const pag_whatif *whatif;
    pag_text out;
} writing;

static pag_str say(const writing *w, const char *english, const char *italian)
{
    return pag_view_say(w->view, english, italian);
}

static pag_str count(const writing *w, uint64_t n)
{
    pag_text out = {.arena = w->view->scratch};
    pag_text_whole(&out, (int64_t)n);
    return pag_text_str(&out);
}

#define JOIN(w, n, ...) pag_text_join((w)->view->scratch, (n), __VA_ARGS__)

/* --- what becomes of figures --- */

static bool is_hidden(const writing *w, const pag_outcome *o)
{
    return o->withheld && !w->view->draft;
}

static void put_outcome(writing *w, const pag_outcome *o)
{
    pag_str name = pag_outcome_name(w->view, o->figure, PAG_TURN_WHOLE, NULL);
    if (is_hidden(w, o)) {
        pag_outcome_put(w->view, &w->out, 6,
                        JOIN(w, 3, name, PAG_STR(": "), pag_view_withheld(w->view)));
        return;
    }
    pag_str pair = pag_outcome_pair(w->view, o->figure->cell, o->figure->value, o->after);
    pag_str apart = pag_outcome_apart(w->view, o->figure->value, o->after);
    bool same = o->after.kind == PAG_VALUE_NUMBER && o->figure->value.kind == PAG_VALUE_NUMBER &&
                pag_number_order(o->after.number, o->figure->value.number) == 0;
    if (same) {
        pair =
            JOIN(w, 2, pag_view_value(w->view, o->figure), say(w, ", as it is", ", come adesso"));
        apart = PAG_STR("");
    }
    if (apart.len) pair = JOIN(w, 4, pair, PAG_STR(" ("), apart, PAG_STR(")"));
    pag_outcome_put(w->view, &w->out, 6, JOIN(w, 3, name, PAG_STR(": "), pair));
}

static void put_outcomes(writing *w, const pag_change *change)
{
    pag_outcome_put(w->view, &w->out, 4, say(w, "then:", "allora:"));
    put_outcome(w, &change->asked);
    for (size_t i = 0; i < change->n_paid && i < MOST_PAID; i++) put_outcome(w, &change->paid[i]);
    if (change->n_paid <= MOST_PAID) return;
    if (change->n_paid == MOST_PAID + 1) {
        pag_outcome_put(w->view, &w->out, 6, say(w, "and one more amount", "e un altro importo"));
        return;
    }
    pag_outcome_put(w->view, &w->out, 6,
                    JOIN(w, 3, say(w, "and ", "e altri "), count(w, change->n_paid - MOST_PAID),
                         say(w, " more amounts", " importi")));
}

static bool same_outcome(const pag_outcome *a, const pag_outcome *b)
{
    bool numbers = a->after.kind == PAG_VALUE_NUMBER && b->after.kind == PAG_VALUE_NUMBER;
    return a->figure == b->figure && a->withheld == b->withheld && numbers &&
           pag_number_order(a->after.number, b->after.number) == 0;
}

static bool same_outcomes(const pag_change *a, const pag_change *b)
{
    bool same = same_outcome(&a->asked, &b->asked) && a->n_paid == b->n_paid;
    for (size_t i = 0; same && i < a->n_paid; i++) same = same_outcome(&a->paid[i], &b->paid[i]);
    return same;
}

/* --- changes --- */

/* What is not written has no value to come from: it would have to be written. */
static pag_str shift_text(const writing *w, const pag_shift *shift)
{
    if (shift->from.kind != PAG_VALUE_NONE) {
        return pag_outcome_pair(w->view, shift->figure->cell, shift->from, shift->to);
    }
    pag_str value = pag_outcome_value(w->view, shift->figure->cell, shift->to);
    if (shift->mark == PAG_TURN_WHOLE) {
        return JOIN(w, 2, say(w, "not written now; write it: ", "adesso non scritto; scriverlo: "),
                    value);
    }
    return JOIN(w, 2, say(w, "\"na\" now; give a mark: ", "adesso \"na\"; dare un voto: "), value);
}

static pag_str not_the_nearest(const writing *w, const pag_shift *shift)
{
    if (shift->from.kind == PAG_VALUE_NONE) {
        return say(w, "; another value may do too", "; può bastare anche un altro valore");
    }
    return say(w, "; a nearer value may do too", "; può bastare anche un valore più vicino");
}

/* Of words, how many further: the next one needs no counting. */
static pag_str apart_text(const writing *w, const pag_shift *shift)
{
    if (shift->from.kind != PAG_VALUE_CHOICE)
        return pag_outcome_apart(w->view, shift->from, shift->to);
    if (shift->steps < 2) return PAG_STR("");
    bool on = shift->to.choice > shift->from.choice;
    return JOIN(w, 2, count(w, shift->steps),
                on ? say(w, " words further down the list", " parole più giù nell'elenco")
                   : say(w, " words further up the list", " parole più su nell'elenco"));
}

static void put_shift(writing *w, const pag_shift *shift, bool nearest)
{
    pag_str apart = apart_text(w, shift);
    pag_str text =
        JOIN(w, 4, PAG_STR("- "),
             pag_outcome_name(w->view, shift->figure, shift->mark, w->whatif->asked->entry),
             PAG_STR(": "), shift_text(w, shift));
    if (apart.len) text = JOIN(w, 4, text, PAG_STR(" ("), apart, PAG_STR(")"));
    if (!nearest) text = JOIN(w, 2, text, not_the_nearest(w, shift));
    pag_outcome_put(w->view, &w->out, 4, text);
}

static void put_singles(writing *w, const pag_goal *goal)
{
    size_t shown = goal->n < MOST ? goal->n : MOST;
    bool same = true;
    for (size_t i = 1; i < shown; i++) {
        same = same && same_outcomes(&goal->changes[0], &goal->changes[i]);
    }
    for (size_t i = 0; i < shown; i++) {
        put_shift(w, &goal->changes[i].shifts[0], goal->changes[i].nearest);
        if (!same || i + 1 == shown) put_outcomes(w, &goal->changes[i]);
    }
}

static void put_together(writing *w, const pag_change *change)
{
    for (size_t i = 0; i < change->n; i++) put_shift(w, &change->shifts[i], true);
    put_outcomes(w, change);
}

/* --- goals --- */

/* A cell at the end, after a colon or the like, would say nothing: "penalty: {kind}". */
static pag_str without_end(pag_str sentence)
{
    size_t open = sentence.len;
    while (open > 0 && sentence.at[open - 1] != '{') open--;
    if (!open || !pag_str_ends(sentence, PAG_STR("}"))) return sentence;
    pag_str start = {sentence.at, open - 1};
    while (pag_str_ends(start, PAG_STR(" "))) start.len--;
    bool cut = pag_str_ends(start, PAG_STR(":")) || pag_str_ends(start, PAG_STR(","));
    return cut && start.len > 1 ? (pag_str){start.at, start.len - 1} : sentence;
}

/* The reason with dots for its cells: what they would be is not known yet. */
static pag_str reason_text(const writing *w, pag_str sentence)
{
    pag_text out = {.arena = w->view->scratch};
    pag_str before, cell;
    sentence = without_end(sentence);
    while (pag_str_next_braces(&sentence, &before, &cell)) {
        pag_text_put(&out, before);
        pag_text_put(&out, PAG_STR("…"));
    }
    pag_text_put(&out, before);
    return pag_view_safe(w->view, pag_text_str(&out));
}

static pag_str goal_text(const writing *w, const pag_hinge *hinge, const pag_goal *goal)
{
    const pag_view *view = w->view;
    if (goal->row == PAG_GOAL_NOT_ZERO) return say(w, "Not to be zero", "Per non essere zero");
    if (!hinge->step) {
        return JOIN(w, 3, say(w, "To be zero (“", "Per essere zero («"),
                    reason_text(w, hinge->figure->cell->unless[goal->row].sentence),
                    say(w, "”)", "»)"));
    }
    const pag_band *row = &hinge->step->bands->rows[goal->row];
    bool withheld = pag_view_withholds(view, hinge->figure);
    pag_str gives = withheld ? PAG_STR("") : pag_reason_gives(view, hinge->figure, row, true);
    pag_str text = JOIN(w, 2, say(w, "For the band ", "Per la fascia "),
                        pag_reason_span(view, hinge->step, goal->row));
    return gives.len ? JOIN(w, 4, text, PAG_STR(" ("), gives, PAG_STR(")")) : text;
}

static pag_str none_text(const writing *w, const pag_hinge *hinge, const pag_goal *goal)
{
    if (hinge->spent && goal->refused) {
        return say(w,
                   "the values tried that would lead there break a condition of the rules; not all "
                   "could be tried",
                   "i dati provati che ci arriverebbero non rispettano una condizione delle "
                   "regole; non tutti si sono potuti provare");
    }
    if (hinge->spent) {
        return say(w, "no value that leads there was found, but not all could be tried",
                   "non si è trovato un dato che ci arrivi, ma non tutti si sono potuti provare");
    }
    if (!hinge->inputs) {
        return say(w, "no value of the evaluation that can be changed alone leads there",
                   "nessun dato della valutazione che si possa cambiare da solo ci arriva");
    }
    if (goal->refused) {
        return say(w, "the values that would lead there break a condition of the rules",
                   "i dati che ci arriverebbero non rispettano una condizione delle regole");
    }
    return say(w,
               "none of the values tried leads there alone, nor do marks of one sheet that were "
               "tried together",
               "nessuno dei dati provati ci arriva da solo, né i voti di una scheda provati "
               "insieme");
}

static pag_str how_many(const writing *w, const pag_goal *goal)
{
    if (goal->n == 1) return say(w, "this would be enough", "basta questo dato");
    if (goal->n <= MOST) {
        return say(w, "one of these would be enough", "basta uno di questi dati");
    }
    return JOIN(
        w, 5, say(w, "one of these would be enough (the nearest ", "basta uno di questi dati (i "),
        count(w, MOST), say(w, " of ", " più vicini di "), count(w, goal->n), PAG_STR(")"));
}

static void put_goal(writing *w, const pag_hinge *hinge, const pag_goal *goal)
{
    pag_str how = goal->n ? how_many(w, goal) : none_text(w, hinge, goal);
    if (!goal->n && goal->together) {
        how = hinge->spent
                  ? say(w,
                        "no single value was found, but not all could be tried; together, for "
                        "example",
                        "non si è trovato un dato che basti da solo, ma non tutti si sono potuti "
                        "provare; insieme, per esempio")
                  : say(w, "no value alone is enough; together, for example",
                        "nessun dato basta da solo; insieme, per esempio");
    }
    pag_str end = goal->n || goal->together ? PAG_STR(":") : PAG_STR("");
    pag_text_byte(&w->out, '\n');
    pag_outcome_put(w->view, &w->out, 2,
                    JOIN(w, 4, goal_text(w, hinge, goal), PAG_STR(": "), how, end));
    if (goal->n) {
        put_singles(w, goal);
    } else if (goal->together) {
        put_together(w, goal->together);
    }
}

/* --- what it rests on --- */

static void put_incomplete(writing *w)
{
    pag_text_byte(&w->out, '\n');
    pag_outcome_put(
        w->view, &w->out, 2,
        say(w, "Not all values could be tried: others may be enough too.",
            "Non tutti i valori si sono potuti provare: possono bastarne anche altri."));
}

static void put_hinge(writing *w, const pag_hinge *hinge)
{
    const pag_view *view = w->view;
    pag_str text = JOIN(w, 3, pag_outcome_name(view, hinge->figure, PAG_TURN_WHOLE, NULL),
                        PAG_STR(": "), pag_view_value(view, hinge->figure));
    if (hinge->step) {
        text =
            JOIN(w, 6, text, say(w, ", band ", ", fascia "),
                 pag_reason_span(view, hinge->step, hinge->step->chosen), say(w, " with ", " con "),
                 pag_number_people(view->scratch, hinge->step->before), PAG_STR(""));
    } else if (hinge->figure->zeroed) {
        text = JOIN(w, 3, text, say(w, ", zero because: ", ", zero perché: "),
                    pag_view_safe(view, pag_view_because(view, hinge->figure)));
    }
    pag_text_byte(&w->out, '\n');
    pag_outcome_put(view, &w->out, 0, text);
    if (hinge->n == 0) {
        pag_outcome_put(
            view, &w->out, 2,
            say(w, "No other band can be reached.", "Nessun'altra fascia è raggiungibile."));
    }
    bool found = false;
    for (size_t i = 0; i < hinge->n; i++) {
        put_goal(w, hinge, &hinge->goals[i]);
        found = found || hinge->goals[i].n;
    }
    if (found && hinge->spent) put_incomplete(w);
}

static void put_end(writing *w)
{
    const pag_whatif *whatif = w->whatif;
    bool hides = pag_view_withholds(w->view, whatif->asked) && whatif->asked->n_told;
    if (hides) {
        pag_text_byte(&w->out, '\n');
        pag_outcome_put(w->view, &w->out, 0,
                        say(w,
                            "Whether it is zero, and what would change that, is to be confirmed.",
                            "Se sia zero, e che cosa lo cambierebbe, è da confermare."));
    } else if (!whatif->n) {
        pag_text_byte(&w->out, '\n');
        pag_outcome_put(w->view, &w->out, 0,
                        say(w, "It rests on no band of scores: there is no next one to reach.",
                            "Non poggia su nessuna fascia: non ce n'è una vicina da raggiungere."));
    }
    if (whatif->left) {
        pag_text_byte(&w->out, '\n');
        pag_outcome_put(
            w->view, &w->out, 0,
            JOIN(w, 2,
                 say(w,
                     "It rests on more bands and reasons: ask for the figure of one entry (--for); "
                     "not looked at: ",
                     "Poggia su altre fasce e altri motivi: chiedere la cifra di una sola voce "
                     "(--per); "
                     "non guardati: "),
                 count(w, whatif->left)));
    }
    pag_text_byte(&w->out, '\n');
}

void pag_whatif_write(const pag_view *view, const pag_whatif *whatif, pag_sink *sink)
{
    writing w = {.view = view, .whatif = whatif, .out = {.arena = view->scratch}};
    pag_doubts_put_draft(view, &w.out, NULL);
    pag_tree_put_heading(view, &w.out, whatif->asked, false);
    pag_outcome_put(view, &w.out, 0,
                    JOIN(&w, 3, pag_view_value(view, whatif->asked), PAG_STR("  "),
                         pag_outcome_name(view, whatif->asked, PAG_TURN_WHOLE, NULL)));
    for (size_t i = 0; i < whatif->n; i++) put_hinge(&w, &whatif->hinges[i]);
    put_end(&w);
    pag_table_put_footer(view, &w.out);
    pag_doubts_put_draft(view, &w.out, NULL);
    pag_sink_put(sink, pag_text_str(&w.out));
}
