/* The trace of one figure as a tree: below a figure stand the things it did and the figures it
 * read, each with its own below. Built from the traces alone; the text and the JSON of `explain`
 * walk it. Not for other rooms. */
#ifndef PAG_EXPLAIN_TWIG_H
#define PAG_EXPLAIN_TWIG_H

#include "explain/view.h"

typedef enum pag_twig_kind {
    PAG_TWIG_FIGURE,  /* a figure; below it, how it came about */
    PAG_TWIG_MARK,    /* the mark number `index` of the figure's sheet */
    PAG_TWIG_STEP,    /* a step of the trace, but READ; below a TOTAL, what went into it,
                         below SHARED the weights */
    PAG_TWIG_UNLESS,  /* why the figure is zero: a condition of its cell holds */
    PAG_TWIG_ROUNDED, /* the rounding that the figure's cell declares */
    PAG_TWIG_ROW,     /* the source of the row that `step` found */
    PAG_TWIG_ROW_NOTE,
    PAG_TWIG_TABLE,  /* the source of the table of `step` */
    PAG_TWIG_DOUBT,  /* why a value of the cell or of the table is still to be confirmed */
    PAG_TWIG_SOURCE, /* the cell's source */
    PAG_TWIG_NOTE,   /* the cell's note */
    PAG_TWIG_MORE    /* `index` of them are left out here */
} pag_twig_kind;

enum { PAG_MOST_NAMED = 64 };
typedef struct pag_twig pag_twig;
struct pag_twig {
    pag_twig_kind kind;
    bool again;     /* the figure is explained further up */
    bool named;     /* of one that is cut: how to open it is told; of very many only of the first */
    uint32_t level; /* how many figures stand above it */
    uint32_t below; /* of a figure that is cut: how many are not told; 0: it is not cut */
    const pag_figure *figure; /* of a step: the figure that took it */
    const pag_step *step;     /* STEP, ROW and TABLE; of a sheet: the TOTAL over it, or NULL */
    const pag_doubt *doubt;   /* DOUBT */
    size_t index;
    pag_twig *parent, *next, *first, *last;
};

/* As deep as the view says. Of a figure that the view withholds nothing grows that tells its value.
 */
pag_twig *pag_twig_grow(const pag_view *view, const pag_figure *figure);
/* Leaves out what stands deeper, or further down below one of them, than the view shows. */
void pag_twig_prune(const pag_view *view, pag_twig *root);
/* The one after `twig` when a tree is read from top to bottom; NULL at its end. */
pag_twig *pag_twig_after(const pag_twig *twig);

#endif
