/* What the writers of this room share: one walk over what a pack asks. */
#ifndef PAG_FORM_INTERNAL_H
#define PAG_FORM_INTERNAL_H

#include "form/form.h"

typedef enum pag_asked_kind {
    PAG_ASKED_SUBJECT,
    PAG_ASKED_SHEET, /* its marks follow */
    PAG_ASKED_LIST,  /* its entries follow: one as a model, or those of the plan */
    PAG_ASKED_ENTRY,
    PAG_ASKED_ITEM, /* an entry of the plan */
    PAG_ASKED_ID,
    PAG_ASKED_VALUE,
    PAG_ASKED_MARK
} pag_asked_kind;

/* One place of the form. What does not belong to its kind is NULL. */
typedef struct pag_asked {
    pag_asked_kind kind;
    const pag_group *group; /* SUBJECT; of LIST, ENTRY, ITEM and ID the list */
    const pag_cell *cell;   /* SHEET, LIST, VALUE, MARK */
    const pag_criterion *criterion;
    const pag_planned_row *row; /* ITEM */
    bool planned;               /* LIST: its entries are those of the plan */
    pag_str path;               /* "office.area.front.head.name" */
    size_t indent;              /* columns before its key */
    bool needed;                /* else it may be left out */
    bool within;                /* it is part of a subject that may be left out as a whole */
} pag_asked;

typedef void (*pag_asked_visit)(void *ud, const pag_asked *asked);
/* Everything the pack asks, in the order of an evaluation file. */
void pag_form_walk(const pag_form *form, pag_asked_visit visit, void *ud);
/* Whether anything of the group must be given. */
bool pag_form_needs(const pag_group *group);

/* --- words.c --- */
/* The one of the two that is in the form's language. */
pag_str pag_form_say(const pag_form *form, const char *english, const char *italian);
/* A text of rules or plan on one line, with nothing in it that a reader could not see. */
pag_str pag_form_safe(const pag_form *form, pag_str text);
/* "Share — percentage, as 50%, from 0% to 100%": title and what may be written. */
pag_str pag_form_about(const pag_form *form, const pag_asked *asked);
/* A value as it is written in an evaluation. */
pag_str pag_form_spelled(const pag_form *form, pag_value value);

#endif
