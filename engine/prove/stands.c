/* The order in which dials are turned: through everything where that has an end that is near, else
 * first to where faults are likely. */
#include "prove/dials.h"

uint64_t pag_dials_product(const pag_dials *t)
{
    uint64_t all = 1;
    if (t->other) return 0;
    for (size_t i = 0; i < t->n; i++) {
        const pag_dial *d = &t->at[i];
        if (!d->whole || all > UINT64_MAX / 1000) return 0;
        all *= d->n;
    }
    return all;
}

/* Every value of every dial with every one of the others; false when that is over. */
static bool count_through(pag_dials *t, uint64_t k, size_t fixed)
{
    for (size_t i = 0; i < t->n; i++) {
        pag_dial *d = &t->at[i];
        if (i == fixed) continue;
        d->at = (size_t)(k % d->n);
        k /= d->n;
    }
    return k == 0;
}

static uint64_t combinations(const pag_dials *t, size_t fixed)
{
    uint64_t all = 1;
    for (size_t i = 0; i < t->n && all < UINT64_MAX / 1000; i++) {
        if (i != fixed) all *= t->at[i].n;
    }
    return all;
}

/* Where the dial stands when the others are at the one end: number `which` of all their values. */
static bool one_moves(pag_dials *t, uint64_t which, size_t fixed, bool high)
{
    for (size_t i = 0; i < t->n; i++) {
        if (i != fixed) t->at[i].at = high ? t->at[i].n - 1 : 0;
    }
    for (size_t i = 0; i < t->n; i++) {
        if (i == fixed) continue;
        if (which < t->at[i].n) {
            t->at[i].at = (size_t)which;
            return true;
        }
        which -= t->at[i].n;
    }
    return false;
}

/* Always the same for the same number, and spread over all values. */
static void spread(pag_dials *t, uint64_t k, size_t fixed)
{
    for (size_t i = 0; i < t->n; i++) {
        uint64_t x = (k + 1) * 0x9e3779b97f4a7c15u + (i + 1) * 0xbf58476d1ce4e5b9u;
        x = (x ^ (x >> 31)) * 0x94d049bb133111ebu;
        if (i != fixed) t->at[i].at = (size_t)((x >> 33) % t->at[i].n);
    }
}

bool pag_dials_stand(pag_dials *t, uint64_t k, size_t fixed)
{
    enum { MOST = 1500 };
    uint64_t all = combinations(t, fixed), values = 0;
    if (pag_dials_product(t) || all <= MOST) return k < all && count_through(t, k, fixed);
    for (size_t i = 0; i < t->n; i++) values += i == fixed ? 0 : t->at[i].n;
    if (k >= MOST) return false;
    if (k < values) return one_moves(t, k, fixed, false);
    if (k < 2 * values) return one_moves(t, k - values, fixed, true);
    spread(t, k, fixed);
    return true;
}
