/* The tree as text: each line is the branch to it, what it says, and at the right end where that is
 * written. */
#include "explain/tree.h"

#include "base/visible.h"
#include "explain/cut.h"
#include "explain/doubts.h"
#include "explain/layout.h"
#include "explain/reason.h"
#include "explain/table.h"
#include "explain/twig.h"

enum { NARROWEST = 24 };

pag_pos pag_tree_position(const pag_figure *figure)
{
    if (figure->pos.source) return figure->pos;
    bool valued = figure->defaulted || figure->cell->origin == PAG_FIXED;
    return valued && figure->cell->value_pos.source ? figure->cell->value_pos : figure->cell->pos;
}

/* --- places --- */

/* A path in three lengths: whole, "rules/…/secretary.lua", "secretary.lua". */
struct place {
    pag_str forms[3];
    size_t n;
};

static struct place place_of(const pag_view *view, pag_pos pos)
{
    struct place place = {.n = 0};
    if (!pos.source) return place;
    pag_str path = pag_view_safe(view, pag_sources_path(pag_view_sources(view), pos.source));
    pag_text line = {.arena = view->scratch};
    pag_text_byte(&line, ':');
    pag_text_whole(&line, pos.line);
    pag_str end = pos.line ? pag_text_str(&line) : PAG_STR("");
    size_t first = pag_str_find(path, '/'), last = path.len;
    while (last > 0 && path.at[last - 1] != '/') last--;
    pag_str name = {path.at + last, path.len - last}, head = {path.at, first};
    place.forms[place.n++] = pag_text_join(view->scratch, 2, path, end);
    if (last > first + 1) {
        place.forms[place.n++] = pag_text_join(view->scratch, 4, head, PAG_STR("/…/"), name, end);
    }
    if (last > 0) place.forms[place.n++] = pag_text_join(view->scratch, 2, name, end);
    return place;
}

/* --- what a line says --- */

static pag_str figure_text(const pag_view *view, const pag_twig *twig)
{
    const pag_figure *figure = twig->figure;
    const pag_entry *around = twig->parent ? twig->parent->figure->entry : NULL;
    pag_text out = {.arena = view->scratch};
    bool sheet = figure->value.kind == PAG_VALUE_SHEET;
    if (!sheet) pag_text_put(&out, pag_view_value(view, figure));
    if (sheet && twig->step) {
        pag_text_put(&out, pag_number_people(view->scratch, twig->step->result));
    }
    if (out.len) pag_text_put(&out, PAG_STR("  "));
    pag_text_put(&out, pag_view_label(view, figure->cell));
    if (sheet && twig->step) {
        pag_text_put(&out, PAG_STR(" ("));
        pag_text_put(&out, pag_reason_tally(view, twig->step));
        pag_text_byte(&out, ')');
    }
    if (figure->entry != around && figure->entry->group->depth > 0) {
        pag_text_put(&out, PAG_STR(" · "));
        pag_text_put(&out, pag_view_safe(view, figure->entry->name));
    }
    if (pag_figure_is_left_out(figure))
        pag_text_put(&out, pag_view_say(view, " (left out)", " (non scritto)"));
    if (figure->defaulted)
        pag_text_put(&out, pag_view_say(view, " (default)", " (valore predefinito)"));
    if (figure->cell->origin == PAG_PLANNED && !figure->defaulted) {
        pag_text_put(&out, pag_view_say(view, " (from the plan)", " (dal piano)"));
    }
    if (figure->cell->origin == PAG_FIXED) {
        pag_text_put(&out, pag_view_say(view, " (fixed by the rules)", " (fissato dalle regole)"));
    }
    if (twig->again) pag_text_put(&out, pag_view_say(view, " (see above)", " (vedi sopra)"));
    if (twig->below) {
        pag_text_put(&out, PAG_STR(" ("));
        pag_text_put(&out, pag_cut_text(view, twig));
        pag_text_byte(&out, ')');
    }
    return pag_text_str(&out);
}

static pag_str mark_text(const pag_view *view, const pag_twig *twig)
{
    const pag_criterion *criterion = &twig->figure->cell->criteria[twig->index];
    const pag_mark *mark = &twig->figure->value.sheet->marks[twig->index];
    pag_text out = {.arena = view->scratch};
    pag_str number = mark->absent ? PAG_STR("na") : pag_number_people(view->scratch, mark->number);
    pag_text_put(&out, number);
    if (criterion->weight.set) {
        pag_text_put(&out, PAG_STR(" × "));
        pag_text_put(&out, pag_number_people(view->scratch, pag_criterion_weight(criterion)));
    }
    pag_text_put(&out, PAG_STR("  "));
    pag_text_put_visible(&out, criterion->title.len ? criterion->title : criterion->id, 0);
    if (mark->absent) {
        pag_text_put(&out, pag_view_say(view, " (does not apply)", " (non si applica)"));
    }
    if (mark->because.len) {
        pag_text_put(&out, pag_view_say(view, " — because: ", " — motivazione: "));
        pag_text_put_visible(&out, mark->because, 0);
    }
    return pag_text_str(&out);
}

/* A total may be all there is to the amount of a figure. */
static pag_str total_text(const pag_view *view, const pag_twig *twig)
{
    bool marks = twig->step->figure != NULL; /* which are not amounts */
    pag_str value = !marks && pag_view_withholds(view, twig->figure)
                        ? pag_view_withheld(view)
                        : pag_number_people(view->scratch, twig->step->result);
    return pag_text_join(view->scratch, 3, value, PAG_STR("  "),
                         pag_reason_total(view, twig->step));
}

static pag_str step_text(const pag_view *view, const pag_twig *twig)
{
    const pag_step *step = twig->step;
    switch (step->kind) {
    case PAG_STEP_READ: break;
    case PAG_STEP_CHOSE: return pag_reason_chose(view, twig->figure, step);
    case PAG_STEP_TOTAL: return total_text(view, twig);
    case PAG_STEP_LOOKED: return pag_reason_looked(view, twig->figure, step);
    case PAG_STEP_DOUBTED: break;
    case PAG_STEP_PERIOD: return pag_reason_period(view, step);
    case PAG_STEP_SHARED: return pag_reason_shared(view, twig->figure, step);
    }
    return PAG_STR("");
}

static pag_str with_head(const pag_view *view, pag_str head, pag_str text)
{
    return pag_text_join(view->scratch, 2, head, pag_view_safe(view, text));
}

static pag_str more_text(const pag_view *view, size_t n)
{
    pag_text out = {.arena = view->scratch};
    pag_text_put(&out, pag_view_say(view, "… (left out: ", "… (non mostrate: "));
    pag_text_whole(&out, (int64_t)n);
    pag_str one = pag_view_say(view, " line)", " riga)");
    pag_text_put(&out, n == 1 ? one : pag_view_say(view, " lines)", " righe)"));
    return pag_text_str(&out);
}

static pag_str text_of(const pag_view *view, const pag_twig *twig)
{
    pag_str source = pag_view_say(view, "source: ", "fonte: ");
    pag_str note = pag_view_say(view, "note: ", "nota: ");
    switch (twig->kind) {
    case PAG_TWIG_FIGURE: return figure_text(view, twig);
    case PAG_TWIG_MARK: return mark_text(view, twig);
    case PAG_TWIG_STEP: return step_text(view, twig);
    case PAG_TWIG_UNLESS: return pag_view_unless(view, twig->figure);
    case PAG_TWIG_ROUNDED: return pag_reason_rounded(view, twig->figure);
    case PAG_TWIG_ROW: return with_head(view, source, pag_reason_row(twig->step)->source);
    case PAG_TWIG_ROW_NOTE: return with_head(view, note, pag_reason_row(twig->step)->note);
    case PAG_TWIG_TABLE: return with_head(view, source, twig->step->bands->source);
    case PAG_TWIG_DOUBT:
        return with_head(view, pag_view_say(view, "to be confirmed: ", "da confermare: "),
                         twig->doubt->why);
    case PAG_TWIG_SOURCE: return with_head(view, source, twig->figure->cell->source);
    case PAG_TWIG_MORE: return more_text(view, twig->index);
    case PAG_TWIG_NOTE: break;
    }
    return with_head(view, note, twig->figure->cell->note);
}

static pag_pos pos_of(const pag_view *view, const pag_twig *twig)
{
    switch (twig->kind) {
    case PAG_TWIG_FIGURE: return pag_tree_position(twig->figure);
    case PAG_TWIG_MARK: return twig->figure->value.sheet->marks[twig->index].pos;
    case PAG_TWIG_STEP:
        if (twig->step->kind == PAG_STEP_PERIOD) return pag_reason_period_pos(view);
        if (twig->step->kind != PAG_STEP_LOOKED) break;
        return pag_reason_row(twig->step)->pos;
    case PAG_TWIG_DOUBT: return twig->doubt->pos;
    case PAG_TWIG_UNLESS: return twig->figure->zeroed->unless->pos;
    case PAG_TWIG_ROUNDED:
    case PAG_TWIG_ROW:
    case PAG_TWIG_ROW_NOTE:
    case PAG_TWIG_TABLE:
    case PAG_TWIG_SOURCE:
    case PAG_TWIG_MORE:
    case PAG_TWIG_NOTE: break;
    }
    return (pag_pos){0};
}

/* --- lines --- */

/* The branch that leads to `twig`: on its first line with the fork, on the next ones without. */
static pag_str branch(const pag_view *view, const pag_twig *twig, bool first)
{
    pag_str out = PAG_STR("");
    if (twig->parent) {
        out = first ? (twig->next ? PAG_STR("├─ ") : PAG_STR("└─ "))
                    : (twig->next ? PAG_STR("│  ") : PAG_STR("   "));
        twig = twig->parent;
    }
    for (; twig->parent; twig = twig->parent) {
        out = pag_text_join(view->scratch, 2, twig->next ? PAG_STR("│  ") : PAG_STR("   "), out);
    }
    return out;
}

/* The continuation lines of what has twigs below it show the branch to them. */
static pag_str below_first(const pag_view *view, const pag_twig *twig)
{
    pag_str branch_on = branch(view, twig, false);
    pag_str more = twig->first ? PAG_STR("│  ") : PAG_STR("   ");
    return pag_text_join(view->scratch, 2, branch_on, more);
}

struct line {
    pag_str text, place;
    size_t width; /* of the text before it is wrapped */
};

/* The longest form of the place that leaves the text on one line, else the shortest, and the text
 * gets what is left. */
static struct line fit_line(pag_str text, const struct place *place, size_t width)
{
    size_t own = pag_text_width(text);
    struct line line = {.text = text, .width = width};
    for (size_t i = 0; i < place->n; i++) {
        size_t taken = pag_text_width(place->forms[i]) + 2;
        line.place = place->forms[i];
        line.width = taken + NARROWEST < width ? width - taken : NARROWEST;
        if (own + taken <= width) break;
    }
    return line;
}

static void put_twig(const pag_view *view, pag_text *out, const pag_twig *twig)
{
    pag_str head = branch(view, twig, true), *lines;
    size_t used = pag_text_width(head);
    size_t width = view->width > used + NARROWEST ? view->width - used : NARROWEST;
    struct place place = place_of(view, pos_of(view, twig));
    struct line line = fit_line(text_of(view, twig), &place, width);
    size_t hanging = line.width > NARROWEST + 3 ? line.width - 3 : NARROWEST;
    bool wraps = pag_text_width(line.text) > line.width;
    size_t n = pag_text_wrap(view->scratch, line.text, wraps ? hanging : line.width, true, &lines);
    for (size_t i = 0; i < n; i++) {
        const char *color = view->color && !twig->parent ? PAG_LAYOUT_BOLD : NULL;
        pag_text_put(out, i ? below_first(view, twig) : head);
        pag_layout_colored(out, lines[i], color);
        if (i == 0 && line.place.len) {
            size_t taken = pag_text_width(lines[0]) + pag_text_width(line.place);
            pag_layout_blanks(out, taken + 2 <= width ? width - taken : 2);
            pag_layout_colored(out, line.place, view->color ? PAG_LAYOUT_DIM : NULL);
        }
        pag_text_byte(out, '\n');
    }
}

/* --- heading and formula --- */

static void put_number(pag_text *out, uint32_t number, size_t width)
{
    pag_text digits = {.arena = out->arena};
    pag_text_whole(&digits, number);
    pag_layout_field(out, pag_text_str(&digits), width, true);
}

/* The first line begins in the middle of a line of the file: its indentation is not known, that of
 * the last one is taken off the others. */
static size_t common_indent(pag_str text)
{
    size_t start = text.len, indent = 0;
    while (start > 0 && text.at[start - 1] != '\n') start--;
    if (start == 0) return 0;
    while (start + indent < text.len && text.at[start + indent] == ' ') indent++;
    return indent;
}

static pag_str unindented(pag_str line, size_t indent)
{
    while (indent-- > 0 && line.len && *line.at == ' ') line = (pag_str){line.at + 1, line.len - 1};
    if (line.len && line.at[line.len - 1] == '\r') line.len--;
    return line;
}

static void put_formula(const pag_view *view, pag_text *out, const pag_formula *formula)
{
    pag_str rest = formula->text;
    size_t indent = common_indent(rest);
    struct place place = place_of(view, formula->pos);
    if (!place.n || !rest.len) return;
    pag_text_put(out, PAG_STR("formula  "));
    pag_text_put(out, place.forms[0]);
    if (formula->last_line > formula->pos.line) {
        pag_text_put(out, PAG_STR("–"));
        pag_text_whole(out, formula->last_line);
    }
    pag_text_byte(out, '\n');
    for (uint32_t line = formula->pos.line; rest.len; line++) {
        size_t len = pag_str_find(rest, '\n');
        bool first = line == formula->pos.line;
        put_number(out, line, 6);
        pag_text_put(out, PAG_STR(" │ "));
        pag_text_put_visible(out, unindented((pag_str){rest.at, len}, first ? 0 : indent), 0);
        pag_text_byte(out, '\n');
        size_t eaten = len < rest.len ? len + 1 : len;
        rest = (pag_str){rest.at + eaten, rest.len - eaten};
    }
}

static pag_str unit_words(const pag_view *view, pag_type type)
{
    switch (type) {
    case PAG_TYPE_MONEY: return pag_view_say(view, "euros", "euro");
    case PAG_TYPE_PERCENT: return pag_view_say(view, "percentage", "percentuale");
    case PAG_TYPE_POINTS: return pag_view_say(view, "points", "punti");
    case PAG_TYPE_DATE: return pag_view_say(view, "date", "data");
    case PAG_TYPE_TEXT: return pag_view_say(view, "text", "testo");
    case PAG_TYPE_CLASS: return pag_view_say(view, "class", "classe");
    case PAG_TYPE_CHOICE: return pag_view_say(view, "choice", "scelta");
    case PAG_TYPE_REF: return pag_view_say(view, "entry of a list", "voce di un elenco");
    case PAG_TYPE_FLAG: return pag_view_say(view, "yes or no", "sì o no");
    case PAG_TYPE_WHOLE: return pag_view_say(view, "whole number", "numero intero");
    case PAG_TYPE_NUMBER: return pag_view_say(view, "number", "numero");
    case PAG_TYPE_SHEET: return pag_view_say(view, "sheet of marks", "scheda di voti");
    case PAG_TYPE_LIST: break;
    }
    return pag_view_say(view, "list", "elenco");
}

void pag_tree_put_heading(const pag_view *view, pag_text *out, const pag_figure *figure,
                          bool formula)
{
    pag_text left = {.arena = view->scratch};
    pag_text_put(&left, pag_cell_path(view->scratch, figure->cell));
    if (figure->entry->group->depth > 0) {
        pag_text_put(&left, PAG_STR(" · "));
        pag_text_put(&left, pag_view_safe(view, figure->entry->name));
    }
    pag_text_put(&left, PAG_STR(" · "));
    pag_text_put(&left, unit_words(view, figure->cell->type));
    pag_layout_sides(out, pag_text_str(&left), pag_table_basis(view), view->width, NULL);
    pag_doubts_put_draft_figure(view, out, figure);
    pag_table_put_example(view, out);
    bool zeroed = figure->zeroed && !pag_view_withholds(view, figure); /* and that may be told */
    bool ran = formula && figure->cell->origin == PAG_COMPUTED && !zeroed;
    if (ran) put_formula(view, out, &figure->cell->of);
    pag_text_byte(out, '\n');
}

void pag_tree_write(const pag_view *view, const pag_figure *figure, pag_sink *sink)
{
    pag_text out = {.arena = view->scratch};
    pag_doubts_put_draft(view, &out, NULL);
    pag_tree_put_heading(view, &out, figure, true);
    pag_twig *root = pag_twig_grow(view, figure);
    pag_twig_prune(view, root);
    for (const pag_twig *t = root; t; t = pag_twig_after(t)) put_twig(view, &out, t);
    pag_text_byte(&out, '\n');
    pag_doubts_put_list(view, &out, figure);
    pag_table_put_footer(view, &out);
    pag_cut_put_commands(view, &out, root);
    pag_doubts_put_draft(view, &out, NULL);
    pag_sink_put(sink, pag_text_str(&out));
}
