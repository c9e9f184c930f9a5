/* Speaks of what is still to be confirmed; what rests on what is known from the result. */
#include "explain/doubts.h"

#include "base/list.h"
#include "diag/write.h"
#include "eval/caution.h"
#include "explain/layout.h"

/* --- drafts --- */

typedef struct counting {
    const pag_entry *subject; /* NULL: all of them */
    size_t n;
} counting;

static void count(void *ud, pag_figure *figure)
{
    counting *c = ud;
    const pag_entry *subject = figure->entry;
    while (subject->parent) subject = subject->parent;
    if (!c->subject || c->subject == subject) c->n += pag_figure_is_doubtful(figure);
}

void pag_doubts_put_draft_figure(const pag_view *view, pag_text *out, const pag_figure *figure)
{
    bool rests = figure->doubts && figure->doubts->n > 0;
    if (!view->draft) return;
    pag_str line =
        rests ? pag_view_say(view, "DRAFT: this figure rests on values still to be confirmed",
                             "BOZZA: questa cifra poggia su valori da confermare")
              : pag_view_say(view, "DRAFT: this figure rests on no value still to be confirmed",
                             "BOZZA: questa cifra non poggia su valori da confermare");
    pag_layout_colored(out, line, view->color ? PAG_LAYOUT_LOUD : NULL);
    pag_text_byte(out, '\n');
}

void pag_doubts_put_draft(const pag_view *view, pag_text *out, const pag_entry *subject)
{
    counting c = {subject, 0};
    if (!view->draft) return;
    pag_result_visit(view->result, count, &c);
    pag_str line = pag_caution_draft(view->scratch, view->lang, c.n);
    pag_layout_colored(out, line, view->color ? PAG_LAYOUT_LOUD : NULL);
    pag_text_byte(out, '\n');
}

/* --- the list --- */

typedef struct listing {
    pag_arena *arena;
    size_t n, room;
    const pag_doubt **at; /* by number */
    bool draft;
} listing;

static void add(listing *list, const pag_doubt *doubt)
{
    size_t at = list->n;
    while (at > 0 && list->at[at - 1]->number > doubt->number) at--;
    if (at > 0 && list->at[at - 1] == doubt) return;
    list->at = pag_list_grown(list->arena, list->at, list->n, &list->room, sizeof *list->at);
    for (size_t i = list->n; i > at; i--) list->at[i] = list->at[i - 1];
    list->at[at] = doubt;
    list->n++;
}

static void add_doubts_of(listing *list, const pag_figure *figure)
{
    const pag_doubts *doubts = pag_figure_doubts(figure, list->draft);
    for (size_t i = 0; i < doubts->n; i++) add(list, doubts->at[i]);
}

static void add_doubts_of_payable(void *ud, pag_figure *figure)
{
    if (pag_figure_is_doubtful(figure)) add_doubts_of(ud, figure);
}

static void put_doubt(const pag_view *view, pag_text *out, const pag_doubt *doubt)
{
    pag_str *lines;
    pag_text said = {.arena = view->scratch};
    const pag_unsure unsure = {doubt->about, doubt->why, doubt->pos};
    pag_diag_put_unsure(&said, pag_view_sources(view), &unsure);
    size_t n = pag_text_wrap(view->scratch, pag_text_str(&said), view->width - 4, true, &lines);
    for (size_t i = 0; i < n; i++) {
        pag_layout_blanks(out, i ? 4 : 2);
        pag_text_put(out, lines[i]);
        pag_text_byte(out, '\n');
    }
}

void pag_doubts_put_list(const pag_view *view, pag_text *out, const pag_figure *figure)
{
    listing list = {.arena = view->scratch, .draft = view->draft};
    if (figure) {
        add_doubts_of(&list, figure);
    } else {
        pag_result_visit(view->result, add_doubts_of_payable, &list);
    }
    if (!list.n) return;
    pag_text_put(out, pag_view_say(view, "To be confirmed:\n", "Da confermare:\n"));
    for (size_t i = 0; i < list.n; i++) put_doubt(view, out, list.at[i]);
    pag_text_byte(out, '\n');
}
