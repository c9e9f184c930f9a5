/* Sentences for totals over a sheet: weights, criteria that do not apply, and what could be
 * reached.
 */
#include "explain/reason.h"

static void put_whole(pag_text *out, const char *before, uint32_t n, const char *after)
{
    pag_text_put(out, pag_str_from(before));
    pag_text_whole(out, n);
    pag_text_put(out, pag_str_from(after));
}

static void put_number(const pag_view *view, pag_text *out, const char *before, pag_number number)
{
    pag_text_put(out, pag_str_from(before));
    pag_text_put(out, pag_number_people(view->scratch, number));
}

/* " dei 4 criteri su 5 che si applicano" */
static void put_partial(const pag_view *view, pag_text *out, const pag_step *step)
{
    bool italian = view->lang == PAG_IT;
    put_whole(out, italian ? " dei " : " of the ", step->n, "");
    put_whole(out, italian ? " criteri su " : " of ", step->tally->of,
              italian ? " che si applicano" : " criteria that apply");
}

static const pag_cell *sheet_of(const pag_step *step)
{
    return step->figure->cell;
}

bool pag_step_is_tallied(const pag_step *step)
{
    return step->kind == PAG_STEP_TOTAL && step->tally &&
           (step->tally->weighted || step->n < step->tally->of);
}

/* Which criteria the maximum is of. */
static void put_whose(const pag_view *view, pag_text *out, const pag_step *step)
{
    bool italian = view->lang == PAG_IT;
    uint32_t of = step->tally->of;
    if (step->n == of) {
        put_whole(out, italian ? " di " : " of ", of, italian ? " criteri" : " criteria");
    } else if (sheet_of(step)->na == PAG_NA_LEAVE_OUT) {
        put_partial(view, out, step);
    } else {
        put_whole(out, italian ? " di tutti i " : " of all ", of,
                  italian ? " criteri, a cui si riportano i " : " criteria, which the ");
        put_whole(out, "", step->n, italian ? " che si applicano" : " that apply stand for");
    }
}

pag_str pag_reason_full(const pag_view *view, const pag_step *step)
{
    enum { MOST = 12 };
    const pag_cell *sheet = sheet_of(step);
    const pag_mark *marks = step->figure->value.sheet->marks;
    bool left_out = sheet->na == PAG_NA_LEAVE_OUT;
    uint32_t shown = 0;
    pag_text out = {.arena = view->scratch};
    pag_text_put(&out, pag_reason_total_word(view, step));
    put_whose(view, &out, step);
    for (size_t i = 0; i < sheet->n_criteria; i++) {
        const pag_criterion *criterion = &sheet->criteria[i];
        if ((left_out && marks[i].absent) || ++shown > MOST) continue;
        put_number(view, &out, shown == 1 ? ": " : " + ", pag_criterion_most(sheet, criterion));
        if (!step->tally->weighted) continue;
        put_number(view, &out, " × ", pag_criterion_weight(criterion));
    }
    if (shown > MOST) pag_text_put(&out, PAG_STR(" + …"));
    return pag_text_str(&out);
}

/* Of criteria that were left out nothing is rescaled, so that people must know what was lost. */
static void put_reach(const pag_view *view, pag_text *out, const pag_tally *t)
{
    put_number(view, out, view->lang == PAG_IT ? ", al massimo " : ", at most ", t->left);
    put_number(view, out, view->lang == PAG_IT ? " invece di " : " instead of ", t->reach);
}

static void put_rescaled(const pag_view *view, pag_text *out, const pag_tally *t)
{
    put_number(view, out, ": ", t->points);
    put_number(view, out, " × ", t->reach);
    put_number(view, out, " / ", t->left);
    pag_text_put(out, pag_view_say(view, ", the highest of all and of these",
                                   ", i massimi di tutti e di questi"));
}

pag_str pag_reason_tally(const pag_view *view, const pag_step *step)
{
    const pag_tally *t = step->tally;
    pag_text out = {.arena = view->scratch};
    if (!pag_step_is_tallied(step)) return pag_reason_total_word(view, step);
    bool partial = step->n < t->of;
    if (t->weighted) pag_text_put(&out, pag_view_say(view, "weighted ", ""));
    pag_text_put(&out, pag_reason_total_word(view, step));
    if (t->weighted) pag_text_put(&out, pag_view_say(view, "", " pesata"));
    if (partial) put_partial(view, &out, step);
    if (pag_reason_is_called(view, step, "mean")) {
        put_number(view, &out, ": ", t->points);
        put_number(view, &out, " / ", t->weights);
    } else if (partial && sheet_of(step)->na == PAG_NA_LEAVE_OUT) {
        put_reach(view, &out, t);
    } else if (partial) {
        put_rescaled(view, &out, t);
    }
    return pag_text_str(&out);
}
