/* Edits that cannot be made alone, and the fewest others that make them possible: those that names
 * tie to them, one other, and then what stays when from all of them is left out whatever can be. */
#include "diff/charging.h"

enum {
    MOST_ALONE = 300, /* more edits than these are made as a whole */
    MOST_SOUGHT = 800 /* packs that are loaded to find what edits need */
};

typedef struct forming {
    pag_charging *c;
    size_t edit;  /* that is looked at */
    size_t loads; /* how many more packs may be tried */
    bool *chosen; /* the fewest so far with which it can be made */
    pag_outcome outcome;
} forming;

/* --- names that tie edits together --- */

/* What a declaration declares: its first word that is no keyword. */
static pag_str declared_by(pag_str text)
{
    size_t at = 0;
    pag_str word = pag_str_next_name(text, &at);
    while (pag_str_equal(word, PAG_STR("local")) || pag_str_equal(word, PAG_STR("function"))) {
        word = pag_str_next_name(text, &at);
    }
    return word;
}

static bool mentions(const pag_edit *e, pag_str name)
{
    for (size_t i = 0; i < e->n; i++) {
        for (int side = 0; side < 2; side++) {
            if (pag_str_names(e->pieces[i].texts[side], name)) return true;
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

/* All that names tie to the edit, and to those. */
static size_t choose_by_names(const pag_diff *diff, size_t edit, bool *chosen)
{
    size_t n = 0;
    bool more = true;
    chosen[edit] = true;
    while (more) {
        more = false;
        for (size_t i = 0; i < diff->n_edits; i++) {
            for (size_t k = 0; chosen[i] && k < diff->n_edits; k++) {
                const pag_edit *a = &diff->edits[i], *b = &diff->edits[k];
                if (chosen[k] || !pag_edit_can_be_made(b)) continue;
                if (!needs(a, b) && !needs(b, a)) continue;
                chosen[k] = more = true;
                n++;
            }
        }
    }
    return n;
}

/* --- what an edit needs --- */

static bool *new_choice(const forming *f)
{
    return PAG_NEW_ARRAY(f->c->w->arena, bool, f->c->diff->n_edits + 1);
}

/* Whether it can be made with these; then they are the fewest so far. */
static bool works(forming *f, bool *chosen)
{
    if (!f->loads) return false;
    f->loads--;
    const pag_outcome outcome = pag_outcome_of(f->c->w, chosen);
    if (!outcome.done) return false;
    f->chosen = chosen;
    f->outcome = outcome;
    return true;
}

/* The fewest so far without a block of the others, from the others' number `from` on. */
static bool *without(const forming *f, size_t from, size_t block)
{
    bool *rest = new_choice(f);
    for (size_t i = 0, at = 0; i < f->c->diff->n_edits; i++) {
        bool other = f->chosen[i] && i != f->edit;
        bool out = other && at >= from && at < from + block;
        rest[i] = f->chosen[i] && !out;
        at += other;
    }
    return rest;
}

static size_t count_others(const forming *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->c->diff->n_edits; i++) n += f->chosen[i] && i != f->edit;
    return n;
}

/* Leaves out blocks of so many as long as the edit can be made; true when any was. */
static bool shrink_by(forming *f, size_t block)
{
    bool any = false;
    for (size_t from = 0; from < count_others(f);) {
        bool all = block >= count_others(f); /* alone it cannot be made */
        bool left_out = !all && works(f, without(f, from, block));
        if (!left_out) from += block;
        any = any || left_out;
    }
    return any;
}

static void shrink(forming *f)
{
    for (size_t block = count_others(f) / 2; block > 1; block /= 2) (void)shrink_by(f, block);
    while (shrink_by(f, 1)) continue;
}

/* One that it is needed by already. */
static bool find_needing(forming *f)
{
    const pag_charging *c = f->c;
    for (size_t i = 0; i < f->edit; i++) {
        const pag_base *base = &c->bases[i];
        if (base->n != 2 || (base->at[0] != f->edit && base->at[1] != f->edit)) continue;
        f->chosen[i] = true;
        f->outcome = c->outcomes[i];
        return true;
    }
    return false;
}

static bool find_by_names(forming *f)
{
    bool *chosen = new_choice(f);
    return choose_by_names(f->c->diff, f->edit, chosen) > 0 && works(f, chosen);
}

/* The nearest first: what ties edits to one another mostly stands close. */
static bool find_one(forming *f)
{
    size_t n = f->c->diff->n_edits;
    for (size_t far = 1; far < n; far++) {
        for (int side = 0; side < 2; side++) {
            size_t other = side ? f->edit + far : f->edit - far;
            if (other >= n || !pag_edit_can_be_made(&f->c->diff->edits[other])) continue;
            bool *chosen = new_choice(f);
            chosen[f->edit] = chosen[other] = true;
            if (works(f, chosen)) return true;
        }
    }
    return false;
}

/* All edits make the second pack of the first. */
static bool find_all(forming *f)
{
    bool *chosen = new_choice(f);
    for (size_t i = 0; i < f->c->diff->n_edits; i++) {
        chosen[i] = pag_edit_can_be_made(&f->c->diff->edits[i]);
    }
    if (!f->loads) f->loads++;
    return works(f, chosen);
}

/* --- groups --- */

static bool matters(const pag_edit *e)
{
    return e->effect == PAG_DIFF_OPEN || e->effect == PAG_DIFF_RANGES;
}

static void note(forming *f)
{
    pag_charging *c = f->c;
    pag_base *base = &c->bases[f->edit];
    base->at = PAG_NEW_ARRAY(c->w->arena, size_t, c->diff->n_edits + 1);
    for (size_t i = 0; i < c->diff->n_edits; i++) {
        if (f->chosen[i]) base->at[base->n++] = i;
    }
    c->outcomes[f->edit] = f->outcome;
    c->diff->edits[f->edit].loose = !f->loads && base->n > 2;
}

static void choose_alone(forming *f)
{
    f->chosen = new_choice(f);
    f->chosen[f->edit] = true;
    f->outcome = (pag_outcome){.done = false};
}

/* An edit without effect is tried with others only. */
static void form(forming *f)
{
    choose_alone(f);
    if (matters(&f->c->diff->edits[f->edit])) {
        f->loads++; /* alone each is tried */
        bool alone = works(f, f->chosen);
        bool found = alone || find_needing(f) || find_by_names(f) || find_one(f) || find_all(f);
        if (found && !alone) shrink(f);
    }
    note(f);
}

/* Very many are not taken apart. */
static void form_one(forming *f)
{
    pag_diff *diff = f->c->diff;
    while (f->edit < diff->n_edits && !pag_edit_can_be_made(&diff->edits[f->edit])) f->edit++;
    if (f->edit == diff->n_edits || !find_all(f)) return;
    for (size_t i = 0; i < diff->n_edits; i++) {
        if (f->chosen[i]) diff->edits[i].with = f->edit;
    }
    f->loads = 0;
    note(f);
}

static bool is_same_base(const pag_base *a, const pag_base *b)
{
    return a->n == b->n && (a->n == 0 || memcmp(a->at, b->at, a->n * sizeof *a->at) == 0);
}

/* Edits that need one another are one group. */
static void join(pag_charging *c)
{
    for (size_t i = 0; i < c->diff->n_edits; i++) {
        for (size_t k = 0; k < i && c->bases[i].n > 1; k++) {
            if (!is_same_base(&c->bases[i], &c->bases[k])) continue;
            c->diff->edits[i].with = k;
            c->diff->edits[k].loose |= c->diff->edits[i].loose;
            break;
        }
    }
}

static void note_needs(pag_charging *c)
{
    pag_diff *diff = c->diff;
    for (size_t i = 0; i < diff->n_edits; i++) {
        const pag_base *base = &c->bases[i];
        size_t *others = PAG_NEW_ARRAY(c->w->arena, size_t, base->n + 1);
        diff->edits[i].needs = others;
        for (size_t k = 0; k < base->n; k++) {
            bool own = diff->edits[base->at[k]].with == diff->edits[i].with;
            if (!own) others[diff->edits[i].n_needs++] = base->at[k];
        }
    }
}

void pag_charging_form(pag_charging *c)
{
    const pag_diff *diff = c->diff;
    forming f = {.c = c, .loads = MOST_SOUGHT};
    if (diff->n_edits > MOST_ALONE) form_one(&f);
    for (; f.edit < diff->n_edits && diff->n_edits <= MOST_ALONE; f.edit++) {
        if (pag_edit_can_be_made(&diff->edits[f.edit])) form(&f);
    }
    join(c);
    note_needs(c);
}
