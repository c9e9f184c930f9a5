/* What stands beside a value: its title and what may be written, from the cell alone. */
#include "form/internal.h"

#include "base/visible.h"

pag_str pag_form_say(const pag_form *form, const char *english, const char *italian)
{
    return pag_str_from(form->lang == PAG_IT ? italian : english);
}

pag_str pag_form_safe(const pag_form *form, pag_str text)
{
    pag_text out = {.arena = form->arena};
    pag_text_put_visible(&out, pag_text_one_line(form->arena, text), 0);
    return pag_text_str(&out);
}

pag_str pag_form_spelled(const pag_form *form, pag_value value)
{
    if (value.kind == PAG_VALUE_NUMBER) return pag_number_written(form->arena, value.number);
    return pag_value_plain(form->arena, NULL, value);
}

/* --- what may be written --- */

typedef struct saying {
    const pag_form *form;
    pag_text out;
} saying;

static void say(saying *s, const char *english, const char *italian)
{
    pag_text_put(&s->out, pag_form_say(s->form, english, italian));
}

/* After what was said before it, if anything was. */
static void part(saying *s, pag_str before)
{
    if (s->out.len) pag_text_put(&s->out, before);
}

/* "none (nessuna), oral (rimprovero verbale)": the word is what is written. */
static void put_choices(saying *s, const pag_cell *cell)
{
    for (size_t i = 0; i < cell->n_choices; i++) {
        if (i) pag_text_put(&s->out, PAG_STR(", "));
        const pag_choice *choice = &cell->choices[i];
        pag_text_put(&s->out, pag_form_safe(s->form, choice->word));
        if (!choice->title.len) continue;
        pag_text_put(&s->out, PAG_STR(" ("));
        pag_text_put(&s->out, pag_form_safe(s->form, choice->title));
        pag_text_byte(&s->out, ')');
    }
}

static void put_type(saying *s, const pag_cell *cell)
{
    bool words = cell->n_choices > 0;
    switch (cell->type) {
    case PAG_TYPE_TEXT: say(s, "text", "testo"); break;
    case PAG_TYPE_FLAG: say(s, "true or false", "true (sì) o false (no)"); break;
    case PAG_TYPE_DATE: say(s, "date, like 2024-12-31", "data, come 2024-12-31"); break;
    case PAG_TYPE_CHOICE:
    case PAG_TYPE_CLASS:
        if (words) say(s, "one of: ", "una parola fra: ");
        if (!words) say(s, "a word", "una parola");
        put_choices(s, cell);
        break;
    case PAG_TYPE_WHOLE: say(s, "whole number, like 12", "numero intero, come 12"); break;
    case PAG_TYPE_NUMBER: say(s, "number, like 8.5", "numero, come 8.5"); break;
    case PAG_TYPE_POINTS: say(s, "points, like 8", "punti, come 8"); break;
    case PAG_TYPE_PERCENT: say(s, "percentage, like 50%", "percentuale, come 50%"); break;
    case PAG_TYPE_MONEY: say(s, "euros, like 1843.50", "importo in euro, come 1843.50"); break;
    case PAG_TYPE_REF:
        say(s, "name or id of an entry of ", "nome o identificativo di una voce di ");
        pag_text_put(&s->out, cell->to);
        break;
    case PAG_TYPE_SHEET:
    case PAG_TYPE_LIST: break;
    }
}

static void put_bound(saying *s, const pag_cell *cell, const pag_bound *bound)
{
    pag_arena *arena = s->form->arena;
    pag_number x = pag_number_with_unit(arena, bound->number, pag_type_unit(cell->type));
    pag_text_put(&s->out, pag_number_written(arena, x));
}

static void put_bounds(saying *s, const pag_cell *cell, pag_bounds bounds)
{
    if (bounds.min.set) {
        part(s, PAG_STR(", "));
        if (bounds.max.set) say(s, "from ", "da ");
        if (!bounds.max.set) say(s, "at least ", "almeno ");
        put_bound(s, cell, &bounds.min);
        if (bounds.max.set) say(s, " to ", " a ");
    } else if (bounds.max.set) {
        part(s, PAG_STR(", "));
        say(s, "at most ", "al massimo ");
    }
    if (bounds.max.set) put_bound(s, cell, &bounds.max);
    if (!bounds.step.set) return;
    part(s, PAG_STR(", "));
    say(s, "in steps of ", "a passi di ");
    put_bound(s, cell, &bounds.step);
}

/* What a cell is when it is left out. */
static void put_left_out(saying *s, const pag_cell *cell)
{
    if (cell->value.kind != PAG_VALUE_NONE) {
        say(s, "; if it is left out: ", "; se non si scrive: ");
        pag_text_put(&s->out, pag_form_safe(s->form, pag_form_spelled(s->form, cell->value)));
    } else if (cell->optional) {
        say(s, "; optional", "; facoltativo");
    }
}

static void put_cell(saying *s, const pag_cell *cell)
{
    put_type(s, cell);
    if (pag_type_is_number(cell->type) || cell->type == PAG_TYPE_DATE) {
        put_bounds(s, cell, pag_cell_bounds(cell));
    }
    if (cell->sum.set) {
        say(s, "; all entries together make ", "; tutte le voci insieme fanno ");
        put_bound(s, cell, &cell->sum);
    }
    put_left_out(s, cell);
}

static void put_marks(saying *s, const pag_cell *cell)
{
    say(s, "marks: ", "voti: ");
    for (size_t i = 0; i < cell->n_marks; i++) {
        if (i) pag_text_put(&s->out, PAG_STR(", "));
        pag_text_put(&s->out, pag_number_written(s->form->arena, cell->marks[i]));
    }
}

static void put_mark(saying *s, const pag_asked *asked)
{
    const pag_cell *cell = asked->cell;
    const pag_bounds bounds = pag_criterion_bounds(cell, asked->criterion);
    if (cell->n_marks) {
        put_marks(s, cell);
    } else {
        say(s, "mark", "voto");
        put_bounds(s, cell, bounds);
    }
    if (asked->criterion->weight.set) {
        say(s, "; weight ", "; peso ");
        pag_text_put(&s->out, pag_number_written(s->form->arena, asked->criterion->weight.number));
    }
    if (cell->na != PAG_NA_REFUSE) say(s, "; na if it does not apply", "; na se non si applica");
}

static void put_list(saying *s, const pag_asked *asked)
{
    if (asked->planned) {
        say(s, "the entries are those of the plan", "le voci sono quelle del piano");
    } else {
        say(s, "a list: for each further entry copy the lines from the - on",
            "un elenco: per ogni altra voce copiare le righe dal - in giù");
    }
    if (asked->group->tiles) {
        say(s, "; every day of the period is in one entry, and in one only",
            "; ogni giorno del periodo sta in una voce, e in una sola");
    }
}

static void put_sheet(saying *s, const pag_asked *asked)
{
    if (asked->cell->motivated) {
        say(s, "a sheet: each mark with its reason",
            "una scheda: ogni voto con la sua motivazione");
    } else {
        say(s, "a sheet: a mark for each criterion", "una scheda: un voto per ogni criterio");
    }
    put_left_out(s, asked->cell);
}

static void put_what(saying *s, const pag_asked *asked)
{
    switch (asked->kind) {
    case PAG_ASKED_VALUE: put_cell(s, asked->cell); break;
    case PAG_ASKED_MARK: put_mark(s, asked); break;
    case PAG_ASKED_SHEET: put_sheet(s, asked); break;
    case PAG_ASKED_LIST: put_list(s, asked); break;
    case PAG_ASKED_ID:
        say(s, "a short word that no other entry has", "una parola breve, diversa per ogni voce");
        break;
    case PAG_ASKED_SUBJECT:
    case PAG_ASKED_ENTRY:
    case PAG_ASKED_ITEM: break;
    }
}

static pag_str title_of(const pag_asked *asked)
{
    switch (asked->kind) {
    case PAG_ASKED_SUBJECT: return asked->group->title;
    case PAG_ASKED_LIST: return asked->cell->title;
    case PAG_ASKED_ITEM: return asked->row->name;
    case PAG_ASKED_SHEET:
    case PAG_ASKED_VALUE: return asked->cell->title;
    case PAG_ASKED_MARK: return asked->criterion->title;
    case PAG_ASKED_ENTRY:
    case PAG_ASKED_ID: break;
    }
    return PAG_STR("");
}

pag_str pag_form_about(const pag_form *form, const pag_asked *asked)
{
    saying s = {.form = form, .out = {.arena = form->arena}};
    saying what = {.form = form, .out = {.arena = form->arena}};
    pag_text_put(&s.out, pag_form_safe(form, title_of(asked)));
    put_what(&what, asked);
    if (what.out.len) part(&s, PAG_STR(" — "));
    pag_text_put(&s.out, pag_text_str(&what.out));
    return pag_text_str(&s.out);
}
