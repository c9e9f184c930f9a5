/* Sheets: a map with a mark for each criterion. A mark is a number, a text with the same number, or
 * a map with the mark and its reason. */
#include "editor/internal.h"

/* --- one mark --- */

/* "a mark among 4, 6, 8, 10", "a mark, at most 30" */
static pag_str mark_kind(const pag_drawing *d, const pag_cell *cell, const pag_criterion *criterion)
{
    pag_text text = {.arena = d->arena};
    const pag_bounds bounds = pag_criterion_bounds(cell, criterion);
    pag_text_put(&text, pag_draw_say(d, "a mark", "un voto"));
    pag_text_put(&text, cell->n_marks ? pag_draw_say(d, " among ", " fra ") : PAG_STR(", "));
    for (size_t i = 0; i < cell->n_marks; i++) {
        if (i) pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, pag_number_written(d->arena, cell->marks[i]));
    }
    if (!cell->n_marks) pag_text_put(&text, pag_draw_limits(d, &bounds, PAG_PLAIN));
    pag_text_put(&text, cell->motivated
                            ? pag_draw_say(d, ", with its reason: {mark: …, because: …}",
                                           ", con il motivo: {mark: …, because: …}")
                            : pag_draw_say(d, ", alone or with a reason: {mark: …, because: …}",
                                           ", da solo o con un motivo: {mark: …, because: …}"));
    if (cell->na != PAG_NA_REFUSE) {
        pag_text_put(&text, pag_draw_say(d, "; na where it does not apply",
                                         "; na se il criterio non si applica"));
    }
    return pag_text_str(&text);
}

/* Of numbers; of texts the pattern knows the scale. */
static void put_scale(pag_drawing *d, const pag_cell *cell)
{
    pag_json_key(&d->json, PAG_STR("if"));
    pag_json_begin_object(&d->json);
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("number"));
    pag_json_end_object(&d->json);
    pag_json_key(&d->json, PAG_STR("then"));
    pag_json_begin_object(&d->json);
    pag_json_key(&d->json, PAG_STR("enum"));
    pag_json_begin_array(&d->json);
    for (size_t i = 0; i < cell->n_marks; i++) {
        pag_json_decimal(&d->json, pag_number_plain(d->arena, cell->marks[i]));
    }
    pag_json_end_array(&d->json);
}

static bool marks_are_decimals(const pag_drawing *d, const pag_cell *cell)
{
    size_t i = 0;
    while (i < cell->n_marks && pag_yaml_is_number(pag_number_plain(d->arena, cell->marks[i]))) {
        i++;
    }
    return i == cell->n_marks;
}

void pag_draw_offered(pag_drawing *d, const pag_cell *cell)
{
    bool marks = cell->n_marks && marks_are_decimals(d, cell);
    if (!marks && !cell->n_choices) return;
    pag_json_key(&d->json, PAG_STR("examples"));
    pag_json_begin_array(&d->json);
    for (size_t i = 0; i < cell->n_marks; i++) {
        pag_json_decimal(&d->json, pag_number_plain(d->arena, cell->marks[i]));
    }
    for (size_t i = 0; i < cell->n_choices; i++) pag_json_string(&d->json, cell->choices[i].word);
    if (marks && cell->na != PAG_NA_REFUSE) pag_json_string(&d->json, PAG_STR("na"));
    pag_json_end_array(&d->json);
}

static void put_mark_numbers(pag_drawing *d, const pag_cell *cell, const pag_criterion *criterion)
{
    const pag_bounds bounds = pag_criterion_bounds(cell, criterion);
    if (!cell->n_marks) {
        pag_draw_bounds(d, &bounds);
    } else if (marks_are_decimals(d, cell)) {
        pag_draw_offered(d, cell);
        put_scale(d, cell);
        pag_draw_complaint(d, mark_kind(d, cell, criterion));
        pag_json_end_object(&d->json);
    }
}

static void put_types(pag_drawing *d, bool number, bool map)
{
    pag_json_key(&d->json, PAG_STR("type"));
    pag_json_begin_array(&d->json);
    if (number) pag_json_string(&d->json, PAG_STR("number"));
    if (number) pag_json_string(&d->json, PAG_STR("string"));
    if (map) pag_json_string(&d->json, PAG_STR("object"));
    pag_json_end_array(&d->json);
}

static bool may_be_negative(const pag_cell *cell, const pag_criterion *criterion)
{
    if (cell->n_marks) return pag_number_sign(cell->marks[0]) < 0;
    return pag_number_sign(pag_criterion_bounds(cell, criterion).min.number) < 0;
}

/* What a mark may be as a text: on the scale, or within its bounds. */
static void put_mark_pattern(const pag_drawing *d, pag_text *out, const pag_cell *cell,
                             const pag_criterion *criterion)
{
    const pag_bounds bounds = pag_criterion_bounds(cell, criterion);
    const char *sign = may_be_negative(cell, criterion) ? "-?" : "(-(?=0[.0]*$))?";
    if (cell->n_marks && marks_are_decimals(d, cell)) {
        pag_pattern_among(d, out, cell->marks, cell->n_marks);
        return;
    }
    if (!cell->n_marks) pag_pattern_within(d, out, PAG_TYPE_POINTS, &bounds);
    pag_text_put(out, pag_str_from(sign));
    pag_text_put(out, PAG_STR("(0|[1-9][0-9]*)(\\.[0-9]+)?"));
}

static void put_mark_value(pag_drawing *d, const pag_cell *cell, const pag_criterion *criterion)
{
    pag_text pattern = {.arena = d->arena};
    pag_text_put(&pattern, PAG_STR("^("));
    put_mark_pattern(d, &pattern, cell, criterion);
    pag_text_put(&pattern, cell->na != PAG_NA_REFUSE ? PAG_STR("|na)$") : PAG_STR(")$"));
    pag_json_put_string(&d->json, PAG_STR("pattern"), pag_text_str(&pattern));
    put_mark_numbers(d, cell, criterion);
}

/* --- with its reason --- */

static void put_because(pag_drawing *d)
{
    pag_str kind = pag_draw_say(d, "the reason of the mark", "il motivo del voto");
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &(pag_about){.kind = kind});
    pag_draw_any_text(d);
    pag_draw_complaint(d, kind);
    pag_json_end_object(&d->json);
}

/* {mark: …, because: …}. Rows may say one half of a mark that needs both; of any other only the
 * reason, since a row that says the mark alone writes no map. */
static void put_map(pag_drawing *d, const pag_cell *cell, const pag_criterion *criterion, bool rows)
{
    bool halves = rows && cell->motivated;
    static const pag_str keys[] = {{"mark", 4}, {"because", 7}};
    const bool required[] = {!halves, cell->motivated && !halves};
    pag_json_put_bool(&d->json, PAG_STR("additionalProperties"), false);
    pag_draw_required(d, (pag_keys){2, keys, required});
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    pag_json_key(&d->json, keys[0]);
    if (halves) pag_draw_begin_filled(d, NULL, cell);
    pag_json_begin_object(&d->json);
    put_types(d, true, false);
    put_mark_value(d, cell, criterion);
    pag_draw_complaint(d, mark_kind(d, cell, criterion));
    pag_json_end_object(&d->json);
    if (halves) pag_draw_end_filled(d);
    pag_json_key(&d->json, keys[1]);
    if (rows) pag_draw_begin_filled(d, NULL, NULL);
    put_because(d);
    if (rows) pag_draw_end_filled(d);
    pag_json_end_object(&d->json);
}

/* --- criteria --- */

static pag_str details_of(const pag_drawing *d, const pag_criterion *criterion)
{
    pag_text text = {.arena = d->arena};
    pag_str weight = PAG_STR("");
    if (criterion->weight.set) weight = pag_number_people(d->arena, criterion->weight.number);
    pag_draw_line(&text, pag_draw_say(d, "Weight: ", "Peso: "), weight);
    pag_draw_line(&text, pag_draw_say(d, "Expected: ", "Atteso: "), criterion->expected);
    pag_draw_line(&text, pag_draw_say(d, "Indicator: ", "Indicatore: "), criterion->indicator);
    return pag_text_str(&text);
}

static void put_criterion(pag_drawing *d, const pag_cell *cell, const pag_criterion *criterion,
                          bool rows)
{
    pag_str kind = mark_kind(d, cell, criterion);
    const pag_about about = {.title = criterion->title,
                             .kind = kind,
                             .limits = details_of(d, criterion),
                             .note = criterion->note};
    pag_json_key(&d->json, criterion->id);
    if (rows) pag_draw_begin_filled(d, &about, cell->motivated ? NULL : cell);
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &about);
    put_types(d, !cell->motivated, true);
    pag_draw_complaint(d, kind);
    if (!cell->motivated) put_mark_value(d, cell, criterion);
    put_map(d, cell, criterion, rows);
    pag_json_end_object(&d->json);
    if (rows) pag_draw_end_filled(d);
}

void pag_draw_sheet(pag_drawing *d, const pag_cell *cell, bool rows)
{
    pag_about about = pag_draw_about_cell(d, cell);
    pag_str *names = PAG_NEW_ARRAY(d->arena, pag_str, cell->n_criteria + 1);
    bool *required = PAG_NEW_ARRAY(d->arena, bool, cell->n_criteria + 1);
    for (size_t i = 0; i < cell->n_criteria; i++) {
        names[i] = cell->criteria[i].id;
        required[i] = !rows;
    }
    about.limits = PAG_STR("");
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &about);
    pag_draw_keys_unless(d, (pag_keys){cell->n_criteria, names, required}, rows);
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    for (size_t i = 0; i < cell->n_criteria; i++) put_criterion(d, cell, &cell->criteria[i], rows);
    pag_json_end_object(&d->json);
    pag_json_end_object(&d->json);
}
