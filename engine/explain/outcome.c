/* Pairs of values, differences, and paragraphs. */
#include "explain/outcome.h"

#include "base/visible.h"
#include "explain/layout.h"
#include "turn/turn.h"

pag_str pag_outcome_value(const pag_view *view, const pag_cell *cell, pag_value value)
{
    if (value.kind == PAG_VALUE_NONE) return PAG_STR("—");
    if (value.kind == PAG_VALUE_NUMBER) return pag_number_people(view->scratch, value.number);
    return pag_view_safe(view, pag_value_people(view->scratch, cell, value));
}

pag_str pag_outcome_pair(const pag_view *view, const pag_cell *cell, pag_value from, pag_value to)
{
    return pag_text_join(view->scratch, 3, pag_outcome_value(view, cell, from), PAG_STR(" → "),
                         pag_outcome_value(view, cell, to));
}

static bool subtract(pag_arena *arena, pag_value from, pag_value to, pag_number *out)
{
    return from.kind == PAG_VALUE_NUMBER && to.kind == PAG_VALUE_NUMBER &&
           pag_number_subtract(arena, out, to.number, from.number) == PAG_NUMBER_OK;
}

/* What is counted, where the number does not say it: days, points of percentage. */
static pag_str counted(const pag_view *view, pag_unit unit, bool one)
{
    if (unit == PAG_DATE) {
        return one ? pag_view_say(view, " day", " giorno") : pag_view_say(view, " days", " giorni");
    }
    if (unit != PAG_PERCENT) return PAG_STR("");
    return one ? pag_view_say(view, " point of percentage", " punto percentuale")
               : pag_view_say(view, " points of percentage", " punti percentuali");
}

pag_str pag_outcome_apart(const pag_view *view, pag_value from, pag_value to)
{
    pag_number apart;
    if (!subtract(view->scratch, from, to, &apart)) return PAG_STR("");
    bool less = pag_number_sign(apart) < 0;
    if (less) apart = pag_number_negate(view->scratch, apart);
    pag_unit unit = pag_number_unit(from.number);
    pag_str text = pag_number_people(view->scratch, apart);
    if (pag_number_sign(apart) == 0) return text;
    if (unit == PAG_PERCENT && pag_str_ends(text, PAG_STR(" %"))) {
        text.len -= 2;
    } else if (unit == PAG_PERCENT) {
        unit = PAG_PLAIN; /* a fraction of one: no points are counted */
    }
    bool one = pag_str_equal(text, PAG_STR("1"));
    return pag_text_join(view->scratch, 3, less ? PAG_STR("−") : PAG_STR("+"), text,
                         counted(view, unit, one));
}

pag_str pag_outcome_difference(pag_arena *arena, pag_value from, pag_value to)
{
    pag_number apart;
    return subtract(arena, from, to, &apart) ? pag_number_plain(arena, apart) : PAG_STR("");
}

pag_str pag_outcome_name(const pag_view *view, const pag_figure *figure, size_t mark,
                         const pag_entry *around)
{
    pag_text out = {.arena = view->scratch};
    pag_text_put(&out, pag_view_label(view, figure->cell));
    if (mark != PAG_TURN_WHOLE) {
        const pag_criterion *c = &figure->cell->criteria[mark];
        pag_text_put(&out, PAG_STR(", "));
        pag_text_put_visible(&out, c->title.len ? c->title : c->id, 0);
    }
    if (figure->entry != around && figure->entry->group->depth > 0) {
        pag_text_put(&out, PAG_STR(" · "));
        pag_text_put(&out, pag_view_safe(view, figure->entry->name));
    }
    return pag_text_str(&out);
}

void pag_outcome_put(const pag_view *view, pag_text *out, size_t indent, pag_str text)
{
    enum { FURTHER = 2, NARROWEST = 24 };
    pag_str *lines;
    size_t taken = indent + FURTHER;
    size_t width = view->width > taken + NARROWEST ? view->width - taken : NARROWEST;
    bool one = pag_text_width(text) <= width + FURTHER;
    size_t n = pag_text_wrap(view->scratch, text, one ? width + FURTHER : width, false, &lines);
    for (size_t i = 0; i < n; i++) {
        pag_layout_blanks(out, indent + (i ? FURTHER : 0));
        pag_text_put(out, lines[i]);
        pag_text_byte(out, '\n');
    }
}
