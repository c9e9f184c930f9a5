/* Who causes what: each edit is made alone to the first pack, and what the files then cost more or
 * less is its charge. Edits that cannot be made alone are charged together. What all charges leave
 * of the whole difference is interaction, of pairs as far as they can be tried; so charges and
 * interactions are the difference, to the cent, whatever could not be tried. */
#include "diff/charging.h"

enum { MOST_ALONE = 300 };

/* --- groups --- */

static void join(pag_diff *diff, size_t a, size_t b)
{
    size_t x = diff->edits[a].with, y = diff->edits[b].with;
    size_t first = x < y ? x : y, other = x < y ? y : x;
    for (size_t i = 0; i < diff->n_edits; i++) {
        if (diff->edits[i].with == other) diff->edits[i].with = first;
    }
}

static bool matters(const pag_edit *e)
{
    return e->effect == PAG_DIFF_OPEN || e->effect == PAG_DIFF_RANGES;
}

bool pag_edit_can_be_made(const pag_edit *edit)
{
    return edit->effect != PAG_DIFF_YEAR && edit->effect != PAG_DIFF_RENAMED;
}

static bool group_matters(const pag_diff *diff, size_t group)
{
    for (size_t i = group; i < diff->n_edits; i++) {
        if (diff->edits[i].with == group && matters(&diff->edits[i])) return true;
    }
    return false;
}

static void choose(const pag_diff *diff, size_t group, bool *chosen)
{
    for (size_t i = 0; i < diff->n_edits; i++) {
        if (diff->edits[i].with == group && pag_edit_can_be_made(&diff->edits[i])) chosen[i] = true;
    }
}

pag_outcome pag_charging_outcome(const pag_charging *c, const size_t *groups, size_t n)
{
    bool *chosen = PAG_NEW_ARRAY(c->w->arena, bool, c->diff->n_edits);
    for (size_t i = 0; i < n; i++) choose(c->diff, groups[i], chosen);
    return pag_outcome_of(c->w, chosen);
}

/* --- names that tie edits together --- */

static bool is_name_byte(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static pag_str next_word(pag_str text, size_t *at)
{
    while (*at < text.len && !is_name_byte(text.at[*at])) ++*at;
    size_t from = *at;
    while (*at < text.len && is_name_byte(text.at[*at])) ++*at;
    return (pag_str){text.at + from, *at - from};
}

/* What a declaration declares: its first word that is no keyword. */
static pag_str declared_by(pag_str text)
{
    size_t at = 0;
    pag_str word = next_word(text, &at);
    while (pag_str_equal(word, PAG_STR("local")) || pag_str_equal(word, PAG_STR("function"))) {
        word = next_word(text, &at);
    }
    return word;
}

static bool mentions(const pag_edit *e, pag_str name)
{
    for (size_t i = 0; i < e->n; i++) {
        for (int side = 0; side < 2; side++) {
            pag_str text = e->pieces[i].texts[side];
            for (size_t at = 0; at < text.len;) {
                if (pag_str_equal(next_word(text, &at), name)) return true;
            }
        }
    }
    return false;
}

/* Whether `e` may need what `other` brings, takes away or declares otherwise. */
static bool needs(const pag_edit *e, const pag_edit *other)
{
    for (size_t i = 0; i < other->n; i++) {
        const pag_edit_piece *piece = &other->pieces[i];
        pag_str text = piece->there[0] ? piece->texts[0] : piece->texts[1];
        pag_str name = declared_by(text);
        bool comes = piece->there[0] != piece->there[1];
        bool local = pag_str_starts(text, PAG_STR("local"));
        if (pag_str_equal(name, PAG_STR("use"))) return true;
        if ((comes || local) && name.len && mentions(e, name)) return true;
    }
    return false;
}

static void join_by_names(pag_charging *c, size_t group)
{
    pag_diff *diff = c->diff;
    for (size_t i = 0; i < diff->n_edits; i++) {
        if (diff->edits[i].with != group || !pag_edit_can_be_made(&diff->edits[i])) continue;
        for (size_t k = 0; k < diff->n_edits; k++) {
            const pag_edit *a = &diff->edits[i], *b = &diff->edits[k];
            if (a->with == b->with || !pag_edit_can_be_made(b)) continue;
            if (needs(a, b) || needs(b, a)) join(diff, i, k);
        }
    }
}

/* --- alone --- */

static void forget(pag_charging *c)
{
    memset(c->done, 0, c->diff->n_edits * sizeof *c->done);
}

/* The charge of each group that matters and was not tried yet; true when all could be made. */
static bool try_groups(pag_charging *c)
{
    bool all = true;
    for (size_t i = 0; i < c->diff->n_edits; i++) {
        bool group = c->diff->edits[i].with == i && group_matters(c->diff, i);
        if (!group) continue;
        if (!c->done[i]) c->outcomes[i] = pag_charging_outcome(c, &i, 1);
        c->failed[i] = !c->outcomes[i].done;
        c->done[i] = true;
        all = all && !c->failed[i];
    }
    return all;
}

static bool is_failing(const pag_charging *c, size_t i)
{
    return c->diff->edits[i].with == i && group_matters(c->diff, i) && c->failed[i];
}

static void join_failing(pag_charging *c, bool by_names)
{
    size_t first = PAG_NO_EDIT;
    for (size_t i = 0; i < c->diff->n_edits; i++) {
        if (!is_failing(c, i)) continue;
        if (by_names) {
            join_by_names(c, i);
        } else if (first == PAG_NO_EDIT) {
            first = i;
        } else {
            join(c->diff, first, i);
        }
    }
    forget(c);
}

static void join_all(pag_charging *c)
{
    for (size_t i = 0; i < c->diff->n_edits; i++) {
        if (pag_edit_can_be_made(&c->diff->edits[i])) {
            for (size_t k = i + 1; k < c->diff->n_edits; k++) {
                if (pag_edit_can_be_made(&c->diff->edits[k])) join(c->diff, i, k);
            }
            break;
        }
    }
    forget(c);
}

/* In the end every group can be made: at worst it is all edits, which make the second pack. */
static void form_groups(pag_charging *c)
{
    if (c->diff->n_edits > MOST_ALONE) join_all(c);
    if (try_groups(c)) return;
    join_failing(c, true);
    if (try_groups(c)) return;
    join_failing(c, false);
    if (try_groups(c)) return;
    join_all(c);
    (void)try_groups(c);
}

/* --- charges --- */

void pag_charging_add(pag_charging *c, const size_t *groups, size_t n, pag_number amount)
{
    pag_diff *diff = c->diff;
    pag_arena *arena = c->w->arena;
    diff->charges = pag_list_grown(arena, diff->charges, diff->n_charges, &diff->room_charges,
                                   sizeof *diff->charges);
    const size_t *edits = n ? pag_arena_keep(arena, groups, n * sizeof *groups) : NULL;
    diff->charges[diff->n_charges++] = (pag_diff_charge){c->of, n, edits, amount};
    c->left = pag_money_subtract(arena, c->left, amount);
}

/* What is charged in all needs packs by which all adds up. */
bool pag_charging_more(const pag_charging *c, const pag_outcome *outcome, pag_number *out)
{
    bool told = c->of != PAG_DIFF_IN_ALL || pag_outcomes_add_up(&c->w->outcomes[0], outcome);
    *out = pag_money_subtract(c->w->arena, pag_outcome_total(c->w, outcome, c->of), c->base);
    return told;
}

static void charge_alone(pag_charging *c)
{
    for (size_t k = 0; k < c->n; k++) {
        size_t i = c->groups[k];
        pag_number more;
        if (pag_charging_more(c, &c->outcomes[i], &more)) pag_charging_add(c, &i, 1, more);
    }
}

static void charge_total(pag_charging *c, size_t of, pag_number difference)
{
    c->of = of;
    c->first = c->diff->n_charges;
    c->base = pag_outcome_total(c->w, &c->w->outcomes[0], of);
    c->left = difference;
    charge_alone(c);
    pag_charging_pairs(c);
    pag_charging_rest(c);
    if (pag_number_sign(c->left) != 0) pag_charging_add(c, NULL, 0, c->left);
}

static void keep_groups(pag_charging *c)
{
    for (size_t i = 0; i < c->diff->n_edits; i++) {
        bool group = c->diff->edits[i].with == i && group_matters(c->diff, i) && !c->failed[i];
        if (group) c->groups[c->n++] = i;
    }
}

/* The first pack with any of the groups pays the same figures as it is. */
static bool adds_up(const pag_charging *c)
{
    bool all = c->diff->adds_up;
    for (size_t k = 0; k < c->n && all; k++) {
        all = pag_outcomes_add_up(&c->w->outcomes[0], &c->outcomes[c->groups[k]]);
    }
    return all;
}

/* What is paid in all; where that is no sum, each total that changes. */
void pag_differing_charge(pag_differing *w)
{
    pag_diff *diff = w->diff;
    size_t n = diff->n_edits;
    pag_charging c = {.w = w, .diff = diff};
    c.failed = PAG_NEW_ARRAY(w->arena, bool, n + 1);
    c.done = PAG_NEW_ARRAY(w->arena, bool, n + 1);
    c.outcomes = PAG_NEW_ARRAY(w->arena, pag_outcome, n + 1);
    c.groups = PAG_NEW_ARRAY(w->arena, size_t, n + 1);
    form_groups(&c);
    keep_groups(&c);
    if (adds_up(&c)) {
        charge_total(&c, PAG_DIFF_IN_ALL, diff->difference);
        return;
    }
    for (size_t i = 0; i < diff->n_totals; i++) {
        bool changes = pag_number_sign(diff->totals[i].difference) != 0;
        if (changes) charge_total(&c, i, diff->totals[i].difference);
    }
}
