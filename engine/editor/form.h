/* Reading the forms of the reference ("round = \"cent\"", "sum(s.post, \"pay\")") for what they
 * show: of which type a value is, and how a word is called; inside this room only. */
#ifndef PAG_EDITOR_FORM_H
#define PAG_EDITOR_FORM_H

#include "bind/reference.h"

typedef enum pag_form_kind {
    PAG_FORM_FREE,   /* "…" */
    PAG_FORM_TEXT,   /* "2024-01-01" */
    PAG_FORM_WORD,   /* "refuse" */
    PAG_FORM_NUMBER, /* 60, "0.5", "25%" */
    PAG_FORM_FLAG,
    PAG_FORM_FUNCTION,
    PAG_FORM_BRACES,
    PAG_FORM_ANY
} pag_form_kind;
/* Of what stands after "word = ". */
pag_form_kind pag_form_value(pag_str form);
/* That itself. */
pag_str pag_form_written(pag_str form);

enum { PAG_MOST_PARAMETERS = 8 };
typedef struct pag_parameter {
    pag_str name, type;
} pag_parameter;
typedef struct pag_call {
    size_t n;
    pag_parameter parameters[PAG_MOST_PARAMETERS];
    pag_str returns;
} pag_call;
/* How the word is called; `braces` is the type of the braces after it. False: it is not called. */
bool pag_form_call(pag_arena *arena, const pag_described *word, pag_str braces, pag_call *out);

#endif
