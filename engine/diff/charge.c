/* Who causes what: each edit is made alone to the first pack, and what the files then cost more or
 * less is its charge. Edits that cannot be made alone are charged together. What all charges leave
 * of the whole difference is interaction, of pairs as far as they can be tried; so charges and
 * interactions are the difference, to the cent, whatever could not be tried. */
#include "diff/internal.h"

enum { MOST_ALONE = 300, MOST_PAIRED = 12 };

typedef struct charging {
    pag_differing *w;
    pag_diff *diff;
    bool *failed; /* by the first edit of a group */
    bool *done;
    pag_outcome *outcomes;
    size_t n; /* of groups that matter */
    size_t *groups;
    pag_outcome *pairs; /* n × n of them; `done` when tried and gone well */
    bool *paired;       /* tried */
    size_t of;          /* of which total the difference is charged now */
    pag_number base;    /* what the first pack pays of it */
    pag_number left;
} charging;

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

static bool can_be_made(const pag_edit *e)
{
    return e->effect != PAG_DIFF_YEAR;
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
        if (diff->edits[i].with == group && can_be_made(&diff->edits[i])) chosen[i] = true;
    }
}

/* What the files cost by the first pack with one or two groups. */
static pag_outcome outcome_with(const charging *c, size_t a, size_t b)
{
    bool *chosen = PAG_NEW_ARRAY(c->w->arena, bool, c->diff->n_edits);
    choose(c->diff, a, chosen);
    choose(c->diff, b, chosen);
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

static void join_by_names(charging *c, size_t group)
{
    pag_diff *diff = c->diff;
    for (size_t i = 0; i < diff->n_edits; i++) {
        if (diff->edits[i].with != group || !can_be_made(&diff->edits[i])) continue;
        for (size_t k = 0; k < diff->n_edits; k++) {
            const pag_edit *a = &diff->edits[i], *b = &diff->edits[k];
            if (a->with == b->with || !can_be_made(b)) continue;
            if (needs(a, b) || needs(b, a)) join(diff, i, k);
        }
    }
}

/* --- alone --- */

static void forget(charging *c)
{
    memset(c->done, 0, c->diff->n_edits * sizeof *c->done);
}

/* The charge of each group that matters and was not tried yet; true when all could be made. */
static bool try_groups(charging *c)
{
    bool all = true;
    for (size_t i = 0; i < c->diff->n_edits; i++) {
        bool group = c->diff->edits[i].with == i && group_matters(c->diff, i);
        if (!group) continue;
        if (!c->done[i]) c->outcomes[i] = outcome_with(c, i, i);
        c->failed[i] = !c->outcomes[i].done;
        c->done[i] = true;
        all = all && !c->failed[i];
    }
    return all;
}

static bool is_failing(const charging *c, size_t i)
{
    return c->diff->edits[i].with == i && group_matters(c->diff, i) && c->failed[i];
}

static void join_failing(charging *c, bool by_names)
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

static void join_all(charging *c)
{
    for (size_t i = 0; i < c->diff->n_edits; i++) {
        if (can_be_made(&c->diff->edits[i])) {
            for (size_t k = i + 1; k < c->diff->n_edits; k++) {
                if (can_be_made(&c->diff->edits[k])) join(c->diff, i, k);
            }
            break;
        }
    }
    forget(c);
}

/* In the end every group can be made: at worst it is all edits, which make the second pack. */
static void form_groups(charging *c)
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

static void add_charge(charging *c, pag_diff_charge charge)
{
    pag_diff *diff = c->diff;
    diff->charges = pag_list_grown(c->w->arena, diff->charges, diff->n_charges, &diff->room_charges,
                                   sizeof *diff->charges);
    diff->charges[diff->n_charges++] = charge;
    c->left = pag_money_subtract(c->w->arena, c->left, charge.amount);
}

/* How much more it costs than by the first pack, of what is charged now. */
static pag_number more_by(const charging *c, const pag_outcome *outcome)
{
    return pag_money_subtract(c->w->arena, pag_outcome_total(c->w, outcome, c->of), c->base);
}

/* What is charged in all needs packs by which all adds up. */
static bool can_be_charged(const charging *c, const pag_outcome *outcome)
{
    return c->of != PAG_DIFF_IN_ALL || pag_outcomes_add_up(&c->w->outcomes[0], outcome);
}

static void charge_alone(charging *c)
{
    for (size_t k = 0; k < c->n; k++) {
        size_t i = c->groups[k];
        add_charge(c, (pag_diff_charge){c->of, 1, {i, i}, more_by(c, &c->outcomes[i])});
    }
}

static const pag_outcome *pair_of(charging *c, size_t i, size_t k)
{
    size_t at = i * c->n + k;
    if (!c->paired[at]) c->pairs[at] = outcome_with(c, c->groups[i], c->groups[k]);
    c->paired[at] = true;
    return &c->pairs[at];
}

static void charge_pair(charging *c, size_t i, size_t k)
{
    pag_arena *arena = c->w->arena;
    const pag_outcome *both = pair_of(c, i, k);
    size_t a = c->groups[i], b = c->groups[k];
    if (!both->done || !can_be_charged(c, both)) return;
    pag_number more = pag_money_subtract(arena, more_by(c, both), more_by(c, &c->outcomes[a]));
    more = pag_money_subtract(arena, more, more_by(c, &c->outcomes[b]));
    if (pag_number_sign(more) != 0) add_charge(c, (pag_diff_charge){c->of, 2, {a, b}, more});
}

static void charge_pairs(charging *c)
{
    if (pag_number_sign(c->left) == 0 || c->n > MOST_PAIRED) return;
    for (size_t i = 0; i < c->n; i++) {
        for (size_t k = i + 1; k < c->n; k++) charge_pair(c, i, k);
    }
}

static void charge_total(charging *c, size_t of, pag_number difference)
{
    c->of = of;
    c->base = pag_outcome_total(c->w, &c->w->outcomes[0], of);
    c->left = difference;
    charge_alone(c);
    charge_pairs(c);
    if (pag_number_sign(c->left) != 0) {
        add_charge(c, (pag_diff_charge){of, 0, {0, 0}, c->left});
    }
}

static void keep_groups(charging *c)
{
    pag_arena *arena = c->w->arena;
    for (size_t i = 0; i < c->diff->n_edits; i++) {
        bool group = c->diff->edits[i].with == i && group_matters(c->diff, i) && !c->failed[i];
        if (group) c->groups[c->n++] = i;
    }
    if (c->n > MOST_PAIRED) return;
    c->pairs = PAG_NEW_ARRAY(arena, pag_outcome, c->n * c->n + 1);
    c->paired = PAG_NEW_ARRAY(arena, bool, c->n * c->n + 1);
}

/* The first pack with any of the groups pays the same figures as it is. */
static bool adds_up(const charging *c)
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
    charging c = {.w = w, .diff = diff};
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
