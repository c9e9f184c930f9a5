/* The sentence for a part of a whole that the entries of a list share: the share, how it was
 * rounded down, and who got what rounding left over. */
#include "explain/reason.h"

#include "base/visible.h"

enum { MOST_NAMED = 5 };

static void put_digits(const pag_view *view, pag_text *out, pag_number number)
{
    pag_text_put(out, pag_reason_digits(view, number));
}

static bool received(const pag_part *part)
{
    return pag_number_sign(part->rest) > 0;
}

/* "Anna, Carlo e altri 3" */
static void put_receivers(const pag_view *view, pag_text *out, const pag_sharing *s, size_t n)
{
    size_t named = 0;
    for (size_t i = 0; i < s->n && named < MOST_NAMED; i++) {
        if (!received(&s->parts[i])) continue;
        if (named++) pag_text_put(out, PAG_STR(", "));
        pag_text_put_visible(out, s->parts[i].entry->name, 60);
    }
    if (n <= named) return;
    pag_text_put(out, pag_view_say(view, " and ", " e "));
    pag_text_put(out, n == named + 1 ? pag_view_say(view, "one more", "un altro")
                                     : pag_view_say(view, "others: ", "altri "));
    if (n > named + 1) pag_text_whole(out, (int64_t)(n - named));
}

/* Of steps one each, to whom rounding took most. */
static void put_largest(const pag_view *view, pag_text *out, const pag_sharing *s, size_t n)
{
    size_t first = 0;
    while (first < s->n && !received(&s->parts[first])) first++;
    pag_text_put(out, pag_view_say(view, " goes to whom rounding down took most",
                                   " va a chi ha perso di più nell'arrotondamento"));
    if (n > 1 && first < s->n) {
        pag_text_put(out, PAG_STR(", "));
        put_digits(view, out, s->parts[first].rest);
        pag_text_put(out, pag_view_say(view, " each", " ciascuno"));
    }
    if (s->tied) {
        pag_text_put(out, pag_view_say(view, " (equals in the order of their ids)",
                                       " (a parità, in ordine di identificativo)"));
    }
    pag_text_put(out, PAG_STR(": "));
    put_receivers(view, out, s, n);
}

/* "; il resto di 0,02 va …" */
static void put_leftover(const pag_view *view, pag_text *out, const pag_sharing *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++) n += received(&s->parts[i]);
    if (pag_number_sign(s->left) == 0) {
        pag_text_put(out, pag_view_say(view, "; nothing is left over", "; non avanza niente"));
        return;
    }
    if (pag_number_sign(s->weights) == 0) {
        pag_text_put(out, pag_view_say(view, "; nobody has a weight: the whole stays unspent",
                                       "; nessuno ha un peso: il totale resta non speso"));
        return;
    }
    pag_text_put(out, pag_view_say(view, "; the rest of ", "; il resto di "));
    put_digits(view, out, s->left);
    switch (s->rest) {
    case PAG_REST_LARGEST: put_largest(view, out, s, n); return;
    case PAG_REST_KEEP:
        pag_text_put(out, pag_view_say(view, " goes to nobody", " non va a nessuno"));
        return;
    case PAG_REST_FIRST:
        pag_text_put(out, pag_view_say(view, " goes to the first in the order of the ids: ",
                                       " va al primo in ordine di identificativo: "));
        break;
    case PAG_REST_PARTY:
        pag_text_put(out, pag_view_say(view, " goes by the rules to ", " va per regola a "));
        break;
    }
    put_receivers(view, out, s, n);
}

static const pag_figure *weight_of(const pag_sharing *s, const pag_part *part)
{
    return &part->entry->figures[s->cell->split->by];
}

/* One weight that may not be shown gives itself away in their sum. */
static bool hides_weights(const pag_view *view, const pag_sharing *s)
{
    for (size_t i = 0; i < s->n; i++) {
        if (pag_view_withholds(view, s->weighing[i])) return true;
    }
    return false;
}

/* What was left over, and who got it, tells of the others' parts. */
static bool hides_others(const pag_view *view, const pag_sharing *s)
{
    for (size_t i = 0; i < s->n; i++) {
        const pag_figure *part = &s->parts[i].entry->figures[s->cell->slot];
        if (pag_view_withholds(view, part)) return true;
    }
    return false;
}

/* Whether the weights are parts of 100 %, which people do not count as so many shares. */
static bool are_all(const pag_view *view, const pag_sharing *s)
{
    pag_number one = pag_number_with_unit(view->scratch, pag_number_whole(view->scratch, 1),
                                          pag_number_unit(s->weights));
    return pag_number_unit(s->weights) == PAG_PERCENT && !hides_weights(view, s) &&
           pag_number_order(s->weights, one) == 0;
}

/* "500 di 1.200 quote di 1.000,00 €", "30 % di 1.000,00 €", "30 % su 80 % di 1.000,00 €" */
static void put_share(const pag_view *view, pag_text *out, const pag_sharing *s,
                      const pag_part *part)
{
    const pag_unit unit = pag_number_unit(s->weights);
    const bool counted = unit != PAG_PERCENT && unit != PAG_MONEY; /* else amounts of something */
    pag_text_put(out, pag_view_value(view, weight_of(s, part)));
    if (!are_all(view, s)) {
        pag_text_put(out, counted ? pag_view_say(view, " of ", " di ")
                                  : pag_view_say(view, " out of ", " su "));
        pag_text_put(out, hides_weights(view, s) ? pag_view_withheld(view)
                                                 : pag_number_people(view->scratch, s->weights));
    }
    pag_text_put(out, counted ? pag_view_say(view, " shares of ", " quote di ")
                              : pag_view_say(view, " of ", " di "));
    pag_text_put(out, pag_view_value(view, s->whole));
}

pag_str pag_reason_shared(const pag_view *view, const pag_figure *figure, const pag_step *step)
{
    const pag_sharing *s = step->sharing;
    const pag_part *part = &s->parts[step->chosen];
    pag_text out = {.arena = view->scratch};
    put_share(view, &out, s, part);
    if (pag_view_withholds(view, figure)) return pag_text_str(&out);
    pag_text_put(&out, PAG_STR(": "));
    if (pag_number_order(part->exact, part->down) != 0) {
        put_digits(view, &out, part->exact);
        pag_text_put(&out, PAG_STR(" → "));
    }
    put_digits(view, &out, part->down);
    if (received(part)) {
        pag_text_put(&out, pag_view_say(view, ", plus ", ", più "));
        put_digits(view, &out, part->rest);
        pag_text_put(&out, pag_view_say(view, " of the rest", " del resto"));
    }
    if (!hides_others(view, s)) put_leftover(view, &out, s);
    return pag_text_str(&out);
}

/* --- JSON --- */

static pag_str rest_word(pag_rest rest)
{
    switch (rest) {
    case PAG_REST_LARGEST: return PAG_STR("largest");
    case PAG_REST_FIRST: return PAG_STR("first");
    case PAG_REST_KEEP: return PAG_STR("keep");
    case PAG_REST_PARTY: break;
    }
    return PAG_STR("party");
}

/* Null for what is withheld. */
static void put_number(const pag_view *view, pag_json *json, pag_str key, const pag_number *number)
{
    pag_json_key(json, key);
    if (number) {
        pag_json_string(json, pag_number_plain(view->scratch, *number));
    } else {
        pag_json_null(json);
    }
}

/* Who got something of the leftover, by their ids. */
static void put_receiver_ids(pag_json *json, const pag_sharing *s)
{
    pag_json_key(json, PAG_STR("receivers"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < s->n; i++) {
        if (received(&s->parts[i])) pag_json_string(json, s->parts[i].entry->id);
    }
    pag_json_end_array(json);
}

void pag_shared_put_json(const pag_view *view, pag_json *json, const pag_figure *figure,
                         const pag_step *step)
{
    const pag_sharing *s = step->sharing;
    const pag_part *part = &s->parts[step->chosen];
    bool shown = !pag_view_withholds(view, figure);
    bool others = !hides_others(view, s); /* the figure is one of them */
    bool whole = !pag_view_withholds(view, s->whole);
    bool weight = !pag_view_withholds(view, weight_of(s, part));
    put_number(view, json, PAG_STR("whole"), whole ? &s->whole->value.number : NULL);
    put_number(view, json, PAG_STR("weight"), weight ? &part->weight : NULL);
    put_number(view, json, PAG_STR("weights"), hides_weights(view, s) ? NULL : &s->weights);
    pag_json_put_whole(json, PAG_STR("count"), step->n);
    put_number(view, json, PAG_STR("exact"), shown ? &part->exact : NULL);
    put_number(view, json, PAG_STR("down"), shown ? &part->down : NULL);
    put_number(view, json, PAG_STR("rest"), shown ? &part->rest : NULL);
    put_number(view, json, PAG_STR("value"), shown ? &part->number : NULL);
    put_number(view, json, PAG_STR("left"), others ? &s->left : NULL);
    pag_json_put_string(json, PAG_STR("left_to"),
                        rest_word(others ? s->rest : s->cell->split->rest));
    if (others) put_receiver_ids(json, s);
}
