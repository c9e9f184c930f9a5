/* A given cell as a schema tells it: its type, its limits, and the words of its rules. */
#include "editor/internal.h"

/* "low (basso), high (alto)" */
static pag_str words_kind(const pag_drawing *d, const pag_cell *cell)
{
    pag_text text = {.arena = d->arena};
    pag_text_put(&text, pag_draw_say(d, "one of these words: ", "una di queste parole: "));
    for (size_t i = 0; i < cell->n_choices; i++) {
        if (i) pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, cell->choices[i].word);
        if (!cell->choices[i].title.len) continue;
        pag_text_put(&text, PAG_STR(" ("));
        pag_text_put(&text, cell->choices[i].title);
        pag_text_byte(&text, ')');
    }
    return pag_text_str(&text);
}

static pag_str ref_kind(const pag_drawing *d, const pag_cell *cell)
{
    const pag_group *list = cell->target;
    return pag_text_join(d->arena, 2,
                         pag_draw_say(d, "the id or the name of an entry of: ",
                                      "l'identificativo o il nome di una voce di: "),
                         list->title.len ? list->title : list->name);
}

static pag_str kind_of(const pag_drawing *d, const pag_cell *cell)
{
    switch (cell->type) {
    case PAG_TYPE_TEXT: return pag_draw_say(d, "a text", "un testo");
    case PAG_TYPE_FLAG: return pag_draw_say(d, "yes or no: true or false", "sì o no: true o false");
    case PAG_TYPE_DATE: return pag_day_kind(d, 0);
    case PAG_TYPE_CLASS:
    case PAG_TYPE_CHOICE:
        return cell->n_choices ? words_kind(d, cell) : pag_draw_say(d, "a word", "una parola");
    case PAG_TYPE_WHOLE: return pag_draw_say(d, "a whole number: 12", "un numero intero: 12");
    case PAG_TYPE_NUMBER:
        return pag_draw_say(d, "a number, with a point before the decimals: 8.5",
                            "un numero, con il punto prima dei decimali: 8.5");
    case PAG_TYPE_POINTS:
        return pag_draw_say(d, "a score, with a point before the decimals: 8.5",
                            "un punteggio, con il punto prima dei decimali: 8.5");
    case PAG_TYPE_PERCENT:
        return pag_draw_say(d, "a percentage, with its sign: 50%",
                            "una percentuale, con il suo segno: 50%");
    case PAG_TYPE_MONEY:
        return pag_draw_say(
            d, "an amount in euro, with a point before the cents alone: 1843.50",
            "un importo in euro, con il punto soltanto prima dei centesimi: 1843.50");
    case PAG_TYPE_REF: return ref_kind(d, cell);
    case PAG_TYPE_SHEET:
        return pag_draw_say(d, "a sheet: a mark for each criterion",
                            "una scheda: un voto per ogni criterio");
    case PAG_TYPE_LIST: break;
    }
    return pag_draw_say(d, "a list: each entry begins with a dash",
                        "un elenco: ogni voce comincia con un trattino");
}

static void put_line_about(pag_text *text, pag_str line)
{
    if (text->len && line.len) pag_text_put(text, PAG_STR("; "));
    pag_text_put(text, line);
}

/* What else the rules say of the value. */
static pag_str limits_of(const pag_drawing *d, const pag_cell *cell)
{
    const pag_bounds bounds = {cell->min, cell->max, cell->step};
    pag_unit unit = pag_type_unit(cell->type);
    pag_text text = {.arena = d->arena};
    put_line_about(&text, pag_draw_limits(d, &bounds, unit));
    if (cell->sum.set) {
        pag_number sum = pag_number_with_unit(d->arena, cell->sum.number, unit);
        put_line_about(&text, pag_text_join(d->arena, 2,
                                            pag_draw_say(d, "over all entries it makes ",
                                                         "su tutte le voci fa "),
                                            pag_number_people(d->arena, sum)));
    }
    if (cell->value.kind != PAG_VALUE_NONE) {
        put_line_about(&text,
                       pag_text_join(d->arena, 2,
                                     pag_draw_say(d, "where it is missing: ", "se manca vale: "),
                                     pag_value_people(d->arena, cell, cell->value)));
    } else if (cell->optional) {
        put_line_about(&text, pag_draw_say(d, "it may be left out", "può mancare"));
    }
    return pag_text_str(&text);
}

pag_about pag_draw_about_cell(const pag_drawing *d, const pag_cell *cell)
{
    return (pag_about){cell->title, kind_of(d, cell), limits_of(d, cell), cell->source, cell->note};
}

/* As a person would write it in the file. */
static void put_default(pag_drawing *d, const pag_cell *cell)
{
    if (cell->value.kind == PAG_VALUE_NONE) return;
    bool flag = cell->value.kind == PAG_VALUE_FLAG;
    pag_str text = flag ? PAG_STR("") : pag_value_plain(d->arena, cell, cell->value);
    bool number = pag_type_is_number(cell->type);
    if (number) text = pag_number_written(d->arena, cell->value.number);
    pag_json_key(&d->json, PAG_STR("default"));
    if (flag) {
        pag_json_bool(&d->json, cell->value.flag);
    } else if (number && pag_yaml_is_number(text)) {
        pag_json_decimal(&d->json, text);
    } else {
        pag_json_string(&d->json, text);
    }
}

static void put_words(pag_drawing *d, const pag_cell *cell)
{
    pag_str *words = PAG_NEW_ARRAY(d->arena, pag_str, cell->n_choices + 1);
    for (size_t i = 0; i < cell->n_choices; i++) words[i] = cell->choices[i].word;
    pag_draw_words(d, words, cell->n_choices);
}

/* Entries of the plan are known; those of the evaluation itself are not. */
static void put_entries(pag_drawing *d, const pag_cell *cell)
{
    const pag_planned *planned = cell->target->planned;
    if (!planned) {
        pag_draw_any_text(d);
        return;
    }
    pag_str *words = PAG_NEW_ARRAY(d->arena, pag_str, 2 * planned->n);
    size_t n = 0;
    for (size_t i = 0; i < planned->n; i++) words[n++] = planned->rows[i].id;
    for (size_t i = 0; i < planned->n; i++) {
        size_t k = 0;
        while (k < n && !pag_str_equal(words[k], planned->rows[i].name)) k++;
        if (k == n) words[n++] = planned->rows[i].name;
    }
    pag_draw_words(d, words, n);
}

static void put_number(pag_drawing *d, const pag_cell *cell)
{
    const pag_bounds bounds = pag_cell_bounds(cell);
    pag_draw_number(d, cell->type, &bounds);
    if (cell->type != PAG_TYPE_PERCENT) pag_draw_bounds(d, &bounds);
}

static void put_value(pag_drawing *d, const pag_cell *cell)
{
    switch (cell->type) {
    case PAG_TYPE_TEXT: pag_draw_any_text(d); break;
    case PAG_TYPE_FLAG: pag_draw_flag_type(d); break;
    case PAG_TYPE_DATE: pag_draw_day_type(d, 0); return;
    case PAG_TYPE_REF: put_entries(d, cell); break;
    case PAG_TYPE_CLASS:
    case PAG_TYPE_CHOICE:
        if (cell->n_choices) {
            put_words(d, cell);
        } else {
            pag_draw_any_text(d);
        }
        break;
    case PAG_TYPE_WHOLE:
    case PAG_TYPE_NUMBER:
    case PAG_TYPE_POINTS:
    case PAG_TYPE_PERCENT:
    case PAG_TYPE_MONEY: put_number(d, cell); break;
    case PAG_TYPE_SHEET:
    case PAG_TYPE_LIST: return;
    }
    pag_draw_complaint(d, kind_of(d, cell));
}

void pag_draw_scalar(pag_drawing *d, const pag_cell *cell)
{
    pag_about about = pag_draw_about_cell(d, cell);
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &about);
    put_value(d, cell);
    put_default(d, cell);
    pag_json_end_object(&d->json);
}
