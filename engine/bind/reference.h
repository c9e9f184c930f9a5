/* Every word that rules can use, described for whoever writes them: where it may stand, how it is
 * written, what it does, in both languages. words.def holds the descriptions; a test holds them
 * against the tables that register the words. */
#ifndef PAG_BIND_REFERENCE_H
#define PAG_BIND_REFERENCE_H

#include "base/text.h"
#include "schema/cell.h"

typedef enum pag_place {
#define PLACE(place, english, italian) PAG_PLACE_##place,
#define WORD(place, word, form, english, italian)
#include "bind/words.def"
#undef WORD
#undef PLACE
    PAG_PLACES
} pag_place;

/* Texts in two languages are indexed by pag_lang. */
typedef struct pag_described {
    pag_place place;
    pag_str word;
    pag_str form;       /* as it is written */
    pag_str meaning[2]; /* a sentence, without full stop */
} pag_described;

/* All of them, those of one place together, in the order of the places. A word may stand in several
 * places, and have several forms in one. */
const pag_described *pag_described_all(size_t *n);
/* Which kinds of Lua the word takes, "integer|string"; empty where its forms show it. */
pag_str pag_described_kinds(pag_place place, pag_str word);
/* What programs know it by, in both languages: "sheets". */
pag_str pag_place_name(pag_arena *arena, pag_place place);
/* Where its words may stand: "Attributes of sheets". */
const pag_str *pag_place_title(pag_place place);

/* Whether what stands between the braces of such a cell may have the words of this place. */
bool pag_place_is_for(pag_place place, pag_type type);

#endif
