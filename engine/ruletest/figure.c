/* Figures by the names that people write: with ids, without, or only the end of it. */
#include "ruletest/internal.h"

#include "base/list.h"

/* --- names --- */

static void put_entry(pag_text *out, const pag_entry *entry)
{
    if (entry->parent) {
        put_entry(out, entry->parent); /* as deep as lists stand in lists */
        pag_text_byte(out, '.');
    }
    pag_text_put(out, entry->group->name);
    if (!entry->parent) return;
    pag_text_byte(out, '.');
    pag_text_put(out, entry->id);
}

pag_str pag_figure_path(pag_arena *arena, const pag_figure *figure)
{
    pag_text out = {.arena = arena};
    put_entry(&out, figure->entry);
    pag_text_byte(&out, '.');
    pag_text_put(&out, figure->cell->name);
    return pag_text_str(&out);
}

/* Takes the last part off "a.b.c" when it is `part`; the dot before it goes too. */
static bool strip(pag_str *text, pag_str part)
{
    if (!part.len || !pag_str_ends(*text, part)) return false;
    size_t left = text->len - part.len;
    if (left && text->at[left - 1] != '.') return false;
    text->len = left ? left - 1 : 0;
    return left != 1;
}

/* Whether what is left of a name leads to the entry, from the end of the name upwards. */
static bool leads_to(const pag_entry *entry, pag_str left, bool *whole)
{
    pag_str without = left;
    bool named = entry->parent && strip(&without, entry->id);
    for (int i = named ? 0 : 1; i < 2; i++) {
        pag_str rest = i ? left : without;
        *whole = false;
        if (!rest.len) return true;
        if (!strip(&rest, entry->group->name)) continue;
        *whole = !entry->parent && !rest.len;
        if (!rest.len) return true;
        if (entry->parent && leads_to(entry->parent, rest, whole)) return true;
    }
    return false;
}

/* --- finding --- */

typedef struct finding {
    pag_str name;
    bool only_whole;
    size_t n, room;
    pag_figure **found;
    pag_arena *arena;
} finding;

static void keep(finding *f, pag_figure *figure)
{
    f->found = pag_list_grown(f->arena, f->found, f->n, &f->room, sizeof *f->found);
    f->found[f->n++] = figure;
}

static void consider(void *ud, pag_figure *figure)
{
    finding *f = ud;
    bool whole;
    pag_str left = f->name;
    if (!strip(&left, figure->cell->name)) return;
    if (!leads_to(figure->entry, left, &whole) || (f->only_whole && !whole)) return;
    keep(f, figure);
}

static void consider_all(void *ud, pag_figure *figure)
{
    if (figure->cell->type != PAG_TYPE_LIST) keep(ud, figure);
}

static pag_str listed(pag_arena *arena, const finding *f)
{
    enum { MOST = 12 };
    pag_text out = {.arena = arena};
    for (size_t i = 0; i < f->n && i < MOST; i++) {
        if (i) pag_text_put(&out, PAG_STR(", "));
        pag_text_put(&out, pag_figure_path(arena, f->found[i]));
    }
    if (f->n > MOST) pag_text_put(&out, PAG_STR(", …"));
    return pag_text_str(&out);
}

static size_t dots(pag_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) n += text.at[i] == '.';
    return n;
}

/* The end of the name with as many dots. */
static pag_str tail(pag_str name, size_t n)
{
    size_t at = name.len;
    while (at > 0 && (name.at[at - 1] != '.' || n-- > 0)) at--;
    return (pag_str){name.at + at, name.len - at};
}

static void say_unknown(pag_diagnostics *diags, const pag_result *result, pag_str name, pag_pos pos)
{
    pag_arena *arena = pag_diagnostics_arena(diags);
    finding all = {.arena = arena};
    pag_result_visit(result, consider_all, &all);
    pag_str *names = PAG_NEW_ARRAY(arena, pag_str, all.n + 1);
    for (size_t i = 0; i < all.n; i++) {
        names[i] = tail(pag_figure_path(arena, all.found[i]), dots(name));
    }
    size_t near = pag_str_nearest(name, names, all.n);
    if (near < all.n) {
        pag_diag_add(diags, PAG_E0825, pos, 2, name, names[near]);
    } else {
        pag_diag_add(diags, PAG_E0826, pos, 2, name, all.n ? listed(arena, &all) : PAG_STR("–"));
    }
}

pag_figure *pag_figure_named(pag_diagnostics *diags, const pag_result *result, pag_entry *near,
                             pag_str name, pag_pos pos)
{
    pag_arena *arena = pag_diagnostics_arena(diags);
    finding f = {.name = name, .only_whole = true, .arena = arena};
    const pag_cell *own = near ? pag_group_cell(near->group, name) : NULL;
    if (own) keep(&f, &near->figures[own->slot]);
    if (!f.n) pag_result_visit(result, consider, &f);
    f.only_whole = false;
    if (!f.n) pag_result_visit(result, consider, &f);
    if (f.n == 1) {
        pag_type type = f.found[0]->cell->type;
        if (type != PAG_TYPE_LIST && type != PAG_TYPE_SHEET) return f.found[0];
        pag_diag_add(diags, PAG_E0828, pos, 1, name);
    } else if (f.n) {
        pag_diag_add(diags, PAG_E0827, pos, 2, name, listed(arena, &f));
    } else {
        say_unknown(diags, result, name, pos);
    }
    return NULL;
}
