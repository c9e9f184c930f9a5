/* One step of a trace as JSON: what was chosen, totalled, found in a table. */
#include "explain/step_json.h"

#include "explain/reason.h"
#include "explain/result_json.h"

void pag_json_tree_number(pag_json_tree *w, pag_str key, pag_number number)
{
    pag_json_put_string(&w->json, key, pag_number_plain(w->view->scratch, number));
}

/* For machines weights are always plain numbers: 30 % is 0.3. */
pag_number pag_json_tree_weight(const pag_json_tree *w, pag_number number)
{
    return pag_number_with_unit(w->view->scratch, number, PAG_PLAIN);
}

static void put_null(pag_json_tree *w, pag_str key)
{
    pag_json_key(&w->json, key);
    pag_json_null(&w->json);
}

void pag_json_tree_position(pag_json_tree *w, pag_pos pos)
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

/* How the marks made it, where they are not simply added up. */
void pag_json_tree_tally(pag_json_tree *w, const pag_step *step)
{
    const pag_tally *tally = step->tally;
    if (!pag_step_is_tallied(step)) return;
    pag_json_key(&w->json, PAG_STR("tally"));
    pag_json_begin_object(&w->json);
    pag_json_put_whole(&w->json, PAG_STR("criteria"), tally->of);
    pag_json_put_whole(&w->json, PAG_STR("applicable"), step->n);
    pag_json_tree_number(w, PAG_STR("points"), tally->points);
    pag_json_tree_number(w, PAG_STR("weights"), pag_json_tree_weight(w, tally->weights));
    if (step->n < tally->of) {
        pag_json_tree_number(w, PAG_STR("maximum"), tally->reach);
        pag_json_tree_number(w, PAG_STR("applicable_maximum"), tally->left);
    }
    pag_json_end_object(&w->json);
}

static const pag_pack_call *put_call(pag_json_tree *w, const pag_step *step)
{
    const pag_pack_call *call =
        step->site ? w->view->site(w->view->result->evaluation->pack, step->site) : NULL;
    pag_json_put_string(&w->json, PAG_STR("word"), call ? call->word : PAG_STR(""));
    pag_json_tree_position(w, call ? call->pos : (pag_pos){0});
    return call;
}

static void put_total(pag_json_tree *w, const pag_figure *figure, const pag_step *step)
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
        pag_json_tree_number(w, PAG_STR("value"), step->result);
    }
    pag_json_tree_tally(w, step);
}

static void put_chose(pag_json_tree *w, const pag_step *step)
{
    const pag_pack_call *call = put_call(w, step);
    pag_json_key(&w->json, PAG_STR("candidates"));
    pag_json_begin_array(&w->json);
    for (uint32_t i = 0; i < step->n; i++) {
        pag_str text = call && i < call->n ? call->arguments[i] : PAG_STR("");
        pag_json_begin_object(&w->json);
        pag_json_put_string(&w->json, PAG_STR("text"), text);
        pag_json_tree_number(w, PAG_STR("value"), step->numbers[i]);
        pag_json_end_object(&w->json);
    }
    pag_json_end_array(&w->json);
    pag_json_put_whole(&w->json, PAG_STR("chosen"), step->chosen);
    pag_json_tree_number(w, PAG_STR("value"), step->result);
}

static void put_edge(pag_json_tree *w, const pag_step *step, bool high)
{
    pag_number number;
    const pag_band *row = &step->bands->rows[step->chosen];
    pag_json_key(&w->json, high ? PAG_STR("high") : PAG_STR("low"));
    if (!pag_reason_edge(step, step->chosen, high, &number)) {
        pag_json_null(&w->json);
        return;
    }
    pag_json_begin_object(&w->json);
    pag_json_tree_number(w, PAG_STR("value"), number);
    pag_json_put_bool(&w->json, PAG_STR("inside"), high ? row->high.inside : row->low.inside);
    pag_json_end_object(&w->json);
}

static void put_neighbour(pag_json_tree *w, pag_str key, const pag_figure *figure, pag_neighbour n)
{
    pag_json_key(&w->json, key);
    if (!n.row) {
        pag_json_null(&w->json);
        return;
    }
    pag_json_begin_object(&w->json);
    pag_json_tree_number(w, PAG_STR("edge"), n.edge);
    pag_json_tree_number(w, PAG_STR("distance"), n.distance);
    pag_json_put_bool(&w->json, PAG_STR("inside"), n.inside);
    pag_json_put_string(&w->json, PAG_STR("gives"),
                        pag_reason_gives(w->view, figure, n.row, false));
    pag_json_end_object(&w->json);
}

/* A day; null where a row has none. */
static void put_day(pag_json_tree *w, pag_str key, const pag_edge *edge)
{
    if (edge->kind == PAG_EDGE_NUMBER) {
        pag_json_tree_number(w, key, edge->number);
    } else {
        pag_json_key(&w->json, key);
        pag_json_null(&w->json);
    }
}

/* The row of a dated table, and the days it was looked up by. */
static void put_dated(pag_json_tree *w, const pag_step *step, const pag_band *row)
{
    bool days = step->by == PAG_BY_PERIOD;
    pag_json_tree_number(w, days ? PAG_STR("first_date") : PAG_STR("date"), step->before);
    if (days) pag_json_tree_number(w, PAG_STR("last_date"), step->result);
    pag_json_key(&w->json, PAG_STR("row"));
    pag_json_begin_object(&w->json);
    put_day(w, PAG_STR("from"), &row->low);
    put_day(w, PAG_STR("to"), &row->high);
    if (row->source.len) pag_json_put_string(&w->json, PAG_STR("source"), row->source);
    if (row->note.len) pag_json_put_string(&w->json, PAG_STR("note"), row->note);
}

/* What the row found gives may be all there is to the amount. */
static void put_gives(pag_json_tree *w, const pag_figure *figure, pag_str gives)
{
    if (pag_view_withholds(w->view, figure)) {
        put_null(w, PAG_STR("gives"));
    } else {
        pag_json_put_string(&w->json, PAG_STR("gives"), gives);
    }
}

/* The row that a word or a day found. */
static void put_found(pag_json_tree *w, const pag_figure *figure, const pag_step *step,
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
    put_gives(w, figure, pag_reason_given(w->view, figure, step, false));
    pag_json_tree_position(w, row->pos);
    pag_json_end_object(&w->json);
}

static void put_looked(pag_json_tree *w, const pag_figure *figure, const pag_step *step)
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
    pag_json_tree_number(w, PAG_STR("score"), step->before);
    if (step->bands->rounds)
        pag_json_tree_number(w, PAG_STR("score_before_rounding"), step->result);
    pag_json_key(&w->json, PAG_STR("row"));
    pag_json_begin_object(&w->json);
    put_edge(w, step, false);
    put_edge(w, step, true);
    put_gives(w, figure, pag_reason_gives(w->view, figure, row, false));
    pag_json_tree_position(w, row->pos);
    pag_json_end_object(&w->json);
    put_neighbour(w, PAG_STR("above"), figure, pag_reason_above(w->view, step));
    put_neighbour(w, PAG_STR("below"), figure, pag_reason_below(w->view, step));
}

static void put_period(pag_json_tree *w, const pag_step *step)
{
    static const char *const parts[PAG_PERIOD_PARTS] = {"from", "to", "year"};
    bool year = step->chosen == PAG_PERIOD_YEAR;
    pag_json_put_string(&w->json, year ? PAG_STR("part") : PAG_STR("day"),
                        pag_str_from(parts[step->chosen]));
    pag_json_tree_number(w, PAG_STR("value"), step->result);
    pag_json_tree_position(w, pag_reason_period_pos(w->view));
}

pag_str pag_json_tree_word(const pag_twig *twig)
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
    case PAG_STEP_SHARED: return PAG_STR("shared");
    }
    return PAG_STR("read");
}

void pag_json_tree_step(pag_json_tree *w, const pag_twig *twig)
{
    const pag_step *step = twig->step;
    switch (step->kind) {
    case PAG_STEP_READ:
    case PAG_STEP_DOUBTED: break;
    case PAG_STEP_CHOSE: put_chose(w, step); break;
    case PAG_STEP_TOTAL: put_total(w, twig->figure, step); break;
    case PAG_STEP_LOOKED: put_looked(w, twig->figure, step); break;
    case PAG_STEP_PERIOD: put_period(w, step); break;
    case PAG_STEP_SHARED: pag_shared_put_json(w->view, &w->json, twig->figure, step); break;
    }
}
