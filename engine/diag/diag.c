/* The collector: keeps each diagnostic once, in the order they are to be read. It knows codes and
 * places, never sentences. */
#include "diag/write.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ARGUMENTS = 10, FIRST_ROOM = 16 };

/* `d` stands first, so that what callers hold is also the entry. */
struct entry {
    pag_diagnostic d;
    size_t order; /* of being added */
    uint64_t hash;
    bool again; /* said of one that is about somebody else before */
};

/* Sorted only when somebody reads, which is why it hangs by a pointer: reading is const. */
struct reading {
    struct entry **at;
    size_t n, room, sorted;
};

struct pag_diagnostics {
    pag_arena *arena;
    pag_sources *sources;
    struct reading *reading;
    struct entry **slots; /* open addressing by hash, a power of two, at most half full */
    size_t n_slots, errors, told;
    struct entry *last; /* added or repeated; NULL when whom it is about has been said */
    bool repeated;      /* it was there before */
    pag_heed heed;      /* NULL: nobody */
    void *heeding;
};

pag_diagnostics *pag_diagnostics_create(pag_arena *arena, pag_sources *sources)
{
    pag_diagnostics *diags = PAG_NEW(arena, pag_diagnostics);
    diags->arena = arena;
    diags->sources = sources;
    diags->reading = PAG_NEW(arena, struct reading);
    return diags;
}

pag_diagnostics *pag_diagnostics_for(pag_arena *arena, const pag_sources *base, pag_str path,
                                     pag_str bytes, uint32_t *source)
{
    pag_sources *sources = base ? pag_sources_extend(arena, base) : pag_sources_create(arena);
    pag_diagnostics *diags = pag_diagnostics_create(arena, sources);
    *source = pag_sources_add(sources, path, bytes);
    return diags;
}

pag_sources *pag_diagnostics_sources(pag_diagnostics *diags)
{
    return diags->sources;
}

const pag_sources *pag_diagnostics_view(const pag_diagnostics *diags)
{
    return diags->sources;
}

pag_arena *pag_diagnostics_arena(pag_diagnostics *diags)
{
    return diags->arena;
}

static uint64_t hash_bytes(uint64_t hash, const void *at, size_t len)
{
    const unsigned char *bytes = at;
    for (size_t i = 0; i < len; i++) hash = (hash ^ bytes[i]) * UINT64_C(0x100000001b3);
    return hash;
}

static uint64_t hash_of(const pag_diagnostic *d)
{
    uint32_t place[] = {(uint32_t)d->code, d->pos.source, d->pos.line, d->pos.column};
    uint64_t hash = hash_bytes(UINT64_C(0xcbf29ce484222325), place, sizeof place);
    for (size_t i = 0; i < d->n; i++) {
        hash = hash_bytes(hash, d->arguments[i].at, d->arguments[i].len);
        hash = hash_bytes(hash, "", 1); /* so that "a","bc" is not "ab","c" */
    }
    return hash ^ hash >> 32;
}

static bool same(const pag_diagnostic *a, const pag_diagnostic *b)
{
    bool place = a->pos.source == b->pos.source && a->pos.line == b->pos.line &&
                 a->pos.column == b->pos.column;
    if (!place || a->code != b->code || a->n != b->n) return false;
    for (size_t i = 0; i < a->n; i++) {
        if (!pag_str_equal(a->arguments[i], b->arguments[i])) return false;
    }
    return true;
}

/* Of those that read the same and are about several, the first is found by its text alone. */
static bool is_entry(const struct entry *entry, const struct entry *sought)
{
    return entry->hash == sought->hash && entry->again == sought->again &&
           same(&entry->d, &sought->d) &&
           (!sought->again || pag_str_equal(entry->d.about, sought->d.about));
}

/* The slot that holds the same, or the empty one where it belongs. */
static struct entry **slot_of(const pag_diagnostics *diags, const struct entry *sought)
{
    size_t i = (size_t)sought->hash & (diags->n_slots - 1);
    while (diags->slots[i] && !is_entry(diags->slots[i], sought)) {
        i = (i + 1) & (diags->n_slots - 1);
    }
    return &diags->slots[i];
}

/* Makes room for one more, in the list and among the slots. */
static void grow(pag_diagnostics *diags)
{
    struct reading *reading = diags->reading;
    if (reading->n < reading->room) return;
    size_t room = reading->room ? reading->room * 2 : FIRST_ROOM;
    struct entry **larger = PAG_NEW_ARRAY(diags->arena, struct entry *, room);
    struct entry **slots = PAG_NEW_ARRAY(diags->arena, struct entry *, room * 2);
    if (reading->n) memcpy(larger, reading->at, reading->n * sizeof *larger);
    reading->at = larger;
    reading->room = room;
    diags->slots = slots;
    diags->n_slots = room * 2;
    for (size_t i = 0; i < reading->n; i++) {
        *slot_of(diags, larger[i]) = larger[i];
    }
}

static const pag_unsure *unsure_copy(pag_arena *arena, const pag_diagnostic *of)
{
    pag_unsure *all = PAG_NEW_ARRAY(arena, pag_unsure, of->n_unsure);
    for (size_t i = 0; i < of->n_unsure; i++) {
        all[i].about = pag_arena_copy(arena, of->unsure[i].about);
        all[i].why = pag_arena_copy(arena, of->unsure[i].why);
        all[i].pos = of->unsure[i].pos;
    }
    return all;
}

static struct entry *entry_copy(pag_arena *arena, const struct entry *of)
{
    struct entry *entry = PAG_NEW(arena, struct entry);
    *entry = *of;
    entry->d.arguments = PAG_NEW_ARRAY(arena, pag_str, of->d.n);
    for (size_t i = 0; i < of->d.n; i++) {
        entry->d.arguments[i] = pag_arena_copy(arena, of->d.arguments[i]);
    }
    if (of->d.n_unsure) entry->d.unsure = unsure_copy(arena, &of->d);
    return entry;
}

static void put(pag_diagnostics *diags, struct entry **slot, const struct entry *of)
{
    struct reading *reading = diags->reading;
    struct entry *entry = entry_copy(diags->arena, of);
    entry->order = reading->n;
    reading->at[reading->n++] = *slot = entry;
    if (pag_code_severity(of->d.code) == PAG_ERROR) diags->errors++;
}

static pag_diagnostic *add(pag_diagnostics *diags, const pag_diagnostic *d)
{
    grow(diags);
    const struct entry sought = {.d = *d, .hash = hash_of(d)};
    struct entry **slot = slot_of(diags, &sought);
    diags->repeated = *slot != NULL;
    if (!*slot) put(diags, slot, &sought);
    diags->last = *slot;
    diags->told++;
    return &(*slot)->d;
}

pag_diagnostic *pag_diag_add(pag_diagnostics *diags, pag_code code, pag_pos pos, size_t n, ...)
{
    pag_str arguments[MOST_ARGUMENTS];
    va_list list;
    assert(n <= MOST_ARGUMENTS);
    va_start(list, n);
    for (size_t i = 0; i < n; i++) arguments[i] = va_arg(list, pag_str);
    va_end(list);
    pag_diagnostic d = {.code = code, .pos = pos, .n = n, .arguments = arguments};
    if (diags->heed) diags->heed(diags->heeding, &d);
    return add(diags, &d);
}

void pag_diagnostics_heed(pag_diagnostics *diags, pag_heed heed, void *ud)
{
    diags->heed = heed;
    diags->heeding = ud;
}

bool pag_diag_withholds(const pag_diagnostic *d)
{
    size_t i = 0;
    while (i < d->n && !(d->unconfirmed >> i & 1 && d->arguments[i].len == 0)) i++;
    return i < d->n;
}

/* What reads the same about somebody else is another one. */
static struct entry *add_again(pag_diagnostics *diags, const struct entry *first, pag_str whom)
{
    struct entry sought = *first;
    sought.again = true;
    sought.d.about = whom;
    sought.hash = hash_bytes(first->hash, whom.at, whom.len);
    grow(diags);
    struct entry **slot = slot_of(diags, &sought);
    if (*slot) return *slot;
    put(diags, slot, &sought);
    (*slot)->d.about = pag_arena_copy(diags->arena, whom);
    return *slot;
}

/* Of the last one; the one that is about `whom` then. */
static pag_diagnostic *say_whom(pag_diagnostics *diags, pag_str whom)
{
    struct entry *last = diags->last;
    bool known = last->d.about.len > 0;
    if (!known) last->d.about = pag_arena_copy(diags->arena, whom);
    if (!known || !diags->repeated || !whom.len || pag_str_equal(last->d.about, whom)) {
        return &last->d;
    }
    return &add_again(diags, last, whom)->d;
}

const pag_diagnostic *pag_diag_copy(pag_diagnostics *diags, const pag_diagnostic *d)
{
    (void)add(diags, d);
    pag_diagnostic *added = say_whom(diags, d->about);
    added->name = pag_arena_copy(diags->arena, d->name);
    added->entry = pag_arena_copy(diags->arena, d->entry);
    added->because = pag_arena_copy(diags->arena, d->because);
    return added;
}

void pag_diagnostics_about(pag_diagnostics *diags, pag_str whom)
{
    if (diags->last) (void)say_whom(diags, whom);
    diags->last = NULL;
}

size_t pag_diagnostics_told(const pag_diagnostics *diags)
{
    return diags->told;
}

size_t pag_diagnostics_count(const pag_diagnostics *diags)
{
    return diags->reading->n;
}

size_t pag_diagnostics_errors(const pag_diagnostics *diags)
{
    return diags->errors;
}

size_t pag_diagnostics_warnings(const pag_diagnostics *diags)
{
    size_t n = 0;
    for (size_t i = 0; i < diags->reading->n; i++) {
        const pag_diagnostic *d = &diags->reading->at[i]->d;
        if (pag_code_severity(d->code) == PAG_WARNING && !d->acknowledged) n++;
    }
    return n;
}

static int order_of(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *left, const void *right)
{
    const struct entry *a = *(const struct entry *const *)left;
    const struct entry *b = *(const struct entry *const *)right;
    int order = order_of(a->d.pos.source, b->d.pos.source);
    if (!order) order = order_of(a->d.pos.line, b->d.pos.line);
    if (!order) order = order_of(a->d.pos.column, b->d.pos.column);
    return order ? order : order_of(a->order, b->order);
}

const pag_diagnostic *pag_diagnostics_at(const pag_diagnostics *diags, size_t i)
{
    struct reading *reading = diags->reading;
    assert(i < reading->n);
    if (reading->sorted < reading->n) {
        qsort(reading->at, reading->n, sizeof(struct entry *), by_place);
        reading->sorted = reading->n;
    }
    return &reading->at[i]->d;
}

bool pag_diag_is_meant(const pag_diagnostic *d, const pag_answer *answer)
{
    return pag_code_severity(d->code) == PAG_WARNING &&
           pag_str_equal(pag_code_text(d->code), answer->code) &&
           pag_str_equal(d->name, answer->name);
}

size_t pag_diagnostics_acknowledge(pag_diagnostics *diags, const pag_answer *answer)
{
    size_t n = 0;
    pag_str because = pag_arena_copy(diags->arena, answer->because);
    bool narrowed = answer->entry.len > 0;
    for (size_t i = 0; i < diags->reading->n; i++) {
        pag_diagnostic *d = &diags->reading->at[i]->d;
        if (!pag_diag_is_meant(d, answer)) continue;
        if (narrowed && !pag_str_equal(d->entry, answer->entry)) continue;
        n++;
        if (d->acknowledged) continue;
        d->acknowledged = true;
        d->narrowed = narrowed;
        d->because = because;
    }
    return n;
}

/* How grave a status is: our own bug and the end of memory overshadow what they may have caused. */
static int gravity(pag_status status)
{
    switch (status) {
    case PAG_OK:
    case PAG_FINDINGS: return 0;
    case PAG_USAGE: return 1;
    case PAG_INVALID: return 2;
    case PAG_IO: return 3;
    case PAG_LIMIT: return 4;
    case PAG_NOMEM: return 5;
    case PAG_BUG: return 6;
    }
    return 6;
}

pag_status pag_diagnostics_status(const pag_diagnostics *diags)
{
    pag_status worst = PAG_OK;
    for (size_t i = 0; i < diags->reading->n; i++) {
        pag_code code = diags->reading->at[i]->d.code;
        if (pag_code_severity(code) != PAG_ERROR) continue;
        if (gravity(pag_code_status(code)) > gravity(worst)) worst = pag_code_status(code);
    }
    return worst;
}
