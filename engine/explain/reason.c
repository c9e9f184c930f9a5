/* Sentences for choices, totals and roundings. */
#include "explain/reason.h"

#include "base/visible.h"

static const pag_pack_call *call_of(const pag_view *view, const pag_step *step)
{
    return step->site ? view->site(view->result->evaluation->pack, step->site) : NULL;
}

static bool is_literal(pag_str argument)
{
    if (!argument.len) return true;
    char c = argument.at[0];
    return c == '"' || c == '\'' || c == '-' || (c >= '0' && c <= '9');
}

/* "m.percent = 15 %", or only the number where the rule says a number itself. */
static void put_candidate(const pag_view *view, pag_text *out, const pag_step *step, uint32_t i,
                          bool equals)
{
    const pag_pack_call *call = call_of(view, step);
    pag_str written = call && i < call->n ? call->arguments[i] : PAG_STR("");
    if (!is_literal(written)) {
        pag_text_put_visible(out, written, 60);
        pag_text_put(out, equals ? PAG_STR(" = ") : PAG_STR(" "));
    }
    pag_text_put(out, pag_number_people(view->scratch, step->numbers[i]));
}

/* What stands before the dot of `parameter.cell`; empty when the argument is anything else. */
static pag_str parameter_of(pag_str text, pag_str cell)
{
    bool fits = text.len > cell.len + 1 && pag_str_ends(text, cell) &&
                text.at[text.len - cell.len - 1] == '.';
    size_t len = fits ? text.len - cell.len - 1 : 0;
    for (size_t i = 0; i < len; i++) {
        char c = text.at[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                    (i > 0 && c >= '0' && c <= '9');
        if (!word) return PAG_STR("");
    }
    return (pag_str){text.at, len};
}

/* The entry that a parameter of the formula stands for: the figure's own, then what it is in; NULL
 * when the formula has no parameter of that name. */
static const pag_entry *entry_of(const pag_figure *figure, pag_str parameter)
{
    pag_str text = figure->cell->of.text;
    const pag_entry *entry = figure->entry;
    size_t i = pag_str_find(text, '('), end = pag_str_find(text, ')');
    for (i++; i < end && entry; i++) {
        size_t start = i;
        while (i < end && text.at[i] != ',') i++;
        pag_str name = {text.at + start, i - start};
        while (name.len && *name.at <= ' ') name = (pag_str){name.at + 1, name.len - 1};
        while (name.len && name.at[name.len - 1] <= ' ') name.len--;
        if (pag_str_equal(name, parameter)) return entry;
        entry = entry->parent;
    }
    return NULL;
}

/* The figure that an argument names with `parameter.cell`: read by this figure, of that value, in
 * the parameter's entry, or, for a name that is no parameter, the only one that fits. */
static const pag_figure *named(const pag_view *view, const pag_figure *figure, const pag_step *step,
                               uint32_t argument)
{
    const pag_pack_call *call = call_of(view, step);
    const pag_figure *found = NULL;
    if (!call || argument >= call->n) return NULL;
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_figure *read = figure->steps[i].figure;
        if (figure->steps[i].kind != PAG_STEP_READ) continue;
        if (read->value.kind != PAG_VALUE_NUMBER) continue;
        if (pag_number_order(read->value.number, step->numbers[argument]) != 0) continue;
        pag_str parameter = parameter_of(call->arguments[argument], read->cell->name);
        if (!parameter.len) continue;
        const pag_entry *entry = entry_of(figure, parameter);
        if (entry && entry == read->entry) return read;
        if (entry) continue;
        if (found) return NULL;
        found = read;
    }
    return found;
}

/* Whether what was chosen is a limit: fixed by the rules, where every other candidate is worked
 * out. Of two figures that are both worked out nothing tells which one limits the other. */
static bool is_limit(const pag_view *view, const pag_figure *figure, const pag_step *step)
{
    for (uint32_t i = 0; i < step->n; i++) {
        const pag_figure *read = named(view, figure, step, i);
        if (!read) return false;
        bool made = pag_origin_is_made(read->cell->origin);
        if (i == step->chosen ? read->cell->origin != PAG_FIXED : !made) return false;
    }
    return true;
}

/* What would have been chosen without the argument that was; false when it makes no difference. */
static bool held_back(const pag_step *step, bool most, pag_number *out)
{
    bool found = false;
    for (uint32_t i = 0; i < step->n; i++) {
        if (i == step->chosen) continue;
        int order = found ? pag_number_order(step->numbers[i], *out) : 0;
        if (!found || (most ? order > 0 : order < 0)) *out = step->numbers[i];
        found = true;
    }
    return found && pag_number_order(*out, step->result) != 0;
}

static void put_and(const pag_view *view, pag_text *out, uint32_t i, uint32_t n)
{
    if (i == 0) return;
    pag_text_put(out, i + 1 == n ? pag_view_say(view, " and ", " e ") : PAG_STR(", "));
}

/* Which argument it is, where the first one did not pass. */
static void put_chosen(const pag_view *view, pag_text *out, const pag_step *step)
{
    const pag_pack_call *call = call_of(view, step);
    if (step->chosen == 0 || !call || is_literal(call->arguments[step->chosen])) return;
    pag_text_put(out, pag_view_say(view, ", that is ", ", cioè "));
    pag_text_put_visible(out, call->arguments[step->chosen], 60);
}

pag_str pag_reason_chose(const pag_view *view, const pag_figure *figure, const pag_step *step)
{
    const pag_pack_call *call = call_of(view, step);
    bool most = call && pag_str_equal(call->word, PAG_STR("most"));
    pag_text out = {.arena = view->scratch};
    pag_text_put(&out, most ? pag_view_say(view, "the greater of ", "il maggiore fra ")
                            : pag_view_say(view, "the lesser of ", "il minore fra "));
    for (uint32_t i = 0; i < step->n; i++) {
        put_and(view, &out, i, step->n);
        put_candidate(view, &out, step, i, true);
    }
    pag_text_put(&out, PAG_STR(": "));
    pag_text_put(&out, pag_number_people(view->scratch, step->result));
    pag_number held;
    if (!held_back(step, most, &held)) return pag_text_str(&out);
    if (!is_limit(view, figure, step)) {
        put_chosen(view, &out, step);
        return pag_text_str(&out);
    }
    pag_text_put(&out, most ? pag_view_say(view, " (floor: ", " (minimo: ")
                            : pag_view_say(view, " (limit: ", " (limite: "));
    put_candidate(view, &out, step, step->chosen, false);
    pag_text_put(&out, pag_view_say(view, ", would have been ", ", sarebbe stato "));
    pag_text_put(&out, pag_number_people(view->scratch, held));
    pag_text_byte(&out, ')');
    return pag_text_str(&out);
}

pag_str pag_reason_total_word(const pag_view *view, const pag_step *step)
{
    const pag_pack_call *call = call_of(view, step);
    if (!call) return pag_view_say(view, "total", "totale");
    if (pag_str_equal(call->word, PAG_STR("sum"))) return pag_view_say(view, "sum", "somma");
    if (pag_str_equal(call->word, PAG_STR("mean"))) return pag_view_say(view, "mean", "media");
    if (pag_str_equal(call->word, PAG_STR("full"))) return pag_view_say(view, "maximum", "massimo");
    if (pag_str_equal(call->word, PAG_STR("rank"))) return pag_view_say(view, "place", "posto");
    if (pag_str_equal(call->word, PAG_STR("count")))
        return pag_view_say(view, "count", "conteggio");
    return call->word;
}

bool pag_reason_is_called(const pag_view *view, const pag_step *step, const char *word)
{
    const pag_pack_call *call = call_of(view, step);
    return call && pag_str_equal(call->word, pag_str_from(word));
}

pag_str pag_reason_total(const pag_view *view, const pag_step *step)
{
    const pag_pack_call *call = call_of(view, step);
    bool many = step->n != 1, tallied = pag_step_is_tallied(step);
    pag_text out = {.arena = view->scratch};
    if (pag_reason_is_called(view, step, "full")) return pag_reason_full(view, step);
    pag_text_put(&out, pag_reason_tally(view, step));
    if (!tallied) {
        pag_text_put(&out, pag_reason_is_called(view, step, "rank")
                               ? pag_view_say(view, " among ", " fra ")
                               : pag_view_say(view, " of ", " di "));
        pag_text_whole(&out, step->n);
        pag_text_put(&out, many ? pag_view_say(view, " entries", " voci")
                                : pag_view_say(view, " entry", " voce"));
    }
    if (!call) return pag_text_str(&out);
    pag_text_put(&out, PAG_STR(": "));
    pag_text_put(&out, call->word);
    for (size_t i = 0; i < call->n; i++) {
        pag_text_put(&out, i ? PAG_STR(", ") : PAG_STR("("));
        pag_text_put_visible(&out, call->arguments[i], 60);
    }
    pag_text_byte(&out, ')');
    return pag_text_str(&out);
}

pag_str pag_reason_digits(const pag_view *view, pag_number number)
{
    pag_str text = pag_number_people(view->scratch, number);
    if (pag_str_ends(text, PAG_STR(" €"))) text.len -= PAG_STR(" €").len;
    return text;
}

static pag_str mode_words(const pag_view *view, pag_rounding mode)
{
    switch (mode) {
    case PAG_HALF_UP: return pag_view_say(view, "half up", "la metà in su");
    case PAG_HALF_EVEN: return pag_view_say(view, "half to even", "la metà al pari");
    case PAG_DOWN: return pag_view_say(view, "down", "per difetto");
    case PAG_UP: break;
    }
    return pag_view_say(view, "up", "per eccesso");
}

/* In the unit of what is rounded: of percentages "1 %", of amounts "0,05 €". */
static pag_str step_words(const pag_view *view, const pag_cell *cell)
{
    pag_unit unit = pag_type_unit(cell->type);
    pag_number step = pag_number_with_unit(view->scratch, cell->round_step, unit);
    pag_str plain =
        pag_number_plain(view->scratch, pag_number_with_unit(view->scratch, step, PAG_PLAIN));
    if (unit == PAG_MONEY && pag_str_equal(plain, PAG_STR("0.01")))
        return pag_view_say(view, "to the cent", "al centesimo");
    if (unit != PAG_PERCENT && pag_str_equal(plain, PAG_STR("1")))
        return pag_view_say(view, "to the unit", "all'unità");
    return pag_text_join(view->scratch, 2, pag_view_say(view, "to multiples of ", "a multipli di "),
                         pag_number_people(view->scratch, step));
}

pag_str pag_reason_rounded(const pag_view *view, const pag_figure *figure)
{
    pag_text out = {.arena = view->scratch};
    pag_text_put(&out, pag_view_say(view, "rounded ", "arrotondato "));
    pag_text_put(&out, step_words(view, figure->cell));
    pag_text_put(&out, PAG_STR(" ("));
    pag_text_put(&out, mode_words(view, figure->cell->round_mode));
    pag_text_put(&out, PAG_STR("): "));
    if (figure->value.kind != PAG_VALUE_NUMBER) return pag_text_str(&out);
    if (pag_number_order(figure->before, figure->value.number) == 0) {
        pag_text_put(&out, pag_reason_digits(view, figure->value.number));
        pag_text_put(&out, pag_view_say(view, ", nothing to round", ", niente da arrotondare"));
        return pag_text_str(&out);
    }
    pag_text_put(&out, pag_reason_digits(view, figure->before));
    pag_text_put(&out, PAG_STR(" → "));
    pag_text_put(&out, pag_reason_digits(view, figure->value.number));
    return pag_text_str(&out);
}
