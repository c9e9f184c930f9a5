/* What an evaluation says about its warnings: which of them each answer is for, and answers that
 * are for none. An answer that nobody needs is told: left there, it would hide the next warning. */
#include "base/list.h"
#include "base/text.h"
#include "eval/eval.h"

/* Whether `ids` is `tail` or ends in it at a dot. */
static bool is_tail(pag_str ids, pag_str tail)
{
    if (pag_str_equal(ids, tail)) return true;
    return ids.len > tail.len && pag_str_ends(ids, tail) && ids.at[ids.len - tail.len - 1] == '.';
}

/* Each text once, in the order of coming. */
typedef struct text_set {
    pag_arena *arena;
    size_t n, room;
    pag_str *at;
} text_set;

static void add(text_set *set, pag_str text)
{
    for (size_t i = 0; i < set->n; i++) {
        if (pag_str_equal(set->at[i], text)) return;
    }
    set->at = pag_list_grown(set->arena, set->at, set->n, &set->room, sizeof *set->at);
    set->at[set->n++] = text;
}

static pag_str listed(const text_set *set)
{
    pag_text all = {.arena = set->arena};
    pag_text_put_list(&all, set->at, set->n);
    return pag_text_str(&all);
}

/* The entries of the warnings that are meant and that `for` may name; whole ids win over tails. */
static text_set entries_of(const pag_diagnostics *diags, pag_arena *arena, const pag_answer *answer)
{
    text_set all = {.arena = arena}, whole = {.arena = arena};
    for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        if (!pag_diag_is_meant(d, answer) || !is_tail(d->entry, answer->entry)) continue;
        add(pag_str_equal(d->entry, answer->entry) ? &whole : &all, d->entry);
    }
    return whole.n ? whole : all;
}

/* --- answers to nothing --- */

/* Of all warnings that the rules declare; as deep as lists nest. */
static void add_declared(text_set *names, const pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        if (group->conditions[i].name.len) add(names, group->conditions[i].name);
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) add_declared(names, group->cells[i].list);
    }
}

static text_set declared(const pag_evaluation *ev)
{
    text_set names = {.arena = pag_diagnostics_arena(ev->diags)};
    for (size_t i = 0; i < ev->n_subjects; i++) {
        add_declared(&names, pag_pack_subject(ev->pack, i));
    }
    return names;
}

/* Of the warnings with this code that came. */
static text_set came(const pag_evaluation *ev, pag_str code)
{
    text_set names = {.arena = pag_diagnostics_arena(ev->diags)};
    for (size_t i = 0; i < pag_diagnostics_count(ev->diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(ev->diags, i);
        if (d->name.len && pag_str_equal(pag_code_text(d->code), code)) add(&names, d->name);
    }
    return names;
}

/* "W0321, name: scale, for: media" */
static pag_str written(pag_arena *arena, const pag_answer *a)
{
    pag_text out = {.arena = arena};
    pag_text_put(&out, a->code);
    if (a->name.len) pag_text_put(&out, PAG_STR(", name: "));
    pag_text_put(&out, a->name);
    if (a->entry.len) pag_text_put(&out, PAG_STR(", for: "));
    pag_text_put(&out, a->entry);
    return pag_text_str(&out);
}

/* A name that is not one of the rules' is misspelt, or of rules that have changed. */
static bool tell_name(const pag_evaluation *ev, const pag_acknowledgement *a)
{
    text_set names = declared(ev);
    for (size_t i = 0; i < names.n; i++) {
        if (pag_str_equal(names.at[i], a->answer.name)) return false;
    }
    if (names.n == 0) return false;
    size_t near = pag_str_nearest(a->answer.name, names.at, names.n);
    bool found = near < names.n;
    pag_diag_add(ev->diags, found ? PAG_W0891 : PAG_W0892, a->name_pos, 2, a->answer.name,
                 found ? names.at[near] : listed(&names));
    return true;
}

static void tell_nothing(const pag_evaluation *ev, const pag_acknowledgement *a)
{
    pag_arena *arena = pag_diagnostics_arena(ev->diags);
    if (a->answer.name.len && tell_name(ev, a)) return;
    text_set named = came(ev, a->answer.code);
    if (!a->answer.name.len && named.n) {
        pag_diag_add(ev->diags, PAG_W0890, a->pos, 3, a->answer.code, listed(&named), named.at[0]);
        return;
    }
    pag_diag_add(ev->diags, PAG_W0278, a->pos, 1, written(arena, &a->answer));
}

static void answer(const pag_evaluation *ev, const pag_acknowledgement *a, bool whole)
{
    pag_answer exactly = a->answer;
    if (exactly.entry.len) {
        text_set found = entries_of(ev->diags, pag_diagnostics_arena(ev->diags), &exactly);
        if (found.n > 1 && whole) {
            pag_diag_add(ev->diags, PAG_W0893, a->entry_pos, 3, exactly.entry, listed(&found),
                         found.at[0]);
        }
        if (found.n > 1) return; /* nothing is answered for by a guess */
        if (found.n) exactly.entry = found.at[0];
    }
    if (pag_diagnostics_acknowledge(ev->diags, &exactly) == 0 && whole) tell_nothing(ev, a);
}

void pag_evaluation_answer(const pag_evaluation *ev, bool whole)
{
    for (size_t i = 0; i < ev->head.n_acknowledged; i++) {
        answer(ev, &ev->head.acknowledged[i], whole);
    }
}
