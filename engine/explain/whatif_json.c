/* What would have led to the next band, for machines. */
#include "explain/outcome.h"
#include "explain/reason.h"
#include "explain/result_json.h"
#include "explain/whatif.h"

static void put_value(const pag_view *view, pag_json *json, pag_str key, const pag_cell *cell,
                      const pag_value *value)
{
    pag_json_key(json, key);
    if (!value || value->kind == PAG_VALUE_NONE) {
        pag_json_null(json);
    } else if (value->kind == PAG_VALUE_NUMBER) {
        pag_json_string(json, pag_number_plain(view->scratch, value->number));
    } else {
        pag_json_string(json, pag_value_plain(view->scratch, cell, *value));
    }
}

static void put_text(pag_json *json, pag_str key, pag_str text)
{
    pag_json_key(json, key);
    if (text.len) {
        pag_json_string(json, text);
    } else {
        pag_json_null(json);
    }
}

static void put_figure(const pag_view *view, pag_json *json, pag_str key, const pag_figure *figure,
                       size_t mark)
{
    pag_json_key(json, key);
    pag_json_begin_object(json);
    pag_result_json_figure(view, json, figure, mark);
    pag_json_end_object(json);
}

static void put_edge(const pag_view *view, pag_json *json, const pag_step *step, size_t row,
                     bool high)
{
    pag_number edge;
    bool known = pag_reason_edge(step, row, high, &edge);
    put_text(json, high ? PAG_STR("high") : PAG_STR("low"),
             known ? pag_number_plain(view->scratch, edge) : PAG_STR(""));
}

static void put_row(const pag_view *view, pag_json *json, const pag_hinge *hinge, size_t row)
{
    const pag_step *step = hinge->step;
    bool withheld = pag_view_withholds(view, hinge->figure);
    pag_json_key(json, PAG_STR("row"));
    if (!step) {
        pag_json_null(json);
        return;
    }
    pag_json_begin_object(json);
    pag_json_put_whole(json, PAG_STR("number"), (int64_t)row + 1);
    put_edge(view, json, step, row, false);
    put_edge(view, json, step, row, true);
    put_text(json, PAG_STR("gives"),
             withheld ? PAG_STR("")
                      : pag_reason_gives(view, hinge->figure, &step->bands->rows[row], false));
    pag_json_end_object(json);
}

static void put_outcome(const pag_view *view, pag_json *json, const pag_outcome *o)
{
    bool hidden = o->withheld && !view->draft;
    const pag_cell *cell = o->figure->cell;
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("figure"), pag_cell_path(view->scratch, cell));
    pag_json_put_string(json, PAG_STR("for"), o->figure->entry->id);
    put_value(view, json, PAG_STR("before"), cell, hidden ? NULL : &o->figure->value);
    put_value(view, json, PAG_STR("after"), cell, hidden ? NULL : &o->after);
    put_text(json, PAG_STR("difference"),
             hidden ? PAG_STR("")
                    : pag_outcome_difference(view->scratch, o->figure->value, o->after));
    pag_json_put_bool(json, PAG_STR("withheld"), hidden);
    pag_json_end_object(json);
}

static void put_shift(const pag_view *view, pag_json *json, const pag_shift *shift)
{
    pag_json_begin_object(json);
    put_figure(view, json, PAG_STR("input"), shift->figure, shift->mark);
    put_value(view, json, PAG_STR("from"), shift->figure->cell, &shift->from);
    put_value(view, json, PAG_STR("to"), shift->figure->cell, &shift->to);
    pag_json_put_whole(json, PAG_STR("steps"), (int64_t)shift->steps);
    put_text(json, PAG_STR("share"),
             shift->has_share ? pag_number_plain(view->scratch, shift->share) : PAG_STR(""));
    pag_json_end_object(json);
}

static void put_change(const pag_view *view, pag_json *json, const pag_change *change)
{
    pag_json_begin_object(json);
    pag_json_put_bool(json, PAG_STR("nearest"), change->nearest);
    pag_json_key(json, PAG_STR("shifts"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < change->n; i++) put_shift(view, json, &change->shifts[i]);
    pag_json_end_array(json);
    pag_json_key(json, PAG_STR("asked"));
    put_outcome(view, json, &change->asked);
    pag_json_key(json, PAG_STR("paid"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < change->n_paid; i++) put_outcome(view, json, &change->paid[i]);
    pag_json_end_array(json);
    pag_json_end_object(json);
}

static void put_goal(const pag_view *view, pag_json *json, const pag_hinge *hinge,
                     const pag_goal *goal)
{
    bool reason = !hinge->step && goal->row != PAG_GOAL_NOT_ZERO;
    pag_json_begin_object(json);
    pag_json_put_bool(json, PAG_STR("above"), goal->above);
    put_row(view, json, hinge, goal->row);
    put_text(json, PAG_STR("because"),
             reason ? hinge->figure->cell->unless[goal->row].sentence : PAG_STR(""));
    pag_json_put_bool(json, PAG_STR("not_zero"), goal->row == PAG_GOAL_NOT_ZERO);
    pag_json_put_whole(json, PAG_STR("refused"), (int64_t)goal->refused);
    pag_json_key(json, PAG_STR("changes"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < goal->n; i++) put_change(view, json, &goal->changes[i]);
    pag_json_end_array(json);
    pag_json_key(json, PAG_STR("together"));
    if (goal->together) {
        put_change(view, json, goal->together);
    } else {
        pag_json_null(json);
    }
    pag_json_end_object(json);
}

static void put_hinge(const pag_view *view, pag_json *json, const pag_hinge *hinge)
{
    const pag_step *step = hinge->step;
    pag_json_begin_object(json);
    put_figure(view, json, PAG_STR("figure"), hinge->figure, PAG_TURN_WHOLE);
    put_text(json, PAG_STR("table"), step ? step->bands->name : PAG_STR(""));
    put_text(json, PAG_STR("score"),
             step ? pag_number_plain(view->scratch, step->result) : PAG_STR(""));
    put_row(view, json, hinge, step ? step->chosen : 0);
    pag_json_put_whole(json, PAG_STR("inputs"), (int64_t)hinge->inputs);
    pag_json_put_bool(json, PAG_STR("complete"), !hinge->spent);
    pag_json_key(json, PAG_STR("goals"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < hinge->n; i++) put_goal(view, json, hinge, &hinge->goals[i]);
    pag_json_end_array(json);
    pag_json_end_object(json);
}

void pag_whatif_write_json(const pag_view *view, const pag_whatif *whatif, pag_sink *sink)
{
    pag_json json = {.sink = sink};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.whynot/1"));
    pag_result_json_head(view, &json);
    put_figure(view, &json, PAG_STR("figure"), whatif->asked, PAG_TURN_WHOLE);
    pag_json_put_whole(&json, PAG_STR("left"), (int64_t)whatif->left);
    pag_json_key(&json, PAG_STR("rests_on"));
    pag_json_begin_array(&json);
    for (size_t i = 0; i < whatif->n; i++) put_hinge(view, &json, &whatif->hinges[i]);
    pag_json_end_array(&json);
    pag_json_end_object(&json);
}
