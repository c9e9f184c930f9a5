/* What the plan says under a key that rules ignore is kept out of all that results show: a text of
 * an evaluation, of a test case, or of the plan itself that says the same is told, and so is one
 * with a name in it. */
#include "schema/reader.h"

#include "base/list.h"

/* --- what the plan says --- */

pag_ignored pag_ignored_of(pag_arena *arena, const pag_group *group, pag_str key,
                           const pag_node *node)
{
    pag_ignored out = {.key = key, .text = node->text, .pos = node->pos};
    out.who = pag_names_of(arena, node->text, group->posts, group->n_posts);
    return out;
}

typedef struct keeping {
    pag_arena *arena;
    pag_diagnostics *diags;
    size_t n, room;
    const pag_ignored **ignored;
    pag_spelling said; /* of the text that is being judged */
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

static const pag_ignored *same_as(const keeping *k, pag_str said)
{
    for (size_t i = 0; said.len && i < k->n; i++) {
        if (says_the_same(said, k->ignored[i]->who.words)) return k->ignored[i];
    }
    return NULL;
}

/* True when there was something to tell. */
static bool judge_text(keeping *k, pag_str text, pag_pos pos)
{
    pag_str found;
    if (!text.len) return false;
    const pag_ignored *same = same_as(k, pag_id_from(k->arena, text));
    if (same) tell(k, same, same->text, pos);
    if (same) return true;
    pag_spell(k->arena, text, &k->said);
    for (size_t i = 0; i < k->n; i++) {
        if (!pag_names_are_in(&k->ignored[i]->who, &k->said, &found)) continue;
        tell(k, k->ignored[i], found, pos);
        return true;
    }
    return false;
}

/* A name is told where it is written, an id only if it does not come from the name. */
static void judge_entry(keeping *k, const pag_entry *entry)
{
    bool named = false;
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_figure *figure = &entry->figures[i];
        bool elsewhere = entry->row && figure->pos.source == entry->row->pos.source;
        if (!figure->pos.source || elsewhere) continue; /* the plan's own is judged with the plan */
        if (figure->value.kind == PAG_VALUE_TEXT) {
            pag_str text = figure->value.text;
            named = named || pag_str_equal(pag_id_from(k->arena, text), entry->id);
            (void)judge_text(k, text, figure->pos);
        }
        if (figure->value.kind != PAG_VALUE_SHEET) continue;
        for (size_t m = 0; m < figure->value.sheet->n; m++) {
            const pag_mark *mark = &figure->value.sheet->marks[m];
            (void)judge_text(k, mark->because, mark->pos);
        }
    }
    if (entry->parent && !entry->row && !named) (void)judge_text(k, entry->id, entry->pos);
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

/* By the last part of its path: the folders are of the machine. */
static void judge_file(keeping *k, pag_str path)
{
    pag_str found, name = path;
    for (size_t i = path.len; i > 0 && name.len == path.len; i--) {
        if (path.at[i - 1] == '/') name = (pag_str){path.at + i, path.len - i};
    }
    pag_spell(k->arena, name, &k->said);
    for (size_t i = 0; i < k->n; i++) {
        const pag_ignored *ignored = k->ignored[i];
        if (!pag_names_are_in(&ignored->who, &k->said, &found)) continue;
        pag_diag_add(k->diags, PAG_E0907, (pag_pos){0}, 3, path, found, ignored->key)->also =
            ignored->pos;
        k->ok = false;
        return;
    }
}

bool pag_record_keeps_out(pag_arena *arena, pag_diagnostics *diags, const pag_read_texts *written)
{
    keeping k = {.arena = arena, .diags = diags, .ok = true};
    const pag_head *head = written->head;
    const pag_node *sentence = written->sentence, *note = written->note;
    for (size_t i = 0; i < written->n; i++) collect(&k, written->groups[i]);
    if (k.n && sentence) (void)judge_text(&k, sentence->text, sentence->pos);
    if (k.n && note) (void)judge_text(&k, note->text, note->pos);
    for (size_t i = 0; k.n && i < written->n; i++) {
        if (written->subjects[i]) judge(&k, written->subjects[i]);
    }
    for (size_t i = 0; k.n && i < written->n_files; i++) judge_file(&k, written->files[i]);
    for (size_t i = 0; k.n && i < head->n_acknowledged; i++) {
        const pag_acknowledgement *said = &head->acknowledged[i];
        (void)judge_text(&k, said->answer.because, said->because_pos);
    }
    return k.ok;
}

/* --- what the plan says elsewhere --- */

/* Two lists of rules may take the same text. */
static bool is_told(const keeping *k, pag_pos pos)
{
    for (size_t i = pag_diagnostics_count(k->diags); i > 0; i--) {
        const pag_diagnostic *d = pag_diagnostics_at(k->diags, i - 1);
        bool there = d->pos.source == pos.source && d->pos.line == pos.line;
        if (d->code == PAG_E0905 && there && d->pos.column == pos.column) return true;
    }
    return false;
}

static void judge_planned_text(keeping *k, pag_str text, pag_pos pos)
{
    if (!is_told(k, pos)) (void)judge_text(k, text, pos);
}

static void judge_rows(keeping *k, const pag_group *group, const pag_planned *planned);

static void judge_row(keeping *k, const pag_group *group, const pag_planned_row *row)
{
    bool named = false;
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_planned_value *said = &row->values[i];
        if (said->inner) judge_rows(k, group->cells[i].list, said->inner);
        if (said->value.kind != PAG_VALUE_TEXT || !said->pos.source) continue;
        named = named || pag_str_equal(said->value.text, row->name);
        judge_planned_text(k, said->value.text, said->pos);
    }
    if (!named) judge_planned_text(k, row->name, row->pos);
    if (!pag_str_equal(pag_id_from(k->arena, row->name), row->id)) {
        judge_planned_text(k, row->id, row->pos);
    }
}

/* Lists in lists are bounded by the depth of rule files. */
static void judge_rows(keeping *k, const pag_group *group, const pag_planned *planned)
{
    for (size_t r = 0; r < planned->n; r++) judge_row(k, group, &planned->rows[r]);
}

static void judge_criteria(keeping *k, const pag_cell *sheet)
{
    for (size_t i = 0; sheet->criteria_from.len && i < sheet->n_criteria; i++) {
        const pag_criterion *c = &sheet->criteria[i];
        const pag_str texts[] = {c->id, c->title, c->expected, c->indicator, c->note};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            judge_planned_text(k, texts[t], c->pos);
        }
    }
}

static void judge_title(keeping *k, pag_str text, pag_pos pos)
{
    const pag_ignored *same = same_as(k, pag_id_from(k->arena, text));
    if (same && has_words(same->who.words) && !is_told(k, pos)) tell(k, same, text, pos);
}

/* What results show of the rules themselves: by the whole of what is ignored, since a surname alone
 * may well be a word of theirs. */
static void judge_said(keeping *k, const pag_cell *cell)
{
    judge_title(k, cell->title, cell->pos);
    judge_title(k, cell->column, cell->pos);
    for (size_t i = 0; i < cell->n_choices; i++) judge_title(k, cell->choices[i].title, cell->pos);
}

static void judge_planned(keeping *k, const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_group *list = group->cells[i].list;
        judge_said(k, &group->cells[i]);
        if (!list) judge_criteria(k, &group->cells[i]);
        if (list && list->planned) judge_rows(k, list, list->planned);
        if (list) judge_planned(k, list);
    }
}

bool pag_plan_keeps_out(pag_arena *arena, pag_diagnostics *diags, pag_group *const *subjects,
                        size_t n)
{
    keeping k = {.arena = arena, .diags = diags, .ok = true};
    for (size_t i = 0; i < n; i++) collect(&k, subjects[i]);
    for (size_t i = 0; k.n && i < n; i++) judge_planned(&k, subjects[i]);
    return k.ok;
}
