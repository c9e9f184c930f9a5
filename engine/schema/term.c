/* When two terms are the same, whether ways come to a value, and whether they could
 * be followed. */
#include "schema/term.h"

/* What an entry stands for is one entry, in all that is asked of it. */
static bool known_same(const pag_value *a, const pag_value *b)
{
    bool entries = a->kind == PAG_VALUE_ENTRY && b->kind == PAG_VALUE_ENTRY;
    return entries ? a->entry == b->entry : pag_value_same(a, b);
}

bool pag_question_same(const pag_question *a, const pag_question *b)
{
    bool alike = a->kind == b->kind && a->n == b->n && a->figure == b->figure &&
                 a->table == b->table && !a->test && !b->test;
    if (!alike || !a->a != !b->a || !a->b != !b->b) return false;
    if (!known_same(&a->known[0], &b->known[0])) return false;
    if (!known_same(&a->known[1], &b->known[1])) return false;
    return (!a->a || pag_term_same(a->a, b->a)) && (!a->b || pag_term_same(a->b, b->b));
}

/* As deep as formulas branch, which their budget bounds. */
bool pag_way_same(const pag_way *a, const pag_way *b)
{
    if (a == b) return true;
    if (!a || !b || a->end != b->end) return false;
    if (a->end == PAG_WAY_VALUE) {
        if (a->value.kind != b->value.kind) return false;
        if (a->value.kind == PAG_VALUE_TERM) return pag_term_same(a->value.term, b->value.term);
        return a->value.kind == PAG_VALUE_FLAG && a->value.flag == b->value.flag;
    }
    if (a->end == PAG_WAY_STOPPED) return true;
    if (a->end != PAG_WAY_ON || !pag_question_same(&a->question, &b->question)) return false;
    for (uint32_t i = 0; i < a->question.n; i++) {
        if (a->answers[i] != b->answers[i] && !pag_way_same(a->answers[i], b->answers[i]))
            return false;
    }
    return true;
}

bool pag_term_same(const pag_term *a, const pag_term *b)
{
    if (a == b) return true;
    bool alike = a->kind == b->kind && a->figure == b->figure && a->last == b->last &&
                 a->list == b->list && a->n == b->n && !a->test && !b->test;
    if (!alike) return false; /* which entries pass a test is not known */
    if (a->kind == PAG_TERM_NUMBER) return pag_number_order(a->number, b->number) == 0;
    if (a->kind == PAG_TERM_TEXT) return pag_str_equal(a->text, b->text);
    for (size_t i = 0; i < a->n; i++) {
        if (!pag_term_same(a->of[i], b->of[i])) return false;
    }
    return !a->body || pag_way_same(a->body, b->body);
}

/* --- whether it comes to a value --- */

/* As deep as terms are built. */
static bool gives(const pag_term *term)
{
    if (!term) return true;
    if (term->kind == PAG_TERM_DIVIDE || term->kind == PAG_TERM_MEAN) return false;
    if (term->kind == PAG_TERM_YEAR) return false; /* of a period in two years */
    for (size_t i = 0; i < term->n; i++) {
        if (!gives(term->of[i])) return false;
    }
    return (!term->body || pag_way_gives(term->body)) && (!term->test || pag_way_gives(term->test));
}

/* As deep as formulas branch, which their budget bounds. */
bool pag_way_gives(const pag_way *way)
{
    const pag_question *q = &way->question;
    if (way->end == PAG_WAY_VALUE) {
        return way->value.kind != PAG_VALUE_TERM || gives(way->value.term);
    }
    if (way->end != PAG_WAY_ON || !gives(q->a) || !gives(q->b)) return false;
    if ((q->table && !q->table->fixed) || (q->test && !pag_way_gives(q->test))) return false;
    for (uint32_t i = 0; i < q->n; i++) {
        if (way->answers[i] && !pag_way_gives(way->answers[i])) return false;
    }
    return true;
}

/* --- whether it could be followed --- */

/* As deep as formulas branch. */
static bool look_for_loss(const pag_way *way, const pag_diagnostic **why)
{
    bool lost = way->end == PAG_WAY_UNKNOWN;
    if (lost && !*why) *why = way->why;
    for (uint32_t i = 0; way->end == PAG_WAY_ON && i < way->question.n; i++) {
        if (way->answers[i] && look_for_loss(way->answers[i], why)) lost = true;
    }
    return lost;
}

bool pag_way_is_lost(const pag_way *ways, const pag_diagnostic **why)
{
    *why = NULL;
    return !ways || look_for_loss(ways, why);
}
