/* Puts the parts of the table of results below each other: heading, lists, figures of the subject,
 * footer, acknowledged warnings, the next command. */
#include "explain/table.h"

#include "eval/caution.h"
#include "explain/columns.h"
#include "explain/doubts.h"
#include "explain/layout.h"

pag_str pag_table_basis(const pag_view *view)
{
    pag_str period = pag_view_period(view), rules = pag_view_say(view, "rules ", "regole ");
    pag_str dot = period.len ? PAG_STR(" · ") : PAG_STR("");
    return pag_text_join(view->scratch, 4, period, dot, rules, pag_view_safe(view, view->pack));
}

void pag_table_put_example(const pag_view *view, pag_text *out)
{
    if (!view->result->evaluation->head.example) return;
    pag_str said = pag_caution_example(view->lang);
    pag_layout_colored(out, said, view->color ? PAG_LAYOUT_LOUD : NULL);
    pag_text_byte(out, '\n');
}

void pag_table_put_footer(const pag_view *view, pag_text *out)
{
    pag_str hash = {view->hash.at, view->hash.len < 12 ? view->hash.len : 12};
    pag_str line = pag_text_join(view->scratch, 6, pag_view_say(view, "rules ", "regole "),
                                 pag_view_safe(view, view->pack), PAG_STR(" ("), hash,
                                 PAG_STR(") · pagella "), pag_str_from(PAG_VERSION));
    pag_layout_colored(out, line, view->color ? PAG_LAYOUT_DIM : NULL);
    pag_text_byte(out, '\n');
}

/* A line "title   value". */
struct said {
    pag_str title, value;
};

static bool is_told(const pag_view *view, const pag_cell *cell)
{
    if (cell->type == PAG_TYPE_SHEET || cell->type == PAG_TYPE_LIST) return false;
    if (!cell->title.len && !cell->payable) return false; /* what is paid is always told */
    if (!pag_origin_is_made(cell->origin)) return false;
    return !pag_columns_is_foot(view->scratch, cell);
}

/* A reading of the source that the pack has chosen: whoever reads an amount must know it. */
static bool is_policy(const pag_cell *cell)
{
    return cell->type == PAG_TYPE_CHOICE && cell->origin == PAG_FIXED && cell->title.len > 0;
}

static void put_said(const pag_view *view, pag_text *out, const struct said *lines, size_t n)
{
    size_t titles = 0, values = 0;
    for (size_t i = 0; i < n; i++) {
        size_t title = pag_text_width(lines[i].title), value = pag_text_width(lines[i].value);
        titles = title > titles ? title : titles;
        values = value > values ? value : values;
    }
    bool aligned = 2 + titles + 3 + values <= view->width;
    for (size_t i = 0; i < n; i++) {
        pag_layout_blanks(out, 2);
        pag_layout_field(out, lines[i].title, aligned ? titles : 0, false);
        pag_layout_blanks(out, aligned ? 3 : 2);
        pag_layout_field(out, lines[i].value, aligned ? values : 0, true);
        pag_text_byte(out, '\n');
    }
}

/* A line of its own for a figure that a condition makes zero: whoever reads the zero asks why. */
static void put_unless(const pag_view *view, pag_text *out, const pag_figure *figure)
{
    pag_str *lines;
    if (!pag_view_because(view, figure).len) return;
    pag_str whose = figure->entry->parent ? pag_view_safe(view, figure->entry->name) : PAG_STR("");
    pag_str said = pag_text_join(view->scratch, 5, whose, whose.len ? PAG_STR(" · ") : whose,
                                 pag_view_label(view, figure->cell), PAG_STR(": "),
                                 pag_view_unless(view, figure));
    size_t n = pag_text_wrap(view->scratch, said, view->width - 4, true, &lines);
    for (size_t i = 0; i < n; i++) {
        pag_layout_blanks(out, i ? 4 : 2);
        pag_text_put(out, lines[i]);
        pag_text_byte(out, '\n');
    }
}

/* Whether the reason of this figure is told for another one of its entry: for one that is shown
 * (`shown`, by slot) if there is one, else for the first. */
static bool is_retold(const pag_view *view, const pag_figure *figure, const bool *shown)
{
    const pag_entry *entry = figure->entry;
    uint32_t slot = figure->cell->slot;
    pag_str because = pag_view_because(view, figure);
    for (uint32_t i = 0; i < entry->group->n_cells; i++) {
        bool before = shown[i] == shown[slot] ? i < slot : shown[i];
        if (before && pag_str_equal(pag_view_because(view, &entry->figures[i]), because)) {
            return true;
        }
    }
    return false;
}

/* Also of figures that nobody shows: a part is zero because its weight is. */
static void put_reasons(const pag_view *view, pag_text *out, const pag_entry *entry,
                        const bool *shown)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_figure *figure = &entry->figures[i];
        if (figure->zeroed && !is_retold(view, figure, shown)) put_unless(view, out, figure);
    }
}

static void put_list_reasons(const pag_view *view, pag_text *out, const pag_list *list)
{
    pag_columns columns = pag_columns_of(view->scratch, list->group);
    bool *shown = PAG_NEW_ARRAY(view->scratch, bool, list->group->n_cells + 1);
    for (size_t c = 0; c < columns.n; c++) {
        if (columns.cells[c]) shown[columns.cells[c]->slot] = true;
    }
    for (size_t i = 0; i < list->n; i++) put_reasons(view, out, list->entries[i], shown);
}

static void put_own_figures(const pag_view *view, pag_text *out, const pag_entry *subject)
{
    const pag_group *group = subject->group;
    struct said *lines = PAG_NEW_ARRAY(view->scratch, struct said, group->n_cells);
    bool *shown = PAG_NEW_ARRAY(view->scratch, bool, group->n_cells + 1);
    size_t n = 0;
    for (size_t i = 0; i < group->n_cells; i++) {
        bool told = is_told(view, &group->cells[i]);
        shown[i] = told || pag_columns_is_foot(view->scratch, &group->cells[i]);
        if (!told) continue;
        lines[n++] = (struct said){pag_view_label(view, &group->cells[i]),
                                   pag_view_value(view, &subject->figures[i])};
    }
    if (n) pag_text_byte(out, '\n');
    put_said(view, out, lines, n);
    put_reasons(view, out, subject, shown);
}

static void put_policies(const pag_view *view, pag_text *out, const pag_entry *entry)
{
    const pag_group *group = entry->group;
    for (size_t i = 0; i < group->n_cells; i++) {
        if (!is_policy(&group->cells[i])) continue;
        pag_str *lines;
        pag_str said = pag_text_join(view->scratch, 3, pag_view_label(view, &group->cells[i]),
                                     PAG_STR(": "), pag_view_value(view, &entry->figures[i]));
        size_t n = pag_text_wrap(view->scratch, said, view->width - 2, true, &lines);
        for (size_t l = 0; l < n; l++) {
            pag_layout_blanks(out, 2);
            pag_text_put(out, lines[l]);
            pag_text_byte(out, '\n');
        }
    }
}

static void put_list(const pag_view *view, pag_text *out, const pag_list *list);

static const pag_list *list_of(const pag_figure *figure)
{
    return figure->value.kind == PAG_VALUE_LIST ? figure->value.list : NULL;
}

/* A list of mere names is data for the others; so deep as groups nest, which YAML bounds. */
static bool is_shown(const pag_group *list)
{
    if (pag_columns_shown(list)) return true;
    for (size_t i = 0; i < list->n_cells; i++) {
        if (list->cells[i].list && is_shown(list->cells[i].list)) return true;
    }
    return false;
}

static void put_name(const pag_view *view, pag_text *out, const pag_entry *entry)
{
    pag_text_byte(out, '\n');
    pag_layout_colored(out, pag_view_safe(view, entry->name), view->color ? PAG_LAYOUT_BOLD : NULL);
    pag_text_byte(out, '\n');
}

static void put_inner_lists(const pag_view *view, pag_text *out, const pag_entry *entry)
{
    size_t n = 0;
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        const pag_list *list = list_of(&entry->figures[i]);
        if (!list || !list->n || !is_shown(list->group)) continue;
        if (n == 0 && entry->group->depth > 0) put_name(view, out, entry);
        if (n++ > 0 && entry->group->depth > 0) pag_text_byte(out, '\n');
        put_list(view, out, list);
    }
}

/* The grid, then the lists within its entries. */
static void put_list(const pag_view *view, pag_text *out, const pag_list *list)
{
    if (pag_columns_shown(list->group)) {
        pag_grid grid = pag_columns_grid(view, list);
        if (list->group->depth == 1) pag_text_byte(out, '\n');
        pag_grid_put(out, &grid, view->wide > view->width ? view->wide : view->width, view->color);
        put_list_reasons(view, out, list);
        put_policies(view, out, list->entries[0]);
    }
    for (size_t i = 0; i < list->n; i++) put_inner_lists(view, out, list->entries[i]);
}

static bool has_policy(const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        if (is_policy(&group->cells[i])) return true;
    }
    return false;
}

static void put_subject(const pag_view *view, pag_text *out, const pag_entry *subject)
{
    pag_str title = subject->group->title.len ? subject->group->title : subject->name;
    pag_layout_sides(out, pag_view_safe(view, title), pag_table_basis(view), view->width,
                     view->color ? PAG_LAYOUT_BOLD : NULL);
    pag_doubts_put_draft(view, out, subject);
    pag_table_put_example(view, out);
    put_inner_lists(view, out, subject);
    put_own_figures(view, out, subject);
    if (has_policy(subject->group)) pag_text_byte(out, '\n');
    put_policies(view, out, subject);
    pag_text_byte(out, '\n');
}

/* "scale · area.objective: it is so" */
static pag_str answer_text(const pag_view *view, const pag_answer *answer)
{
    bool narrow = answer->name.len && answer->entry.len,
         any = answer->name.len || answer->entry.len;
    return pag_view_safe(view, pag_text_join(view->scratch, 5, answer->name,
                                             narrow ? PAG_STR(" · ") : PAG_STR(""), answer->entry,
                                             any ? PAG_STR(": ") : PAG_STR(""), answer->because));
}

static void put_answered(const pag_view *view, pag_text *out)
{
    pag_answer *answered;
    size_t n = pag_view_answered(view, &answered);
    if (!n) return;
    pag_text_put(out, pag_view_say(view, "Acknowledged warnings: ", "Avvisi riconosciuti: "));
    pag_text_whole(out, (int64_t)n);
    pag_text_byte(out, '\n');
    for (size_t i = 0; i < n; i++) {
        pag_str *lines;
        pag_str text = answer_text(view, &answered[i]);
        size_t n_lines = pag_text_wrap(view->scratch, text, view->width - 9, true, &lines);
        for (size_t l = 0; l < n_lines; l++) {
            pag_layout_blanks(out, 2);
            pag_layout_field(out, l ? PAG_STR("") : answered[i].code, 5, false);
            pag_layout_blanks(out, 2);
            pag_text_put(out, lines[l]);
            pag_text_byte(out, '\n');
        }
    }
}

/* The payable figure the next command is shown with: the first one of a list, else the first. */
struct choice {
    const pag_figure *any, *listed;
};

static void choose(void *ud, pag_figure *figure)
{
    struct choice *choice = ud;
    if (!figure->cell->payable) return;
    if (!choice->any) choice->any = figure;
    if (!choice->listed && figure->entry->group->depth > 0) choice->listed = figure;
}

static void put_next_command(const pag_view *view, pag_text *out)
{
    struct choice choice = {0};
    pag_result_visit(view->result, choose, &choice);
    const pag_figure *figure = choice.listed ? choice.listed : choice.any;
    pag_str command = figure ? pag_view_command(view, figure) : PAG_STR("");
    if (!command.len) return;
    pag_text_byte(out, '\n');
    pag_text_put(out, pag_view_say(view, "Why this figure?  ", "Perché una cifra?  "));
    pag_text_put(out, command);
    pag_text_byte(out, '\n');
}

void pag_table_write(const pag_view *view, pag_sink *sink)
{
    pag_text out = {.arena = view->scratch};
    pag_doubts_put_draft(view, &out, NULL);
    for (size_t i = 0; i < view->result->n_subjects; i++) {
        if (view->result->subjects[i]) put_subject(view, &out, view->result->subjects[i]);
    }
    pag_doubts_put_list(view, &out, NULL);
    pag_table_put_footer(view, &out);
    pag_doubts_put_draft(view, &out, NULL);
    if (!view->quiet) {
        put_answered(view, &out);
        put_next_command(view, &out);
    }
    pag_sink_put(sink, pag_text_str(&out));
}
