/* The whole way: find the old pack, gather its values, write the new folder beside its place, load
 * what was written and hold it against the old one, and only then give it its name. */
#include "renew/internal.h"

#include <stdlib.h>

static const pag_pos NOWHERE = {0, 0, 0, 0};

/* --- files --- */

static bool tell_result(pag_renewing *r, pag_write_result result)
{
    pag_code code = PAG_E1009;
    switch (result) {
    case PAG_WRITE_DONE: return true;
    case PAG_WRITE_EXISTS: code = PAG_E1006; break;
    case PAG_WRITE_MISSING:
    case PAG_WRITE_DENIED: code = PAG_E1007; break;
    case PAG_WRITE_FULL: code = PAG_E1008; break;
    case PAG_WRITE_BROKEN: break;
    }
    pag_diag_add(r->diags, code, NOWHERE, 2, r->out->folder, pag_path_folder(r->out->folder));
    return false;
}

/* What is wrong with a test file is told when the tests are run. */
static bool copy_file(pag_renewing *r, pag_str name)
{
    const uint32_t source = pag_place_source(r, name);
    if (!source) return false;
    const pag_sources *sources = pag_diagnostics_sources(r->diags);
    if (pag_path_is_document(name)) {
        pag_sources *own = pag_sources_extend(r->arena, sources);
        pag_cases_edit(r, pag_diagnostics_create(r->arena, own), source);
    }
    pag_texts_add(r, name, source);
    PAG_LIST_ADD(r->arena, &r->files, name);
    return tell_result(
        r, pag_new_folder_put(r->arena, &r->folder, name, pag_edits_apply(r, sources, source)));
}

static bool copy_files(pag_renewing *r)
{
    pag_str *names;
    size_t n = pag_folder_list(r->arena, r->old_folder, &names);
    bool ok = true;
    for (size_t i = 0; i < n && ok; i++) {
        pag_path_kind kind = pag_path_look(pag_path_join(r->arena, r->old_folder, names[i]));
        if (kind == PAG_PATH_FILE && names[i].at[0] != '.') {
            ok = copy_file(r, names[i]);
        } else {
            PAG_LIST_ADD(r->arena, &r->remarks,
                         (pag_renewed_remark){.kind = PAG_RENEWED_LEFT_OUT, .file = names[i]});
        }
    }
    return ok;
}

/* --- the copy, held against the old pack --- */

static int value_order(const void *a, const void *b)
{
    const pag_renewed_value *x = a, *y = b;
    return pag_place_order(x->file, x->pos, y->file, y->pos);
}

static pag_renewed_value taken(pag_renewing *r, const pag_written *w)
{
    pag_renewed_value v = {.pos = w->pos, .about = w->about, .why = w->doubt->why};
    v.text = pag_place_short(r->arena, w->text);
    v.since = pag_mark_since(w->doubt->why);
    v.row = w->row;
    (void)pag_pack_owns(r->copy, w->pos.source, &v.file);
    return v;
}

/* Every value must be there again, and marked with its age; else where it is in the old pack. */
static bool take_values(pag_renewing *r, const pag_writtens *old, pag_pos *failed)
{
    pag_writtens copy = pag_values_of(r, r->copy, false);
    pag_renewal *out = r->out;
    pag_written whole;
    out->values = PAG_NEW_ARRAY(r->arena, pag_renewed_value, copy.n + 1);
    for (size_t i = 0; i < copy.n && i < old->n; i++) {
        const pag_written *w = &copy.at[i];
        bool marked = w->doubt && pag_mark_since(w->doubt->why);
        *failed = old->at[i].pos;
        if (!marked || !pag_str_equal(w->text, old->at[i].text)) return false;
        out->values[out->n_values++] = taken(r, w);
    }
    *failed = NOWHERE;
    if (!pag_values_whole(r, r->copy, &whole) || !pag_mark_since(whole.doubt->why)) return false;
    out->values[out->n_values++] = taken(r, &whole);
    if (out->n_values) qsort(out->values, out->n_values, sizeof *out->values, value_order);
    return copy.n == old->n;
}

static bool judge_copy(pag_renewing *r, const pag_writtens *old)
{
    pag_diagnostics *own = pag_diagnostics_create(r->arena, pag_sources_create(r->arena));
    pag_str name = pag_path_join(r->arena, pag_path_folder(r->out->new_name),
                                 pag_path_name(r->folder.temporary));
    pag_pos said, before, failed = NOWHERE;
    r->copy = pag_pack_load_hidden(r->arena, own, &r->tree, name);
    if (!r->copy) {
        r->out->rejected = own;
        pag_diag_add(r->diags, PAG_E1010, NOWHERE, 2, r->out->old_name, r->out->folder);
        return false;
    }
    bool dated =
        !pag_pack_year(r->old, &before) || pag_pack_year(r->copy, &said) == r->out->new_year;
    if (dated && take_values(r, old, &failed)) return true;
    pag_diag_add(r->diags, PAG_E1011, failed, 2, r->out->old_name, r->out->folder);
    return false;
}

/* --- all of it --- */

static void hand_back(pag_renewing *r)
{
    pag_renewal *out = r->out;
    out->tree = r->tree;
    out->plan = pag_arena_copy(r->arena, pag_pack_plan_name(r->old));
    out->n_files = r->files.n;
    out->files = r->files.at;
    out->n_changes = r->changes.n;
    out->changes = r->changes.at;
    out->n_remarks = r->remarks.n;
    out->remarks = r->remarks.at;
    pag_remarks_sort(&r->remarks);
}

static void renew(pag_renewing *r)
{
    if (!pag_renewing_find(r)) return;
    if (!tell_result(r, pag_new_folder_begin(r->arena, r->out->folder, &r->folder))) return;
    pag_writtens values = pag_values_of(r, r->old, true);
    r->values = &values;
    pag_marks_edit(r, &values);
    pag_head_edit(r);
    pag_remarks_add(r);
    if (!copy_files(r) || !judge_copy(r, &values)) return;
    hand_back(r);
    if (!r->out->dry) (void)tell_result(r, pag_new_folder_keep(&r->folder));
}

pag_status pag_renew(pag_arena *arena, pag_diagnostics *diags, pag_renewal *renewal)
{
    pag_renewing r = {.arena = arena, .diags = diags, .out = renewal};
    pag_trap trap; /* neither Lua's states nor the folder are in the arena */
    pag_trap_set(&trap, arena);
    if (setjmp(trap.jump) == 0) renew(&r);
    pag_trap_clear(&trap);
    pag_new_folder_drop(&r.folder);
    pag_pack_destroy(r.copy);
    pag_pack_destroy(r.old);
    pag_trap_pass_on(&trap);
    return pag_diagnostics_status(diags);
}
