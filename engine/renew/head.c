/* What becomes of  pack { … }: the year, the title, and the mark of the rules as a whole. */
#include "bind/bind.h"
#include "renew/internal.h"
#include "script/outline.h"

static void change(pag_renewing *r, const pag_outline_entry *entry, pag_str after)
{
    const pag_sources *sources = pag_pack_sources(r->old);
    const uint32_t source = entry->value_pos.source;
    const char *bytes = pag_sources_bytes(sources, source).at;
    pag_edit e = {source, (size_t)(entry->text.at - bytes), entry->text.len, after};
    PAG_LIST_ADD(r->arena, &r->edits, e);
    PAG_LIST_ADD(r->arena, &r->changes,
                 (pag_renewed_change){pag_path_name(pag_sources_path(sources, source)),
                                      entry->value_pos, entry->key, entry->text, after});
}

/* The text with the old year, wherever that stands for the year, replaced by the new one. */
static pag_str with_new_year(pag_renewing *r, pag_str text)
{
    pag_text out = {.arena = r->arena};
    size_t done = 0, at;
    enum { DIGITS = 4 };
    while ((at = pag_mention_find(text, r->out->old_year, done)) < text.len) {
        pag_text_put(&out, (pag_str){text.at + done, at - done});
        pag_text_put(&out, r->out->year);
        done = at + DIGITS;
    }
    pag_text_put(&out, (pag_str){text.at + done, text.len - done});
    return pag_text_str(&out);
}

/* --- the rules as a whole --- */

/* to_confirm(2024, "dal 2024: …") */
static pag_str whole_text(pag_renewing *r)
{
    pag_text year = {.arena = r->arena};
    pag_text_whole(&year, r->out->old_year);
    pag_str why = r->out->lang == PAG_IT
                      ? PAG_STR("ciò che non può avere un segno suo (condizioni, limiti, passi, "
                                "ripartizioni, formule senza numeri) non è ancora riletto")
                      : PAG_STR("what can take no mark of its own (conditions, bounds, steps, "
                                "splits, formulas without numbers) is not read again yet");
    return pag_text_join(r->arena, 6, PAG_STR("to_confirm("), pag_text_str(&year), PAG_STR(", \""),
                         pag_mark_age(r), why, PAG_STR("\")"));
}

/* Where an entry begins that may be written  ["year"] = …  */
static size_t begin_of(const char *bytes, size_t key)
{
    size_t at = key;
    while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '"' || bytes[at - 1] == '\'')) at--;
    return at > 0 && bytes[at - 1] == '[' ? at - 1 : key;
}

/* Before an entry of the head: on a line of its own where that begins one. */
static void put_before(pag_renewing *r, const pag_outline_entry *entry, pag_str text)
{
    const pag_sources *sources = pag_pack_sources(r->old);
    const pag_pos pos = entry->key_pos;
    pag_str line = pag_sources_line(sources, pos.source, pos.line);
    const char *bytes = pag_sources_bytes(sources, pos.source).at;
    const size_t at = begin_of(bytes, pag_place_offset(sources, pos));
    size_t indent = 0;
    while (indent < line.len && line.at[indent] == ' ') indent++;
    bool alone = bytes + at == line.at + indent;
    pag_str after = alone ? pag_text_join(r->arena, 2, PAG_STR("\n"), (pag_str){line.at, indent})
                          : PAG_STR(" ");
    text = pag_text_join(r->arena, 4, PAG_STR("carried = "), text, PAG_STR(","), after);
    PAG_LIST_ADD(r->arena, &r->edits, (pag_edit){pos.source, at, 0, text});
}

/* A mark that is there already keeps its age. */
static void mark_whole(pag_renewing *r, const pag_pack_head *head, const pag_outline_table *braces)
{
    const pag_outline_entry *said = pag_place_word(braces, PAG_STR("carried"));
    const uint32_t source = braces->pos.source;
    pag_written whole;
    if (head->doubt) {
        if (pag_values_whole(r, r->old, &whole)) pag_mark_tell_age(r, &whole);
        return;
    }
    pag_str text = whole_text(r);
    if (said) {
        const char *bytes = pag_sources_bytes(pag_pack_sources(r->old), source).at;
        pag_edit e = {source, (size_t)(said->text.at - bytes), said->text.len, text};
        PAG_LIST_ADD(r->arena, &r->edits, e);
    } else if (braces->n) {
        const pag_outline_entry *year = pag_place_word(braces, PAG_STR("year"));
        put_before(r, year ? year : &braces->entries[0], text);
    } else {
        const size_t at = pag_place_offset(pag_pack_sources(r->old), braces->pos) + 1;
        text = pag_text_join(r->arena, 3, PAG_STR(" carried = "), text, PAG_STR(" "));
        PAG_LIST_ADD(r->arena, &r->edits, (pag_edit){source, at, 0, text});
    }
}

void pag_head_edit(pag_renewing *r)
{
    const pag_pack_head *head = pag_bind_head(pag_pack_bind(r->old));
    const pag_outline *outline = pag_place_outline(r->old, head->pos.source);
    const pag_outline_table *braces = outline ? pag_place_table(outline, head->pos) : NULL;
    if (!braces) return;
    mark_whole(r, head, braces);
    const pag_outline_entry *title = pag_place_word(braces, PAG_STR("title"));
    const pag_outline_entry *year = pag_place_word(braces, PAG_STR("year"));
    if (title) {
        pag_str after = with_new_year(r, title->text);
        if (!pag_str_equal(after, title->text)) change(r, title, after);
    }
    if (year) {
        change(r, year, r->out->year);
    } else {
        pag_renewing_remark(r, PAG_RENEWED_NO_YEAR, head->pos, PAG_STR("year"), r->out->year);
    }
}
