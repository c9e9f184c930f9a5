/* Days that the rules themselves fix: a limit that is looked up by one would give the same row,
 * whatever is evaluated. What is read of a day is seen by the names in a text. */
#include "bind/internal.h"

/* The next name of the text, and whether a dot stands before it; false when there is none. */
static bool next_name(pag_str text, size_t *at, pag_str *name, bool *of_something)
{
    *name = pag_str_next_name(text, at);
    *of_something = name->at > text.at && name->at[-1] == '.';
    return name->len > 0;
}

/* What a text reads of days. */
typedef struct reads {
    bool moving; /* the period, or a day that can be another one */
    bool fixed;
} reads;

static reads reads_of(const pag_days *days, pag_str text, size_t depth);

static bool is_fixed(const pag_days *days, const pag_cell *cell, size_t depth)
{
    enum { DEEPEST = 8 }; /* of days worked out from days */
    if (cell->type != PAG_TYPE_DATE) return false;
    if (cell->origin == PAG_COMPUTED && depth < DEEPEST) {
        reads r = reads_of(days, cell->of.text, depth + 1);
        return r.fixed && !r.moving;
    }
    bool asked = cell->origin == PAG_GIVEN || cell->origin == PAG_PLANNED;
    return cell->origin == PAG_FIXED || (asked && cell->value.kind != PAG_VALUE_NONE);
}

/* As deep as lists stand in lists. */
static void read_days(const pag_days *days, const pag_group *group, pag_str name, size_t depth,
                      reads *out)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) read_days(days, cell->list, name, depth, out);
        if (cell->type != PAG_TYPE_DATE || !pag_str_equal(cell->name, name)) continue;
        *(is_fixed(days, cell, depth) ? &out->fixed : &out->moving) = true;
    }
}

static reads reads_of(const pag_days *days, pag_str text, size_t depth)
{
    reads out = {false, false};
    pag_str name;
    bool of_something;
    for (size_t at = 0; next_name(text, &at, &name, &of_something);) {
        if (!of_something) out.moving = out.moving || pag_str_equal(name, PAG_STR("period"));
        for (size_t i = 0; of_something && i < days->n; i++) {
            read_days(days, days->groups[i], name, depth, &out);
        }
    }
    return out;
}

bool pag_day_is_fixed(const pag_days *days, const pag_cell *cell)
{
    return is_fixed(days, cell, 0);
}

/* The first argument of the call that begins behind the name; empty: it is not called there. */
static pag_str argument_of(pag_str text, pag_str name)
{
    size_t at = (size_t)(name.at - text.at) + name.len, depth = 0;
    while (at < text.len && (unsigned char)text.at[at] <= ' ') at++;
    if (at == text.len || text.at[at] != '(') return PAG_STR("");
    size_t from = ++at;
    for (; at < text.len; at++) {
        char c = text.at[at];
        if (depth == 0 && (c == ',' || c == ')')) break;
        if (c == '(') depth++;
        if (c == ')') depth--;
    }
    return (pag_str){text.at + from, at - from};
}

bool pag_day_may_move(const pag_days *days, pag_str text, pag_str name, bool whole)
{
    reads of_call = reads_of(days, argument_of(text, name), 0);
    if (of_call.moving || of_call.fixed) return of_call.moving;
    reads all = reads_of(days, text, 0); /* a name that holds the day: by what it can hold */
    return all.moving || !all.fixed || !whole;
}
