/* Names of people: those that a text of the plan holds, and where another text repeats one. */
#ifndef PAG_SCHEMA_NAMES_H
#define PAG_SCHEMA_NAMES_H

#include "base/arena.h"
#include "base/text.h"

/* What stands between two letters of a text, from nothing to what parts two words for sure. */
typedef enum pag_apart {
    PAG_APART_NONE,
    PAG_APART_HUMP,    /* only that a capital letter follows a small one: "AdaRossi" */
    PAG_APART_JOINT,   /* a dash, a dot, a digit, what cannot be seen: "Ros-si", "ROSSI2" */
    PAG_APART_ELISION, /* an apostrophe */
    PAG_APART_SPACE
} pag_apart;

/* A letter without its case and accents. */
typedef struct pag_letter {
    int32_t code;
    uint32_t from, to; /* its bytes in the text */
    pag_apart before;  /* PAG_APART_SPACE where the text begins */
    bool capital;
    bool follows; /* a name has ended right before it */
} pag_letter;

/* A text as its letters. */
typedef struct pag_spelling {
    pag_str text;
    size_t n, room;
    pag_letter *at;
} pag_spelling;

/* Takes the letters of the text; what `out` held goes, its room is used again. */
void pag_spell(pag_arena *arena, pag_str text, pag_spelling *out);

/* Who is meant by a text. */
typedef struct pag_meant_names {
    pag_str words; /* the text as an id is made of it, without titles and posts; may be empty */
    size_t n;
    const pag_spelling *names; /* "ada", "rossi": each means somebody by itself */
} pag_meant_names;

/* Who is meant by "Dr. Ada Rossi"; by "responsabile vacante" nobody is. `posts` are more words that
 * mean a post and nobody by name. */
pag_meant_names pag_names_of(pag_arena *arena, pag_str text, const pag_str *posts, size_t n_posts);
/* Whether the text holds one of the names, however it is written; `*found` is it, as it stands
 * there. */
bool pag_names_are_in(const pag_meant_names *naming, pag_spelling *said, pag_str *found);

#endif
