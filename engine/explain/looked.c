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

/* From the score as it was, not as the table rounded it. */
static pag_neighbour measure(const pag_view *view, const pag_step *step, pag_neighbour n)
{
    pag_number distance = PAG_ZERO; /* edges of points are written as plain numbers */
    pag_number edge = pag_number_with_unit(view->scratch, n.edge, pag_number_unit(step->result));
    if (pag_number_subtract(view->scratch, &distance, edge, step->result) != PAG_NUMBER_OK) {
        return (pag_neighbour){0};
    }
    if (pag_number_sign(distance) < 0) distance = pag_number_negate(view->scratch, distance);
    n.distance = distance;
    return n;
}

static bool is_found(const pag_step *step, size_t row, pag_number score)
{
    size_t found = 0;
    return pag_bands_find(step->bands, step->numbers, score, &found) == PAG_LOOKUP_FOUND &&
           found == row;
}

static bool is_empty(const pag_step *step, size_t row)
{
    const pag_band *band = &step->bands->rows[row];
    pag_number low, high;
    if (!pag_reason_edge(step, row, false, &low) || !pag_reason_edge(step, row, true, &high)) {
        return false;
    }
    int order = pag_number_order(low, high);
    return order > 0 || (order == 0 && !(band->low.inside && band->high.inside));
}

/* Whether each row ends before the next one begins, but for rows that are empty. */
static bool rows_ascend(const pag_step *step)
{
    pag_number low, high;
    bool ended = false;
    for (size_t i = 0; i < step->bands->n; i++) {
        if (is_empty(step, i)) continue;
        bool begins = pag_reason_edge(step, i, false, &low);
        if (ended && (!begins || pag_number_order(low, high) < 0)) return false;
        ended = pag_reason_edge(step, i, true, &high);
    }
    return true;
}

/* Edges that are formulas were not judged when the pack was loaded: of rows that are empty or out
 * of order no distance is told. */
static bool is_sound(const pag_step *step, size_t row, const pag_neighbour *n)
{
    if (!step->numbers) return true;
    if (is_empty(step, row) || !rows_ascend(step)) return false;
    return !n->inside || is_found(step, row, n->edge);
}

/* By value; decimals of a percentage count in percent. */
static pag_number rounding_of(const pag_view *view, const pag_step *step)
{
    pag_number by = step->bands->round_step;
    bool scaled = pag_bands_number(step->bands) != NULL; /* then the table has seen to it */
    if (!scaled && pag_number_unit(step->before) == PAG_PERCENT) {
        (void)pag_number_divide(view->scratch, &by, by, pag_number_whole(view->scratch, 100));
    }
    return by;
}

/* Where scores are rounded half up before they are looked up, a row begins half a step below the
 * first multiple in it and ends before half a step above the last. Told only of scores that are not
 * below zero, where halves go the other way. */
static bool widen(const pag_view *view, const pag_step *step, size_t row, pag_neighbour *n)
{
    pag_arena *arena = view->scratch;
    bool up = row > step->chosen;
    pag_number by = pag_number_with_unit(arena, rounding_of(view, step), pag_number_unit(n->edge));
    pag_number half, multiple, minus = pag_number_negate(arena, by);
    if (pag_number_sign(n->edge) < 0 ||
        pag_number_divide(arena, &half, up ? minus : by, pag_number_whole(arena, 2)) ||
        pag_number_round(arena, &multiple, n->edge, by, up ? PAG_UP : PAG_DOWN)) {
        return false;
    }
    if (!n->inside && pag_number_order(multiple, n->edge) == 0 &&
        pag_number_add(arena, &multiple, multiple, up ? by : minus)) {
        return false;
    }
    if (pag_number_sign(multiple) < (up ? 1 : 0) || !is_found(step, row, multiple)) return false;
    n->inside = up;
    return pag_number_add(arena, &n->edge, multiple, half) == PAG_NUMBER_OK;
}

static pag_neighbour judged(const pag_view *view, const pag_step *step, size_t row, pag_neighbour n)
{
    bool told = is_sound(step, row, &n) && (!step->bands->rounds || widen(view, step, row, &n));
    return told ? measure(view, step, n) : (pag_neighbour){0};
}

pag_neighbour pag_reason_above(const pag_view *view, const pag_step *step)
{
    size_t next = step->chosen + 1u;
    pag_neighbour n = {0};
    if (next >= step->bands->n) return n;
    n.row = &step->bands->rows[next];
    n.inside = n.row->low.inside;
    if (!pag_reason_edge(step, next, false, &n.edge)) return (pag_neighbour){0};
    return judged(view, step, next, n);
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
    return known ? judged(view, step, own - 1, n) : (pag_neighbour){0};
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
    return give->is_number ? people(view, give->number)
                           : pag_view_safe(view, pag_reason_word(figure, give->text));
}

/* ", 40,4 → 40 (arrotondato a 0 decimali per la ricerca)" */
static void put_rounding(const pag_view *view, pag_text *out, const pag_step *step)
{
    if (!step->bands->rounds || pag_number_order(step->result, step->before) == 0) return;
    pag_str by = pag_number_plain(view->scratch, step->bands->round_step);
    size_t point = pag_str_find(by, '.');
    uint32_t decimals = point < by.len ? (uint32_t)(by.len - point - 1) : 0;
    pag_text_put(out, PAG_STR(", "));
    pag_text_put(out, people(view, step->result));
    pag_text_put(out, PAG_STR(" → "));
    pag_text_put(out, people(view, step->before));
    pag_text_put(out, pag_view_say(view, " (rounded to ", " (arrotondato a "));
    pag_text_whole(out, decimals);
    pag_text_put(out, decimals == 1 ? pag_view_say(view, " decimal", " decimale")
                                    : pag_view_say(view, " decimals", " decimali"));
    pag_text_put(out, pag_view_say(view, " for the look-up)", " per la ricerca)"));
}

static void put_because(const pag_view *view, pag_text *out, const pag_step *step)
{
    const pag_band *band = &step->bands->rows[step->chosen];
    pag_number low, high;
    bool has_low = pag_reason_edge(step, step->chosen, false, &low);
    bool has_high = pag_reason_edge(step, step->chosen, true, &high);
    if (!has_low && !has_high) return;
    if (has_low && pag_number_order(step->before, low) < 0) return; /* an empty row reached up */
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
    pag_text_put(
        out, gives.len ? gives
                       : pag_view_say(view, "what its formula gives", "quanto dà la sua formula"));
    pag_text_byte(out, ' ');
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
    if (step->bands->kind != PAG_TABLE_BANDS) return pag_reason_found(view, figure, step);
    pag_text out = {.arena = view->scratch};
    pag_neighbour above = pag_reason_above(view, step), below = pag_reason_below(view, step);
    pag_text_put(&out, pag_view_say(view, "band ", "fascia "));
    pag_text_put(&out, span(view, step, step->chosen));
    put_rounding(view, &out, step);
    put_because(view, &out, step);
    put_neighbour(view, &out, figure, &above, true);
    put_neighbour(view, &out, figure, &below, false);
    if (step->chosen + 1u == step->bands->n && step->bands->n > 1) {
        pag_text_put(&out, pag_view_say(view, "; it is the highest", "; è la più alta"));
    }
    return pag_text_str(&out);
}
