/* Words, values and places as the writers of this room show them. It reads a result and never
 * changes it. */
#include "explain/view.h"

#include "base/visible.h"
#include "schema/basis.h"

pag_view pag_view_of(const pag_result *result, pag_arena *scratch)
{
    const pag_pack *pack = result->evaluation->pack;
    return (pag_view){.result = result,
                      .pack = pag_pack_name(pack),
                      .hash = pag_pack_hash(pack),
                      .site = pag_pack_site,
                      .scratch = scratch,
                      .width = 80,
                      .program = PAG_STR("pagella")};
}

pag_str pag_view_say(const pag_view *view, const char *english, const char *italian)
{
    return pag_str_from(view->lang == PAG_IT ? italian : english);
}

pag_str pag_view_safe(const pag_view *view, pag_str text)
{
    pag_text out = {.arena = view->scratch};
    pag_text_put_visible(&out, text, 0);
    return pag_text_str(&out);
}

bool pag_view_withholds(const pag_view *view, const pag_figure *figure)
{
    return !view->draft && pag_figure_is_withheld(figure);
}

bool pag_view_hides_lookups(const pag_view *view, const pag_figure *figure)
{
    if (!pag_view_withholds(view, figure)) return false;
    for (uint32_t i = 0; i < pag_figure_steps(figure, view->draft); i++) {
        const pag_figure *read;
        for (uint32_t k = 0; (read = pag_step_figure(&figure->steps[i], k)); k++) {
            if (pag_view_withholds(view, read)) return true;
        }
    }
    return false;
}

pag_str pag_view_withheld(const pag_view *view)
{
    return pag_view_say(view, "to confirm", "da confermare");
}

pag_str pag_view_value(const pag_view *view, const pag_figure *figure)
{
    if (pag_view_withholds(view, figure)) return pag_view_withheld(view);
    if (figure->value.kind == PAG_VALUE_NONE) return PAG_STR("—");
    return pag_view_safe(view, pag_value_people(view->scratch, figure->cell, figure->value));
}

pag_str pag_view_label(const pag_view *view, const pag_cell *cell)
{
    return pag_view_safe(view, pag_cell_label(cell));
}

pag_str pag_view_period(const pag_view *view)
{
    const pag_head *head = &view->result->evaluation->head;
    if (!head->period_pos.source) return PAG_STR("");
    pag_str from = pag_number_plain(view->scratch, head->from);
    pag_str to = pag_number_plain(view->scratch, head->to);
    pag_str year = {from.at, from.len < 4 ? from.len : 4};
    bool whole = pag_str_ends(from, PAG_STR("-01-01")) && pag_str_ends(to, PAG_STR("-12-31")) &&
                 pag_str_starts(to, year);
    if (whole) return pag_text_join(view->scratch, 2, pag_view_say(view, "year ", "anno "), year);
    return pag_text_join(view->scratch, 4, pag_view_say(view, "from ", "dal "),
                         pag_number_people(view->scratch, head->from),
                         pag_view_say(view, " to ", " al "),
                         pag_number_people(view->scratch, head->to));
}

const pag_sources *pag_view_sources(const pag_view *view)
{
    return pag_diagnostics_sources(view->result->evaluation->diags);
}

pag_str pag_origin_word(const pag_figure *figure)
{
    switch (figure->cell->origin) {
    case PAG_GIVEN: return figure->defaulted ? PAG_STR("default") : PAG_STR("given");
    case PAG_PLANNED: return figure->defaulted ? PAG_STR("default") : PAG_STR("planned");
    case PAG_FIXED: return PAG_STR("fixed");
    case PAG_COMPUTED: return PAG_STR("computed");
    case PAG_LOOKED_UP: return PAG_STR("looked up");
    case PAG_SHARED: break;
    }
    return PAG_STR("split");
}

bool pag_figure_is_rounded(const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    return cell->rounds && pag_origin_is_made(cell->origin) && cell->origin != PAG_SHARED &&
           !figure->zeroed;
}

pag_str pag_view_because(const pag_view *view, const pag_figure *figure)
{
    bool doubtful = figure->doubts && figure->doubts->n > 0 && !view->draft;
    if (!figure->zeroed || pag_view_withholds(view, figure)) return PAG_STR("");
    return doubtful ? figure->zeroed->unless->sentence : figure->zeroed->because;
}

pag_str pag_view_unless(const pag_view *view, const pag_figure *figure)
{
    return pag_text_join(view->scratch, 3, pag_view_value(view, figure),
                         pag_view_say(view, " because: ", " perché: "),
                         pag_view_safe(view, pag_view_because(view, figure)));
}

static bool already(const pag_answer *list, size_t n, const pag_answer *answer)
{
    for (size_t i = 0; i < n; i++) {
        bool warning = pag_str_equal(list[i].code, answer->code) &&
                       pag_str_equal(list[i].name, answer->name) &&
                       pag_str_equal(list[i].entry, answer->entry);
        if (warning && pag_str_equal(list[i].because, answer->because)) return true;
    }
    return false;
}

size_t pag_view_answered(const pag_view *view, pag_answer **out)
{
    const pag_diagnostics *diags = view->result->evaluation->diags;
    size_t all = pag_diagnostics_count(diags), n = 0;
    *out = PAG_NEW_ARRAY(view->scratch, pag_answer, all);
    for (size_t i = 0; i < all; i++) {
        const pag_diagnostic *d = pag_diagnostics_at(diags, i);
        pag_answer answer = {.code = pag_code_text(d->code), .name = d->name, .entry = {"", 0}};
        if (d->narrowed) answer.entry = d->entry;
        answer.because = d->because;
        if (d->acknowledged && !already(*out, n, &answer)) (*out)[n++] = answer;
    }
    return n;
}
