/* One formula works for all entries of a list, and where it is wrong it is wrong for all of them:
 * such diagnostics have one code and one place, and differ in whom they are about. */
#include "base/visible.h"
#include "diag/write.h"

enum { MOST_NAMED = 8 };

static bool same_place(const pag_diagnostic *a, const pag_diagnostic *b)
{
    return a->pos.source && a->pos.source == b->pos.source && a->pos.line == b->pos.line &&
           a->pos.column == b->pos.column;
}

static bool is_repeated(const pag_diagnostic *a, const pag_diagnostic *b)
{
    return a->code == b->code && a->about.len && b->about.len && same_place(a, b) &&
           a->acknowledged == b->acknowledged;
}

/* Those of one place stand together, whatever their codes. */
bool pag_diag_is_other(const pag_diagnostics *diags, size_t i)
{
    const pag_diagnostic *d = pag_diagnostics_at(diags, i);
    while (d->about.len && i-- > 0) {
        const pag_diagnostic *before = pag_diagnostics_at(diags, i);
        if (!same_place(before, d)) return false;
        if (is_repeated(before, d)) return true;
    }
    return false;
}

size_t pag_diag_others(const pag_diagnostics *diags, size_t i, pag_text *names)
{
    const pag_diagnostic *d = pag_diagnostics_at(diags, i), *last = d;
    size_t n = 0;
    while (++i < pag_diagnostics_count(diags)) {
        const pag_diagnostic *other = pag_diagnostics_at(diags, i);
        if (!same_place(d, other)) break;
        if (!is_repeated(d, other) || pag_str_equal(other->about, last->about)) continue;
        last = other;
        if (names && n < MOST_NAMED) {
            if (n) pag_text_put(names, PAG_STR("; "));
            pag_text_put_visible(names, other->about, 60);
        } else if (names && n == MOST_NAMED) {
            pag_text_put(names, PAG_STR("; …"));
        }
        n++;
    }
    return n;
}
