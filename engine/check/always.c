/* Conditions that hang only on what the rules themselves fix: what they come to is the same for
 * every evaluation, so it is told before there is one. */
#include "check/always.h"

#include "base/text.h"
#include "reach/reach.h"

typedef struct looking {
    pag_check *check;
    const pag_loaded_pack *pack;
    pag_diagnostics *diags;
    pag_reach *reach; /* NULL: nobody has asked yet */
} looking;

/* --- which ones --- */

/* Whether the text of the formula names cells of the group, as s.policy, and only fixed ones. What
 * a function that it calls reads is seen when it is explored. */
static bool names_only_fixed(const pag_group *group, pag_str text)
{
    bool any = false;
    for (size_t at = 0; at < text.len;) {
        pag_str name = pag_str_next_name(text, &at);
        bool of_something = name.len && name.at > text.at && name.at[-1] == '.';
        const pag_cell *cell = of_something ? pag_group_cell(group, name) : NULL;
        if (cell && cell->origin != PAG_FIXED) return false;
        any = any || cell;
    }
    return any;
}

static void look_at_read(void *ud, const pag_cell *cell)
{
    bool *fixed = ud;
    *fixed = *fixed && cell->origin == PAG_FIXED;
}

typedef struct ends {
    bool holds, fails, other;
} ends;

static void look_at_end(void *ud, const pag_answered *on, const pag_way *end)
{
    ends *e = ud;
    (void)on;
    bool known = end->end == PAG_WAY_VALUE && end->value.kind == PAG_VALUE_FLAG;
    e->holds = e->holds || (known && end->value.flag);
    e->fails = e->fails || (known && !end->value.flag);
    e->other = e->other || !known;
}

static bool always_fails(looking *l, const pag_group *group, const pag_condition *condition)
{
    bool fixed = true;
    ends e = {false, false, false};
    if (!names_only_fixed(group, condition->of.text)) return false;
    pag_pack *pack = l->pack->pack;
    if (!l->reach) l->reach = pag_reach_create(l->check->each, pack, PAG_REACH_BARE);
    const pag_way *ways = pag_reach_test(l->reach, group, &condition->of);
    if (!ways || !pag_reach_way_reads(ways, look_at_read, &fixed) || !fixed) return false;
    pag_reach_ends(l->reach, &pag_reach_nothing, ways, look_at_end, &e);
    return e.fails && !e.holds && !e.other;
}

/* --- telling --- */

/* The sentence with what the rules fix; it may name other cells, which have no value yet. */
static pag_str filled(pag_arena *arena, const pag_group *group, pag_str sentence)
{
    pag_text out = {.arena = arena};
    pag_str before, name;
    while (pag_str_next_braces(&sentence, &before, &name)) {
        const pag_cell *cell = pag_group_cell(group, name);
        bool fixed = cell && cell->origin == PAG_FIXED;
        pag_text_put(&out, before);
        pag_text_put(&out, fixed ? pag_value_people(arena, cell, cell->value) : PAG_STR("—"));
    }
    pag_text_put(&out, before);
    return pag_text_str(&out);
}

/* As deep as lists stand in lists. */
static void look_in(looking *l, const pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        const pag_condition *c = &group->conditions[i];
        if (!always_fails(l, group, c)) continue;
        pag_diag_add(l->diags, c->warns ? PAG_W1147 : PAG_E1148, c->pos, 1,
                     filled(l->check->each, group, c->sentence));
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].list) look_in(l, group->cells[i].list);
    }
}

pag_diagnostics *pag_always_told(pag_check *check, const pag_loaded_pack *pack)
{
    if (!pack->pack) return NULL;
    pag_sources *sources = pag_sources_extend(check->each, pag_pack_sources(pack->pack));
    looking l = {.check = check, .pack = pack};
    l.diags = pag_diagnostics_create(check->each, sources);
    for (size_t i = 0; i < pag_pack_subjects(pack->pack); i++) {
        const pag_group *subject = pag_pack_subject(pack->pack, i);
        if (!subject->optional) look_in(&l, subject); /* one that is left out is not judged */
    }
    return pag_diagnostics_count(l.diags) ? l.diags : NULL;
}
