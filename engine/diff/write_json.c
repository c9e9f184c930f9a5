/* The same for programs: one object, pagella.diff/1. */
#include "diff/writing.h"

#include "base/json.h"

static void key(pag_json *json, const char *name)
{
    pag_json_key(json, pag_str_from(name));
}

static void put_packs(const pag_diff_writing *w, pag_json *json)
{
    key(json, "packs");
    pag_json_begin_array(json);
    for (int side = 0; side < 2; side++) {
        const pag_pack *pack = w->diff->order.packs[side];
        pag_json_begin_object(json);
        pag_json_put_string(json, PAG_STR("name"), pag_pack_name(pack));
        pag_json_put_string(json, PAG_STR("sha256"), pag_pack_hash(pack));
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

/* --- edits --- */

static pag_str effect_word(pag_diff_effect effect)
{
    switch (effect) {
    case PAG_DIFF_WORDS: return PAG_STR("words");
    case PAG_DIFF_NONE: return PAG_STR("none");
    case PAG_DIFF_RANGES: return PAG_STR("ranges");
    case PAG_DIFF_MARKS: return PAG_STR("marks");
    case PAG_DIFF_SCALE: return PAG_STR("scale");
    case PAG_DIFF_OPEN: return PAG_STR("open");
    case PAG_DIFF_YEAR: return PAG_STR("year");
    case PAG_DIFF_RENAMED: return PAG_STR("renamed");
    }
    return PAG_STR("");
}

static void put_piece(const pag_diff_writing *w, pag_json *json, const pag_edit_piece *piece)
{
    static const char *const sides[] = {"before", "after"};
    pag_json_begin_object(json);
    for (int side = 0; side < 2; side++) {
        if (!piece->there[side]) continue;
        const pag_sources *sources = pag_pack_sources(w->diff->order.packs[side]);
        const pag_pos pos = piece->pos[side];
        key(json, sides[side]);
        pag_json_begin_object(json);
        if (!piece->whole) pag_json_put_string(json, PAG_STR("text"), piece->texts[side]);
        pag_json_put_string(json, PAG_STR("file"), pag_sources_path(sources, pos.source));
        pag_json_put_whole(json, PAG_STR("line"), pos.line);
        pag_json_put_whole(json, PAG_STR("column"), pos.column);
        pag_json_end_object(json);
    }
    pag_json_end_object(json);
}

static void put_end(const pag_diff_writing *w, pag_json *json, const pag_diff_range *range, int end)
{
    static const char *const words[2][2] = {{"above", "from"}, {"below", "to"}};
    if (!range->bounded[end]) return;
    pag_json_put_string(json, pag_str_from(words[end][range->inside[end]]),
                        pag_number_plain(w->arena, range->ends[end]));
}

static void put_range(const pag_diff_writing *w, pag_json *json, const pag_diff_range *range)
{
    static const char *const kinds[] = {"other", "comes", "goes"};
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("kind"), pag_str_from(kinds[range->kind]));
    if (range->by_path.len) pag_json_put_string(json, PAG_STR("by"), range->by_path);
    if (range->by) {
        pag_json_put_string(json, PAG_STR("by"), pag_cell_path(w->arena, range->by));
    }
    if (range->table.len) pag_json_put_string(json, PAG_STR("table"), range->table);
    if (range->caller.len) pag_json_put_string(json, PAG_STR("called_by"), range->caller);
    if (range->key.len) pag_json_put_string(json, PAG_STR("key"), range->key);
    put_end(w, json, range, 0);
    put_end(w, json, range, 1);
    pag_json_put_string(json, PAG_STR("gave"), range->gives[0]);
    pag_json_put_string(json, PAG_STR("gives"), range->gives[1]);
    if (range->count) pag_json_put_whole(json, PAG_STR("scores"), (int64_t)range->count);
    if (range->count && range->at_most) pag_json_put_bool(json, PAG_STR("at_most"), true);
    pag_json_end_object(json);
}

static void put_scales(pag_json *json, const pag_edit *edit)
{
    key(json, "marks");
    pag_json_begin_array(json);
    for (size_t i = 0; i < edit->n_scales; i++) {
        pag_json_begin_object(json);
        pag_json_put_string(json, PAG_STR("gone"), edit->scales[i].marks[0]);
        pag_json_put_string(json, PAG_STR("new"), edit->scales[i].marks[1]);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

static void put_edit(const pag_diff_writing *w, pag_json *json, const pag_edit *edit, size_t number)
{
    pag_json_begin_object(json);
    pag_json_put_whole(json, PAG_STR("edit"), (int64_t)number + 1);
    pag_json_put_string(json, PAG_STR("name"), edit->name);
    if (edit->title.len) pag_json_put_string(json, PAG_STR("title"), edit->title);
    pag_json_put_string(json, PAG_STR("effect"), effect_word(edit->effect));
    if (edit->effect == PAG_DIFF_RENAMED) {
        pag_json_put_string(json, PAG_STR("renamed"), edit->renamed);
        pag_json_put_bool(json, PAG_STR("given"), edit->given);
    }
    pag_json_put_bool(json, PAG_STR("alone"), edit->alone);
    if (edit->also) pag_json_put_bool(json, PAG_STR("also"), true);
    if (edit->tried) pag_json_put_whole(json, PAG_STR("tried"), (int64_t)edit->tried);
    if (edit->n_scales) put_scales(json, edit);
    if (edit->unfollowed.len) {
        pag_json_put_string(json, PAG_STR("not_followed"), edit->unfollowed);
    }
    key(json, "pieces");
    pag_json_begin_array(json);
    for (size_t i = 0; i < edit->n; i++) put_piece(w, json, &edit->pieces[i]);
    pag_json_end_array(json);
    key(json, "ranges");
    pag_json_begin_array(json);
    for (size_t i = 0; i < edit->n_ranges; i++) put_range(w, json, &edit->ranges[i]);
    pag_json_end_array(json);
    pag_json_end_object(json);
}

/* --- what it costs --- */

static void put_amount(const pag_diff_writing *w, pag_json *json, const char *name, pag_number x,
                       bool hidden)
{
    key(json, name);
    if (hidden) {
        pag_json_null(json);
    } else {
        pag_json_string(json, pag_number_plain(w->arena, x));
    }
}

static void put_amounts(const pag_diff_writing *w, pag_json *json, const pag_number *amounts,
                        pag_number difference, const bool *withheld)
{
    bool draft = w->style->draft;
    put_amount(w, json, "before", amounts[0], withheld[0] && !draft);
    put_amount(w, json, "after", amounts[1], withheld[1] && !draft);
    put_amount(w, json, "difference", difference, pag_diff_hides(w, withheld));
    if (withheld[0] || withheld[1]) pag_json_put_bool(json, PAG_STR("withheld"), true);
}

static void put_files(const pag_diff_writing *w, pag_json *json)
{
    key(json, "files");
    pag_json_begin_array(json);
    for (size_t i = 0; i < w->diff->n_files; i++) {
        pag_json_begin_object(json);
        pag_json_put_string(json, PAG_STR("file"), w->diff->files[i].path);
        pag_json_put_bool(json, PAG_STR("example"), w->diff->examples[i]);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

/* Whether any of the files is one: then what is summed up is not all real. */
static bool has_example(const pag_diff *diff)
{
    for (size_t i = 0; i < diff->n_files; i++) {
        if (diff->examples[i]) return true;
    }
    return false;
}

static void put_paid(const pag_diff_writing *w, pag_json *json)
{
    key(json, "figures");
    pag_json_begin_array(json);
    for (size_t i = 0; i < w->diff->n_paid; i++) {
        const pag_diff_paid *paid = &w->diff->paid[i];
        pag_json_begin_object(json);
        pag_json_put_string(json, PAG_STR("file"), w->diff->files[paid->file].path);
        pag_json_put_string(json, PAG_STR("figure"), paid->path);
        if (paid->id.len) pag_json_put_string(json, PAG_STR("entry"), paid->id);
        put_amounts(w, json, paid->amounts, paid->difference, paid->withheld);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

/* Which of the four, in the order of their flags. */
static void put_roles(pag_json *json, const pag_diff_total *total)
{
    static const char *const sides[] = {"before", "after"};
    static const char *const words[] = {"own", "sum", "parts", "unclear"};
    key(json, "roles");
    pag_json_begin_object(json);
    for (int side = 0; side < 2; side++) {
        key(json, sides[side]);
        pag_json_begin_array(json);
        for (unsigned i = 0; i < 4; i++) {
            if (total->roles[side] & (1U << i)) pag_json_string(json, pag_str_from(words[i]));
        }
        pag_json_end_array(json);
    }
    pag_json_end_object(json);
}

static void put_totals(const pag_diff_writing *w, pag_json *json)
{
    key(json, "totals");
    pag_json_begin_array(json);
    for (size_t i = 0; i < w->diff->n_totals; i++) {
        const pag_diff_total *total = &w->diff->totals[i];
        pag_json_begin_object(json);
        pag_json_put_string(json, PAG_STR("figure"), total->path);
        if (total->title.len) pag_json_put_string(json, PAG_STR("title"), total->title);
        pag_json_put_bool(json, PAG_STR("counts"), pag_diff_counts(total));
        put_roles(json, total);
        put_amounts(w, json, total->amounts, total->difference, total->withheld);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

static bool is_of(const pag_diff *diff, const pag_diff_charge *charge, size_t edit)
{
    for (size_t k = 0; k < charge->n; k++) {
        bool in = diff->edits[edit].with == charge->edits[k];
        if (in && pag_edit_can_be_made(&diff->edits[edit])) return true;
    }
    return false;
}

static bool is_needed(const pag_diff *diff, const pag_diff_charge *charge, size_t edit)
{
    for (size_t k = 0; k < charge->n; k++) {
        const pag_edit *e = &diff->edits[charge->edits[k]];
        for (size_t i = 0; i < e->n_needs; i++) {
            if (e->needs[i] == edit) return true;
        }
    }
    return false;
}

/* The numbers of the edits: those that go only together, or that act upon one another; and those
 * that they need. */
static void put_charged(const pag_diff *diff, pag_json *json, const pag_diff_charge *charge)
{
    size_t needed = 0;
    bool loose = false;
    key(json, "edits");
    pag_json_begin_array(json);
    for (size_t i = 0; i < diff->n_edits; i++) {
        bool own = is_of(diff, charge, i);
        needed += !own && is_needed(diff, charge, i);
        loose = loose || (own && diff->edits[i].loose);
        if (own) pag_json_whole(json, (int64_t)i + 1);
    }
    pag_json_end_array(json);
    if (needed) {
        key(json, "only_with");
        pag_json_begin_array(json);
        for (size_t i = 0; i < diff->n_edits; i++) {
            bool own = is_of(diff, charge, i);
            if (!own && is_needed(diff, charge, i)) pag_json_whole(json, (int64_t)i + 1);
        }
        pag_json_end_array(json);
    }
    if (loose) pag_json_put_bool(json, PAG_STR("fewer_may_do"), true);
}

static void put_charge(const pag_diff_writing *w, pag_json *json, const pag_diff_charge *charge)
{
    const pag_diff *diff = w->diff;
    pag_json_begin_object(json);
    if (charge->of != PAG_DIFF_IN_ALL) {
        pag_json_put_string(json, PAG_STR("figure"), diff->totals[charge->of].path);
    }
    pag_json_put_bool(json, PAG_STR("interaction"), charge->n != 1);
    put_charged(diff, json, charge);
    put_amount(w, json, "amount", charge->amount, false);
    pag_json_end_object(json);
}

/* Where the figures do not add up to one sum, there are no amounts. */
static void put_in_all(const pag_diff_writing *w, pag_json *json)
{
    const pag_diff *diff = w->diff;
    key(json, "cost");
    pag_json_begin_object(json);
    pag_json_put_bool(json, PAG_STR("example"), has_example(diff));
    pag_json_put_bool(json, PAG_STR("adds_up"), diff->adds_up);
    if (diff->adds_up) {
        put_amounts(w, json, diff->amounts, diff->difference, diff->withheld);
    } else {
        put_amount(w, json, "before", diff->amounts[0], true);
        put_amount(w, json, "after", diff->amounts[1], true);
        put_amount(w, json, "difference", diff->difference, true);
    }
    key(json, "without");
    pag_json_begin_array(json);
    for (size_t i = 0; i < diff->n_beside; i++) pag_json_string(json, diff->beside[i].path);
    pag_json_end_array(json);
    pag_json_end_object(json);
}

/* Pairs of edits that nobody looked at: what they do together is in the charge of no edits. */
static void put_untried(const pag_diff_writing *w, pag_json *json)
{
    const pag_diff *diff = w->diff;
    if (!diff->n_untried) return;
    key(json, "untried");
    pag_json_begin_array(json);
    for (size_t i = 0; i < diff->n_untried; i++) {
        const pag_diff_untried *u = &diff->untried[i];
        pag_json_begin_object(json);
        if (u->of != PAG_DIFF_IN_ALL) {
            pag_json_put_string(json, PAG_STR("figure"), diff->totals[u->of].path);
        }
        pag_json_put_whole(json, PAG_STR("pairs"), (int64_t)u->pairs);
        pag_json_put_whole(json, PAG_STR("untried"), (int64_t)u->untried);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

static void put_cost(const pag_diff_writing *w, pag_json *json)
{
    const pag_diff *diff = w->diff;
    put_files(w, json);
    put_paid(w, json);
    put_totals(w, json);
    key(json, "charges");
    pag_json_begin_array(json);
    for (size_t i = 0; i < diff->n_charges && !pag_diff_hides(w, diff->withheld); i++) {
        put_charge(w, json, &diff->charges[i]);
    }
    pag_json_end_array(json);
    put_untried(w, json);
    put_in_all(w, json);
}

void pag_diff_write_json(const pag_diff *diff, const pag_diff_style *style, pag_arena *scratch,
                         pag_sink *sink)
{
    const pag_diff_writing w = {diff, style, scratch, NULL};
    pag_json json = {.sink = sink};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.diff/1"));
    put_packs(&w, &json);
    pag_json_put_bool(&json, PAG_STR("same"), diff->same);
    pag_json_put_bool(&json, PAG_STR("draft"), style->draft);
    key(&json, "edits");
    pag_json_begin_array(&json);
    for (size_t i = 0; i < diff->n_edits; i++) put_edit(&w, &json, &diff->edits[i], i);
    pag_json_end_array(&json);
    if (diff->costed) put_cost(&w, &json);
    if (diff->n_files && !diff->costed) {
        key(&json, "cost");
        pag_json_null(&json);
    }
    pag_json_end_object(&json);
}
