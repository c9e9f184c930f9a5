/* The tree as JSON. Nesting is bounded by the JSON writer, so what stands too deep is hung up
 * beside the tree and referred to. */
#include "explain/tree.h"

#include "explain/reason.h"
#include "explain/result_json.h"
#include "explain/twig.h"

enum { DEEPEST = PAG_JSON_MOST_DEPTH - 8 }; /* a step needs up to that many levels of its own */

struct writing {
    const pag_view *view;
    pag_json json;
    size_t n_deeper, room;
    const pag_twig **deeper; /* roots still to be written */
};

static void put_number(struct writing *w, pag_str key, pag_number number)
{
    pag_json_put_string(&w->json, key, pag_number_plain(w->view->scratch, number));
}

/* For machines weights are always plain numbers: 30 % is 0.3. */
static pag_number plain(const struct writing *w, pag_number number)
{
    return pag_number_with_unit(w->view->scratch, number, PAG_PLAIN);
}

static void put_null(struct writing *w, pag_str key)
{
    pag_json_key(&w->json, key);
    pag_json_null(&w->json);
}

static void put_position(struct writing *w, pag_pos pos)
{
    pag_json *json = &w->json;
    pag_json_key(json, PAG_STR("position"));
    if (!pos.source) {
        pag_json_null(json);
        return;
    }
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("file"),
                        pag_sources_path(pag_view_sources(w->view), pos.source));
    pag_json_put_whole(json, PAG_STR("line"), pos.line);
    pag_json_put_whole(json, PAG_STR("column"), pos.column);
    pag_json_end_object(json);
}

static void put_formula(struct writing *w, const pag_formula *formula)
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

static void put_rounding(struct writing *w, const pag_figure *figure)
{
    pag_json_key(&w->json, PAG_STR("rounding"));
    pag_json_begin_object(&w->json);
    put_number(w, PAG_STR("step"),
               pag_number_with_unit(w->view->scratch, figure->cell->round_step,
                                    pag_type_unit(figure->cell->type)));
    pag_json_put_string(&w->json, PAG_STR("mode"), mode_word(figure->cell->round_mode));
    put_number(w, PAG_STR("before"), figure->before);
    put_number(w, PAG_STR("after"), figure->value.number);
    pag_json_end_object(&w->json);
}

/* How the marks made it, where they are not simply added up. */
static void put_tally(struct writing *w, const pag_step *step)
{
    const pag_tally *tally = step->tally;
    if (!pag_step_is_tallied(step)) return;
    pag_json_key(&w->json, PAG_STR("tally"));
    pag_json_begin_object(&w->json);
    pag_json_put_whole(&w->json, PAG_STR("criteria"), tally->of);
    pag_json_put_whole(&w->json, PAG_STR("applicable"), step->n);
    put_number(w, PAG_STR("points"), tally->points);
    put_number(w, PAG_STR("weights"), plain(w, tally->weights));
    if (step->n < tally->of) {
        put_number(w, PAG_STR("maximum"), tally->reach);
        put_number(w, PAG_STR("applicable_maximum"), tally->left);
    }
    pag_json_end_object(&w->json);
}

/* What a node says of itself, but its steps. */
static void put_figure(struct writing *w, const pag_twig *twig)
{
    const pag_figure *figure = twig->figure;
    const pag_cell *cell = figure->cell;
    bool made = cell->origin == PAG_COMPUTED || cell->origin == PAG_LOOKED_UP;
    pag_result_json_figure(w->view, &w->json, figure, SIZE_MAX);
    if (twig->step) {
        put_number(w, PAG_STR("total"), twig->step->result);
        put_tally(w, twig->step);
    }
    put_position(w, pag_tree_position(figure));
    if (cell->source.len) pag_json_put_string(&w->json, PAG_STR("source"), cell->source);
    if (cell->note.len) pag_json_put_string(&w->json, PAG_STR("note"), cell->note);
    if (cell->origin == PAG_COMPUTED) put_formula(w, &cell->of);
    bool number = figure->value.kind == PAG_VALUE_NUMBER && !pag_view_withholds(w->view, figure);
    if (cell->rounds && made && number) put_rounding(w, figure);
    if (twig->again) pag_json_put_bool(&w->json, PAG_STR("again"), true);
}

static void put_mark(struct writing *w, const pag_twig *twig)
{
    const pag_mark *mark = &twig->figure->value.sheet->marks[twig->index];
    pag_result_json_figure(w->view, &w->json, twig->figure, twig->index);
    const pag_criterion *criterion = &twig->figure->cell->criteria[twig->index];
    if (criterion->weight.set) {
        put_number(w, PAG_STR("weight"), plain(w, pag_criterion_weight(criterion)));
    }
    put_position(w, mark->pos);
    if (mark->because.len) pag_json_put_string(&w->json, PAG_STR("because"), mark->because);
}

static const pag_pack_call *put_call(struct writing *w, const pag_step *step)
{
    const pag_pack_call *call =
        step->site ? w->view->site(w->view->result->evaluation->pack, step->site) : NULL;
    pag_json_put_string(&w->json, PAG_STR("word"), call ? call->word : PAG_STR(""));
    put_position(w, call ? call->pos : (pag_pos){0});
    return call;
}

static void put_total(struct writing *w, const pag_figure *figure, const pag_step *step)
{
    const pag_pack_call *call = put_call(w, step);
    pag_json_key(&w->json, PAG_STR("arguments"));
    pag_json_begin_array(&w->json);
    for (size_t i = 0; call && i < call->n; i++) pag_json_string(&w->json, call->arguments[i]);
    pag_json_end_array(&w->json);
    pag_json_put_whole(&w->json, PAG_STR("count"), step->n);
    if (!step->figure && pag_view_withholds(w->view, figure)) {
        put_null(w, PAG_STR("value"));
    } else {
        put_number(w, PAG_STR("value"), step->result);
    }
    put_tally(w, step);
}

static void put_chose(struct writing *w, const pag_step *step)
{
    const pag_pack_call *call = put_call(w, step);
    pag_json_key(&w->json, PAG_STR("candidates"));
    pag_json_begin_array(&w->json);
    for (uint32_t i = 0; i < step->n; i++) {
        pag_str text = call && i < call->n ? call->arguments[i] : PAG_STR("");
        pag_json_begin_object(&w->json);
        pag_json_put_string(&w->json, PAG_STR("text"), text);
        put_number(w, PAG_STR("value"), step->numbers[i]);
        pag_json_end_object(&w->json);
    }
    pag_json_end_array(&w->json);
    pag_json_put_whole(&w->json, PAG_STR("chosen"), step->chosen);
    put_number(w, PAG_STR("value"), step->result);
}

static void put_edge(struct writing *w, const pag_step *step, bool high)
{
    pag_number number;
    const pag_band *row = &step->bands->rows[step->chosen];
    pag_json_key(&w->json, high ? PAG_STR("high") : PAG_STR("low"));
    if (!pag_reason_edge(step, step->chosen, high, &number)) {
        pag_json_null(&w->json);
        return;
    }
    pag_json_begin_object(&w->json);
    put_number(w, PAG_STR("value"), number);
    pag_json_put_bool(&w->json, PAG_STR("inside"), high ? row->high.inside : row->low.inside);
    pag_json_end_object(&w->json);
}

static void put_neighbour(struct writing *w, pag_str key, const pag_figure *figure, pag_neighbour n)
{
    pag_json_key(&w->json, key);
    if (!n.row) {
        pag_json_null(&w->json);
        return;
    }
    pag_json_begin_object(&w->json);
    put_number(w, PAG_STR("edge"), n.edge);
    put_number(w, PAG_STR("distance"), n.distance);
    pag_json_put_bool(&w->json, PAG_STR("inside"), n.inside);
    pag_json_put_string(&w->json, PAG_STR("gives"),
                        pag_reason_gives(w->view, figure, n.row, false));
    pag_json_end_object(&w->json);
}

/* A day; null where a row has none. */
static void put_day(struct writing *w, pag_str key, const pag_edge *edge)
{
    if (edge->kind == PAG_EDGE_NUMBER) {
        put_number(w, key, edge->number);
    } else {
        pag_json_key(&w->json, key);
        pag_json_null(&w->json);
    }
}

/* The row of a dated table, and the days it was looked up by. */
static void put_dated(struct writing *w, const pag_step *step, const pag_band *row)
{
    bool days = step->by == PAG_BY_PERIOD;
    put_number(w, days ? PAG_STR("first_date") : PAG_STR("date"), step->before);
    if (days) put_number(w, PAG_STR("last_date"), step->result);
    pag_json_key(&w->json, PAG_STR("row"));
    pag_json_begin_object(&w->json);
    put_day(w, PAG_STR("from"), &row->low);
    put_day(w, PAG_STR("to"), &row->high);
    if (row->source.len) pag_json_put_string(&w->json, PAG_STR("source"), row->source);
    if (row->note.len) pag_json_put_string(&w->json, PAG_STR("note"), row->note);
}

/* The row that a word or a day found. */
static void put_found(struct writing *w, const pag_figure *figure, const pag_step *step,
                      const pag_band *row)
{
    if (step->bands->kind == PAG_TABLE_DATED) {
        put_dated(w, step, row);
    } else {
        pag_json_key(&w->json, PAG_STR("row"));
        pag_json_begin_object(&w->json);
        pag_json_put_string(&w->json, PAG_STR("key"), row->key);
    }
    pag_str name = step->give ? step->give->key : PAG_STR("");
    if (name.len) pag_json_put_string(&w->json, PAG_STR("name"), name);
    pag_json_put_string(&w->json, PAG_STR("gives"), pag_reason_given(w->view, figure, step, false));
    put_position(w, row->pos);
    pag_json_end_object(&w->json);
}

static void put_looked(struct writing *w, const pag_figure *figure, const pag_step *step)
{
    const pag_band *row = pag_reason_row(step);
    pag_json_put_string(&w->json, PAG_STR("table"), step->bands->name);
    if (step->bands->source.len) {
        pag_json_put_string(&w->json, PAG_STR("source"), step->bands->source);
    }
    if (step->bands->kind != PAG_TABLE_BANDS) {
        put_found(w, figure, step, row);
        return;
    }
    put_number(w, PAG_STR("score"), step->before);
    if (step->bands->rounds) put_number(w, PAG_STR("score_before_rounding"), step->result);
    pag_json_key(&w->json, PAG_STR("row"));
    pag_json_begin_object(&w->json);
    put_edge(w, step, false);
    put_edge(w, step, true);
    if (pag_view_withholds(w->view, figure)) {
        put_null(w, PAG_STR("gives"));
    } else {
        pag_json_put_string(&w->json, PAG_STR("gives"),
                            pag_reason_gives(w->view, figure, row, false));
    }
    put_position(w, row->pos);
    pag_json_end_object(&w->json);
    put_neighbour(w, PAG_STR("above"), figure, pag_reason_above(w->view, step));
    put_neighbour(w, PAG_STR("below"), figure, pag_reason_below(w->view, step));
}

static void put_period(struct writing *w, const pag_step *step)
{
    pag_json_put_string(&w->json, PAG_STR("day"), step->chosen ? PAG_STR("to") : PAG_STR("from"));
    put_number(w, PAG_STR("value"), step->result);
    put_position(w, pag_reason_period_pos(w->view));
}

static pag_str step_word(const pag_twig *twig)
{
    if (twig->kind == PAG_TWIG_FIGURE) return PAG_STR("read");
    if (twig->kind == PAG_TWIG_MARK) return PAG_STR("mark");
    switch (twig->step->kind) {
    case PAG_STEP_READ: break;
    case PAG_STEP_CHOSE: return PAG_STR("chose");
    case PAG_STEP_TOTAL: return PAG_STR("total");
    case PAG_STEP_LOOKED: return PAG_STR("looked");
    case PAG_STEP_DOUBTED: break;
    case PAG_STEP_PERIOD: return PAG_STR("period");
    }
    return PAG_STR("read");
}

static void put_step(struct writing *w, const pag_twig *twig)
{
    const pag_step *step = twig->step;
    switch (step->kind) {
    case PAG_STEP_READ:
    case PAG_STEP_DOUBTED: break;
    case PAG_STEP_CHOSE: put_chose(w, step); break;
    case PAG_STEP_TOTAL: put_total(w, twig->figure, step); break;
    case PAG_STEP_LOOKED: put_looked(w, twig->figure, step); break;
    case PAG_STEP_PERIOD: put_period(w, step); break;
    }
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

static void hang_up(struct writing *w, const pag_twig *twig)
{
    if (w->n_deeper == w->room) {
        size_t room = w->room ? w->room * 2 : 8;
        const pag_twig **larger = PAG_NEW_ARRAY(w->view->scratch, const pag_twig *, room);
        for (size_t i = 0; i < w->n_deeper; i++) larger[i] = w->deeper[i];
        w->deeper = larger;
        w->room = room;
    }
    pag_json_put_whole(&w->json, PAG_STR("deeper"), (int64_t)w->n_deeper);
    w->deeper[w->n_deeper++] = twig;
}

/* Begins the object of `twig`; true when its steps are to follow. */
static bool enter(struct writing *w, const pag_twig *twig, bool root)
{
    pag_json_begin_object(&w->json);
    if (!root) pag_json_put_string(&w->json, PAG_STR("step"), step_word(twig));
    if (twig->kind == PAG_TWIG_FIGURE) put_figure(w, twig);
    if (twig->kind == PAG_TWIG_MARK) put_mark(w, twig);
    if (twig->kind == PAG_TWIG_STEP) put_step(w, twig);
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
static void put_tree(struct writing *w, const pag_twig *root)
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
    struct writing w = {.view = view, .json = {.sink = sink}};
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
