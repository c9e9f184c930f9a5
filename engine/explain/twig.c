/* Grows the tree from top to bottom, so that "further up" means what a reader of the output means.
 * Each figure is opened once; where it is read again it stands alone. Never recursive. */
#include "explain/twig.h"

/* A set of figures: open addressing, at most half full. */
struct seen {
    pag_arena *arena;
    const pag_figure **slots;
    size_t n, room;
};

static size_t slot_of(const struct seen *seen, const pag_figure *figure)
{
    size_t i = ((uintptr_t)figure >> 4) * 0x9e3779b1u & (seen->room - 1);
    while (seen->slots[i] && seen->slots[i] != figure) i = (i + 1) & (seen->room - 1);
    return i;
}

static void grow_seen(struct seen *seen)
{
    struct seen larger = {
        .arena = seen->arena, .n = seen->n, .room = seen->room ? seen->room * 2 : 64};
    larger.slots = PAG_NEW_ARRAY(seen->arena, const pag_figure *, larger.room);
    for (size_t i = 0; i < seen->room; i++) {
        if (seen->slots[i]) larger.slots[slot_of(&larger, seen->slots[i])] = seen->slots[i];
    }
    *seen = larger;
}

/* False when the figure was there already. */
static bool see(struct seen *seen, const pag_figure *figure)
{
    if (seen->n * 2 >= seen->room) grow_seen(seen);
    size_t i = slot_of(seen, figure);
    if (seen->slots[i]) return false;
    seen->slots[i] = figure;
    seen->n++;
    return true;
}

static bool has_seen(const struct seen *seen, const pag_figure *figure)
{
    return seen->n > 0 && seen->slots[slot_of(seen, figure)];
}

static pag_twig *add(pag_arena *arena, pag_twig *parent, pag_twig_kind kind,
                     const pag_figure *figure)
{
    pag_twig *twig = PAG_NEW(arena, pag_twig);
    *twig = (pag_twig){.kind = kind, .figure = figure, .parent = parent};
    if (parent->last) {
        parent->last->next = twig;
    } else {
        parent->first = twig;
    }
    parent->last = twig;
    return twig;
}

static pag_twig *add_step(pag_arena *arena, pag_twig *parent, const pag_step *step)
{
    pag_twig *twig = add(arena, parent, PAG_TWIG_STEP, parent->figure);
    twig->step = step;
    return twig;
}

/* The twig of a figure that `parent` has read already, or NULL. */
static pag_twig *read_before(const pag_twig *parent, const pag_figure *figure)
{
    for (pag_twig *t = parent->first; t; t = t->next) {
        if (t->kind == PAG_TWIG_FIGURE && t->figure == figure) return t;
    }
    return NULL;
}

/* What went into a total over a list stands below it, told by the step and never guessed. */
static void add_list_total(pag_arena *arena, pag_twig *parent, const pag_step *step)
{
    pag_twig *total = add_step(arena, parent, step);
    for (uint32_t i = 0; step->figures && i < step->n; i++) {
        add(arena, total, PAG_TWIG_FIGURE, step->figures[i]);
    }
}

static void add_total(pag_arena *arena, pag_twig *parent, const pag_step *step)
{
    if (!step->figure) {
        add_list_total(arena, parent, step);
        return;
    }
    pag_twig *sheet = read_before(parent, step->figure);
    if (!sheet) sheet = add(arena, parent, PAG_TWIG_FIGURE, step->figure);
    if (sheet->step) {
        add_step(arena, parent, step);
    } else {
        sheet->step = step;
    }
}

static void add_read(pag_arena *arena, pag_twig *twig, const pag_figure *read)
{
    if (read->value.kind == PAG_VALUE_LIST || read_before(twig, read)) return;
    add(arena, twig, PAG_TWIG_FIGURE, read);
}

static void add_looked(pag_arena *arena, pag_twig *twig, const pag_step *step)
{
    const pag_band *row = &step->bands->rows[step->chosen];
    add_step(arena, twig, step);
    if (row->source.len) add(arena, twig, PAG_TWIG_ROW, twig->figure)->step = step;
    if (row->note.len) add(arena, twig, PAG_TWIG_ROW_NOTE, twig->figure)->step = step;
    if (step->bands->source.len) add(arena, twig, PAG_TWIG_TABLE, twig->figure)->step = step;
}

static void add_doubt(pag_arena *arena, pag_twig *twig, const pag_doubt *doubt)
{
    add(arena, twig, PAG_TWIG_DOUBT, twig->figure)->doubt = doubt;
}

/* What the totals of this figure added, and the weights by which it was shared out; it is not told
 * a second time as read. */
static struct seen addends_of(pag_arena *arena, const pag_figure *figure)
{
    struct seen addends = {.arena = arena};
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_step *step = &figure->steps[i];
        for (uint32_t a = 0; step->figures && a < step->n; a++)
            (void)see(&addends, step->figures[a]);
    }
    return addends;
}

/* A cell that is looked up says first which row it is, then what the score came from; a part, how
 * it was shared out. */
static void add_steps(const pag_view *view, pag_twig *twig)
{
    pag_arena *arena = view->scratch;
    const pag_figure *figure = twig->figure;
    bool withheld = pag_view_withholds(view, figure);
    bool hidden = pag_view_hides_lookups(view, figure);
    bool looked_first = figure->cell->origin == PAG_LOOKED_UP;
    if (pag_view_because(view, figure).len) add(arena, twig, PAG_TWIG_UNLESS, figure);
    struct seen addends = addends_of(arena, figure);
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_step *step = &figure->steps[i];
        bool looked = step->kind == PAG_STEP_LOOKED && !hidden;
        if (looked_first && looked) add_looked(arena, twig, step);
        if (step->kind == PAG_STEP_SHARED) add_list_total(arena, twig, step);
    }
    for (uint32_t i = 0; i < figure->n_steps; i++) {
        const pag_step *step = &figure->steps[i];
        switch (step->kind) {
        case PAG_STEP_READ:
            if (!has_seen(&addends, step->figure)) add_read(arena, twig, step->figure);
            break;
        case PAG_STEP_TOTAL: add_total(arena, twig, step); break;
        case PAG_STEP_LOOKED:
            if (!looked_first && !hidden) add_looked(arena, twig, step);
            break;
        case PAG_STEP_SHARED: break;
        case PAG_STEP_CHOSE:
            if (!withheld) add_step(arena, twig, step);
            break;
        case PAG_STEP_PERIOD: add_step(arena, twig, step); break;
        case PAG_STEP_DOUBTED: add_doubt(arena, twig, step->doubt); break;
        }
    }
}

static void open_figure(const pag_view *view, pag_twig *twig)
{
    pag_arena *arena = view->scratch;
    const pag_figure *figure = twig->figure;
    const pag_cell *cell = figure->cell;
    bool own = cell->origin == PAG_FIXED || figure->defaulted || cell->type == PAG_TYPE_SHEET;
    if (own && cell->doubt) add_doubt(arena, twig, cell->doubt);
    if (cell->marks_doubt) add_doubt(arena, twig, cell->marks_doubt);
    add_steps(view, twig);
    if (figure->value.kind == PAG_VALUE_SHEET) {
        for (size_t i = 0; i < figure->value.sheet->n; i++) {
            add(arena, twig, PAG_TWIG_MARK, figure)->index = i;
        }
    }
    bool told = pag_figure_is_rounded(figure) && !pag_view_withholds(view, figure);
    if (told) add(arena, twig, PAG_TWIG_ROUNDED, figure);
    if (figure->cell->source.len) add(arena, twig, PAG_TWIG_SOURCE, figure);
    if (figure->cell->note.len) add(arena, twig, PAG_TWIG_NOTE, figure);
}

/* Whether opening the figure would show more than its line. */
static bool has_more(const pag_figure *figure)
{
    return figure->n_steps > 0 || figure->zeroed || figure->value.kind == PAG_VALUE_SHEET;
}

/* How the others who share came to their weights is theirs: a figure that is explained to one of
 * them does not tell it. */
static bool is_of_another(const pag_twig *twig)
{
    const pag_twig *above = twig->parent;
    bool shared = above && above->kind == PAG_TWIG_STEP && above->step->kind == PAG_STEP_SHARED;
    return shared && twig->figure->entry != above->figure->entry;
}

pag_twig *pag_twig_grow(const pag_view *view, const pag_figure *figure)
{
    pag_arena *arena = view->scratch;
    struct seen seen = {.arena = arena};
    pag_twig *root = PAG_NEW(arena, pag_twig);
    *root = (pag_twig){.kind = PAG_TWIG_FIGURE, .figure = figure};
    for (pag_twig *t = root; t; t = pag_twig_after(t)) {
        if (t->kind != PAG_TWIG_FIGURE || is_of_another(t)) continue;
        if (see(&seen, t->figure)) {
            open_figure(view, t);
        } else {
            t->again = has_more(t->figure);
        }
    }
    return root;
}

pag_twig *pag_twig_after(const pag_twig *twig)
{
    if (twig->first) return twig->first;
    while (twig && !twig->next) twig = twig->parent;
    return twig ? twig->next : NULL;
}
