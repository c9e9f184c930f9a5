/* What a pack that was carried over leaves to be looked at, told again as long as it is not
 * confirmed whole: whoever closed the window in which it was renewed has it once more. */
#include "bind/bind.h"
#include "renew/internal.h"
#include "script/outline.h"

/* The year it was carried over from: the latest of its marks. 0: no mark has one. */
static int64_t carried_since(const pag_writtens *values)
{
    int64_t latest = 0;
    for (size_t i = 0; i < values->n; i++) {
        const pag_doubt *doubt = values->at[i].doubt;
        int64_t since = doubt ? pag_mark_since(doubt->why) : 0;
        if (since > latest) latest = since;
    }
    return latest;
}

/* The old year where the head says what was carried over is no mention. */
static void leave_out_carried(pag_renewing *r)
{
    const pag_pack_head *head = pag_bind_head(pag_pack_bind(r->old));
    if (!head->carried) return;
    const pag_outline *outline = pag_place_outline(r->old, head->carried_pos.source);
    const pag_outline_entry *said = outline ? pag_place_value(outline, head->carried_pos) : NULL;
    if (!said) return;
    const size_t at = pag_place_offset(pag_diagnostics_sources(r->diags), head->carried_pos);
    PAG_LIST_ADD(r->arena, &r->edits,
                 (pag_edit){.source = head->carried_pos.source, .at = at, .cut = said->text.len});
}

static void look_at_files(pag_renewing *r)
{
    pag_str *names;
    size_t n = pag_folder_list(r->arena, r->old_folder, &names);
    for (size_t i = 0; i < n; i++) {
        pag_path_kind kind = pag_path_look(pag_path_join(r->arena, r->old_folder, names[i]));
        if (kind != PAG_PATH_FILE || names[i].at[0] == '.') continue;
        uint32_t source = pag_place_source(r, names[i]);
        if (source) pag_texts_add(r, names[i], source);
    }
}

size_t pag_renew_left(pag_arena *arena, pag_pack *pack, pag_renewed_remark **out,
                      const pag_sources **sources)
{
    pag_pos said;
    pag_renewal of = {.new_year = pag_pack_year(pack, &said)};
    pag_sources *own = pag_sources_extend(arena, pag_pack_sources(pack));
    pag_renewing r = {.arena = arena, .out = &of, .old = pack};
    r.diags = pag_diagnostics_create(arena, own);
    r.old_folder = pag_pack_folder(arena, pack);
    pag_writtens values = pag_values_of(&r, pack, true);
    pag_written whole;
    if (pag_values_whole(&r, pack, &whole)) PAG_LIST_ADD(arena, &values, whole);
    r.values = &values;
    *sources = own;
    of.old_year = carried_since(&values);
    if (!of.old_year || of.old_year >= of.new_year) return 0;
    leave_out_carried(&r);
    pag_remarks_add(&r);
    look_at_files(&r);
    pag_remarks_sort(&r.remarks);
    *out = r.remarks.at;
    return r.remarks.n;
}
