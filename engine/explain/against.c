/* Why two figures differ, for people. */
#include "explain/against.h"

#include "base/list.h"
#include "diag/write.h"
#include "explain/doubts.h"
#include "explain/formulas.h"
#include "explain/layout.h"
#include "explain/outcome.h"
#include "explain/reason.h"
#include "explain/table.h"
#include "explain/tree.h"

typedef struct line {
    size_t depth;
    bool goes_on; /* another line of the same depth follows below the same one */
    pag_str text;
} line;

typedef struct writing {
    const pag_against *of;
    const pag_view *view;
    PAG_LIST(line) lines;
    pag_text out;
} writing;

#define JOIN(w, n, ...) pag_text_join((w)->view->scratch, (n), __VA_ARGS__)

static pag_str say(const writing *w, const char *english, const char *italian)
{
    return pag_view_say(w->view, english, italian);
}

/* --- what a line says --- */

static pag_str signed_text(const writing *w, pag_number x)
{
    pag_value zero = {
        PAG_VALUE_NUMBER,
        {.number = pag_number_with_unit(w->view->scratch, PAG_ZERO, pag_number_unit(x))}};
    return pag_outcome_apart(w->view, zero, (pag_value){PAG_VALUE_NUMBER, {.number = x}});
}

static pag_str value_of(const pag_view *view, const pag_difference *n, const pag_figure *figure)
{
    if (n->mark == PAG_TURN_WHOLE) return pag_view_value(view, figure);
    return pag_number_people(view->scratch, figure->value.sheet->marks[n->mark].number);
}

static pag_str row_text(const pag_view *view, const pag_step *step)
{
    const pag_band *row = &step->bands->rows[step->chosen];
    switch (step->bands->kind) {
    case PAG_TABLE_BANDS:
        return pag_text_join(view->scratch, 2, pag_view_say(view, "band ", "fascia "),
                             pag_reason_span(view, step, step->chosen));
    case PAG_TABLE_KEYED:
        return pag_text_join(view->scratch, 2, pag_view_say(view, "row ", "riga "),
                             pag_view_safe(view, row->key));
    case PAG_TABLE_DATED: break;
    }
    return pag_dated_span(view->scratch, row);
}

/* "; fascia 71–85 → fascia 86–100" */
static pag_str rows_text(const writing *w, const pag_difference *n)
{
    const pag_against *of = w->of;
    bool hidden = pag_view_hides_lookups(of->view, n->a) || pag_view_hides_lookups(of->other, n->b);
    if (!n->row_a || !n->row_b || hidden) return PAG_STR("");
    pag_str a = row_text(of->view, n->row_a), b = row_text(of->other, n->row_b);
    pag_str table =
        n->table ? say(w, ": the table differs", ": la tabella è diversa") : PAG_STR("");
    if (!pag_str_equal(a, b)) return JOIN(w, 5, PAG_STR("; "), a, PAG_STR(" → "), b, table);
    bool equal = pag_str_equal(value_of(of->view, n, n->a), value_of(of->other, n, n->b));
    if (equal || !n->table) return PAG_STR("");
    return JOIN(w, 4, PAG_STR("; "), a, say(w, " in both", " in entrambe"), table);
}

static pag_str values_text(const writing *w, const pag_difference *n)
{
    bool sheet = n->a->value.kind == PAG_VALUE_SHEET && n->mark == PAG_TURN_WHOLE;
    if (sheet) return PAG_STR("");
    pag_str text = JOIN(w, 4, value_of(w->of->view, n, n->a), PAG_STR(" → "),
                        value_of(w->of->other, n, n->b), PAG_STR("  "));
    return text;
}

static pag_str suffix(const writing *w, const pag_difference *n)
{
    pag_str fixed = PAG_STR(""), again = PAG_STR("");
    if (n->a->cell->origin == PAG_FIXED) {
        fixed = say(w, " (fixed by the rules)", " (fissato dalle regole)");
    }
    if (n->a->cell->origin == PAG_PLANNED) fixed = say(w, " (from the plan)", " (dal piano)");
    if (n->again) again = say(w, " (see above)", " (vedi sopra)");
    return JOIN(w, 2, fixed, again);
}

static pag_str name_of(const writing *w, const pag_difference *n)
{
    if (n->mark != PAG_TURN_WHOLE) {
        const pag_criterion *c = &n->a->cell->criteria[n->mark];
        return pag_view_safe(w->view, c->title.len ? c->title : c->id);
    }
    const pag_entry *around = n->parent ? n->parent->a->entry : NULL;
    bool same = n->a->entry == around || n->a->entry == w->of->tree->a->entry || !around;
    pag_str label = pag_view_label(w->view, n->a->cell);
    if (same || n->a->entry->group->depth == 0) return label;
    return JOIN(w, 3, label, PAG_STR(" · "), pag_view_safe(w->view, n->a->entry->name));
}

static void add(writing *w, size_t depth, pag_str text)
{
    PAG_LIST_ADD(w->view->scratch, &w->lines, (line){.depth = depth, .text = text});
}

static void add_part(writing *w, size_t depth, pag_number part, pag_str what)
{
    if (pag_number_sign(part) == 0) return;
    add(w, depth, JOIN(w, 3, signed_text(w, part), PAG_STR(": "), what));
}

/* "da: return least(m.due, m.limit) (rules/rio/2024/office.lua:12)" */
static void add_formula(writing *w, size_t depth, pag_str which, const pag_view *view,
                        const pag_formula_lines *lines)
{
    if (!lines->text.len) return;
    pag_text at = {.arena = w->view->scratch};
    pag_diag_put_line(&at, pag_view_sources(view), lines->pos);
    add(w, depth,
        JOIN(w, 5, which, pag_view_safe(view, lines->text), PAG_STR(" ("), pag_text_str(&at),
             PAG_STR(")")));
}

static void add_formulas(writing *w, const pag_difference *n)
{
    pag_formula_lines lines[2];
    pag_formulas_apart(w->view->scratch, &n->a->cell->of, &n->b->cell->of, lines);
    add(w, n->depth + 1, say(w, "the formulas differ", "le formule sono diverse"));
    add_formula(w, n->depth + 2, say(w, "from: ", "da: "), w->of->view, &lines[0]);
    add_formula(w, n->depth + 2, say(w, "to: ", "a: "), w->of->other, &lines[1]);
}

/* What stands below a figure's own lines, or at their end. */
static void add_parts(writing *w, const pag_difference *n)
{
    bool packs = n->a->cell != n->b->cell;
    if (n->is_split) {
        add_part(
            w, n->depth + 1, n->together,
            say(w, "more, when these change together", "in più, quando questi cambiano insieme"));
    }
    if (n->is_split && n->mark == PAG_TURN_WHOLE && n->a->value.kind != PAG_VALUE_SHEET) {
        add_part(w, n->depth + 1, n->rest,
                 packs ? say(w, "the rest: rules, plan, period or entries that differ",
                             "il resto: regole, piano, periodo o voci diverse")
                       : say(w, "the rest: entries, plan or period that differ",
                             "il resto: voci, piano o periodo diversi"));
    }
    if (n->formula && !n->again) add_formulas(w, n);
}

static void add_node(writing *w, const pag_difference *n)
{
    pag_str effect = PAG_STR(""), apart = PAG_STR("");
    if (n->has_effect) effect = JOIN(w, 2, signed_text(w, n->effect), PAG_STR(": "));
    bool hidden = pag_view_withholds(w->of->view, n->a) || pag_view_withholds(w->of->other, n->b);
    if (!n->parent && !hidden) {
        apart = pag_outcome_apart(w->view, n->a->value, n->b->value);
        if (apart.len) apart = JOIN(w, 3, PAG_STR(" ("), apart, PAG_STR(")"));
    }
    add(w, n->depth,
        JOIN(w, 6, effect, values_text(w, n), name_of(w, n), rows_text(w, n), suffix(w, n), apart));
}

/* --- the tree --- */

/* From the last line upwards: at which depths a line is still to come. */
static void mark_lines(writing *w)
{
    size_t deepest = 0;
    for (size_t i = 0; i < w->lines.n; i++) {
        if (w->lines.at[i].depth > deepest) deepest = w->lines.at[i].depth;
    }
    bool *open = PAG_NEW_ARRAY(w->view->scratch, bool, deepest + 2);
    for (size_t i = w->lines.n; i-- > 0;) {
        line *l = &w->lines.at[i];
        l->goes_on = open[l->depth];
        open[l->depth] = true;
        for (size_t k = l->depth + 1; k <= deepest; k++) open[k] = false;
    }
}

static pag_str above_of(const writing *w, const bool *open, size_t depth)
{
    pag_text out = {.arena = w->view->scratch};
    for (size_t i = 1; i < depth; i++) {
        pag_text_put(&out, open[i] ? PAG_STR("│  ") : PAG_STR("   "));
    }
    return pag_text_str(&out);
}

static void put_line(writing *w, size_t number, bool *open)
{
    enum { NARROWEST = 24, HANGING = 3 };
    const line *l = &w->lines.at[number];
    pag_str above = above_of(w, open, l->depth), *texts;
    pag_str fork = l->depth == 0 ? PAG_STR("") : l->goes_on ? PAG_STR("├─ ") : PAG_STR("└─ ");
    pag_str on = l->depth == 0 ? PAG_STR("") : l->goes_on ? PAG_STR("│  ") : PAG_STR("   ");
    bool below = number + 1 < w->lines.n && w->lines.at[number + 1].depth > l->depth;
    size_t used = pag_text_width(above) + pag_text_width(fork) + HANGING;
    size_t width = w->view->width > used + NARROWEST ? w->view->width - used : NARROWEST;
    size_t n = pag_text_wrap(w->view->scratch, l->text, width, true, &texts);
    for (size_t i = 0; i < n; i++) {
        pag_text_put(&w->out, above);
        pag_text_put(&w->out, i ? on : fork);
        if (i) pag_text_put(&w->out, below ? PAG_STR("│  ") : PAG_STR("   "));
        pag_text_put(&w->out, texts[i]);
        pag_text_byte(&w->out, '\n');
    }
    open[l->depth] = l->goes_on;
}

/* A node, what stands below it, then its parts. */
static void add_tree(writing *w)
{
    const pag_difference *n = w->of->tree;
    for (;;) {
        add_node(w, n);
        if (n->first) {
            n = n->first;
            continue;
        }
        add_parts(w, n);
        while (!n->next) {
            n = n->parent;
            if (!n) return;
            add_parts(w, n);
        }
        n = n->next;
    }
}

static pag_str side(const writing *w, const pag_view *view, const pag_figure *figure)
{
    pag_str name = PAG_STR(""), file = PAG_STR("");
    bool listed = figure->entry->group->depth > 0;
    if (listed) name = pag_view_safe(view, figure->entry->name);
    if (w->of->view->result == w->of->other->result) return name;
    file = pag_view_safe(view, view->result->evaluation->path);
    if (!listed) return file;
    return JOIN(w, 4, name, PAG_STR(" ("), file, PAG_STR(")"));
}

static void put_head(writing *w)
{
    const pag_difference *root = w->of->tree;
    pag_tree_put_heading(w->view, &w->out, root->a, false);
    pag_outcome_put(w->view, &w->out, 0,
                    JOIN(w, 4, say(w, "From ", "Da "), side(w, w->of->view, root->a),
                         say(w, " to ", " a "), side(w, w->of->other, root->b)));
    if (!w->view->quiet && root->first) {
        pag_outcome_put(
            w->view, &w->out, 0,
            say(w, "Each line begins with what it alone would make of the one above it.",
                "Ogni riga comincia con quanto cambierebbe, da sola, quella da cui si dirama."));
    }
    pag_text_byte(&w->out, '\n');
}

void pag_against_write(const pag_against *against, pag_sink *sink)
{
    const pag_view *view = against->view;
    writing w = {.of = against, .view = view, .out = {.arena = view->scratch}};
    pag_doubts_put_draft(view, &w.out, NULL);
    put_head(&w);
    add_tree(&w);
    mark_lines(&w);
    bool *open = PAG_NEW_ARRAY(view->scratch, bool, w.lines.n + 2);
    for (size_t i = 0; i < w.lines.n; i++) put_line(&w, i, open);
    if (!against->tree->first && !pag_number_sign(against->tree->rest) && !against->tree->formula) {
        pag_outcome_put(view, &w.out, 0,
                        say(&w, "Nothing that both read differs.",
                            "Niente di ciò che entrambe leggono è diverso."));
    }
    pag_text_byte(&w.out, '\n');
    pag_table_put_footer(view, &w.out);
    if (view->result != against->other->result) pag_table_put_footer(against->other, &w.out);
    pag_doubts_put_draft(view, &w.out, NULL);
    pag_sink_put(sink, pag_text_str(&w.out));
}
