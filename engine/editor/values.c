/* One value: what may be written for it, as far as its type says, and the sentence that an editor
 * shows beside it. */
#include "editor/internal.h"

pag_str pag_draw_say(const pag_drawing *d, const char *english, const char *italian)
{
    return pag_str_from(d->lang == PAG_IT ? italian : english);
}

/* --- title and description --- */

void pag_draw_line(pag_text *text, pag_str before, pag_str line)
{
    if (!line.len) return;
    if (text->len) pag_text_byte(text, '\n');
    pag_text_put(text, before);
    pag_text_put(text, line);
}

void pag_draw_about(pag_drawing *d, const pag_about *about)
{
    pag_text text = {.arena = d->arena};
    pag_draw_line(&text, PAG_STR(""), about->kind);
    pag_draw_line(&text, PAG_STR(""), about->limits);
    pag_draw_line(&text, pag_draw_say(d, "Source: ", "Fonte: "), about->source);
    pag_draw_line(&text, pag_draw_say(d, "Note: ", "Nota: "), about->note);
    if (about->title.len) pag_json_put_string(&d->json, PAG_STR("title"), about->title);
    if (text.len) pag_json_put_string(&d->json, PAG_STR("description"), pag_text_str(&text));
}

void pag_draw_complaint(pag_drawing *d, pag_str kind)
{
    pag_json_put_string(&d->json, PAG_STR("errorMessage"),
                        pag_text_join(d->arena, 2, pag_draw_say(d, "here goes ", "qui va "), kind));
}

/* --- days, flags, texts --- */

/* Days that each year has. */
#define EACH_YEAR                                                                                  \
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"                 \
    "|02-(0[1-9]|1[0-9]|2[0-8]))"
/* Years from 1900 to 2999, and those of them that have one day more. */
#define YEARS "(19|2[0-9])[0-9]{2}"
#define LEAP_YEARS "((19|2[0-9])(0[48]|[2468][048]|[13579][26])|2[048]00)"

pag_str pag_day_kind(const pag_drawing *d, int64_t year)
{
    pag_text text = {.arena = d->arena};
    pag_text_put(&text,
                 pag_draw_say(d, "a date, year-month-day: ", "una data, anno-mese-giorno: "));
    pag_text_whole(&text, year ? year : 2024);
    pag_text_put(&text, PAG_STR("-12-31"));
    return pag_text_str(&text);
}

static bool is_leap(const pag_drawing *d, pag_str year)
{
    pag_number day;
    pag_str text = pag_text_join(d->arena, 2, year, PAG_STR("-02-29"));
    return pag_date_parse(text, &day) == PAG_NUMBER_OK;
}

static pag_str day_pattern(const pag_drawing *d, int64_t year)
{
    if (!year) return PAG_STR("^(" YEARS "-" EACH_YEAR "|" LEAP_YEARS "-02-29)$");
    pag_text text = {.arena = d->arena};
    pag_text_whole(&text, year);
    pag_str only = pag_text_str(&text);
    pag_str more = is_leap(d, only) ? PAG_STR("|02-29)$") : PAG_STR(")$");
    return pag_text_join(d->arena, 4, PAG_STR("^"), only, PAG_STR("-(" EACH_YEAR), more);
}

void pag_draw_day_type(pag_drawing *d, int64_t year)
{
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("string"));
    pag_json_put_string(&d->json, PAG_STR("pattern"), day_pattern(d, year));
    pag_draw_complaint(d, pag_day_kind(d, year));
}

void pag_draw_day(pag_drawing *d, pag_str title, int64_t year)
{
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &(pag_about){.title = title, .kind = pag_day_kind(d, year)});
    pag_draw_day_type(d, year);
    pag_json_end_object(&d->json);
}

/* Also in quotes. */
void pag_draw_flag_type(pag_drawing *d)
{
    static const pag_str words[] = {{"true", 4}, {"false", 5}};
    pag_draw_words(d, words, 2);
}

void pag_draw_flag(pag_drawing *d, const pag_about *about)
{
    pag_json_begin_object(&d->json);
    pag_draw_about(d, about);
    pag_draw_flag_type(d);
    pag_draw_complaint(d, pag_draw_say(d, "true or false", "true o false"));
    pag_json_end_object(&d->json);
}

void pag_draw_text(pag_drawing *d, const pag_about *about)
{
    pag_json_begin_object(&d->json);
    pag_draw_about(d, about);
    pag_draw_any_text(d);
    pag_draw_complaint(d, pag_draw_say(d, "a text that is not blank", "un testo non vuoto"));
    pag_json_end_object(&d->json);
}
