/* From the words of the command line to the pack that is renewed and the name of the new one. */
#include "renew/internal.h"

static const pag_pos NOWHERE = {0, 0, 0, 0};
enum { YEAR_DIGITS = 4 };

/* 0: it is none. */
static int64_t year_of(pag_str text)
{
    int64_t year = 0;
    if (text.len != YEAR_DIGITS) return 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return 0;
        year = year * 10 + (text.at[i] - '0');
    }
    return year >= PAG_YEAR_FIRST && year <= PAG_YEAR_LAST ? year : 0;
}

static pag_str joined(pag_arena *arena, const pag_str *names, size_t n)
{
    pag_text all = {.arena = arena};
    pag_text_put_list(&all, names, n);
    return n ? pag_text_str(&all) : PAG_STR("–");
}

/* "a/b/2024" → 2 */
static size_t slashes(pag_str name)
{
    size_t n = 0;
    for (size_t i = 0; i < name.len; i++) n += name.at[i] == '/';
    return n;
}

/* The packs whose last name is `asked`; those directly in a folder of rules/ before deeper ones. */
static size_t called(pag_str asked, pag_str *names, size_t n)
{
    size_t found = 0, shallow = 0;
    for (size_t i = 0; i < n; i++) {
        if (pag_str_equal(pag_path_name(names[i]), asked)) names[found++] = names[i];
    }
    for (size_t i = 0; i < found; i++) {
        if (slashes(names[i]) == 1) names[shallow++] = names[i];
    }
    return shallow ? shallow : found;
}

static bool choose_by_year(pag_renewing *r, pag_str *names, size_t n, pag_str *chosen)
{
    pag_str all = joined(r->arena, names, n), asked = r->out->from;
    size_t found = called(asked, names, n);
    if (found == 1) {
        *chosen = names[0];
        return true;
    }
    if (found) {
        pag_diag_add(r->diags, PAG_E1003, NOWHERE, 3, asked, joined(r->arena, names, found),
                     names[0]);
    } else {
        pag_diag_add(r->diags, PAG_E1002, NOWHERE, 2, asked, all);
    }
    return false;
}

/* A name, a folder however it is written, or a year alone. A name that is none is told by whoever
 * loads it. */
static bool choose(pag_renewing *r, pag_str *chosen)
{
    pag_str *names, asked = r->out->from;
    size_t n = pag_tree_packs(r->arena, &r->tree, &names);
    for (size_t i = 0; i < n; i++) {
        pag_str folder = pag_path_join(r->arena, r->tree.rules, names[i]);
        if (!pag_str_equal(names[i], asked) && !pag_path_same(folder, asked)) continue;
        *chosen = names[i];
        return true;
    }
    *chosen = asked;
    return pag_str_find(asked, '/') < asked.len || choose_by_year(r, names, n, chosen);
}

static bool judge_years(pag_renewing *r)
{
    pag_renewal *out = r->out;
    pag_pos said;
    out->old_year = pag_pack_year(r->old, &said);
    if (!out->old_year) out->old_year = year_of(pag_path_name(out->old_name));
    if (!out->old_year) {
        pag_diag_add(r->diags, PAG_E1004, NOWHERE, 1, out->old_name);
        return false;
    }
    if (out->new_year > out->old_year) return true;
    pag_text old = {.arena = r->arena};
    pag_text_whole(&old, out->old_year);
    pag_diag_add(r->diags, PAG_E1005, NOWHERE, 3, out->year, pag_text_str(&old), out->old_name);
    return false;
}

bool pag_renewing_find(pag_renewing *r)
{
    pag_renewal *out = r->out;
    out->new_year = year_of(out->year);
    if (!out->new_year) {
        pag_diag_add(r->diags, PAG_E1001, NOWHERE, 1, out->year);
        return false;
    }
    if (!pag_tree_find(r->arena, PAG_STR(""), &r->tree)) {
        pag_diag_add(r->diags, PAG_E0614, NOWHERE, 1, PAG_STR("."));
        return false;
    }
    if (!choose(r, &out->old_name)) return false;
    r->old = pag_pack_load(r->arena, r->diags, &r->tree, out->old_name, NOWHERE);
    if (!r->old || !judge_years(r)) return false;
    r->old_folder = pag_pack_folder(r->arena, r->old);
    out->new_name = pag_path_join(r->arena, pag_path_folder(out->old_name), out->year);
    out->folder = pag_path_join(r->arena, r->tree.rules, out->new_name);
    return true;
}
