/* Grows the tree from top to bottom, so that "further up" means what a reader of the output means.
 * Each figure is opened once; where it is read again it stands alone. Never recursive. */
#include "explain/twig.h"

#include "explain/reason.h"
#include "explain/seen.h"

/* Twigs that people see at once: with long ones on two lines, about forty lines. */
enum { PAGE = 30 };

static pag_twig *add(pag_arena *arena, pag_twig *parent, pag_twig_kind kind,
                     const pag_figure *figure)
{
    pag_twig *twig = PAG_NEW(arena, pag_twig);
    *twig = (pag_twig){.kind = kind,
                       .level = parent->level + (kind == PAG_TWIG_FIGURE ? 1u : 0u),
                       .figure = figure,
                       .parent = parent};
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

/* What a sheet could come to is no total of its marks, which stand below it. */
static void add_total(const pag_view *view, pag_twig *parent, const pag_step *step)
{
    pag_arena *arena = view->scratch;
    if (!step->figure) {
        add_list_total(arena, parent, step);
        return;
    }
    pag_twig *sheet = read_before(parent, step->figure);
    if (!sheet) sheet = add(arena, parent, PAG_TWIG_FIGURE, step->figure);
    if (sheet->step || pag_reason_is_called(view, step, "full")) {
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
static pag_seen addends_of(const pag_view *view, const pag_figure *figure)
{
    pag_seen addends = {.arena = view->scratch};
    for (uint32_t i = 0; i < pag_figure_steps(figure, view->draft); i++) {
        const pag_step *step = &figure->steps[i];
        for (uint32_t a = 0; step->figures && a < step->n; a++)
            (void)pag_seen_add(&addends, step->figures[a]);
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
    uint32_t n = pag_figure_steps(figure, view->draft);
    if (pag_view_because(view, figure).len) add(arena, twig, PAG_TWIG_UNLESS, figure);
    pag_seen addends = addends_of(view, figure);
    for (uint32_t i = 0; i < n; i++) {
        const pag_step *step = &figure->steps[i];
        bool looked = step->kind == PAG_STEP_LOOKED && !hidden;
        if (looked_first && looked) add_looked(arena, twig, step);
        if (step->kind == PAG_STEP_SHARED) add_list_total(arena, twig, step);
    }
    for (uint32_t i = 0; i < n; i++) {
        const pag_step *step = &figure->steps[i];
        switch (step->kind) {
        case PAG_STEP_READ:
            if (!pag_seen_has(&addends, step->figure)) add_read(arena, twig, step->figure);
            break;
        case PAG_STEP_TOTAL: add_total(view, twig, step); break;
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

typedef struct growing {
    const pag_view *view;
    size_t depth;
    pag_seen seen; /* those that were opened */
} growing;

typedef struct grown {
    pag_twig *root;
    size_t n, cut; /* twigs in all, and those that are cut */
} grown;

/* A figure as deep as the tree goes is not opened when others stand below it: these are counted. A
 * later and less deep place may open it all the same. */
static bool cut(const growing *g, pag_twig *twig)
{
    if (!g->depth || twig->level < g->depth) return false;
    if (pag_seen_has(&g->seen, twig->figure)) return false;
    twig->below = pag_figures_below(g->view, twig->figure);
    return twig->below > 0;
}

/* `depth` levels of figures below the first one; 0: all. */
static grown grow(const pag_view *view, const pag_figure *figure, size_t depth)
{
    growing g = {view, depth, {.arena = view->scratch}};
    grown tree = {.root = PAG_NEW(view->scratch, pag_twig)};
    *tree.root = (pag_twig){.kind = PAG_TWIG_FIGURE, .figure = figure};
    for (pag_twig *t = tree.root; t; t = pag_twig_after(t)) {
        tree.n++;
        if (t->kind != PAG_TWIG_FIGURE || is_of_another(t)) continue;
        if (cut(&g, t)) {
            t->named = tree.cut++ < PAG_MOST_NAMED;
        } else if (pag_seen_add(&g.seen, t->figure)) {
            open_figure(view, t);
        } else {
            t->again = has_more(t->figure);
        }
    }
    return tree;
}

pag_twig *pag_twig_grow(const pag_view *view, const pag_figure *figure)
{
    if (view->depth != PAG_DEPTH_PAGE) return grow(view, figure, view->depth).root;
    grown tree = grow(view, figure, 1);
    for (size_t depth = 2; tree.cut && tree.n <= PAGE; depth++) {
        grown deeper = grow(view, figure, depth);
        if (deeper.n > PAGE) break;
        tree = deeper;
    }
    return tree.root;
}

pag_twig *pag_twig_after(const pag_twig *twig)
{
    if (twig->first) return twig->first;
    while (twig && !twig->next) twig = twig->parent;
    return twig ? twig->next : NULL;
}
