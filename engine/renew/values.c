/* The values that a pack declares: fixed values and defaults of its cells, and what the rows of its
 * tables give, also where that is a formula: the row is carried over like the others; the marks
 * and criteria of sheets; formulas that rest on values written in the rules (rests.c). Words that
 * take no mark are none of them. What is to be confirmed already is among them, wherever it stands.
 */
#include "bind/bind.h"
#include "renew/internal.h"
#include "script/outline.h"

typedef struct looking {
    pag_renewing *r;
    pag_arena *arena;
    pag_pack *pack;
    bool tell;
    pag_writtens found;
} looking;

static void remark(looking *l, pag_renewed_kind kind, pag_pos pos, const pag_written *w)
{
    if (l->tell) pag_renewing_remark(l->r, kind, pos, w->about, pag_place_short(l->arena, w->text));
}

/* The same text may be the value of several cells, and one doubt may be about several values. */
static bool is_known(const looking *l, const pag_written *w)
{
    for (size_t i = 0; i < l->found.n; i++) {
        if (l->found.at[i].text.at == w->text.at) return true;
    }
    return false;
}

static bool is_own(looking *l, pag_pos pos)
{
    pag_str name;
    return pos.source && pag_pack_owns(l->pack, pos.source, &name);
}

static void add(looking *l, pag_written w)
{
    const pag_outline *outline = pag_place_outline(l->pack, w.pos.source);
    if (!outline || is_known(l, &w)) return;
    if (!w.doubt && pag_place_in_function(outline, w.text)) {
        remark(l, PAG_RENEWED_FUNCTION, w.pos, &w);
        return;
    }
    PAG_LIST_ADD(l->arena, &l->found, w);
}

/* --- one value --- */

static void add_doubted(looking *l, const pag_doubt *doubt, bool row)
{
    const pag_outline *outline = pag_place_outline(l->pack, doubt->pos.source);
    for (size_t i = 0; outline && i < outline->n_sites; i++) {
        const pag_outline_site *site = &outline->sites[i];
        bool there = site->pos.line == doubt->pos.line && site->pos.column == doubt->pos.column;
        if (!there || site->n < 2) continue;
        add(l, (pag_written){.pos = doubt->pos,
                             .about = doubt->about,
                             .text = site->arguments[0],
                             .doubt = doubt,
                             .why = site->arguments[1],
                             .row = row});
    }
}

static void add_entry(looking *l, const pag_outline_entry *entry, pag_str about, bool row)
{
    if (!entry) return;
    add(l, (pag_written){.pos = entry->value_pos, .about = about, .text = entry->text, .row = row});
}

static void add_at(looking *l, pag_pos pos, pag_str about, bool row)
{
    const pag_outline *outline = pag_place_outline(l->pack, pos.source);
    if (outline) add_entry(l, pag_place_value(outline, pos), about, row);
}

/* --- cells --- */

static void look_at_word(looking *l, const pag_cell *cell, const pag_doubt *doubt, pag_str word)
{
    const pag_outline_table *braces = pag_place_braces(l->pack, cell);
    if (doubt && is_own(l, doubt->pos)) {
        add_doubted(l, doubt, false);
    } else if (braces && !doubt) {
        add_entry(l, pag_place_word(braces, word), pag_cell_label(cell), false);
    }
}

/* The scale of its marks, and its criteria with their bounds and weights. */
static void look_at_sheet(looking *l, const pag_cell *cell)
{
    look_at_word(l, cell, cell->marks_doubt, PAG_STR("marks"));
    look_at_word(l, cell, cell->doubt, PAG_STR("criteria"));
}

/* Where no mark can stand: told, if a name or a word decides; numbers are told line by line. */
static void tell_function(looking *l, const pag_formula *f, pag_str about)
{
    pag_written w = {.about = about, .text = f->text};
    if (!f->reference || !is_own(l, f->pos) || pag_numbers_within(l->r, f->text)) return;
    if (!pag_rests_on_values(l->r, l->pack, f->pos.source, f->text)) return;
    remark(l, PAG_RENEWED_FUNCTION, f->pos, &w);
}

/* A reason for zero decides the figure as its formula does. */
static bool rests_on_values(looking *l, const pag_cell *cell, const pag_outline_entry *of)
{
    if (pag_rests_on_values(l->r, l->pack, of->value_pos.source, of->text)) return true;
    for (size_t i = 0; i < cell->n_unless; i++) {
        const pag_formula *when = &cell->unless[i].when;
        if (pag_rests_on_values(l->r, l->pack, when->pos.source, when->text)) return true;
    }
    return false;
}

/* One that rests on what is written in the rules: those are values of a year like others. The mark
 * stands in the braces of the cell, since elsewhere others may use it too. */
static void look_at_formula(looking *l, const pag_cell *cell)
{
    const pag_outline_table *braces = pag_place_braces(l->pack, cell);
    const pag_outline_entry *of = braces ? pag_place_word(braces, PAG_STR("of")) : NULL;
    for (size_t i = 0; !of && i < cell->n_unless; i++) {
        tell_function(l, &cell->unless[i].when, pag_cell_label(cell));
    }
    if (!of) return;
    if (cell->doubt) {
        add_doubted(l, cell->doubt, false);
        return;
    }
    const bool rests = rests_on_values(l, cell, of);
    if (!rests && !pag_rounding_of_its_own(braces)) return;
    add(l, (pag_written){.pos = of->value_pos,
                         .about = pag_cell_label(cell),
                         .text = of->text,
                         .formula = rests,
                         .rounding = !rests});
}

static void look_at_group(looking *l, const pag_group *group)
{
    for (size_t i = 0; i < group->n_conditions; i++) {
        tell_function(l, &group->conditions[i].of, PAG_STR(""));
    }
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) look_at_group(l, cell->list);
        if (cell->type == PAG_TYPE_SHEET) look_at_sheet(l, cell);
        if (cell->of.reference || cell->n_unless) look_at_formula(l, cell);
        if (cell->value.kind == PAG_VALUE_NONE || !is_own(l, cell->value_pos)) continue;
        if (cell->doubt) {
            add_doubted(l, cell->doubt, false);
        } else {
            add_at(l, cell->value_pos, pag_cell_label(cell), false);
        }
    }
}

/* --- tables --- */

/* The entry of the rules that says what the row gives, brace and all. */
static const pag_outline_entry *give_of(looking *l, const pag_bands *table, const pag_band *row)
{
    const pag_outline *outline = pag_place_outline(l->pack, row->pos.source);
    if (!outline) return NULL;
    bool keyed = table->kind == PAG_TABLE_KEYED;
    const pag_outline_entry *entry = keyed ? pag_place_key(outline, row->pos) : NULL;
    pag_pos at = entry ? entry->value_pos : row->pos;
    const pag_outline_table *braces = pag_place_table(outline, at);
    const pag_outline_entry *give = braces ? pag_place_word(braces, PAG_STR("give")) : NULL;
    return give ? give : entry; /* a key may give its value without more words */
}

/* With `all`, what is not marked too. */
static void look_at_gives(looking *l, const pag_bands *table, const pag_band *row, bool all)
{
    for (size_t i = 0; i < row->n_gives; i++) {
        const pag_give *give = &row->gives[i];
        if (give->doubt) {
            add_doubted(l, give->doubt, true);
        } else if (all) {
            add_at(l, give->pos, pag_table_label(table), true);
        }
    }
}

/* One mark for a row that has none; else each of its values has its own. */
static void look_at_row(looking *l, const pag_bands *table, const pag_band *row)
{
    bool plain = true;
    for (size_t i = 0; i < row->n_gives; i++) {
        plain = plain && !row->gives[i].doubt;
    }
    const pag_outline_entry *entry = plain ? give_of(l, table, row) : NULL;
    if (entry) {
        add_entry(l, entry, pag_table_label(table), true);
    } else {
        look_at_gives(l, table, row, true);
    }
}

/* A row of days that have passed, or that come later, gives nothing in the new year. */
static bool is_of_year(const looking *l, const pag_bands *table, const pag_band *row)
{
    if (table->kind != PAG_TABLE_DATED) return true;
    pag_number first = pag_date_of_year(l->r->out->new_year, false);
    pag_number last = pag_date_of_year(l->r->out->new_year, true);
    bool over = row->high.kind == PAG_EDGE_NUMBER && pag_number_order(row->high.number, first) < 0;
    return !over && pag_number_order(row->low.number, last) <= 0;
}

static void look_at_tables(looking *l)
{
    const pag_bands *table;
    for (size_t i = 0; (table = pag_bind_table(pag_pack_bind(l->pack), i)); i++) {
        if (!is_own(l, table->pos)) continue;
        for (size_t row = 0; row < table->n; row++) {
            if (is_of_year(l, table, &table->rows[row])) {
                look_at_row(l, table, &table->rows[row]);
            } else {
                look_at_gives(l, table, &table->rows[row], false);
            }
        }
    }
}

/* --- what is to be confirmed already, and belongs to none of these --- */

static void look_at_doubts(looking *l)
{
    const pag_doubt **doubts;
    size_t n = pag_bind_unconfirmed(pag_pack_bind(l->pack), l->arena, &doubts);
    const pag_doubt *whole = pag_bind_head(pag_pack_bind(l->pack))->doubt;
    for (size_t i = 0; i < n; i++) {
        pag_written w = {.about = doubts[i]->about, .text = doubts[i]->text};
        if (doubts[i] == whole) continue;
        if (is_own(l, doubts[i]->pos)) {
            add_doubted(l, doubts[i], false);
        } else {
            remark(l, PAG_RENEWED_SHARED, doubts[i]->pos, &w);
        }
    }
}

bool pag_values_whole(pag_renewing *r, pag_pack *pack, pag_written *out)
{
    const pag_doubt *whole = pag_bind_head(pag_pack_bind(pack))->doubt;
    looking l = {.r = r, .arena = r->arena, .pack = pack};
    if (whole) add_doubted(&l, whole, false);
    if (l.found.n) *out = l.found.at[0];
    return l.found.n > 0;
}

pag_writtens pag_values_of(pag_renewing *r, pag_pack *pack, bool tell)
{
    looking l = {.r = r, .arena = r->arena, .pack = pack, .tell = tell};
    for (size_t i = 0; i < pag_pack_subjects(pack); i++) {
        look_at_group(&l, pag_pack_subject(pack, i));
    }
    look_at_tables(&l);
    look_at_doubts(&l);
    return l.found;
}
