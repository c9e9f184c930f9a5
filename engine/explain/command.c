/* The command that explains a figure, ready to be pasted into a shell. It asks the result which
 * names are taken and never guesses. */
#include "explain/view.h"

static bool names_alone(const pag_result *result, pag_str tail, pag_str entry,
                        const pag_figure *figure)
{
    pag_figure *found[2];
    return pag_result_find(result, tail, entry, found, 2) == 1 && found[0] == figure;
}

/* The shortest tail of `path` that, with `entry`, is this figure alone; empty when there is none.
 */
static pag_str shortest(const pag_result *result, pag_str path, pag_str entry,
                        const pag_figure *figure)
{
    for (size_t at = path.len; at-- > 0;) {
        if (at > 0 && path.at[at - 1] != '.') continue;
        pag_str tail = {path.at + at, path.len - at};
        if (names_alone(result, tail, entry, figure)) return tail;
    }
    return PAG_STR("");
}

/* What a terminal would not show as it is cannot be pasted either. */
static bool is_shown_as_it_is(const pag_view *view, pag_str text)
{
    return pag_str_equal(pag_view_safe(view, text), text);
}

static pag_str arguments_of(const pag_view *view, pag_str tail, pag_str entry)
{
    pag_text out = {.arena = view->scratch};
    pag_text_put_argument(&out, tail);
    if (entry.len) {
        pag_text_put(&out, PAG_STR(" --for "));
        pag_text_put_argument(&out, entry);
    }
    return pag_text_str(&out);
}

pag_str pag_view_arguments(const pag_view *view, const pag_figure *figure)
{
    const pag_result *result = view->result;
    pag_str path = pag_cell_path(view->scratch, figure->cell);
    bool in_list = figure->entry->group->depth > 0;
    pag_str entries[] = {PAG_STR(""), figure->entry->name, figure->entry->id,
                         pag_entry_ids(view->scratch, figure->entry)};
    for (size_t i = in_list ? 1 : 0; i < (in_list ? 4 : 1); i++) {
        if (!is_shown_as_it_is(view, entries[i])) continue;
        pag_str tail = shortest(result, path, entries[i], figure);
        if (tail.len) return arguments_of(view, tail, entries[i]);
    }
    return PAG_STR("");
}

pag_str pag_view_command(const pag_view *view, const pag_figure *figure)
{
    pag_str path = view->result->evaluation->path;
    pag_text out = {.arena = view->scratch};
    if (!is_shown_as_it_is(view, path)) return PAG_STR("");
    pag_str arguments = pag_view_arguments(view, figure);
    if (!arguments.len) return PAG_STR("");
    pag_text_put_argument(&out, view->program);
    pag_text_put(&out, PAG_STR(" explain "));
    if (path.len > 1 && path.at[0] == '-') pag_text_put(&out, PAG_STR("./"));
    pag_text_put_argument(&out, path);
    pag_text_byte(&out, ' ');
    pag_text_put(&out, arguments);
    for (size_t i = 0; i < view->n_marks; i++) {
        pag_text_put(&out, PAG_STR(" --marks "));
        pag_text_put_argument(&out, view->marks[i]);
    }
    if (view->draft) pag_text_put(&out, PAG_STR(" --draft"));
    return pag_text_str(&out);
}
