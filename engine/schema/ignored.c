/* What the plan says under a key that rules ignore is kept out of evaluations: a text of theirs
 * that says the same is told, and so is one with a word of a name in it. Texts are compared as ids
 * are made of them, word by word. */
#include "schema/reader.h"

#include "base/list.h"

#include <utf8proc.h>

/* --- words --- */

typedef struct word {
    pag_str written;
    bool capital; /* its first letter */
} word;

static bool is_of_a_word(utf8proc_category_t c)
{
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_NO; /* letters, marks, digits */
}

/* False at the end of the text. */
static bool next_word(pag_str text, size_t *at, word *out)
{
    size_t from = text.len;
    for (size_t i = *at; i < text.len;) {
        utf8proc_int32_t code = 0;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text.at + i,
                                              (utf8proc_ssize_t)(text.len - i), &code);
        utf8proc_category_t c = n > 0 ? utf8proc_category(code) : UTF8PROC_CATEGORY_CN;
        bool within = is_of_a_word(c);
        if (within && from == text.len) {
            from = i;
            out->capital = c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
        }
        *at = i;
        if (!within && from < text.len) break;
        i += n > 0 ? (size_t)n : 1;
        *at = i;
    }
    out->written = (pag_str){text.at + from, *at - from};
    return from < text.len;
}

/* Words that stand in names and in any other text. */
static bool is_particle(pag_str folded)
{
    static const pag_str particles[] = {
        PAG_WORD("dei"),   PAG_WORD("del"), PAG_WORD("della"), PAG_WORD("delle"), PAG_WORD("dello"),
        PAG_WORD("degli"), PAG_WORD("dal"), PAG_WORD("dalla"), PAG_WORD("dalle"), PAG_WORD("dallo"),
        PAG_WORD("dagli"), PAG_WORD("san"), PAG_WORD("santa"), PAG_WORD("von"),   PAG_WORD("van")};
    return pag_names_have((pag_names){particles, sizeof particles / sizeof *particles}, folded);
}

/* Long enough to mean somebody. */
static bool may_name(pag_str folded)
{
    enum { LEAST = 3 };
    size_t letters = 0;
    for (size_t i = 0; i < folded.len; i++) letters += folded.at[i] >= 'a' && folded.at[i] <= 'z';
    return letters >= LEAST && !is_particle(folded);
}

/* --- what the plan says --- */

/* "Dr. Ada Rossi": a title with a dot says nothing of who is meant. */
static pag_str without_titles(pag_arena *arena, pag_str text)
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
    return kept.len ? pag_text_str(&kept) : text;
}

/* The words by which somebody is known; of those with and without a capital letter, the ones with.
 */
static void note_names(pag_arena *arena, pag_str text, pag_ignored *out)
{
    word w;
    bool any = false;
    for (size_t at = 0; next_word(text, &at, &w);) any = any || w.capital;
    out->names = PAG_NEW_ARRAY(arena, pag_str, text.len / 2 + 1);
    for (size_t at = 0; next_word(text, &at, &w);) {
        pag_str folded = pag_id_from(arena, w.written);
        if (w.capital == any && may_name(folded)) out->names[out->n_names++] = folded;
    }
}

pag_ignored pag_ignored_of(pag_arena *arena, pag_str key, const pag_node *node)
{
    pag_ignored out = {.key = key, .text = node->text, .pos = node->pos};
    pag_str text = without_titles(arena, node->text);
    out.words = pag_id_from(arena, text);
    note_names(arena, text, &out);
    return out;
}

typedef struct keeping {
    pag_arena *arena;
    pag_diagnostics *diags;
    size_t n, room;
    const pag_ignored **ignored;
    bool ok;
} keeping;

static void collect_rows(keeping *k, const pag_group *group, const pag_planned *planned)
{
    for (size_t r = 0; r < planned->n; r++) {
        const pag_planned_row *row = &planned->rows[r];
        for (size_t i = 0; i < row->n_ignored; i++) {
            k->ignored = pag_list_grown(k->arena, k->ignored, k->n, &k->room, sizeof *k->ignored);
            k->ignored[k->n++] = &row->ignored[i];
        }
        for (size_t i = 0; i < group->n_cells; i++) {
            const pag_planned *inner = row->values[i].inner;
            if (inner) collect_rows(k, group->cells[i].list, inner);
        }
    }
}

/* Of a subject that the evaluation leaves out too. */
static void collect(keeping *k, const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_group *list = group->cells[i].list;
        if (list && list->planned) collect_rows(k, list, list->planned);
        if (list) collect(k, list);
    }
}

/* --- what the evaluation says --- */

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

/* The whole of one within the other. */
static bool says_the_same(pag_str said, pag_str ignored)
{
    if (!has_words(said) || !has_words(ignored)) return pag_str_equal(said, ignored);
    return holds_words(said, ignored) || holds_words(ignored, said);
}

static void tell(keeping *k, const pag_ignored *ignored, pag_str found, pag_pos pos)
{
    pag_text line = {.arena = k->arena};
    pag_text_whole(&line, ignored->pos.line);
    pag_diag_add(k->diags, PAG_E0905, pos, 3, found, ignored->key, pag_text_str(&line))->also =
        ignored->pos;
    k->ok = false;
}

static bool is_name_of(const pag_ignored *ignored, pag_str folded)
{
    return pag_names_have((pag_names){ignored->names, ignored->n_names}, folded);
}

/* Whether a word of the text names somebody. Words of a name or an id do in any case; in running
 * text a word without a capital letter is none. */
static bool judge_words(keeping *k, pag_str text, pag_pos pos, bool running)
{
    word w;
    for (size_t at = 0; next_word(text, &at, &w);) {
        pag_str folded = running && !w.capital ? PAG_STR("") : pag_id_from(k->arena, w.written);
        for (size_t i = 0; folded.len && i < k->n; i++) {
            if (!is_name_of(k->ignored[i], folded)) continue;
            tell(k, k->ignored[i], w.written, pos);
            return true;
        }
    }
    return false;
}

static void judge_text(keeping *k, pag_str text, pag_pos pos, bool running)
{
    pag_str said = text.len ? pag_id_from(k->arena, text) : text;
    for (size_t i = 0; said.len && i < k->n; i++) {
        if (!says_the_same(said, k->ignored[i]->words)) continue;
        tell(k, k->ignored[i], k->ignored[i]->text, pos);
        return;
    }
    (void)judge_words(k, text, pos, running);
}

/* A name is told where it is written, an id only if it does not come from the name. */
static void judge_entry(keeping *k, const pag_entry *entry)
{
    bool named = false;
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_figure *figure = &entry->figures[i];
        if (figure->cell->origin != PAG_GIVEN || !figure->pos.source) continue;
        if (figure->value.kind == PAG_VALUE_TEXT) {
            pag_str text = figure->value.text;
            bool running = text.at != entry->name.at;
            named = named || pag_str_equal(pag_id_from(k->arena, text), entry->id);
            judge_text(k, text, figure->pos, running);
        }
        if (figure->value.kind != PAG_VALUE_SHEET) continue;
        for (size_t m = 0; m < figure->value.sheet->n; m++) {
            const pag_mark *mark = &figure->value.sheet->marks[m];
            judge_text(k, mark->because, mark->pos, true);
        }
    }
    if (entry->parent && !entry->row && !named) judge_text(k, entry->id, entry->pos, false);
}

/* Lists in lists are bounded by the depth of rule files. */
static void judge(keeping *k, const pag_entry *entry)
{
    judge_entry(k, entry);
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_value *value = &entry->figures[i].value;
        if (value->kind != PAG_VALUE_LIST || !value->list) continue;
        for (size_t e = 0; e < value->list->n; e++) judge(k, value->list->entries[e]);
    }
}

bool pag_record_keeps_out(pag_arena *arena, pag_diagnostics *diags, const pag_read_texts *written)
{
    keeping k = {.arena = arena, .diags = diags, .ok = true};
    const pag_head *head = written->head;
    for (size_t i = 0; i < written->n; i++) collect(&k, written->groups[i]);
    for (size_t i = 0; k.n && i < written->n; i++) {
        if (written->subjects[i]) judge(&k, written->subjects[i]);
    }
    for (size_t i = 0; k.n && i < head->n_acknowledged; i++) {
        const pag_acknowledgement *said = &head->acknowledged[i];
        judge_text(&k, said->answer.because, said->because_pos, true);
    }
    return k.ok;
}
