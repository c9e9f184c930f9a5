/* Two or three marks of one sheet that lead to the goal and not beyond it: each of them as far as
 * it takes, not to its end. All but the last are tried value by value; the last is found by
 * halving, since the score goes one way with it. */
#include "whynot/internal.h"

enum { MOST_MIXED = 4000, MOST_TOGETHER = 8 }; /* evaluations; marks */

typedef struct mixing {
    pag_joining *j;
    int64_t wanted;
    size_t tries;
    size_t n;
    pag_mark_way *parts[MOST_TOGETHER];
    pag_mark_way *last; /* of those */
    int64_t best; /* how many values further on all marks are of what was taken; 0: nothing yet */
} mixing;

static bool is_spent(const mixing *m)
{
    return m->tries >= MOST_MIXED || m->j->s->tried >= m->j->s->limit;
}

/* −1 before the goal, also where that cannot be had; 1 beyond it. */
static int side_of(mixing *m)
{
    int64_t place;
    m->tries++;
    if (!pag_together_place(m->j, &place, NULL)) return -1;
    if (place == m->wanted) return 0;
    return (place > m->wanted) == m->j->goal->above ? 1 : -1;
}

static int64_t length(int64_t k)
{
    return k < 0 ? -k : k;
}

static void take(mixing *m)
{
    int64_t all = 0;
    for (size_t i = 0; i < m->n && i < MOST_TOGETHER; i++) all += length(m->parts[i]->at);
    if (m->best && all >= m->best) return;
    if (pag_together_take(m->j, m->best > 0)) m->best = all;
}

/* How many values there are towards the goal, or away from it; and which way those are. */
static int64_t length_of(const mixing *m, const pag_mark_way *part, bool away, int64_t *way)
{
    const bool up = pag_together_goes_up(m->j, part->scale) != away;
    *way = up ? 1 : -1;
    return *way > 0 ? part->scale->up : part->scale->down;
}

/* The first value of the last mark that is not on this side of the goal any more. */
static void mix_last(mixing *m)
{
    int64_t way;
    const int side = side_of(m);
    int64_t bad = 0, good = length_of(m, m->last, side > 0, &way);
    m->last->at = way * good;
    if (side && good && side_of(m) != side) {
        while (good - bad > 1 && !is_spent(m)) {
            int64_t middle = bad + (good - bad) / 2;
            m->last->at = way * middle;
            if (side_of(m) == side) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        m->last->at = way * good;
        if (side_of(m) == 0) take(m);
    }
    m->last->at = 0;
}

/* As deep as marks are mixed. */
static void mix_from(mixing *m, size_t i)
{
    pag_mark_way *part = m->last = m->parts[i];
    if (i + 1 == m->n) {
        mix_last(m);
        return;
    }
    for (int away = 0; away < 2; away++) {
        int64_t way;
        const int64_t n = length_of(m, part, away == 1, &way);
        for (int64_t k = 1; k <= n && !is_spent(m); k++) {
            part->at = way * k;
            mix_from(m, i + 1);
        }
    }
    part->at = 0;
}

/* Every choice of so many marks, those that move the score most first; as deep as they are. */
static void choose(mixing *m, size_t chosen, size_t from)
{
    if (chosen == m->n || chosen == MOST_TOGETHER) {
        mix_from(m, 0);
        return;
    }
    for (size_t i = from; i < m->j->n && !is_spent(m); i++) {
        m->parts[chosen] = &m->j->parts[i];
        choose(m, chosen + 1, i + 1);
    }
}

void pag_mixed_find(pag_joining *j, size_t least)
{
    mixing m = {.j = j, .wanted = pag_place_goal(j->s, j->goal)};
    for (size_t i = 0; i < j->n; i++) j->parts[i].at = 0;
    const size_t most = j->n < MOST_TOGETHER ? j->n : MOST_TOGETHER;
    for (m.n = least < 2 ? 2 : least; m.n <= most && !m.best; m.n++) choose(&m, 0, 0);
    if (!m.best && (m.tries >= MOST_MIXED || j->n > most)) j->s->passed_over = true;
}
