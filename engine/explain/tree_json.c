/* The tree as JSON. Nesting is bounded by the JSON writer, so what stands too deep is hung up
 * beside the tree and referred to. */
#include "explain/tree.h"

#include "base/list.h"
#include "explain/reason.h"
#include "explain/result_json.h"
#include "explain/step_json.h"

enum { DEEPEST = PAG_JSON_MOST_DEPTH - 8 }; /* a step needs up to that many levels of its own */

static void put_formula(pag_json_tree *w, const pag_formula *formula)
{
    pag_json *json = &w->json;
    pag_json_key(json, PAG_STR("formula"));
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("file"),
                        pag_sources_path(pag_view_sources(w->view), formula->pos.source));
    pag_json_put_whole(json, PAG_STR("line"), formula->pos.line);
    pag_json_put_whole(json, PAG_STR("last_line"), formula->last_line);
    pag_json_put_string(json, PAG_STR("text"), formula->text);
    pag_json_end_object(json);
}

static pag_str mode_word(pag_rounding mode)
{
    switch (mode) {
    case PAG_HALF_UP: return PAG_STR("half up");
    case PAG_HALF_EVEN: return PAG_STR("half even");
    case PAG_DOWN: return PAG_STR("down");
    case PAG_UP: break;
    }
    return PAG_STR("up");
}

static void put_rounding(pag_json_tree *w, const pag_figure *figure)
{
    pag_json_key(&w->json, PAG_STR("rounding"));
    pag_json_begin_object(&w->json);
    pag_json_tree_number(w, PAG_STR("step"),
                         pag_number_with_unit(w->view->scratch, figure->cell->round_step,
                                              pag_type_unit(figure->cell->type)));
    pag_json_put_string(&w->json, PAG_STR("mode"), mode_word(figure->cell->round_mode));
    pag_json_tree_number(w, PAG_STR("before"), figure->before);
    pag_json_tree_number(w, PAG_STR("after"), figure->value.number);
    pag_json_end_object(&w->json);
}

/* What a node says of itself, but its steps. */
static void put_figure(pag_json_tree *w, const pag_twig *twig)
{
    const pag_figure *figure = twig->figure;
    const pag_cell *cell = figure->cell;
    pag_result_json_figure(w->view, &w->json, figure, SIZE_MAX);
    if (twig->step) {
        pag_json_tree_number(w, PAG_STR("total"), twig->step->result);
        pag_json_tree_tally(w, twig->step);
    }
    pag_json_tree_position(w, pag_tree_position(figure));
    if (cell->source.len) pag_json_put_string(&w->json, PAG_STR("source"), cell->source);
    if (cell->note.len) pag_json_put_string(&w->json, PAG_STR("note"), cell->note);
    if (cell->origin == PAG_COMPUTED) put_formula(w, &cell->of);
    bool number = figure->value.kind == PAG_VALUE_NUMBER && !pag_view_withholds(w->view, figure);
    if (number && pag_figure_is_rounded(figure)) put_rounding(w, figure);
    if (pag_view_because(w->view, figure).len) {
        pag_json_key(&w->json, PAG_STR("unless"));
        pag_json_begin_object(&w->json);
        pag_json_tree_position(w, figure->zeroed->unless->pos);
        pag_json_end_object(&w->json);
    }
    if (twig->again) pag_json_put_bool(&w->json, PAG_STR("again"), true);
    if (twig->below) pag_json_put_whole(&w->json, PAG_STR("below"), twig->below);
}

static void put_mark(pag_json_tree *w, const pag_twig *twig)
{
    const pag_mark *mark = &twig->figure->value.sheet->marks[twig->index];
    pag_result_json_figure(w->view, &w->json, twig->figure, twig->index);
    const pag_criterion *criterion = &twig->figure->cell->criteria[twig->index];
    if (criterion->weight.set) {
        pag_json_tree_number(w, PAG_STR("weight"),
                             pag_json_tree_weight(w, pag_criterion_weight(criterion)));
    }
    pag_json_tree_position(w, mark->pos);
    if (mark->because.len) pag_json_put_string(&w->json, PAG_STR("because"), mark->because);
}

/* Sources, notes and declared roundings are keys of their figure. */
static bool is_node(const pag_twig *twig)
{
    return twig->kind == PAG_TWIG_FIGURE || twig->kind == PAG_TWIG_MARK ||
           twig->kind == PAG_TWIG_STEP;
}

static bool has_steps(const pag_twig *twig)
{
    for (const pag_twig *t = twig->first; t; t = t->next) {
        if (is_node(t)) return true;
    }
    return false;
}

static void hang_up(pag_json_tree *w, const pag_twig *twig)
{
    w->deeper =
        pag_list_grown(w->view->scratch, w->deeper, w->n_deeper, &w->room, sizeof *w->deeper);
    pag_json_put_whole(&w->json, PAG_STR("deeper"), (int64_t)w->n_deeper);
    w->deeper[w->n_deeper++] = twig;
}

/* Begins the object of `twig`; true when its steps are to follow. */
static bool enter(pag_json_tree *w, const pag_twig *twig, bool root)
{
    pag_json_begin_object(&w->json);
    if (!root) pag_json_put_string(&w->json, PAG_STR("step"), pag_json_tree_word(twig));
    if (twig->kind == PAG_TWIG_FIGURE) put_figure(w, twig);
    if (twig->kind == PAG_TWIG_MARK) put_mark(w, twig);
    if (twig->kind == PAG_TWIG_STEP) pag_json_tree_step(w, twig);
    if (!has_steps(twig)) return false;
    if (!root && w->json.depth >= DEEPEST) {
        hang_up(w, twig);
        return false;
    }
    pag_json_key(&w->json, PAG_STR("steps"));
    pag_json_begin_array(&w->json);
    return true;
}

/* `root` and all below it, without recursion: down to the first, across, and up again. */
static void put_tree(pag_json_tree *w, const pag_twig *root)
{
    const pag_twig *at = root;
    if (!enter(w, root, true)) {
        pag_json_end_object(&w->json);
        return;
    }
    at = root->first;
    for (;;) {
        if (is_node(at)) {
            if (enter(w, at, false)) {
                at = at->first;
                continue;
            }
            pag_json_end_object(&w->json);
        }
        while (!at->next) {
            at = at->parent;
            pag_json_end_array(&w->json);
            pag_json_end_object(&w->json);
            if (at == root) return;
        }
        at = at->next;
    }
}

void pag_tree_write_json(const pag_view *view, const pag_figure *figure, pag_sink *sink)
{
    pag_json_tree w = {.view = view, .json = {.sink = sink}};
    pag_json_begin_object(&w.json);
    pag_json_put_string(&w.json, PAG_STR("schema"), PAG_STR("pagella.explain/1"));
    pag_result_json_head(view, &w.json);
    pag_json_key(&w.json, PAG_STR("tree"));
    put_tree(&w, pag_twig_grow(view, figure));
    pag_json_key(&w.json, PAG_STR("deeper"));
    pag_json_begin_array(&w.json);
    for (size_t i = 0; i < w.n_deeper; i++) put_tree(&w, w.deeper[i]);
    pag_json_end_array(&w.json);
    pag_json_end_object(&w.json);
}
