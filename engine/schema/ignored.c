/* What the plan says under a key that rules ignore is kept out of evaluations: a text of theirs
 * that says the same is told. Texts are compared as ids are made of them, word by word. */
#include "schema/reader.h"

#include "base/list.h"

/* "Dr. Ada Rossi": a title with a dot says nothing of who is meant. */
pag_str pag_ignored_words(pag_arena *arena, pag_str text)
{
    pag_text kept = {.arena = arena};
    for (size_t i = 0, end; i < text.len; i = end + 1) {
        end = i;
        while (end < text.len && text.at[end] != ' ') end++;
        if (end > i && text.at[end - 1] != '.') {
            pag_text_put(&kept, (pag_str){text.at + i, end - i});
            pag_text_byte(&kept, ' ');
        }
    }
    return pag_id_from(arena, kept.len ? pag_text_str(&kept) : text);
}

typedef struct keeping {
    pag_arena *arena;
    pag_diagnostics *diags;
    size_t n, room;
    const pag_ignored **ignored;
    bool ok;
} keeping;

/* Calls `see` for every entry. Lists in lists are bounded by the depth of rule files. */
static void each(keeping *k, const pag_entry *entry, void (*see)(keeping *, const pag_entry *))
{
    see(k, entry);
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_value *value = &entry->figures[i].value;
        if (value->kind != PAG_VALUE_LIST || !value->list) continue;
        for (size_t e = 0; e < value->list->n; e++) each(k, value->list->entries[e], see);
    }
}

static void collect(keeping *k, const pag_entry *entry)
{
    for (size_t i = 0; entry->row && i < entry->row->n_ignored; i++) {
        k->ignored = pag_list_grown(k->arena, k->ignored, k->n, &k->room, sizeof *k->ignored);
        k->ignored[k->n++] = &entry->row->ignored[i];
    }
}

/* Whether the words of `part` stand together in `whole`; both are made by pag_id_from. */
static bool holds_words(pag_str whole, pag_str part)
{
    for (size_t i = 0; part.len && i + part.len <= whole.len; i++) {
        size_t end = i + part.len;
        bool begins = i == 0 || whole.at[i - 1] == '-';
        bool ends = end == whole.len || whole.at[end] == '-';
        if (begins && ends && pag_str_equal((pag_str){whole.at + i, part.len}, part)) return true;
    }
    return false;
}

static bool has_words(pag_str id)
{
    size_t i = 0;
    while (i < id.len && id.at[i] != '-') i++;
    return i < id.len;
}

/* The whole of one within the other; a single word in a longer text may mean anything. */
static bool says_the_same(pag_str said, pag_str ignored)
{
    if (!has_words(said) || !has_words(ignored)) return pag_str_equal(said, ignored);
    return holds_words(said, ignored) || holds_words(ignored, said);
}

static void judge_text(keeping *k, pag_str text, pag_pos pos)
{
    pag_str said = text.len ? pag_id_from(k->arena, text) : text;
    for (size_t i = 0; said.len && i < k->n; i++) {
        const pag_ignored *ignored = k->ignored[i];
        if (!says_the_same(said, ignored->words)) continue;
        pag_diag_add(k->diags, PAG_E0905, pos, 2, ignored->text, ignored->key)->also = ignored->pos;
        k->ok = false;
        return;
    }
}

/* A name is told where it is written, an id only if it does not come from the name. */
static void judge_entry(keeping *k, const pag_entry *entry)
{
    bool named = false;
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_figure *figure = &entry->figures[i];
        if (figure->cell->origin != PAG_GIVEN || !figure->pos.source) continue;
        if (figure->value.kind == PAG_VALUE_TEXT) {
            pag_str id = pag_id_from(k->arena, figure->value.text);
            named = named || pag_str_equal(id, entry->id);
            judge_text(k, figure->value.text, figure->pos);
        }
        if (figure->value.kind != PAG_VALUE_SHEET) continue;
        for (size_t m = 0; m < figure->value.sheet->n; m++) {
            const pag_mark *mark = &figure->value.sheet->marks[m];
            judge_text(k, mark->because, mark->pos);
        }
    }
    if (entry->parent && !entry->row && !named) judge_text(k, entry->id, entry->pos);
}

bool pag_record_keeps_out(pag_arena *arena, pag_diagnostics *diags, pag_entry *const *subjects,
                          size_t n)
{
    keeping k = {.arena = arena, .diags = diags, .ok = true};
    for (size_t i = 0; i < n; i++) {
        if (subjects[i]) each(&k, subjects[i], collect);
    }
    for (size_t i = 0; k.n && i < n; i++) {
        if (subjects[i]) each(&k, subjects[i], judge_entry);
    }
    return k.ok;
}
