/* The search for values that a pack accepts: the best try so far is changed in one place after the
 * other, where its first failure may depend on it. It takes the same way every time, keeps no try
 * twice, and ends after so many. */
#include "sample/internal.h"

#include "base/scratch.h"

enum { MOST_TRIES = 2000, MOST_WORK = 400 * 1000, LEAST_TRIES = 200, MOST_ENTRIES = 3 };

/* A try: another one with one knob turned. */
typedef struct state state;
struct state {
    const state *parent; /* NULL: every knob at its first choice */
    pag_sample_knob *knob;
    size_t at;
    size_t cost, depth;
    uint64_t hash; /* of all knobs that are turned */
    bool done;     /* nothing more comes of it */
};

typedef struct search {
    pag_arena *model_arena, *each; /* of the search; of one try */
    pag_pack *pack;
    pag_sample_model *model;
    const pag_sample_wish *wish;
    PAG_LIST(state *) states;
    size_t mask;
    uint64_t *tried; /* a set of hashes; 0: free */
    size_t tries, most;
    size_t best;     /* the lowest cost so far */
    pag_str text;    /* of that try */
    pag_arena *keep; /* of whoever asks … */
    pag_str found;   /* … who gets that text */
} search;

/* --- what was tried --- */

static uint64_t mixed(const pag_sample_knob *knob, size_t at)
{
    uint64_t x = ((uint64_t)knob->number << 32) + at;
    if (!at) return 0; /* as it was at the beginning */
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* False when it was there. */
static bool remember(search *s, uint64_t hash)
{
    size_t at = (size_t)hash & s->mask;
    for (; s->tried[at]; at = (at + 1) & s->mask) {
        if (s->tried[at] == (hash | 1)) return false;
    }
    s->tried[at] = hash | 1;
    return true;
}

/* --- one try --- */

static void turn(search *s, const state *to)
{
    PAG_LIST(const state *) way = {0};
    for (size_t i = 0; i < s->model->knobs.n; i++) s->model->knobs.at[i]->at = 0;
    for (; to->parent; to = to->parent) PAG_LIST_ADD(s->each, &way, to);
    while (way.n > 0) {
        const state *step = way.at[--way.n];
        step->knob->at = step->at;
    }
}

static pag_sample_trial attempt(search *s)
{
    pag_str text = pag_sample_text(s->each, s->model);
    s->tries++;
    pag_sample_trial trial = pag_sample_try(s->each, s->pack, s->wish, text);
    if (trial.cost < s->best) {
        s->best = trial.cost;
        s->text = pag_arena_copy(s->model_arena, text);
    }
    return trial;
}

static state *add_state(search *s, const state *parent, pag_sample_knob *knob, size_t at,
                        size_t cost)
{
    state *new = PAG_NEW(s->model_arena, state);
    *new = (state){.parent = parent, .knob = knob, .at = at, .cost = cost};
    if (parent) {
        new->depth = parent->depth + 1;
        new->hash = parent->hash ^ mixed(knob, knob->at) ^ mixed(knob, at);
    }
    PAG_LIST_ADD(s->model_arena, &s->states, new);
    return new;
}

/* --- the search --- */

static state *most_promising(const search *s)
{
    state *best = NULL;
    for (size_t i = 0; i < s->states.n; i++) {
        state *each = s->states.at[i];
        if (each->done) continue;
        bool better = !best || each->cost < best->cost ||
                      (each->cost == best->cost && each->depth < best->depth);
        if (better) best = each;
    }
    return best;
}

/* Tries the knob's other choices. True when one of them is better than where it comes from: on from
 * there, and back here only when that leads nowhere. */
static bool try_choices(search *s, const state *from, pag_sample_knob *knob)
{
    size_t before = knob->at;
    for (size_t at = 0; at < knob->n && s->tries < s->most; at++) {
        uint64_t hash = from->hash ^ mixed(knob, before) ^ mixed(knob, at);
        if (at == before || !remember(s, hash)) continue;
        knob->at = at;
        size_t cost = attempt(s).cost;
        knob->at = before;
        add_state(s, from, knob, at, cost);
        pag_arena_reset(s->each);
        if (cost < from->cost) return true;
    }
    return false;
}

/* The knobs outlive the try that blames them, the list of them does not. */
static pag_sample_culprits blame(search *s, const state *from)
{
    turn(s, from);
    pag_sample_trial trial = attempt(s);
    pag_sample_culprits found = pag_sample_blame(s->each, s->model, &trial);
    pag_sample_knob **kept = PAG_NEW_ARRAY(s->model_arena, pag_sample_knob *, found.n + 1);
    for (size_t i = 0; i < found.n; i++) kept[i] = found.knobs[i];
    found.knobs = kept;
    pag_arena_reset(s->each);
    return found;
}

static void expand(search *s, state *from)
{
    pag_sample_culprits culprits = blame(s, from);
    for (size_t i = 0; i < culprits.n && s->tries < s->most; i++) {
        if (try_choices(s, from, culprits.knobs[i])) return;
    }
    from->done = true;
}

static void begin(search *s, size_t count)
{
    enum { SET = 4096 }; /* more than twice as many as there are tries */
    s->model = pag_sample_model_create(s->model_arena, s->pack, s->wish, count);
    s->states.n = 0;
    s->tried = PAG_NEW_ARRAY(s->model_arena, uint64_t, SET);
    s->mask = SET - 1;
    size_t fitting = MOST_WORK / (s->model->slots.n + 1);
    s->most = fitting < LEAST_TRIES ? LEAST_TRIES : fitting < MOST_TRIES ? fitting : MOST_TRIES;
    s->most = s->most / MOST_ENTRIES + s->tries;
    if (s->wish->most && s->most > s->wish->most) s->most = s->wish->most;
    state *first = add_state(s, NULL, NULL, 0, 0);
    (void)remember(s, first->hash);
    first->cost = attempt(s).cost;
    pag_arena_reset(s->each);
}

/* With one entry in each list of which nothing is wished; then with more. */
static void run(void *ud)
{
    search *s = ud;
    for (size_t count = 1; count <= MOST_ENTRIES && s->best; count++) {
        begin(s, count);
        while (s->best && s->tries < s->most) {
            state *next = most_promising(s);
            if (!next) break;
            expand(s, next);
        }
        if (!s->model->counted) break;
    }
    s->found = pag_arena_copy(s->keep, s->text);
}

/* What the text comes to; true when it is accepted. */
static bool take(pag_arena *arena, pag_pack *pack, const pag_sample_wish *wish, pag_sample *out)
{
    pag_sample_trial trial = pag_sample_try(arena, pack, wish, out->text);
    out->evaluation = trial.evaluation;
    out->result = trial.result;
    out->diags = trial.diags;
    return trial.cost == 0;
}

bool pag_sample_find(pag_arena *arena, pag_pack *pack, const pag_sample_wish *wish, pag_sample *out)
{
    pag_arena model, each;
    search s = {.model_arena = &model,
                .each = &each,
                .pack = pack,
                .wish = wish,
                .best = SIZE_MAX,
                .keep = arena};
    pag_arena_init(&model, arena->allocator, 0);
    pag_arena_init(&each, arena->allocator, PAG_EVALUATION_MEMORY);
    *out = (pag_sample){.text = {"", 0}};
    pag_status ended = pag_scratch_run(arena, &model, &each, run, &s);
    if (ended != PAG_OK) pag_arena_end(arena, ended); /* the caller's handler answers for all */
    out->text = s.found;
    out->tries = s.tries;
    return take(arena, pack, wish, out);
}

bool pag_sample_once(pag_arena *arena, pag_pack *pack, const pag_sample_wish *wish, pag_sample *out)
{
    *out = (pag_sample){.text = pag_sample_write(arena, pack, wish), .tries = 1};
    return take(arena, pack, wish, out);
}

pag_str pag_sample_write(pag_arena *arena, const pag_pack *pack, const pag_sample_wish *wish)
{
    pag_sample_model *model = pag_sample_model_create(arena, pack, wish, 1);
    return pag_sample_text(arena, model);
}
