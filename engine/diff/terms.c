/* Ways through formulas of two packs: whether they ask the same of the same figures and end in the
 * same. Figures are the same when they are of cells with one name, of the entry that a formula runs
 * for or of corresponding entries of lists. */
#include "diff/liken.h"

typedef pag_likening likening;

static bool ways(likening *l, const pag_way *a, const pag_way *b);

/* --- figures --- */

static bool same_cell(const pag_cell *a, const pag_cell *b)
{
    return pag_str_equal(a->name, b->name) && a->type == b->type;
}

static bool same_group(const likening *l, const pag_group *a, const pag_group *b)
{
    return pag_str_equal(pag_group_path(l->c->scratch, a), pag_group_path(l->c->scratch, b));
}

static bool figures(likening *l, const pag_figure *a, const pag_figure *b);

static bool bind_entries(likening *l, const pag_entry *a, const pag_entry *b)
{
    if (l->n == PAG_LIKEN_ENTRIES) return false;
    l->entries[l->n][0] = a;
    l->entries[l->n++][1] = b;
    return true;
}

/* As deep as refs lead. */
static bool correspond(likening *l, const pag_entry *a, const pag_entry *b)
{
    for (size_t i = 0; i < l->n; i++) {
        bool first = l->entries[i][0] == a, second = l->entries[i][1] == b;
        if (first || second) return first && second;
    }
    return a->by && b->by && figures(l, a->by, b->by) && bind_entries(l, a, b);
}

static bool is_own(const likening *l, int side, const pag_entry *entry)
{
    const pag_group *group = entry->group;
    return group->n_cells == 0 ||
           pag_reach_figure(l->c->reach[side], &group->cells[0])->entry == entry;
}

static bool entries(likening *l, const pag_entry *a, const pag_entry *b)
{
    if (!a || !b) return a == b;
    bool own = is_own(l, 0, a);
    return own == is_own(l, 1, b) && same_group(l, a->group, b->group) &&
           (own || correspond(l, a, b));
}

static bool figures(likening *l, const pag_figure *a, const pag_figure *b)
{
    if (!a || !b) return a == b;
    return same_cell(a->cell, b->cell) && entries(l, a->entry, b->entry);
}

static bool lists(likening *l, const pag_list *a, const pag_list *b)
{
    if (!a || !b) return a == b;
    if (a->n == 0 || b->n == 0) return a->n == b->n;
    return a->every == b->every && same_group(l, a->group, b->group) &&
           entries(l, a->entries[0]->parent, b->entries[0]->parent);
}

/* --- terms --- */

static bool terms(likening *l, const pag_term *a, const pag_term *b);
static bool built_alike(likening *l, const pag_term *a, const pag_term *b);

static bool is_arithmetic(const pag_term *term)
{
    return term->kind == PAG_TERM_ADD || term->kind == PAG_TERM_SUBTRACT ||
           term->kind == PAG_TERM_MULTIPLY || term->kind == PAG_TERM_DIVIDE;
}

/* Arithmetic within arithmetic is put in order with all of it, or not at all. */
static bool parts(likening *l, const pag_term *a, const pag_term *b, bool turned)
{
    size_t n = l->n;
    for (size_t i = 0; i < a->n; i++) {
        const pag_term *x = a->of[i], *y = b->of[turned ? a->n - 1 - i : i];
        if (is_arithmetic(a) ? built_alike(l, x, y) : terms(l, x, y)) continue;
        l->n = n;
        return false;
    }
    return true;
}

static bool built_alike(likening *l, const pag_term *a, const pag_term *b)
{
    if (!l->steps || a->kind != b->kind || a->unit != b->unit || a->last != b->last ||
        a->n != b->n) {
        return false;
    }
    l->steps--;
    if (a->kind == PAG_TERM_NUMBER) return pag_number_order(a->number, b->number) == 0;
    if (a->kind == PAG_TERM_TEXT) return pag_str_equal(a->text, b->text);
    if (!figures(l, a->figure, b->figure) || !lists(l, a->list, b->list)) return false;
    if (!ways(l, a->test, b->test) || !ways(l, a->body, b->body)) return false;
    bool either = a->n == 2 && (a->kind == PAG_TERM_ADD || a->kind == PAG_TERM_MULTIPLY ||
                                a->kind == PAG_TERM_LEAST || a->kind == PAG_TERM_MOST);
    return parts(l, a, b, false) || (either && parts(l, a, b, true));
}

static bool terms(likening *l, const pag_term *a, const pag_term *b)
{
    size_t n = l->n;
    if (!a || !b) return a == b;
    if (built_alike(l, a, b)) return true;
    l->n = n;
    if (!is_arithmetic(a) && !is_arithmetic(b)) return false;
    if (pag_terms_equal(l, a, b)) return true;
    l->n = n;
    return false;
}

bool pag_terms_alike(pag_likening *l, const pag_term *a, const pag_term *b)
{
    return terms(l, a, b);
}

/* --- ways --- */

static bool values(likening *l, const pag_value *a, const pag_value *b)
{
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case PAG_VALUE_NONE: return true;
    case PAG_VALUE_NUMBER: return pag_number_order(a->number, b->number) == 0;
    case PAG_VALUE_TEXT: return pag_str_equal(a->text, b->text);
    case PAG_VALUE_FLAG: return a->flag == b->flag;
    case PAG_VALUE_CHOICE: return pag_str_equal(a->choice->word, b->choice->word);
    case PAG_VALUE_TERM: return terms(l, a->term, b->term);
    case PAG_VALUE_SHEET:
    case PAG_VALUE_LIST: return false;
    case PAG_VALUE_ENTRY: return entries(l, a->entry, b->entry);
    }
    return false;
}

static bool questions(likening *l, const pag_question *a, const pag_question *b)
{
    if (a->kind != b->kind || a->n != b->n || a->all != b->all) return false;
    if (!figures(l, a->figure, b->figure) || !lists(l, a->list, b->list)) return false;
    if (!values(l, &a->known[0], &b->known[0])) return false;
    if (!values(l, &a->known[1], &b->known[1])) return false;
    if (!a->table != !b->table || (a->table && !pag_tables_same(a->table, b->table))) return false;
    return terms(l, a->a, b->a) && terms(l, a->b, b->b) && ways(l, a->test, b->test);
}

/* Both look up the table that is another: what they go on to is the same where a score finds rows
 * that give the same. What it finds elsewhere is told as such. */
static bool is_of_tables(const likening *l, const pag_question *a, const pag_question *b)
{
    return a->kind == PAG_ASKED_ROW && b->kind == PAG_ASKED_ROW && a->table &&
           a->table == l->c->tables[0] && b->table == l->c->tables[1];
}

static bool rows(likening *l, const pag_way *a, const pag_way *b)
{
    const pag_bands *x = a->question.table, *y = b->question.table;
    if (!terms(l, a->question.a, b->question.a)) return false;
    for (size_t i = 0; i < x->n; i++) {
        for (size_t k = 0; k < y->n; k++) {
            if (!a->answers[i] || !b->answers[k]) continue;
            if (!pag_rows_meet(&x->rows[i], &y->rows[k])) continue;
            if (!ways(l, a->answers[i], b->answers[k])) return false;
        }
    }
    return true;
}

/* As deep as formulas branch, which their budget bounds. */
static bool go_on(likening *l, const pag_way *a, const pag_way *b)
{
    if (a->end != b->end || a->end == PAG_WAY_UNKNOWN) return false;
    if (a->end == PAG_WAY_STOPPED) return true;
    if (a->end == PAG_WAY_VALUE) return values(l, &a->value, &b->value);
    if (is_of_tables(l, &a->question, &b->question)) return rows(l, a, b);
    bool turned = false;
    size_t n = l->n;
    if (!questions(l, &a->question, &b->question)) {
        l->n = n;
        if (!pag_comparisons_alike(l, &a->question, &b->question, &turned)) return false;
    }
    for (uint32_t i = 0; i < a->question.n; i++) {
        if (!ways(l, a->answers[i], b->answers[turned ? 1 - i : i])) return false;
    }
    return true;
}

/* What a function is given is nothing outside of it. */
static bool ways(likening *l, const pag_way *a, const pag_way *b)
{
    if (!a || !b) return a == b;
    if (!a->entry || !b->entry) return a->entry == b->entry && go_on(l, a, b);
    size_t n = l->n;
    bool alike = same_group(l, a->entry->group, b->entry->group) &&
                 bind_entries(l, a->entry, b->entry) && go_on(l, a, b);
    l->n = n;
    return alike;
}

bool pag_ways_alike(pag_comparing *c, const pag_way *a, const pag_way *b)
{
    enum { STEPS = 100000 };
    likening l = {.c = c, .steps = STEPS};
    return a && b && ways(&l, a, b);
}
