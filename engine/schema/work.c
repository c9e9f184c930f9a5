#include "schema/work.h"

typedef pag_number_error operation(pag_arena *, pag_number *, pag_number, pag_number);

/* --- terms --- */

/* A number. */
static pag_work_end work_term(const pag_work *work, const pag_term *term, pag_number *out);

static pag_work_end applied(const pag_work *w, operation *apply, const pag_number x[2],
                            pag_number *out)
{
    pag_number_error error = apply(w->arena, out, x[0], x[1]);
    if (error == PAG_NUMBER_BY_ZERO) return PAG_WORK_STOPS;
    return error == PAG_NUMBER_OK ? PAG_WORKED : PAG_WORK_OPEN;
}

static pag_work_end of_two(const pag_work *w, const pag_term *term, operation *apply,
                           pag_number *out)
{
    pag_number x[2];
    pag_work_end a = work_term(w, term->of[0], &x[0]);
    pag_work_end b = work_term(w, term->of[1], &x[1]);
    if (a == PAG_WORK_OPEN || b == PAG_WORK_OPEN) return PAG_WORK_OPEN;
    if (a == PAG_WORK_STOPS || b == PAG_WORK_STOPS) return PAG_WORK_STOPS;
    return applied(w, apply, x, out);
}

/* What is not known may also stop; so it comes first. */
static pag_work_end of_many(const pag_work *w, const pag_term *term, bool most, pag_number *out)
{
    pag_work_end all = PAG_WORKED;
    for (size_t i = 0; i < term->n; i++) {
        pag_number x;
        pag_work_end end = work_term(w, term->of[i], &x);
        if (end == PAG_WORK_OPEN) return end;
        if (end == PAG_WORK_STOPS) all = end;
        if (all != PAG_WORKED) continue;
        int order = i ? pag_number_order(x, *out) : 0;
        if (i == 0 || (most ? order > 0 : order < 0)) *out = x;
    }
    return term->n ? all : PAG_WORK_OPEN;
}

static pag_work_end of_figure(const pag_work *w, const pag_figure *figure, pag_number *out)
{
    pag_value value;
    if (!w->figure(w->ud, figure, &value) || value.kind != PAG_VALUE_NUMBER) return PAG_WORK_OPEN;
    *out = value.number;
    return PAG_WORKED;
}

static pag_work_end work_term(const pag_work *w, const pag_term *term, pag_number *out)
{
    switch (term->kind) {
    case PAG_TERM_NUMBER: *out = term->number; return PAG_WORKED;
    case PAG_TERM_FIGURE: return of_figure(w, term->figure, out);
    case PAG_TERM_ADD: return of_two(w, term, pag_number_add, out);
    case PAG_TERM_SUBTRACT: return of_two(w, term, pag_number_subtract, out);
    case PAG_TERM_MULTIPLY: return of_two(w, term, pag_number_multiply, out);
    case PAG_TERM_DIVIDE: return of_two(w, term, pag_number_divide, out);
    case PAG_TERM_LEAST: return of_many(w, term, false, out);
    case PAG_TERM_MOST: return of_many(w, term, true, out);
    case PAG_TERM_TEXT:
    case PAG_TERM_DAY:
    case PAG_TERM_YEAR:
    case PAG_TERM_SHEET_SUM:
    case PAG_TERM_SHEET_MEAN:
    case PAG_TERM_SHEET_FULL:
    case PAG_TERM_SUM:
    case PAG_TERM_MEAN:
    case PAG_TERM_COUNT:
    case PAG_TERM_RANK: break;
    }
    return PAG_WORK_OPEN;
}

/* --- questions --- */

static pag_work_end ordered(const pag_work *w, const pag_question *q, uint32_t *answer)
{
    pag_number a, b;
    pag_work_end one = work_term(w, q->a, &a), two = work_term(w, q->b, &b);
    if (one == PAG_WORK_OPEN || two == PAG_WORK_OPEN) return PAG_WORK_OPEN;
    if (one == PAG_WORK_STOPS || two == PAG_WORK_STOPS) return PAG_WORK_STOPS;
    if (pag_number_unit(a) != pag_number_unit(b)) return PAG_WORK_OPEN;
    int order = pag_number_order(a, b);
    bool yes = q->kind == PAG_ASKED_LESS ? order < 0 : order <= 0;
    *answer = q->kind == PAG_ASKED_EQUAL ? order == 0 : yes;
    return PAG_WORKED;
}

/* As an evaluation looks it up: rounded first, where the table rounds. */
static pag_work_end in_row(const pag_work *w, const pag_question *q, uint32_t *answer)
{
    const pag_bands *table = q->table;
    pag_number x, step = table->round_step;
    if (table->kind != PAG_TABLE_BANDS || !table->fixed || !pag_bands_number(table)) {
        return PAG_WORK_OPEN;
    }
    pag_work_end end = work_term(w, q->a, &x);
    if (end != PAG_WORKED) return end;
    if (table->rounds && pag_number_round(w->arena, &x, x, step, PAG_HALF_UP) != PAG_NUMBER_OK) {
        return PAG_WORK_OPEN;
    }
    size_t row = 0;
    bool found = pag_bands_find(table, NULL, x, &row) == PAG_LOOKUP_FOUND;
    *answer = found ? (uint32_t)row : (uint32_t)table->n;
    return PAG_WORKED;
}

static pag_work_end of_value(const pag_work *w, const pag_question *q, uint32_t *answer)
{
    pag_value value;
    if (!w->figure(w->ud, q->figure, &value)) return PAG_WORK_OPEN;
    if (q->kind == PAG_ASKED_THERE) {
        *answer = value.kind != PAG_VALUE_NONE;
    } else if (q->kind == PAG_ASKED_FLAG && value.kind == PAG_VALUE_FLAG) {
        *answer = value.flag;
    } else if (q->kind == PAG_ASKED_WORD && value.kind == PAG_VALUE_CHOICE) {
        *answer = (uint32_t)(value.choice - q->figure->cell->choices);
    } else {
        return PAG_WORK_OPEN;
    }
    return PAG_WORKED;
}

static pag_work_end answered(const pag_work *w, const pag_question *q, uint32_t *answer)
{
    switch (q->kind) {
    case PAG_ASKED_LESS:
    case PAG_ASKED_AT_MOST:
    case PAG_ASKED_EQUAL: return ordered(w, q, answer);
    case PAG_ASKED_ROW: return in_row(w, q, answer);
    case PAG_ASKED_FLAG:
    case PAG_ASKED_THERE:
    case PAG_ASKED_WORD: return of_value(w, q, answer);
    case PAG_ASKED_SAME:
    case PAG_ASKED_ENTRIES: break;
    }
    return PAG_WORK_OPEN;
}

/* --- ways --- */

static pag_work_end of_end(const pag_work *w, const pag_way *way, pag_value *out)
{
    if (way->end == PAG_WAY_STOPPED) return PAG_WORK_STOPS;
    if (way->end != PAG_WAY_VALUE) return PAG_WORK_OPEN;
    *out = way->value;
    if (way->value.kind != PAG_VALUE_TERM) return PAG_WORKED;
    *out = (pag_value){.kind = PAG_VALUE_NUMBER};
    return work_term(w, way->value.term, &out->number);
}

pag_work_end pag_way_work(const pag_work *w, const pag_way *way, pag_value *out)
{
    while (way && way->end == PAG_WAY_ON) {
        uint32_t answer;
        pag_work_end end = answered(w, &way->question, &answer);
        if (end != PAG_WORKED) return end;
        if (answer >= way->question.n) return PAG_WORK_OPEN;
        way = way->answers[answer];
    }
    return way ? of_end(w, way, out) : PAG_WORK_OPEN;
}
