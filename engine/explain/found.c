/* Sentences for rows that a word or a day found, and for the days of the period. */
#include "explain/reason.h"

const pag_band *pag_reason_row(const pag_step *step)
{
    return &step->bands->rows[step->chosen];
}

pag_str pag_reason_word(const pag_figure *figure, pag_str word)
{
    const pag_choice *choice = pag_cell_choice(figure->cell, word);
    return choice ? pag_choice_label(choice) : word;
}

/* A cell that looks the value up gives it its unit; a formula takes it as it is written. */
pag_str pag_reason_given(const pag_view *view, const pag_figure *figure, const pag_step *step,
                         bool for_people)
{
    const pag_give *give = step->give;
    if (!give) return PAG_STR("");
    bool own = figure->cell->bands == step->bands;
    if (!give->is_number || (own && !pag_type_is_number(figure->cell->type))) {
        pag_str text = own && for_people ? pag_reason_word(figure, give->text) : give->text;
        return for_people ? pag_view_safe(view, text) : text;
    }
    pag_number number = give->number;
    if (own) {
        number = pag_number_with_unit(view->scratch, number, pag_type_unit(figure->cell->type));
    }
    return for_people ? pag_number_people(view->scratch, number)
                      : pag_number_plain(view->scratch, number);
}

/* ": org 30 %" */
static void put_given(const pag_view *view, pag_text *out, const pag_figure *figure,
                      const pag_step *step)
{
    if (!step->give || pag_view_withholds(view, figure)) return;
    pag_text_put(out, PAG_STR(": "));
    if (step->give->key.len) {
        pag_text_put(out, pag_view_safe(view, step->give->key));
        pag_text_byte(out, ' ');
    }
    pag_text_put(out, pag_reason_given(view, figure, step, true));
}

static pag_str label(const pag_view *view, const pag_bands *table)
{
    return pag_view_safe(view, pag_table_label(table));
}

static void put_day(const pag_view *view, pag_text *out, pag_number day)
{
    pag_text_put(out, pag_number_people(view->scratch, day));
}

/* "in force from 01/01/2024 to 31/12/2024", "in vigore dal 01/01/2025" */
static void put_span(const pag_view *view, pag_text *out, const pag_band *row)
{
    pag_text_put(out, pag_view_say(view, "in force from ", "in vigore dal "));
    put_day(view, out, row->low.number);
    if (row->high.kind != PAG_EDGE_NUMBER) return;
    pag_text_put(out, pag_view_say(view, " to ", " al "));
    put_day(view, out, row->high.number);
}

/* ", because the period ends on 31/12/2025"; of a date that stands in a cell, that it is one. */
static void put_because(const pag_view *view, pag_text *out, const pag_step *step)
{
    switch (step->by) {
    case PAG_BY_CELL:
        pag_text_put(out, pag_view_say(view, ", because the date is ", ", perché la data è "));
        break;
    case PAG_BY_START:
        pag_text_put(out, pag_view_say(view, ", because the period begins on ",
                                       ", perché il periodo comincia il "));
        break;
    case PAG_BY_END:
        pag_text_put(out, pag_view_say(view, ", because the period ends on ",
                                       ", perché il periodo finisce il "));
        break;
    case PAG_BY_PERIOD:
        pag_text_put(out, pag_view_say(view, ", because the whole period is in it, from ",
                                       ", perché tutto il periodo vi sta dentro, dal "));
        put_day(view, out, step->before);
        pag_text_put(out, pag_view_say(view, " to ", " al "));
        break;
    }
    put_day(view, out, step->result);
}

pag_str pag_reason_found(const pag_view *view, const pag_figure *figure, const pag_step *step)
{
    const pag_band *row = pag_reason_row(step);
    bool dated = step->bands->kind == PAG_TABLE_DATED;
    pag_text out = {.arena = view->scratch};
    if (dated) {
        put_span(view, &out, row);
        put_because(view, &out, step);
    } else {
        pag_text_put(&out, pag_view_say(view, "row “", "riga «"));
        pag_text_put(&out,
                     pag_view_safe(view, step->asked ? pag_choice_label(step->asked) : row->key));
        pag_text_put(&out, pag_view_say(view, "”", "»"));
    }
    pag_text_put(&out, pag_view_say(view, " (table ", " (tabella "));
    pag_text_put(&out, label(view, step->bands));
    pag_text_byte(&out, ')');
    put_given(view, &out, figure, step);
    return pag_text_str(&out);
}

pag_str pag_reason_period(const pag_view *view, const pag_step *step)
{
    static const char *const which[PAG_PERIOD_PARTS][2] = {
        {"  first day of the period", "  primo giorno del periodo"},
        {"  last day of the period", "  ultimo giorno del periodo"},
        {"  year of the period", "  anno del periodo"}};
    const char *const *part = which[step->chosen];
    return pag_text_join(view->scratch, 2, pag_number_people(view->scratch, step->result),
                         pag_view_say(view, part[0], part[1]));
}

pag_pos pag_reason_period_pos(const pag_view *view)
{
    return view->result->evaluation->head.period_pos;
}
