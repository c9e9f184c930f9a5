/* A tree cut to what somebody can take in at once: where a test does not pass, the reason stands
 * near the top. Never recursive. */
#include "explain/twig.h"

static size_t depth_of(const pag_twig *twig)
{
    size_t depth = 0;
    for (; twig->parent; twig = twig->parent) depth++;
    return depth;
}

/* How many stand from `first` on below its parent, with all that is below them. */
static size_t count_from(const pag_twig *first)
{
    size_t n = 0;
    const pag_twig *last = first->parent->last;
    while (last->last) last = last->last;
    for (const pag_twig *t = first; t != last; t = pag_twig_after(t)) n++;
    return n + 1;
}

/* Puts one line in the place of `first` and all that follow it below their parent. */
static void replace_from(pag_arena *arena, pag_twig *first)
{
    pag_twig *parent = first->parent, *more = PAG_NEW(arena, pag_twig), *before = NULL;
    *more = (pag_twig){.kind = PAG_TWIG_MORE, .figure = parent->figure, .parent = parent};
    more->index = count_from(first);
    for (pag_twig *t = parent->first; t != first; t = t->next) before = t;
    if (before) {
        before->next = more;
    } else {
        parent->first = more;
    }
    parent->last = more;
}

/* The child with which it is too much; NULL: it is not. One line alone is shown, not counted. */
static pag_twig *first_too_many(const pag_view *view, const pag_twig *twig)
{
    pag_twig *child = twig->first;
    if (!child || !view->widest) return NULL;
    for (size_t i = 0; child && i < view->widest; i++) child = child->next;
    return child && child->next ? child : NULL;
}

void pag_twig_prune(const pag_view *view, pag_twig *root)
{
    for (pag_twig *t = root; t; t = pag_twig_after(t)) {
        bool bare = !t->first || (!t->first->next && !t->first->first);
        bool deep = view->deepest && !bare && depth_of(t) >= view->deepest;
        pag_twig *first = deep ? t->first : first_too_many(view, t);
        if (first) replace_from(view->scratch, first);
    }
}
