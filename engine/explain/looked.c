/* Sentences for look-ups in band tables: which row, why, and how far the next ones are. */
#include "explain/reason.h"

bool pag_reason_edge(const pag_step *step, size_t row, bool high, pag_number *out)
{
    const pag_band *band = &step->bands->rows[row];
    const pag_edge *edge = high ? &band->high : &band->low;
    if (edge->kind == PAG_EDGE_OPEN) return false;
    *out = step->numbers ? step->numbers[2 * row + (high ? 1 : 0)] : edge->number;
    return true;
}

static pag_neighbour measure(const pag_view *view, const pag_step *step, pag_neighbour n)
{
    pag_number distance = PAG_ZERO; /* edges of points are written as plain numbers */
    pag_number edge = pag_number_with_unit(view->scratch, n.edge, pag_number_unit(step->before));
    if (pag_number_subtract(view->scratch, &distance, edge, step->before) != PAG_NUMBER_OK) {
        return (pag_neighbour){0};
    }
    if (pag_number_sign(distance) < 0) distance = pag_number_negate(view->scratch, distance);
    n.distance = distance;
    return n;
}

pag_neighbour pag_reason_above(const pag_view *view, const pag_step *step)
{
    size_t next = step->chosen + 1u;
    pag_neighbour n = {0};
    if (next >= step->bands->n) return n;
    n.row = &step->bands->rows[next];
    n.inside = n.row->low.inside;
    if (!pag_reason_edge(step, next, false, &n.edge)) return (pag_neighbour){0};
    return measure(view, step, n);
}

/* Where rows reach up, the one below ends where this one begins. */
pag_neighbour pag_reason_below(const pag_view *view, const pag_step *step)
{
    size_t own = step->chosen;
    pag_neighbour n = {0};
    bool known;
    if (own == 0) return n;
    n.row = &step->bands->rows[own - 1];
    if (step->bands->gaps == PAG_GAPS_REACH_UP) {
        n.inside = !step->bands->rows[own].low.inside;
        known = pag_reason_edge(step, own, false, &n.edge);
    } else {
        n.inside = n.row->high.inside;
        known = pag_reason_edge(step, own - 1, true, &n.edge);
    }
    return known ? measure(view, step, n) : (pag_neighbour){0};
}

static pag_str people(const pag_view *view, pag_number x)
{
    return pag_number_people(view->scratch, x);
}

static pag_str end_words(const pag_view *view, bool after_begin, bool inside)
{
    if (after_begin) {
        return inside ? pag_view_say(view, "to ", "a ")
                      : pag_view_say(view, "to below ", "a meno di ");
    }
    return inside ? pag_view_say(view, "up to ", "fino a ")
                  : pag_view_say(view, "below ", "sotto ");
}

/* The row by its edges: "71–85", "da 71 a meno di 86", "fino a 40". */
static pag_str span(const pag_view *view, const pag_step *step, size_t row)
{
    const pag_band *band = &step->bands->rows[row];
    pag_number low, high;
    bool has_low = pag_reason_edge(step, row, false, &low);
    bool has_high = pag_reason_edge(step, row, true, &high);
    pag_text out = {.arena = view->scratch};
    if (has_low && has_high && band->low.inside && band->high.inside) {
        return pag_text_join(view->scratch, 3, people(view, low), PAG_STR("–"), people(view, high));
    }
    if (has_low) {
        pag_text_put(&out, band->low.inside ? pag_view_say(view, "from ", "da ")
                                            : pag_view_say(view, "above ", "oltre "));
        pag_text_put(&out, people(view, low));
    }
    if (has_high) {
        if (has_low) pag_text_byte(&out, ' ');
        pag_text_put(&out, end_words(view, has_low, band->high.inside));
        pag_text_put(&out, people(view, high));
    }
    if (!has_low && !has_high) return pag_view_say(view, "for every score", "per ogni punteggio");
    return pag_text_str(&out);
}

pag_str pag_reason_gives(const pag_view *view, const pag_figure *figure, const pag_band *row,
                         bool for_people)
{
    const pag_give *give = pag_band_give(row, figure->cell->give);
    if (!give && row->n_gives == 1) give = &row->gives[0];
    if (!give || give->of.reference) return PAG_STR("");
    if (!for_people) {
        return give->is_number ? pag_number_plain(view->scratch, give->number) : give->text;
    }
    return give->is_number ? people(view, give->number) : pag_view_safe(view, give->text);
}

static void put_because(const pag_view *view, pag_text *out, const pag_step *step)
{
    const pag_band *band = &step->bands->rows[step->chosen];
    pag_number low, high;
    bool has_low = pag_reason_edge(step, step->chosen, false, &low);
    bool has_high = pag_reason_edge(step, step->chosen, true, &high);
    if (!has_low && !has_high) return;
    pag_text_put(out, pag_view_say(view, ", because ", ", perché "));
    pag_text_put(out, people(view, step->before));
    if (has_low) {
        pag_text_put(out, band->low.inside ? PAG_STR(" ≥ ") : PAG_STR(" > "));
        pag_text_put(out, people(view, low));
    }
    if (has_low && has_high) pag_text_put(out, pag_view_say(view, " and", " e"));
    if (!has_high) return;
    int order = pag_number_order(step->before, high);
    if (order > 0 || (order == 0 && !band->high.inside)) {
        pag_text_put(out, pag_view_say(view, " is above ", " supera "));
        pag_text_put(out, people(view, high));
        pag_text_put(out, pag_view_say(view, " but not in the next row (gaps reach up)",
                                       " ma non è nella fascia successiva (la fascia si estende)"));
        return;
    }
    pag_text_put(out, band->high.inside ? PAG_STR(" ≤ ") : PAG_STR(" < "));
    pag_text_put(out, people(view, high));
}

/* "8 punti", "5 punti percentuali", "3". */
static void put_distance(const pag_view *view, pag_text *out, pag_number distance)
{
    pag_str text = people(view, distance);
    bool one = pag_str_equal(text, PAG_STR("1")) || pag_str_equal(text, PAG_STR("1 %"));
    bool percent = pag_str_ends(text, PAG_STR(" %"));
    if (percent) text.len -= 2;
    pag_text_put(out, text);
    if (percent || pag_number_unit(distance) == PAG_POINTS) {
        pag_text_put(out, one ? pag_view_say(view, " point", " punto")
                              : pag_view_say(view, " points", " punti"));
    }
    if (!percent) return;
    pag_text_put(out, one ? pag_view_say(view, " of percentage", " percentuale")
                          : pag_view_say(view, " of percentage", " percentuali"));
}

/* "; con 8 punti in più: 10 % (da 86)" */
static void put_neighbour(const pag_view *view, pag_text *out, const pag_figure *figure,
                          const pag_neighbour *n, bool more)
{
    if (!n->row) return;
    pag_str gives = pag_reason_gives(view, figure, n->row, true);
    pag_text_put(out, pag_view_say(view, "; with ", "; con "));
    if (!n->inside) pag_text_put(out, pag_view_say(view, "over ", "oltre "));
    put_distance(view, out, n->distance);
    pag_text_put(out, more ? pag_view_say(view, " more: ", " in più: ")
                           : pag_view_say(view, " less: ", " in meno: "));
    if (gives.len) {
        pag_text_put(out, gives);
        pag_text_byte(out, ' ');
    }
    pag_text_byte(out, '(');
    if (more) {
        pag_text_put(out, n->inside ? pag_view_say(view, "from ", "da ")
                                    : pag_view_say(view, "above ", "oltre "));
    } else {
        pag_text_put(out, n->inside ? pag_view_say(view, "up to ", "fino a ")
                                    : pag_view_say(view, "below ", "sotto "));
    }
    pag_text_put(out, people(view, n->edge));
    pag_text_byte(out, ')');
}

pag_str pag_reason_looked(const pag_view *view, const pag_figure *figure, const pag_step *step)
{
    pag_text out = {.arena = view->scratch};
    pag_neighbour above = pag_reason_above(view, step), below = pag_reason_below(view, step);
    pag_text_put(&out, pag_view_say(view, "band ", "fascia "));
    pag_text_put(&out, span(view, step, step->chosen));
    put_because(view, &out, step);
    put_neighbour(view, &out, figure, &above, true);
    put_neighbour(view, &out, figure, &below, false);
    if (step->chosen + 1u == step->bands->n && step->bands->n > 1) {
        pag_text_put(&out, pag_view_say(view, "; it is the highest", "; è la più alta"));
    }
    return pag_text_str(&out);
}
