/* Sentences of rules with values in them. */
#include "eval/internal.h"

/* What a test case leaves out is no reason to say nothing. */
static bool is_missing(const pag_evaluator *e, const pag_figure *figure)
{
    const pag_run *r = e->run;
    return figure->state == PAG_ABSENT || (r->quiet && figure->state == PAG_FAILED);
}

/* An amount that is withheld is not told by the way. In a draft it is, and marked each time: a
 * sentence stands in messages, where nothing else says that it is one. Sentences of rules are
 * Italian. */
static void put_value(const pag_evaluator *e, pag_text *out, const pag_figure *figure)
{
    const pag_run *r = e->run;
    bool there = !is_missing(e, figure) && !pag_figure_is_left_out(figure);
    bool withheld = pag_figure_is_withheld(figure), draft = r->result->evaluation->draft;
    if (draft || !withheld) {
        pag_text_put(out, there ? pag_value_people(out->arena, figure->cell, figure->value)
                                : PAG_STR("—"));
    }
    if (withheld && draft) pag_text_put(out, PAG_STR(" "));
    if (withheld) pag_text_put(out, PAG_STR("(da confermare)"));
}

bool pag_sentence_fill(const pag_evaluator *e, pag_str sentence, pag_entry *entry, pag_str *out)
{
    pag_text text = {.arena = e->arena};
    pag_str before, name;
    while (pag_str_next_braces(&sentence, &before, &name)) {
        const pag_cell *cell = pag_group_cell(entry->group, name);
        pag_text_put(&text, before);
        if (!cell) continue;
        pag_figure *figure = &entry->figures[cell->slot];
        if (!is_missing(e, figure) && !e->read(e->run, figure)) return false;
        put_value(e, &text, figure);
    }
    pag_text_put(&text, before);
    *out = pag_text_str(&text);
    return true;
}
