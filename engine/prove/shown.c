/* A file that shows a broken promise: what the trial had, beside whatever else a search finds that
 * the pack accepts, evaluated again with the input raised. */
#include "prove/dials.h"

enum { SOME_TRIES = 200 }; /* where the trial itself had no result */

typedef struct showing {
    const pag_dials *t;
    pag_arena *run;
    const pag_dial *raised;
    pag_moved *out;
} showing;

static bool is_against(const showing *s)
{
    int order = pag_number_order(s->out->figure.after, s->out->figure.before);
    return order && (order > 0) == s->out->down;
}

/* What is not wished of the file may be other than it was in the trial. */
static bool shows(const showing *s, const pag_sample *sample)
{
    const pag_dial *d = s->raised;
    pag_arena_reset(s->run);
    const pag_value rest = d->second ? pag_dial_rest(s->run, d, d->at) : (pag_value){0};
    const pag_raise raise = {.input = d->cell,
                             .mark = d->criterion ? d->mark : PAG_TURN_WHOLE,
                             .value = &d->values[d->at],
                             .rest = d->second ? &rest : NULL};
    return pag_prove_raised(s->t->p, s->run, sample, &raise, s->t->cell, &s->out->figure) &&
           is_against(s);
}

static bool is_shown_by(const showing *s, const pag_sample_wish *wish)
{
    proving *p = s->t->p;
    pag_sample sample;
    if (!pag_sample_find(p->arena, p->pack, wish, &sample) || !shows(s, &sample)) return false;
    s->out->example = sample.text;
    return true;
}

/* What accepts the input when it is raised may accept it as it was, too. */
static bool is_shown_from_above(const showing *s, const pag_sample_wish *wish)
{
    pag_sample above;
    proving *p = s->t->p;
    pag_sample_wish high = pag_dials_wish(s->t, NULL, 0);
    high.most = wish->most;
    if (!pag_sample_find(p->arena, p->pack, &high, &above)) return false;
    const pag_sample_wish like = pag_prove_like(p, &above, *wish);
    return is_shown_by(s, &like);
}

bool pag_dials_show(const pag_dials *t, pag_arena *run, size_t input, size_t from, pag_moved *out)
{
    const pag_dial *raised = &t->at[input];
    const showing s = {t, run, raised, out};
    pag_sample_wish wish = pag_dials_wish(t, raised, from);
    if (out->refused) wish.most = SOME_TRIES;
    const pag_sample_wish like = pag_prove_like(t->p, t->base, wish);
    return is_shown_by(&s, &wish) || is_shown_by(&s, &like) ||
           (out->refused && is_shown_from_above(&s, &wish));
}
