/* Which edit causes what, as people read it. */
#include "diff/writing.h"

static void put_number(pag_text *out, size_t edit)
{
    pag_text_whole(out, (int64_t)edit + 1);
}

static void put_and(const pag_diff_writing *w, pag_text *out, const size_t *edits, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool last = i + 1 == n;
        if (i) pag_text_put(out, last ? pag_diff_say(w, " and ", " e ") : PAG_STR(", "));
        put_number(out, edits[i]);
    }
}

/* "(only together, and with 2)" */
static void put_needs(const pag_diff_writing *w, pag_text *out, size_t group, bool one)
{
    const pag_edit *edit = &w->diff->edits[group];
    bool loose = edit->loose;
    if (one && !edit->n_needs) return;
    pag_text_put(out, PAG_STR("  ("));
    if (!loose) pag_text_put(out, pag_diff_say(w, "only ", "solo "));
    if (!one) pag_text_put(out, pag_diff_say(w, "together", "insieme"));
    if (!one && edit->n_needs) pag_text_put(out, pag_diff_say(w, ", and ", ", e "));
    if (edit->n_needs) pag_text_put(out, pag_diff_say(w, "with ", "con "));
    put_and(w, out, edit->needs, edit->n_needs);
    if (loose) {
        pag_text_put(out, pag_diff_say(w, ": too many to try whether fewer would do",
                                       ": troppe per provare se ne bastano meno"));
    }
    pag_text_byte(out, ')');
}

/* "3  result_pay, from = 71", "3, 5, 8  (only together)": by the numbers of the list above. */
static pag_str group_text(const pag_diff_writing *w, size_t group)
{
    const pag_diff *diff = w->diff;
    pag_text out = {.arena = w->arena};
    size_t n = 0;
    for (size_t i = 0; i < diff->n_edits; i++) {
        if (diff->edits[i].with != group || !pag_edit_can_be_made(&diff->edits[i])) continue;
        if (n++) pag_text_put(&out, PAG_STR(", "));
        put_number(&out, i);
    }
    if (n == 1) {
        pag_text_put(&out, PAG_STR("  "));
        pag_text_put_visible(&out, diff->edits[group].name, 0);
    }
    put_needs(w, &out, group, n == 1);
    return pag_text_str(&out);
}

static pag_str charge_text(const pag_diff_writing *w, const pag_diff_charge *charge)
{
    pag_text out = {.arena = w->arena};
    if (charge->n == 1) return group_text(w, charge->edits[0]);
    if (charge->n == 0) {
        return pag_diff_say(w, "interaction of several edits", "interazione fra più modifiche");
    }
    pag_text_put(&out, pag_diff_say(w, "interaction of ", "interazione fra "));
    put_and(w, &out, charge->edits, charge->n);
    return pag_text_str(&out);
}

enum { MOST_SHOWN = 20 }; /* interactions, but for who wants all of them */

static bool is_interaction(const pag_diff_charge *charge)
{
    return charge->n > 1;
}

/* What it comes to, whatever the sign. */
static pag_number size_of(const pag_diff_writing *w, const pag_diff_charge *charge)
{
    bool less = pag_number_sign(charge->amount) < 0;
    return less ? pag_number_negate(w->arena, charge->amount) : charge->amount;
}

/* Whether so many interactions are larger, or as large and stand before it. */
static bool is_beyond(const pag_diff_writing *w, const pag_diff_charge *charge, size_t most)
{
    size_t before = 0;
    pag_number own = size_of(w, charge);
    for (size_t i = 0; i < w->diff->n_charges; i++) {
        const pag_diff_charge *other = &w->diff->charges[i];
        if (other->of != charge->of || !is_interaction(other)) continue;
        int order = pag_number_order(size_of(w, other), own);
        before += order > 0 || (order == 0 && other < charge);
    }
    return before >= most;
}

typedef struct charge_lines {
    size_t n, hidden; /* interactions that are not shown */
    pag_diff_line *at;
    pag_number amount; /* of those that are not */
} charge_lines;

static void add_line(const pag_diff_writing *w, charge_lines *lines, pag_str label,
                     pag_number amount)
{
    lines->at[lines->n++] = (pag_diff_line){label, 1, {pag_diff_signed(w, amount, false)}};
}

/* How many there are that say something. */
static size_t count_interactions(const pag_diff_writing *w, size_t of)
{
    size_t n = 0;
    for (size_t i = 0; i < w->diff->n_charges; i++) {
        const pag_diff_charge *charge = &w->diff->charges[i];
        n += charge->of == of && is_interaction(charge) && pag_number_sign(charge->amount) != 0;
    }
    return n;
}

static void put_hidden(const pag_diff_writing *w, charge_lines *lines)
{
    pag_text label = {.arena = w->arena};
    if (!lines->hidden) return;
    pag_text_whole(&label, (int64_t)lines->hidden);
    pag_text_put(&label, pag_diff_say(w, " other interactions, none larger (--verbose shows them)",
                                      " altre interazioni, non maggiori (--dettagli le mostra)"));
    add_line(w, lines, pag_text_str(&label), lines->amount);
}

static void add_charge(const pag_diff_writing *w, charge_lines *lines,
                       const pag_diff_charge *charge, bool all)
{
    bool hidden = is_interaction(charge) && !all && is_beyond(w, charge, MOST_SHOWN);
    if (charge->n == 0) put_hidden(w, lines);
    if (charge->n == 0) lines->hidden = 0;
    if (!hidden) {
        add_line(w, lines, charge_text(w, charge), charge->amount);
        return;
    }
    lines->amount =
        lines->hidden++ ? pag_money_add(w->arena, lines->amount, charge->amount) : charge->amount;
}

/* Pairs that were left out: their number is known, not what they do. */
static void put_untried(const pag_diff_writing *w, size_t of)
{
    for (size_t i = 0; i < w->diff->n_untried; i++) {
        const pag_diff_untried *u = &w->diff->untried[i];
        pag_text text = {.arena = w->arena};
        if (u->of != of) continue;
        pag_text_whole(&text, (int64_t)u->untried);
        pag_text_put(&text, pag_diff_say(w, " of ", " coppie di modifiche su "));
        pag_text_whole(&text, (int64_t)u->pairs);
        pag_text_put(&text, pag_diff_say(w,
                                         " pairs of edits were not looked at: what they do "
                                         "together is in the interaction of several edits",
                                         " non sono state guardate: ciò che fanno insieme sta "
                                         "nell'interazione fra più modifiche"));
        pag_diff_put_text(w, 2, pag_text_str(&text));
    }
}

/* Of one total, or of all that is paid. Returns how many there are. */
static size_t put_charges_of(const pag_diff_writing *w, size_t of)
{
    const pag_diff *diff = w->diff;
    charge_lines lines = {.at = PAG_NEW_ARRAY(w->arena, pag_diff_line, diff->n_charges + 2)};
    bool all = w->style->verbose || count_interactions(w, of) <= MOST_SHOWN + 1;
    for (size_t i = 0; i < diff->n_charges; i++) {
        const pag_diff_charge *charge = &diff->charges[i];
        bool nothing = pag_number_sign(charge->amount) == 0 && !w->style->verbose && !charge->moves;
        if (charge->of == of && !nothing) add_charge(w, &lines, charge, all);
    }
    put_hidden(w, &lines);
    if (!lines.n) return 0;
    pag_str heading = pag_diff_say(w, "Which edit causes it", "Quale modifica lo causa");
    if (of != PAG_DIFF_IN_ALL) {
        heading = pag_text_join(w->arena, 3, heading, PAG_STR(": "), diff->totals[of].path);
    }
    pag_diff_put(w, PAG_STR("\n"));
    pag_diff_put_heading(w, heading);
    pag_diff_put_lines(w, lines.at, lines.n);
    put_untried(w, of);
    return lines.n;
}

void pag_diff_put_charges(const pag_diff_writing *w)
{
    if (pag_diff_hides(w, w->diff->withheld)) return;
    if (put_charges_of(w, PAG_DIFF_IN_ALL)) return;
    for (size_t i = 0; i < w->diff->n_totals; i++) (void)put_charges_of(w, i);
}
