/* The form as an evaluation file. A line that may be left out has a # right before its key, in the
 * column of the key: taken away, the line is as it must be. Explanations have a # and a blank. */
#include "form/internal.h"

#include "base/scalar.h"

#include "bind/bind.h"

enum { WIDTH = 100, LONGEST_DEFAULT = 60 };

typedef struct writer {
    const pag_form *form;
    pag_text out;
} writer;

/* Where a line stands. */
typedef struct margin {
    size_t indent;
    bool within; /* a subject that is left out as a whole: its lines begin with a # of their own */
} margin;

/* --- lines --- */

static void put_margin(writer *w, margin m)
{
    if (m.within) pag_text_byte(&w->out, '#');
    for (size_t i = 0; i < m.indent; i++) pag_text_byte(&w->out, ' ');
}

static void put_comment(writer *w, margin m, pag_str text)
{
    pag_str *lines;
    size_t taken = m.indent + 2 + (m.within ? 1 : 0), least = 40;
    size_t width = WIDTH > taken + least ? WIDTH - taken : least;
    size_t n = text.len ? pag_text_wrap(w->form->arena, text, width, true, &lines) : 0;
    for (size_t i = 0; i < n; i++) {
        put_margin(w, m);
        pag_text_put(&w->out, PAG_STR("# "));
        pag_text_put(&w->out, lines[i]);
        pag_text_byte(&w->out, '\n');
    }
}

/* "Source: …", when there is one. */
static void put_named(writer *w, margin m, pag_str name, pag_str text)
{
    if (!text.len) return;
    put_comment(w, m, pag_text_join(w->form->arena, 2, name, pag_form_safe(w->form, text)));
}

static void put_key(writer *w, margin m, bool needed, pag_str key, pag_str value)
{
    put_margin(w, m);
    if (!needed) pag_text_byte(&w->out, '#');
    pag_text_put_scalar(&w->out, key, true);
    pag_text_byte(&w->out, ':');
    if (value.len) pag_text_byte(&w->out, ' ');
    pag_text_put(&w->out, value);
    pag_text_byte(&w->out, '\n');
}

static pag_str say(const writer *w, const char *english, const char *italian)
{
    return pag_form_say(w->form, english, italian);
}

/* --- places --- */

static void put_origin(writer *w, margin m, pag_str source, pag_str note)
{
    put_named(w, m, say(w, "Source: ", "Fonte: "), source);
    put_named(w, m, say(w, "Note: ", "Nota: "), note);
}

static void put_subject(writer *w, const pag_asked *asked)
{
    const pag_group *group = asked->group;
    margin m = {0, asked->within};
    pag_text_byte(&w->out, '\n');
    put_comment(w, (margin){0, false}, pag_form_about(w->form, asked));
    put_origin(w, (margin){0, false}, group->source, group->note);
    if (asked->within) {
        put_comment(w, (margin){0, false},
                    say(w,
                        "This part may be left out: to give it, remove the first # of each line.",
                        "Questa parte si può lasciare via: per darla, togliere il primo # di ogni "
                        "riga."));
    }
    if (group->top) return;
    bool needs = pag_form_needs(group);
    if (!needs) {
        put_comment(w, m,
                    say(w, "Nothing must be given here; to give something, remove {}.",
                        "Qui niente è obbligatorio; per scrivere qualcosa, togliere {}."));
    }
    put_key(w, m, true, group->name, needs ? PAG_STR("") : PAG_STR("{}"));
}

static void put_entry(writer *w, const pag_asked *asked)
{
    put_margin(w, (margin){asked->indent, asked->within});
    pag_text_put(&w->out, say(w, "- # an entry\n", "- # una voce\n"));
}

static void put_value(writer *w, const pag_asked *asked)
{
    const pag_cell *cell = asked->cell;
    margin m = {asked->indent, asked->within};
    pag_value_kind kind = cell->value.kind;
    pag_text value = {.arena = w->form->arena};
    if (kind != PAG_VALUE_NONE) {
        bool words = kind != PAG_VALUE_NUMBER && kind != PAG_VALUE_FLAG;
        pag_text_put_scalar(&value, pag_form_spelled(w->form, cell->value), words);
    }
    put_comment(w, m, pag_form_about(w->form, asked));
    put_origin(w, m, cell->source, cell->note);
    put_key(w, m, asked->needed, cell->name,
            value.len <= LONGEST_DEFAULT ? pag_text_str(&value) : PAG_STR(""));
}

static void put_mark(writer *w, const pag_asked *asked)
{
    const pag_criterion *c = asked->criterion;
    margin m = {asked->indent, asked->within}, inner = {asked->indent + 2, asked->within};
    put_comment(w, m, pag_form_about(w->form, asked));
    put_named(w, m, say(w, "Expected: ", "Atteso: "), c->expected);
    put_named(w, m, say(w, "Indicator: ", "Indicatore: "), c->indicator);
    put_named(w, m, say(w, "Note: ", "Nota: "), c->note);
    put_key(w, m, asked->needed, c->id, PAG_STR(""));
    if (!asked->cell->motivated) return;
    put_key(w, inner, asked->needed, PAG_STR("mark"), PAG_STR(""));
    put_key(w, inner, asked->needed, PAG_STR("because"), PAG_STR(""));
}

/* A list or a sheet keeps a distance. */
static void put_opening(writer *w, const pag_asked *asked, pag_str source, pag_str note)
{
    margin m = {asked->indent, asked->within};
    pag_text_byte(&w->out, '\n');
    put_comment(w, m, pag_form_about(w->form, asked));
    put_origin(w, m, source, note);
    put_key(w, m, asked->needed, asked->cell->name, PAG_STR(""));
}

static void put_asked(void *ud, const pag_asked *asked)
{
    writer *w = ud;
    margin m = {asked->indent, asked->within};
    switch (asked->kind) {
    case PAG_ASKED_SUBJECT: put_subject(w, asked); break;
    case PAG_ASKED_SHEET: put_opening(w, asked, asked->cell->source, asked->cell->note); break;
    case PAG_ASKED_LIST: put_opening(w, asked, asked->group->source, asked->group->note); break;
    case PAG_ASKED_ENTRY: put_entry(w, asked); break;
    case PAG_ASKED_VALUE: put_value(w, asked); break;
    case PAG_ASKED_MARK: put_mark(w, asked); break;
    case PAG_ASKED_ITEM:
        put_comment(w, m, pag_form_about(w->form, asked));
        put_key(w, m, asked->needed, asked->row->id, PAG_STR(""));
        break;
    case PAG_ASKED_ID:
        put_comment(w, m, pag_form_about(w->form, asked));
        put_key(w, m, true, PAG_STR("id"), PAG_STR(""));
        break;
    }
}

/* --- the head --- */

static void put_period(writer *w)
{
    pag_arena *arena = w->form->arena;
    pag_pos said;
    int64_t year = pag_pack_year(w->form->pack, &said);
    margin top = {0, false}, inner = {2, false};
    if (year) {
        pag_str from = pag_number_written(arena, pag_date_of_year(year, false));
        pag_str to = pag_number_written(arena, pag_date_of_year(year, true));
        put_key(
            w, top, true, PAG_STR("period"),
            pag_text_join(arena, 5, PAG_STR("{from: "), from, PAG_STR(", to: "), to, PAG_STR("}")));
        return;
    }
    put_comment(w, top,
                say(w, "The period that is evaluated: its first and its last day, like 2024-12-31",
                    "Il periodo valutato: il primo e l'ultimo giorno, come 2024-12-31"));
    put_key(w, top, true, PAG_STR("period"), PAG_STR(""));
    put_key(w, inner, true, PAG_STR("from"), PAG_STR(""));
    put_key(w, inner, true, PAG_STR("to"), PAG_STR(""));
}

static void put_head(writer *w)
{
    const pag_pack *pack = w->form->pack;
    const pag_pack_head *said = pag_pack_said(pack);
    margin top = {0, false};
    pag_str plan = pag_pack_plan_name(pack);
    if (w->form->schema.len) {
        pag_text_put(&w->out, PAG_STR("# yaml-language-server: $schema="));
        pag_text_put(&w->out, w->form->schema);
        pag_text_byte(&w->out, '\n');
    }
    put_comment(w, top, pag_form_safe(w->form, said->title));
    put_origin(w, top, said->source, said->note);
    put_comment(
        w, top,
        say(w,
            "An evaluation to be filled in: write each value after its colon and a blank. A value "
            "that is missing is an error at its line; a zero is written 0. Lines with a # are "
            "explanations, which the program does not read; a # right before a word is a line that "
            "may be left out: to use it, remove the #.",
            "Valutazione da compilare: scrivere ogni valore dopo i due punti e uno spazio. Un "
            "valore "
            "che manca è un errore alla sua riga; uno zero si scrive 0. Le righe con # sono "
            "spiegazioni, che il programma non legge; un # attaccato a una parola è una riga "
            "facoltativa: per usarla, togliere il #."));
    put_key(w, top, true, PAG_STR("rules"), pag_pack_name(pack));
    if (plan.len) put_key(w, top, true, PAG_STR("plan"), plan);
    put_period(w);
    put_comment(w, top,
                say(w, "If the data are invented, every output will say so:",
                    "Se i dati sono inventati, ogni stampa lo dirà:"));
    put_key(w, top, false, PAG_STR("example"), PAG_STR("true"));
}

void pag_form_yaml(const pag_form *form, pag_sink *sink)
{
    writer w = {.form = form, .out = {.arena = form->arena}};
    put_head(&w);
    pag_form_walk(form, put_asked, &w);
    pag_sink_put(sink, pag_text_str(&w.out));
}
