/* What the administrator of the rules has to look at beside the marked values. */
#include "bind/bind.h"
#include "renew/internal.h"
#include "script/outline.h"

#include <stdlib.h>

void pag_renewing_remark(pag_renewing *r, pag_renewed_kind kind, pag_pos pos, pag_str about,
                         pag_str text)
{
    pag_str file = pag_sources_path(pag_pack_sources(r->old), pos.source), name;
    if (pag_pack_owns(r->old, pos.source, &name)) file = name;
    PAG_LIST_ADD(r->arena, &r->remarks, (pag_renewed_remark){kind, file, pos, about, text});
}

/* --- words that take no mark --- */

static void put_words(pag_renewing *r, const pag_outline_table *braces, const pag_str *words,
                      pag_str about)
{
    pag_text out = {.arena = r->arena};
    pag_pos pos = braces->pos;
    for (; words->len; words++) {
        const pag_outline_entry *entry = pag_place_word(braces, *words);
        if (!entry) continue;
        if (!out.len) pos = entry->key_pos;
        if (out.len) pag_text_put(&out, PAG_STR(", "));
        pag_text_put(&out, entry->key);
        pag_text_put(&out, PAG_STR(" = "));
        pag_text_put(&out, entry->text);
    }
    if (!out.len) return;
    pag_renewing_remark(r, PAG_RENEWED_ATTRIBUTE, pos, about,
                        pag_place_short(r->arena, pag_text_str(&out)));
}

static void look_at_cell(pag_renewing *r, const pag_cell *cell)
{
    static const pag_str words[] = {{"na", 2},  {"min", 3},   {"max", 3},   {"step", 4},
                                    {"sum", 3}, {"split", 5}, {"round", 5}, {"", 0}};
    static const pag_str unrounded[] = {{"na", 2},  {"min", 3},   {"max", 3}, {"step", 4},
                                        {"sum", 3}, {"split", 5}, {"", 0}};
    const pag_outline_table *braces = pag_place_braces(r->old, cell);
    if (!braces) return;
    put_words(r, braces, pag_rounding_of_its_own(braces) ? words : unrounded, pag_cell_label(cell));
}

static void look_at_group(pag_renewing *r, const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) {
            look_at_group(r, cell->list);
        } else {
            look_at_cell(r, cell);
        }
    }
}

static void look_at_policies(pag_renewing *r, const pag_bands *table)
{
    static const pag_str words[] = {{"gaps", 4}, {"round", 5}, {"", 0}};
    pag_str name;
    const pag_outline *outline = pag_place_outline(r->old, table->pos.source);
    if (!outline || !pag_pack_owns(r->old, table->pos.source, &name)) return;
    const pag_outline_table *braces = pag_place_table(outline, table->pos);
    if (braces) put_words(r, braces, words, pag_table_label(table));
}

/* --- dated tables --- */

/* The first day of the new year that is in no row; false when each is in one. */
static bool uncovered(pag_renewing *r, const pag_bands *table, pag_number *day)
{
    const pag_number last = pag_date_of_year(r->out->new_year, true);
    *day = pag_date_of_year(r->out->new_year, false);
    for (size_t i = 0; i < table->n; i++) {
        const pag_band *row = &table->rows[i];
        bool holds = pag_number_order(row->low.number, *day) <= 0;
        if (!holds) break;
        if (row->high.kind != PAG_EDGE_NUMBER) return false;
        if (pag_number_order(row->high.number, *day) < 0) continue;
        pag_number one = pag_number_whole(r->arena, 1);
        if (pag_number_add(r->arena, day, row->high.number, one) != PAG_NUMBER_OK) return false;
    }
    return pag_number_order(*day, last) <= 0;
}

static void look_at_tables(pag_renewing *r)
{
    const pag_bands *table;
    for (size_t i = 0; (table = pag_bind_table(pag_pack_bind(r->old), i)); i++) {
        pag_number day;
        look_at_policies(r, table);
        if (table->kind != PAG_TABLE_DATED || !uncovered(r, table, &day)) continue;
        pag_renewing_remark(r, PAG_RENEWED_TABLE, table->pos, pag_table_label(table),
                            pag_number_plain(r->arena, day));
    }
}

/* --- the plan --- */

static void look_at_plan(pag_renewing *r)
{
    const pag_plan *plan = pag_pack_plan(r->old);
    pag_number first = pag_date_of_year(r->out->new_year, false);
    pag_number last = pag_date_of_year(r->out->new_year, true);
    if (!plan) return;
    bool covers = pag_number_order(plan->from, first) <= 0 && pag_number_order(last, plan->to) <= 0;
    if (!covers) {
        pag_renewing_remark(r, PAG_RENEWED_PLAN, plan->period_pos, pag_pack_plan_name(r->old),
                            pag_text_join(r->arena, 3, pag_number_plain(r->arena, plan->from),
                                          PAG_STR(" – "), pag_number_plain(r->arena, plan->to)));
    }
    for (size_t i = 0; i < plan->n_sheets; i++) {
        const pag_plan_sheet *sheet = &plan->sheets[i];
        if (!sheet->year || sheet->year == r->out->new_year) continue;
        pag_text year = {.arena = r->arena};
        pag_text_whole(&year, sheet->year);
        pag_renewing_remark(r, PAG_RENEWED_SHEET, sheet->year_pos, sheet->path,
                            pag_text_str(&year));
    }
}

void pag_remarks_add(pag_renewing *r)
{
    for (size_t i = 0; i < pag_pack_subjects(r->old); i++) {
        look_at_group(r, pag_pack_subject(r->old, i));
    }
    look_at_tables(r);
    look_at_plan(r);
}

/* --- the old year in texts --- */

static bool is_digit(pag_str text, size_t at)
{
    return at < text.len && text.at[at] >= '0' && text.at[at] <= '9';
}

static bool joins_numbers(char c)
{
    return c == '/' || c == '-' || c == '.';
}

/* 16.7.2024, 1/2024 and 2024/2026 are dates and names of acts, which do not change with the year.
 */
static bool stands_alone(pag_str text, size_t at, size_t len)
{
    if (is_digit(text, at + len) || (at > 0 && is_digit(text, at - 1))) return false;
    bool before = at > 1 && joins_numbers(text.at[at - 1]) && is_digit(text, at - 2);
    bool after =
        at + len < text.len && joins_numbers(text.at[at + len]) && is_digit(text, at + len + 1);
    return !before && !after;
}

size_t pag_mention_find(pag_str text, int64_t year, size_t from)
{
    enum { DIGITS = 4 };
    char digits[DIGITS];
    for (size_t i = DIGITS; i-- > 0; year /= 10) digits[i] = (char)('0' + year % 10);
    for (size_t at = from; at + DIGITS <= text.len; at++) {
        bool there = pag_str_equal((pag_str){text.at + at, DIGITS}, (pag_str){digits, DIGITS});
        if (there && stands_alone(text, at, DIGITS)) return at;
    }
    return text.len;
}

static bool is_comment(pag_str line)
{
    size_t at = 0;
    while (at < line.len && line.at[at] == ' ') at++;
    return at < line.len && line.at[at] == '#';
}

static bool is_within(const char *bytes, pag_str text, size_t at)
{
    const size_t from = (size_t)(text.at - bytes);
    return text.len && at >= from && at < from + text.len;
}

/* A value is told by itself, and its reason with it; what is written around them is not, nor the
 * lines of a long formula. */
static bool is_of_value(const pag_renewing *r, const pag_written *w, size_t at)
{
    const char *bytes = pag_sources_bytes(pag_pack_sources(r->old), w->pos.source).at;
    bool short_one = pag_str_find(w->text, '\n') == w->text.len;
    return (short_one && is_within(bytes, w->text, at)) ||
           (w->doubt && is_within(bytes, w->why, at));
}

/* What is replaced is told with what was done to it. */
static bool is_told(const pag_renewing *r, uint32_t source, size_t at)
{
    for (size_t i = 0; i < r->edits.n; i++) {
        const pag_edit *e = &r->edits.at[i];
        if (e->source == source && at >= e->at && at < e->at + e->cut) return true;
    }
    for (size_t i = 0; r->values && i < r->values->n; i++) {
        const pag_written *w = &r->values->at[i];
        if (w->pos.source == source && is_of_value(r, w, at)) return true;
    }
    return false;
}

/* The first mention of the old year in a line of that source that begins there, and that nothing
 * else tells; or the length of the line. */
static size_t untold_mention(const pag_renewing *r, uint32_t source, pag_str line, size_t from)
{
    enum { DIGITS = 4 };
    size_t at = pag_mention_find(line, r->out->old_year, 0);
    while (at < line.len && is_told(r, source, from + at)) {
        at = pag_mention_find(line, r->out->old_year, at + DIGITS);
    }
    return at;
}

/* The line from a little before the year on. */
static pag_str excerpt(pag_arena *arena, pag_str line, size_t at)
{
    enum { BEFORE = 30 };
    size_t from = at > BEFORE ? at - BEFORE : 0;
    while (from > 0 && from < line.len && line.at[from] != ' ') from--;
    pag_str rest = {line.at + from, line.len - from};
    return pag_text_join(arena, 2, from ? PAG_STR("…") : PAG_STR(""), pag_place_short(arena, rest));
}

static void add_mentions(pag_renewing *r, pag_str file, pag_str bytes, uint32_t source)
{
    bool document = pag_path_is_document(file);
    for (size_t from = 0, len; from < bytes.len; from += len + 1) {
        pag_str rest = {bytes.at + from, bytes.len - from};
        pag_str line = {rest.at, len = pag_str_find(rest, '\n')};
        if (document && !is_comment(line)) continue;
        size_t at = document ? pag_mention_find(line, r->out->old_year, 0)
                             : untold_mention(r, source, line, from);
        if (at == len) continue;
        pag_pos pos = pag_sources_at(pag_diagnostics_sources(r->diags), source, from + at, 4);
        PAG_LIST_ADD(r->arena, &r->remarks,
                     (pag_renewed_remark){PAG_RENEWED_MENTION, file, pos, PAG_STR(""),
                                          excerpt(r->arena, line, at)});
    }
}

void pag_texts_add(pag_renewing *r, pag_str name, uint32_t source)
{
    pag_str bytes = pag_sources_bytes(pag_diagnostics_sources(r->diags), source);
    if (pag_str_ends(name, PAG_STR(".lua"))) pag_numbers_add(r, source);
    if (pag_str_find(bytes, '\0') == bytes.len) add_mentions(r, name, bytes, source);
}

static int remark_order(const void *a, const void *b)
{
    const pag_renewed_remark *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    return pag_place_order(x->file, x->pos, y->file, y->pos);
}

void pag_remarks_sort(pag_remarks *remarks)
{
    if (remarks->n) qsort(remarks->at, remarks->n, sizeof *remarks->at, remark_order);
}
